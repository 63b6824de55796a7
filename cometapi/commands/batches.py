"""Texts that are embedded in several requests: how they are grouped, and what becomes of those that are refused."""

from cometapi.answers import vectors
from cometapi.errors import CometError, Refused
from cometapi.http.service_errors import facts_of

MOST_REFUSED = 20  # texts in a row, before any was taken, after which it is not about the texts
MOST_TOLD = 10  # numbers of texts in one note
OF_THE_CALL = (402, 404, 409, 429)  # statuses of refusals that are not about one of the texts
BYTES_A_TOKEN = 2  # of UTF-8: rather too few, so that a group is rather too small


class Batches:
    """The vectors of texts. ``texts`` are strings; a blank one is not sent, and has no vector."""

    def __init__(self, call, route, texts):
        self.call, self.route, self.texts = call, route, texts
        self.noun = (
            "Line" if call.option("lines") or call.option("json_lines") or not call.given_option("message") else "Text"
        )
        self.blank = [number for number, text in enumerate(texts) if not text.strip()]
        self.width = None  # of every vector
        self.refused = []  # ``(number, error)``
        self.failure = None  # what ended it before all were sent
        self.missing = 0  # texts that were not embedded for it

    def records(self):
        """A record of each text, with the number of its place and its vector as an array, or None: a generator."""
        if self.blank:
            many = len(self.blank) > 1
            told = f"{'are' if many else 'is'} blank and {'have' if many else 'has'} no vector."
            self.call.context.note(f"{self.noun}{'s' if many else ''} {counted(self.blank)} {told}")
        model = self.call.argument("model")
        place = 0
        for group in self.groups():
            found = self.embedded(group)
            last = group[-1] + 1 if group else len(self.texts)
            for number in range(place, last):
                yield {"index": number, "text": self.texts[number], "model": model, "embedding": found.get(number)}
            place = last
        for number in range(place, len(self.texts)):
            yield {"index": number, "text": self.texts[number], "model": model, "embedding": None}

    def groups(self):
        """The numbers of the texts of each request: as many as its items and its tokens allow; what is blank is in none."""
        most, group, tokens = self.call.command["batches"], [], 0
        for number, text in enumerate(self.texts):
            if not text.strip():
                continue
            size = -(-len(text.encode("utf-8", "replace")) // BYTES_A_TOKEN)
            if group and (len(group) == most["items"] or tokens + size > most["tokens"]):
                yield group
                group, tokens = [], 0
            group.append(number)
            tokens += size
        yield group

    def embedded(self, numbers):
        """The vectors of some texts, by their numbers; raises what fails before anything was paid for."""
        if self.failure:
            self.missing += len(numbers)
            return {}
        try:
            return self.halved(numbers)
        except (CometError, KeyboardInterrupt) as error:
            if self.width is None:
                raise
            self.failure, self.missing = error, len(numbers)
            self.call.exit = getattr(error, "exit", "interrupted")
            return {}

    def halved(self, numbers):
        """The vectors of some texts; those of a request that is refused are sent in halves, until it is known which one is."""
        try:
            return self.sent(numbers)
        except Refused as error:
            if error.http_status in OF_THE_CALL:
                raise
            if len(numbers) == 1:
                self.refuse(numbers[0], error)
                return {}
        middle = len(numbers) // 2
        return {**self.halved(numbers[:middle]), **self.halved(numbers[middle:])}

    def refuse(self, number, error):
        """Note that a text is refused; raises the error where it is not about the text, or nothing else is left."""
        self.refused.append((number, error))
        left = len(self.texts) - len(self.blank) - len(self.refused)
        if self.width is None and (left == 0 or len(self.refused) >= MOST_REFUSED):
            raise error
        self.call.exit = "partial"

    def sent(self, numbers):
        """The vectors of the texts of one request."""
        texts = [self.texts[number] for number in numbers]
        document = self.call.document(self.route, {("body", "input"): texts})
        found = vectors.in_order(document, len(texts), self.width, **facts_of(self.call.client.reply))
        self.width = len(found[0])
        return dict(zip(numbers, found, strict=True))

    def told(self):
        """What is said when all is printed: which texts have no vector, and why."""
        for number, error in self.refused[:MOST_TOLD]:
            yield f"{self.noun} {number + 1} has no vector: {error.sentence}"
        if len(self.refused) > MOST_TOLD:
            yield f"{len(self.refused) - MOST_TOLD} more were rejected."
        if self.failure:
            why = f": {self.failure.sentence}" if isinstance(self.failure, CometError) else "."
            yield f"{self.missing:,} of {len(self.texts):,} texts have no vector, because the work was interrupted{why}"


def counted(numbers):
    """The first of some places, counted from 1, as words of a sentence."""
    shown = [f"{number + 1:,}" for number in numbers[:MOST_TOLD]]
    if len(numbers) > MOST_TOLD:
        return f"{', '.join(shown)} and {len(numbers) - MOST_TOLD} more"
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
