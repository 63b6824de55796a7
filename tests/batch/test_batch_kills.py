"""The program killed at any moment while it runs a batch: no request that may have been taken is made twice, and each row is
answered at most once, or told as unknown.

``KILLS`` says how often it is killed, ``SEED`` which moments are drawn; both are told where it fails.
"""

# ruff: noqa: F811
import json
import os
import random
import re
import signal
import threading
import time

import warm
from asked import answer, asked, folder, prompt_of, refusal, right, row  # noqa: F401 - fixtures

KILLS = int(os.environ.get("KILLS", "12"))
SEED = int(os.environ.get("SEED", "13"))
ROWS = [row(number) for number in range(30)]
SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
WAYS = ([], [], ["--retry-errors"], ["--order", "input"], ["--parallel", "2", "--order", "input"], ["--parallel", "30"])


class Service:
    """A service that answers most rows, refuses some for now and some for good, and lets some connections break.

    ``open`` has the prompts whose request may have been taken, and whose sender was not told that it was not.
    """

    def __init__(self, draws):
        self.draws, self.lock, self.open, self.twice = draws, threading.Lock(), set(), []
        self.is_calm = False

    def __call__(self, talk):
        if talk.method != "POST":
            return talk.whole({}, 404)
        prompt = prompt_of(json.loads(talk.body))
        with self.lock:
            chance, seconds = (1, 0) if self.is_calm else (self.draws.random(), self.draws.uniform(0, 0.02))
            if prompt in self.open:
                self.twice.append(prompt)
            self.open.add(prompt)
        time.sleep(seconds)
        if chance < 0.05:
            return talk.reset()
        if chance < 0.2:
            self.open.discard(prompt)
            code = None if chance < 0.15 else "content_policy_violation"
            status, body, _ = refusal(400 if code else 429, code)
            return talk.whole(body, status, "application/json", "Retry-After: 0")
        return talk.whole(answer(prompt))


def ends(words, environ, folder, number, seconds, again=None):
    """Run the batch and send it a signal after so many seconds, None for no signal, and once more after ``again`` seconds;
    gives the exit code.
    """
    null = os.open(os.devnull, os.O_RDWR)
    started = warm.start(["batch", "run", "in.jsonl", "-o", "out.jsonl", *words], environ, folder, (null, null, null))
    os.close(null)
    if number is not None:
        time.sleep(seconds)
        started.kill(number)
    if again:
        time.sleep(again)
        started.kill(number)
    return started.wait(30)


def clear(folder):
    """Begin a new batch."""
    for one in folder.path.iterdir():
        one.unlink()
    folder.rows(*ROWS)


def begin(asked, draws):
    """The Service of a new batch, behind the one that reads prompts."""
    service = Service(random.Random(draws.random()))
    asked.serve = service
    return service


def holds(folder, service, told):
    """Whatever stopped the run: nothing was asked twice, and no answer stands there twice or at another row."""
    assert service.twice == [], told
    if folder.out.exists():
        data = folder.out.read_bytes()
        folder.out.write_bytes(data[: data.rfind(b"\n") + 1])  # what a kill left of a line is the next run's matter
        found = {id: text for id, text in folder.answers().items() if text is not None}
        folder.out.write_bytes(data)
        assert found.items() <= right(*ROWS).items(), told


def is_whole(folder, service, asked, told):
    """Run to the end: what has no line is told as unknown, nothing else was asked, and resending makes it whole."""
    ran = folder.run("--retries", "20")
    for _ in range(3):
        if "were not sent" in ran.err:  # many connections broke one after another
            ran = folder.run("--retries", "20")
    holds(folder, service, told)
    lacking = len(ROWS) - len(folder.lines())
    unknown = re.search(r"(\d+) unknown", ran.err)
    is_good = not lacking and not unknown and None not in folder.answers().values()
    assert (ran.code == 0) == is_good, (told, ran)
    assert lacking <= (int(unknown[1]) if unknown else 0), (told, ran)  # a row that failed before keeps its line
    service.open.clear()
    service.is_calm = True
    healed = folder.run("--resend-unknown", "--retry-errors")
    assert (healed.code, folder.answers(), service.twice) == (0, right(*ROWS), []), (told, healed)


def test_a_kill_at_any_moment_pays_nothing_twice(folder, asked, raw, environ, monkeypatch):
    draws = random.Random(SEED)
    raw(lambda talk: asked.serve(talk))
    for _ in range(2):  # the first time loads the program, which says nothing of how long a run is
        clear(folder)
        service = begin(asked, draws)
        begun = time.monotonic()
        ends(["--retries", "20"], environ, folder.path, None, 0)
        longest = time.monotonic() - begun
    clear(folder)
    service = begin(asked, draws)
    for count in range(KILLS):
        number, seconds, words = draws.choice(SIGNALS), draws.uniform(0, longest), draws.choice(WAYS)
        told = f"kill {count} with {number!r} after {seconds:.3f} s of {words}, SEED={SEED} KILLS={KILLS}"
        ends(words, environ, folder.path, number, seconds, draws.choice([None, 0.003]))
        raw.settle()  # a request that has left arrives
        holds(folder, service, told)
        if draws.random() < 0.3:
            is_whole(folder, service, asked, told)
            clear(folder)
            service = begin(asked, draws)
