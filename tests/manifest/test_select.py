"""Pointing into JSON values."""

import pytest

from cometapi.manifest.select import matcher, parsed, select, texts
from cometapi.output.records import record

DATA = {"a": {"b": [1, {"c": None, "d": "x"}]}, "empty": "", "zero": 0}


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ((), DATA),
        (("a", "b", 0), 1),
        (("a", "b", -1, "d"), "x"),
        (("a", "b", 9), None),
        (("a", "b", "c"), None),
        (("a", "b", 1, "c", "deeper"), None),
        (("zero", "deeper"), None),
        ([("nothing",), ("a", "b", 1, "c"), ("zero",)], 0),
        ([("empty",), ("zero",)], ""),
        ([("nothing",)], None),
        ("a.b[].d", ["x"]),
        ("a.b[?d=='x'].d | [0]", "x"),
    ],
)
def test_a_selector_points_at_a_value(selector, expected):
    assert select(selector, DATA) == expected


@pytest.mark.parametrize("data", [None, 1, "text", [], {}])
def test_a_path_into_anything_else_is_none(data):
    assert select(("a", "b"), data) is None


def test_a_record_has_every_column():
    columns = [{"name": "id", "value": ("id",)}, {"name": "price", "value": ("pricing", "input")}]

    assert record(columns, {"id": "m", "pricing": None}) == {"id": "m", "price": None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[" * 99_999, "[" * 99_999),
        ('{"a": 1}', {"a": 1}),
        ('["a"]', ["a"]),
        ("no json", "no json"),
        ("", ""),
        (None, None),
        ([1], [1]),
    ],
)
def test_json_inside_a_string_is_read(text, expected):
    assert parsed({"other": text, "text": "1"}, ["other"]) == {"other": expected, "text": "1"}


def test_texts_are_found_however_deep():
    value = {"chat": {"path": "/v1/chat", "methods": ["POST", 1, None]}}

    assert list(texts(value)) == ["chat", "path", "methods", "/v1/chat", "POST", "1"]


def test_a_word_matches_a_part_of_any_text_ignoring_case():
    item = {"id": "GPT-5.4", "provider": "OpenAI"}

    assert matcher([("id",), ("provider",)], ["claude", "openai"])(item)
    assert not matcher([("id",)], ["openai"])(item)
