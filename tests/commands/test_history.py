"""``history``: what it lists, shows, exports and sums up, for people and for machines."""

import json
import os
import stat
import time
import unicodedata
from pathlib import Path

import pytest

from cometapi.commands import conversations
from cometapi.commands.chat.transcript import from_json, from_markdown
from cometapi.history import store
from cometapi.history.records import Store

CALL = {"command": "chat", "protocol": "chat", "model": "gpt-5.4", "prompt": "Hello"}
NOTHING = "cometapi: Nothing is kept in the history yet.\n"


@pytest.fixture
def kept(environ):
    """The history of the empty home."""

    def keep(*exchanges):
        """The id of a conversation of these exchanges, each what is different from the usual one."""
        with store.opened(environ, pytest.fail) as history:
            one = None
            for exchange in exchanges:
                facts = {"state": "finished", "reply": "An answer.", "cost_usd": 0.1001, **exchange}
                record = {**CALL, **{name: facts.pop(name) for name in (*CALL, *BEFORE) if name in facts}}
                number = history.begin({**record, "conversation": one})
                history.finish(number, **facts)
                one = history.of(number)
            return one

    return keep


BEFORE = ("system", "asked", "attachments", "started_at", "key_hint", "profile", "options")


def document(ran):
    assert ran.code == 0, ran
    return json.loads(ran.out)


# --- the list


def test_what_is_deleted_while_everything_is_exported_is_left_out(cli, kept, monkeypatch):
    first, second = kept({}), kept({})
    monkeypatch.setattr(Store, "ids", lambda _: [second, "gone", first])
    ran = cli("history", "export")
    assert (ran.code, [json.loads(line)["id"] for line in ran.out.splitlines()]) == (0, [first, second])


def test_nothing_is_kept_yet(cli, environ):
    for words in ([], ["cost"]):
        ran = cli("history", *words, "--json")
        assert (ran.code, ran.out, ran.err) == (0, "[]\n", NOTHING)
    assert cli("history", "unfinished").err == "cometapi: Every call in the history has its answer.\n"
    assert cli("history", "export").out == ""
    assert cli("history", "show").code == 2
    assert not Path(store.place(environ)).exists()


def test_a_conversation_is_a_row(cli, kept):
    one = kept({"prompt": "Why  are\nthere tides?"}, {"prompt": "And here?", "model": "claude-x"})
    (row,) = document(cli("history", "--json"))
    known = {
        "id": one,
        "title": "Why are there tides?",
        "model": "claude-x",
        "turns": 2,
        "cost_usd": 0.2002,
        "unpriced": 0,
    }
    assert {name: row[name] for name in known} == known
    assert row["used_at"].endswith("Z") and row["command"] == "chat"


def test_the_newest_fifty_come_unless_others_are_asked_for(cli, kept):
    ids = [kept({"prompt": f"number {number}"}) for number in range(52)]
    ran = cli("history", "--json")
    assert [one["id"] for one in document(ran)] == ids[:1:-1]
    assert ran.err == "cometapi: There are more records; see --limit and --all.\n"
    assert [one["id"] for one in document(cli("history", "--json", "--limit", "2"))] == ids[:-3:-1]
    ran = cli("history", "--json", "--all")
    assert (len(document(ran)), ran.err) == (52, "")


def test_it_is_arranged_like_other_lists(cli, kept):
    cheap = kept({"prompt": "cheap", "cost_usd": 0.01})
    dear = kept({"prompt": "dear", "cost_usd": 5, "model": "claude-x"})
    unknown = kept({"prompt": "unknown", "cost_usd": None})
    ids = [one["id"] for one in document(cli("history", "--json", "--sort", "cost_usd"))]
    assert ids == [cheap, dear, unknown]
    assert [one["id"] for one in document(cli("history", "--json", "--where", "model~claude"))] == [dear]
    assert cli("history", "--fields", "id", "--format", "csv").out.split() == ["id", unknown, dear, cheap]
    assert json.loads(cli("history", "--query", "[0].id", "--json").out) == unknown


FAMILY = "👩‍👩‍👧‍👦"


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("short", "short"),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 59 + "…"),
        ("x" * 58 + FAMILY + "yyy", "x" * 58 + "…"),
        ("x" * 58 + "e\u0301\u0301" + "yyy", "x" * 58 + "…"),
        ("x" * 58 + "👍🏽" + "yyy", "x" * 58 + "…"),
        ("a\x1b[31mb\r\nc\x00\x9b\u202e", "a␛[31mb c␀\\u009b\\u202e"),
        ("東" * 80, "東" * 59 + "…"),
        ("", ""),
    ],
)
def test_a_title_is_cut_at_a_character_and_holds_no_control(said, title, cli, kept):
    kept({"prompt": said})
    (row,) = document(cli("history", "--json"))
    assert row["title"] == title
    assert not [sign for sign in row["title"] if unicodedata.category(sign) == "Cc"]


def test_a_name_comes_before_the_first_message(cli, kept, environ):
    one = kept({"prompt": "Why tides?"})
    with store.opened(environ, pytest.fail) as history:
        history.rename(one, "moons \x1b[2J")
    (row,) = document(cli("history", "--json"))
    assert (row["title"], row["name"]) == ("moons ␛[2J", "moons \x1b[2J")


def test_what_is_shown_is_harmless_to_a_terminal(kept, terminal):
    kept({"prompt": "red \x1b[31m and \x9b2J", "reply": "\x1b]0;title\x07 gone"})
    for words in (["history"], ["history", "search", "red"], ["history", "show"], ["history", "show", "--json"]):
        talk = terminal("--color", "never", *words)
        assert talk.ends() == 0
        assert "\x1b[31m" not in talk.seen and "\x9b2J" not in talk.seen and "\x1b]0;" not in talk.seen


# --- one conversation


def test_what_show_prints_is_what_messages_reads(cli, kept, service, tmp_path):
    one = kept(
        {"prompt": "first", "system": "Be a pirate", "reply": "Arr."},
        {"prompt": "refused one", "state": "refused", "reply": "", "cost_usd": None, "error": "No."},
        {"prompt": "second", "system": "Be a pirate", "state": "cut", "reply": "Half", "request_id": "req-7"},
    )
    ran = cli("history", "show", one[:4], "--json")
    found = document(ran)
    assert ran.err.splitlines() == ["cometapi: 1 message was refused.", "cometapi: 1 answer is not whole."]
    told = [
        {"role": "system", "content": "Be a pirate"},
        {"role": "user", "content": "first"},
        {"role": "assistant", "content": "Arr."},
        {"role": "user", "content": "second"},
        {"role": "assistant", "content": "Half"},
    ]
    assert from_json(ran.out) == ("gpt-5.4", "chat", told)
    assert (found["cost_usd"], found["unpriced"], found["turns"]) == (0.2002, 0, 3)
    assert found["messages"][-1] | {"state": "cut", "request_id": "req-7"} == found["messages"][-1]
    assert found["refused"][0]["content"] == "refused one"

    path = tmp_path / "c.json"
    path.write_text(ran.out)
    ran = cli("chat", "next", "--messages", path, "--dry-run", "--json")
    assert json.loads(ran.out)["body"]["messages"] == [*told, {"role": "user", "content": "next"}]


def test_turns_of_the_protocol_are_kept_and_those_of_files_are_not(cli, kept):
    own = [{"role": "assistant", "content": [{"type": "thinking", "thinking": "hm"}, {"type": "text", "text": "Yes."}]}]
    picture = [{"digest": "d" * 64, "path": "/tmp/cat.png", "media_type": "image/png", "size": 8}]
    one = kept(
        {
            "prompt": "see",
            "protocol": "messages",
            "asked": [{"digest": "d" * 64}],
            "attachments": picture,
            "answered": own,
        },
    )
    asked, answered = document(cli("history", "show", one, "--json"))["messages"]
    assert "turns" not in asked and asked["attachments"] == picture
    assert answered["turns"] == own


def test_as_markdown_it_is_what_load_reads(cli, kept):
    kept({"prompt": "## User\n\nfirst", "reply": "**An** answer."})
    printed = cli("history", "show")
    assert printed.err == "" and printed.out == cli("history", "show", "--markdown").out
    told = [{"role": "user", "content": "## User\n\nfirst"}, {"role": "assistant", "content": "**An** answer."}]
    assert from_markdown(printed.out) == ("gpt-5.4", None, told)


def test_on_a_terminal_it_is_rendered(kept, terminal):
    kept({"prompt": "first", "reply": "An **answer** of\n\n- one\n- two"})
    rendered, plain = terminal("history", "show"), terminal("history", "show", "--markdown")
    assert (rendered.ends(), plain.ends()) == (0, 0)
    assert "**answer**" not in rendered.text and "answer" in rendered.text and "**answer**" in plain.text


def test_a_message_without_an_answer_is_told(cli, kept):
    kept(
        {"prompt": "first"}, {"prompt": "second", "state": "interrupted", "reply": ""}, {"prompt": "third", "reply": ""}
    )
    ran = cli("history", "show", "--json")
    assert ran.err == "cometapi: 2 messages have no answer.\n"
    assert [one["content"] for one in document(ran)["messages"]] == ["first", "An answer.", "second", "third"]


@pytest.mark.parametrize("wrong", ["nosuch123", "%", "_"])
def test_what_is_not_there_is_refused(wrong, cli, kept):
    kept({})
    ran = cli("history", "show", wrong)
    assert (ran.code, ran.out) == (2, "")
    told = f"cometapi: There is no conversation '{wrong}' in the history.\n  Those that are: cometapi history\n"
    assert ran.err == told


def test_an_export_is_every_conversation_on_a_line_and_private(cli, kept, tmp_path):
    ids = [kept({"prompt": f"number {number}"}) for number in range(3)]
    before = os.umask(0)
    try:
        ran = cli("history", "export", "-o", tmp_path / "all.jsonl")
    finally:
        os.umask(before)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    lines = (tmp_path / "all.jsonl").read_text().splitlines()
    assert [json.loads(line)["id"] for line in lines] == ids
    assert from_json(lines[0])[2][0] == {"role": "user", "content": "number 0"}
    assert stat.S_IMODE((tmp_path / "all.jsonl").stat().st_mode) == 0o600
    (tmp_path / "all.jsonl").chmod(0o644)
    assert cli("history", "export", "-o", tmp_path / "all.jsonl", "--force").code == 0
    assert stat.S_IMODE((tmp_path / "all.jsonl").stat().st_mode) == 0o600
    assert cli("history", "export").out.splitlines()[0].startswith('{"id": "')


# --- costs


def test_two_calls_are_summed_once_each(cli, kept):
    kept({}, {})
    assert document(cli("history", "cost", "--by", "model", "--json")) == [
        {"model": "gpt-5.4", "day": None, "key": None, "calls": 2, "cost_usd": 0.2002, "unpriced": 0}
    ]
    ran = cli("history", "cost")
    assert (ran.code, ran.err, "$0.2002" in ran.out, "Day" in ran.out) == (0, "", True, False)


def test_calls_without_a_price_are_told_as_such(cli, kept):
    kept({}, {"cost_usd": None}, {"model": "new", "cost_usd": None}, {"state": "refused", "cost_usd": None})
    ran = cli("history", "cost", "--json")
    rows = {one["model"]: (one["calls"], one["cost_usd"], one["unpriced"]) for one in document(ran)}
    assert rows == {"gpt-5.4": (2, 0.1001, 1), "new": (1, None, 1)}
    assert ran.err == "cometapi: 2 calls have no known price, and are not in the sum.\n"


def test_costs_by_day_and_key(cli, kept):
    kept({"started_at": 86_400.0 * 20_000 + 1, "key_hint": "…0001"}, {"started_at": 86_400.0 * 20_001 + 1})
    days = document(cli("history", "cost", "--by", "day", "--json"))
    assert [(one["day"], one["calls"]) for one in days] == [("2024-10-04", 1), ("2024-10-05", 1)]
    keys = document(cli("history", "cost", "--by", "key", "--json"))
    assert {one["key"]: one["cost_usd"] for one in keys} == {"…0001": 0.1001, None: 0.1001}


# --- what has no answer


def test_what_has_no_answer_is_listed_with_how_to_look_it_up(cli, kept):
    moment = 1_790_000_000.0
    kept({"prompt": "done"}, {"prompt": "no", "state": "refused", "reply": ""}, {"state": "cut", "reply": "Half"})
    known = kept({"prompt": "with an id", "state": "interrupted", "reply": "", "request_id": "req-1"})
    kept({"prompt": "x" * 200, "state": "sent", "reply": "", "model": "claude-x", "started_at": moment})
    ran = cli("history", "unfinished", "--json")
    newest, other = document(ran)
    assert (other["id"], other["request_id"], other["state"]) == (known, "req-1", "interrupted")
    assert other["look_up"] == "cometapi logs --request-id req-1"
    assert (newest["model"], newest["prompt"], newest["time"]) == ("claude-x", "x" * 79 + "…", "2026-09-21T14:13:20Z")
    line = "cometapi logs --model claude-x --start 2026-09-21T14:12:20Z --end 2026-09-21T15:13:20Z"
    assert newest["look_up"] == line
    assert ran.err == f"cometapi: Look the first one up with: {line}\n"


def test_the_command_that_looks_up_is_one(cli, kept, service):
    kept({"state": "interrupted", "reply": ""}, {"state": "interrupted", "reply": "", "request_id": "req-1"})
    for one in document(cli("history", "unfinished", "--json")):
        ran = cli(*one["look_up"].split()[1:], "--sandbox")
        assert ran.code in (0, 1) and "Unknown" not in ran.err


# --- what else


def test_a_moment_is_utc_and_a_day_is_local(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        assert conversations.moment(0) == "1970-01-01T00:00:00Z"
        assert conversations.day(86_399) == "1970-01-02"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_the_topics_say_what_is_kept_and_where(cli):
    for topic in ("past", "privacy"):
        text = " ".join(cli("help", topic).out.split())
        for words in ("history.db", "history_max_age", "history_max_size", "history delete"):
            assert words in text
