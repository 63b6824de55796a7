"""What a result says of its row: the text of an answer, or why there is none."""

from functools import cached_property, lru_cache

from cometapi.answers.reader import Reader
from cometapi.answers.shapes import Shapes
from cometapi.batch.requests import BATCH_OF_ANTHROPIC, Bodies
from cometapi.batch.rows import BODIES
from cometapi.batch.table import hashed
from cometapi.errors import CometError, ReplyNotUnderstood
from cometapi.generated import program
from cometapi.http.service_errors import said

REFUSED = 400  # the HTTP status from which on a reply says no
NO_RESULT = {"error_code": "no_result", "error_message": "The results have no line for this row."}


class Replies:
    """Reads what stands in results. ``name`` is the file of the rows, ``settings`` a function that gives those of the call."""

    def __init__(self, name, settings):
        self.name, self.settings = name, settings
        self.found = lru_cache(1024)(Bodies(None, name).found)
        self.shapes = {name: Shapes(one) for name, one in program.PROTOCOLS.items() if "reply" in one}

    def record(self, row, result):
        """The columns of a row that its result, a JSON object, gives."""
        error, response = result.get("error"), result.get("response")
        body = response.get("body") if isinstance(response, dict) else None
        model = body.get("model") if isinstance(body, dict) else None
        facts = {
            "model": result.get("model") or model,
            "cost_usd_estimate": result.get("cost_usd_estimate"),
            "files": result.get("files"),
        }
        if error:
            told = error if isinstance(error, dict) else {"message": error}
            return {**facts, "error_code": told.get("code"), "error_message": told.get("message")}
        status = response.get("status_code")
        if isinstance(status, int) and status >= REFUSED:
            message, code = said(body, program.PROTOCOLS["chat"]["envelope"])
            return {**facts, "error_code": code or str(status), "error_message": message}
        return {**facts, "answer": None if facts["files"] and not self.is_answer(row) else self.answer(row, body)}

    @cached_property
    def maker(self):
        """What makes the requests of rows that hold their own."""
        return Bodies(self.settings(), self.name)

    def is_changed(self, row, result):
        """Whether a row holds another request than the one that was answered, as far as that can be told."""
        was, source = result.get("digest"), result.get("source")
        if row.kind not in BODIES or not (was and source) or source == f"{hashed(row.source):016x}":
            return False
        try:
            return self.maker.fault(row) is not None or self.maker.prepared(row).digest != was
        except CometError:  # without a key, no request is made
            return False

    def route(self, row):
        """The route of the request of a row that holds one; None where it is not known."""
        url = {"openai": row.data.get("url"), "anthropic": BATCH_OF_ANTHROPIC}.get(row.kind)
        found = self.found(url) if isinstance(url, str) else None
        return found and found[1]

    def is_answer(self, row):
        """Whether a row asks for an answer, as far as its request is known."""
        route = self.route(row)
        return route is None or route["response"]["is"] == "answer"

    def answer(self, row, body):
        """The text of a reply, a list of them where it has several; the reply itself where it has none.

        It is read by the protocol of the row's request, or where that is not known, by the one that finds something in it.
        """
        route = self.route(row)
        if not self.is_answer(row):
            return body
        for name in [route["response"]["protocol"]] if route else self.shapes:
            reader = Reader(self.shapes[name].protocol, None, self.shapes[name])
            try:
                pieces = list(reader.whole(body))
            except ReplyNotUnderstood:
                continue
            if route or reader.has_output:
                return texts(reader, pieces, body)
        return body


def texts(reader, pieces, body):
    """The text of each choice of an answer that was read, of a single one as it is."""
    found: dict = {}
    for kind, value, choice in pieces:
        if kind == "text":
            found.setdefault(choice, []).append(value)
    joined = ["".join(found[choice]) for choice in sorted(found)]
    if joined:
        return joined if joined[1:] else joined[0]
    return body if reader.has_output else ""
