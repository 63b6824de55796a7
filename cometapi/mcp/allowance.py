"""What the calls of an agent may spend together: each request is booked with the server before it is sent.

The server has an Allowance; a call, in a process of its own, has a Cap, which asks the server over the link between them.
"""

from decimal import Decimal

from cometapi.errors import CapReached
from cometapi.spending.money import in_words


class Allowance:
    """The caps of a server, ``dollars`` (Decimal) and ``calls``, each None without one. ``spent`` is what requests have cost,
    with all that was booked for those of which nobody knows; ``booked`` the most that the others may cost; ``made`` their number.
    """

    def __init__(self, dollars=None, calls=None):
        self.dollars, self.calls = dollars, calls
        self.spent, self.booked, self.made = Decimal(0), Decimal(0), 0

    def book(self, dollars):
        """Book the most that a request may cost: None, or why it is not to be sent, as what a call is told."""
        if self.calls is not None and self.made >= self.calls:
            return {"calls": self.calls}
        left = None if self.dollars is None else max(Decimal(0), self.dollars - self.spent - self.booked)
        if left is not None and dollars > left:
            return {"left": str(left)}
        self.booked += dollars
        self.made += 1
        return None


class Ticket:
    """What one call has booked: a dict of dollars by number. What it does not settle counts as spent."""

    def __init__(self, allowance):
        self.allowance, self.booked = allowance, {}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for number in list(self.booked):
            self.settle(number, self.booked[number])

    def told(self, said):
        """What is answered to a call that says something of a request; None where it waits for no answer."""
        if "settle" in said:
            self.settle(said["settle"], Decimal(said["spent"]))
            return None
        dollars = Decimal(said["book"])
        refusal = self.allowance.book(dollars)
        if refusal is None:
            self.booked[said["number"]] = dollars
        return refusal or {}

    def settle(self, number, spent):
        """Count what a request did cost, in place of what was booked for it."""
        self.allowance.booked -= self.booked.pop(number)
        self.allowance.spent += spent


class Cap:
    """The caps of the server in the process of a call, as a Budget has shared ones. ``ask`` says something to the server and
    gives its answer, ``tell`` waits for none; ``dollars`` is the server's cap, None where only the number of calls is capped.
    """

    def __init__(self, ask, tell, dollars):
        self.ask, self.tell = ask, tell
        self.is_in_dollars = dollars is not None
        self.told = f"the cap of {in_words(dollars)} of this server" if self.is_in_dollars else ""
        self.number = 0

    def book(self, dollars, key):
        """Book a request: its number, or the dollars that are left where it does not fit. Raises CapReached after the last call."""
        self.number += 1
        refusal = self.ask({"book": str(dollars), "number": self.number})
        if "calls" in refusal:
            raise CapReached(
                f"The cap of {refusal['calls']} paid requests of this server is reached. Nothing was sent."
            )
        return Decimal(refusal["left"]) if "left" in refusal else self.number

    def settle(self, number, spent):
        """Tell what a request did cost."""
        self.tell({"settle": number, "spent": str(spent)})

    def close(self):
        """Nothing is to be closed; the server notices the end of the call."""
