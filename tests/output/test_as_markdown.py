"""Markdown in which text stays text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printing import answered, column, printed

from cometapi.output.results import Record, Rows


def test_numbers_stand_to_the_right():
    columns = [column("id"), column("cost", format={"kind": "money"}), column("n"), column("type", words={1: "one"})]
    rows = Rows(columns, [{"id": "gpt_5", "cost": 1, "n": 2, "type": 1}, {"id": None}])
    assert printed(rows, "markdown")[0] == (
        "| Id | Cost | N | Type |\n| --- | ---: | ---: | --- |\n| gpt_5 | $1.00 | 2 | one |\n|  |  |  |  |\n"
    )


CELLS = [
    ("a|b\\", "a\\|b\\\\"),
    ("a\r\nb\nc", "a<br>b<br>c"),
    ("<b>&", "&lt;b>&amp;"),
    ("*x* _y_ [z](u) `q`", "\\*x\\* \\_y\\_ \\[z\\](u) \\`q\\`"),
    ("\x1b[1m", "␛\\[1m"),
]


@pytest.mark.parametrize(("raw", "cell"), CELLS)
def test_markup_in_a_cell_is_escaped(raw, cell):
    assert printed(Rows([column("a")], [{"a": raw}]), "markdown")[0].splitlines()[2] == f"| {cell} |"


@given(st.text(st.characters() | st.sampled_from("|\\\n\r<&`\x85\u2028")))
def test_a_cell_stays_one_line_and_one_cell(text):
    row = printed(Rows([column("a"), column("b")], [{"a": text, "b": "end"}]), "markdown")[0].splitlines()
    assert len(row) == 3
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", row[2])) == 3


def test_a_record_is_fields_and_values():
    record = Record([column("name"), column("paid", format={"kind": "yes_no"})], {"name": "x", "paid": 1})
    assert printed(record, "markdown")[0] == "| Field | Value |\n| --- | --- |\n| Name | x |\n| Paid | yes |\n"


def test_an_answer_is_its_own_markdown():
    answer = answered(iter(["# Hi\n", "*you* | <b>"]))
    assert printed(answer, "markdown")[0] == "# Hi\n*you* | <b>\n"
