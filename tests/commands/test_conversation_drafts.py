"""Messages of a conversation that are not typed at the prompt: /edit and /template."""

import pytest
from talking import entered, left

GREETING = "model: claude-x\nsystem: Speak {language}.\nprompt: Say {greeting}, and {{braces}}.\n"


@pytest.fixture
def editor(tmp_path):
    """An editor that runs a script with the file as $1."""

    def made(script):
        path = tmp_path / "editor"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        return {"EDITOR": str(path), "VISUAL": ""}

    return made


@pytest.fixture
def greeting(config):
    """A template of the user's."""
    folder = config.parent / "templates"
    folder.mkdir(parents=True)
    (folder / "greeting.yaml").write_text(GREETING)
    return folder


def messages(talker, number=-1):
    """The roles and texts of a request."""
    return [(one["role"], one["content"]) for one in talker.requests[number]["messages"]]


def test_a_message_is_written_in_the_editor(conversation, talker, editor):
    talker.say("Hello.")
    child = conversation(**editor('cat "$1" > seen; printf "first\\nsecond\\n" >> "$1"; stat -c %a "$1" >> seen'))
    shown = entered(child, "/edit Dear model,")
    assert ("Dear model,first\nsecond\n" in shown, "Hello." in shown) == (True, True)
    assert messages(talker) == [("user", "Dear model,first\nsecond")]


def test_the_file_is_private_and_gone_afterwards(conversation, talker, editor, tmp_path):
    talker.say("Hello.")
    child = conversation(**editor(f'echo hi >> "$1"; stat -c "%a %n" "$1" > {tmp_path}/seen'))
    entered(child, "/edit")
    mode, path = (tmp_path / "seen").read_text().split()
    assert (mode, path.endswith("/message.md"), (tmp_path / path).exists()) == ("600", True, False)


def test_an_unchanged_message_is_not_sent(conversation, talker, editor):
    child = conversation(**editor("exit 0"))
    assert "Nothing was sent" in entered(child, "/edit Dear model,")
    assert talker.requests == []


def test_an_editor_that_fails_keeps_the_draft(conversation, talker, editor):
    child = conversation(**editor('echo "half a message" > "$1"; exit 1'))
    told = " ".join(entered(child, "/edit").split())
    kept = told.partition("Your changes are kept in ")[2].partition("message.md")[0] + "message.md"
    assert ("ended with exit code 1" in told, talker.requests) == (True, [])
    with open(kept, encoding="utf-8") as file:
        assert file.read() == "half a message\n"


def test_a_template_is_sent_and_its_model_and_system_prompt_hold(conversation, talker, greeting):
    talker.say("Bonjour.")
    talker.say("Oui.")
    child = conversation()
    assert "greeting  Say {greeting}, and {{braces}}." in entered(child, "/template")
    assert "Say bon jour, and {braces}." in entered(child, "/template greeting language=French 'greeting=bon jour'")
    entered(child, "again")
    assert messages(talker) == [
        ("system", "Speak French."),
        ("user", "Say bon jour, and {braces}."),
        ("assistant", "Bonjour."),
        ("user", "again"),
    ]
    assert [one["model"] for one in talker.requests] == ["claude-x", "claude-x"]


def test_a_template_that_lacks_a_value_sends_nothing(conversation, talker, greeting):
    child = conversation()
    assert "greeting needs a value for greeting" in entered(child, "/template greeting language=French")
    assert "There is no template 'greting'" in entered(child, "/template greting")
    assert talker.requests == []


def test_a_conversation_is_kept_as_a_template(conversation, talker, config, cli):
    child = conversation("--temperature", "0.5", "--stop", "END", "--stop", "STOP", "--system", "Be brief.")
    entered(child, "/model claude-x")
    entered(child, "/template save brief")
    assert left(child) == 0
    shown = cli("template", "show", "brief", "--json").out
    for word in ("claude-x", "Be brief.", "0.5", "END", "STOP"):
        assert word in shown


def test_files_go_with_the_next_message_alone(conversation, talker, tmp_path):
    talker.say("A note.")
    talker.say("Yes.")
    (tmp_path / "note.txt").write_text("Buy milk.")
    (tmp_path / "dot.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    child = conversation()
    assert "note.txt goes with the next message, about 8 tokens." in entered(child, "/file note.txt")
    assert "dot.png goes with the next message." in entered(child, "/image dot.png")
    assert "nosuch.txt" in entered(child, "/file nosuch.txt")
    entered(child, "What is this?")
    entered(child, "Sure?")
    content = talker.requests[0]["messages"][0]["content"]
    assert [one["type"] for one in content] == ["text", "image_url", "text"]
    assert content[0]["text"] == "File: note.txt\n```\nBuy milk.\n```"
    assert messages(talker)[-1] == ("user", "Sure?")
