"""What ends a row, what ends a run, and what a run that has ended early leaves for the next one."""

# ruff: noqa: F811
import errno
import os
import socket

import pytest
from asked import asked, folder, refusal, right, row  # noqa: F401 - fixtures

from cometapi import temporary

ROWS = [row(number) for number in range(12)]


def test_a_wait_that_is_longer_than_allowed_is_a_failure_of_its_row_alone(folder, asked):
    folder.rows(*ROWS)
    asked.replies["prompt 3"] = [refusal(429, **{"Retry-After": "86400"})]
    ran = folder.run()

    assert (ran.code, len(asked.prompts), folder.answers()) == (3, 12, right(*ROWS) | {"row-003": None})
    assert (folder.run("--retry-errors").code, folder.answers(), len(asked.prompts)) == (0, right(*ROWS), 13)


def test_refused_contents_are_no_outage_however_many_come_in_a_row(folder, asked):
    rows = [row(number) for number in range(60)]
    folder.rows(*rows)
    for number in range(30):
        asked.replies[f"prompt {number}"] = [refusal(400, "content_policy_violation")]
    ran = folder.run("--parallel", "3")

    assert (ran.code, len(asked.prompts), asked.twice()) == (3, 60, [])
    assert {id for id, text in folder.answers().items() if text} == {one["custom_id"] for one in rows[30:]}


@pytest.mark.parametrize("status", [401, 404, 429])
def test_the_code_decides_before_the_status(folder, asked, status):
    rows = [*(row(number, model="gone") for number in range(20)), *(row(number) for number in range(20, 30))]
    folder.rows(*rows)
    asked.replies = {f"prompt {number}": [refusal(status, "model_not_found")] for number in range(20)}
    ran = folder.run("--parallel", "2")

    assert (ran.code, folder.answers(), len(asked.prompts) < 16) == (3, right(*rows[20:]), True)
    assert "gone" in ran.err or "no" in ran.err


def test_refusals_of_many_rows_are_told_in_a_few_lines(folder, asked):
    rows = [row(number) for number in range(24)]
    folder.rows(*rows)
    for number in range(24):
        asked.replies[f"prompt {number}"] = [refusal(429, "rate_limit_exceeded", **{"Retry-After": "0"})]
    ran = folder.run("--retries", "9", "--parallel", "24")

    assert (ran.code, folder.answers(), len(asked.prompts)) == (0, right(*rows), 48)
    assert ran.err.count("\n") <= 10, ran.err


def test_where_nobody_listens_nothing_is_unknown(folder, asked, environ):
    folder.rows(*ROWS)
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{bound.getsockname()[1]}/v1"
        ran = folder.run("--retries", "0", env={"COMETAPI_BASE_URL": nobody})

    assert (ran.code, "unknown" in ran.err, folder.answers()) == (69, False, {})
    assert (folder.run().code, folder.answers()) == (0, right(*ROWS))


@pytest.mark.parametrize("order", [[], ["--order", "input"]], ids=["completion", "input"])
def test_results_that_cannot_take_the_place_of_failures_wait_for_the_next_run(folder, asked, monkeypatch, order):
    folder.rows(*ROWS)
    asked.replies["prompt 3"] = [refusal(400)]
    folder.run()
    before = folder.out.read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(temporary, "sync", full)
        ran = folder.run("--retry-errors", *order)
        assert folder.run(*order).code == 1  # the disk is still full
    assert (ran.code, folder.out.read_bytes(), len(asked.prompts)) == (1, before, 13)
    assert "No space left on device" in ran.err and "Traceback" not in ran.err

    assert (folder.run(*order).code, folder.answers(), len(asked.prompts)) == (0, right(*ROWS), 13)
    assert [one.name for one in folder.path.iterdir() if "again" in one.name or one.name.endswith(".tmp")] == []


def full(_):
    """Say what a disk says that has no room."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_folder_that_cannot_be_written_to_gets_nothing_sent(folder, asked, monkeypatch):
    folder.rows(*ROWS)
    opened = os.open

    def refused(path, flags, *more, **options):
        if str(path).endswith(".journal"):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return opened(path, flags, *more, **options)

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", refused)
        ran = folder.run()

    assert (ran.code, asked.prompts, "Read-only file system" in ran.err) == (1, [], True)
