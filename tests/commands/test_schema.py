"""``cometapi schema``: the surface as JSON, whole or in parts, whatever else is wrong on the machine."""

import json

import pytest
from conftest import PROJECT

TEXT = (PROJECT / "cometapi/share/surface.json").read_text("utf-8")
COMMANDS = {one["command"]: one for one in json.loads(TEXT)["commands"]}


def seen(ran):
    """What a user sees of a call."""
    return ran.code, ran.out, ran.err


def test_without_words_it_prints_the_document(cli):
    ran = cli("schema")
    assert (ran.code, ran.out, ran.err) == (0, TEXT, "")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_its_entry(command, cli):
    ran = cli("schema", *command.split())
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out) == COMMANDS[command]
    assert ran.out == json.dumps(COMMANDS[command], indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("group", ["config", "config profile", "model"])
def test_a_word_that_opens_commands_is_a_list_of_them(group, cli):
    ran = cli("schema", *group.split())
    below = [entry for words, entry in COMMANDS.items() if words.startswith(f"{group} ")]
    assert ran.out == json.dumps(below, indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("nosuch", "Unknown command 'nosuch'."),
        ("modles", "Unknown command 'modles'; did you mean models?"),
        ("config sett", "Unknown command 'config sett'; did you mean config set?"),
        ("images", "Unknown command 'images'; did you mean image?"),
        ("chat hello", "Unknown command 'chat hello'."),
    ],
)
def test_an_unknown_command_is_told_with_a_near_one(words, sentence, cli):
    ran = cli("schema", *words.split())
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"cometapi: {sentence}\n  All commands: cometapi help\n"


def test_an_unknown_form_of_tools_is_told(cli):
    ran = cli("schema", "--tools", "opnai")
    assert ran.code == 2
    assert ran.err.startswith("cometapi: --tools must be one of openai, anthropic, gemini, mcp, not 'opnai'")


WRONG = {
    "a broken file": "x = [",
    "an unknown setting": "colour = 1\n",
    "a wrong value": 'timeout = "soon"\n',
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
@pytest.mark.parametrize("words", [["models"], ["models", "--tools", "mcp"], []], ids=str)
def test_it_reads_no_config_file(text, words, cli, config):
    sound = seen(cli("schema", *words))
    config.write_text(text)
    assert seen(cli("schema", *words)) == sound


def test_it_works_with_wrong_variables_and_without_a_home(cli):
    wrong = {
        "COMETAPI_TIMEOUT": "soon",
        "COMETAPI_BASE_URL": "nowhere",
        "COMETAPI_PROFILE": "gone",
        "HOME": None,
        "XDG_CONFIG_HOME": "relative",
        "COMETAPI_API_KEY_COMMAND": "exit 1",
    }
    assert seen(cli("schema", "chat", env=wrong)) == seen(cli("schema", "chat"))


def test_it_shows_no_key(cli, config):
    config.write_text('api_key = "sk-secret-key-4329"\n')
    ran = cli("schema", env={"COMETAPI_ACCESS_TOKEN": "token-secret-8769"})
    assert "4329" not in ran.out and "8769" not in ran.out


def test_the_options_that_every_command_has_are_taken(cli):
    for words in (["--sandbox"], ["--profile", "gone"], ["--quiet"], ["--color", "always"], ["--no-input"]):
        assert cli(*words, "schema", "chat").out == cli("schema", "chat", *words).out == cli("schema", "chat").out


def test_it_can_go_to_a_file_which_is_not_overwritten(cli, tmp_path):
    path = tmp_path / "surface.json"
    ran = cli("schema", "-o", str(path))
    assert (ran.code, ran.out, path.read_text("utf-8")) == (0, "", TEXT)

    ran = cli("schema", "chat", "-o", str(path))
    assert (ran.code, ran.out, path.read_text("utf-8")) == (2, "", TEXT)
    assert "already exists" in ran.err

    assert cli("schema", "chat", "-o", str(path), "--force").code == 0
    assert json.loads(path.read_text("utf-8")) == COMMANDS["chat"]


def test_tools_of_one_command_of_a_group_and_of_all_are_lists(cli):
    def names(*words):
        return [one["name"] for one in json.loads(cli("schema", *words, "--tools", "anthropic").out)]

    assert names("models") == ["models"]
    assert names("config", "profile") == [
        one.replace(" ", "_") for one in COMMANDS if one.startswith("config profile ")
    ]
    assert names() == [one.replace(" ", "_") for one in COMMANDS]


def test_the_tools_of_chat_can_be_given_to_chat(cli, tmp_path):
    path = str(tmp_path / "tools.json")
    for command, form in (("chat", "openai"), ("messages", "anthropic"), ("gemini", "gemini")):
        tools = json.loads(cli("schema", "models", "--tools", form, "-o", path, "--force").out or "null")
        assert tools is None
        ran = cli(command, "Which models are there?", "--tools", path, "--dry-run")
        assert ran.code == 0, ran
        assert '"models"' in ran.out + ran.err


def test_who_looks_for_it_under_another_name_is_led_to_it(cli):
    assert "cometapi schema" in cli("help", "--json").out
    assert "did you mean schema?" in cli("openapi").err
