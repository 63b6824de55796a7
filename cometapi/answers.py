"""Answers of models: one reader for every protocol, told by the manifest's dialect where an event carries what.

The reader keeps what it needs to judge the answer (why it ended, what it used), never the text itself, so that memory
does not grow with the length of a stream.
"""

import json

from cometapi.errors import AnswerRefused, ReplyNotUnderstood, StreamCut
from cometapi.extract import select
from cometapi.faults import of_envelope, request_id


class Reader:
    """Reads the events, or the whole reply, of one answer in a dialect."""

    def __init__(self, dialect, envelope, reply=None):
        self.dialect = dialect
        self.envelope = envelope
        self.reply = reply
        self.model = None
        self.usage = None
        self.finishes = {}  # choice to finish reason, None while it has none
        self.has_text = False
        self.has_calls = False

    def stream(self, events):
        """The texts of the first choice as they arrive: a generator of strings over ``(type, data)`` events.

        Raises the error that an event carries, and StreamCut when the stream ends before the answer does.
        """
        for value in self.values(events):
            yield from self.texts(value, "events")
        self.check_finished()

    def assembled(self, events):
        """The complete reply that a stream adds up to, in the protocol's own shape; raises like ``stream``."""
        document = assembled(self.values(events), self.dialect["assemble"])
        for _ in self.texts(document, "reply"):
            pass
        self.check_finished()
        return document

    def noted(self, document):
        """A whole reply as it is, after noting what it says of its end."""
        for _ in self.whole(document):
            pass
        return document

    def check_finished(self):
        """Raise StreamCut unless every choice has said why it ended."""
        if self.finishes and all(self.finishes.values()):
            return
        sentence = "The answer was cut: the stream ended before the service said that it is whole."
        raise StreamCut(sentence, request_id=self.request_id(), hint="What came is kept; ask again for the whole.")

    def values(self, events):
        """The JSON values of a stream's events up to its end mark; raises the error that one of them carries."""
        end = self.dialect.get("ends", {}).get("data")
        for _, data in events:
            if data == end:
                return
            if data.strip():
                yield self.checked(data)

    def checked(self, data):
        """The JSON value of one event; raises when it is none, or when it says no."""
        try:
            value = json.loads(data)
        except (ValueError, RecursionError):
            raise ReplyNotUnderstood(
                "The stream carries something that is no JSON.", request_id=self.request_id()
            ) from None
        if not isinstance(value, dict):
            raise ReplyNotUnderstood("The stream carries something that is no event.", request_id=self.request_id())
        error = of_envelope(value, self.envelope, self.reply)
        if error:
            raise error
        return value

    def whole(self, document):
        """The text of the first choice in a whole reply: a generator of strings.

        Raises ReplyNotUnderstood when it holds no choice; why each one ended may be left out.
        """
        yield from self.texts(document, "reply")
        if not self.finishes:
            raise ReplyNotUnderstood("The service's reply holds no answer.", request_id=self.request_id())

    def texts(self, value, part):
        """Note what one event (or reply) says, and yield its texts."""
        for reading in self.dialect[part]:
            if "each" not in reading:
                self.model = select(reading["model"], value) or self.model
                self.usage = select(reading["usage"], value) or self.usage
                continue
            for place, item in enumerate(items(select(reading["each"], value))):
                choice = select(reading["choice"], item)
                text = self.read_choice(reading, item, choice if isinstance(choice, int) else place)
                if text:
                    yield text

    def read_choice(self, reading, item, choice):
        """Note how one choice goes on, and give back its text if it is the first choice's."""
        self.finishes[choice] = select(reading["finish"], item) or self.finishes.get(choice)
        self.has_calls = self.has_calls or bool(select(reading["tool_calls"], item))
        text = select(reading["text"], item)
        if not isinstance(text, str) or choice != 0:
            return None
        self.has_text = self.has_text or bool(text)
        return text

    def request_id(self):
        """The service's id of the request, where the reply's head had one."""
        return request_id(self.reply, b"") if self.reply else None

    def judge(self):
        """What is to be said beside a complete answer: a list of sentences. Raises AnswerRefused when it was withheld."""
        finish = self.dialect["finish"]
        reasons = [reason for reason in self.finishes.values() if reason]
        for reason in reasons:
            if reason in finish["refused"]:
                raise AnswerRefused(
                    f"The service withheld the answer or a part of it (finish reason {reason}).",
                    request_id=self.request_id(),
                )
        notes = []
        if any(reason in finish["short"] for reason in reasons):
            notes.append("The answer ran into its length limit and is not complete; see --max-tokens.")
        known = {reason for told in finish.values() for reason in told}
        notes += [f"The answer ended for another reason: {reason}." for reason in reasons if reason not in known]
        if not self.has_text:
            calls = "calls tools and has" if self.has_calls else "has"
            notes.append(f"The answer {calls} no text; --json shows all of it.")
        return notes


def items(value):
    """The objects of a list; nothing of what is no list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def assembled(values, rule):
    """The complete reply that the values of a stream add up to, by a dialect's ``assemble`` rule.

    The pieces of each choice (``from``) join into one object (``to``): texts are appended, numbered items of lists
    are joined by their number, everything else is replaced. What stands beside the choices is kept as it came last.
    """
    result, choices = {}, {}
    for value in values:
        for key, part in value.items():
            if key != rule["each"]:
                result[key] = part if part is not None else result.get(key)
        for place, piece in enumerate(items(value.get(rule["each"]))):
            number = piece.get(rule["by"]) if isinstance(piece.get(rule["by"]), int) else place
            join(choices.setdefault(number, {rule["by"]: number, rule["to"]: {}}), renamed(piece, rule))
    return {**result, **rule.get("set", {}), rule["each"]: [choices[number] for number in sorted(choices)]}


def renamed(piece, rule):
    """One choice of an event with its pieces under the name that they have in a whole reply."""
    return {rule["to"] if key == rule["from"] else key: value for key, value in piece.items()}


def join(whole, piece):
    """Add one piece of a streamed object to what has come of it, in place."""
    for key, value in piece.items():
        before = whole.get(key)
        if isinstance(before, dict) and isinstance(value, dict):
            join(before, value)
        elif isinstance(value, list) and all(isinstance(item, dict) and "index" in item for item in value):
            whole[key] = before if isinstance(before, list) else []
            join_numbered(whole[key], value)
        elif isinstance(before, str) and isinstance(value, str) and key not in ("id", "type", "role", "finish_reason"):
            whole[key] = before + value
        elif isinstance(before, list) and isinstance(value, list):
            before.extend(value)
        elif value is not None or key not in whole:
            whole[key] = value


def join_numbered(items, pieces):
    """Add pieces of numbered items (tool calls) to the items with the same number."""
    for piece in pieces:
        same = next((item for item in items if item.get("index") == piece["index"]), None)
        if same is None:
            items.append(dict(piece))
        else:
            join(same, piece)
