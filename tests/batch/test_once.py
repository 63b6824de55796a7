"""Each row is asked for once, whatever is there of an earlier run: going on, running again, and what counts as done."""

# ruff: noqa: F811
import json

import pytest
from asked import asked, folder, of, refusal, right, row  # noqa: F401 - fixtures

ROWS = [row(number) for number in range(8)]


def test_a_finished_batch_is_run_again_without_a_request(folder, asked):
    folder.rows(*ROWS)
    first = folder.run()
    bytes_of_first = folder.out.read_bytes()
    again = folder.run()

    assert (first.code, again.code, first.out) == (0, 0, "")
    assert (folder.answers(), asked.twice(), len(asked.prompts)) == (right(*ROWS), [], 8)
    assert folder.out.read_bytes() == bytes_of_first


def test_a_row_is_known_by_its_id_and_not_by_its_place(folder, asked):
    folder.rows(*ROWS[:6])
    folder.run()
    folder.rows(row(77), *reversed(ROWS[:6]))
    ran = folder.run()

    assert (ran.code, asked.prompts[6:], folder.answers()) == (0, ["prompt 77"], right(*ROWS[:6], row(77)))


@pytest.mark.parametrize(
    "change",
    [{"temperature": 0.5}, {"model": "gpt-5.4-mini"}, {"messages": [{"role": "user", "content": "other"}]}],
    ids=list,
)
def test_a_row_that_has_changed_is_refused_and_run_when_asked(folder, asked, change):
    rows = [row(0, **change), *ROWS[1:]]
    folder.rows(*ROWS)
    folder.run()
    before = folder.out.read_bytes()
    folder.rows(*rows)
    refused = folder.run()

    assert (refused.code, len(asked.prompts), folder.out.read_bytes()) == (2, 8, before)
    assert "row-000" in refused.err

    ran = folder.run("--rerun", "changed")
    assert (ran.code, len(asked.prompts), folder.answers()) == (0, 9, right(*rows))


def test_what_is_written_in_another_way_has_not_changed(folder, asked):
    folder.rows(*ROWS)
    folder.run()
    folder.rows(*(json.dumps(one, indent=None, separators=(",", ":")).encode() for one in ROWS))

    assert (folder.run().code, len(asked.prompts)) == (0, 8)


def test_failed_rows_are_run_again_when_asked(folder, asked):
    rows = [row(number) for number in range(9)]
    folder.rows(*rows)
    for number in (1, 4, 7):
        asked.replies[f"prompt {number}"] = [refusal(400, "content_policy_violation")]
    first = folder.run()
    failed = {f"row-00{number}": None for number in (1, 4, 7)}
    assert (first.code, len(asked.prompts), folder.answers()) == (3, 9, right(*rows) | failed)
    before = folder.out.read_bytes()

    again = folder.run()
    assert (again.code, len(asked.prompts), folder.out.read_bytes()) == (3, 9, before)

    healed = folder.run("--retry-errors")
    assert (healed.code, sorted(asked.prompts[9:])) == (0, ["prompt 1", "prompt 4", "prompt 7"])
    assert folder.answers() == right(*rows)
    assert (folder.run("--retry-errors").code, len(asked.prompts)) == (0, 12)


def test_a_row_that_failed_and_was_mended_is_run_again(folder, asked):
    folder.rows(row(0), row(1))
    asked.replies["prompt 1"] = [refusal(400)]
    folder.run()
    folder.rows(row(0), row(1, "better"))
    ran = folder.run("--retry-errors")

    assert (ran.code, asked.prompts[2:], folder.answers()["row-001"]) == (0, ["better"], "answer to better")


def test_a_failed_row_keeps_its_line_until_there_is_another(folder, asked):
    folder.rows(row(0), row(1))
    asked.replies["prompt 1"] = [refusal(400), lambda talk: talk.reset()]
    folder.run()
    before = folder.out.read_bytes()
    ran = folder.run("--retry-errors")

    assert (ran.code, folder.out.read_bytes(), asked.prompts[2:]) == (3, before, ["prompt 1"])
    assert (folder.run("--retry-errors").code, len(asked.prompts)) == (3, 3)
    assert (folder.run("--resend-unknown").code, folder.answers()) == (0, right(row(0), row(1)))


@pytest.mark.parametrize(
    "reply",
    [
        lambda talk: talk.reset(),
        lambda talk: talk.connection.close(),
        lambda talk: talk.head(200, "application/json", "Content-Length: 999").send('{"id"'),
        refusal(500),
        refusal(502),
        refusal(504),
        refusal(408),
        refusal(524),
    ],
    ids=["reset", "closed", "half", "500", "502", "504", "408", "524"],
)
def test_what_may_have_been_taken_is_unknown_and_not_sent_again(folder, asked, reply):
    folder.rows(*ROWS)
    asked.replies["prompt 3"] = [reply]
    ran = folder.run()
    others = right(*ROWS[:3], *ROWS[4:])

    assert (ran.code, len(asked.prompts), folder.answers()) == (3, 8, others)
    assert "1 unknown" in ran.err and "row-003" in ran.err

    again = folder.run("--retry-errors")
    assert (again.code, len(asked.prompts), folder.answers()) == (3, 8, others)
    assert "1 unknown" in again.err

    resent = folder.run("--resend-unknown")
    assert (resent.code, asked.prompts[8:], folder.answers()) == (0, ["prompt 3"], right(*ROWS))


@pytest.mark.parametrize("status", [429, 503])
def test_what_was_refused_for_now_is_sent_again(folder, asked, status):
    folder.rows(*ROWS)
    asked.replies["prompt 3"] = [refusal(status, **{"Retry-After": "0"})] * 2
    ran = folder.run()

    assert (ran.code, folder.answers(), asked.prompts.count("prompt 3"), len(asked.prompts)) == (0, right(*ROWS), 3, 10)
    line = next(one for one in folder.lines() if one["custom_id"] == "row-003")
    assert line["attempts"] == 3


def test_what_is_refused_to_the_end_has_failed_and_can_be_run_again(folder, asked):
    folder.rows(*ROWS)
    asked.replies["prompt 3"] = [refusal(429, "rate_limit_exceeded", **{"Retry-After": "0"})] * 3
    ran = folder.run("--retries", "2")
    assert (ran.code, len(asked.prompts), folder.answers()) == (3, 10, right(*ROWS) | {"row-003": None})

    assert (folder.run().code, len(asked.prompts)) == (3, 10)
    assert (folder.run("--retry-errors").code, folder.answers()) == (0, right(*ROWS))


def test_two_batches_do_not_share_a_journal(folder, asked):
    folder.rows(row(0))
    folder.run()
    ran = folder.call("batch", "run", "in.jsonl", "-o", "other.jsonl")

    assert (ran.code, len(asked.prompts)) == (0, 2)


def test_the_results_of_something_else_are_left_alone(folder, asked):
    folder.rows(row(0))
    for text in (b"a diary", b"a diary\nof two lines", b"{}\n", b'{"a": 1}', b"\n\nshort\n"):
        folder.out.write_bytes(text)
        ran = folder.run()

        assert (ran.code, folder.out.read_bytes(), asked.prompts) == (2, text, [])
        assert sorted(one.name for one in folder.path.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_equal_rows_without_an_id_are_each_run(folder, asked):
    (folder.path / "in.txt").write_text("same\nother\nsame\nsame\n", "utf-8")
    for _ in range(2):
        assert folder.run(rows="in.txt").code == 0
        assert sorted(asked.prompts) == ["other", "same", "same", "same"]
        assert len(folder.lines()) == 4
