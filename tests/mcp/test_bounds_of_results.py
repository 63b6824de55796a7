"""Results that a client takes: cut at a record, valid in their format, with what is left out told; never the same twice."""

import csv
import io
import json
import time

import pytest
import yaml
from priced import entry

from cometapi.mcp.bounded import MOST, cut, size

ROWS = [{"id": f"m-{number}", "text": 'a "quoted"\nline ' * 3} for number in range(2000)]


def texts():
    """The same rows in every format."""
    file = io.StringIO()
    writer = csv.DictWriter(file, ["id", "text"])
    writer.writeheader()
    writer.writerows(ROWS)
    return {
        "json": json.dumps(ROWS, indent=2),
        "jsonl": "".join(f"{json.dumps(one)}\n" for one in ROWS),
        "csv": file.getvalue(),
        "yaml": yaml.safe_dump(ROWS),
    }


READERS = {
    "json": json.loads,
    "jsonl": lambda text: [json.loads(line) for line in text.splitlines()],
    "csv": lambda text: list(csv.DictReader(io.StringIO(text))),
    "yaml": yaml.safe_load,
}


@pytest.mark.parametrize("form", READERS)
def test_rows_are_cut_at_a_record(form):
    text, note = cut(texts()[form], form, ["--limit", "--where"])
    found = READERS[form](text)
    assert MOST * 0.9 < size(text) <= MOST
    assert found == ROWS[: len(found)]
    assert note.startswith("Left out: ")
    assert note.endswith("Narrow it with --limit or --where.")


def test_a_hundred_thousand_records_of_yaml_are_cut_in_a_moment():
    text, _ = cut("".join(f"- id: m-{number}\n  text: abc\n" for number in range(100_000)), "yaml")
    assert size(text) <= MOST
    assert [one["id"] for one in yaml.safe_load(text)[:2]] == ["m-0", "m-1"]


def test_the_rest_of_json_can_be_asked_for():
    text, note = cut(texts()["json"], "json", ["--query"])
    count = len(json.loads(text))
    assert (
        note
        == f'Left out: {2000 - count:,} of 2,000 records. Narrow it with --query. The rest: "--query", "[{count}:]".'
    )


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_of_a_record_that_is_too_large_a_sentence_is_left(form):
    rows = [{"numbers": list(range(1_000_000))}]
    text, note = cut(json.dumps(rows if form == "json" else rows[0]), form, ["--fields"])
    assert text == ""
    assert note.endswith("bytes, more than a result may have. Narrow it with --fields.")


def test_a_long_text_in_a_record_is_cut():
    whole = {"choices": [{"message": {"content": "漢" * 1_000_000}}], "usage": {"total": 5}}
    text, note = cut(json.dumps(whole, ensure_ascii=False), "json")
    found = json.loads(text)
    assert size(text) <= MOST
    assert found["usage"] == {"total": 5}
    assert set(found["choices"][0]["message"]["content"]) == {"漢"}
    assert note == "Cut to fit: choices.0.message.content (1,000,000 characters)."


def nested(depth, inside):
    return '{"a": ' * depth + json.dumps(inside) + "}" * depth


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({f"k{number}": "x" * 2000 for number in range(40)}),
        json.dumps({f"k{number}": "x" * 2000 for number in range(5000)}),
        json.dumps({f"k{number}" * 2000: "x" * 20_000 for number in range(3)}),
        json.dumps({"k" * 2_000_000: "x" * 200_000}),
        json.dumps([{str(number): "y" * 1500 for number in range(3000)}]),
        json.dumps({"a": ["é" * 200_000] * 20}),
        nested(450, "x" * 100_000),
        nested(990, "x" * 100_000),
        nested(100_000, "x" * 100_000),
        "[" * 100_000 + "]" * 100_000,
    ],
)
@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_whatever_a_record_is_the_result_and_its_note_are_small_and_soon_there(text, form):
    begun = time.process_time()
    kept, note = cut(text, form, ["--fields"])
    assert size(kept) <= MOST
    assert len(note) < 1000
    assert time.process_time() - begun < 5


def test_an_answer_is_cut_at_a_line_or_where_it_must_be():
    assert cut("word " * 20_000, "table") == ("word " * 9600, "Left out: 52,000 of 100,000 characters.")
    text, note = cut("a line\n" * 20_000, None)
    assert (text, note) == ("a line\n" * 6857, "Left out: 13,143 of 20,000 lines.")


@pytest.mark.parametrize("text", ["", "short", "[1, 2]", "漢字"])
def test_what_fits_is_left_as_it_is(text):
    assert cut(text, None) == (text, None)


def test_json_is_compact():
    assert cut('{\n  "a": [1, 2]\n}\n', "json") == ('{"a":[1,2]}\n', None)


def test_the_records_in_an_object_are_cut_in_a_moment():
    rows = [{"prompt": "a picture " * 120} for _ in range(2000)]
    text, note = cut(json.dumps({"success": True, "data": {"items": rows, "total": 2000}}), "json")
    found = json.loads(text)
    assert MOST * 0.9 < size(text) <= MOST
    assert found["data"]["items"] == rows[: len(found["data"]["items"])]
    assert found["data"]["total"] == 2000
    assert note == f"Left out: {2000 - len(found['data']['items']):,} of 2,000 records in data.items."


def test_rows_of_the_service_are_bounded(agent, service):
    service.expect_request("/api/models").respond_with_json(
        {"success": True, "data": [{"id": f"model-{number}", "provider": "P"} for number in range(2000)]}
    )
    ran = agent("models")
    assert ran.code == 0
    assert size(ran.text) <= MOST
    assert [one["id"] for one in ran.data][:2] == ["model-0", "model-1"]
    assert "of 2,000 records. Narrow it with --limit, --where, --fields or --query." in ran.notes
    rest = agent("models", "--query", f"[{len(ran.data)}:]")
    assert rest.data[0]["id"] == f"model-{len(ran.data)}"


def test_an_answer_of_a_megabyte_is_cut_and_told(agent, raw):
    said = {"choices": [{"index": 0, "message": {"content": "Hello\n" * 170_000}, "finish_reason": "stop"}]}
    raw(lambda talk: talk.whole({"success": True, "data": [entry("m")]} if talk.method == "GET" else said))
    ran = agent("chat", "Hello", "--model", "m", "--max-tokens", "100", "--no-stream", pays=True)
    assert (ran.code, ran.text) == (0, "Hello\n" * 8000)
    assert ran.notes.endswith("Left out: 162,000 of 170,000 lines.")
