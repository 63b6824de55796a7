"""Sequences that are cut between the pieces of a stream, and what a model says beside its text, are as harmless as whole ones."""

import re

import pytest
from hostile import PLANTED, SEQUENCES
from protocol_servers import said, streamed
from screen import shown
from test_hostile_service import OBEYED, OWN, TERMINAL

TOOL = f"now{PLANTED}"


@pytest.fixture
def environ_of(raw, environ):
    """The variables of a call that the raw server answers."""
    return {**environ, **TERMINAL, "COMETAPI_HISTORY": "all", "COMETAPI_ACCESS_TOKEN": "token-0002"}


@pytest.mark.parametrize("style", ["never", "always"])
@pytest.mark.parametrize("wish", ["show", "only"])
def test_a_sequence_may_come_character_by_character(speech, style, wish, raw, environ_of):
    events = said(speech, *PLANTED)
    raw(streamed(*events[: len(speech.begin)], *map(speech.reasoning, PLANTED), *events[len(speech.begin) :]))
    code, out, err = shown([speech.command, "Hi", "--reasoning", wish, "--color", style], environ_of)

    assert [one for one in SEQUENCES if one in out + err] == []
    assert (code, OBEYED.findall(OWN.sub("", out + err))) == (0, [])
    assert "FORGED: a line of its own" in OWN.sub("", out)


def test_a_call_of_a_tool_is_shown_harmless(speech, raw, environ_of):
    raw(streamed(*said(speech, "Hi", reason="calls", calls=[("id", TOOL, ['{"a": "', "b", '"}'])])))
    code, out, err = shown([speech.command, "Hi", "--color", "never"], environ_of)

    assert (code, OBEYED.findall(out + err)) == (0, [])
    assert re.findall(r"now.{12}", out) == ["now␛[38;5;199mc"]


def test_a_finish_reason_is_shown_harmless(speech, raw, environ_of):
    raw(streamed(*said(speech, "Hi", reason=f"odd{PLANTED}")))
    code, out, err = shown([speech.command, "Hi", "--color", "never"], environ_of)

    assert (code in (0, 1, 69), out, OBEYED.findall(out + err)) == (True, "Hi\n", [])
    assert [line for line in err.splitlines() if not line.startswith(("cometapi: ", "  "))] == []


def test_an_error_in_a_stream_is_shown_harmless(speech, raw, environ_of):
    raw(streamed(*speech.begin, speech.text("Hi"), speech.error(PLANTED)))
    code, out, err = shown([speech.command, "Hi", "--color", "never"], environ_of)

    assert (code, out, OBEYED.findall(out + err)) == (69, "Hi\n", [])
    assert len([line for line in err.splitlines() if not line.startswith("  ")]) == 1
