"""Events that differ only in one text, of which an answer has thousands: what the last one said is said again with another text.

An event that is what the last one was, byte for byte, before and after the text that this brought, has that event's shape
and values, so that the rules find the same in it; it need not be parsed. This is told only of events whose whole effect
is one piece of text: what else is read in them must not depend on it, and all of it be the same when it is read again.
"""

import json
import re
from json.decoder import scanstring

from cometapi.answers import picks
from cometapi.answers.sse import STRAY
from cometapi.answers.shapes import COMPARED, LARGEST
from cometapi.manifest.select import is_settled

STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
OF_TEXT = ("text", "reasoning")
AGAIN = ("model", "usage", "blocked", "finish", "choice", "part")  # what may be read twice without a difference
MORE = ("sources", "calls", "media", "unseen")  # what may not
PATIENCE, PAUSE = 16, 64  # events in vain until learning becomes rare, and how rare
NOBODY = object()


class Repeats:
    """What the last event said, for those that say the same with another text. ``kind``, ``choice`` and ``places`` are the
    text's, as the reader has them.
    """

    def __init__(self, reader):
        self.reader = reader
        self.name = NOBODY  # type of the last event
        self.before = self.after = ""
        self.kind = self.choice = self.places = None
        self.vain = 0  # events since one was the same

    def text(self, name, data):
        """The text in which an event differs from the last one; None for one that may differ in anything else."""
        if name != self.name or not data.startswith(self.before) or len(data) > LARGEST:
            return None
        try:
            text, end = scanstring(data, len(self.before))
        except ValueError:
            return None
        if not text or data[end:] != self.after:
            return None
        self.vain = 0
        return text

    def learn(self, name, kind, value, data):
        """Take an event for the last one: its type in the stream, the type that counts, its JSON value and its data."""
        self.name, self.vain = NOBODY, self.vain + 1
        if self.vain > PATIENCE and self.vain % PAUSE or name is STRAY or len(data) > LARGEST:
            return
        found = self.only_text(kind, value)
        places = [one.span() for one in STRING.finditer(data) if found and json.loads(one[0], strict=False) == found[-1]]
        if len(places) != 1:
            return
        start, end = places[0]
        other = self.only_text(kind, json.loads(f'{data[: end - 1]}x{data[end - 1 :]}'))
        if other == (*found[:-1], found[-1] + "x"):
            self.name, self.before, self.after = name, data[: start + 1], data[end:]
            self.kind, self.choice, self.places = found[1:4]

    def only_text(self, kind, value):
        """What is read in an event that brings one text and nothing else, the text last; None of any other event."""
        rules = self.reader.shapes.readings(picks.text(kind), value)
        read = [one for rule in rules for one in self.reader.of_choices(*rule, value)]
        of_text = [(reading, key, item, choice) for reading, item, choice in read for key in OF_TEXT if reading.get(key)]
        readings = [reading for reading, _ in rules] + [reading for reading, _, _ in read]
        if len(of_text) != 1 or self.reader.shapes.of(value).refuses or not all(map(is_plain, readings)):
            return None
        reading, key, item, choice = of_text[0]
        rest = [picks.pick(one, name, value) for one, _ in rules for name in AGAIN]
        rest += [picks.pick(one, name, part) for one, part, _ in read for name in AGAIN]
        return rest, key, choice, self.reader.places(reading, key, item, choice), picks.said(reading[key], item)


def is_plain(reading):
    """Whether a reading has only such selections as find the same in all values of one shape, and in one twice."""
    if any(reading.get(key) for key in (*MORE, "again")):
        return False
    found = [reading[key] for key in ("each", *OF_TEXT, *AGAIN) if key in reading]
    return all(is_settled(one, COMPARED) for each in found for one in (each if isinstance(each, list) else [each]))
