"""``cometapi init`` on a pseudo-terminal: what is asked, what is checked, what is stored, and what is left alone."""

import socket
import stat
import tomllib

import pytest
from terminal import KEY, TOKEN


@pytest.fixture
def asked(terminal, gateway):
    """``init`` up to its first question."""
    return lambda **facts: terminal("init", **facts).sees("api_key (hidden): ")


def answers(conversation, key="", token="", model="", format_name=""):
    """Answer every question; the first one has been seen."""
    conversation.types(key).sees("access_token (hidden): ").types(token)
    conversation.sees("default_model:").types(model).sees("output_format:").types(format_name)
    return conversation.ends()


def stored(home):
    return tomllib.loads((home / ".config" / "cometapi" / "config.toml").read_text())


def test_stores_what_was_accepted_in_a_private_file(asked, home):
    conversation = asked()
    assert answers(conversation, KEY, TOKEN, "claude-opus-4-6", "yaml") == 0
    assert stored(home) == {
        "api_key": KEY,
        "access_token": TOKEN,
        "default_model": "claude-opus-4-6",
        "output_format": "yaml",
    }
    path = home / ".config" / "cometapi" / "config.toml"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert conversation.text.count("Accepted.") == 2
    assert f"Stored in {path}: api_key, access_token, default_model, output_format." in conversation.text
    assert conversation.text.endswith('Next: cometapi chat "Hello"\n')


def test_never_shows_what_is_typed_unseen(asked):
    conversation = asked()
    answers(conversation, KEY, TOKEN)
    assert KEY not in conversation.text
    assert TOKEN not in conversation.text


def test_the_prompts_are_on_stderr_and_stdout_is_empty(terminal, gateway, home, tmp_path):
    conversation = terminal("init", out=tmp_path / "out").sees("api_key (hidden): ")
    assert answers(conversation, KEY) == 0
    assert (tmp_path / "out").read_text() == ""
    assert stored(home) == {"api_key": KEY}


def test_enter_keeps_everything_and_does_not_write(asked, config):
    config.write_text(f'# mine\napi_key = "{KEY}"\noutput_format = "json"\n')
    config.chmod(0o600)
    before = config.stat()
    conversation = asked()
    assert answers(conversation) == 0
    assert (config.stat().st_ino, config.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert "Current value: sk-…0001, from file." in conversation.text
    assert "Current value: json, from file." in conversation.text
    assert "Current value: gpt-5.4, the default." in conversation.text
    assert f"{config} was not changed." in conversation.text


def test_what_is_stored_again_is_no_change(asked, config):
    config.write_text(f'api_key = "{KEY}"\n')
    before = config.stat().st_ino
    assert answers(asked(), KEY) == 0
    assert config.stat().st_ino == before


def test_comments_and_unknown_keys_survive(asked, config):
    config.write_text('# mine\nfuture = "x"\n')
    assert answers(asked(), format_name="json") == 0
    assert config.read_text() == '# mine\nfuture = "x"\noutput_format = "json"\n'


def test_a_refused_key_is_asked_for_again(asked, home):
    conversation = asked().types("sk-wrong-key-0009").sees("The API key was refused (HTTP 401): Invalid key.")
    conversation.sees("New api_key (hidden; Enter keeps sk-…0009): ")
    assert answers(conversation, KEY) == 0
    assert stored(home) == {"api_key": KEY}


def test_a_refused_key_is_kept_on_request(asked, home):
    conversation = asked().types("sk-wrong-key-0009").sees("Enter keeps sk-…0009): ")
    assert answers(conversation) == 0
    assert stored(home) == {"api_key": "sk-wrong-key-0009"}


def test_a_refused_token_is_told_with_the_services_words(asked):
    conversation = asked().types("").sees("access_token (hidden): ").types("wrong-token-0009")
    conversation.sees("The access token was refused (HTTP 401): Invalid token.", "New access_token")


def test_a_key_that_cannot_be_checked_is_taken(terminal, environ, home):
    with socket.socket() as held:  # bound but not listening: refuses, and nobody else gets the port
        held.bind(("127.0.0.1", 0))
        environ["COMETAPI_BASE_URL"] = f"http://127.0.0.1:{held.getsockname()[1]}/v1"
        conversation = terminal("init").sees("api_key (hidden): ").types(KEY)
        conversation.sees("Could not be checked: ", "access_token (hidden): ").types("")
        conversation.sees("so any name is accepted", "default_model:").types("any-model")
        conversation.sees("output_format:").types("")
        assert conversation.ends() == 0
    assert stored(home) == {"api_key": KEY, "default_model": "any-model"}


def test_a_key_that_no_header_can_carry_is_asked_for_again(asked):
    asked().types("sk-schlüssel").sees("api_key must be plain ASCII.", "api_key (hidden): ")


@pytest.mark.parametrize(("answer", "kept"), [("y", {"default_model": "claude-opus"}), ("", {})])
def test_a_model_that_the_catalog_does_not_have_is_asked_about(asked, home, answer, kept):
    conversation = asked().types("").sees("access_token (hidden): ").types("").sees("default_model:")
    conversation.types("claude-opus").sees("'claude-opus' is not among the models; did you mean claude-opus-4-6?")
    conversation.sees("Use it anyway? (y/N):").types(answer)
    if not answer:
        conversation.sees("default_model:").types("")
    conversation.sees("output_format:").types("csv")
    assert conversation.ends() == 0
    assert stored(home) == {**kept, "output_format": "csv"}


def test_models_are_completed_from_the_catalog(asked, home):
    conversation = asked().types("").sees("access_token (hidden): ").types("").sees("default_model:")
    conversation.types("opus", end="").sees("Anthropic").types("\t").sees("output_format:").types("")
    assert conversation.ends() == 0
    assert stored(home) == {"default_model": "claude-opus-4-6"}


def test_a_wrong_format_is_asked_for_again(asked, home):
    conversation = asked().types("").sees("access_token (hidden): ").types("").sees("default_model:").types("")
    conversation.sees("output_format:").types("jason").sees("did you mean json?").sees("output_format:")
    conversation.types("JSON")
    assert conversation.ends() == 0
    assert stored(home) == {"output_format": "json"}


def test_a_variable_that_outranks_the_file_is_told(asked, config):
    config.write_text('api_key = "sk-old-key-0003"\n')
    conversation = asked(env={"COMETAPI_KEY": "sk-env-key-0004"})
    assert "Current value: sk-…0004, from environment (COMETAPI_KEY), overrides file." in conversation.text
    assert "COMETAPI_KEY is set and overrides what is stored here." in conversation.text
    assert answers(conversation, KEY) == 0


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["ctrl-c", "ctrl-d"])
@pytest.mark.parametrize("question", ["api_key (hidden): ", "default_model:"])
def test_breaking_off_leaves_the_file_as_it_was(asked, config, key, question):
    config.write_text('# mine\napi_key = "sk-old-key-0003"\n')
    conversation = asked()
    if question == "default_model:":
        conversation.types(KEY).sees("access_token (hidden): ").types("").sees(question)
    conversation.types(key, end="")
    assert conversation.ends() == 130
    assert config.read_text() == '# mine\napi_key = "sk-old-key-0003"\n'
    assert [path.name for path in config.parent.iterdir()] == ["config.toml"]


def test_the_sandbox_stores_nothing(terminal, home):
    conversation = terminal("--sandbox", "init").sees("api_key (hidden): ")
    assert answers(conversation, "anything") == 0
    assert "Accepted." in conversation.text
    assert "This is the sandbox, so nothing was stored" in conversation.text
    assert not (home / ".config").exists()


def test_without_a_terminal_it_says_which_commands_do_the_same(cli):
    ran = cli("init")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "cometapi: init needs a terminal, and there is none; use instead: config set api_key -, "
        "config set access_token -, config set default_model MODEL, config set output_format FORMAT.\n"
        "  Try: cometapi init --help\n"
    )


def test_a_broken_file_is_told_before_any_question(terminal, config):
    config.write_text("api_key = \n")
    conversation = terminal("init")
    assert conversation.ends() == 78
    assert "is not valid TOML" in conversation.text
    assert "cometapi config edit" in conversation.text


def test_lines_are_as_wide_as_the_terminal(terminal, gateway):
    conversation = terminal("init", columns=60).sees("api_key (hidden): ")
    too_long = [line for line in conversation.text.splitlines() if len(line) > 60]
    assert [line for line in too_long if " " in line.strip()] == []  # one long word, a path, stays whole
