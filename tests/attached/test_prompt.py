"""Context in a conversation and in a pipe: what is attached goes with the next message, and once."""

from pathlib import Path

import pytest
from inprocess import Stream

from cometapi.commands.chat.command import Chat
from cometapi.context import Context
from cometapi.errors import UsageError
from cometapi.session import Session

FENCED = "File: a.txt\n```\nx\n```"
OWN = {
    "chat": {"role": "user", "content": f"{FENCED}\n\nhi"},
    "messages": {"role": "user", "content": f"{FENCED}\n\nhi"},
    "responses": {"role": "user", "content": f"{FENCED}\n\nhi"},
    "gemini": {"parts": [{"text": f"{FENCED}\n\nhi"}]},
}


@pytest.fixture
def begin(tmp_path, monkeypatch):
    """Begin a conversation in a folder with a text file and an image."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("x")
    Path("a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    environ = {"HOME": str(tmp_path), "COMETAPI_KEY": "sk-test-key-0001"}
    sessions = []

    def made(command):
        streams = [Stream(terminal=True) for _ in range(3)]
        session = Session(Context([], environ, *streams))
        sessions.append(session)
        return Chat(session.operation(command, {}))

    yield made
    for one in sessions:
        one.close()


@pytest.mark.parametrize("command", OWN)
def test_what_is_attached_goes_with_the_next_message_alone(begin, command):
    chat = begin(command)

    assert chat.attach("a.txt") == 6
    chat.say("hi")
    chat.say("again")
    assert chat.talk.said[0].text == "hi"
    assert chat.talk.said[0].own == [OWN[command]]
    assert chat.talk.said[1].own == chat.talk.of_text("user", "again")


def test_media_are_attached_too(begin):
    chat = begin("chat")
    chat.attach("a.png")
    chat.say("hi")

    assert [one["type"] for one in chat.talk.said[0].own[0]["content"]] == ["image_url", "text"]


def test_what_cannot_be_attached_is_told(begin):
    chat = begin("chat")
    with pytest.raises(UsageError, match="none at 'nothing'"):
        chat.attach("nothing")
    assert chat.attached == []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig", "utf-8"])
def test_a_pipe_in_another_encoding_is_read(process, service, encoding, environ):
    import warm

    words = ["chat", "Say", "--dry-run", "--json"]
    code, out, err = warm.run(words, environ, None, "Grüße 你好\r\nx\r\n".encode(encoding), timeout=30)

    assert (code, '"Say\\n\\nGrüße 你好\\nx"' in out.decode()) == (0, True), (out, err)
