"""Files to send, of any size: read from disk in pieces, as often as a request is sent, and never whole in memory."""

import os
import stat
from fnmatch import fnmatch
from io import BytesIO

from cometapi.cli import signatures
from cometapi.cli.endings import named
from cometapi.cli.signatures import LONGEST_SIGNATURE, UNKNOWN
from cometapi.cli.stdin import FromStdin
from cometapi.errors import CometError, UsageError
from cometapi.http import url

PIECE = 262144  # bytes read at most at a time


def upload(text):
    """The Upload of a path, or what reads it from stdin for ``-``; raises ValueError for what is no readable file."""
    if text == "-":
        return FromStdin(lambda stream: PipedUpload("-", None, stream))
    if url.is_link(text):
        return LinkedUpload(url.lowered(text))
    from cometapi.cli.files import reason

    try:
        facts = os.stat(text)
        if stat.S_ISDIR(facts.st_mode):
            raise ValueError(f"must be a file, but {text} is a folder")
        name = os.path.basename(text)
        if not stat.S_ISREG(facts.st_mode):  # a named pipe, or the <(...) of a shell
            return PipedUpload(text, name, open(text, "rb"))
        with open(text, "rb") as file:
            head = file.read(LONGEST_SIGNATURE)
        known = signatures.type_of(head, name)
        if signatures.by_signature(head):
            name = named(name, known)
        return Upload(text, name, known or UNKNOWN, facts.st_size)
    except OSError as error:
        raise ValueError(f"must be a file that can be read: {text}: {reason(error)}") from None


def misfit(facts, sent):
    """Why an argument does not accept a file, as the end of a sentence, or None.

    A kind of file that is not known at all is left to the service.
    """
    if "takes" not in facts:
        return None
    if not sent.size:
        return f"must not be empty, but {sent.path} is"
    kind = sent.media_type
    if kind == UNKNOWN or any(fnmatch(kind, one) for one in facts["takes"]):
        return None
    return f"must be {', '.join(facts['takes'])}, but {sent.path} is {kind}"


class Upload:
    """A regular file: ``path`` as it was given, the ``name`` and ``media_type`` that are sent, ``size`` in bytes."""

    is_piped = False

    def __init__(self, path, name, media_type, size):
        self.path = path
        self.name = name
        self.media_type = media_type
        self.size = size

    @property
    def known_type(self):
        """The media type as far as it is known without reading a pipe."""
        return self.media_type

    def open(self):
        """The file, from its beginning."""
        return open(self.path, "rb")

    def pieces(self):
        """The bytes of the file, a piece at a time: a generator.

        Raises CometError before the last piece when the file is no longer as long as it was: the service has been told
        its length, and would take a part of it, or wait for the rest.
        """
        left = self.size
        try:
            with self.open() as file:
                while piece := file.read(min(PIECE, left + 1)):
                    left -= len(piece)
                    if left < 0:
                        break
                    yield piece
        except OSError as error:
            raise CometError(f"{self.path} could not be read completely: {error.strerror}.") from None
        if left:
            raise CometError(
                f"{self.path} changed size while it was being sent; the request was aborted.",
                hint="Run the command again when no program is writing to the file.",
            )

    def __str__(self):
        return f"<{self.name}, {self.size:,} bytes>"

    def facts(self):
        """What scripts are told of it."""
        return {"file": self.name, "media_type": self.media_type, "size": self.size}


class LinkedUpload(Upload):
    """A file behind a link, downloaded by this program and uploaded; ``content`` is its bytes once downloaded."""

    known_type = UNKNOWN
    content = b""

    def __init__(self, link):
        self.path = link
        self.link = link

    @property
    def name(self):
        """The last part of the link's path, with the extension of its content."""
        kind = signatures.by_signature(self.content[:LONGEST_SIGNATURE])
        own = os.path.basename(url.split(self.link).path) or "file"
        return named(own, kind) if kind else own

    @property
    def size(self):
        """The length in bytes; 0 before the download, as in a preview."""
        return len(self.content)

    @property
    def media_type(self):
        """The media type by its first bytes, else by its name."""
        return signatures.type_of(self.content[:LONGEST_SIGNATURE], os.path.basename(self.link)) or UNKNOWN

    def open(self):
        """The downloaded bytes, opened at the start."""
        return BytesIO(self.content)

    def __str__(self):
        return f"<{self.link}>"


class PipedUpload(Upload):
    """What comes through a pipe, kept in a temporary file when it is first needed.

    So its length is known before it is sent, and a safe retry sends it again. A look at the request alone does not read it.
    """

    is_piped = True
    known_type = UNKNOWN

    def __init__(self, path, name, stream):
        self.path = path
        self.given = name
        self.stream = stream
        self._kept = None

    @property
    def kept(self):
        """The temporary file, which nobody else can read and which is gone when it is closed."""
        if self._kept is None:
            import shutil
            import tempfile

            try:
                self._kept = tempfile.TemporaryFile()  # noqa: SIM115 - sent again by a retry, so it stays open
                shutil.copyfileobj(self.stream, self._kept, PIECE)
                self._kept.flush()
            except OSError as error:
                raise UsageError(f"{self.path} could not be read: {error.strerror}.") from None
        return self._kept

    def close(self):
        """Close the temporary file."""
        if self._kept is not None:
            self._kept.close()

    @property
    def name(self):
        """The file name, or without one the family of its type with the matching extension."""
        kind = self.media_type
        stem = "stdin" if kind == UNKNOWN else kind.partition("/")[0]
        return named(self.given or stem, kind)

    @property
    def size(self):
        """Its length in bytes."""
        return os.fstat(self.kept.fileno()).st_size

    @property
    def media_type(self):
        """What its first bytes tell."""
        with self.open() as file:
            return signatures.by_signature(file.read(LONGEST_SIGNATURE)) or UNKNOWN

    def open(self):
        """The downloaded bytes, opened at the start."""
        os.lseek(self.kept.fileno(), 0, os.SEEK_SET)
        return os.fdopen(os.dup(self.kept.fileno()), "rb")
