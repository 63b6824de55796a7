"""What holds for every command of the manifest, the ones to come included."""

import csv
import io
import json
import re
import shutil
from fnmatch import fnmatch
from functools import cache

import pytest
import yaml
from manifest import (
    COMMANDS,
    FORMATS,
    MODEL,
    PRINTING,
    ROOT,
    STANDING,
    by_words,
    example,
    in_a_folder_of_its_own,  # noqa: F401 - a fixture
    takes,
    with_names_of_his_own,  # noqa: F401 - a fixture
)

from codegen.endpoints import endpoint_list
from codegen.render import README_MARKS
from cometapi.generated.endpoints import CATALOGS
from cometapi.generated.instead import INSTEAD
from cometapi.history import store
from cometapi.journal.records import Journal
from cometapi.manifest.help import usage

KNOWN = "q7k2m9xw4p"  # the conversation that examples name

every_command = pytest.mark.parametrize("command", COMMANDS, ids=by_words)
every_printing_command = pytest.mark.parametrize("command", PRINTING, ids=by_words)

SUBMITTED = json.loads((ROOT / "spec" / "replies" / "tasks.json").read_text("utf-8"))["data"]["items"][0]["submit_time"]


@pytest.fixture(scope="session")
def home_with_talk(tmp_path_factory):
    """A home whose history has a conversation, and whose journal a task and a request of which nobody knows whether it made
    the task of the samples; to be copied.
    """
    folder = tmp_path_factory.mktemp("talk")
    said = {"command": "chat", "protocol": "chat", "model": "gpt-5.4", "prompt": "Explain tidal locking; don't panic"}
    kept = store.opened({"HOME": str(folder)}, pytest.fail)
    kept.begin(
        {**said, "conversation": KNOWN, "reply": "Gravity.", "state": "finished", "cost_usd": 0.1, "request_id": "r-1"}
    )
    kept.begin({**said, "conversation": KNOWN, "state": "interrupted"})
    kept.close()
    with Journal({"HOME": str(folder)}) as journal:
        made = {"command": "video create", "model": "suno-music", "profile": None, "service": "http://127.0.0.1"}
        made |= {"key_hint": None, "digest": "", "own_id": None, "started_at": SUBMITTED}
        journal.settle(journal.begin(made), "accepted", task="video_done", continue_with="video wait video_done")
        journal.begin(made)
    return folder


@pytest.fixture
def environ(environ, home, home_with_talk):
    """The clock of the sandbox stands, so that two calls are answered alike, and something was said before."""
    shutil.copytree(home_with_talk, home, dirs_exist_ok=True)
    return {**environ, **STANDING}


@every_command
def test_help_is_on_stdout_and_fits_the_width(command, cli):
    ran = cli(*command.words.split(), "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: cometapi {command.words}")
    examples = {f"  {one['run']}" for one in command.examples}
    assert [line for line in ran.out.splitlines() if len(line) > 80 and line not in examples] == []


def missing(words, text):
    """Those of the words that do not stand in the text as words of their own."""
    return [word for word in words if not re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)]


def spelled(command):
    """Every way to write an option of a command that is no secret."""
    return [flag for one in command.options for flag in one.shown]


@every_command
def test_every_argument_is_in_its_help_and_its_documents(command, cli):
    words = [*spelled(command), *(one.metavar for one in command.positionals)]
    own = cli(*command.words.split(), "-h").out
    assert own.endswith("eneral options: cometapi help options\n")
    assert missing(words, own + cli("help", "options").out) == []
    assert missing(words, shared(f"docs/{command.stem}.md")) == []
    page = shared(f"man/man1/cometapi-{command.stem}.1").replace("\\-", "-")
    assert missing(words, re.sub(r"\\f[BIR]", " ", page)) == []


@every_command
def test_every_option_is_in_the_completions(command):
    assert set(spelled(command)) <= words_of("completions/cometapi.bash")
    assert set(spelled(command)) <= words_of("completions/_cometapi")
    assert {flag.lstrip("-") for flag in spelled(command)} <= words_of("completions/cometapi.fish")


@every_command
def test_the_command_tree_has_every_option(command):
    facts = next(one for one in command_tree() if one["command"] == command.words)
    flags = {flag for one in facts["options"] for flag in one.get("flags", [])}
    assert flags == {flag for one in command.options for flag in one.shown}
    names = [one["name"] for one in facts["options"]]
    assert sorted(names) == sorted(facts["arguments"]["properties"])
    assert sorted(names) == sorted(one.dest for one in command.arguments if not one.hidden)


@cache
def shared(name):
    """The text of a file that is installed beside the program."""
    return (ROOT / "cometapi" / "share" / name).read_text("utf-8")


@cache
def words_of(name):
    """The words of such a file, options with their dashes."""
    return set(re.findall(r"[\w-]+", shared(name)))


@cache
def command_tree():
    """The commands as ``surface.json`` has them."""
    return json.loads(shared("surface.json"))["commands"]


def fits(value, column):
    """Whether a value of a machine format is of the type that the surface tells of its column."""
    if value is None or column["type"] == "any":
        return True
    if "list" in column:
        return isinstance(value, list) and all(fits(one, {"type": column["type"]}) for one in value)
    return isinstance(value, TYPES[column["type"]]) and (column["type"] == "boolean" or not isinstance(value, bool))


TYPES = {"string": str, "number": int | float, "boolean": bool, "object": dict, "array": list}


def steady(text):
    """An output without what differs from run to run: the sandbox's port, how long something took, when it was printed."""
    text = re.sub(r"(exported_at[\"']?: [\"']?|Exported at |gpt-5.4,chat,)[-\dT:Z]+", r"\1N", text)
    text = re.sub(r'(",)\d+,\d+,', r"\1N,N,", text)  # times behind an answer, in CSV
    return re.sub(r"(127\.0\.0\.1:|port |\(|\b(?:first_token|duration)\"?: )[\d.]+", r"\g<1>1", text)


def machine_columns(command):
    """The columns that machines see, of the route that a command takes without further options."""
    return [column["name"] for column in command.routes[-1]["response"]["columns"] if column["show"] != "people"]


def agrees(name, text, command, document):
    """Whether what a format printed is a document of it, with what JSON has."""
    if name == "yaml":
        return yaml.safe_load(text) == document
    return name != "csv" or next(csv.reader(io.StringIO(text))) == machine_columns(command)


OTHER_FORMATS = [name for name in FORMATS if name != "json"]
IN_FORMATS = [
    (
        command,
        OTHER_FORMATS
        if command.data.get("run")
        else [OTHER_FORMATS[number % len(OTHER_FORMATS)], OTHER_FORMATS[(number + 1) % len(OTHER_FORMATS)]],
    )
    for number, command in enumerate(PRINTING)
]


@pytest.mark.parametrize(("command", "names"), IN_FORMATS, ids=lambda one: getattr(one, "stem", ""))
def test_it_answers_in_every_format(command, names, cli):
    """A command without Python of its own prints JSON, and of the other formats, which differ in the writer alone, the next
    two in turn.
    """
    printed = {}
    for name in ["json", *names]:
        ran = cli(*example(command), "--format", name)
        assert ran.code == 0, ran
        assert ran.out.endswith("\n") and not ran.out.endswith("\n\n")
        printed[name] = steady(ran.out)
    document = json.loads(printed.pop("json"))
    assert [name for name, text in printed.items() if not agrees(name, text, command, document)] == []


BRANCHES = [
    (command, route)
    for command in PRINTING
    for route in command.routes
    if "when" in route and route["response"]["columns"]
]


def some(word):
    """A word of the catalogs that a pattern stands for; any other word as it is."""
    known = [one for words in CATALOGS.values() for one in words]
    return next(one for one in reversed(known) if fnmatch(one, word)) if "*" in str(word) else word


@pytest.mark.parametrize(("command", "route"), BRANCHES, ids=lambda one: getattr(one, "stem", None))
def test_every_route_that_a_word_chooses_answers_in_the_sandbox(command, route, cli):
    chosen = {one.flag: some(route["when"][one.dest]) for one in command.options if one.dest in route["when"]}
    words = [flag if word is True else f"{flag}={word}" for flag, word in chosen.items()]
    ran = cli(*example(command), *words, "--format", "csv")
    header = [column["name"] for column in route["response"]["columns"] if column["show"] != "people"]
    assert (ran.code, next(csv.reader(io.StringIO(ran.out)))) == (0, header)
    assert len(ran.out.splitlines()) > 1


@every_printing_command
def test_machine_formats_carry_the_same_columns_with_values_of_their_types(command, cli):
    document = json.loads(cli(*example(command), "--json").out)
    if command.routes[-1]["response"].get("is") == "answer":
        return  # the service's own reply
    records = document if isinstance(document, list) else [document]
    assert list(records[0]) == machine_columns(command)
    facts = next(one for one in command_tree() if one["command"] == command.words)
    columns = facts["output"].get("columns") or facts["routes"][-1]["columns"]
    known = {one["name"]: one for one in columns}
    assert [(name, value) for one in records for name, value in one.items() if not fits(value, known[name])] == []


@every_command
def test_columns_for_detail_can_be_asked_for(command):
    columns = [column for route in command.routes for column in route.get("response", {}).get("columns", [])]
    asked = any(one.dest == "detail" and one.switch for one in command.arguments)
    assert asked == any(column["show"] == "detail" for column in columns)


@every_printing_command
def test_options_before_and_after_the_command_mean_the_same(command, cli):
    before = cli("--format", "csv", *example(command))
    after = cli(*example(command), "-f", "csv")
    assert (before.code, steady(before.out), before.err) == (after.code, steady(after.out), after.err)


@every_command
@pytest.mark.parametrize("wrong", [["--no-such-option"], ["--format", "xml"]], ids=" ".join)
def test_wrong_words_are_a_usage_error_of_two_lines(command, wrong, cli):
    if wrong[0] not in flags(command) and any(one.data.get("dashes") for one in command.arguments):
        return  # it is looked for as it stands
    words = example(command)
    place = words.index("--") if "--" in words else len(words)
    ran = cli(*words[:place], *wrong, *words[place:])
    assert (ran.code, ran.out) == (2, "")
    first, second = ran.err.splitlines()
    has_line = wrong[0] not in flags(command) and any(one.is_command_line for one in command.arguments)
    usual = f"Usage: {usage('cometapi', command.data)}" if has_line else f"Try: cometapi {command.words} --help"
    told = INSTEAD.get(f"{command.words} {wrong[0]}", {"say": usual})["say"]
    assert first.startswith(f"cometapi: {'Unknown option ' if wrong[0] not in flags(command) else ''}{wrong[0]}")
    assert second == f"  {told.format(program='cometapi')}"


DESTROYING = [command for command in COMMANDS if command.effect == "destroy"]


@pytest.mark.parametrize("command", DESTROYING, ids=by_words)
@pytest.mark.parametrize("words", [[], ["--no-input"], ["--sandbox"]], ids=str)
def test_nothing_is_destroyed_where_nobody_can_be_asked(command, words, cli, service, config):
    config.write_text("[profiles.work]\n")
    config.chmod(0o600)
    asking = [word for word in example(command) if word not in ("--yes", "--sandbox")]
    ran = cli(*asking, *(word for word in words if takes(command, word.lstrip("-").replace("-", "_"))))

    assert (ran.code, ran.out, service.log) == (2, "", [])
    assert "? Confirm with --yes: nobody can be asked here." in ran.err
    assert config.read_text() == "[profiles.work]\n"


def flags(command):
    """Every flag of a command."""
    return [flag for one in command.options for flag in one.flags]


STAYING = ("sandbox", "serve", "batch run")  # which serve until they are stopped, or wait for a service to come back
ENDING = [command for command in COMMANDS if command.words not in STAYING]
NOWHERE = {"COMETAPI_BASE_URL": "http://127.0.0.1:9/v1", "COMETAPI_RETRIES": "0"}
KEYS = {"COMETAPI_KEY": "sk-any", "COMETAPI_ACCESS_TOKEN": "any"}


@pytest.mark.parametrize("command", ENDING, ids=by_words)
def test_a_command_ends_with_no_other_code_than_the_surface_tells(command, cli, config):
    told = next(one for one in command_tree() if one["command"] == command.words)["exits"]
    words = [word for word in example(command) if word != "--sandbox"]
    ends = [cli(*words, env=NOWHERE).code, cli(*words, env={**NOWHERE, **KEYS}).code]
    config.write_text("broken = = 1\n")
    ends.append(cli(*words, env=NOWHERE).code)
    assert set(ends) <= set(told)


@every_command
def test_help_after_a_command_is_the_help_of_help(command, cli):
    shown, own = cli("help", *command.words.split()).out, cli(*command.words.split(), "--help").out
    topics = {one.name: one for one in MODEL.topics}
    if command.words in topics:  # a word that is a topic as well: its page follows
        assert shown.startswith(f"{own}\n{topics[command.words].summary}\n")
    else:
        assert shown == own


@pytest.mark.parametrize("topic", MODEL.topics, ids=lambda topic: topic.name)
def test_every_topic_is_explained(topic, cli):
    ran = cli("help", topic.name)
    assert (ran.code, ran.err) == (0, "")
    assert topic.summary in ran.out and " ".join(topic.text.split()) in " ".join(ran.out.split())
    assert [line for line in ran.out.splitlines() if len(line) > 80 and not line.startswith("    ")] == []


def test_the_help_of_the_program_names_every_command_and_topic(cli):
    """A command of a subject that lists groups is named by its group."""
    out = cli("--help").out
    summaries = {**MODEL.group_summaries, **{one.words: one.summary for one in COMMANDS}}
    words = {one.words.split()[0] if one.words.split()[0] in MODEL.folded else one.words for one in COMMANDS}
    for name, summary in [(one, summaries[one]) for one in words] + [(one.name, one.summary) for one in MODEL.topics]:
        assert f"\n  {name} " in out and summary.split()[0] in out
    assert [line for line in out.splitlines() if len(line) > 80] == []


def test_the_readme_has_room_for_the_command_table():
    text = (ROOT / "README.md").read_text("utf-8")
    assert all(text.count(mark) == 1 for mark in README_MARKS)


def test_api_knows_every_path_that_a_command_asks_for():
    paths = {one["path"] for one in endpoint_list(MODEL) if "{" not in one["path"]}
    path = next(one for one in next(one for one in COMMANDS if one.words == "api").positionals if one.dest == "path")

    assert set(path.known) == paths
