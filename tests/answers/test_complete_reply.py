"""``--json --stream`` is the complete reply in the protocol's own shape: what a stream adds up to equals the whole."""

import json

import pytest
from conftest import PROJECT
from hypothesis import given, settings
from hypothesis import strategies as st
from protocol_servers import PROTOCOLS, reader, said, streamed

from cometapi.answers import sse

REPLIES = PROJECT / "spec" / "replies"
STREAMS = sorted(path.stem for path in REPLIES.glob("*.sse"))
EACH = pytest.mark.parametrize("name", STREAMS)
BY_COMMAND = {one.command: one for one in PROTOCOLS}

# What the protocols' streams have no place for: chat's deltas carry no list of annotations that is empty, and Gemini's
# chunks no average over all tokens.
ONLY_WHOLE = {"chat": [("choices", 0, "message", "annotations")], "gemini": [("candidates", 0, "avgLogprobs")]}


def without(value, path):
    """A JSON value without what is at a path."""
    *parents, last = path
    holder = value
    for key in parents:
        holder = holder[key]
    holder.pop(last, None)


@EACH
def test_a_sample_stream_adds_up_to_the_sample_reply(name):
    speech = BY_COMMAND[name.partition("-")[0]]
    whole = json.loads((REPLIES / f"{name}.json").read_text("utf-8"))
    for path in ONLY_WHOLE.get(speech.command, ()):
        without(whole, path)

    assert reader(speech).assembled(sse.events([(REPLIES / f"{name}.sse").read_bytes()])) == whole


@EACH
def test_a_sample_says_the_same_as_a_stream_and_as_a_whole(name):
    speech = BY_COMMAND[name.partition("-")[0]]
    streaming, whole = reader(speech), reader(speech)
    said_in_pieces = list(streaming.stream(sse.events([(REPLIES / f"{name}.sse").read_bytes()])))
    said_at_once = list(whole.whole(json.loads((REPLIES / f"{name}.json").read_text("utf-8"))))

    for kind in ("text", "reasoning"):
        texts = ["".join(one[1] for one in said if one[0] == kind) for said in (said_in_pieces, said_at_once)]
        assert texts[0] == texts[1]
    assert list(streaming.calls.values()) == list(whole.calls.values())
    assert (streaming.usage, streaming.model, streaming.finishes, streaming.sources.told(), streaming.judge()) == (
        whole.usage,
        whole.model,
        whole.finishes,
        whole.sources.told(),
        whole.judge(),
    )


def test_the_program_prints_what_the_stream_adds_up_to(cli, raw, speech):
    calls = [("k1", "look", ['{"a": ', '"é"}']), ("k2", "look", ['{"a": "é"}'])]
    raw(streamed(*said(speech, "Hel", "lo", calls=calls, reason="calls")))
    ran = cli(speech.command, "hi", "--json", "--stream")

    whole = [(key, name, "".join(parts)) for key, name, parts in calls]
    assert json.loads(ran.out) == speech.whole("Hello", speech.reasons["calls"], whole)
    assert (ran.err, ran.code) == ("", 0)


VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=6),
    lambda one: st.lists(one) | st.dictionaries(st.text(), one),
    max_leaves=5,
)
CALLS = st.lists(st.dictionaries(st.text(max_size=4), VALUES, max_size=3), max_size=3)


def cut(data, text):
    """A text in pieces, none of them empty."""
    places = sorted(data.draw(st.sets(st.integers(1, max(1, len(text) - 1)), max_size=4))) if len(text) > 1 else []
    return [text[start:end] for start, end in zip([0, *places], [*places, len(text)], strict=True)]


@pytest.mark.parametrize("speech", PROTOCOLS, ids=lambda one: one.command)
@given(text=st.text(min_size=1), arguments=CALLS, data=st.data())
@settings(max_examples=60, deadline=None)
def test_any_cut_of_texts_and_arguments_adds_up_to_the_same_reply(speech, text, arguments, data):
    calls = [(f"k{number}", f"tool{number}", json.dumps(one)) for number, one in enumerate(arguments)]
    pieces = [(key, name, cut(data, told)) for key, name, told in calls]
    stream = "".join(said(speech, *cut(data, text), calls=pieces, reason="calls")).encode("utf-8", "surrogatepass")

    assert reader(speech).assembled(sse.events([stream])) == speech.whole(text, speech.reasons["calls"], calls)


def test_log_probabilities_of_every_token_are_kept(cli, raw):
    speech = BY_COMMAND["chat"]
    tokens = [{"token": one, "logprob": -1, "bytes": None, "top_logprobs": []} for one in "ab"]
    events = [
        f"data: {json.dumps({'choices': [{'index': 0, 'delta': {'content': one['token']}, 'logprobs': {'content': [one], 'refusal': None}}]})}\n\n"
        for one in tokens
    ]
    raw(streamed(*events, *speech.finish("stop")))
    choice = json.loads(cli("chat", "hi", "--logprobs", "--json", "--stream").out)["choices"][0]

    assert (choice["message"]["content"], choice["logprobs"]) == ("ab", {"content": tokens, "refusal": None})


def test_citations_of_claude_are_kept():
    speech = BY_COMMAND["messages"]
    start, _ = speech.begin, speech.text("A")
    delta = {"type": "content_block_delta", "index": 0, "delta": {"type": "citations_delta", "citation": {"url": "u"}}}
    stream = [
        *start,
        *said(speech, "A")[1:2],
        f"data: {json.dumps(delta)}\n\n",
        *speech.finish("end_turn"),
        *speech.mark,
    ]
    reply = reader(speech).assembled(sse.events("".join(stream).encode() for _ in [0]))

    assert reply["content"] == [{"type": "text", "text": "A", "citations": [{"url": "u"}]}]
