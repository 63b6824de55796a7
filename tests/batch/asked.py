"""A folder with rows, results and a journal, and a service that knows each row by its prompt and counts what it is asked."""

import json
import threading
import time
from pathlib import Path

import pytest

KEY = "sk-test-key-0001"
USAGE = {"prompt_tokens": 10, "completion_tokens": 100, "total_tokens": 110}


def row(number, prompt=None, **body):
    """A line of a batch in OpenAI's form, as a dict."""
    return of(f"row-{number:03}", prompt or f"prompt {number}", **body)


def of(id, prompt, **body):
    """The same with any ID."""
    turn = {"role": "user", "content": prompt}
    body = {"model": "gpt-5.4", "max_tokens": 100, "messages": [turn], **body}
    return {"custom_id": id, "method": "POST", "url": "/v1/chat/completions", "body": body}


def answer(prompt, model="gpt-5.4"):
    """A whole answer to a prompt."""
    message = {"role": "assistant", "content": f"answer to {prompt}"}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return {"id": "chatcmpl-1", "object": "chat.completion", "model": model, "choices": [choice], "usage": USAGE}


def refusal(status, code=None, message="no", **headers):
    """A reply that refuses a request."""
    return status, {"error": {"message": message, "type": "error", "code": code}}, headers


class Asked:
    """Answers every row. ``replies`` are, by prompt, those that come before that: each is ``(status, JSON, headers)``, bytes
    as they are, or a function of a Talk. ``held`` prompts are answered once ``go_on`` is set, ``seconds`` is how long each takes.
    """

    def __init__(self):
        self.prompts, self.moments, self.replies, self.bodies = [], [], {}, []
        self.catalog = None  # what it says of models and prices
        self.always = None  # the reply to every row that has no other
        self.held, self.go_on, self.seconds = (), threading.Event(), 0
        self.at_once = self.most_at_once = 0
        self.lock, self.came = threading.Lock(), threading.Condition()

    def __call__(self, talk):
        if talk.method != "POST":
            return self.reply(talk, (200, self.catalog, {}) if self.catalog else refusal(404))
        body = json.loads(talk.body)
        prompt = prompt_of(body)
        with self.lock:
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
            waiting = self.replies.get(prompt)
            reply = waiting.pop(0) if waiting else self.always
        with self.came:
            self.prompts.append(prompt)
            self.bodies.append((talk.path, body))
            self.moments.append(time.monotonic())
            self.came.notify_all()
        self.hold(prompt)
        with self.lock:
            self.at_once -= 1  # before the program can know that it has the answer
        return self.reply(talk, reply or (200, answer(prompt), {}))

    def hold(self, prompt):
        """Take as long as a row is to take."""
        if prompt in self.held:
            self.go_on.wait()
        elif self.seconds:
            time.sleep(self.seconds)

    def reply(self, talk, reply):
        """Say one of the ``replies``."""
        if callable(reply):
            return reply(talk)
        status, body, headers = reply
        return talk.whole(body, status, "application/json", *(f"{name}: {value}" for name, value in headers.items()))

    def wait(self, count):
        """Wait until so many requests have come."""
        with self.came:
            assert self.came.wait_for(lambda: len(self.prompts) >= count, 20)

    def twice(self):
        """The prompts that were asked for more than once."""
        return sorted({one for one in self.prompts if self.prompts.count(one) > 1})


def prompt_of(body):
    """What stands in a request."""
    turns = body.get("messages") or [{"content": body.get("input")}]
    return turns[-1]["content"]


class Folder:
    """The working folder of batches: ``in.jsonl``, ``out.jsonl``, and what is beside them. ``run`` runs the program there."""

    def __init__(self, path, run, asked):
        self.path, self.call, self.asked = path, run, asked

    def rows(self, *rows, name="in.jsonl"):
        """Write the rows of the input: dicts, or lines of bytes."""
        lines = [one if isinstance(one, bytes) else json.dumps(one).encode() for one in rows]
        (self.path / name).write_bytes(b"".join(line + b"\n" for line in lines))

    def run(self, *words, rows="in.jsonl", **options):
        """Run the rows into out.jsonl; the Ran."""
        return self.call("batch", "run", rows, "-o", "out.jsonl", *words, **options)

    @property
    def out(self):
        return self.path / "out.jsonl"

    @property
    def journal(self):
        return self.path / "out.jsonl.journal"

    def lines(self):
        """The results, each a dict, after a look at the file: whole lines, each ID once."""
        data = self.out.read_bytes()
        assert data == b"" or data.endswith(b"\n")
        found = [json.loads(line) for line in data.split(b"\n")[:-1]]
        ids = [one["custom_id"] for one in found]
        assert len(ids) == len(set(ids)), ids
        return found

    def answers(self):
        """The texts of the answers by ID, None for a row that failed."""
        return {one["custom_id"]: None if one["error"] else text_of(one) for one in self.lines()}


def text_of(line):
    """The text in a line of results."""
    return line["response"]["body"]["choices"][0]["message"]["content"]


def right(*rows):
    """The answers that some rows should have, by ID."""
    return {one["custom_id"]: f"answer to {prompt_of(one['body'])}" for one in rows}


@pytest.fixture
def asked(raw):
    """The service, which the program takes for its own."""
    made = Asked()
    raw(made)
    yield made
    made.go_on.set()


@pytest.fixture
def folder(cli, asked, tmp_path, monkeypatch):
    """The working folder."""
    path = Path(tmp_path / "work")
    path.mkdir()
    monkeypatch.chdir(path)
    return Folder(path, cli, asked)
