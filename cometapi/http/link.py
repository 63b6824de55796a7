"""A link that is downloaded: fetched without any credential, over http or https, up to a size; each hop is judged."""

import time
from urllib.parse import urljoin

from cometapi.errors import ReplyNotUnderstood, ServiceUnavailable
from cometapi.generated import program
from cometapi.http.request import Request, base_url
from cometapi.http.service_errors import facts_of, kind_of
from cometapi.http.url import lowered, split

HOPS = 5  # redirects that are followed
LARGEST = 4 * 1024**3  # bytes of a file
OWN = {"client_cert": None, "client_key": None}  # what would tell a stranger who asks


class Download:
    """The way to a link of the service: connections of its own, on which nothing of the user's is sent.

    ``judge`` says where it may lead; ``policy`` makes the policy of the next hop.
    """

    def __init__(self, call, judge):
        from cometapi.http.connections import Pool

        self.call, self.judge = call, judge
        self.pool = Pool(judge=judge, deadlines=call.session.pool().deadlines)

    def policy(self):
        """What may be repeated of the next request, and how long it may take."""
        made = self.call.client.policy(is_safe=True)
        made.trust |= OWN
        return made

    def checked(self, url):
        """A link as it is fetched; raises the error of one that is no web address, or leads where it may not."""
        try:
            parts = split(lowered(url))
        except ValueError:
            raise ReplyNotUnderstood(f"The service returned a link that is not a web address: {url}") from None
        self.judge.check(parts.hostname)
        return lowered(url)

    def followed(self, url, headers=None):
        """The reply to a link after its redirects, each checked like the link itself.

        ``headers`` are sent with every request; they must not contain the user's data.
        """
        for _ in range(HOPS + 1):
            url = self.checked(url)
            own = {"Accept": "*/*", "User-Agent": program.USER_AGENT}
            request = Request("GET", url, {**own, **(headers or {})}, None)
            reply = self.sent(request)
            if not reply.leads_to():
                return reply
            reply.close()
            url = followed_by(url, reply.leads_to())
        raise ReplyNotUnderstood(f"The link redirects more than {HOPS} times.", hint=f"It is at {url}")

    def sent(self, request):
        """The reply to a request that carries nothing of the user's."""
        from cometapi.http import trace
        from cometapi.http.transport import send

        context = self.call.context
        trace.sending(request, context)
        start = time.monotonic()
        reply = send(request, self.policy(), self.pool)
        trace.came(reply, time.monotonic() - start, context)
        return reply


def fetched(call, url):
    """``(media type or None, pieces of bytes)`` of a link that the service gave; raises ReplyNotUnderstood for one that is
    not followed, and ServiceUnavailable when it cannot be fetched.
    """
    download = Download(call, judge_of_service(call, url))
    try:
        reply = download.followed(url)
        if not 200 <= reply.status < 300:
            reply.close()
            raise ServiceUnavailable(
                f"The file cannot be downloaded (HTTP {reply.status}).", hint=f"It is at {url}", **facts_of(reply)
            )
    except BaseException:
        download.pool.close()
        raise
    return kind_of(reply) or None, bounded(reply, download.pool)


def judge_of_service(call, url):
    """The Judge of a service's links: into a private network only where the service itself is in one."""
    from cometapi.http.addresses import Judge, leads_inside

    home = split(base_url(next(iter(program.SERVICES)), call.settings)).hostname

    def refused(host):
        return ReplyNotUnderstood(
            f"The service returned a link to a private network, which is not followed: {url}",
            hint=f"It leads to {host}",
        )

    return Judge(lambda host: leads_inside(home), refused)


def followed_by(url, place):
    """The whole URL that a redirect leads to; what is none is given back as it stands, to be judged."""
    try:
        return urljoin(url, place)
    except ValueError:
        return place


def bounded(reply, pool):
    """The pieces of a file's body; raises ReplyNotUnderstood when it is larger than any file. The pool is closed at the end."""
    try:
        yield from within_bounds(reply)
    finally:
        pool.close()


def within_bounds(reply, size=0):
    """Yield the pieces of a file's body after the first ``size`` bytes; raises ReplyNotUnderstood above the size limit."""
    try:
        for piece in reply.file():
            size += len(piece)
            if size > LARGEST:
                raise ReplyNotUnderstood("The file exceeds this program's size limit.", **facts_of(reply))
            yield piece
    finally:
        reply.close()
