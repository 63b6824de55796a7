"""Rows that the workers of a Dask cluster send: each once, whatever dies, inside one limit and one budget."""

import json
import signal
import subprocess
import sys
from contextlib import ExitStack

import pytest
from asked import asked, right, row  # noqa: F401 - fixtures
from clusters import alone, cluster, folder  # noqa: F401 - fixtures
from inprocess import wait_for

# ruff: noqa: F811 - the names of fixtures

ROWS = [row(number) for number in range(16)]
IDS = {one["custom_id"] for one in ROWS}


@pytest.fixture
def begin(folder, environ, cluster):
    """Begins a run, in a process of its own."""
    folder.rows(*ROWS)
    command = [sys.executable, "-m", "cometapi", "batch", "run", "in.jsonl", "-o", "out.jsonl", *cluster.words]
    with ExitStack() as runs:

        def begin():
            made = subprocess.Popen([*command, "--parallel", "2"], env=environ, stderr=subprocess.DEVNULL)
            runs.enter_context(made)
            runs.callback(made.kill)
            return made

        yield begin


def test_what_a_killed_run_had_sent_is_not_asked_for_again(folder, asked, begin):
    asked.held = ["prompt 0", "prompt 1"]
    run = begin()
    asked.wait(2)
    run.kill()
    asked.go_on.set()

    assert run.wait(20) == -signal.SIGKILL
    assert (folder.run().code, asked.twice()) == (3, [])
    assert {"row-000", "row-001"} == IDS - folder.answers().keys()
    assert (folder.run("--resend-unknown").code, folder.answers()) == (0, right(*ROWS))


def test_what_is_in_the_air_comes_home_after_ctrl_c(folder, asked, begin):
    asked.held = ["prompt 0", "prompt 1"]
    run = begin()
    asked.wait(2)
    run.send_signal(signal.SIGINT)
    asked.go_on.set()

    assert (run.wait(20), len(folder.answers()) >= 2) == (130, True)
    assert (folder.run().code, asked.twice(), folder.answers()) == (0, [], right(*ROWS))


def test_a_cap_is_one_for_all_workers(folder, asked, cluster):
    folder.rows(*ROWS)
    ran = folder.run(*cluster.words, "--max-calls", "5", "--parallel", "4")

    assert (ran.code, len(asked.prompts), len(folder.lines())) == (75, 5, 5)
    assert (folder.run().code, asked.twice(), folder.answers()) == (0, [], right(*ROWS))


def test_a_refused_row_is_sent_again(folder, asked, cluster):
    folder.rows(*ROWS[:3])
    asked.replies["prompt 1"] = [(429, {"error": {"message": "slow"}}, {"Retry-After": "0"})]

    assert (folder.run(*cluster.words).code, asked.twice(), folder.answers()) == (0, ["prompt 1"], right(*ROWS[:3]))


def test_what_no_worker_has_begun_is_taken_back_by_ctrl_c(folder, asked, environ, alone):
    alone.worker.kill()
    alone.worker.wait()
    folder.rows(*ROWS)
    command = [sys.executable, "-m", "cometapi", "batch", "run", "in.jsonl", "-o", "out.jsonl", *alone.words]
    with subprocess.Popen(command, env=environ, stderr=subprocess.PIPE, text=True) as run:
        assert "no workers" in run.stderr.readline()
        assert wait_for(lambda: b"sent" in folder.journal.read_bytes(), 20)
        run.send_signal(signal.SIGINT)
        _, err = run.communicate(timeout=20)

    assert (run.returncode, asked.prompts, "16 rows not sent yet" in err) == (130, [], True)
    assert (folder.run().code, folder.answers()) == (0, right(*ROWS))


def test_files_are_saved_by_workers_beside_the_results(folder, asked, cluster):
    folder.rows({"custom_id": "hello", "url": "/v1/audio/speech", "body": {"model": "tts-1", "input": "Hello"}})
    asked.always = lambda talk: talk.whole(b"ID3" + b"\0" * 100, 200, "audio/mpeg")
    ran = folder.run(*cluster.words)
    [path] = folder.lines()[0]["files"]

    assert (ran.code, len(asked.prompts)) == (0, 1)
    assert (folder.path / path).read_bytes()[:3] == b"ID3"


def test_workers_with_another_key_send_nothing(folder, asked, cluster):
    folder.rows(*ROWS)
    ran = folder.run(*cluster.words, env={"COMETAPI_KEY": "sk-another-key-0002"})

    assert (ran.code, asked.prompts) == (78, [])
    assert "A worker has another key than this machine." in ran.err
    assert (folder.run().code, folder.answers()) == (0, right(*ROWS))


def test_without_the_library_nothing_is_sent(folder, asked, cli, monkeypatch):
    monkeypatch.setattr("cometapi.batch.cluster.client.PACKAGE", "no_such_library")
    folder.rows(*ROWS)
    folder.call = cli
    ran = folder.run("--engine", "dask", "--scheduler", "tcp://127.0.0.1:9")

    assert (ran.code, asked.prompts, folder.journal.exists()) == (78, [], False)
    assert ran.err.endswith("Install it from the checkout: pipx install --force '.[dask]'\n")


def test_nothing_of_dask_is_loaded_without_the_engine(folder, environ):
    folder.rows(*ROWS)
    line = ["batch", "run", "in.jsonl", "-o", "out.jsonl"]
    code = "import sys; from cometapi.main import main; main(sys.argv[1:]); print({'dask', 'distributed'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code, *line], env=environ, capture_output=True, text=True, check=False)

    assert (done.stdout, len(folder.answers())) == ("set()\n", len(ROWS))


def test_without_a_scheduler_nothing_is_sent(folder, asked):
    folder.rows(*ROWS)
    words = ("--engine", "dask", "--scheduler", "tcp://127.0.0.1:9")
    ran = folder.run(*words, "--connect-timeout", "0.3")

    assert (ran.code, asked.prompts) == (69, [])
    assert "The Dask scheduler at tcp://127.0.0.1:9 cannot be reached." in ran.err


@pytest.mark.parametrize("words", [("--engine", "dask"), ("--scheduler", "tcp://127.0.0.1:9")], ids=" ".join)
def test_engine_and_scheduler_belong_together(folder, asked, words):
    folder.rows(*ROWS)

    assert (folder.run(*words).code, asked.prompts) == (2, [])


def test_no_row_is_asked_for_twice_when_a_worker_is_killed(folder, asked, cluster):
    folder.rows(*ROWS)
    asked.replies["prompt 5"] = [cluster.kill]
    ran = folder.run(*cluster.words)
    cluster.settle()
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


def test_a_scheduler_that_dies_ends_the_run_and_nothing_is_asked_for_twice(folder, asked, alone):
    folder.rows(*ROWS)
    asked.replies["prompt 5"] = [lambda talk: alone.scheduler.kill()]
    ran = folder.run(*alone.words, "--connect-timeout", "0.3")

    assert (ran.code, asked.twice()) == (69, [])
    assert "cannot be reached" in ran.err

    again = folder.run()
    sent = {json.loads(line)[1] for line in folder.journal.read_bytes().splitlines() if json.loads(line)[0] == "sent"}
    assert (again.code, asked.twice(), sent) == (3, [], IDS)
