"""Answers as real services and gateways send them, which is not always as a protocol's documentation says."""

import json

import pytest
from conftest import chunk, event
from protocol_servers import DONE, PROTOCOLS, Responses, delta, named, said, sent, streamed

BY_COMMAND = {one.command: one for one in PROTOCOLS}


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path, monkeypatch):
    """Where images of answers are saved."""
    monkeypatch.chdir(tmp_path)


def calls(ran):
    """The calls of tools that ``--events`` told: name and arguments."""
    told = [json.loads(line) for line in ran.out.splitlines()]
    return [(one["id"], one["name"], json.loads(one["arguments"])) for one in told if one["type"] == "tool_call"]


def piece(arguments, key=None, name=None, **more):
    function = {"arguments": arguments, **({} if name is None else {"name": name})}
    return delta(tool_calls=[{**more, **({} if key is None else {"id": key}), "function": function}])


ROME, PARIS = '{"city":"Rome"}', '{"city":"Paris"}'
IN_PIECES = {
    "no index": [piece("", "a", "w"), piece('{"ci'), piece('ty":"Rome"}')],
    "empty names and ids": [piece("", "a", "w", index=0), piece('{"ci', "", "", index=0), piece('ty":"Rome"}', "", "")],
    "an id repeated": [piece('{"city":', "a", "w"), piece('"Rome"}', "a")],
    "a new id with each piece": [piece('{"city":', "a", "w", index=0), piece('"Rome"}', "b", index=0)],
}


@pytest.mark.parametrize("name", IN_PIECES)
def test_pieces_of_a_call_without_what_they_should_have_are_one_call(cli, raw, name):
    raw(streamed(*IN_PIECES[name], delta("tool_calls"), DONE))

    assert calls(cli("chat", "hi", "--events")) == [("a", "w", {"city": "Rome"})]
    whole = json.loads(cli("chat", "hi", "--json", "--stream").out)["choices"][0]["message"]["tool_calls"]
    assert [(one["id"], one["function"]) for one in whole] == [
        ("a", {"name": "w", "arguments": whole[0]["function"]["arguments"]})
    ]
    assert json.loads(whole[0]["function"]["arguments"]) == {"city": "Rome"}


TWO = {
    "one index": [piece(PARIS, "a", "w", index=0), piece(ROME, "b", "w", index=0)],
    "no index": [piece(PARIS, "a", "w"), piece(ROME, "b", "w")],
    "no index and in pieces": [
        piece(PARIS[:5], "a", "w"),
        piece(PARIS[5:]),
        piece(ROME[:5], "b", "w"),
        piece(ROME[5:]),
    ],
}


@pytest.mark.parametrize("name", TWO)
def test_a_new_id_is_a_new_call(cli, raw, name):
    raw(streamed(*TWO[name], delta("tool_calls"), DONE))

    assert calls(cli("chat", "hi", "--events")) == [("a", "w", {"city": "Paris"}), ("b", "w", {"city": "Rome"})]
    whole = json.loads(cli("chat", "hi", "--json", "--stream").out)["choices"][0]["message"]["tool_calls"]
    assert [(one["id"], one["function"]["arguments"]) for one in whole] == [("a", PARIS), ("b", ROME)]


def test_a_call_in_the_old_form_is_one(cli, raw):
    pieces = [delta(function_call={"name": "w", "arguments": ""}), delta(function_call={"arguments": ROME})]
    raw(streamed(*pieces, delta("function_call"), DONE))

    assert calls(cli("chat", "hi", "--events")) == [(None, "w", {"city": "Rome"})]


def test_arguments_of_gemini_may_follow_their_name(cli, raw):
    speech = BY_COMMAND["gemini"]
    parts = [speech.parts({"functionCall": one}) for one in ({"name": "w", "args": {}}, {"args": {"city": "Rome"}})]
    raw(streamed(*parts, *speech.finish("STOP")))

    assert calls(cli("gemini", "hi", "-m", "m", "--events")) == [(None, "w", {"city": "Rome"})]


def block(number, kind, **facts):
    return named({"type": f"content_block_{kind}", "index": number, **facts})


def test_a_tool_that_the_service_runs_is_no_call(cli, raw):
    speech = BY_COMMAND["messages"]
    own = {"type": "server_tool_use", "id": "s1", "name": "web_search", "input": {}}
    pieces = [
        block(0, "start", content_block=own),
        block(0, "delta", delta={"type": "input_json_delta", "partial_json": '{"query":"x"}'}),
        block(1, "start", content_block={"type": "text", "text": "Hi"}),
    ]
    raw(streamed(*speech.begin, *pieces, *speech.finish("end_turn"), *speech.mark))

    assert calls(cli("messages", "hi", "--events")) == []
    ran = cli("messages", "hi")
    assert (ran.out, ran.code, "server_tool_use" in ran.err) == ("Hi\n", 0, True)


@pytest.mark.parametrize("more", [[], [""], [ROME]])
def test_an_input_may_be_complete_at_the_start(cli, raw, more):
    speech = BY_COMMAND["messages"]
    own = {"type": "tool_use", "id": "t1", "name": "w", "input": {"city": "Rome"}}
    deltas = [block(0, "delta", delta={"type": "input_json_delta", "partial_json": one}) for one in more]
    raw(
        streamed(*speech.begin, block(0, "start", content_block=own), *deltas, *speech.finish("tool_use"), *speech.mark)
    )

    assert calls(cli("messages", "hi", "--events")) == [("t1", "w", {"city": "Rome"})]
    assert json.loads(cli("messages", "hi", "--json", "--stream").out)["content"] == [own]


DECLARED = [{"type": "function", "function": {"name": "w", "parameters": {"type": "object"}}}]


@pytest.fixture
def tool(tmp_path):
    """A folder with the tool ``w``, which says what it got, and the file of its declaration."""
    folder = tmp_path / "tools"
    folder.mkdir()
    (folder / "w").write_text("#!/bin/sh\ncat\n")
    (folder / "w").chmod(0o755)
    (tmp_path / "t.json").write_text(json.dumps(DECLARED))
    return ["--tools", tmp_path / "t.json", "--run-tools", folder, "--yes"]


@pytest.mark.parametrize("name", IN_PIECES)
def test_a_tool_is_run_with_what_came_in_odd_pieces(cli, raw, tool, name):
    raw(streamed(*IN_PIECES[name], delta("tool_calls"), DONE), streamed(chunk("final", "stop"), DONE))
    ran = cli("chat", "hi", *tool)
    asked, told = sent(raw)[1]["messages"][1:]

    assert (ran.out, ran.code) == ("final\n", 0)
    assert (asked["tool_calls"][0]["id"], asked["tool_calls"][0]["function"]["name"]) == ("a", "w")
    assert (told["tool_call_id"], json.loads(told["content"])) == ("a", {"city": "Rome"})


@pytest.mark.parametrize("arguments", ["", ROME])
def test_no_tool_is_run_when_the_answer_was_cut_at_its_limit(cli, raw, tool, arguments):
    raw(streamed(piece(arguments, "a", "w", index=0), delta("length"), DONE))
    ran = cli("chat", "hi", *tool)

    assert (ran.code, len(raw.talks), "so no tool was run" in ran.err) == (1, 1, True)


def message(**facts):
    return json.loads(facts.pop("out"))["choices"][0]["message"]


def test_words_that_are_repeated_do_not_grow(cli, raw):
    details = [{"type": "reasoning.text", "text": one, "format": "unknown", "index": 0} for one in ("I ", "think")]
    safe = {"hate": {"filtered": False, "severity": "safe"}}
    events = [delta(content="", role="assistant", reasoning_details=[one]) for one in details]
    choice = {
        "index": 0,
        "delta": {"content": "Hi", "role": ""},
        "finish_reason": "stop",
        "content_filter_results": safe,
    }
    raw(streamed(*events, event({"choices": [choice]}), event({"choices": [{**choice, "delta": {}}]}), DONE))
    found = json.loads(cli("chat", "hi", "--json", "--stream").out)["choices"][0]

    assert found["content_filter_results"] == safe
    assert found["message"]["reasoning_details"] == [{"type": "reasoning.text", "text": "I think", "format": "unknown"}]
    assert (found["message"]["role"], found["message"]["content"]) == ("assistant", "Hi")


PARTS = {
    "parts": {"content": [{"type": "text", "text": "Hi"}]},
    "a refusal beside an empty text": {"content": "", "refusal": "Hi"},
    "a refusal among parts": {"content": [{"type": "refusal", "refusal": "Hi"}]},
    "thinking parts": {
        "content": [
            {"type": "thinking", "thinking": [{"type": "text", "text": "hm"}]},
            {"type": "text", "text": "Hi"},
        ]
    },
    "the words of a sound": {"content": None, "audio": {"transcript": "Hi"}},
}


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("place", ["delta", "message", "whole"])
def test_text_in_another_documented_shape_is_printed(cli, raw, name, place):
    where = "message" if place == "whole" else place
    choice = {"index": 0, where: {"role": "assistant", **PARTS[name]}, "finish_reason": "stop"}
    if place == "message" and name == "the words of a sound":
        where = "delta"
        choice = {"index": 0, "delta": PARTS[name], "finish_reason": "stop"}
    raw(
        lambda talk: (
            talk.whole({"choices": [choice]})
            if place == "whole"
            else talk.stream(event({"choices": [choice]}), DONE).end()
        )
    )
    ran = cli("chat", "hi", "--no-stream" if place == "whole" else "--stream", "--reasoning", "show")

    assert (ran.out, ran.code) == ("Hi\n", 0)
    assert ("hm" in ran.err) == (name == "thinking parts")


def test_a_message_beside_the_deltas_says_nothing_twice(cli, raw):
    choices = [
        {"index": 0, "delta": {"content": one}, "message": {"content": all_}}
        for one, all_ in (("He", "He"), ("y", "Hey"))
    ]
    end = {
        "index": 0,
        "delta": {"content": ""},
        "message": {"role": "assistant", "content": "Hey"},
        "finish_reason": "stop",
    }
    raw(streamed(*(event({"choices": [one]}) for one in (*choices, end)), DONE))

    assert cli("chat", "hi").out == "Hey\n"
    found = json.loads(cli("chat", "hi", "--json", "--stream").out)["choices"][0]["message"]
    assert found == {"role": "assistant", "content": "Hey"}


@pytest.mark.parametrize("field", ["reasoning", "reasoning_details"])
def test_reasoning_beside_an_empty_field_is_told(cli, raw, field):
    value = [{"type": "reasoning.text", "text": "deep"}] if field == "reasoning_details" else "deep"
    raw(streamed(delta(content="", reasoning_content="", **{field: value}), chunk("Hi", "stop"), DONE))

    assert "deep" in cli("chat", "hi", "--reasoning", "show").err


def test_a_character_that_was_cut_in_two_is_whole(cli, raw, speech):
    raw(streamed(*(one.replace("X", "\\ud83d").replace("Y", "\\ude00") for one in said(speech, "aX", "Yb"))))
    ran = cli(speech.command, "hi", "-m", "m", "--stream")

    assert (ran.out, ran.code) == ("a😀b\n", 0)
    assert "a😀b" in cli(speech.command, "hi", "-m", "m", "--json", "--stream").out
    assert '"😀b"' in cli(speech.command, "hi", "-m", "m", "--events").out


def test_half_a_character_at_the_end_is_still_told(cli, raw):
    raw(streamed(delta(content="aX").replace("X", "\\ud83d"), delta("stop"), DONE))

    assert cli("chat", "hi").out == "a?\n"


@pytest.mark.parametrize("kind", ["text/plain; charset=utf-8", "application/json", "application/octet-stream"])
def test_a_stream_is_known_by_its_first_bytes(cli, raw, speech, kind):
    raw(lambda talk: talk.stream("\ufeff\r\n", *said(speech, "Hel", "lo"), content_type=kind).end())
    ran = cli(speech.command, "hi", "-m", "m")

    assert (ran.out, ran.err, ran.code) == ("Hello\n", "", 0)


def test_a_whole_reply_that_calls_itself_a_stream_is_read(cli, raw, speech):
    raw(lambda talk: talk.whole(json.dumps(speech.whole("Hello"), indent=1), 200, "text/event-stream"))

    assert cli(speech.command, "hi", "-m", "m").out == "Hello\n"


def test_a_list_of_chunks_is_a_stream(cli, raw):
    speech = BY_COMMAND["gemini"]
    chunks = [json.loads(one.removeprefix("data: ")) for one in said(speech, "Hel", "lo")]
    raw(lambda talk: talk.whole(chunks))

    assert cli("gemini", "hi", "-m", "m").out == "Hello\n"


def response(kind, **facts):
    return named({"type": f"response.{kind}", **facts})


def closed(output):
    usage = {"input_tokens": 1, "output_tokens": 2}
    return response(
        "completed", response={"id": "r", "model": "m", "status": "completed", "output": output, "usage": usage}
    )


OPEN = response("created", response={"id": "r", "model": "m", "status": "in_progress", "output": []})
WHOLE = {
    "type": "message",
    "id": "m1",
    "role": "assistant",
    "content": [{"type": "output_text", "text": "Hello", "annotations": []}],
}
PLACE = {"output_index": 0, "content_index": 0}
SAID = {
    "added": response("output_item.added", output_index=0, item={**WHOLE, "content": []}),
    "delta": response("output_text.delta", delta="Hello", **PLACE),
    "text": response("output_text.done", text="Hello", **PLACE),
    "item": response("output_item.done", output_index=0, item=WHOLE),
}
WAYS = [
    ["added", "delta", "text", "item"],
    ["added", "text", "item"],
    ["added", "item"],
    ["added", "delta", "item"],
    [],
]


@pytest.mark.parametrize("way", WAYS, ids=" ".join)
@pytest.mark.parametrize("closing", [[], [WHOLE]], ids=["empty", "full"])
def test_an_answer_in_pieces_or_at_the_close_is_said_once(cli, raw, way, closing):
    if not way and not closing:
        closing = [WHOLE]
    raw(streamed(OPEN, *(SAID[one] for one in way), closed(closing)))

    assert cli("responses", "hi").out == "Hello\n"
    assert json.loads(cli("responses", "hi", "--json", "--stream").out)["output"] == [WHOLE]


def test_a_call_that_came_in_pieces_alone_is_run(cli, raw, tool, tmp_path):
    (tmp_path / "t.json").write_text(json.dumps([{"type": "function", "name": "w", "parameters": {"type": "object"}}]))
    item = {"type": "function_call", "id": "f1", "call_id": "c1", "name": "w"}
    events = [
        response("output_item.added", output_index=0, item={**item, "arguments": ""}),
        response("function_call_arguments.delta", output_index=0, delta=ROME),
        response("function_call_arguments.done", output_index=0, arguments=ROME),
        response("output_item.done", output_index=0, item={**item, "arguments": ROME}),
    ]
    raw(streamed(OPEN, *events, closed([])), streamed(*said(Responses(), "final")))
    ran = cli("responses", "hi", *tool)

    assert (ran.out, ran.code) == ("final\n", 0)
    told = sent(raw)[1]["input"][-1]
    assert (told["call_id"], json.loads(told["output"])) == ("c1", {"city": "Rome"})


USED = {"prompt_tokens": 9, "completion_tokens": 3}
PLACES = [
    {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop", "usage": USED}]},
    {"choices": [], "x_groq": {"usage": USED}},
    {"choices": [], "usage": {"input_tokens": 9, "output_tokens": 3}},
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("words", [[], ["--json"]])
def test_tokens_are_counted_wherever_they_stand(cli, raw, place, words):
    raw(streamed(chunk("Hi", "stop"), event(place), DONE))

    assert "Tokens: 9 input, 3 output." in cli("chat", "hi", "--usage", "--stream", *words).err


def test_a_zero_takes_no_count_away(cli, raw):
    speech = BY_COMMAND["messages"]
    end = {
        "type": "message_delta",
        "delta": {"stop_reason": "end_turn"},
        "usage": {"input_tokens": 0, "output_tokens": 3},
    }
    raw(streamed(*speech.begin, speech.text("Hi"), named(end), *speech.mark))

    assert "Tokens: 9 input, 3 output." in cli("messages", "hi", "--usage").err


PNG = "data:image/png;base64,iVBORw0KGgo="
UNSEEN = [
    ("chat", {"content": "Here", "images": [{"type": "image_url", "image_url": {"url": PNG}}]}, "image/png"),
    ("chat", {"content": "Here", "audio": {"data": "AAAA"}}, "audio"),
    (
        "chat",
        {"content": "Here", "tool_calls": [{"id": "c", "type": "custom", "custom": {"name": "n", "input": "x"}}]},
        "custom",
    ),
    ("gemini", [{"text": "Here"}, {"executableCode": {"code": "print(1)"}}], "executableCode"),
    ("gemini", [{"text": "Here"}, {"codeExecutionResult": {"output": "1"}}], "codeExecutionResult"),
    (
        "gemini",
        [{"text": "Here"}, {"fileData": {"mimeType": "image/png", "fileUri": "https://x.example/a"}}],
        "https://x.example/a",
    ),
    (
        "messages",
        [{"type": "text", "text": "Here"}, {"type": "code_execution_tool_result", "content": {}}],
        "code_execution",
    ),
    ("responses", [WHOLE, {"type": "image_generation_call", "result": "AAAA"}], "image_generation_call"),
    ("responses", [WHOLE, {"type": "mcp_approval_request", "name": "n"}], "mcp_approval_request"),
    ("responses", [WHOLE, {"type": "custom_tool_call", "name": "n", "input": "x"}], "custom_tool_call"),
]


@pytest.mark.parametrize(("command", "content", "told"), UNSEEN)
@pytest.mark.parametrize("words", [[], ["--events"]])
def test_what_is_not_printed_is_named(cli, raw, command, content, told, words):
    document = {
        "chat": {"choices": [{"index": 0, "message": content, "finish_reason": "stop"}]},
        "gemini": {"candidates": [{"content": {"parts": content}, "finishReason": "STOP"}]},
        "messages": {"content": content, "stop_reason": "end_turn"},
        "responses": {"output": content, "status": "completed"},
    }[command]
    raw(lambda talk: talk.whole(document))
    ran = cli(command, "hi", "-m", "m", "--no-stream", *words)

    assert (ran.code, told in ran.err + (ran.out if words else "")) == (0, True)


def test_images_in_a_delta_are_told(cli, raw, tmp_path):
    images = [{"type": "image_url", "image_url": {"url": PNG}, "index": 0}]
    raw(streamed(delta(content="Here", images=images), delta("stop"), DONE))

    assert "image/png, 8 bytes" in cli("chat", "hi").err
