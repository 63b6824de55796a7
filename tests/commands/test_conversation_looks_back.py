"""What a conversation tells of itself: the line below the prompt, /find, /copy and /cost."""

import json
import os

import pytest
from talking import entered, left

HI = "\x1b[6n"  # the terminal is asked where its cursor is, before anything is drawn below the prompt


@pytest.fixture
def catalog(home, talker):
    """A copy of the catalog on this machine, with the prices of one model."""
    models = [{"id": "gpt-5.4", "code": "gpt-5-4", "pricing": {"input": 2, "output": 10}}]
    address = talker.url.removesuffix("/v1") + "/api/models"
    head = {"url": address, "fetched_at": 1, "records": 1, "reply": {"data": []}}
    place = home / ".cache" / "cometapi"
    place.mkdir(parents=True)
    (place / "models.json").write_text(f"{json.dumps(head)}\n{json.dumps(models[0])}")


@pytest.fixture
def tools(tmp_path):
    """A folder of programs, for PATH: ``made(name, script)`` adds one."""
    folder = tmp_path / "programs"
    folder.mkdir()

    def made(name, script):
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        return str(folder)

    return made


def test_the_line_below_shows_the_model_and_what_was_used(spawned, talker, environ, catalog):
    talker.say("Hello.", usage={"prompt_tokens": 1000, "completion_tokens": 500})
    environ.update(COMETAPI_BASE_URL=talker.url, COMETAPI_KEY="sk-test-key-0001")
    child = spawned("chat", PROMPT_TOOLKIT_NO_CPR="")
    for line, shown in (("hi", "gpt-5.4"), ("/exit", "gpt-5.4 · 1,500 tokens · about $0.0070")):
        child.expect_exact(HI)
        child.send("\x1b[1;1R")
        child.expect_exact(shown)
        child.send(f"{line}\r")


def test_what_was_said_is_searched(conversation, talker):
    talker.say("A monad is a monoid in the category of endofunctors.")
    child = conversation("--system", "Be brief.")
    entered(child, "What is it?")
    found = entered(child, "/find MONOID")
    assert "  3  Assistant: A monad is a monoid in the category of endofunctors." in found
    assert "No message contains functor [." in entered(child, "/find functor [")


def test_long_messages_are_shown_around_what_was_found(conversation, talker):
    talker.say("x" * 100 + " needle " + "y" * 100)
    child = conversation()
    entered(child, "hi")
    assert f"  2  Assistant: …{'x' * 29} needle {'y' * 59}…" in entered(child, "/find needle")


def test_the_last_answer_is_copied_by_the_program_of_the_desktop(conversation, talker, tools, tmp_path):
    talker.say("Four, said 你好.")
    path = tools("wl-copy", f"cat > {tmp_path}/copied; echo {{}} $COMETAPI_KEY >> {tmp_path}/variables")
    child = conversation(PATH=f"{path}:{os.environ['PATH']}", WAYLAND_DISPLAY="w", SSH_TTY="", SSH_CONNECTION="")
    assert "There is no answer to copy yet." in entered(child, "/copy")
    entered(child, "two and two")
    assert "Copied with wl-copy." in entered(child, "/copy")
    assert (tmp_path / "copied").read_text() == "Four, said 你好."
    assert "sk-test" not in (tmp_path / "variables").read_text()


@pytest.mark.parametrize(
    "desk", [{"WAYLAND_DISPLAY": "w"}, {"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "w", "SSH_TTY": "tty"}]
)
def test_where_no_program_takes_it_the_terminal_is_asked(conversation, talker, tools, desk):
    talker.say("Four.")
    path = tools("wl-copy", "exit 0" if "SSH_TTY" in desk else "exit 1")
    child = conversation(PATH=path, **desk)
    entered(child, "two and two")
    child.send("/copy\r")
    child.expect_exact("\x1b]52;c;Rm91ci4=\x07")
    child.expect_exact("Sent to the terminal's clipboard")


def test_the_cost_so_far_is_told(conversation, talker, catalog):
    talker.say("Four.", usage={"prompt_tokens": 1000, "completion_tokens": 500})
    talker.say("Five.", usage={"prompt_tokens": 1000, "completion_tokens": 0})
    child = conversation()
    assert "no cost is known" in entered(child, "/cost")
    entered(child, "two and two")
    entered(child, "/model other")
    entered(child, "two and three")
    told = "About $0.0070 and 1 without a price for 2,500 tokens in 2 answers, at catalog prices."
    assert told in entered(child, "/cost")
    assert left(child) == 0
