"""How an exchange ends: by an error of the service, or because its client goes away."""

from cometapi.errors import CometError


class Gone(Exception):
    """The client does not wait for its reply any more."""


class Ending:
    """A context that keeps the error of an Exchange, and turns it into Gone where nobody waits any more."""

    def __init__(self, exchange):
        self.exchange = exchange

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        exchange = self.exchange
        is_left = isinstance(error, Gone) or (error is not None and exchange.hold.is_over)
        if error is not None and not exchange.is_over:
            exchange.is_gone = is_left
            exchange.error = error if isinstance(error, CometError) else None
        if is_left:
            raise Gone from None
