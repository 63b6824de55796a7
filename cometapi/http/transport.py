"""Sends one request: timeouts, and the retries that the manifest's policy allows; redirects are not followed."""

import time

import urllib3
from urllib3.exceptions import HTTPError

from cometapi.generated import program
from cometapi.http.clock import EVER
from cometapi.http.failures import failure
from cometapi.http.reply import Reply

DEFAULTS = {name: facts.get("default") for name, facts in program.SETTINGS.items()}


class Policy:
    """What may be repeated and how long to wait. ``safe`` is a read that costs nothing.

    ``network`` has the values of the settings of the wire, in seconds and as paths of PEM files; what is left out has
    its default. ``code_of`` gives the service's word for the fault from the bytes of a reply that says no, or None.
    """

    def __init__(self, *, safe, network=None, code_of=lambda body: None, note=lambda sentence: None, sleep=time.sleep):
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
        self.sleep = sleep

    def wait(self, attempt, reply):
        """Seconds before the next attempt: what ``Retry-After`` asks, else doubling with jitter up to the longest; None when
        the service asks for more than that.
        """
        asked = reply.retry_after() if reply else None
        if asked is not None:
            return asked if asked <= self.longest else None
        import random

        return min(program.RETRY["first_wait"] * 2**attempt * random.uniform(1, 1.5), self.longest)


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
            if last or kind not in policy.allowed["failures"]:
                raise fault from None
            reason = fault.message.rstrip(".")
        seconds = policy.wait(attempt, reply) if reason else None
        if reply and seconds is None:
            return reply
        if reply:
            reply.close()
        policy.note(f"{reason}; trying again in {seconds:.1f} s ({attempt + 1} of {policy.retries}).")
        policy.sleep(seconds)
    raise AssertionError("the last attempt returns or raises")


def beginning(url):
    """A URL up to its path."""
    return "/".join(url.split("/", 3)[:3])


def exchange(request, policy, pool):
    """One attempt: the response of urllib3, its body not yet read."""
    body = request.body
    return pool.manager(beginning(request.url), policy.trust, policy.is_plain).urlopen(
        request.method,
        request.target,
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
