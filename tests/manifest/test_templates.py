"""Where values are put, and what shape they are given."""

from copy import deepcopy

import pytest
from generators import JSON
from hypothesis import given
from hypothesis import strategies as st

from cometapi.manifest.templates import fill, merge, put


@pytest.mark.parametrize(
    ("tree", "path", "value", "expected"),
    [
        ({}, ["model"], "m", {"model": "m"}),
        ({}, ["a", "b"], 1, {"a": {"b": 1}}),
        ({}, ["messages", "-"], "m", {"messages": ["m"]}),
        ({"messages": ["m"]}, ["messages", "-"], "n", {"messages": ["m", "n"]}),
        ({}, ["parts", "-", "text"], "t", {"parts": [{"text": "t"}]}),
        ({"parts": [{"text": "t"}]}, ["parts", "-", "text"], "u", {"parts": [{"text": "t"}, {"text": "u"}]}),
        ({"a": {"b": 1}}, ["a"], {"c": 2}, {"a": {"b": 1, "c": 2}}),
        ({"a": {"b": {"c": 1}}}, ["a"], {"b": {"d": 2}}, {"a": {"b": {"c": 1, "d": 2}}}),
        ({"a": {"b": 1}}, ["a"], 2, {"a": 2}),
    ],
)
def test_a_value_is_put_at_its_place(tree, path, value, expected):
    put(tree, path, value)

    assert tree == expected


def test_a_path_does_not_run_through_a_text():
    with pytest.raises(TypeError, match=r"a/b runs through a value that is no object or list"):
        put({"a": "text"}, ["a", "b"], 1)


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ("$value", "v"),
        ({"role": "user", "content": "$value"}, {"role": "user", "content": "v"}),
        ({"parts": [{"text": "$value"}, "$value"]}, {"parts": [{"text": "v"}, "v"]}),
        ("not $value", "not $value"),
        (7, 7),
    ],
)
def test_a_shape_is_filled(shape, expected):
    assert fill(shape, "v") == expected


NAMES = st.sampled_from(["a", "b", "messages", "-", "0", "1"])
PATHS = st.lists(NAMES, min_size=1, max_size=4)
TREES = st.dictionaries(st.sampled_from("ab"), JSON | st.dictionaries(st.sampled_from("ab"), JSON))


def at(tree, path):
    """What stands at a path where something has been put: a place of a list is its item of that number, or the last."""
    for key in path:
        is_there = isinstance(tree, dict) or (key.isdigit() and int(key) < len(tree) - 1)
        tree = tree[int(key) if isinstance(tree, list) else key] if is_there else tree[-1]
    return tree


@given(st.lists(NAMES, min_size=1, max_size=4), JSON)
def test_what_is_put_is_found_at_its_path(path, value):
    tree, names = {}, ["a", *path]
    put(tree, names, value)

    assert at(tree, names) == value


@given(TREES, PATHS, JSON)
def test_putting_changes_neither_path_nor_value_and_leaves_everything_else(tree, path, value):
    before, given_path, given_value = deepcopy(tree), list(path), deepcopy(value)
    try:
        put(tree, path, value)
    except TypeError as error:
        assert str(error) == f"{'/'.join(path)} runs through a value that is no object or list"

    assert (path, value) == (given_path, given_value)
    assert {key: part for key, part in tree.items() if key != path[0]} == {
        k: v for k, v in before.items() if k != path[0]
    }


@given(TREES, TREES)
def test_changes_that_are_laid_over_twice_change_nothing_more(base, changes):
    merge(base, deepcopy(changes))
    once = deepcopy(base)
    merge(base, deepcopy(changes))

    assert base == once


@given(TREES)
def test_a_tree_laid_over_nothing_or_itself_is_the_tree(tree):
    nothing, itself = {}, deepcopy(tree)
    merge(nothing, tree)
    merge(itself, tree)

    assert (nothing, itself) == (tree, tree)


@given(JSON.filter(lambda value: "$" not in str(value)), JSON)
def test_a_shape_without_names_is_itself_whatever_the_value(shape, value):
    assert fill(shape, value) == shape


@given(JSON.filter(lambda value: value is not None), st.sampled_from(["x", ["x"], {"x": 1}]))
def test_a_value_stands_where_the_shape_names_it(value, before):
    shape = {"before": before, "here": ["$value", {"part": "$value"}]}
    asked = deepcopy(shape)

    assert fill(shape, value) == {"before": before, "here": [value, {"part": value}]}
    assert shape == asked
