"""``help`` on what is no command and no topic: options, settings, variables, numbers, codes, columns, plain words."""

import pytest

from cometapi.commands.look_up import names
from cometapi.generated import program
from cometapi.generated.index import COMMANDS


def help_on(cli, *words):
    """What help says of words, its lines joined."""
    ran = cli("help", *words)
    assert (ran.code, ran.err) == (0, "")
    return " ".join(ran.out.split())


@pytest.mark.parametrize(
    "words", [["--max-tokens"], ["max", "tokens"], ["max_tokens"], ["--max-tokens=5"], ["MAX-TOKENS"]]
)
def test_an_option_in_any_writing(cli, words):
    out = help_on(cli, *words)
    assert (
        "Option of chat, gemini and responses: --max-tokens N Maximum output tokens. [1 or more] Option of messages:"
        in out
    )


def test_an_option_of_one_command(cli):
    told = "Option of models: --sort COLUMN[:desc] Sort by a column,"
    assert help_on(cli, "models", "--sort").startswith(told)
    assert help_on(cli, "models", "--sort", "id").startswith(told)


@pytest.mark.parametrize("flag", ["--profile", "-q", "--no-input", "-F", "--timeout", "--json"])
def test_an_option_of_help_itself_is_explained_too(cli, flag):
    assert flag in help_on(cli, flag)


def test_options_of_help_still_act(cli):
    assert cli("help", "--color", "always", "chat").out.startswith("\x1b[1mUsage:\x1b[0m cometapi chat")


@pytest.mark.parametrize(
    "flag", [one for one in dict.fromkeys(names()) if one.startswith("-") and one not in ("-h", "--help")]
)
def test_every_option_is_explained(flag):
    from cometapi.commands.look_up import look_up

    rows = [left for title, found in look_up(flag) if title.startswith("Option of ") for left, _ in found]
    assert [one for one in rows if flag not in one.replace(",", " ").replace("[", " ").split()] == []
    assert rows


@pytest.mark.parametrize("name", sorted(program.SETTINGS.keys() - COMMANDS))
def test_every_setting_is_explained(cli, name):
    out = help_on(cli, name)
    assert program.SETTINGS[name]["help"] in out
    assert f"Set it cometapi config set {name}" in out


@pytest.mark.parametrize("name", [name for name, one in program.SETTINGS.items() if "environment" in one])
def test_every_variable_leads_to_its_setting(cli, name):
    out = help_on(cli, program.SETTINGS[name]["environment"])
    assert out.startswith(f"From cometapi help environment: {program.SETTINGS[name]['environment']} ")
    assert f"Setting {name}" in out


@pytest.mark.parametrize("name", program.EXITS)
@pytest.mark.parametrize("words", ["{}", "exit {}", "exit code {}"])
def test_every_exit_code_is_explained(cli, name, words):
    facts = program.EXITS[name]
    assert f"Exit code {facts['code']}: Meaning {facts['meaning']}" in help_on(
        cli, *words.format(facts["code"]).split()
    )


def test_an_exit_code_leads_to_what_causes_it(cli):
    assert help_on(cli, "77").endswith("HTTP status 401, 403 Next step Check the credential: cometapi config show")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("429", "Meaning Too many requests. Exit code 69: Service unavailable:"),
        ("429", "Retried Yes; a call that costs money too, because the service has not accepted it."),
        ("500", "Retried Yes, if the call costs nothing; a call that costs money is not sent again."),
        (
            "http 402",
            "Meaning The balance is used up. Exit code 1: The service refused or failed the request. Next step",
        ),
        ("503", "Meaning The service is unavailable. Exit code 69:"),
        ("418", "HTTP status 418: Exit code 1: The service refused or failed the request."),
        ("model_not_found", "Next step All models: cometapi models"),
        ("input_price", "Column input_price: Results of models Print it --fields input_price"),
        ("content_filter", "From cometapi help streaming: content_filter A content policy filtered it."),
        ("csv", "From cometapi help formats: csv"),
        ("login", "Instead of login: init Set up your keys"),
        ("logout", "logout: Instead Remove the key with: cometapi config unset api_key"),
        ("proxy", "More about this, with cometapi help NAME: network Timeouts, retries, proxies and certificates."),
        ("cron", "guide-scripting"),
        ("no_color", "environment"),
    ],
)
def test_what_a_newcomer_types(cli, words, told):
    assert told in help_on(cli, *words.split())


@pytest.mark.parametrize("words", ["exit code", "exit-code", "exit_codes", "Exit-Codes"])
def test_a_topic_in_another_writing(cli, words):
    assert cli("help", *words.split()).out == cli("help", "exit-codes").out


def test_a_guide_is_found_by_its_words(cli):
    assert cli("help", "guide", "batch").out == cli("help", "guide-batch").out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("chta", "There is no help about 'chta'; did you mean chat?"),
        ("--max-tokns", "There is no help about '--max-tokns'; did you mean --max-tokens?"),
        ("default_modle", "There is no help about 'default_modle'; did you mean default_model?"),
        ("qwertz", "There is no help about 'qwertz'."),
        ("1234", "There is no help about '1234'."),
        ("chat --nosuch", "There is no help about 'chat --nosuch'"),
    ],
)
def test_nothing_is_found(cli, words, told):
    ran = cli("help", *words.split())
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"cometapi: {told}") and ran.err.endswith("\n  Try: cometapi help\n")


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_it_fits_the_terminal(columns):
    from cometapi.commands.look_up import look_up
    from cometapi.manifest.help import sections_help
    from cometapi.manifest.page import Page

    lines = [
        line
        for words in ("max tokens", "429", "key")
        for line in sections_help(Page(columns), look_up(words)).split("\n")
    ]
    assert max(map(len, lines)) <= columns


def test_commands_are_told_in_the_order_of_use(cli):
    assert len(COMMANDS) > 100
    assert "commands, such as chat, messages and gemini:" in cli("help", "--json").out
