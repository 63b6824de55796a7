"""One call of one command, as its manifest says: values, route, request, reply, result.

Nothing of a call is kept elsewhere, so that a Session can run any number of them at once.
"""

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from copy import copy
from functools import cache
from importlib import import_module

from cometapi import output
from cometapi.answers import limits
from cometapi.cli.fitting import check_values
from cometapi.cli.registry import command_data
from cometapi.cli.relations import defaults
from cometapi.cli.stdin import take
from cometapi.cli.words import behaviours
from cometapi.errors import ConfigFileBroken, OutputFailed, ReplyNotUnderstood, UsageError
from cometapi.generated import program
from cometapi.http.client import NETWORK, Client, DryRun
from cometapi.http.layout import elsewhere, joining
from cometapi.http.request import build, choose, with_groups
from cometapi.http.url import same_origin
from cometapi.manifest.arguments import flag_of
from cometapi.manifest.select import select
from cometapi.output.projection import Projection
from cometapi.output.raw import raw
from cometapi.output.to_file import to_file
from cometapi.redact import WAYS
from cometapi.settings import options
from cometapi.terminal import confirm

SHARED = (*NETWORK, "sandbox", "profile")  # behaviours of options that hold for every operation of a call
CAPS = ("max_cost", "max_calls", "until")  # and of those that cap what a call may spend


class Operation:
    """One call of one command. ``given`` are the values that somebody gave, by the name of their argument.

    ``values`` are those with the defaults, ``assumed`` the names of values that nobody gave, ``exit`` the name of the
    exit when nothing is raised, ``code`` an exit code that counts in its place, and ``afterwords`` gives the sentences to
    say when the result has been printed.
    ``is_unchecked`` tells whether the next request is to be compared with what the model's family takes.
    """

    def __init__(self, session, command, given, context):
        self.session = session
        self.command = command
        self.arguments = command["arguments"]
        self.behaviours = behaviours(self.arguments)
        self.context = context
        self.given = options.with_secrets(self.arguments, given, context)
        self.preview = next((name for name in WAYS if self.given_option(name)), None)
        self.variables = options.from_environment(self.arguments, context.environ, self.given)
        self.defaults = defaults(self.arguments, self.given)
        values = {**self.defaults, **self.variables, **self.given}
        self.values = options.hide_secrets(self.arguments, values, context, self.preview)
        self.assumed = set()
        self.exit = "ok"
        self.code: int | None = None
        self.is_unchecked = True
        self.is_step = False  # part of another call, which prints the command to continue with
        self.afterwords: Callable[[], Iterable[str]] = list
        self.parts: dict = {}  # the request by place, once it is built
        self.saved: list = []  # the saved media of the reply
        self.format_name = self.given_option("format")
        self.settings = session.settings.redacted(WAYS.get(self.preview or ""))
        self.shape = Projection(self.option("fields"), self.option("query"))
        self.client = Client(
            command,
            context,
            session.pool,
            network=self.wanted,
            secrets=lambda: self.settings.secrets(),
            is_preview=self.preview is not None,
            bodies=[] if self.given_option("raw") else None,
            book=self.booked,
        )
        self.payer = self  # the call that this one is a part of, whose caps hold for it
        self._budget = None
        self.aside = None
        self.unsaved = None  # a function that saves the files of the reply after the wait
        self.endings = ExitStack()  # what is to be done when the result has been printed, or has failed
        self.clients = [self.client]  # and those of operations that this one makes for itself
        self.take_stdin()

    # --- values

    def option(self, behaviour):
        """The value of the argument that does this for the runtime, by the manifest's ``does``; None without one."""
        return self.values.get(self.behaviours.get(behaviour))

    def argument(self, behaviour):
        """The value of an argument that the command must have: the press sees to it where a ``run`` asks for one."""
        return self.values.get(self.behaviours[behaviour])

    def given_option(self, behaviour):
        """The value that was given to the argument that does this; None when nobody gave one."""
        return self.given.get(self.behaviours.get(behaviour))

    def wanted(self, behaviour):
        """The value of an option, else of the setting that it has its default from, if the file can be read."""
        value = self.option(behaviour)
        if not options.is_blank(value):
            return value
        name = self.behaviours.get(behaviour)
        setting = self.arguments[name]["default_from"] if name else behaviour
        try:
            return self.settings.get(setting)
        except ConfigFileBroken:  # whoever has all that is needed from elsewhere goes on with the defaults
            return program.SETTINGS[setting].get("default")

    def take_stdin(self):
        """Read stdin for the argument that names it, or that the manifest says may come through a pipe."""
        self.values = take(self.arguments, self.values, self.context)
        self.given = {
            name: value if "stdin" in self.arguments[name] else self.values[name] for name, value in self.given.items()
        }

    def inherit(self, values):
        """Take over values by the names of their arguments, as if they had been given; what was given stays."""
        for name, value in values.items():
            self.given.setdefault(name, value)
            self.values[name] = self.given[name]

    def check_stdin(self):
        """Raise UsageError when the argument that may come through a pipe has come in neither way, nor what stands for it."""
        for name, facts in self.arguments.items():
            is_missing = facts.get("stdin") and self.values[name] is None
            if is_missing and not any(other in self.given for other in facts.get("or_from", ())):
                joined = [flag_of(self.arguments[one]) for one in joining(name, self.arguments, self.given)]
                why = f", and {joined[0]} needs one" if joined else ""
                raise UsageError(
                    f"{flag_of(facts)} is missing or empty{why}: give it as an argument or through a pipe."
                )

    def fill_in(self):
        """Fill in what was not given: settings that arguments point to, and the switch of a stream; it is all assumed."""
        for name, facts in self.arguments.items():
            value = options.otherwise(facts, self.values.get(name), self.defaults.get(name), self.settings)
            if name in self.given and value != self.values[name]:  # -m "$UNSET"
                self.context.note(f"{flag_of(facts)} is empty; using {value}.")
            if "default_from" in facts and facts.get("complete") == "models" and value is not self.values.get(name):
                value = self.session.model(value, self.context)
            self.values[name] = value
        stream = self.command.get("stream")
        if stream and self.values.get(stream["switch"]) is None:
            self.values[stream["switch"]] = self.streams_by_default(stream)
        stdin = {name for name, facts in self.arguments.items() if facts.get("stdin")}
        self.assumed = {name for name in self.values if name not in self.given} - stdin
        limits.fill_in(self)

    def streams_by_default(self, stream):
        """Whether an answer is streamed when nobody says: where its pieces are printed."""
        return not self.shape and (self.format() in stream["default_in"] or bool(self.option("events")))

    def format(self):
        """The output format: the option, else the setting."""
        if self.format_name is None:
            self.format_name = self.settings.get("output_format")
        return self.format_name

    @property
    def writer(self):
        """The name of what prints the result."""
        return "events" if self.option("events") else self.format()

    # --- running

    def run(self):
        """Run the command, print its result, and return the exit code; with ``--events`` a failure is an event too."""
        is_result = has_media(self) or self.option("estimate")  # whose --output names the file of the real result
        path = None if is_result else self.option("output")
        with to_file(self.context, path, self.option("force"), is_private="private" in self.command):
            try:
                with self.endings:
                    self.print(runner(self.command)(self))
            except DryRun as seen:
                self.show(seen)
            except BrokenPipeError:
                raise
            except (Exception, KeyboardInterrupt) as error:
                if self.option("events"):
                    from cometapi.output.as_events import write_error

                    write_error(error, self.context)
                raise
            finally:
                self.close()
        return program.EXITS[self.exit]["code"] if self.code is None else self.code

    def show(self, seen):
        """Show a request instead of sending it, or what it would cost."""
        if self.option("estimate"):
            from cometapi.spending import estimates

            self.print(estimates.result(self, [seen]))
            return
        from cometapi.http import preview

        preview.show(self, seen.request)

    def print(self, result):
        """Print a result, and what there is to say beside it; None prints nothing."""
        bodies = self.client.bodies
        if self.saved and self.option("show"):
            from cometapi.terminal import pictures

            pictures.show([one.path for one in self.saved], self.context)
        if result is not None:
            result = self.shape.of(result) if bodies is None else raw(result, bodies)
            output.write(result, self.writer, self.context)
        for sentence in self.afterwords():
            self.context.note(sentence)

    def close(self):
        """Let go of replies that were not read to their end."""
        for client in self.clients:
            client.close()
        if self.payer is self and self._budget and self._budget[0]:
            self._budget[0].close()
        for value in self.values.values():
            if hasattr(value, "close"):  # read from stdin
                value.close()

    def another(self, command, given=None, doing=None, context=None):
        """An operation of another command that goes the same way: with these settings, and these options of the network.

        ``given`` are values by the name of their argument, ``doing`` values by what their argument does. One that has a
        ``context`` of its own runs beside this one, and is closed for itself.
        """
        data = command_data(command) if isinstance(command, str) else command
        wanted = {one: self.given_option(one) for one in SHARED} | (doing or {})
        names = behaviours(data["arguments"])
        told = {names[one]: value for one, value in wanted.items() if one in names and value is not None}
        made = Operation(self.session, data, {**told, **(given or {})}, context or self.context)
        made.payer = self.payer
        if context:
            return made
        self.clients.append(made.client)
        made.clients, made.endings = self.clients, self.endings
        return made

    def beside(self):
        """This call with another client, for a request that is sent while the reply before it is still in use."""
        if self.aside is None:
            self.aside = self.sibling()
            self.clients.append(self.aside.client)
        self.aside.client.repeats = self.client.repeats
        return self.aside

    def sibling(self):
        """This call with a client of its own, for a thread that sends requests beside this one; whoever wants it closes that."""
        made = copy(self)
        made.settings, made.client = self.settings.settled(), copy(self.client)
        made.client.reply, made.client.network = None, cache(made.wanted)
        made.client.secrets = cache(made.client.secrets)
        return made

    # --- sending and reading

    def result(self):
        """Send what the manifest says and give back the result to print."""
        from cometapi.http.replies import KINDS

        self.check_stdin()
        route = self.ready()
        return KINDS[route["response"]["is"]](self, route)

    def ready(self):
        """The route of this call, when all that can be known to be wrong before sending has been looked at."""
        if self.context.stdout is None:  # known before anything is paid for
            raise OutputFailed("Standard output is closed.")
        if self.command["effect"] == "destroy":
            confirm.check(self)
        self.format()
        self.attach()
        self.fill_in()
        check_values(self)
        route = choose(self.command["routes"], self.given, self.values, self.settings)
        self.take_places(route)
        route = with_groups(route, self.values)
        self.check_list(route)
        if route["response"]["columns"]:
            self.shape.columns(route["response"]["columns"])
        if self.client.bodies:
            self.client.bodies.clear()  # those of a look before
        return route

    def take_places(self, route):
        """Use the places that a route has for the arguments, which may differ from those of other routes."""
        if "places" in route:
            self.arguments = elsewhere(self.arguments, route["places"])
            self.command = {**self.command, "arguments": self.arguments}

    def attach(self):
        """Read and fetch what stands before the message."""
        if self.option("files") or self.option("links"):
            from cometapi.attached.pieces import attach

            attach(self)
        if not self.preview and any(facts.get("type") == "upload" for facts in self.arguments.values()):
            from cometapi.attached.linked_files import fetch

            fetch(self)

    def check_list(self, route):
        """Raise UsageError for an option that arranges a list where this call gets none."""
        for behaviour in ("sort", "where", "limit"):
            if self.given_option(behaviour) and route["response"].get("is") not in (None, "rows", "any"):
                raise UsageError(
                    f"{flag_of(self.arguments[self.behaviours[behaviour]])} is for lists; this call has none."
                )

    def request(self, route, extra=None):
        """The request of a route, and the envelope of its reply."""
        base = self.base(route["request"]["from"]) if "from" in route["request"] else None
        request = build(self.command, route, self.values, self.settings, extra, self.assumed, base)
        self.parts = request.parts
        if self.is_unchecked:
            limits.check(self, request.parts)
            self.is_unchecked = False
        return request, program.PROTOCOLS[route["response"]["protocol"]]["envelope"]

    def base(self, wanted):
        """The fields of another command's record that the body begins with; none in a preview, which sends nothing."""
        from cometapi.cli.command_line import line

        command = command_data(wanted["command"])
        given = {name: self.values[source] for name, source in wanted["give"].items()}
        if self.preview:
            self.context.note(f"The fields that are not given are read first, with {line(command, given)}.")
            return {}
        reading = self.another(command, given)
        route = reading.ready()
        record = select(route["response"]["record"], reading.document(route))
        if not isinstance(record, dict):
            raise ReplyNotUnderstood("The service's reply does not hold the record that is to be changed.")
        return {name: record[name] for name in wanted["fields"] if name in record}

    def columns(self, route):
        """The columns of a route; one that a given option reveals loses its mask."""
        columns = route["response"]["columns"]
        return [{**column, "format": None} if self.values.get(column.get("reveal")) else column for column in columns]

    def cost(self, model, tokens, items):
        """The estimated cost in dollars of a reply with this many items by the cached prices, or None."""
        from cometapi.answers import prices, usage

        return usage.cost(tokens, prices.at_hand(self, model), items)

    def budget(self):
        """The Budget that caps what this call may spend, with all that it asks others for; None without a cap."""
        payer = self.payer
        with self.session.lock:
            if payer._budget is None:
                cap = day_cap(payer.settings)
                is_capped = cap is not None or any(payer.option(one) is not None for one in CAPS) or self.session.caps
                payer._budget = (made_budget(payer, cap),) if is_capped else (None,)
        return payer._budget[0]

    def booked(self, request):
        """The Booking of a paid request that is about to be sent; None without a cap. Raises CapReached."""
        budget = self.budget()
        if budget is None:
            return None
        from cometapi.spending.booking import booked

        return booked(self, budget, request)

    def document(self, route, extra=None, url=None):
        """The JSON value of the reply to a route, from the cache where the manifest allows one.

        ``url`` is a link of the reply before, which takes the place of the request's own URL.
        """
        request, envelope = self.request(route, extra)
        if url is not None:
            request.url = same_origin(request.url, url)
        if "creates" in self.command and not self.preview:
            from cometapi.http.creating import created, with_own_id

            own = with_own_id(self, request, lambda more: self.request(route, {**(extra or {}), **more})[0])
            return created(self, own, envelope)
        seconds = route["request"].get("cache")
        is_seen = self.preview or self.client.bodies is not None  # no copy can stand for what is to be seen
        if not seconds or self.option("no_cache") or self.session.sandbox or is_seen:
            return self.client.document(request, envelope)
        from cometapi.http.cache import fetched

        return fetched(self, route, request, envelope)


def day_cap(settings):
    """The cap of the settings on dollars a day, or None. A file that cannot be read has none, unless it speaks of one."""
    try:
        return settings.get("max_cost_per_day")
    except ConfigFileBroken:
        with open(settings.path, "rb") as file:
            if b"max_cost_per_day" in file.read():
                raise
        return None


def made_budget(call, cap):
    """The Budget of a call with a cap."""
    from cometapi.spending.booking import budget_of

    return budget_of(call, cap)


def has_media(call):
    """Whether the final reply of a call, its own or that of its last step, may contain files."""
    if "any" in call.command.get("wait", {}) and call.option("output"):
        from cometapi.http.creating import whose

        other = whose(call)
        return has_files(other[0] if other else call.command)
    steps = [step for step in call.command.get("then", ()) if "if" not in step or call.values.get(step["if"])]
    return has_files(command_data(steps[-1]["command"]) if steps else call.command)


def has_files(command):
    """Whether a reply of a command may contain files."""
    return any({"files", "name"} & route.get("response", {}).keys() for route in command["routes"])


def runner(command):
    """The function that runs an Operation of a command: the one that its ``run`` names, else sending and reading alone."""
    if "run" in command:
        module, function = command["run"].split(":")
        return getattr(import_module(f"cometapi.commands.{module}"), function)
    return Operation.result
