"""``--tools`` and ``--run-tools``: calls shown, tools run in rounds, and what the next request says, in each protocol."""

import json
import os
import signal
import subprocess
import time

import pytest
from conftest import PROGRAM
from protocol_servers import said, sent, streamed

CALL = ("k1", "look", '{"city": "Paris"}')
DECLARED = {
    "chat": [{"type": "function", "function": {"name": "look", "parameters": {"type": "object"}}}],
    "gemini": [{"name": "look", "parameters": {"type": "object"}}],
    "responses": [{"type": "function", "name": "look", "parameters": {"type": "object"}}],
    "messages": [{"name": "look", "input_schema": {"type": "object"}}],
}
TURNS = {"chat": "messages", "gemini": "contents", "responses": "input", "messages": "messages"}


def second_turns(speech, result):
    """The turns of the second request as the protocol's documentation has them."""
    reply = speech.whole(None, speech.reasons["calls"], [CALL])
    if speech.command == "chat":
        answer = {"role": "tool", "tool_call_id": "k1", "content": result}
        return [{"role": "user", "content": "hi"}, reply["choices"][0]["message"], answer]
    if speech.command == "gemini":
        answer = {"functionResponse": {"id": "k1", "name": "look", "response": {"result": result}}}
        asked = {"role": "user", "parts": [{"text": "hi"}]}
        return [asked, reply["candidates"][0]["content"], {"role": "user", "parts": [answer]}]
    if speech.command == "responses":
        answer = {"type": "function_call_output", "call_id": "k1", "output": result}
        return [{"role": "user", "content": "hi"}, *reply["output"], answer]
    answer = {"type": "tool_result", "tool_use_id": "k1", "content": result}
    asked = {"role": "user", "content": "hi"}
    return [asked, {"role": "assistant", "content": reply["content"]}, {"role": "user", "content": [answer]}]


@pytest.fixture
def folder(tmp_path):
    found = tmp_path / "tools"
    found.mkdir()
    return found


@pytest.fixture
def tool(folder):
    """Write an executable with this shell script."""

    def write(script, name="look"):
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        return path

    return write


@pytest.fixture
def words(speech, folder, tmp_path):
    """The words of a call that runs tools."""
    path = tmp_path / "tools.json"
    path.write_text(json.dumps(DECLARED[speech.command]))
    return [speech.command, "hi", "-m", "m", "--tools", str(path), "--run-tools", str(folder)]


def calls_then_answers(raw, speech, *texts):
    """A server that wants a call of a tool first."""
    whole = speech.whole(None, speech.reasons["calls"], [CALL])
    raw(lambda talk: talk.whole(whole), lambda talk: talk.whole(speech.whole("Sunny")))


def test_text_shows_calls_readably(cli, raw, speech):
    raw(streamed(*said(speech, "So:", calls=[("k1", "look", ['{"city":', ' "é"}'])], reason="calls")))
    ran = cli(speech.command, "hi")

    assert (ran.out, ran.err, ran.code) == ('So:\n\nlook({"city": "é"})  # k1\n', "", 0)


@pytest.mark.parametrize("stream", ["--stream", "--no-stream"])
def test_the_second_request_has_the_reply_and_the_result(cli, raw, speech, words, tool, stream):
    tool("cat")
    if stream == "--stream":
        first = said(speech, calls=[("k1", "look", ['{"city": ', '"Paris"}'])], reason="calls")
        raw(streamed(*first), streamed(*said(speech, "Sunny")))
    else:
        calls_then_answers(raw, speech)
    ran = cli(*words, "--yes", stream)

    assert (ran.out, ran.err, ran.code) == ("Sunny\n", f"cometapi: Running look({CALL[2]})\n", 0)
    first, second = sent(raw)
    turns = TURNS[speech.command]
    assert {**second, turns: 0} == {**first, turns: 0}
    expected = second_turns(speech, '{"city": "Paris"}')
    if speech.command == "chat" and stream == "--stream":
        expected[1]["content"] = ""
    assert second[turns] == expected


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("echo oops >&2; exit 3", "error: the tool failed with exit code 3: oops"),
        ("sleep 30 & sleep 30", "error: the tool did not answer within 0.3 s"),
        ("echo done; sleep 30 & exit 0", "done\n"),
        ("echo $COMETAPI_KEY$COMETAPI_ACCESS_TOKEN.$OTHER", ".kept\n"),
    ],
)
def test_what_a_tool_does_is_told_to_the_model(cli, raw, speech, words, tool, script, told):
    tool(script)
    calls_then_answers(raw, speech)
    begun = time.monotonic()
    env = {"COMETAPI_ACCESS_TOKEN": "secret", "OTHER": "kept"}
    ran = cli(*words, "--yes", "--tool-timeout", "3" if told == "done\n" else "0.3", env=env)

    assert (ran.out, ran.code) == ("Sunny\n", 0)
    assert sent(raw)[1][TURNS[speech.command]] == second_turns(speech, told)
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize("make", [False, True])
def test_without_leave_nothing_is_sent(cli, raw, words, tool, folder, make):
    if make:
        tool("touch ran")
    ran = cli(*words, *([] if make else ["--yes"]))

    told = (
        "--run-tools asks before each call; outside of a terminal it needs --yes."
        if make
        else (f"{folder} has no executable for look.")
    )
    assert (ran.out, ran.err.splitlines()[0], ran.code, raw.talks) == ("", f"cometapi: {told}", 2, [])


@pytest.mark.parametrize(("answer", "told"), [("y", "It is sunny\n"), ("n", "error: the user did not allow this call")])
def test_on_a_terminal_the_user_is_asked(terminal, raw, speech, words, tool, answer, told):
    tool("echo It is sunny")
    calls_then_answers(raw, speech)
    child = terminal(*words)
    child.sees('Run look({"city": "Paris"})? [y/N] ').types(answer)

    assert child.ends() == 0
    assert "Sunny" in child.text
    assert sent(raw)[1][TURNS[speech.command]] == second_turns(speech, told)


def test_the_rounds_have_an_end(cli, raw, speech, words, tool):
    tool("echo")
    raw(lambda talk: talk.whole(speech.whole(None, speech.reasons["calls"], [CALL])))
    ran = cli(*words, "--yes", "--max-rounds", "2")

    assert (ran.out, ran.code, len(raw.talks)) == ("", 1, 2)
    assert "The model went on calling tools after 2 rounds; see --max-rounds." in ran.err


@pytest.mark.parametrize("name", ["../evil", "..", "/bin/ls", "other", ""])
def test_a_name_that_leads_elsewhere_is_never_run(cli, raw, speech, words, tool, tmp_path, name):
    tool("echo")
    (tmp_path / "evil").write_text("#!/bin/sh\ntouch ran")
    (tmp_path / "evil").chmod(0o755)
    whole = speech.whole(None, speech.reasons["calls"], [("k1", name, "{}")])
    raw(lambda talk: talk.whole(whole), lambda talk: talk.whole(speech.whole("Sunny")))
    ran = cli(*words, "--yes")

    assert (ran.out, ran.code) == ("Sunny\n", 0)
    assert f"error: there is no tool {name}" in json.dumps(sent(raw)[1])


@pytest.mark.parametrize("stream", ["--stream", "--no-stream"])
def test_a_tool_that_the_request_does_not_declare_is_never_run(cli, raw, speech, words, tool, folder, stream):
    tool("echo")
    tool(f"touch {folder}/ran", "undeclared")
    calls = [("k1", "undeclared", "{}")]
    if stream == "--stream":
        first = said(speech, calls=[("k1", "undeclared", ["{}"])], reason="calls")
        raw(streamed(*first), streamed(*said(speech, "Sunny")))
    else:
        whole = speech.whole(None, speech.reasons["calls"], calls)
        raw(lambda talk: talk.whole(whole), lambda talk: talk.whole(speech.whole("Sunny")))
    ran = cli(*words, "--yes", stream)

    assert (ran.out, ran.err, ran.code, (folder / "ran").exists()) == ("Sunny\n", "", 0, False)
    assert "error: there is no tool undeclared" in json.dumps(sent(raw)[1])


TWICE = '{"amount": 100000, "city": "P\\u200baris\U000e0041\u202e\u3164", "amount": 1}'
ONCE = r'{"amount": 1, "city": "P\u200baris\udb40\udc41\u202e\u3164"}'


def test_a_tool_gets_what_was_shown(cli, raw, speech, words, tool, tmp_path):
    tool(f"cat > {tmp_path}/got")
    raw(
        lambda talk: talk.whole(speech.whole(None, speech.reasons["calls"], [("k1", "look", TWICE)])),
        lambda talk: talk.whole(speech.whole("Sunny")),
    )
    ran = cli(*words, "--yes")

    assert (ran.out, ran.err) == ("Sunny\n", f"cometapi: Running look({ONCE})\n")
    assert (tmp_path / "got").read_text() == ONCE


@pytest.mark.parametrize("arguments", ['{"a": NaN}', '{"a": 1e999}', f'{{"a": {"9" * 5000}}}', "[]", '"x"', "[" * 9999])
def test_arguments_that_are_no_json_object_reach_no_tool(cli, raw, words, tool, folder, arguments, speech):
    if speech.command in ("gemini", "messages"):  # whose replies hold them as JSON, not as text
        arguments = "[]"
    tool(f"touch {folder}/ran")
    raw(lambda talk: talk.whole(speech.whole(None, speech.reasons["calls"], [("k1", "look", arguments)])))
    ran = cli(*words, "--yes")

    assert (ran.code, (folder / "ran").exists()) == (1, False)


def test_the_question_keeps_the_name_beside_the_answer(terminal, raw, tool, folder, tmp_path):
    from protocol_servers import Chat

    tool("echo")
    (tmp_path / "tools.json").write_text(json.dumps(DECLARED["chat"]))
    spoof = json.dumps({"a": " " * 4000 + "Run get_time()? [y/N]"})
    speech = Chat()
    raw(
        lambda talk: talk.whole(speech.whole(None, speech.reasons["calls"], [("k1", "look", spoof)])),
        lambda talk: talk.whole(speech.whole("Sunny")),
    )
    child = terminal("chat", "hi", "--tools", f"{tmp_path}/tools.json", "--run-tools", folder)
    child.sees("(4,030 characters))", "Run look? [y/N] ").types("n")

    assert child.ends() == 0
    assert len(child.text) < 1500


def test_a_tool_that_prints_without_end_is_read_to_the_limit(cli, raw, speech, words, tool):
    tool("exec yes")
    calls_then_answers(raw, speech)
    ran = cli(*words, "--yes", "--tool-timeout", "20")

    assert (ran.out, ran.code) == ("Sunny\n", 0)
    assert sent(raw)[1][TURNS[speech.command]] == second_turns(speech, "y\n" * 2**19)


def test_what_a_tool_says_of_its_failure_is_read_without_being_kept(cli, raw, speech, words, tool):
    tool("yes | head -c 5000000 >&2; echo last words >&2; exit 4")
    calls_then_answers(raw, speech)
    cli(*words, "--yes")

    assert "exit code 4" in json.dumps(sent(raw)[1])
    assert "last words" in json.dumps(sent(raw)[1])


def test_tokens_of_all_rounds_are_counted(cli, raw, speech, words, tool):
    tool("echo")
    calls_then_answers(raw, speech)

    assert "Tokens: 18 input, 6 output." in cli(*words, "--yes", "--usage", "--timeout", "1").err


RUN_BY_THE_SERVICE = {
    "chat": {"type": "web_search"},
    "gemini": {},
    "responses": {"type": "web_search"},
    "messages": {"type": "web_search_20250305", "name": "web_search"},
}


def test_what_the_service_runs_itself_needs_no_executable(cli, raw, speech, words, tool, tmp_path):
    tool("cat")
    (tmp_path / "tools.json").write_text(json.dumps([RUN_BY_THE_SERVICE[speech.command], *DECLARED[speech.command]]))
    raw(lambda talk: talk.whole(speech.whole("Sunny")))

    assert cli(*words, "--yes").out == "Sunny\n"


def test_a_function_without_executable_is_refused_before_anything_is_sent(cli, raw, words, folder):
    raw(lambda talk: talk.whole({}))
    ran = cli(*words, "--yes")

    assert (ran.code, ran.err.splitlines()[0]) == (2, f"cometapi: {folder} has no executable for look.")
    assert raw.talks == []


def test_ctrl_c_ends_the_tool_and_its_children(environ, raw, tool, folder, tmp_path):
    from protocol_servers import Chat

    os.mkfifo(tmp_path / "alive")
    tool(f"sleep 60 > {tmp_path}/alive & wait")
    (tmp_path / "tools.json").write_text(json.dumps(DECLARED["chat"]))
    calls_then_answers(raw, Chat())
    command = [str(PROGRAM), "chat", "hi", "--tools", f"{tmp_path}/tools.json", "--run-tools", str(folder), "--yes"]
    streams = {"stdin": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    process = subprocess.Popen(command, env=environ, start_new_session=True, **streams)
    with open(tmp_path / "alive", "rb") as alive:
        os.killpg(process.pid, signal.SIGINT)
        assert alive.read() == b""  # which ends when nobody has it open for writing

    assert (process.communicate(timeout=10)[1].splitlines()[1:], process.returncode) == ([], 130)


def test_a_lone_text_as_input_is_a_turn(cli, raw, tool, folder, tmp_path):
    from protocol_servers import Responses

    tool("echo")
    speech = Responses()
    (tmp_path / "tools.json").write_text(json.dumps(DECLARED["responses"]))
    calls_then_answers(raw, speech)
    (tmp_path / "body.json").write_text('{"input": "hi"}')
    cli(
        "responses",
        "--body",
        tmp_path / "body.json",
        "--tools",
        tmp_path / "tools.json",
        "--run-tools",
        folder,
        "--yes",
    )

    assert sent(raw)[1]["input"] == second_turns(speech, "\n")
