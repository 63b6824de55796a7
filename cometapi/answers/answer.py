"""The answer to what was asked: read from the reply, judged, and given back to be printed."""

from functools import cache

from cometapi.answers import form, judgement, sse, usage
from cometapi.answers.display import Display
from cometapi.answers.reader import Reader
from cometapi.answers.reading import Reading
from cometapi.errors import ServiceUnavailable
from cometapi.http.layout import model_of
from cometapi.http.service_errors import facts_of
from cometapi.manifest.output_formats import is_for_machines
from cometapi.output.raw import tapped
from cometapi.output.results import Answer

COST = {"name": "cost_usd_estimate", "title": "Cost (estimate)", "show": "machines", "value": ("cost_usd_estimate",)}
MORE = {"answered_by": "Answered by"}  # what records may tell besides, and its title


def reading(asked, reply, kept):
    """The Reading of a reply to what was asked; ``kept`` is the list that its body is kept in, or None."""
    call, envelope = asked.call, asked.protocol["envelope"]
    reader = Reader(asked.protocol, reply)
    asked.readers.append(reader)
    is_event_stream = "event-stream" in reply.headers.get("Content-Type", "").lower()
    if call.client.is_done(reply) or not (is_event_stream or asked.is_stream):
        return Reading(reader, whole=call.client.checked(reply, envelope))
    begun = form.begun(reply.pieces())
    if begun.is_document:
        body = reply.body(begun.pieces)
        return form.reading(reader, body, lambda: call.client.accepted(body, reply, envelope), kept)
    if not begun.is_stream and not is_event_stream:
        return Reading(reader, whole=call.client.accepted(reply.body(begun.pieces), reply, envelope))
    pieces = begun.pieces if kept is None else tapped(begun.pieces, kept)
    return Reading(reader, events=sse.events(pieces, reader.repeats))


def answer(asked, reading, texts=None):
    """The Answer that prints what the options of a call say; what is said beside it becomes the call's ``afterwords``.

    ``reading`` is that of the last round, ``texts`` a list that the answer's text is added to.
    """
    call = asked.call
    is_structured = bool(call.option("schema") or call.option("schema_multi"))
    texts = [] if texts is None and is_structured else texts
    readers, limit = [*asked.readers[:-1], reading.reader], judgement.limiting(call, asked.parts)
    verdict = Verdict(call, readers, texts, limit, answered_by(asked))
    display = Display(
        call.context, reading.reader, reasoning=call.option("reasoning"), saving=saving(call), texts=texts
    )
    everything = display.watched(reading.pieces())
    if call.option("schema_multi"):
        from cometapi.answers.structure import lists

        everything = lists(everything)
    call.afterwords = lambda: verdict.told(display)
    columns = asked.route["response"]["columns"]
    return Answer(
        [*columns, *verdict.columns()],
        reader=reading.reader,
        everything=everything,
        pieces=display.pieces(everything),
        document=lambda: verdict.completed(display.watch(reading.document())),
        check=verdict.check,
        tokens=verdict.tokens,
        count=verdict.count if call.option("usage") else None,
        more=verdict.more,
        is_raw=bool(call.option("raw_text")),
    )


def saving(call):
    """A function that saves a medium of an answer and returns a sentence about it, or None if nothing is to be saved.

    Media are saved for people; with a machine format they stay in the reply unless a file is asked for.
    """
    wanted = call.option("save")
    is_for_machine = call.client.bodies is not None or call.option("events") or is_for_machines(call.format())
    if is_for_machine and not wanted:
        return None

    def save(medium):
        from cometapi.answers import media
        from cometapi.http.reply_files import folder

        return media.stored(medium, wanted) if wanted else media.kept(medium, lambda: folder(call))

    return save


def answered_by(asked):
    """What records tell of who answered, where several models might have."""
    return {"answered_by": model_of(asked.parts)} if asked.call.option("fallback") else {}


class Verdict:
    """Notes about an answer that has been read. ``readers`` are those of its rounds, the last one its own.

    ``limit`` is what there is to see where the answer ran into its length limit, ``more`` what records tell beside the
    reply, by the names of MORE.
    """

    def __init__(self, call, readers, texts, limit, more):
        self.call = call
        self.readers = readers
        self.texts = texts
        self.limit = limit
        self.more = more
        self.is_shown_whole = False  # nothing of the reply is left out
        self.count = cache(self.counted)
        self.check = cache(self.checked)

    def columns(self):
        """Columns of what records tell beside the reply."""
        more = [{"name": name, "title": MORE[name], "show": "machines", "value": (name,)} for name in self.more]
        return [*([COST] if self.call.option("usage") else []), *more]

    def tokens(self):
        """Tokens by name, over all rounds."""
        return usage.added([reader.tokens() for reader in self.readers])

    def counted(self):
        """``(tokens, estimated dollars or None)``."""
        from cometapi.answers import prices

        counts = self.tokens()
        return counts, usage.cost(counts, prices.pricing(self.call, self.readers[-1].model))

    def completed(self, document):
        """A whole reply, with its estimated cost where that is wanted, and who answered."""
        self.is_shown_whole = True
        cost = {COST["name"]: self.count()[1]} if self.call.option("usage") else {}
        return {**document, **cost, **self.more} if cost or self.more else document

    def checked(self):
        """Sentences about the answer; raises when it was withheld or does not fit its schema."""
        sentences = self.readers[-1].judge(self.limit)
        is_structured = self.call.option("schema") or self.call.option("schema_multi")
        if is_structured and not self.readers[-1].called:
            from cometapi.answers import structure

            sentences = sentences + structure.check(self.call, "".join(self.texts))
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
