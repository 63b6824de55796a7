"""Answers as real services and gateways send them, which is not always as a protocol's documentation says."""

import json

import pytest
from conftest import chunk, event
from protocol_servers import PROTOCOLS, Responses, named, said, sent, streamed

BY_COMMAND = {one.command: one for one in PROTOCOLS}
DONE = event("[DONE]")


def delta(finish=None, **more):
    """One event of a chat stream."""
    return event({"id": "c1", "model": "m", "choices": [{"index": 0, "delta": more, "finish_reason": finish}]})


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

    assert (ran.code, len(raw.talks), "none was run" in ran.err) == (1, 1, True)


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


HARMLESS = [
    "data: null\n\n",
    "data: ping\n\n",
    "data: : keep-alive\n\n",
    "event: ping\ndata: pong\n\n",
    "data: 1\n\n",
    'data: "ok"\n\n',
    "data: {}\n\n",
    "data: []\n\n",
]


@pytest.mark.parametrize("sign", HARMLESS, ids=repr)
def test_signs_of_life_fail_no_answer(cli, raw, speech, sign):
    raw(streamed(*(one for told in said(speech, "Hel", "lo") for one in (sign, told))))
    ran = cli(speech.command, "hi", "-m", "m")

    assert (ran.out, ran.err, ran.code) == ("Hello\n", "", 0)


@pytest.mark.parametrize("mark", ["data: [DONE]\n\n", "data:  [DONE] \n\n", "data: [DONE]"])
def test_the_end_mark_ends_every_stream(cli, raw, speech, mark):
    events = said(speech, "Hello")
    raw(streamed(*[one for one in events if "[DONE]" not in one and "message_stop" not in one], mark))
    ran = cli(speech.command, "hi", "-m", "m")

    assert (ran.out, ran.err, ran.code) == ("Hello\n", "", 0)


@pytest.mark.parametrize("words", [[], ["--json"], ["--events"]])
def test_an_end_mark_without_a_reason_is_a_note(cli, raw, speech, words):
    raw(streamed(*speech.begin, speech.text("Hel"), DONE))
    ran = cli(speech.command, "hi", "-m", "m", "--stream", *words)
    strict = cli(speech.command, "hi", "-m", "m", "--stream", "--strict", *words)

    assert ("Hel" in ran.out, "did not say why" in ran.err, ran.code) == (True, True, 0)
    assert ("did not say why" in strict.err + strict.out, strict.code) == (True, 69)


AFTER = [
    "data: garbage\n\n",
    event({"error": {"message": "too late"}}),
    "event: error\ndata: late\n\n",
    "data: [1]\n\n",
]


@pytest.mark.parametrize("late", AFTER, ids=repr)
def test_what_follows_a_whole_answer_fails_nothing(cli, raw, speech, late):
    raw(streamed(*said(speech, "Hello"), late))
    ran = cli(speech.command, "hi", "-m", "m")
    assert (ran.out, ran.code) == ("Hello\n", 0)

    ends = [one for one in said(speech, "Hello") if "[DONE]" not in one and "message_stop" not in one]
    raw(streamed(*ends, late))
    assert cli(speech.command, "hi", "-m", "m").code == 0


@pytest.mark.parametrize("way", ["stream", "whole"])
def test_an_unknown_reason_without_an_answer_is_an_error(cli, raw, speech, way):
    whole = speech.whole(None, "odd") if speech.command != "responses" else {**speech.whole(None), "status": "odd"}
    events = [*speech.begin, *speech.finish("odd"), *speech.mark]
    raw(streamed(*events) if way == "stream" else lambda talk: talk.whole(whole))
    ran = cli(speech.command, "hi", "-m", "m", "--stream" if way == "stream" else "--no-stream")

    assert (ran.out, ran.code, "odd" in ran.err) == ("", 1, True)


def test_a_whole_reply_with_neither_message_nor_reason_is_an_error(cli, raw):
    raw(lambda talk: talk.whole({"choices": [{"index": 0}], "detail": "upstream was empty"}))
    ran = cli("chat", "hi", "--no-stream")

    assert (ran.code, ran.err) == (1, "cometapi: The service's reply holds no answer: upstream was empty\n")


FAILURES = ["error", "network_error", "insufficient_system_resource"]
WITHHELD = ["sensitive", "SAFETY", "refusal", "content_filter"]


@pytest.mark.parametrize(("reason", "code"), [*((one, 69) for one in FAILURES), *((one, 1) for one in WITHHELD)])
def test_reasons_that_mean_failure(cli, raw, reason, code):
    raw(streamed(chunk("part"), delta(reason), DONE))
    ran = cli("chat", "hi")

    assert (ran.out, ran.code, reason in ran.err) == ("part\n", code, True)


@pytest.mark.parametrize(("reason", "note"), [("end_turn", False), ("MAX_TOKENS", True)])
def test_reasons_in_the_words_of_another_protocol(cli, raw, reason, note):
    raw(streamed(chunk("Hi", reason), DONE))

    assert ("length limit" in cli("chat", "hi").err) is note


@pytest.mark.parametrize("way", ["stream", "whole"])
def test_an_error_inside_a_choice_is_one(cli, raw, way):
    error = {"code": 502, "message": "Upstream idle timeout 7781"}
    choice = {"index": 0, "finish_reason": "error", "error": error}
    whole = {"choices": [{**choice, "message": {"role": "assistant", "content": ""}}]}
    events = [chunk("part"), event({"choices": [{**choice, "delta": {"content": ""}}]}), DONE]
    raw(streamed(*events) if way == "stream" else lambda talk: talk.whole(whole))
    ran = cli("chat", "hi", "--stream" if way == "stream" else "--no-stream")

    assert (ran.out, ran.code) == ("part\n" if way == "stream" else "", 69)
    assert "Upstream idle timeout 7781" in ran.err


@pytest.mark.parametrize("way", ["stream", "whole"])
def test_an_error_that_says_nothing_is_none(cli, raw, speech, way):
    empty = {"message": "", "type": "", "param": "", "code": None, "more": [{}]}
    whole = {**speech.whole("Hello"), "error": empty}
    events = [one.replace("data: {", f'data: {{"error": {json.dumps(empty)}, ', 1) for one in said(speech, "Hello")]
    raw(streamed(*events) if way == "stream" else lambda talk: talk.whole(whole))
    ran = cli(speech.command, "hi", "-m", "m", "--stream" if way == "stream" else "--no-stream")

    assert (ran.out, ran.err, ran.code) == ("Hello\n", "", 0)


BODIES = [
    (401, [{"error": {"code": 401, "message": "list error 4019", "status": "UNAUTHENTICATED"}}], "list error 4019", 77),
    (429, [{"error": {"code": 429, "message": "list error 4020"}}], "list error 4020", 69),
    (400, {"detail": "not so 1"}, "(HTTP 400): not so 1", 1),
    (422, {"detail": [{"loc": ["body"], "msg": "field required 2"}]}, "(HTTP 422): field required 2", 1),
    (400, {"msg": "not so 3"}, "(HTTP 400): not so 3", 1),
    (400, {"errors": [{"message": "not so 4"}, {"message": "nor so"}]}, "(HTTP 400): not so 4; nor so", 1),
    (400, {"errors": ["not so 5"]}, "(HTTP 400): not so 5", 1),
    (400, "prompt is too long 6", "(HTTP 400): prompt is too long 6", 1),
    (503, "<html><title>503 &amp; all</title></html>", "The service is unavailable (HTTP 503): 503 & all", 69),
    (401, "<html></html>", "The API key was refused (HTTP 401)", 77),
    (402, {"error": {"message": "pay", "type": "rate_limit_error"}}, "pay", 1),
    (401, {"error": {"message": "who", "code": "INTERNAL"}}, "who", 77),
    (
        400,
        {
            "error": {
                "message": "Provider returned error",
                "code": 400,
                "metadata": {"raw": '{"error":{"message":"inner 7"}}'},
            }
        },
        "Provider returned error: inner 7",
        1,
    ),
    (400, {"error": {"message": "", "metadata": {"raw": "inner 8"}}}, "inner 8", 1),
]


@pytest.mark.parametrize(("status", "body", "told", "code"), BODIES)
def test_the_reason_of_a_refusal_is_told_wherever_it_stands(cli, raw, status, body, told, code):
    kind = "text/plain" if isinstance(body, str) and body[0] != "<" else "application/json"
    raw(lambda talk: talk.whole(body, status, kind))
    ran = cli("chat", "hi", "--retries", "0")

    assert (ran.out, ran.code, told in ran.err) == ("", code, True)


@pytest.mark.parametrize(
    ("status", "code"), [(402, "server_error"), (503, "model_not_found"), (503, "insufficient_user_quota")]
)
def test_what_cannot_heal_is_asked_for_once(cli, raw, status, code):
    raw(lambda talk: talk.whole({"error": {"message": "no", "code": code}}, status))
    ran = cli("chat", "hi")

    assert (ran.code, len(raw.talks)) == (1, 1)


def test_the_model_nearest_to_one_that_is_refused_is_named(cli, raw, home):
    kept = home / ".cache" / "cometapi"
    kept.mkdir(parents=True)
    (kept / "models.tsv").write_text("gpt-5.4\tOpenAI\nclaude-x\tAnthropic\n")
    raw(lambda talk: talk.whole({"error": {"message": "no channel", "code": "model_not_found"}}, 503))

    assert "no channel; did you mean gpt-5.4?" in cli("chat", "hi", "-m", "gpt5.4").err


def test_an_event_of_an_error_may_be_a_line_of_text(cli, raw, speech):
    raw(streamed(*speech.begin, speech.text("part"), "event: error\ndata: upstream exploded 7789\n\n"))
    ran = cli(speech.command, "hi", "-m", "m")

    assert (ran.out, ran.code, "upstream exploded 7789" in ran.err) == ("part\n", 1, True)


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
