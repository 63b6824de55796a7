"""Time-outs, repeats and limits: options, settings and what they do on the wire."""

import gzip
import json
import socket
import time
import zlib

import pytest
from conftest import chunk
from rawserver import SSE

from cometapi.generated import program
from cometapi.http import reply
from cometapi.http.connections import Pool, hang_up
from cometapi.http.request import Request
from cometapi.http.transport import Policy, send

WIRE = ("timeout", "connect_timeout", "retries", "retry_max_wait")
CATALOG = {"success": True, "data": [{"id": "gpt-5.4"}]}
IDS = ("models", "--source", "catalog", "--query", "[].id")


@pytest.mark.parametrize("way", ["option", "environment", "file", "profile"])
def test_how_often_is_said_by(cli, raw, config, way):
    raw(lambda talk: talk.whole("", 503, "text/plain", "Retry-After: 0"))
    config.write_text(
        {"file": "retries = 1\n", "profile": "retries = 9\n[profiles.p]\nretries = 1\n"}.get(way, "retries = 9\n")
    )
    words = {"option": ["--retries", "1"], "profile": ["--profile", "p"]}.get(way, [])
    ran = cli(*IDS, *words, env={"COMETAPI_RETRIES": "1"} if way == "environment" else None)

    assert (ran.out, ran.code, len(raw.talks)) == ("", 69, 2)


@pytest.mark.parametrize("name", WIRE)
@pytest.mark.parametrize(("value", "reason"), [("soon", "must be a "), ("-1", "must be "), ("true", "must be a ")])
def test_a_setting_that_is_no_fit_number_stops_what_would_be_sent(cli, raw, config, name, value, reason):
    config.write_text(f"{name} = {value if value != 'soon' else json.dumps(value)}\n")
    ran = cli(*IDS)

    assert (ran.out, ran.code, raw.talks) == ("", 78, [])
    assert ran.err.startswith(f"cometapi: {config}:1: {name} {reason}")


def test_a_wrong_variable_is_told_as_one(cli, raw):
    ran = cli(*IDS, env={"COMETAPI_TIMEOUT": "0"})

    assert (ran.out, ran.code, raw.talks) == ("", 78, [])
    assert ran.err == (
        "cometapi: environment (COMETAPI_TIMEOUT): timeout must be 0.001 or more, not 0.\n"
        "  Correct the variable, or unset it.\n"
    )


def test_a_number_may_stand_in_quotes(cli, raw, config):
    config.write_text('timeout = "0.2"\nretries = "0"\n')
    raw(lambda talk: talk.stall())
    ran = cli(*IDS)

    assert (ran.code, ran.err.splitlines()[0]) == (69, f"cometapi: {raw.url} did not answer in time.")


# --- waiting


@pytest.fixture
def deaf(environ):
    """The address of a port whose queue is full, so that no connection to it is ever accepted."""
    with socket.socket() as listener, socket.socket() as first, socket.socket() as second:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for waiting in (first, second):
            waiting.setblocking(False)
            waiting.connect_ex(listener.getsockname())
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        environ |= {"COMETAPI_BASE_URL": f"{url}/v1", "COMETAPI_KEY": "sk-test-key-0001"}
        yield url


@pytest.mark.parametrize("words", [["chat", "hi"], ["models"]], ids=" ".join)
def test_a_connection_that_is_not_accepted_in_time_may_always_be_tried_again(cli, deaf, words):
    ran = cli(*words, "--connect-timeout", "0.1", "--retries", "1", "--retry-max-wait", "0")
    sentence = f"{deaf} did not accept the connection in time"

    assert (ran.out, ran.code) == ("", 69)
    assert ran.err == (
        f"cometapi: {sentence}; trying again in 0.0 s (1 of 1).\n"
        f"cometapi: {sentence}.\n"
        "  Try again, or wait longer with --connect-timeout SECONDS.\n"
    )


def test_a_head_that_comes_in_drops_does_not_start_the_clock_anew(cli, raw):
    def drip(talk):
        for letter in "HTTP/1.1 200 OK\r\nX: " + "y" * 1000:
            talk.send(letter)
            talk.connection.settimeout(0.02)
            try:
                talk.connection.recv(1)
            except TimeoutError:
                pass

    raw(drip)
    ran = cli(*IDS, "--timeout", "0.5", "--retries", "0")

    assert (ran.out, ran.code) == ("", 69)
    assert ran.err.splitlines()[0] == f"cometapi: {raw.url} did not answer in time."


def test_a_connection_that_is_closed_in_the_moment_it_is_given_up_is_no_fault():
    with socket.socket() as closed:
        pass
    hang_up(closed)


def test_who_asks_for_a_longer_wait_than_allowed_is_told_and_not_asked_again(cli, raw):
    raw(lambda talk: talk.whole({"error": {"message": "slow"}}, 429, "application/json", "Retry-After: 90"))
    people, machine = cli("chat", "hi"), cli("chat", "hi", "--json")

    assert (people.out, people.code, len(raw.talks)) == ("", 69, 2)
    assert people.err == (
        "cometapi: Too many requests (HTTP 429): slow.\n  Try again in 90 s, as the service asks; use --retry-max-wait to wait that long.\n"
    )
    error = json.loads(machine.err)["error"]
    assert (error["retryable"], error["retry_after"]) == (True, 90)


def test_waits_double_up_to_the_longest(nobody):
    naps = []
    network = {"retries": 6, "retry_max_wait": 3}
    with pytest.raises(Exception, match="cannot be reached"):
        send(Request("GET", nobody, {}, None), Policy(safe=True, network=network, sleep=naps.append), Pool())

    first = program.RETRY["first_wait"]
    assert [low <= nap <= 3 for low, nap in zip((first, 2 * first, 4 * first), naps, strict=False)] == [True] * 3
    assert (naps[3:], max(naps)) == ([3, 3, 3], 3)


# --- bodies


def packed(how, data):
    """Data in a content coding."""
    if how == "gzip":
        return gzip.compress(data)
    packer = zlib.compressobj(wbits=-15 if how == "raw deflate" else 15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize("how", ["gzip", "deflate", "raw deflate"])
def test_a_compressed_reply_is_read(cli, raw, how):
    coding = how.rpartition(" ")[2]
    raw(
        lambda talk: talk.whole(
            packed(how, json.dumps(CATALOG).encode()), 200, "application/json", f"Content-Encoding: {coding}"
        )
    )
    ran = cli(*IDS)

    assert (ran.out, ran.code, raw.talks[0].headers["accept-encoding"]) == ("gpt-5.4\n", 0, "gzip, deflate")


def test_a_compressed_stream_is_read_as_it_comes(cli, raw):
    events = (chunk("Hel") + chunk("lo") + chunk(finish="stop") + "data: [DONE]\n\n").encode()
    raw(lambda talk: talk.whole(gzip.compress(events), 200, SSE, "Content-Encoding: gzip"))
    ran = cli("chat", "hi")

    assert (ran.out, ran.err, ran.code) == ("Hello\n", "", 0)


BOMB = gzip.compress(bytes(64 * 1024 * 1024))
GROWS = "cometapi: The service's reply is too large after decompression. (request id: r-1)\n"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (IDS, "application/json"),
        (("chat", "hi"), SSE),
        (("chat", "hi", "--json"), "application/json"),
        (("logs", "--export"), "text/csv"),
    ],
    ids=["list", "stream", "whole", "file"],
)
def test_what_grows_without_measure_by_decompression_is_refused(cli, raw, words, kind):
    raw(lambda talk: talk.whole(BOMB, 200, kind, "Content-Encoding: gzip", "X-Cometapi-Request-Id: r-1"))
    ran = cli(*words, "--format=table" if "--json" in words else "--quiet", env={"COMETAPI_ACCESS_TOKEN": "token-0002"})

    assert (ran.err, ran.code, ran.out.strip("\0")) == (GROWS, 1, "")


# --- plain http


@pytest.mark.parametrize("way", ["variable", "file"])
def test_plain_http_to_another_machine_is_refused_unless_it_is_allowed(cli, config, way):
    url = "http://gateway.invalid/v1"
    config.write_text(f'base_url = "{url}"\n')
    env = {"COMETAPI_BASE_URL": url} if way == "variable" else None
    place = "environment (COMETAPI_BASE_URL)" if way == "variable" else f"{config}:1"
    refused = cli("models", env=env)
    config.write_text(f'base_url = "{url}"\nplain_http = "allow"\n')
    allowed = cli("models", "--dry-run", env=env)

    assert (refused.out, refused.code) == ("", 78)
    assert refused.err == (
        f"cometapi: {place}: base_url must begin with https:// (plain http would expose your key on the network), not {url!r}.\n"
        "  If that is what you want: cometapi config set plain_http allow\n"
    )
    assert (allowed.code, allowed.out.splitlines()[0]) == (0, "GET http://gateway.invalid/api/models")


def test_curl_goes_the_same_way(cli, config, pem):
    config.write_text(f'connect_timeout = 3\nca = "{pem["ca"]}"\n')
    line = cli("models", "--curl", "--client-cert", pem["cert"], "--client-key", pem["key"]).out

    assert line.startswith(
        f"curl --silent --show-error --connect-timeout 3 --cacert {pem['ca']} --cert {pem['cert']} --key {pem['key']} https://api.cometapi.com/"
    )


NOON = 1_795_765_145  # Fri Nov 27 07:39:05 2026 in UTC
DATES = [
    "Fri, 27 Nov 2026 07:39:05 GMT",
    "Fri Nov 27 07:39:05 2026",
    "Friday, 27-Nov-26 07:39:05 GMT",
    "Fri, 27 Nov 2026 07:39:05 -0000",
    "Fri, 27 Nov 2026 07:39:05",
    "Fri, 27 Nov 2026 08:39:05 +0100",
]


@pytest.mark.parametrize("zone", ["UTC", "America/Los_Angeles", "Asia/Tokyo"])
@pytest.mark.parametrize("date", DATES)
def test_a_date_of_a_service_is_in_utc_wherever_the_user_is(date, zone, monkeypatch):
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    monkeypatch.setattr("cometapi.http.reply.time.time", lambda: NOON - 3)
    try:
        assert reply.retry_after(date) == 3
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("3", 3), ("9" * 30, 10**9), ("9" * 5000, None), ("\u00b2", None), ("-1", None), ("soon", None), ("", None)],
)
def test_what_a_service_asks_for_in_seconds(text, seconds):
    assert reply.retry_after(text) == seconds
