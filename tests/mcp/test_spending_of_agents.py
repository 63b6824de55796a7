"""What the calls of an agent cost together: one cap over the server, nothing paid twice, and an end to what nobody waits for."""

import signal
import sqlite3
import time
from decimal import Decimal

import anyio
import pytest
from agents_calls import ran
from priced import Upstream

from cometapi.mcp.allowance import Allowance, Ticket

SAID = 'data: {"choices": [{"index": 0, "delta": {"content": "Hello"}, "finish_reason": null}]}\n\n'


def test_one_cap_holds_for_all_calls(client, priced):
    async def talk(session):
        return [await ran(session, "chat", "Hello", "--max-tokens", "100") for _ in range(4)]

    found = client(talk, "--max-cost", "0.25")  # an answer costs $0.1001
    assert [failed for failed, _ in found] == [False, False, True, True]
    assert "of the cap of $0.25 of this server is left. Nothing was sent." in found[2][1][-1]
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
    assert "$5.50 of the cap of $5.50 of this server is left" in texts[-1]
    assert priced.asked == []


def test_a_cap_on_calls_holds_too(client, priced):
    async def talk(session):
        return [await ran(session, "chat", "Hello", "--max-tokens", "10") for _ in range(3)]

    found = client(talk, "--max-cost", "5", "--max-calls", "2")
    assert [failed for failed, _ in found] == [False, False, True]
    assert "The cap of 2 paid requests of this server is reached. Nothing was sent." in found[2][1][-1]


@pytest.mark.parametrize("pieces", [(), (SAID,)])
def test_a_call_that_is_cancelled_hangs_up_and_is_booked(client, raw, environ, pieces):
    slow = Upstream(raw, *pieces)
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

    slow = Upstream(raw, SAID)
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

    slow = Upstream(raw, SAID)
    server = Wire({**environ, "COMETAPI_DEFAULT_MODEL": "m"}, "--max-cost", "5")
    server.begin()
    server.ask(1, "tools/call", name="run", arguments={"arguments": ["chat", "Hello", "--max-tokens", "100"]})
    assert slow.said.wait(10)
    server.process.kill()
    server.process.communicate()
    assert slow.ended.wait(10)


def test_a_request_of_which_nobody_knows_the_end_has_spent_all_that_was_booked():
    allowance = Allowance(Decimal(10), 3)
    with Ticket(allowance) as ticket:
        assert ticket.told({"book": "4", "number": 1}) == {}
        assert ticket.told({"book": "5", "number": 2}) == {}
        assert ticket.told({"settle": 1, "spent": "1"}) is None
        assert ticket.told({"book": "4.5", "number": 3}) == {"left": "4"}
        assert (allowance.spent, allowance.booked) == (1, 5)
    assert (allowance.spent, allowance.booked, allowance.made) == (6, 0, 2)
    with Ticket(allowance) as ticket:
        assert ticket.told({"book": "1", "number": 1}) == {}
        assert ticket.told({"book": "1", "number": 2}) == {"calls": 3}


@pytest.mark.parametrize("moment", [0.02, 0.05, 0.08, 0.12, 0.16])
def test_a_call_that_is_cancelled_before_it_sends_anything_costs_nothing(client, priced, moment):
    async def talk(session):
        with anyio.move_on_after(moment):
            await ran(session, "chat", "Hello", "--max-tokens", "4000")
        sent = len(priced.asked)
        await anyio.sleep(0.3)
        return sent, await ran(session, "chat", "Hello", "--max-tokens", "4000")

    sent, (failed, _) = client(talk, "--max-cost", "4.5")
    assert sent or not failed  # what was sent may have cost all that was booked for it


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
@pytest.mark.parametrize("is_busy", [False, True])
def test_a_signal_ends_the_server_and_its_calls(environ, raw, name, is_busy):
    from test_wire import Wire

    slow = Upstream(raw, SAID)
    server = Wire({**environ, "COMETAPI_DEFAULT_MODEL": "m"}, "--max-cost", "5")
    server.begin()
    if is_busy:
        server.ask(1, "tools/call", name="run", arguments={"arguments": ["chat", "Hello", "--max-tokens", "100"]})
        assert slow.said.wait(10)
    server.process.send_signal(getattr(signal, name))
    assert server.process.wait(10) == 128 + getattr(signal, name)
    assert not is_busy or slow.ended.wait(1)
    server.process.communicate()


def test_a_cap_on_requests_alone_lets_agents_pay_for_what_has_no_price(client, priced):
    priced.catalog = []

    async def talk(session):
        return [await ran(session, "chat", "Hello", "--model", "m") for _ in range(3)]

    found = client(talk, "--max-calls", "2")
    assert [failed for failed, _ in found] == [False, False, True]
    assert "The cap of 2 paid requests of this server is reached. Nothing was sent." in found[2][1][-1]
