"""One model that is asked beside others: what it is asked through, what came of it, and what there is to say of that."""

import threading
import time
from contextlib import ExitStack

from cometapi.answers import ask, judgement, media, structure, usage
from cometapi.answers.served_by import command_of
from cometapi.attached import room
from cometapi.cli import words
from cometapi.cli.registry import command_data
from cometapi.errors import CometError, UsageError
from cometapi.http.credentials import credential
from cometapi.http.limiter import limiter_of
from cometapi.http.turn import Turn
from cometapi.manifest.arguments import flag_of
from cometapi.report import as_error

COUNTED = ("input", "output")


class Asking:
    """A message on its way to a model and back. It is built, and checked, before anything is sent; ``ask`` runs in any thread.

    ``catalog`` is what the catalog says of models by their names, ``options`` words of options for the model's own command.
    """

    def __init__(self, call, model, catalog, message, options):
        self.model, self.facts = model, catalog.get(model, {})
        self.command = command_of(self.facts)
        self.notes = []  # sentences about the answer, told when all have come
        self.texts = []
        self.error = self.first = self.duration = None
        self.is_done = self.is_stopped = False
        self.verdicts = {}  # what others make of the answer, by the names of columns
        self.comparison = call
        self.call = self.operation(call, message, options)
        self.call.endings = ExitStack()  # its own: the answers end at different times
        self.ending = threading.Lock()
        self.asked = ask.Ask(self.call, counts=True)
        self.asked.check()

    def operation(self, call, message, options):
        """The Operation that asks."""
        data = command_data(self.command)
        context = call.context.fork()
        context.note = self.notes.append
        given = words.values(data, fitting(data, options, self.model), context.environ)
        given[data["stream"]["switch"]] = True
        said = {one: True for one in (call.preview, "no_history") if one and call.option(one)}
        doing = {"model": self.model, "message": message, **said}
        return call.another(data, given, doing, context)

    def check_credential(self):
        """Raise ConfigurationMissing when there is no key."""
        credential(self.asked.route["request"]["credential"], self.call.settings)

    def begin(self, tell):
        """Ask in a thread of its own; ``tell`` is called whenever something has come."""
        threading.Thread(target=self.ask, args=[tell], daemon=True).start()

    def ask(self, tell=lambda: None):
        """Ask, and keep what comes; what fails becomes the ``error``."""
        begun = time.monotonic()
        try:
            with self.turn() as turn:
                begun = time.monotonic()
                self.read(begun, tell)
                turn.used = sum(self.counts()) or None
            self.judge()
        except Exception as error:
            self.error = as_error(error)
            self.error.message = self.call.context.hidden(self.error.message)  # a service may repeat a key
        except BaseException as end:  # a judge is waited for in the main thread, where Ctrl-C and signals come
            self.stop(end)
            raise
        finally:
            self.duration = time.monotonic() - begun
            try:
                self.end(self.error)
                self.call.close()
            finally:
                self.is_done = True  # at last: the process ends when all are
                tell()

    def turn(self):
        """The Turn of the request at the Limiter of its model."""
        route = self.asked.route["request"]
        texts = room.texts_of(self.asked.parts["body"], room.media_of(self.call.values))
        most = self.call.option("max_tokens") or self.call.option("max_completion_tokens") or 0
        limiter = limiter_of(self.comparison, route["credential"], self.model)
        turn = Turn(limiter, room.tokens_of(texts) + most, self.call.context, lambda: self.is_stopped)
        self.call.client.turn = turn
        return turn

    def read(self, begun, tell):
        """Send the request, and keep the pieces of the answer."""
        for kind, value, choice in self.asked.send().pieces():
            if kind in ("text", "reasoning") and self.first is None:
                self.first = time.monotonic() - begun
            if kind == "text" and choice == 0:
                self.asked.readers[-1].keep(len(value))
                self.texts.append(value)
            if kind == "media":
                self.notes.append(media.described(value))
            tell()

    def counts(self):
        """The tokens of request and answer, as far as the service has told them."""
        tokens = self.tokens
        return [tokens[name] for name in COUNTED if name in tokens]

    def judge(self):
        """Raise when the answer was withheld, or does not follow its schema; notes say what else there is to say."""
        self.notes += self.asked.readers[-1].judge(judgement.limiting(self.call, self.asked.parts))
        if self.call.option("schema") or self.call.option("schema_multi"):
            self.notes += structure.check(self.call, self.text)

    def stop(self, end):
        """Let what has come be all there is; ``end`` is the exception by which the call ends."""
        if not self.is_done:
            self.error = self.error or CometError("Interrupted before the answer was complete.")
            self.is_stopped = self.is_done = True
            self.call.session.limiters.wake()
            self.end(end)

    def end(self, error):
        """Let what waits for the end of the call be done, once: by its own thread, or by the one that stops it, which
        waits for the other.
        """
        with self.ending:
            self.call.endings.pop_all().__exit__(type(error) if error else None, error, None)

    @property
    def text(self):
        """The answer as far as it has come."""
        return "".join(self.texts)

    @property
    def tokens(self):
        """Tokens by name, as far as the service has told them."""
        return usage.added([reader.tokens() for reader in self.asked.readers])

    @property
    def cost(self):
        """Estimated dollars, None where they cannot be told."""
        return usage.cost(self.tokens, self.facts.get("pricing"))

    def record(self):
        """What there is to tell, by the names of columns."""
        tokens = self.tokens
        counts = self.counts()
        return {
            "model": self.model,
            "command": self.command,
            "answer": self.text if self.texts or not self.error else None,
            "first_token": rounded(self.first),
            "duration": rounded(self.duration),
            "tokens": sum(counts) if counts else None,
            "input_tokens": tokens.get("input"),
            "output_tokens": tokens.get("output"),
            "cost_usd_estimate": self.cost,
            "error": self.error and self.call.context.hidden(self.error.sentence),
            **self.verdicts,
        }


def rounded(seconds):
    """Seconds to the millisecond, None without any."""
    return None if seconds is None else round(seconds, 3)


def fitting(data, options, model):
    """Words of options for a command; raises UsageError for one that it does not have."""
    flags = {one for facts in data["arguments"].values() for one in facts.get("flags", ())}
    for flag, _ in options:
        if flag not in flags:
            raise UsageError(f"{model} is asked through {data['name']}, which has no {flag}.")
    return [f"{flag}={value}" for flag, value in options]


def options_of(call):
    """``(flag, value)`` of everything that was given for the models' own commands, which read it in their own ways."""
    found = []
    for name, value in call.given.items():
        facts = call.arguments[name]
        if "does" in facts or "flags" not in facts:
            continue
        for one in value if isinstance(value, list) else [value]:
            if one == "-":
                raise UsageError(f"{flag_of(facts)} cannot be read from stdin by several models.")
            found.append((flag_of(facts), one))
    return found
