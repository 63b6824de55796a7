"""Commands of every kind of reply, each one YAML file: downloads, deletions, four kinds of pages, waiting, steps, media."""

import base64
import json
import os
import pty
import shutil
from pathlib import Path

import pytest
import warm
from project import edit, whole_copy

from codegen.__main__ import main

GADGETS = Path(__file__).with_name("gadgets")
PICTURE = (GADGETS / "replies" / "picture.png").read_bytes()
NOTE = "cometapi: Sample data from the sandbox; nothing is sent to the service.\n"
WAITER = """waiters:
  gadget:
    command: gadget wait
    id: id
    state: state
    progress: progress
    done: [done]
    failed: [failed]
"""
SETTING = """settings:
  events_url:
    type: url
    default: http://127.0.0.1:9
    help: Where the events are.
"""
SERVICE = """\
  events: {setting: events_url}
"""


@pytest.fixture(scope="module")
def grown(tmp_path_factory):
    """A clone with the gadgets, a waiter and a second service, pressed."""
    root = whole_copy(tmp_path_factory.mktemp("grown"))
    shutil.copytree(GADGETS, root / "spec", dirs_exist_ok=True)
    program = root / "spec" / "program.yaml"
    edit(program, "waiters:\n", WAITER)
    edit(program, "settings:\n", SETTING)
    text = program.read_text("utf-8")
    begin, gateway, rest = text.partition("  root: {setting: base_url")
    program.write_text(begin + SERVICE + gateway + rest, "utf-8")
    assert main(["--root", str(root)]) == 0
    return root


@pytest.fixture
def program(grown, environ, tmp_path):
    """Run the grown program with these words in an empty folder: ``(exit code, stdout, stderr)``; stdout as bytes."""
    folder = tmp_path / "work"
    folder.mkdir()
    environ = {**environ, "PYTHONPATH": str(grown)}

    def run(*words, **streams):
        code, out, err = warm.run(words, {**environ, **run.env}, folder, **streams)
        return code, out, err.decode()

    run.env, run.folder = {}, folder
    return run


@pytest.fixture
def serving(program, raw, environ):
    """A server that the grown program takes for every service."""
    program.env = {**{name: environ[name] for name in ("COMETAPI_BASE_URL", "COMETAPI_KEY")}}
    return raw


# --- files, texts, anything


LINES = b'{"id": "g-1"}\n{"id": "g-2"}\n'


def test_json_lines_are_a_file(program, serving):
    serving(lambda talk: talk.whole(LINES, 200, "application/json"))
    assert program("gadget", "export") == (0, LINES, "")
    assert program("--sandbox", "gadget", "export") == (0, LINES, NOTE)


@pytest.mark.parametrize("body", [b"", b"<svg/>", b"<!doctype html>", b'{"error": null}'])
def test_the_status_decides_what_is_a_file(program, serving, body):
    serving(lambda talk: talk.whole(body, 200, "text/html"))
    assert program("gadget", "export") == (0, body, "")


def test_a_file_is_fetched_from_where_the_service_leads_without_the_key(program, serving):
    serving(
        lambda talk: talk.head(302, "text/plain", "Location: /files/y", "Content-Length: 0"),
        lambda talk: talk.whole(LINES, 200, "application/jsonl"),
    )
    assert program("gadget", "export") == (0, LINES, "")
    assert [(talk.path, "authorization" in talk.headers) for talk in serving.talks] == [
        ("/v1/gadgets/export", True),
        ("/files/y", False),
    ]


def test_redirects_have_an_end(program, serving):
    serving(lambda talk: talk.head(302, "text/plain", "Location: /files/y", "Content-Length: 0"))
    code, out, err = program("gadget", "export")
    assert (code, out, err.splitlines()[0]) == (1, b"", "cometapi: The link redirects more than 5 times.")
    assert len(serving.talks) == 7


def test_an_error_status_is_a_refusal_and_leaves_no_file(program, serving):
    serving(lambda talk: talk.whole({"error": {"message": "No such gadget"}}, 404))
    code, out, err = program("gadget", "picture", "g-9", "--output", "a.png")
    assert (code, out, err.splitlines()[0]) == (1, b"", "cometapi: Not found (HTTP 404): No such gadget.")
    assert os.listdir(program.folder) == []


def test_a_refusal_in_place_of_a_file_whose_kind_is_declared(program, serving):
    serving(lambda talk: talk.whole({"error": {"message": "No paint"}}, 200))
    assert (
        program("gadget", "picture", "g-1")[2].splitlines()[0] == "cometapi: The service refused the request: No paint."
    )


def test_a_file_brings_no_formats(program):
    for option in ("--json", "--fields=id", "--query=id", "--format=csv", "--raw"):
        code, _, err = program("gadget", "export", option)
        assert (code, "Unknown option" in err) == (2, True)


def test_a_terminal_is_not_sent_a_file(program, serving):
    main, end = pty.openpty()
    code, _, err = program("gadget", "picture", "g-1", stdout=end)
    os.close(end), os.close(main)
    assert (code, serving.talks) == (2, [])
    assert err.startswith(
        "cometapi: The result is a file, which a terminal cannot show; write it with --output FILE.\n"
    )


def test_a_file_is_written(program):
    assert program("--sandbox", "gadget", "picture", "g-1", "-o", "a.png") == (0, b"", NOTE)
    assert (program.folder / "a.png").read_bytes() == PICTURE


def test_a_text_ends_with_a_line_end_and_is_utf_8(program, serving):
    serving(lambda talk: talk.whole("Grüße".encode("latin-1"), 200, "text/plain; charset=iso-8859-1"))
    assert program("gadget", "note", "g-1") == (0, "Grüße\n".encode(), "")
    assert program("--sandbox", "gadget", "note", "g-1") == (0, b"A lamp.\nHandle with care.\n", NOTE)


def test_any_value_is_printed_as_it_comes(program):
    assert program("--sandbox", "stock", "--json") == (0, b'{\n  "lamps": 3,\n  "chairs": 0\n}\n', NOTE)
    assert program("--sandbox", "stock", "--query", "lamps") == (0, b"3\n", NOTE)
    assert program("--sandbox", "stock", "--fields", "chairs", "-f", "csv") == (0, b"chairs\n0\n", NOTE)


def test_a_map_becomes_rows(program):
    assert program("--sandbox", "score", "hello", "-f", "csv") == (
        0,
        b"category,score\nhate,0.01\nviolence,0.2\n",
        NOTE,
    )


# --- no content


@pytest.mark.parametrize(
    ("words", "out", "note"),
    [
        (["gadget", "list", "--json"], b"[]\n", "cometapi: Nothing found.\n"),
        (["gadget", "create", "x"], b"", "cometapi: The service accepted the request and returned nothing.\n"),
        (["stock"], b"", "cometapi: The service accepted the request and returned nothing.\n"),
    ],
)
def test_no_content_is_success(program, serving, words, out, note):
    serving(lambda talk: talk.send("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"))
    assert program(*words) == (0, out, note)


# --- harm


@pytest.mark.parametrize("reply", [("", 204), ("", 200), ("OK", 200)], ids=str)
def test_a_deletion_is_told(program, serving, reply):
    serving(lambda talk: talk.whole(reply[0], reply[1], "text/plain"))
    assert program("gadget", "delete", "g-1", "--yes") == (0, b"", "cometapi: Gadget g-1 is deleted.\n")
    assert [talk.method for talk in serving.talks] == ["DELETE"]


def test_a_no_with_status_200_is_no_deletion(program, serving):
    serving(lambda talk: talk.whole({"success": False, "message": "Still in use"}))
    assert program("gadget", "delete", "g-1", "--yes")[::2] == (
        1,
        "cometapi: The service refused the request: Still in use.\n",
    )


@pytest.mark.parametrize("words", [[], ["--sandbox"]])
def test_nobody_to_ask_means_no_deletion(program, serving, words):
    code, out, err = program(*words, "gadget", "delete", "g\u200b1")
    assert (code, out, serving.talks) == (2, b"", [])
    assert "cometapi: Delete the gadget g\\u200b1? Confirm with --yes: nobody can be asked here.\n" in err


def test_a_dry_run_asks_nothing(program, serving):
    code, out, err = program("gadget", "delete", "g-1", "--dry-run")
    assert (code, out.splitlines()[0], err) == (0, f"DELETE {serving.url}/v1/gadgets/g-1".encode(), "")


def test_a_failure_has_a_sample(program):
    code, _, err = program("--sandbox", "gadget", "delete", "missing", "--yes")
    assert (code, err.splitlines()[1]) == (1, "cometapi: Not found (HTTP 404): No such gadget. (request id: sandbox)")


# --- pages


@pytest.mark.parametrize(("words", "prefix"), [("gadget list", "g-"), ("part list", ""), ("event list", "")])
def test_every_kind_of_pages_is_read_to_its_end(program, words, prefix):
    ids = [f"{prefix}{number}" for number in range(1, 6)]
    assert program("--sandbox", *words.split(), "--all", "--query", "[].id", "-f", "table") == (
        0,
        "".join(f"{one}\n" for one in ids).encode(),
        NOTE,
    )
    code, out, err = program("--sandbox", *words.split(), "--limit", "3", "--json")
    assert (code, [str(one["id"]) for one in json.loads(out)]) == (0, ids[:3])
    flags = "--page, --limit and --all" if words == "part list" else "--limit and --all"
    assert err == f"{NOTE}cometapi: There are more records; see {flags}.\n"


def test_a_header_is_a_column(program):
    assert json.loads(program("--sandbox", "gadget", "list", "--limit", "1", "--json")[1]) == [
        {"id": "g-1", "request": "req-9"}
    ]


def test_the_same_marker_twice_is_an_error(program, serving):
    serving(lambda talk: talk.whole({"data": [{"id": "a"}], "has_more": True, "last_id": "a"}))
    code, _, err = program("gadget", "list", "--all", "--json")
    assert (code, len(serving.talks)) == (1, 2)
    assert "returned the same next page twice" in err


def test_a_link_to_another_origin_is_not_followed(program, serving):
    link = 'Link: <http://127.0.0.2:1/events?page=2>; rel="next"'
    serving(lambda talk: talk.whole({"events": [{"id": 1}]}, 200, "application/json", link))
    folder = program.folder / "config" / "cometapi"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text(f'events_url = "{serving.url}"\n')
    program.env["XDG_CONFIG_HOME"] = str(program.folder / "config")
    code, _, err = program("event", "list", "--all", "--json")
    assert (code, len(serving.talks)) == (1, 1)
    assert (
        "The next page is at http://127.0.0.2:1/events?page=2, another host, so your credential is not sent there."
        in err
    )


# --- waiting and steps


def test_a_gadget_goes_through_its_states(program):
    code, out, err = program("--sandbox", "gadget", "wait", "g-1", "--interval", "0.1", "--query", "state")
    assert (code, out) == (0, b"done\n")
    assert err.removeprefix(NOTE) == (
        "cometapi: g-1 queued 10%; checking again every 0.1 s.\n"
        "cometapi: g-1 running 60%; checking again every 0.1 s.\n"
    )


def test_one_that_failed_says_why(program):
    code, out, _ = program("--sandbox", "gadget", "wait", "broken", "--query", "reason")
    assert (code, out) == (1, b"Out of paint\n")


def test_without_a_step_the_first_result_is_printed(program):
    _, out, _ = program("--sandbox", "gadget", "create", "lamp", "--json")
    assert json.loads(out) == {"id": "g-1", "state": "queued", "place": "/v1/gadgets/g-1"}


def test_steps_follow_and_the_last_result_is_printed(program):
    words = ("--sandbox", "gadget", "create", "lamp", "--wait", "--interval", "0.1")
    assert program(*words, "--fields", "progress", "-f", "csv")[:2] == (0, b"progress\n100%\n")
    assert program(*words, "--download")[:2] == (0, PICTURE)


@pytest.mark.parametrize("words", [[], ["--quiet"]])
def test_what_was_made_before_a_failing_step_is_told(program, serving, words):
    serving(
        lambda talk: talk.whole({"id": "g-1", "state": "queued"}, 201),
        lambda talk: talk.whole({"error": {"message": "Gone"}}, 404),
    )
    code, out, err = program("gadget", "create", "lamp", "--wait", *words)
    assert (code, out) == (1, b"")
    assert err.splitlines()[:2] == [
        "cometapi: gadget create is done: g-1. Continue with: cometapi gadget wait g-1",
        "cometapi: Not found (HTTP 404): Gone.",
    ]


# --- what is paid for and comes later


def journal(program):
    """The records of the journal of the grown program, the newest first, by some of their columns."""
    from cometapi.journal.records import Journal

    with Journal({"HOME": program.env["HOME"]}, writes=False) as kept:
        names = ("command", "model", "state", "task", "continue_with")
        return [tuple(one[name] for name in names) for one in kept.list()]


def test_what_is_made_stands_in_the_journal(program, serving, environ):
    program.env["HOME"] = environ["HOME"]
    serving(lambda talk: talk.whole({"id": "", "gadget_id": 7, "state": "queued"}, 201))
    code, _, err = program("gadget", "order", "lamp")
    assert (code, err) == (0, "cometapi: Task 7 has started. Continue with: cometapi gadget wait 7\n")
    assert journal(program) == [("gadget order", "lamp", "accepted", "7", "gadget wait 7")]


@pytest.mark.parametrize(
    ("answer", "exit_code", "state"),
    [
        (lambda talk: talk.whole({"state": "queued"}, 200), 69, "sent"),
        (lambda talk: talk.send("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"), 69, "sent"),
        (lambda talk: talk.whole({"error": {"message": "no"}}, 502), 69, "sent"),
        (lambda talk: talk.whole(b'{"id": "g', 200, "application/json"), 69, "sent"),
        (lambda talk: talk.whole({"error": {"message": "no"}}, 400), 1, "refused"),
        (lambda talk: talk.whole({"error": {"message": "no"}}, 200), 1, "refused"),
    ],
)
def test_what_may_have_been_taken_is_not_sent_again(program, serving, environ, answer, exit_code, state):
    program.env["HOME"] = environ["HOME"]
    serving(answer)
    code, out, err = program("gadget", "order", "lamp", "--retries", "5")
    assert (code, out, len(serving.talks)) == (exit_code, b"", 1)
    assert ("may have been accepted and charged" in err, "ry again" in err) == (state == "sent", False)
    assert journal(program) == [("gadget order", "lamp", state, None, None)]


# --- media in a reply


def test_media_are_saved_under_new_names_and_the_paths_are_printed(program):
    (program.folder / "picture-1.png").write_text("mine")
    assert program("--sandbox", "picture", "make", "lamp") == (0, b"picture-2.png\npicture-3.png\n", NOTE)
    names = {path.name: path.read_bytes() for path in program.folder.iterdir()}
    assert names == {"picture-1.png": b"mine", "picture-2.png": PICTURE, "picture-3.png": PICTURE}


def test_output_names_the_files(program):
    words = ("--sandbox", "picture", "make", "lamp", "-o", "a.png")
    assert program(*words) == (0, b"a-1.png\na-2.png\n", NOTE)
    assert program(*words) == (0, b"a-3.png\na-4.png\n", NOTE)
    assert program(*words, "--force") == (0, b"a-1.png\na-2.png\n", NOTE)


def test_the_name_of_the_only_file_must_be_free(program, serving):
    serving(pictures({"b64_json": base64.b64encode(PICTURE).decode()}))
    assert program("picture", "make", "lamp", "-o", "a.png") == (0, b"a.png\n", "")
    code, _, err = program("picture", "make", "lamp", "-o", "a.png")
    assert (code, "a.png already exists" in err, len(serving.talks)) == (2, True, 1)


def test_machines_get_the_records_and_save_only_when_they_say_so(program):
    _, out, _ = program("--sandbox", "picture", "make", "lamp", "--json")
    assert ([one["prompt"] for one in json.loads(out)], os.listdir(program.folder)) == (["A red lamp.", "Another."], [])
    _, out, err = program("--sandbox", "picture", "make", "lamp", "--json", "--save", ".")
    assert (len(json.loads(out)), sorted(os.listdir(program.folder))) == (2, ["picture-1.png", "picture-2.png"])
    assert err == f"{NOTE}cometapi: Saved ./picture-1.png.\ncometapi: Saved ./picture-2.png.\n"


def pictures(*data):
    """A service that makes these pictures."""
    return lambda talk: talk.whole({"data": list(data)})


def test_a_link_is_fetched_without_the_credential(program, serving):
    link = f"{serving.url}/files/x"
    serving(
        pictures({"url": link}),
        lambda talk: talk.head(302, "text/plain", "Location: /files/y", "Content-Length: 0"),
        lambda talk: talk.whole(b"\xff\xd8jpeg", 200, "image/jpeg"),
    )
    assert program("picture", "make", "lamp") == (0, b"picture-1.jpg\n", "")
    assert [(talk.path, talk.headers.get("authorization")) for talk in serving.talks] == [
        ("/v1/pictures", "Bearer sk-test-key-0001"),
        ("/files/x", None),
        ("/files/y", None),
    ]


@pytest.mark.parametrize(
    "link",
    [
        "file:///etc/passwd",
        "ftp://example.com/x",
        "//",
        "../../etc/passwd",
        "http://[::1",
        "http://evil.example\\.localhost/x",
        "http://evil.example\\@127.0.0.1/x",
        "http://ev\til.example/x",
    ],
)
def test_what_is_no_web_address_is_not_opened(program, serving, link):
    serving(pictures({"url": link}))
    code, out, err = program("picture", "make", "lamp")
    assert (code, out, os.listdir(program.folder)) == (1, b"", [])
    assert "a link that is not a web address" in err


def test_a_link_that_fails_is_told_beside_what_was_saved(program, serving):
    data = base64.b64encode(PICTURE).decode()
    serving(pictures({"b64_json": data}, {"url": f"{serving.url}/x"}), lambda talk: talk.whole("", 404))
    code, out, err = program("picture", "make", "lamp")
    assert (code, out, os.listdir(program.folder)) == (69, b"", ["picture-1.png"])
    assert err.splitlines() == [
        "cometapi: Saved picture-1.png.",
        "cometapi: The file cannot be downloaded (HTTP 404).",
        f"  It is at {serving.url}/x",
    ]


@pytest.mark.parametrize("words", [[], ["-o", "-"]])
def test_no_link_to_what_is_paid_for_is_lost_when_the_download_breaks(program, serving, words):
    links = [f"{serving.url}/{name}" for name in "xy"]
    serving(pictures(*({"url": link} for link in links)), lambda talk: talk.reset())
    code, out, err = program("picture", "make", "lamp", "--retries", "0", *words)
    assert (code, out, os.listdir(program.folder)) == (69, b"", [])
    assert err.splitlines()[:2] == [f"cometapi: Not saved: {link}" for link in links]


# --- the sandbox stands in for every service


def test_nothing_leaves_for_the_second_service(program):
    code, _, err = program("--sandbox", "event", "list", "--verbose", "--json")
    assert code == 0
    assert [line for line in err.splitlines() if "GET http" in line and ":9/" in line] == []
