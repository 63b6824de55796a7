"""What the scheduler of a Dask cluster does for batches: it keeps the tickets, in its one process and its one thread."""

from distributed.diagnostics.plugin import SchedulerPlugin

from cometapi.batch.cluster.tickets import Office
from cometapi.generated.index import PROGRAM

BEGIN, CLAIM = f"{PROGRAM}_begin", f"{PROGRAM}_claim"  # what the scheduler can be asked for


class TicketOffice(SchedulerPlugin):
    """The Office of a scheduler. One that is there stays, with the tickets of others."""

    name = f"{PROGRAM}-tickets"
    idempotent = True

    async def start(self, scheduler):
        """Let clients and workers ask."""
        self.office = Office()
        scheduler.handlers.update({BEGIN: self.office.begin, CLAIM: self.office.claim})

    def remove_client(self, scheduler, client):
        """Forget the runs of a client that has left."""
        self.office.leave(client)
