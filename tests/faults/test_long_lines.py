"""A line of 20 MB: it is printed like a short one, or is one sentence, and memory stays bounded.

Only some commands, each for a protocol or a shape of answer, because a row costs a second or two: the program itself
runs, under a limit of the system on its memory.
"""

import subprocess

import pytest
from conftest import PROGRAM
from honest import REQUEST_ID, Honest

LONG = "x" * 20_000_000
SHORT = "Hello"
BOUND = 500_000  # KiB of address space, of which the interpreter, its threads and libraries map about a third
PEOPLE = [
    "chat Hello --stream",
    "chat Hello --no-stream",
    "gemini Hello --stream",
    "messages Hello --stream",
    "responses Hello --stream",
    "api POST /v1/chat/completions --field model=gpt-5.4",
]


@pytest.fixture
def bounded(environ):
    """Run ``cometapi`` in bounded memory: its exit code, its stdout with the long text as the short one, and its stderr."""

    def run(*words):
        command = ["sh", "-c", f'ulimit -v {BOUND}; exec "$@"', "sh", str(PROGRAM), *words]
        ran = subprocess.run(command, capture_output=True, env=environ, stdin=subprocess.DEVNULL, check=False)
        return ran.returncode, ran.stdout.replace(LONG.encode(), SHORT.encode()).decode(), ran.stderr.decode()

    return run


def longer(talk):
    """An honest answer whose first ``Hello`` is 20 MB long, in one line."""
    honest = Honest(talk)
    body = b"".join(honest.start + honest.rest).decode()
    talk.whole(body.replace(SHORT, LONG, 1), 200, honest.kind, REQUEST_ID)


@pytest.mark.parametrize("words", PEOPLE)
def test_a_line_of_20_mb_is_printed_like_a_short_one(words, bounded, raw):
    raw(lambda talk: Honest(talk).whole(), longer)
    short, long = bounded(*words.split()), bounded(*words.split())

    assert long == short


def test_a_refusal_of_20_mb_is_one_sentence(bounded, raw):
    raw(lambda talk: talk.whole({"error": {"message": LONG}}, 400, "application/json", REQUEST_ID))
    code, out, err = bounded("chat", "Hello")

    assert (code, out, err.splitlines()[0]) == (
        1,
        "",
        "cometapi: The service does not accept the request (HTTP 400). (request id: req-7)",
    )


def test_an_error_of_20_mb_in_a_stream_is_one_sentence_that_somebody_can_read(bounded, raw):
    raw(lambda talk: talk.stream('data: {"error": {"message": "' + LONG + '"}}\n\n', more=(REQUEST_ID,)).end())

    assert bounded("chat", "Hello") == (
        1,
        "",
        "cometapi: The service could not complete the answer: a reason of 20,000,000 characters; --debug shows how it begins."
        " (request id: req-7)\n",
    )
