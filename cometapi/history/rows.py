"""Exchanges as rows of the store and as dicts of Python. Pure."""

import json
import os
import time

from cometapi.redact import LOOKS_SECRET, mask, within

SIGNS = "abcdefghijkmnpqrstuvwxyz23456789"  # none that is taken for another
LETTERS = 24  # of them
JSON = {"options": {}, "asked": [], "answered": [], "usage": None}  # columns that hold JSON, and what stands for none
NULL = "\u2400"
TEXTS = ("prompt", "reply")
UNANSWERED = ("refused", "failed")  # states of exchanges of which no answer was made
BEGUN = [
    "conversation",
    "copy_of",
    "command",
    "protocol",
    "model",
    "answered_by",
    "profile",
    "key_hint",
    "system",
    "options",
    "prompt",
    "asked",
    "reply",
    "answered",
    "state",
    "finish_reason",
    "error",
    "request_id",
    "started_at",
    "duration",
    "first_token",
    "usage",
    "cost_usd",
]
FACTS = frozenset(BEGUN[3:]) - {"protocol"}  # what may come to be known of an exchange that was begun
DEFAULTS = {"reply": "", "prompt": "", "state": "sent"}
ATTACHMENT = ("digest", "path", "media_type", "size")


def new_id():
    """Ten letters and digits that no other conversation has; the first is a letter, so that none looks like a number."""
    drawn = int.from_bytes(os.urandom(16), "big")  # secrets would load a dozen modules for the same
    signs = [SIGNS[drawn // len(SIGNS) ** place % len(SIGNS)] for place in range(9)]
    return SIGNS[drawn // len(SIGNS) ** 9 % LETTERS] + "".join(signs)


def columns(record, hide):
    """The columns of a new exchange, by their names."""
    values = {**DEFAULTS, "started_at": time.time(), **{name: one for name, one in record.items() if one is not None}}
    return {name: stored(name, values.get(name), hide) for name in BEGUN}


def facts(given, hide):
    """The columns that a finished exchange changes; raises TypeError for a name that no exchange has."""
    unknown = given.keys() - FACTS
    if unknown:
        raise TypeError(f"no facts of an exchange: {sorted(unknown)}")
    return {name: stored(name, value, hide) for name, value in given.items()}


def stored(name, value, hide):
    """The value of a column: JSON as text, and every text without secrets and in characters that a file can hold."""
    if name in JSON:
        value = JSON[name] if value is None else value
        return None if value is None else json.dumps(within(value, lambda text: kept(text, hide)), ensure_ascii=False)
    if name in TEXTS and value is None:
        return ""
    return kept(value, hide) if isinstance(value, str) else value


def kept(text, hide):
    """A text as it may be kept: without the secrets of the call, and without what looks like a key."""
    text = LOOKS_SECRET.sub(lambda found: mask(found[0]), hide(text) if hide else text)
    text = text.replace("\0", NULL)  # at which SQLite takes a text to be over
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def exchange(row):
    """The dict of a row, its JSON read."""
    found = dict(row)
    found.pop("indexed", None)
    return {name: json.loads(one) if name in JSON and one is not None else one for name, one in found.items()}


def attachment(row):
    """The dict of an attachment's row."""
    return {name: row[name] for name in ATTACHMENT}
