"""Videos: begun once, waited for with patience, fetched whole; what was paid for is never lost and never paid for twice."""

import json
import os
import stat
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path

import pytest
from rawserver import RawServer

from cometapi.journal.records import Journal

VIDEO = (Path(__file__).parents[2] / "spec" / "replies" / "video.mp4").read_bytes()
QUEUED = {"id": "video_1", "object": "video", "model": "sora-2", "status": "queued", "progress": 0}
DONE = {**QUEUED, "status": "completed", "progress": 100}
FAST = ("--interval", "0.1", "--retries", "1", "--retry-max-wait", "0")
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (720).to_bytes(4, "big") + (1280).to_bytes(4, "big") + b"\x08\2\0\0\0"


@pytest.fixture
def service(raw):
    """A service that answers by method and path: a dict of lists of answers, the last of each of which stays."""

    def serve(answers):
        def answer(talk):
            path = talk.path.partition("?")[0]
            told = answers.get((talk.method, path)) or answers.get(path) or [lambda talk: talk.whole({}, 404)]
            one = told.pop(0) if len(told) > 1 else told[0]
            one(talk) if callable(one) else talk.whole(one)

        raw(answer)
        return raw

    return serve


@pytest.fixture
def host():
    """Another origin, which files are fetched from."""
    server = RawServer()
    yield server
    server.close()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The empty folder in which the program runs."""
    place = tmp_path / "work"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


def file(data, *more):
    """An answer with the bytes of a video."""
    return lambda talk: talk.whole(data, 200, "video/mp4", *more)


def refused(status, message="No", code=None):
    """An answer that says no."""
    return lambda talk: talk.whole({"error": {"message": message, "code": code}}, status)


def creations(environ):
    """What the journal holds, the newest first: command, model, state and task."""
    with Journal(environ, writes=False) as kept:
        return [(one["command"], one["model"], one["state"], one["task"]) for one in kept.list()]


def posts(server):
    """The requests that cost money."""
    return [talk for talk in server.talks if talk.method == "POST"]


def form(talk):
    """The parts of a multipart body, by a parser that is not ours: ``(name, file name or None, type, bytes)``."""
    head = f"Content-Type: {talk.headers['content-type']}\r\n\r\n".encode()
    parts = BytesParser(policy=HTTP).parsebytes(head + talk.body).iter_parts()
    return [
        (
            one.get_param("name", header="content-disposition"),
            one.get_filename(),
            one.get_content_type() if one.get_filename() else None,
            one.get_payload(decode=True),
        )
        for one in parts
    ]


# --- what is sent


def test_a_video_is_begun_by_a_form(cli, service, folder):
    server = service({"/v1/videos": [QUEUED]})
    Path("a.png").write_bytes(PNG)
    ran = cli(
        "video", "create", "A fox", "--seconds", "4", "--size", "720x1280", "--input-reference", "a.png", "-f", "json"
    )

    assert (ran.code, json.loads(ran.out)["id"]) == (0, "video_1")
    assert ran.err == "cometapi: Task video_1 has started. Continue with: cometapi video wait video_1\n"
    assert sorted(form(server.talks[0])) == [
        ("input_reference", "a.png", "image/png", PNG),
        ("model", None, None, b"sora-2"),
        ("prompt", None, None, b"A fox"),
        ("seconds", None, None, b"4"),
        ("size", None, None, b"720x1280"),
    ]


def test_several_pictures_keep_their_order_and_one_behind_a_link_is_fetched_without_the_key(cli, service, host, folder):
    server = service({"/v1/videos": [QUEUED]})
    host(lambda talk: talk.whole(PNG, 200, "text/plain"))
    Path("b.png").write_bytes(PNG + b"b")
    words = ("--input-reference", f"{host.url}/x/a?s=1", "--input-reference", "b.png")
    ran = cli("video", "create", "A fox", "-m", "veo3.1", "--size", "9:16", *words)

    assert ran.code == 0, ran
    assert [one for one in form(server.talks[0]) if one[0] in ("input_reference", "size")] == [
        ("size", None, None, b"9x16"),
        ("input_reference", "a.png", "image/png", PNG),
        ("input_reference", "b.png", "image/png", PNG + b"b"),
    ]
    assert [(talk.path, "authorization" in talk.headers) for talk in host.talks] == [("/x/a?s=1", False)]


def test_a_video_that_is_changed_goes_as_json(cli, service, folder):
    server = service({"/v1/videos": [QUEUED]})
    Path("a.mp4").write_bytes(VIDEO)
    ran = cli("video", "create", "Night", "-m", "omni-fast-v2v", "--video", "a.mp4", "--seconds", "4")

    sent = json.loads(server.talks[0].body)
    assert (ran.code, sent["seconds"], sent["video"][:22]) == (0, "4", "data:video/mp4;base64,")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--seconds", "5"], "Sora models take --seconds 4 or 8 or 12 or 16 or 20 only, not 5 (sora-2)."),
        (["--size", "1792x1024"], "Sora models take --size 1280x720 or 720x1280 only, not 1792x1024 (sora-2)."),
        (
            ["--size", "1280x720", "--input-reference", "a.png"],
            "Sora models take --input-reference of 1280x720 only, but a.png is 720x1280 (sora-2).",
        ),
        (["--aspect-ratio", "1:1"], "Sora models do not take --aspect-ratio (sora-2)."),
        (["-m", "wan2.6", "--input-reference", "a.png"], "Wan 2.6 models do not take --input-reference (wan2.6)."),
        (["--input-reference", "none.png"], "--input-reference must be a file that can be read: none.png"),
        (["--wait", "-o", "there.mp4"], "already exists."),
        (["--wait", "-o", "no/there.mp4"], "--output is in a folder that does not exist"),
        (["-o", "new.mp4"], "--output names the file of the result, so it requires --wait."),
    ],
)
def test_what_can_be_known_is_known_before_it_is_paid_for(cli, service, folder, environ, words, told):
    server = service({"/v1/videos": [QUEUED]})
    Path("a.png").write_bytes(PNG)
    Path("there.mp4").write_bytes(b"mine")
    ran = cli("video", "create", "A fox", *words)

    assert (ran.code, ran.out, server.talks) == (2, "", [])
    assert told in ran.err
    assert not os.path.exists(os.path.join(environ["HOME"], ".local", "state", "cometapi", "journal.db"))


# --- paid for once


LOST = {
    "reset": lambda talk: talk.reset(),
    "half": lambda talk: talk.head(200, "application/json", "Content-Length: 500").send('{"id": "vi'),
    "cut": lambda talk: talk.whole('{"id": "vi'),
    "html": lambda talk: talk.whole("<html>", 200, "text/html"),
    "no id": lambda talk: talk.whole({"status": "queued"}),
    "500": refused(500),
    "502": refused(502),
    "504": refused(504),
    "408": refused(408),
    "late": lambda talk: talk.stall(),
}


@pytest.mark.parametrize("answer", LOST.values(), ids=LOST)
def test_a_lost_reply_is_never_asked_for_again(cli, service, environ, answer):
    server = service({"/v1/videos": [answer]})
    ran = cli("video", "create", "A fox", "--wait", "--retries", "5", "--retry-max-wait", "0", "--timeout", "0.5")

    assert (ran.code, ran.out, len(server.talks)) == (69, "", 1)
    assert "may have been accepted and charged; it is not retried." in ran.err
    assert "Look for it with: cometapi tasks adopt" in ran.err
    assert "ry again" not in ran.err
    assert creations(environ) == [("video create", "sora-2", "sent", None)]


@pytest.mark.parametrize(("status", "exit_code"), [(400, 1), (401, 77), (413, 1), (429, 69), (503, 69)])
def test_what_was_refused_is_not_lost(cli, service, environ, status, exit_code):
    server = service({"/v1/videos": [refused(status)]})
    ran = cli("video", "create", "A fox", "--retries", "0")

    assert (ran.code, len(server.talks), "may have been" in ran.err) == (exit_code, 1, False)
    assert creations(environ) == [("video create", "sora-2", "refused", None)]


def test_what_never_arrived_is_not_lost(cli, nobody, environ):
    ran = cli("video", "create", "A fox", "--retries", "1", "--retry-max-wait", "0")

    assert (ran.code, "may have been" in ran.err) == (69, False)
    assert creations(environ) == [("video create", "sora-2", "refused", None)]


@pytest.mark.parametrize(
    ("reply", "task"),
    [({"task_id": "task_1"}, "task_1"), ({"id": "", "task_id": "task_1"}, "task_1"), ({"id": 7}, "7")],
)
def test_the_id_is_where_the_service_puts_it(cli, service, environ, reply, task):
    service({"/v1/videos": [reply]})

    assert cli("video", "create", "A fox").code == 0
    assert creations(environ) == [("video create", "sora-2", "accepted", task)]


def test_nothing_is_sent_where_it_cannot_be_kept(cli, service, environ):
    server = service({"/v1/videos": [QUEUED]})
    place = Path(environ["HOME"], ".local", "state", "cometapi")
    place.mkdir(parents=True)
    (place / "journal.db").mkdir()
    ran = cli("video", "create", "A fox")

    assert (ran.code, ran.out, server.talks) == (1, "", [])
    assert ran.err.startswith("cometapi: Nothing was sent, because the journal of paid tasks cannot be written: ")


def test_the_journal_is_its_owners_alone_and_holds_no_prompt(cli, service, environ):
    service({"/v1/videos": [QUEUED]})
    cli("video", "create", "A very special fox")
    place = Path(environ["HOME"], ".local", "state", "cometapi")

    files = {path: path.read_bytes() for path in place.iterdir()}
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    assert not any(b"special" in data or b"sk-test" in data for data in files.values())


@pytest.mark.parametrize("words", [["--dry-run"], ["--curl"], ["--sandbox"]])
def test_what_costs_nothing_is_not_kept(cli, service, environ, words):
    service({"/v1/videos": [QUEUED]})

    assert cli("video", "create", "A fox", *words).code == 0
    assert not os.path.exists(os.path.join(environ["HOME"], ".local", "state", "cometapi", "journal.db"))


# --- waiting


@pytest.mark.parametrize("word", ["completed", "SUCCESS", "Succeed", "succeeded", "DONE", "ready", "complete"])
def test_every_word_for_done_ends_the_wait(cli, service, folder, word):
    service({"/v1/videos/video_1": [{**DONE, "status": word}], "/v1/videos/video_1/content": [file(VIDEO)]})
    ran = cli("video", "wait", "video_1", "-o", "a.mp4")

    assert (ran.code, ran.out, ran.err, Path("a.mp4").read_bytes()) == (0, "a.mp4\n", "", VIDEO)


@pytest.mark.parametrize(
    "word",
    [
        "failed",
        "FAILURE",
        "error",
        "EXPIRED",
        "canceled",
        "Cancelled",
        "rejected",
        "Request Moderated",
        "content moderated",
    ],
)
def test_every_word_for_failed_ends_the_wait_with_the_reason(cli, service, folder, word):
    service({"/v1/videos/video_1": [{**QUEUED, "status": word, "error": {"code": "x1", "message": "Too odd"}}]})
    ran = cli("video", "wait", "video_1", "-o", "a.mp4")

    assert (ran.code, ran.out, os.listdir()) == (1, "", [])
    assert ran.err == f"cometapi: Task video_1 failed ({word}): x1: Too odd.\n"


@pytest.mark.parametrize("reply", [{"fail_reason": "Too odd"}, {"error": "Too odd"}, {"failReason": "Too odd"}])
def test_the_reason_is_where_the_service_puts_it(cli, service, reply):
    service({"/v1/videos/video_1": [{**QUEUED, "status": "failed", **reply}]})

    for command in ("wait", "download"):
        ran = cli("video", command, "video_1")
        assert (ran.code, ran.err) == (1, "cometapi: Task video_1 failed (failed): Too odd.\n")
    assert "Too odd" in cli("video", "get", "video_1").out


def test_ornaments_break_nothing(cli, service, folder):
    odd = [58, "58%", 0.58, "N/A", "", None, -1, 250, [], {"a": 1}]
    looks = [{**QUEUED, "status": "in_progress", "progress": one} for one in odd]
    service({"/v1/videos/video_1": [*looks, DONE], "/v1/videos/video_1/content": [file(VIDEO)]})
    ran = cli("video", "wait", "video_1", "-o", "a.mp4", "--interval", "0.1")

    assert (ran.code, ran.out, "Traceback" in ran.err) == (0, "a.mp4\n", False)


def test_looks_that_fail_are_told_once_and_repeated(cli, service, folder):
    html = lambda talk: talk.whole("<html>", 200, "text/html")  # noqa: E731
    trouble = [refused(502)] * 4 + [lambda talk: talk.reset(), html, refused(429), refused(425), refused(408)]
    server = service(
        {
            "/v1/videos": [QUEUED],
            "/v1/videos/video_1": [QUEUED, *trouble, DONE],
            "/v1/videos/video_1/content": [file(VIDEO)],
        }
    )
    ran = cli("video", "create", "A fox", "--wait", "-o", "a.mp4", "--interval", "0.1")

    assert (ran.code, ran.out, Path("a.mp4").read_bytes(), len(posts(server))) == (0, "a.mp4\n", VIDEO, 1)
    assert ran.err.count("HTTP 502") == 1


def test_one_that_is_not_known_yet_is_looked_for_again(cli, service, folder):
    unknown = refused(400, "task_not_exist", "task_not_exist")
    looks = [unknown, unknown, refused(404), DONE]
    service({"/v1/videos": [QUEUED], "/v1/videos/video_1": looks, "/v1/videos/video_1/content": [file(VIDEO)]})
    ran = cli("video", "create", "A fox", "--wait", "-o", "a.mp4", "--interval", "0.1")
    assert (ran.code, ran.out) == (0, "a.mp4\n")

    for command in ("get", "wait", "download"):
        service({"/v1/videos/nosuch": [unknown]})
        ran = cli("video", command, "nosuch")
        assert (ran.code, ran.err.splitlines()[0]) == (
            1,
            "cometapi: There is no such video (HTTP 400): task_not_exist.",
        )


def test_not_done_in_time_is_no_success(cli, service, folder, environ):
    server = service({"/v1/videos": [QUEUED], "/v1/videos/video_1": [QUEUED]})
    ran = cli("video", "create", "A fox", "--wait", "-o", "a.mp4", "--max-wait", "0.2", "--interval", "0.1")

    assert (ran.code, ran.out, len(posts(server)), os.listdir()) == (69, "", 1, [])
    assert "Continue with: cometapi video wait video_1" in ran.err
    assert "ry again" not in ran.err
    assert creations(environ) == [("video create", "sora-2", "accepted", "video_1")]


def test_looks_that_all_fail_say_so(cli, service, folder):
    service({"/v1/videos": [QUEUED], "/v1/videos/video_1": [QUEUED, refused(500, "Down")]})
    ran = cli("video", "create", "A fox", "--wait", "--max-wait", "0.2", "--interval", "0.1")
    assert (ran.code, "The last status check failed: " in ran.err) == (69, True)
    assert "Continue with: cometapi video wait video_1" in ran.err

    service({"/v1/videos": [QUEUED], "/v1/videos/video_1": [refused(401)]})
    ran = cli("video", "create", "A fox", "--wait", "--max-wait", "5", "--interval", "0.1")
    assert (ran.code, "Continue with: cometapi video wait video_1" in ran.err) == (77, True)


def test_retry_after_is_kept_and_the_wait_is_not_longer_for_it(cli, service, folder, monkeypatch):
    slept = []
    monkeypatch.setattr("cometapi.http.waiter.sleep", slept.append)
    full = lambda talk: talk.whole({}, 429, "application/json", "Retry-After: 3")  # noqa: E731
    service({"/v1/videos/video_1": [QUEUED, full, DONE], "/v1/videos/video_1/content": [file(VIDEO)]})

    assert cli("video", "wait", "video_1", "-o", "a.mp4", "--interval", "1").code == 0
    assert slept == [1, 3]


def test_one_document_on_stdout_and_no_escapes(cli, service, folder):
    service({"/v1/videos": [QUEUED], "/v1/videos/video_1": [QUEUED, DONE]})
    ran = cli("video", "create", "A fox", "--wait", "--json", "--interval", "0.1")

    assert (json.loads(ran.out)["status"], "\x1b" in ran.err, os.listdir()) == ("completed", False, [])


# --- what was made


def part_of(folder):
    """The part of a download that broke off: its bytes, None without one."""
    found = [path for path in folder.iterdir() if path.name.endswith(".part")]
    return found[0].read_bytes() if found else None


def test_a_link_is_fetched_without_the_key_and_as_it_stands(cli, service, host, folder):
    target = "/v/a.mp4?sig=a%2Fb%3D%3D&d=attachment%3B%20f%3D%22x%22&e="
    service({"/v1/videos/video_1": [{**DONE, "video_url": f"{host.url}{target}"}]})
    host(file(VIDEO, "Content-Disposition: attachment; filename=../../.bashrc"))
    ran = cli("video", "download", "video_1", "--save", ".")

    assert (ran.code, ran.out, Path("video-1.mp4").read_bytes()) == (0, "./video-1.mp4\n", VIDEO)
    assert [(talk.path, talk.headers.get("accept-encoding")) for talk in host.talks] == [(target, "identity")]
    assert not {"authorization", "cookie"} & host.talks[0].headers.keys()


def test_the_content_is_asked_for_with_the_key_and_where_it_leads_without(cli, service, host, folder):
    lead = lambda talk: talk.head(302, "text/plain", f"Location: {host.url}/f", "Content-Length: 0")  # noqa: E731
    server = service({"/v1/videos/video_1": [DONE], "/v1/videos/video_1/content": [lead]})
    host(file(VIDEO))

    assert cli("video", "download", "video_1", "-o", "a.mp4").code == 0
    assert "authorization" in server.talks[-1].headers
    assert ("authorization" in host.talks[0].headers, Path("a.mp4").read_bytes()) == (False, VIDEO)


@pytest.mark.parametrize("place", ["http://169.254.169.254/x", "file:///etc/passwd", "ftp://127.0.0.1/x"])
def test_a_link_leads_nowhere_that_is_dangerous(cli, service, host, folder, place):
    service({"/v1/videos/video_1": [{**DONE, "video_url": f"{host.url}/f"}]})
    host(lambda talk: talk.head(302, "text/plain", f"Location: {place}", "Content-Length: 0"))
    ran = cli("video", "download", "video_1", "-o", "a.mp4")

    told = "It leads to 169.254.169.254" if place.startswith("http:") else place
    assert (ran.code, ran.out, os.listdir(), told in ran.err) == (1, "", [], True)
    assert "video_1" in ran.err


INSTEAD = {
    "html": (lambda talk: talk.whole("<html><title>Sorry</title>", 200, "text/html"), "Sorry"),
    "json": (lambda talk: talk.whole({"error": {"message": "Gone away"}}, 200, "video/mp4"), "Gone away"),
    "empty": (lambda talk: talk.whole("", 200, "video/mp4"), "empty"),
}


@pytest.mark.parametrize(("answer", "told"), INSTEAD.values(), ids=INSTEAD)
def test_what_is_no_video_is_not_saved_as_one(cli, service, host, folder, answer, told):
    service({"/v1/videos/video_1": [{**DONE, "video_url": f"{host.url}/f"}]})
    host(answer)
    ran = cli("video", "download", "video_1", "-o", "a.mp4")

    assert (ran.code, ran.out, os.listdir(), told in ran.err) == (1, "", [], True)


def test_done_without_a_result_is_a_failure(cli, service, folder):
    service({"/v1/videos/video_1": [DONE], "/v1/videos/video_1/content": [refused(404, "No file")]})
    ran = cli("video", "wait", "video_1", "-o", "a.mp4")

    assert (ran.code, ran.out, os.listdir()) == (1, "", [])
    assert "Task video_1 is done, but its result cannot be downloaded: " in ran.err


def test_what_is_not_done_yet_is_not_downloaded(cli, service, folder):
    service({"/v1/videos/video_1": [{**QUEUED, "status": "never heard of", "progress": "58%"}]})
    ran = cli("video", "download", "video_1")

    assert (ran.code, ran.out) == (69, "")
    assert ran.err.splitlines() == [
        "cometapi: Not done yet: video_1 never heard of 58%.",
        "  Wait for it with: cometapi video wait video_1",
    ]


class Files:
    """A file host: ``data`` with an ``etag``; ``cut`` breaks off after so many bytes, ``ranges`` is how Range is taken."""

    def __init__(self, data, etag='"a"', cut=None, ranges="honest"):
        self.data, self.etag, self.cut, self.ranges = data, etag, cut, ranges
        self.asked = []

    def __call__(self, talk):
        wanted = talk.headers.get("range")
        self.asked.append((wanted, talk.headers.get("if-range")))
        start = int(wanted[6:-1]) if wanted else 0
        is_same = talk.headers.get("if-range") in (self.etag, None) or self.ranges == "careless"
        if wanted and start >= len(self.data) and is_same:
            return talk.whole("", 416, "video/mp4", f"Content-Range: bytes */{len(self.data)}")
        if not wanted or self.ranges == "none" or not is_same:
            start, status, more = 0, 200, []
        else:
            begun = 0 if self.ranges == "wrong" else start
            status, more = 206, [f"Content-Range: bytes {begun}-{len(self.data) - 1}/{len(self.data)}"]
            start = begun
        body = self.data[start:]
        tag = [f"ETag: {self.etag}"] if self.etag else []
        talk.head(status, "video/mp4", f"Content-Length: {len(body)}", *tag, *more)
        return talk.send(body[: self.cut] if self.cut else body)


@pytest.mark.parametrize("ranges", ["honest", "none", "wrong"])
def test_a_download_that_broke_off_is_gone_on_with(cli, service, host, folder, ranges):
    service({"/v1/videos/video_1": [{**DONE, "video_url": f"{host.url}/f"}]})
    files = Files(VIDEO, cut=1000, ranges=ranges)
    host(files)
    ran = cli("video", "download", "video_1", "-o", "a.mp4", "--retries", "0")
    assert (ran.code, ran.out, Path("a.mp4").exists(), part_of(folder)) == (69, "", False, VIDEO[:1000])
    assert "1,000 bytes were kept in " in ran.err
    assert "Continue with: cometapi video download video_1 --output a.mp4" in ran.err

    files.cut = None
    ran = cli("video", "download", "video_1", "-o", "a.mp4", "--retries", "0")
    assert (ran.code, ran.out, Path("a.mp4").read_bytes(), os.listdir()) == (0, "a.mp4\n", VIDEO, ["a.mp4"])
    assert files.asked[1] == ("bytes=1000-", '"a"')


@pytest.mark.parametrize("ranges", ["honest", "careless"])
def test_two_versions_are_never_put_together(cli, service, host, folder, ranges):
    service({"/v1/videos/video_1": [{**DONE, "video_url": f"{host.url}/f"}]})
    host(Files(VIDEO, cut=1000))
    assert cli("video", "download", "video_1", "-o", "a.mp4", "--retries", "0").code == 69

    other = VIDEO[:8] + b"other" * 500
    host(Files(other, etag='"b"', ranges=ranges))
    assert cli("video", "download", "video_1", "-o", "a.mp4", "--retries", "0").code == 0
    assert Path("a.mp4").read_bytes() == other


def test_a_part_that_is_whole_is_taken(cli, service, host, folder):
    service({"/v1/videos/video_1": [{**DONE, "video_url": f"{host.url}/f"}]})
    files = Files(VIDEO, cut=1000)
    host(files)
    cli("video", "download", "video_1", "-o", "a.mp4", "--retries", "0")
    next(path for path in folder.iterdir() if path.name.endswith(".part")).write_bytes(VIDEO)
    assert cli("video", "download", "video_1", "-o", "a.mp4", "--retries", "0").code == 0
    assert (Path("a.mp4").read_bytes(), os.listdir(), len(files.asked)) == (VIDEO, ["a.mp4"], 2)


def test_a_part_belongs_to_one_task_and_one_file(cli, service, host, folder):
    link = {**DONE, "video_url": f"{host.url}/f"}
    service({"/v1/videos/video_1": [link], "/v1/videos/video_2": [link]})
    files = Files(VIDEO, cut=1000)
    host(files)
    cli("video", "download", "video_1", "-o", "a.mp4", "--retries", "0")
    cli("video", "download", "video_2", "-o", "a.mp4", "--retries", "0")
    cli("video", "download", "video_1", "-o", "b.mp4", "--retries", "0")
    assert [wanted for wanted, _ in files.asked] == [None, None, None]


def test_a_link_that_has_expired_is_asked_for_anew(cli, service, host, folder):
    looks = [{**DONE, "video_url": f"{host.url}/{one}"} for one in ("old", "new")]
    service({"/v1/videos/video_1": looks})
    files, seen = Files(VIDEO, cut=1000), []

    def answer(talk):
        seen.append(talk.path)
        if seen == ["/old"]:
            return files(talk)
        files.cut = None
        return talk.whole("<Error/>", 403, "application/xml") if talk.path == "/old" else files(talk)

    host(answer)
    ran = cli("video", "download", "video_1", "-o", "a.mp4", *FAST[2:])
    assert (ran.code, Path("a.mp4").read_bytes(), seen) == (0, VIDEO, ["/old", "/old", "/new"])
    assert files.asked == [(None, None), ("bytes=1000-", '"a"')]


def test_a_sentence_is_never_fetched(cli, service, folder):
    told = {**DONE, "video_url": "see the console"}
    service({"/v1/videos/video_1": [told], "/v1/videos/video_1/content": [file(VIDEO)]})

    assert cli("video", "download", "video_1", "-o", "a.mp4").code == 0
    assert Path("a.mp4").read_bytes() == VIDEO


def test_a_video_passes_through_a_pipe(cli, service, host, folder):
    service({"/v1/videos/video_1": [{**DONE, "video_url": f"{host.url}/f"}]})
    host(lambda talk: talk.whole(b"\0\0\0\x18ftypmp42", 200, "video/mp4"))
    ran = cli("video", "download", "video_1", "-o", "-")
    assert (ran.code, ran.out, os.listdir()) == (0, "\0\0\0\x18ftypmp42", [])


def test_a_complete_download_outlives_a_file_that_took_its_name(cli, service, host, folder):
    service({"/v1/videos/video_1": [{**DONE, "video_url": f"{host.url}/f"}]})

    def answer(talk):
        Path("a.mp4").write_text("mine")
        return talk.head(200, "video/mp4", 'ETag: "v1"', f"Content-Length: {len(VIDEO)}").send(VIDEO)

    host(answer)
    ran = cli("video", "download", "video_1", "-o", "a.mp4")
    [part] = Path().glob(".*.part")
    assert (ran.code, ran.out, Path("a.mp4").read_text(), part.read_bytes()) == (1, "", "mine", VIDEO)
    assert "a.mp4 was created in the meantime." in ran.err and part.name in ran.err
    host(lambda talk: talk.head(416, "text/plain", f"Content-Range: bytes */{len(VIDEO)}", "Content-Length: 0"))
    assert cli("video", "download", "video_1", "-o", "a.mp4", "--force").code == 0
    assert (host.talks[-1].headers["range"], os.listdir()) == (f"bytes={len(VIDEO)}-", ["a.mp4"])
    assert Path("a.mp4").read_bytes() == VIDEO


# --- found again


def test_what_is_unfinished_is_listed(cli, service, folder):
    service({"/v1/videos": [QUEUED, refused(502)], "/v1/videos/video_1": [{**QUEUED, "status": "failed"}]})
    cli("video", "create", "A fox")
    cli("video", "create", "A wolf")
    listed = json.loads(cli("tasks", "unfinished", "--json").out)
    assert [(one["state"], one["task"], one["continue_with"]) for one in listed] == [
        ("unknown", None, None),
        ("started", "video_1", "cometapi video wait video_1"),
    ]
    assert "started" in cli("video", "list").out
    assert cli("video", "wait", "video_1").code == 1
    assert [one["state"] for one in json.loads(cli("tasks", "unfinished", "--json").out)] == ["unknown"]
    assert [(one["id"], one["state"]) for one in json.loads(cli("video", "list", "--json").out)] == [
        ("video_1", "failed")
    ]


def test_a_lost_task_is_found_and_taken_over(cli, service, environ, folder):
    import time

    environ["COMETAPI_ACCESS_TOKEN"] = "access-token-0002"
    tasks = [
        {"task_id": "video_9", "model_name": "sora-2", "submit_time": int(time.time()), "status": "IN_PROGRESS"},
        {"task_id": "other", "model_name": "kling", "submit_time": int(time.time()), "status": "SUCCESS"},
        {"task_id": "old", "model_name": "sora-2", "submit_time": int(time.time()) - 3600, "status": "SUCCESS"},
    ]
    page = {"success": True, "data": {"items": tasks, "total": 3, "page": 1, "page_size": 100}}
    service({"/v1/videos": [refused(504)], "/api/task/self": [page]})
    assert cli("video", "create", "A fox").code == 69

    ran = cli("tasks", "adopt", "--json")
    assert ([one["task_id"] for one in json.loads(ran.out)], ran.code) == (["video_9"], 0)
    assert "Adopt one with: cometapi tasks adopt ID" in ran.err
    assert cli("tasks", "adopt", "other").code == 2
    ran = cli("tasks", "adopt", "video_9")
    assert (ran.code, "Continue with: cometapi video wait video_9" in ran.err) == (0, True)
    assert creations(environ) == [("video create", "sora-2", "accepted", "video_9")]
    assert "No lost requests" in cli("tasks", "adopt").err


def test_without_the_access_token_it_is_said_what_is_known(cli, service):
    answer = lambda talk: talk.whole({}, 504, "application/json", "X-Cometapi-Request-Id: r-7")  # noqa: E731
    server = service({"/v1/videos": [answer]})
    cli("video", "create", "A fox")
    ran = cli("tasks", "adopt")
    assert (ran.code, ran.out, len(server.talks)) == (64, "", 1)
    assert "video create, model sora-2, sent " in ran.err
    assert "Look it up with: cometapi logs --request-id r-7" in ran.err


def test_tasks_wait_knows_whose_task_it_is(cli, service, environ, folder):
    answers = {"/v1/videos": [{"id": "odd-1"}], "/v1/videos/odd-1": [{**DONE, "id": "odd-1"}]}
    service({**answers, "/v1/videos/odd-1/content": [file(VIDEO)]})
    cli("video", "create", "A fox")
    ran = cli("tasks", "wait", "odd-1", "-o", "a.mp4")
    assert (ran.code, ran.out, Path("a.mp4").read_bytes()) == (0, "a.mp4\n", VIDEO)

    service({"/v1/videos/video_7": [{**DONE, "id": "video_7"}]})
    assert json.loads(cli("tasks", "wait", "video_7", "--json").out)["id"] == "video_7"
