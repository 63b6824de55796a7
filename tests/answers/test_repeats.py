"""An event that repeats the last one with another text is read as if it were parsed, in every protocol."""

import json
from itertools import cycle, pairwise
from pathlib import Path

import pytest
from generators import TEXTS
from hypothesis import given
from hypothesis import strategies as st
from protocol_servers import PROTOCOLS, reader, said

from cometapi.answers import repeats, sse
from cometapi.answers.assembler import Assembly
from cometapi.answers.reader import Reader
from cometapi.errors import CometError
from cometapi.generated import program

REPLIES = Path(__file__).resolve().parent.parent.parent / "spec" / "replies"
STREAMED = [name for name, protocol in program.PROTOCOLS.items() if "events" in protocol]
SAMPLES = {path.name: path.read_text("utf-8").split("\n\n") for path in sorted(REPLIES.glob("*.sse"))}
# Each sample for the reader of its own protocol, and for the others, which share as many examples: they learn little of it.
READERS = [
    (name, [one for one in STREAMED if name.startswith(one) is own]) for name in SAMPLES for own in (True, False)
]
ESCAPES = st.sampled_from(
    ["\\", '"', '"}', '"x"', "\\u00e9", "\\ud83d", "\\ude00", "\\n", "\x7f", "é", "👋", "\t", "", "type", "stop"]
)


def read(protocol, stream, cuts=()):
    """All that a reader makes of a stream: its pieces, what it keeps, and how it fails."""
    made = Reader(program.PROTOCOLS[protocol])
    bounds = [0, *sorted(cut % (len(stream) + 1) for cut in cuts), len(stream)]
    chunks = [stream[at:to] for at, to in pairwise(bounds)]
    pieces, fault = [], None
    try:
        for piece in made.stream(sse.events(chunks, made.repeats)):
            pieces.append(piece)
    except CometError as error:
        fault = str(error)
    kept = (
        made.model,
        made.usage,
        made.blocked,
        made.finishes,
        made.lengths,
        made.unseen,
        made.calls,
        made.sources.told(),
    )
    return pieces, fault, kept, (made.ended, made.marked, made.afterwards, made.has_text, made.kept)


def read_in_full(protocol, stream):
    """The same by a reader that parses every event."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(repeats.Repeats, "run", lambda self, lines, at: ((), at))
        return read(protocol, stream)


def literals(block):
    """Where the strings of a block stand that are longer than their quotes."""
    return [one.span() for one in repeats.STRING.finditer(block) if one.end() - one.start() > 2]


def altered(block, number, text):
    """A block with one of its strings another one, as it is spelled."""
    places = literals(block)
    if not places:
        return block
    start, end = places[number % len(places)]
    return f"{block[: start + 1]}{text}{block[end - 1 :]}"


SPELLED = (TEXTS | ESCAPES).map(lambda text: json.dumps(text)[1:-1]) | ESCAPES | st.text(max_size=5)
NUMBERS = st.lists(st.integers(0, 30), min_size=1, max_size=5)
HELD = NUMBERS.map(lambda numbers: [number for number in numbers for _ in range(4)])  # the same string some times over
CUTS = st.lists(st.integers(0, 20_000), max_size=5)


def with_repeats(blocks, times, numbers, words):
    """A stream in which events come again, each time with one of their strings another one.

    How often each does, which string it is and what it is instead are taken in turn, so that a long sample costs no more
    to draw than a short one, and every event of it is changed all the same.
    """
    times, numbers, words, stream = cycle(times), cycle(numbers), cycle(words), []
    for block in blocks:
        stream += [block, *(altered(block, next(numbers), next(words)) for _ in range(next(times)))]
    return "\n\n".join(stream).encode("utf-8", "replace")


def in_turn(most, numbers):
    """What is taken in turn: as many repeats at most, these strings, and a few texts; ``which`` says for whose reader."""
    times = st.lists(st.integers(0, most), min_size=1, max_size=5)
    words = st.lists(SPELLED, min_size=1, max_size=7)
    return {"which": st.integers(0, 2), "times": times, "numbers": numbers, "words": words, "cuts": CUTS}


@pytest.mark.parametrize(("name", "protocols"), READERS)
@given(**in_turn(2, NUMBERS))
def test_samples_with_events_repeated_and_changed_are_read_as_in_full(
    name, protocols, which, times, numbers, words, cuts
):
    protocol = protocols[which % len(protocols)]
    stream = with_repeats(SAMPLES[name], times, numbers, words)

    assert read(protocol, stream, cuts) == read_in_full(protocol, stream)


@pytest.mark.parametrize("kind", ["text", "reasoning"])
@given(texts=st.lists(TEXTS, max_size=6))
def test_any_texts_are_read_as_in_full(kind, texts):
    for speech in PROTOCOLS:
        events = [*speech.begin, *(getattr(speech, kind)(text) for text in texts), *speech.finish("x"), *speech.mark]
        stream = "".join(events).encode("utf-8", "replace")

        assert read(speech.command, stream) == read_in_full(speech.command, stream)


@pytest.mark.parametrize("speech", PROTOCOLS, ids=lambda one: one.command)
def test_texts_that_follow_each_other_are_parsed_once(speech, monkeypatch):
    stream = "".join(said(speech, *(f"word {number} \\\n" for number in range(100))))
    learned, learn = [], repeats.Repeats.learn
    monkeypatch.setattr(repeats.Repeats, "learn", lambda self, *words: (learned.append(words), learn(self, *words)))
    by = reader(speech)
    pieces = list(by.stream(sse.events([stream.encode()], by.repeats)))

    assert "".join(text for _, text, _ in pieces) == "".join(f"word {number} \\\n" for number in range(100))
    assert len(learned) < 10


def test_what_never_repeats_is_seldom_looked_at(monkeypatch):
    by, looked = Reader(program.PROTOCOLS["chat"]), []
    monkeypatch.setattr(repeats.Repeats, "only_text", lambda self, kind, value: looked.append(value))
    made = repeats.Repeats(by)
    for number in range(1000):
        made.learn(None, None, {"created": number}, "{}")

    assert len(looked) < 50


# --- the whole reply


def added_up(protocol, stream, cuts=()):
    """The reply that a stream adds up to, or how it fails, and what is kept of its end."""
    made = Reader(program.PROTOCOLS[protocol])
    bounds = [0, *sorted(cut % (len(stream) + 1) for cut in cuts), len(stream)]
    chunks = [stream[at:to] for at, to in pairwise(bounds)]
    try:
        document = made.assembled(sse.events(chunks, made.repeats))
    except CometError as error:
        document = str(error)
    return document, (made.model, made.usage, made.finishes, made.ended, made.marked, made.has_text)


def added_up_in_full(protocol, stream):
    """The same by a reader that parses every event."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(repeats.Repeats, "run", lambda self, lines, at: ((), at))
        return added_up(protocol, stream)


@pytest.mark.parametrize(("name", "protocols"), READERS)
@given(**in_turn(4, HELD))
def test_samples_with_events_repeated_and_changed_add_up_as_in_full(
    name, protocols, which, times, numbers, words, cuts
):
    protocol = protocols[which % len(protocols)]
    stream = with_repeats(SAMPLES[name], times, numbers, words)

    assert added_up(protocol, stream, cuts) == added_up_in_full(protocol, stream)


@pytest.mark.parametrize("speech", PROTOCOLS, ids=lambda one: one.command)
def test_texts_that_follow_each_other_are_added_without_their_events(speech, monkeypatch):
    stream = "".join(said(speech, *(f"word {number} \\\n" for number in range(100)))).encode()
    added, add = [], Assembly.add
    monkeypatch.setattr(Assembly, "add", lambda self, *words: (added.append(words), add(self, *words)))
    document, _ = added_up(speech.command, stream)

    assert len(added) < 20
    assert (document, _) == added_up_in_full(speech.command, stream)
    assert "word 99 \\" in json.dumps(document).replace("\\\\", "\\")


def test_a_text_that_is_compared_by_its_length_is_added_event_by_event():
    rules = [
        {"value": ("delta",), "at": ["said", "text"], "how": "append"},
        {"value": ("whole",), "at": ["said"], "how": "fill"},
    ]
    assembly, made = Assembly(rules), repeats.Repeats(None)
    made.before, made.after = '{"delta": "', '", "whole": {"text": "longer"}}'
    assembly.add(None, made.event("a"))
    assembly.repeat(made, ["b", "c"])
    in_full = Assembly(rules)
    for text in "abc":
        in_full.add(None, made.event(text))

    assert assembly.reply() == in_full.reply()
