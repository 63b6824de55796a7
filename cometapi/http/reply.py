"""A reply whose head has arrived, and its body as it comes: in pieces or whole, within bounds of size and time."""

import time

from urllib3.exceptions import HTTPError

from cometapi.errors import CometError, ReplyNotUnderstood
from cometapi.http import service_errors
from cometapi.http.chunks import PIECE
from cometapi.http.clock import EVER, Clock
from cometapi.http.failures import failure

REDIRECTS = (301, 302, 303, 307, 308)
LARGEST_DOCUMENT = 256 * 1024 * 1024  # bytes of a reply that is read as a whole, after decompression
LARGEST_REFUSAL = 1024 * 1024  # bytes of a reply that says no
LONGEST_REFUSAL = 60  # seconds in which a reply that says no has to be there
EXPANSION = 200  # times that a body may grow by decompression; JSON and events of a model grow by 3 to 20
UNHEEDED = 16 * 1024 * 1024  # bytes that a body may always grow to


class Reply:
    """A reply whose head has arrived: ``status``, ``headers`` (of any case), and its body in pieces or whole.

    ``allowed`` are the seconds that its body may take in drops.
    """

    def __init__(self, response, origin, allowed=EVER):
        self.status = response.status
        self.headers = response.headers
        self._response = response
        self._origin = origin
        self._refusal = None
        self.command = self.credential = None  # whose request this answers, and the name of what let it in
        self.clock = Clock(allowed)
        self.clock.watch(response)
        self.booking = None  # what is booked for its request under a cap
        self.is_done = False  # whether it says yes and nothing else
        self.before_wait = lambda: None  # what is done before each wait for more of the body
        self.watch = lambda pieces: pieces  # what else is done with the pieces of the body as they come

    @property
    def is_decoded(self):
        """Whether its body comes here in another form than it was sent in: decompressed."""
        codings = self.headers.get("Content-Encoding", "").lower().split(",")
        return all(one.strip() in self._response.CONTENT_DECODERS for one in codings)

    def leads_to(self):
        """Where a redirect leads, perhaps relative to the request's own URL; None for any other reply."""
        return self.headers.get("Location") if self.status in REDIRECTS else None

    def pieces(self):
        """The body as it arrives, decompressed: a generator of bytes. Raises like ``arriving``."""
        return self.watch(self.arriving())

    def file(self):
        """The pieces of a body that is a file, which may be large and come slowly."""
        self.clock.let_files_pass()
        return self.pieces()

    def live(self):
        """The pieces of a body that is a stream of events, which ends where nothing but comments comes."""
        for piece in self.pieces():
            if b"data:" in piece:
                self.clock.restart()
            yield piece

    def arriving(self):
        """The body as it arrives, decompressed and not watched: a generator of bytes.

        Raises ServiceUnavailable when it breaks off, and ReplyNotUnderstood when it grows by decompression as nothing
        does that was not made to fill a memory.
        """
        size = 0
        while True:
            self.before_wait()
            try:
                piece = self._response.read1(PIECE)
            except HTTPError as error:
                raise failure(error, self._origin, self)[1] from None
            if not piece:
                return
            size += len(piece)
            if size > max(UNHEEDED, EXPANSION * self._response.tell()):
                self.close()
                sentence = "The service's reply is too large after decompression."
                raise ReplyNotUnderstood(sentence, **service_errors.facts_of(self))
            yield piece

    def body(self, pieces=None):
        """The whole body as bytes, of ``pieces`` that some were taken of; raises ReplyNotUnderstood when it is larger than
        any document of the service.
        """
        found, size = [], 0
        for piece in self.pieces() if pieces is None else pieces:
            size += len(piece)
            if size > LARGEST_DOCUMENT:
                self.close()
                sentence = "The service's reply exceeds this program's size limit."
                raise ReplyNotUnderstood(sentence, **service_errors.facts_of(self))
            found.append(piece)
        return b"".join(found)

    def retry_after(self):
        """Seconds that the service asks to wait before the next request, None where it does not."""
        return retry_after(self.headers.get("Retry-After"))

    def refusal(self):
        """The body of a reply whose status says no, as bytes: as far as it comes, whatever breaks it off."""
        if self._refusal is None:
            found = bytearray()
            self.clock.allowed = min(self.clock.allowed, LONGEST_REFUSAL)
            try:
                for piece in self.pieces():
                    found += piece
                    if len(found) > LARGEST_REFUSAL:
                        break
            except CometError:
                pass  # the status says more than the broken body
            self._refusal = bytes(found)
            self.close()
        return self._refusal

    def close(self):
        """Let go of the connection."""
        self._response.close()


def retry_after(value):
    """Seconds that a ``Retry-After`` header asks for, in either of its forms (RFC 9110, 10.2.3); None without one."""
    if not value:
        return None
    from datetime import UTC
    from email.utils import parsedate_to_datetime

    try:
        if value.strip().isdecimal():
            return min(int(value), EVER)
        moment = parsedate_to_datetime(value)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)  # as every date of HTTP
        return max(0.0, moment.timestamp() - time.time())
    except (ValueError, OverflowError):
        return None
