"""Who waits for a reply and goes away: one thread looks at the connections of all clients that are being answered."""

import selectors
import socket
import threading
from contextlib import contextmanager, suppress


class Watcher:
    """Calls a function when a client hangs up. Safe for many threads."""

    def __init__(self):
        self.lock = threading.Lock()
        self.watched = {}  # a connection to the function to call
        self.news, self.waking = socket.socketpair()
        self.waking.setblocking(False)
        self.is_over = False
        threading.Thread(target=self.run, daemon=True).start()

    @contextmanager
    def watching(self, connection, function):
        """Call a function, once, if the client at the other end of a connection goes away meanwhile."""
        with self.lock:
            self.watched[connection] = function
        self.wake()
        try:
            yield
        finally:
            with self.lock:
                self.watched.pop(connection, None)

    def wake(self):
        """Let the thread look at the connections of now."""
        with suppress(OSError):  # it is full of what wakes it
            self.waking.send(b"x")

    def run(self):
        """Look until the end."""
        while not self.is_over:
            with self.lock:
                connections = list(self.watched)
            for connection in self.ready(connections):
                self.look(connection)
        self.news.close()
        self.waking.close()

    def ready(self, connections):
        """Those of some connections that have something to read, after a wait for the first; perhaps none."""
        with selectors.DefaultSelector() as selector:
            for one in (self.news, *connections):
                with suppress(ValueError, OSError, KeyError):  # it was closed meanwhile
                    selector.register(one, selectors.EVENT_READ)
            try:
                found = [key.fileobj for key, _ in selector.select()]
            except OSError:
                return []
        if self.news in found:
            self.news.recv(4096)
        return [one for one in found if one is not self.news]

    def look(self, connection):
        """Call the function of a client that is gone; one that has sent its next request is not looked at any more."""
        is_gone = has_ended(connection)
        with self.lock:
            function = self.watched.pop(connection, None)
            if function and is_gone:
                function()

    def stop(self):
        """Watch no more."""
        self.is_over = True
        self.wake()


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
