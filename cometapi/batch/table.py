"""What is known of each row, packed into a few bytes: a million rows take some 30 MB."""

import json
from array import array
from hashlib import blake2b

SEEN = 1  # the row is in the input
SENT = 2  # its request may have left, and nothing is known of it since
REFUSED = 4  # the service certainly did not take it; it may be sent again
ANSWERED = 8
FAILED = 16
LINE = 32  # there is a line for it in the results
AGAIN = 64  # the row was seen in the second reading of the input
ENDED = ANSWERED | FAILED
SENT_ONCE = SENT | REFUSED | ENDED  # what the journal says of a row that it knows
EMPTY = 0xFFFFFFFF
LAST_RUN = 0xFFFF  # the largest number of a run that is told from others
FULL = 0.7  # of the slots, from which there are made more


def hashed(text):
    """A 64-bit hash of bytes, as an integer."""
    return int.from_bytes(blake2b(text, digest_size=8).digest())


def key_of(id):
    """The hash under which a row is kept; ``id`` is text, which may hold halves of characters, or another JSON value.

    What is not text begins with a byte that no text has: 7 is not "7".
    """
    if isinstance(id, str):
        return hashed(id.encode("utf-8", "surrogatepass"))
    return hashed(b"\xff" + json.dumps(id, sort_keys=True).encode("ascii"))


class Table:
    """Rows by the 64-bit hash of their ID. ``states`` holds the bits above, ``sources`` the hash of what each was made from,
    ``digests`` the first 64 bits of the digest of its request, ``runs`` the number of the run that sent it last; all are 0 where
    they are not known.

    With a million rows, the probability that two different IDs have the same hash is below one in ten million.
    """

    def __init__(self):
        self.slots = array("I", [EMPTY]) * 1024
        self.keys, self.sources, self.digests = array("Q"), array("Q"), array("Q")
        self.runs = array("H")
        self.states = bytearray()

    def __len__(self):
        return len(self.keys)

    def find(self, key):
        """The number of the row with this hash, None without one."""
        slots, keys = self.slots, self.keys
        mask = len(slots) - 1
        at = key & mask
        while (number := slots[at]) != EMPTY:
            if keys[number] == key:
                return number
            at = (at + 1) & mask
        return None

    def add(self, key):
        """The number of the row with this hash, a new one where there is none."""
        number = self.find(key)
        if number is None:
            number = len(self.keys)
            self.keys.append(key)
            self.sources.append(0)
            self.digests.append(0)
            self.runs.append(0)
            self.states.append(0)
            if number > len(self.slots) * FULL:
                self.grow()
            else:
                self.put(key, number)
        return number

    def put(self, key, number):
        """Let a slot lead to a row."""
        slots = self.slots
        mask = len(slots) - 1
        at = key & mask
        while slots[at] != EMPTY:
            at = (at + 1) & mask
        slots[at] = number

    def grow(self):
        """Have twice as many slots."""
        size = 2 * len(self.slots)
        self.slots = array("I", [])  # the old ones are gone before there are new ones
        self.slots = array("I", [EMPTY]) * size
        for number, key in enumerate(self.keys):
            self.put(key, number)

    def count(self, bits):
        """How many rows have one of these bits."""
        return sum(bool(state & bits) for state in self.states)

    def clear(self, bit):
        """Take a bit from the states of all rows."""
        self.states[:] = self.states.translate(bytes(state & ~bit for state in range(256)))
