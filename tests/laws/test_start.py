"""What is loaded before the program knows what to do: held by what fresh interpreters have in ``sys.modules``."""

import ast
import json
import subprocess
import sys

import pytest
from manifest import COMMANDS

from cometapi.cli import help as texts
from cometapi.main import pressed
from cometapi.manifest.page import Page

CALL = """
import sys
sys.argv = ["cometapi", *{words!r}]
before = set(sys.modules)
from cometapi.main import main
code = main()
loaded = sorted(set(sys.modules) - before)
sys.stderr.write("\\n" + repr((code, loaded)))
"""
OWN = {
    "cometapi",
    "cometapi.main",
    "cometapi.context",
    "cometapi.errors",
    "cometapi.generated",
    "cometapi.generated.index",
    "gc",
}


def loaded(words, environ):
    """The exit code of a call in a fresh interpreter, and the modules that it loaded."""
    command = [sys.executable, "-c", CALL.format(words=words)]
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", env=environ, check=True, stdin=subprocess.DEVNULL
    )
    code, modules = ast.literal_eval(done.stderr.splitlines()[-1])
    return code, set(modules)


def foreign(modules):
    """Those that are neither of the standard library nor of the program."""
    return {name for name in modules if name.split(".")[0] not in {*sys.stdlib_module_names, "cometapi"}}


@pytest.mark.parametrize("words", [["--version"], ["-V"]], ids=" ".join)
def test_the_version_loads_nothing_but_itself(words, environ):
    assert loaded(words, environ) == (0, OWN)


@pytest.mark.parametrize("words", [["--help"], ["-h"], []], ids=" ".join)
def test_help_of_the_program_loads_its_text_besides(words, environ):
    assert loaded(words, environ) == (0, {*OWN, "cometapi.generated.screens"})


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.stem)
def test_help_of_a_command_loads_nothing_and_says_what_a_terminal_is_told(command, environ):
    assert loaded([*command.words.split(), "--help"], environ) == (0, OWN)
    assert pressed(command.words) == texts.of_command(command.words)(Page())


@pytest.mark.parametrize("words", [["schema"], ["schema", "chat"], ["schema", "model", "--tools", "mcp"]], ids=" ".join)
def test_the_surface_loads_no_package_and_no_setting(words, environ):
    code, modules = loaded(words, environ)
    assert (code, foreign(modules)) == (0, set())
    assert not {one for one in modules if one.startswith(("cometapi.settings", "cometapi.http", "cometapi.session"))}
    assert ("json" in modules) == ("--tools" in words)  # nothing is parsed to be printed


WRONG = [
    ["chat", "hi", "--no-such-option"],
    ["chat", "hi", "--temperature", "warm"],
    ["config", "show", "--format", "xml"],
    ["caht"],
    ["config", "shwo"],
    ["--formt", "json", "chat"],
]


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_a_usage_error_loads_no_package(words, environ):
    code, modules = loaded(words, environ)
    assert code == 2
    assert foreign(modules) == set()


@pytest.mark.parametrize("words", [["help", "exit-codes"], ["help", "model", "info"], ["config", "path"]], ids=" ".join)
def test_what_needs_no_package_loads_none(words, environ):
    code, modules = loaded(words, environ)
    assert code == 0
    assert foreign(modules) == set()


COMPILING = {f"cometapi.manifest.{name}" for name in ("compile", "load", "nouns", "own", "rules", "schema_errors")}


@pytest.mark.parametrize(
    "words", [["config", "path"], ["chat", "hi", "--sandbox"], ["models", "--sandbox", "--json"]], ids=" ".join
)
def test_a_command_of_the_program_compiles_nothing(words, environ):
    code, modules = loaded(words, environ)
    assert code == 0
    assert modules & {*COMPILING, "yaml", "jsonschema"} == set()


@pytest.mark.parametrize(
    "words", [["config", "path"], ["models", "--sandbox", "--json"], ["help", "past"], ["caht"]], ids=" ".join
)
def test_what_has_nothing_to_do_with_the_history_loads_none_of_it(words, environ):
    _, modules = loaded(words, environ)
    assert [name for name in modules if name.split(".")[0] == "sqlite3" or ".history" in name] == []


def test_the_history_loads_no_package(environ):
    code, modules = loaded(["history", "search", "tides"], environ)
    assert (code, foreign(modules)) == (0, set())


# --- what is loaded before a request is on its way, and while its reply is waited for

ASKING = """
import sys
sys.argv = ["cometapi", *{words!r}]
from cometapi.main import main
from cometapi.http import connections
sent, waited = [], []
called = connections.called
def watched(functions):
    sent.extend(sys.modules)
    called(functions)
    waited.extend(sys.modules)
connections.called = watched
code = main()
sys.stderr.write("\\n" + repr((code, sent, waited, list(sys.modules))))
"""
AFTERWARDS = ("rich", "markdown_it", "jmespath", "yaml", "tomlkit", "tomllib", "dataclasses", "inspect", "uuid", "html")
AFTERWARDS += ("justhtml", "subprocess", "jsonschema", "prompt_toolkit", "argcomplete")
READERS = {f"cometapi.answers.{name}" for name in ("answer", "reader", "display", "sse", "form", "shapes", "judgement")}
ELSEWHERE = {f"cometapi.http.{name}" for name in ("listing", "pages", "preview", "cache", "replies", "link")}
ELSEWHERE |= {f"cometapi.output.{name}" for name in ("as_json", "formats", "kinds", "grouping")}
ELSEWHERE |= {"cometapi.children", "cometapi.cli.completion", "cometapi.http.addresses"}
ELSEWHERE |= {f"cometapi.attached.{name}" for name in ("pieces", "contents", "folders", "page", "html", "wrapper")}
ANSWERS = {
    "chat": {"choices": [{"index": 0, "message": {"content": "Hi"}, "finish_reason": "stop"}]},
    "messages": {"content": [{"type": "text", "text": "Hi"}], "stop_reason": "end_turn"},
    "gemini": {"candidates": [{"content": {"parts": [{"text": "Hi"}]}, "finishReason": "STOP"}]},
    "responses": {
        "status": "completed",
        "output": [{"type": "message", "content": [{"type": "output_text", "text": "Hi"}]}],
    },
}


@pytest.mark.parametrize("words", ANSWERS)
def test_before_a_request_is_on_its_way_nothing_is_loaded_that_reads_the_answer(words, environ, raw):
    raw(lambda talk: talk.whole(ANSWERS[words]))
    command = [sys.executable, "-c", ASKING.format(words=[words, "-m", "m", "hi", "--no-stream"])]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environ, check=True, input="")
    code, sent, waited, ended = ast.literal_eval(done.stderr.splitlines()[-1])

    assert (code, done.stdout) == (0, "Hi\n"), json.dumps(done.stderr)[:500]
    assert {name for name in sent if name.split(".")[0] in AFTERWARDS} == set()
    assert set(sent) & (READERS | ELSEWHERE) == set()
    assert set(waited) >= READERS
    assert foreign(set(ended)) <= foreign(set(sent))  # a pipe needs no package that renders, nor the library of --query


UNCONNECTED = {"socket", "ssl", "cometapi.http.early", "cometapi.http.trace", "typing", "datetime"}


@pytest.mark.parametrize("words", [["--search", "gpt"], ["--format", "table"], ["--json"]], ids=" ".join)
def test_a_list_that_is_kept_loads_nothing_that_connects(words, environ, raw):
    raw(lambda talk: talk.whole({"success": True, "data": [{"id": "gpt-5.4", "pricing": {"input": 0.25}}]}))
    loaded(["models", *words], environ)
    code, modules = loaded(["models", *words], environ)

    assert (code, len(raw.talks)) == (0, 1)
    assert modules & UNCONNECTED == set()
    assert foreign(modules) == set()


def test_a_call_without_them_loads_neither_repairs_nor_schemas_nor_compare(environ):
    code, modules = loaded(["--sandbox", "chat", "hi"], environ)

    names = ("answers.repairs", "answers.structure", "cli.schema_values", "cli.schema_words", "commands.compare")
    assert (code, [one for one in modules if one.startswith(tuple(f"cometapi.{name}" for name in names))]) == (0, [])


# --- names of the user's own cost nothing where nobody has any, and little where somebody has

OPENED = """
import sys
opened = []
sys.addaudithook(lambda name, args: opened.append(str(args[0])) if name == "open" else None)
sys.argv = ["cometapi", *{words!r}]
from cometapi.main import main
code = main()
found = [one for one in opened if one.endswith(("aliases.yaml", "own.json")) or "/templates/" in one]
sys.stderr.write("\\n" + repr((code, found, [one for one in sys.modules if one.startswith("cometapi.own")])))
"""


@pytest.fixture
def own(environ):
    """A user who has an alias, and the index of it."""
    from pathlib import Path

    folder = Path(environ["HOME"]) / ".config" / "cometapi"
    folder.mkdir(parents=True)
    (folder / "aliases.yaml").write_text("sonnet: claude-x\ntr: chat\n")
    assert loaded(["alias", "list", "--quiet"], environ)[0] == 0
    return folder


def opened(words, environ):
    """The exit code of a call, the files of the user's own that it opened, and the modules about them that it loaded."""
    command = [sys.executable, "-c", OPENED.format(words=words)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environ, check=True, input="")
    return ast.literal_eval(done.stderr.splitlines()[-1])


WITHOUT = [
    ["--help"],
    [],
    ["chat", "--help"],
    ["help", "chat"],
    ["config", "path"],
    ["chat", "hi", "-m", "m", "--dry-run"],
]


@pytest.mark.parametrize("words", WITHOUT, ids=" ".join)
def test_who_has_no_names_of_his_own_loads_nothing_for_them(words, environ):
    assert opened(words, environ) == (0, [], [])


@pytest.mark.parametrize(
    "words", [["--version"], ["chat", "--help"], ["config", "--help"], ["help", "chat"]], ids=" ".join
)
def test_help_of_a_command_of_the_program_reads_no_names_of_the_users_own(words, environ, own):
    assert opened(words, environ) == (0, [], [])


@pytest.mark.parametrize(
    "words", [["tr", "hi", "--dry-run"], ["chat", "hi", "-m", "sonnet", "--dry-run"], []], ids=" ".join
)
def test_names_of_the_users_own_come_from_the_index_without_yaml(words, environ, own):
    code, files, _ = opened(words, environ)
    assert (code, {name.rpartition("/")[2] for name in files}) == (0, {"own.json"})
    assert "yaml" not in loaded(words, environ)[1]
