"""What arrives together is written together, and nothing that has arrived waits for what comes next."""

import json

import pytest
from conftest import chunk, event
from protocol_servers import said

from cometapi.output import Out

COUNT = 500
WORDS = {"text": [], "events": ["--events"]}


@pytest.fixture
def flushes(monkeypatch):
    """How often stdout was flushed."""
    done, flush = [], Out.flush
    monkeypatch.setattr(Out, "flush", lambda out: (done.append(out), flush(out)))
    return done


@pytest.mark.parametrize("form", WORDS)
def test_pieces_that_arrive_together_are_written_together(cli, raw, speech, flushes, form):
    events = said(speech, *["ab\n"] * COUNT)
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(one.encode()), one.encode()) for one in events)
    raw(lambda talk: talk.head(200, "text/event-stream", "Transfer-Encoding: chunked").send(chunks).end())
    ran = cli(speech.command, "hi", "-m", "m", *WORDS[form])

    lines = ran.out.splitlines()
    texts = lines if form == "text" else [one for one in map(json.loads, lines) if one["type"] == "text"]
    assert (ran.code, len(texts)) == (0, COUNT)
    assert len(flushes) < COUNT / 5


@pytest.mark.parametrize("form", WORDS)
def test_what_has_arrived_is_there_when_the_connection_breaks(cli, raw, form):
    raw(lambda talk: talk.stream(chunk("Hel"), chunk("lo")))
    ran = cli("chat", "hi", *WORDS[form])

    assert ran.code == 69
    assert "lo" in ran.out


def test_half_a_body_of_chunks_gives_all_that_came_before_it(cli, raw):
    raw(lambda talk: talk.stream(chunk("Hel"), chunk("lo")).send("zz\r\n"))
    ran = cli("chat", "hi")

    assert (ran.out, ran.code) == ("Hello\n", 69)
    assert ran.err == "cometapi: The connection broke in the middle of the answer.\n"


def test_lines_of_one_event_that_come_in_two_are_never_taken_for_a_repetition(cli, raw):
    first = 'data: {"choices": [{"index": 0,\ndata: "delta": {"content": "a"}}]}\n\n'
    raw(lambda talk: talk.stream(first, first.replace('\ndata: "', '\n"')).end())
    ran = cli("chat", "hi")

    assert (ran.out, ran.code) == ("a\n", 1)
    assert "something that is not JSON" in ran.err


def test_an_event_that_ends_the_answer_between_repetitions_ends_it(cli, raw):
    raw(lambda talk: talk.stream("".join([chunk("a")] * 3 + [chunk(finish="stop"), event("[DONE]"), chunk("b")])).end())

    assert cli("chat", "hi").out == "aaa\n"
