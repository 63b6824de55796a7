"""The first connection, made while the transport is loaded, which takes as long as a few round trips."""

import socket
import sys
import threading
import time
from typing import Any

from cometapi.http.clock import EVER
from cometapi.http.dial import connected
from cometapi.http.proxy import proxy_of
from cometapi.http.url import origin

LONGEST_IDLE = 4.0  # seconds; servers close idle connections after five and more
OPTIONS = ((socket.IPPROTO_TCP, socket.TCP_NODELAY, 1),)  # as urllib3 sets them


class Early:
    """A connection to the host of a URL that is being made, with TLS where the URL says so.

    ``trust`` are the keywords of ``tls_context``, ``seconds`` what connecting may take. What fails is raised where the
    connection is wanted; ``is_reached`` tells whether that was later than connecting.
    """

    def __init__(self, url, trust, seconds):
        self.origin, self.trust, self.seconds = origin(url), trust, min(seconds, EVER)
        self.context: Any = None
        self.socket: Any = None
        self.error: Any = None
        self.since = 0.0
        self.has_context = threading.Event()
        self.is_reached = self.is_taken = self.is_unwanted = False
        self.lock = threading.Lock()
        self.thread = threading.Thread(target=self.connect, daemon=True)
        self.thread.start()

    def connect(self):
        """Connect; runs in a thread of its own."""
        made = None
        try:
            if self.origin[0] == "https":
                from cometapi.http.tls import tls_context

                self.context = tls_context(**self.trust)
            self.has_context.set()
            made = connected(self.origin[1], self.origin[2], self.seconds, OPTIONS)
            self.is_reached = True
            made = self.context.wrap_socket(made, server_hostname=self.origin[1]) if self.context else made
        except Exception as error:
            self.error = error
            if made:
                made.close()
            made = None
        self.has_context.set()
        with self.lock:
            self.socket, self.since = made, time.monotonic()
            if self.is_unwanted and not self.is_taken and made:
                made.close()  # nobody waits for it any more

    def trusted(self):
        """The TLS context; raises ConfigurationError like ``tls_context``."""
        self.has_context.wait()
        if self.context is None:
            raise self.error
        return self.context

    def take(self, host, port):
        """The connected socket, once, if it leads to this host and is fit for use; else None. Raises what has failed."""
        with self.lock:
            if self.is_taken or self.is_unwanted or (host.strip("[]"), port) != self.origin[1:]:
                return None
            self.is_taken = True
        self.thread.join()
        made = self.socket
        if self.error:
            raise self.error
        if time.monotonic() - self.since < LONGEST_IDLE and is_silent(made):
            made.settimeout(self.seconds)
            return made
        made.close()
        return None

    def close(self):
        """Let go of the connection, if nobody has taken it."""
        with self.lock:
            if not self.is_taken and self.socket:
                self.socket.close()
            self.is_unwanted = True


def is_silent(connection):
    """Whether the other end has said nothing yet, not even that it goes; what TLS says for itself does not count."""
    from ssl import SSLWantReadError

    connection.setblocking(False)
    try:
        connection.recv(1)
    except (BlockingIOError, SSLWantReadError):
        return True
    except OSError:
        pass
    return False


def begun(url, trust, seconds):
    """The Early of a URL; None where the transport is loaded already, or a proxy is to be asked."""
    if "urllib3" in sys.modules or proxy_of(url):
        return None
    return Early(url, trust, seconds)
