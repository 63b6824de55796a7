"""``config set`` and ``unset``: the file is changed as a whole, kept private, and asked for unseen."""

import os
import stat
import subprocess
import threading

import pexpect
import pytest
from conftest import PROGRAM
from terminal import spawn
from test_config import SECRET, mode

from cometapi.errors import OutputFailed
from cometapi.settings import folders
from cometapi.settings.file import change


def test_set_makes_a_file_for_its_owner_alone(cli, home):
    path = home / ".config" / "cometapi" / "config.toml"
    before = os.umask(0)
    try:
        ran = cli("config", "set", "default_model", "m")
    finally:
        os.umask(before)

    assert (ran.out, ran.err, ran.code) == ("", f"cometapi: default_model is now set in {path}.\n", 0)
    assert path.read_text() == 'default_model = "m"\n'
    assert (mode(path), mode(path.parent)) == (0o600, 0o700)


def test_the_file_is_private_before_it_holds_a_byte(tmp_path, monkeypatch):
    path, seen = tmp_path / "new" / "config.toml", []
    fdopen = os.fdopen

    def spied(handle, *words):
        seen.append((stat.S_IMODE(os.fstat(handle).st_mode), os.fstat(handle).st_size, mode(path.parent)))
        return fdopen(handle, *words)

    monkeypatch.setattr(os, "fdopen", spied)
    before = os.umask(0)
    change(str(path), {"api_key": SECRET})
    os.umask(before)

    assert seen == [(0o600, 0, 0o700)]
    assert mode(path) == 0o600


def test_the_file_is_replaced_as_a_whole_also_when_it_was_open_to_others(config):
    config.write_text('api_key = "old"\n')
    config.chmod(0o644)
    before = config.stat().st_ino
    change(str(config), {"api_key": SECRET})

    assert config.stat().st_ino != before
    assert mode(config) == 0o600
    assert [entry.name for entry in config.parent.iterdir()] == ["config.toml"]


KEPT = """\
# My settings
base_url   =   'https://h/v1' # the proxy

unknown = [1,  2]
default_model = "old" # cheap

[other]
api_key = "not mine"
"""


def test_comments_order_and_unknown_keys_are_kept(config):
    config.write_text(KEPT)
    change(str(config), {"default_model": "new"})
    assert config.read_text() == KEPT.replace('"old"', '"new"')

    change(str(config), {"default_model": None})
    assert config.read_text() == KEPT.replace('default_model = "old" # cheap\n', "")


def test_several_settings_are_stored_at_once_and_those_that_changed_named(config):
    config.write_text(KEPT)

    assert change(str(config), {"default_model": "old", "base_url": None, "output_format": "csv"}) == [
        "base_url",
        "output_format",
    ]
    assert change(str(config), {"default_model": "old", "base_url": None}) == []


def test_a_new_setting_stands_before_the_tables(config):
    import tomllib

    config.write_text(KEPT)
    change(str(config), {"output_format": "json"})

    assert tomllib.loads(config.read_text()) == {**tomllib.loads(KEPT), "output_format": "json"}


def test_line_ends_of_windows_are_kept(config):
    config.write_bytes(b'# mine\r\ndefault_model = "old"\r\n')
    change(str(config), {"default_model": "new"})

    assert config.read_bytes() == b'# mine\r\ndefault_model = "new"\r\n'


def test_a_linked_file_stays_a_link(config, tmp_path):
    real = tmp_path / "dotfiles" / "comet.toml"
    real.parent.mkdir()
    real.write_text("# mine\n")
    config.symlink_to(real)
    change(str(config), {"default_model": "m"})

    assert config.is_symlink()
    assert real.read_text() == '# mine\ndefault_model = "m"\n'


def test_a_full_disk_loses_nothing(config, monkeypatch):
    config.write_text("# mine\n")

    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputFailed) as caught:
        change(str(config), {"default_model": "m"})

    assert (
        caught.value.message
        == f"The config file {config} cannot be written: No space left on device. It was not changed."
    )
    assert [entry.name for entry in config.parent.iterdir()] == ["config.toml"]
    assert config.read_text() == "# mine\n"


def test_a_folder_that_cannot_be_made_is_a_sentence(cli, home):
    (home / ".config").write_text("in the way")
    ran = cli("config", "set", "default_model", "m")

    assert (ran.out, ran.code) == ("", 1)
    assert ran.err == f"cometapi: The folder {home}/.config/cometapi cannot be made or read: Not a directory.\n"


def test_two_at_once_lose_nothing(tmp_path):
    import tomllib

    path = tmp_path / "config.toml"
    script = "import sys; from cometapi.settings.file import change; [change(sys.argv[1], {f'{sys.argv[2]}{n}': 'v'}) for n in range(20)]"
    python = PROGRAM.with_name("python")
    both = [subprocess.Popen([python, "-c", script, str(path), name]) for name in "ab"]

    assert [process.wait(60) for process in both] == [0, 0]
    assert len(tomllib.loads(path.read_text())) == 40


def test_threads_lose_nothing_either(tmp_path):
    path = tmp_path / "config.toml"
    threads = [threading.Thread(target=change, args=(str(path), {f"k{number}": "v"})) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(path.read_text().splitlines()) == 8


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("output_format", "xml", "output_format must be one of table, json, jsonl, yaml, csv, markdown, not 'xml'."),
        ("base_url", "not a url", "base_url must be a URL such as https://api.example.com/v1, not 'not a url'."),
        ("base_url", "http://example.com", "base_url must begin with https://"),
        ("base_url", "https://u:p@host/v1", "base_url must be a URL without user, password, query and fragment."),
        ("default_model", "", "The value of default_model is empty."),
        ("default_model", "  ", "The value of default_model is empty."),
        ("default_model", "a\x1bb", "default_model must not contain control characters."),
        ("api_key", "sk-é", "api_key must be plain ASCII."),
        ("nothing", "x", "Unknown setting 'nothing'."),
    ],
)
def test_set_checks_the_value_first(cli, home, name, value, words):
    ran = cli("config", "set", name, value)

    assert (ran.out, ran.code) == ("", 2)
    assert ran.err.startswith(f"cometapi: {words}")
    assert list(home.iterdir()) == []


def test_set_stores_what_it_checked(cli, config):
    assert cli("config", "set", "base_url", "http://127.0.0.1:9/v1/").code == 0
    assert cli("config", "set", "output_format", "JSON").code == 0
    assert config.read_text() == 'base_url = "http://127.0.0.1:9/v1"\noutput_format = "json"\n'


def test_set_says_when_nothing_changed_and_when_the_environment_wins(cli, config):
    cli("config", "set", "default_model", "m")
    ran = cli("config", "set", "default_model", "m", env={"COMETAPI_DEFAULT_MODEL": "n"})

    assert ran.err == (
        f"cometapi: default_model is already set in {config}.\n"
        "cometapi: The variable COMETAPI_DEFAULT_MODEL is set and overrides the file.\n"
    )


def test_a_secret_comes_through_a_pipe_and_is_never_shown(cli, config):
    ran = cli("config", "set", "api_key", "-", stdin=f"{SECRET}\n")

    assert (ran.out, ran.err, ran.code) == ("", f"cometapi: api_key is now set in {config}.\n", 0)
    assert config.read_text() == f'api_key = "{SECRET}"\n'


@pytest.mark.parametrize(("words", "stdin"), [(["-"], ""), (["-"], None)])
def test_an_empty_pipe_sets_nothing(cli, words, stdin):
    ran = cli("config", "set", "api_key", *words, stdin=stdin)

    assert (ran.code, ran.err.splitlines()[0]) == (2, "cometapi: The value of api_key is empty.")


def test_without_a_terminal_nothing_is_asked(cli):
    ran = cli("config", "set", "api_key")

    assert (ran.out, ran.code) == ("", 2)
    assert ran.err.startswith("cometapi: VALUE is missing: give it as an argument, or - to read it from a pipe.\n")


def asking(environ, *words):
    return spawn(str(PROGRAM), ["config", "set", *words], env=environ, timeout=10)


def ended(child):
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus


def test_a_secret_is_asked_for_unseen(environ, config):
    child = asking(environ, "api_key")
    child.expect_exact("api_key (hidden): ")
    child.sendline(SECRET)

    assert ended(child) == 0
    assert SECRET not in child.before
    assert config.read_text() == f'api_key = "{SECRET}"\n'


def test_what_is_no_secret_is_asked_for(environ, config):
    child = asking(environ, "default_model")
    child.expect_exact("default_model: ")
    child.sendline("m")

    assert ended(child) == 0
    assert config.read_text() == 'default_model = "m"\n'


@pytest.mark.parametrize("name", ["api_key", "default_model"])
@pytest.mark.parametrize(("send", "code"), [("sendeof", 2), ("sendintr", 130)])
def test_a_prompt_can_be_left(environ, home, name, send, code):
    child = asking(environ, name)
    child.expect_exact(": ")
    getattr(child, send)()

    assert ended(child) == code
    assert "Traceback" not in child.before
    assert "fault of the program" not in child.before
    assert list(home.iterdir()) == []


def test_unset_removes_and_is_content_when_there_is_nothing(cli, config):
    config.write_text('# mine\ndefault_model = "m"\n')
    first, second = cli("config", "unset", "default_model"), cli("config", "unset", "default_model")

    assert (first.out, first.err, first.code) == ("", f"cometapi: default_model was removed from {config}.\n", 0)
    assert (second.out, second.err, second.code) == (
        "",
        f"cometapi: default_model is not set in {config}.\n",
        0,
    )
    assert config.read_text() == "# mine\n"


def test_private_files_are_whole_or_not_there(tmp_path):
    path = tmp_path / "folder" / "file"
    folders.write_private(str(path), b"first")
    folders.write_private(str(path), b"second")

    assert path.read_bytes() == b"second"
    assert mode(path) == 0o600
