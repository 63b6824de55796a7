"""Profiles: whose key goes where, in which order, and the commands that list, show, use and remove them."""

import json
import stat
import tomllib

import pytest

FILE = """\
# mine
api_key = "sk-of-the-top-0001"

[profiles.work]  # theirs
api_key = "sk-of-work-0002"
base_url = "https://work.example/v1"
default_model = "claude-opus-4-6"

[profiles.bare]
default_model = "bare-model"
"""
ENVIRONMENT = {"COMETAPI_KEY": "sk-of-environment-0003"}


@pytest.fixture
def profiles(config):
    """A config file with two profiles."""
    config.write_text(FILE)
    config.chmod(0o600)
    return config


def shown(ran):
    """The URL, the key as far as it is shown, and the model of a request that a dry run prints as JSON."""
    request = json.loads(ran.out)
    return request["url"], request["headers"]["Authorization"], request["body"]["model"]


TOP = "https://api.cometapi.com/v1/chat/completions"
WORK = "https://work.example/v1/chat/completions"


@pytest.mark.parametrize(
    ("words", "env", "expected"),
    [
        ([], {}, (TOP, "Bearer sk-…0001", "gpt-5.4")),
        (["--profile", "work"], {}, (WORK, "Bearer sk-…0002", "claude-opus-4-6")),
        ([], {"COMETAPI_PROFILE": "work"}, (WORK, "Bearer sk-…0002", "claude-opus-4-6")),
        (["--profile", "default"], {"COMETAPI_PROFILE": "work"}, (TOP, "Bearer sk-…0001", "gpt-5.4")),
        ([], {"COMETAPI_PROFILE": "work", **ENVIRONMENT}, (WORK, "Bearer sk-…0003", "claude-opus-4-6")),
        (["--profile", "work"], ENVIRONMENT, (WORK, "Bearer sk-…0002", "claude-opus-4-6")),
        (["--profile", "bare"], ENVIRONMENT, (TOP, "Bearer sk-…0003", "bare-model")),
        (["--profile", "bare"], {}, (TOP, "Bearer $COMETAPI_KEY", "bare-model")),
        (["--profile", "work", "-m", "x"], {}, (WORK, "Bearer sk-…0002", "x")),
    ],
)
def test_what_counts_is_what_is_nearest_to_the_call(cli, profiles, words, env, expected):
    ran = cli("chat", "hi", "--dry-run", "--json", *words, env=env)
    assert (ran.code, ran.err, shown(ran)) == (0, "", expected)


def test_the_key_of_a_profile_goes_to_its_own_address(cli, config, raw):
    config.write_text(f'[profiles.work]\napi_key = "sk-of-work-0002"\nbase_url = "{raw.url}/v1"\n')
    config.chmod(0o600)
    raw(lambda talk: talk.whole({"data": []}))
    ran = cli("models", "--source", "openai", "--profile", "work", env={"COMETAPI_BASE_URL": "http://127.0.0.1:1/v1"})

    assert (ran.code, [talk.headers["authorization"] for talk in raw.talks]) == (0, ["Bearer sk-of-work-0002"])


def test_a_profile_borrows_no_key(cli, profiles):
    ran = cli("chat", "hi", "--profile", "bare")

    assert (ran.out, ran.code) == ("", 64)
    assert ran.err == (
        "cometapi: No API key is set in the profile bare.\n"
        "  Get one at https://www.cometapi.com/console/token, then run: cometapi init --profile bare, or set COMETAPI_KEY; "
        "--sandbox needs none\n"
    )


@pytest.mark.parametrize(
    ("words", "env", "line", "code", "beginning"),
    [
        (["--profile", "wrk"], {}, "", 2, ""),
        ([], {"COMETAPI_PROFILE": "wrk"}, "", 78, "environment (COMETAPI_PROFILE): "),
        ([], {}, 'profile = "wrk"\n', 78, "{path}:1: "),
    ],
)
def test_a_profile_that_is_not_there(cli, profiles, words, env, line, code, beginning):
    profiles.write_text(line + FILE)
    ran = cli("chat", "hi", *words, env=env)

    assert (ran.out, ran.code) == ("", code)
    assert ran.err == (
        f"cometapi: {beginning.format(path=profiles)}There is no profile 'wrk' in {profiles}; did you mean work?\n"
        "  List the profiles: cometapi config profile list\n"
    )


@pytest.mark.parametrize(("name", "reason"), [("a\nb", "must not contain control characters"), ("", "is empty")])
def test_an_option_that_names_no_profile_is_a_usage_error(cli, profiles, name, reason):
    ran = cli("chat", "hi", "--profile", name)

    assert (ran.out, ran.code) == ("", 2)
    assert ran.err.startswith(f"cometapi: option (--profile): profile {reason}.\n")
    assert "config set" not in ran.err


# --- writing


def test_a_profile_begins_with_its_first_setting(cli, home):
    ran = cli("config", "set", "api_key", "-", "--profile", "new", stdin="sk-of-new-0004\n")
    path = home / ".config" / "cometapi" / "config.toml"

    assert (ran.out, ran.code) == ("", 0)
    assert ran.err == f"cometapi: api_key is now set in {path} in the profile new.\n"
    assert tomllib.loads(path.read_text()) == {"profiles": {"new": {"api_key": "sk-of-new-0004"}}}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_setting_one_thing_leaves_all_else_as_it_was(cli, profiles):
    runs = [
        cli("config", "set", "timeout", "30", "--profile", "work"),
        cli("config", "set", "retries", "5"),
        cli("config", "set", "timeout", "31", env={"COMETAPI_PROFILE": "bare"}),
    ]

    assert [ran.code for ran in runs] == [0, 0, 0]
    assert profiles.read_text() == FILE.replace(
        'api_key = "sk-of-the-top-0001"\n', 'api_key = "sk-of-the-top-0001"\nretries = 5\n'
    ).replace('"claude-opus-4-6"\n', '"claude-opus-4-6"\ntimeout = 30\n').replace(
        '"bare-model"\n', '"bare-model"\ntimeout = 31\n'
    )


def test_unset_takes_from_the_profile_alone(cli, profiles):
    ran = cli("config", "unset", "api_key", "--profile", "work")
    again = cli("config", "unset", "api_key", "--profile", "work")

    assert (ran.code, ran.err) == (0, f"cometapi: api_key was removed from {profiles} in the profile work.\n")
    assert (again.code, again.err) == (
        0,
        f"cometapi: api_key is not set in {profiles} in the profile work.\n",
    )
    assert profiles.read_text() == FILE.replace('api_key = "sk-of-work-0002"\n', "")


# --- the commands of profiles


def test_list_shows_each_profile_and_no_secret(cli, profiles):
    ran = cli("config", "profile", "list", "--json", "--profile", "work")

    assert (ran.code, ran.err) == (0, "")
    url, model = "https://api.cometapi.com/v1", "gpt-5.4"
    names = ("profile", "in_use", "api_key", "access_token", "base_url", "default_model")
    rows = [
        ("default", False, "sk-…0001", None, url, model),
        ("work", True, "sk-…0002", None, "https://work.example/v1", "claude-opus-4-6"),
        ("bare", False, None, None, url, "bare-model"),
    ]
    assert json.loads(ran.out) == [dict(zip(names, row, strict=True)) for row in rows]


def test_show_tells_where_each_value_comes_from(cli, profiles):
    ran = cli("config", "profile", "show", "work", "--json", "--query", "[?value].[setting, value, origin, shadows]")

    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)[:4] == [
        ["profile", "work", "option (--profile)", ["default"]],
        ["api_key", "sk-…0002", "profile work", []],
        ["secret_store", "file", "default", []],
        ["base_url", "https://work.example/v1", "profile work", ["default"]],
    ]


def test_use_stays_until_another_is_used(cli, profiles):
    assert cli("config", "profile", "use", "work").err == "cometapi: The profile work is now in use.\n"
    assert cli("config", "get", "default_model").out == "claude-opus-4-6\n"
    assert profiles.read_text() == FILE.replace('0001"\n', '0001"\nprofile = "work"\n')
    assert cli("config", "profile", "use", "work").err == "cometapi: The profile work is already in use.\n"
    assert cli("config", "profile", "use", "default").code == 0
    assert cli("config", "get", "default_model").out == "gpt-5.4\n"


@pytest.mark.parametrize("words", [["config", "profile", "use", "wrk"], ["config", "set", "profile", "wrk"]])
def test_a_profile_that_is_not_there_cannot_be_used(cli, profiles, words):
    ran = cli(*words)

    assert (ran.out, ran.code, profiles.read_text()) == ("", 2, FILE)
    assert ran.err.splitlines()[0] == f"cometapi: There is no profile 'wrk' in {profiles}; did you mean work?"


def test_remove_takes_the_profile_and_ends_its_use(cli, profiles):
    cli("config", "profile", "use", "work")
    ran = cli("config", "profile", "remove", "work", "--yes")

    assert (ran.out, ran.code, ran.err) == ("", 0, f"cometapi: The profile work was removed from {profiles}.\n")
    assert tomllib.loads(profiles.read_text()) == {
        "api_key": "sk-of-the-top-0001",
        "profiles": {"bare": {"default_model": "bare-model"}},
    }


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["work"], "Remove the profile work with its keys? Confirm with --yes: nobody can be asked here."),
        (["wrk", "--yes"], "There is no profile 'wrk' in {path}; did you mean work?"),
        (
            ["default", "--yes"],
            "The profile default cannot be removed as a whole; remove its settings with: cometapi config unset KEY",
        ),
    ],
)
def test_remove_refuses(cli, profiles, words, sentence):
    ran = cli("config", "profile", "remove", *words)

    assert (ran.out, ran.code, profiles.read_text()) == ("", 2, FILE)
    assert ran.err.splitlines()[0] == f"cometapi: {sentence.format(path=profiles)}"


def test_a_fault_in_a_profile_is_told_with_its_line(cli, profiles):
    profiles.write_text(FILE + 'timeout = "soon"\nretires = 1\n')
    ran = cli("models", "--profile", "bare")

    assert (ran.out, ran.code) == ("", 78)
    assert ran.err == (
        f"cometapi: {profiles}:12: unknown setting 'retires'; did you mean retries?\n"
        f"cometapi: {profiles}:11: timeout must be a number, not 'soon'.\n"
        "  Set it with: cometapi config set timeout VALUE\n"
    )


def test_profiles_that_are_no_tables(cli, config):
    config.write_text("profiles = 3\n")
    ran = cli("config", "get", "default_model", "--profile", "work")

    assert (ran.out, ran.code) == ("", 2)
    assert ran.err.splitlines()[:2] == [
        f"cometapi: {config}:1: profiles must be tables.",
        f"cometapi: There is no profile 'work' in {config}.",
    ]
    assert "line 1: profiles must be tables." in cli("doctor", "--json").out


def test_doctor_looks_at_the_profile(cli, profiles):
    rows = json.loads(
        cli("doctor", "--profile", "bare", "--json", env={"COMETAPI_BASE_URL": "http://127.0.0.1:1/v1"}).out
    )
    found = {row["check"]: (row["status"], row["detail"], row["advice"]) for row in rows}

    assert found["profile"] == ("ok", "bare, from option (--profile)", None)
    assert found["settings"][1] == (
        "api_key; profile work: api_key, base_url, default_model; profile bare: default_model"
    )
    assert found["API key"] == ("error", "not set", "cometapi init --profile bare, or set COMETAPI_KEY")


def test_a_line_of_the_repl_has_its_profile(cli, profiles):
    ran = cli("repl", "--profile", "work", stdin="config get default_model\nconfig get default_model --profile bare\n")
    assert (ran.out, ran.code) == ("claude-opus-4-6\nbare-model\n", 0)


@pytest.mark.parametrize(
    "words", [["config", "profile", "use", "work"], ["chat", "hi", "--profile", "work"]], ids=" ".join
)
def test_a_profile_that_is_like_no_other_is_told_how_it_is_made(words, cli, home):
    ran = cli(*words)

    assert ran.code == 2
    assert ran.err.startswith("cometapi: There is no profile 'work'")
    assert ran.err.endswith("\n  Make it with: cometapi config set api_key --profile work\n")


@pytest.mark.parametrize(("answer", "end"), [("n", "\r"), ("", "\x04")], ids=["n", "Ctrl-D"])
def test_who_says_no_is_not_sent_to_the_help(answer, end, profiles, terminal):
    talk = terminal("config", "profile", "remove", "work")
    talk.sees("[y/N] ").types(answer, end)

    assert talk.ends() == 2
    assert talk.text.endswith("\ncometapi: Cancelled.\n")
