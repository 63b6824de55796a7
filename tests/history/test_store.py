"""What ``history.db`` keeps and gives back: conversations, versions, several processes at once, and bounds."""

import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from kept import ANSWER, CALL, attempt, keep, opened, place

from cometapi.errors import OutputFailed
from cometapi.history import database, schema, store, writing


def test_what_is_kept_comes_back(environ):
    attached = [{"digest": "d", "path": "/tmp/cat.png", "media_type": "image/png", "size": 8}]
    with opened(environ) as kept:
        number = kept.begin({**CALL, "system": "Be brief.", "options": {"temperature": 1}, "attachments": attached})
        conversation = kept.of(number)
        assert kept.conversation(conversation)["exchanges"][0]["state"] == "sent"
        kept.finish(number, **ANSWER, usage={"total": 3}, answered=[{"role": "assistant"}], answered_by="gpt-5.4-x")
    with opened(environ, writes=False) as kept:
        (exchange,) = kept.conversation(conversation)["exchanges"]
    told = {**CALL, **ANSWER, "system": "Be brief.", "options": {"temperature": 1}, "usage": {"total": 3}}
    assert {name: exchange[name] for name in told} == told
    assert (exchange["attachments"], exchange["answered_by"]) == (attached, "gpt-5.4-x")


def test_the_last_conversation_is_the_one_used_last_whatever_the_clock_says(environ):
    with opened(environ) as kept:
        first = kept.of(keep(kept, call={"started_at": 5000.0}))
        second = kept.of(keep(kept, call={"started_at": 100.0}))
        assert kept.last() == second
        keep(kept, conversation=first, call={"started_at": 50.0})
        assert kept.last() == first
        assert [one["id"] for one in kept.list()] == [first, second]


def test_a_conversation_is_found_by_id_beginning_and_name(environ):
    with opened(environ) as kept:
        one, other = kept.of(keep(kept)), kept.of(keep(kept))
        kept.rename(one, "moons")
        assert kept.find(one) == kept.find("moons") == kept.find(one[:9].upper()) == one
        kept.rename(other, "moons")
        with pytest.raises(Exception, match="Several conversations are meant by 'moons'"):
            kept.find("moons")
        for wrong in ("nosuch123", "", "%", one + "x"):
            with pytest.raises(Exception, match="There is no conversation"):
                kept.find(wrong)


def test_a_fork_has_the_exchanges_up_to_a_number_and_is_not_paid_again(environ):
    attached = [{"digest": "d", "path": "/tmp/cat.png", "media_type": "image/png", "size": 8}]
    with opened(environ) as kept:
        first = keep(kept, "one", call={"attachments": attached})
        conversation = kept.of(first)
        keep(kept, "two", conversation=conversation)
        fork = kept.fork(kept.fork(conversation), upto=None)
        short = kept.fork(conversation, upto=first)
        prompts = [one["prompt"] for one in kept.conversation(fork)["exchanges"]]
        assert (prompts, len(kept.conversation(short)["exchanges"])) == (["one", "two"], 1)
        assert kept.conversation(fork)["exchanges"][0]["attachments"] == attached
        assert kept.costs("model") == [{"model": "gpt-5.4", "calls": 2, "cost_usd": 0.2002, "unpriced": 0}]
        kept.delete(conversation)
        assert [one["id"] for one in kept.search(["two"])] != []
        assert kept.last() == short


def test_it_is_its_owners_alone_from_the_first_byte(environ):
    before = os.umask(0)
    try:
        with opened(environ) as kept:
            keep(kept)
            place = Path(kept.path)
            modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in place.parent.iterdir()}
            assert modes == dict.fromkeys(["history.db", "history.db-wal", "history.db-shm"], 0o600)
            assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700
        place.chmod(0o644)
        place.parent.chmod(0o755)
        with opened(environ) as kept:
            keep(kept)
        assert (stat.S_IMODE(place.stat().st_mode), stat.S_IMODE(place.parent.stat().st_mode)) == (0o600, 0o700)
    finally:
        os.umask(before)


def test_secrets_are_masked_wherever_they_stand(environ):
    secret, other = "access-token-0002", "sk-somebody-elses-key-0003"
    text = f"my token {secret}, their key {other}"
    with opened(environ, hide=lambda text: text.replace(secret, "…0002")) as kept:
        number = kept.begin(
            {**CALL, "prompt": text, "system": text, "asked": [{"content": text}], "options": {"a": text}}
        )
        kept.finish(number, state="failed", reply=text, answered=[{text: text}], error=text)
        kept.rename(kept.of(number), text)
        written = b"".join(one.read_bytes() for one in Path(kept.path).parent.iterdir())
    written += b"".join(one.read_bytes() for one in Path(kept.path).parent.iterdir())
    assert secret.encode() not in written and other.encode() not in written
    assert b"0002" in written


def test_half_characters_and_nulls_are_no_trouble(environ):
    with opened(environ) as kept:
        number = keep(kept, "half \ud83d and a null \0 behind", reply="\udc00", answered=[{"text": "\ud83d"}])
        (exchange,) = kept.conversation(kept.of(number))["exchanges"]
        assert exchange["prompt"] == "half ? and a null ␀ behind"
        assert len(kept.search(["behind"])) == 1


# --- versions


def test_a_file_of_the_first_version_is_read(environ):
    """The text of version 1 stands here, so that whoever changes the schema changes it by a version."""
    path = place(environ)
    with sqlite3.connect(path) as file:
        file.executescript((Path(__file__).parent / "version_1.sql").read_text("utf-8"))
    file.close()
    with opened(environ) as kept:
        assert kept.last() == "abcdefghij"
        (one,) = kept.search(["tidal"])
        assert (one["id"], one["snippet"]) == ("abcdefghij", "Why tidal locking?")
        assert kept.costs("key") == [{"key": "…0001", "calls": 1, "cost_usd": 0.25, "unpriced": 0}]
        keep(kept, "more of it", conversation="abcdefghij")
        assert kept.connection.execute("PRAGMA user_version").fetchone()[0] == len(schema.VERSIONS)
    assert attempt(environ) == (3, [])


def test_version_1_is_what_it_was():
    written = (Path(__file__).parent / "version_1.sql").read_text("utf-8")
    for statement in (*schema.VERSION_1, schema.INDEX):
        plain = " ".join(line.partition("--")[0].strip() for line in statement.split("\n")).split()
        assert " ".join(plain).replace("IF NOT EXISTS ", "") in " ".join(written.split())


VERSION_2 = ("ALTER TABLE conversations ADD COLUMN colour TEXT", "UPDATE conversations SET colour = 'blue'")


def test_a_later_version_is_reached_in_one_step_and_whole(environ, monkeypatch):
    assert attempt(environ) == (1, [])
    monkeypatch.setattr(schema, "VERSIONS", (schema.VERSION_1, (*VERSION_2, "ALTER TABLE nowhere ADD COLUMN a")))
    number, notes = attempt(environ)
    assert (number, len(notes)) == (None, 1)
    monkeypatch.setattr(schema, "VERSIONS", (schema.VERSION_1,))
    assert attempt(environ) == (3, [])
    monkeypatch.setattr(schema, "VERSIONS", (schema.VERSION_1, VERSION_2))
    assert attempt(environ) == (5, [])
    with opened(environ) as kept:
        assert kept.connection.execute("PRAGMA user_version").fetchone()[0] == 2
        assert kept.connection.execute("SELECT colour FROM conversations").fetchone()[0] == "blue"
    monkeypatch.setattr(schema, "VERSIONS", (schema.VERSION_1,))
    assert attempt(environ)[1][0].endswith("was made by a newer version of this program.")


def test_without_an_index_everything_is_found_all_the_same(environ, monkeypatch):
    monkeypatch.setattr(schema, "INDEX", "CREATE VIRTUAL TABLE words USING nothing_here (a)")
    with opened(environ) as kept:
        keep(kept, "tidal locking C++ %x _y")
        assert not database.has_index(kept.connection)
        for words in (["tidal"], ["LOCKING", "c++"], ["%x"], ["_y"]):
            assert len(kept.search(words)) == 1
        assert kept.search(["%y"]) == kept.search(["locking_"]) == []
        kept.delete(kept.last())
        assert kept.forget()


# --- several at once

WRITER = """
import sys
sys.path[:0] = [{project!r}]
from cometapi.history import store
kept = store.opened({environ!r}, lambda sentence: print("NOTE", sentence))
for turn in range({turns}):
    number = kept.begin({{"command": "chat", "protocol": "chat", "model": "m", "prompt": sys.argv[1] + " " + str(turn),
                          "conversation": sys.argv[2] if sys.argv[2:] else None}})
    kept.finish(number, state="finished", reply="y", cost_usd=0.001)
kept.close()
"""


def together(environ, count, turns, *words):
    """What processes printed that wrote at once."""
    program = WRITER.format(project=str(Path(store.__file__).parents[2]), environ=dict(environ), turns=turns)
    started = [
        subprocess.Popen(
            [sys.executable, "-c", program, f"writer{number}", *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for number in range(count)
    ]
    return [process.communicate(timeout=100)[0] for process in started]


def test_ten_at_once_on_no_file_lose_nothing(environ):
    assert together(environ, 10, 5) == [""] * 10
    with opened(environ) as kept:
        found = kept.list()
        assert len(found) == 50 and len({one["used"] for one in found}) == 50
        assert len(kept.search(["writer7"], 100)) == 5
        assert kept.costs("model")[0]["cost_usd"] == 0.05
        assert kept.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_two_turns_of_one_conversation_follow_each_other(environ):
    with opened(environ) as kept:
        conversation = kept.of(keep(kept, "first"))
    assert together(environ, 3, 10, conversation) == [""] * 3
    with opened(environ) as kept:
        prompts = [one["prompt"] for one in kept.conversation(conversation)["exchanges"]]
    assert len(prompts) == len(set(prompts)) == 31
    for number in range(3):
        assert [one for one in prompts if one.startswith(f"writer{number} ")] == [
            f"writer{number} {n}" for n in range(10)
        ]


# --- bounds


def test_a_long_conversation_is_read_in_three_statements(environ):
    with opened(environ) as kept:
        conversation = kept.of(keep(kept))
        with database.writing(kept.connection) as connection:
            for number in range(5000):
                writing.begin(connection, {**CALL, **ANSWER, "prompt": f"turn {number}", "conversation": conversation})
        statements = []
        kept.connection.set_trace_callback(statements.append)
        found = kept.conversation(conversation)
        assert (len(found["exchanges"]), len(statements)) == (5001, 3)


def test_a_turn_of_a_long_conversation_takes_no_more_statements_than_the_first(environ):
    counts = []
    with opened(environ) as kept:
        kept.bounds = None
        conversation = kept.of(keep(kept))
        kept.connection.set_trace_callback(counts.append)
        for _ in range(2):
            counts.clear()
            keep(kept, conversation=conversation)
            first = len(counts)
        for _ in range(200):
            keep(kept, conversation=conversation)
        counts.clear()
        keep(kept, conversation=conversation)
        assert len(counts) == first


def test_an_answer_of_20_mb_is_kept_and_found(environ):
    long = "lorem ipsum " * 1_700_000
    with opened(environ) as kept:
        number = keep(kept, "say much", reply=f"{long} zebra42")
        keep(kept, "another")
        (one,) = kept.search(["zebra42", "say"])
        assert one["snippet"].endswith("zebra42") and len(one["snippet"]) < 200
        assert len(kept.conversation(kept.of(number))["exchanges"][0]["reply"]) > 20_000_000


def test_errors_of_a_command_are_raised_and_those_of_a_call_are_noted_once(environ):
    place(environ)
    with store.required(environ) as kept:
        kept.connection.execute("DROP TABLE exchanges")
        with pytest.raises(OutputFailed, match="cannot be used"):
            kept.list()
        with pytest.raises(OutputFailed):
            kept.begin(CALL)
    notes = []
    with store.opened(environ, notes.append) as kept:
        assert [kept.begin(CALL) for _ in range(3)] == [None] * 3
        kept.finish(None, state="finished")
    assert len(notes) == 1
