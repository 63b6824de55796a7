"""Partial downloads, kept after an interruption so that the next download can resume them.

A part belongs to one task and one target file name. A JSON file beside it records the length and the version (ETag or
Last-Modified) of the file, so that two versions are never mixed.
"""

import errno
import json
import os
import re
import shutil
from contextlib import suppress
from hashlib import sha256

from cometapi import temporary
from cometapi.errors import OutputFailed
from cometapi.generated.index import PROGRAM

RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+|\*)")
WHOLE = re.compile(r"bytes \*/(\d+)")
FULL = (errno.ENOSPC, errno.EDQUOT)


class Part:
    """The partial download of one file in a folder; ``name`` identifies its task and file.

    Raises OutputFailed if it cannot be written or another process is writing it.
    """

    def __init__(self, folder, name):
        place = f".{PROGRAM}-{sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
        self.path = os.path.join(folder or ".", f"{place}.part")
        self.notes = os.path.join(folder or ".", f"{place}.json")
        self.folder = folder or "."
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        self.handle = self.guarded(lambda: os.open(self.path, flags, 0o600))
        if is_locked(self.handle):
            os.close(self.handle)
            raise OutputFailed(f"{self.path} is being written by another process.")
        self.facts = self.known()

    @property
    def size(self):
        """The number of bytes that have arrived."""
        return os.fstat(self.handle).st_size

    def known(self):
        """The recorded ``total``, ``etag`` and ``modified`` of the file, as far as they are known."""
        try:
            with open(self.notes, encoding="utf-8") as file:
                found = json.load(file)
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def headers(self):
        """The request headers: a range for the rest of the file if there is a part with a known version."""
        mark = self.facts.get("etag") or self.facts.get("modified")
        plain = {"Accept-Encoding": "identity"}
        return {**plain, "Range": f"bytes={self.size}-", "If-Range": mark} if self.size and mark else plain

    def begins(self, reply):
        """The offset at which the body of a reply belongs: the end of the part, or 0; None if it fits neither."""
        if reply.status != 206:
            return 0
        found = RANGE.fullmatch(reply.headers.get("Content-Range", "").strip())
        if found and int(found[1]) == self.size and self.is_same(found[3], marks(reply)):
            return self.size
        return None

    def is_same(self, total, said):
        """Whether a reply has the same version of the file as the part."""
        known = self.facts.get("total")
        is_as_long = total == "*" or known is None or int(total) == known
        return is_as_long and all(said[key] == self.facts.get(key) for key in said if key in self.facts)

    def is_whole(self, reply):
        """Whether a reply with status 416 confirms that the part is complete."""
        found = WHOLE.fullmatch(reply.headers.get("Content-Range", "").strip())
        return found is not None and int(found[1]) == self.size == self.facts.get("total", self.size)

    def begin(self, at, reply):
        """Prepare for the body of a reply: at offset 0, empty the part and record the length and version of the file."""
        if at:
            return
        length = reply.headers.get("Content-Length", "")
        encoded = reply.headers.get("Content-Encoding", "identity") != "identity"
        self.facts = marks(reply) | ({"total": int(length)} if length.isdecimal() and not encoded else {})
        self.guarded(lambda: os.ftruncate(self.handle, 0))
        if "total" in self.facts and shutil.disk_usage(self.folder).free < self.facts["total"]:
            self.remove()
            raise OutputFailed(
                f"Not enough disk space in {self.folder} for {self.facts['total']:,} bytes; nothing was saved."
            )
        with suppress(OSError), open(self.notes, "w", encoding="utf-8") as file:
            json.dump(self.facts, file)

    def write(self, at, pieces):
        """Write the pieces of a body to the part, from offset ``at``; raises OutputFailed."""
        os.lseek(self.handle, at, os.SEEK_SET)
        for piece in pieces:
            rest = memoryview(piece)
            while rest:
                rest = rest[self.guarded(lambda rest=rest: os.write(self.handle, rest)) :]

    def guarded(self, act):
        """The result of ``act``; raises OutputFailed for an OSError. A part that fills the disk is removed."""
        try:
            return act()
        except OSError as error:
            if error.errno in FULL:
                self.remove()
                raise OutputFailed(f"The disk is full ({self.folder}); the partial download was removed.") from None
            raise OutputFailed(f"{self.path} cannot be written: {error.strerror}.") from None

    def pieces(self, size=1 << 18):
        """Yield the bytes that have arrived, in pieces."""
        os.lseek(self.handle, 0, os.SEEK_SET)
        while piece := os.read(self.handle, size):
            yield piece

    def remove(self):
        """Remove the part and its notes."""
        for path in (self.path, self.notes):
            temporary.remove(path)

    def close(self):
        """Close the part; an empty one is removed."""
        if not self.size:
            self.remove()
        os.close(self.handle)


def is_locked(handle):
    """Lock a file, and return whether another process has locked it; False where locks are not supported."""
    try:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except (ImportError, OSError):  # Windows; a file system without locks
        return False
    return False


def marks(reply):
    """The version of a reply's file: its strong ``etag``, otherwise its ``modified`` time, otherwise nothing."""
    etag, modified = reply.headers.get("ETag"), reply.headers.get("Last-Modified")
    if etag and not etag.startswith("W/"):
        return {"etag": etag}
    return {"modified": modified} if modified else {}
