"""Standard streams that were closed before the program began: nothing is paid for, and no file takes their place."""

import os
import subprocess

import pytest
from conftest import PROGRAM, chunk
from hostile import CALLS
from inprocess import Stream, run

SECRETS = {"COMETAPI_KEY": "sk-test-key-0001", "COMETAPI_ACCESS_TOKEN": "access-token-0002"}


@pytest.mark.parametrize(
    "call", [call for call in CALLS if call.command != "exec"], ids=str
)  # whose stdout is the child's
def test_a_closed_stdout_is_known_before_anything_is_sent(call, raw, environ):
    raw(lambda talk: talk.whole({"success": True, "data": []}))
    words = [word for word in call.words if word not in call.file]
    code = run(words, {**environ, **SECRETS}, [Stream(), None, stderr := Stream()])

    assert (code, stderr.text(), raw.talks) == (1, "cometapi: Standard output is closed.\n", [])


CLOSED = {0: "<&-", 1: ">&-", 2: "2>&-"}


@pytest.mark.parametrize("closed", [(0,), (1,), (2,), (0, 1), (0, 2), (1, 2), (0, 1, 2)], ids=str)
def test_no_connection_and_no_file_takes_the_place_of_a_closed_stream(closed, raw, environ, tmp_path):
    found = []

    def answer(talk):
        found.extend(os.readlink(f"/proc/{process.pid}/fd/{number}") for number in closed)
        talk.stream(chunk("Hi", "stop")).end()

    raw(answer)
    line = f"exec {PROGRAM} chat hi --output answer.txt {' '.join(CLOSED[number] for number in closed)}"
    process = subprocess.Popen(["bash", "-c", line], env=environ, cwd=tmp_path, stdin=subprocess.DEVNULL)

    assert (process.wait(30), (tmp_path / "answer.txt").read_text(), found) == (0, "Hi\n", ["/dev/null"] * len(closed))


@pytest.mark.parametrize("closed", [(0,), (1,), (2,), (0, 1), (0, 2), (1, 2), (0, 1, 2)], ids=str)
def test_a_setting_is_stored_whatever_is_closed(closed, environ, config):
    line = f"exec {PROGRAM} config set default_model m {' '.join(CLOSED[number] for number in closed)}"
    code = subprocess.run(["bash", "-c", line], env=environ, capture_output=True).returncode

    assert (code, config.read_text()) == (0, 'default_model = "m"\n')
