"""Sends one request: timeouts, and the retries that the manifest's policy allows; redirects are not followed."""

import time

import urllib3
from urllib3.exceptions import HTTPError

from cometapi.generated import program
from cometapi.http.clock import EVER
from cometapi.http.failures import failure
from cometapi.http.load import delay
from cometapi.http.reply import Reply

DEFAULTS = {name: facts.get("default") for name, facts in program.SETTINGS.items()}


class Policy:
    """What may be repeated and how long to wait. ``safe`` is a read that costs nothing.

    ``network`` has the values of the settings of the wire, in seconds and as paths of PEM files; what is left out has
    its default. ``turn`` is the Turn that the request has at a limiter, if any. ``code_of`` gives the service's word for the fault from the bytes of a reply that says no, or None.
    """

    def __init__(
        self, *, safe, network=None, code_of=lambda body: None, note=lambda sentence: None, sleep=time.sleep, turn=None
    ):
        network = {**DEFAULTS, **(network or {})}
        self.code_of = code_of
        self.allowed = program.RETRY["safe" if safe else "unsafe"]
        self.retries = network["retries"]
        self.connect = min(network["connect_timeout"], EVER)
        self.read = min(network["timeout"] or program.TIMEOUTS["free" if safe else "paid"], EVER)
        self.longest = min(network["retry_max_wait"], EVER)
        self.trust = {name: network[name] for name in ("ca", "client_cert", "client_key")}
        self.is_plain = network["plain_http"] == "allow"  # whether anybody on the network may read a key
        self.note = note
        self.sleep, self.turn = sleep, turn

    def wait(self, attempt, reply):
        """Seconds before the next attempt: what ``Retry-After`` asks, else doubling up to the longest, and a little more by chance;
        None when the service asks for more than the longest.
        """
        import random

        return delay(attempt, reply.retry_after() if reply else None, self.longest, random.random(), least=0)

    def rest(self, sentence, seconds):
        """Say why a request is sent again, and wait until then; nobody else waits for that."""
        if self.turn:
            self.turn.rest(sentence, lambda: self.sleep(seconds))
        else:
            self.note(sentence)
            self.sleep(seconds)


def send(request, policy, pool):
    """Send a request over a Pool and give back the Reply once its head is there, whatever its status.

    Raises ServiceUnavailable when the service cannot be reached or does not answer in time.
    """
    origin = beginning(request.url)
    for attempt in range(policy.retries + 1):
        last = attempt == policy.retries
        reply = None
        try:
            reply = Reply(exchange(request, policy, pool), origin, policy.read)
            reason = None if last else repeatable(reply, policy)
        except (HTTPError, OSError) as error:
            kind, fault = failure(error, origin)
            fault.failure = kind
            if last or kind not in policy.allowed["failures"]:
                raise fault from None
            reason = fault.message.rstrip(".")
        seconds = policy.wait(attempt, reply) if reason else None
        if reply and seconds is None:
            return reply
        if reply:
            reply.close()
        policy.rest(f"{reason}; trying again in {seconds:.1f} s ({attempt + 1} of {policy.retries}).", seconds)
    raise AssertionError("the last attempt returns or raises")


def beginning(url):
    """A URL up to its path."""
    return "/".join(url.split("/", 3)[:3])


def exchange(request, policy, pool):
    """One attempt: the response of urllib3, its body not yet read."""
    body, origin = request.body, beginning(request.url)
    urlopen, before = pool.opener(origin, policy.trust, policy.is_plain)
    return urlopen(
        request.method,
        before + (request.target[len(origin) :] or "/"),
        timeout=urllib3.Timeout(connect=policy.connect, read=policy.read),
        body=body and body.pieces(),
        headers={"Accept-Encoding": "gzip, deflate", **request.headers, **(body.headers() if body else {})},
        redirect=False,
        retries=False,
        preload_content=False,
        decode_content=True,
    )


def repeatable(reply, policy):
    """Why this request may be retried, or None; codes listed under ``never`` forbid it."""
    if reply.status not in policy.allowed["statuses"] or policy.code_of(reply.refusal()) in program.RETRY["never"]:
        return None
    return f"The service answered with HTTP {reply.status}"
