"""``cometapi chat`` without a message: a conversation in a real pseudo-terminal, as its user sees it."""

import json
import re
import stat
import subprocess
import sys
import termios

import pexpect
import pytest
from scripted_server import Talker
from terminal import spawn


def ready(prompt="You>"):
    """The pattern of a prompt that has been drawn: prompt_toolkit shows the cursor last."""
    return re.compile(rf"{re.escape(prompt)}[^\r\n]{{0,80}}?\x1b\[\?25h")


PROMPT = ready()
SEQUENCE = re.compile(r"\x1b(\[[0-9;?]*[ -/]*[@-~]|[=>]|\][^\x07]*\x07)")


@pytest.fixture
def talker():
    found = Talker()
    yield found
    found.stop()


@pytest.fixture
def terminal(environ, tmp_path):
    """Begin ``cometapi`` with these words in a pseudo-terminal; what it leaves running is ended with the test."""
    begun = []

    def begin(*words, columns=80, **env):
        env = {**environ, "TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1", **env}
        command = ["-m", "cometapi", *words]
        child = spawn(sys.executable, command, env=env, cwd=str(tmp_path), dimensions=(24, columns), timeout=15)
        begun.append(child)
        return child

    yield begin
    for child in begun:
        child.close(force=True)


@pytest.fixture
def conversation(terminal, talker, environ):
    """Begin a conversation with the talker and wait for its prompt."""
    environ.update(COMETAPI_BASE_URL=talker.url, COMETAPI_KEY="sk-test-key-0001", COMETAPI_HISTORY="all")

    def begin(*words, **given):
        child = terminal("chat", *words, **given)
        child.expect(PROMPT)
        return child

    return begin


def entered(child, line, answer=PROMPT):
    """What the terminal shows, without styles, from a line that is sent up to the next prompt."""
    child.send(f"{line}\r")
    child.expect_exact("\r\n")
    child.expect(answer)
    return SEQUENCE.sub("", child.before).replace("\r", "")


def left(child):
    """The exit code after Ctrl-D."""
    child.sendcontrol("d")
    child.expect(pexpect.EOF)
    child.wait()
    return child.exitstatus


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


def test_help_lists_every_command_at_sixty_columns(conversation):
    from cometapi.commands.chat.slash import COMMANDS

    told = entered(conversation(columns=60), "/help")
    assert [line for line in told.splitlines() if len(line) > 60] == []
    assert [one.name for one in COMMANDS if f"/{one.name}" not in told or one.summary not in told] == []


@pytest.mark.parametrize(
    "keys", ["one\x1b\rtwo\r", "one\\\rtwo\r", "\x1b[200~one\ntwo\x1b[201~\r", "/multiline\rone\rtwo\x1b\r"]
)
def test_a_message_can_have_several_lines(conversation, talker, keys):
    talker.say("Both.")
    child = conversation()
    child.send(keys)
    child.expect_exact("Both.")
    assert talker.requests[0]["messages"][0]["content"] == "one\ntwo"


@pytest.mark.parametrize("word", ["/exit", "/quit", "/q"])
def test_slash_words_leave(conversation, word):
    child = conversation()
    child.send(f"{word}\r")
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == 0


def test_ctrl_c_clears_the_line_and_twice_on_an_empty_one_leaves(conversation, talker):
    talker.say("Yes.")
    child = conversation()
    child.send("wrong")
    child.expect_exact("wrong")
    child.sendcontrol("c")
    entered(child, "right")
    assert talker.requests[0]["messages"][0]["content"] == "right"
    child.sendcontrol("c")
    child.expect_exact("Press Ctrl-C again to exit.")
    child.expect(PROMPT)
    child.sendcontrol("c")
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == 0


def test_the_terminal_is_as_it_was(conversation, talker):
    talker.say("Half", holds=True)
    child = conversation()
    child.send("hi\r")
    child.expect_exact("Half")
    assert not termios.tcgetattr(child.child_fd)[3] & termios.ECHO
    child.interrupt(PROMPT)
    child.sendcontrol("d")
    child.expect_exact("\x1b[?2004l")
    child.expect(pexpect.EOF)
    assert termios.tcgetattr(child.child_fd)[3] & termios.ECHO


def test_what_was_typed_is_kept_privately_but_no_secret(conversation, talker, home):
    talker.say("Yes.")
    talker.say("Yes.")
    talker.say("Yes.")
    child = conversation()
    entered(child, "keep this")
    entered(child, "my key is sk-test-key-0001")
    entered(child, "and sk-abcdefghijklmnopqrstuvwxyz")
    left(child)
    path = home / ".local" / "state" / "cometapi" / "chat_history"
    assert path.read_text() == "keep this\n"
    assert (stat.S_IMODE(path.stat().st_mode), stat.S_IMODE(path.parent.stat().st_mode)) == (0o600, 0o700)
    child = conversation()
    child.send("\x1b[A")
    child.expect_exact("keep this")


def test_a_history_that_cannot_be_kept_stops_nothing(conversation, talker, tmp_path):
    (tmp_path / "file").write_text("")
    talker.say("Yes.")
    assert "Yes." in entered(conversation(XDG_STATE_HOME=str(tmp_path / "file")), "hi")


def test_a_history_that_others_can_read_is_told(conversation, home):
    path = home / ".local" / "state" / "cometapi" / "chat_history"
    path.parent.mkdir(parents=True)
    path.write_text("")
    path.chmod(0o644)
    assert f"chmod 600 {path}" in SEQUENCE.sub("", conversation(columns=200).before)


def test_tab_completes_commands_models_and_files(conversation, home, tmp_path):
    cache = home / ".cache" / "cometapi"
    cache.mkdir(parents=True)
    (cache / "models.tsv").write_text("claude-sonnet-4-6\tAnthropic, $3.00 in\nclaude-haiku\tAnthropic\n")
    (tmp_path / "talk.md").write_text("## User\n\nhello\n")
    child = conversation()
    child.send("/mult\t")
    child.expect_exact("iline")
    assert "Enter adds a line" in entered(child, "", answer=ready("You (lines)>"))
    entered(child, "/multiline")
    child.send("/model cl\t")
    child.expect_exact("Anthropic, $3.00 in")
    child.send("s\t")
    child.expect_exact("onnet-4-6")
    assert "Now using claude-sonnet-4-6." in entered(child, "")
    child.send("/load ta\t")
    child.expect_exact("lk.md")
    assert "Loaded 1 message from talk.md" in entered(child, "")


def test_an_unknown_model_is_taken_with_a_word_of_warning(conversation, home):
    cache = home / ".cache" / "cometapi"
    cache.mkdir(parents=True)
    (cache / "models.tsv").write_text("claude-haiku\tAnthropic\n")
    told = entered(conversation(), "/model claude-haikuu")
    assert "The catalog does not have claude-haikuu; did you mean claude-haiku?" in told


def test_a_narrow_terminal_wraps_and_wide_characters_arrive(conversation, talker):
    talker.say("word " * 15, "中文 👋")
    child = conversation(columns=60)
    lines = entered(child, "你好").splitlines()
    assert talker.requests[0]["messages"][0]["content"] == "你好"
    assert max(map(len, lines)) <= 60
    assert "中文 👋" in "\n".join(lines)


def test_control_sequences_of_the_service_do_nothing(conversation, talker):
    talker.say("a\x1b[2J\x1b]0;title\x07b")
    child = conversation()
    assert "a␛[2J␛]0;title␇b" in entered(child, "hi")


def test_raw_text_leaves_the_answer_as_it_came(conversation, talker):
    talker.say("**a**\n# b")
    assert "**a**\n# b" in entered(conversation("--raw-text"), "hi")


def test_a_missing_key_is_told_at_once(terminal):
    child = terminal("chat")
    child.expect_exact("then run: cometapi init")
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == 64


@pytest.mark.parametrize(
    ("words", "env"), [(["--json"], {}), (["--format", "yaml"], {}), ([""], {}), ([], {"CI": "1"})]
)
def test_nothing_to_say_and_no_conversation_is_a_usage_error(terminal, words, env):
    child = terminal("chat", *words, **env)
    child.expect_exact("MESSAGE is missing or empty")
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == 2


def test_without_a_terminal_there_is_no_conversation(cli):
    ran = cli("chat")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("cometapi: MESSAGE is missing or empty")


def test_the_sandbox_can_be_talked_to(terminal):
    child = terminal("--sandbox", "chat")
    child.expect(PROMPT)
    assert "Hello from the sandbox!" in entered(child, "hi")
    assert left(child) == 0


def test_one_message_is_rendered_on_a_terminal_and_raw_in_a_pipe(terminal, talker, environ, cli):
    environ.update(COMETAPI_BASE_URL=talker.url, COMETAPI_KEY="sk-test-key-0001")
    for _ in range(3):
        talker.say("Some **bold** text")
    child = terminal("chat", "hi")
    child.expect_exact("Some \x1b[1mbold\x1b[0m text")
    child = terminal("chat", "hi", "--raw-text")
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


def test_an_image_without_a_message_is_no_conversation(terminal):
    child = terminal("chat", "--image", "https://h/cat.png", COMETAPI_KEY="sk-test-key-0001")
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
