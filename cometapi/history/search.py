"""Searching what was said: every word as it was typed, never as a language of queries."""

import re

from cometapi.history import database, queries

SHORTEST = 3  # characters of a word that the index knows
AROUND = 60  # characters of a snippet on each side of the word
FOUND = 20  # conversations, where nobody says how many


def found(connection, words, limit=None):
    """The conversations that hold all words in one exchange, newest first, each with a snippet."""
    words = [word for word in words if word.strip()]
    limit = FOUND if limit is None else limit
    hits = {}
    for number, conversation in matches(connection, words):
        if conversation not in hits and len(hits) == limit:
            break
        hits.setdefault(conversation, number)
    return [shown(connection, number, words) for number in hits.values()]


def matches(connection, words):
    """``(number, conversation)`` of exchanges that hold all words, newest first; a generator."""
    connection.create_function("holds", 3, holds, deterministic=True)
    folded = "\0".join(word.casefold() for word in words)
    has_index = database.has_index(connection)
    long = [word for word in words if len(word) >= SHORTEST]
    if not words:
        return
    if not (long and has_index):
        sql = "SELECT number, conversation FROM exchanges WHERE holds(prompt, reply, ?) ORDER BY number DESC"
        yield from map(tuple, connection.execute(sql, [folded]))
        return
    short = "" if len(long) == len(words) else "AND holds(e.prompt, e.reply, ?2)"
    by_index = f"""
        SELECT e.number, e.conversation FROM words JOIN exchanges e ON e.number = words.rowid
        WHERE words MATCH ?1 {short} ORDER BY words.rowid DESC
    """
    by_reading = (
        "SELECT number, conversation FROM exchanges WHERE indexed = 0 AND holds(prompt, reply, ?2) ORDER BY number DESC"
    )
    query = " ".join(map(quoted, long))
    indexed = map(tuple, connection.execute(by_index, [query, folded][: 1 + bool(short)]))
    others = map(tuple, connection.execute(by_reading.replace("?2", "?1"), [folded]))
    yield from merged(indexed, others)


def merged(*lists):
    """Lists that are sorted with the greatest first, as one."""
    from heapq import merge

    return merge(*lists, reverse=True)


def quoted(word):
    """A word as a string of the query, in which no sign means anything."""
    return '"' + word.replace('"', '""') + '"'


def holds(prompt, reply, words):
    """Whether texts hold all words, whatever their case."""
    text = f"{prompt}\0{reply}".casefold()
    return all(word in text for word in words.split("\0"))


def shown(connection, number, words):
    """A conversation in the list of those that were found."""
    row = connection.execute("SELECT conversation, prompt, reply FROM exchanges WHERE number = ?", [number]).fetchone()
    one = queries.summaries(connection, "WHERE c.id = ?", [row["conversation"]])[0]
    return {**one, "number": number, "snippet": snippet([row["prompt"], row["reply"]], words)}


def snippet(texts, words):
    """A piece of the first text with one of the words, on one line, with … where it was cut."""
    for text in texts:
        place = re.search("|".join(map(re.escape, words)), text, re.IGNORECASE)
        if place:
            start, end = max(0, place.start() - AROUND), min(len(text), place.end() + AROUND)
            piece = " ".join(text[start:end].split())
            return ("…" if start else "") + piece + ("…" if end < len(text) else "")
    return ""
