"""``history.db`` in whatever state the disk is: the call beside it goes on, and nothing that cannot be read is changed."""

import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from kept import attempt, keep, opened
from kept import place as history_file

from cometapi.history import database, place, schema, store
from cometapi.settings import folders


@pytest.fixture
def path(environ):
    """Where the history is, its folder made."""
    return history_file(environ)


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


def test_a_file_that_somebody_else_is_making_is_no_trouble(environ, path, monkeypatch):
    look, makers = os.stat, []

    def looked(place, *rest, **more):
        facts = look(place, *rest, **more)
        if place == str(path) and not makers:  # between two looks, another process makes the history and writes to it
            makers.append(sqlite3.connect(path))
            makers[0].executescript("PRAGMA journal_mode=WAL; PRAGMA user_version = 0")
            makers[0].executescript("CREATE TABLE t (a); DROP TABLE t")
        return facts

    path.touch(0o600)
    monkeypatch.setattr(os, "stat", looked)
    place.prepared(str(path))
    makers[0].close()

    assert Path(path).stat().st_size > 0


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
    for one, mode in zip((path.parent, path), modes, strict=True):
        one.chmod(mode)
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
