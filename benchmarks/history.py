"""``python -m benchmarks history``: what looking into a long history costs beyond the start of the program.

Fails when a search takes longer than the limit: in CPU time, which on an idle machine is what one waits, since a search does
nothing but compute, and which holds on a busy one.
"""

import random
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.lists import program, surroundings
from benchmarks.measure import QUICK, measure
from cometapi.history import store, writing
from cometapi.history.database import writing as transaction

COUNT, ROUNDS = (10_000, 5) if QUICK else (100_000, 15)
MOST = 0.1  # seconds of CPU time that a search may take beyond the start
START = "--version"
RARE = "zebra42"  # in one conversation, the oldest
WORDS = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "is",
    "that",
    "for",
    "as",
    "with",
    "was",
    "on",
    "are",
    "by",
    "this",
    "be",
    "from",
    "or",
    "which",
    "an",
    "have",
    "not",
    "were",
    "at",
    "model",
    "answer",
    "stream",
    "table",
    "python",
    "function",
    "value",
    "return",
    "error",
    "network",
    "service",
    "request",
    "header",
    "planet",
    "gravity",
    "orbit",
    "tidal",
    "locking",
    "moon",
]
CALLS = {
    "search, a word in one": ["history", "search", RARE],
    "search, a word in most": ["history", "search", "gravity"],
    "search, two words": ["history", "search", "tidal locking", "planet"],
    "search, a word in none": ["history", "search", "nowhere7"],
    "search, two letters": ["history", "search", "qx"],
    "list": ["history"],
    "show": ["history", "show"],
    "cost by model": ["history", "cost"],
}
LIMITED = [name for name in CALLS if name.startswith("search")]


def main():
    """Measure and print; returns 1 when a search is over the limit."""
    with TemporaryDirectory() as folder:
        environ = surroundings("http://127.0.0.1:9/v1", Path(folder) / "home")
        size = fill(environ)
        told = {name: program(*words, environ=environ) for name, words in {START: [START], **CALLS}.items()}
        found = measure(told, ROUNDS)
    print(f"{COUNT:,} conversations, {size / 1e6:.0f} MB, found and printed as processes that run to their end.\n")
    beyond = {name: one.cpu - found[START].cpu for name, one in found.items()}
    print(f"{'':26}{'wall':>10}{'CPU':>10}   CPU beyond {START}")
    for name, one in found.items():
        print(f"{name:26}{one.wall * 1000:7.0f} ms{one.cpu * 1000:7.0f} ms{beyond[name] * 1000:7.0f} ms")
    late = [name for name in LIMITED if beyond[name] > MOST]
    for name in late:
        print(f"{name} takes more than {MOST * 1000:.0f} ms beyond {START}.")
    return 1 if late else 0


def fill(environ):
    """Keep as many conversations; returns the bytes that they take."""
    drawn = random.Random(1)
    kept = store.required(environ)
    with kept, transaction(kept.connection):
        for number in range(COUNT):
            prompt, reply = (" ".join(drawn.choices(WORDS, k=length)) for length in (12, 60))
            writing.begin(kept.connection, record(number, prompt if number else f"{prompt} {RARE}", reply))
        return kept.size()


def record(number, prompt, reply):
    """One call with its answer."""
    return {
        "command": "chat",
        "protocol": "chat",
        "model": ("gpt-5.4", "claude-sonnet-4-6")[number % 2],
        "prompt": prompt,
        "reply": reply,
        "state": "finished",
        "usage": {"input": 20, "output": 80},
        "cost_usd": 0.001,
    }


if __name__ == "__main__":
    sys.exit(main())
