"""What comes from outside has a bound in time and size: drops do not hold the program, and what never ends is a sentence."""

import json
import subprocess
import threading
from itertools import cycle

import pytest
from conftest import PROGRAM, chunk, event
from inprocess import PATIENCE

from cometapi.answers import reader, sse
from cometapi.answers.assembler import Assembly
from cometapi.answers.reader import Reader
from cometapi.generated import program
from cometapi.http import clock as clocks
from cometapi.http.clock import Clock

EVER = 10_000_000
QUICK = ["--timeout", "0.15", "--retries", "0"]
REFUSALS = [(400, 1), (401, 77), (500, 69)]  # an HTTP status, and the exit code
LATE = "The service did not finish its answer in time."


def drops(talk, *pieces):
    """Send pieces over and over, one every few milliseconds, until the other side hangs up."""
    pause = threading.Event()
    while not pause.wait(0.01):
        for piece in pieces or ("a",):
            talk.send(piece)


def dripping(status=200, kind="application/json", begin="{"):
    """A service whose body comes in drops and never ends."""
    return lambda talk: drops(talk.head(status, kind, f"Content-Length: {EVER}").send(begin), " ")


def chunked(status=200, kind="application/json"):
    """A service that goes on and on with the length of a chunk."""
    return lambda talk: drops(talk.head(status, kind, "Transfer-Encoding: chunked"), "0")


DOCUMENTS = [
    ["models", "--no-cache"],
    ["models", "--source", "openai"],
    ["account"],
    ["tasks", "wait", "x"],
    ["chat", "hi", "--no-stream"],
    ["chat", "hi", "--stream"],
    ["api", "GET", "/v1/models"],
    ["api", "GET", "/api/x"],
    ["api", "GET", "/v1/files/f/content"],
    ["api", "GET", "/api/log/self", "--paginate"],
    ["logs", "--export"],
]


@pytest.mark.parametrize("words", DOCUMENTS, ids=" ".join)
@pytest.mark.parametrize(
    "answer", [dripping(), chunked(), dripping(kind="text/csv", begin="a")], ids=["body", "length", "csv"]
)
def test_a_body_that_comes_in_drops_ends(cli, raw, words, answer):
    raw(answer)
    ran = cli(*words, *QUICK, env={"COMETAPI_ACCESS_TOKEN": "access-token-0002"})

    assert (ran.code, LATE in ran.err or "stopped sending" in ran.err) == (69, True)


# One function reads the refusals of all commands, which take the statuses in turn.
@pytest.mark.parametrize(("words", "refused"), list(zip(DOCUMENTS, cycle(REFUSALS))))
def test_a_refusal_that_comes_in_drops_is_told_all_the_same(cli, raw, words, refused):
    status, code = refused
    raw(dripping(status))
    ran = cli(*words, *QUICK, env={"COMETAPI_ACCESS_TOKEN": "access-token-0002"})

    assert (ran.code, ran.out.strip(), f"HTTP {status}" in ran.err) == (code, "", True)


SIGNS = [": ping\n", ": ping\n\n", "\n", "event: ping\n", "data:\n\n"]


@pytest.mark.parametrize("sign", SIGNS, ids=repr)
@pytest.mark.parametrize("words", [[], ["--json"], ["--raw"], ["--events"]], ids=" ".join)
def test_a_stream_of_nothing_but_signs_of_life_ends(cli, raw, sign, words):
    raw(lambda talk: drops(talk.head().send(chunk("Hello")), sign))
    ran = cli("chat", "hi", "--stream", *words, *QUICK)

    assert ran.code == 69
    assert LATE in ran.err


def test_pings_of_a_protocol_are_signs_of_life_alone(cli, raw):
    raw(lambda talk: drops(talk.head(), 'event: ping\ndata: {"type": "ping"}\n\n'))

    assert cli("messages", "hi", "--stream", *QUICK).code == 69


def test_events_that_bring_nothing_end_later(cli, raw):
    raw(lambda talk: drops(talk.head(), event({"choices": []})))

    assert cli("chat", "hi", "--stream", "--timeout", "0.05", "--retries", "0").code == 69


def test_an_answer_that_goes_on_has_no_bound_in_time(cli, raw):
    def answer(talk):
        pause = threading.Event()
        talk.head()
        for _ in range(40):
            pause.wait(0.02)
            talk.send(": ping\n\n" + chunk("x"))
        talk.send(chunk(finish="stop") + event("[DONE]"))

    raw(answer)
    ran = cli("chat", "hi", "--stream", *QUICK)

    assert (ran.out, ran.code) == ("x" * 40 + "\n", 0)


@pytest.mark.parametrize(("count", "times"), [(1, 60), (16 * 1024, 600), (1024, 64)], ids=["drops", "fast", "slow"])
def test_how_long_a_document_may_take(count, times):
    made = Clock(60)
    for _ in range(times):
        made.tick(1, count)
    with pytest.raises(TimeoutError):
        made.tick(1, count)


def test_a_file_may_come_slowly():
    made = Clock(60)
    made.let_files_pass()
    for _ in range(10_000):
        made.tick(1, clocks.PACE_OF_FILES)


# --- size

ENDLESS = {
    "a line": lambda talk: drops(talk.head().send("data: "), "a" * 1000),
    "a comment": lambda talk: drops(talk.head().send(":"), "a" * 1000),
    "an event": lambda talk: drops(talk.head(), f"data: {'a' * 1000}\n"),
    "other choices": lambda talk: drops(
        talk.head(), event({"choices": [{"index": 1, "delta": {"content": "a" * 1000}}]})
    ),
    "arguments": lambda talk: drops(
        talk.head(),
        event(
            {"choices": [{"index": 0, "delta": {"tool_calls": [{"index": 0, "function": {"arguments": "a" * 1000}}]}}]}
        ),
    ),
    "reasoning": lambda talk: drops(
        talk.head(), event({"choices": [{"index": 0, "delta": {"reasoning_content": "a" * 1000}}]})
    ),
    "calls": lambda talk: drops(
        talk.head(), event({"choices": [{"index": 0, "delta": {"tool_calls": [{"function": {}}] * 20}}]})
    ),
}


@pytest.fixture
def small(monkeypatch):
    """Bounds that a test comes to at once."""
    monkeypatch.setattr(sse, "LARGEST", 20_000)
    monkeypatch.setattr(reader, "LARGEST_KEPT", 20_000)


TOLD = {"other choices": ["--events"], "reasoning": ["--quiet", "--events", "--debug"]}  # as it comes, and not kept
KEPT = [
    (name, word)
    for name in ENDLESS
    for word in ("--quiet", "--json", "--events", "--debug")
    if word not in TOLD.get(name, ())
]


@pytest.mark.parametrize(("name", "word"), KEPT)
def test_what_never_ends_is_a_sentence(cli, raw, small, name, word):
    raw(ENDLESS[name])
    ran = cli("chat", "hi", "--stream", word)

    assert (ran.code, "this program" in ran.err) == (1, True)


def test_a_long_text_is_not_kept(cli, raw, small):
    raw(lambda talk: talk.stream(*[chunk("a" * 1000)] * 100, chunk(finish="stop")).end())

    assert cli("chat", "hi", "--stream").out == "a" * 100_000 + "\n"


def test_endless_lines_stay_in_bounded_memory(environ, raw):
    def answer(talk):
        talk.head().send("data: ")
        while True:
            talk.send(b"a" * 1_000_000)

    raw(answer)
    command = ["sh", "-c", 'ulimit -v 900000; exec "$@"', "sh", str(PROGRAM), "chat", "hi", "--debug"]
    ran = subprocess.run(
        command, capture_output=True, env=environ, stdin=subprocess.DEVNULL, check=False, timeout=PATIENCE
    )

    assert (ran.returncode, b"fault" in ran.stderr, b"MemoryError" in ran.stderr) == (1, False, False)
    assert b"exceeds this program's size limit" in ran.stderr


def test_too_little_memory_is_a_sentence(cli, nobody, monkeypatch):
    def fail(*_):
        raise MemoryError

    monkeypatch.setattr("cometapi.operation.Operation.run", fail)
    ran = cli("models")

    assert (ran.code, ran.err) == (1, "cometapi: Out of memory.\n")


# --- adding up


GROWING = {  # a protocol, events in which an object grows by a key, and where the object is
    "choice": ("chat", {"choices": [{"index": 0, "{}": 1}]}, lambda by, tree: tree["choices"][0]),
    "message": (
        "chat",
        {"choices": [{"index": 0, "delta": {"{}": 1}}]},
        lambda by, tree: tree["choices"][0]["message"],
    ),
    "usage": ("chat", {"choices": [], "usage": {"{}": 1}}, lambda by, tree: by.usage),
    "candidate": ("gemini", {"candidates": [{"index": 0, "{}": 1}]}, lambda by, tree: tree["candidates"][0]),
    "part": (
        "gemini",
        {"candidates": [{"index": 0, "content": {"parts": [{"text": "a", "{}": 1}]}}]},
        lambda by, tree: tree["candidates"][0]["content"]["parts"][0],
    ),
}


@pytest.mark.parametrize("name", GROWING)
def test_no_object_is_copied_for_each_event_that_adds_to_it(name):
    protocol, event, place = GROWING[name]
    by = Reader(program.PROTOCOLS[protocol])
    assembly = Assembly(by.protocol["assemble"])
    found = []
    for number in range(5):
        value = json.loads(json.dumps(event).replace("{}", f"key{number}"))
        list(by.pieces(None, value, "events"))
        assembly.add(None, value)
        found.append(place(by, assembly.tree))

    assert {id(one) for one in found} == {id(found[0])}
    assert {f"key{number}" for number in range(5)} <= found[0].keys()
