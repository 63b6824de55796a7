"""The request to the service for one of a client: the program's credential in place of the client's, all else as it came."""

from cometapi.generated import program
from cometapi.http.body import Text
from cometapi.http.credentials import credential
from cometapi.http.request import Request, base_url
from cometapi.serve.access import without_key
from cometapi.serve.headers import upwards


class Passing(Text):
    """A body as it came."""

    def __init__(self, data, media_type, value):
        super().__init__(data, media_type)
        self.value = value

    def headers(self):
        """The headers that the body has of itself."""
        return {**({"Content-Type": self.media_type} if self.media_type else {}), "Content-Length": str(self.length)}


def request(incoming, settings):
    """The Request for an Incoming. Raises ConfigurationMissing without the credential that it needs."""
    facts = incoming.endpoint or {**incoming.facts, "credential": credential_of(incoming)}
    access = credential(facts.get("credential"), settings)
    headers = upwards(incoming.headers)
    small = {name.lower() for name in headers}
    own = {"Accept": "*/*", "User-Agent": program.USER_AGENT, **facts.get("headers", {})}
    headers |= {name: value for name, value in own.items() if name.lower() not in small}
    query = without_key(incoming.query)
    url = base_url(incoming.facts["service"], settings) + incoming.path + (f"?{query}" if query else "")
    return Request(
        incoming.method,
        url,
        {**headers, **access.headers},
        body_of(incoming),
        access.secret,
        key=access.query,
        credential=facts.get("credential"),
    )


def credential_of(incoming):
    """The credential for a path that no endpoint has: that of the protocol, else what the manifest says of the path."""
    from cometapi.serve.incoming import asked

    own = (one["credential"] for one in asked() if one["protocol"] == incoming.protocol)
    return next(own, incoming.facts.get("credential"))


def body_of(incoming):
    """The body that is sent; None where a request has none."""
    if (
        not incoming.data
        and not incoming.headers.get("Content-Length")
        and not incoming.headers.get("Transfer-Encoding")
    ):
        return None
    return Passing(incoming.data, incoming.media_type, incoming.value)
