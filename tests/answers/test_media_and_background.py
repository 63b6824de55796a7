"""Gemini's images and sources, and answers that Responses makes in the background."""

import base64
import json
import re
import signal
from queue import SimpleQueue

import pytest
from conftest import PROJECT, event
from protocol_servers import Gemini, Responses

IMAGE = json.loads((PROJECT / "spec/replies/gemini-image.json").read_text())
DATA = base64.b64decode(IMAGE["candidates"][0]["content"]["parts"][1]["inlineData"]["data"])
SOURCES = (
    "cometapi: [1] example.com: https://www.example.com/euro-2024 (confidence 0.98)\n"
    "cometapi: [2] example.org: https://www.example.org/final\n"
)


@pytest.mark.parametrize("words", [[], ["--no-stream"], ["--json"], ["--json", "--stream"], ["--events"]])
def test_an_image_is_saved_and_nothing_written_over(cli, tmp_path, words):
    (tmp_path / "answer-1.png").write_text("mine")
    ran = cli("--sandbox", "gemini", "hi", "--modality", "image", "--save", tmp_path, *words)

    assert f"cometapi: Saved {tmp_path}/answer-2.png (image/png, {len(DATA)} bytes).\n" in ran.err
    assert ((tmp_path / "answer-2.png").read_bytes(), (tmp_path / "answer-1.png").read_text()) == (DATA, "mine")
    assert (ran.code, len(list(tmp_path.glob("answer-*")))) == (0, 2)


@pytest.mark.parametrize("words", [[], ["--no-stream"], ["-f", "markdown"]])
def test_an_image_that_was_paid_for_is_kept(cli, tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "answer-1.png").write_text("mine")
    ran = cli("--sandbox", "gemini", "hi", "--modality", "image", *words)

    assert (ran.out, ran.code) == ("Here it is.\n", 0)
    assert f"cometapi: Saved answer-2.png (image/png, {len(DATA)} bytes).\n" in ran.err
    assert ((tmp_path / "answer-2.png").read_bytes(), (tmp_path / "answer-1.png").read_text()) == (DATA, "mine")


@pytest.mark.parametrize(
    "words", [["--json"], ["--raw"], ["--events"], ["--json", "--query", "content"], ["-f", "csv"]]
)
def test_machines_get_an_image_in_the_reply_and_nothing_is_saved(cli, tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    ran = cli("--sandbox", "gemini", "hi", "--modality", "image", *words)

    assert (ran.code, "Saved" in ran.err, list(tmp_path.glob("answer*"))) == (0, False, [])


def test_an_image_goes_where_there_is_room(cli, home, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("cometapi.http.reply_files.is_writable", lambda: False)
    ran = cli("--sandbox", "gemini", "hi", "--modality", "image")

    folder = home / ".local" / "state" / "cometapi"
    assert (ran.out, ran.code, (folder / "answer-1.png").read_bytes()) == ("Here it is.\n", 0, DATA)
    assert f"cannot be written to; saving into {folder}.\n" in ran.err


def test_the_ending_is_what_the_bytes_are(cli, raw, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    part = {"inlineData": {"mimeType": "image/png", "data": base64.b64encode(b"\xff\xd8\xff\xe0").decode()}}
    raw(lambda talk: talk.stream(Gemini().parts(part), *Gemini().finish("STOP")).end())
    cli("gemini", "hi")

    assert [one.name for one in tmp_path.glob("answer-*")] == ["answer-1.jpg"]


def test_an_image_of_megabytes(cli, raw, tmp_path):
    data = bytes(range(256)) * 8_000
    part = {"inlineData": {"mimeType": "image/webp", "data": base64.b64encode(data).decode()}}
    raw(lambda talk: talk.stream(Gemini().parts(part), *Gemini().finish("STOP")).end())
    ran = cli("gemini", "hi", "--save", tmp_path)

    assert ((tmp_path / "answer-1.webp").read_bytes(), ran.out, ran.code) == (data, "", 0)


def test_a_medium_that_is_none_is_told(cli, raw, tmp_path):
    raw(lambda talk: talk.stream(Gemini().parts({"inlineData": {"data": "#"}}), *Gemini().finish("STOP")).end())
    ran = cli("gemini", "hi", "--save", tmp_path)

    assert (ran.code, list(tmp_path.glob("answer*"))) == (0, [])
    assert ran.err == "cometapi: The answer contains a file (application/octet-stream) that cannot be read.\n"


def test_a_folder_that_refuses_is_an_error(cli, raw, tmp_path):
    folder = tmp_path / "gone"
    folder.mkdir()
    part = {"inlineData": {"mimeType": "image/png", "data": "aGk="}}
    raw(lambda talk: folder.rmdir() or talk.stream(Gemini().parts(part), *Gemini().finish("STOP")).end())
    ran = cli("gemini", "hi", "--save", folder)

    assert (ran.out, ran.code) == ("", 1)
    assert ran.err == f"cometapi: {folder}/answer-1.png cannot be written: No such file or directory.\n"


@pytest.mark.parametrize("words", [[], ["--no-stream"]])
def test_sources_are_numbered_links(cli, words):
    ran = cli("--sandbox", "gemini", "Who won?", "--search", *words)

    assert (ran.out, ran.code) == ("Spain won the UEFA Euro 2024.\n", 0)
    assert ran.err.endswith(SOURCES)


@pytest.mark.parametrize("chunks", [7, [None, 7, {"web": 3}], [{"maps": {"uri": "u"}}]])
def test_odd_sources_are_no_fault_of_the_program(cli, raw, chunks):
    candidate = {"index": 0, "content": {"parts": [{"text": "x"}]}, "groundingMetadata": {"groundingChunks": chunks}}
    raw(lambda talk: talk.stream(event({"candidates": [{**candidate, "finishReason": "STOP"}]})).end())
    ran = cli("gemini", "hi")

    assert (ran.out, ran.code) == ("x\n", 0)


def background(raw, *documents):
    """A service that gives these documents one after the other."""
    raw(*(lambda talk, document=document: talk.whole(document) for document in documents))


PROMISE = {"id": "resp_1", "status": "queued", "model": "m", "output": [], "error": None}
WORDS = ["responses", "hi", "--background", "--interval", "0.1"]


@pytest.mark.parametrize("words", [[], ["--json"], ["--events"]])
def test_an_answer_in_the_background_is_waited_for(cli, raw, words):
    whole = Responses().whole("Hello")
    background(raw, PROMISE, {**PROMISE, "status": "in_progress"}, whole)
    ran = cli(*WORDS, *words)

    asked = [(talk.method, talk.path) for talk in raw.talks]
    assert asked == [("POST", "/v1/responses"), *[("GET", "/v1/responses/resp_1")] * 2]
    body = json.loads(raw.talks[0].body)
    assert (body["background"], body["stream"]) == (True, False)
    assert ran.code == 0
    assert json.loads(ran.out) == whole if words == ["--json"] else "Hello" in ran.out
    assert re.findall(r"cometapi: resp_1 (\w+);", ran.err) == ["queued", "in_progress"]


def test_an_answer_in_the_background_that_failed(cli, raw):
    background(raw, PROMISE, {**PROMISE, "status": "failed", "error": {"code": "x", "message": "It broke"}})
    ran = cli(*WORDS)

    assert (ran.out, ran.code, ran.err.splitlines()[-1]) == (
        "",
        1,
        "cometapi: The service refused the request: It broke.",
    )


def test_an_answer_in_the_background_that_was_cancelled(cli, raw):
    background(raw, PROMISE, {**PROMISE, "status": "cancelled"})

    assert cli(*WORDS).code == 1


def test_an_answer_in_the_background_that_takes_too_long(cli, raw):
    background(raw, PROMISE)
    ran = cli(*WORDS, "--max-wait", "0.3")

    assert (ran.out, ran.code) == ("", 69)
    assert ran.err.splitlines()[-2:] == [
        "cometapi: Not done within 0.3 s: resp_1 queued.",
        "  Check again with: cometapi response get resp_1",
    ]


def test_a_wait_shorter_than_the_interval_gets_the_answer_all_the_same(cli, raw):
    background(raw, PROMISE, Responses().whole("Hello"))
    ran = cli("responses", "hi", "--background", "--max-wait", "0.1")

    assert (ran.out, ran.code) == ("Hello\n", 0)


TOLD = "cometapi: resp_1 is in progress; check it with: cometapi response get resp_1\n"


def test_the_id_of_what_is_paid_for_is_told_before_the_first_look(cli, raw):
    background(raw, PROMISE, Responses().whole("Hello"))

    assert cli(*WORDS).err.startswith(TOLD)


@pytest.mark.parametrize("quiet", [[], ["--quiet"]])
@pytest.mark.parametrize(("status", "code"), [(404, 1), (401, 77)])
def test_the_id_of_what_is_paid_for_is_told_when_the_wait_fails(cli, raw, status, code, quiet):
    raw(lambda talk: talk.whole(PROMISE), lambda talk: talk.whole({"error": {"message": "No"}}, status))
    ran = cli(*WORDS, *quiet)

    assert (ran.out, ran.code, ran.err.count(TOLD)) == ("", code, 1)


def test_a_service_that_is_away_for_a_while_does_not_lose_an_answer_that_is_paid_for(cli, raw, monkeypatch):
    monkeypatch.setattr("cometapi.http.waiter.sleep", lambda seconds: None)
    away = [lambda talk: talk.whole({}, 500), lambda talk: talk.reset()] * 8
    raw(lambda talk: talk.whole(PROMISE), *away, lambda talk: talk.whole(Responses().whole("Hello")))
    ran = cli(*WORDS)

    assert (ran.out, ran.code) == ("Hello\n", 0)
    assert [talk.method for talk in raw.talks] == ["POST", *["GET"] * 17]


@pytest.mark.parametrize("quiet", [[], ["--quiet"]])
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_the_id_of_what_is_paid_for_is_told_whatever_ends_the_wait(start, raw, number, code, quiet):
    running = SimpleQueue()
    raw(lambda talk: talk.whole(PROMISE), lambda talk: (running.get().send_signal(number), talk.stall()))
    process = start(*WORDS, *quiet)
    running.put(process)
    out, err = process.communicate(timeout=20)

    assert (out, process.returncode, err.decode().count(TOLD)) == (b"", code, 1)


@pytest.mark.parametrize("nothing", [None, "", {}])
def test_a_promise_without_an_id_cannot_be_kept(cli, raw, nothing):
    background(raw, {**PROMISE, "id": nothing})
    ran = cli(*WORDS)

    assert (ran.out, ran.code, len(raw.talks)) == ("", 1, 1)
    assert ran.err == "cometapi: The service accepted the request but returned no ID to check it with.\n"


@pytest.mark.parametrize("odd", ["[]", "7", {"id": "resp_1"}])
def test_an_odd_look_is_no_fault_of_the_program(cli, raw, odd):
    background(raw, PROMISE, odd)
    ran = cli(*WORDS)

    assert (ran.out, ran.code, "contains no answer" in ran.err) == ("", 1, True)


def test_the_answer_can_be_looked_at_again(cli, raw):
    background(raw, Responses().whole("Hello"))
    ran = cli("response", "get", "resp_1")

    assert (ran.out, ran.err, ran.code) == ("Hello\n", "", 0)
