"""The gateway: a server at the loopback addresses of this machine that speaks the protocols of the service, with the key of the program."""

import threading
import time
from contextlib import contextmanager
from functools import cache

from cometapi.advice import advice
from cometapi.errors import CometError
from cometapi.http.client import NETWORK
from cometapi.loopback import server
from cometapi.serve import access
from cometapi.serve.accounts import Accounts
from cometapi.serve.admission import Models
from cometapi.serve.handler import Handler
from cometapi.serve.incoming import asked
from cometapi.serve.keeping import Keeper
from cometapi.serve.recording import Recorder, Replay
from cometapi.serve.watch import Watcher

GRACE = 0.1  # seconds for replies that are all but over
PATIENCE = 2.0  # seconds for replies that are broken off to be settled


class Gateway:
    """A gateway of a Session; nothing is answered before ``start``.

    ``budget_from`` is the call whose caps hold for all requests together; ``models`` are names and patterns of those that are
    served, None for all; ``record`` is the path of a file that exchanges are added to, ``replay`` that of one which all answers
    come from, so that nothing is sent. With ``counts`` the tokens of all streams are asked for, as a cap and the history
    need it. Raises CometError where the port cannot be had, and ConfigurationMissing without a key.
    """

    def __init__(self, session, *, budget_from, port=0, models=None, record=None, replay=None, counts=False):
        self.session, self.call, self.counts = session, budget_from, counts
        self.settings = session.settings.settled()
        self.secrets = cache(self.settings.secrets)
        self.network = {**{name: budget_from.wanted(name) for name in (*NETWORK, "plain_http")}, "retries": 0}
        self.token = access.new_token()
        self.call.context.hide([self.token])
        self.models = Models(models, lambda name: session.model(name, self.call.context))
        self.accounts = Accounts(self)
        self.is_strict = models is not None or self.accounts.is_capped
        self.exchanges: set = set()
        self.lock = threading.Lock()
        self.replay = Replay(replay) if replay else None
        if not replay:
            self.check_keys()
        try:
            self.servers = server.servers(port, Handler)
        except OSError as error:
            hint = advice("Choose another one with {port}; 0 chooses a free one.")
            raise CometError(f"The gateway cannot listen on port {port}: {error.strerror}.", hint=hint) from None
        for one in self.servers:
            one.served = self
        self.recorder = Recorder(record, self.call.context.hidden, self.call.context.note) if record else None
        self.history = Keeper(budget_from)
        self.watcher = None

    def check_keys(self):
        """Raise ConfigurationMissing where a credential has no value."""
        from cometapi.http.credentials import credential

        for name in dict.fromkeys(one["credential"] for one in asked()):
            credential(name, self.settings)
        self.call.context.hide(self.secrets())

    @property
    def port(self):
        """The port that it listens on."""
        return self.servers[0].port

    @property
    def url(self):
        """Where it is, without a path."""
        return f"http://127.0.0.1:{self.port}"

    def start(self):
        """Serve in the background; returns the gateway itself."""
        self.watcher = Watcher()
        for one in self.servers:
            server.start(one)
        return self

    @property
    def is_recorded(self):
        """Whether it matters what exactly is asked."""
        return bool(self.recorder or self.replay)

    @contextmanager
    def exchanging(self, exchange):
        """A context in which a request is on its way; it is settled at the end."""
        with self.lock:
            self.exchanges.add(exchange)
        try:
            yield exchange
        finally:
            try:
                exchange.end()
            finally:
                with self.lock:
                    self.exchanges.discard(exchange)

    def stop(self):
        """Serve no more: break off what is under way, and settle it."""
        for one in self.servers:
            if self.watcher:
                one.shutdown()
            one.server_close()
        begun = time.monotonic()
        while self.exchanges and time.monotonic() - begun < PATIENCE:
            for one in list(self.exchanges) if time.monotonic() - begun > GRACE else ():
                one.hold.break_off()
            time.sleep(0.01)
        if self.watcher:
            self.watcher.stop()
        self.history.close()
        if self.recorder:
            self.recorder.close()

    def summary(self):
        """What it has done: a Summary."""
        return self.accounts.summary
