"""An expression that is not asked where nothing stands gives what JMESPath would give, for every expression that ships."""

import json
from itertools import chain

import jmespath
import pytest
from manifest import ROOT, SOURCES

from cometapi.manifest.beginnings import beginnings
from cometapi.manifest.select import PLAIN_SELECTOR, select

ODD = [None, {}, [], 5, "s", {"delta": None}, {"delta": "x"}, {"delta": []}, {"delta": {"content": [{"text": "a"}]}}]


def texts(value):
    """Every text inside a value of the manifest."""
    if isinstance(value, dict | list):
        return chain.from_iterable(map(texts, value.values() if isinstance(value, dict) else value))
    return [value] if isinstance(value, str) else []


def parts(value):
    """A value and everything inside it."""
    yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from parts(one)


def samples():
    """The values of all samples, and of the events of the streams."""
    for path in sorted((ROOT / "spec" / "replies").iterdir()):
        if path.suffix == ".json":
            yield json.loads(path.read_text("utf-8"))
        if path.suffix == ".sse":
            lines = path.read_text("utf-8").splitlines()
            yield from (json.loads(line[6:]) for line in lines if line.startswith("data: {"))


def expressions():
    """Every expression of the protocols and the commands that is more than a path."""
    files = [*SOURCES.protocols.values(), *SOURCES.commands.values(), SOURCES.program]
    found = {text for file in files for text in texts(file.data) if set(text) & set("[|") and " {" not in text}
    return sorted(text for text in found if not PLAIN_SELECTOR.fullmatch(text) and is_expression(text))


def is_expression(text):
    """Whether a text is JMESPath."""
    try:
        jmespath.compile(text)
    except jmespath.exceptions.JMESPathError:
        return False
    return True


def asked(text, value):
    """What JMESPath gives, None where it does not fit."""
    try:
        return jmespath.search(text, value)
    except jmespath.exceptions.JMESPathError:
        return None


def test_every_expression_gives_what_jmespath_gives():
    values = [part for value in [*ODD, *samples()] for part in parts(value)]
    distinct = list({json.dumps(value): value for value in values}.values())[:3000]
    found = expressions()
    wrong = [(text, value) for text in found for value in distinct if select(text, value) != asked(text, value)]
    assert (len(found) > 40, wrong) == (True, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a.b[?c].d", {("a", "b"): True}),
        ("a.b.c[].d", {("a", "b", "c"): True}),
        ("a.b.[c, d][].e", {("a",): False}),
        ("[a.b, c][?@]", {("a", "b"): False, ("c",): False}),
        ("a[] || a", {("a",): False}),
        ("length(a) > `3`", {("a",): False}),
        ("[0].a", None),
        ("[@][?a]", None),
        ("'word'", {}),
    ],
)
def test_an_expression_begins_at_some_keys(text, expected):
    assert beginnings(jmespath.compile(text).parsed) == expected
