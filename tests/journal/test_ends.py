"""What is said when a wait, a download or the moment before is ended from outside: the command that goes on, and nothing lost."""

import os
import signal
import subprocess
from queue import SimpleQueue

import pytest
from conftest import PROGRAM

from cometapi.journal.records import Journal

QUEUED = {"id": "video_1", "status": "queued"}
DONE = {"id": "video_1", "status": "completed"}
ENDS = [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
MADE = "cometapi: Task video_1 has started. Continue with: cometapi video wait video_1"
WORDS = ["video", "create", "A fox", "--wait", "-o", "fox.mp4", "--interval", "60"]


@pytest.mark.parametrize(("number", "code"), ENDS, ids=lambda one: getattr(one, "name", ""))
@pytest.mark.parametrize("moment", ["the request", "a look", "the wait", "the download"])
def test_the_command_that_goes_on_is_printed(start, raw, tmp_path, moment, number, code):
    running = SimpleQueue()

    def stop(talk):
        running.get().send_signal(number)
        talk.stall()

    def answer(talk):
        place = (talk.method, talk.path)
        if place == ("POST", "/v1/videos"):
            return stop(talk) if moment == "the request" else talk.whole(QUEUED)
        if talk.path.endswith("/content"):
            talk.head(200, "video/mp4", "Content-Length: 5000", 'ETag: "a"').send(b"\0\0\0\x18ftypmp42" * 100)
            return stop(talk)
        if moment == "a look":
            return stop(talk)
        talk.whole(DONE if moment == "the download" else QUEUED)
        return running.get().send_signal(number) if moment == "the wait" else None

    raw(answer)
    process = start(*WORDS, folder=tmp_path)
    running.put(process)
    out, err = (data.decode() for data in process.communicate(timeout=30))

    assert (process.returncode, out, (tmp_path / "fox.mp4").exists(), "Traceback" in err) == (code, "", False, False)
    assert len([talk for talk in raw.talks if talk.method == "POST"]) == 1
    if moment == "the request":
        assert "may have been accepted and charged. Look for it with: cometapi tasks adopt" in err
    else:
        assert err.splitlines()[0] == MADE
        assert "Continue with: cometapi video wait video_1" in err


def test_a_reader_that_went_away_costs_no_id(environ, raw, tmp_path):
    raw(lambda talk: talk.whole(QUEUED))
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run(
        [str(PROGRAM), "video", "create", "A fox"], env=environ, cwd=tmp_path, stdout=write, stderr=subprocess.PIPE
    )
    os.close(write)
    assert MADE in ran.stderr.decode()


@pytest.mark.parametrize("told", ["a\0b", "a\ud800b"], ids=ascii)
def test_what_no_file_can_hold_costs_no_id(cli, raw, environ, told):
    raw(lambda talk: talk.whole({"id": told, "status": "queued"}))
    ran = cli("video", "create", "A fox")
    assert (ran.code, "could not be recorded" in ran.err, "Continue with: cometapi video wait" in ran.err) == (
        0,
        False,
        True,
    )
    with Journal(environ, writes=False) as journal:
        assert [(one["state"], one["task"][0], one["task"][-1]) for one in journal.list()] == [("accepted", "a", "b")]


@pytest.mark.parametrize("words", [["video", "wait"], ["video", "get"], ["tasks", "wait"]], ids=" ".join)
def test_an_id_that_is_no_text_is_a_sentence(cli, raw, environ, words):
    raw(lambda talk: talk.whole(QUEUED))
    assert cli("video", "create", "A fox").code == 0  # there is a journal to look into
    ran = cli(*words, "\udcff")
    assert (ran.code, ran.err.splitlines()[0]) == (2, "cometapi: ID holds bytes that are no text in UTF-8.")
