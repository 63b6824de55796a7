"""Replies kept on this machine for a while: one file a command, good for one URL, with a list of models for completion.

The first line of the file says what is kept; the records of a list follow, one a line.
"""

import json
import math
import time

from cometapi.errors import CometError
from cometapi.generated import program
from cometapi.http.kept_lines import items_of, lines_of
from cometapi.http.listing import Listing
from cometapi.manifest.select import parsed
from cometapi.output.formats import faces_for_people
from cometapi.output.records import recorder
from cometapi.settings import folders
from cometapi.terminal.visible import visible


class Cache:
    """The kept reply of one command. ``url`` is what it answers, ``seconds`` how long it stays fresh."""

    def __init__(self, environ, name, url, seconds):
        self.path = folders.cache_file(environ, f"{name}.json")
        self.url = url
        self.seconds = seconds

    def read(self, rows_of=None, wanted=()):
        """``(document, age in seconds)``; ``(None, None)`` when there is no copy of this URL.

        ``rows_of`` gives the list in a document; of its records those may be left out that have no word of one of ``wanted``.
        """
        if self.path is None:  # no home
            return None, None
        try:
            with open(self.path, "rb") as file:
                kept = json.loads(file.readline())
                age = time.time() - kept["fetched_at"]
                if kept["url"] == self.url and math.isfinite(age):
                    if "records" in kept:
                        rows_of(kept["reply"])[:] = items_of(file, kept["records"], wanted)
                    return kept["reply"], age
        except Exception:  # whatever is wrong with it, it is no copy, and is fetched again
            pass
        return None, None

    def is_fresh(self, age):
        """Whether a copy of this age still counts; one from the future (a clock set back) does not."""
        return age is not None and 0 <= age < self.seconds

    def write(self, document, rows=None):
        """Keep a reply, and the list in it line by line; that it cannot be kept (a read-only home) stops nothing."""
        kept = {"url": self.url, "fetched_at": int(time.time())}
        if rows and all(isinstance(one, dict) for one in rows):
            head = {**kept, "records": len(rows), "reply": without(document, rows)}
            keep(self.path, f"{json.dumps(head, ensure_ascii=False)}\n{lines_of(rows)}")
        else:
            keep(self.path, json.dumps({**kept, "reply": document}, ensure_ascii=False))


def without(document, rows):
    """A document with nothing in its list."""
    if isinstance(document, dict):
        return {key: without(value, rows) for key, value in document.items()}
    return [] if document is rows else document


def fetched(operation, route, request, envelope):
    """The JSON value of the reply to a request: the kept one while it is fresh, else a new one, which is kept.

    A kept one that is no longer fresh stands in where the service cannot give a new one; that is noted.
    """
    context = operation.context
    cache = Cache(context.environ, operation.command["name"], request.url, route["request"]["cache"])
    listing = Listing(operation, route) if {"rows", "entries"} & route["response"].keys() else None
    kept, age = cache.read(listing and listing.of, listing.wanted() if listing else ())
    kept, age = (kept, age) if kept is not None and is_list(listing, kept) else (None, None)
    if cache.is_fresh(age) and not operation.option("refresh"):
        context.tell(f"Using the cached copy of {request.url}, fetched {ago(age)}.")
        return kept
    try:
        document = operation.client.document(request, envelope)
        keep_columns(operation, route, document)
    except CometError as error:
        if kept is None:
            raise
        context.note(f"{error.message} Using the cached copy, fetched {ago(age)}.")
        return kept
    cache.write(document, listing and "rows" in route["response"] and listing.of(document))
    return document


def is_list(listing, document):
    """Whether a kept reply is the list that the command prints, where it prints one."""
    try:
        return listing is None or all(isinstance(item, dict) for item in listing.of(document))
    except Exception:  # as with any other copy that cannot be read
        return False


def keep_columns(operation, route, document):
    """Keep what completion offers from a fresh list."""
    response = route["response"]
    items = [parsed(value, response.get("parse", ())) for value in Listing(operation, route).of(document)]
    records = list(map(recorder(response["columns"]), items))
    keep_words(operation.context.environ, operation.command["name"], response["columns"], records)


def keep_words(environ, command, columns, records):
    """Keep what a Tab offers from these records: a file of ``word TAB description`` lines for each completion of the manifest."""
    faces = dict(faces_for_people(columns))
    for name, facts in program.COMPLETIONS.items():
        if facts["from"] != command:
            continue
        lines: dict[str, str] = {}
        for one in records:
            told = [faces[part](one[part]) for part in facts["describe"]]
            for word in words_of(one[facts["value"]]):
                lines.setdefault(line(word), line(", ".join(part for part in told if part)))
        text = "".join(f"{word}\t{told}\n" for word, told in lines.items() if word)
        if not keep(folders.cache_file(environ, f"{name}.tsv"), text):
            return


def words_of(value):
    """The words that a value of a column has: each item of a list, each key of an object, else itself."""
    return list(value) if isinstance(value, list | dict) else [value]


def keep(path, text):
    """Keep a text in a file, and return whether it is kept; that it cannot be, for want of a home too, stops nothing."""
    if path is None:
        return False
    try:
        folders.write_private(path, text.encode("utf-8", "replace"), is_durable=False)
    except OSError:
        return False
    return True


def line(value):
    """A value as one harmless line without tabs."""
    return visible(" ".join(str(value or "").split()))


def ago(seconds):
    """An age in words."""
    for size, word in ((86400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= size:
            count = int(seconds // size)
            return f"{count} {word}{'' if count == 1 else 's'} ago"
    return "a moment ago"
