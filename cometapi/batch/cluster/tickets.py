"""Tickets: leave to send one request, each granted once, whichever worker asks, and however often a task runs."""

GRANTED, TAKEN, CLOSED = "granted", "taken", "closed"


class Tickets:
    """The tickets of one run, numbers that its client gives out in rising order. ``owner`` is the client."""

    def __init__(self, owner):
        self.owner = owner
        self.floor = 0  # every ticket below it has come to its end
        self.taken: set[int] = set()  # those from the floor on

    def claim(self, ticket, floor):
        """GRANTED the first time, else TAKEN; what is below a ``floor`` that was ever named is TAKEN."""
        if floor > self.floor:
            self.floor = floor
            self.taken = {one for one in self.taken if one >= floor}
        if ticket < self.floor or ticket in self.taken:
            return TAKEN
        self.taken.add(ticket)
        return GRANTED


class Office:
    """The Tickets of all runs on a cluster. A run that is not known here, or whose client has left, is CLOSED."""

    def __init__(self):
        self.runs: dict[str, Tickets] = {}

    def begin(self, run, owner):
        """Give out the tickets of a run from now on."""
        self.runs[run] = Tickets(owner)

    def claim(self, run, ticket, floor):
        """Claim a ticket: GRANTED, TAKEN or CLOSED."""
        tickets = self.runs.get(run)
        return tickets.claim(ticket, floor) if tickets else CLOSED

    def leave(self, owner):
        """Forget the runs of a client that has left; nothing of them is sent any more."""
        self.runs = {run: tickets for run, tickets in self.runs.items() if tickets.owner != owner}
