"""Exchanges in a file, one JSON object a line: what was asked and what came, without credentials. A gateway can answer from it."""

import base64
import hashlib
import json
import os
import threading
from typing import BinaryIO

from cometapi.errors import ConfigurationError, OutputFailed, UsageError
from cometapi.redact import LOOKS_SECRET, mask, within
from cometapi.serve.access import without_key

KEPT = ("content-type", "retry-after", "request-id", "location")  # headers of a reply that are recorded
KEPT_WITH = ("request-id", "ratelimit", "processing", "model")  # and those whose names have these words in them


class Recorder:
    """Adds exchanges to a file; raises OutputFailed where it cannot be written. ``hide`` masks known secrets. Thread-safe."""

    def __init__(self, path, hide, note):
        self.hide, self.note, self.lock = hide, note, threading.Lock()
        try:
            number = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            self.file: BinaryIO | None = os.fdopen(number, "ab")
        except OSError as error:
            raise OutputFailed(f"The recording cannot be written: {error.strerror}: {path}") from None

    def add(self, asked, status, headers, pieces, is_whole):
        """Record what was ``asked`` and what came. A failure is told once, and nothing is recorded from then on."""
        line = {
            **asked,
            "status": status,
            "headers": [[name, self.hide(value)] for name, value in headers if is_kept(name)],
            "pieces": [told(one, self.hide) for one in pieces],
            **({} if is_whole else {"cut": True}),
        }
        data = (json.dumps(line, ensure_ascii=False) + "\n").encode("utf-8", "surrogatepass")
        with self.lock:
            try:
                if self.file:
                    self.file.write(data)
                    self.file.flush()
            except OSError as error:
                self.file = None
                self.note(f"Nothing more is recorded: {error.strerror}.")

    def close(self):
        """Close the file."""
        with self.lock:
            if self.file:
                self.file.close()


def is_kept(name):
    """Whether a header of a reply is recorded."""
    small = name.lower()
    return small in KEPT or any(word in small for word in KEPT_WITH)


def asked(incoming, hide):
    """What of a request is recorded, and compared."""
    found = {"method": incoming.method, "path": incoming.path}
    query = without_key(incoming.query)
    if query:
        found["query"] = query
    if incoming.value is not None:
        found["body"] = within(incoming.value, lambda text: masked(text, hide))
    elif incoming.data:
        found["sha256"] = hashlib.sha256(incoming.data).hexdigest()
    return found


def masked(text, hide):
    """A text without what is a secret, or looks like a key."""
    return LOOKS_SECRET.sub(lambda match: mask(match[0]), hide(text))


def told(piece, hide):
    """A piece of a body as a JSON value: text, or an object with Base64."""
    try:
        return hide(piece.decode("utf-8"))
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(piece).decode("ascii")}


class Recorded:
    """One recorded reply."""

    def __init__(self, line):
        self.status = line["status"]
        self.headers = [tuple(pair) for pair in line["headers"]]
        self.pieces = [
            one.encode() if isinstance(one, str) else base64.b64decode(one["base64"]) for one in line["pieces"]
        ]
        self.is_whole = "cut" not in line


class Replay:
    """The exchanges of a file: requests that are equal get the recorded replies in their order, and the last one again."""

    def __init__(self, path):
        self.lock = threading.Lock()
        self.replies: dict = {}
        for number, text in enumerate(lines(path), 1):
            try:
                line = json.loads(text)
                self.replies.setdefault(key(line), []).append(Recorded(line))
            except (ValueError, KeyError, TypeError):
                raise ConfigurationError(f"{path}:{number}: This is no recorded exchange.") from None

    def find(self, asked):
        """The Recorded reply to what is ``asked``, None without one."""
        with self.lock:
            found = self.replies.get(key(asked))
            if not found:
                return None
            return found.pop(0) if len(found) > 1 else found[0]


def lines(path):
    """The lines of a recording that are not blank."""
    try:
        with open(path, "rb") as file:
            return [one for one in file.read().splitlines() if one.strip()]
    except OSError as error:
        raise UsageError(f"The recording cannot be read: {error.strerror}: {path}") from None


def key(line):
    """What is compared of a request."""
    return json.dumps([line.get(name) for name in ("method", "path", "query", "body", "sha256")], sort_keys=True)
