"""What a worker of a cluster does for one row: it claims the ticket of the request, and only then sends it.

A task never raises: what is raised is printed into the log of the worker, with what the task was called with.
"""

import io
import os
import pickle
import threading
from functools import lru_cache

from distributed import get_worker
from distributed.utils import sync

from cometapi import __version__
from cometapi.batch.cluster.parcel import mark_of
from cometapi.batch.cluster.plugin import CLAIM
from cometapi.batch.cluster.tickets import CLOSED, GRANTED
from cometapi.batch.journal import SUFFIX
from cometapi.batch.media import Files
from cometapi.batch.requests import prepared
from cometapi.batch.sending import UNABLE, UNKNOWN, Outcome, Sender
from cometapi.cli.registry import command_data
from cometapi.context import Context
from cometapi.errors import CometError, ConfigurationError, OutputFailed
from cometapi.generated import program
from cometapi.report import as_error
from cometapi.session import Session
from cometapi.settings.values import Settings

PATIENCE = 30  # seconds for the scheduler to answer
COMMAND = "batch run"
RUNS = 8  # that a worker has at hand at once


def sent(facts, run, ticket, floor, parcel):
    """Send a request if its ticket is granted: ``(answer of the scheduler, pickled Outcome or OutputFailed, or None)``."""
    answer = claimed(run, ticket, floor)
    if answer != GRANTED:
        return answer, None
    try:
        return answer, pickle.dumps(outcome(facts, pickle.loads(parcel)))
    except Exception as error:
        return answer, pickle.dumps(Outcome(UNKNOWN, error=CometError(f"The worker failed: {type(error).__name__}.")))


def claimed(run, ticket, floor):
    """Ask the scheduler for a ticket; CLOSED where it does not answer, after which nothing is sent."""
    worker = get_worker()
    try:
        ask = getattr(worker.scheduler, CLAIM)
        return sync(worker.loop, ask, callback_timeout=PATIENCE, run=run, ticket=ticket, floor=floor)
    except Exception:
        return CLOSED


def outcome(facts, parcel):
    """The Outcome of a request that may be sent, or the OutputFailed of a medium that could not be saved."""
    try:
        site = Site.of(facts)
        sender, made = site.sender(), site.prepared(parcel)
    except Exception as error:
        failed = as_error(error)
        failed.failure = "connect"  # nothing was sent
        return Outcome(UNABLE, error=failed)
    try:
        return sender.send(made, parcel.key)
    except OutputFailed as error:
        return error


class Site:
    """A run in the process of a worker: its session, and what sends the requests of each thread."""

    def __init__(self, facts):
        self.facts = pickle.loads(facts)
        if self.facts.version != __version__:
            raise ConfigurationError(f"A worker has version {__version__} of this program, not {self.facts.version}.")
        context = Context([], os.environ, io.StringIO(), io.StringIO(), io.StringIO())
        context.quiet = True
        self.session = Session(context, profile=self.facts.profile)
        fixed = self.facts.fixed
        self.session.settings = Settings(program.SETTINGS, context.environ, fixed=fixed, profile=self.facts.profile)
        self.call = self.session.operation(COMMAND, self.facts.given)
        self.call.fill_in()
        self.settings = self.session.settings.settled()
        self.own = threading.local()

    @staticmethod
    @lru_cache(RUNS)
    def of(facts):
        """The Site of pickled Facts, made once."""
        return Site(facts)

    def sender(self):
        """What sends the requests of this thread."""
        if not hasattr(self.own, "sender"):
            self.own.sender = Sender(self.call, Files(self.facts.results), is_strict=bool(self.call.option("strict")))
        return self.own.sender

    def prepared(self, parcel):
        """The Prepared request of a Parcel. Raises ConfigurationError where it is not what it is on the machine of the run."""
        made = prepared(
            command_data(parcel.command), parcel.route, parcel.parts, self.settings, is_stream=parcel.is_stream
        )
        if (made.digest, made.request.url) != (parcel.digest, parcel.url):
            raise ConfigurationError("A worker would send another request than this machine: its files differ.")
        if mark_of(made.request.credential, self.settings, self.facts.run) != parcel.mark:
            raise ConfigurationError("A worker has another key than this machine.")
        saves = parcel.route["response"].get("is") in ("file", "text") or "files" in parcel.route["response"]
        if saves and not os.path.exists(self.facts.results + SUFFIX):
            raise ConfigurationError(
                f"A worker does not see the folder of {self.facts.results}, where files are saved."
            )
        return made
