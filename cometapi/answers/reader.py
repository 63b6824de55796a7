"""Answers of models: one reader for every protocol, whose file says where an event carries what.

The reader keeps what it needs to judge an answer (why it ended, what it used, the calls of tools), never the text
itself, so that memory does not grow with the length of a stream.
"""

from typing import NamedTuple

from cometapi.answers import judgement, picks, usage
from cometapi.answers.calls import Calls
from cometapi.answers.characters import Halves
from cometapi.answers.citations import Citations
from cometapi.answers.incoming import PINGS, values
from cometapi.answers.picks import group, index_of, items, pick, text, word
from cometapi.answers.repeats import Repeats
from cometapi.answers.shapes import Shapes
from cometapi.answers.sse import SAME
from cometapi.errors import CometError, ReplyNotUnderstood
from cometapi.http.service_errors import facts_of, reason_of
from cometapi.manifest.select import select

TEXTS = ("text", "reasoning")
LARGEST_KEPT = 256 * 1024 * 1024  # bytes, about, of what has to be kept of one answer until it is whole
WEIGHT = 64  # bytes that Python takes for any text


class Medium(NamedTuple):
    """An image or another medium in an answer: ``data`` is Base64, ``own`` the protocol's own object."""

    media_type: object
    data: object
    own: dict


class Reader:
    """Reads the events, or the whole reply, of one answer in a protocol.

    ``shapes`` are the Shapes that readers of many like replies share, one after the other.

    Pieces are tuples ``(kind, value, choice)``: ``text`` and ``reasoning`` carry a string, ``call`` a dict with ``key``,
    ``id``, ``name`` and ``arguments`` (text, perhaps a part of it), ``media`` a Medium, ``unseen`` the word for what it is.
    """

    def __init__(self, protocol, reply=None, shapes=None):
        self.are_alike = shapes is not None
        self.protocol = protocol
        self.envelope = protocol["envelope"]
        self.reply = reply
        self.shapes = shapes or Shapes(protocol)
        self.model = None
        self.usage = None
        self.sources = Citations(self.keep)
        self.blocked = None
        self.ended = False  # an event said that the stream is over
        self.broken = None  # why the connection broke, if it did
        self.marked = False  # the stream came to its end mark
        self.afterwards = None  # what failed when the answer was whole
        self.finishes = {}  # choice to finish reason, None while it has none
        self.called = Calls(self.keep)
        self.unseen = {}  # words for what is not printed, in their order
        self.has_text = False
        self.kept = 0  # bytes, about, of what is kept of the answer
        self.halves = Halves()
        self.repeats = Repeats(self)
        self.heard = iter  # through which the pieces go, for whoever keeps the answer
        self.lengths = {}  # (choice, kind, *part) to the characters that came

    def anew(self):
        """A reader of the same protocol that has read nothing yet."""
        return Reader(self.protocol, self.reply)

    @property
    def calls(self):
        """Calls of tools by choice and place: dicts of ``id``, ``name`` and ``arguments``, as far as they came."""
        return self.called.all()

    @property
    def has_output(self):
        """Whether the answer holds anything."""
        return bool(self.has_text or self.called or self.unseen)

    def is_whole(self):
        """Whether the answer is there: every choice has said why it ended, or an event that the stream is over."""
        reasons = self.finishes.values()
        failed = any(reason and judgement.kind_of(reason, self.protocol) == "failed" for reason in reasons)
        return bool(self.ended or self.blocked or (self.finishes and all(reasons))) and not failed

    def keep(self, size):
        """Count what is kept of the answer until it is whole; raises ReplyNotUnderstood when that is too much."""
        self.kept += size + WEIGHT
        if self.kept > LARGEST_KEPT:
            sentence = "The answer has more parts than this program keeps in memory."
            raise ReplyNotUnderstood(sentence, **facts_of(self.reply))

    def stream(self, events, assembly=None):
        """The pieces of a stream, as ``streamed`` gives them."""
        return self.heard(self.streamed(events, assembly))

    def streamed(self, events, assembly=None):
        """The pieces of a stream of ``(type, data)`` events as they arrive: a generator.

        ``assembly`` is an Assembly that each event is added to. Raises the error that an event carries, and StreamCut when
        the stream ends before the answer does.
        """
        try:
            yield from self.incoming(events, assembly)
            judgement.check_finished(self)
        except CometError as error:
            if self.reply and self.reply.booking and not (self.has_output or self.usage):
                self.reply.booking.failed(error)
            raise
        self.settle()

    def incoming(self, events, assembly):
        """The pieces of the events of a stream, as ``streamed`` gives them, whether or not that is all of the answer."""
        for kind, value, size in values(self, events):
            pieces = self.repeats.pieces(value) if kind is SAME else self.lively(kind, value)
            if assembly is not None:
                pieces = list(pieces)  # read before the assembly changes the event
                self.keep(size or sum(WEIGHT + len(text) for text in value))
                assembly.take(kind, value, self.repeats)
            yield from pieces
        yield from self.rest()

    def assembled(self, events):
        """The complete reply that a stream adds up to, in the protocol's own shape; raises like ``stream``."""
        from cometapi.answers.assembler import Assembly

        coming, assembly = self.anew(), Assembly(self.protocol["assemble"])
        coming.heard = self.heard
        coming.repeats, self.repeats.reader, self.repeats.are_joined = self.repeats, coming, True
        try:
            for _ in coming.stream(events, assembly):
                pass
            document = assembly.reply()
        except RecursionError:
            raise ReplyNotUnderstood("The answer is nested too deeply.", **facts_of(self.reply)) from None
        for _ in self.pieces(None, document, "reply"):
            pass
        self.finishes = coming.finishes if coming.marked else self.finishes
        self.ended, self.marked, self.afterwards = coming.ended, coming.marked, coming.afterwards
        self.usage, self.unseen = self.usage or coming.usage, {**coming.unseen, **self.unseen}
        return document

    def lively(self, kind, value):
        """The pieces of one event; the clock of the reply begins anew with what is more than a sign of life."""
        brings = False
        for piece in self.pieces(kind, value, "events"):
            brings = True
            yield piece
        if self.reply and (brings or kind not in PINGS):
            self.reply.clock.restart(brings=brings)

    def whole(self, document):
        """The pieces of a whole reply, as ``all_of`` gives them."""
        return self.heard(self.all_of(document))

    def all_of(self, document):
        """The pieces of a whole reply: a generator. Raises ReplyNotUnderstood when it holds no answer."""
        if isinstance(document, dict):
            yield from self.pieces(None, document, "reply")
            yield from self.rest()
            self.settle()
        if not (self.has_output or self.blocked or any(self.finishes.values())):
            reason = reason_of(document, self.envelope)
            sentence = f"The service's reply contains no answer{f': {reason}' if reason else '.'}"
            raise ReplyNotUnderstood(sentence, **facts_of(self.reply))

    def noted(self, document):
        """A whole reply as it is, after noting what it says of its end."""
        for _ in self.whole(document):
            pass
        return document

    def rest(self):
        """The pieces of texts that ended in the middle of a character."""
        for (kind, choice), half in self.halves.left():
            yield kind, half, choice

    def pieces(self, kind, value, part):
        """Note what one event (or reply) says, and yield its pieces."""
        if part == "events":
            rules = self.shapes.readings(text(kind), value)
        elif self.are_alike:
            rules = self.shapes.replies(value)
        else:
            rules = [(reading, None) for reading in self.protocol[part]]
        for reading, by_item in rules:
            self.note(reading, value)
            for own, item, choice in self.of_choices(reading, by_item, value):
                yield from self.choice(own, item, choice, part)

    def of_choices(self, reading, by_item, value):
        """``(reading, item, choice)`` of what a rule reads: the value itself, or each item of a list in it."""
        if "each" not in reading:
            yield reading, value, 0
            return
        for place, item in enumerate(items(select(reading["each"], value))):
            own = reading if by_item is None else by_item[place]
            if own:
                yield own, item, index_of(pick(own, "choice", item), place)

    def note(self, reading, value):
        """Keep what is said of the answer as a whole."""
        self.model = text(pick(reading, "model", value)) or self.model
        used = pick(reading, "usage", value)
        if isinstance(used, dict):
            self.usage = usage.merged(self.usage or {}, used)
        self.blocked = word(pick(reading, "blocked", value)) or self.blocked
        if "sources" in reading:
            self.sources.add(reading, value)

    def choice(self, reading, item, choice, part):
        """The pieces of one choice; how it ended is kept. ``part`` is ``events`` or ``reply``."""
        finish = word(pick(reading, "finish", item))
        if ("each" in reading and "finish" in reading) or finish:
            self.finishes[choice] = finish or self.finishes.get(choice)
        for kind in TEXTS:
            said = self.said(reading, kind, item, choice) if kind in reading else ""
            if said:
                self.has_text = self.has_text or kind == "text"
                yield kind, said, choice
        for call in group(reading, "calls", item):
            is_again = reading.get("again", False)
            piece = self.called.add(reading["calls"], call, choice, is_whole=part == "reply", is_again=is_again)
            if piece:
                yield "call", piece, choice
        for medium in group(reading, "media", item):
            self.has_text = True
            media_type, data = (pick(reading["media"], key, medium) for key in ("media_type", "data"))
            yield "media", Medium(media_type, data, medium), choice
        for thing in group(reading, "unseen", item):
            kind = word(pick(reading["unseen"], "kind", thing)) or "unknown"
            self.keep(len(kind))
            self.unseen[kind] = None
            yield "unseen", kind, choice

    def said(self, reading, kind, item, choice):
        """The text of a kind that an item adds to a choice, whole characters of it."""
        said = picks.said(reading[kind], item)
        if not said:
            return ""
        places = self.places(reading, kind, item, choice)
        if reading.get("again"):
            said = said[self.lengths.get(places[-1], 0) :]
        return self.added(kind, said, choice, places)

    def places(self, reading, kind, item, choice):
        """Where a text stands in an answer: the choice and its kind, and each part that it is in."""
        part = [str(one) for one in pick(reading, "part", item) or ()]
        return [(choice, kind, *part[:depth]) for depth in range(len(part) + 1)]

    def added(self, kind, said, choice, places):
        """A text that comes to a choice, whole characters of it."""
        self.count(places, len(said))
        return self.halves.joined((kind, choice), said)

    def count(self, places, length):
        """Count the characters that came at some places."""
        if places[-1] not in self.lengths:
            self.keep(0)
        for place in places:
            self.lengths[place] = self.lengths.get(place, 0) + length

    def tokens(self):
        """Tokens by name, as far as the service has said them."""
        return usage.tokens(self.usage, self.protocol)

    def settle(self):
        """Say what the answer used where its request was booked under a cap."""
        if self.reply and self.reply.booking:
            self.reply.booking.used(self.tokens())

    def judge(self, limit=None):
        """What is to be said beside a complete answer: a list of sentences. Raises when it was withheld, or failed."""
        return judgement.judge(self, limit)
