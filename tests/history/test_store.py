"""``history.db`` in whatever state the disk is: the call beside it goes on, and nothing that cannot be read is changed."""

import os
import sqlite3
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from kept import ANSWER, CALL, keep, opened

from cometapi.errors import OutputFailed
from cometapi.history import database, schema, store, writing
from cometapi.settings import folders


@pytest.fixture
def path(environ):
    """Where the history is, its folder made."""
    place = Path(store.place(environ))
    place.parent.mkdir(parents=True, mode=0o700)
    return place


def attempt(environ):
    """The notes of a call that wants to be kept, whose number is None where it is not."""
    notes = []
    kept = store.opened(environ, notes.append)
    number = None
    if kept:
        with kept:
            number = keep(kept)
            keep(kept)
    return number, notes


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


# --- states of the disk


def newer(path):
    with sqlite3.connect(path) as file:
        file.execute("CREATE TABLE later (a)")
        file.execute("PRAGMA user_version = 9999")
    file.close()


def of_another_program(path):
    with sqlite3.connect(path) as file:
        file.execute("CREATE TABLE theirs (a)")
    file.close()


def with_a_log_and_no_file(path):
    path.touch()
    Path(f"{path}-wal").write_bytes(b"changes that were never written back" * 10)


UNUSABLE = {
    "newer": (newer, "was made by a newer version of this program"),
    "another program's": (of_another_program, "was made by another program"),
    "no database": (lambda path: path.write_bytes(b"What a fine text this is.\n" * 400), "is not a database"),
    "a folder": (lambda path: path.mkdir(), "is not a file"),
    "a queue": (lambda path: os.mkfifo(path), "is not a file"),
    "a link to nothing that can be": (lambda path: path.symlink_to("/nowhere/at/all"), "cannot be opened"),
    "a log without its file": (with_a_log_and_no_file, "is empty, but the changes in"),
    "a log that cannot be": (lambda path: Path(f"{path}-journal").mkdir(), "cannot be opened"),
}


def content(folder):
    """Every file of a folder with its bytes."""
    return {one.name: one.read_bytes() if one.is_file() else None for one in folder.iterdir()}


@pytest.mark.parametrize("state", UNUSABLE)
def test_what_cannot_be_used_is_one_note_and_stays_as_it_is(state, environ, path):
    make, sentence = UNUSABLE[state]
    make(path)
    before = content(path.parent)
    number, notes = attempt(environ)
    assert (number, len(notes)) == (None, 1)
    assert sentence in notes[0] and notes[0].startswith("This call is not kept in the history: ")
    after = content(path.parent)
    assert {name: after[name] for name in before} == before


@pytest.mark.parametrize("state", [one for one in UNUSABLE if not one.startswith(("a link to", "a log that"))])
def test_a_command_about_the_history_says_a_sentence(state, cli, environ, path):
    UNUSABLE[state][0](path)
    for words in (["history"], ["history", "search", "x"], ["history", "cost"], ["history", "unfinished"]):
        ran = cli(*words)
        assert (ran.code, ran.out) == (1, "")
        assert UNUSABLE[state][1] in ran.err and "Traceback" not in ran.err


def test_no_home_is_one_note(environ, monkeypatch):
    monkeypatch.setattr(folders, "home_of_account", lambda: None)
    number, (note,) = attempt({**environ, "HOME": ""})
    assert number is None and note.endswith("so nothing can be stored.")


def test_an_empty_file_becomes_a_history(environ, path):
    path.touch()
    number, notes = attempt(environ)
    assert (number, notes) == (1, [])


def test_a_torn_log_is_no_trouble(environ, path):
    assert attempt(environ) == (1, [])
    Path(f"{path}-wal").write_bytes(os.urandom(50_000))
    assert attempt(environ) == (3, [])


def test_a_damaged_file_is_not_written_to(environ, path):
    assert attempt(environ) == (1, [])
    data = bytearray(path.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    path.write_bytes(data)
    number, notes = attempt(environ)
    assert (number, len(notes)) == (None, 1)
    assert "is damaged" in notes[0]
    assert path.read_bytes() == data


def test_who_holds_it_for_long_costs_a_call_some_seconds_and_a_note(environ, path, monkeypatch):
    monkeypatch.setattr(database, "PATIENCE", 0.3)
    monkeypatch.setitem(database.OPTIONS, "timeout", 0.3)
    assert attempt(environ) == (1, [])
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    begun = time.monotonic()
    number, notes = attempt(environ)
    assert (number, len(notes), time.monotonic() - begun < 3) == (None, 1, True)
    assert "is in use by another process" in notes[0]
    holder.close()
    assert attempt(environ) == (3, [])


def test_it_waits_for_who_makes_it(environ, path):
    holder = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    holder.execute("BEGIN EXCLUSIVE")
    import threading

    threading.Timer(0.5, holder.close).start()
    assert attempt(environ) == (1, [])


FULL = """
import resource, sys
sys.path[:0] = [{project!r}]
from cometapi.history import store
resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))
kept = store.opened({environ!r}, lambda sentence: print("NOTE", sentence))
if kept:
    for _ in range(400):
        number = kept.begin({{"command": "chat", "protocol": "chat", "model": "m", "prompt": "x" * 2000}})
        kept.finish(number, state="finished", reply="y" * 2000)
    kept.close()
print("END")
"""


@pytest.mark.parametrize("size", [0, 50_000, 300_000])
def test_a_disk_that_is_full_is_one_note(size, environ, path):
    program = FULL.format(project=str(Path(store.__file__).parents[2]), environ=dict(environ), size=size)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    notes = [line for line in done.stdout.splitlines() if line.startswith("NOTE")]
    assert (done.stderr, done.returncode, len(notes), done.stdout.endswith("END\n")) == ("", 0, 1, True)
    assert "the disk" in notes[0]


def test_where_no_log_can_be_written_there_is_a_journal(environ, path):
    Path(f"{path}-shm").mkdir()  # as on a network: it says that it can, and the first write fails
    with opened(environ) as kept:
        keep(kept)
        assert kept.connection.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
    Path(f"{path}-shm").rmdir()
    with opened(environ) as kept:
        assert kept.connection.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
        assert len(kept.list()) == 1


def test_how_it_is_written(environ):
    with opened(environ) as kept:
        names = ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "auto_vacuum", "user_version")
        found = {name: kept.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names}
    assert found == dict(
        zip(names, ("wal", 1, 1, 1, 2, len(schema.VERSIONS)), strict=True)
    )  # NORMAL, ON, ON, INCREMENTAL


UNWRITABLE = """
import sys
sys.path[:0] = [{project!r}]
from cometapi.history import store
with store.required({environ!r}, writes=False) as kept:
    print([one["said"] for one in kept.list()], len(kept.search(["Hello"])))
noting = store.opened({environ!r}, lambda sentence: print("NOTE", sentence))
if noting:
    print(noting.begin({{"command": "chat", "protocol": "chat", "model": "m", "prompt": "x"}}))
"""


def like_anybody():
    """Let the superuser be held to the modes of files, as everybody is (the kernel's CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH)."""
    import ctypes

    for capability in (1, 2):
        ctypes.CDLL(None).prctl(24, capability)


@pytest.mark.parametrize("modes", [(0o500, 0o400), (0o500, 0o600), (0o700, 0o400)], ids=str)
def test_what_cannot_be_written_can_be_read(modes, environ, path):
    assert attempt(environ) == (1, [])
    program = UNWRITABLE.format(project=str(Path(store.__file__).parents[2]), environ=dict(environ))
    for place, mode in zip((path.parent, path), modes, strict=True):
        place.chmod(mode)
    try:
        done = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            preexec_fn=like_anybody,
        )
    finally:
        path.parent.chmod(0o700)
    first, *rest = done.stdout.splitlines()
    assert (done.stderr, first) == ("", "['Hello', 'Hello'] 2")
    assert rest[0].startswith("NOTE This call is not kept in the history: ") and rest[1:] in ([], ["None"])


def test_a_history_that_is_not_there_is_empty_and_is_not_made_by_looking(environ):
    with store.required(environ, writes=False) as kept:
        assert (kept.list(), kept.last(), kept.search(["x"]), kept.unfinished(), kept.costs("day")) == (
            [],
            None,
            [],
            [],
            [],
        )
    assert not Path(store.place(environ)).exists()


# --- versions


def test_a_file_of_the_first_version_is_read(environ, path):
    """The text of version 1 stands here, so that whoever changes the schema changes it by a version."""
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


def test_errors_of_a_command_are_raised_and_those_of_a_call_are_noted_once(environ, path):
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
