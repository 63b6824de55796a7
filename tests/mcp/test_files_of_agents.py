"""Files that an agent may read and write: those in the folder that its user gives it, wherever links lead."""

import os
import socket

import pytest
from conftest import PROJECT

from cometapi.errors import UsageError
from cometapi.mcp import places

SANDBOX = {"given": {"sandbox": True}}


def listening(path):
    """Make a socket that has a name."""
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(path))


@pytest.fixture
def folder(tmp_path):
    """A folder with a file, and beside it one that no agent may read, with links to it inside."""
    outside, inside = tmp_path / "secret.txt", tmp_path / "work"
    (inside / "below").mkdir(parents=True)
    outside.write_text("secret")
    (inside / "notes.txt").write_text("notes")
    (inside / "link.txt").symlink_to(outside)
    (inside / "up").symlink_to(tmp_path)
    return inside


@pytest.mark.parametrize(
    "words",
    [
        ["chat", "x", "--file", "notes.txt"],
        ["chat", "--messages", "notes.txt"],
        ["chat", "x", "--body", "notes.txt"],
        ["chat", "x", "--image", "notes.txt"],
        ["models", "--output", "new.txt"],
        ["embed", "--lines", "notes.txt"],
        ["transcribe", "notes.txt"],
        ["image", "x", "--save", "below"],
        ["compare", "x", "--model", "m", "--file", "notes.txt"],
        ["command", "check", "notes.txt"],
        ["batch", "status", "notes.txt"],
    ],
)
def test_without_a_folder_no_file_is_named(agent, folder, monkeypatch, words):
    monkeypatch.chdir(folder)
    ran = agent(*words, "--sandbox") if words[0] not in ("command", "batch") else agent(*words)
    assert (ran.code, ran.text) == (2, "")
    assert ran.notes.endswith(" names a file, and mcp serve was started without --folder.")
    assert not (folder / "new.txt").exists()


def test_a_schema_may_be_typed_but_not_be_a_file(agent, folder):
    assert agent("chat", "x", "--schema", "name, age int", "--dry-run", **SANDBOX).code == 0
    ran = agent("chat", "x", "--schema", folder / "notes.txt", "--sandbox")
    assert ran.notes == "cometapi: --schema names a file, and mcp serve was started without --folder."


@pytest.mark.parametrize(
    "word",
    [
        "../secret.txt",
        "link.txt",
        "up/secret.txt",
        "up",
        "*.txt",
        "**/*.txt",
        "below/../../secret.txt",
        "/etc/passwd",
        "~root/x",
    ],
)
def test_no_word_leads_out_of_the_folder(agent, folder, word):
    ran = agent("chat", "x", "--file", word, folder=str(folder), **SANDBOX)
    assert (ran.code, ran.text) == (2, "")
    assert "secret" not in ran.text
    assert "leads out of" in ran.notes or "there is none at" in ran.notes


def test_a_file_of_the_folder_is_read(agent, folder):
    ran = agent("chat", "x", "--file", "notes.txt", "--dry-run", folder=str(folder), **SANDBOX)
    assert ran.code == 0
    assert "notes" in ran.text


@pytest.mark.parametrize("word", ["http://127.0.0.1:1/page", "https://127.0.0.1/x.pdf"])
def test_nothing_is_fetched_for_an_agent(agent, folder, word):
    ran = agent("chat", "x", "--file", word, folder=str(folder), **SANDBOX)
    assert ran.notes == "cometapi: --file may not fetch a URL for an agent."


def test_media_are_saved_in_the_folder_and_told_as_paths(agent, folder):
    ran = agent("image", "A fox", folder=str(folder), **SANDBOX)
    assert ran.code == 0
    [path] = ran.data["paths"]
    assert os.path.realpath(os.path.join(folder, path)).startswith(str(folder))
    assert (folder / path).read_bytes().startswith(b"\x89PNG")


def test_what_would_be_lost_without_a_folder_is_not_paid_for(agent):
    ran = agent("speech", "Hello", pays=True)
    assert ran.notes == "cometapi: speech makes a file, and mcp serve was started without --folder."
    assert agent.allowance.made == 0


def test_a_result_is_written_to_the_folder_and_nowhere_else(agent, folder):
    assert agent("models", "--output", "models.json", folder=str(folder), **SANDBOX).code == 0
    assert (folder / "models.json").read_text().startswith("[")
    ran = agent("models", "--output", "up/models.json", folder=str(folder), **SANDBOX)
    assert "leads out of" in ran.notes


def test_a_binary_result_is_told_of_and_not_printed(agent):
    ran = agent("video", "content", "video-1", **SANDBOX)
    assert ran.text == ""
    assert "save it with --output" in ran.notes


@pytest.mark.parametrize("place", [".config", ".local/state", ".cache"])
def test_the_folders_of_ones_keys_are_never_an_agents(process, home, place):
    own = home / place / "cometapi"
    (own / "commands").mkdir(parents=True)
    (home / "link").symlink_to(own / "commands")
    for folder in (home, own.parent, own, own / "commands", home / "link"):
        ran = process("mcp", "serve", "--folder", folder)
        assert (ran.code, ran.out) == (2, "")
        assert f"your settings and keys are in {home}/" in ran.err


def test_a_folder_that_the_program_runs_from_is_never_an_agents():
    with pytest.raises(UsageError, match=r"this program runs from /srv/work/.venv, which is in it\.$"):
        places.checked("/srv/work", [], ["/srv/work/.venv"])
    assert places.checked("/srv/work", ["/srv/keys", None], ["/srv/venv"]) == "/srv/work"


@pytest.mark.parametrize("make", [os.mkfifo, listening], ids=["pipe", "socket"])
@pytest.mark.parametrize(
    "words",
    [
        ["chat", "x", "--file", "p"],
        ["chat", "--messages", "p"],
        ["chat", "x", "--schema", "p"],
        ["chat", "x", "--image", "p"],
        ["chat", "x", "--output", "p"],
        ["transcribe", "p"],
        ["embed", "--lines", "p"],
        ["command", "check", "p"],
        ["models", "--output", "p", "--force"],
    ],
)
def test_what_is_neither_a_file_nor_a_folder_is_not_waited_for(agent, folder, make, words):
    make(folder / "p")
    ran = agent(*words, folder=str(folder), **SANDBOX)
    assert (ran.code, ran.text) == (2, "")
    assert "must be a file or a folder, but p is neither." in ran.notes


@pytest.mark.parametrize("paths", [f"{PROJECT}", f"{PROJECT}:", f"{PROJECT}:.:below"])
def test_modules_in_the_folder_are_not_loaded(client, folder, paths):
    from agents_calls import ran

    for name in ("json", "cometapi", "socket", "queue", "sitecustomize"):
        (folder / f"{name}.py").write_text(f"open({str(folder / 'loaded')!r}, 'w')\nraise SystemExit")

    async def talk(session):
        return await ran(session, "models", "--limit", "1", "--fields", "id")

    failed, texts = client(talk, "--sandbox", "--folder", folder, env={"PYTHONPATH": paths})
    assert not failed
    assert "gpt-5.4" in texts[0]
    assert not (folder / "loaded").exists()


def test_no_path_of_python_leads_into_the_folder(folder):
    paths = ["/usr/lib/python", "", ".", "below", str(folder), f"{folder}/below", f"{folder}/../work", "/x"]
    assert places.beyond(paths, str(folder)) == ["/usr/lib/python", "/x"]
    assert places.beyond(paths[:4], None) == ["/usr/lib/python"]
