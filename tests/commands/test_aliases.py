"""Aliases: what is sent, refused and told (K13), in aliases.yaml as ``alias set`` writes it and as people write it."""

import json
import os
import stat

import pytest

CATALOG = "claude-x\tAnthropic\ngpt-5.4\tOpenAI\nm\t\nm2\t\n"


@pytest.fixture
def file(config):
    """The path of the aliases."""
    return config.parent / "aliases.yaml"


@pytest.fixture
def catalog(home):
    """The kept list of models."""
    path = home / ".cache" / "cometapi" / "models.tsv"
    path.parent.mkdir(parents=True)
    path.write_text(CATALOG)
    return path


def body(ran):
    """The body of a request that a dry run shows as JSON."""
    return json.loads(ran.out)["body"]


def shown(cli, *words, **options):
    """The body that words would send, and what is said beside it."""
    ran = cli(words[0], "--dry-run", "--json", *words[1:], **options)
    assert ran.code == 0, ran
    return body(ran), ran.err


@pytest.mark.parametrize(
    "words",
    [
        ["chat", "hi", "-m", "sonnet"],
        ["messages", "hi", "--model=sonnet"],
        ["responses", "hi", "-msonnet"],
        ["run", "sonnet", "--prompt", "hi"],
    ],
    ids=lambda words: words[0],
)
def test_the_model_of_an_alias_is_sent(cli, words, file):
    ran = cli("alias", "set", "sonnet", "claude-x")
    assert (ran.code, ran.out, ran.err) == (0, "", "cometapi: sonnet is now an alias for the model claude-x.\n")
    assert shown(cli, *words)[0]["model"] == "claude-x"


def test_a_model_in_the_path_and_in_a_filter(cli, file):
    file.write_text("flash: gemini-x\n")
    gemini = json.loads(cli("gemini", "hi", "-m", "flash", "--dry-run", "--json").out)
    assert "/models/gemini-x:" in gemini["url"]
    logs = json.loads(cli("logs", "-m", "flash", "--dry-run", "--json").out)
    assert "gemini-x" in logs["url"]
    assert '"model_limits": "gemini-x,m2"' in cli("tokens", "create", "ci", "--models", "flash,m2", "--dry-run").out


def test_the_setting_may_be_an_alias(cli, file, config):
    file.write_text("sonnet: claude-x\n")
    config.write_text('default_model = "sonnet"\n')
    assert shown(cli, "chat", "hi")[0]["model"] == "claude-x"
    assert shown(cli, "chat", "hi", env={"COMETAPI_DEFAULT_MODEL": "other"})[0]["model"] == "other"


def test_a_body_holds_no_aliases(cli, file, tmp_path):
    file.write_text("sonnet: claude-x\n")
    path = tmp_path / "body.json"
    path.write_text('{"model": "sonnet"}')
    assert shown(cli, "chat", "hi", "--body", path)[0]["model"] == "sonnet"
    assert shown(cli, "chat", "hi", "--set", "model=sonnet")[0]["model"] == "sonnet"


def test_an_alias_is_expanded_once(cli, file):
    file.write_text("a: b\nb: claude-x\nx: y\ny: x\nloop: loop\n")
    models = [shown(cli, "chat", "hi", "-m", name)[0]["model"] for name in ("a", "b", "x", "y", "loop")]
    assert models == ["b", "claude-x", "y", "x", "loop"]


def test_quoted_words_stay_words_and_nothing_is_expanded(cli, raw, file, tmp_path):
    raw(lambda talk: talk.whole({"choices": [{"message": {"content": "Hi"}, "finish_reason": "stop"}]}))
    value = f'chat --model m2 --system "two  words; $HOME `touch {tmp_path}/ran` ~ *"'
    assert cli("alias", "set", "tr", value).code == 0
    ran = cli("tr", "hi", "--no-stream")
    assert (ran.code, ran.out, ran.err) == (0, "Hi\n", "")
    sent = json.loads(raw.talks[0].body)
    assert sent["model"] == "m2"
    text = f"two  words; $HOME `touch {tmp_path}/ran` ~ *"
    assert sent["messages"] == [{"role": "system", "content": text}, {"role": "user", "content": "hi"}]
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    ("value", "typed", "expected"),
    [
        ("chat -m m2 -s one", ["hi", "-m", "m"], {"model": "m", "system": "one"}),
        ("chat -m m2 -s one", ["hi", "--system=two"], {"model": "m2", "system": "two"}),
        ("chat -m m2", ["-m", "m", "hi"], {"model": "m"}),
        ("chat --stop a --stop b", ["hi", "--stop", "c"], {"stop": ["c"]}),
        ("chat --set a=1 --set b=2", ["hi", "--set", "b=3"], {"a": 1, "b": 3}),
        ("chat --no-stream", ["hi", "--stream"], {"stream": True}),
        ("chat 'Say nothing'", ["hi"], {"user": "hi"}),
        ("chat 'Say nothing'", [], {"user": "Say nothing"}),
        ("chat -s x", ["--", "-hi"], {"user": "-hi", "system": "x"}),
        ('chat -s "a \'b\' \\" c" hi', [], {"system": "a 'b' \" c", "user": "hi"}),
    ],
)
def test_typed_words_replace_those_of_the_alias(cli, file, value, typed, expected):
    file.write_text(f"tr: {json.dumps(value)}\n")
    found, err = shown(cli, "tr", *typed)
    by_role = {one["role"]: one["content"] for one in found.pop("messages")}
    assert ({**found, **by_role}.items() >= expected.items(), err) == (True, ""), found


def test_words_that_exclude_each_other_are_replaced_too(cli, file):
    file.write_text("c: config show --quiet --json\n")
    ran = cli("c", "--verbose", "-f", "csv")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "setting,value,origin,shadows")


def test_an_alias_may_open_several_commands(cli, file):
    file.write_text("c: config\n")
    assert cli("c", "path").out.endswith("config.toml\n")
    assert cli("c", "nosuch").code == 2
    assert cli("--quiet", "c", "path").out.endswith("config.toml\n")


def test_positionals_follow_those_of_the_alias(cli, file):
    file.write_text("model: config set default_model\nd: config set default_model\n")
    assert cli("d", "claude-x").code == 0
    assert cli("config", "get", "default_model").out == "claude-x\n"


@pytest.mark.parametrize("name", ["chat", "config", "help", "alias", "template", "model", "tokens", "completion"])
def test_the_name_of_a_command_is_refused(cli, name, file):
    ran = cli("alias", "set", name, "claude-x")
    assert (ran.code, ran.out, file.exists()) == (2, "", False)
    assert ran.err.startswith(f"cometapi: {name} is a command of cometapi; an alias needs a name of its own.\n")


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("claude-x", "m2", "is a model of the catalog"),
        ("", "m2", "cannot be the name of an alias"),
        ("a b", "m2", "cannot be the name of an alias"),
        ("--x", "m2", "Unknown option --x"),
        ("../x", "m2", "cannot be the name of an alias"),
        ("a\nb", "m2", "cannot be the name of an alias"),
        ("x", "", "cannot be empty"),
        ("x", "  ", "cannot be empty"),
        ("x", "x", "is an alias itself"),
        ("x", "old", "is an alias itself"),
        ("x", "old --model m", "is an alias itself"),
        ("x", "chta -m m2", "did you mean chat?"),
        ("x", "two words", "is neither a model nor begins with a command"),
        ("x", "chat --modl m2", "Unknown option --modl; did you mean --model?"),
        ("x", "chat --system 'open", "a quote that is not closed"),
        ("x", "chat\nhi", "has one line"),
        ("x", "config nosuch", "does not begin with a command"),
    ],
)
def test_what_leads_nowhere_or_in_a_circle_is_refused(cli, catalog, file, name, value, told):
    file.write_text("old: m\n")
    ran = cli("alias", "set", name, value)
    assert (ran.code, ran.out, file.read_text()) == (2, "", "old: m\n")
    assert told in ran.err


def test_what_else_a_name_means_is_told(cli, file):
    assert "json is also a value of --format" in cli("alias", "set", "json", "m2").err
    assert "tools is also a topic of help" in cli("alias", "set", "tools", "m2").err
    cli("alias", "set", "one", "two")
    assert "one stands for the model two, and not for this alias" in cli("alias", "set", "two", "m2").err


@pytest.mark.parametrize("words", [["chat", "hi"], ["config", "path"], ["help", "chat"]], ids=" ".join)
def test_a_command_that_came_later_wins_and_it_is_said_once(cli, raw, file, words):
    raw(lambda talk: talk.whole({"choices": [{"message": {"content": "Hi"}, "finish_reason": "stop"}]}))
    file.write_text("chat: config path\nconfig: chat\nhelp: chat\n")
    first, second = cli(*words), cli(*words)
    assert (first.code, second.code, second.err) == (0, 0, "")
    if words[0] != "help":
        name = words[0]
        assert first.err == (
            f"cometapi: {name} is a command of cometapi, so your alias of that name is not used; give it another name, "
            f"and remove it: cometapi alias remove {name}.\n"
        )
    assert first.out == second.out


def test_a_model_that_came_later_is_reached_by_removing_the_alias(cli, file, catalog):
    file.write_text("m: claude-x\n")
    found, err = shown(cli, "chat", "hi", "-m", "m")
    assert found["model"] == "claude-x"
    assert err == (
        "cometapi: m is your alias for claude-x here, and the name of a model in the catalog as well; to reach that, "
        "remove the alias: cometapi alias remove m.\n"
    )
    assert shown(cli, "chat", "hi", "-m", "m") == (found, "")
    assert cli("alias", "remove", "m").err == "cometapi: The alias m was removed.\n"
    assert shown(cli, "chat", "hi", "-m", "m")[0]["model"] == "m"


def test_comments_stay_and_the_file_is_private(cli, file):
    file.write_text("# mine\nold: m  # first\n\n# then\nnew: |\n  chat\n  -m m2\n# last")
    cli("alias", "set", "old", "m2")
    cli("alias", "set", "more", "chat -s 'a: b # c'")
    cli("alias", "remove", "new")
    assert file.read_text() == "# mine\nold: m2\n\n# then\n# last\nmore: 'chat -s ''a: b # c'''\n"
    assert stat.S_IMODE(os.stat(file).st_mode) & 0o077 == 0 or os.name == "nt"


def test_the_list(cli, file):
    assert cli("alias", "list").err.endswith("There are no aliases; make one with: cometapi alias set NAME VALUE\n")
    file.write_text("s: claude-x\ntr: chat -m s\n")
    assert json.loads(cli("alias", "list", "--json").out) == [
        {"alias": "s", "kind": "model", "value": "claude-x"},
        {"alias": "tr", "kind": "command", "value": "chat -m s"},
    ]
    assert shown(cli, "tr", "hi")[0]["model"] == "claude-x"  # a name of a model where a model is named
    assert cli("alias", "remove", "z").code == 2


def test_help_shows_them(cli, file):
    plain = [cli().out, cli("help").out]
    file.write_text("s: claude-x\ntr: chat -m s\n")
    for words, before in zip(([], ["help"]), plain, strict=True):
        ran = cli(*words)
        assert ran.out == before + "\nAliases and templates:\n  s               claude-x\n  tr              chat -m s\n"
    assert cli("help", "tr").out == "tr is your alias for: chat -m s\n"
    assert cli("tr", "--help").out == cli("chat", "--help").out
    assert cli("models", "--sandbox").err.endswith("cometapi: Your aliases: s is claude-x.\n")
    assert "aliases" not in cli("models", "--sandbox", "--json").err


BROKEN = {
    "a: b\na: c\n": ":2: a stands here a second time; the first is in line 1.",
    "- a\n": ":1: The file must be a table",
    "a: [b]\n": ":1: The alias a needs a text for a value.",
    "x: 1\na: &x b\n": ":2: Anchors, aliases and tags are not supported",
    "a: !!python/name:os.system x\n": ":1: Anchors, aliases and tags are not supported",
    "a: 'open\n": ":1: This quote is not closed.",
    "a:\n": ":1: The alias a needs a text for a value.",
    "\x01": ":1:",
}


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_file_is_named_where_it_is_needed(cli, raw, file, text):
    file.write_text(text)
    ran = cli("chat", "hi", "-m", "a")
    assert (ran.code, ran.out, raw.talks) == (78, "", [])
    assert f"{file}{BROKEN[text]}" in ran.err
    assert (cli("a", "hi").code, cli("alias", "list").code, cli("alias", "set", "z", "m").code) == (78, 78, 78)
    assert file.read_text() == text
    assert (cli("config", "path").code, cli("config", "path").err, cli().code) == (0, "", 0)


def test_values_are_the_texts_that_stand_there(cli, file):
    file.write_text("a: no\nb: 1.10\nc: 2026-11-27\nd: 0777\ne: null\n")
    assert [shown(cli, "chat", "hi", "-m", one)[0]["model"] for one in "abcde"] == [
        "no",
        "1.10",
        "2026-11-27",
        "0777",
        "null",
    ]


def test_a_file_changed_by_hand_counts_at_once(cli, file):
    for name in ("one", "two", "six"):
        file.write_text(f"a: {name}\n")
        assert shown(cli, "chat", "hi", "-m", "a")[0]["model"] == name


def test_an_index_that_cannot_be_kept_or_read_stops_nothing(cli, file, home):
    file.write_text("a: one\n")
    place = home / ".cache" / "cometapi" / "own.json"
    place.mkdir(parents=True)
    assert shown(cli, "chat", "hi", "-m", "a") == shown(cli, "chat", "hi", "-m", "a")
    place.rmdir()
    for text in ("[]", "{", '{"aliases": {"stamp": null, "names": 1}}', '{"told": 1, "aliases": []}'):
        place.write_text(text)
        assert shown(cli, "chat", "hi", "-m", "a")[0]["model"] == "one"
