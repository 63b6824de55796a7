"""Asking a model: builds the request once to check, show and send it.

What reads the answer is imported while the model thinks.
"""

from copy import deepcopy

from cometapi.answers import limits, remembering, turns
from cometapi.attached import room
from cometapi.cli.kept import kept_words
from cometapi.errors import CometError
from cometapi.generated import program
from cometapi.http import request
from cometapi.http.layout import collect, model_of
from cometapi.suggest import meant


def run(call):
    """The answer to the message of a call; with ``--run-tools`` after as many rounds as the model's calls of tools take."""
    call.check_stdin()
    asked = Ask(call)
    asked.check()
    reading = asked.answered()
    from cometapi.answers.answer import answer

    return answer(asked, reading)


class Ask:
    """What one call asks of a model. ``parts`` is its request by place, from which it is checked and sent.

    ``followed_by`` are turns behind those that the call's own arguments make; ``counts`` is whether a stream is to tell
    its tokens. ``past`` is what was said before, a Past; where it is left out, the call's own options name it.
    ``answered_by`` is the model that was asked in place of the call's own, None where that one answers.
    """

    def __init__(self, call, followed_by=(), *, counts=False, past=None):
        self.call = call
        self.counts = counts
        self.past = remembering.past_of(call) if past is None else past
        self.recording = None  # what is kept of it, once it is sent
        self.answered_by = None
        self.added = []  # the turns that were added
        self.readers = []  # of the answers, one a round
        self.sent_back = 0  # how many of them gave answers that were sent back, and that another has replaced
        self.begin()
        if followed_by:
            self.add(followed_by)

    def begin(self):
        """Lay out the request of the call's values as they are now."""
        call = self.call
        self.route = call.ready()
        self.protocol = program.PROTOCOLS[self.route["response"]["protocol"]]
        said_in_files(call, self.protocol)
        self.parts = collect(call.arguments, call.values, call.assumed, self.route["request"].get("body"))
        self.past_at = turns.inserted(self.protocol["turn"], self.parts["body"], self.past.turns)
        turns.complete(self.protocol["turn"], self.parts["body"])
        is_capped = call.budget() is not None
        if is_capped:
            from cometapi.spending.booking import limit_tokens

            limit_tokens(call, self.parts)
        counts = self.counts or call.option("usage") or is_capped or remembering.is_wanted(call)
        if "asks_usage" in self.protocol and counts and self.is_stream:
            lay_under(self.parts["body"], self.protocol["asks_usage"])
        if self.added:
            turns.added(self.protocol["turn"], self.parts["body"], self.added)

    @property
    def is_stream(self):
        """Whether the answer is to come piece by piece."""
        return request.is_stream(self.call.command, self.call.values)

    def add(self, more):
        """Add turns to those of the request."""
        turns.added(self.protocol["turn"], self.parts["body"], more)
        self.added += more

    def check(self):
        """Warn of what the model's family does not take; raises UsageError for that with ``--strict``."""
        if self.call.option("repairs"):
            from cometapi.answers import repairs

            repairs.check(self.call)
        limits.check(self.call, self.parts)
        self.check_room()

    def check_room(self):
        """Say that the request is too long for its model; raises UsageError for that with ``--strict``."""
        room.check(self.call, self.parts, model_of(self.parts))

    def answered(self):
        """The Reading of the answer, after as many tries as it takes."""
        if not self.call.option("repairs"):
            return self.once()
        from cometapi.answers import repairs

        return repairs.tried(self, self.once)

    def once(self):
        """The Reading of one answer, after as many rounds of tools as it takes."""
        if not self.call.option("run_tools"):
            return self.send()
        from cometapi.answers.tool_loop import rounds

        return rounds(self)

    def send(self):
        """Send the request; the Reading of what comes back. Of a model that is refused the nearest one is named."""
        try:
            if self.call.option("fallback") and not self.readers:
                from cometapi.answers.fallback import sent

                return sent(self)
            return self.sent()
        except CometError as error:
            for name, facts in program.COMPLETIONS.items():
                if error.code in facts.get("refused", ()):
                    named_nearest(error, model_of(self.parts), kept_words(self.call.context.environ, name))
            raise

    def sent(self):
        """Send the request; the Reading of what comes back."""
        call, envelope = self.call, self.protocol["envelope"]
        kept = call.client.bodies
        if kept:
            kept.clear()  # the reply of a round before
        made = request.made(self.route, self.parts, call.settings, is_stream=self.is_stream)
        call.session.meanwhile.append(lambda: prepare(call))
        self.recording = self.recording or remembering.begun(self, made)
        reply = call.client.send(made, envelope)
        from cometapi.answers.answer import reading

        return self.followed(reading(self, reply, kept))

    def followed(self, reading):
        """A Reading whose answer is kept where the call is."""
        if self.recording:
            self.recording.follow(reading)
        return reading


def said_in_files(call, protocol):
    """Let the conversations of files be turns of the protocol; an instruction that it has elsewhere goes there."""
    for name, facts in call.arguments.items():
        saved = call.values.get(name) if facts.get("type") == "messages" else None
        if not hasattr(saved, "protocol"):  # a list of the protocol's own turns
            continue
        system = call.behaviours.get("system")
        call.values[name], instruction = turns.of_saved(protocol, with_files(call, saved))
        if instruction and system and system not in call.given:
            call.values[system] = instruction


def with_files(call, saved):
    """A Saved conversation without the media that only the history has marks of, which is told."""
    if saved.turns:
        from cometapi.answers.attachments import Files

        files = Files(())
        saved.turns = {place: files.restored(one) for place, one in saved.turns.items()}
        for sentence in files.told():
            call.context.note(sentence)
    return saved


def prepare(call):
    """Load what reads the answer to a call, and what prints it."""
    from cometapi import output
    from cometapi.answers import answer as answer

    output.prepare(call.writer, call.context)


def named_nearest(error, word, known):
    """Name in an error the known word that is nearest to one that was refused."""
    near = meant(word, known) if word and known and word not in known else None
    if near and near not in error.message:  # the service may have named it
        error.message = error.message.rstrip(".") + near


def lay_under(tree, defaults):
    """Give a tree of dicts what it lacks of some defaults."""
    for key, value in defaults.items():
        if isinstance(value, dict) and isinstance(tree.get(key), dict):
            lay_under(tree[key], value)
        else:
            tree.setdefault(key, deepcopy(value))
