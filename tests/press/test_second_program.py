"""Another program from the same press: a shop of animals, pressed under its own name over a copy of the package, and run.

Its manifest says what is its own. Commands that every program may have (help, config, doctor ...) are taken from this
project's manifest with the name replaced; nothing that it prints or writes says the name of this project's program.
"""

import json
import re
import shutil
import sys
from pathlib import Path

import pexpect
import pytest
import warm
from project import ROOT, edit
from terminal import spawn

from codegen.__main__ import main, press

HERE = Path(__file__).with_name("petstore")
COMMON = [
    "help",
    "completion-bash",
    "completion-fish",
    "completion-zsh",
    "completion-powershell",
    "completion-install",
    "config-path",
    "config-edit",
    "config-unset",
    "doctor",
    "init",
    "repl",
    "sandbox",
]
KEY = "open-sesame-0001"


def petstore(folder):
    """The manifest of the shop, and the package without what was pressed from another one."""
    shutil.copytree(HERE, folder / "spec")
    for schema in (ROOT / "spec").glob("*.schema.json"):
        shutil.copy(schema, folder / "spec" / schema.name)
    for name in COMMON:
        text = (ROOT / "spec" / "commands" / f"{name}.yaml").read_text("utf-8")
        (folder / "spec" / "commands" / f"{name}.yaml").write_text(renamed(text), "utf-8")
    shutil.copytree(ROOT / "cometapi", folder / "cometapi")
    for name in ("generated", "share"):
        shutil.rmtree(folder / "cometapi" / name)
    return folder


def renamed(text):
    """A command of this project's program as one of the other's, without examples of what that one lacks."""
    text = re.sub(r"^  - \{run: .*(?:models|model info|COMETAPI_).*\n", "", text, flags=re.MULTILINE)
    return text.replace("cometapi", "petstore").replace("default_model", "output_format")


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    """The pressed program's folder."""
    root = petstore(tmp_path_factory.mktemp("shop"))
    assert main(["--root", str(root)]) == 0
    return root


@pytest.fixture
def environ(environ, shop):
    """Nothing set but where the program is; the user's shell is fish."""
    return {**environ, "PYTHONPATH": str(shop), "SHELL": "/usr/bin/fish"}


@pytest.fixture
def run(environ, shop):
    """Run ``petstore`` with these words: ``(exit code, stdout, stderr)``; none of them says another program's name."""

    def run(*words, stdin=None, **env):
        given = None if stdin is None else stdin.encode("utf-8")
        code, *streams = warm.run(words, {**environ, **env}, shop, given)
        out, err = (one.decode("utf-8") for one in streams)
        assert "comet" not in (out + err).lower()
        return code, out, err

    return run


@pytest.fixture
def service(httpserver, environ):
    """The shop, on loopback."""
    environ.update(PETSTORE_SHOP=httpserver.url_for("/v3"), PETSTORE_PASS_PHRASE=KEY)
    return httpserver


def sample(name):
    return json.loads((HERE / "replies" / name).read_text("utf-8"))


def test_it_lists_shows_adds_and_removes(run, service):
    service.expect_request("/v3/pets", "GET", query_string="kind=cat").respond_with_json(sample("pets-list.json"))
    service.expect_request("/v3/pets/7", "GET").respond_with_json(sample("pets-show.json"))
    service.expect_request("/v3/pets", "POST", json={"name": "Rex", "kind": "dog"}).respond_with_json(
        sample("pets-add.json")
    )
    service.expect_request("/v3/pets/7", "DELETE").respond_with_json(sample("pets-remove.json"))

    assert run("pets", "list", "-t", "cat", "--fields", "id,name", "--format", "csv") == (
        0,
        "id,name\n7,Mia\n8,Rex\n",
        "",
    )
    assert run("pets", "show", "7") == (0, "ID    7\nName  Mia\nKind  cat\n", "")
    assert run("pets", "add", "Rex", "--kind", "dog", "--json") == (
        0,
        '{\n  "id": 9,\n  "name": "Rex",\n  "kind": "dog"\n}\n',
        "",
    )
    assert run("pets", "remove", "7", "--yes", "--quiet")[0] == 0
    heads = [dict(request.headers) for request, _ in service.log]
    assert {(head["X-Pet-Key"], head["User-Agent"].split("/")[0]) for head in heads} == {(KEY, "petstore")}


def test_help_version_and_usage_errors_have_its_name(run):
    assert re.fullmatch(r"petstore \S+ \(surface [0-9a-f]{8}\)\n", run("--version")[1])
    assert run("--help")[1].startswith("Usage: petstore [options] COMMAND ...\n")
    assert run("--help")[1].endswith("Try it without a key: petstore --sandbox pets list\n")
    assert run("pets", "list", "--help")[1].startswith("Usage: petstore pets list [options]\n")
    assert run("help", "exit-codes")[0] == 0
    assert run("pets", "lst") == (
        2,
        "",
        "petstore: Unknown command 'pets lst'; did you mean list?\n  Try: petstore pets --help\n",
    )
    assert run("login") == (2, "", "petstore: Unknown command 'login'.\n  Try: petstore --help\n")
    assert run("pets", "show")[2] == "petstore: PET is missing.\n  Try: petstore pets show --help\n"


def test_errors_name_its_settings_and_its_commands(run, service):
    service.expect_request("/v3/pets/9").respond_with_json({"fault": "Nobody", "kind": "no_such_animal"}, 404)
    service.expect_request("/v3/pets").respond_with_json({"fault": "No", "kind": "x"}, 401)

    assert run("pets", "show", "9") == (
        1,
        "",
        "petstore: Not found (HTTP 404): Nobody.\n  See who is there: petstore pets list\n",
    )
    assert run("pets", "list") == (
        77,
        "",
        "petstore: The pass phrase was refused (HTTP 401): No.\n  Check the credential: petstore config show\n",
    )
    assert run("pets", "list", PETSTORE_PASS_PHRASE="", PETSTORE_PHRASE="x") == (
        64,
        "",
        "petstore: No pass phrase is set; PETSTORE_PHRASE is set, but the variable is PETSTORE_PASS_PHRASE.\n"
        "  Get one at https://petstore.example.com/account, then run: petstore init, or set PETSTORE_PASS_PHRASE; "
        "--sandbox needs none\n",
    )
    assert run("pets", "list", PETSTORE_SHOP="http://127.0.0.1:1", PETSTORE_RETRIES="0")[::2] == (
        69,
        "petstore: http://127.0.0.1:1 cannot be reached: connection refused.\n"
        "  Check the network, the proxy and the base URL: petstore config show\n",
    )


def test_a_hint_that_names_a_command_that_it_lacks_is_left_out(run, service, home):
    (home / ".config" / "petstore").mkdir(parents=True)
    (home / ".config" / "petstore" / "config.toml").write_text('profile = "work"\n')

    code, _, err = run("pets", "list")
    assert (code, err.count("\n")) == (78, 1)  # there is no `config profile list`


def test_its_settings_its_files_and_their_folders_are_its_own(run, home):
    assert run("config", "set", "retries", "5")[0] == 0
    assert run("config", "set", "pass_phrase", "-", stdin=KEY)[0] == 0
    assert [path.name for path in (home / ".config").iterdir()] == ["petstore"]
    assert run("config", "path")[1] == f"{home}/.config/petstore/config.toml\n"
    told = {one["setting"]: one["value"] for one in json.loads(run("config", "show", "--json")[1])}
    assert (told["retries"], told["pass_phrase"], told["shop"]) == (5, "…0001", "https://petstore.example.com/v3")


def test_the_sandbox_answers_from_its_samples(run):
    assert run("--sandbox", "pets", "list", "--quiet", "--fields", "name", "--format", "csv") == (
        0,
        "name\nMia\nRex\n",
        "",
    )
    assert (
        run("--sandbox", "pets", "add", "Rex", "--json", "--quiet")[1]
        == run("--sandbox", "pets", "add", "Mia", "--json", "--quiet")[1]
    )
    assert run("doctor", "--sandbox", "--json", "--quiet")[0] == 0


def test_the_sandbox_in_the_foreground_says_how_it_is_used(environ, shop):
    child = spawn(sys.executable, ["-m", "cometapi", "sandbox"], env=environ, cwd=str(shop))
    child.expect(r"Use it with:\s+PETSTORE_SHOP=(http://127\.0\.0\.1:\d+/v3) PETSTORE_PASS_PHRASE=any petstore \.\.\.")
    child.close(force=True)


def test_init_asks_for_its_settings(environ, shop):
    words = ["-m", "cometapi", "init", "--sandbox"]
    child = spawn(sys.executable, words, env={**environ, "TERM": "dumb"}, cwd=str(shop))
    child.expect_exact("1 questions.")
    child.expect_exact("pass_phrase (hidden): ")
    child.sendline(KEY)
    child.expect_exact("Accepted.")
    child.expect(pexpect.EOF)
    assert "comet" not in child.before.lower()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_its_completion_scripts(run, shell):
    assert "petstore" in run("completion", shell)[1]


def test_its_completion_is_installed_under_its_name(run, home):
    assert run("completion", "install")[0] == 0
    assert (home / ".config" / "fish" / "completions" / "petstore.fish").is_file()


def test_nothing_that_was_pressed_has_another_name(shop):
    names = {path.name for path in (shop / "cometapi" / "share").rglob("*") if path.is_file()}
    assert {
        "petstore.1",
        "petstore-pets-list.1",
        "petstore.bash",
        "_petstore",
        "petstore.fish",
        "petstore.ps1",
    } <= names
    texts = [path for folder in ("generated", "share") for path in (shop / "cometapi" / folder).rglob("*.*")]
    imports = re.compile(r"^ *(?:from|import) cometapi\b.*$", re.MULTILINE)
    language = "schema.json"  # describes the manifest, with examples of any program
    pressed = {path: path.read_text("utf-8") for path in texts if not path.name.endswith((".pyc", language))}
    assert [path.name for path, text in pressed.items() if "comet" in imports.sub("", text).lower()] == []


FAULTS = [
    ("start_with: pets list", "start_with: chat", "start_with: There is no command 'chat'"),
    (
        "check: pets list",
        "check: pet list",
        "settings.pass_phrase.check: There is no command 'pet list'; did you mean pets list?",
    ),
    (
        "{program} pets list",
        "{program} pets lost",
        "hints.0.hint: There is no command 'pets lost'; did you mean pets list?",
    ),
]


@pytest.mark.parametrize(("old", "new", "sentence"), FAULTS, ids=["start_with", "check", "hint"])
def test_a_command_that_the_manifest_lacks_is_a_finding(tmp_path, old, new, sentence):
    root = petstore(tmp_path)
    edit(root / "spec" / "program.yaml", old, new)
    assert [str(one).split(": ", 1)[1][: len(sentence)] for one in press(root)[1]] == [sentence]
