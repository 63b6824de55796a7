"""What a crash, a full disk or a careless hand leaves of results and journal: nothing is paid twice, and it is told."""

# ruff: noqa: F811
import errno
import json
import os

import pytest
from asked import asked, folder, refusal, right, row  # noqa: F401 - fixtures

ROWS = [row(number) for number in range(4)]


@pytest.fixture
def finished(folder, asked):
    """A batch that has finished: its folder, with one unknown row (row-003) before it is resent by nobody."""
    folder.rows(*ROWS)
    asked.replies["prompt 3"] = [lambda talk: talk.reset()]
    assert folder.run().code == 3
    return folder


def stays_right(folder, asked, told):
    """Run again: no row is sent, what is in the results is right, and resending what is unknown makes it whole."""
    sent = len(asked.prompts)
    for _ in range(2):  # what the first run leaves is no news for the second
        ran = folder.run()
        assert (ran.code, len(asked.prompts)) == (3, sent), (told, ran)
        assert folder.answers().items() <= right(*ROWS).items(), told
        assert "unknown" in ran.err, told
    unknown = 4 - len(folder.answers())
    ran = folder.run("--resend-unknown")
    assert (ran.code, len(asked.prompts) - sent, folder.answers()) == (0, unknown, right(*ROWS)), (told, ran)


def cuts(data):
    """The bytes that are left of a file: cut at every byte of its last two lines, and at every tenth before."""
    last = sum(map(len, data.splitlines(keepends=True)[-2:]))
    return [data[:end] for end in range(len(data)) if end % 97 == 0 or (end > len(data) - last and end % 11 == 0)]


def test_results_that_were_cut_anywhere(finished, asked):
    results, journal = finished.out.read_bytes(), finished.journal.read_bytes()
    for left in cuts(results):
        finished.out.write_bytes(left)
        finished.journal.write_bytes(journal)
        sent = len(asked.prompts)
        ran = finished.run()
        assert (ran.code, len(asked.prompts)) == (3, sent), (len(left), ran)
        assert finished.answers().items() <= right(*ROWS).items()


def test_a_journal_that_was_cut_anywhere(finished, asked):
    results, journal = finished.out.read_bytes(), finished.journal.read_bytes()
    sent = (
        journal.index(b"\n", journal.rindex(b'["sent"')) + 1
    )  # up to here it is on the disk before the last request leaves
    for end in range(sent, len(journal), 3):
        finished.out.write_bytes(results)
        finished.journal.write_bytes(journal[:end])
        ran = finished.run()
        assert (ran.code, len(asked.prompts)) == (3, 4), (end, ran)
        assert finished.out.read_bytes() == results


@pytest.mark.parametrize("damage", ["lost", "empty", "head", "zeros", "noise"])
def test_a_journal_that_is_not_what_it_was(finished, asked, damage):
    path, data = finished.journal, finished.journal.read_bytes()
    lines = data.splitlines(keepends=True)
    if damage == "lost":
        for one in finished.path.glob("out.jsonl.*"):
            one.unlink()
    else:
        made = {"empty": b"", "head": lines[0], "zeros": bytes(len(data)), "noise": b"\xff\n".join(lines)}
        path.write_bytes(made[damage])
    stays_right(finished, asked, damage)


@pytest.mark.parametrize("damage", ["lost", "empty", "zeros", "half"])
def test_results_that_are_not_what_they_were(finished, asked, damage):
    data = finished.out.read_bytes()
    if damage == "lost":
        finished.out.unlink()
    else:
        made = {"empty": b"", "zeros": bytes(len(data)), "half": data[: len(data) // 2]}
        finished.out.write_bytes(made[damage])
    stays_right(finished, asked, damage)


def test_a_damaged_line_between_others_is_told(finished, asked):
    first, *others = finished.out.read_bytes().splitlines(keepends=True)
    finished.out.write_bytes(first[:50] + b"\0" * 20 + b"\n" + b"".join(others))
    ran = finished.run()

    assert (ran.code, len(asked.prompts)) == (3, 4)
    assert "line 1" in ran.err and "2 unknown" in ran.err


def test_a_new_row_is_run_after_results_were_cut(folder, asked):
    folder.rows(*ROWS)
    folder.run()
    data = folder.out.read_bytes()
    for cut, count in ((40, 5), (3, 6)):
        folder.out.write_bytes(folder.out.read_bytes()[:-cut])
        folder.rows(*ROWS, *(row(number) for number in range(4, count)))
        ran = folder.run()
        assert (ran.code, asked.twice(), asked.prompts[-1]) == (3, [], f"prompt {count - 1}")
        assert f"row-{count - 1:03}" in folder.answers()
    assert len(data) > 0


def test_a_lost_journal_is_no_reason_to_pay_again_even_after_other_rows_were_run(folder, asked):
    folder.rows(*ROWS)
    asked.replies["prompt 1"] = [refusal(400)]
    asked.replies["prompt 3"] = [lambda talk: talk.reset()]
    folder.run()
    folder.journal.unlink()
    assert folder.run("--retry-errors").code == 3  # row-001, which the journal knows then
    assert (folder.run().code, asked.prompts.count("prompt 3")) == (3, 1)


def test_a_marker_goes_with_the_results_that_it_is_about(folder, asked):
    folder.rows(*ROWS)
    folder.run()
    marker = folder.path / "out.jsonl.done"
    assert json.loads(marker.read_bytes())["rows"] == 4
    folder.out.write_bytes(folder.out.read_bytes()[:-3])

    assert (folder.run().code, marker.exists()) == (3, False)


class Disk:
    """A disk that takes ``left`` bytes for files with a name that ends so, and no more."""

    def __init__(self, ending, left):
        self.ending, self.left, self.write = ending, left, os.write

    def __call__(self, handle, data):
        if not os.readlink(f"/proc/self/fd/{handle}").endswith(self.ending):
            return self.write(handle, data)
        taken = min(self.left, len(data))
        self.left -= taken
        if taken == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return self.write(handle, bytes(data[:taken]))


@pytest.mark.parametrize("ending", ["out.jsonl", "out.jsonl.journal"])
@pytest.mark.parametrize("left", [0, 1, 30, 200, 900, 2000])
def test_a_full_disk_stops_the_run_and_nothing_is_paid_twice(folder, asked, monkeypatch, ending, left):
    rows = [row(number) for number in range(12)]
    folder.rows(*rows)
    with monkeypatch.context() as patched:
        patched.setattr(os, "write", Disk(ending, left))
        full = folder.run("--parallel", "2")
    whole = left == 2000 and ending.endswith("journal")  # room for all of it
    assert full.code == (0 if whole else 1), full
    assert whole or ("No space left on device" in full.err and "Traceback" not in full.err)
    assert left or ending != "out.jsonl.journal" or asked.prompts == []
    sent = len(asked.prompts)
    assert whole or sent <= 9, "the run did not stop"
    answered = folder.answers()

    ran = folder.run()
    assert (asked.twice(), len(asked.prompts)) == ([], 12)
    lost = {one["custom_id"] for one in rows} - set(folder.answers())
    assert folder.answers().items() >= answered.items()
    assert (ran.code, len(lost) <= 2) == (3 if lost else 0, True)
    assert not lost or f"{len(lost)} unknown" in ran.err
