"""What rows a file has: lines are bytes cut at LF only, and what is no row is named with its place."""

import json
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cometapi.batch.rows import LONGEST_CELL, Fault, Row, kind, read
from cometapi.errors import OutputFailed

MARK = b"\xef\xbb\xbf"
NO_ENDS = "a\u2028b\u2029c\u0085d\ve\ff\x1cg\x1dh\x1ei"  # what str.splitlines() cuts at


@pytest.fixture
def rows(tmp_path):
    """The rows of some bytes, as a file of this name."""

    def of(data, name="in.jsonl", given=None, id_column=None):
        path = tmp_path / name
        path.write_bytes(data)
        return list(read(str(path), kind(str(path), given), id_column))

    return of


def sentences(found, path="in.jsonl"):
    """The sentences of faults, from the name of the file on."""
    assert all(isinstance(one, Fault) for one in found)
    return [one.sentence[one.sentence.index(path) :] for one in found]


def test_a_mark_of_utf_8_and_the_ends_of_windows_belong_to_no_row(rows):
    found = rows(MARK + b'{"custom_id": "a", "x": 1}\r\n\r\n{"custom_id": "b", "x": 2}\r\n')
    assert [(one.number, one.id, one.source) for one in found] == [
        (1, "a", b'{"custom_id": "a", "x": 1}'),
        (3, "b", b'{"custom_id": "b", "x": 2}'),
    ]


def test_blank_and_white_lines_are_nothing(rows):
    found = rows(b'\n  \t\n{"x": 1}\n\n \r\n{"x": 2}\n   ')
    assert [(one.number, one.data) for one in found] == [(3, {"x": 1}), (6, {"x": 2})]
    assert rows(b"") == rows(MARK) == rows(b"\n\n") == []


def test_other_line_ends_are_characters(rows):
    text = rows(f"{NO_ENDS}\nlast".encode(), "in.txt")
    assert [one.data["text"] for one in text] == [NO_ENDS, "last"]
    found = rows(json.dumps({"x": "a\u2028b\u2029c\u0085d"}, ensure_ascii=False).encode())
    assert [one.data for one in found] == [{"x": "a\u2028b\u2029c\u0085d"}]
    table = rows(f'a,b\n"{NO_ENDS}",{NO_ENDS}'.encode(), "in.csv")
    assert [one.data for one in table] == [{"a": NO_ENDS, "b": NO_ENDS}]


@pytest.mark.parametrize("name", ["in.jsonl", "in.txt", "in.csv"])
def test_a_line_of_megabytes_is_a_line(rows, name):
    large = "x" * 5_000_000
    data = {"in.jsonl": json.dumps({"t": large}), "in.txt": large, "in.csv": f"t\n{large}"}[name]
    (found,) = rows(data.encode(), name)
    assert list(found.data.values()) == [large]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"null", "The line is null, not a JSON object."),
        (b"[1]", "The line is [1], not a JSON object."),
        (b'"x"', 'The line is "x", not a JSON object.'),
        (b"7", "The line is 7, not a JSON object."),
        (b'{"x": NaN}', "NaN is not JSON."),
        (b'{"x": [-Infinity]}', "-Infinity is not JSON."),
        (b'{"x": 1e999}', "1e999 is too large a number."),
        (b'{"x": ' + b"9" * 5000 + b"}", "The line has a number with too many digits."),
        (b'{"x": "\xff"}', "The line is not UTF-8 (byte 8)."),
        (b'{"x": 1', "The line is not JSON: Expecting ',' delimiter (column 8)."),
        (b"{x: 1}", "The line is not JSON: Expecting property name enclosed in double quotes (column 2)."),
        (b"\x00\x00\x00", "The line is not JSON: Expecting value (column 1)."),
        (b"[" * 100_000, "The JSON is nested too deeply."),
    ],
    ids=lambda value: value[:12].decode("latin-1") if isinstance(value, bytes) else "",
)
def test_what_is_no_object_is_a_fault_of_its_line_alone(rows, line, why):
    first, fault, last = rows(b'{"x": 1}\n' + line + b'\n{"x": 2}')
    assert (first.data, last.data, fault.number) == ({"x": 1}, {"x": 2}, 2)
    assert sentences([fault]) == [f"in.jsonl:2: {why}"]


def test_text_that_is_no_utf_8_is_a_fault_of_its_line(rows):
    assert sentences(rows(b"a\n\xe9\nb", "in.txt")[1:2], "in.txt") == ["in.txt:2: The line is not UTF-8 (byte 1)."]
    found = rows(b"a,b\n1,\xe9\n2,3\n", "in.csv")
    assert sentences(found[:1], "in.csv") == ["in.csv:2: The line is not UTF-8 (byte 3)."]
    assert [one.data for one in found[1:]] == [{"a": "2", "b": "3"}]


IDS = ["a/b:c", "  spaces  ", "two\nlines", "quo\"tes'", "🦀", "x" * 300, "..", "-n", "", "7", "\ud800", "NUL\x00"]


@pytest.mark.parametrize("id", [*IDS, 7, 7.5, True, ["a"]], ids=ascii)
def test_ids_are_kept_as_given(rows, id):
    (found,) = rows(json.dumps({"custom_id": id, "x": 1}).encode())
    assert (type(found.id), found.id) == (type(id), id)
    (found,) = rows(json.dumps({"name": id, "custom_id": "other"}).encode(), id_column="name")
    assert (type(found.id), found.id) == (type(id), id)


def test_ids_of_a_table_are_the_text_of_their_cell(rows):
    text = "".join('"{}",x\n'.format(id.replace('"', '""')) for id in IDS if id.isprintable() or "\n" in id)
    found = rows(b"key,t\n" + text.encode(), "in.csv", id_column="key")
    wanted = [id for id in IDS if id.isprintable() or "\n" in id]
    assert [one.id for one in found if isinstance(one, Row)] == [id for id in wanted if id]
    assert sentences([one for one in found if isinstance(one, Fault)], "The row") == ["The row has no 'key'."]


def test_a_row_that_lacks_the_named_id_is_a_fault(rows):
    assert sentences(rows(b'{"x": 1}\n{"key": null}', id_column="key")) == [
        "in.jsonl:1: The row has no 'key'.",
        "in.jsonl:2: The row has no 'key'.",
    ]
    assert sentences(rows(b"a,b\n1,2\n3,4\n", "in.csv", id_column="key"), "in.csv") == [
        "in.csv:1: There is no column 'key'; the columns are a, b."
    ]


def test_a_table_with_quotes_marks_and_ends_of_windows(rows):
    data = MARK + b'"text",n\r\n"two\nlines and ""quotes""",1\r\n"a\r\nb,c",2\r\n\r\n , \r\nlast,3'
    found = rows(data, "in.csv")
    assert [(one.number, one.data) for one in found] == [
        (2, {"text": 'two\nlines and "quotes"', "n": "1"}),
        (4, {"text": "a\r\nb,c", "n": "2"}),
        (8, {"text": "last", "n": "3"}),
    ]
    assert [one.data for one in rows(b"a\tb\n1,5\t2\n", "in.tsv")] == [{"a": "1,5", "b": "2"}]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"a,b\n1\n2,3\n4,5,6\n", ["2: The row has 1 cell, and there are 2 columns.", "4: The row has 3 cells, and there are 2 columns."]),
        (b"a,a\n1,2\n", ["1: Two columns are called 'a'."]),
        (b"a, ,b\n1,2,3\n", ["1: Column 2 has no name."]),
        (b'a,b\n"x"y,2\n3,4\n', ["2: The row is not CSV: ',' expected after '\"'."]),
        (b"a,b\n1,x\ry\n3,4\n", ["2: A CR stands within the row, outside of quotes; lines end with LF or CR LF."]),
        (b'a,b\n1,2\n"x,3\n4,5\n', ["3: A quote that is opened in this row is never closed."]),
        (b'a,"b\n1,2\n', ["1: A quote that is opened in this row is never closed."]),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_table_is_told_with_its_line(rows, data, told):
    faults = [one for one in rows(data, "in.csv") if isinstance(one, Fault)]
    assert sentences(faults, "in.csv") == [f"in.csv:{one}" for one in told]


def test_a_quote_that_is_never_closed_is_one_fault_and_not_the_whole_file_in_memory(tmp_path):
    path = tmp_path / "in.csv"
    with path.open("wb") as file:
        file.write(b'a,b\n1,2\n"3,4\n')
        for _ in range(200):
            file.write(b"0123456789,abcdefghij\n" * 5000)  # 22 MB
    tracemalloc.start()
    try:
        found = list(read(str(path), "csv"))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert [type(one) for one in found] == [Row, Fault]
    assert sentences(found[1:], "in.csv") == [
        f"in.csv:3: A cell has more than {LONGEST_CELL:,} characters; perhaps a quote is not closed."
    ]
    assert peak < 6 * LONGEST_CELL


@pytest.mark.parametrize(
    ("name", "data", "wanted"),
    [
        ("a.csv", b"{}", "csv"),
        ("a.TSV", b"", "tsv"),
        ("a.txt", b'{"custom_id": "a", "body": {}}', "text"),
        ("a.jsonl", b"", "jsonl"),
        ("a.jsonl", b'{"city": "x"}', "jsonl"),
        ("a.jsonl", b'\n{"custom_id": "a", "body": {}}', "openai"),
        ("a.jsonl", b'null\nx\n{"custom_id": "a", "body": {}}', "openai"),
        ("a.json", b'{"custom_id": "a", "params": {}}', "anthropic"),
        ("a", MARK + b'{"url": "/v1/x", "body": 1}', "openai"),
        ("a", b"some text\n{}", "text"),
        ("a", b"", "text"),
        ("a.b/c", b'{"city": "x"}', "jsonl"),
    ],
)
def test_the_kind_of_a_file(tmp_path, name, data, wanted):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    assert (kind(str(path)), kind(str(path), "csv")) == (wanted, "csv")


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_a_file_that_cannot_be_read_is_told(tmp_path, form):
    with pytest.raises(OutputFailed, match="No such file"):
        list(read(str(tmp_path / "none"), form))


@given(texts=st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=6))
def test_every_text_in_json_and_in_a_table_is_read_as_it_was_written(tmp_path_factory, texts):
    folder = tmp_path_factory.mktemp("texts")
    lines = b"".join(json.dumps({"t": one}, ensure_ascii=False).encode() + b"\n" for one in texts)
    (folder / "a.jsonl").write_bytes(lines)
    assert [one.data["t"] for one in read(str(folder / "a.jsonl"), "jsonl")] == texts
    cells = b"".join('"{}",x\r\n'.format(one.replace('"', '""')).encode() for one in texts)
    (folder / "a.csv").write_bytes(b"t,u\r\n" + cells)
    assert [one.data["t"] for one in read(str(folder / "a.csv"), "csv")] == texts


@given(data=st.binary(max_size=200))
def test_bytes_of_any_kind_are_rows_or_faults(tmp_path_factory, data):
    path = str(tmp_path_factory.getbasetemp() / "any")
    with open(path, "wb") as file:
        file.write(data)
    filled = [line for line in data.removeprefix(MARK).split(b"\n") if line.strip()]
    for form in ("text", "jsonl", "openai"):
        assert len(list(read(path, form))) == len(filled)
    for form in ("csv", "tsv"):
        assert all(isinstance(one, Row | Fault) for one in read(path, form))


@pytest.mark.parametrize("form", ["openai", "jsonl", "csv", "tsv", "text"])
def test_one_row_at_a_time_is_held(tmp_path, form):
    def peak(count):
        path = tmp_path / f"rows{count}"
        with path.open("w") as file:
            file.write("custom_id,text\n" if form == "csv" else "custom_id\ttext\n" if form == "tsv" else "")
            for number in range(count):
                cells = {"csv": f'{number},"a, b\n{number}"', "tsv": f"{number}\tb", "text": f"line {number}"}
                row = {"custom_id": str(number), "url": "/v1/chat/completions", "body": {"n": "x" * 200}}
                file.write(cells.get(form, json.dumps(row)) + "\n")
        tracemalloc.start()
        try:
            assert sum(isinstance(one, Row) for one in read(str(path), form)) == count
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(10)  # what is made once
    assert peak(20_000) - peak(1000) < 50_000
