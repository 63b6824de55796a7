"""What stands in the input: lines that are none, IDs, encodings, tables, other vendors' forms, and targets that are not the service."""

# ruff: noqa: F811
import json
import os

import pytest
from asked import KEY, asked, folder, of, right, row  # noqa: F401 - fixtures
from rawserver import RawServer

FIRST, LAST = row(0), row(1)


def test_blank_lines_are_nothing(folder, asked):
    folder.rows(b"", b"  \t ", FIRST, b"", b"\r", LAST, b"   ", b"")

    assert (folder.run().code, folder.answers(), len(asked.prompts)) == (0, right(FIRST, LAST), 2)


def test_a_mark_of_utf8_and_line_ends_of_windows(folder, asked):
    rows = [of(f"a{number}", f"text {number}\r") for number in range(3)]
    data = b"\r\n".join(json.dumps(one).encode() for one in rows)
    (folder.path / "in.jsonl").write_bytes(b"\xef\xbb\xbf" + data)  # the last line has no end

    assert (folder.run().code, folder.answers()) == (0, right(*rows))


def test_characters_that_some_call_line_ends_and_lines_of_megabytes(folder, asked):
    texts = ["a\u2028b\u2029c\u0085d\ve\ff\x1cg", "x" * 3_000_000, "字" * 10]
    rows = [of(f"id \u2028 {number}", text) for number, text in enumerate(texts)]
    folder.rows(*(json.dumps(one, ensure_ascii=False).encode() for one in rows))

    for _ in range(2):
        assert (folder.run().code, folder.answers(), len(asked.prompts)) == (0, right(*rows), 3)


@pytest.mark.parametrize(
    "line",
    [
        b"null",
        b"[1, 2]",
        b'"hello"',
        b"17",
        b"not json",
        b'{"custom_id": "x", ',
        b"\xff\xfe\x00",
        b'{"custom_id": "\xe9"}',
        b"{}",
        b"[" * 100_000,
        json.dumps({**LAST, "custom_id": "x", "body": "text"}).encode(),
        json.dumps({**LAST, "custom_id": "x", "body": None}).encode(),
        json.dumps({**LAST, "custom_id": "x", "method": "GET"}).encode(),
        json.dumps({**LAST, "custom_id": "x", "url": None}).encode(),
        json.dumps({**LAST, "custom_id": "x", "url": "/v1/models"}).encode(),
        json.dumps({**LAST, "custom_id": "x", "url": "/api/user/self"}).encode(),
        json.dumps(row(2, temperature=float("nan"))).encode(),
        json.dumps(row(2, temperature=float("-inf"))).encode(),
        json.dumps(row(2)).replace('"max_tokens": 100', '"temperature": 1e999').encode(),
        json.dumps(row(2)).replace("100", "1" * 5000).encode(),
    ],
    ids=lambda line: line[:40].decode("latin-1"),
)
def test_a_line_that_is_no_request_is_told_before_anything_is_sent(folder, asked, line):
    folder.rows(FIRST, line, LAST)
    ran = folder.run()

    assert (ran.code, asked.prompts) == (2, [])
    assert "in.jsonl:2: " in ran.err and "Traceback" not in ran.err and len(ran.err) < 1000
    assert not folder.out.exists() or folder.out.read_bytes() == b""

    folder.rows(FIRST, LAST)  # mended
    assert (folder.run().code, folder.answers()) == (0, right(FIRST, LAST))


@pytest.mark.parametrize("line", [b"null", b"not json", b'{"custom_id": ', json.dumps({"a": 1}).encode()])
@pytest.mark.parametrize("name", ["in.jsonl", "in", "-"])
def test_a_first_line_that_is_no_request_does_not_make_texts_of_the_others(folder, asked, name, line):
    folder.rows(line, FIRST, LAST, name="in" if name == "-" else name)
    stdin = (folder.path / "in").read_bytes() if name == "-" else ""
    ran = folder.run(rows=name, stdin=stdin)

    assert (ran.code, asked.prompts) == (2, [])


def test_half_a_character_in_a_text_does_not_stop_the_others(folder, asked):
    folder.rows(FIRST, json.dumps(row(2, "\ud83d")).encode(), LAST)
    ran = folder.run()
    told = folder.answers() if folder.out.exists() else {}

    assert (ran.code == 2 and "in.jsonl:2: " in ran.err and asked.prompts == []) or set(told) == {
        "row-000",
        "row-001",
        "row-002",
    }
    assert "Traceback" not in ran.err


def test_a_number_is_not_its_text(folder, asked):
    folder.rows(of("7", "text"), {**of("", "number"), "custom_id": 7})
    ran = folder.run()
    if ran.code == 0:
        assert folder.answers() == {"7": "answer to text", 7: "answer to number"}
    else:
        assert (ran.code, asked.prompts) == (2, [])
        assert "in.jsonl:2: " in ran.err and "Two rows" not in ran.err


IDS = [
    "a/b:c",
    "  spaces  ",
    "two\nlines",
    'it\'s "quoted"',
    "👩‍🚀",
    "x" * 300,
    "..",
    "-n",
    "",
    "a\u2028b",
    "\x00",
    "{x}",
]


def test_ids_stay_as_they_are(folder, asked):
    rows = [of(id, f"prompt {number}") for number, id in enumerate(IDS)]
    folder.rows(*rows)
    for _ in range(2):
        ran = folder.run()
        assert (ran.code, folder.answers(), len(asked.prompts)) == (0, right(*rows), len(IDS))
    folder.journal.unlink()
    assert (folder.run().code, folder.answers(), len(asked.prompts)) == (0, right(*rows), len(IDS))
    assert sorted(one.name for one in folder.path.iterdir() if not one.name.startswith("out.")) == ["in.jsonl"]


CSV = b'\xef\xbb\xbftext,id\r\n"two\r\nlines and ""quotes""",a\r\n"{id} -o x, \xe5\xad\x97",b\r\n\r\n'


def test_a_table_fills_a_command_line(folder, asked):
    (folder.path / "in.csv").write_bytes(CSV)
    ran = folder.run("--id", "id", "--", "chat", "-m", "gpt-5.4", "Say {text}", rows="in.csv")
    expected = {"a": 'answer to Say two\r\nlines and "quotes"', "b": "answer to Say {id} -o x, 字"}

    assert (ran.code, folder.answers()) == (0, expected)
    assert {body["model"] for _, body in asked.bodies} == {"gpt-5.4"}


@pytest.mark.parametrize("name", ["in.csv", "in.jsonl", "in.txt"])
def test_a_place_without_a_column_is_told_before_anything_is_sent(folder, asked, name):
    texts = {"in.csv": "text\none\ntwo\n", "in.jsonl": '{"text": "one"}\n', "in.txt": "one\n"}
    (folder.path / name).write_text(texts[name], "utf-8")
    ran = folder.run("--", "chat", "{textt}", rows=name)

    assert (ran.code, asked.prompts) == (2, [])
    assert "textt" in ran.err and "Traceback" not in ran.err


@pytest.mark.parametrize(
    "data",
    [b"a,b\n1\n", b"a,b\n1,2,3\n", b"a,a\n1,2\n", b'a,b\n"1,2\n', b"a,b\n\xff,2\n", b'a,b\n"x"y,2\n', b",b\n1,2\n"],
)
def test_a_table_that_is_none_is_told(folder, asked, data):
    (folder.path / "in.csv").write_bytes(data)
    ran = folder.run("--", "chat", "{b}", rows="in.csv")

    assert (ran.code, asked.prompts) == (2, [])
    assert "in.csv:" in ran.err and "Traceback" not in ran.err


def test_values_are_filled_in_once(folder, asked):
    rows = [
        {"custom_id": str(number), "text": text} for number, text in enumerate(["{other}", "--model", "$HOME", "@in"])
    ]
    folder.rows(*({**one, "other": "no"} for one in rows))
    ran = folder.run("--", "chat", "{text}")

    assert (ran.code, folder.answers()) == (0, {one["custom_id"]: f"answer to {one['text']}" for one in rows})


TARGETS = [
    "http://127.0.0.2:{port}/v1/chat/completions",
    "//127.0.0.2:{port}/v1/chat/completions",
    "/v1/../../@127.0.0.2:{port}/x",
    "\\\\127.0.0.2:{port}\\v1",
    "/v1/chat/completions?x=1",
    "/v1/chat/completions#x",
    "/v1/chat/completions/../models",
    "@127.0.0.2:{port}/v1/chat/completions",
    "/v1beta/models/../../x:generateContent",
    "/v1beta/models/a%2F..:generateContent",
    "/v1/videos/../remix",
    "",
]


@pytest.mark.parametrize("target", TARGETS)
def test_a_row_names_no_other_target(folder, asked, target):
    other = RawServer("127.0.0.2")
    try:
        folder.rows(FIRST, {**LAST, "url": target.format(port=other.port)})
        ran = folder.run()
        assert (ran.code, asked.prompts, other.accepted) == (2, [], 0)
        assert "in.jsonl:2: " in ran.err
    finally:
        other.close()


def test_what_is_kept_is_private_and_holds_no_key(folder, asked, home):
    folder.rows(*(row(number) for number in range(6)))
    asked.replies = {
        "prompt 1": [(400, {"error": {"message": f"bad key {KEY}", "code": "x"}}, {})],
        "prompt 2": [lambda talk: talk.reset()],
        "prompt 3": [(500, f"we saw {KEY}", {})],
        "prompt 4": [(200, {"echo": KEY}, {"X-Request-Id": KEY})],
    }
    before = os.umask(0)
    try:
        ran = folder.run()
        folder.run("--retry-errors", "--resend-unknown")
    finally:
        os.umask(before)
    found = [one for place in (folder.path, home) for one in place.rglob("*") if one.is_file()]

    assert ran.code == 3 and len(found) > 3 and KEY not in ran.err
    for one in found:
        assert KEY.encode() not in one.read_bytes(), one
        assert one.name in ("in.jsonl", "out.jsonl") or one.stat().st_mode & 0o77 == 0, one


def test_the_results_cannot_be_the_rows(folder, asked):
    folder.rows(FIRST)
    ran = folder.call("batch", "run", "in.jsonl", "-o", "in.jsonl")

    assert (ran.code, asked.prompts) == (2, [])
