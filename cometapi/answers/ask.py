"""Asking a model: builds the request once to check, show and send it; then reads and judges the answer."""

from copy import deepcopy
from functools import cache

from cometapi.answers import form, judgement, limits, prices, sse, turns, usage
from cometapi.answers.display import Display
from cometapi.answers.reader import Reader
from cometapi.answers.reading import Reading
from cometapi.cli.completion import kept_words
from cometapi.errors import CometError, ServiceUnavailable
from cometapi.generated import program
from cometapi.http import request
from cometapi.http.layout import collect
from cometapi.http.service_errors import facts_of
from cometapi.output.raw import tapped
from cometapi.output.results import Answer
from cometapi.suggest import meant

COST = {"name": "cost_usd_estimate", "title": "Cost (estimate)", "show": "machines", "value": ("cost_usd_estimate",)}


def run(call):
    """The answer to the message of a call; with ``--run-tools`` after as many rounds as the model's calls of tools take."""
    call.check_stdin()
    asked = Ask(call)
    asked.check()
    return answer(asked, asked.answered())


class Ask:
    """What one call asks of a model. ``parts`` is its request by place, from which it is checked and sent.

    ``followed_by`` are turns behind those that the call's own arguments make; ``counts`` is whether a stream is to tell
    its tokens.
    """

    def __init__(self, call, followed_by=(), *, counts=False):
        self.call = call
        self.route = call.ready()
        self.protocol = program.PROTOCOLS[self.route["response"]["protocol"]]
        self.parts = collect(call.arguments, call.values, call.assumed, self.route["request"].get("body"))
        turns.complete(self.protocol["turn"], self.parts["body"])
        self.added = []  # the turns that were added
        self.readers = []  # of the answers, one a round
        if "asks_usage" in self.protocol and (counts or call.option("usage")) and self.is_stream:
            lay_under(self.parts["body"], self.protocol["asks_usage"])
        if followed_by:
            self.add(followed_by)

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
        limits.check(self.call, self.parts)

    def answered(self):
        """The Reading of the answer, after as many rounds as it takes."""
        if not self.call.option("run_tools"):
            return self.send()
        from cometapi.answers.tool_loop import rounds

        return rounds(self)

    def send(self):
        """Send the request; the Reading of what comes back. Of a model that is refused the nearest one is named."""
        try:
            return self.sent()
        except CometError as error:
            for name, facts in program.COMPLETIONS.items():
                if error.code in facts.get("refused", ()):
                    named_nearest(error, limits.model_of(self.parts), kept_words(self.call.context.environ, name))
            raise

    def sent(self):
        """Send the request; the Reading of what comes back."""
        call, envelope = self.call, self.protocol["envelope"]
        kept = call.client.bodies
        if kept:
            kept.clear()  # the reply of a round before
        made = request.made(self.route, self.parts, call.settings, is_stream=self.is_stream)
        reply = call.client.send(made, envelope)
        reader = Reader(self.protocol, reply)
        self.readers.append(reader)
        is_event_stream = "event-stream" in reply.headers.get("Content-Type", "").lower()
        if call.client.is_done(reply) or not (is_event_stream or self.is_stream):
            return Reading(reader, whole=call.client.checked(reply, envelope))
        begun = form.begun(reply.pieces())
        if begun.is_document:
            body = reply.body(begun.pieces)
            return form.reading(reader, body, lambda: call.client.accepted(body, reply, envelope), kept)
        if not begun.is_stream and not is_event_stream:
            return Reading(reader, whole=call.client.accepted(reply.body(begun.pieces), reply, envelope))
        pieces = begun.pieces if kept is None else tapped(begun.pieces, kept)
        return Reading(reader, events=sse.events(pieces, reader.repeats))


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


def answer(asked, reading, texts=None):
    """The Answer that prints what the options of a call say; what is said beside it becomes the call's ``afterwords``.

    ``reading`` is that of the last round, ``texts`` a list that the answer's text is added to.
    """
    call = asked.call
    texts = [] if texts is None and call.option("schema") else texts
    verdict = Verdict(call, [*asked.readers[:-1], reading.reader], texts, judgement.limiting(call, asked.parts))
    display = Display(
        call.context, reading.reader, reasoning=call.option("reasoning"), folder=call.option("save"), texts=texts
    )
    everything = display.watched(reading.pieces())
    call.afterwords = lambda: verdict.told(display)
    columns = asked.route["response"]["columns"]
    return Answer(
        [*columns, COST] if call.option("usage") else columns,
        reader=reading.reader,
        everything=everything,
        pieces=display.pieces(everything),
        document=lambda: verdict.completed(display.watch(reading.document())),
        check=verdict.check,
        tokens=verdict.tokens,
        count=verdict.count if call.option("usage") else None,
        is_raw=bool(call.option("raw_text")),
    )


class Verdict:
    """Notes about an answer that has been read. ``readers`` are those of its rounds, the last one its own.


    ``limit`` is what there is to see where the answer ran into its length limit.
    """

    def __init__(self, call, readers, texts, limit):
        self.call = call
        self.readers = readers
        self.texts = texts
        self.limit = limit
        self.is_shown_whole = False  # nothing of the reply is left out
        self.count = cache(self.counted)
        self.check = cache(self.checked)

    def tokens(self):
        """Tokens by name, over all rounds."""
        return usage.added([reader.tokens() for reader in self.readers])

    def counted(self):
        """``(tokens, estimated dollars or None)``."""
        counts = self.tokens()
        return counts, usage.cost(counts, prices.pricing(self.call, self.readers[-1].model))

    def completed(self, document):
        """A whole reply, with its estimated cost where that is wanted."""
        self.is_shown_whole = True
        return {**document, COST["name"]: self.count()[1]} if self.call.option("usage") else document

    def checked(self):
        """Sentences about the answer; raises when it was withheld or does not fit its schema."""
        sentences = self.readers[-1].judge(self.limit)
        if self.call.option("schema") and not self.readers[-1].called:
            from cometapi.answers import schema_check

            sentences = sentences + schema_check.check("".join(self.texts), self.call.option("schema"))
        if sentences and self.call.option("strict"):
            raise ServiceUnavailable(sentences[0], retryable=False, **facts_of(self.readers[-1].reply))
        return sentences

    def told(self, display):
        """Print notes beside the answer, and return those about it; raises like ``checked``."""
        display.close()
        for sentence in self.readers[-1].sources.told():
            self.call.context.note(sentence)
        unseen = [one for reader in self.readers for one in reader.unseen]
        if unseen and not self.is_shown_whole:
            self.call.context.note(display.named(unseen))
        if self.call.option("usage"):
            self.call.context.note(usage.sentence(*self.count()))
        return self.check()
