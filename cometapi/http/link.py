"""A link that a service gives for a file: fetched without the credential, over http or https, up to a size."""

import time
from ipaddress import ip_address
from urllib.parse import urljoin

from cometapi.errors import ReplyNotUnderstood, ServiceUnavailable
from cometapi.generated import program
from cometapi.http.request import Request, base_url
from cometapi.http.service_errors import facts_of, kind_of
from cometapi.http.url import is_loopback, lowered, split

HOPS = 5  # redirects that are followed
LARGEST = 4 * 1024**3  # bytes of a file


def fetched(call, url):
    """``(media type or None, pieces of bytes)`` of a link; raises ReplyNotUnderstood for one that is not followed, and
    ServiceUnavailable when it cannot be fetched.
    """
    reply = followed(call, url)
    if not 200 <= reply.status < 300:
        reply.close()
        raise ServiceUnavailable(
            f"The file cannot be fetched (HTTP {reply.status}).", hint=f"It is at {url}", **facts_of(reply)
        )
    return kind_of(reply) or None, bounded(reply)


def followed(call, url):
    """The reply to a link, after as many redirects as are followed; each of them is judged like the link itself."""
    policy = call.client.policy(is_safe=True)
    for _ in range(HOPS + 1):
        url = checked(call, url)
        request = Request("GET", url, {"Accept": "*/*", "User-Agent": program.USER_AGENT}, None)
        reply = sent(request, policy, call)
        if not reply.leads_to():
            return reply
        reply.close()
        url = followed_by(url, reply.leads_to())
    raise ReplyNotUnderstood(f"The link of the file redirects more than {HOPS} times.", hint=f"It is at {url}")


def sent(request, policy, call):
    """The reply to a request that carries nothing of the user's."""
    from cometapi.http import trace
    from cometapi.http.transport import send

    trace.sending(request, call.context)
    start = time.monotonic()
    reply = send(request, policy, call.session.pool())
    trace.came(reply, time.monotonic() - start, call.context)
    return reply


def checked(call, url):
    """A link as it is fetched; raises ReplyNotUnderstood for one that is no web address, or leads into a network that the
    service itself is not in.
    """
    try:
        host = split(lowered(url)).hostname
    except ValueError:
        raise ReplyNotUnderstood(f"The service returned a link that is not a web address: {url}") from None
    home = split(base_url(next(iter(program.SERVICES)), call.settings)).hostname
    if is_inside(host) and not is_inside(home):
        raise ReplyNotUnderstood(f"The service returned a link to a private network, which is not followed: {url}")
    return lowered(url)


def followed_by(url, place):
    """The whole URL that a redirect leads to; what is none is given back as it stands, to be judged."""
    try:
        return urljoin(url, place)
    except ValueError:
        return place


def is_inside(host):
    """Whether a host is this machine, or by its address one of a private network."""
    try:
        return not ip_address(host).is_global
    except ValueError:  # a name
        return is_loopback(host)


def bounded(reply):
    """The pieces of a file's body; raises ReplyNotUnderstood when it is larger than any file."""
    size = 0
    for piece in reply.file():
        size += len(piece)
        if size > LARGEST:
            reply.close()
            raise ReplyNotUnderstood("The file exceeds this program's size limit.", **facts_of(reply))
        yield piece
