"""Own commands as they were compiled, kept in the cache folder: as JSON, by the digest of their files and of the program.

Later calls read this alone: no YAML is parsed, and no rule is checked. What is broken, or another user's, is made anew.
"""

import os

from cometapi.generated import index
from cometapi.own import plain_json
from cometapi.own.digests import sha256
from cometapi.settings import folders

FORMAT = 1  # of what is kept here
FOLDER = "commands"
TUPLE, PAIRS = "()", "{}"  # keys that stand for what JSON has not: tuples, and dicts whose keys are no texts
PACKAGE = os.path.dirname(os.path.dirname(__file__))
SOURCES = [os.path.join(PACKAGE, "share", "manifest", name) for name in ("program.json", "protocols.json")]


def stamp():
    """What tells one program from another: its version and surface, and what its commands are compiled with."""
    return [FORMAT, index.VERSION.strip(), *map(facts_of, SOURCES)]


def facts_of(path):
    """What tells one state of a file from another; nothing of one in an archive."""
    try:
        facts = os.stat(path)
    except OSError:
        return []
    return [facts.st_mtime_ns, facts.st_size]


def place(environ, stem):
    """The file of a command in the cache, None without a home."""
    return folders.cache_file(environ, os.path.join(FOLDER, f"{stem}.json"))


def load(environ, stem):
    """``{"digest", "samples", "bundle"}`` as they were kept by this very program, None where there are none that count."""
    try:
        with open(place(environ, stem) or os.devnull, "rb") as file:
            if not is_ours(file):
                return None
            kept = plain_json.loads(file.read().decode())
        if kept["stamp"] != stamp() or kept["check"] != checksum(kept["bundle"]):
            return None
        samples = [str(name) for name in kept["samples"]]
        return {"digest": str(kept["digest"]), "samples": samples, "bundle": decoded(plain_json.loads(kept["bundle"]))}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def is_ours(file):
    """Whether nobody else can have written an open file."""
    facts = os.fstat(file.fileno())
    return os.name == "nt" or (facts.st_uid in (0, os.geteuid()) and not facts.st_mode & 0o022)


def save(environ, stem, digest, samples, bundle):
    """Keep a command; that it cannot be kept costs the next call the time to compile it."""
    import json

    text = json.dumps(encoded(bundle), ensure_ascii=False)
    kept = {"stamp": stamp(), "digest": digest, "samples": samples, "check": checksum(text), "bundle": text}
    try:
        path = place(environ, stem)
        if path is not None:
            folders.write_private(path, json.dumps(kept, ensure_ascii=False).encode(), is_durable=False)
    except (OSError, UnicodeError):
        pass


def forget(environ, stem):
    """Remove a command from the cache."""
    try:
        os.unlink(place(environ, stem) or os.devnull)
    except OSError:
        pass


def checksum(text):
    """What tells a whole text from one that was cut or changed."""
    return sha256(text.encode("utf-8", "replace")).hexdigest()


def encoded(value):
    """A value as JSON can hold it."""
    if isinstance(value, tuple):
        return {TUPLE: [encoded(one) for one in value]}
    if isinstance(value, list):
        return [encoded(one) for one in value]
    if not isinstance(value, dict):
        return value
    is_plain = all(isinstance(key, str) for key in value) and not value.keys() & {TUPLE, PAIRS}
    if is_plain:
        return {key: encoded(one) for key, one in value.items()}
    return {PAIRS: [[encoded(key), encoded(one)] for key, one in value.items()]}


def decoded(value):
    """The value of what ``encoded`` gave."""
    if isinstance(value, list):
        return [decoded(one) for one in value]
    if not isinstance(value, dict):
        return value
    if TUPLE in value:
        return tuple(decoded(one) for one in value[TUPLE])
    if PAIRS in value:
        return {decoded(key): decoded(one) for key, one in value[PAIRS]}
    return {key: decoded(one) for key, one in value.items()}
