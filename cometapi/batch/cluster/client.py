"""A Dask cluster as the machine of a run sees it: requests go to workers one by one, and come back as Outcomes.

The journal is written here, before a task is given to the cluster, and so are the limits and the budget kept: whatever of
the cluster dies, nothing is known there alone. The scheduler keeps tickets, so that a task that runs again sends nothing.
"""

import importlib.util
import logging
import pickle
import secrets
import threading
import time
import warnings
from contextlib import suppress
from itertools import count

from cometapi.advice import advice
from cometapi.batch.cluster.parcel import facts_of, parcel_of
from cometapi.batch.cluster.tickets import CLOSED, GRANTED
from cometapi.batch.sending import UNABLE, UNKNOWN, UNREACHED, Outcome
from cometapi.errors import CometError, ConfigurationError, OutputFailed, ServiceUnavailable, UsageError
from cometapi.generated.index import PROGRAM

PACKAGE = "distributed"
PATIENCE = 10  # seconds for the scheduler to answer
OFTEN = 2.0  # seconds between two looks at how many threads the workers have
NOT_SENT = "connect"  # the manifest's word for what has not left


def check_installed():
    """Raise ConfigurationError where the library of Dask is not installed."""
    if importlib.util.find_spec(PACKAGE) is None:
        raise ConfigurationError(
            "The library that speaks to a Dask cluster is not installed.",
            hint="Install it from the checkout: pipx install --force '.[dask]'",
        )


class Cluster:
    """A connection to the scheduler at ``address`` for one run, whose call and absolute path of results are given.

    ``lost`` is the error once the connection broke: then nothing more is sent. Raises UsageError and ServiceUnavailable.
    """

    def __init__(self, call, address, results):
        self.call, self.address, self.run = call, address, secrets.token_hex(16)
        self.facts = facts_of(call, self.run, results)
        self.settings = call.session.settings.settled()
        self.numbers, self.lock = count(1), threading.Lock()
        self.away: dict = {}  # futures by ticket
        self.recalled: set[int] = set()  # tickets that no worker will have
        self.lost: CometError | None = None
        self.looked, self.known_threads = 0.0, 0
        self.patience = call.wanted("connect_timeout")
        self.connect()

    def connect(self):
        """Connect, and let the scheduler keep the tickets of this run."""
        from distributed import Client

        silence()
        try:
            self.client = Client(self.address, timeout=self.patience, set_as_default=False, name=PROGRAM)
        except ValueError as error:
            raise UsageError(f"{self.address} is not the address of a Dask scheduler: {error}.") from None
        except OSError:  # a TimeoutError too
            raise self.unreachable() from None
        silence()  # what the connection has loaded, too
        try:
            self.register()
        except Exception as error:
            self.close()
            raise ServiceUnavailable(
                f"The Dask scheduler at {self.address} cannot serve a batch: {type(error).__name__}.",
                hint=advice(
                    "{program} has to be installed where the scheduler and the workers run, in the same version."
                ),
            ) from None

    def register(self):
        """Have the ticket office at the scheduler, and the tickets of this run there."""
        from cometapi.batch.cluster.plugin import BEGIN, TicketOffice

        self.client.register_plugin(TicketOffice())
        self.ask(BEGIN, run=self.run, owner=self.client.id)

    def ask(self, what, **facts):
        """What the scheduler answers; raises OSError or another error where it does not."""
        return self.client.sync(getattr(self.client.scheduler, what), callback_timeout=PATIENCE, **facts)

    def check(self):
        """Raise the error by which the connection was lost."""
        if self.lost is None and self.client.status != "running":
            self.lost = self.unreachable()
        if self.lost:
            raise self.lost

    def unreachable(self):
        """The error for a scheduler that does not answer."""
        return ServiceUnavailable(f"The Dask scheduler at {self.address} cannot be reached.", failure=NOT_SENT)

    def send(self, prepared, key):
        """The Outcome of a Prepared request that a worker sends. Raises OutputFailed as the worker did."""
        parcel = parcel_of(prepared, self.settings, self.run, key)
        with self.lock:
            ticket = next(self.numbers)
            self.away[ticket] = None
        try:
            return self.outcome(ticket, *self.told(ticket, parcel))
        finally:
            with self.lock:
                future = self.away.pop(ticket)
                self.recalled.discard(ticket)
            if future is not None:
                future.release()

    def told(self, ticket, parcel):
        """What a task gives back: the scheduler's answer to the worker, and the pickled Outcome; ``(None, None)`` where it fails."""
        from cometapi.batch.cluster.task import sent

        key = f"{PROGRAM}-row-{self.run}-{ticket}"
        try:
            future = self.client.submit(sent, self.facts, self.run, ticket, self.floor(), parcel, key=key, pure=False)
            self.away[ticket] = future
            return future.result()
        except Exception:  # the task was lost, or the connection
            return None, None

    def floor(self):
        """The first ticket that has not come to its end."""
        with self.lock:
            return min(self.away)

    def outcome(self, ticket, answer, packed):
        """The Outcome of what a task gave back.

        Where no worker says that it was granted the ticket, this side claims it: if it is granted here, nobody has sent
        the request, and nobody will.
        """
        if answer == GRANTED:
            found = pickle.loads(packed)
            if isinstance(found, OutputFailed):
                raise found
            return found
        if ticket in self.recalled:
            return Outcome(UNABLE)
        if self.claim(ticket) == GRANTED:
            return Outcome(UNREACHED, error=ServiceUnavailable("No worker took the row.", failure=NOT_SENT))
        return Outcome(UNKNOWN, error=ServiceUnavailable("The worker that had the row was lost.", retryable=False))

    def claim(self, ticket):
        """Claim a ticket for this side; a run that the scheduler does not know any more is lost."""
        from cometapi.batch.cluster.plugin import CLAIM

        answer = CLOSED
        if self.lost is None:
            with suppress(Exception):
                answer = self.ask(CLAIM, run=self.run, ticket=ticket, floor=self.floor())
        if answer == CLOSED:
            self.lost = self.lost or self.unreachable()
        return answer

    def recall(self):
        """Take back what no worker has begun, for a run that stops."""
        for ticket, future in list(self.away.items()):
            if future is not None and not future.done() and self.claim(ticket) == GRANTED:
                self.recalled.add(ticket)
                future.cancel()

    def threads(self):
        """How many requests the workers can send at once."""
        if time.monotonic() - self.looked > OFTEN:
            with suppress(Exception):
                self.known_threads = sum(self.client.nthreads().values())
            self.looked = time.monotonic()
        return self.known_threads

    def close(self):
        """Leave the cluster."""
        with suppress(Exception):
            self.client.close(timeout=PATIENCE)


def silence():
    """Let the library of Dask say nothing: what there is to say is said here."""
    warnings.filterwarnings("ignore", module=PACKAGE)
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] in ("distributed", "tornado", "asyncio"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
