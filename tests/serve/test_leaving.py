"""A client that goes away: the service is hung up on at once, and what was used until then is booked and kept."""

import socket
import threading
import time
from decimal import Decimal

import pytest
from gateways import CHAT, STREAM, read
from inprocess import wait_for
from priced import Upstream
from protocol_servers import PROTOCOLS, said

from cometapi.history.store import required

PATHS = {
    "chat": CHAT,
    "messages": "/v1/messages",
    "responses": "/v1/responses",
    "gemini": "/v1beta/models/m:streamGenerateContent?alt=sse",
}


def leave(served, upstream, path=CHAT, body=None, how="close"):
    """Let a client go away once the service has said what it says; the seconds until the service is hung up on."""
    connection = served.send("POST", path, body=body or {**STREAM, "model": "m"})
    assert upstream.said.wait(10), read(connection)
    found = b""
    while not all(one.encode() in found for one in upstream.pieces[-1:]):
        piece = connection.recv(65536)
        assert piece
        found += piece
    begun = time.monotonic()
    if how == "reset":
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    if how == "half":
        connection.shutdown(socket.SHUT_WR)
    else:
        connection.close()
    assert upstream.ended.wait(10)
    took = time.monotonic() - begun
    connection.close()
    assert wait_for(lambda: not served.gateway.exchanges, 10)
    return took


@pytest.mark.parametrize("how", ["close", "reset", "half"])
@pytest.mark.parametrize("pieces", [[], [": ping\n\n"]], ids=["before the head", "in the stream"])
def test_the_service_is_hung_up_on_within_a_second(serve, raw, pieces, how):
    upstream = Upstream(raw, *pieces)
    assert leave(serve(), upstream, how=how) < 1
    assert upstream.times == 1


def test_another_client_is_not_hung_up_on(serve, raw):
    served, go_on = serve(), threading.Event()
    seen = []

    def answer(talk):
        seen.append(talk)
        talk.stream("data: a\n\n")
        go_on.wait(10)
        talk.chunks("data: [DONE]\n\n").end()

    raw(answer)
    staying = served.send("POST", CHAT, body=STREAM)
    leaving = served.send("POST", CHAT, body=STREAM)
    assert wait_for(lambda: len(seen) == 2, 10)
    leaving.close()
    assert wait_for(lambda: len(served.gateway.exchanges) == 1, 10)
    go_on.set()
    with staying:
        assert read(staying)[2].endswith(b"data: [DONE]\n\n")
    assert wait_for(lambda: not served.gateway.exchanges, 10)


def speech_of(command):
    return next(one for one in PROTOCOLS if one.command == command)


@pytest.mark.parametrize("command", list(PATHS))
def test_what_came_is_booked_and_the_rest_is_free_again(serve, raw, command):
    speech = speech_of(command)
    upstream = Upstream(raw, *speech.begin, speech.text("Hello"), speech.text(" you"))
    served = serve("--max-cost", "5")
    leave(served, upstream, PATHS[command], {"model": "m", **body_of(command), "stream": True})
    budget = served.gateway.call.budget()
    fixed = budget.spent - Decimal(9) * 1000 / 1_000_000  # the bytes of the text, none of which is more than a token

    assert (budget.booked, budget.away) == (0, 0)
    assert 0 < fixed < Decimal("0.01")  # the input: its own count where it was told, else its length
    assert (served.summary.requests, served.summary.dollars) == (1, budget.spent)


def body_of(command):
    turn = {"role": "user", "content": "Hello"}
    return {"responses": {"input": "Hello"}, "gemini": {"contents": [{"parts": [{"text": "Hello"}]}]}}.get(
        command, {"messages": [turn]}
    )


@pytest.mark.parametrize("command", list(PATHS))
def test_who_leaves_behind_the_end_of_an_answer_has_all_of_it(serve, raw, environ, command):
    """OpenAI's own clients hang up at the end mark, and do not wait for the end of the body."""
    environ["COMETAPI_HISTORY"] = "all"
    speech = speech_of(command)
    upstream = Upstream(raw, *said(speech, "Hello", " you"))
    served = serve("--max-cost", "5")
    leave(served, upstream, PATHS[command], {"model": "m", **body_of(command), "stream": True})

    assert served.spent == (Decimal("0.00309"), 0)  # by the 9 and 3 tokens that the answer has told
    assert (served.summary.dollars, kept(environ)["state"]) == (Decimal("0.00309"), "finished")


def test_who_leaves_behind_an_error_of_the_service_was_told_of_it(serve, raw, environ):
    environ["COMETAPI_HISTORY"] = "all"
    speech = speech_of("chat")
    served = serve("--max-cost", "5")
    leave(served, Upstream(raw, speech.text("Hello"), speech.error("Overloaded now")))

    assert (served.spent[0], served.spent[1] > 0) == (0, True)  # nobody knows what it has cost
    assert (kept(environ)["state"], "Overloaded now" in kept(environ)["error"]) == ("cut", True)


def kept(environ):
    """What is in the history of the one answer."""
    with required(environ, writes=False) as store:
        (exchange,) = store.conversation(store.last())["exchanges"]
    return exchange


def test_before_the_first_token_the_input_is_booked(serve, raw):
    upstream = Upstream(raw)
    served = serve("--max-cost", "5")
    leave(served, upstream, body={**STREAM, "model": "m", "max_tokens": 1000})
    budget = served.gateway.call.budget()

    assert Decimal("0.0005") < budget.spent < Decimal("0.002")  # 80 bytes of the request at $10 a million
    assert (budget.booked, budget.away) == (0, 0)


def test_what_came_is_in_the_history(serve, raw, environ):
    speech = speech_of("chat")
    environ["COMETAPI_HISTORY"] = "all"
    upstream = Upstream(raw, speech.text("Hello"), speech.text(" you"))
    leave(serve(), upstream)
    found = kept(environ)

    assert (found["state"], found["prompt"], found["reply"], found["command"]) == (
        "interrupted",
        "Hello",
        "Hello you",
        "chat",
    )


def test_stopping_breaks_off_what_is_under_way(serve, raw):
    upstream = Upstream(raw, ": ping\n\n")
    served = serve("--max-calls", "1")
    connection = served.send("POST", CHAT, body=STREAM)
    assert upstream.said.wait(10)
    served.gateway.stop()

    assert upstream.ended.wait(1)
    assert served.gateway.exchanges == set()
    with connection:
        assert not b"".join(iter(lambda: connection.recv(4096), b"")).endswith(b"0\r\n\r\n")
