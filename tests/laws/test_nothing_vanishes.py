"""No text of an answer vanishes with exit 0: the law over every selection of every protocol, made from its file.

A marked text is planted where a selection points, in an otherwise bare event or reply that then ends well; it has to be on
stdout or stderr, or what carries it has to be named there.
"""

import json
from copy import deepcopy
from itertools import zip_longest

import pytest
from conftest import event
from jmespath.parser import Parser
from protocol_servers import PROTOCOLS, streamed

from cometapi.generated import program
from cometapi.manifest.select import filled

MARK = "marked 4711"
BY_COMMAND = {one.command: one for one in PROTOCOLS}
PROJECTIONS = ("projection", "filter_projection")
NAMED = {"media": "The answer contains", "unseen": "also holds"}


def trees(selection):
    """The trees of a selection and its alternatives."""
    for one in selection if isinstance(selection, list) else [selection]:
        if isinstance(one, tuple):
            text = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in one).lstrip(".")
            one = text or "@"
        yield Parser().parse(one).parsed


def built(tree, leaf):
    """Values in which an expression finds ``leaf``: one for each of its alternatives."""
    kind, children = tree["type"], tree.get("children", [])
    if kind in ("identity", "current"):
        return [leaf]
    if kind == "field":
        return [{tree["value"]: leaf}]
    if kind == "index":
        return [[leaf]]
    if kind in ("subexpression", "index_expression", "pipe"):
        found = [leaf]
        for child in reversed(children):
            found = [whole for one in found for whole in built(child, one)]
        return found
    if kind in PROJECTIONS:
        rights = built(children[1], leaf)
        rights = [satisfied(children[2], one) for one in rights] if kind == "filter_projection" else rights
        is_list = children[0]["type"] in ("flatten", "multi_select_list")  # which makes a list of what it finds
        return [whole for one in rights for whole in built(children[0], one if is_list else [one])]
    if kind == "flatten":
        is_list = isinstance(leaf, list) or children[0]["type"] in PROJECTIONS
        return built(children[0], leaf if is_list else [leaf])
    if kind == "and_expression":
        return [satisfied(children[0], one) for one in built(children[1], leaf)]
    if kind in ("or_expression", "multi_select_list"):
        return [one for child in children for one in built(child, leaf)]
    return []  # a literal


def satisfied(condition, value):
    """A value changed so that a condition holds for it, as far as it says what has to be there."""
    kind, children = condition["type"], condition.get("children", [])
    if not isinstance(value, dict):
        return value
    if kind == "comparator" and condition["value"] == "eq":
        place, literal = children
        keys = [one["value"] for one in place["children"]] if place["type"] == "subexpression" else [place["value"]]
        holder = value
        for key in keys[:-1]:
            holder = holder.setdefault(key, {})
        holder[keys[-1]] = literal["value"]
    elif kind == "field":
        value.setdefault(condition["value"], {"a": "b"} if condition["value"] != "type" else "kind_4711")
    elif kind == "and_expression":
        for child in children:
            satisfied(child, value)
    elif kind == "or_expression":
        satisfied(children[0], value)
    return value


def merged(one, other):
    """Two values as one."""
    if isinstance(one, dict) and isinstance(other, dict):
        return {key: merged(one.get(key), other.get(key)) for key in {**one, **other}}
    if isinstance(one, list) and isinstance(other, list):
        return [merged(*pair) for pair in zip_longest(one, other)]
    return other if one is None else one


def planted(reading):
    """``(what, event)`` for every text that a reading selects."""
    for what in ("text", "reasoning", "calls", "media", "unseen"):
        if what not in reading or (what == "calls" and reading[what].get("continues")):
            continue
        group = reading[what]
        inner = {"calls": ["name", "arguments"], "media": ["data"], "unseen": ["kind"]}.get(what)
        for key in inner or [None]:
            for tree in trees(group[key] if key else group) if not key or key in group else ():
                for item in built(tree, MARK) or [{"any": MARK}]:
                    yield from ((what, one) for one in wrapped(reading, group["each"] if key else None, item))


def wrapped(reading, each, item):
    """Events that hold an item where a reading looks for it."""
    items = [item]
    for selection in (each, reading.get("each")):
        if selection is not None:
            items = [one for item in items for one in placed(selection, item)]
    return [{**one, "type": reading["on"][0]} if "on" in reading else one for one in items]


def placed(selection, item):
    """An object in which a selection finds the list of an item."""
    made = [one for leaf in (item, [item]) for tree in trees(selection) for one in built(tree, deepcopy(leaf))]
    return [one for one in made if isinstance(one, dict) and is_list_of_one(filled(selection, one))][:1]


def is_list_of_one(value):
    """Whether a value is a list of one object."""
    return isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict)


def cases(part):
    """``(command, what, event)`` of all protocols."""
    for command in BY_COMMAND:
        for reading in program.PROTOCOLS[command][part]:
            yield from ((command, what, one) for what, one in planted(reading))


def is_told(ran, what):
    """Whether a text that was planted is there, or named."""
    return MARK in ran.out + ran.err or NAMED.get(what, MARK) in ran.err


def name(value):
    return json.dumps(value)[:90] if isinstance(value, dict) else value


@pytest.mark.parametrize(("command", "what", "value"), [*cases("events")], ids=name)
def test_a_text_in_an_event_is_told(cli, raw, command, what, value):
    speech = BY_COMMAND[command]
    begin = speech.begin
    ends = [*speech.finish(speech.reasons["whole"]), *speech.mark]
    if value.get("type", "").startswith(("response.completed", "message_stop")):
        value, ends = merged(value, json.loads(ends[0].partition("data: ")[2])), []
    raw(streamed(*begin, event(value), *ends))
    ran = cli(command, "hi", "-m", "m", "--stream", "--reasoning", "show")

    assert (ran.code, is_told(ran, what)) == (0, True)


@pytest.mark.parametrize(("command", "what", "value"), [*cases("reply")], ids=name)
def test_a_text_in_a_whole_reply_is_told(cli, raw, command, what, value):
    whole = merged(value, BY_COMMAND[command].whole(None))
    raw(lambda talk: talk.whole(whole))
    ran = cli(command, "hi", "-m", "m", "--no-stream", "--reasoning", "show")

    assert (ran.code, is_told(ran, what)) == (0, True)
