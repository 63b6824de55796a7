"""``--repairs``: another try for a whole answer that does not fit its schema, counted and priced, in every protocol."""

import json
import signal
import time

import pytest
import warm
from conftest import event
from protocol_servers import said, sent, streamed

SCHEMA = "age int"
WRONG, RIGHT = '{"age": "three"}', '{"age": 3}'
NO = {"error": {"message": "No."}}
FAULT = "The answer does not match the schema at $.age: 'three' is not of type 'integer'."
WAYS = pytest.mark.parametrize("way", ["--stream", "--no-stream"])


def giving(speech, way, *texts, reason="whole"):
    """Answers of a protocol, one a request."""
    if way == "--stream":
        return [streamed(*said(speech, text[:5], text[5:], reason=reason)) for text in texts]
    return [lambda talk, text=text: talk.whole(speech.whole(text, speech.reasons[reason])) for text in texts]


def asked(raw):
    """The bodies of the requests to the model."""
    return [json.loads(talk.body) for talk in raw.talks if talk.method == "POST"]


@WAYS
def test_the_fault_goes_back_and_the_right_answer_alone_is_printed(cli, raw, speech, way):
    raw(*giving(speech, way, WRONG, RIGHT))
    ran = cli(speech.command, "hi", "-m", "m", "--schema", SCHEMA, "--repairs", 2, way)

    assert (ran.out, ran.code) == (f"{RIGHT}\n", 0)
    assert ran.err == f"cometapi: {FAULT} Asking again (1 of 2).\n"
    first, second = map(json.dumps, sent(raw))
    assert [(text.count("three"), text.count("is not of type")) for text in (first, second)] == [(0, 0), (2, 1)]


@WAYS
def test_as_many_more_tries_as_are_asked_for_and_not_one_more(cli, raw, speech, way):
    raw(*giving(speech, way, WRONG))
    ran = cli(speech.command, "hi", "-m", "m", "--schema", SCHEMA, "--repairs", 2, way)

    assert (ran.out, ran.code, len(raw.talks)) == (f"{WRONG}\n", 1, 3)
    assert ran.err.splitlines() == [
        f"cometapi: {FAULT} Asking again (1 of 2).",
        f"cometapi: {FAULT} Asking again (2 of 2).",
        f"cometapi: {FAULT}",
    ]


@WAYS
def test_none_is_none(cli, raw, speech, way):
    raw(*giving(speech, way, WRONG))
    ran = cli(speech.command, "hi", "-m", "m", "--schema", SCHEMA, "--repairs", 0, way)

    assert (ran.out, ran.code, len(raw.talks)) == (f"{WRONG}\n", 1, 1)


@WAYS
@pytest.mark.parametrize("reason", ["short", "refused"])
def test_what_no_try_can_mend_is_not_tried(cli, raw, speech, way, reason):
    raw(*giving(speech, way, '{"age": ', reason=reason))
    ran = cli(speech.command, "hi", "-m", "m", "--schema", SCHEMA, "--repairs", 3, way)

    assert (ran.out, ran.code, len(raw.talks)) == ('{"age": \n', 1, 1)


def test_a_cut_stream_ends_it_and_what_came_is_kept(cli, raw, speech):
    raw(streamed(*speech.begin, speech.text('{"age": ')))
    ran = cli(speech.command, "hi", "-m", "m", "--schema", SCHEMA, "--repairs", 3, "--stream")

    assert (ran.out, ran.code, len(raw.talks)) == ('{"age": \n', 69, 1)


def test_a_stream_that_is_cut_in_the_second_try_tells_what_both_used(cli, raw, speech):
    raw(*giving(speech, "--stream", WRONG), streamed(*speech.begin, speech.text('{"ag')))
    ran = cli(speech.command, "hi", "-m", "m", "--schema", SCHEMA, "--repairs", 3, "--stream", "--usage")

    assert (ran.out, ran.code, len(asked(raw))) == ('{"ag\n', 69, 2)
    assert "Tokens: " in ran.err


@pytest.mark.parametrize(("status", "code"), [(401, 77), (400, 1), (500, 69), (200, 1)])
def test_a_refusal_of_the_second_try_leaves_the_first_answer(cli, raw, speech, status, code):
    refusal = {"error": {"message": "No.", "type": "x", "code": status}}
    raw(*giving(speech, "--no-stream", WRONG), lambda talk: talk.whole(refusal, status))
    ran = cli(speech.command, "hi", "-m", "m", "--schema", SCHEMA, "--repairs", 3, "--no-stream")

    assert (ran.out, ran.code, len(raw.talks)) == (f"{WRONG}\n", code, 2)


@WAYS
@pytest.mark.parametrize("answer", [b"<html>", b"", {}, NO])
def test_a_second_try_that_brings_nothing_leaves_the_first_answer(cli, raw, speech, way, answer):
    second = streamed(event(answer)) if way == "--stream" and answer == NO else lambda talk: talk.whole(answer)
    raw(*giving(speech, way, WRONG), second)
    ran = cli(speech.command, "hi", "-m", "m", "--schema", SCHEMA, "--repairs", 3, way)

    assert (ran.out, ran.code > 0, len(raw.talks)) == (f"{WRONG}\n", True, 2)
    assert ran.err.count("cometapi: ") == 2  # the fault of the first, and the failure of the second


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_in_the_second_try_leaves_the_first_answer(raw, speech, environ, tmp_path, number, code):
    raw(*giving(speech, "--no-stream", WRONG), lambda talk: talk.stall())
    words = [speech.command, "hi", "-m", "m", "--schema", SCHEMA, "--repairs", "3", "--no-stream"]
    with open(tmp_path / "out", "wb") as out:
        child = warm.start(words, environ, None, [0, out.fileno(), 2])
        while len(raw.talks) < 2:
            time.sleep(0.02)
        child.kill(number)
        assert child.wait() == code
    assert (tmp_path / "out").read_text() == f"{WRONG}\n"


def test_a_long_fault_is_told_and_sent_back_in_short(cli, raw, speech):
    raw(*giving(speech, "--no-stream", json.dumps({"age": "x" * 9000}), RIGHT))
    ran = cli(speech.command, "hi", "-m", "m", "--schema", SCHEMA, "--repairs", 1, "--no-stream")

    assert (ran.out, ran.code) == (f"{RIGHT}\n", 0)
    assert "at $.age: 'xxx" in ran.err
    assert "is not of type 'integer' (9,027 characters). Asking again" in ran.err
    assert (len(ran.err) < 800, raw.talks[1].body.count(b"x") < 9800) == (True, True)


def test_a_call_of_a_tool_is_no_answer_to_repair(cli, raw, speech):
    raw(streamed(*said(speech, calls=[("k1", "look", ["{}"])], reason="calls")))
    ran = cli(speech.command, "hi", "-m", "m", "--schema", SCHEMA, "--repairs", 3)

    assert (ran.code, len(raw.talks)) == (0, 1)


@WAYS
def test_what_all_tries_used_is_told(cli, raw, speech, way):
    catalog = {"success": True, "data": [{"id": "m", "pricing": {"input": 1000, "output": 1000}}]}
    raw(*giving(speech, way, WRONG, RIGHT), lambda talk: talk.whole(catalog))
    ran = cli(speech.command, "hi", "-m", "m", "--schema", SCHEMA, "--repairs", 1, way, "--usage")

    assert (ran.out, ran.code) == (f"{RIGHT}\n", 0)
    assert "cometapi: Tokens: 18 input, 6 output. Estimated cost: $0.024000 at catalog prices." in ran.err


@pytest.mark.parametrize("words", [["--json"], ["--raw"], ["--events"], ["-f", "csv"]])
def test_every_format_gets_the_last_try(cli, raw, speech, words):
    raw(*giving(speech, "--no-stream", WRONG, RIGHT))
    ran = cli(speech.command, "hi", "-m", "m", "--schema", SCHEMA, "--repairs", 1, "--no-stream", *words)

    assert (ran.code, "three" in ran.out, "age" in ran.out) == (0, False, True)


def test_it_needs_a_schema(cli, raw, speech):
    ran = cli(speech.command, "hi", "-m", "m", "--repairs", 1)

    assert (ran.out, ran.code, raw.talks) == ("", 2, [])
    assert ran.err.startswith("cometapi: --repairs needs a schema: --schema or --schema-multi.\n")


def test_an_empty_answer_is_asked_for_again_without_a_turn_that_says_nothing(cli, raw, speech):
    raw(*giving(speech, "--no-stream", "", RIGHT))
    ran = cli(speech.command, "hi", "-m", "m", "--schema", SCHEMA, "--repairs", 1, "--no-stream")

    assert (ran.out, ran.code) == (f"{RIGHT}\n", 0)
    assert '"assistant"' not in raw.talks[1].body.decode()
    assert '"model", "parts"' not in raw.talks[1].body.decode()


@WAYS
def test_a_list_is_asked_for_in_an_object_and_printed_as_a_list(cli, raw, speech, way):
    wrong, right = '{"items": [{"age": "x"}]}', '{"items": [{"age": 1.0}, {"age": 2}]}'
    is_bare = speech.command == "gemini"
    texts = [text[10:-1] for text in (wrong, right)] if is_bare else [wrong, right]
    raw(*giving(speech, way, *texts))
    ran = cli(speech.command, "hi", "-m", "m", "--schema-multi", SCHEMA, "--repairs", 1, way)

    assert (ran.out, ran.code, len(raw.talks)) == ('[{"age": 1.0}, {"age": 2}]\n', 0, 2)


@WAYS
@pytest.mark.parametrize(
    "twice", ['[{"age": 1}], "items": [{"age": 2}]', '{"items": [{"age": 1}], "items": [{"age": 2}]}']
)
def test_what_is_printed_for_a_list_is_a_list(cli, raw, speech, way, twice):
    raw(*giving(speech, way, twice))
    ran = cli(speech.command, "hi", "-m", "m", "--schema-multi", SCHEMA, way)

    is_json = twice.startswith("{") and speech.command != "gemini"
    assert (ran.out, ran.code) == (('[{"age": 2}]\n', 0) if is_json else (ran.out, 1))


@WAYS
def test_a_list_alone_will_do_and_an_object_that_is_none_will_not(cli, raw, speech, way):
    raw(*giving(speech, way, '[{"age": 1}]'))
    ran = cli(speech.command, "hi", "-m", "m", "--schema-multi", SCHEMA, way)
    assert (ran.out, ran.err, ran.code) == ('[{"age": 1}]\n', "", 0)

    raw(*giving(speech, way, RIGHT))
    ran = cli(speech.command, "hi", "-m", "m", "--schema-multi", SCHEMA, way)
    assert (ran.out, ran.code) == (f"{RIGHT}\n", 1)


def test_a_list_that_is_cut_is_kept_as_it_came(cli, raw, speech):
    raw(streamed(*speech.begin, speech.text('{"items": [{"age": 1}')))
    ran = cli(speech.command, "hi", "-m", "m", "--schema-multi", SCHEMA, "--stream")

    assert (ran.out, ran.code) == ('{"items": [{"age": 1}\n', 69)
