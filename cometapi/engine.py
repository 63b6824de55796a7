"""Runs one command as its manifest says: settings, plan, transport, reading of the reply, output.

Commands with a ``run`` get the same Call and may use its pieces; they live in ``local/``.
"""

from importlib import import_module
from itertools import islice

from cometapi import faults, output, plan, sse
from cometapi.answers import Reader
from cometapi.arguments import defaults
from cometapi.cache import Cache, ago, keep_words
from cometapi.errors import CometError, OutputFailed, ReplyNotUnderstood, UsageError
from cometapi.extract import parsed, record, select
from cometapi.formats import mask
from cometapi.generated import program
from cometapi.pages import records, size_of_page
from cometapi.results import Answer, Record, Rows
from cometapi.settings import Settings


def run(command, given, context):
    """Run a command with what was given to it and return the exit code."""
    call = Call(command, given, context)
    try:
        result = local(command["run"])(call) if "run" in command else call.result()
        if result is not None:
            output.write(result, call.format(), context)
        for sentence in call.afterwords():
            context.note(sentence)
    finally:
        call.close()
    return program.EXITS[call.exit]["code"]


def local(name):
    """The function of ``local/`` that a command's ``run`` names."""
    module, function = name.split(":")
    return getattr(import_module(f"cometapi.local.{module}"), function)


class Call:
    """One call of one command: what was given, what follows from it, and the ways to send and to read."""

    def __init__(self, command, given, context, sandbox=None):
        self.command = command
        self.context = context
        self.given = dict(given)
        self.sandbox = sandbox or self.started_sandbox()
        self.exit = "ok"  # name of the exit when nothing is raised
        self.reader = None  # of the answer, once its head is there
        self.afterwords = list  # gives the sentences to say when the result has been printed
        fixed = self.sandbox.settings if self.sandbox else None
        self.settings = Settings(program.SETTINGS, context.environ, fixed=fixed, note=context.note)
        self.values = {**defaults(command["arguments"]), **self.given}
        self.take_stdin()

    def started_sandbox(self):
        """A sandbox for this call alone, when ``--sandbox`` asks for one."""
        if not self.given.get("sandbox"):
            return None
        from cometapi.local.sandbox import Sandbox

        self.context.note("Sample data from the sandbox; nothing is sent to the service.")
        return Sandbox().start()

    def close(self):
        """Stop what was started for this call."""
        if self.sandbox:
            self.sandbox.stop()

    def take_stdin(self):
        """Join a pipe to the argument that the manifest says may come through one."""
        for name, facts in self.command["arguments"].items():
            if facts.get("stdin"):
                word = self.values.get(name)
                parts = (None if word == "-" else word, self.context.piped())
                self.values[name] = "\n\n".join(part for part in parts if part and part.strip()) or None

    def check_stdin(self):
        """Raise UsageError when the argument that may come through a pipe has come in neither way."""
        for name, facts in self.command["arguments"].items():
            if facts.get("stdin") and self.values[name] is None:
                raise UsageError(f"{facts['flag']} is missing or empty: give it as an argument or through a pipe.")

    def format(self):
        """The output format: the option, else the setting."""
        if self.context.format is None:
            self.context.format = self.given.get("format") or self.settings.get("output_format")
        return self.context.format

    def at(self, *place):
        """The value of the argument whose ``to`` is this place, or None."""
        for name, facts in self.command["arguments"].items():
            if facts.get("to") == place:
                return self.values.get(name)
        return None

    def fill_in(self):
        """Fill in what was not given: settings that arguments point to, and the switch of a stream."""
        for name, facts in self.command["arguments"].items():
            if "default_from" in facts and self.values.get(name) is None:
                self.values[name] = self.settings.get(facts["default_from"])
        stream = self.command.get("stream")
        if stream and self.values.get(stream["switch"]) is None:
            self.values[stream["switch"]] = self.format() in stream["default_in"]

    def result(self, extra=None):
        """Send what the manifest says, ``extra`` laid over an answer's request, and give back the result to print."""
        if self.context.stdout is None:  # known before anything is paid for
            raise OutputFailed("Standard output is closed.")
        self.check_stdin()
        self.format()
        self.fill_in()
        route = plan.choose(self.command["routes"], self.given, self.values, self.settings)
        response = route["response"]
        if "dialect" in response:
            return self.answer(route, extra)
        if "record" in response:
            found = select(response["record"], self.document(route))
            if not isinstance(found, dict | list):
                raise ReplyNotUnderstood("The service's answer does not hold what was asked for.")
            item = self.item(found, response)
            return Record(response["columns"], record(response["columns"], item), detail=self.detail())
        return Rows(response["columns"], islice(self.rows(route), self.at("rows", "limit")), detail=self.detail())

    def detail(self):
        """Whether people's formats show the columns of the second row too."""
        return bool(self.values.get("detail"))

    def item(self, value, response):
        """An item of a reply with its inner JSON read; an empty dict where the reply has nothing."""
        return parsed(value, response.get("parse", ())) if value is not None else {}

    def rows(self, route):
        """The records of a list, page by page where the route has pages, past the filters."""
        response = route["response"]
        for value in self.listed(route):
            item = self.item(value, response)
            if plan.kept(self.command["arguments"], self.values, item):
                yield record(response["columns"], item)

    def listed(self, route):
        """The items of a list as the service sends them."""
        response = route["response"]
        if "pages" not in route:
            return self.items(self.document(route), response)
        limit = self.at("rows", "limit")
        size = size_of_page(self.at("page", "size"), limit, route["pages"]["largest"])

        def fetch(number, size):
            document = self.document(route, {route["pages"]["number"]: number, route["pages"]["size"]: size})
            return self.items(document, response), select(route["pages"]["total"], document)

        return records(fetch, start=self.at("page", "number") or 1, size=size, more=limit is not None)

    def items(self, document, response):
        """The list that a document holds; the facts allow a bare list in the place of a page, and null for nothing.

        Raises ReplyNotUnderstood when the place of the list holds something else, or the document has no such place.
        """
        rows = response["rows"]
        found = select(rows, document)
        if found is None and isinstance(rows, tuple):
            found = select(rows[:-1], document)
            if found is None or (isinstance(found, dict) and rows[-1] in found):
                return []
        if isinstance(found, list):
            return found
        raise ReplyNotUnderstood("The service's answer is not the list that was asked for.", hint=faults.WRONG_BASE_URL)

    def document(self, route, extra=None):
        """The JSON value of the reply to a route, from the cache where the manifest allows it."""
        request = plan.build(self.command, route, self.values, self.settings, extra)
        envelope = program.ENVELOPES[route["response"]["envelope"]]
        seconds = route["request"].get("cache")
        if not seconds or self.at("cache", "off") or self.sandbox:
            return self.fetch(request, envelope)
        cache = Cache(self.context.environ, self.command["name"], request.url, seconds)
        kept, age = cache.read()
        if cache.is_fresh(age) and not self.at("cache", "refresh"):
            return kept
        try:
            document = self.fetch(request, envelope)
            self.keep_words(route["response"], document)
        except CometError as error:
            if kept is None:
                raise
            self.context.note(f"{error.message} Using the copy that was fetched {ago(age)}.")
            return kept
        cache.write(document)
        return document

    def keep_words(self, response, document):
        """Keep what completion offers from a fresh list."""
        items = [self.item(value, response) for value in self.items(document, response)]
        kept = [record(response["columns"], item) for item in items]
        keep_words(self.context.environ, self.command["name"], response["columns"], kept)

    def fetch(self, request, envelope):
        """The JSON value of the reply to a request; raises the exact error when the service says no in any way."""
        return self.checked(self.send(request, envelope), envelope)

    def checked(self, reply, envelope):
        """The JSON value of a reply; raises the exact error when it is none or says no."""
        document = faults.document(reply, reply.body())
        error = faults.of_envelope(document, envelope, reply)
        if error:
            raise error
        return document

    def send(self, request, envelope):
        """The Reply to a request once its head is there; raises the exact error when its status says no."""
        from cometapi.transport import Policy, send

        policy = Policy(
            harmless=self.command["effect"] == "read" and self.command["cost"] == "free",
            retries=self.values.get("retries"),
            timeout=self.values.get("timeout"),
            code_of=lambda body: faults.said(faults.json_or_none(body), envelope)[1],
            note=self.context.note,
        )
        secret = request.headers.get(request.secret, "").rpartition(" ")[2]
        if len(secret) > 8:
            self.context.masks[secret] = mask(secret)
        reply = send(request, policy)
        if not 200 <= reply.status < 300:
            raise faults.of_status(reply, reply.refusal(), envelope)
        return reply

    def answer(self, route, extra=None):
        """The Answer of a model: its texts as they arrive, or the whole reply."""
        response = route["response"]
        envelope = program.ENVELOPES[response["envelope"]]
        reply = self.send(plan.build(self.command, route, self.values, self.settings, extra), envelope)
        self.reader = reader = Reader(program.DIALECTS[response["dialect"]], envelope, reply)
        self.afterwords = reader.judge
        columns = response["columns"]
        if "event-stream" in reply.headers.get("Content-Type", "").lower():
            events = sse.events(reply.pieces())
            return Answer(columns, pieces=reader.stream(events), document=lambda: reader.assembled(events))
        document = self.checked(reply, envelope)
        return Answer(columns, pieces=reader.whole(document), document=lambda: reader.noted(document))
