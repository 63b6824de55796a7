"""Tables as people see them."""

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printing import column, printed
from rich.cells import cell_len

from cometapi.output.cells import wrapped
from cometapi.output.results import Record, Rows

COLUMNS = [column("id"), column("provider"), column("cost", format={"kind": "money"}), column("about")]
MODELS = [
    {"id": "gemini-3.1-flash-image-preview", "provider": "Google", "cost": 0.0025, "about": "Images from words"},
    {"id": "模型", "provider": "🎨", "cost": 1234.5, "about": None},
]


def test_a_pipe_gets_the_whole_width():
    assert printed(Rows(COLUMNS, MODELS), "table")[0] == (
        "Id                              Provider         Cost  About\n"
        "──────────────────────────────  ────────  ───────────  ─────────────────\n"
        "gemini-3.1-flash-image-preview  Google        $0.0025  Images from words\n"
        "模型                            🎨        $1,234.50\n"
    )


def test_a_terminal_wraps_before_it_leaves_out():
    assert printed(Rows(COLUMNS, MODELS), "table", width=66) == (
        "Id                              Provider       Cost  About\n"
        "──────────────────────────────  ────────  ─────────  ─────────────\n"
        "gemini-3.1-flash-image-preview  Google      $0.0025  Images from\n"
        "                                                     words\n"
        "模型                            🎨        $1,234.50\n",
        "",
    )


def test_a_url_is_whole_beside_texts():
    columns = [column("task"), column("result")]
    tasks = [
        {"task": "t-1", "result": "https://cdn.example.com/one.mp3"},
        {"task": "t-2", "result": "the prompt was refused by the platform"},
    ]
    assert printed(Rows(columns, tasks), "table", width=37)[0] == (
        "Task  Result\n"
        "────  ───────────────────────────────\n"
        "t-1   https://cdn.example.com/one.mp3\n"
        "t-2   the prompt was refused by the\n"
        "      platform\n"
    )


def test_what_matters_most_is_shown_where_there_is_little_room():
    columns = [column("time"), column("kind"), {**column("model"), "priority": 2}, {**column("cost"), "priority": 1}]
    record = {"time": "2026-01-01", "kind": "consume", "model": "claude-opus", "cost": "0.25"}
    heads = [
        printed(Rows(columns, [record]), "table", width=width)[0].splitlines()[0].split() for width in (38, 30, 25)
    ]

    assert heads == [["Time", "Kind", "Model", "Cost"], ["Time", "Model", "Cost"], ["Time", "Kind", "Cost"]]


def test_a_time_and_a_price_stay_on_one_line():
    columns = [column("name"), column("time", format={"kind": "time"}), column("price", format={"kind": "price"})]
    record = {"name": "a name of some length", "time": "2026-01-01T00:00:00", "price": {"input": 2.4, "output": 12}}

    _, rule, first, second = printed(Rows(columns, [record]), "table", width=60)[0].splitlines()
    assert [len(part) for part in rule.split("  ")] == [14, 19, 23]
    assert (first[:16], first[37:], second) == ("a name of some  ", "$2.40 in, $12.00 out /M", "length")


def test_the_points_of_amounts_stand_below_each_other():
    columns = [column("cost", format={"kind": "money"}), column("id")]
    records = [{"cost": cost, "id": "x"} for cost in (0.0025, 10, 0.01867, -1234.5, None)]

    assert printed(Rows(columns, records), "table")[0].splitlines()[2:] == [
        "     $0.0025   x",
        "    $10.00     x",
        "     $0.01867  x",
        "-$1,234.50     x",
        "               x",
    ]


@pytest.mark.parametrize(
    ("days", "width", "shown"),
    [(1, 31, 19), (1, 30, 11), (150, 30, 11), (200, 30, 19), (-300, 30, 19)],
)
def test_a_recent_time_is_cut_before_a_column_is_left_out(days, width, shown):
    columns = [column("time", format={"kind": "time"}), column("model")]
    text = printed(Rows(columns, [{"time": time.time() - days * 86400, "model": "model-nine"}]), "table", width=width)[
        0
    ]

    assert len(text.splitlines()[2].partition("  ")[0]) == shown
    assert ("model-nine" in text) == (shown == 11 or width == 31)


def test_what_has_no_room_is_left_out_and_named():
    assert printed(Rows(COLUMNS, MODELS), "table", width=25) == (
        "Id\n─────────────────────────\ngemini-3.1-flash-image-\npreview\n模型\n",
        "cometapi: Hidden columns (terminal too narrow): Provider, Cost, About. --format json shows every column.\n",
    )


def test_columns_without_a_value_are_left_out():
    assert printed(Rows([column("a"), column("b")], [{"a": "x", "b": None}]), "table")[0] == "A\n─\nx\n"


def test_the_header_is_bold_where_there_is_colour():
    rows = Rows([column("a")], [{"a": 1}])
    assert printed(rows, "table", width=80, NO_COLOR="")[0] == "\x1b[1mA\x1b[0m\n─\n1\n"


def test_stdout_without_unicode_gets_a_plain_rule():
    assert printed(Rows([column("a")], [{"a": "é"}]), "table", encoding="ascii")[0] == "A\n-\n?\n"


def test_a_value_can_neither_break_its_line_nor_command_the_terminal():
    rows = Rows([column("a")], [{"a": "x\ny\t\x1b[2J\x9b\u202e\x00"}])
    assert printed(rows, "table")[0].splitlines()[2] == "x y ␛[2J\\u009b\\u202e␀"


def test_the_thousand_first_records_set_the_widths_of_all():
    records = [{"a": "x", "b": 1}] * 1000 + [{"a": "longer", "b": 1}]
    assert printed(Rows([column("a"), column("b")], iter(records)), "table")[0].splitlines()[-2:] == [
        "x  1",
        "longer  1",
    ]


def test_a_record_is_a_line_for_each_field():
    record = Record(
        [column("name"), column("cost", format={"kind": "money"}), column("none")], {"name": "x", "cost": 1}
    )
    assert printed(record, "table")[0] == "Name  x\nCost  $1.00\nNone\n"


def test_a_long_value_goes_on_under_itself():
    record = Record(
        [column("name"), column("about")], {"name": "x", "about": "words and more words\nthen another line"}
    )
    assert printed(record, "table", width=21)[0] == (
        "Name   x\nAbout  words and more\n       words\n       then another\n       line\n"
    )


def test_a_narrow_terminal_gets_values_under_their_names():
    assert printed(Record([column("a_long_name")], {"a_long_name": "some words"}), "table", width=20)[0] == (
        "A_long_name\n  some words\n"
    )


CELL = st.text(st.characters() | st.sampled_from("字模型🎨👩\u200d🚀\ufe0f#é -/_,ab\n\x1b"), max_size=60)


@given(st.lists(st.tuples(CELL, CELL, CELL, st.integers()), min_size=1, max_size=4), st.integers(40, 120))
def test_a_table_is_never_wider_than_the_terminal(rows, width):
    columns = [column(name) for name in "abcd"]
    records = [dict(zip("abcd", row, strict=True)) for row in rows]
    for result in (Rows(columns, records), Record(columns, records[0])):
        text, _ = printed(result, "table", width=width)
        assert max(map(cell_len, text.split("\n"))) <= width


def test_a_table_of_plain_text_loads_no_package():
    script = (
        "import sys; from cometapi.context import Context; from cometapi.output import write; "
        "from cometapi.output.results import Rows; "
        "write(Rows([{'name': 'a', 'title': 'A', 'show': 'always'}], [{'a': 1}]), 'table', Context()); "
        "print([name for name in sys.modules if name.partition('.')[0] in ('rich', 'yaml')])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=_root())
    assert done.stdout.splitlines()[-1] == "[]"


def _root():
    from pathlib import Path

    return Path(__file__).parents[2]


def test_a_word_is_not_broken_where_the_line_before_it_can_end():
    text = "default_model, access_token; profile work: api_key"
    assert wrapped(text, 48) == ["default_model, access_token; profile work:", "api_key"]
    assert wrapped("a_very_long_name_that_fits_nowhere", 12) == ["a_very_long_", "name_that_", "fits_nowhere"]
