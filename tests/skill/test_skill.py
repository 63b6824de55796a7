"""The skill for coding agents: shown, asked for, in its own folder, and nothing of the user's is lost."""

import json
import os
import subprocess
import sys

import pytest
from inprocess import Context, Stream

from cometapi.generated.index import COMMANDS
from cometapi.generated.topics import TOPICS
from cometapi.main import outcome

FILES = len(COMMANDS) + len(TOPICS) + 2


def tree(folder):
    """Every file below a folder, with what it holds; a link with where it leads."""
    return {
        str(path.relative_to(folder)): os.readlink(path) if path.is_symlink() else path.is_file() and path.read_bytes()
        for path in folder.rglob("*")
    }


def pages(place, folder):
    """The names of the pages in a folder of a skill."""
    return {path.name for path in (place / folder).iterdir()}


@pytest.fixture
def skills(tmp_path):
    """A folder of skills with one of the user's in it, beside files that agents read."""
    folder = tmp_path / "project" / "skills"
    (folder / "mine").mkdir(parents=True)
    (folder / "mine" / "SKILL.md").write_text("mine")
    for name in ("AGENTS.md", "CLAUDE.md"):
        (folder.parent / name).write_text("my rules")
    return folder


@pytest.fixture
def skill(cli, skills):
    """Install, or remove, in the folder; returns what was said."""
    return lambda verb, *more: cli("skill", verb, "--for", str(skills), *more)


@pytest.mark.parametrize(
    ("agent", "moved", "place"),
    [
        ("claude", "CLAUDE_CONFIG_DIR", ".claude/skills/cometapi"),
        ("codex", "CODEX_HOME", ".codex/skills/cometapi"),
        ("gemini", None, ".gemini/skills/cometapi"),
    ],
)
def test_it_lies_where_the_agent_looks_and_leaves_nothing_behind(cli, home, tmp_path, agent, moved, place):
    before = tree(home)
    assert cli("skill", "install", "--for", agent, "--yes").code == 0
    assert pages(home / place, "commands") == {f"{words.replace(' ', '-')}.txt" for words in COMMANDS}
    assert pages(home / place, "topics") == {f"{name}.txt" for name in TOPICS}
    assert cli("skill", "remove", "--for", agent, "--yes").code == 0
    assert tree(home) == before
    if moved:
        assert cli("skill", "install", "--for", agent, "--yes", env={moved: str(tmp_path / "moved")}).code == 0
        assert (tmp_path / "moved" / "skills" / "cometapi" / "SKILL.md").is_file()
        assert tree(home) == before


def test_the_index_is_short_and_has_what_agents_find_it_by(cli):
    shown = cli("skill", "show").out
    _, front, body = shown.split("---\n", 2)
    name, description = front.splitlines()
    assert name == "name: cometapi"
    assert description.startswith("description: ")
    assert ": " not in description.removeprefix("description: ")  # which YAML would read as a mapping
    assert len(description) < 1024
    assert len(shown) < 1600  # some hundred tokens
    assert body.startswith("\n# cometapi\n")
    assert "topics/TOPIC.txt: agents, audio, " in body


def test_nothing_is_written_unasked(skill, skills):
    before = tree(skills.parent)
    ran = skill("install")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("Nobody can be asked here.\n  If you agree, add --yes.\n")
    ran = skill("install", "--dry-run")
    assert ran.code == 0
    assert f"{skills}/cometapi\nwrite   SKILL.md\nwrite   commands.md\n" in ran.out
    assert tree(skills.parent) == before


@pytest.mark.parametrize(("answer", "code"), [("n\n", 2), ("", 2), ("y\n", 0)])
def test_a_terminal_is_shown_the_index_and_asked(environ, skills, answer, code):
    streams = [Stream(terminal=True) for _ in range(3)]
    streams[0].write(answer)
    streams[0].seek(0)
    assert outcome(Context(["skill", "install", "--for", str(skills)], environ, *streams)) == code
    told = streams[2].text()
    listed = f"write   SKILL.md\nwrite   commands.md\nwrite   commands ({len(COMMANDS)} files)\nwrite   topics"
    question = f"Write the skill to {skills}/cometapi ({FILES} new)? [y/N]"
    assert told.index("name: cometapi") < told.index(listed) < told.index(question)
    assert (skills / "cometapi").exists() == (code == 0)


def test_twice_is_the_same_as_once_and_remove_gives_back_what_was_there(skill, skills):
    before = tree(skills.parent)
    assert skill("install", "--yes").code == 0
    once = tree(skills.parent)
    ran = skill("install", "--yes")
    assert (ran.code, ran.err) == (0, f"cometapi: The skill in {skills}/cometapi is up to date.\n")
    assert tree(skills.parent) == once
    assert skill("remove", "--yes").code == 0
    assert tree(skills.parent) == before
    assert skill("remove", "--yes").code == 0


def test_a_file_of_the_users_is_shown_and_left_and_comes_back_after_force(skill, skills):
    (skills / "cometapi").mkdir()
    (skills / "cometapi" / "SKILL.md").write_text("my own \x1b[31mskill")
    (skills / "cometapi" / "notes.md").write_text("my notes")
    before = tree(skills.parent)
    ran = skill("install", "--yes")
    assert ran.code == 2
    assert "-my own " in ran.err
    assert "\x1b" not in ran.err
    assert "SKILL.md. Nothing was written.\n  --force replaces them, and keeps copies.\n" in ran.err
    assert tree(skills.parent) == before

    assert skill("install", "--yes", "--force").code == 0
    assert (skills / "cometapi" / "SKILL.md.before").read_text() == "my own \x1b[31mskill"
    assert skill("remove", "--yes").code == 0
    assert tree(skills.parent) == before


def test_a_change_of_the_users_is_kept(skill, skills):
    skill("install", "--yes")
    page = skills / "cometapi" / "commands" / "chat.txt"
    page.write_text("changed")
    assert skill("install", "--yes").code == 2
    assert page.read_text() == "changed"
    assert skill("install", "--yes", "--force").code == 0
    assert (page.parent / "chat.txt.before").read_text() == "changed"
    page.write_text("again")
    assert skill("install", "--yes", "--force").code == 0
    assert (page.parent / "chat.txt.before-2").read_text() == "again"
    page.write_text("third")
    assert skill("remove", "--yes").code == 0
    left = {path for path, held in tree(skills / "cometapi").items() if held}
    assert left == {"commands/chat.txt", "commands/chat.txt.before", "commands/chat.txt.before-2"}


def test_old_files_of_its_own_go_and_others_stay(skill, skills):
    from cometapi.skill.folder import digest

    skill("install", "--yes")
    place = skills / "cometapi"
    record = json.loads((place / ".installed.json").read_bytes())
    for name in ("old", "edited"):
        (place / "commands" / f"{name}.txt").write_text(name)
        record["files"][f"commands/{name}.txt"] = digest(name.encode())
    (place / "commands" / "edited.txt").write_text("by hand")
    (place / "commands" / "mine.txt").write_text("mine")
    (place / ".installed.json").write_text(json.dumps(record))
    ran = skill("install", "--yes")
    assert ran.code == 0
    assert "commands/edited.txt was changed since it was written, and stays." in ran.err
    assert not (place / "commands" / "old.txt").exists()
    assert (place / "commands" / "edited.txt").read_text() == "by hand"
    assert (place / "commands" / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize("linked", ["cometapi", "cometapi/commands", "cometapi/SKILL.md", "cometapi/.installed.json"])
def test_nothing_is_written_through_a_link(skill, skills, tmp_path, linked):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "file").write_text("theirs")
    path = skills / linked
    path.parent.mkdir(exist_ok=True)
    path.symlink_to(elsewhere if "." not in path.name else elsewhere / "file")
    before = tree(tmp_path)
    for verb in ("install", "remove"):
        ran = skill(verb, "--yes", *(["--force"] if verb == "install" else []))
        assert ran.code != 0 or verb == "remove"
        assert tree(tmp_path) == before
    assert f"{path} is a link, and is not followed." in skill("install", "--yes", "--force").err


@pytest.mark.parametrize(
    "record",
    [
        '{"files": {"../mine/SKILL.md": "DIGEST", "/etc/hosts": "DIGEST"}, "copies": {"../x.md": "../y.md"}}',
        '{"files": {"own/../../mine/SKILL.md": "DIGEST", "topics/../SKILL.md": "DIGEST"}, "copies": {}}',
        "[1]",
        "{",
        '{"files": 3}',
        '{"files": {}, "copies": {"SKILL.md": 3}, "made": "many"}',
    ],
)
def test_a_record_of_a_stranger_leads_nowhere(skill, skills, record):
    from cometapi.skill.folder import digest

    (skills / "cometapi").mkdir()
    (skills / "cometapi" / ".installed.json").write_text(record.replace("DIGEST", digest(b"mine")))
    assert skill("remove", "--yes").code == 0
    assert skill("install", "--yes").code == 0
    assert skill("remove", "--yes").code == 0
    assert (skills / "mine" / "SKILL.md").read_text() == "mine"


def test_a_pipe_or_a_file_in_the_way_is_told(skill, skills):
    (skills / "cometapi").mkdir()
    os.mkfifo(skills / "cometapi" / "SKILL.md")
    ran = skill("install", "--yes")
    assert (ran.code == 0, "SKILL.md is not a file." in ran.err) == (False, True)
    (skills / "cometapi" / "SKILL.md").unlink()
    (skills / "cometapi" / "commands").write_text("mine")
    assert skill("install", "--yes", "--force").code != 0
    assert [path.name for path in (skills / "cometapi").iterdir()] == ["commands"]


def test_what_is_no_agent_and_no_folder_is_refused(cli):
    ran = cli("skill", "install", "--for", "codx", "--yes")
    assert (ran.code, ran.err) == (
        2,
        "cometapi: There is no folder codx, and no agent of this name; did you mean codex?\n  Agents: claude, codex, gemini\n",
    )


def test_two_installations_at_once_are_as_one(environ, skills):
    before = tree(skills.parent)
    command = [sys.executable, "-m", "cometapi", "skill"]
    rest = ["--for", str(skills), "--yes"]
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    running = [subprocess.Popen([*command, "install", *rest], env=environ, **pipes) for _ in range(3)]
    ends = [(one.communicate(timeout=60)[0], one.returncode) for one in running]
    assert ends == [(b"", 0)] * 3
    record = json.loads((skills / "cometapi" / ".installed.json").read_bytes())
    assert (len(record["files"]), record["copies"]) == (FILES, {})
    subprocess.run([*command, "remove", *rest], env=environ, check=True, timeout=60, capture_output=True)
    assert tree(skills.parent) == before


def test_what_the_user_wrote_while_being_asked_is_left(environ, skills, monkeypatch):
    from cometapi.terminal import confirm

    def answer(*_):
        (skills / "cometapi").mkdir()
        (skills / "cometapi" / "SKILL.md").write_text("mine")
        return True

    monkeypatch.setattr(confirm, "agreed", answer)
    streams = [Stream(terminal=True) for _ in range(3)]
    assert outcome(Context(["skill", "install", "--for", str(skills)], environ, *streams)) == 2
    assert "have changed meanwhile. Nothing was written." in " ".join(streams[2].text().split())
    assert tree(skills / "cometapi") == {"SKILL.md": b"mine"}


def test_a_long_difference_is_cut(skill, skills):
    (skills / "cometapi").mkdir()
    (skills / "cometapi" / "SKILL.md").write_text("mine\n" * 10_000)
    ran = skill("install", "--yes")
    assert ran.code == 2
    assert "\n-mine\n" in ran.err
    assert "\n…\n" in ran.err
    assert len(ran.err.splitlines()) < 60


def test_the_folder_of_the_skill_itself_may_be_named(cli, skill, skills):
    skill("install", "--yes")
    once = tree(skills)
    place = skills / "cometapi"
    ran = cli("skill", "install", "--for", str(place), "--yes")
    assert (ran.code, ran.err) == (0, f"cometapi: The skill in {place} is up to date.\n")
    assert tree(skills) == once
    assert cli("skill", "remove", "--for", str(place), "--yes").code == 0
    assert not place.exists()


def test_several_agents_at_once(cli, home):
    both = ["--for", "claude", "--for", "codex", "--for", "claude", "--yes"]
    ran = cli("skill", "install", *both)
    assert (ran.code, len(ran.err.splitlines())) == (0, 2)
    assert all((home / f".{name}" / "skills" / "cometapi" / "SKILL.md").exists() for name in ("claude", "codex"))
    assert cli("skill", "install", "--for", "claude", "--for", "codx", "--yes").code == 2
    assert cli("skill", "remove", *both).code == 0
    assert tree(home) == {}
