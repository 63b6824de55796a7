"""The press as a developer runs it: findings on stderr, files written, nothing done twice."""

import os
import subprocess
import sys

import pytest
from project import ROOT, edit, small_copy

from codegen.__main__ import main, press
from cometapi.manifest.compile import model
from cometapi.manifest.load import load
from cometapi.manifest.surface import document


@pytest.fixture
def small(tmp_path):
    return small_copy(tmp_path)


def test_the_small_manifest_has_no_faults(small):
    assert press(small)[1] == []


def test_findings_go_to_stderr_and_nothing_is_written(small, capsys):
    edit(small / "spec" / "commands" / "help.yaml", "effect: read", "effect: rad")
    assert main(["--root", str(small)]) == 1
    assert capsys.readouterr() == (
        "",
        "spec/commands/help.yaml:3: effect: 'rad' must be one of read, write, destroy.\n"
        "codegen: 1 finding(s); nothing was written.\n",
    )
    assert not (small / "cometapi" / "generated").exists()


def test_several_faults_are_reported_at_once_in_order(small):
    spec = small / "spec"
    edit(spec / "topics" / "formats.yaml", "topic: formats", "topic: formats\ncolour: red")
    edit(spec / "replies" / "chat.json", "{", "{,")
    edit(spec / "commands" / "models.yaml", "complete: providers", "complete: provider")
    edit(spec / "commands" / "models.yaml", "{--source: openai}", "{--sauce: openai}")
    edit(spec / "commands" / "help.yaml", "effect: read\n", "")
    edit(spec / "commands" / "chat.yaml", "cost: paid", "cost: [paid")
    assert [f"{one.file}:{one.line}: {one.key}" for one in press(small)[1]] == [
        "spec/commands/chat.yaml:7: file",
        "spec/commands/help.yaml:1: file",
        "spec/commands/models.yaml:17: arguments.1.complete",
        "spec/commands/models.yaml:41: routes.0.when",
        "spec/replies/chat.json:1: file",
        "spec/topics/formats.yaml:2: colour",
    ]


def test_a_program_file_that_is_missing_is_a_finding(small):
    (small / "spec" / "program.yaml").unlink()
    assert [str(one) for one in press(small)[1]] == ["spec/program.yaml:1: file: The file does not exist."]


def test_a_reply_that_is_no_text_is_a_finding(small):
    (small / "spec" / "replies" / "model-info.json").write_bytes(b"\xff\xfe")
    assert [str(one) for one in press(small)[1]] == ["spec/replies/model-info.json:1: file: This is not text in UTF-8."]


def test_hidden_files_are_no_part_of_the_manifest(small):
    (small / "spec" / "replies" / ".DS_Store").write_bytes(b"\xff\xfe")
    (small / "spec" / "commands" / ".chat.yaml.swp").write_bytes(b"\xff\xfe")
    assert press(small)[1] == []


def test_a_shape_is_filled_with_any_keys(small):
    """``as`` is the service's shape: its keys are no selections, though some have the same names."""
    edit(
        small / "spec" / "commands" / "chat.yaml",
        "as: {role: system, content: $value}",
        "as: {role: system, text: $value, value: ['$value'], message: {each: $value}}",
    )
    assert press(small)[1] == []


def test_the_yaml_of_the_manifest_has_few_surprises(small):
    """``no`` and ``on`` are words, as in YAML 1.2."""
    edit(
        small / "spec" / "commands" / "models.yaml", "choices: [catalog, openai]", "choices: [catalog, openai, no, on]"
    )
    plan, findings = press(small)
    assert findings == []
    assert '"choices": ["catalog", "openai", "no", "on"]' in plan["cometapi/generated/models.py"]


def test_an_example_may_name_files_of_the_reader(small):
    edit(
        small / "spec" / "commands" / "chat.yaml",
        "  - flags: [--max-tokens]",
        "  - {flags: [--image], type: file, to: body/image, help: A picture.}\n  - flags: [--max-tokens]",
    )
    edit(small / "spec" / "commands" / "chat.yaml", '"Three primes" --json', '"Three primes" --image cat.png --json')
    assert press(small)[1] == []


def test_words_with_both_kinds_of_quotes_are_written_as_the_formatter_would(small):
    edit(small / "spec" / "commands" / "chat.yaml", "Longest answer in tokens.", 'Say "a" or \'b\', it\'s "c".')
    plan, _ = press(small)
    assert """"help": 'Say "a" or \\'b\\', it\\'s "c".'""" in plan["cometapi/generated/chat.py"]


def test_what_is_appended_comes_in_the_order_of_the_file(small):
    plan, _ = press(small)
    text = plan["cometapi/generated/chat.py"]
    places = [text.index(f'"{name}": {{') for name in ("model", "system", "message")]
    assert places == sorted(places)


def test_the_tree_is_as_the_manifest_says_whatever_the_order_of_hashes():
    """It was made with another order than this one."""
    environ = {**os.environ, "PYTHONHASHSEED": "1"}
    done = subprocess.run([sys.executable, "-m", "codegen", "--check"], cwd=ROOT, env=environ, capture_output=True)
    assert (done.stdout, done.stderr, done.returncode) == (b"", b"", 0)


CHANGES = {  # of a tree that was pressed
    "cometapi/generated/chat.py": lambda path: path.write_text("x = 1\n"),
    "cometapi/generated/stray.py": lambda path: path.write_text("x = 1\n"),
    "cometapi/share/docs/chat.md": lambda path: path.unlink(),
    "cometapi/share/man/man1/cometapi.1": lambda path: path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n")),
    "cometapi/share/stray.bin": lambda path: path.write_bytes(b"\xff\x00"),
}


@pytest.fixture
def pressed(small):
    """The small manifest's folder, pressed once."""
    assert main(["--root", str(small)]) == 0
    return small


def test_what_was_changed_by_hand_is_found_and_put_right_and_then_nothing_is_written(pressed, capsys):
    for name, change in CHANGES.items():
        change(pressed / name)
    capsys.readouterr()
    assert main(["--root", str(pressed), "--check"]) == 1
    told = [f"{name}: out of date; run python -m codegen" for name in CHANGES]
    out, err = capsys.readouterr()
    assert (out, sorted(err.splitlines())) == ("", told)
    assert main(["--root", str(pressed)]) == 0
    assert {name: (pressed / name).exists() for name in CHANGES} == {name: "stray" not in name for name in CHANGES}
    capsys.readouterr()
    assert main(["--root", str(pressed)]) == 0
    assert capsys.readouterr().out.startswith("codegen: 0 of ")


def test_a_command_that_is_gone_leaves_nothing_behind(pressed):
    assert list((pressed / "cometapi").rglob("*config*path*"))
    (pressed / "spec" / "commands" / "config-path.yaml").unlink()
    assert main(["--root", str(pressed)]) == 0
    left = [path.name for path in (pressed / "cometapi").rglob("*config*path*")]
    assert left == []


def test_the_command_table_of_the_readme_is_between_its_marks(small):
    begin, end = "<!-- commands: begin (made by the press) -->", "<!-- commands: end -->"
    (small / "README.md").write_text(f"# Before\n\n{begin}\nold\n{end}\n\nAfter\n")
    assert main(["--root", str(small)]) == 0
    text = (small / "README.md").read_text()
    assert text.startswith(
        f"# Before\n\n{begin}\n| Command | What it does |\n|---|---|\n| [`chat`](cometapi/share/docs/chat.md) |"
    )
    assert text.endswith(f"|\n{end}\n\nAfter\n")
    assert "OUT OF DATE" not in text


def digest(root):
    """The surface's digest that a pressed project's --version shows."""
    index = press(root)[0]["cometapi/generated/index.py"]
    return index.partition("(surface ")[2].partition(")")[0]


def test_the_digest_of_the_surface_changes_with_what_a_script_could_notice_and_with_nothing_else(small):
    before = digest(small)
    edit(small / "cometapi" / "__init__.py", "__version__ = ", "__version__ = '9.9.9'\n__version__ = ")
    edit(small / "spec" / "commands" / "models.yaml", "summary: ", "summary: Another ")
    assert digest(small) == before
    edit(small / "spec" / "commands" / "models.yaml", "choices: [catalog, openai]", "choices: [catalog, openai, new]")
    assert digest(small) != before


def surface_digest(root):
    """The digest of a manifest that is sound, without pressing it."""
    return document(model(load(root)[0], "1.0.0"))["digest"]


NOTICED = {  # file, text, what stands there instead
    "a range": ("chat", "range: [0, 2]", "range: [0, 1]"),
    "a type of a column": ("models", "format: list}", "format: count}"),
    "a name of a column": ("models", "{name: currency, value", "{name: coin, value"),
    "where a column is shown": ("models", "format: usd, show: machines}", "format: usd}"),
    "an endpoint": ("models", "path: /api/models", "path: /api/model"),
    "a relation": ("models", "    needs: {--source: catalog}\n", ""),
    "a cost, and with it an exit code": ("chat", "cost: paid\n", "cost: free\n"),
    "a credential": ("models", "credential: api_key", "credential: access_token"),
}
UNNOTICED = {
    "a head of a table": ("models", "title: Owner", "title: Its owner"),
    "a word that stands for a value": ("models", "metavar: SOURCE", "metavar: WHERE"),
    "a sentence": ("models", "help: All model ids.", "help: The ids."),
    "a section": ("models", "flags: [--search, -s]", "flags: [--search, -s]\n    group: Filters"),
}


@pytest.mark.parametrize(("name", "text", "other"), NOTICED.values(), ids=NOTICED)
def test_the_digest_changes_with(name, text, other, small):
    before = surface_digest(small)
    edit(small / "spec" / "commands" / f"{name}.yaml", text, other)
    assert surface_digest(small) != before


@pytest.mark.parametrize(("name", "text", "other"), UNNOTICED.values(), ids=UNNOTICED)
def test_the_digest_does_not_change_with(name, text, other, small):
    before = surface_digest(small)
    edit(small / "spec" / "commands" / f"{name}.yaml", text, other)
    assert surface_digest(small) == before


def test_the_digest_does_not_change_with_the_order_of_options(small):
    before = surface_digest(small)
    path = small / "spec" / "commands" / "models.yaml"
    head, *options = path.read_text("utf-8").partition("use: [limit")[0].split("  - flags: ")
    moved = "  - flags: ".join([head, *reversed(options)])
    edit(path, "  - flags: ".join([head, *options]), moved)
    assert surface_digest(small) == before
