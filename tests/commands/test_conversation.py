"""``cometapi chat`` without a message: a conversation in a real pseudo-spawned, as its user sees it."""

import json
import re
import stat
import subprocess
import sys

import pexpect
import pytest
from talking import PROMPT, entered, left


def test_messages_carry_the_whole_conversation_and_the_options_of_the_command_line(conversation, talker):
    talker.say("Hello **you**.")
    talker.say("Four.")
    child = conversation("--system", "Be brief.", "--temperature", "0.5", "--max-tokens", "9")
    assert "Hello you." in entered(child, "hi")
    assert "Four." in entered(child, "two and two")
    assert left(child) == 0
    assert talker.requests[1] == {
        "model": "gpt-5.4",
        "messages": [
            {"role": "system", "content": "Be brief."},
            {"role": "user", "content": "hi"},
            {"role": "assistant", "content": "Hello **you**."},
            {"role": "user", "content": "two and two"},
        ],
        "temperature": 0.5,
        "max_tokens": 9,
        "stream": True,
        "stream_options": {"include_usage": True},
    }


def test_without_streaming_the_answer_comes_whole(conversation, talker):
    talker.say("Hello.", usage={"prompt_tokens": 3, "completion_tokens": 2})
    child = conversation("--no-stream")
    assert "Hello." in entered(child, "hi")
    assert (talker.requests[0]["stream"], "stream_options" in talker.requests[0]) == (False, False)
    assert re.search(r"all\s+3\s+2\s+5", entered(child, "/usage"))


def test_an_answer_appears_while_it_arrives(conversation, talker):
    talker.say("Half an", holds=True)
    child = conversation()
    child.send("hi\r")
    child.expect_exact("Half an")
    talker.go_on.set()
    child.expect(PROMPT)


def test_ctrl_c_stops_the_answer_and_keeps_what_came(conversation, talker):
    talker.say("Half an", " answer", holds=True)
    talker.say("More.")
    child = conversation()
    child.send("hi\r")
    child.expect_exact("answer")
    child.interrupt("Stopped: the partial answer is kept. /retry sends the message again.")
    child.expect(PROMPT)
    entered(child, "go on")
    assert talker.requests[1]["messages"][1] == {"role": "assistant", "content": "Half an answer"}


def test_after_an_error_the_message_can_be_sent_again(conversation, talker):
    talker.refuse(400, "no such thing")
    talker.say("Now it works.")
    child = conversation()
    told = entered(child, "hi")
    assert "cometapi: The service does not accept the request (HTTP 400): no such thing." in told
    assert "/retry sends the message again, /undo removes it." in told
    assert "Now it works." in entered(child, "/retry")
    assert talker.requests[1]["messages"] == talker.requests[0]["messages"] == [{"role": "user", "content": "hi"}]


def test_a_cut_answer_keeps_what_came(conversation, talker):
    talker.say("Half", finish=None)
    child = conversation()
    told = entered(child, "hi")
    assert "Half\n" in told
    assert "cometapi: The answer is incomplete" in told
    assert "Assistant\nHalf\n" in entered(child, "/history")


def test_history_shows_every_message(conversation, talker):
    talker.say("- a\n- b")
    child = conversation("--system", "Be brief.")
    assert "Be brief." in entered(child, "/history")
    entered(child, "list")
    assert "System\nBe brief.\n\nUser\nlist\n\nAssistant\n • a\n • b\n" in entered(child, "/history")


def test_undo_and_clear_forget(conversation, talker):
    for _ in range(3):
        talker.say("Yes.")
    child = conversation("--system", "Be brief.")
    entered(child, "one")
    assert "Removed: one" in entered(child, "/undo")
    entered(child, "two")
    assert "the system prompt stays" in entered(child, "/clear")
    entered(child, "three")
    said = [[message["content"] for message in request["messages"]] for request in talker.requests]
    assert said == [["Be brief.", "one"], ["Be brief.", "two"], ["Be brief.", "three"]]
    assert "There is no message to remove." in entered(child, "/undo") + entered(child, "/undo")


def test_model_and_system_hold_from_now_on(conversation, talker):
    talker.say("Yes.")
    child = conversation()
    assert "Now using gpt-5.4." in entered(child, "/model")
    assert "Now using claude." in entered(child, "/model claude")
    assert "System prompt: Rhyme." in entered(child, "/system Rhyme.")
    entered(child, "hi")
    assert (talker.requests[0]["model"], talker.requests[0]["messages"][0]["content"]) == ("claude", "Rhyme.")
    assert "There is no system prompt." in entered(child, "/system -")


def test_usage_is_what_the_service_counted_and_tokens_an_estimate(conversation, talker):
    talker.say("Yes.", usage={"prompt_tokens": 1000, "completion_tokens": 2, "total_tokens": 1002})
    talker.say("Yes.", usage={"prompt_tokens": 500, "completion_tokens": 3, "total_tokens": 503})
    child = conversation()
    assert "The service has not reported any token counts yet." in entered(child, "/usage")
    entered(child, "hi")
    entered(child, "hi")
    assert re.search(r"all +1,500 +5 +1,505", entered(child, "/usage"))
    assert "About 3 tokens in 4 messages (estimate: 4 characters each)." in entered(child, "/tokens")


@pytest.mark.parametrize("name", ["talk.md", "talk.json"])
def test_a_saved_conversation_is_private_and_can_be_gone_on_with(conversation, talker, tmp_path, name):
    talker.say("## User\n\nhello")
    talker.say("Yes.")
    child = conversation("--system", "Be brief.")
    entered(child, "hi")
    assert f"Saved 3 messages to {name}." in entered(child, f"/save {name}")
    assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    entered(child, "/clear")
    assert f"Loaded 3 messages from {name}; now using gpt-5.4." in entered(child, f"/load {name}")
    entered(child, "again")
    assert talker.requests[1]["messages"][:3] == [
        *talker.requests[0]["messages"],
        {"role": "assistant", "content": "## User\n\nhello"},
    ]


def test_saving_replaces_a_file_only_when_told_to(conversation, tmp_path):
    (tmp_path / "talk.json").write_text("mine")
    child = conversation("--system", "Be brief.")
    assert "To replace it: /save! talk.json" in entered(child, "/save talk.json")
    assert (tmp_path / "talk.json").read_text() == "mine"
    assert "Saved 1 message" in entered(child, "/save! talk.json")
    assert json.loads((tmp_path / "talk.json").read_text())["model"] == "gpt-5.4"


WRONG = {
    "/retyr": "Unknown command /retyr; did you mean /retry?",
    "/clear all": "/clear takes no argument.",
    "/save": "/save needs FILE.",
    "/save talk.txt": "The file must end in .json or .md.",
    "/save no/talk.md": "There is no folder no.",
    "/load none.md": "none.md cannot be read: No such file or directory.",
    "/retry": "There is no message to send again.",
}


def test_a_wrong_slash_command_is_told_and_ends_nothing(conversation, tmp_path):
    child = conversation()
    assert {line: told for line, told in WRONG.items() if told not in entered(child, line)} == {}


def test_a_doubled_slash_sends_a_message_with_one(conversation, talker):
    talker.say("Yes.")
    entered(conversation(), "//etc is a folder")
    assert talker.requests[0]["messages"][0]["content"] == "/etc is a folder"


def test_a_lone_dash_is_a_message(conversation, talker):
    talker.say("Yes.")
    assert "Yes." in entered(conversation(), "-")
    assert talker.requests[0]["messages"][0]["content"] == "-"


def test_the_format_of_data_does_not_matter_to_a_conversation(conversation, talker, config):
    config.write_text('output_format = "json"\n')
    config.chmod(0o600)
    talker.say("**Yes.**")
    assert "**Yes.**\n" in entered(conversation(NO_COLOR="1"), "hi")
    assert talker.requests[0]["stream"] is True


def test_a_missing_key_is_told_at_once(spawned):
    child = spawned("chat")
    child.expect_exact("then run: cometapi init")
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == 64


@pytest.mark.parametrize(
    ("words", "env"), [(["--json"], {}), (["--format", "yaml"], {}), ([""], {}), ([], {"CI": "1"})]
)
def test_nothing_to_say_and_no_conversation_is_a_usage_error(spawned, words, env):
    child = spawned("chat", *words, **env)
    child.expect_exact("MESSAGE is missing or empty")
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == 2


def test_without_a_terminal_there_is_no_conversation(cli):
    ran = cli("chat")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("cometapi: MESSAGE is missing or empty")


def test_the_sandbox_can_be_talked_to(spawned):
    child = spawned("--sandbox", "chat")
    child.expect(PROMPT)
    assert "Hello from the sandbox!" in entered(child, "hi")
    assert left(child) == 0


def test_one_message_is_rendered_on_a_terminal_and_raw_in_a_pipe(spawned, talker, environ, cli):
    environ.update(COMETAPI_BASE_URL=talker.url, COMETAPI_KEY="sk-test-key-0001")
    for _ in range(3):
        talker.say("Some **bold** text")
    child = spawned("chat", "hi")
    child.expect_exact("Some \x1b[1mbold\x1b[0m text")
    child = spawned("chat", "hi", "--raw-text")
    child.expect_exact("Some **bold** text")
    assert cli("chat", "hi").out == "Some **bold** text\n"


LOADED = "import sys; from cometapi.main import main; main(); print({'rich', 'prompt_toolkit'} & {*sys.modules}, file=sys.stderr)"


def test_a_pipe_loads_neither_rich_nor_prompt_toolkit(talker, environ):
    talker.say("Some **bold** text")
    env = {**environ, "COMETAPI_BASE_URL": talker.url, "COMETAPI_KEY": "sk-test-key-0001"}
    ran = subprocess.run(
        [sys.executable, "-c", LOADED, "chat", "hi"], env=env, capture_output=True, check=True, stdin=subprocess.DEVNULL
    )
    assert (ran.stdout, ran.stderr) == (b"Some **bold** text\n", b"set()\n")


def test_the_developer_speaks_before_every_message(conversation, talker):
    talker.say("Four.")
    child = conversation("--developer", "Be brief.")
    entered(child, "two and two")

    assert talker.requests[0]["messages"] == [
        {"role": "developer", "content": "Be brief."},
        {"role": "user", "content": "two and two"},
    ]


def test_what_the_provider_does_not_take_is_said_at_the_beginning(conversation):
    child = conversation("--logprobs", "--set", "model=claude-sonnet-4-6")

    assert "Claude models do not take --logprobs (claude-sonnet-4-6)." in child.before


def test_an_image_without_a_message_is_no_conversation(spawned):
    child = spawned("chat", "--image", "https://h/cat.png", COMETAPI_KEY="sk-test-key-0001")
    child.expect_exact("MESSAGE is missing or empty, and --image needs one")
    child.expect(pexpect.EOF)
    child.wait()

    assert child.exitstatus == 2


def test_an_answer_that_does_not_fit_is_asked_for_again_and_leaves_no_trace_in_what_was_said(conversation, talker):
    talker.say('{"age": "three"}')
    talker.say('{"age": 3}')
    talker.say('{"age": 4}')
    child = conversation("--schema", "age int", "--repairs", "1")
    shown = entered(child, "How old?")

    assert ('"three"' not in shown.replace("'three'", ""), "Asking again (1 of 1)" in shown, '{"age": 3}' in shown) == (
        True,
        True,
        True,
    )
    entered(child, "And now?")
    assert [one["content"] for one in talker.requests[-1]["messages"]] == ["How old?", '{"age": 3}', "And now?"]
    assert left(child) == 0
