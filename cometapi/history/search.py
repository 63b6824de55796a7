"""Searching what was said: every word as it was typed, never as a language of queries."""

import re

from cometapi.history import database, queries

SHORTEST = 3  # characters of a word that the index knows
AROUND = 60  # characters of a snippet on each side of the word
LONGEST = 1000  # characters of a word that are looked for without an index: SQLite takes no longer patterns
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
    long = [word for word in words if len(word) >= SHORTEST]
    if not words:
        return
    if not (long and database.has_index(connection)):
        yield from read(connection, words, "exchanges")
        return
    short = [word for word in words if len(word) < SHORTEST]
    indexed = read(connection, short, "words JOIN exchanges ON number = words.rowid", "words MATCH ?", long)
    yield from merged(indexed, read(connection, words, "exchanges", "indexed = 0"))


def read(connection, words, table, which="1", sought=()):
    """``(number, conversation)`` of the exchanges of a condition whose texts hold all words, newest first."""
    conditions, values = [which], [" ".join(map(quoted, sought))] if sought else []
    for word in words:
        test, pattern = told(word)
        conditions.append(f"(exchanges.prompt {test} OR exchanges.reply {test})")
        values += [pattern] * 2
    order = "words.rowid" if sought else "number"
    sql = f"SELECT number, conversation FROM {table} WHERE {' AND '.join(conditions)} ORDER BY {order} DESC"
    return map(tuple, connection.execute(sql, values))


def told(word):
    """``(test, pattern)`` of SQL that find a word anywhere, in small and large letters.

    LIKE is the faster one, and knows the two sizes of ASCII's letters alone.
    """
    word = word[:LONGEST]
    if all(sign.isascii() or len(sizes(sign)) == 1 for sign in word):
        return "LIKE ? ESCAPE '!'", f"%{''.join(f'!{sign}' if sign in '!%_' else sign for sign in word)}%"
    return "GLOB ?", f"*{''.join(map(either, word))}*"


def either(sign):
    """A sign of a GLOB that stands for itself in both sizes."""
    both = sizes(sign)
    return sign if both == {sign} and sign not in "*?[" else f"[{''.join(sorted(both))}]"


def sizes(sign):
    """A sign, and the other one of a small and a large letter."""
    return {one for one in (sign, sign.lower(), sign.upper()) if len(one) == 1}


def merged(*lists):
    """Lists that are sorted with the greatest first, as one."""
    from heapq import merge

    return merge(*lists, reverse=True)


def quoted(word):
    """A word as a string of the query, in which no sign means anything."""
    return '"' + word.replace('"', '""') + '"'


def shown(connection, number, words):
    """A conversation in the list of those that were found."""
    row = connection.execute("SELECT conversation, prompt, reply FROM exchanges WHERE number = ?", [number]).fetchone()
    one = queries.named(connection, row["conversation"])
    return {**one, "number": number, "snippet": snippet([row["prompt"], row["reply"]], words)}


def snippet(texts, words):
    """A piece around the longest of the words, on one line, with … where the text goes on."""
    for word in sorted(words, key=len, reverse=True):
        for text in texts:
            place = re.search(re.escape(word), text, re.IGNORECASE)
            if place:
                start, end = max(0, place.start() - AROUND), min(len(text), place.end() + AROUND)
                piece = " ".join(text[start:end].split())
                return ("…" if start else "") + piece + ("…" if end < len(text) else "")
    return ""
