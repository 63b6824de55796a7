"""What happens to a stream happens to it in every protocol alike: the real program, against whatever a server may say."""

import json
import os
import signal
import threading

import pytest
from conftest import event
from protocol_servers import reader, said, streamed
from rawserver import SSE

from cometapi.answers import sse
from cometapi.errors import CometError

HINT = "  The partial answer above was kept. Run the command again for a complete one.\n"
CUT = f"cometapi: The answer is incomplete: the stream ended early.\n{HINT}"
LENGTH = "cometapi: The answer reached its length limit and is incomplete; see --max-tokens.\n"


def ask(cli, speech, *words, **options):
    return cli(speech.command, "hi", "-m", "m", *words, **options)


@pytest.fixture
def held(raw, speech):
    """A stream that says ``Hel`` and goes on only when the event that this gives is set."""
    go_on, events = threading.Event(), said(speech, "Hel", "lo")
    first = len(speech.begin) + 1

    def answer(talk):
        talk.stream(*events[:first])
        if go_on.wait(20):
            talk.chunks(*events[first:]).end()

    raw(answer)
    yield go_on
    go_on.set()


def test_each_piece_is_printed_before_the_next_is_sent(start, speech, held):
    process = start(speech.command, "hi")
    assert os.read(process.stdout.fileno(), 100) == b"Hel"

    held.set()
    assert (*process.communicate(timeout=10), process.returncode) == (b"lo\n", b"", 0)


def test_ctrl_c_keeps_what_came(start, speech, held):
    process = start(speech.command, "hi")
    begun = os.read(process.stdout.fileno(), 100)
    process.send_signal(signal.SIGINT)

    assert (begun, *process.communicate(timeout=10), process.returncode) == (b"Hel", b"\n", b"", 130)


def test_a_reader_that_goes_away_is_no_error(start, speech, held):
    process = start(speech.command, "hi")
    assert os.read(process.stdout.fileno(), 100) == b"Hel"
    process.stdout.close()
    held.set()

    assert (process.wait(10), process.stderr.read()) == (0, b"")


def pieces(speech, data, *cuts):
    """What a reader makes of bytes that are cut at these places."""
    bounds = zip([0, *cuts], [*cuts, len(data)], strict=True)
    return list(reader(speech).stream(sse.events(data[start:end] for start, end in bounds)))


def test_bytes_cut_at_every_position_give_the_same_pieces(speech):
    data = "".join(said(speech, "你", "好 👋", calls=[("k", "look", ['{"a": ', '"é"}'])], reason="calls")).encode()
    whole = pieces(speech, data)

    assert [piece for piece in whole if piece[0] == "text"] == [("text", "你", 0), ("text", "好 👋", 0)]
    longest = max(map(len, data.split(b"\n\n"))) + 3  # from cut to cut, so that each event is cut once, or not at all
    assert all(pieces(speech, data, *range(at, len(data) + 1, longest)) == whole for at in range(longest))


def test_comments_pings_and_line_ends_change_nothing(cli, raw, speech):
    extra = [": PING\n\n", event({"type": "ping"}), event({"type": "some.new_event", "text": "x"})]
    extra += ["event: ping\n\n", ":\n", "id: 7\nretry: 5\n\n", event("")]
    events = [piece for one in said(speech, "Hel", "lo")[:-1] for piece in (one, *extra)]
    raw(streamed(*(one.replace("\n", "\r\n") for one in (*events, said(speech, "Hel", "lo")[-1]))))
    ran = ask(cli, speech)

    assert (ran.out, ran.err, ran.code) == ("Hello\n", "", 0)


def test_without_a_reason_to_end_the_answer_was_cut(cli, raw, speech):
    raw(streamed(*speech.begin, speech.text("Hel")))
    ran = ask(cli, speech)

    assert (ran.out, ran.err, ran.code) == ("Hel\n", CUT, 69)


def test_a_machine_gets_nothing_of_a_cut_stream_but_the_error(cli, raw, speech):
    raw(streamed(*speech.begin, speech.text("Hel")))
    ran = ask(cli, speech, "--json", "--stream")

    assert (ran.out, ran.code, json.loads(ran.err)["error"]["exit_code"]) == ("", 69, 69)


def test_a_connection_that_breaks_in_the_middle_keeps_what_came(cli, raw, speech):
    raw(lambda talk: talk.stream(*speech.begin, speech.text("Hel")))
    ran = ask(cli, speech)

    assert (ran.out, ran.code) == ("Hel\n", 69)
    assert ran.err == "cometapi: The connection broke in the middle of the answer.\n"


@pytest.mark.parametrize("words", [[], ["--json", "--stream"]])
def test_a_connection_that_breaks_after_the_finish_reason_breaks_nothing(cli, raw, speech, words):
    events = said(speech, "Hello")
    raw(lambda talk: talk.stream(*events[: len(events) - len(speech.mark)]))
    ran = ask(cli, speech, *words)

    assert (ran.err, ran.code) == ("", 0)
    assert "Hello" in ran.out


def test_an_error_in_the_middle_keeps_what_came(cli, raw, speech):
    raw(streamed(*speech.begin, speech.text("Hel"), speech.error("Overloaded now"), *speech.mark))
    ran = ask(cli, speech)

    assert (ran.out, ran.code) == ("Hel\n", 69)
    assert ran.err == "cometapi: The service is unavailable: Overloaded now.\n  Try again later.\n"


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("authentication_error", "authentication_error"),
        ("UNAUTHENTICATED", "authentication_error"),
        ("RESOURCE_EXHAUSTED", "service_unavailable"),
        ("rate_limit_error", "service_unavailable"),
        ("invalid_request_error", "general_error"),
        ("INVALID_ARGUMENT", "general_error"),
    ],
)
@pytest.mark.parametrize("way", ["stream", "assembled"])
def test_the_kind_of_an_error_decides_the_exit(speech, kind, name, way):
    events = sse.events(one.encode() for one in [*speech.begin, speech.text("Hel"), speech.error("No", kind)])
    with pytest.raises(CometError, match=r"No\.") as caught:
        list(getattr(reader(speech), way)(events))

    assert caught.value.exit == name


@pytest.mark.parametrize(("before", "indent"), [("", None), ("\n", 2), (": PING\n\n", None)])
def test_an_error_without_data_after_text_is_told(cli, raw, speech, before, indent):
    error = {"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded now"}}
    raw(streamed(*speech.begin, speech.text("Hel"), before + json.dumps(error, indent=indent)))
    ran = ask(cli, speech)

    assert (ran.out, ran.code) == ("Hel\n", 69)
    assert ran.err == "cometapi: The service is unavailable: Overloaded now.\n  Try again later.\n"


@pytest.mark.parametrize("stray", ['{"note": 1}', "{", '{"a":\ndata: x'])
def test_what_is_neither_event_nor_error_changes_nothing(cli, raw, speech, stray):
    raw(streamed(*speech.begin, speech.text("Hel"), f"{stray.partition(chr(10))[0]}\n\n"))

    assert ask(cli, speech).err == CUT


@pytest.mark.parametrize("words", [[], ["--json"], ["--json", "--stream"], ["--no-stream"]])
def test_a_whole_reply_in_the_place_of_a_stream(cli, raw, speech, words):
    whole = speech.whole("Hello")
    raw(lambda talk: talk.whole(whole))
    ran = ask(cli, speech, *words)

    assert (ran.err, ran.code) == ("", 0)
    assert (json.loads(ran.out) == whole) if "--json" in words else ran.out == "Hello\n"


@pytest.mark.parametrize(
    ("body", "kind", "sentence", "code"),
    [
        ("<!DOCTYPE html><html></html>", "text/html", "The service answered with a page of HTML instead of data.", 1),
        ("<html></html>", SSE, CUT.splitlines()[0].removeprefix("cometapi: "), 69),
        ({"success": False, "message": "No more"}, "application/json", "The service refused the request: No more.", 1),
        (
            {"success": False, "message": "Invalid token"},
            "application/json",
            "The API key was refused: Invalid token.",
            77,
        ),
        ({"error": {"message": "No", "type": "x"}}, "application/json", "The service refused the request: No.", 1),
        ({}, "application/json", "The service's reply contains no answer.", 1),
        ([{"candidates": []}], "application/json", "The service's reply contains no answer.", 1),
        ("", "application/json", "The service returned an empty reply.", 1),
        (
            event({"success": False, "message": "No more"}),
            SSE,
            "The service could not complete the answer: No more.",
            1,
        ),
        ('{"success": false, "message": "No more"}', SSE, "The service refused the request: No more.", 1),
    ],
)
def test_what_comes_in_the_place_of_a_stream(cli, raw, speech, body, kind, sentence, code):
    raw(lambda talk: talk.whole(body, 200, kind))
    ran = ask(cli, speech)

    assert (ran.out, ran.err.splitlines()[0], ran.code) == ("", f"cometapi: {sentence}", code)


def test_a_machine_is_told_by_json_what_came_in_the_place_of_a_stream(cli, raw, speech):
    raw(lambda talk: talk.whole({"success": False, "message": "No more"}))
    ran = ask(cli, speech, "--stream", "-f", "yaml")

    assert (ran.out, json.loads(ran.err)["error"]["message"], ran.code) == (
        "",
        "The service refused the request: No more.",
        1,
    )


def test_an_empty_answer_is_no_failure(cli, raw, speech):
    raw(streamed(*said(speech)))
    ran = ask(cli, speech)

    assert (ran.out, ran.code) == ("", 0)
    assert ran.err == "cometapi: The answer has no text; --json shows all of it.\n"


@pytest.mark.parametrize(
    ("reason", "err", "code"),
    [
        ("whole", "", 0),
        ("short", LENGTH, 0),
        ("refused", "cometapi: The service withheld the answer or a part of it (finish reason {reason}).\n", 1),
    ],
)
@pytest.mark.parametrize("words", [[], ["--no-stream"]])
def test_why_an_answer_ended(cli, raw, speech, reason, err, code, words):
    word = speech.reasons[reason]
    whole = speech.whole("Hello", word)
    raw(lambda talk: talk.whole(whole) if words else talk.stream(*said(speech, "Hello", reason=reason)).end())
    ran = ask(cli, speech, *words)

    assert (ran.out, ran.err, ran.code) == ("Hello\n", err.format(reason=word), code)


def test_an_unknown_reason_is_said(cli, raw, speech):
    raw(streamed(*said(speech, "Hello", reason="NEW_WORD")))
    ran = ask(cli, speech)

    assert (ran.out, ran.code) == ("Hello\n", 0)
    assert "NEW_WORD" in ran.err


def test_a_line_of_megabytes_is_one_piece(cli, raw, speech):
    raw(streamed(*said(speech, "x" * 4_000_000)))
    ran = ask(cli, speech)

    assert (len(ran.out), ran.err, ran.code) == (4_000_001, "", 0)


@pytest.mark.parametrize("word", ["chat", "gemini"])
def test_several_choices_follow_each_other(cli, raw, word):
    from protocol_servers import Chat, Gemini

    speech = {"chat": Chat, "gemini": Gemini}[word]()
    second = event(
        {"choices": [{"index": 1, "finish_reason": "stop"}], "candidates": [{"index": 1, "finishReason": "STOP"}]}
    )
    raw(
        streamed(
            speech.text("a"),
            speech.text("x", 1),
            speech.text("b"),
            speech.text("y", 1),
            *speech.finish(speech.reasons["whole"])[:1],
            second,
        )
    )
    ran = ask(cli, speech)

    assert (ran.out, ran.err, ran.code) == ("ab\n\n---\n\nxy\n", "", 0)


def test_a_done_after_the_terminal_event_of_responses_is_ignored(cli, raw):
    from protocol_servers import Responses

    raw(streamed(*said(Responses(), "Hello"), event("[DONE]")))
    ran = cli("responses", "hi")

    assert (ran.out, ran.err, ran.code) == ("Hello\n", "", 0)


@pytest.mark.parametrize("words", [[], ["--no-stream"]])
def test_a_prompt_that_gemini_blocks_is_an_error(cli, raw, words):
    value = {"promptFeedback": {"blockReason": "SAFETY"}, "usageMetadata": {"promptTokenCount": 5}}
    raw(lambda talk: talk.whole(value) if words else talk.stream(event(value)).end())
    ran = cli("gemini", "hi", *words)

    assert (ran.out, ran.err, ran.code) == ("", "cometapi: The service refused the prompt (SAFETY).\n", 1)


@pytest.mark.parametrize("words", [[], ["--no-stream"], ["--json"]])
def test_a_response_that_failed_says_why(cli, raw, words):
    response = {"id": "r", "status": "failed", "error": {"code": "server_error", "message": "It broke"}, "output": []}
    failed = {"type": "response.failed", "response": response}
    raw(lambda talk: talk.whole(response) if words else talk.stream(event(failed)).end())
    ran = cli("responses", "hi", *words)

    assert (ran.out, ran.code, "It broke." in ran.err) == ("", 69, True)


@pytest.mark.parametrize("kind", ["text", "reasoning"])
def test_memory_does_not_grow_with_the_length_of_a_stream(speech, kind):
    import tracemalloc

    speech.begin  # noqa: B018 - a speech that remembers forgets
    data = list(sse.events([getattr(speech, kind)("x" * 100).encode()]))[-1]

    def peak(count):
        stream = reader(speech).stream(data for _ in range(count))
        tracemalloc.start()
        with pytest.raises(Exception, match="is incomplete"):
            for _ in stream:
                pass
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(100)  # what is parsed once is kept
    assert peak(2_000) < peak(150) + 50_000  # of 185,000 and more that came
