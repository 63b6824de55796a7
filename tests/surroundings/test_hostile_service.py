"""Nothing that a service sends reaches the terminal as anything but text that can be seen."""

import csv
import io
import json
import re
import time

import pytest
import yaml
from hostile import CALLS, PLANTED, SEQUENCES, Hostile
from screen import shown
from spread import spread

from cometapi.history import store
from cometapi.journal.records import KNOWN, Journal

FORMATS = ("table", "markdown", "json", "yaml", "csv")
WAYS = {  # the arguments that a command must take, and the words
    **{name: ("format", ["--format", name]) for name in FORMATS},
    "detail": ("all", ["--all", "--detail"]),
    "query": ("query", ["--query", "@"]),
    "query in markdown": ("query format", ["--query", "@", "--format", "markdown"]),
    "whole": ("stream", ["--no-stream"]),
    "reasoning": ("reasoning", ["--reasoning", "show"]),
    "events": ("events", ["--events"]),
    "raw": ("raw", ["--raw"]),
    "debug": ("debug", ["--debug"]),
}
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
OWN = re.compile(r"\x1b\[[0-9;]*m|\x1b\[[KJ]|\r?\x1b\[\d+A|\r(?=\S)")  # what the program tells a terminal itself


def ways(call):
    """The ways in which a call can be printed."""
    return [way for way, (name, _) in WAYS.items() if {*name.split()} <= call.taken]


ROWS = spread(CALLS, ways, lambda call: call.own_code)
TERMINAL = {"TERM": "xterm", "COLUMNS": "70"}


@pytest.fixture(scope="module")
def hostile():
    service = Hostile().start()
    yield service
    service.stop()


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(home, monkeypatch):
    """Files are saved where nobody minds, a request is lost, which can be asked after, there is a batch to run, and an answer whose cost is to be compared."""
    monkeypatch.chdir(home)
    message = {"role": "user", "content": "Hi"}
    row = {"custom_id": "1", "url": "/v1/chat/completions", "body": {"model": "gpt-5.4", "messages": [message]}}
    (home / "requests.jsonl").write_text(json.dumps(row), "utf-8")
    lost = {"command": "video create", "service": "http://127.0.0.1", "digest": "", "started_at": time.time()}
    with Journal({"HOME": str(home)}) as journal:
        journal.begin(dict.fromkeys(KNOWN) | lost)
    call = {"command": "chat", "protocol": "chat", "model": "gpt-5.4", "prompt": "Hi"}
    with store.required({"HOME": str(home)}) as history:
        history.finish(history.begin(call), state="finished", request_id="1", cost_usd=0.1)


def forged(text):
    """Lines that look as if the program had begun them; what a cell is wrapped to is none of them."""
    return [line for line in text.split("\n") if line.startswith("FORGED")]


@pytest.mark.parametrize(("call", "way"), ROWS, ids=str)
def test_nothing_of_the_service_is_obeyed(call, way, hostile, home):
    words = [*call.words, *WAYS[way][1], "--color", "never"]
    code, out, err = shown(words, {"HOME": str(home), **TERMINAL, **hostile.environ})

    assert (code, OBEYED.findall(out + err), forged(err)) == (0, [], [])


@pytest.mark.parametrize("call", [call for call in CALLS if "format" in call.taken], ids=str)
def test_only_the_styles_of_the_program_are_obeyed(call, hostile, home):
    words = [*call.words, "--format", "table", "--color", "always"]
    code, out, err = shown(words, {"HOME": str(home), **TERMINAL, **hostile.environ})

    assert [one for one in SEQUENCES if one in out + err] == []
    assert (code, OBEYED.findall(OWN.sub("", out + err))) == (0, [])


STATUSES = (400, 401, 429, 503)


@pytest.mark.parametrize(("call", "status"), spread(CALLS, lambda call: STATUSES, lambda call: call.own_code), ids=str)
def test_nothing_of_a_refusal_is_obeyed(call, status, home):
    service = Hostile(status).start()
    words = [*call.words, "--retries", "0", "--verbose", "--color", "never"]
    code, out, err = shown(words, {"HOME": str(home), **TERMINAL, **service.environ})
    service.stop()

    assert (code in (1, 3, 69, 77), OBEYED.findall(out + err), forged(out + err)) == (True, [], [])


READERS = {
    "json": json.loads,
    "yaml": yaml.safe_load,
    "csv": lambda text: list(csv.reader(io.StringIO(text, newline=""))),
    "table": lambda text: text,
}


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("words", [["models", "--source", "openai"], ["chat", "Hi"]], ids=" ".join)
def test_into_a_pipe_goes_exactly_what_the_service_said(words, name, hostile, cli):
    ran = cli(*words, "--format", name, env=hostile.environ)

    exact = [one for one in texts(READERS[name](ran.out)) if PLANTED in one]
    assert (ran.code, bool(exact)) == (0, words[0] == "chat" or name != "table")


def texts(value):
    """Every text in a JSON value."""
    if isinstance(value, dict | list):
        return [text for one in (value.values() if isinstance(value, dict) else value) for text in texts(one)]
    return [value] if isinstance(value, str) else []
