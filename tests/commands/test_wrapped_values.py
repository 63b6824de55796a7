"""Values that come with what was around them: the quotes of a file of variables, the word Bearer of a copied header."""

import pytest

WRAPPED = ['"sk-bare-0001"', "'sk-bare-0001'", "Bearer sk-bare-0001", "bearer  sk-bare-0001", '"Bearer sk-bare-0001"']


@pytest.mark.parametrize("value", WRAPPED)
@pytest.mark.parametrize("way", ["variable", "file", "program", "stored"])
def test_a_key_is_sent_bare(cli, raw, environ, config, value, way):
    raw(lambda talk: talk.whole({"object": "list", "data": []}))
    environ.pop("COMETAPI_KEY")
    if way == "variable":
        environ["COMETAPI_KEY"] = value
    elif way == "stored":
        cli("config", "set", "api_key", "-", stdin=value)
        assert config.read_text() == 'api_key = "sk-bare-0001"\n'
    else:
        (config.parent / "key").write_text(value)
        line = (
            f"api_key_command = 'cat {config.parent / 'key'}'\n" if way == "program" else f"api_key = '''{value}'''\n"
        )
        config.write_text(line)
        config.chmod(0o600)
    ran = cli("models", "--source", "openai", "--debug")

    assert raw.talks[0].headers["authorization"] == "Bearer sk-bare-0001"
    assert "sk-bare" not in ran.out + ran.err


@pytest.mark.parametrize("value", ['""', "'  '"])
def test_quotes_around_nothing_are_no_key(cli, nobody, value):
    ran = cli("chat", "hi", env={"COMETAPI_KEY": value, "COMETAPI_BASE_URL": f"{nobody}/v1"})

    assert (ran.out, ran.code) == ("", 78)
    assert ran.err.startswith("cometapi: environment (COMETAPI_KEY): api_key is empty.\n")


def test_the_other_settings_lose_their_quotes_and_a_command_keeps_them(cli, config):
    env = {"COMETAPI_DEFAULT_MODEL": '"gpt-5.4-mini"', "COMETAPI_BASE_URL": "'http://127.0.0.1:9/v1'"}
    cli("config", "set", "api_key_command", '"my program" key')

    assert cli("config", "get", "default_model", env=env).out == "gpt-5.4-mini\n"
    assert cli("config", "get", "base_url", env=env).out == "http://127.0.0.1:9/v1\n"
    assert cli("config", "get", "api_key_command").out == '"my program" key\n'
