"""The part of a file that is being downloaded: kept when the download breaks off, and gone on with by the next one.

It is tied to the task and to the name that its file is to have. What the service said of the file (its length, and a mark
of this very version of it) stands beside it, so that never two versions are put together.
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
    """The part of one file in a folder; ``name`` is what ties it to its task and file. Raises OutputFailed."""

    def __init__(self, folder, name):
        place = f".{PROGRAM}-{sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
        self.path = os.path.join(folder or ".", f"{place}.part")
        self.notes = os.path.join(folder or ".", f"{place}.json")
        self.folder = folder or "."
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        self.handle = self.told(lambda: os.open(self.path, flags, 0o600))
        if is_locked(self.handle):
            os.close(self.handle)
            raise OutputFailed(f"{self.path} is being written by another process.")
        self.facts = self.known()

    @property
    def size(self):
        """How many bytes are there."""
        return os.fstat(self.handle).st_size

    def known(self):
        """What was said of the file: ``total``, ``etag``, ``modified``; nothing where that is not known."""
        try:
            with open(self.notes, encoding="utf-8") as file:
                found = json.load(file)
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def headers(self):
        """What is asked of the server: the rest of this very version, where a part of it is there and can be named."""
        mark = self.facts.get("etag") or self.facts.get("modified")
        plain = {"Accept-Encoding": "identity"}
        return {**plain, "Range": f"bytes={self.size}-", "If-Range": mark} if self.size and mark else plain

    def begins(self, reply):
        """Where the body of a reply belongs: at the end of the part, or at 0; None where it fits neither."""
        if reply.status != 206:
            return 0
        found = RANGE.fullmatch(reply.headers.get("Content-Range", "").strip())
        if found and int(found[1]) == self.size and self.is_same(found[3], marks(reply)):
            return self.size
        return None

    def is_same(self, total, said):
        """Whether a reply is about the version that the part is of."""
        known = self.facts.get("total")
        is_as_long = total == "*" or known is None or int(total) == known
        return is_as_long and all(said[key] == self.facts.get(key) for key in said if key in self.facts)

    def is_whole(self, reply):
        """Whether a server that has no more to send (416) means that everything is there."""
        found = WHOLE.fullmatch(reply.headers.get("Content-Range", "").strip())
        return found is not None and int(found[1]) == self.size == self.facts.get("total", self.size)

    def begin(self, at, reply):
        """Cut the part to where the body of a reply belongs, and put down what is said of the file."""
        if at:
            return
        length = reply.headers.get("Content-Length", "")
        encoded = reply.headers.get("Content-Encoding", "identity") != "identity"
        self.facts = marks(reply) | ({"total": int(length)} if length.isdecimal() and not encoded else {})
        self.told(lambda: os.ftruncate(self.handle, 0))
        if "total" in self.facts and shutil.disk_usage(self.folder).free < self.facts["total"]:
            self.remove()
            raise OutputFailed(
                f"Not enough disk space in {self.folder} for {self.facts['total']:,} bytes; nothing was saved."
            )
        with suppress(OSError), open(self.notes, "w", encoding="utf-8") as file:
            json.dump(self.facts, file)

    def write(self, at, pieces):
        """Write the pieces of a body to the end of the part, from ``at`` on; raises OutputFailed."""
        os.lseek(self.handle, at, os.SEEK_SET)
        for piece in pieces:
            rest = memoryview(piece)
            while rest:
                rest = rest[self.told(lambda rest=rest: os.write(self.handle, rest)) :]

    def told(self, act):
        """What ``act`` gives; raises OutputFailed where the system refuses. A part that fills the disk goes."""
        try:
            return act()
        except OSError as error:
            if error.errno in FULL:
                self.remove()
                raise OutputFailed(f"The disk is full ({self.folder}); the partial download was removed.") from None
            raise OutputFailed(f"{self.path} cannot be written: {error.strerror}.") from None

    def pieces(self, size=1 << 18):
        """The bytes that are there: a generator."""
        os.lseek(self.handle, 0, os.SEEK_SET)
        while piece := os.read(self.handle, size):
            yield piece

    def remove(self):
        """Leave nothing behind."""
        for path in (self.path, self.notes):
            temporary.remove(path)

    def close(self):
        """Let go of the part; an empty one is not kept."""
        if not self.size:
            self.remove()
        os.close(self.handle)


def is_locked(handle):
    """Whether somebody else has a file in use, where the system can tell."""
    try:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except (ImportError, OSError):  # Windows; a file system without locks
        return False
    return False


def marks(reply):
    """What a reply says of the version of its file: a strong ``etag``, else when it was ``modified``."""
    etag, modified = reply.headers.get("ETag"), reply.headers.get("Last-Modified")
    if etag and not etag.startswith("W/"):
        return {"etag": etag}
    return {"modified": modified} if modified else {}
