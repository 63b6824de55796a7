"""The messages of a conversation, and the files that they are saved to."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cometapi.commands.chat import transcript
from cometapi.commands.chat.conversation import Conversation
from cometapi.generated import program

CHAT, GEMINI = program.PROTOCOLS["chat"], program.PROTOCOLS["gemini"]

MESSAGES = st.lists(
    st.fixed_dictionaries(
        {
            "role": st.sampled_from(transcript.ROLES),
            "content": st.text()
            | st.lists(st.sampled_from(["## User", "\\## User", "```", "", "a", "\r"])).map("\n".join),
        }
    ),
    min_size=1,
)
TRICKY = [{"role": "user", "content": "## User\n\n\\## System\n"}, {"role": "assistant", "content": ""}]


@pytest.mark.parametrize("ending", transcript.WRITERS)
@given(messages=MESSAGES)
@example(messages=TRICKY)
def test_what_is_saved_is_loaded_as_it_was(ending, messages):
    text = transcript.WRITERS[ending]("gpt-5.4", messages, "2026-01-02T03:04:05Z", "chat")
    protocol = "chat" if ending == ".json" else None
    assert transcript.READERS[ending](text) == ("gpt-5.4", protocol, messages)


def test_json_keeps_what_a_protocol_says_beside_the_text():
    message = {"role": "assistant", "content": "hi", "turns": [{"role": "model", "parts": [{"text": "hi"}]}]}
    text = transcript.to_json("m", [message], "2026-01-02T03:04:05Z", "gemini")
    assert transcript.from_json(text) == ("m", "gemini", [message])


def test_markdown_has_a_title_and_a_section_for_each_message():
    messages = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "## User"}]
    assert transcript.to_markdown("gpt-5.4", messages, "2026-01-02T03:04:05Z") == (
        "# Conversation with gpt-5.4\n\nExported at 2026-01-02T03:04:05Z.\n\n"
        "## System\n\nBe brief.\n\n## User\n\n\\## User\n"
    )


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_markdown_written_by_hand_is_read(end):
    assert transcript.from_markdown("## User\nhi\n\n## Assistant\nhello".replace("\n", end)) == (
        None,
        None,
        [{"role": "user", "content": "hi"}, {"role": "assistant", "content": "hello"}],
    )


NO_CONVERSATIONS = [
    (transcript.from_json, "{", "is not valid JSON"),
    (transcript.from_json, "[]", 'contains no list "messages"'),
    (transcript.from_json, '{"messages": [{"role": "tool", "content": "x"}]}', "contains a message that is not plain"),
    (transcript.from_json, '{"messages": [1]}', "contains a message that is not plain"),
    (transcript.from_markdown, "# A page", 'contains no section such as "## User"'),
]


@pytest.mark.parametrize(("reader", "text", "reason"), NO_CONVERSATIONS)
def test_what_is_no_conversation_is_refused_with_a_reason(reader, text, reason):
    with pytest.raises(ValueError, match=reason):
        reader(text)


def talk():
    """A conversation with a system prompt, one exchange and a message that was not answered."""
    found = Conversation(CHAT, "gpt-5.4", "Be brief.")
    found.say("one")
    found.answered("first", tokens={"output": 3})
    found.say("two")
    found.answered("")
    return found


def contents(conversation):
    return [message["content"] for message in conversation.messages]


def test_an_answer_without_text_leaves_the_message():
    assert contents(talk()) == ["Be brief.", "one", "first", "two"]


def test_undo_takes_back_one_exchange_at_a_time():
    conversation = talk()
    assert [conversation.undo() for _ in range(3)] == ["two", "one", None]
    assert contents(conversation) == ["Be brief."]


def test_retry_takes_back_only_the_answer():
    conversation = talk()
    conversation.answered("second")
    assert (conversation.retry(), contents(conversation)) == ("two", ["Be brief.", "one", "first", "two"])
    assert Conversation(CHAT, "gpt-5.4").retry() is None


def test_clear_keeps_the_system_prompt_and_what_was_paid_for():
    conversation = talk()
    conversation.clear()
    assert (contents(conversation), conversation.usages) == (["Be brief."], [("gpt-5.4", {"output": 3}, None)])


def test_the_system_prompt_stands_first_and_can_be_changed_and_removed():
    conversation = talk()
    conversation.system = "Be long."
    assert contents(conversation)[:2] == ["Be long.", "one"]
    conversation.system = None
    assert (conversation.system, contents(conversation)[0]) == (None, "one")


def test_tokens_are_estimated_at_four_characters_each():
    conversation = Conversation(CHAT, "m")
    conversation.say("12345")
    assert conversation.estimated_tokens() == 2


def test_an_answer_keeps_the_turns_of_its_protocol():
    own = [{"role": "model", "parts": [{"text": "hi", "thoughtSignature": "s"}]}]
    conversation = Conversation(GEMINI, "m")
    conversation.say("hello")
    conversation.answered("hi", own)
    assert conversation.turns == [{"role": "user", "parts": [{"text": "hello"}]}, *own]
    assert conversation.messages == [
        {"role": "user", "content": "hello"},
        {"role": "assistant", "content": "hi", "turns": own},
    ]


def test_messages_of_roles_that_a_protocol_lacks_are_left_out_and_told():
    conversation = Conversation(GEMINI, "m")
    messages = [{"role": role, "content": role} for role in ("system", "user", "developer", "assistant")]
    assert (conversation.load(messages), conversation.system) == (["developer"], "system")
    assert conversation.turns == [
        {"role": "user", "parts": [{"text": "user"}]},
        {"role": "model", "parts": [{"text": "assistant"}]},
    ]
