"""Runs one command as its manifest says: settings, plan, transport, reading of the reply, output.

Commands with a ``run`` get the same Call and may use its pieces; they live in ``commands/``.
"""

from importlib import import_module

from cometapi import output
from cometapi.answers import sse
from cometapi.answers.reader import Reader
from cometapi.cli.words import defaults
from cometapi.errors import CometError, ConfigFileBroken, OutputFailed, UsageError
from cometapi.generated import program
from cometapi.http import preview
from cometapi.http.cache import Cache, ago, keep_words
from cometapi.http.client import NETWORK, Client, Unsent
from cometapi.http.listing import Listing
from cometapi.http.replies import KINDS
from cometapi.http.request import build, choose
from cometapi.http.url import same_origin
from cometapi.manifest.select import parsed
from cometapi.output.projection import Shape
from cometapi.output.raw import raw, tapped
from cometapi.output.records import record
from cometapi.output.results import Answer
from cometapi.output.to_file import to_file
from cometapi.settings.values import Settings
from cometapi.terminal import confirm


def run(command, given, context):
    """Run a command with what was given to it and return the exit code; with ``--events`` a failure is an event too."""
    path = None if has_media(command) else given.get("output")  # which names the file of the medium then
    with to_file(context, path, given.get("force")):
        try:
            return ran(command, given, context)
        except BrokenPipeError:
            raise
        except (Exception, KeyboardInterrupt) as error:
            if given.get("events"):
                from cometapi.output.as_events import write_error

                write_error(error, context)
            raise


def has_media(command):
    """Whether the replies of a command may hold files."""
    return any("files" in route.get("response", {}) for route in command["routes"])


def ran(command, given, context):
    """Run a command, print its result and what there is to say beside it, and return the exit code."""
    context.look = next((name for name in ("dry_run", "curl") if given.get(name)), None)
    context.bodies = [] if given.get("raw") else None
    call = Call(command, given, context)
    try:
        result = runner(command)(call)
        if result is not None:
            result = call.shape.of(result) if context.bodies is None else raw(result, context.bodies)
            output.write(result, "events" if call.values.get("events") else call.format(), context)
        for sentence in call.afterwords():
            context.note(sentence)
    except Unsent as seen:
        preview.show(call, seen.request)
    finally:
        call.close()
    return program.EXITS[call.exit]["code"]


def runner(command):
    """The function that runs a Call of a command: the one that its ``run`` names, else what its response wants."""
    if "run" in command:
        module, function = command["run"].split(":")
        return getattr(import_module(f"cometapi.commands.{module}"), function)
    if any(route.get("response", {}).get("is") == "answer" for route in command["routes"]):
        from cometapi.answers import ask

        return ask.run
    return Call.result


class Call:
    """One call of one command: what was given, what follows from it, and the ways to send and to read."""

    def __init__(self, command, given, context, sandbox=None):
        self.command = command
        self.arguments = command["arguments"]
        self.context = context
        self.given = dict(given)
        self.assumed = set()  # names of values that nobody gave
        self.exit = "ok"  # name of the exit when nothing is raised
        self.reader = None  # of an answer, once its head is there
        self.afterwords = list  # gives the sentences to say when the result has been printed
        self.sandbox = sandbox or self.started_sandbox()
        try:
            self.prepare()
        except BaseException:
            self.close()
            raise

    def prepare(self):
        """Read the settings and what comes through a pipe; raises for options that do not hold."""
        fixed = self.sandbox.settings if self.sandbox else None
        self.settings = Settings(
            program.SETTINGS,
            self.context.environ,
            fixed=fixed,
            note=self.context.note,
            profile=self.given.get("profile"),
        )
        self.settings.veil = preview.veil(self.context)
        self.values = {**defaults(self.arguments), **self.given}
        self.shape = Shape(self.values)
        self.client = Client(self.command, self.context, network=self.wanted, secrets=lambda: self.settings.secrets())
        self.take_stdin()

    def another(self, command, given):
        """A call of another command that goes the same way: with these settings, this sandbox, these options of the network."""
        same = {name: self.given[name] for name in (*NETWORK, "sandbox", "profile") if name in self.given}
        call = Call(command, {**same, **given}, self.context, sandbox=self.sandbox)
        call.settings = self.settings
        return call

    def started_sandbox(self):
        """A sandbox for this call alone, when ``--sandbox`` asks for one."""
        if not self.given.get("sandbox"):
            return None
        from cometapi.sandbox.server import Sandbox

        self.context.note("Sample data from the sandbox; nothing is sent to the service.")
        return Sandbox().start()

    def close(self):
        """Let go of what is still open, and stop what was started for this call."""
        if self.context.reply:
            self.context.reply.close()
        if self.sandbox:
            self.sandbox.stop()

    def take_stdin(self):
        """Join a pipe to the argument that the manifest says may come through one."""
        for name, facts in self.arguments.items():
            if facts.get("stdin"):
                word = self.values.get(name)
                parts = (None if word == "-" else word, self.context.piped())
                self.values[name] = "\n\n".join(part for part in parts if part and part.strip()) or None

    def check_stdin(self):
        """Raise UsageError when the argument that may come through a pipe has come in neither way, nor what stands for it."""
        for name, facts in self.arguments.items():
            is_missing = facts.get("stdin") and self.values[name] is None
            if is_missing and not any(other in self.given for other in facts.get("instead", ())):
                raise UsageError(f"{facts['flag']} is missing or empty: give it as an argument or through a pipe.")

    def format(self):
        """The output format: the option, else the setting."""
        if self.context.format is None:
            self.context.format = self.given.get("format") or self.settings.get("output_format")
        return self.context.format

    def at(self, *place):
        """The value of the argument whose ``to`` is this place, or None."""
        for name, facts in self.arguments.items():
            if facts.get("to") == place:
                return self.values.get(name)
        return None

    def wanted(self, name):
        """The value of an option, else of the setting that it has its default from, if the file can be read."""
        value = self.values.get(name)
        if not is_blank(value):
            return value
        setting = self.arguments[name]["default_from"]
        try:
            return self.settings.get(setting)
        except ConfigFileBroken:  # who has all that is needed from elsewhere goes on with the defaults
            return program.SETTINGS[setting].get("default")

    def fill_in(self):
        """Fill in what was not given: settings that arguments point to, and the switch of a stream; it is all assumed."""
        for name, facts in self.arguments.items():
            if {"default_from", "to"} <= facts.keys() and is_blank(
                self.values.get(name)
            ):  # -m "$UNSET" means the default
                self.values[name] = self.settings.get(facts["default_from"])
        stream = self.command.get("stream")
        if stream and self.values.get(stream["switch"]) is None:
            self.values[stream["switch"]] = self.streams_by_default(stream)
        if stream and self.values[stream["switch"]] and self.values.get("usage"):
            self.ask_usage(stream)
        stdin = {name for name, facts in self.arguments.items() if facts.get("stdin")}
        self.assumed = {name for name in self.values if name not in self.given} - stdin

    def ask_usage(self, stream):
        """Ask for the usage of a stream, which some protocols tell only then; other options of the stream stay."""
        for name, facts in self.arguments.items():
            place, *keys = facts.get("to", (None,))
            if place == "body" and len(keys) == 1 and keys[0] in stream.get("usage", {}):
                self.values[name] = {**stream["usage"][keys[0]], **(self.values.get(name) or {})}

    def streams_by_default(self, stream):
        """Whether an answer is streamed when nobody says: where its pieces are printed."""
        return not self.shape and (self.format() in stream["default_in"] or bool(self.values.get("events")))

    def result(self, extra=None):
        """Send what the manifest says, ``extra`` laid over an answer's request, and give back the result to print."""
        if self.context.stdout is None:  # known before anything is paid for
            raise OutputFailed("Standard output is closed.")
        self.check_stdin()
        if self.command["effect"] == "destroy":
            confirm.check(self)
        self.format()
        self.fill_in()
        route = choose(self.command["routes"], self.given, self.values, self.settings)
        if route["response"]["columns"]:
            self.shape.columns(route["response"]["columns"])
        if self.context.bodies:
            self.context.bodies.clear()  # those of a look before
        kind = route["response"]["is"]
        return self.answer(route, extra) if kind == "answer" else KINDS[kind](self, route)

    def request(self, route, extra=None):
        """The request of a route, and the envelope of its reply."""
        request = build(self.command, route, self.values, self.settings, extra, self.assumed)
        return request, program.ENVELOPES[route["response"]["envelope"]]

    def columns(self, route):
        """The columns of a route; one that a given option reveals loses its mask."""
        columns = route["response"]["columns"]
        return [{**column, "format": None} if self.values.get(column.get("reveal")) else column for column in columns]

    def answer(self, route, extra=None):
        """The Answer of a model: its texts as they arrive, or the whole reply."""
        request, envelope = self.request(route, extra)
        reply = self.client.send(request, envelope)
        response = route["response"]
        self.reader = reader = Reader(program.DIALECTS[response["dialect"]], envelope, reply)
        self.afterwords = reader.judge
        if "event-stream" in reply.headers.get("Content-Type", "").lower():
            kept = self.context.bodies
            events = sse.events(reply.pieces() if kept is None else tapped(reply.pieces(), kept))
            facts = {"everything": reader.stream(events), "document": lambda: reader.assembled(events)}
        else:
            whole = self.client.checked(reply, envelope)
            facts = {"everything": reader.whole(whole), "document": lambda: reader.noted(whole)}
        return Answer(response["columns"], reader=reader, **facts)

    def document(self, route, extra=None, url=None):
        """The JSON value of the reply to a route, from the copy on this machine where the manifest allows one.

        ``url`` is a link of the reply before, which takes the place of the request's own URL.
        """
        request, envelope = self.request(route, extra)
        if url is not None:
            request.url = same_origin(request.url, url)
        seconds = route["request"].get("cache")
        if not seconds or self.at("cache", "off") or self.sandbox or self.is_shown():
            return self.client.document(request, envelope)
        cache = Cache(self.context.environ, self.command["name"], request.url, seconds)
        kept, age = cache.read()
        if cache.is_fresh(age) and not self.at("cache", "refresh"):
            self.context.tell(f"Using the copy of {request.url} that was fetched {ago(age)}.")
            return kept
        try:
            document = self.client.document(request, envelope)
            self.keep_words(route, document)
        except CometError as error:
            if kept is None:
                raise
            self.context.note(f"{error.message} Using the copy that was fetched {ago(age)}.")
            return kept
        cache.write(document)
        return document

    def is_shown(self):
        """Whether the request or the reply itself is to be seen, which no copy can stand for."""
        return any(self.given.get(name) for name in ("dry_run", "curl", "raw"))

    def keep_words(self, route, document):
        """Keep what completion offers from a fresh list."""
        response = route["response"]
        items = [parsed(value, response.get("parse", ())) for value in Listing(self, route).of(document)]
        kept = [record(response["columns"], item) for item in items]
        keep_words(self.context.environ, self.command["name"], response["columns"], kept)


def is_blank(value):
    """Whether an option has no value, or an empty one."""
    return value is None or (isinstance(value, str) and not value.strip())
