"""stdin: named by one argument, read once, and by nobody else."""

import json

import pytest

BODY = json.dumps({"messages": [{"role": "user", "content": "from the pipe"}], "user": "u"})


def said(body):
    """What the messages of a body say."""
    return [one["content"] for one in body["messages"]]


def test_a_body_may_come_through_a_pipe(sent):
    ran = sent("chat", "--body", "-", stdin=BODY)

    assert (said(ran.body), ran.body["user"]) == (["from the pipe"], "u")


def test_a_message_stands_beside_a_body_of_the_pipe(sent):
    assert said(sent("chat", "hi", "--body", "-", stdin=BODY).body) == ["from the pipe", "hi"]


@pytest.mark.parametrize(
    ("words", "flags"),
    [
        (["chat", "-", "--body", "-"], "MESSAGE and --body"),
        (["chat", "hi", "--schema", "-", "--body", "-"], "--schema and --body"),
        (["gemini", "hi", "--tools", "-", "--body", "-"], "--tools and --body"),
    ],
)
def test_two_that_name_stdin_are_refused(words, flags, sent):
    ran = sent(*words, stdin=BODY)

    assert (ran.code, ran.requests) == (2, [])
    assert ran.err.splitlines()[0] == f"cometapi: stdin is named twice: by {flags}."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[]", "must be a JSON object, but stdin contains a list"),
        (
            "{",
            "must be JSON, but stdin is not: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
        ),
        ("", "must be JSON, but stdin is not: Expecting value: line 1 column 1 (char 0)"),
    ],
)
def test_what_does_not_fit_is_told_like_a_file(text, reason, sent):
    ran = sent("chat", "hi", "--body", "-", stdin=text)

    assert (ran.code, ran.err.splitlines()[0], ran.requests) == (2, f"cometapi: --body {reason}.", [])


def test_the_lines_of_a_script_are_for_the_repl_alone(cli, service):
    ran = cli("repl", stdin="chat hi --body - --dry-run\nconfig path\n")

    assert (ran.code, ran.err.splitlines()[0].partition(", but")[0]) == (0, "cometapi: --body must be JSON")
    assert ran.out.endswith("config.toml\n")
