"""Where values are put, and what shape they are given."""

import pytest

from cometapi.targets import fill, put


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
