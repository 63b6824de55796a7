"""Rows that the workers of a Dask cluster send: each once, whatever dies, inside one limit and one budget."""

import json

import pytest
from asked import asked, right, row  # noqa: F401 - fixtures
from clusters import cluster, folder  # noqa: F401 - fixtures

ROWS = [row(number) for number in range(16)]
IDS = {one["custom_id"] for one in ROWS}


def test_no_row_is_asked_for_twice_when_a_worker_is_killed(folder, asked, cluster):
    folder.rows(*ROWS)
    asked.replies["prompt 5"] = [lambda talk: cluster.kill(talk)]
    ran = folder.run(*cluster.words)
    unknown = IDS - folder.answers().keys()

    assert (ran.code, asked.twice(), folder.answers().items() <= right(*ROWS).items()) == (3, [], True)
    assert "row-005" in unknown
    assert len(unknown) <= 2  # what the killed worker had begun with its two threads
    assert f"{len(unknown)} unknown" in ran.err
    assert asked.most_at_once <= 4
    assert "sk-test" not in folder.journal.read_text() + folder.out.read_text() + ran.err

    count = len(asked.prompts)
    assert (folder.run().code, len(asked.prompts)) == (3, count)
    assert (folder.run("--resend-unknown").code, folder.answers()) == (0, right(*ROWS))


def test_a_cap_is_one_for_all_workers(folder, asked, cluster):
    folder.rows(*ROWS)
    ran = folder.run(*cluster.words, "--max-calls", "5", "--parallel", "4")

    assert (ran.code, len(asked.prompts), len(folder.lines())) == (75, 5, 5)
    assert (folder.run().code, asked.twice(), folder.answers()) == (0, [], right(*ROWS))


def test_a_refused_row_is_sent_again(folder, asked, cluster):
    folder.rows(*ROWS[:3])
    asked.replies["prompt 1"] = [(429, {"error": {"message": "slow"}}, {"Retry-After": "0"})]

    assert (folder.run(*cluster.words).code, asked.twice(), folder.answers()) == (0, ["prompt 1"], right(*ROWS[:3]))


def test_workers_with_another_key_send_nothing(folder, asked, cluster):
    folder.rows(*ROWS)
    ran = folder.run(*cluster.words, env={"COMETAPI_KEY": "sk-another-key-0002"})

    assert (ran.code, asked.prompts) == (78, [])
    assert "A worker has another key than this machine." in ran.err
    assert (folder.run().code, folder.answers()) == (0, right(*ROWS))


def test_without_a_scheduler_nothing_is_sent(folder, asked):
    folder.rows(*ROWS)
    words = ("--engine", "dask", "--scheduler", "tcp://127.0.0.1:9")
    ran = folder.run(*words, env={"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "0.3s"})

    assert (ran.code, asked.prompts) == (69, [])
    assert "The Dask scheduler at tcp://127.0.0.1:9 cannot be reached." in ran.err


@pytest.mark.parametrize("words", [("--engine", "dask"), ("--scheduler", "tcp://127.0.0.1:9")], ids=" ".join)
def test_engine_and_scheduler_belong_together(folder, asked, words):
    folder.rows(*ROWS)

    assert (folder.run(*words).code, asked.prompts) == (2, [])


def test_a_scheduler_that_dies_ends_the_run_and_nothing_is_asked_for_twice(folder, asked, cluster):
    folder.rows(*ROWS)
    asked.replies["prompt 5"] = [cluster.stop_scheduler]
    ran = folder.run(*cluster.words, env={"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "0.3s"})

    assert (ran.code, asked.twice()) == (69, [])
    assert "cannot be reached" in ran.err

    again = folder.run()
    sent = {json.loads(line)[1] for line in folder.journal.read_bytes().splitlines() if json.loads(line)[0] == "sent"}
    assert (again.code, asked.twice(), sent) == (3, [], IDS)
