"""Selections are made without JMESPath's library, and give what it gives."""

import json

import jmespath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cometapi.generated.selections import TREES
from cometapi.manifest.evaluate import MAKERS, function
from cometapi.manifest.select import expression, nodes, select

WORDS = sorted(
    {
        node["value"]
        for tree in map(json.loads, TREES.values())
        for node in nodes(tree)
        if node["type"] in ("field", "literal") and isinstance(node["value"], str)
    }
)
SCALARS = st.none() | st.booleans() | st.sampled_from([0, 1, 2, 0.0, -1.5, "", "text"]) | st.sampled_from(WORDS)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=4),
    max_leaves=25,
)


@pytest.mark.parametrize("text", TREES)
def test_the_tree_of_an_expression_is_the_library_s(text):
    assert json.loads(TREES[text]) == jmespath.compile(text).parsed


@pytest.fixture(scope="module")
def both():
    """``(text, our function, the library's)`` of every expression of which all nodes are known here."""
    found = {text: jmespath.compile(text) for text in TREES}
    known = {text: one for text, one in found.items() if {node["type"] for node in nodes(one.parsed)} <= set(MAKERS)}
    return [(text, function(one.parsed), one.search) for text, one in known.items()]


@settings(max_examples=300, deadline=None)
@given(VALUES)
def test_every_expression_of_the_manifest_finds_what_the_library_finds(both, value):
    for text, ours, theirs in both:
        assert same(ours(value), theirs(value)), text


SHAPES = [
    "*",
    "a",
    "a.b",
    "a[0]",
    "a[-2]",
    "a[]",
    "a[*].b",
    "*.a",
    "a[?b]",
    "a[?b == `1`]",
    "a[?b != `true`].a",
    "a || b",
]
SHAPES += [
    "a && !b",
    "!a",
    "[a, b]",
    "{a: a, b: b.a}",
    "a | [0]",
    "[][]",
    "@",
    "a == b",
    "a.*.b[]",
    "'x'",
    "!(a == `0`)",
]
SMALL = st.recursive(
    st.none() | st.booleans() | st.sampled_from([0, 1, 2, 0.0, 1.0, "", "x"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("ab"), inner, max_size=2),
    max_leaves=15,
)


@pytest.mark.parametrize("text", SHAPES)
@settings(max_examples=60, deadline=None)
@given(SMALL)
def test_every_part_of_an_expression_means_what_the_library_means(text, value):
    found = jmespath.compile(text)
    assert same(function(found.parsed)(value), found.search(value))


def same(one, other):
    """Whether two values are the same, with true and 1 told apart."""
    return json.dumps(one) == json.dumps(other)


def test_what_only_the_library_can_is_asked_of_it():
    assert select("length(a)", {"a": [1, 2]}) == 2
    assert select("length(a)", {"a": 1}) is None  # what a service sends need not fit
    assert select("a[1:]", {"a": [1, 2]}) == [2]
    assert select("a[?b > `1`].b", {"a": [{"b": 1}, {"b": 2}]}) == [2]
    assert expression("a[1:]")[2]({"a": 5}) is None
