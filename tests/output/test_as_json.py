"""JSON as scripts read it."""

import json
import math
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st
from printing import answered, column, printed

from cometapi.output import as_json
from cometapi.output.plain import finite
from cometapi.output.results import Record, Rows

COLUMNS = [column("id"), column("cost_usd", format={"kind": "money", "divide": 500000})]


def test_rows_are_an_array_laid_out_as_json_dump_does():
    records = [{"id": "é\n", "cost_usd": 1250}, {"id": None, "cost_usd": "0"}]
    expected = [{"id": "é\n", "cost_usd": 0.0025}, {"id": None, "cost_usd": 0.0}]
    assert printed(Rows(COLUMNS, iter(records)), "json")[0] == json.dumps(expected, indent=2, ensure_ascii=False) + "\n"


def test_a_record_is_an_object():
    assert printed(Record(COLUMNS, {"id": 1}), "json")[0] == '{\n  "id": 1,\n  "cost_usd": null\n}\n'


def test_an_answer_is_the_whole_reply_with_null_for_what_json_cannot_say():
    answer = answered(document=lambda: {"n": math.nan})
    assert printed(answer, "json")[0] == '{\n  "n": null\n}\n'


def test_what_a_terminal_obeys_and_lone_surrogates_are_escapes_of_the_same_value():
    value = "\x1b[31m\x9b\u202e\ud800"
    text, _ = printed(Record([column("a")], {"a": value}), "json")
    assert text == '{\n  "a": "\\u001b[31m\\u009b\\u202e\\ud800"\n}\n'
    assert json.loads(text) == {"a": value}


def test_stdout_without_unicode_gets_escapes_and_the_same_value():
    text, _ = printed(Record([column("a")], {"a": "é🎨"}), "json", encoding="ascii")
    assert json.loads(text) == {"a": "é🎨"}


VALUES = st.recursive(
    st.text(max_size=5) | st.integers() | st.floats() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4),
    max_leaves=12,
)


@given(VALUES, st.booleans())
def test_any_value_is_laid_out_as_the_library_does(value, is_ascii):
    out = SimpleNamespace(is_unicode=not is_ascii)
    expected = json.dumps(finite(value), indent=2, ensure_ascii=is_ascii)

    assert as_json.layout(out)(value, 0) == expected
    assert as_json.layout(out)([value], 0) == json.dumps([finite(value)], indent=2, ensure_ascii=is_ascii)
    assert as_json.layout(out)(value, 2) == expected.replace("\n", "\n    ")


def test_the_layout_needs_no_encoder_in_c(monkeypatch):
    monkeypatch.setattr(as_json, "c_make_encoder", None)
    value = {"a": [1, {"b": "é"}], "c": {}, "d": None}
    assert as_json.layout(SimpleNamespace(is_unicode=True))(value, 0) == json.dumps(value, indent=2, ensure_ascii=False)
