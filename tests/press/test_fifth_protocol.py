"""A fifth protocol is its file, its command and its samples: an invented one, unlike any other, without a line of Python."""

import json
import re
import shutil
import sys
from pathlib import Path

import pexpect
import pytest
import warm
from project import whole_copy
from protocol_servers import sent, streamed
from terminal import spawn

from codegen.__main__ import main

RELAY = Path(__file__).with_name("relay")
CALL = {"kind": "use", "tool": {"ref": "k1", "title": "look"}, "input": {"city": "Paris"}}
METER = {"meter_in": 9, "meter_out": 3, "meter_mused": 2}
CITES = [{"label": "A page", "at": "https://example.com/a"}]
SEQUENCE = re.compile(r"\x1b(\[[0-9;?]*[ -/]*[@-~]|[=>]|\][^\x07]*\x07)")


@pytest.fixture(scope="module")
def grown(tmp_path_factory):
    """A clone that speaks the protocol, pressed."""
    root = whole_copy(tmp_path_factory.mktemp("grown"))
    shutil.copytree(RELAY, root / "spec", dirs_exist_ok=True)
    assert main(["--root", str(root)]) == 0
    return root


@pytest.fixture
def relay(grown, environ):
    """Run the grown program with these words: ``(exit code, stdout, stderr)``."""

    def run(*words):
        code, out, err = warm.run(words, {**environ, "PYTHONPATH": str(grown)}, grown)
        return code, out.decode("utf-8"), err.decode("utf-8")

    return run


def event(name, **value):
    return f"event: {name}\ndata: {json.dumps(value)}\n\n"


def frag(part, **value):
    return event("frag", path={"part": part}, **value)


OPEN, OVER = event("open", turn={"ref": "t1", "engine": "m"}), event("over")
TEXT = [frag(1, kind="say", body=["Hel", "lo "]), frag(1, kind="say", body=["there"])]
MUSED = [frag(0, kind="muse", body=["Let me ", "think."])]
USED = [frag(2, kind="use", tool={"ref": "k1", "title": "look"}), frag(2, input='{"city": '), frag(2, input='"Paris"}')]


def trailer(why="finished", **more):
    return event("trailer", why=why, meter=METER, **more)


def whole(*parts, why="finished"):
    return {"ref": "t1", "engine": "m", "parts": list(parts), "why": why, "meter": METER}


def said(text):
    return {"kind": "say", "body": text}


def me(*parts):
    return {"by": "me", "parts": list(parts)}


def test_text_reasoning_tokens_and_sources(relay, raw):
    raw(streamed(OPEN, *MUSED, *TEXT, trailer(cites=CITES), OVER), lambda talk: talk.whole({}, 404))
    code, out, err = relay("relay", "hi", "--reasoning", "show", "--usage")

    assert (code, out) == (0, "Hello there\n")
    assert err == (
        "Let me think.\n\ncometapi: [1] A page: https://example.com/a\n"
        "cometapi: Tokens: 9 input, 5 output, 2 reasoning.\n"
    )
    assert json.loads(raw.talks[0].body) == {"engine": "m", "dialogue": {"lines": [me(said("hi"))]}, "flow": True}


def test_calls_are_shown(relay, raw):
    raw(streamed(OPEN, *TEXT, *USED, trailer("used"), OVER))

    assert relay("relay", "hi") == (0, 'Hello there\n\nlook({"city": "Paris"})  # k1\n', "")


def test_a_stream_adds_up_to_the_whole_reply(relay, raw):
    raw(streamed(OPEN, *MUSED, *TEXT, *USED, trailer("used"), OVER))
    code, out, _ = relay("relay", "hi", "--json", "--stream")

    mused = {"kind": "muse", "body": "Let me think."}
    assert (code, json.loads(out)) == (0, whole(mused, said("Hello there"), CALL, why="used"))


def test_a_whole_reply_is_read(relay, raw):
    raw(lambda talk: talk.whole(whole(said("Hello"), CALL)))

    assert relay("relay", "hi", "--no-stream") == (0, 'Hello\n\nlook({"city": "Paris"})  # k1\n', "")


def test_events_are_those_of_every_protocol(relay, raw):
    raw(streamed(OPEN, *TEXT, *USED, trailer("used"), OVER))
    code, out, _ = relay("relay", "hi", "--events")

    assert (code, [json.loads(line) for line in out.splitlines()]) == (
        0,
        [
            {"type": "start"},
            {"type": "text", "choice": 0, "text": "Hello "},
            {"type": "text", "choice": 0, "text": "there"},
            {"type": "tool_call", "choice": 0, "id": "k1", "name": "look", "arguments": '{"city": "Paris"}'},
            {"type": "usage", "model": "m", "input": 9, "output": 5, "reasoning": 2},
            {"type": "result", "model": "m", "choices": [{"choice": 0, "finish_reason": "used"}]},
        ],
    )


ENDS = [
    (
        [event("oops", oops={"words": "It broke", "sort": "x"})],
        1,
        "cometapi: The service could not complete the answer: It broke.\n",
    ),
    (
        [trailer("hushed"), OVER],
        1,
        "cometapi: The service withheld the answer or a part of it (finish reason hushed).\n",
    ),
    (
        [trailer("full"), OVER],
        0,
        "cometapi: The answer reached its length limit and is incomplete; see --max-tokens.\n",
    ),
    ([], 69, "cometapi: The answer is incomplete: the stream ended early.\n"),
]


@pytest.mark.parametrize(("events", "code", "told"), ENDS)
def test_an_answer_ends_in_one_of_four_ways(relay, raw, events, code, told):
    raw(streamed(OPEN, *TEXT, *events))
    ran = relay("relay", "hi")

    assert (ran[0], ran[1]) == (code, "Hello there\n")
    assert ran[2].startswith(told)


def test_a_refusal_is_told_in_its_words(relay, raw):
    raw(lambda talk: talk.whole({"oops": {"words": "No such engine", "sort": "x"}}, 404))
    code, out, err = relay("relay", "hi")

    assert (code, out, err.splitlines()[0]) == (1, "", "cometapi: Not found (HTTP 404): No such engine.")


@pytest.fixture
def tools(tmp_path):
    """The words that let a tool be run which repeats its arguments."""
    folder, path = tmp_path / "tools", tmp_path / "tools.json"
    folder.mkdir()
    path.write_text(json.dumps([{"title": "look"}]))
    (folder / "look").write_text("#!/bin/sh\ncat\n")
    (folder / "look").chmod(0o755)
    return ["--tools", path, "--run-tools", folder, "--yes"]


def test_tools_are_run_in_rounds(relay, raw, tools):
    raw(streamed(OPEN, *USED, trailer("used"), OVER), streamed(OPEN, *TEXT, trailer(), OVER))
    code, out, err = relay("relay", "hi", *tools)

    assert (code, out, err) == (0, "Hello there\n", 'cometapi: Running look({"city": "Paris"})\n')
    result = {"kind": "gave", "ref": "k1", "body": '{"city": "Paris"}'}
    assert sent(raw)[1]["dialogue"]["lines"][0] == me(said("hi"))
    assert sent(raw)[1]["dialogue"]["lines"][1]["parts"][-1] == CALL
    assert sent(raw)[1]["dialogue"]["lines"][2] == me(result)


def test_a_tool_without_executable_is_refused_before_anything_is_sent(relay, raw, tools, tmp_path):
    (tmp_path / "tools" / "look").unlink()
    raw(lambda talk: talk.whole({}))
    code, _, err = relay("relay", "hi", *tools)

    assert (code, err.splitlines()[0], raw.talks) == (2, f"cometapi: {tmp_path}/tools has no executable for look.", [])


def test_the_short_way_and_the_sandbox_know_it(relay, raw):
    raw(streamed(OPEN, *TEXT, trailer(), OVER))

    assert relay("run", "m", "-e", "relay", "-p", "hi") == (0, "Hello there\n", "")
    assert relay("--sandbox", "relay", "hi")[:2] == (0, "Hello from the relay.\n")
    assert json.loads(relay("--sandbox", "relay", "hi", "--json")[1])["parts"] == [said("Hello from the relay.")]


def test_a_conversation_is_held_in_it(grown, environ, raw, tmp_path):
    raw(
        streamed(OPEN, *MUSED, *TEXT, trailer(), OVER),
        streamed(OPEN, frag(0, kind="say", body=["Four."]), trailer(), OVER),
    )
    env = {**environ, "PYTHONPATH": str(grown), "TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1"}
    words = ["-m", "cometapi", "relay", "--system", "Be brief.", "--reasoning", "hide"]
    child = spawn(sys.executable, words, env=env, cwd=str(tmp_path), timeout=20)
    prompt = re.compile(r"You>[^\r\n]{0,80}?\x1b\[\?25h")
    child.expect(prompt)
    for line, answer in (("hi", "Hello there"), ("two and two", "Four.")):
        child.send(f"{line}\r")
        child.expect_exact("\r\n")
        child.expect(prompt)
        assert answer in SEQUENCE.sub("", child.before)
    child.sendcontrol("d")
    child.expect(pexpect.EOF)
    own = {"by": "it", "parts": [{"kind": "muse", "body": "Let me think."}, said("Hello there")]}
    lines = [me(said("hi")), own, me(said("two and two"))]
    assert sent(raw)[1]["dialogue"] == {"stage": "Be brief.", "lines": lines}
