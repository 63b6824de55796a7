"""``--repairs``: an answer that does not fit its schema is sent back with its fault, as often as the call says."""

from cometapi.advice import flag
from cometapi.answers import structure, turns, usage
from cometapi.answers.judgement import kind_of
from cometapi.answers.prices import pricing
from cometapi.errors import CometError, Refused, Stopped, UsageError

TELLING = (
    "Your answer cannot be used: {fault} Answer the same once more, with nothing but JSON that matches the schema."
)


def check(call):
    """Raise UsageError where there is nothing to repair."""
    if call.option("repairs") and not is_structured(call):
        raise UsageError(f"{flag('repairs')} needs a schema: {flag('schema')} or {flag('schema_multi')}.")


def is_structured(call):
    """Whether a call wants its answer to follow a schema."""
    return bool(call.option("schema") or call.option("schema_multi"))


def tried(asked, once):
    """The Reading of the first answer that fits, else of the last one; ``once`` asks one time and gives a Reading.

    Only a whole answer is sent back: what was cut, shortened, refused or filtered would be so again, or cannot be known.
    """
    most, begun = asked.call.option("repairs"), len(asked.added)
    read, sent = Read(once()), begun
    for number in range(most):
        fault = read.fault(asked.call)
        if fault is None:
            break
        asked.call.context.note(f"{fault} Asking again ({number + 1} of {most}).")
        asked.add(read.turns(asked.protocol["turn"], fault))
        sent = len(asked.added)
        read = again(asked, once, read)
    if read.error:
        tell_usage(asked)
    del asked.added[begun:sent]  # what was answered wrongly is no part of a conversation
    return read


def again(asked, once, before):
    """The next answer as it was Read; where nothing of it can be had, the one before with that failure behind it."""
    bodies, count = asked.call.client.bodies, len(asked.readers)
    kept = list(bodies or ())
    try:
        read = Read(once())
        if read.came or not read.error:
            asked.sent_back = count
            return read
        before.error = read.error
    except (CometError, KeyboardInterrupt, Stopped) as error:
        before.error = error
    if bodies is not None:
        bodies[:] = kept
    return before


def tell_usage(asked):
    """Say what was used before asking failed, where that is wanted."""
    if asked.call.option("usage"):
        counts = usage.added([reader.tokens() for reader in asked.readers])
        asked.call.context.note(
            usage.sentence(counts, usage.cost(counts, pricing(asked.call, asked.readers[-1].model)))
        )


class Read:
    """An answer that has been read as far as it came, to be given like a Reading: ``error`` is what broke it off, or None."""

    def __init__(self, reading):
        self.reading = reading.keeping()
        self.reader = reading.reader
        self.came, self.error = [], None
        try:
            for piece in self.reading.pieces():
                self.reader.keep(len(piece[1]) if isinstance(piece[1], str) else 0)
                self.came.append(piece)
        except (CometError, KeyboardInterrupt, Stopped) as error:
            self.error = error

    @property
    def text(self):
        """The text of the first choice."""
        return "".join(value for kind, value, choice in self.came if kind == "text" and choice == 0)

    def fault(self, call):
        """The sentence about what does not fit of a whole answer; None of one that fits, or is not whole."""
        if self.error or self.reader.called or not self.is_whole():
            return None
        try:
            structure.check(call, self.text)
        except Refused as error:
            return error.message
        return None

    def is_whole(self):
        """Whether the service says of every choice that it came to its own end."""
        reasons = self.reader.finishes.values()
        kinds = {kind_of(reason, self.reader.protocol) for reason in reasons if reason}
        return kinds == {"whole"} and all(reasons) and not self.reader.blocked

    def turns(self, turn, fault):
        """The turns that send the answer back with its fault."""
        said = turns.remembered(turn, self.reading.reply(), self.text) if self.text.strip() else []
        return [*said, *turns.of_text(turn, "user", TELLING.format(fault=fault))]

    def pieces(self):
        """The pieces as they came."""
        yield from self.came
        if self.error:
            raise self.error

    def document(self):
        """The whole reply."""
        if self.error:
            raise self.error
        return self.reading.reply()

    def keeping(self):
        """This answer, which is kept."""
        return self

    def reply(self):
        """The whole reply."""
        return self.reading.reply()
