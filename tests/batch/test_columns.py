"""Columns in a command line: any name of a column can stand in braces, and a line that uses no column is refused."""

# ruff: noqa: F811 - the names of fixtures
import json

import pytest
from asked import asked, folder  # noqa: F401 - fixtures
from hypothesis import given
from hypothesis import strategies as st

from cometapi.batch.columns import aliased
from cometapi.own.filling import filled, places

TABLE = 'First Name,x-y,"a ""b"" c",größe,2nd\nAnn,1,q,7,z\nBob,{x-y},r,8,{First Name}\n'


@pytest.mark.parametrize(
    ("word", "first", "second"),
    [
        ("Hi {First Name}", "Hi Ann", "Hi Bob"),
        ("{x-y}{First Name} {2nd}", "1Ann z", "{x-y}Bob {First Name}"),
        ('{a "b" c} {größe}', "q 7", "r 8"),
        ("{{First Name}} {größe} {{{First Name}}}", "{First Name} 7 {Ann}", "{First Name} 8 {Bob}"),
        ("{First  Name} {First Name }{größe}", "{First  Name} {First Name }7", "{First  Name} {First Name }8"),
    ],
)
@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_any_name_of_a_column_can_stand_in_braces(folder, asked, form, word, first, second):
    (folder.path / "in.csv").write_text(TABLE, "utf-8")
    names = ["First Name", "x-y", 'a "b" c', "größe", "2nd"]
    rows = [["Ann", "1", "q", "7", "z"], ["Bob", "{x-y}", "r", "8", "{First Name}"]]
    folder.rows(*(dict(zip(names, one, strict=True)) for one in rows))
    ran = folder.run("--", "chat", word, rows=f"in.{form}")
    assert (ran.code, sorted(asked.prompts)) == (0, sorted([first, second])), ran.err
    again = folder.run("--", "chat", word, rows=f"in.{form}")
    assert (again.code, len(asked.prompts)) == (0, 2), again.err


def test_a_column_that_a_later_row_lacks_is_named_as_it_stands_there(folder, asked):
    folder.rows({"First Name": "Ann"}, {"Name": "Bob"})
    ran = folder.run("--", "chat", "Hi {First Name}")
    assert (ran.code, asked.prompts) == (2, [])
    assert "in.jsonl:2: The row has no value for 'First Name' (it has Name)." in ran.err


def test_a_column_stands_for_the_value_of_an_option_too(folder, asked):
    (folder.path / "in.csv").write_text("the model,max tokens,q\ngpt-5.4,50,one\ngpt-5.4-mini,60,two\n")
    ran = folder.run("--", "chat", "-m", "{the model}", "--max-tokens", "{max tokens}", "{q}", rows="in.csv")
    assert ran.code == 0, ran.err
    assert sorted((body["model"], body["max_tokens"]) for _, body in asked.bodies) == [
        ("gpt-5.4", 50),
        ("gpt-5.4-mini", 60),
    ]


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("in.txt", "one\ntwo\n", "{text}"),
        ("in.csv", "First Name,b\n1,2\n3,4\n", "{First Name}"),
        ("in.jsonl", '{"custom_id": "a", "q": "x"}\n', "{q}"),
    ],
)
@pytest.mark.parametrize("word", ["Translate", "{{text}}", "{ text }"])
def test_a_line_that_would_send_every_row_the_same_is_refused(folder, asked, name, text, place, word):
    (folder.path / name).write_text(text)
    ran = folder.run("--", "chat", word, rows=name)
    assert (ran.code, asked.prompts, folder.out.exists()) == (2, [], False)
    assert "every row would send the same request" in ran.err and place in ran.err


def test_lines_of_text_are_the_message_where_the_line_has_none(folder, asked):
    (folder.path / "in.txt").write_text("one {x}\ntwo\n")
    ran = folder.run("--", "chat", "-s", "Translate.", rows="in.txt")
    assert (ran.code, sorted(asked.prompts)) == (0, ["one {x}", "two"]), ran.err


@pytest.mark.parametrize("line", [["chat"], ["chat", "-s", "Translate."], ["embed", "-m", "text-embedding-3-small"]])
def test_rows_without_a_text_are_no_messages(folder, asked, line):
    (folder.path / "in.csv").write_text("city\nOslo\n")
    ran = folder.run("--", *line, rows="in.csv")
    assert (ran.code, asked.prompts) == (2, [])
    assert "in.csv:2: The row has no value for 'text' (it has city)." in ran.err


NAMES = st.text(st.characters(exclude_characters="{}", exclude_categories=["Cs"]), min_size=1)


@given(
    columns=st.lists(NAMES, unique=True, min_size=1, max_size=4),
    texts=st.lists(st.text(max_size=8), min_size=5, max_size=5),
)
def test_every_name_is_filled_and_what_stands_around_it_stays(columns, texts):
    texts = [one.replace("{", "").replace("}", "") for one in texts]
    word = texts[-1] + "".join(f"{{{name}}}{text}" for name, text in zip(columns, texts, strict=False))
    (made,), names = aliased([word], columns)
    values = {one: f"<{names.get(one, one)}>" for one in places(made)}
    assert filled(made, values) == texts[-1] + "".join(
        f"<{name}>{text}" for name, text in zip(columns, texts, strict=False)
    )


def test_words_without_braces_are_as_they_were():
    assert aliased(["-m", "x", json.dumps({"a": 1})], ["a b", "c"]) == (["-m", "x", '{"a": 1}'], {})
