"""A conversation as a terminal shows it: keys, lines, widths, history of what was typed, completion."""

import stat
import termios

import pexpect
import pytest
from talking import PROMPT, SEQUENCE, entered, left, ready


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
