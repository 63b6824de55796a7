"""The limiter: what it lets through at once and in a minute, what it learns from answers, and that nobody waits for ever."""

import heapq
import math
import threading
import time
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cometapi.errors import AuthenticationError, CometError, Refused, ServiceUnavailable, UsageError
from cometapi.http.limiter import Limiter, Limiters
from cometapi.http.load import MOST, Minute, Window, delay
from cometapi.http.turn import Turn, verdict

MINUTE = 60


class Clock:
    """Seconds that pass when somebody says so."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


class Alone(Limiter):
    """A limiter for one thread: a wait lets the clock pass, and keeps for how long."""

    def __init__(self, *words, **facts):
        super().__init__(*words, clock=Clock(), **facts)
        self.waits = []

    def rest(self, mine, seconds):
        assert seconds is not None, "nobody would end this wait"
        self.waits.append(seconds)
        self.clock.now += seconds


class Service:
    """Rows that go through a limiter to a service, in time that is only counted: ``taken`` says of a row, how often it was
    sent before and how many are in the air with it, whether it is answered, and else the ``Retry-After``.
    """

    def __init__(self, limiter, rows, taken, *, seconds=0.02, tokens=0, ceiling=60, retries=10):
        self.limiter, self.taken, self.seconds, self.tokens = limiter, taken, seconds, tokens
        self.ceiling, self.retries = ceiling, retries
        self.order = count()
        self.events = []
        self.ready = [(number, 0) for number in range(rows)]
        self.answered, self.failed, self.sent, self.most, self.waves = {}, [], [], 0, 0
        self.run()

    def later(self, seconds, what, *facts):
        heapq.heappush(self.events, (self.limiter.clock.now + seconds, next(self.order), what, facts))

    def run(self):
        clock = self.limiter.clock
        for _ in range(100_000):
            wait = self.limiter.wait(self.tokens) if self.ready else None
            if wait == 0:
                self.send(*self.ready.pop(0))
            elif wait is not None and (not self.events or clock.now + wait < self.events[0][0]):
                clock.now += wait
            elif self.events:
                moment, _, what, facts = heapq.heappop(self.events)
                clock.now = max(clock.now, moment)
                what(*facts)
            else:
                return
        pytest.fail("the rows do not come to an end")

    def send(self, row, attempt):
        slot = self.limiter.slot(self.tokens, 0.0)
        in_air = self.limiter.window.in_air
        self.most = max(self.most, in_air)
        self.sent.append((row, self.limiter.clock.now))
        asked = self.taken(row, attempt, in_air)
        if asked is None:
            self.later(self.seconds, self.answer, row, slot)
        else:
            self.later(0.001, self.refuse, row, attempt, slot, asked)

    def answer(self, row, slot):
        self.limiter.leave(slot, "ok")
        self.answered[row] = self.limiter.clock.now

    def refuse(self, row, attempt, slot, asked):
        self.waves += bool(self.limiter.leave(slot, "overloaded"))
        seconds = delay(attempt, asked, self.ceiling, 0.5)
        if seconds is None or attempt == self.retries:
            self.failed.append(row)
        else:
            self.later(seconds, self.ready.append, (row, attempt + 1))


# --- what users of other limiters met


def test_a_refusal_delays_its_own_row_and_no_other():
    limiter = Limiter(clock=Clock())
    service = Service(limiter, 25, lambda row, attempt, _: 3 if (row, attempt) == (0, 0) else None)
    tried = [moment - 1000 for row, moment in service.sent if row == 0]

    assert len(service.sent) == 26
    assert max(service.answered[row] for row in range(1, 25)) - 1000 < 1 < 3 <= tried[1]


@pytest.mark.parametrize("parallel", [None, 4, 50])
def test_more_at_once_than_the_service_takes_ends_well_and_soon(parallel):
    limiter = Limiter(parallel, clock=Clock())
    service = Service(limiter, 50, lambda row, attempt, in_air: 1 if in_air > 3 else None)

    assert (len(service.answered), service.failed) == (50, [])
    assert len(service.sent) <= 150


def test_new_rows_and_repeats_share_one_bound():
    limiter = Limiter(3, clock=Clock())
    service = Service(limiter, 60, lambda row, attempt, _: 0 if row % 4 == 0 and attempt == 0 else None)

    assert (service.most, len(service.answered), len(service.sent)) == (3, 60, 75)


def test_what_needs_more_than_a_minute_has_is_sent_alone():
    limiter = Alone(tpm=50)
    first = limiter.enter(100)

    assert (first.waited, limiter.waits) == (0, [])
    assert limiter.enter(10).waited == pytest.approx(MINUTE, abs=0.2)
    assert limiter.enter(100).waited == pytest.approx(MINUTE, abs=0.2)


def test_a_wait_that_is_longer_than_the_longest_fails_its_row_alone():
    limiter = Limiter(clock=Clock())
    service = Service(limiter, 20, lambda row, attempt, _: 3600 if row == 2 else None)

    assert (service.failed, len(service.answered), len(service.sent)) == ([2], 19, 20)


def test_a_storm_is_over_when_it_is_over():
    limiter = Limiter(50, clock=Clock())
    service = Service(limiter, 3000, lambda row, attempt, _: 0 if limiter.clock.now < 1001 else None, retries=10**6)

    assert (len(service.answered), limiter.facts()["parallel"]) == (3000, 50)


def test_rows_do_not_come_back_at_one_moment():
    waits = {delay(0, 2, 60, number / 100) for number in range(100)}

    assert (len(waits), min(waits)) == (100, 2)
    assert {delay(0, 0, 60, number / 100) for number in range(100)} != {0}


# --- laws


@given(
    attempt=st.integers(0, 10**6),
    asked=st.none() | st.floats(0, 10**6),
    ceiling=st.floats(0, 10**6),
    draw=st.floats(0, 1),
)
def test_a_delay_is_never_shorter_than_asked_nor_longer_than_the_ceiling(attempt, asked, ceiling, draw):
    found = delay(attempt, asked, ceiling, draw)

    if found is None:
        assert asked > ceiling
    else:
        assert (asked or 0) <= found <= ceiling


VERDICTS = st.sampled_from(["ok", "overloaded", "failed"])


@given(
    parallel=st.none() | st.integers(1, 40),
    steps=st.lists(st.tuples(st.booleans(), VERDICTS, st.randoms()), max_size=300),
)
def test_the_bound_always_holds(parallel, steps):
    window, on_way = Window(parallel), []
    for begins, word, random in steps:
        if begins and window.has_room():
            on_way.append(window.begin())
            assert len(on_way) == window.in_air <= window.at_once
        elif on_way:
            window.end(on_way.pop(random.randrange(len(on_way))), word)
        assert math.isfinite(window.limit)
        assert 1 <= window.limit <= window.most


@given(
    parallel=st.integers(2, 200),
    refused=st.lists(st.booleans(), min_size=2, max_size=200).filter(any),
    order=st.randoms(),
)
def test_a_wave_of_refusals_is_one_cut(parallel, refused, order):
    window = Window(parallel)
    wave = [(window.begin(), is_refused) for is_refused in refused[:parallel]]
    order.shuffle(wave)
    waves = [window.end(number, "overloaded" if is_refused else "failed") for number, is_refused in wave]

    assert sum(waves) == window.cuts == any(is_refused for _, is_refused in wave)
    assert window.limit == (parallel / 2 if window.cuts else parallel)


def test_the_refusal_of_what_began_after_a_cut_is_another_wave():
    window = Window(8)
    first, second = window.begin(), window.begin()

    assert window.end(first, "overloaded")
    third = window.begin()
    assert [window.end(second, "overloaded"), window.end(third, "overloaded"), window.limit] == [False, True, 2]


@given(parallel=st.none() | st.integers(1, 60), cuts=st.integers(0, 60))
def test_it_grows_from_any_value_to_its_end(parallel, cuts):
    window = Window(parallel)
    for _ in range(cuts):
        window.end(window.begin(), "overloaded")
    for _ in range(2 * window.most):
        before = window.limit
        for number in [window.begin() for _ in range(window.at_once)]:
            window.end(number, "ok")
            assert window.limit > before or before == window.most
            while window.has_room():
                window.begin()
        for number in range(window.in_air):
            window.end(number, "failed")

    assert window.limit == window.most


def test_it_does_not_grow_where_nobody_makes_use_of_it():
    window = Window()
    for _ in range(1000):
        window.end(window.begin(), "ok")

    assert window.at_once == 4


def test_it_begins_low_and_grows_fast_until_the_first_refusal():
    limiter = Limiter(clock=Clock())
    assert limiter.facts()["parallel"] == 4
    service = Service(limiter, 400, lambda *_: None, seconds=0.25)

    assert service.most == MOST
    assert limiter.clock.now - 1000 < 3


AMOUNTS = st.lists(st.tuples(st.floats(0, 200), st.integers(1, 50)), min_size=1, max_size=80)


@given(most=st.integers(50, 200), arrivals=AMOUNTS)
def test_no_minute_has_more_than_its_amount_even_after_a_pause(most, arrivals):
    minute, now, used = Minute(most), 0.0, []
    for pause, amount in arrivals:
        now += pause
        waits = 0
        while seconds := minute.wait(amount, now):
            now += seconds
            waits += 1
            assert (0 < seconds <= MINUTE + 0.2, waits <= 2) == (True, True)
        minute.take(amount, now)
        used.append((now, amount))
        assert sum(one for moment, one in used if moment > now - MINUTE) <= most
        assert len(minute.used) <= 602


@given(most=st.integers(1, 20), amounts=st.lists(st.integers(0, 1000), max_size=20))
def test_no_amount_waits_for_longer_than_a_minute(most, amounts):
    limiter = Alone(tpm=most)

    for amount in amounts:
        slot = limiter.enter(amount)
        limiter.leave(slot, "ok")
        assert slot.waited <= MINUTE + 0.2


def test_a_minute_of_many_requests_is_a_short_list():
    minute = Minute(10**9)
    for number in range(100_000):
        minute.take(1, number / 1000)

    assert len(minute.used) <= 601


def test_tokens_that_were_not_used_after_all_are_given_back():
    limiter = Alone(tpm=100)
    slot = limiter.enter(90)
    limiter.leave(slot, "ok", tokens=10)

    assert (limiter.enter(90).waited, limiter.tokens.total) == (0, 100)
    assert limiter.enter(1).waited > 50


def test_tokens_that_are_told_after_their_minute_change_nothing():
    limiter = Alone(tpm=100)
    slot = limiter.enter(90)
    limiter.clock.now += 100
    limiter.enter(5)
    limiter.leave(slot, "ok", tokens=1)

    assert limiter.tokens.total == 5


def test_limits_can_be_changed_while_it_runs():
    limiter = Alone(10, rpm=5)
    slots = [limiter.enter() for _ in range(5)]
    limiter.retune(parallel=2, rpm=None, tpm=7)
    assert limiter.wait(1) is None  # until another one has ended
    for slot in slots:
        limiter.leave(slot, "ok")

    assert limiter.facts() == {
        "parallel": 2,
        "parallel_most": 2,
        "in_the_air": 0,
        "waiting": 0,
        "cuts": 0,
        "rpm": None,
        "tpm": 7,
    }
    limiter.retune(parallel=9)
    assert limiter.facts()["parallel"] == 9
    limiter.retune(parallel=None)
    assert (limiter.facts()["parallel"], limiter.facts()["parallel_most"]) == (9, MOST)
    with pytest.raises(ValueError):
        limiter.retune(parallel=0)


def test_who_leaves_twice_leaves_once():
    limiter = Limiter(2)
    slot = limiter.enter()
    limiter.leave(slot, "ok")
    limiter.leave(slot, "ok")

    assert limiter.facts()["in_the_air"] == 0


# --- threads


@pytest.mark.parametrize("parallel", [1, 3, None])
def test_threads_never_break_the_bound_and_all_have_their_turn(parallel):
    limiter, lock, in_air, most, done = Limiter(parallel), threading.Lock(), [0], [0], []

    def work(number):
        for turn in range(40):
            slot = limiter.enter()
            with lock:
                in_air[0] += 1
                most[0] = max(most[0], in_air[0])
                assert in_air[0] <= limiter.window.most
            with lock:
                in_air[0] -= 1
            limiter.leave(slot, "overloaded" if (number + turn) % 7 == 0 else "ok")
        done.append(number)

    threads = [threading.Thread(target=work, args=[number], daemon=True) for number in range(16)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(20)

    assert sorted(done) == list(range(16))
    assert most[0] <= (parallel or MOST)
    assert (limiter.facts()["in_the_air"], limiter.facts()["waiting"]) == (0, 0)


def waits(limiter, many):
    """Let other threads go on until so many wait."""
    end = time.monotonic() + 20
    while limiter.facts()["waiting"] < many:
        assert time.monotonic() < end


def test_requests_begin_in_the_order_in_which_they_asked():
    limiter, order, threads = Limiter(1), [], []
    held = limiter.enter()

    def work(number):
        slot = limiter.enter()
        order.append(number)
        limiter.leave(slot, "failed")

    for number in range(8):
        threads.append(threading.Thread(target=work, args=[number], daemon=True))
        threads[-1].start()
        waits(limiter, number + 1)
    limiter.leave(held, "failed")
    for one in threads:
        one.join(20)

    assert order == list(range(8))


def test_who_is_not_wanted_any_more_waits_no_longer_and_the_next_one_has_the_turn():
    limiter, over, found = Limiter(1), threading.Event(), []
    held = limiter.enter()
    first = threading.Thread(target=lambda: found.append(limiter.enter(is_over=over.is_set)), daemon=True)
    first.start()
    waits(limiter, 1)
    second = threading.Thread(target=lambda: found.append(limiter.enter()), daemon=True)
    second.start()
    waits(limiter, 2)
    over.set()
    limiter.wake()
    first.join(20)
    assert found == [None]
    limiter.leave(held, "ok")
    second.join(20)

    assert found[1].number == 2


def test_a_raised_limit_lets_waiting_requests_go():
    limiter, found = Limiter(1), []
    limiter.enter()
    threads = [threading.Thread(target=lambda: found.append(limiter.enter()), daemon=True) for _ in range(3)]
    for one in threads:
        one.start()
    waits(limiter, 3)
    limiter.retune(parallel=4)
    for one in threads:
        one.join(20)

    assert len(found) == 3


def test_a_place_costs_little_when_nobody_waits():
    limiter = Limiter(10)
    begun = time.process_time()
    for _ in range(10_000):
        limiter.leave(limiter.enter(), "ok")

    assert (time.process_time() - begun) / 10_000 < 100e-6  # about 4 us alone; the machine may be busy


def test_a_limiter_is_of_one_credential_and_one_model():
    limiters = Limiters()
    one = limiters.of("sk-1", "m", Limiter)

    assert limiters.of("sk-1", "m", Limiter) is one
    assert one is not limiters.of("sk-1", "m2", Limiter)
    assert one is not limiters.of("sk-2", "m", Limiter)
    assert "sk-1" not in repr(limiters.known)


# --- a request's turn


class Told:
    """Keeps what is told to everybody, and what only with --verbose."""

    def __init__(self):
        self.notes, self.asides = [], []
        self.note, self.tell = self.notes.append, self.asides.append


def test_a_refused_request_has_no_place_while_it_waits():
    limiter, told, seen = Limiter(2), Told(), []
    with Turn(limiter, 0, told) as turn:
        turn.rest("Refused.", lambda: seen.append(limiter.facts()["in_the_air"]))
        seen.append(limiter.facts()["in_the_air"])

    assert (seen, limiter.facts()["in_the_air"], told.notes) == ([0, 1], 0, ["Refused."])


def test_of_a_wave_one_refusal_is_told():
    limiter, told = Limiter(4), Told()
    turns = [Turn(limiter, 0, told) for _ in range(4)]
    for turn in turns:
        turn.begin()

    def refuse():
        if turns:
            turn = turns.pop()
            turn.rest("Refused.", refuse)  # the others are refused before this one is sent again
            limiter.leave(turn.slot, "ok")

    refuse()
    assert (told.notes, told.asides) == (["Refused. At most 2 at once now."], ["Refused."] * 3)


def test_a_long_wait_is_told_once_a_minute():
    limiter, told = Alone(rpm=1), Told()
    for _ in range(3):
        with Turn(limiter, 0, told):
            limiter.clock.now += 1

    assert told.notes == ["Waiting 59 s, because --rpm or --tpm allows no more in this minute."] * 2


def test_a_request_that_is_too_large_is_told():
    told = Told()
    with Turn(Alone(tpm=50), 100, told):
        pass

    assert told.notes == ["A request may need 100 tokens, more than --tpm allows in a minute; it is sent alone."]


def test_a_turn_that_is_not_wanted_any_more_is_an_error_and_takes_no_place():
    limiter = Limiter(1)
    limiter.enter()
    with pytest.raises(CometError, match="Interrupted before"), Turn(limiter, 0, Told(), lambda: True):
        pytest.fail("it has no turn")

    assert limiter.facts()["in_the_air"] == 1


ENDS = {
    "an answer": (None, "ok"),
    "too many requests": (Refused("no", http_status=429), "overloaded"),
    "overloaded": (ServiceUnavailable("no", http_status=529), "overloaded"),
    "overloaded in a stream": (ServiceUnavailable("no", http_status=200, code="overloaded_error"), "overloaded"),
    "no money, as too many requests": (Refused("no", http_status=429, code="insufficient_quota"), "failed"),
    "no money, with another code": (Refused("no", http_status=402, code="rate_limit_error"), "failed"),
    "a refused text": (Refused("no", http_status=400), "failed"),
    "a refused key": (AuthenticationError("no", http_status=401), "failed"),
    "a failure": (ServiceUnavailable("no", http_status=500), "failed"),
    "no connection": (ServiceUnavailable("no"), "failed"),
    "a wrong option": (UsageError("no"), "failed"),
    "Ctrl-C": (KeyboardInterrupt(), "failed"),
}


@pytest.mark.parametrize("case", ENDS)
def test_what_an_end_says_of_the_load(case):
    error, word = ENDS[case]

    assert verdict(type(error) if error else None, error) == word
