"""The budget and the ledger: many at once never go past a cap, and what ends is counted once."""

import os
import threading
from decimal import Decimal

import pytest

from cometapi.errors import CapReached, OutputFailed
from cometapi.spending.bounds import Bound
from cometapi.spending.budget import Budget, Day
from cometapi.spending.ledger import Ledger

TENTH = Bound(Decimal("0.1"))


def many(act, count=100):
    """What ``act`` gave or raised in each of this many threads."""
    found, begin = [], threading.Barrier(count)

    def run():
        begin.wait()
        try:
            found.append(act())
        except CapReached as error:
            found.append(error)

    threads = [threading.Thread(target=run) for _ in range(count)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return [one for one in found if not isinstance(one, CapReached)]


def test_a_hundred_at_once_do_not_go_past_a_cap():
    budget = Budget(dollars=Decimal("0.55"))

    assert len(many(lambda: budget.reserve(TENTH))) == 5
    assert budget.booked == Decimal("0.5")


def test_decimals_add_up_exactly():
    budget = Budget(dollars=Decimal("0.3"))

    assert len([budget.reserve(TENTH) for _ in range(3)]) == 3
    with pytest.raises(CapReached):
        budget.reserve(Bound(Decimal("0.000000000001")))


def test_what_is_settled_leaves_room_and_what_is_unknown_does_not():
    budget = Budget(dollars=Decimal("0.2"))
    budget.reserve(TENTH).settle(Decimal("0.01"))
    budget.reserve(TENTH).release()
    budget.reserve(TENTH).leave()

    assert (budget.spent, budget.booked) == (Decimal("0.01"), Decimal("0.1"))
    with pytest.raises(CapReached):
        budget.reserve(TENTH)


def test_a_reservation_ends_once():
    budget = Budget(dollars=Decimal(1))
    with budget.reserve(TENTH) as made:
        made.settle(Decimal("0.01"))
        made.settle(Decimal("0.01"))
        made.release()
    assert (budget.spent, budget.booked, budget.away) == (Decimal("0.01"), 0, 0)


def test_one_that_nobody_ends_stays_booked():
    budget = Budget(dollars=Decimal(1))
    with budget.reserve(TENTH):
        pass
    assert (budget.spent, budget.booked, budget.away) == (0, Decimal("0.1"), 0)


def test_a_cap_of_calls_counts_what_was_sent():
    budget = Budget(calls=2)
    budget.reserve().release(was_sent=False)
    budget.reserve().release()
    budget.reserve().leave()
    with pytest.raises(CapReached, match="cap of 2 calls"):
        budget.reserve()


def test_a_time_ends_it():
    now = [100]
    budget = Budget(until=200, clock=lambda: now[0])
    budget.reserve()
    now[0] = 200
    with pytest.raises(CapReached, match="It is past"):
        budget.reserve()


def test_what_was_spent_before_counts():
    budget = Budget(dollars=Decimal("0.25"), calls=5)
    budget.begin_with(Decimal("0.2"), 1)
    with pytest.raises(CapReached):
        budget.reserve(TENTH)


def test_a_patient_budget_waits_for_those_that_are_away():
    budget = Budget(dollars=Decimal("0.25"))
    budget.is_patient = True

    def ask():
        with budget.reserve(TENTH) as made:
            made.settle(Decimal("0.005"))

    assert len(many(ask, 25)) == 25
    assert budget.spent == Decimal("0.125")


def test_patience_ends_with_the_last_that_is_away():
    budget = Budget(dollars=Decimal("0.15"))
    budget.is_patient = True
    held = budget.reserve(TENTH)
    threading.Timer(0.05, held.leave).start()
    with pytest.raises(CapReached):
        budget.reserve(TENTH)


def day(environ, cap="0.55", **facts):
    """A Budget with a day's cap."""
    ledger = Ledger(environ, **facts)
    return Budget(day=Day(ledger, Decimal(cap), "default", is_of_profile=False))


def test_a_hundred_at_once_do_not_go_past_a_days_cap(environ):
    budgets = [day(environ) for _ in range(10)]  # as ten processes have them
    assert len(many(lambda: budgets[threading.get_ident() % 10].reserve(TENTH, "key"), 40)) == 5
    for one in budgets:
        one.close()


def test_a_day_begins_with_nothing(environ):
    today = ["2026-01-31"]
    budget = day(environ, "0.1", today=lambda: today[0])
    made = budget.reserve(TENTH, "key")
    with pytest.raises(CapReached, match=r"today's cap of \$0.10"):
        budget.reserve(TENTH, "key")
    today[0] = "2026-02-01"
    budget.reserve(TENTH, "key")
    made.settle(Decimal("0.01"))  # of the day before
    with pytest.raises(CapReached):
        budget.reserve(TENTH, "key")
    budget.close()


def test_each_key_has_a_day_of_its_own(environ):
    budget = day(environ, "0.1")
    budget.reserve(TENTH, "one key")
    budget.reserve(TENTH, "another key")
    budget.close()


def test_the_cap_of_a_profile_counts_its_calls_whatever_their_key(environ):
    ledger = Ledger(environ)
    work, home = (Budget(day=Day(ledger, Decimal("0.1"), name, is_of_profile=True)) for name in ("work", "home"))
    work.reserve(TENTH, "one key")
    with pytest.raises(CapReached):
        work.reserve(TENTH, "another key")
    home.reserve(TENTH, "one key")
    ledger.close()


def test_the_ledger_is_private_and_holds_no_key(environ, home):
    os.umask(0)
    budget = day(environ)
    budget.reserve(TENTH, "sk-secret-0001").settle(Decimal("0.01"))
    budget.close()
    [path] = home.rglob("ledger.db")

    assert path.stat().st_mode & 0o777 == 0o600
    assert b"sk-secret" not in path.read_bytes()


def test_a_ledger_that_cannot_be_used_stops_the_call(environ, home):
    folder = home / ".local/state/cometapi"
    folder.mkdir(parents=True)
    (folder / "ledger.db").write_bytes(b"no database at all, but long enough to be looked at" * 100)
    with pytest.raises(OutputFailed, match="Nothing was sent, because the ledger"):
        day(environ).reserve(TENTH, "key")


def test_one_that_fails_when_the_answer_is_there_is_told(environ, monkeypatch):
    told = []
    budget = day(environ)
    budget.tell = told.append
    made = budget.reserve(TENTH, "key")
    budget.close()
    budget.shared[0].ledger.environ = {}
    monkeypatch.setattr("cometapi.settings.folders.home_of_account", lambda: None)
    made.settle(Decimal("0.01"))
    assert len(told) == 1
    assert "could not be entered in the ledger" in told[0]
