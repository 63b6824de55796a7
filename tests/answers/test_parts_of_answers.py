"""What a later event leaves out is not lost, and a call of which only parts came is never run."""

import json

import pytest
from conftest import event
from protocol_servers import named
from test_odd_streams import added_up

A = {"type": "message", "id": "a", "status": "completed", "content": [{"type": "output_text", "text": "Anna"}]}
B = {"type": "message", "id": "b", "status": "completed", "content": [{"type": "output_text", "text": "Berta"}]}
C = {"type": "message", "id": "c", "content": [{"type": "output_text", "text": "Clara"}]}
CALL = {"type": "function_call", "id": "f", "call_id": "k", "name": "look", "arguments": "{}"}


def items_of(*closing, **facts):
    """The items of the reply that a stream of A and B adds up to, by what its closing event lists."""
    events = [{"type": "response.output_item.done", "output_index": at, "item": one} for at, one in enumerate([A, B])]
    response = {"status": "completed", **facts, **({"output": list(closing)} if closing != (None,) else {})}
    return added_up("responses", *events, {"type": "response.completed", "response": response})["output"]


def part(text):
    return [{"type": "output_text", "text": text}]


@pytest.mark.parametrize(
    ("closing", "whole"),
    [
        ([None], [A, B]),
        ([], [A, B]),
        ([A, B], [A, B]),
        ([B], [A, B]),
        ([B, C, CALL], [A, B, C, CALL]),
        ([{**B, "content": []}], [A, B]),
        ([{**B, "content": part("Ber"), "status": "incomplete"}], [A, {**B, "status": "incomplete"}]),
        ([{**A, "content": part("Anna Maria")}, B], [{**A, "content": part("Anna Maria")}, B]),
        ([CALL], [A, B, CALL]),
        ([{"type": "message", "content": part("Anna")}], [A, B]),
    ],
)
def test_a_closing_event_takes_nothing_away(closing, whole):
    assert items_of(*closing) == whole


@pytest.mark.parametrize("words", [["--stream", "--json"], ["--stream"]])
def test_what_was_printed_stays_in_the_whole_reply(cli, raw, words):
    delta = {"type": "response.output_text.delta", "output_index": 0, "content_index": 0, "delta": "Anna"}
    closing = {"status": "completed", "output": [CALL]}
    raw(lambda talk: talk.stream(named(delta), named({"type": "response.completed", "response": closing})).end())
    ran = cli("responses", "hi", *words)

    assert ran.code == 0
    assert "Anna" in ran.out
    assert "look" in ran.out


def gemini_call(finish=None, **call):
    candidate = {"content": {"parts": [{"functionCall": call}]}, **({"finishReason": finish} if finish else {})}
    return event({"candidates": [candidate]})


PARTS = [
    gemini_call(name="look", willContinue=True),
    gemini_call(partialArgs=[{"jsonPath": "$.city", "stringValue": "Par", "willContinue": True}], willContinue=True),
    gemini_call("STOP", partialArgs=[{"jsonPath": "$.city", "stringValue": "is"}]),
]


def test_a_call_in_parts_is_shown_as_incomplete(cli, raw):
    raw(lambda talk: talk.stream(*PARTS).end())
    ran = cli("gemini", "hi")

    assert (ran.out, ran.code) == ("look(incomplete)  # call\n", 0)


def test_it_is_marked_among_events(cli, raw):
    raw(lambda talk: talk.stream(*PARTS).end())
    found = [json.loads(line) for line in cli("gemini", "hi", "--events").out.splitlines()]

    assert [one["is_incomplete"] for one in found if one["type"] == "tool_call"] == [True]


def test_no_tool_is_run_with_a_part_of_its_arguments(cli, raw, tmp_path):
    (tmp_path / "look").write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n")
    (tmp_path / "look").chmod(0o755)
    (tmp_path / "tools.json").write_text('[{"name": "look"}]')
    raw(lambda talk: talk.stream(*PARTS).end())
    ran = cli("gemini", "hi", "--tools", tmp_path / "tools.json", "--run-tools", tmp_path, "--yes")

    told = "cometapi: The arguments of look came in parts, which are not supported; no tool was run.\n"
    assert (ran.out, ran.code, ran.err, (tmp_path / "ran").exists()) == ("", 1, told, False)
