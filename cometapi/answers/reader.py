"""Answers of models: one reader for every protocol, whose file says where an event carries what.

The reader keeps what it needs to judge an answer (why it ended, what it used, the calls of tools), never the text
itself, so that memory does not grow with the length of a stream.
"""

import json
from typing import NamedTuple

from cometapi.advice import also
from cometapi.answers import usage
from cometapi.answers.assembler import assembled, index_of, items
from cometapi.answers.sse import STRAY, Unended
from cometapi.errors import AnswerRefused, ReplyNotUnderstood, ServiceUnavailable, StreamCut
from cometapi.http.service_errors import facts_of, json_or_none, of_envelope
from cometapi.manifest.select import select

BROKEN_OFF = "The service could not complete the answer"
TEXTS = ("text", "reasoning")
TOO_SHORT = f"The answer ran into its length limit and is not complete{also('; see {max_tokens}')}."
NO_TEXT = f"The answer has no text{also('; {json} shows all of it')}."


class Medium(NamedTuple):
    """An image or another medium in an answer: ``data`` is Base64, ``own`` the protocol's own object."""

    media_type: object
    data: object
    own: dict


class Source(NamedTuple):
    """A page that an answer cites."""

    title: object
    link: object


class Reader:
    """Reads the events, or the whole reply, of one answer in a protocol.

    Pieces are tuples ``(kind, value, choice)``: ``text`` and ``reasoning`` carry a string, ``call`` a dict with ``key``,
    ``id``, ``name`` and ``arguments`` (text, perhaps a part of it), ``media`` a Medium.
    """

    def __init__(self, protocol, reply=None):
        self.protocol = protocol
        self.envelope = protocol["envelope"]
        self.reply = reply
        self.model = None
        self.usage = None
        self.sources = []
        self.blocked = None
        self.ended = False  # an event said that the stream is over
        self.broken = None  # why the connection broke, if it did
        self.finishes = {}  # choice to finish reason, None while it has none
        self.called = {}  # (choice, key) to the call as far as it came, its arguments in pieces
        self.has_text = False

    def anew(self):
        """A reader of the same protocol that has read nothing yet."""
        return Reader(self.protocol, self.reply)

    @property
    def calls(self):
        """Calls of tools by choice and key: dicts of ``id``, ``name`` and ``arguments``, as far as they came."""
        return {key: {**call, "arguments": "".join(call["arguments"])} for key, call in self.called.items()}

    def stream(self, events, came=None):
        """The pieces of a stream of ``(type, data)`` events as they arrive: a generator.

        ``came`` is a list that the ``(type, value)`` of each event is added to. Raises the error that an event carries, and StreamCut when the stream ends before the answer does.
        """
        for kind, value in self.values(events):
            if came is not None:
                came.append((kind, value))
            yield from self.pieces(kind, value, "events")
        self.check_finished()

    def assembled(self, events):
        """The complete reply that a stream adds up to, in the protocol's own shape; raises like ``stream``."""
        coming = self.anew()
        try:
            document = assembled(coming.noting(events), self.protocol["assemble"])
        except RecursionError:
            raise ReplyNotUnderstood("The answer is nested too deeply.", **facts_of(self.reply)) from None
        coming.check_finished()
        for _ in self.pieces(None, document, "reply"):
            pass
        return document

    def noting(self, events):
        """The values of a stream's events, after noting what each of them says of the answer's end."""
        for kind, value in self.values(events):
            for _ in self.pieces(kind, value, "events"):
                pass
            yield kind, value

    def whole(self, document):
        """The pieces of a whole reply: a generator. Raises ReplyNotUnderstood when it holds no answer."""
        if not isinstance(document, dict):
            raise ReplyNotUnderstood("The service's reply holds no answer.", **facts_of(self.reply))
        yield from self.pieces(None, document, "reply")
        if not (self.finishes or self.blocked):
            raise ReplyNotUnderstood("The service's reply holds no answer.", **facts_of(self.reply))

    def noted(self, document):
        """A whole reply as it is, after noting what it says of its end."""
        for _ in self.whole(document):
            pass
        return document

    def values(self, events):
        """The ``(type, JSON value)`` of a stream's events up to its end mark; raises the error that one of them carries."""
        ends = self.protocol.get("ends", {})
        for name, data in self.arriving(events):
            if data == ends.get("data"):
                return
            if not data.strip() or (name is STRAY and not self.is_refusal(data)):
                continue
            if isinstance(data, Unended) and json_or_none(data) is None:
                return  # the stream was cut in the middle of an event
            value = self.checked(data)
            kind = pick(self.protocol, "type", value) or name
            yield kind, value
            if kind in ends.get("types", ()):
                self.ended = True
                return

    def arriving(self, events):
        """The events until the connection breaks; whether the answer is whole all the same, its finish reasons tell."""
        try:
            yield from events
        except ServiceUnavailable as error:
            self.broken = error

    def is_refusal(self, data):
        """Whether JSON that is no event of the protocol says no."""
        return of_envelope(json_or_none(data), self.envelope) is not None

    def checked(self, data):
        """The JSON value of one event; raises when it is none, or when it says no."""
        try:
            value = json.loads(data)
        except (ValueError, RecursionError):
            raise ReplyNotUnderstood(
                "Unexpected reply from the service: the stream contains something that is not JSON.",
                **facts_of(self.reply),
            ) from None
        if not isinstance(value, dict):
            raise ReplyNotUnderstood(
                "Unexpected reply from the service: the stream contains something that is not an event.",
                **facts_of(self.reply),
            )
        error = of_envelope(value, self.envelope, self.reply, BROKEN_OFF)
        if error:
            raise error
        return value

    def pieces(self, kind, value, part):
        """Note what one event (or reply) says, and yield its pieces."""
        for reading in self.protocol[part]:
            if "on" in reading and kind not in reading["on"]:
                continue
            self.note(reading, value)
            if "each" in reading:
                for place, item in enumerate(items(select(reading["each"], value))):
                    yield from self.choice(reading, item, index_of(pick(reading, "choice", item), place))
            else:
                yield from self.choice(reading, value, 0)

    def note(self, reading, value):
        """Keep what is said of the answer as a whole."""
        self.model = text(pick(reading, "model", value)) or self.model
        used = pick(reading, "usage", value)
        if isinstance(used, dict):
            self.usage = {**(self.usage or {}), **used}
        self.blocked = word(pick(reading, "blocked", value)) or self.blocked
        self.sources = [
            Source(pick(reading["sources"], "title", item), pick(reading["sources"], "link", item))
            for item in group(reading, "sources", value)
        ] or self.sources

    def choice(self, reading, item, choice):
        """The pieces of one choice; how it ended is kept."""
        finish = word(pick(reading, "finish", item))
        if "each" in reading or finish:
            self.finishes[choice] = finish or self.finishes.get(choice)
        for kind in TEXTS:
            said = joined(pick(reading, kind, item))
            if said:
                self.has_text = self.has_text or kind == "text"
                yield kind, said, choice
        for call in group(reading, "calls", item):
            yield "call", self.call(reading["calls"], call, choice), choice
        for medium in group(reading, "media", item):
            self.has_text = True
            media_type, data = (pick(reading["media"], key, medium) for key in ("media_type", "data"))
            yield "media", Medium(media_type, data, medium), choice

    def call(self, selectors, item, choice):
        """One piece of a call of a tool, added to what has come of it."""
        key = pick(selectors, "key", item)
        key = key if isinstance(key, int | str) else len(self.called)
        arguments = pick(selectors, "arguments", item)
        if arguments is not None and not isinstance(arguments, str):
            arguments = json.dumps(arguments, ensure_ascii=False)
        piece = {
            "key": key,
            "id": text(pick(selectors, "id", item)),
            "name": text(pick(selectors, "name", item)),
            "arguments": arguments,
        }
        whole = self.called.setdefault((choice, key), {"id": None, "name": None, "arguments": []})
        whole["id"], whole["name"] = whole["id"] or piece["id"], whole["name"] or piece["name"]
        whole["arguments"].append(arguments or "")
        return piece

    def tokens(self):
        """Tokens by name, as far as the service has said them."""
        return usage.tokens(self.usage, self.protocol)

    def check_finished(self):
        """Raise StreamCut unless every choice has said why it ended, or an event that the stream is over."""
        if self.ended or self.blocked or (self.finishes and all(self.finishes.values())):
            return
        if self.broken:
            raise self.broken
        sentence = "The answer is incomplete: the stream ended early."
        raise StreamCut(
            sentence,
            **facts_of(self.reply),
            hint="The partial answer above was kept. Run the command again for a complete one.",
        )

    def judge(self):
        """What is to be said beside a complete answer: a list of sentences. Raises AnswerRefused when it was withheld."""
        if self.blocked:
            raise AnswerRefused(f"The service refused the prompt ({self.blocked}).", **facts_of(self.reply))
        kinds = {reason: self.kind_of(reason) for reason in self.finishes.values() if reason}
        for reason, kind in kinds.items():
            if kind == "refused":
                sentence = f"The service withheld the answer or a part of it (finish reason {reason})."
                raise AnswerRefused(sentence, **facts_of(self.reply))
        notes = [TOO_SHORT] * ("short" in kinds.values())
        notes += [f"The answer ended for another reason: {reason}." for reason, kind in kinds.items() if kind is None]
        if not self.has_text and not self.called:
            notes.append(NO_TEXT)
        return notes

    def kind_of(self, reason):
        """What a finish reason means: ``whole``, ``short``, ``refused``, or None when nobody knows."""
        finish = self.protocol["finish"]
        return next((kind for kind in ("whole", "short", "refused") if reason in finish[kind]), finish.get("otherwise"))


def pick(reading, key, value):
    """What a reading's selector points at, None when it has none of this key."""
    return select(reading[key], value) if key in reading else None


def group(reading, key, value):
    """The objects of a list that a group of selections, such as ``calls``, is read from; none where there is no group."""
    return items(select(reading[key]["each"], value)) if key in reading else []


def text(value):
    """The value if it is a text, None for anything else."""
    return value if isinstance(value, str) else None


def word(value):
    """A reason in one word: a text or a number as text, ``unknown`` for what has parts, None for nothing."""
    if not value:
        return None
    return "unknown" if isinstance(value, dict | list) else str(value)


def joined(value):
    """A text, or the texts of a list as one; an empty one for anything else."""
    if isinstance(value, list):
        return "".join(part for part in value if isinstance(part, str))
    return value if isinstance(value, str) else ""
