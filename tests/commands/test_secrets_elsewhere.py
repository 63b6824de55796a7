"""Secrets outside of the config file: what a program prints, and what the system's keyring holds."""

import json
import os
import shlex
import signal
import subprocess
import sys

import pytest
from conftest import PROGRAM, PROJECT

SECRET = "sk-kept-elsewhere-7777"
HINT = "  Run the program by itself to see why; its command: cometapi config get api_key_command\n"


def script(path, text):
    """The setting's line for a Python program of this text."""
    path.write_text(text)
    return f"{shlex.quote(sys.executable)} -I {shlex.quote(str(path))}"


@pytest.fixture
def command(config, tmp_path):
    """Let the key come from a Python program of this text."""

    def write(text, table=""):
        line = script(tmp_path / "secret store.py", text)
        config.write_text(f"{table}api_key_command = {json.dumps(line)}\n")
        config.chmod(0o600)

    return write


@pytest.fixture
def asked(raw, environ):
    """The keys that the service is shown."""
    del environ["COMETAPI_KEY"]
    raw(lambda talk: talk.whole({"data": []}))
    return lambda: [talk.headers["authorization"] for talk in raw.talks]


LIST = ("models", "--source", "openai")


def test_the_first_line_that_a_program_prints_is_the_key(cli, command, asked):
    command(f"print('{SECRET}\\nurl: https://example.org')")
    ran = cli(*LIST)

    assert (ran.code, ran.err, asked()) == (0, "cometapi: Nothing found.\n", [f"Bearer {SECRET}"])


def test_the_program_of_a_profile_is_its_own(cli, command, asked):
    command(f"print('{SECRET}')", "[profiles.work]\n")

    assert (cli(*LIST, "--profile", "work").code, cli(*LIST).code) == (0, 64)
    assert asked() == [f"Bearer {SECRET}"]


def test_the_environment_and_the_file_come_before_the_program(cli, command, asked, config):
    command("raise SystemExit('not to be run')")
    assert cli(*LIST, env={"COMETAPI_KEY": "sk-of-environment-0003"}).code == 0
    config.write_text(f'api_key = "sk-of-the-file-0004"\n{config.read_text()}')
    assert cli(*LIST).code == 0
    assert asked() == ["Bearer sk-of-environment-0003", "Bearer sk-of-the-file-0004"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (f"import sys; print('{SECRET}'); sys.exit('{SECRET}')", "api_key_command ended with exit code 1."),
        (f"import sys; print('{SECRET}', file=sys.stderr)", "api_key_command printed nothing."),
        ("print('  \\nsecond')", "api_key_command printed nothing."),
    ],
)
def test_a_program_that_gives_no_key(cli, command, asked, text, sentence):
    command(text)
    runs = [cli(*LIST), cli(*LIST, "--debug")]

    assert [(ran.out, ran.code) for ran in runs] == [("", 64)] * 2
    assert runs[0].err == f"cometapi: {sentence}\n{HINT}"
    assert (asked(), [ran for ran in runs if SECRET in ran.err]) == ([], [])


@pytest.mark.parametrize(
    ("line", "code", "sentence"),
    [
        ("no-such-program-at-all", 64, "api_key_command cannot be run: no such file or directory."),
        ("pass 'show", 78, "api_key_command is not a command: No closing quotation."),
    ],
)
def test_a_line_that_cannot_be_run(cli, config, asked, line, code, sentence):
    config.write_text(f'api_key_command = "{line}"\n')
    ran = cli(*LIST)

    assert (ran.out, ran.code, ran.err.splitlines()[0]) == ("", code, f"cometapi: {sentence}")


def test_a_program_that_takes_too_long_is_ended(monkeypatch, tmp_path):
    from cometapi.errors import ConfigurationMissing
    from cometapi.generated import program
    from cometapi.settings.secrets import from_program

    monkeypatch.setitem(program.TIMEOUTS, "secret", 0.3)
    with pytest.raises(ConfigurationMissing) as caught:
        from_program(
            "api_key_command",
            script(tmp_path / "slow.py", "import sys; sys.stdin.read(); import time; time.sleep(60)"),
            {},
        )
    assert caught.value.message == "api_key_command did not end within 0.3 seconds."


def test_a_program_that_prints_without_end_is_read_to_a_limit(cli, command, asked):
    command(f"import os\nprint('{SECRET}', flush=True)\nwhile True: os.write(1, b'y' * 65536)")
    ran = cli(*LIST)

    assert (ran.code, asked()) == (0, [f"Bearer {SECRET}"])


def test_a_line_without_end_is_no_secret(cli, config, asked):
    config.write_text("api_key_command = 'head -c 100000 /dev/zero'\n")
    ran = cli(*LIST)

    assert (ran.out, ran.code, asked()) == ("", 64, [])
    assert ran.err.startswith("cometapi: api_key_command printed a line that is too long for a secret.")


def test_a_child_in_the_background_does_not_hide_the_secret(cli, config, asked, monkeypatch):
    from cometapi.generated import program

    monkeypatch.setitem(program.TIMEOUTS, "secret", 5)
    config.write_text(f"api_key_command = 'sh -c \"sleep 30 & echo {SECRET}\"'\n")

    assert (cli(*LIST).code, asked()) == (0, [f"Bearer {SECRET}"])


def test_the_program_sees_no_other_secret(cli, command, asked):
    command(
        "import os; print('sk-' + '.'.join(os.environ.get(name, 'none') for name in ('COMETAPI_ACCESS_TOKEN', 'MINE')))"
    )
    ran = cli(*LIST, env={"COMETAPI_ACCESS_TOKEN": "token-0002", "MINE": "kept"})

    assert (ran.code, asked()) == (0, ["Bearer sk-none.kept"])


@pytest.mark.parametrize("line", ["cometapi config get api_key", "/usr/bin/cometapi config get api_key"])
def test_a_program_that_would_ask_itself_is_not_run(cli, config, asked, line):
    config.write_text(f'api_key_command = "{line}"\n')
    ran = cli(*LIST)

    assert (ran.out, ran.code, asked()) == ("", 78, [])
    assert ran.err.startswith("cometapi: api_key_command runs cometapi itself, which would never end.")


def test_a_program_that_asks_itself_by_another_name_ends(process, command, tmp_path):
    again = "os.execv(sys.executable, [sys.executable, '-m', 'cometapi', 'config', 'get', 'api_key'])"
    command(f"import os, sys\nopen({str(tmp_path / 'ran')!r}, 'a').write('x')\n{again}")
    ran = process(*LIST)

    assert (ran.code, (tmp_path / "ran").read_text()) == (64, "x")


def test_signals_end_the_program_with_its_children(environ, config, tmp_path):
    os.mkfifo(tmp_path / "alive")
    config.write_text(f"api_key_command = 'sh -c \"sleep 60 > {tmp_path}/alive; true\"'\n")
    process = subprocess.Popen([PROGRAM, *LIST], env=environ, stderr=subprocess.PIPE, start_new_session=True)
    with open(tmp_path / "alive", "rb") as alive:
        process.send_signal(signal.SIGTERM)
        assert alive.read() == b""  # which ends when nobody has it open for writing

    assert (process.communicate(timeout=10)[1], process.returncode) == (b"", 143)


def test_the_program_may_ask_its_user_on_the_terminal(terminal, config):
    config.write_text(
        "api_key_command = 'sh -c \"printf Word: >/dev/tty; read word </dev/tty; echo sk-a-long-$word\"'\n"
    )
    child = terminal("config", "get", "api_key")
    child.sees("Word:").types("key-9876").sees("sk-…9876")

    assert child.ends() == 0


def test_ctrl_c_while_the_program_asks_is_ctrl_c(terminal, config):
    config.write_text("api_key_command = 'sh -c \"printf Word: >/dev/tty; read word </dev/tty\"'\n")
    child = terminal("config", "get", "api_key")
    child.sees("Word:").types("\x03", end="")

    assert child.ends() == 130


def test_looking_at_settings_and_requests_runs_no_program(cli, command, tmp_path):
    command(f"open({str(tmp_path / 'ran')!r}, 'w'); print('{SECRET}')")
    show = cli("config", "show", "--json", "--query", "[?setting == 'api_key'].[value, origin]")
    runs = [show, cli("config", "profile", "list"), cli("chat", "hi", "--curl"), cli("chat", "hi", "--dry-run")]

    assert [ran.code for ran in runs] == [0] * 4
    assert json.loads(show.out) == [[None, "file (api_key_command)"]]
    assert not (tmp_path / "ran").exists()
    assert cli("config", "get", "api_key").out == "sk-…7777\n"


# --- the keyring


@pytest.fixture
def keyring(environ, tmp_path):
    """A keyring in a file, and what it holds."""
    environ |= {
        "PYTHONPATH": f"{PROJECT}:{PROJECT / 'tests'}",
        "PYTHON_KEYRING_BACKEND": "keyring_in_file.Keyring",
        "TEST_KEYRING": str(tmp_path / "keyring.json"),
    }
    return lambda: json.loads((tmp_path / "keyring.json").read_text())


@pytest.fixture
def wanted(config):
    """A config file that wants secrets in the keyring."""
    config.write_text('secret_store = "keyring"\n')
    return config


def test_the_keyring_keeps_what_is_set_and_gives_it_when_it_is_needed(cli, wanted, keyring, asked):
    ran = cli("config", "set", "api_key", "-", stdin=f"{SECRET}\n")

    assert (ran.code, ran.err) == (0, "cometapi: api_key is now set in the keyring.\n")
    assert keyring() == {"cometapi default/api_key": SECRET}
    assert wanted.read_text() == 'secret_store = "keyring"\n'
    assert (
        cli("config", "get", "api_key", "--json", "--query", "[value, origin]").out
        == '[\n  "sk-…7777",\n  "keyring"\n]\n'
    )
    assert (cli(*LIST).code, asked()) == (0, [f"Bearer {SECRET}"])


def test_a_secret_of_the_file_moves_into_the_keyring(cli, wanted, keyring):
    wanted.write_text(
        'api_key = "sk-of-the-file-0004"\nsecret_store = "keyring"\n[profiles.work]\napi_key = "sk-work-0005"\n'
    )
    wanted.chmod(0o600)
    runs = [cli("config", "set", "api_key", "-", *words, stdin=SECRET) for words in ([], ["--profile", "work"])]

    assert [ran.code for ran in runs] == [0, 0]
    assert wanted.read_text() == 'secret_store = "keyring"\n[profiles.work]\n'
    assert keyring() == {"cometapi default/api_key": SECRET, "cometapi work/api_key": SECRET}


@pytest.mark.parametrize("backend", ["keyring.backends.null.Keyring", "keyring_in_file.Forgetful"])
def test_a_keyring_that_keeps_nothing_takes_nothing_from_the_file(cli, config, keyring, backend):
    text = 'secret_store = "keyring"\napi_key = "sk-old-key-of-file"\n'
    config.write_text(text)
    ran = cli("config", "set", "api_key", "-", stdin=SECRET, env={"PYTHON_KEYRING_BACKEND": backend})

    assert (ran.out, ran.code, config.read_text()) == ("", 1, text)
    assert "cometapi: The system's keyring did not store the secret; nothing else was changed.\n" in ran.err


def test_unset_and_remove_make_the_keyring_forget(cli, wanted, keyring):
    cli("config", "set", "api_key", "-", stdin=SECRET)
    cli("config", "set", "access_token", "-", "--profile", "work", stdin=SECRET)
    cli("config", "set", "timeout", "9", "--profile", "work")

    assert cli("config", "unset", "api_key").err == "cometapi: api_key was removed from the keyring.\n"
    assert keyring() == {"cometapi work/access_token": SECRET}
    assert cli("config", "profile", "remove", "work", "--yes").code == 0
    assert keyring() == {}
    assert cli("config", "unset", "api_key").err == "cometapi: api_key is not set in the keyring.\n"


def test_a_keyring_that_refuses_is_a_sentence_without_the_secret(cli, wanted, keyring):
    runs = [
        cli("chat", "hi", env={"TEST_KEYRING": None}),
        cli("config", "set", "api_key", SECRET, env={"TEST_KEYRING": None}),
    ]

    assert [(ran.out, ran.code) for ran in runs] == [("", 1)] * 2
    for ran in runs:
        assert ran.err == (
            "cometapi: The system's keyring failed (KeyringLocked).\n"
            "  Unlock it, or keep secrets in the file: cometapi config set secret_store file\n"
        )


def test_without_the_library_it_is_told_how_to_get_it(process, wanted, tmp_path, environ):
    (tmp_path / "keyring.py").write_text("raise ImportError")
    ran = process("chat", "hi", env={"PYTHONPATH": f"{tmp_path}:{environ['PYTHONPATH']}"})

    assert (ran.out, ran.code) == ("", 78)
    assert ran.err == (
        "cometapi: secret_store is keyring, but the keyring library is not installed.\n"
        "  Install it from the checkout: pipx install --force '.[keyring]'; or: cometapi config set secret_store file\n"
    )
