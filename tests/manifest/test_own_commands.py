"""Commands that are compiled when the program runs: from YAML in any folder to a request, without the press."""

import io
import json
import shutil
import subprocess
import sys

import pytest
from conftest import PROJECT

from cometapi.calling import call
from cometapi.cli.words import values
from cometapi.context import Context
from cometapi.errors import UsageError
from cometapi.generated import index, options, program
from cometapi.generated.settings import REACH
from cometapi.main import Invocation
from cometapi.manifest.help import command_help
from cometapi.manifest.own import compiled
from cometapi.manifest.page import Page

GREET = """\
command: greet
summary: Greet somebody.
effect: read
arguments:
  - {name: name, to: path/name, help: Whom.}
  - {flags: [--times, -n], type: integer, range: [1, 9], to: query/times, help: How often.}
  - {flags: [--mood], choices: {glad: 1, sad: 2}, to: query/mood, help: In which mood.}
use: [output]
request: {method: GET, service: gateway, path: "/greetings/{name}", credential: api_key}
response:
  is: rows
  protocol: chat
  rows: data
  columns:
    - {name: text, value: text}
    - {name: read_at, value: read_at, format: datetime, show: machines}
samples: [{file: greet.json}]
examples:
  - {run: cometapi greet Ann --times 2, help: Greet Ann twice.}
"""
REPLY = {"data": [{"text": "Hello Ann", "read_at": 1767225600}]}


@pytest.fixture
def folder(tmp_path):
    """A user's folder with one command and its sample reply."""
    for name in ("commands", "replies"):
        (tmp_path / "own" / name).mkdir(parents=True)
    (tmp_path / "own" / "commands" / "greet.yaml").write_text(GREET, "utf-8")
    (tmp_path / "own" / "replies" / "greet.json").write_text(json.dumps(REPLY), "utf-8")
    return tmp_path / "own"


@pytest.fixture
def greet(folder):
    """The data of the command."""
    commands, findings = compiled(folder)
    assert findings == []
    return commands["greet"]


def test_words_are_parsed_as_the_file_says(greet):
    assert values(greet, ["Ann", "-n2", "--mood", "Sad", "--json"], {}) == {
        "name": "Ann",
        "times": 2,
        "mood": "sad",
        "format": "json",
    }


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "NAME is missing."),
        (["Ann", "--times", "10"], "--times must be between 1 and 9, not 10."),
        (["Ann", "--mod", "sad"], "Unknown option --mod; did you mean --mood?"),
        (["Ann", "--raw", "--json"], "--raw and --format cannot be combined."),
    ],
)
def test_wrong_words_are_told_as_of_any_command(words, sentence, greet):
    with pytest.raises(UsageError) as caught:
        values(greet, words, {})
    assert caught.value.message == sentence


def test_it_is_sent_and_printed_as_of_any_command(greet, service, environ):
    service.expect_oneshot_request(
        "/v1/greetings/Ann",
        query_string={"times": "2", "mood": "1"},
        headers={"Authorization": "Bearer sk-test-key-0001"},
    ).respond_with_json(REPLY)
    out, err = io.StringIO(), io.StringIO()

    invocation = Invocation(Context([], environ, None, out, err))
    code = call(greet, ["Ann", "--times", "2", "--mood", "glad", "-f", "csv"], invocation)

    assert (code, out.getvalue(), err.getvalue()) == (0, "text,read_at\nHello Ann,2026-01-01T00:00:00Z\n", "")


def test_it_has_help(greet):
    text = command_help(Page(), index.PROGRAM, greet, options.SETS, program.SETTINGS, REACH)

    assert text.startswith(
        "Usage: cometapi greet NAME [options]\n\nGreet somebody.\n\nNeeds an API key for GET /v1/greetings/{name}.\n\nExamples:\n  # Greet Ann twice.\n"
    )
    assert "  -n, --times N             How often. [1 to 9]\n" in text
    assert "  --mood MOOD               In which mood. [choices: glad, sad]\n" in text
    assert text.endswith("Network and general options: cometapi help options\n")


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("effect: read", "effect: rad", "commands/greet.yaml:3: effect: 'rad' must be one of read, write, destroy."),
        ("path/name", "path/nam", "commands/greet.yaml:5: arguments.0.to: No path of this command has {nam}."),
        (
            "value: read_at",
            "value: at",
            "commands/greet.yaml:16: response.columns.1.value: No record of replies/greet.json has at.",
        ),
        ("greet.json", "no.json", "commands/greet.yaml:17: samples.0.file: There is no replies/no.json."),
        ("protocol: chat", "protocol: [", "commands/greet.yaml:12: file: This [ is not closed."),
    ],
)
def test_a_fault_is_found_where_it_stands_and_the_command_is_left_out(old, new, finding, folder):
    (folder / "commands" / "greet.yaml").write_text(GREET.replace(old, new, 1), "utf-8")

    commands, findings = compiled(folder)

    assert "greet" not in commands
    assert any(str(one).startswith(finding) for one in findings), findings


def test_a_folder_without_files_has_no_commands(tmp_path):
    assert compiled(tmp_path) == ({}, [])


ALONE = """
import sys
sys.modules.update(codegen=None, jinja2=None)
from cometapi.calling import call
from cometapi.context import Context
from cometapi.main import Invocation
from cometapi.manifest.own import compiled
commands, findings = compiled(sys.argv[1])
sys.exit(call(commands["greet"], ["Ann", "--dry-run", "--json"], Invocation(Context([]))))
"""


def test_the_installed_package_needs_neither_the_press_nor_spec(folder, tmp_path, environ):
    shutil.copytree(PROJECT / "cometapi", tmp_path / "site" / "cometapi", ignore=shutil.ignore_patterns("__pycache__"))
    done = subprocess.run(
        [sys.executable, "-c", ALONE, folder],
        cwd=tmp_path,
        env={**environ, "PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["url"] == "https://api.cometapi.com/v1/greetings/Ann"


COLUMNS = GREET[GREET.index("  columns:") : GREET.index("samples:")]


def test_a_command_says_its_columns_itself(folder):
    """A file that took those of another would change with that, and nobody would be asked."""
    waving = GREET.replace("greet", "wave").replace("wave.json", "greet.json").replace("/wave", "/greet")
    (folder / "commands" / "wave.yaml").write_text(waving.replace(COLUMNS, "  columns: greet\n"), "utf-8")

    commands, findings = compiled(folder)

    sentence = "A command of your own says its columns itself."
    assert [str(one) for one in findings] == [f"commands/wave.yaml:14: response.columns: {sentence}"]
    assert list(commands) == ["greet"]
