"""What is deprecated works, is marked wherever it is listed, and is told of once, wherever its value comes from."""

# ruff: noqa: F811 - fixtures come from the file beside

import json
import re

import pytest
from project import edit, small_copy
from test_adding_a_command import grown, program, requests  # noqa: F401 - fixtures
from test_words_of_options import UPDATE, bodies, gadgets, offers  # noqa: F401 - fixtures

from codegen.__main__ import press

NAME = "--name is deprecated since 0.1.0 and will be removed in 1.0.0. Use --title instead."
RENAME = "cometapi gadgets rename is deprecated since 0.1.0 and will be removed in 1.0.0. Use cometapi gadgets update instead."
SETTING = "usual_model is deprecated since 0.1.0 and will be removed in 99.0.0. Use default_model instead."
VARIABLE = (
    "COMETAPI_USUAL_MODEL is deprecated since 0.1.0 and will be removed in 99.0.0. Use COMETAPI_DEFAULT_MODEL instead."
)
CHAT = ("chat", "Hi", "--dry-run")


def told(err):
    """The notes on stderr, each a line, without the program's name and without what they are about in a file."""
    return [re.sub(r"^cometapi: (\S+config.toml:\d+: )?", "", line) for line in err.splitlines()]


@pytest.fixture
def configured(environ, tmp_path):
    """Write the config file."""

    def write(text):
        path = tmp_path / "config" / "cometapi" / "config.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        path.chmod(0o600)
        environ["XDG_CONFIG_HOME"] = str(tmp_path / "config")

    return write


def test_an_option_works_with_one_warning_and_none_with_quiet(program, gadgets):
    code, _, err = program(*UPDATE, "--text", "x", "--name", "New", "--json")
    assert (code, told(err)) == (0, [NAME])
    assert bodies(gadgets)[0]["title"] == "New"
    assert program(*UPDATE, "--text", "x", "--name", "New", "--quiet")[2] == ""


def test_old_and_new_may_agree(program, gadgets):
    code, _, err = program(*UPDATE, "--text", "x", "--name", "New", "--title", "New")
    assert (code, told(err)) == (0, [NAME])
    assert bodies(gadgets)[0]["title"] == "New"


def test_a_variable_of_an_option_works_with_a_warning_that_names_the_other_variable(program, gadgets, environ):
    environ["GADGET_HOLDER"] = "Ann"
    warning = "GADGET_HOLDER is deprecated since 0.1.0. Use GADGET_OWNER instead."
    assert told(program(*UPDATE, "--text", "x")[2]) == [warning]
    assert program(*UPDATE, "--text", "x", "--owner", "Bob")[2] == ""
    environ["GADGET_OWNER"] = "Bob"
    code, _, err = program(*UPDATE, "--text", "x")
    assert (code, told(err)[1:]) == (
        78,
        ["GADGET_HOLDER and GADGET_OWNER are the same, with different values.", "  Unset GADGET_HOLDER."],
    )
    assert [body["owner"] for body in bodies(gadgets)] == ["Ann", "Bob"]


def test_a_command_works_with_one_warning_and_is_listed_as_such(program, gadgets):
    code, out, err = program("gadgets", "rename", "g1", "--title", "New", "-f", "csv")
    assert (code, out, told(err)) == (0, "id\ng1\n", [RENAME])
    assert "  gadgets rename  Rename a gadget. Deprecated.\n" in program("gadgets", "--help")[1]
    assert RENAME in program("gadgets", "rename", "--help")[1].replace("\n", " ")


@pytest.mark.parametrize("text", ['usual_model = "old-1"\n', 'profile = "w"\n[profiles.w]\nusual_model = "old-1"\n'])
def test_a_setting_in_the_file_counts_for_the_other_with_one_warning_that_names_its_line(text, program, configured):
    configured(text)
    code, out, err = program(*CHAT)
    assert (code, told(err)) == (0, [SETTING])
    assert f"config.toml:{text.count(chr(10))}: " in err
    assert '"model": "old-1"' in out
    assert program(*CHAT, "--quiet")[2] == ""


def test_a_setting_in_the_environment_counts_for_the_other_with_a_warning(program, environ):
    environ["COMETAPI_USUAL_MODEL"] = "old-2"
    code, out, err = program(*CHAT)
    assert (code, told(err)) == (0, [VARIABLE])
    assert '"model": "old-2"' in out
    environ["COMETAPI_DEFAULT_MODEL"] = "old-2"
    assert program(*CHAT)[0] == 0
    environ["COMETAPI_DEFAULT_MODEL"] = "new"
    code, out, err = program(*CHAT)
    assert (code, out) == (78, "")
    sentence = "COMETAPI_USUAL_MODEL and COMETAPI_DEFAULT_MODEL are the same, with different values."
    assert told(err)[-2:] == [sentence, "  Unset COMETAPI_USUAL_MODEL."]


def test_what_is_nearer_counts_whatever_its_name(program, environ, configured):
    configured('usual_model = "old"\n')
    environ["COMETAPI_DEFAULT_MODEL"] = "new"
    code, out, err = program(*CHAT)
    assert (code, err) == (0, "")
    assert '"model": "new"' in out


def test_two_values_of_one_setting_in_the_file_are_refused(program, configured):
    configured('usual_model = "old"\ndefault_model = "new"\n')
    code, out, err = program(*CHAT)
    assert (code, out) == (78, "")
    sentence = "usual_model and default_model are the same setting, with different values."
    assert told(err)[-2:] == [sentence, "  Remove it: cometapi config unset usual_model"]
    assert "config.toml:1: usual_model and" in err


def test_documents_and_completion_mark_it(program, grown, offers):
    marks = ("[deprecated; use --title]", "[deprecated; use default_model]", "[deprecated; use COMETAPI_DEFAULT_MODEL]")
    assert f"Its title. {marks[0]}" in program("gadgets", "update", "--help")[1]
    assert marks[1] in " ".join(program("help", "config")[1].split())
    assert marks[2] in " ".join(program("help", "environment")[1].split())
    share = grown / "cometapi" / "share"
    texts = {path.relative_to(share).as_posix(): path.read_text("utf-8") for path in share.rglob("*") if is_text(path)}
    for name in ("docs/gadgets-update.md", "help/gadgets-update.txt", "man/man1/cometapi-gadgets-update.1"):
        assert marks[0] in " ".join(texts[name].replace("\\-", "-").replace("\\", "").split()), name
    for name in ("completions/_cometapi", "completions/cometapi.fish", "completions/cometapi.ps1"):
        assert "deprecated; use --title" in texts[name], name
    for name in ("docs/gadgets-rename.md", "help/gadgets-rename.txt", "man/man1/cometapi-gadgets-rename.1"):
        assert RENAME in " ".join(texts[name].replace("\\-", "-").replace("\\", "").split()), name
    assert "--name" in offers("gadgets", "update", "g1")
    assert "--name" not in offers("gadgets", "update", "g1", "--title", "x")


def is_text(path):
    return path.is_file() and path.parent.name in ("docs", "help", "man1", "completions")


def test_the_schema_says_it(program):
    surface = json.loads(program("schema")[1])
    commands = {one["command"]: one for one in surface["commands"]}
    options = {one["name"]: one for one in commands["gadgets update"]["options"]}
    assert options["name"]["deprecated"] == {"use": "--title", "since": "0.1.0", "remove": "1.0.0"}
    assert commands["gadgets update"]["arguments"]["properties"]["name"]["deprecated"] is True
    assert commands["gadgets rename"]["deprecated"]["use"] == "gadgets update"
    assert surface["settings"]["usual_model"]["deprecated"]["use"] == "default_model"


@pytest.mark.parametrize(
    ("version", "is_over"), [("0.8.9", False), ("0.9.0.dev0", True), ("0.9.0", True), ("0.10.0", True)]
)
def test_what_was_to_be_removed_by_now_is_refused(version, is_over, tmp_path):
    root = small_copy(tmp_path)
    (root / "cometapi" / "__init__.py").write_text(f'__version__ = "{version}"\n', "utf-8")
    edit(root / "spec" / "program.yaml", "  default_model:\n", OLD + "  default_model:\n")
    plan, findings = press(root)
    sentence = f"usual_model was to be removed in 0.9.0, and this is {version}; remove it."
    found = [f"spec/program.yaml:28: settings.usual_model.deprecated.remove: {sentence}"] if is_over else []
    assert [str(finding) for finding in findings] == found
    assert (plan is None) is is_over


OLD = """\
  usual_model:
    help: Model that answers.
    deprecated:
      use: default_model
      since: 0.1.0
      remove: 0.9.0
"""


@pytest.mark.parametrize(
    ("facts", "key", "sentence"),
    [
        ("{use: timeouts, since: 0.1.0}", "use", "Unknown name 'timeouts'; declared are "),
        ("{use: usual_model, since: 0.1.0}", "use", "A setting cannot be used instead of itself."),
        ("{use: profile, since: 0.1.0}", "use", "The profile cannot be renamed: it is read before all other settings."),
        (
            "{use: api_key, since: 0.1.0}",
            "use",
            "api_key takes other values: secret, type and supplies must be the same.",
        ),
        ("{use: default_model, since: 0.2.0, remove: 0.2.0}", "remove", "0.2.0 is no later than 0.2.0."),
    ],
)
def test_a_setting_that_cannot_be_deprecated_so_is_a_finding(facts, key, sentence, tmp_path):
    root = small_copy(tmp_path)
    setting = f"  usual_model: {{help: A model., deprecated: {facts}}}\n"
    edit(root / "spec" / "program.yaml", "  default_model:\n", setting + "  default_model:\n")
    findings = [str(finding) for finding in press(root)[1]]
    assert len(findings) == 1
    assert findings[0].startswith(f"spec/program.yaml:23: settings.usual_model.deprecated.{key}: {sentence}")
