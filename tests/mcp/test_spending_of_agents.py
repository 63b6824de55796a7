"""What the calls of an agent cost together: one cap over the server, nothing paid twice, and an end to what nobody waits for."""

import sqlite3
import threading
import time
from decimal import Decimal

import anyio
import pytest
from agents_calls import ran
from priced import entry

from cometapi.mcp.allowance import Allowance

CATALOG = {"success": True, "data": [entry("m")]}
SAID = 'data: {"choices": [{"index": 0, "delta": {"content": "Hello"}, "finish_reason": null}]}\n\n'


def test_one_cap_holds_for_all_calls(client, priced):
    async def talk(session):
        return [await ran(session, "chat", "Hello", "--max-tokens", "100") for _ in range(4)]

    found = client(talk, "--max-cost", "0.25")  # an answer costs $0.1001
    assert [failed for failed, _ in found] == [False, False, True, True]
    assert "of the cap of $0.25 (--max-cost) is left. Nothing was sent." in found[2][1][-1]
    assert len(priced.asked) == 2


def test_calls_side_by_side_stay_within_it(client, priced):
    priced.delay = 0.2

    async def talk(session):
        found = []

        async def one(*more):
            found.append(await ran(session, "chat", "Hello", "--max-tokens", "100", *more))

        async with anyio.create_task_group() as group:
            for _ in range(3):
                group.start_soon(one, "--max-cost", "0.12")
                group.start_soon(one)
        return found

    found = client(talk, "--max-cost", "0.35")
    assert sum(not failed for failed, _ in found) == len(priced.asked) == 3


def test_a_call_may_cap_itself_further(client, priced):
    async def talk(session):
        return await ran(session, "chat", "Hello", "--max-tokens", "100", "--max-cost", "0.01")

    failed, texts = client(talk, "--max-cost", "1")
    assert failed
    assert "of the cap of $0.01 (--max-cost) is left" in texts[-1]
    assert priced.asked == []


@pytest.mark.parametrize("cap", ["1e28", "1e29", "5e300"])
def test_a_call_that_asks_for_more_than_there_is_gets_what_there_is(client, priced, cap):
    async def talk(session):
        return await ran(session, "chat", "Hello", "--max-tokens", "5900", "--max-cost", cap)

    failed, texts = client(talk, "--max-cost", "5.5")
    assert failed
    assert "$5.50 of the cap of $5.50 (--max-cost) is left" in texts[-1]
    assert priced.asked == []


def test_a_cap_on_calls_holds_too(client, priced):
    async def talk(session):
        return [await ran(session, "chat", "Hello", "--max-tokens", "10") for _ in range(3)]

    found = client(talk, "--max-cost", "5", "--max-calls", "2")
    assert [failed for failed, _ in found] == [False, False, True]
    assert "The cap of 2 calls (--max-calls) is reached. Nothing was sent." in found[2][1][-1]


class Slow:
    """A service that says one piece of an answer and waits; ``ended`` is when it was hung up on."""

    def __init__(self, raw, *pieces):
        self.pieces, self.said, self.ended = pieces, threading.Event(), threading.Event()
        raw(self.answer)

    def answer(self, talk):
        if talk.method == "GET":
            talk.whole(CATALOG)
            return
        if self.pieces:
            talk.stream(*self.pieces)
        self.said.set()
        try:
            talk.stall()
        except OSError:
            pass
        self.ended.set()


@pytest.mark.parametrize("pieces", [(), (SAID,)])
def test_a_call_that_is_cancelled_hangs_up_and_is_booked(client, raw, environ, pieces):
    slow = Slow(raw, *pieces)
    environ |= {"COMETAPI_DEFAULT_MODEL": "m", "COMETAPI_HISTORY": "all"}

    async def talk(session):
        async with anyio.create_task_group() as group:
            group.start_soon(ran, session, "chat", "Hello", "--max-tokens", "100")
            await anyio.to_thread.run_sync(slow.said.wait, 10)
            begun = time.monotonic()
            group.cancel_scope.cancel()
        await anyio.to_thread.run_sync(slow.ended.wait, 10)
        took = time.monotonic() - begun
        left = await ran(session, "chat", "Hello", "--max-tokens", "2500", "--max-cost", "3")
        return took, left

    took, (failed, texts) = client(talk, "--max-cost", "2.55")
    assert took < 2
    assert failed  # of what the call may have cost all stays booked, for nobody knows what it did
    assert "is left. Nothing was sent." in texts[-1]
    assert states(environ)[0] == "interrupted"


def states(environ):
    """The states of the exchanges in the history."""
    path = f"{environ['HOME']}/.local/state/cometapi/history.db"
    with sqlite3.connect(path) as database:
        return [state for (state,) in database.execute("SELECT state FROM exchanges")]


def test_a_client_that_goes_away_ends_its_calls(environ, raw):
    from test_wire import Wire

    slow = Slow(raw, SAID)
    server = Wire({**environ, "COMETAPI_DEFAULT_MODEL": "m"}, "--max-cost", "5")
    server.begin()
    server.ask(1, "tools/call", name="run", arguments={"arguments": ["chat", "Hello", "--max-tokens", "100"]})
    assert slow.said.wait(10)
    server.process.stdin.close()
    begun = time.monotonic()
    assert slow.ended.wait(10)
    assert time.monotonic() - begun < 2
    assert server.process.wait(10) == 0
    assert "1 paid request, at most $" in server.process.stderr.read().decode()
    server.process.stdout.close()
    server.process.stderr.close()


def test_no_call_outlives_a_server_that_is_killed(environ, raw):
    from test_wire import Wire

    slow = Slow(raw, SAID)
    server = Wire({**environ, "COMETAPI_DEFAULT_MODEL": "m"}, "--max-cost", "5")
    server.begin()
    server.ask(1, "tools/call", name="run", arguments={"arguments": ["chat", "Hello", "--max-tokens", "100"]})
    assert slow.said.wait(10)
    server.process.kill()
    server.process.communicate()
    assert slow.ended.wait(10)


class Call:
    """A call of the allowance that spends what it is told to."""

    def __init__(self, allowance, log):
        self.allowance, self.log = allowance, log

    async def __call__(self, name, asked, spends):
        async with self.allowance.share(asked) as lent:
            self.log.append((name, lent.dollars))
            await anyio.sleep(0.01)
            lent.spent, lent.made = spends, 1


def test_shares_are_given_side_by_side_as_long_as_they_fit():
    log = []

    async def calls():
        call = Call(Allowance(Decimal(10)), log)
        async with anyio.create_task_group() as group:
            group.start_soon(call, "a", Decimal(4), Decimal(1))
            group.start_soon(call, "b", Decimal(6), Decimal(1))
            group.start_soon(call, "all", None, Decimal(2))
            group.start_soon(call, "late", Decimal(9), Decimal(0))
        return call.allowance

    allowance = anyio.run(calls)
    assert log[:2] == [("a", Decimal(4)), ("b", Decimal(6))]
    assert dict(log[2:])["all"] in (Decimal(8), Decimal(7))
    assert (allowance.spent, allowance.held, allowance.made, allowance.away) == (4, 0, 4, 0)


def test_a_call_that_ends_without_a_word_has_spent_its_share():
    async def calls():
        allowance = Allowance(Decimal(10))
        async with allowance.share(Decimal(3)):
            pass
        return allowance

    assert anyio.run(calls).spent == 3
