"""What the rows of a run on a cluster are sent with: limits, prices and money are here, requests leave from workers."""

import os
from copy import copy

from cometapi.advice import advice
from cometapi.batch.cluster.client import Cluster, check_installed
from cometapi.batch.resources import Resources
from cometapi.cli.registry import LOADED
from cometapi.errors import UsageError


class ClusterResources(Resources):
    """The Resources of a run whose rows are sent by the workers of a Dask cluster. Raises UsageError, ConfigurationError."""

    def __init__(self, call, maker, results):
        super().__init__(call, maker, results)
        if not call.option("scheduler"):
            raise UsageError(advice("Say where the cluster is: {scheduler} tcp://HOST:8786."))
        command = getattr(maker, "command", None)
        if command and command["name"] in LOADED:
            raise UsageError(
                f"The workers of a cluster do not know your command {command['name']}; use the local engine."
            )
        check_installed()
        self.cluster = None
        self.is_told = self.is_stopping = False

    def begin(self):
        """Connect to the cluster. Raises UsageError and ServiceUnavailable."""
        self.cluster = Cluster(self.call, self.call.option("scheduler"), os.path.abspath(self.results))

    def sender(self):
        """What gives the requests of one thread to the cluster."""
        return ClusterSender(self.call, self.cluster)

    def workers(self):
        """As many as requests may be in the air, but no more than the cluster can send at once.

        Of a run that stops, what no worker will ever begin is taken back.
        """
        threads = self.cluster.threads()
        if self.is_stopping and not threads:
            self.cluster.recall()
        if not threads and not self.is_told:
            self.call.context.note("The cluster has no workers; waiting for the first.")
        self.is_told = not threads
        return min(super().workers(), max(threads, 1))

    def wake(self):
        """Let threads that wait see that the run stops."""
        super().wake()
        self.is_stopping = True

    def close(self):
        """Leave the cluster."""
        if self.cluster:
            self.cluster.close()


class ClusterSender:
    """Gives the requests of one thread to a Cluster; does what a ``Sender`` does."""

    def __init__(self, call, cluster):
        self.call, self.cluster = copy(call), cluster

    def book(self, prepared):
        """Book a request that is about to be sent: its Booking, or None without a cap. Raises CapReached, ServiceUnavailable."""
        self.cluster.check()
        self.call.command = prepared.command
        return self.call.booked(prepared.request)

    def send(self, prepared, key):
        """The Outcome of a Prepared request. Raises OutputFailed."""
        return self.cluster.send(prepared, key)

    def close(self):
        """There is nothing to close."""
