"""What the fuzz run has found (``make fuzz``): replies that no service should send, and what becomes of them."""

import json

import pytest
from conftest import event
from protocol_servers import PROTOCOLS, reader

from cometapi.answers import sse, usage
from cometapi.errors import StreamCut

BY_COMMAND = {one.command: one for one in PROTOCOLS}
DEEP = '{"a":' * 600 + "1" + "}" * 600


def events(values):
    """The events of a stream of JSON values."""
    return sse.events(event(value).encode() for value in values)


def streamed(protocol, *values):
    """``(pieces, notes, model)`` of a stream of JSON values."""
    by = reader(BY_COMMAND[protocol])
    return list(by.stream(events(values))), by.judge(), by.model


def added_up(protocol, *values):
    """The complete reply that a stream of JSON values adds up to."""
    return reader(BY_COMMAND[protocol]).assembled(events(values))


def choice(finish=None, index=0, **delta):
    return {"choices": [{"index": index, "delta": delta, "finish_reason": finish}]}


def block(delta, index=0):
    return {"type": "content_block_delta", "index": index, "delta": delta}


STOP = {"type": "message_stop"}
ODD_REASONS = [("other", "other"), (5, "5"), (["stop"], "unknown"), ({"a": 1}, "unknown")]


@pytest.mark.parametrize(("reason", "word"), ODD_REASONS)
def test_a_reason_of_any_form_ends_an_answer_and_is_told(reason, word):
    pieces, notes, _ = streamed("chat", choice(content="Hi"), choice(reason))

    assert (pieces, notes) == ([("text", "Hi", 0)], [f"The answer ended for another reason: {word}."])


def test_a_model_without_a_name_is_none():
    assert streamed("chat", {"model": {"id": "m"}, **choice("stop", content="Hi")}) == ([("text", "Hi", 0)], [], None)


def test_a_call_whose_number_name_and_id_are_odd_is_a_call_without_them():
    call = {"index": [1], "id": {"a": 1}, "function": {"name": ["n"], "arguments": "{}"}}
    pieces, _, _ = streamed("chat", choice("tool_calls", tool_calls=[call]))

    assert pieces == [("call", {"key": 0, "id": None, "name": None, "arguments": "{}"}, 0)]


@pytest.mark.parametrize("counts", [{"prompt_tokens": 10**400}, {"prompt_tokens": True}, {"prompt_tokens": "9"}])
def test_what_is_no_count_of_tokens_is_not_told(counts):
    protocol = reader(BY_COMMAND["chat"]).protocol

    assert usage.tokens({**counts, "completion_tokens": 1}, protocol) == {"output": 1}


@pytest.mark.parametrize("price", [10**400, float("inf")], ids=["whole", "infinite"])
def test_a_cost_beyond_all_numbers_is_not_told(price):
    assert usage.cost({"input": 10}, {"input": price}) is None


def test_text_parts_without_text_do_not_grow():
    parts = [{"text": "a"}, {"text": {}}, {"text": "b"}, {"text": "c"}]
    chunks = [{"candidates": [{"content": {"parts": [part]}}]} for part in parts]
    whole = added_up("gemini", *chunks, {"candidates": [{"finishReason": "STOP"}]})

    assert whole["candidates"][0]["content"]["parts"] == [{"text": "a"}, {"text": {}}, {"text": "bc"}]


IN_THE_WAY = [
    ({"type": "message_start", "message": {"content": "text"}}, block({"text": "Hi"})),
    ({"type": "message_start", "message": {"content": ["text"]}}, block({"text": "Hi"})),
    ({"type": "content_block_start", "index": 0, "content_block": 5}, block({"text": "Hi"})),
]


@pytest.mark.parametrize("values", IN_THE_WAY)
def test_what_stands_where_the_answer_belongs_gives_way(values):
    assert added_up("messages", *values, STOP)["content"] == [{"text": "Hi"}]


def test_a_block_that_begins_anew_forgets_its_unfinished_arguments():
    start = {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}}

    assert added_up("messages", block({"partial_json": "{"}), start, STOP)["content"] == [start["content_block"]]


def test_citations_follow_what_is_no_list():
    start = {"type": "content_block_start", "index": 0, "content_block": {"citations": 5}}

    assert added_up("messages", start, block({"citation": {"a": 1}}), STOP)["content"] == [{"citations": [{"a": 1}]}]


def test_calls_without_a_number_stay_in_their_order():
    calls = [[{"index": [1]}], [{"index": 0, "id": "a"}], [{"id": "b"}], [{"index": 0, "function": {"name": "n"}}]]
    whole = added_up("chat", *(choice(tool_calls=one) for one in calls), choice("tool_calls"))

    assert whole["choices"][0]["message"]["tool_calls"] == [{}, {"id": "a", "function": {"name": "n"}}, {"id": "b"}]


def test_a_reason_in_the_head_of_a_stream_does_not_make_it_whole():
    with pytest.raises(StreamCut):
        added_up("messages", {"type": "message_start", "message": {"content": [], "stop_reason": "end_turn"}})


def test_a_choice_with_a_number_beyond_all_lists_is_the_one_at_its_place():
    values = choice(content="Hi", index=10**400), choice("stop", index=-1)

    assert streamed("chat", *values)[0] == [("text", "Hi", 0)]
    assert added_up("chat", *values)["choices"][0]["message"] == {"content": "Hi"}


NUMBERED = {
    "gemini": [{"candidates": [{"index": 123, "content": {"parts": [{"text": "Hi"}]}, "finishReason": "STOP"}]}],
    "chat": [choice("stop", index=123, content="Hi")],
    "messages": [
        block({"text": "Hi"}, index=123),
        {"type": "message_delta", "delta": {"stop_reason": "end_turn"}},
        STOP,
    ],
    "responses": [
        {"type": "response.output_item.added", "output_index": 123, "item": {"type": "message"}},
        {"type": "response.completed", "response": {"status": "completed"}},
    ],
}


@pytest.mark.parametrize("protocol", NUMBERED)
def test_an_item_with_a_large_number_stands_alone(protocol):
    document = added_up(protocol, *NUMBERED[protocol])
    found = next(document[key] for key in ("candidates", "choices", "content", "output") if key in document)

    assert (len(found), bool(found[0])) == (1, True)


def test_a_stream_of_any_number_of_calls_is_read_in_one_go():
    values = [choice(tool_calls=[{"index": number, "id": f"k{number}"}]) for number in range(20_000)]
    whole = added_up("chat", *values, choice("tool_calls"))

    assert [one["id"] for one in whole["choices"][0]["message"]["tool_calls"]] == [f"k{n}" for n in range(20_000)]


@pytest.mark.parametrize("stream", [True, False])
@pytest.mark.parametrize("name", ["json", "yaml"])
def test_a_reply_that_is_nested_too_deeply_is_a_sentence(name, stream, cli, raw):
    reply = f'{{"choices": [{{"index": 0, "message": {{"content": "Hi"}}, "finish_reason": "stop"}}], "a": {DEEP}}}'
    raw(lambda talk: talk.stream(event(reply)).end() if stream else talk.whole(reply))
    ran = cli("chat", "hi", "--format", name)

    assert (ran.code, ran.out) == (1, "")
    assert json.loads(ran.err)["error"]["message"] == "The service's reply is nested too deeply to be printed."


def test_pieces_that_are_nested_too_deeply_to_be_added_up_are_a_sentence(cli, raw):
    deep = f'{{"choices": [{{"index": 0, "delta": {{"content": "Hi", "a": {DEEP}}}}}]}}'
    raw(lambda talk: talk.stream(event(deep), event(deep), event(choice("stop")), event("[DONE]")).end())
    ran = cli("chat", "hi", "--stream", "--json")

    assert (ran.code, ran.out) == (1, "")
    assert json.loads(ran.err)["error"]["message"] == "The answer is nested too deeply."
