"""Parts of a batch: every row belongs to one of them, whatever else is in the file and however the parts are numbered."""

# ruff: noqa: F811 - the names of fixtures
import json
from collections import Counter

import pytest
from asked import asked, folder, row  # noqa: F401 - fixtures
from hypothesis import given
from hypothesis import strategies as st

from cometapi.batch import shards
from cometapi.errors import UsageError


def slurm(task, first, last, step=None, count=None):
    """The variables that Slurm gives a task of an array."""
    names = {"ID": task, "MIN": first, "MAX": last, "STEP": step, "COUNT": count}
    return {f"SLURM_ARRAY_TASK_{name}": str(value) for name, value in names.items() if value is not None}


def test_a_part_is_that_of_the_id_alone_and_stays_what_it_is():
    assert [shards.of(f"row-{number:03}", 3) for number in range(8)] == [1, 3, 1, 2, 3, 2, 2, 1]
    assert Counter(shards.of(str(number), 4) for number in range(4000)).most_common()[-1][1] > 900
    assert [shards.of(id, 2**30) == shards.of(other, 2**30) for id, other in ((7, "7"), (1, True), (1, 1.0))] == [
        False
    ] * 3


@given(id=st.text() | st.integers() | st.booleans(), count=st.integers(1, 1000))
def test_every_id_has_a_part(id, count):
    assert 1 <= shards.of(id, count) <= count


@pytest.mark.parametrize(
    ("text", "environ", "wanted"),
    [
        ("1/1", {}, (1, 1)),
        ("3/3", {}, (3, 3)),
        ("auto/4", {"JOB_COMPLETION_INDEX": "0"}, (1, 4)),
        ("auto/4", {"JOB_COMPLETION_INDEX": "3"}, (4, 4)),
        ("auto", slurm(0, 0, 2), (1, 3)),
        ("auto", slurm(3, 1, 3, 1, 3), (3, 3)),
        ("auto", slurm(4, 0, 4, 2, 3), (3, 3)),
        ("auto", slurm(12, 10, 15, 2, 3), (2, 3)),
    ],
)
def test_words_for_a_part(text, environ, wanted):
    assert shards.given(text, environ) == wanted


@pytest.mark.parametrize(
    ("text", "environ"),
    [
        *((text, {}) for text in ("0/3", "4/3", "1/0", "0/0", "-1/3", "1/-3", "1", "/3", "1/", "a/b", "1/3/5", "1.0/3", " 1/3", "1/3\n", "")),
        ("1/" + "9" * 5000, {}),
        *((text, {"JOB_COMPLETION_INDEX": "0"}) for text in ("auto/", "auto/0", "auto/x", "auto/²", "auto", "AUTO/3")),
        ("auto/4", {}),
        ("auto/4", {"JOB_COMPLETION_INDEX": ""}),
        ("auto/4", {"JOB_COMPLETION_INDEX": "4"}),
        ("auto/4", {"JOB_COMPLETION_INDEX": "9" * 5000}),
        ("auto", {}),
        ("auto", {"SLURM_ARRAY_TASK_ID": "1", "SLURM_ARRAY_TASK_MIN": "0"}),
        ("auto", slurm(5, 0, 2)),
        ("auto", slurm(1, 0, 4, 2)),
        ("auto", slurm(1, 0, 4, 0)),
        ("auto", slurm(5, 1, 7, 1, 3)),  # --array=1,5,7
    ],
)  # fmt: skip
def test_what_is_no_part_is_refused(text, environ):
    with pytest.raises(UsageError):
        shards.given(text, environ)


@pytest.mark.parametrize("tasks", [range(3), range(1, 4), range(0, 5, 2), range(10, 40, 7)], ids=str)
def test_the_tasks_of_an_array_are_all_parts_once(tasks):
    environs = [slurm(task, tasks[0], tasks[-1], tasks.step, len(tasks)) for task in tasks]
    assert [shards.given("auto", one) for one in environs] == [(part, len(tasks)) for part in range(1, len(tasks) + 1)]


@pytest.mark.parametrize("name", ["in.jsonl", "in.txt"])
def test_every_row_is_run_in_one_part_and_equal_rows_too(folder, asked, name):
    lines = [f"line {number % 5}" for number in range(20)]
    if name == "in.txt":
        (folder.path / name).write_text("\n".join(lines))
    else:
        folder.rows(*(row(number, line) for number, line in enumerate(lines)))
    ids = []
    for part in (1, 2, 3):
        ran = folder.call("batch", "run", name, "-o", f"part-{part}.jsonl", "--shard", f"{part}/3")
        assert ran.code == 0, ran.err
        found = (folder.path / f"part-{part}.jsonl").read_bytes().splitlines()
        ids += [json.loads(line)["custom_id"] for line in found]

    assert sorted(asked.prompts) == sorted(lines)
    assert len(ids) == len(set(ids)) == 20
