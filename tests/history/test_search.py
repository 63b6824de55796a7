"""Searching: what was said is found as it was said, and what was deleted is nowhere."""

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kept import keep, opened, said

from cometapi.history import database, search, store

TEXTS = [
    "use foo-bar for it",
    "I don't know",
    "C++ is older",
    "ticket POL-358",
    "a:b and c",
    "call grammar::fa twice",
    "--error-on-warnings breaks it",
    'he said "quite so"',
    "NOT this AND NEAR(that)",
    "a* or ^b or (c) or [d] or {e}",
    "50% of x_y; SELECT * FROM words",
    "東京は大きい",
    "Éclair und Straße, ÜBERALL",
    "emoji 👩‍🚀 there",
    "back\\slash ! mark",
    "line one\nline two",
]
WORDS = [
    "foo-bar", "don't", "C++", "c++", "POL-358", "a:b", "grammar::fa", "--error-on-warnings", '"quite so"', "NOT this",
    "NEAR(that)", "a*", "^b", "(c)", "[d]", "{e}", "50%", "x_y", "SELECT * FROM words", "東京", "東", "東京は大きい",
    "éclair", "ÉCLAIR", "überall", "é", "Ü", "👩‍🚀", "back\\slash", "!", "line one\nline", "fo", "%", "_", '"', "'",
]  # fmt: skip


def found(ran):
    """The ids of a search in JSON."""
    assert (ran.code, ran.err) == (0, ""), ran
    return [one["id"] for one in json.loads(ran.out)]


def holding(texts, word):
    """The texts that hold a word, in any case."""
    return {text for text in texts if word.casefold() in text.casefold()}


@pytest.fixture(scope="session")
def home_with_texts(tmp_path_factory):
    """A home whose history has a conversation for each text, to be copied; and the texts by their ids."""
    folder = tmp_path_factory.mktemp("texts")
    return folder, {said({"HOME": str(folder)}, text): text for text in TEXTS}


@pytest.fixture
def ids(home, home_with_texts):
    """A conversation for each text, by its id."""
    folder, ids = home_with_texts
    shutil.copytree(folder, home, dirs_exist_ok=True)
    return ids


@pytest.mark.parametrize("word", WORDS)
def test_what_was_said_is_found_as_it_was_said(word, ids, cli):
    wanted = holding(TEXTS, word)
    assert wanted
    assert {ids[one] for one in found(cli("history", "search", "--json", "--", word))} == wanted


@pytest.mark.parametrize("word", ["--error-on-warnings", "--error-on-warnings=x", "-Wall", "-"])
def test_a_word_with_a_dash_needs_no_other_sign(word, environ, cli):
    one = said(environ, f"it says {word} here")
    said(environ, "nothing of that")
    assert found(cli("history", "search", word, "--json")) == [one]


def test_an_option_that_was_mistyped_is_no_word(cli):
    ran = cli("history", "search", "moon", "--limt", "5")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("cometapi: Unknown option --limt; did you mean --limit?")


def test_all_words_stand_in_one_message_and_its_answer(environ, cli):
    one = said(environ, "about tidal locking", reply="It is gravity.")
    said(environ, "about tidal waves", reply="It is the moon.")
    assert found(cli("history", "search", "tidal", "gravity", "is", "--json")) == [one]
    assert cli("history", "search", "locking", "moon").err == "cometapi: Nothing was found.\n"


def test_answers_are_searched_also_where_they_broke_off(environ, cli):
    with opened(environ) as kept:
        number = keep(kept, "the question", state="cut", reply="Half of zebra42 only")
        pending = kept.begin({"command": "chat", "protocol": "chat", "model": "m", "prompt": "waiting for giraffe7"})
        ids = [kept.of(number), kept.of(pending)]
    assert found(cli("history", "search", "zebra42", "--json")) == ids[:1]
    assert found(cli("history", "search", "giraffe7", "--json")) == ids[1:]


def test_the_newest_comes_first_and_more_are_told(environ, cli):
    ids = [said(environ, f"moon {number}") for number in range(4)]
    ran = cli("history", "search", "moon", "--limit", "3", "--json")
    assert [one["id"] for one in json.loads(ran.out)] == ids[:0:-1]
    assert ran.err == "cometapi: There are more records; see --limit.\n"


@pytest.mark.parametrize("words", [[""], [" "], ["", "\t"]])
def test_nothing_is_found_by_nothing(words, environ, cli):
    said(environ, "moon")
    assert cli("history", "search", *words).err == "cometapi: Nothing was found.\n"


def test_snippets_show_the_word_with_what_is_around_it():
    text = "a" * 500 + " zebra42\n\x1b[31m " + "b" * 500
    piece = search.snippet(["of zebra", text], ["zebra42", "of"])
    assert piece.startswith("…aaaa") and piece.endswith("bbbb…") and "zebra42 \x1b[31m" in piece and len(piece) < 150


@given(st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\0"), min_size=1, max_size=12))
def test_no_word_is_a_fault(tmp_path_factory, word):
    environ = {"HOME": str(tmp_path_factory.getbasetemp() / "searched")}
    with opened(environ) as kept:
        if kept.last() is None:
            keep(kept, "A text for all of them.")
        number = keep(kept, f"said {word} so")
        if word.strip():
            assert kept.of(number) in [one["id"] for one in kept.search([word], 500)]
        kept.delete(kept.of(number))


# --- deleting


def everything(environ):
    """The bytes of all files of the state folder."""
    return b"".join(one.read_bytes() for one in Path(store.place(environ)).parent.iterdir() if one.is_file())


def test_what_was_deleted_is_gone_from_index_pages_and_log(environ, cli):
    one = said(environ, "quaxolotl zyxwvut", "vwxquaxo again", reply="prelkjhgf answer")
    other = said(environ, "what stays here")
    long = said(environ, "long", reply="unindexedqq " * 30_000)
    ran = cli("history", "delete", one, long, "--yes")
    assert (ran.code, ran.out, ran.err) == (0, "", "cometapi: 2 conversations were deleted.\n")
    assert not [
        part for part in (b"quaxolotl", b"zyxwvut", b"prelkjhgf", b"unindexedqq") if part in everything(environ)
    ]
    with opened(environ) as kept:
        kept.connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, 'words', 'row')")
        terms = [row["term"] for row in kept.connection.execute("SELECT term FROM temp.terms")]
        assert "zyx" not in terms and "kjh" not in terms and "sta" in terms
        kept.connection.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
        assert [found["id"] for found in kept.list()] == [other]


def test_what_was_deleted_is_gone_from_the_log_while_others_have_it_open(environ):
    one = said(environ, "quaxolotl zyxwvut")
    with opened(environ) as other, opened(environ) as kept:
        assert other.last() == one
        kept.delete(one)
        assert kept.forget()
        assert b"quaxolotl" not in everything(environ)


def test_who_reads_at_the_moment_is_told_of(environ, monkeypatch):
    monkeypatch.setitem(database.OPTIONS, "timeout", 0.2)
    one = said(environ, "quaxolotl zyxwvut")
    with opened(environ) as other, opened(environ) as kept:
        other.connection.execute("BEGIN")
        other.last()
        kept.delete(one)
        assert not kept.forget()
        other.connection.execute("COMMIT")
        assert kept.forget()


def test_deleting_asks_and_names_what_it_deletes(environ, cli, terminal):
    one = said(environ, "why {braces} and tides")
    ran = cli("history", "delete", one)
    assert (ran.code, ran.out) == (2, "")
    assert "Confirm with --yes: nobody can be asked here." in ran.err
    for answer, code, left in (("n", 2, one), ("y", 0, None)):
        talk = terminal("history", "delete", one[:5])
        talk.sees(f"Delete 1 conversation: {one} (why {{braces}} and tides)? [y/N] ").types(answer)
        assert talk.ends() == code
        with opened(environ) as kept:
            assert kept.last() == left


@pytest.mark.parametrize("wrong", ["nosuch123", "%", ""])
def test_deleting_what_is_not_there_deletes_nothing(wrong, environ, cli):
    one = said(environ, "stays")
    ran = cli("history", "delete", one, wrong, "--yes")
    assert (ran.code, ran.out) == (2, "")
    assert f"There is no conversation '{wrong}' in the history." in ran.err
    with opened(environ) as kept:
        assert kept.last() == one


# --- pruning


DAY = 86_400


def aged(kept, days):
    """The id of a conversation that was used so many days ago."""
    import time

    call = {"started_at": time.time() - days * DAY}
    return kept.of(keep(kept, f"said {days} days ago", call=call))


def test_pruning_by_age(environ, cli):
    with opened(environ) as kept:
        kept.bounds = None
        old, young = aged(kept, 100), aged(kept, 10)
    assert "Confirm with --yes" in cli("history", "prune", "--older-than", "90d").err
    ran = cli("history", "prune", "--older-than", "90d", "--yes")
    assert (ran.code, ran.out, ran.err) == (0, "", "cometapi: 1 conversation was deleted.\n")
    assert cli("history", "prune", "--older-than", "90d", "--yes").err == "cometapi: There is nothing to delete.\n"
    with opened(environ) as kept:
        assert [one["id"] for one in kept.list()] == [young] != [old]


def test_pruning_by_the_settings(environ, cli, config):
    config.write_text("history_max_age = 30\nhistory_max_size = 1\n")
    config.chmod(0o600)
    with opened(environ) as kept:
        kept.bounds = None
        aged(kept, 40)
        ids = [kept.of(keep(kept, f"number {one}", reply=f"{one} {'words of it ' * 9000}")) for one in range(20)]
    ran = cli("history", "prune", "--yes")
    assert ran.code == 0 and "conversations were deleted." in ran.err
    with opened(environ) as kept:
        left = [one["id"] for one in kept.list()]
        assert left == ids[: -len(left) - 1 : -1] and 3 < len(left) < 20
        assert database.used(kept.connection) <= 1_000_000
        assert Path(kept.path).stat().st_size < 1_500_000


def test_what_is_too_old_goes_by_itself_when_a_call_is_kept(environ):
    with opened(environ) as kept:
        kept.bounds = None
        aged(kept, 400)
        young = aged(kept, 300)
    with opened(environ) as kept:
        new = kept.of(keep(kept, "a new one"))
        assert [one["id"] for one in kept.list()] == [new, young]
        assert kept.connection.execute("SELECT count(*) FROM exchanges").fetchone()[0] == 2


def test_what_is_too_much_goes_by_itself_and_never_what_goes_on(environ, config):
    config.write_text("history_max_size = 1\n")
    config.chmod(0o600)
    for number in range(8):
        one = said(environ, f"number {number}", reply="words of it " * 40_000)
    with opened(environ) as kept:
        left = [found["id"] for found in kept.list()]
        assert left[0] == one and len(left) < 5


def test_nothing_goes_by_itself_beside_a_broken_config_file(environ, config):
    with opened(environ) as kept:
        kept.bounds = None
        aged(kept, 400)
    config.write_text("history_max_age = [")
    config.chmod(0o600)
    said(environ, "a new one")
    with opened(environ) as kept:
        assert len(kept.list()) == 2


def test_calls_beside_a_history_that_is_too_large_delete_no_more_than_that_takes(environ):
    import random

    def words():
        return "".join(random.choices("abcdefghijklmnopqrstuvwxyz     ", k=2000))

    with opened(environ) as kept:
        kept.bounds = None
        for _ in range(120):
            keep(kept, words(), reply=words())
        most = kept.size() // 2
        for _ in range(60):
            kept.bounds = lambda: (0, most)
            keep(kept, words(), reply=words())
        assert kept.size() < most * 1.1
        assert 45 < len(kept.ids()) < 75
