"""Config files that are laid out as few would: changed rightly or left alone, and read or named with what is wrong in them."""

import json
import time
import tomllib

import pytest

LAYOUTS = {
    "dotted": 'profiles.work.api_key = "sk-work-key-1"\nprofiles.home.api_key = "sk-home-key-1"\n',
    "inline": 'profiles = {work.api_key = "sk-work-key-1", home.api_key = "sk-home-key-1"}\n',
    "inline tables": 'profiles = {work = {api_key = "sk-work-key-1"}, home = {api_key = "sk-home-key-1"}}\n',
    "inline in a table": '[profiles]\nwork = {api_key = "sk-work-key-1"}\nhome = {api_key = "sk-home-key-1"}\n',
    "out of order": '[profiles.work]\napi_key = "sk-work-key-1"\n[other]\na = 1\n[profiles.home]\napi_key = "sk-home-key-1"\n',
    "subtable first": '[profiles.work.x]\na = 1\n[profiles.work]\napi_key = "sk-work-key-1"\n[profiles.home]\napi_key = "sk-home-key-1"\n',
    "array of tables": '[[profiles.work]]\napi_key = "sk-work-key-1"\n[profiles.home]\napi_key = "sk-home-key-1"\n',
    "array": "profiles = [1]\n",
    "arrays": "[[profiles]]\na = 1\n",
    "a number": "profiles.work = 5\n",
    "quoted": '["profiles"."work"]\n"api_key" = "sk-work-key-1"\n[ profiles . home ]\napi_key = "sk-home-key-1"\n',
    "windows": '[profiles.work]\r\napi_key = "sk-work-key-1"\r\n\r\n[profiles.home]\r\napi_key = "sk-home-key-1"\r\n',
}
CHANGES = {
    "set": (["config", "set", "timeout", "9", "--profile", "work"], ("work", "timeout", 9)),
    "set new": (["config", "set", "timeout", "9", "--profile", "new"], ("new", "timeout", 9)),
    "unset": (["config", "unset", "api_key", "--profile", "work"], ("work", "api_key", None)),
    "remove": (["config", "profile", "remove", "work", "--yes"], ("work", None, None)),
    "top": (["config", "set", "timeout", "9"], (None, "timeout", 9)),
}


def wanted(text, profile, name, value):
    """What a file should say after a change."""
    values = tomllib.loads(text)
    if name is None:
        del values["profiles"][profile]
        return values
    place = values if profile is None else values.setdefault("profiles", {}).setdefault(profile, {})
    place.pop(name, None) if value is None else place.update({name: value})
    return values


def told(values):
    """What a file says; an empty profile says nothing."""
    tables = values.get("profiles", {})
    return {
        **values,
        "profiles": {name: one for name, one in tables.items() if one} if isinstance(tables, dict) else tables,
    }


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_odd_layout_is_changed_rightly_or_left_alone_with_a_sentence(cli, config, layout, change):
    text = LAYOUTS[layout]
    config.write_text(text, newline="")
    words, facts = CHANGES[change]
    ran = cli(*words)

    assert "fault of the program" not in ran.err
    if ran.code == 0:
        assert told(tomllib.loads(config.read_bytes().decode())) == told(wanted(text, *facts))
    else:
        assert (config.read_bytes().decode(), ran.out, ran.err.startswith("cometapi: ")) == (text, "", True)


@pytest.mark.parametrize("layout", ["dotted", "inline in a table", "out of order", "quoted", "windows"])
def test_a_layout_that_people_write_by_hand_is_changed(cli, config, layout):
    config.write_text(LAYOUTS[layout], newline="")

    assert cli("config", "set", "timeout", "9", "--profile", "work").code == 0
    assert tomllib.loads(config.read_bytes().decode())["profiles"]["work"]["timeout"] == 9


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("layout", ["dotted", "inline", "inline tables", "inline in a table", "out of order"])
def test_a_layout_that_the_library_does_not_change_is_written_anew(cli, config, layout, change):
    text = f"# mine\nretries = 3  # times\n{LAYOUTS[layout]}"
    config.write_text(text)
    words, facts = CHANGES[change]
    ran = cli(*words)

    assert (ran.code, told(tomllib.loads(config.read_text()))) == (0, told(wanted(text, *facts)))
    assert "# mine" in config.read_text() and "# times" in config.read_text()


def test_the_comments_of_what_is_removed_go_with_it(cli, config):
    config.write_text('[profiles.work]\n# mine\napi_key = "sk-work-key-1"  # old\n[profiles.home]\nretries = 3\n')

    assert cli("config", "unset", "api_key", "--profile", "work").code == 0
    assert cli("config", "profile", "remove", "work", "--yes").code == 0
    assert config.read_text() == "[profiles.home]\nretries = 3\n"


def test_a_comment_is_not_lost_for_a_change(cli, config):
    text = LAYOUTS["dotted"].replace("\n", "  # mine\n")
    config.write_text(text)
    ran = cli("config", "profile", "remove", "work", "--yes")

    assert (ran.code, config.read_text()) == (1, text)


def test_what_would_be_stored_is_read_before_it_replaces_the_file(cli, config, monkeypatch):
    import tomlkit

    config.write_text("retries = 1\n")
    monkeypatch.setattr(tomlkit, "dumps", lambda _: "retries = 2\nbroken =\n")
    ran = cli("config", "set", "retries", "2")

    assert (ran.code, config.read_text()) == (1, "retries = 1\n")
    assert ran.err == (
        f"cometapi: The config file {config} has a layout that this program cannot edit; it was not changed.\n"
        "  Fix it with: cometapi config edit\n"
    )


VALUES = [
    "9" * 5000,
    "0x" + "f" * 5000,
    "2020-01-01",
    "07:32:00",
    "[1]",
    "{a = 1}",
    "true",
    "nan",
    '""',
    "1e400",
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value[:10])
@pytest.mark.parametrize(
    "name", ["retries", "base_url", "api_key", "output_format", "secret_store", "profile", "plain"]
)
def test_an_odd_value_is_a_sentence_with_file_and_key(cli, config, service, environ, name, value):
    del environ["COMETAPI_BASE_URL"], environ["COMETAPI_KEY"]
    config.write_text(f"# odd\n{name} = {value}\n")
    runs = [cli("models", "--retries", "0"), cli("config", "get", name)]

    for ran in runs:
        assert "fault of the program" not in ran.err
        if ran.code == 78:
            assert str(config) in ran.err and name in ran.err


@pytest.mark.parametrize("value", VALUES[2:], ids=lambda value: value[:10])
@pytest.mark.parametrize("name", ["retries", "base_url", "api_key", "output_format", "secret_store", "plain", "odd"])
@pytest.mark.parametrize("words", [["config", "show"], ["config", "profile", "list"], ["config", "path"]], ids=" ".join)
def test_what_is_there_to_look_at_settings_survives_an_odd_value(cli, config, words, name, value):
    config.write_text(f"{name} = {value}\n")
    ran = cli(*words)

    assert (ran.code, bool(ran.out)) == (0, True)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value[:10])
@pytest.mark.parametrize("name", ["retries", "output_format", "secret_store", "profile"])
def test_doctor_survives_an_odd_value(cli, config, nobody, name, value):
    config.write_text(f"{name} = {value}\n")
    ran = cli("doctor", "--json", "--timeout", "1")
    rows = {row["check"]: row for row in json.loads(ran.out)}

    assert "fault of the program" not in ran.err
    assert value == '""' or "error" in (rows["settings"]["status"], rows["config file"]["status"])


@pytest.mark.parametrize("value", VALUES[:2], ids=["decimal", "hexadecimal"])
def test_a_number_without_end_is_named_with_its_key_and_line(cli, config, value):
    config.write_text(f'api_key = "sk-of-the-file-1"\nretries = {value}\n')
    ran = cli("config", "show")

    assert (ran.out, ran.code) == ("", 78)
    assert ran.err.splitlines()[0] == (
        f"cometapi: The config file {config} has a number of more digits than any setting takes: retries in line 2."
    )


@pytest.mark.parametrize(
    "text",
    [
        ".".join(["a"] * 20000) + " = 1\n",
        "[" + ".".join(["a"] * 20000) + "]\n",
        f"x = {{{'.'.join(['a'] * 20000)} = 1}}\n",
    ],
)
def test_a_key_of_thousands_of_parts_takes_no_time(cli, config, text):
    config.write_text(text)
    begun = time.monotonic()
    ran = cli("config", "show")

    assert (ran.out, ran.code, time.monotonic() - begun < 3) == ("", 78, True)
    assert "has a key of more than 500 parts in line 1" in ran.err


def test_dots_in_a_text_are_no_parts_of_a_key(cli, config):
    config.write_text(f'default_model = "{"." * 2000}"\n')

    assert cli("config", "get", "default_model").code == 0


def test_a_file_of_any_size_is_not_read(cli, config):
    config.write_text("# " + "x" * 300_000 + "\n")
    ran = cli("config", "show")

    assert (ran.out, ran.code) == ("", 78)
    assert "has more than 256 KiB, the maximum." in ran.err


def test_a_table_of_the_default_profile_is_told_and_listed_once(cli, config):
    config.write_text("retries = 1\n[profiles.default]\nretries = 7\n")
    listed = cli("config", "profile", "list", "--json")

    assert [row["profile"] for row in json.loads(listed.out)] == ["default"]
    assert f"cometapi: {config}:2: the default profile is at the top of the file; this table is ignored" in listed.err
    assert cli("config", "get", "retries").out == "1\n"


def test_a_profile_that_is_no_table_is_told(cli, config):
    config.write_text("profiles.work = 5\n")
    ran = cli("doctor", "--json", "--timeout", "1", "--query", "[?check == 'settings'].detail")

    assert json.loads(ran.out) == ["line 1: profiles.work must be a table."]
    assert cli("config", "profile", "list", "--json", "--query", "[].profile").out.split() == ["[", '"default"', "]"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("profiles = 3\n", "profiles must be tables."),
        ('[[profiles.work]]\napi_key = "sk-1"\n', "profiles.work must be a table."),
        ("[profiles]\nwork = 5\n", "profiles.work must be a table."),
    ],
)
@pytest.mark.parametrize(
    "words", [["config", "show"], ["config", "profile", "list"], ["config", "unset", "api_key", "--profile", "work"]]
)
def test_what_cannot_be_a_profile_is_told_wherever_settings_are_looked_at(cli, config, text, sentence, words):
    config.write_text(text)
    config.chmod(0o600)

    assert sentence in cli(*words).err
