"""The conversation at the prompt, as the history has it."""

import re

import pytest
from answering import exchanges, texts

CTRL_C, CTRL_D = "\x03", "\x04"


@pytest.fixture
def prompt(answering, terminal):
    """Begin a conversation with the model m on a plain terminal; ``says`` sends a line and gives what is shown then."""

    class Prompt:
        def __init__(self, *words, env=None):
            self.screen = terminal("chat", "--plain", *words, env=env)
            self.screen.sees("> ")

        def says(self, line):
            before = len(self.screen.seen)
            self.screen.types(line).sees("\nYou> " if not line.startswith("/exit") else "")
            return self.screen.seen[before:]

        def ends(self, keys="/exit\r"):
            self.screen.child.send(keys)
            return self.screen.ends()

    return Prompt


def said(home):
    """``(prompt, reply, state)`` of each exchange that is no copy."""
    return [(one["prompt"], one["reply"], one["state"]) for one in exchanges(home) if one["copy_of"] is None]


def test_every_turn_is_kept_as_it_happens(prompt, answering, home):
    chat = prompt("-m", "m")
    for number in range(2):
        answering.say(f"answer {number}")
        chat.says(f"question {number}")
        assert said(home)[-1] == (f"question {number}", f"answer {number}", "finished")
    chat.screen.child.kill(9)
    assert len({one["conversation"] for one in exchanges(home)}) == 1


def test_it_goes_on_from_the_prompt_and_from_a_script(prompt, cli, answering, home):
    chat = prompt("-m", "m", "-s", "Be a pirate", "-t", "0.5")
    chat.says("first")
    assert chat.ends(CTRL_D) == 0
    cli("chat", "second", "-c")
    chat = prompt("-c")
    assert "second" in chat.screen.seen and "an answer" in chat.screen.seen
    chat.says("third")
    chat.ends()
    assert [text for _, text in texts(answering.bodies[-1])][::2] == ["Be a pirate", "an answer", "an answer"]
    assert {body["temperature"] for body in answering.bodies} == {0.5}
    assert len({one["conversation"] for one in exchanges(home)}) == 1


def test_an_unknown_id_ends_it_before_it_begins(answering, terminal):
    screen = terminal("chat", "--continue=nosuch123")
    assert screen.ends() == 2
    assert "nosuch123" in screen.text


def test_what_the_service_refused_is_left_out_of_the_next_message(prompt, answering, home):
    chat = prompt("-m", "m")
    answering.say("no", status=400)
    chat.says("the poison")
    chat.says("and now")
    assert texts(answering.bodies[1]) == [("user", "and now")]
    answering.say("no", status=400)
    chat.says("again")
    chat.says("/retry")
    assert texts(answering.bodies[3])[-1] == ("user", "again")
    assert [state for *_, state in said(home)] == ["refused", "finished", "refused", "finished"]


def test_what_was_taken_back_stays_where_it_was_said(prompt, cli, answering, home):
    chat = prompt("-m", "m")
    chat.says("first")
    chat.says("second")
    chat.says("/undo")
    chat.says("third")
    chat.ends()
    conversations = list(dict.fromkeys(one["conversation"] for one in exchanges(home)))
    by_id = [[one["prompt"] for one in exchanges(home) if one["conversation"] == each] for each in conversations]
    assert by_id == [["first", "second"], ["first", "third"]]
    cli("chat", "fourth", "-c")
    assert [text for role, text in texts(answering.bodies[-1]) if role == "user"] == ["first", "third", "fourth"]


def test_another_answer_does_not_double_the_question(prompt, cli, answering, home):
    chat = prompt("-m", "m")
    chat.says("first")
    chat.says("second")
    answering.say("a better one")
    chat.says("/retry")
    chat.ends()
    cli("chat", "third", "-c")
    assert [text for _, text in texts(answering.bodies[-1])] == [
        "first",
        "an answer",
        "second",
        "a better one",
        "third",
    ]


def test_clear_begins_another_conversation(prompt, answering, home):
    chat = prompt("-m", "m")
    chat.says("first")
    chat.says("/clear")
    chat.says("second")
    assert len({one["conversation"] for one in exchanges(home)}) == 2


def test_names_forks_and_going_on(prompt, cli, answering, home):
    chat = prompt("-m", "m")
    assert "called my talk" in chat.says("/name my talk")
    chat.says("first")
    assert "my talk (this one)" in chat.says("/conversations")
    assert re.search(r"Going on in \w{10}; what was said before stays in \w{10}, too\.", chat.says("/fork"))
    chat.says("in the fork")
    shown = chat.says("/continue my talk")
    assert "Going on with" in shown and "first" in shown
    chat.says("in the first")
    assert [text for role, text in texts(answering.bodies[-1]) if role == "user"] == ["first", "in the first"]
    shown = chat.says("/continue")
    assert "in the fork" in shown
    assert "There is no conversation 'nosuch' in the history." in chat.says("/continue nosuch")
    assert "in the fork" in chat.says("/history")
    chat.ends()
    assert cli("chat", "more", "--continue=my talk").code == 0
    assert [text for role, text in texts(answering.bodies[-1]) if role == "user"][-2:] == ["in the first", "more"]


@pytest.mark.parametrize("words", [{"env": {"COMETAPI_HISTORY": "off"}}, {"option": "--no-history"}])
def test_where_nothing_is_kept_the_commands_say_so(prompt, answering, home, words):
    chat = prompt("-m", "m", *([words["option"]] if "option" in words else []), env=words.get("env"))
    for command in ("/conversations", "/continue", "/name x", "/fork"):
        assert "This conversation is not kept in the history." in chat.says(command)
    chat.says("first")
    chat.says("second")
    assert [text for _, text in texts(answering.bodies[-1])] == ["first", "an answer", "second"]
    assert exchanges(home) == []


def test_an_answer_that_is_stopped_is_kept_as_far_as_it_came(terminal, environ, home):
    from scripted_server import Talker

    talker = Talker()
    environ.update(COMETAPI_BASE_URL=talker.url, COMETAPI_KEY="sk-test-key-0001")
    talker.say("Half of", " it", holds=True)
    screen = terminal("chat", "--plain", "-m", "m")
    screen.sees("You> ").types("tell me").sees("of it")
    screen.child.interrupt("partial answer is kept")
    assert said(home) == [("tell me", "Half of it", "interrupted")]
    screen.child.close(force=True)
    talker.stop()


def test_a_file_that_was_loaded_is_kept_with_the_next_message(prompt, cli, answering, home, tmp_path):
    chat = prompt("-m", "m")
    chat.says("first")
    chat.says(f"/save {tmp_path}/c.json")
    chat.says("/clear")
    chat.says(f"/load {tmp_path}/c.json")
    chat.says("second")
    chat.ends()
    assert len({one["conversation"] for one in exchanges(home)}) == 2
    cli("chat", "third", "-c")
    assert [text for _, text in texts(answering.bodies[-1])] == ["first", "an answer", "second", "an answer", "third"]
