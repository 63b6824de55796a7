"""``cometapi config``: what counts, from where, and a file that loses nothing."""

import json
import stat

import pytest
from conftest import chunk

SECRET = "sk-secret-key-4321"
BROKEN = 'api_key = "sk-kept"\nbroken = = 1\n'


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def said(ran):
    return ran.out + ran.err


# --- which value counts


@pytest.mark.parametrize(
    ("variable", "line", "value", "origin", "shadows"),
    [
        ("e", 'default_model = "f"', "e", "environment (COMETAPI_DEFAULT_MODEL)", ["file", "default"]),
        (None, 'default_model = "f"', "f", "file", ["default"]),
        (None, "", "gpt-5.4", "default", []),
        ("", 'default_model = "f"', "f", "file", ["default"]),
        (" \t", 'default_model = ""', "gpt-5.4", "default", []),
        ("", 'default_model = "  "', "gpt-5.4", "default", []),
        (" e ", "", "e", "environment (COMETAPI_DEFAULT_MODEL)", ["default"]),
        ("", 'default_model = " f "', "f", "file", ["default"]),
    ],
)
def test_environment_then_file_then_default(cli, config, variable, line, value, origin, shadows):
    config.write_text(line)
    ran = cli("config", "get", "default_model", "--json", env={"COMETAPI_DEFAULT_MODEL": variable})

    assert json.loads(ran.out) == {"setting": "default_model", "value": value, "origin": origin, "shadows": shadows}


def test_show_tells_every_setting_and_no_secret(cli, config):
    config.write_text(f'api_key = "{SECRET}"\naccess_token = "short"\n')
    runs = [cli("config", "show", "-f", name) for name in ("table", "json", "yaml", "csv", "markdown")]

    assert [ran.code for ran in runs] == [0] * 5
    assert not [ran for ran in runs if SECRET in said(ran) or "short" in said(ran)]
    assert json.loads(runs[1].out)[1:3] == [
        {"setting": "api_key", "value": "sk-…4321", "origin": "file", "shadows": []},
        {"setting": "access_token", "value": "…", "origin": "file", "shadows": []},
    ]


def test_get_prints_the_bare_value_and_64_without_one(cli, service):
    assert cli("config", "get", "default_model").out == "gpt-5.4\n"
    assert cli("config", "get", "api_key").out == "sk-…0001\n"
    ran = cli("config", "get", "api_key", env={"COMETAPI_KEY": None})
    assert (ran.out, ran.code) == ("", 64)
    assert ran.err == "cometapi: The setting api_key is not set.\n  Set it with: cometapi config set api_key\n"


def test_the_file_is_under_an_absolute_xdg_folder(cli, home, tmp_path):
    elsewhere = tmp_path / "elsewhere"

    assert cli("config", "path", env={"XDG_CONFIG_HOME": str(elsewhere)}).out == f"{elsewhere}/cometapi/config.toml\n"
    assert cli("config", "path", env={"XDG_CONFIG_HOME": "relative"}).out == f"{home}/.config/cometapi/config.toml\n"


def test_what_is_set_stays_after_a_byte_order_mark(cli, config):
    config.write_bytes(b"\xef\xbb\xbfdefault_model = 'x'\n")

    assert cli("config", "set", "timeout", "5").code == 0
    assert config.read_text("utf-8") == "default_model = 'x'\ntimeout = 5\n"


# --- a file that is wrong


def test_a_file_that_is_nested_too_deeply(cli, config):
    config.write_text(f"a = {'[' * 5000}{']' * 5000}\n")
    ran = cli("config", "show")

    assert (ran.out, ran.code) == ("", 78)
    assert ran.err.splitlines()[0] == f"cometapi: The config file {config} is nested too deeply to be read."


def test_a_broken_file_is_named_with_its_line_and_left_alone(cli, config):
    config.write_text(BROKEN)
    runs = [cli("chat", "hi"), cli("config", "show"), cli("config", "set", "default_model", "m")]
    runs.append(cli("config", "unset", "api_key"))

    assert [(ran.out, ran.code) for ran in runs] == [("", 78)] * 4
    for ran in runs:
        assert ran.err == (
            f"cometapi: The config file {config} is not valid TOML: Invalid value (at line 2, column 10).\n"
            "  Fix it with: cometapi config edit\n"
        )
    assert config.read_text() == BROKEN


def test_a_byte_order_mark_of_an_editor_does_no_harm(cli, config):
    config.write_bytes(b"\xef\xbb\xbfdefault_model = 'x'\n")
    assert cli("config", "get", "default_model").out == "x\n"


def test_a_file_that_is_no_text_is_said_so(cli, config):
    config.write_bytes(b"\xff\xfe")
    ran = cli("config", "show")

    assert (ran.out, ran.code) == ("", 78)
    assert f"The config file {config} is not valid TOML: " in ran.err


def test_a_folder_in_the_place_of_the_file(cli, config):
    config.mkdir()
    ran = cli("config", "show")

    assert (ran.out, ran.code) == ("", 78)
    assert ran.err == f"cometapi: The config file {config} cannot be read: Is a directory.\n"


@pytest.mark.parametrize(
    "words", [["--help"], ["--version"], ["chat", "--help"], ["help", "config"], ["config", "path"]]
)
def test_what_needs_no_setting_works_with_a_broken_file(cli, config, words):
    config.write_text(BROKEN)
    ran = cli(*words)

    assert (ran.err, ran.code) == ("", 0)
    assert ran.out


def test_what_has_its_settings_from_elsewhere_works_with_a_broken_file(cli, config, raw):
    config.write_text(BROKEN)
    raw(lambda talk: talk.stream(chunk("Hi", "stop")).end())
    ran = cli("chat", "hi", "--format", "table", env={"COMETAPI_DEFAULT_MODEL": "m"})

    assert (ran.out, ran.err, ran.code) == ("Hi\n", "", 0)


@pytest.mark.parametrize(
    ("line", "name", "nearest"),
    [
        ('apikey = "x"', "apikey", "; did you mean api_key?"),
        ("[other]", "other", "."),
        ('"base-url" = 1', "base-url", "; did you mean base_url?"),
    ],
)
def test_an_unknown_setting_is_noted_with_file_line_and_nearest(cli, config, line, name, nearest):
    config.write_text(f"# mine\n\n{line}\n")
    ran = cli("config", "get", "default_model")

    assert (ran.out, ran.code) == ("gpt-5.4\n", 0)
    assert ran.err == f"cometapi: {config}:3: unknown setting {name!r}{nearest}\n"


@pytest.mark.parametrize(
    ("line", "name", "words"),
    [
        ('base_url = "not a url"', "base_url", "must be a URL such as https://api.example.com/v1, not 'not a url'"),
        ('base_url = "http://example.com/v1"', "base_url", "must begin with https://"),
        ('output_format = "xml"', "output_format", "must be one of table, json, jsonl, yaml, csv, markdown, not 'xml'"),
        ("default_model = 5", "default_model", "must be text in quotes, not 5"),
        ('default_model = "a\\nb"', "default_model", "must not contain control characters"),
        ("api_key = 123456789012", "api_key", "must be text in quotes"),
        ('api_key = "sk-é"', "api_key", "must be plain ASCII"),
    ],
)
def test_a_value_that_does_not_fit_is_named_with_file_and_line(cli, config, line, name, words):
    config.write_text(f"# mine\n{line}\n")
    config.chmod(0o600)
    ran = cli("chat", "hi", env={"COMETAPI_KEY": None if name == "api_key" else "sk-any"})

    assert (ran.out, ran.code) == ("", 78)
    assert ran.err.startswith(f"cometapi: {config}:2: {name} {words}")
    assert "123456789012" not in ran.err
    assert len(ran.err.splitlines()) == 2


def test_a_wrong_value_of_the_environment_names_the_variable(cli):
    ran = cli("chat", "hi", env={"COMETAPI_BASE_URL": "nonsense", "COMETAPI_KEY": "sk-any"})

    assert (ran.out, ran.code) == ("", 78)
    assert ran.err.startswith("cometapi: environment (COMETAPI_BASE_URL): base_url must be a URL such as ")


def test_a_file_that_others_can_read_is_noted_when_it_holds_a_secret(cli, config):
    config.write_text(f'api_key = "{SECRET}"\n')
    runs = []
    for bits in (0o644, 0o600):
        config.chmod(bits)
        runs.append(cli("config", "get", "default_model"))

    assert [(ran.out, ran.code) for ran in runs] == [("gpt-5.4\n", 0)] * 2
    assert runs[0].err == f"cometapi: Others can read the secrets in {config}; fix it with: chmod 600 {config}\n"
    assert runs[1].err == ""
