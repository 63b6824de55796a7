"""A conversation shows every piece of an answer, and remembers the text of it alone."""

from protocol_servers import Chat, sent, streamed


def test_reasoning_and_calls_are_shown_and_only_the_text_is_remembered(terminal, raw):
    speech = Chat()
    call = speech.call("k1", 0, "look", '{"a": ', "1}")
    head = [*speech.begin, speech.reasoning("hmm"), speech.text("Hello"), speech.text("other", 1)]
    end = [speech.delta("stop", index=1), *speech.finish("tool_calls"), *speech.mark]
    raw(streamed(*head, *call, *end), streamed(*speech.begin, speech.text("Bye"), *speech.finish("stop")))
    child = terminal("chat", "-m", "m")
    child.sees("You>").types("hi").sees("\x1b[2mhmm\x1b[0m", "Hello", "other", 'look({"a": 1})', "You>")
    child.types("bye").sees("Bye", "You>").types("/exit")

    assert child.ends() == 0
    assert [body["messages"][1:] for body in sent(raw)] == [
        [],
        [{"role": "assistant", "content": "Hello"}, {"role": "user", "content": "bye"}],
    ]


def test_the_options_of_an_answer_hold_in_a_conversation(terminal, raw):
    speech = Chat()
    raw(
        lambda talk: (
            talk.whole({"success": True, "data": []})
            if talk.path == "/api/models"
            else talk.stream(*speech.begin, speech.reasoning("hmm"), speech.text("Hello"), *speech.finish("stop")).end()
        )
    )
    child = terminal("chat", "-m", "m", "--reasoning", "hide", "--usage")
    child.sees("You>").types("hi").sees("Hello", "Tokens: 9 input, 3 output.", "You>").types("/exit")

    assert child.ends() == 0
    assert "hmm" not in child.text
