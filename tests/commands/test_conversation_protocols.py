"""A conversation in each of the four protocols: whose turns go where, and what is kept of an answer."""

import json
import re

import pytest
from protocol_servers import said, sent, streamed
from talking import entered, left, ready

READY = ready()
WANTED = {
    "chat": {
        "messages": [
            {"role": "system", "content": "Be brief."},
            {"role": "user", "content": "hi"},
            {"role": "assistant", "content": "Hello there"},
            {"role": "user", "content": "two and two"},
        ],
        "model": "m",
        "stream": True,
        "stream_options": {"include_usage": True},
    },
    "gemini": {
        "systemInstruction": {"parts": [{"text": "Be brief."}]},
        "contents": [
            {"role": "user", "parts": [{"text": "hi"}]},
            {"role": "model", "parts": [{"text": "Why", "thought": True}, {"text": "Hello there"}]},
            {"role": "user", "parts": [{"text": "two and two"}]},
        ],
    },
    "responses": {
        "model": "m",
        "instructions": "Be brief.",
        "input": [
            {"role": "user", "content": "hi"},
            {
                "type": "message",
                "id": "m1",
                "role": "assistant",
                "content": [{"type": "output_text", "text": "Hello there", "annotations": []}],
            },
            {"role": "user", "content": "two and two"},
        ],
        "stream": True,
    },
    "messages": {
        "model": "m",
        "max_tokens": 4096,
        "system": [{"type": "text", "text": "Be brief."}],
        "messages": [
            {"role": "user", "content": "hi"},
            {
                "role": "assistant",
                "content": [{"type": "thinking", "thinking": "Why"}, {"type": "text", "text": "Hello there"}],
            },
            {"role": "user", "content": "two and two"},
        ],
        "stream": True,
    },
}


@pytest.fixture
def begun(spawned, raw, speech):
    """Begin a conversation with answers that the service gives one after the other, and wait for its prompt."""

    def begin(*texts, words=()):
        first = [*speech.begin, speech.reasoning("Why"), *map(speech.text, texts[0])]
        first += [*speech.finish(speech.reasons["whole"]), *speech.mark]
        raw(streamed(*first), *(streamed(*said(speech, *text)) for text in texts[1:]))
        child = spawned(speech.command, "-m", "m", "--reasoning", "hide", *words)
        child.expect(READY)
        return child

    return begin


def test_turns_go_where_the_protocol_has_them(begun, raw, speech):
    child = begun(["Hello ", "there"], ["Four."], words=["--system", "Be brief."])
    assert "Hello there\n" in entered(child, "hi", READY)
    assert "Four.\n" in entered(child, "two and two", READY)
    assert "User\nhi\n\nAssistant\nHello there\n" in entered(child, "/history", READY)
    assert left(child) == 0
    assert sent(raw)[1] == WANTED[speech.command]


def test_slash_commands_mean_the_same(begun, raw, speech, tmp_path):
    child = begun(["Hello"], ["Hello again"], ["Three"], ["Four"])
    entered(child, "hi", READY)
    assert "Hello again" in entered(child, "/retry", READY)
    assert sent(raw)[1] == sent(raw)[0]
    entered(child, "/system Rhyme.", READY)
    assert "Saved 3 messages" in entered(child, "/save talk.json", READY)
    entered(child, "three", READY)
    assert "Removed: three" in entered(child, "/undo", READY)
    assert "Loaded 3 messages" in entered(child, "/load talk.json", READY)
    entered(child, "three", READY)
    assert sent(raw)[3] == sent(raw)[2]
    assert "Rhyme." in json.dumps(sent(raw)[3])
    assert re.search(r"all +36 +12 +48", entered(child, "/usage", READY))  # what was taken back was paid for, too
    assert json.loads((tmp_path / "talk.json").read_text())["protocol"] == speech.command


def test_a_conversation_of_another_protocol_is_gone_on_with_as_text(begun, raw, speech, tmp_path):
    own = [{"role": "strange", "turns": []}]
    messages = [{"role": "user", "content": "hi"}, {"role": "assistant", "content": "Hello", "turns": own}]
    (tmp_path / "talk.json").write_text(json.dumps({"model": "m", "protocol": "another", "messages": messages}))
    child = begun(["Four."])
    entered(child, "/load talk.json", READY)
    entered(child, "two and two", READY)

    assert ("Hello" in json.dumps(sent(raw)[0]), "strange" in json.dumps(sent(raw)[0])) == (True, False)


def test_an_answer_that_was_cut_is_kept_as_text(begun, raw, speech):
    child = begun(["Hello"], ["Four."])
    raw.answers[0] = streamed(*speech.begin, speech.text("Half"))
    assert "The answer is incomplete" in entered(child, "hi", READY)
    entered(child, "go on", READY)

    assert "Half" in json.dumps(sent(raw)[1])


@pytest.mark.parametrize("stream", ["--stream", "--no-stream"])
def test_a_call_that_nobody_ran_is_told_and_not_sent_back(spawned, raw, speech, stream):
    calls = [("k1", "look", ['{"city": "Paris"}'])]
    whole = speech.whole("So:", speech.reasons["calls"], [("k1", "look", '{"city": "Paris"}')])
    first = streamed(*said(speech, "So:", calls=calls, reason="calls"))
    raw(first if stream == "--stream" else lambda talk: talk.whole(whole), streamed(*said(speech, "Four.")))
    child = spawned(speech.command, "-m", "m", stream)
    child.expect(READY)
    assert "The model called a tool, but it was not run" in entered(child, "hi", READY)
    entered(child, "go on", READY)

    assert ("So:" in json.dumps(sent(raw)[1]), "k1" in json.dumps(sent(raw)[1])) == (True, False)


def test_tools_are_run_and_their_calls_sent_back(spawned, raw, speech, tmp_path):
    declared = {"name": "look", **({"type": "function"} if speech.command == "responses" else {})}
    declared = {"type": "function", "function": declared} if speech.command == "chat" else declared
    (tmp_path / "tools.json").write_text(json.dumps([declared]))
    tool = tmp_path / "look"
    tool.write_text("#!/bin/sh\necho sunny\n")
    tool.chmod(0o755)
    calls = [("k1", "look", ['{"city": "Paris"}'])]
    first = streamed(*said(speech, calls=calls, reason="calls"))
    raw(first, streamed(*said(speech, "Good.")), streamed(*said(speech, "Four.")))
    child = spawned(speech.command, "-m", "m", "--tools", "tools.json", "--run-tools", ".", "--yes")
    child.expect(READY)
    assert "Good.\n" in entered(child, "hi", READY)
    entered(child, "two and two", READY)
    place = {"gemini": "contents", "responses": "input"}.get(speech.command, "messages")
    second, third = (body[place] for body in sent(raw)[1:])

    assert third[: len(second)] == second
    assert "sunny" in json.dumps(second)
