"""Embedding many texts in several requests: how they are grouped, and how refused texts are handled."""

from cometapi.answers import vectors
from cometapi.errors import CometError, Refused
from cometapi.http.service_errors import facts_of

MOST_REFUSED = 20  # refused texts before any success after which the request itself is taken to be at fault
MOST_TOLD = 10  # texts listed in one note
OF_THE_CALL = (402, 404, 409, 429)  # statuses that refuse the whole call, not one of its texts
BYTES_A_TOKEN = 2  # of UTF-8; a low estimate, so that groups stay below the limit


class Batches:
    """The vectors of ``texts``, a list of strings; blank ones are not sent and have no vector."""

    def __init__(self, call, route, texts):
        self.call, self.route, self.texts = call, route, texts
        self.noun = (
            "Line" if call.option("lines") or call.option("json_lines") or not call.given_option("message") else "Text"
        )
        self.blank = [number for number, text in enumerate(texts) if not text.strip()]
        self.width = None  # the length of every vector, once known
        self.refused = []  # ``(number, error)``
        self.failure = None  # the error that ended the work early
        self.missing = 0  # texts left without a vector by it

    def records(self):
        """Yield a record for each text, with its index and its vector as an array or None."""
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
        """Yield the indexes of the texts of each request, within the limits of items and tokens, without blank texts."""
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
        """The vectors of some texts by index. An error is raised only if nothing was paid for yet; later ones are kept."""
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
        """The vectors of some texts by index; a refused request is split in halves until the refused text is found."""
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
        """Record a refused text; raises the error if it seems not to be about the text, or if no other text is left."""
        self.refused.append((number, error))
        left = len(self.texts) - len(self.blank) - len(self.refused)
        if self.width is None and (left == 0 or len(self.refused) >= MOST_REFUSED):
            raise error
        self.call.exit = "partial"

    def sent(self, numbers):
        """Send one request, and return the vectors of its texts by index."""
        texts = [self.texts[number] for number in numbers]
        document = self.call.document(self.route, {("body", "input"): texts})
        found = vectors.in_order(document, len(texts), self.width, **facts_of(self.call.client.reply))
        self.width = len(found[0])
        return dict(zip(numbers, found, strict=True))

    def notes(self):
        """Yield the notes printed at the end: which texts have no vector, and why."""
        for number, error in self.refused[:MOST_TOLD]:
            yield f"{self.noun} {number + 1} has no vector: {error.sentence}"
        if len(self.refused) > MOST_TOLD:
            yield f"{len(self.refused) - MOST_TOLD} more were rejected."
        if self.failure:
            why = f": {self.failure.sentence}" if isinstance(self.failure, CometError) else "."
            yield f"{self.missing:,} of {len(self.texts):,} texts have no vector, because the work was interrupted{why}"


def counted(numbers):
    """The first of some indexes, counted from 1, in words."""
    shown = [f"{number + 1:,}" for number in numbers[:MOST_TOLD]]
    if len(numbers) > MOST_TOLD:
        return f"{', '.join(shown)} and {len(numbers) - MOST_TOLD} more"
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
