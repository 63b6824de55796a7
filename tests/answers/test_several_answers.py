"""Several answers of one reply: none is dropped in a format of records. And the option to see about a length limit."""

import pytest

CHAT = {
    "model": "m",
    "choices": [
        {"index": 0, "message": {"content": "One"}, "finish_reason": "stop"},
        {"index": 1, "message": {"content": "Two"}, "finish_reason": "stop"},
    ],
    "usage": {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3},
}
GEMINI = {
    "modelVersion": "m",
    "candidates": [
        {"index": 0, "content": {"parts": [{"text": "One"}]}, "finishReason": "STOP"},
        {"index": 1, "content": {"parts": [{"text": "Two"}]}, "finishReason": "STOP"},
    ],
}
CALLS = {"chat": (["--n", "2"], CHAT), "gemini": (["--candidates", "2"], GEMINI)}


@pytest.mark.parametrize("command", CALLS)
def test_csv_has_a_row_for_each_answer(cli, raw, command):
    words, reply = CALLS[command]
    raw(lambda talk: talk.whole(reply))
    ran = cli(command, "hi", *words, "--format", "csv", "--fields", "model,content")

    assert (ran.out, ran.code) == ("model,content\nm,One\nm,Two\n", 0)


def test_csv_of_all_columns_has_them_too(cli, raw):
    raw(lambda talk: talk.whole(CHAT))

    assert cli("chat", "hi", "--n", "2", "-f", "csv").out.splitlines()[1:] == ["m,One,stop,1,2,3", "m,Two,stop,1,2,3"]


@pytest.mark.parametrize("reply", [CHAT, {**CHAT, "choices": CHAT["choices"][:1]}])
def test_fields_in_json_are_those_of_every_answer(cli, raw, reply):
    import json

    raw(lambda talk: talk.whole(reply))
    found = json.loads(cli("chat", "hi", "--json", "--fields", "content").out)

    assert found == ([{"content": "One"}, {"content": "Two"}] if reply is CHAT else {"content": "One"})


@pytest.mark.parametrize(
    ("words", "flag"),
    [
        ([], "--max-tokens"),
        (["--max-tokens", "5"], "--max-tokens"),
        (["--max-completion-tokens", "5"], "--max-completion-tokens"),
        (["--set", "max_completion_tokens=5"], "--max-completion-tokens"),
        (["-m", "o3", "--max-tokens", "5"], "--max-completion-tokens"),
    ],
)
def test_the_option_that_was_given_is_the_one_to_see(cli, raw, words, flag):
    raw(lambda talk: talk.whole({"choices": [{"message": {"content": "Hi"}, "finish_reason": "length"}]}))
    ran = cli("chat", "hi", "--no-stream", *words)

    sentence = f"cometapi: The answer reached its length limit and is incomplete; see {flag}."
    assert (ran.out, ran.err.splitlines()[-1]) == ("Hi\n", sentence)
