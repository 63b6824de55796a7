"""A day at the prompt and in scripts, in one home: what was said in the morning is there in the evening."""

from test_conversation import conversation, entered, left, talker, terminal  # noqa: F401 - fixtures


def test_a_day(conversation, talker, cli, environ, tmp_path):  # noqa: F811 - the fixtures
    for answer in ("A monad is a box.", "Like this.", "It buys milk.", "Sure.", "Three boxes.", "Brief."):
        talker.say(answer, usage={"prompt_tokens": 10, "completion_tokens": 5})
    environ.update(COMETAPI_HISTORY="all")
    (tmp_path / "note.txt").write_text("Buy milk.")

    child = conversation("--system", "Be brief.")  # the morning: a question, a file, a name
    assert "A monad is a box." in entered(child, "What is a monad?")
    assert "Like this." in entered(child, "Show me.")
    entered(child, "/file note.txt")
    assert "It buys milk." in entered(child, "What does this do?")
    entered(child, "/name monads")
    assert left(child) == 0

    noon = cli("chat", "Are you sure?", "--continue=monads")  # noon: a script goes on with it
    assert (noon.code, noon.out) == (0, "Sure.\n")
    said = [one["content"] for one in talker.requests[3]["messages"]]
    assert said[0] == "Be brief."
    assert said[-2:] == ["It buys milk.", "Are you sure?"]

    child = conversation("-c")  # the afternoon: back to the prompt
    assert "Three boxes." in entered(child, "How many?")
    assert "monads (this one)" in entered(child, "/conversations")
    assert left(child) == 0

    assert cli("alias", "set", "short", "chat --system 'One word.'").code == 0  # the evening: habits, and accounts
    assert cli("short", "And now?").out == "Brief.\n"
    assert talker.requests[5]["messages"][0] == {"role": "system", "content": "One word."}
    found = cli("history", "search", "milk", "--json", "--fields", "title")
    assert (found.code, found.out) == (0, '[\n  {\n    "title": "monads"\n  }\n]\n')
    assert '"calls": 6' in cli("history", "cost", "--json").out
    assert cli("history", "unfinished", "--json").out == "[]\n"
