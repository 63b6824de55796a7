"""Where the program asks for lines: what a service, a saved file or a folder says is shown, and nothing of it is obeyed."""

import json
import re

import pytest
from hostile import PLANTED, SEQUENCES, Hostile

STRANGE = re.compile("[\x80-\x9f\u202a-\u202e\u2066-\u2069]")  # which no prompt of the program sends itself


@pytest.fixture(scope="module")
def hostile():
    service = Hostile().start()
    yield service
    service.stop()


def obeyed(screen):
    """What reached a terminal of all that was planted."""
    return [one for one in SEQUENCES if one in screen.seen] + STRANGE.findall(screen.seen)


def test_in_a_conversation(terminal, hostile, tmp_path):
    saved = tmp_path / "talk.json"
    messages = [{"role": role, "content": PLANTED} for role in ("system", "user", "assistant")]
    saved.write_text(json.dumps({"model": f"m{PLANTED}", "messages": messages}), "utf-8")
    screen = terminal("chat", env=hostile.environ).sees(">").types("hi").sees("FORGED", ">")
    screen.types("/usage").sees("all ").types(f"/load {saved}").sees("now", "using")
    screen.types("/history").sees("Assistant").types("/system").sees("System")
    screen.types("/undo").sees("Removed:").types("/exit")

    assert (screen.ends(), obeyed(screen)) == (0, [])


def test_in_the_repl(terminal, hostile):
    screen = terminal("repl", env=hostile.environ).sees("cometapi>")
    screen.types("models --source openai").sees("FORGED").types("models --refresh --limit 1").sees("FORGED", ">")
    screen.types("chat -m \t", end="").sees("FORGED", "\x1b[?25h").types("\x03", end="").sees(">").types("exit")

    assert (screen.ends(), obeyed(screen)) == (0, [])


def test_the_names_of_files(terminal, tmp_path):
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "a\x1b]0;title\x07\u202eb.json").write_text("{}")
    screen = terminal("chat", env={"COMETAPI_KEY": "sk-key-0001"}).sees(">")
    screen.types(f"/load {folder}/\t", end="").sees("json").types("").sees("contains no list").types("/exit")

    assert (screen.ends(), obeyed(screen)) == (0, [])
