"""Pages that an answer cites are listed on stderr in every protocol, streamed or whole, each once."""

import pytest
from conftest import event
from protocol_servers import named

PAGE = {"type": "url_citation", "url": "https://a.example/1", "title": "One"}
LISTED = "cometapi: [1] One: https://a.example/1"
CLAUDE = {"type": "web_search_result_location", "url": "https://a.example/1", "title": "One", "cited_text": "x"}
GROUNDED = {
    "groundingChunks": [
        {"retrievedContext": {}},
        {"web": {"uri": "https://a.example/1", "title": "One"}},
        {"maps": {"uri": "https://b.example/", "title": "Two"}},
    ],
    "groundingSupports": [
        {"groundingChunkIndices": [1, 2], "confidenceScores": [0.9, 0.5]},
        {"groundingChunkIndices": [1, 7, -1], "confidenceScores": [0.75, 1, 1]},
        {"groundingChunkIndices": 3},
    ],
}


def chat_delta(finish=None, **delta):
    return event({"choices": [{"index": 0, "delta": delta, "finish_reason": finish}]})


def items(*annotations):
    return [{"type": "message", "content": [{"type": "output_text", "text": "Hi", "annotations": list(annotations)}]}]


def block(**delta):
    return named({"type": "content_block_delta", "index": 0, "delta": delta})


STREAMS = {
    "chat": [
        chat_delta(content="Hi"),
        chat_delta(annotations=[{"type": "url_citation", "url_citation": PAGE}]),
        chat_delta("stop", annotations=[{"type": "url_citation", "url_citation": PAGE}, {"type": "file"}]),
    ],
    "responses": [
        named({"type": "response.output_text.delta", "output_index": 0, "content_index": 0, "delta": "Hi"}),
        named({"type": "response.output_text.annotation.added", "annotation": PAGE}),
        named(
            {"type": "response.completed", "response": {"status": "completed", "output": items(PAGE, {"type": "x"})}}
        ),
    ],
    "messages": [
        named({"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": "Hi"}}),
        block(type="citations_delta", citation=CLAUDE),
        block(type="citations_delta", citation={"type": "char_location", "document_title": "d"}),
        named({"type": "message_delta", "delta": {"stop_reason": "end_turn"}}),
        named({"type": "message_stop"}),
    ],
}
WHOLES = {
    "chat": {
        "choices": [
            {
                "message": {"content": "Hi", "annotations": [{"type": "url_citation", "url_citation": PAGE}]},
                "finish_reason": "stop",
            }
        ]
    },
    "responses": {"status": "completed", "output": items(PAGE)},
    "messages": {"content": [{"type": "text", "text": "Hi", "citations": [CLAUDE]}], "stop_reason": "end_turn"},
}


@pytest.mark.parametrize("command", STREAMS)
def test_pages_of_a_stream_are_listed_once(cli, raw, command):
    raw(lambda talk: talk.stream(*STREAMS[command]).end())
    ran = cli(command, "hi")

    assert (ran.out, ran.code, ran.err.splitlines()) == ("Hi\n", 0, [LISTED])


@pytest.mark.parametrize("command", WHOLES)
def test_pages_of_a_whole_reply_are_listed(cli, raw, command):
    raw(lambda talk: talk.whole(WHOLES[command]))
    ran = cli(command, "hi", "--no-stream")

    assert (ran.out, ran.code, ran.err.splitlines()) == ("Hi\n", 0, [LISTED])


@pytest.mark.parametrize("words", [[], ["--no-stream"]])
def test_how_sure_google_is_of_a_page_stands_beside_it(cli, raw, words):
    content = {"parts": [{"text": "Hi"}]}
    reply = {"candidates": [{"content": content, "finishReason": "STOP", "groundingMetadata": GROUNDED}]}
    raw(lambda talk: talk.whole(reply) if words else talk.stream(event(reply)).end())
    ran = cli("gemini", "hi", *words)

    assert ran.err.splitlines() == [
        f"{LISTED} (confidence 0.75 to 0.90)",
        "cometapi: [2] Two: https://b.example/ (confidence 0.50)",
    ]


def test_a_page_that_a_citation_names_is_listed(cli, raw):
    cited = {"citationSources": [{"uri": "https://a.example/1", "startIndex": 0}], "citations": [{"uri": "u"}]}
    candidate = {"content": {"parts": [{"text": "Hi"}]}, "finishReason": "STOP", "citationMetadata": cited}
    raw(lambda talk: talk.stream(event({"candidates": [candidate]})).end())

    assert cli("gemini", "hi").err.splitlines() == [
        "cometapi: [1] source: https://a.example/1",
        "cometapi: [2] source: u",
    ]
