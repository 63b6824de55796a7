"""Connecting to a host that has several addresses: the next one is tried too when one is silent (RFC 8305)."""

import errno
import os
import socket
import time
from itertools import chain, zip_longest
from selectors import EVENT_WRITE, DefaultSelector

HEAD_START = 0.25  # seconds that an address has for itself
LOOK = 3600.0  # seconds that are waited at once; a system cannot count much further
BEGUN = (0, errno.EINPROGRESS, errno.EWOULDBLOCK)


def connected(host, port, seconds, options=(), judge=None):
    """A socket that is connected to the first address of a host that answers, of either family.

    ``options`` are those of the socket; ``judge`` says which of the addresses are taken. Raises its error, gaierror,
    TimeoutError after so many seconds in all, and the OSError of the last address.
    """
    found = socket.getaddrinfo(host.strip("[]").encode("ascii"), port, type=socket.SOCK_STREAM)
    found = judge.taken(host, found) if judge else found
    with Race(in_turn(found), options) as race:
        made = race.winner(time.monotonic() + seconds)
    made.settimeout(seconds)
    return made


def in_turn(found):
    """Addresses by turns of their families, beginning with that of the first, in which each keeps its order."""
    families = dict.fromkeys(one[0] for one in found)
    by_family = ([one for one in found if one[0] == family] for family in families)
    return [one for one in chain(*zip_longest(*by_family)) if one]


class Race:
    """Attempts to connect, of which the first that succeeds wins; the others are closed."""

    def __init__(self, addresses, options):
        self.addresses, self.options = addresses, options
        self.trying = DefaultSelector()
        self.error = OSError("the name has no address")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for key in list(self.trying.get_map().values()):
            key.data.close()
        self.trying.close()

    def winner(self, end):
        """The socket that is connected first; raises TimeoutError at the ``end``, a moment of the monotonic clock."""
        while self.addresses or self.trying.get_map():
            if self.addresses:
                self.begin(*self.addresses.pop(0))
            left = end - time.monotonic()
            if left <= 0:
                raise TimeoutError("timed out")
            for key, _ in self.trying.select(min(left, HEAD_START if self.addresses else LOOK)):
                self.trying.unregister(key.data)
                failed = key.data.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
                if not failed:
                    return key.data
                self.fail(key.data, failed)
        raise self.error

    def begin(self, family, kind, protocol, _, address):
        """Begin to connect to an address."""
        try:
            one = socket.socket(family, kind, protocol)
        except OSError as error:  # a family that this system does not have
            self.error = error
            return
        for option in self.options:
            one.setsockopt(*option)
        one.setblocking(False)
        state = one.connect_ex(address)
        if state in BEGUN:
            self.trying.register(one, EVENT_WRITE, data=one)
        else:
            self.fail(one, state)

    def fail(self, one, number):
        """Note why an address cannot be reached."""
        one.close()
        self.error = OSError(number, os.strerror(number))
