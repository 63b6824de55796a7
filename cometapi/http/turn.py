"""One request's turn at a Limiter, with its repeats: it has a place while it is on its way, and none while it waits."""

from cometapi.advice import advice
from cometapi.errors import CometError
from cometapi.generated import program

WAITS = "Waiting {seconds:.0f} s, because {{rpm}} or {{tpm}} allows no more in this minute."
LARGE = "A request may need {tokens:,} tokens, more than {{tpm}} allows in a minute; it is sent alone."


class Turn:
    """A context in which a request may be sent. ``context`` is told of waits and of waves of refusals, ``is_over`` says
    whether the request is not wanted any more; entering raises CometError then. ``tokens`` is what it may use.
    """

    def __init__(self, limiter, tokens, context, is_over=lambda: False):
        self.limiter, self.tokens, self.context, self.is_over = limiter, tokens, context, is_over
        self.slot = None
        self.used = None  # tokens that it really used, once known

    def __enter__(self):
        if self.limiter.never_fits(self.tokens):
            self.context.note(advice(LARGE.format(tokens=self.tokens)))
        self.begin()
        return self

    def __exit__(self, kind, error, _):
        if self.slot:
            self.limiter.leave(self.slot, verdict(kind, error), self.used)

    def begin(self):
        """Wait for a place."""
        self.slot = self.limiter.enter(self.tokens, self.is_over, self.tell_wait)
        if self.slot is None:
            raise CometError("Interrupted before the request was sent.")

    def tell_wait(self, seconds):
        """Say that the limits of a minute keep the request waiting."""
        self.context.note(advice(WAITS.format(seconds=seconds)))

    def rest(self, sentence, sleep):
        """Give the place to others until the refused request is sent again; of each wave of refusals one is told."""
        others = self.limiter.leave(self.slot, "overloaded") - 1
        if others > 0:
            sentence += f" At most {self.limiter.window.at_once} at once now."
        (self.context.tell if others < 0 else self.context.note)(sentence)
        self.slot = None
        sleep()
        self.begin()


def verdict(kind, error):
    """What the end of a request says about the load, in the words of ``Limiter.leave``."""
    if kind is None:
        return "ok"
    if not isinstance(error, CometError) or error.code in program.RETRY["never"]:
        return "failed"
    facts = program.RETRY["overloaded"]
    is_begun = (error.http_status or 200) < 400
    is_so = error.http_status in facts["statuses"] or (is_begun and error.code in facts["codes"])
    return "overloaded" if is_so else "failed"
