"""Reasoning beside the answer, and what an answer used and costs, the same in every protocol."""

import csv
import io
import json

import pytest
import yaml
from protocol_servers import said, streamed

from cometapi.answers import usage

CATALOG = {"success": True, "data": [{"id": "m", "pricing": {"input": 1, "output": 8}}, {"id": "free"}]}
TOLD = "Tokens: 9 input, 3 output."
COST = 0.000033  # nine tokens for a dollar a million, three for eight
SENTENCE = f"cometapi: {TOLD} Estimated cost: $0.000033 at catalog prices.\n"


def thinking(speech):
    """A stream with reasoning."""
    head = [*speech.begin, speech.reasoning("h"), speech.reasoning("m")]
    return [*head, speech.text("Hel"), speech.text("lo"), *speech.finish(speech.reasons["whole"]), *speech.mark]


@pytest.mark.parametrize(
    ("words", "out", "err"),
    [
        ([], "Hello\n", ""),
        (["--reasoning", "show"], "Hello\n", "hm\n\n"),
        (["--reasoning", "hide"], "Hello\n", ""),
        (["--reasoning", "only"], "hm\n", ""),
    ],
)
@pytest.mark.parametrize("color", [None, "1"])
def test_reasoning_in_a_pipe(cli, raw, speech, words, out, err, color):
    raw(streamed(*thinking(speech)))
    ran = cli(speech.command, "hi", *words, env={"FORCE_COLOR": color})

    assert (ran.out, ran.code) == (out, 0)
    assert ran.err == (f"\x1b[2m{err[:2]}\x1b[0m\n\n" if err and color else err)


@pytest.mark.parametrize(
    ("words", "env", "seen"),
    [([], {}, "\x1b[2mhm\x1b[0m"), ([], {"NO_COLOR": "1"}, "hm\r\n\r\n"), (["--reasoning", "hide"], {}, "")],
)
def test_reasoning_on_a_terminal(terminal, raw, speech, tmp_path, words, env, seen):
    raw(streamed(*thinking(speech)))
    child = terminal(speech.command, "hi", *words, env=env, out=tmp_path / "out")

    assert child.ends() == 0
    assert (tmp_path / "out").read_text() == "Hello\n"
    assert child.seen.startswith(seen) if seen else child.seen == ""


def test_an_error_in_the_middle_of_reasoning_stands_on_its_own(cli, raw, speech):
    raw(streamed(*speech.begin, speech.reasoning("hm"), speech.error("Overloaded now")))
    ran = cli(speech.command, "hi", "--reasoning", "show", env={"FORCE_COLOR": "1"})

    assert (ran.out, ran.code) == ("", 69)
    assert ran.err == "\x1b[2mhm\x1b[0m\n\ncometapi: The service is unavailable: Overloaded now.\n  Try again later.\n"


def test_reasoning_that_comes_late_does_not_tear_the_answer(terminal, raw, speech):
    tail = [speech.reasoning("late"), speech.text(" world")]
    raw(streamed(*speech.begin, speech.text("Hello"), *tail, *speech.finish(speech.reasons["whole"]), *speech.mark))
    child = terminal(speech.command, "hi", env={"NO_COLOR": "1"})

    assert (child.ends(), child.text) == (0, "Hello world\nlate\n\n")


def test_control_sequences_of_reasoning_do_nothing(cli, raw, speech):
    raw(streamed(*speech.begin, speech.reasoning("a\x1b[2Jb\n"), *said(speech, "Hi")[len(speech.begin) :]))

    assert cli(speech.command, "hi", "--reasoning", "show").err == "a␛[2Jb\n\n\n"


@pytest.fixture
def priced(raw, speech):
    """A service whose catalog knows prices; ``catalog`` answers for it."""

    def serve(model="m", catalog=lambda talk: talk.whole(CATALOG)):
        def answer(talk):
            if talk.path == "/api/models":
                return catalog(talk)
            is_streamed = b'"stream": true' in talk.body or "stream" in talk.path
            text = json.dumps(speech.whole("Hello")).replace('"m"', json.dumps(model))
            events = [one.replace('"m"', json.dumps(model)) for one in said(speech, "Hello")]
            return talk.stream(*events).end() if is_streamed else talk.whole(text)

        raw(answer)
        return [speech.command, "hi", "-m", model, "--usage"]

    return serve


@pytest.mark.parametrize("words", [[], ["--no-stream"], ["--reasoning", "only"]])
def test_usage_is_told_on_stderr(cli, priced, words):
    ran = cli(*priced(), *words)

    assert (ran.out, ran.err, ran.code) == ("" if "only" in words else "Hello\n", SENTENCE, 0)


@pytest.mark.parametrize("words", [["--json"], ["--json", "--stream"], ["-f", "yaml"], ["-f", "csv"]])
def test_usage_is_in_the_record(cli, priced, words):
    ran = cli(*priced(), *words)
    reader = {"yaml": yaml.safe_load, "csv": lambda text: next(csv.DictReader(io.StringIO(text)))}.get(
        words[-1], json.loads
    )

    assert float(reader(ran.out)["cost_usd_estimate"]) == COST
    assert ran.err == SENTENCE


def test_usage_is_in_the_events(cli, priced):
    usage = json.loads(cli(*priced(), "--events").out.splitlines()[-2])

    assert usage == {"type": "usage", "model": "m", "input": 9, "output": 3, "cost_usd_estimate": COST}


@pytest.mark.parametrize("model", ["free", "unknown"])
def test_without_a_price_there_are_tokens_only(cli, priced, model):
    assert cli(*priced(model)).err == f"cometapi: {TOLD}\n"
    assert json.loads(cli(*priced(model), "--json").out)["cost_usd_estimate"] is None


@pytest.mark.parametrize(
    "catalog",
    [
        lambda talk: talk.whole({"error": "no"}, 500),
        lambda talk: talk.whole("<html>", 200, "text/html"),
        lambda talk: talk.whole({"data": [7, {"id": "m", "pricing": "x"}]}),
        lambda talk: talk.whole({"data": None}),
        lambda talk: talk.reset(),
    ],
)
def test_a_catalog_that_fails_fails_no_answer(cli, priced, catalog):
    ran = cli(*priced("m", catalog))

    assert (ran.out, ran.err, ran.code) == ("Hello\n", f"cometapi: {TOLD}\n", 0)


def test_the_catalog_is_fetched_once_and_kept(cli, priced, raw):
    words = priced()
    cli(*words)
    cli(*words, "--json")

    assert [talk.path for talk in raw.talks].count("/api/models") == 1


def test_without_usage_nothing_is_asked_of_the_catalog(cli, priced, raw):
    cli(*priced()[:-1])

    assert len(raw.talks) == 1


@pytest.mark.parametrize("counts", [{"input": 9}, {"output": 3}, {}], ids=str)
def test_what_was_not_told_is_not_nothing(counts):
    assert usage.cost(counts, {"input": 1, "output": 8}) is None


def test_vectors_are_paid_by_what_goes_in_alone():
    assert usage.cost({"input": 9}, {"input": 1, "output": None}) == 0.000009


def test_a_count_below_zero_is_none():
    assert usage.total(-5) is None
    assert usage.total([3, -5]) == 3
