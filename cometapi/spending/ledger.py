"""The ledger: what all processes of this machine have spent today under a cap. Every failure raises OutputFailed.

Amounts are Decimal dollars outside, and whole units inside, which SQLite adds exactly.
"""

import hashlib
import threading
import time
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from cometapi.errors import OutputFailed
from cometapi.settings.folders import needed, state_file
from cometapi.spending import schema

FILE = "ledger.db"
UNITS = Decimal(10) ** 12  # in a dollar
LARGEST = Decimal(9_000_000)  # dollars
KEPT = 400  # days
TO_ADD = """INSERT INTO days VALUES (:day, :scope, 0, :amount)
    ON CONFLICT (day, scope) DO UPDATE SET booked = booked + :amount"""
TO_SETTLE = "UPDATE days SET booked = booked - :booked, spent = spent + :spent WHERE day = :day AND scope = :scope"


class Ledger:
    """The user's ledger, or one in memory for the sandbox. Safe for many threads and many processes."""

    def __init__(self, environ, *, in_memory=False, today=lambda: time.strftime("%Y-%m-%d")):
        self.environ, self.in_memory, self.today = environ, in_memory, today
        self.lock = threading.Lock()
        self.path = self.connection = self.database = None

    def book(self, scopes, counted, dollars, cap):
        """Book the most that a request may cost for these scopes, unless what the scope ``counted`` has then spent today is
        more than ``cap``: ``(day, None)``, or ``(None, dollars that are left)``. Only one process does this at a time.
        """
        day, amount = self.today(), units(dollars, ROUND_CEILING)
        with self.writing() as connection:
            row = connection.execute(
                "SELECT spent, booked FROM days WHERE day = ? AND scope = ?", [day, counted]
            ).fetchone()
            left = units(cap, ROUND_FLOOR) - (row[0] + row[1] if row else 0)
            if amount > left or dollars > LARGEST:
                return None, max(Decimal(0), left / UNITS)
            if row is None:
                connection.execute("DELETE FROM days WHERE day < date(?, ?)", [day, f"-{KEPT} days"])
            for scope in scopes:
                connection.execute(TO_ADD, {"day": day, "scope": scope, "amount": amount})
        return day, None

    def settle(self, day, scopes, booked, spent):
        """Count what a request of that day did cost, in place of what was booked for it."""
        amounts = {"booked": units(booked, ROUND_CEILING), "spent": units(spent, ROUND_CEILING)}
        with self.writing() as connection:
            for scope in scopes:
                connection.execute(TO_SETTLE, {"day": day, "scope": scope, **amounts})

    def writing(self):
        """A transaction that no other thread or process writes beside."""
        return Writing(self)

    def open(self):
        """Open the file, once."""
        if self.connection is not None:
            return
        try:
            from cometapi.history import database
        except ImportError:
            raise OutputFailed("This Python was built without SQLite.") from None
        self.database = database
        if self.in_memory:
            self.path, self.connection = ":memory:", database.in_memory(schema)
            return
        self.path = needed(state_file(self.environ, FILE))
        self.connection = database.connected(self.path, tables=schema)

    def close(self):
        """Close the file."""
        with self.lock:
            if self.connection is not None:
                self.connection.close()
                self.connection = None


class Writing:
    """One transaction of a ledger; a failure of the database raises OutputFailed."""

    def __init__(self, ledger):
        self.ledger = ledger

    def __enter__(self):
        self.ledger.lock.acquire()
        try:
            self.ledger.open()
            self.transaction = self.ledger.database.writing(self.ledger.connection)
            return self.transaction.__enter__()
        except BaseException as error:
            self.ledger.lock.release()
            raise self.failed(error) from None

    def __exit__(self, *error):
        try:
            return self.transaction.__exit__(*error)
        except Exception as fault:
            raise self.failed(fault) from None
        finally:
            self.ledger.lock.release()

    def failed(self, error):
        """What a failure of the database is to others."""
        database = self.ledger.database
        is_of_database = database is not None and isinstance(error, database.Error)
        return database.unusable(self.ledger.path, error) if is_of_database else error


def units(dollars, rounding):
    """Dollars as whole units, at most as many as SQLite counts exactly."""
    return int((min(dollars, LARGEST) * UNITS).to_integral_value(rounding=rounding))


def scope_of_key(secret):
    """The scope of an API key, from which nobody can tell the key."""
    return f"key:{hashlib.sha256(secret.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"


def scope_of_profile(name):
    """The scope of a profile."""
    return f"profile:{name}"
