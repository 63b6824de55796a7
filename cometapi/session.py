"""What the calls of one process share: settings, one pool of connections, the sandbox. Thread-safe.

A Session gives Operations; each of them owns its values, its request, its reply and its result, so that many may run
side by side.
"""

import os
import threading

from cometapi.cli.registry import command_data
from cometapi.generated import program
from cometapi.operation import Operation
from cometapi.settings import folders
from cometapi.settings.values import Settings


class Session:
    """The settings of a profile, connections that are kept alive, and the sandbox where one is wanted.

    ``profile`` is the name that an option gives. ``run`` runs the words of another Context as the program runs its own
    and returns the exit code, for commands that read command lines.
    """

    def __init__(self, context, *, profile=None, is_sandboxed=False, run=None):
        self.context = context
        self.run = run
        self._pool = None
        self._lock = threading.Lock()
        self._limiters = None
        self.lock = threading.Lock()  # held while what several operations share is made
        self.caps = []  # that hold for other sessions, too (see spending.budget)
        self.meanwhile = []  # functions to call when a request is on its way, in the time of waiting for the reply
        self.sandbox = started_sandbox(context) if is_sandboxed else None
        fixed = self.sandbox.settings if self.sandbox else None
        self.settings = Settings(program.SETTINGS, context.environ, fixed=fixed, note=context.note, profile=profile)
        context.plain_setting = lambda: self.settings.is_on("plain")

    def pool(self, begin=lambda: None):
        """The connections, made when the first request is sent; ``begin`` makes a start of the first one, because the
        transport takes a while to import.
        """
        with self._lock:
            if self._pool is None:
                early = begin()
                from cometapi.http import sparing

                sparing.load()
                from cometapi.http.connections import Pool

                self._pool = Pool(early, self.meanwhile)
            return self._pool

    @property
    def limiters(self):
        """What lets many requests to one model begin."""
        with self._lock:
            if self._limiters is None:
                from cometapi.http.limiter import Limiters

                self._limiters = Limiters()
            return self._limiters

    def take_own(self, bundle):
        """Let the sandbox, where there is one, answer a command of the user's own as well, and its requests go there."""
        if self.sandbox:
            self.sandbox.serve_own(bundle, self.context.environ)
            self.settings.fixed.update(self.sandbox.settings)

    def model(self, name, context):
        """The model that a name of a setting or of a conversation means: what an alias of the user's stands for, else itself."""
        if not os.path.exists(folders.beside_config(context.environ, folders.ALIASES) or ""):
            return name
        from cometapi.own.expand import model_of

        return model_of(name, context)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def operation(self, command, given, *, stdout=None, stderr=None):
        """The Operation of a command (its words, or its data) with these values.

        ``stdout`` and ``stderr`` are its own streams where they are not those of the session's context.
        """
        data = command_data(command) if isinstance(command, str) else command
        return Operation(self, data, given, self.context.fork(stdout=stdout, stderr=stderr))

    def close(self):
        """Close the connections, and stop the sandbox."""
        if self._pool:
            self._pool.close()
        if self.sandbox:
            self.sandbox.stop()


def started_sandbox(context):
    """A sandbox that serves until the session ends."""
    from cometapi.sandbox.server import Sandbox
    from cometapi.sandbox.times import passed

    later = passed(context.environ)
    context.note("Sample data from the sandbox; nothing is sent to the service.")
    return Sandbox(later=later).start()
