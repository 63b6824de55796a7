"""The vendors' own clients through a gateway, when an answer does not come to its end: what they are told, what is booked and kept."""

import asyncio
import json
import re
import threading
import time
from contextlib import suppress
from decimal import Decimal

import pytest
from priced import CATALOG
from protocol_servers import PROTOCOLS

from cometapi.history.store import required

TURNS = [{"role": "user", "content": "Hello"}]
TEXTS = ["Hello", " you"]
CUT = "Connection error|incomplete|peer closed|IncompleteRead"


class Vendor:
    """How one client library is started and asked; ``first`` is how many of its pieces the two texts and what is before them make."""

    def __init__(self, protocol, start, ask, first=3, tells_errors=True):
        self.speech = next(one for one in PROTOCOLS if one.command == protocol)
        self.start, self.ask, self.first, self.tells_errors = start, ask, first, tells_errors


def openai(is_async):
    import openai

    return (openai.AsyncOpenAI if is_async else openai.OpenAI)(max_retries=2)


def anthropic(is_async):
    import anthropic

    return (anthropic.AsyncAnthropic if is_async else anthropic.Anthropic)(max_retries=2)


def google(is_async):
    from google import genai

    client = genai.Client()
    return client.aio if is_async else client


VENDORS = {
    "openai": Vendor(
        "chat", openai, lambda client, **how: client.chat.completions.create(model="m", messages=TURNS, **how)
    ),
    "openai responses": Vendor(
        "responses",
        openai,
        lambda client, **how: client.responses.create(model="m", input="Hello", **how),
        tells_errors=False,  # it hands the event on
    ),
    "anthropic": Vendor(
        "messages",
        anthropic,
        lambda client, **how: client.messages.create(model="m", max_tokens=1000, messages=TURNS, **how),
        first=4,
    ),
    "google": Vendor(
        "gemini",
        google,
        lambda client, stream=False: getattr(client.models, f"generate_content{'_stream' * stream}")(
            model="m", contents="Hello"
        ),
        first=2,
    ),
}
ENDS = {
    "reset": lambda talk, speech: talk.reset(),
    "no last event": lambda talk, speech: talk.end(),
    "error event": lambda talk, speech: talk.chunks(speech.error("Overloaded now")).end(),
}


@pytest.fixture(params=VENDORS)
def vendor(request):
    return VENDORS[request.param]


class Upstream:
    """A service with a catalog, which says two pieces of an answer and then does what ``goes_on`` says; ``asked`` counts requests."""

    def __init__(self, raw, speech, goes_on):
        self.speech, self.goes_on, self.asked = speech, goes_on, 0
        raw(self.answer)

    def answer(self, talk):
        if talk.method == "GET":
            talk.whole(CATALOG)
            return
        self.asked += 1
        self.goes_on(talk.stream(*self.speech.begin, *map(self.speech.text, TEXTS)), self.speech)


def heard(vendor, is_async):
    """``(pieces, the error that the client raised)`` of a stream."""
    found = []
    try:
        if is_async:
            asyncio.run(listen(vendor, found.append))
        else:
            with vendor.start(False) as client:
                found.extend(vendor.ask(client, stream=True))
    except Exception as error:
        return found, str(error)
    return found, None


async def listen(vendor, take):
    """Give the pieces that an asynchronous client gets of a stream to a function."""
    async with vendor.start(True) as client:
        async for one in await vendor.ask(client, stream=True):
            take(one)


def kept(environ):
    """What is in the history of the one answer."""
    with required(environ, writes=False) as store:
        (exchange,) = store.conversation(store.last())["exchanges"]
    return exchange["state"], exchange["reply"]


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("end", ENDS)
def test_a_stream_that_does_not_come_to_its_end(through, raw, environ, home, vendor, end, is_async):
    environ["COMETAPI_HISTORY"] = "all"
    upstream = Upstream(raw, vendor.speech, ENDS[end])
    served = through("--max-cost", "5", "--record", str(home / "exchanges.jsonl"))
    pieces, error = heard(vendor, is_async)

    is_told = end == "reset" or (end == "error event" and vendor.tells_errors)
    assert len(pieces) == vendor.first + (end == "error event" and not vendor.tells_errors)
    assert (error is not None) == is_told
    assert not is_told or re.search(CUT if end == "reset" else "Overloaded now", error)
    assert upstream.asked == 1  # no client begins again what it has begun to read
    spent, booked = served.spent
    assert (spent, booked > Decimal("1")) == (0, True)  # nobody knows what it cost, so that all of it stays booked
    assert (served.summary.requests, served.summary.unpriced) == (1, 1)
    assert kept(environ) == ("cut", "Hello you")
    (recorded,) = map(json.loads, (home / "exchanges.jsonl").read_text("utf-8").splitlines())
    assert recorded.get("cut", False) == (end == "reset")


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_a_client_that_leaves_after_two_pieces(through, raw, environ, vendor, is_async):
    environ["COMETAPI_HISTORY"] = "all"
    ended = threading.Event()

    def stall(talk, speech):
        with suppress(OSError):
            talk.stall()
        ended.set()

    upstream = Upstream(raw, vendor.speech, stall)
    served = through("--max-cost", "5")
    begun = asyncio.run(cancelled(vendor)) if is_async else closed(vendor)
    assert ended.wait(10)
    assert time.monotonic() - begun < 1
    assert upstream.asked == 1

    spent, booked = served.spent
    came = Decimal(len("".join(TEXTS))) * 1000 / 1_000_000
    assert came <= spent < came + Decimal("0.005")  # the input, and what came of the answer
    assert (booked, served.summary.requests, served.summary.dollars) == (0, 1, spent)
    assert kept(environ) == ("interrupted", "Hello you")


def closed(vendor):
    """When a client closed a stream."""
    with vendor.start(False) as client:
        stream = vendor.ask(client, stream=True)
        for _ in zip(range(vendor.first), stream, strict=False):
            pass
        begun = time.monotonic()
        stream.close()
    return begun


async def cancelled(vendor):
    """When a task was cancelled that read a stream."""
    is_there, found = asyncio.Event(), []

    def take(piece):
        found.append(piece)
        if len(found) == vendor.first:
            is_there.set()

    task = asyncio.create_task(listen(vendor, take))
    await asyncio.wait_for(is_there.wait(), 10)
    begun = time.monotonic()
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    return begun


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_an_answer_that_comes_to_its_end(through, raw, vendor, is_async):
    speech = vendor.speech
    Upstream(raw, speech, lambda talk, _: talk.chunks(*speech.finish(speech.reasons["whole"]), *speech.mark).end())
    served = through("--max-cost", "5")
    assert heard(vendor, is_async)[1] is None
    assert served.spent == (Decimal("0.00309"), 0)  # 9 tokens of input, 3 of output
