"""Events of one shape are read alike: what is left out for the one finds nothing in the other, in every protocol."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cometapi.answers import shapes
from cometapi.answers.reader import Reader
from cometapi.generated import program

STREAMED = [name for name, protocol in program.PROTOCOLS.items() if "events" in protocol]
REPLIES = Path(__file__).resolve().parent.parent.parent / "spec" / "replies"
WORDS = ["text", "thinking", "image", "function", "custom", "message", "reasoning", "other"]
FIELDS = [
    "choices",
    "delta",
    "content",
    "type",
    "text",
    "tool_calls",
    "function",
    "error",
    "errors",
    "success",
    "usage",
]
FIELDS += ["finish_reason", "output", "item", "candidates", "parts", "content_block", "thought", "message", "code"]
SCALARS = st.none() | st.booleans() | st.integers(0, 2) | st.sampled_from(["", "a", "b", *WORDS])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=4),
    max_leaves=12,
)


def events():
    """The events of the sample streams."""
    for path in sorted(REPLIES.glob("*.sse")):
        lines = path.read_text("utf-8").splitlines()
        yield from (json.loads(line[6:]) for line in lines if line.startswith("data: {"))


def changed(value, key=None):
    """A value of the same shape with other texts and numbers in it."""
    if isinstance(value, dict):
        return {name: changed(one, name) for name, one in value.items()}
    if isinstance(value, list):
        return [changed(one, key) for one in value]
    if isinstance(value, str) and value and key != "type":
        return "thinking" if value == "text" else "text"
    return value * 2 if isinstance(value, int) and not isinstance(value, bool) else value


def read(protocol, value, known=None):
    """What a reader makes of an event: its pieces, what it keeps, and whether it may be a refusal."""
    reader = Reader(protocol)
    reader.shapes = known or reader.shapes
    kind = value.get("type") if isinstance(value.get("type"), str) else None
    pieces = list(reader.pieces(kind, value, "events"))
    return pieces, reader.model, reader.usage, reader.blocked, reader.sources.told(), reader.finishes, reader.unseen


def read_by_all_rules(protocol, value):
    """The same by a reader that leaves no rule out."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shapes, "is_settled", lambda selector, compared: False)
        return read(protocol, value)


@pytest.mark.parametrize("name", STREAMED)
def test_events_of_the_samples_are_read_by_the_rules_of_their_shape(name):
    protocol = program.PROTOCOLS[name]
    for value in events():
        known = shapes.Shapes(protocol)
        first = read(protocol, value, known)
        assert len(known.known) == 1
        assert first == read_by_all_rules(protocol, value)
        assert read(protocol, changed(value), known) == read_by_all_rules(protocol, changed(value))
        assert len(known.known) == 1  # the other one has the same shape


@pytest.mark.parametrize("name", STREAMED)
@given(value=st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=4))
def test_any_events_are_read_by_the_rules_of_their_shape(name, value):
    protocol = program.PROTOCOLS[name]
    known = shapes.Shapes(protocol)
    read(protocol, value, known)

    assert read(protocol, changed(value), known) == read_by_all_rules(protocol, changed(value))


@pytest.mark.parametrize("name", STREAMED)
@given(value=st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=4))
def test_what_says_no_is_never_taken_for_an_event_that_cannot(name, value):
    protocol = program.PROTOCOLS[name]
    known, tests = shapes.Shapes(protocol), protocol["envelope"]["fails_when"]
    known.of(value)

    assert known.of(changed(value)).refuses or not any(shapes.holds(one, changed(value)) for one in tests)


@pytest.mark.parametrize("name", STREAMED)
@pytest.mark.parametrize("nothing", [0, 0.0])
def test_an_error_of_zero_says_nothing_and_another_one_after_it_says_no(name, nothing):
    known = shapes.Shapes(program.PROTOCOLS[name])

    assert not known.of({"choices": [], "error": nothing}).refuses
    assert known.of({"choices": [], "error": 503}).refuses
    assert not known.of({"choices": [], "error": False}).refuses


def test_a_test_that_compares_a_word_is_never_left_out_but_for_the_type():
    told = {word: shapes.is_told({"value": (word,), "equals": ["failed"]}) for word in ("type", "status")}

    assert told == {"type": True, "status": False}


def test_a_stream_of_ever_new_shapes_does_not_grow():
    known = shapes.Shapes(program.PROTOCOLS["chat"])
    for number in range(3 * shapes.MOST):
        known.of({"type": str(number)})
    assert len(known.known) <= shapes.MOST
    for number in range(300):
        known.readings(str(number), {"choices": []})
    known.of({"type": "x" * 9000}, 9000)
    assert max(len(event.readings) for event in known.known.values()) == 1
    assert "x" * 9000 not in str(list(known.known))
    deep = value = {}
    for _ in range(100):
        deep["a"] = deep = {}
    assert known.of(value).refuses
