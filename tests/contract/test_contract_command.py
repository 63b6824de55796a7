"""``python -m codegen --diff`` and ``--changelog``: what they print, how they end, what they write."""

import json
import subprocess

import pytest

from codegen.__main__ import main

HEAD = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- By hand.\n"
TAIL = "\n## [0.1.0] - 2026-01-01\n\n### Breaking\n\n- `logs`: `--limit`.\n"


def surface(**limit):
    option = {"name": "limit", "flags": ["--limit"], "type": "integer", "help": "How many.", **limit}
    entry = {"command": "logs", "summary": "Logs.", "effect": "read", "cost": "free", "examples": []}
    parts = {
        "options": [option] if limit.get("name", 1) else [],
        "relations": [],
        "routes": [],
        "exits": [0],
        "output": {},
    }
    names = {
        "format": 2,
        "program": "shop",
        "version": "0.2.0",
        "settings": {},
        "exits": [],
        "topics": {},
        "groups": {},
    }
    return {**names, "summary": "S.", "credentials": {}, "commands": [{**entry, **parts}]}


@pytest.fixture
def project(tmp_path):
    """A project with the surface of today; returns a function that writes one of its files."""

    def write(path, value):
        place = tmp_path / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(value if isinstance(value, str) else json.dumps(value), "utf-8")
        return place

    write("cometapi/share/surface.json", surface(default=5))
    write("spec/released/0.9.0.json", surface())
    write("spec/released/0.10.0.json", surface(default=4))
    write("CHANGELOG.md", HEAD + TAIL)
    return write


@pytest.fixture
def run(project, tmp_path, capsys):
    """Run the press in that project: ``(code, stdout, stderr)``."""

    def run(*words):
        code = main([*words, "--root", str(tmp_path)])
        return code, *capsys.readouterr()

    return run


BREAKS = "breaking: logs --limit: The default changed from 4 to 5.\n"


def test_the_newest_release_is_compared_and_what_breaks_must_be_named(run, project):
    code, out, err = run("--diff")
    assert (code, out) == (1, BREAKS)
    assert err == (
        "CHANGELOG.md: not named under ### Breaking: logs --limit: The default changed from 4 to 5.\n"
        "codegen: 1 breaking.\n"
    )


@pytest.mark.parametrize(
    ("point", "code"),
    [
        ("- `logs`: the default of `--limit` is 5.", 0),
        ("- The default of `--limit`\n  of `logs` is 5.", 0),
        ("- Every command: `--limit` is 5 by default.", 0),
        ("- `logs`: `--limit-all` is another.", 1),
        ("- `catalogs`: `--limit`.", 1),
        ("- `logs` is quicker.\n- `--limit` too.", 1),
    ],
)
def test_named_is_the_option_and_the_command_in_one_point(point, code, run, project):
    project("CHANGELOG.md", f"{HEAD}\n### Breaking\n\n{point}\n{TAIL}")
    assert run("--diff")[:2] == (code, BREAKS)


def test_what_the_press_wrote_names_nothing(run, project):
    assert run("--changelog")[0] == 0
    assert run("--diff")[0] == 1


def test_unchanged_is_empty(run, project):
    assert run("--diff", str(project("same.json", surface(default=5)))) == (0, "", "")


def test_a_release_a_file_and_a_revision(run, project, tmp_path):
    assert run("--diff", "0.9.0")[:2] == (1, "breaking: logs --limit: The default is new: 5.\n")
    assert run("--diff", "spec/released/0.10.0.json")[:2] == (1, BREAKS)
    git = ["git", "-C", str(tmp_path), "-c", "user.name=A", "-c", "user.email=a@example.com"]
    project("cometapi/share/surface.json", surface(default=4))
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "First"]):
        subprocess.run([*git, *words], check=True)
    project("cometapi/share/surface.json", surface(default=5))
    assert run("--diff", "HEAD")[:2] == (1, BREAKS)
    code, out, err = run("--diff", "nope")
    assert (code, out) == (2, "")
    assert err == "codegen: nope is no file, and no revision of git with a surface.\n"


def test_what_is_no_surface_is_said(run, project):
    assert run("--diff", str(project("a.json", "{")))[0] == 2
    assert "format 9" in run("--diff", str(project("b.json", {"format": 9, "commands": []})))[2]


def test_as_json(run):
    code, out, _ = run("--diff", "--json")
    change = {
        "level": "breaking",
        "kind": "default",
        "item": "--limit",
        "sentence": "The default changed from 4 to 5.",
        "before": 4,
        "after": 5,
        "commands": ["logs"],
    }
    assert code == 1
    assert json.loads(out) == {
        "counts": {"breaking": 1, "cannot judge": 0, "compatible": 0, "cosmetic": 0},
        "unnamed": [change],
        "changes": [change],
    }


def test_the_section_is_written_into_what_is_unreleased_and_prose_stays(run, tmp_path):
    assert run("--changelog")[1] == "codegen: CHANGELOG.md written.\n"
    part = (
        "\n### Surface\n\n<!-- surface: begin (made by the press) -->\n\nBreaking:\n\n"
        "- `logs --limit`: The default changed from 4 to 5.\n\n<!-- surface: end -->\n"
    )
    assert (tmp_path / "CHANGELOG.md").read_text("utf-8") == HEAD + part + TAIL
    assert run("--changelog")[1] == "codegen: CHANGELOG.md is up to date.\n"
