"""``python -m codegen --diff``: every kind of change is found with its level, in both directions, and nothing else is told."""

import copy
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codegen.diff import diff

ROOT = Path(__file__).resolve().parent.parent.parent
SURFACE = json.loads((ROOT / "cometapi" / "share" / "surface.json").read_text("utf-8"))
COMMANDS = {one["command"]: one for one in SURFACE["commands"]}
BREAKING, UNKNOWN, COMPATIBLE, COSMETIC = "breaking", "cannot judge", "compatible", "cosmetic"


def option(command, name):
    """An option of a command."""
    return next(one for one in command["options"] if one["name"] == name)


def having(name, **facts):
    """A mutation that gives an option other facts; None takes a fact away."""

    def mutate(surface):
        for one in surface["commands"]:
            found = [item for item in one["options"] if item["name"] == name]
            for item in found:
                put(item, facts)

    return mutate


def put(target, facts):
    for key, value in facts.items():
        target[key] = value
        if value is None:
            del target[key]


def command(**facts):
    """A mutation that gives the command other facts."""
    return lambda surface: put(surface["commands"][0], facts)


def without(part, name):
    """A mutation that takes a part of the command away."""

    def mutate(surface):
        entry = surface["commands"][0]
        entry[part] = [one for one in entry[part] if one.get("name") != name]

    return mutate


def column(name, **facts):
    """A mutation of a column of the last route."""
    return lambda surface: put(
        next(one for one in surface["commands"][0]["routes"][-1]["columns"] if one["name"] == name), facts
    )


def without_column(name):
    def mutate(surface):
        for route in surface["commands"][0]["routes"]:
            route["columns"] = [one for one in route.get("columns", ()) if one["name"] != name]

    return mutate


def related(kind, *names, **facts):
    """A mutation that adds a relation."""
    return lambda surface: surface["commands"][0]["relations"].append(
        {"kind": kind, "arguments": list(names), **facts, "sentence": "It is so."}
    )


def unrelated(*names):
    """A mutation that drops the relations of just these arguments."""

    def mutate(surface):
        entry = surface["commands"][0]
        entry["relations"] = [one for one in entry["relations"] if one["arguments"] != list(names)]

    return mutate


def more(surface, **facts):
    surface["commands"][0]["options"].append(
        {"type": "text", "section": "Options", "help": "New.", "metavar": "X", **facts}
    )


def setting(name, **facts):
    """A mutation of a setting."""
    return lambda surface: put(surface["settings"][name], facts)


def credential(name):
    """A mutation of the credential of the last route."""
    return lambda surface: put(surface["commands"][0]["routes"][-1], {"credential": name})


def renamed(surface):
    option(surface["commands"][0], "token_name").update(name="key_name", flags=["--key-name"])


def respelled(surface):
    option(surface["commands"][0], "token_name").update(
        name="key_name", flags=["--key-name"], hidden_flags=["--token-name"]
    )


def shuffled(surface):
    entry = surface["commands"][0]
    entry["options"].sort(key=lambda one: ("positional" not in one, one["name"]))
    entry["relations"].reverse()
    surface["settings"] = dict(reversed(surface["settings"].items()))
    option(entry, "format")["choices"].reverse()


def exit_code(surface):
    next(one for one in surface["exits"] if one["name"] == "cap")["code"] = 76


def swapped(surface):
    entry = surface["commands"][0]
    places = [number for number, one in enumerate(entry["options"]) if "positional" in one]
    first, second = (entry["options"][number] for number in places[:2])
    entry["options"][places[0]], entry["options"][places[1]] = second, first


# (what, command, mutation, kind and level forward, kind and level backward); None where nothing is told.
MUTATIONS = [
    ("removed", "logs", without("options", "group"), ("removed", BREAKING), ("added", COMPATIBLE)),
    ("renamed", "logs", renamed, ("removed", BREAKING), ("removed", BREAKING)),
    ("the old name kept", "logs", respelled, ("flag added", COMPATIBLE), ("removed", None)),
    (
        "a letter removed",
        "logs",
        having("type", flags=["--type"]),
        ("flag removed", BREAKING),
        ("flag added", COMPATIBLE),
    ),
    ("choices cut", "logs", having("type", choices=["topup"]), ("choices", BREAKING), ("choices", COMPATIBLE)),
    ("choices dropped", "logs", having("type", choices=None), ("choices", COMPATIBLE), ("choices", BREAKING)),
    ("range narrowed", "logs", having("page_size", range=[1, 50]), ("range", BREAKING), ("range", COMPATIBLE)),
    ("range begins higher", "logs", having("limit", range=[2, None]), ("range", BREAKING), ("range", COMPATIBLE)),
    ("range moved", "logs", having("page_size", range=[0, 50]), ("range", BREAKING), ("range", BREAKING)),
    ("default", "logs", having("interval", default=6), ("default", BREAKING), ("default", BREAKING)),
    ("default nought", "logs", having("interval", default=0), ("default", BREAKING), ("default", BREAKING)),
    ("no default", "logs", having("interval", default=None), ("default", BREAKING), ("default", BREAKING)),
    ("type wider", "logs", having("limit", type="number"), ("type", COMPATIBLE), ("type", BREAKING)),
    ("type otherwise", "logs", having("start", type="end_timestamp"), ("type", UNKNOWN), ("type", UNKNOWN)),
    ("type text", "logs", having("group", type="integer"), ("type", BREAKING), ("type", COMPATIBLE)),
    ("unit", "logs", having("interval", metavar="MINUTES"), ("metavar", BREAKING), ("metavar", BREAKING)),
    ("word for the value", "logs", having("group", metavar="NAME"), ("metavar", COSMETIC), ("metavar", COSMETIC)),
    ("list to single", "logs", having("where", repeatable=None), ("repeatable", BREAKING), ("repeatable", COMPATIBLE)),
    ("setting", "logs", having("format", setting=None), ("setting", BREAKING), ("setting", COMPATIBLE)),
    ("variable", "logs", having("group", environment="G"), ("environment", COMPATIBLE), ("environment", BREAKING)),
    ("secret", "logs", having("group", secret=True), ("secret", BREAKING), ("secret", COMPATIBLE)),
    ("once", "logs", having("group", once=True), ("once", BREAKING), ("once", COMPATIBLE)),
    ("longest", "logs", having("group", longest=9), ("longest", BREAKING), ("longest", COMPATIBLE)),
    ("keywords", "logs", having("limit", keywords=["auto"]), ("keywords", COMPATIBLE), ("keywords", BREAKING)),
    ("place", "logs", having("group", becomes="query/team"), ("becomes", UNKNOWN), ("becomes", UNKNOWN)),
    (
        "deprecated",
        "logs",
        having("group", deprecated={"since": "9.0.0"}),
        ("deprecated", COMPATIBLE),
        ("deprecated", COMPATIBLE),
    ),
    ("required", "logs", having("group", required=True), ("required", BREAKING), ("required no more", COMPATIBLE)),
    (
        "required with a default",
        "logs",
        having("interval", required=True),
        ("required", COMPATIBLE),
        ("required no more", COMPATIBLE),
    ),
    (
        "required with a setting that acts",
        "logs",
        having("format", required=True),
        ("required", COMPATIBLE),
        ("required no more", COMPATIBLE),
    ),
    ("help", "logs", having("group", help="Other words."), ("help", COSMETIC), ("help", COSMETIC)),
    (
        "moved into a set",
        "logs",
        having("group", section="Records", topic="options"),
        ("section", COSMETIC),
        ("section", COSMETIC),
    ),
    ("order", "logs", shuffled, None, None),
    ("effect", "logs", command(effect="write"), ("effect", BREAKING), ("effect", COMPATIBLE)),
    ("destroys", "tokens update", command(effect="destroy"), ("effect", BREAKING), ("effect", COMPATIBLE)),
    ("cost", "logs", command(cost="paid"), ("cost", BREAKING), ("cost", COMPATIBLE)),
    ("asks", "logs", command(asks="Sure?"), ("asks", BREAKING), ("asks", COMPATIBLE)),
    ("exit code of an error", "logs", exit_code, ("exit changed", BREAKING), ("exit changed", BREAKING)),
    ("exit code of a command", "logs", command(exits=[0, 1, 2]), ("exit", COMPATIBLE), ("exit", BREAKING)),
    ("stdout to stderr", "chat", command(output={"is": "nothing"}), ("output is", BREAKING), ("output is", BREAKING)),
    (
        "fewer formats",
        "logs",
        command(output={"is": "rows", "formats": ["json"]}),
        ("output formats", BREAKING),
        ("output formats", COMPATIBLE),
    ),
    ("summary", "logs", command(summary="Otherwise."), ("summary", COSMETIC), ("summary", COSMETIC)),
    ("column", "logs", without_column("group"), ("column removed", BREAKING), ("column added", COMPATIBLE)),
    ("column's type", "logs", column("model", type="number"), ("column type", BREAKING), ("column type", BREAKING)),
    ("any value", "logs", column("model", type="any"), ("column type", BREAKING), ("column type", COMPATIBLE)),
    (
        "column may be missing",
        "logs",
        column("model", optional=True),
        ("column optional", BREAKING),
        ("column optional", COMPATIBLE),
    ),
    ("column a list", "logs", column("model", list=True), ("column list", BREAKING), ("column list", BREAKING)),
    (
        "column for people",
        "logs",
        column("model", shown="people"),
        ("column shown", BREAKING),
        ("column shown", COMPATIBLE),
    ),
    (
        "column in detail",
        "logs",
        column("model", shown="detail"),
        ("column shown", COSMETIC),
        ("column shown", COSMETIC),
    ),
    ("head of a column", "logs", column("model", title="M"), ("column title", COSMETIC), ("column title", COSMETIC)),
    ("credential", "logs", credential("api_key"), ("credential", BREAKING), ("credential", BREAKING)),
    ("credential sent otherwise", "chat", credential("anthropic_key"), None, None),
    ("no credential", "logs", credential(None), ("credential", COMPATIBLE), ("credential", BREAKING)),
    (
        "excludes",
        "logs",
        related("excludes", "group", "model"),
        ("excludes", BREAKING),
        ("excludes no more", COMPATIBLE),
    ),
    ("needs", "logs", related("needs", "group", "model"), ("needs", BREAKING), ("needs no more", COMPATIBLE)),
    ("some", "logs", related("some", "group", "model"), ("required", BREAKING), ("required no more", COMPATIBLE)),
    (
        "less than",
        "logs",
        related("less_than", "limit", "page_size"),
        ("less_than", BREAKING),
        ("less_than no more", COMPATIBLE),
    ),
    ("dropped", "logs", unrelated("limit", "all"), ("excludes no more", COMPATIBLE), ("excludes", BREAKING)),
    (
        "new",
        "logs",
        lambda surface: more(surface, name="new", flags=["--new"]),
        ("added", COMPATIBLE),
        ("removed", BREAKING),
    ),
    (
        "new with a default",
        "logs",
        lambda surface: more(surface, name="new", flags=["--new"], default="x", required=True),
        ("added", COMPATIBLE),
        ("removed", BREAKING),
    ),
    (
        "new and required",
        "logs",
        lambda surface: more(surface, name="new", flags=["--new"], required=True),
        ("required", BREAKING),
        ("removed", BREAKING),
    ),
    (
        "new positional behind",
        "config set",
        lambda surface: more(surface, name="new", positional=True),
        ("added", COMPATIBLE),
        ("removed", BREAKING),
    ),
    ("positions", "config set", swapped, ("positions", BREAKING), ("positions", BREAKING)),
    (
        "setting gone",
        "logs",
        lambda surface: surface["settings"].pop("image_model"),
        ("setting removed", BREAKING),
        ("setting added", COMPATIBLE),
    ),
    (
        "setting's default",
        "logs",
        setting("default_model", default="other"),
        ("setting default", BREAKING),
        ("setting default", BREAKING),
    ),
    (
        "setting's variable",
        "logs",
        setting("default_model", environment="OTHER"),
        ("setting environment", BREAKING),
        ("setting environment", BREAKING),
    ),
    (
        "setting's help",
        "logs",
        setting("default_model", help="Words."),
        ("setting help", COSMETIC),
        ("setting help", COSMETIC),
    ),
    (
        "command",
        "logs",
        lambda surface: surface["commands"].clear(),
        ("command removed", BREAKING),
        ("command added", COMPATIBLE),
    ),
    ("program", "logs", lambda surface: surface.update(program="other"), ("program", BREAKING), ("program", BREAKING)),
    ("version", "logs", lambda surface: surface.update(version="99.0.0", digest="0"), None, None),
    (
        "topic",
        "logs",
        lambda surface: surface["topics"].pop("budgets"),
        ("topic removed", COSMETIC),
        ("topic added", COMPATIBLE),
    ),
]


def with_command(name):
    """The surface with this command alone."""
    return {**copy.deepcopy({**SURFACE, "commands": []}), "commands": [copy.deepcopy(COMMANDS[name])]}


def of(changes):
    return {(one.kind, one.level) for one in changes}


@pytest.mark.parametrize(
    ("name", "mutate", "forward", "backward"), [one[1:] for one in MUTATIONS], ids=[one[0] for one in MUTATIONS]
)
def test_a_change_is_told_with_its_level_in_both_directions(name, mutate, forward, backward):
    before = with_command(name)
    after = copy.deepcopy(before)
    mutate(after)
    for found, wanted in ((diff(before, after), forward), (diff(after, before), backward)):
        if wanted is None:
            assert found == []
        elif wanted[1] is not None:
            assert wanted in of(found)
            assert {one.level for one in found} <= {wanted[1], COMPATIBLE, COSMETIC} - (
                {COMPATIBLE} if wanted[1] == COSMETIC else set()
            )


APART = """removed|renamed|a letter removed|range narrowed|default|type wider|list to single|setting|effect|cost|asks|summary
exit code of an error|exit code of a command|fewer formats|column|column may be missing|credential|new and required
setting gone|setting's default|program|topic|version""".replace("\n", "|").split("|")  # each is about something else


@settings(deadline=None, max_examples=40)
@given(st.sets(st.sampled_from(APART), max_size=6))
def test_of_several_changes_each_is_told_and_nothing_else(chosen):
    before = with_command("logs")
    together, alone = copy.deepcopy(before), set()
    for mutate in (one[2] for one in MUTATIONS if one[0] in chosen):
        mutate(together)
        single = copy.deepcopy(before)
        mutate(single)
        alone |= of(diff(before, single))
    assert of(diff(before, together)) == alone


# (kind of the change, whether it can befall an option, the option after it, its level).
BEFALLS = [
    ("flag removed", lambda one: len(one.get("flags", ())) > 1, lambda one: {"flags": one["flags"][:1]}, BREAKING),
    ("choices", lambda one: len(one.get("choices", ())) > 1, lambda one: {"choices": one["choices"][:-1]}, BREAKING),
    ("choices", lambda one: "choices" in one, lambda one: {"choices": [*one["choices"], "more"]}, COMPATIBLE),
    ("range", lambda one: one.get("range", [0, 1])[1] != 1, lambda one: {"range": [one["range"][0], 1]}, BREAKING),
    ("range", lambda one: one.get("range", [None, None]) != [None, None], lambda one: {"range": None}, COMPATIBLE),
    ("default", lambda one: "default" in one, lambda one: {"default": f"{one['default']}1"}, BREAKING),
    ("repeatable", lambda one: "repeatable" in one, lambda one: {"repeatable": None}, BREAKING),
    ("setting", lambda one: "setting" in one, lambda one: {"setting": "other"}, BREAKING),
    ("reads_stdin", lambda one: "reads_stdin" in one, lambda one: {"reads_stdin": None}, BREAKING),
    ("negative", lambda one: "negative" in one, lambda one: {"negative": None}, BREAKING),
    ("type", lambda one: one["type"] == "integer", lambda one: {"type": "number"}, COMPATIBLE),
    ("type", lambda one: one["type"] == "number", lambda one: {"type": "integer"}, BREAKING),
    ("type", lambda one: one["type"] != "switch", lambda one: {"type": "switch"}, BREAKING),
    ("secret", lambda one: "secret" not in one, lambda one: {"secret": True}, BREAKING),
    ("help", lambda one: True, lambda one: {"help": "Otherwise."}, COSMETIC),
    ("does", lambda one: "does" in one, lambda one: {"does": "other"}, UNKNOWN),
]


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(sorted(COMMANDS)), st.sampled_from(BEFALLS), st.data())
def test_whatever_befalls_an_option_of_any_command_is_told_of_it(name, befalls, data):
    kind, may, facts, level = befalls
    before = with_command(name)
    places = [number for number, one in enumerate(before["commands"][0]["options"]) if may(one)]
    if not places:
        return
    place = data.draw(st.sampled_from(places))
    after = copy.deepcopy(before)
    one = after["commands"][0]["options"][place]
    put(one, facts(one))
    assert (kind, level) in of(diff(before, after))
    assert {found.commands for found in diff(before, after)} == {(name,)}


RELEASED = sorted((ROOT / "spec" / "released").glob("*.json"))


@pytest.mark.parametrize("path", RELEASED, ids=lambda path: path.stem)
def test_a_surface_differs_in_nothing_from_itself(path):
    surface = json.loads(path.read_text("utf-8"))
    assert diff(surface, surface) == []
    assert diff(SURFACE, SURFACE) == []


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(sorted(COMMANDS)), st.randoms(use_true_random=False))
def test_order_and_words_break_nothing(name, random):
    before = with_command(name)
    after = copy.deepcopy(before)
    entry = after["commands"][0]
    positionals = [one for one in entry["options"] if "positional" in one]
    options = [one for one in entry["options"] if "positional" not in one]
    random.shuffle(options)
    entry["options"] = [*positionals, *options]
    random.shuffle(entry["relations"])
    for one in options:
        one["help"] += " More words."
    entry["summary"] += " More."
    assert {one.level for one in diff(before, after)} <= {COSMETIC}


def test_something_renamed_is_guessed():
    before = with_command("logs")
    after = copy.deepcopy(before)
    renamed(after)
    assert str(diff(before, after)[0]) == "breaking: logs --token-name: It is gone; it may be --key-name now."


def test_the_same_change_in_many_commands_is_told_once():
    after = copy.deepcopy(SURFACE)
    having("retries", range=[0, 5])(after)
    [found] = diff(SURFACE, after)
    assert len(found.commands) > 50
    assert (
        str(found) == f"breaking: --retries ({len(found.commands)} commands): The range changed from [0, 20] to [0, 5]."
    )


def test_what_an_older_format_does_not_tell_is_told_as_such():
    before = json.loads((ROOT / "spec" / "released" / "0.7.0.json").read_text("utf-8"))
    found = {one.item for one in diff(before, SURFACE) if one.kind == "not told"}
    assert found == {"exits", "output", "types", "options", "asks", "routes", "relations", "topics"}


def test_what_is_no_surface_is_refused():
    for document in ({}, [], {"format": 3, "commands": []}):
        with pytest.raises(ValueError, match="surface"):
            diff(document, SURFACE)
