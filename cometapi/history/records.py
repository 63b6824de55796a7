"""What is asked of the history and told to it: one Store over one connection. Thread-safe.

What fails raises OutputFailed with a sentence, unless the Store belongs to a call that goes on without it: then the first
failure is noted, and from then on nothing is kept or read.
"""

import threading
from contextlib import nullcontext

from cometapi.history import database, forgetting, queries, search, writing


class Store:
    """The history at ``path``; raises OutputFailed where it cannot be used. Lists are of dicts, times in seconds since 1970."""

    def __init__(self, path, *, writes=True, hide=None, note=None, bounds=None):
        self.path, self.hide, self.note, self.bounds = path, hide, note, bounds
        self.is_off = False  # once something could not be kept or read
        self.lock = threading.RLock()
        self.connection = database.connected(path, writes=writes)

    def close(self):
        """Let go of the file."""
        with self.lock:
            self.connection.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    # --- keeping; None where it failed and the call goes on

    def begin(self, record):
        """The number of a new exchange, in state ``sent`` unless the record says another.

        ``record`` holds columns of an exchange (``options``, ``asked``, ``answered`` and ``usage`` as values of JSON),
        and ``attachments``, a list of dicts. Without a ``conversation`` it begins one, whose id ``of`` tells.
        """
        return self.keep(writing.begin, record, self.hide)

    def finish(self, number, **facts):
        """Add what came to be known of an exchange: its ``state``, ``reply``, ``answered``, ``usage``, ``cost_usd`` …"""
        if number is not None:
            self.keep(writing.finish, number, facts, self.hide)
            self.tidy()

    def price(self, number, dollars):
        """Add what an exchange is estimated to have cost."""
        self.keep(writing.price, number, dollars)

    def rename(self, conversation, name):
        """Give a conversation a name, or none."""
        self.keep(writing.rename, conversation, name, self.hide)

    def fork(self, conversation, upto=None):
        """The id of a new conversation with the exchanges of another, up to a number where one is given."""
        return self.keep(writing.fork, conversation, upto)

    # --- looking

    def last(self):
        """The id of the conversation that was used last, None without one."""
        return self.read(queries.last)

    def of(self, number):
        """The id of the conversation that an exchange belongs to, None where there is no such exchange."""
        return self.read(queries.of, number)

    def find(self, words):
        """The id that is meant by an id, its beginning, or a name; raises NotFound for none and UsageError for several."""
        return self.read(queries.find, words)

    def conversation(self, one):
        """A conversation with its ``exchanges`` in order, each with its ``attachments``; raises NotFound."""
        return self.read(queries.conversation, one)

    def named(self, one):
        """What ``list`` has of one conversation; raises NotFound."""
        return self.read(queries.named, one)

    def ids(self):
        """The ids of all conversations, the one used last first."""
        return self.read(queries.ids)

    def list(self, limit=None):
        """What is known of each conversation, the one used last first."""
        return self.read(queries.listed, limit)

    def search(self, words, limit=None):
        """The conversations that hold all words, as ``list`` has them, with the ``number`` of the newest exchange that does
        and a ``snippet`` of it.
        """
        return self.read(search.found, words, limit)

    def costs(self, by):
        """What was paid, by ``model``, ``day`` or ``key``."""
        return self.read(queries.costs, by)

    def unpriced(self):
        """Exchanges whose tokens are known and whose cost is not."""
        return self.read(queries.unpriced)

    def used(self, most):
        """What the newest answers have used: dicts of ``model``, ``usage`` and ``bytes``."""
        return self.read(queries.used, most)

    def charged(self, since, most):
        """Answers since a moment with an estimated cost and the id of their request, the newest first."""
        return self.read(queries.charged, since, most)

    def unfinished(self):
        """Exchanges whose answer is not known, the newest first."""
        return self.read(queries.unfinished)

    def size(self):
        """The bytes that conversations take."""
        return self.read(database.used)

    # --- forgetting

    def delete(self, *conversations):
        """Delete conversations; returns how many exchanges they had."""
        return self.keep(forgetting.delete, conversations)

    def old(self, before):
        """The ids of conversations that were last used before a moment."""
        return self.read(forgetting.old, before)

    def prune(self, before=None, most=None):
        """Delete conversations last used before a moment, and the oldest of those that take more than ``most`` bytes;
        returns their ids.
        """
        return self.keep(forgetting.prune, before, most)

    def tidy(self):
        """Delete a few conversations that are beyond the bounds, once in a process: the call before it is over by then."""
        bounds, self.bounds = self.bounds, None
        if bounds is not None:
            self.keep(forgetting.tidy, *bounds())

    def forget(self):
        """Let nothing of what was deleted be left in the file; returns False where another process still reads it."""
        return self.read(database.forget)

    # --- what can go wrong

    def keep(self, act, *facts):
        """What ``act`` gives, in one transaction; nothing runs where something has failed before."""
        return self.run(database.writing, act, facts)

    def read(self, act, *facts):
        """What ``act`` gives, in Python's own values."""
        return self.run(nullcontext, act, facts)

    def run(self, within, act, facts):
        """What ``act`` gives within a context of the connection; None, after one note, where the call goes on without it."""
        if self.is_off:
            return None
        try:
            with self.lock, within(self.connection):
                return act(self.connection, *facts)
        except database.Error as error:
            unusable = database.unusable(self.path, error)
            if self.note is None:
                raise unusable from None
            self.is_off = True
            self.note(f"This call is not kept in the history: {unusable.message}")
            return None
