"""Events that differ only in one text, of which an answer has thousands: what the last one said is said again with another text.

An event that is what the last one was, byte for byte, before and after the text that this brought, has that event's shape
and values, so that the rules find the same in it; it need not be parsed. This is told only of events whose whole effect
is one piece of text: what else is read in them must not depend on it, and all of it be the same when it is read again.
"""

import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined]  # the function that json.loads reads strings with

from cometapi.answers import picks
from cometapi.answers.shapes import COMPARED, LARGEST
from cometapi.answers.sse import STRAY
from cometapi.manifest.select import is_settled

STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
OF_TEXT = ("text", "reasoning")
AGAIN = ("model", "usage", "blocked", "finish", "choice", "part")  # what may be read twice without a difference
MORE = ("sources", "calls", "media", "unseen")  # what may not
PATIENCE, PAUSE = 16, 64  # events in vain until learning becomes rare, and how rare
MARK = "\x7f"  # between texts that are decoded together; may stand in JSON as it is, and seldom does


class Repeats:
    """What the last event said, for those that say the same with another text. ``type`` is the event's, ``kind``,
    ``choice`` and ``places`` are the text's, as the reader has them.
    """

    def __init__(self, reader):
        self.reader = reader
        self.are_joined = False  # whether texts that came together may be one piece, because nobody looks at each
        self.start: str | None = None  # what stands in the stream before the text, None where nothing may be repeated
        self.end = self.joint = ""  # what stands behind it, and between two texts
        self.before = self.after = ""  # what of the event stands there
        self.type = self.kind = self.choice = self.places = None
        self.vain = 0  # events since one was the same
        self.hard = None  # lines in which one of the events that look alike is another one

    def run(self, lines, at):
        """The texts of the events that from this place on repeat the last one, and where the first one begins that does not."""
        if self.start is None or not lines.startswith(self.start, at):
            return (), at
        found = () if lines is self.hard else self.cut(lines, at + len(self.start))
        texts = decoded(found, LARGEST - len(self.joint))
        if not texts:
            self.hard = lines
            found = self.cut(lines, at + len(self.start), 1)[:1]
            texts = decoded(found, LARGEST - len(self.joint))
        if not texts:
            return (), at
        self.vain = 0
        return texts, at + sum(map(len, found)) + len(found) * len(self.joint)

    def cut(self, lines, at, most=-1):
        """The texts, the first at this place, between what is the same, as JSON spells them, if they are texts."""
        *found, last = lines[at:].split(self.joint, most)
        last, ended, _ = last.partition(self.end)
        return [*found, last] if ended else found

    def pieces(self, texts):
        """The reader's pieces of events that differ from the last one only in these texts, and what it notes of them."""
        reader = self.reader
        if reader.halves.are_in(texts):
            texts = [one for said in texts if (one := reader.added(self.kind, said, self.choice, self.places))]
        else:
            reader.count(self.places, sum(map(len, texts)))
        reader.has_text = reader.has_text or (self.kind == "text" and bool(texts))
        for text in ["".join(texts)] if self.are_joined and texts else texts:
            yield self.kind, text, self.choice
        if reader.reply:
            reader.reply.clock.restart(brings=bool(texts))

    def learn(self, name, kind, value, data):
        """Take an event for the last one: its type in the stream, the type that counts, its JSON value and its data."""
        self.start, self.hard, self.vain = None, None, self.vain + 1
        if self.vain > PATIENCE and self.vain % PAUSE:
            return
        if name is STRAY or "\n" in data or len(data) > LARGEST:
            return
        found = self.only_text(kind, value)
        places = places_of(found[-1], data) if found else []
        if len(places) != 1:
            return
        start, end = places[0]
        other = self.only_text(kind, json.loads(f"{data[: end - 1]}x{data[end - 1 :]}"))
        if other == (*found[:-1], f"{found[-1]}x"):
            self.before, self.after = data[: start + 1], data[end - 1 :]
            self.start = ("" if name is None else f"event: {name}\n") + f"data: {self.before}"
            self.end = f"{self.after}\n\n"
            self.joint = self.end + self.start
            self.type, (self.kind, self.choice, self.places) = kind, found[1:4]

    def event(self, text):
        """The JSON value of an event that repeats the last one with this text."""
        return json.loads(f"{self.before}{json.dumps(text)[1:-1]}{self.after}")

    def only_text(self, kind, value):
        """What is read in an event that brings one text and nothing else, the text last; None of any other event."""
        rules = self.reader.shapes.readings(picks.text(kind), value)
        read = [one for rule in rules for one in self.reader.of_choices(*rule, value)]
        of_text = [
            (reading, key, item, choice) for reading, item, choice in read for key in OF_TEXT if reading.get(key)
        ]
        readings = [reading for reading, _ in rules] + [reading for reading, _, _ in read]
        if len(of_text) != 1 or self.reader.shapes.of(value).refuses or not all(map(is_plain, readings)):
            return None
        reading, key, item, choice = of_text[0]
        rest = [picks.pick(one, name, value) for one, _ in rules for name in AGAIN]
        rest += [picks.pick(one, name, part) for one, part, _ in read for name in AGAIN]
        return rest, key, choice, self.reader.places(reading, key, item, choice), picks.said(reading[key], item)


def places_of(text, data):
    """Where a text stands in JSON, quotes included."""
    return [one.span() for one in STRING.finditer(data) if json.loads(one[0], strict=False) == text]


def is_plain(reading):
    """Whether a reading has only such selections as find the same in all values of one shape, and in one twice."""
    if any(reading.get(key) for key in (*MORE, "again")):
        return False
    found = [reading[key] for key in ("each", *OF_TEXT, *AGAIN) if key in reading]
    return all(is_settled(one, COMPARED) for each in found for one in (each if isinstance(each, list) else [each]))


def decoded(spelled, longest):
    """Texts that JSON spells so, none of them empty; nothing where one is no text, or is longer."""
    if not spelled or max(map(len, spelled)) > longest:
        return ()
    whole = MARK.join(spelled)
    try:
        text, end = scanstring(f'{whole}"', 0)
    except ValueError:
        return ()
    texts = text.split(MARK)
    return texts if end == len(whole) + 1 and len(texts) == len(spelled) and all(texts) else ()
