"""Which requests are sent again, how often and when: never one that may have been taken and is paid for."""

import time
from email.utils import formatdate

import pytest
from conftest import chunk
from test_failures import says

from cometapi.errors import ServiceUnavailable
from cometapi.generated import program
from cometapi.http.connections import Pool
from cometapi.http.reply import retry_after
from cometapi.http.request import Request
from cometapi.http.transport import Policy, send


def retried(ran):
    return ran.err.count("; trying again in ")


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("wait", ["0", formatdate(0, usegmt=True)])
def test_a_paid_call_is_repeated_when_it_was_not_taken(cli, raw, status, wait):
    no = lambda talk: talk.whole("", status, "text/plain", f"Retry-After: {wait}")  # noqa: E731
    raw(no, no, lambda talk: talk.stream(chunk("Hi", "stop")).end())
    ran = cli("chat", "hi")

    assert (ran.out, ran.code) == ("Hi\n", 0)
    assert ran.err == "".join(
        f"cometapi: The service answered with HTTP {status}; trying again in 0.0 s ({number} of 2).\n"
        for number in (1, 2)
    )


@pytest.mark.parametrize("status", [408, 500, 502, 504, 524, 529])
def test_a_paid_call_that_may_have_been_taken_is_not_repeated(cli, raw, status):
    raw(lambda talk: talk.whole("", status, "text/plain", "Retry-After: 0"))
    ran = cli("chat", "hi")

    assert (ran.out, ran.code, retried(ran), len(raw.talks)) == ("", 69, 0, 1)


@pytest.mark.parametrize("status", program.RETRY["safe"]["statuses"])
def test_a_read_is_repeated_as_often_as_the_policy_says(cli, raw, status):
    raw(lambda talk: talk.whole("", status, "text/plain", "Retry-After: 0"))
    ran = cli("models")

    assert (ran.out, ran.code, retried(ran), len(raw.talks)) == ("", 69, 2, 3)


@pytest.mark.parametrize(("retries", "asked"), [(0, 1), (1, 2), (4, 5)])
def test_how_often_is_an_option(cli, raw, retries, asked):
    raw(lambda talk: talk.whole("", 503, "text/plain", "Retry-After: 0"))
    ran = cli("models", "--retries", retries)

    assert (ran.code, retried(ran), len(raw.talks)) == (69, asked - 1, asked)


@pytest.mark.parametrize(("words", "status"), [(["models"], 500), (["models"], 503), (["chat", "hi"], 429)])
def test_a_code_that_never_heals_is_not_repeated(cli, raw, words, status):
    raw(lambda talk: talk.whole(says("bad", code="invalid_request"), status, "application/json", "Retry-After: 0"))
    ran = cli(*words)

    assert (ran.out, ran.err, ran.code, len(raw.talks)) == (
        "",
        f"cometapi: The service refused the request (HTTP {status}): bad.\n",
        1,
        1,
    )


def test_nothing_is_repeated_after_the_head_of_an_answer(cli, raw):
    raw(lambda talk: talk.head(200, "application/json", "Content-Length: 999").send('{"data"'))
    ran = cli("models")

    assert (ran.code, len(raw.talks)) == (69, 1)


class Nap:
    """Stands in for sleeping and remembers for how long."""

    def __init__(self):
        self.seconds = []

    def __call__(self, seconds):
        self.seconds.append(seconds)


@pytest.mark.parametrize(("safe", "attempts"), [(True, 3), (False, 3)])
def test_a_refused_connection_is_tried_again_with_doubling_waits(nobody, safe, attempts):
    nap, notes = Nap(), []
    with pytest.raises(ServiceUnavailable):
        send(Request("GET", nobody, {}, None), Policy(safe=safe, note=notes.append, sleep=nap), Pool())

    assert len(notes) == attempts - 1
    assert 0.5 <= nap.seconds[0] <= 0.75
    assert 1 <= nap.seconds[1] <= 1.5


@pytest.mark.parametrize(("safe", "talks"), [(True, 3), (False, 1)])
def test_only_a_read_is_tried_again_after_a_reset(raw, safe, talks):
    raw(lambda talk: talk.reset())
    with pytest.raises(ServiceUnavailable):
        send(Request("GET", raw.url, {}, None), Policy(safe=safe, sleep=Nap()), Pool())

    assert len(raw.talks) == talks


@pytest.mark.parametrize(
    ("asked", "longest", "naps"), [(7, 30, 2), (30, 30, 2), (31, 30, 0), (86400, 90000, 2), (1, 0, 0)]
)
def test_a_service_is_asked_again_when_it_said_or_a_little_later_but_not_after_the_longest_wait(
    raw, asked, longest, naps
):
    raw(lambda talk: talk.whole("", 429, "text/plain", f"Retry-After: {asked}"))
    nap = Nap()
    reply = send(
        Request("GET", raw.url, {}, None), Policy(safe=True, network={"retry_max_wait": longest}, sleep=nap), Pool()
    )

    assert (reply.status, len(nap.seconds)) == (429, naps)
    assert all(asked <= seconds <= min(asked * 1.1, longest) for seconds in nap.seconds)
    reply.close()


@pytest.mark.parametrize("value", [None, "", "soon", "-5", "²", "9" * 5000, "Tue, 99 Foo 2026"])
def test_a_retry_after_that_says_nothing(value):
    assert retry_after(value) is None


def test_a_retry_after_in_both_forms():
    assert retry_after(" 7 ") == 7
    assert retry_after("9" * 400) == 1_000_000_000
    assert retry_after(formatdate(0, usegmt=True)) == 0
    assert 50 < retry_after(formatdate(time.time() + 60, usegmt=True)) <= 60
