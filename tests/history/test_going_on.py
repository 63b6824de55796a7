"""``-c`` and ``--continue``: which conversation goes on, and what of it is sent again."""

import json

import pytest
from answering import exchanges, texts


def ids(home):
    """The ids of the conversations, in the order in which they began."""
    return list(dict.fromkeys(one["conversation"] for one in exchanges(home)))


def test_the_one_used_last_goes_on_not_the_one_made_last(cli, answering, home):
    cli("chat", "A")
    cli("chat", "B")
    first, _ = ids(home)
    assert cli("chat", "more", f"--continue={first}").code == 0
    assert cli("chat", "which", "-c").code == 0
    assert [text for _, text in texts(answering.bodies[3])] == ["A", "an answer", "more", "an answer", "which"]
    assert [one["conversation"] for one in exchanges(home)] == [*ids(home), first, first]


def test_a_clock_that_goes_back_changes_nothing(cli, answering, home):
    import sqlite3

    from answering import database

    cli("chat", "A")
    cli("chat", "B")
    with sqlite3.connect(database(home)) as connection:
        connection.execute("UPDATE exchanges SET started_at = 1 WHERE prompt = 'B'")
        connection.execute("UPDATE conversations SET started_at = 1 WHERE used = 2")
    connection.close()
    cli("chat", "more", "-c")
    assert texts(answering.bodies[2])[0] == ("user", "B")


@pytest.mark.parametrize("words", [["-c", "and Rome?"], ["and Rome?", "-c"], ["--continue", "and Rome?"]])
def test_the_word_behind_it_is_the_message(cli, answering, words):
    cli("chat", "Capital of France")
    assert cli("chat", *words).code == 0
    assert [text for _, text in texts(answering.bodies[1])] == ["Capital of France", "an answer", "and Rome?"]


def test_a_pipe_stays_a_message(cli, answering):
    cli("chat", "first")
    assert cli("chat", "-c", stdin="piped\n").code == 0
    assert cli("chat", "-c", "typed", stdin="piped\n").code == 0
    assert [texts(body)[-1][1] for body in answering.bodies[1:]] == ["piped", "typed\n\npiped"]


def test_without_a_message_nothing_is_sent(cli, answering):
    cli("chat", "first")
    ran = cli("chat", "-c")
    assert (ran.code, len(answering.requests)) == (2, 1)
    assert "missing" in ran.err


@pytest.mark.parametrize("word", ["--continue=nosuch123", "--continue=", "-c=nosuch123"])
def test_an_id_that_is_not_there_is_refused(cli, answering, word):
    cli("chat", "first")
    ran = cli("chat", "again", word)
    assert (ran.code, ran.out, len(answering.requests)) == (2, "", 1)
    assert word.partition("=")[2] in ran.err


def test_a_conversation_goes_on_by_the_beginning_of_its_id_and_by_its_name(cli, answering, home):
    cli("chat", "first")
    assert cli("chat", "more", f"--continue={ids(home)[0][:5]}").code == 0
    assert len(ids(home)) == 1


@pytest.mark.parametrize("history", ["all", "off"])
def test_where_nothing_is_kept_it_says_so(cli, answering, history):
    ran = cli("chat", "again", "-c", env={"COMETAPI_HISTORY": history})
    assert (ran.code, answering.requests) == (2, [])
    assert "No conversation is kept yet" in ran.err
    assert "config set history all" in ran.err


def test_without_a_home_it_says_so(cli, answering, monkeypatch):
    monkeypatch.setattr("cometapi.settings.folders.home_of_account", lambda: None)
    ran = cli("chat", "again", "-c", env={"HOME": None})
    assert (ran.code, answering.requests) == (2, [])
    assert "There is no home folder" in ran.err
    ran = cli("chat", "again", env={"HOME": None})
    assert (ran.code, ran.out, ran.err.count("cometapi:")) == (0, "an answer\n", 1)


def test_the_instruction_stands_once(cli, answering, speech):
    cli(speech.command, "first", "-s", "Be a pirate")
    cli(speech.command, "second", "-c")
    cli(speech.command, "third", "-c")
    assert [json.dumps(body).count("Be a pirate") for body in answering.bodies] == [1, 1, 1]
    said = [text for role, text in texts(answering.bodies[2]) if role != "system"]
    assert said == ["first", "an answer", "second", "an answer", "third"]


def test_another_instruction_takes_the_place_of_the_first(cli, answering, speech):
    cli(speech.command, "first", "-s", "Be a pirate")
    cli(speech.command, "second", "-c", "-s", "Be a poet")
    cli(speech.command, "third", "-c")
    assert all("pirate" not in json.dumps(body) and "poet" in json.dumps(body) for body in answering.bodies[1:])


def test_an_instruction_of_a_developer_holds_on(cli, answering):
    cli("chat", "first", "--developer", "Be brief")
    cli("chat", "second", "-c")
    cli("chat", "third", "-c", "-s", "Be long")
    roles = [[role for role, _ in texts(body)] for body in answering.bodies]
    assert roles == [
        ["developer", "user"],
        ["developer", "user", "assistant", "user"],
        ["system", "user", "assistant", "user", "assistant", "user"],
    ]


def test_model_and_options_hold_on_unless_others_are_given(cli, answering, speech):
    cli(speech.command, "first", "-m", "m", "-t", "0.5", "--top-p", "0.5")
    cli(speech.command, "second", "-c")
    cli(speech.command, "third", "-c", "-m", "m2", "-t", "0.1")
    first, second, third = (without_turns(body) for body in answering.bodies)
    assert first == second
    assert "m2" in json.dumps(answering.requests[2])
    assert "0.1" in json.dumps(third) and "0.5" in json.dumps(third)


def without_turns(body):
    return {key: value for key, value in body.items() if key not in ("messages", "contents", "input")}


def test_fields_and_bodies_hold_on(cli, answering, tmp_path):
    (tmp_path / "body.json").write_text(
        json.dumps({"messages": [{"role": "user", "content": "in the body"}], "seed": 7})
    )
    cli("chat", "first", "--body", tmp_path / "body.json", "--set", "metadata.a=1")
    cli("chat", "second", "-c")
    assert without_turns(answering.bodies[0]) == without_turns(answering.bodies[1])
    assert [text for _, text in texts(answering.bodies[1])] == ["in the body", "first", "an answer", "second"]


def test_an_option_that_one_given_now_excludes_is_left(cli, answering):
    cli("gemini", "first", "--thinking-level", "low", "-m", "m")
    assert cli("gemini", "second", "-c", "--thinking-budget", "0").code == 0
    assert answering.bodies[1]["generationConfig"]["thinkingConfig"] == {"thinkingBudget": 0}


@pytest.mark.parametrize("status", [400, 403, 413, 422])
def test_what_the_service_refused_is_not_sent_again(cli, answering, home, status, speech):
    cli(speech.command, "first", "-m", "m")
    answering.say("no such thing", status=status)
    assert cli(speech.command, "the poison", "-c", "-m", "nosuch").code != 0
    cli(speech.command, "third", "-c")
    assert [text for _, text in texts(answering.bodies[2])] == ["first", "an answer", "third"]
    assert "nosuch" not in json.dumps(answering.requests[2])
    assert [one["state"] for one in exchanges(home)] == ["finished", "refused", "finished"]


def test_a_cut_answer_is_sent_as_far_as_it_came(cli, answering, home, speech):
    answering.say("Half of zebra42 only", cut=True)
    assert cli(speech.command, "tell me").code == 69
    cli(speech.command, "go on", "-c")
    assert [text for _, text in texts(answering.bodies[1])] == ["tell me", "Half of zebra42 only", "go on"]
    found = cli("history", "search", "zebra42", "--json")
    assert exchanges(home)[0]["conversation"] in found.out
    assert exchanges(home)[0]["state"] == "cut"


def test_another_protocol_gets_the_texts(cli, answering, speech):
    cli("chat", "first", "-m", "m", "-s", "Be a pirate", "-t", "0.5")
    ran = cli(speech.command, "second", "-c")
    assert (ran.code, ran.err) == (0, "")
    assert [text for role, text in texts(answering.bodies[1]) if role != "system"] == ["first", "an answer", "second"]
    assert "0.5" in json.dumps(answering.bodies[1])
    assert json.dumps(answering.bodies[1]).count("Be a pirate") == 1
    assert "m" in (answering.bodies[1].get("model"), answering.requests[1][0].split("/")[-1].split(":")[0])


def test_what_another_protocol_cannot_have_is_told_in_one_note(cli, answering, tmp_path):
    (tmp_path / "cat.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * 100)
    cli("chat", "what is it", "--image", tmp_path / "cat.png", "--seed", "7", "--logprobs")
    ran = cli("messages", "sure?", "-c", "-m", "claude-x")
    assert [text for _, text in texts(answering.bodies[1])] == ["what is it", "an answer", "sure?"]
    assert len(ran.err.strip().splitlines()) == 1
    assert "--seed" in ran.err and "--logprobs" in ran.err


def test_an_attached_picture_is_sent_again_and_a_changed_one_is_told(cli, answering, home, tmp_path, speech):
    picture = tmp_path / "cat.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * 100)
    cli(speech.command, "what is it", "--image", picture)
    assert cli(speech.command, "sure?", "-c").err == ""
    key = next(key for key in ("messages", "contents", "input") if key in answering.bodies[0])
    assert answering.bodies[1][key][0] == {"role": "user", **answering.bodies[0][key][0]}
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"y" * 100)
    ran = cli(speech.command, "and now?", "-c")
    assert f"{picture} has changed since, so it is not sent again." in ran.err
    assert "base64" not in json.dumps(answering.bodies[2]) and "iVBOR" not in json.dumps(answering.bodies[2])
    picture.unlink()
    assert "is no longer there" in cli(speech.command, "gone?", "-c").err
    assert [texts(body)[-1][1] for body in answering.bodies] == ["what is it", "sure?", "and now?", "gone?"]


def test_calls_of_tools_go_back_only_with_their_results(cli, answering, tmp_path):
    (tmp_path / "tools.json").write_text(json.dumps([{"type": "function", "function": {"name": "now"}}]))
    for follow in (["-c", "never mind"], ["-c", "--tool-result", "k1=noon"]):
        answering.say("", calls=[("k1", "now", "{}")])
        cli("chat", "what time is it", "--tools", tmp_path / "tools.json")
        assert cli("chat", *follow).code == 0
    dropped, answered = answering.bodies[1]["messages"], answering.bodies[3]["messages"]
    assert [one["role"] for one in dropped] == ["user", "user"]
    assert [one["role"] for one in answered] == ["user", "assistant", "tool"]
    assert answered[1]["tool_calls"][0]["id"] == "k1"


def test_going_on_without_keeping_it(cli, answering, home):
    cli("chat", "first")
    assert cli("chat", "second", "-c", "--no-history").code == 0
    assert len(texts(answering.bodies[1])) == 3
    assert len(exchanges(home)) == 1


def test_who_goes_on_in_a_pipe_wants_it_kept(cli, answering, home):
    cli("chat", "first")
    cli("chat", "second", "-c", env={"COMETAPI_HISTORY": "terminal"})
    cli("chat", "third", "-c", env={"COMETAPI_HISTORY": "off"})
    assert [one["prompt"] for one in exchanges(home)] == ["first", "second"]


def test_a_preview_shows_the_whole_conversation(cli, answering, home):
    cli("chat", "first")
    ran = cli("chat", "second", "-c", "--dry-run")
    assert ran.out.count('"content"') == 3
    assert len(exchanges(home)) == len(answering.requests) == 1


def test_a_long_conversation_goes_on_as_a_whole(cli, answering, home):
    from cometapi.history.store import required

    store = required({"HOME": str(home)})
    one = None
    with store.connection:
        store.connection.execute("BEGIN")
        from cometapi.history import writing

        for number in range(5000):
            record = {"conversation": one, "command": "chat", "protocol": "chat", "model": "m", "prompt": f"q{number}"}
            record |= {"asked": [{"role": "user", "content": f"q{number}"}], "state": "finished", "reply": "a"}
            made = writing.begin(store.connection, {**record, "answered": [{"role": "assistant", "content": "a"}]})
            one = one or store.of(made)
        store.connection.execute("COMMIT")
    store.close()
    assert cli("chat", "the last", "-c").code == 0
    assert len(texts(answering.bodies[0])) == 10_001


def test_what_is_shown_can_be_read_again(cli, answering, home, tmp_path, speech):
    cli(speech.command, "first", "-s", "Be a pirate")
    cli(speech.command, "second", "-c")
    (tmp_path / "c.json").write_text(cli("history", "show", ids(home)[0], "--json").out)
    for command in ("chat", "messages", "gemini", "responses"):
        ran = cli(command, "next", "--messages", tmp_path / "c.json")
        assert ran.code == 0
        said = [text for role, text in texts(answering.bodies[-1]) if role != "system"]
        assert said == ["first", "an answer", "second", "an answer", "next"]
        assert json.dumps(answering.bodies[-1]).count("Be a pirate") == 1


def test_a_file_and_going_on_do_not_go_together(cli, answering, tmp_path):
    (tmp_path / "c.json").write_text("[]")
    ran = cli("chat", "x", "-c", "--messages", tmp_path / "c.json")
    assert (ran.code, answering.requests) == (2, [])
