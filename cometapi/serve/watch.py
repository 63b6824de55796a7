"""Who waits for a reply and goes away: one thread looks at the connections of all clients that are being answered."""

import socket
import threading
from contextlib import contextmanager

EVERY = 0.1  # seconds between two looks: most requests are over before the first one


class Watcher:
    """Calls a function when a client hangs up. Safe for many threads."""

    def __init__(self):
        self.lock, self.is_over = threading.Lock(), threading.Event()
        self.watched: dict = {}  # a connection to the function to call
        threading.Thread(target=self.run, daemon=True).start()

    @contextmanager
    def watching(self, connection, function):
        """Call a function, once, if the client at the other end of a connection goes away meanwhile."""
        with self.lock:
            self.watched[connection] = function
        try:
            yield
        finally:
            with self.lock:
                self.watched.pop(connection, None)

    def run(self):
        """Look until the end."""
        while not self.is_over.wait(EVERY):
            with self.lock:
                connections = list(self.watched)
            for connection in connections:
                if has_ended(connection):
                    self.tell(connection)

    def tell(self, connection):
        """Call the function of a client that is gone, unless it has its reply."""
        with self.lock:
            function = self.watched.pop(connection, None)
            if function:
                function()

    def stop(self):
        """Watch no more."""
        self.is_over.set()


def has_ended(connection):
    """Whether the other end of a connection says nothing any more. Never waits: what made it ready may have been read since."""
    try:
        with connection.dup() as same:
            same.settimeout(0)
            return same.recv(1, socket.MSG_PEEK) == b""
    except (BlockingIOError, TimeoutError):
        return False
    except OSError:
        return True
