"""A change between two surfaces, and lists of changes as text and as JSON."""

from dataclasses import asdict, dataclass, replace
from typing import Any

BREAKING, UNKNOWN, COMPATIBLE, COSMETIC = "breaking", "cannot judge", "compatible", "cosmetic"
LEVELS = (BREAKING, UNKNOWN, COMPATIBLE, COSMETIC)
FEW = 3  # commands that a line names


@dataclass(frozen=True)
class Change:
    """One change: its level, its kind, what it is about, the value before and after, and a sentence.

    ``commands`` are the commands that have it, empty where it is the program's as a whole; ``item`` is the option, column
    or setting as a user knows it, empty for the command itself.
    """

    level: str
    kind: str
    item: str = ""
    sentence: str = ""
    before: Any = None
    after: Any = None
    commands: tuple[str, ...] = ()

    @property
    def place(self):
        """Where it is, in a few words: ``logs --limit``, ``--limit (31 commands)``."""
        if len(self.commands) <= FEW:
            return " ".join(filter(None, [", ".join(self.commands), self.item]))
        return f"{self.item} ({len(self.commands)} commands)".strip()

    def __str__(self):
        return f"{self.level}: {self.place}: {self.sentence}" if self.place else f"{self.level}: {self.sentence}"


def grouped(changes):
    """Changes that are the same in several commands as one, in the order of LEVELS."""
    found: dict[str, Change] = {}
    for one in changes:
        key = repr(replace(one, commands=()))
        commands = found[key].commands if key in found else ()
        found[key] = replace(one, commands=tuple(dict.fromkeys([*commands, *one.commands])))
    return sorted(found.values(), key=lambda one: LEVELS.index(one.level))


def counts(changes):
    """How many changes there are of each level: a dict, in the order of LEVELS."""
    return {level: sum(one.level == level for one in changes) for level in LEVELS}


def summary(changes):
    """The counts as one line."""
    return ", ".join(f"{number} {level}" for level, number in counts(changes).items() if number)


def as_data(changes):
    """Changes as data for JSON; keys that say nothing are left out."""
    return [{key: value for key, value in asdict(one).items() if value not in (None, "", ())} for one in changes]
