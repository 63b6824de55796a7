"""``batch join``: every row with what came of it, in the order of the input, and what is missing or too much is told."""

# ruff: noqa: F811 - the names of fixtures
import csv
import io
import json
import os
import tracemalloc

import pytest
from asked import answer, asked, folder, of, refusal, row  # noqa: F401 - fixtures

from cometapi.batch import shards
from cometapi.batch.join import Join, Lines, Told
from cometapi.batch.rows import read

IDS = ["a/b:c", "  spaces  ", "two\nlines", "quo\"tes'", "🦀", "x" * 300, "..", "-n", "=1+1", "7", 7, True]


def line(id, body=None, **more):
    """A line of results: an answer to a prompt, or another body."""
    body = answer(id) if body is None else body
    response = {"status_code": 200, "request_id": "r", "body": body}
    return {
        "id": "x",
        "custom_id": id,
        "response": response,
        "error": None,
        "model": "gpt-5.4",
        "cost_usd_estimate": 0.5,
        **more,
    }


def failure(id, code="bad", message="No."):
    """A line of a row that failed."""
    return line(id, response=None, error={"code": code, "message": message}, cost_usd_estimate=None)


@pytest.fixture
def join(folder):
    """Join in.jsonl with some results and give ``(Ran, records)``."""

    def run(*words, rows="in.jsonl"):
        ran = folder.call("batch", "join", rows, *words, "--format", "jsonl")
        return ran, [json.loads(one) for one in ran.out.split("\n")[:-1]]

    return run


def texts(records):
    """The answers by ID, in their order."""
    return [(one["id"], one["answer"]) for one in records]


def test_rows_of_a_run_in_their_order_with_answers_and_errors(folder, asked, join):
    rows = [row(number) for number in range(12)]
    asked.replies = {"prompt 3": [refusal(400, "content_policy_violation", "Not this.")]}
    folder.rows(*rows)
    assert folder.run().code == 3
    data = folder.out.read_bytes().splitlines(keepends=True)
    folder.out.write_bytes(b"".join(reversed(data)))
    ran, found = join("out.jsonl")

    assert [one["id"] for one in found] == [one["custom_id"] for one in rows]
    assert [one["answer"] for one in found] == [None if at == 3 else f"answer to prompt {at}" for at in range(12)]
    assert (found[3]["error_code"], "Not this." in found[3]["error_message"]) == ("content_policy_violation", True)
    assert {one["model"] for one in found} == {"gpt-5.4"}
    assert list(found[0]) == ["id", "answer", "error_code", "error_message", "model", "cost_usd_estimate", "files"]
    assert (ran.code, ran.err) == (0, "cometapi: 1 of 12 rows failed.\n")


def test_ids_are_compared_as_they_are(folder, asked, join):
    rows = [of(id, f"prompt {number}") for number, id in enumerate(IDS)]
    folder.rows(*rows)
    assert folder.run().code == 0
    assert folder.run().code == 0
    assert len(asked.prompts) == len(IDS)
    ran, found = join("out.jsonl")

    assert ran.code == 0
    wanted = [(id, f"answer to prompt {number}") for number, id in enumerate(IDS)]
    assert [(type(id), id, text) for id, text in texts(found)] == [(type(id), id, text) for id, text in wanted]


def test_columns_of_a_table_stay_and_csv_is_exact(folder, asked):
    table = 'city,note,model\r\n=1+1,"two\nlines, ""q""",own\r\nOslo,-2,@x\r\n'
    (folder.path / "in.csv").write_bytes(b"\xef\xbb\xbf" + table.encode())
    ran = folder.call("batch", "run", "in.csv", "-o", "out.jsonl", "--", "chat", "-m", "gpt-5.4", "{city}")
    assert ran.code == 0, ran.err
    ran = folder.call("batch", "join", "in.csv", "out.jsonl", "-o", "joined.csv")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    data = (folder.path / "joined.csv").read_bytes().decode()
    head, *found = csv.reader(io.StringIO(data, newline=""))

    assert head[:5] == ["id", "city", "note", "input_model", "answer"]
    assert [one[1:6] for one in found] == [
        ["=1+1", 'two\nlines, "q"', "own", "answer to =1+1", ""],
        ["Oslo", "-2", "@x", "answer to Oslo", ""],
    ]
    assert "\r" not in data


def test_the_column_of_the_ids_is_the_first_one(folder, join):
    (folder.path / "in.csv").write_text("city,key\nOslo,a\nRome,b\n")
    folder.rows(line("b"), line("a"), name="out.jsonl")
    ran, found = join("out.jsonl", "--id", "key", rows="in.csv")

    assert ran.code == 0
    assert [list(one)[:3] for one in found] == [["id", "city", "answer"]] * 2
    assert [(one["id"], one["city"], one["answer"]) for one in found] == [
        ("a", "Oslo", "answer to a"),
        ("b", "Rome", "answer to b"),
    ]


def test_objects_have_the_columns_of_all_and_text_its_own(folder, join):
    folder.rows({"custom_id": "a", "x": 1}, {"custom_id": "b", "y": [2], "id": "own", "input_id": 5})
    folder.rows(line("a"), line("b"), name="out.jsonl")
    _, found = join("out.jsonl")
    assert [{name: one[name] for name in list(one)[:6]} for one in found] == [
        {"id": "a", "x": 1, "y": None, "input_input_id": None, "input_id": None, "answer": "answer to a"},
        {"id": "b", "x": None, "y": [2], "input_input_id": "own", "input_id": 5, "answer": "answer to b"},
    ]


def test_lines_of_text_are_joined_by_their_content_and_equal_ones_each(folder, asked, join):
    (folder.path / "in.txt").write_text("one\ntwo\n\none\none\n")
    asked.replies = {"one": [(200, answer(f"one, {time}"), {}) for time in ("first", "second", "third")]}
    assert folder.run("--parallel", "1", rows="in.txt").code == 0
    ran, found = join("out.jsonl", rows="in.txt")
    assert (ran.code, ran.err, [one["text"] for one in found]) == (0, "", ["one", "two", "one", "one"])
    assert [one["answer"] for one in found] == [
        f"answer to {one}" for one in ("one, first", "two", "one, second", "one, third")
    ]


def test_more_results_than_files_may_be_open_at_once(folder, join):
    folder.rows(*(row(number) for number in range(300)))
    for number in range(300):
        folder.rows(line(f"row-{number:03}"), name=f"part-{number}.jsonl")
    ran, found = join(*(f"part-{number}.jsonl" for number in range(300)))
    assert (ran.code, texts(found)) == (0, [(f"row-{at:03}", f"answer to row-{at:03}") for at in range(300)])


BODIES = {
    "/v1/chat/completions": (answer("x"), "answer to x"),
    "/v1/responses": (
        {"model": "m", "status": "completed", "output": [{"type": "message", "content": [{"type": "output_text", "text": "said"}]}]},
        "said",
    ),
    "/v1/messages": (
        {"type": "message", "model": "m", "content": [{"type": "text", "text": "sa"}, {"type": "text", "text": "id"}], "stop_reason": "end_turn"},
        "said",
    ),
    "/v1beta/models/gemini-2.5-pro:generateContent": (
        {"candidates": [{"content": {"parts": [{"text": "said"}]}, "finishReason": "STOP"}]},
        "said",
    ),
    "/v1/embeddings": ({"data": [{"embedding": [0.5]}]}, {"data": [{"embedding": [0.5]}]}),
}  # fmt: skip


@pytest.mark.parametrize("url", BODIES)
@pytest.mark.parametrize("form", ["known", "told by the reply"])
def test_an_answer_is_read_by_the_protocol_of_its_request(folder, join, url, form):
    body, wanted = BODIES[url]
    if form == "known":
        folder.rows({"custom_id": "a", "url": url, "body": {}})
    else:
        folder.rows({"custom_id": "a", "city": "Oslo"})
    folder.rows(line("a", body), name="out.jsonl")
    ran, (found,) = join("out.jsonl")
    assert (ran.code, found["answer"], ran.err) == (0, wanted, "")


def test_answers_that_are_several_tools_files_or_nothing(folder, join):
    call = {"role": "assistant", "content": None, "tool_calls": [{"id": "c", "type": "function", "function": {"name": "f", "arguments": "{}"}}]}  # fmt: skip
    two = {"choices": [{"index": at, "message": {"content": f"say {at}"}, "finish_reason": "stop"} for at in (1, 0)]}
    tools = {"choices": [{"index": 0, "message": call, "finish_reason": "tool_calls"}]}
    empty = {"choices": [{"index": 0, "message": {"content": ""}, "finish_reason": "stop"}]}
    folder.rows(*(of(id, "x") for id in "abc"), {"custom_id": "d", "url": "/v1/images/generations", "body": {}})
    picture = line("d", {"data": [{"url": "https://x.test/a.png"}]}, files=["out.jsonl.files/a.png"])
    folder.rows(line("a", two), line("b", tools), line("c", empty), picture, name="out.jsonl")
    ran, found = join("out.jsonl")
    assert (ran.code, [one["answer"] for one in found]) == (0, [["say 0", "say 1"], tools, "", None])
    assert found[3]["files"] == ["out.jsonl.files/a.png"]


def test_error_or_status_whichever_says_no(folder, join):
    folder.rows(*(of(id, "x") for id in "abcd"))
    said_no = {"error": {"code": "quota", "message": "No more."}}
    lines = [
        line("a", response={"status_code": 429, "body": said_no}),
        failure("b"),
        line("c", response={"status_code": 500, "body": None}),
        line("d", error="just text"),
    ]
    folder.rows(*lines, name="out.jsonl")
    ran, found = join("out.jsonl")
    assert [(one["answer"], one["error_code"], one["error_message"]) for one in found] == [
        (None, "quota", "No more."),
        (None, "bad", "No."),
        (None, "500", None),
        (None, None, "just text"),
    ]
    assert (ran.code, ran.err) == (0, "cometapi: 4 of 4 rows failed.\n")


def test_rows_without_a_result_torn_lines_and_foreign_ones_are_told(folder, join):
    folder.rows(*(row(number) for number in range(20)))
    whole = [line(f"row-{number:03}") for number in range(10)]
    lines = [b'{"id": "batch_req_00_1", "custom_id": "row-010", "respo', b"null", b"[1]", b'{"x": 1}', b"\xff\x00"]
    folder.rows(*whole, *lines, line("other"), line("more"), {"custom_id": "row-011"}, name="out.jsonl")
    with folder.out.open("ab") as file:
        file.write(b'{"id": "batch_req_00_1", "custom_id": "row-012", "response"')
    ran, found = join("out.jsonl")

    assert ran.code == 3
    assert [one["answer"] for one in found] == [f"answer to row-{at:03}" for at in range(10)] + [None] * 10
    assert {one["error_code"] for one in found[10:]} == {"no_result"}
    assert ran.err.splitlines() == [
        "cometapi: A run may not have finished: there is no out.jsonl.done.",
        "cometapi: 10 of 20 rows have no result: row-010, row-011, row-012, row-013, row-014 and 5 more.",
        "cometapi: 7 lines of the results are damaged, or no results: out.jsonl:11, out.jsonl:12, out.jsonl:13, out.jsonl:14, out.jsonl:15 and 2 more.",
        "cometapi: 2 results belong to no row of in.jsonl: other, more.",
    ]


def test_a_last_line_without_its_end_counts_if_it_is_whole(folder, join):
    folder.rows(row(0), row(1))
    data = "\r\n".join(json.dumps(line(f"row-{number:03}")) for number in range(2))
    folder.out.write_bytes(b"\xef\xbb\xbf" + data.encode())
    ran, found = join("out.jsonl")
    assert (ran.code, [one["answer"] for one in found]) == (0, ["answer to row-000", "answer to row-001"])


def test_lines_that_wait_to_take_the_places_of_others_count(folder, join):
    folder.rows(row(0), row(1))
    folder.rows(line("row-000", answer("old")), failure("row-001"), name="out.jsonl")
    folder.rows(line("row-000", answer("new")), line("row-001", answer("new")), name="out.jsonl.again")
    before = sorted(os.listdir())
    ran, found = join("out.jsonl")
    assert (ran.code, texts(found)) == (0, [("row-000", "answer to new"), ("row-001", "answer to new")])
    assert sorted(os.listdir()) == before


TORN = b'{"id": "batch_req_00_9", "custom_id": "row-000", "response": {"bo'


@pytest.mark.parametrize(
    "damaged", [TORN, TORN + b'"\x00\x00', json.dumps(line("row-000", {"x": float("nan")})).encode()]
)
@pytest.mark.parametrize("whole", [line("row-000"), failure("row-000")])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_damaged_line_is_told_and_takes_the_place_of_no_whole_one(folder, join, damaged, whole, is_first):
    folder.rows(row(0))
    lines = [damaged, whole] if is_first else [whole, damaged]
    folder.rows(*lines, name="out.jsonl")
    ran, (found,) = join("out.jsonl")
    assert (found["answer"], found["error_code"]) == (
        ("answer to row-000", None) if not whole["error"] else (None, "bad")
    )
    told = f"1 line of the results is damaged, or no result: out.jsonl:{1 if is_first else 2}.\n"
    assert (ran.code, ran.err.startswith(f"cometapi: {told}")) == (3, True)
    folder.rows(line("row-000"), name="out.jsonl.again" if is_first else "more.jsonl")
    assert join("out.jsonl", *([] if is_first else ["more.jsonl"]))[1][0]["answer"] == "answer to row-000"


@pytest.mark.parametrize(
    "name", ["in.jsonl", "out.jsonl", "out.jsonl.again", "link.jsonl", "out.jsonl.journal", "out.jsonl.done"]
)
def test_what_is_joined_is_never_written_over(folder, name):
    folder.rows(row(0))
    folder.rows(line("row-000"), name="out.jsonl")
    for beside in ("again", "journal", "done"):
        folder.rows(line("row-000"), name=f"out.jsonl.{beside}")
    (folder.path / "link.jsonl").symlink_to("out.jsonl")
    before = (folder.path / name).read_bytes()
    ran = folder.call("batch", "join", "in.jsonl", "out.jsonl", "-o", name, "--force")
    assert (ran.code, ran.out, (folder.path / name).read_bytes()) == (2, "", before)
    assert f"{name} belongs to what is joined; name another file." in ran.err


def test_an_answer_goes_before_a_failure_and_two_answers_are_told(folder, join):
    folder.rows(*(row(number) for number in range(3)))
    folder.rows(line("row-000", answer("one")), failure("row-001"), line("row-002", answer("one")), name="a.jsonl")
    folder.rows(failure("row-000"), line("row-001", answer("two")), line("row-002", answer("two")), name="b.jsonl")
    ran, found = join("a.jsonl", "b.jsonl")
    assert [one["answer"] for one in found] == ["answer to one", "answer to two", "answer to two"]
    assert (ran.code, ran.err) == (3, "cometapi: 1 row has two answers, of which the last is taken: row-002.\n")


def test_rows_that_have_changed_since_are_told_and_those_written_in_another_way_are_not(folder, join):
    folder.rows(*(row(number) for number in range(4)))
    folder.run()
    spaced = json.dumps(row(1), separators=(" , ", " : ")).encode()
    folder.rows(row(0, "something else"), spaced, row(2, temperature=0.5), row(3))
    ran, found = join("out.jsonl")
    assert [one["answer"] for one in found] == [f"answer to prompt {at}" for at in range(4)]
    assert (ran.code, ran.err) == (3, "cometapi: 2 rows have changed since they were sent: row-000, row-002.\n")


@pytest.fixture
def parts(folder, asked):
    """Three parts of sixty rows."""
    folder.rows(*(row(number) for number in range(60)))
    names = [f"s{part}.jsonl" for part in (1, 2, 3)]
    for part, name in enumerate(names, 1):
        ran = folder.call("batch", "run", "in.jsonl", "-o", name, "--shard", f"{part}/3")
        assert ran.code == 0, ran.err
    return names


def test_parts_are_joined_to_all_rows(folder, join, parts):
    ran, found = join(*reversed(parts))
    assert (ran.code, ran.err) == (0, "")
    assert texts(found) == [(f"row-{at:03}", f"answer to prompt {at}") for at in range(60)]


def test_a_missing_part_is_told(folder, join, parts):
    ran, found = join(*parts[:2])
    lacking = [f"row-{at:03}" for at in range(60) if shards.of(f"row-{at:03}", 3) == 3]
    assert (ran.code, len(found)) == (3, 60)
    assert [one["id"] for one in found if one["error_code"]] == lacking
    assert ran.err.splitlines()[:2] == [
        "cometapi: Part 3 of 3 is not there.",
        f"cometapi: {len(lacking)} of 60 rows have no result: {', '.join(lacking[:5])} and {len(lacking) - 5} more.",
    ]


def test_parts_that_are_cut_unfinished_or_of_another_whole_are_told(folder, join, parts):
    third = folder.path / parts[2]
    data = third.read_bytes()
    count = data.count(b"\n")
    third.write_bytes(data[: data.rindex(b"\n", 0, -1) + 1])
    ran, _ = join(*parts)
    assert (ran.code, ran.err.splitlines()[0]) == (
        3,
        f"cometapi: s3.jsonl has {count - 1} results, but its run ended with {count}.",
    )
    os.unlink("s3.jsonl.done")
    assert join(*parts)[0].err.splitlines()[0] == "cometapi: A run may not have finished: there is no s3.jsonl.done."
    (folder.path / "s3.jsonl.done").write_text(json.dumps({"shard": "3/4", "rows": 1}))
    told = join(*parts)[0].err.splitlines()[0]
    assert (
        told
        == "cometapi: The results are not parts of the same whole: s1.jsonl is 1/3, s2.jsonl is 2/3, s3.jsonl is 3/4."
    )
    third.write_bytes(data)
    os.unlink("s3.jsonl.done")
    assert join(*parts)[0].code == 0  # all rows are there


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["in.jsonl", "none.jsonl"], "none.jsonl is not a file that can be read."),
        (["in.jsonl", "out.jsonl", "./out.jsonl"], "./out.jsonl is named twice."),
        (["in.jsonl", "in.jsonl"], "in.jsonl is named twice."),
        (["in.jsonl"], "RESULTS"),
        (["twice.jsonl", "out.jsonl"], 'Two rows have the ID "a"; the second is in line 2.'),
        (["wrong.jsonl", "out.jsonl"], "wrong.jsonl:1: The line is null, not a JSON object."),
    ],
)
def test_what_cannot_be_joined_is_refused_and_nothing_is_printed(folder, words, told):
    folder.rows(row(0))
    folder.rows(line("row-000"), name="out.jsonl")
    folder.rows(of("a", "x"), of("a", "y"), name="twice.jsonl")
    folder.rows(b"null", of("a", "y"), name="wrong.jsonl")
    ran = folder.call("batch", "join", *words)
    assert (ran.code, ran.out, told in ran.err) == (2, "", True)


def test_fields_formats_and_files_are_those_of_every_list(folder):
    folder.rows(row(0))
    folder.rows(line("row-000"), name="out.jsonl")
    assert folder.call("batch", "join", "in.jsonl", "out.jsonl", "--fields", "answer,id", "--json").out == (
        '[\n  {\n    "answer": "answer to row-000",\n    "id": "row-000"\n  }\n]\n'
    )
    folder.call("batch", "join", "in.jsonl", "out.jsonl", "--fields", "id", "-o", "a.bin")
    assert (folder.path / "a.bin").read_text() == '{"id": "row-000"}\n'
    again = folder.call("batch", "join", "in.jsonl", "out.jsonl", "-o", "a.bin")
    assert (again.code, "already exists" in again.err) == (2, True)


def test_memory_does_not_hold_the_rows(tmp_path):
    def peak(count):
        rows, results = str(tmp_path / f"in{count}.jsonl"), str(tmp_path / f"out{count}.jsonl")
        with open(rows, "w") as one, open(results, "w") as other:
            for number in range(count):
                one.write(json.dumps(row(number, "x" * 400)) + "\n")
                other.write(json.dumps(line(f"row-{count - 1 - number:03}", answer("y" * 400))) + "\n")
        tracemalloc.start()
        try:
            told = Told()
            lines = Lines([results], told)
            join = Join(lambda: read(rows, "openai"), lines, told, None)
            assert sum(result is not None for *_, result in join.pairs()) == count
            lines.close()
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    few, many = 500, 2_500
    assert peak(many) - peak(few) < 150 * (many - few)


def test_a_number_that_json_does_not_have_is_null_in_the_results(folder, asked, join):
    folder.rows(row(0), row(1))
    body = {**answer("prompt 0"), "odd": [float("nan"), float("inf"), {"x": -float("inf")}, 0.5]}
    asked.replies = {"prompt 0": [lambda talk: talk.whole(json.dumps(body))]}
    assert folder.run().code == 0
    for line in folder.out.read_bytes().split(b"\n")[:-1]:
        json.loads(line, parse_constant=pytest.fail)
    (odd,) = [one["response"]["body"]["odd"] for one in folder.lines() if one["custom_id"] == "row-000"]
    assert odd == [None, None, {"x": None}, 0.5]
    ran, found = join("out.jsonl")
    assert (ran.code, texts(found)) == (0, [("row-000", "answer to prompt 0"), ("row-001", "answer to prompt 1")])
