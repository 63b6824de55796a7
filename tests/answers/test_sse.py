"""Events come out the same wherever the bytes are cut."""

import tracemalloc

import pytest
from generators import cut
from hypothesis import given
from hypothesis import strategies as st

from cometapi.answers.sse import events

STREAMS = {
    "LF": (b"data: a\n\ndata: b\n\n", [(None, "a"), (None, "b")]),
    "CRLF": (b"data: a\r\n\r\ndata: b\r\n\r\n", [(None, "a"), (None, "b")]),
    "CR": (b"data: a\r\rdata: b\r\r", [(None, "a"), (None, "b")]),
    "CRLF, then LF": (b"data: a\r\n\ndata: b\r\n\n", [(None, "a"), (None, "b")]),
    "LF, then CRLF": (b"data: a\n\r\ndata: b\n\r\n", [(None, "a"), (None, "b")]),
    "LF, then CR": (b"data: a\n\rdata: b\n\r", [(None, "a"), (None, "b")]),
    "comments": (b": PING\n\n:\ndata: a\n: in between\ndata: b\n\n", [(None, "a\nb")]),
    "no space after the colon": (b"data:a\n\ndata:  b\n\n", [(None, "a"), (None, " b")]),
    "several data lines": (b"data: a\ndata:\ndata: c\n\n", [(None, "a\n\nc")]),
    "event names": (b"event: delta\ndata: a\n\ndata: b\n\n", [("delta", "a"), (None, "b")]),
    "an event without data": (b"event: ping\n\ndata: a\n\n", [(None, "a")]),
    "other fields": (b"id: 1\nretry: 5\ndata: a\nunknown\n\n", [(None, "a")]),
    "empty data": (b"data:\n\ndata\n\n", [(None, ""), (None, "")]),
    "a colon in the data": (b"data: a: b\n\n", [(None, "a: b")]),
    "byte order mark": (b"\xef\xbb\xbfdata: a\n\ndata: \xef\xbb\xbfb\n\n", [(None, "a"), (None, "\ufeffb")]),
    "multi-byte text": (
        "data: 你好 👋 é\r\n\r\ndata: \u2028\u0085\n\n".encode(),
        [(None, "你好 👋 é"), (None, "\u2028\u0085")],
    ),
    "no blank line at the end": (b"data: a\n\ndata: b\n", [(None, "a"), (None, "b")]),
    "no line end at the end": (b"data: a\n\nevent: last\ndata: b", [(None, "a"), ("last", "b")]),
    "broken UTF-8": (b"data: \xff\xf0\x9f\n\n", [(None, "\ufffd\ufffd")]),
    "nothing": (b"", []),
}
EACH = pytest.mark.parametrize(("stream", "expected"), STREAMS.values(), ids=STREAMS)


@EACH
def test_a_cut_at_any_position_changes_nothing(stream, expected):
    cut = [list(events([stream[:at], stream[at:]])) for at in range(len(stream) + 1)]

    assert cut == [expected] * (len(stream) + 1)


@EACH
def test_byte_by_byte_changes_nothing(stream, expected):
    assert list(events(bytes([byte]) for byte in stream)) == expected


@EACH
def test_empty_pieces_change_nothing(stream, expected):
    assert list(events(piece for byte in stream for piece in (b"", bytes([byte]), b""))) == expected


@given(st.sampled_from(list(STREAMS.values())), st.data())
def test_any_number_of_cuts_changes_nothing(case, data):
    stream, expected = case
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=12)))
    pieces = [stream[start:end] for start, end in zip([0, *cuts], [*cuts, len(stream)], strict=True)]

    assert list(events(pieces)) == expected


def test_a_line_of_a_megabyte_is_one_event():
    text = "é" * 500_000
    stream = f"data: {text}\n\n".encode()

    assert list(events(stream[at : at + 4096] for at in range(0, len(stream), 4096))) == [(None, text)]


def test_an_event_is_given_out_before_the_next_bytes_are_read():
    def chunks():
        yield b"data: a\r\n\r"
        raise AssertionError("read on too early")

    assert next(events(chunks())) == (None, "a")


def test_memory_holds_one_event_at_most():
    stream = (b"data: " + b"x" * 1000 + b"\n\n" for _ in range(20_000))
    tracemalloc.start()
    count = sum(1 for _ in events(stream))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert count == 20_000
    assert peak < 50_000


LINES = [
    "data: a",
    "data:b",
    "data",
    "data:  ",
    "data: é👋\u2028\u0085",
    "\ufeffdata: c",
    "event: x",
    "event:",
    "event",
    ": ping",
]
LINES += ["id: 1", "retry: 5", "unknown: y", "", "", ""]
STRAY_LINES = [*LINES, "{", '{"error": "no"}', "}", '  "a": 1']


def streams(lines):
    """Streams of these lines, each with an end of any kind, after a byte order mark or none."""
    line = st.tuples(st.sampled_from(lines), st.sampled_from(["\n", "\r\n", "\r"])).map("".join)
    whole = st.tuples(st.sampled_from(["", "\ufeff"]), st.lists(line, max_size=12).map("".join), st.sampled_from(lines))
    return whole.map(lambda parts: "".join(parts).encode())


def obvious(stream):
    """The events of a stream without stray lines, by its blocks between blank lines."""
    text = stream.removeprefix(b"\xef\xbb\xbf").decode().replace("\r\n", "\n").replace("\r", "\n")
    blocks = [[line.partition(":")[::2] for line in block.split("\n")] for block in text.split("\n\n")]
    found = [
        [[value.removeprefix(" ") for name, value in block if name == one] for one in ("event", "data")]
        for block in blocks
    ]
    return [(names[-1] or None if names else None, "\n".join(data)) for names, data in found if data]


@given(cut(streams(LINES)))
def test_any_stream_has_the_events_of_its_blocks(case):
    stream, pieces = case

    assert list(events(pieces)) == obvious(stream)


@given(cut(streams(STRAY_LINES) | st.binary()))
def test_stray_lines_and_any_bytes_give_the_same_events_however_they_are_cut(case):
    stream, pieces = case

    assert list(events(pieces)) == list(events([stream]))
