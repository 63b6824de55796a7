"""A list that is kept line by line: a search finds what it finds in the whole list, and parses few lines."""

import io
import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cometapi.http import kept_lines
from cometapi.http.kept_lines import items_of, lines_of
from cometapi.manifest.select import matcher

LETTERS = st.text("aAkKiİıKσςΣ\"\\\n\t\x01\x0f\u00adßẞéÉ.'中1eE-+ truenfNaN", max_size=6)
VALUES = st.recursive(
    LETTERS | st.integers() | st.floats() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(LETTERS, inner, max_size=3),
    max_leaves=6,
)
ITEMS = st.lists(st.fixed_dictionaries({"id": VALUES, "name": VALUES}), max_size=5)
PLACES = [("id",), ("name",)]


def kept(items):
    return io.BytesIO(lines_of(items).encode("utf-8", "replace"))


def same(one, other):
    """Whether two lists are the same to whoever reads them, with NaN like itself."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


@given(ITEMS, st.lists(st.lists(LETTERS, min_size=1, max_size=2), max_size=2))
def test_a_search_finds_what_it_finds_in_the_whole_list(items, wanted):
    tests = [matcher(PLACES, words) for words in wanted]

    def found(some):
        return [item for item in some if all(test(item) for test in tests)]

    assert same(found(items_of(kept(items), len(items), wanted)), found(items))


@given(ITEMS, st.lists(LETTERS, min_size=1, max_size=2), st.integers(1, 40))
def test_a_search_finds_the_same_wherever_the_file_is_cut(items, words, size):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(kept_lines, "PIECE", size)
        test = matcher(PLACES, words)
        assert same(list(filter(test, items_of(kept(items), len(items), [words]))), list(filter(test, items)))


@given(ITEMS)
def test_without_a_search_all_of_it_comes_back(items):
    assert same(items_of(kept(items), len(items)), items)


def test_numbers_that_json_has_no_word_for_are_found_as_before():
    items = [{"id": math.nan}, {"id": math.inf}, {"id": -math.inf}, {"id": 1e22}, {"id": True}]
    for word in ("nan", "inf", "-inf", "1e+22", "tru"):
        test = matcher([("id",)], [word])
        assert same(list(filter(test, items_of(kept(items), 5, [[word]]))), list(filter(test, items)))


def test_few_lines_are_parsed(monkeypatch):
    items = [{"id": f"model-{number}", "name": "x" * 100} for number in range(1000)]
    parsed = []
    loads = json.loads
    monkeypatch.setattr(kept_lines.json, "loads", lambda data: parsed.append(data) or loads(data))

    assert items_of(kept(items), 1000, [["MODEL-77"]]) == [items[77], *items[770:780]]
    assert sum(data.count(b"{") for data in parsed) == 11


@pytest.mark.parametrize(("data", "count"), [(b"", 1), (b"{}", 2), (b"{}\n{}", 1), (b"{}\n{", 2), (b"\xff", 1)])
def test_what_is_not_so_many_records_is_no_list(data, count):
    with pytest.raises(ValueError, match=r".*"):
        items_of(io.BytesIO(data), count)
