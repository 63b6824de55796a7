"""What the events of one shape can say: of a protocol's rules those that find something, worked out once for each shape.

A stream has thousands of events of a few shapes, and a protocol has forty places where a service may put something. Values
have one shape if they have the same keys and items with scalars of the same kinds; the words under ``type`` count, because
rules compare them. What a rule that compares nothing else does not find in a value, it finds in no value of that shape.
"""

from cometapi.answers.picks import items
from cometapi.http.service_errors import holds
from cometapi.manifest.select import is_settled, select

OF_EVENT = ("model", "usage", "blocked", "sources")  # rules for an event as a whole
OF_CHOICE = ("finish", "text", "reasoning", "calls", "media", "unseen")  # rules for each choice in it
ALWAYS = ("each", "choice", "part", "again")  # rules that say how those are read
COMPARED = "type"  # the key whose words are a part of the shape
DEEPEST, LONGEST, MOST = 12, 32, 64  # levels, items of a list or object, and shapes that are worked out
LARGEST = 8192  # characters of an event that has a shape, so that what is kept of shapes stays small
TEXT, NUMBER, ZERO = 4, 5, 6  # in a shape, for any text but an empty one, for any number but zero, and for zero


class Shapeless(Exception):
    """A value is too large for its shape to be of use."""


class Event:
    """What the rules for events find in the values of one shape.

    ``refuses`` tells whether such a value may say no; ``readings`` maps a type of event to a list of ``(reading, readings of
    its items)``, the latter None where the reading itself is for each of them.
    """

    def __init__(self, refuses):
        self.refuses = refuses
        self.readings = {}
        self.replies = None  # the same of a whole reply


class Shapes:
    """The rules of a protocol for events, by the shape of what is read with them."""

    def __init__(self, protocol):
        self.protocol = protocol
        self.kinds = {kind for rule in protocol.get("events", ()) for kind in rule.get("on", ())}
        self.known = {}
        self.last, self.event = None, None

    def of(self, value, size=0):
        """The Event of a value that came in so many characters."""
        if value is not self.last:
            self.last, self.event = value, self.looked_up(value, size)
        return self.event

    def looked_up(self, value, size):
        """The Event of the value's shape; one of its own, which says that it may refuse, where it has none."""
        try:
            found = shape(value) if size <= LARGEST else None
        except Shapeless:
            found = None
        if found is None:
            return Event(refuses=True)
        if found not in self.known:
            if len(self.known) == MOST:
                self.known.clear()
            tests = self.protocol["envelope"]["fails_when"]
            self.known[found] = Event(any(holds(one, value) or not is_told(one) for one in tests))
        return self.known[found]

    def readings(self, kind, value):
        """``(reading, readings of its items)`` for each rule of the protocol that finds something in an event of a type."""
        event = self.of(value)
        kind = kind if kind in self.kinds else None  # a stream may have any number of other ones
        if kind not in event.readings:
            rules = [rule for rule in self.protocol["events"] if "on" not in rule or kind in rule["on"]]
            event.readings[kind] = [found for rule in rules if (found := thinned(rule, value))]
        return event.readings[kind]

    def replies(self, value):
        """The same for each rule that finds something in a whole reply."""
        event = self.of(value)
        if event.replies is None:
            event.replies = [found for rule in self.protocol["reply"] if (found := thinned(rule, value))]
        return event.replies


def shape(value, key=None, depth=DEEPEST):
    """The shape of a JSON value, something that can be compared and hashed; raises Shapeless."""
    if isinstance(value, str):
        return value if key == COMPARED or not value else TEXT
    if not isinstance(value, dict | list):
        return value if value is None or isinstance(value, bool) else NUMBER if value else ZERO
    if not depth or len(value) > LONGEST:
        raise Shapeless
    if isinstance(value, list):
        return "[", *[shape(one, key, depth - 1) for one in value]
    return "{", *[(name, shape(one, name, depth - 1)) for name, one in value.items()]


def is_told(test):
    """Whether the shape of a value tells if a test of ``fails_when`` applies to it."""
    compared = test.get("equals", ())
    return is_settled(test["value"], COMPARED) and (
        test["value"][-1:] == (COMPARED,) or all(one is None or isinstance(one, bool) for one in compared)
    )


def thinned(rule, value):
    """``(reading, readings of its items)`` of a rule for values of this one's shape; None when it finds nothing in them."""
    of_event = finding(rule, OF_EVENT, value)
    if "each" not in rule:
        of_choice = finding(rule, OF_CHOICE, value)
        return ({**carried(rule), **of_event, **of_choice}, None) if of_event or of_choice else None
    if not is_settled(rule["each"], COMPARED):
        return rule, None
    of_items = [of_item(rule, item) for item in items(select(rule["each"], value))]
    return ({"each": rule["each"], **of_event}, of_items) if of_event or any(of_items) else None


def of_item(rule, item):
    """What of a rule for each item is left for an item; that it has not ended counts, too. Empty where nothing is."""
    found = finding(rule, OF_CHOICE, item)
    ends = {"finish": found.get("finish", [])} if "finish" in rule else {}
    return {**carried(rule), **found, **ends} if found or ends else {}


def carried(rule):
    """What a rule says of how it is read."""
    return {key: rule[key] for key in ALWAYS if key in rule}


def finding(rule, keys, value):
    """Those selections of a rule that find something in values of this one's shape."""
    found = ((key, left(rule[key], value)) for key in keys if key in rule)
    return {key: selection for key, selection in found if selection}


def left(selection, value):
    """What is left of a selection: a group as it is or nothing, of alternatives those that find something."""
    if isinstance(selection, dict):
        return selection if may_find(selection["each"], value) else None
    return [one for one in (selection if isinstance(selection, list) else [selection]) if may_find(one, value)]


def may_find(selector, value):
    """Whether a selector finds something in values of this one's shape."""
    return select(selector, value) not in (None, []) or not is_settled(selector, COMPARED)
