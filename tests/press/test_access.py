"""Which credential a command needs, and for which endpoint, stands in its help, its page, its man page and the index."""

from pathlib import Path

import pytest

SHARE = Path(__file__).parents[2] / "cometapi" / "share"
SENTENCES = {
    "chat": "Needs an API key for POST /v1/chat/completions.",
    "account": "Needs an access token for GET /api/user/self.",
    "models": "Needs an API key for GET /v1/models; no key for GET /api/models.",
    "logs": "Needs an access token for GET /api/log/self/export and GET /api/log/self.",
    "messages": "Needs an API key for POST /v1/messages.",
}


@pytest.mark.parametrize("command", SENTENCES)
def test_it_is_said_wherever_the_command_is_explained(cli, command):
    for text in (
        cli(command, "--help").out,
        (SHARE / "docs" / f"{command}.md").read_text(),
        (SHARE / "man" / "man1" / f"cometapi-{command}.1").read_text().replace("\\-", "-"),
    ):
        assert SENTENCES[command] in " ".join(text.split())


def test_the_index_has_a_column_for_it():
    lines = (SHARE / "docs" / "index.md").read_text().splitlines()
    cells = {line.split("|")[1].strip(): line.split("|")[3].strip() for line in lines if line.startswith("| [")}

    assert cells["[`balance`](balance.md)"] == "access token or API key"
    assert cells["[`doctor`](doctor.md)"] == ""


def test_a_command_that_sends_nothing_needs_nothing(cli):
    assert "Needs" not in cli("doctor", "--help").out


def test_columns_of_all_routes_are_listed_once_and_none_is_empty():
    for path in (SHARE / "docs").glob("*.md"):
        parts = path.read_text().split("\n\n")
        heads = [number for number, part in enumerate(parts) if part.startswith("| Column |")]
        assert all(parts[number].count("\n") > 1 for number in heads), path
    assert (SHARE / "docs" / "logs.md").read_text().count("Otherwise:") == 0


@pytest.mark.parametrize(
    ("reason", "meaning"),
    [
        ("stop", "It came to its own end, or to a stop sequence."),
        ("length", "It ran into the limit of max_tokens or max_completion_tokens."),
        ("tool_calls", "The model called one or more tools."),
        ("content_filter", "A content policy filtered it."),
        ("MAX_TOKENS", "It ran into the limit of maxOutputTokens."),
    ],
)
def test_what_a_finish_reason_means_stands_in_a_topic(cli, reason, meaning):
    assert f"{reason} {meaning}" in " ".join(cli("help", "streaming").out.split())
    assert f"| {reason} | {meaning} |" in (SHARE / "docs" / "topic-streaming.md").read_text()
