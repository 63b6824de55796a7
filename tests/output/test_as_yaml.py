"""YAML that says what the JSON says."""

import json

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from printing import answered, column, printed

from cometapi.output.as_yaml import _style
from cometapi.output.results import Record, Rows

TEXT = st.text(st.characters() | st.sampled_from("\n\r\t :#-|>'\"é\x85\u2028\ufeff\ud800🎨"))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)


@given(st.lists(VALUES, max_size=4))
@example(["a\n\n", "\n", "b"])
@example(["  a\n b", " \n a", "🎨\nb\n", "1e5"])
def test_yaml_is_the_json(values):
    records = [{"a": value} for value in values]
    as_yaml, as_json = (printed(Rows([column("a")], records), name)[0] for name in ("yaml", "json"))
    assert yaml.safe_load(as_yaml) == json.loads(as_json)


@given(VALUES)
def test_an_answer_in_yaml_is_the_answer_in_json(value):
    answer = answered(document=lambda: value)
    as_yaml, as_json = (printed(answer, name)[0] for name in ("yaml", "json"))
    assert yaml.safe_load(as_yaml) == json.loads(as_json)


def test_rows_are_list_items_in_the_order_of_the_columns():
    rows = Rows([column("z"), column("a")], [{"z": "中文 🎨", "a": None}, {"z": [1], "a": {"b": "1e5"}}])
    assert printed(rows, "yaml")[0] == '- z: 中文 🎨\n  a: null\n- z:\n  - 1\n  a:\n    b: "1e5"\n'


def test_several_lines_are_a_block():
    record = Record([column("a")], {"a": "Dear all,\n🎨 é\n"})
    assert printed(record, "yaml")[0] == "a: |\n  Dear all,\n  🎨 é\n"


def test_a_block_never_ends_the_document():
    assert [_style(text) for text in ("a\n", "a\nb", "a\n\n", "\n")] == ["|", "|", '"', '"']


ELSEWHERE = [
    "089",
    "08",
    "0899",
    "-08",
    "+09",
    "007",
    "y",
    "N",
    "Y",
    "n",
    "0o7",
    "0x1F",
    "0b1",
    "1_000",
    "1e5",
    "1.e5",
    ".5",
    "+.5",
    "5.",
    "-.inf",
    "12",
    "1.5",
    "-0",
    "+1",
]
PLAIN = ["gpt-5.4", "1.2.3", "v1", "a1", "yes-man", "1a", "x_1", "2 x", "e5"]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_what_other_readers_take_for_a_number_or_a_truth_is_quoted(text):
    made, _ = printed(Record([column("a")], {"a": text}), "yaml")

    assert made in (f'a: "{text}"\n', f"a: '{text}'\n")
    assert yaml.safe_load(made) == {"a": text}


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_text_to_every_reader_is_plain(text):
    assert printed(Record([column("a")], {"a": text}), "yaml")[0] == f"a: {text}\n"
