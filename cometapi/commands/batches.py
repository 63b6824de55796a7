"""Embedding many texts in several requests side by side: how they are grouped, and how refused texts are handled."""

from cometapi.answers import usage, vectors
from cometapi.errors import CometError, Refused
from cometapi.generated import program
from cometapi.http.ahead import in_order
from cometapi.http.client import DryRun
from cometapi.http.limiter import limiter_of
from cometapi.http.load import BYTES_A_TOKEN
from cometapi.http.service_errors import facts_of
from cometapi.http.turn import Turn

MOST_REFUSED = 20  # refused texts before any success after which the request itself is taken to be at fault
MOST_TOLD = 10  # texts listed in one note
OF_THE_CALL = (402, 404, 409, 429)  # statuses that refuse the whole call, not one of its texts
MOST_AT_ONCE = 8  # requests that the automatic limit ends with; the vectors of one are megabytes
WAITING = 2  # groups that may be done while one before them is not, beside those on their way


class Batches:
    """The vectors of ``texts``, a list of strings; blank ones are not sent and have no vector.

    The first request goes alone: what is wrong with the call is refused once. Then as many as the Limiter lets go at once.
    """

    def __init__(self, call, route, texts):
        self.call, self.route, self.texts = call, route, texts
        self.base = call.sibling()  # whose settings are read once
        self.limiter = limiter_of(self.base, route["request"]["credential"], call.argument("model"), most=MOST_AT_ONCE)
        self.protocol = program.PROTOCOLS[route["response"]["protocol"]]
        self.is_over = False  # whether what is not on its way is not wanted any more
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
        for group, found in self.embedded():
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
            size = tokens_of(text)
            if group and (len(group) == most["items"] or tokens + size > most["tokens"]):
                yield group
                group, tokens = [], 0
            group.append(number)
            tokens += size
        yield group

    def requests(self):
        """Yield the DryRun of each request, of a call that only shows them."""
        for group in self.groups():
            try:
                self.sent(self.call, group)
            except DryRun as seen:
                yield seen

    def embedded(self):
        """Yield each group and its vectors by index, in order."""
        try:
            for group, wait in in_order(self.group, self.groups(), self.ahead):
                yield group, self.came(group, wait)
        finally:
            self.is_over = True
            self.limiter.wake()

    def ahead(self):
        """How many groups may be begun after the first whose vectors are not there."""
        return 0 if self.width is None else self.limiter.window.at_once - 1 + WAITING

    def group(self, numbers):
        """The vectors of a group by index as far as they came, and the error that ended it, None without one."""
        found, error = {}, None
        if self.is_over:
            return found, error, None
        call = self.base.sibling()
        call.client.bodies = None if self.call.client.bodies is None else []
        try:
            self.halved(call, numbers, found)
        except CometError as failed:
            error = failed
        finally:
            call.client.close()
        return found, error, call.client.bodies

    def came(self, numbers, wait):
        """The vectors of a group by index. An error is raised only if nothing was paid for yet; later ones are kept, and
        what is on its way then still comes. Of an interrupted call only what is there counts.
        """
        found, error, bodies = self.waited(wait)
        if error and self.width is None:
            raise error
        if error:
            self.fail(error)
        if bodies:
            self.call.client.bodies.extend(bodies)
        if self.failure:
            self.missing += len(set(numbers) - found.keys() - {number for number, _ in self.refused})
        return found

    def waited(self, wait):
        """What ``group`` gives, with Ctrl-C as an error."""
        if isinstance(self.failure, KeyboardInterrupt) and wait.is_running():
            return {}, None, None
        try:
            return wait()
        except KeyboardInterrupt as error:
            return {}, error, None

    def fail(self, error):
        """Send no more requests. The first error is the one that is told, but for an interruption."""
        self.is_over = True
        self.limiter.wake()
        if self.failure is None or isinstance(error, KeyboardInterrupt):
            self.failure = error
            self.call.exit = getattr(error, "exit", "interrupted")

    def halved(self, call, numbers, found):
        """Put the vectors of some texts into ``found`` by index; a refused request is split in halves until the refused text
        is found.
        """
        try:
            found.update(self.sent(call, numbers))
            return
        except Refused as error:
            if error.http_status in OF_THE_CALL:
                raise
            if len(numbers) == 1:
                self.refuse(numbers[0], error)
                return
        middle = len(numbers) // 2
        self.halved(call, numbers[:middle], found)
        self.halved(call, numbers[middle:], found)

    def refuse(self, number, error):
        """Record a refused text; raises the error if it seems not to be about the text, or if no other text is left."""
        self.refused.append((number, error))
        left = len(self.texts) - len(self.blank) - len(self.refused)
        if self.width is None and (left == 0 or len(self.refused) >= MOST_REFUSED):
            raise error
        self.call.exit = "partial"

    def sent(self, call, numbers):
        """Send one request, and return the vectors of its texts by index."""
        texts = [self.texts[number] for number in numbers]
        with Turn(self.limiter, sum(map(tokens_of, texts)), call.context, lambda: self.is_over) as turn:
            call.client.turn = turn
            document = call.document(self.route, {("body", "input"): texts})
            turn.used = self.used(document)
        found = vectors.in_order(document, len(texts), self.width, **facts_of(call.client.reply))
        self.width = len(found[0])
        return dict(zip(numbers, found, strict=True))

    def used(self, document):
        """How many tokens a reply says that it used, None where it does not."""
        told = document.get("usage") if isinstance(document, dict) else None
        return usage.tokens(told, self.protocol).get("input") if isinstance(told, dict) else None

    def notes(self):
        """Yield the notes printed at the end: which texts have no vector, and why."""
        for number, error in sorted(self.refused, key=lambda one: one[0])[:MOST_TOLD]:
            yield f"{self.noun} {number + 1} has no vector: {error.sentence}"
        if len(self.refused) > MOST_TOLD:
            yield f"{len(self.refused) - MOST_TOLD} more were rejected."
        if self.failure:
            why = f": {self.failure.sentence}" if isinstance(self.failure, CometError) else "."
            yield f"{self.missing:,} of {len(self.texts):,} texts have no vector, because the work was interrupted{why}"


def tokens_of(text):
    """How many tokens a text has at most, by its bytes."""
    return -(-len(text.encode("utf-8", "replace")) // BYTES_A_TOKEN)


def counted(numbers):
    """The first of some indexes, counted from 1, in words."""
    shown = [f"{number + 1:,}" for number in numbers[:MOST_TOLD]]
    if len(numbers) > MOST_TOLD:
        return f"{', '.join(shown)} and {len(numbers) - MOST_TOLD} more"
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
