"""The program killed at any moment while it makes a video: no request is sent twice, and nothing that was paid for is lost.

``KILLS`` says how often it is killed, ``SEED`` which moments are drawn; both are told where it fails.
"""

import json
import os
import random
import signal
import threading
import time
from pathlib import Path

import warm

from cometapi.journal.records import Journal, is_there

VIDEO = (Path(__file__).parents[2] / "spec" / "replies" / "video.mp4").read_bytes()
KILLS = int(os.environ.get("KILLS", "20"))
SEED = int(os.environ.get("SEED", "13"))
WORDS = ["video", "create", "A fox", "--wait", "-o", "fox.mp4", "--interval", "0.1", "--retries", "5"]
SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


class Service:
    """A service that takes a moment for everything, and counts what it was paid for."""

    def __init__(self, draws):
        self.draws, self.made, self.looks = draws, [], {}
        self.lock = threading.Lock()

    def __call__(self, talk):
        time.sleep(self.draws.uniform(0, 0.02))
        place = talk.path.partition("?")[0].removeprefix("/v1/videos").strip("/")
        if talk.method == "POST":
            return self.create(talk)
        if talk.path.startswith("/api/task/self"):
            return talk.whole({"success": True, "data": {"items": self.made, "total": len(self.made)}})
        if place.endswith("/content"):
            talk.head(200, "video/mp4", f"Content-Length: {len(VIDEO)}", 'ETag: "a"').send(VIDEO[:1200])
            time.sleep(0.01)
            return talk.send(VIDEO[1200:])
        looks = self.looks[place] = self.looks.get(place, 0) + 1
        return talk.whole({"id": place, "status": "completed" if looks > 1 else "queued"})

    def create(self, talk):
        """Take a request, and perhaps be slow to say so."""
        with self.lock:
            task = f"video_{len(self.made)}"
            self.made.append({"task_id": task, "model_name": "sora-2", "submit_time": time.time(), "status": "SUCCESS"})
        time.sleep(self.draws.uniform(0, 0.02))
        talk.whole({"id": task, "status": "queued"})


def killed(environ, folder, number, seconds):
    """Run the program and send it a signal after so many seconds; None lets it come to its end. Returns the exit code."""
    null = os.open(os.devnull, os.O_RDWR)
    started = warm.start(WORDS, environ, folder, (null, null, null))
    os.close(null)
    if number is not None:
        time.sleep(seconds)
        started.kill(number)
    return started.wait(30)


def kept(environ):
    """The creations of the journal."""
    if not is_there(environ):
        return []
    with Journal(environ, writes=False) as journal:
        return journal.list()


def test_a_kill_at_any_moment_loses_nothing_and_pays_nothing_twice(cli, raw, environ, tmp_path, monkeypatch):
    draws = random.Random(SEED)
    service = Service(random.Random(SEED))
    raw(service)
    environ["COMETAPI_ACCESS_TOKEN"] = "access-token-0002"
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for _ in range(2):  # the first time loads the program, which says nothing of how long a run is
        begun = time.monotonic()
        assert killed(environ, folder, None, 0) == 0
        longest = (time.monotonic() - begun) * 1.1
        (folder / "fox.mp4").unlink()
    for count in range(KILLS):
        number, seconds = draws.choice(SIGNALS), draws.uniform(0, longest)
        told = f"kill {count} with {number!r} after {seconds:.3f} s, SEED={SEED} KILLS={KILLS}"
        before, records = len(service.made), len(kept(environ))
        killed(environ, folder, number, seconds)
        raw.settle()  # a request that has left arrives
        assert len(service.made) - before <= 1, told
        assert len(kept(environ)) - records >= len(service.made) - before, told
        recovered(cli, environ, service, told)
        for path in folder.glob("*.mp4"):
            assert path.read_bytes() == VIDEO, told
            path.unlink()


def recovered(cli, environ, service, told):
    """Everything that was made is found again by what the journal knows, and fetched; nothing is begun for it."""
    count = len(service.made)
    lost = [one for one in kept(environ) if one["state"] == "sent"]
    if lost:
        offered = cli("tasks", "adopt", "--json")
        for task in dict.fromkeys(one["task_id"] for one in json.loads(offered.out or "[]")):
            assert cli("tasks", "adopt", task).code == 0, told
    known = {one["task"] for one in kept(environ)}
    assert {one["task_id"] for one in service.made} <= known, told
    for one in json.loads(cli("tasks", "unfinished", "--json").out):
        if one["task"]:
            ran = cli("tasks", "wait", one["task"], "-o", f"{one['task']}.mp4", "--interval", "0.1")
            assert (ran.code, ran.out) == (0, f"{one['task']}.mp4\n"), f"{told}\n{ran}"
    assert len(service.made) == count, told
