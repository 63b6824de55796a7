"""Every kind of value, with its two faces."""

import math
import time

import pytest

from cometapi.output import formats, kinds, plain


@pytest.fixture(autouse=True)
def utc(monkeypatch):
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


MONEY = {"kind": "money"}
QUOTA = {"kind": "money", "divide": 500000}
TIME = {"kind": "time", "never": [-1, 0], "never_word": "Never"}
SECONDS = {"kind": "duration", "unit": "s"}

FACES = [
    (None, "plain", "plain", "plain"),
    (None, 12, "12", 12),
    (None, True, "true", True),
    (None, None, "", None),
    (None, math.nan, "", None),
    (None, {"a": [1, "é"]}, '{"a":[1,"é"]}', {"a": [1, "é"]}),
    (None, [math.inf], "[null]", [None]),
    (MONEY, 1234.5, "$1,234.50", 1234.5),
    (MONEY, 0.1 + 0.2, "$0.30", 0.3),
    (MONEY, "0.0025", "$0.0025", 0.0025),
    (MONEY, 0.000125, "$0.000125", 0.000125),
    (MONEY, -0.5, "-$0.50", -0.5),
    (MONEY, 0, "$0.00", 0.0),
    (MONEY, None, "", None),
    (MONEY, "free", "free", "free"),
    (MONEY, True, "true", True),
    (MONEY, [1, 0.5], "$1.50", 1.5),
    (MONEY, [1, "x"], '[1,"x"]', [1, "x"]),
    (QUOTA, 1250, "$0.0025", 0.0025),
    (QUOTA, 1, "$0.000002", 0.000002),
    (QUOTA, math.inf, "Unlimited", None),
    ({"kind": "money", "divide": 100}, 1999, "$19.99", 19.99),
    (TIME, 1767225600, "2026-01-01 00:00:00", "2026-01-01T00:00:00Z"),
    (TIME, "1767225600", "2026-01-01 00:00:00", "2026-01-01T00:00:00Z"),
    (TIME, "2026-01-01T02:00:00+02:00", "2026-01-01 00:00:00", "2026-01-01T00:00:00Z"),
    (TIME, "2026-01-01 00:00:00", "2026-01-01 00:00:00", "2026-01-01T00:00:00Z"),
    (TIME, -1, "Never", None),
    (TIME, "0", "Never", None),
    (TIME, "", "", None),
    (TIME, "soon", "soon", "soon"),
    (TIME, 10**30, "1" + "0" * 30, 10**30),
    ({"kind": "time", "unit": "ms"}, 1767225600250, "2026-01-01 00:00:00", "2026-01-01T00:00:00.250Z"),
    ({"kind": "count"}, 1234567, "1,234,567", 1234567),
    ({"kind": "count"}, "12", "12", 12),
    ({"kind": "count"}, 5.0, "5", 5),
    ({"kind": "count"}, "1_000", "1_000", "1_000"),
    ({"kind": "percent"}, 12.5, "12.5%", 12.5),
    ({"kind": "percent"}, "100", "100%", 100),
    (SECONDS, 2.91, "2.91 s", 2910),
    (SECONDS, 0.45, "450 ms", 450),
    (SECONDS, "65", "1 min 5 s", 65000),
    (SECONDS, 59.999, "1 min 0 s", 59999),
    (SECONDS, 7320, "2 h 2 min", 7320000),
    ({"kind": "duration", "unit": "ms"}, 450, "450 ms", 450),
    ({"kind": "yes_no"}, 1, "yes", True),
    ({"kind": "yes_no"}, "false", "no", False),
    ({"kind": "yes_no"}, "maybe", "maybe", "maybe"),
    ({"kind": "yes_no"}, None, "", None),
    ({"kind": "list"}, ["a", 1], "a, 1", ["a", 1]),
    ({"kind": "list"}, None, "", []),
    ({"kind": "list"}, "a, b,", "a, b", ["a", "b"]),
    ({"kind": "list"}, {"a": 1, "b": 2}, "a, b", ["a", "b"]),
    ({"kind": "secret"}, "sk-abcdefghwxyz", "sk-…wxyz", "sk-…wxyz"),
    ({"kind": "secret"}, "abcdefghwxyz", "…wxyz", "…wxyz"),
    ({"kind": "secret"}, "12345678", "…", "…"),
    ({"kind": "secret"}, None, "", None),
    ({"kind": "unknown"}, 3, "3", 3),
]


@pytest.mark.parametrize(("kind", "raw", "people", "machine"), FACES)
def test_a_value_has_a_face_for_people_and_one_for_machines(kind, raw, people, machine):
    column = {"name": "x", "format": kind}
    assert (formats.people(column, raw), formats.machine(column, raw)) == (people, machine)


PRICES = [
    ({"currency": "USD", "input": 0.42, "output": 0.83, "per_request": None}, "$0.42 in, $0.83 out /M"),
    ({"input": "0.42"}, "$0.42 in /M"),
    ({"per_request": 0.03}, "$0.03 per request"),
    ({"per_second": 0.1, "input": 1}, "$1.00 in /M, $0.10 per second"),
    ({"currency": "EUR", "per_request": 0.5}, "0.50 EUR per request"),
    ({"currency": "USD"}, ""),
    (None, ""),
    ("free", "free"),
]


@pytest.mark.parametrize(("raw", "people"), PRICES)
def test_a_price_is_short_text_for_people_and_itself_for_machines(raw, people):
    column = {"name": "price", "format": {"kind": "price"}}
    assert (formats.people(column, raw), formats.machine(column, raw)) == (people, raw)


@pytest.mark.parametrize("kind", [*kinds.KINDS, None])
@pytest.mark.parametrize("raw", [None, "", "x", True, -1, 1e308, math.inf, "nan", "1" * 5000, [], {"a": {}}, [[None]]])
def test_no_value_is_an_error_whatever_its_kind(kind, raw):
    column = {"name": "x", "format": {"kind": kind, "divide": 1e-300, "never": [0]} if kind else None}
    assert isinstance(formats.people(column, raw), str)
    plain.compact(formats.machine(column, raw))


@pytest.mark.parametrize(
    ("raw", "word"), [(1, "topup"), ("1", "topup"), ("2", "two"), (2, "two"), (9, 9), (None, None)]
)
def test_a_word_stands_for_a_number_or_its_text(raw, word):
    assert formats.machine({"name": "type", "words": {1: "topup", "2": "two"}}, raw) == word


def test_people_read_their_own_time(monkeypatch):
    monkeypatch.setenv("TZ", "UTC-9")
    time.tzset()
    assert formats.people({"name": "t", "format": TIME}, 1767225600) == "2026-01-01 09:00:00"
