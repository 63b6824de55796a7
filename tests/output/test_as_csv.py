"""CSV as spreadsheets and scripts read it."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printing import answered, column, printed

from cometapi.output.as_csv import FORMULA
from cometapi.output.results import Record, Rows, Value

TEXT = st.text(st.characters(codec="utf-8") | st.sampled_from('",\n\r=+-@\t;')).map(lambda text: text.replace("\0", ""))


def read(text):
    return list(csv.reader(io.StringIO(text, newline="")))


def safe(text):
    return f"'{text}" if text.startswith(FORMULA) else text


@given(st.lists(st.tuples(TEXT, TEXT), max_size=4))
def test_text_comes_back_as_it_was(pairs):
    rows = Rows([column("a"), column("b")], [{"a": a, "b": b} for a, b in pairs])
    assert read(printed(rows, "csv")[0]) == [["a", "b"], *([safe(a), safe(b)] for a, b in pairs)]


def test_values_of_every_type_have_one_form():
    values = [None, True, False, -0.5, 12, "", "=1+1", "-0.5", "\tx", ["a", {"b": None}], "é"]
    rows = Rows([column("a"), column("b")], [{"a": value, "b": 1} for value in values])
    assert [a for a, _ in read(printed(rows, "csv")[0])[1:]] == (
        ["", "true", "false", "-0.5", "12", "", "'=1+1", "'-0.5", "'\tx", '["a",{"b":null}]', "é"]
    )


def test_a_record_is_a_header_and_one_line():
    columns = [column("a"), column("cost_usd", format={"kind": "money"})]
    assert printed(Record(columns, {"a": 'x"y', "cost_usd": -1}), "csv")[0] == 'a,cost_usd\n"x""y",-1.0\n'


def test_an_answer_is_the_line_of_its_reply():
    answer = answered(document=lambda: {"t": "hi\n"}, columns=[column("text", value=("t",))])
    assert printed(answer, "csv")[0] == 'text\n"hi\n"\n'


@pytest.mark.parametrize("head", ["=HYPERLINK(1)", "@SUM(1)", "+1", "-x", "\tx", "\rx"])
def test_a_head_that_a_service_named_is_no_formula(head):
    text, _ = printed(Value([{head: 1, "ok": -5}]), "csv")

    assert text.lstrip('"').startswith(f"'{head}")
    assert text.endswith("\n1,-5\n")
