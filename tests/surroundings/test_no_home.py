"""No home folder: nothing is read or written, least of all in a folder called ``~``; what must write says so."""

import os
import pwd

import pytest

SAID = "There is no home folder (see the variable HOME)"
TRAP = 'api_key_command = "touch ran"\nbase_url = "http://127.0.0.1:9/v1"\n'


@pytest.fixture(params=[None, "", "~", "relative"], ids=["unset", "empty", "tilde", "relative"])
def homeless(request, environ, tmp_path, monkeypatch):
    """A folder that others can write to, and an account that the system does not know."""

    def nobody(_):
        raise KeyError("uid not found")

    monkeypatch.setattr(pwd, "getpwuid", nobody)
    trap = tmp_path / "open" / "~" / ".config" / "cometapi" / "config.toml"
    for path in (trap, tmp_path / "open" / ".config" / "cometapi" / "config.toml"):
        path.parent.mkdir(parents=True)
        path.write_text(TRAP)
    monkeypatch.chdir(tmp_path / "open")
    environ.pop("HOME")
    if request.param is not None:
        environ["HOME"] = request.param
    before = files(tmp_path / "open")
    yield tmp_path / "open"
    assert files(tmp_path / "open") == before


def files(folder):
    """Every file below a folder."""
    return sorted(os.path.join(place, name) for place, _, names in os.walk(folder) for name in names)


@pytest.mark.parametrize("words", [["models", "--query", "[].id"], ["chat", "hi"]], ids=" ".join)
def test_who_has_all_that_is_needed_goes_on(cli, raw, homeless, words):
    from protocol_servers import Chat

    whole = {"success": True, "data": [{"id": "m"}]} if words[0] == "models" else Chat().whole("m")
    raw(lambda talk: talk.whole(whole))
    ran = cli(*words)

    assert (ran.out, ran.code) == ("m\n", 0)
    assert ran.err in ("", f"cometapi: {SAID}, so no settings are read and nothing is kept.\n")
    assert len(raw.talks) == 1


@pytest.mark.parametrize(
    "words",
    [
        ["config", "set", "retries", "3"],
        ["config", "set", "api_key", "-"],
        ["config", "unset", "retries"],
        ["config", "path"],
        ["config", "profile", "use", "default"],
        ["completion", "install", "bash"],
        ["completion", "install", "zsh"],
        ["completion", "install", "fish"],
    ],
    ids=" ".join,
)
def test_what_must_write_says_so(cli, homeless, words):
    ran = cli(*words, stdin="sk-new-key-0001\n")

    assert ran.out == ""
    assert ran.code in (1, 64)
    assert SAID in ran.err or "is not in" in ran.err
    assert "None" not in ran.err


@pytest.mark.parametrize(
    "words", [["--help"], ["config", "show"], ["config", "profile", "list"], ["--sandbox", "models"]]
)
def test_what_need_not_write_works(cli, homeless, words):
    ran = cli(*words)

    assert (ran.code, bool(ran.out), "None" in ran.err) == (0, True, False)


def test_doctor_tells_it(cli, homeless):
    ran = cli("doctor", "--timeout", "1", "--query", "[?check == 'config file'].[status, detail]", "--json")

    assert f"{SAID}, so none is read" in ran.out


def test_a_path_with_a_tilde_is_no_relative_one(cli, homeless):
    ran = cli("models", env={"COMETAPI_CA": "~/.config/cometapi/config.toml"})

    assert (ran.out, ran.code) == ("", 78)
    assert "begins with ~, and there is no home folder" in ran.err


def test_without_the_variable_the_account_has_a_home(cli, environ, tmp_path, monkeypatch):
    environ.pop("HOME")
    monkeypatch.setattr(pwd, "getpwuid", lambda _: pwd.struct_passwd(("me", "x", 1, 1, "", str(tmp_path), "/bin/sh")))

    assert cli("config", "path").out == f"{tmp_path}/.config/cometapi/config.toml\n"
