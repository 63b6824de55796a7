"""One call of a model on its way into the history: begun before its request leaves, finished with the answer as far as it came."""

import os
import time

from cometapi.advice import also
from cometapi.answers import attachments, prices, turns, usage
from cometapi.answers.remembering import setting
from cometapi.cli.registry import command_data
from cometapi.errors import AnswerRefused, Stopped, StreamCut, is_refusal
from cometapi.generated import program
from cometapi.history import said
from cometapi.history.store import opened, place
from cometapi.http.cache import keep_words
from cometapi.http.service_errors import facts_of
from cometapi.manifest.select import select
from cometapi.redact import inside, mask, private

LARGEST = 64 * 1024 * 1024  # characters of an answer that are kept
TURN_OFF = also(" To keep none: {program} config set {option} off; not this one: {no_history}", option="history")
MOST_OFFERED = 50  # conversations
NOT_TAKEN = (429, 503, 529)  # statuses with which the service says that it has not taken a request


def begun(asked, request):
    """The Recording of what is asked by a request that is about to leave; None where the history cannot be used."""
    call = asked.call
    path = place(call.context.environ)
    if path is None:  # no home, which the settings tell
        return None
    is_first = not os.path.exists(path)
    call.context.hide([*request.secrets, *call.client.secrets()])
    store = opened(call.context.environ, call.context.note, hide=call.context.hidden)
    number = store and store.begin(record(asked, request))
    if number is None:
        if store:
            store.close()
        return None
    if is_first:
        tell_first(call, path)
    made = Recording(asked, store, number)
    call.endings.push(made.finish)
    return made


def tell_first(call, path):
    """Say with the first call that is ever kept where that is, unless it was asked for."""
    if setting(call) == "terminal":
        call.context.note(f"Calls from a terminal are kept in {path}.{TURN_OFF}")


def record(asked, request):
    """What is known of a call before it is sent, as the store wants it."""
    call, own = asked.call, said.own_turns(asked)
    files = attachments.attached(call)
    message = call.option("message")
    texts = [told[1] for one in own if (told := turns.said(asked.protocol["turn"], one)) and told[0] != "assistant"]
    return {
        "conversation": asked.past.conversation,
        "command": call.command["name"],
        "protocol": asked.protocol["protocol"],
        "model": said.model_of(asked),
        "profile": call.settings.profile,
        "key_hint": (mask(request.secrets[0]) or "")[-4:] or None,
        "system": masked(call.option("system")),
        "options": said.options_of(call, asked.protocol["turn"]),
        "prompt": masked(message if isinstance(message, str) else "\n\n".join(texts)),
        "asked": masked(attachments.without(own, attachments.spelt(files))),
        "attachments": files,
        "started_at": time.time(),
    }


def masked(value):
    """A text or a value of JSON without what the manifest calls private; the store masks the secrets of the call."""
    return inside(value, program.PRIVATE) if isinstance(value, str) else private(value, program.PRIVATE)


class Recording:
    """What comes to be known of one exchange of the store: the texts of its rounds, and what the readers tell of them."""

    def __init__(self, asked, store, number):
        self.asked, self.store, self.number = asked, store, number
        self.conversation = store.of(number)
        self.before = len(asked.added)
        self.begun_at = time.monotonic()
        self.first_token = None
        self.reading = None
        self.read_at = self.before  # how many turns had been added when it came
        self.texts = []  # of each round, a list of pieces
        self.size = 0
        self.state, self.has_reply = "sent", False
        self.media = {}  # the data of what the answer holds beside text, to its digest

    def follow(self, reading):
        """Hear what a Reading reads; where tools were declared the whole turn is wanted, with the model's calls."""
        self.reading, self.read_at = reading, len(self.asked.added)
        self.texts.append([])
        reading.reader.heard = self.heard
        if select(self.asked.protocol["turn"]["tools"], self.asked.parts["body"]):
            reading.keeping()

    def heard(self, pieces):
        """The pieces of an answer as they come, its text kept: a generator."""
        for piece in pieces:
            kind, value, choice = piece
            if self.first_token is None:
                self.first_token = time.monotonic() - self.begun_at
            if kind == "text" and choice == 0 and self.size < LARGEST:
                self.size += len(value)
                self.texts[-1].append(value)
            elif kind == "media" and isinstance(value.data, str):
                self.media |= attachments.spelling(value.data)
            yield piece

    def finish(self, kind, error, trace):
        """Keep what came when the call ends, with its error or without one; the end of a context, which hides no error."""
        try:
            self.store.finish(self.number, **self.facts(error))
        except RecursionError:  # the answer is nested too deeply to be looked through for secrets, so it is not kept
            self.store.finish(self.number, state=self.state, error="The answer is nested too deeply to be kept.")
        else:
            if self.asked.past.conversation is None:
                offer(self.asked.call.context, self.store)
        finally:
            self.store.close()

    def facts(self, error):
        """What is known in the end, as the store wants it."""
        readers = self.asked.readers
        reader = readers[-1] if readers else None
        reply = "\n\n".join(text for text in map("".join, self.texts[self.asked.sent_back :]) if text)
        tokens = usage.added([one.tokens() for one in readers])
        self.has_reply = bool(reply)
        self.state = state_of(error, reader, self.has_reply, self.awaits_round)
        return {
            "state": self.state,
            "reply": masked(reply),
            "answered": masked(attachments.without(self.turns(self.state == "finished"), self.media)),
            "usage": tokens or None,
            "cost_usd": usage.cost(tokens, prices.at_hand(self.asked.call, reader.model)) if tokens else None,
            "answered_by": (reader and reader.model) or self.asked.answered_by,
            "finish_reason": next(filter(None, reader.finishes.values()), reader.blocked) if reader else None,
            "request_id": getattr(error, "request_id", None) or facts_of(reader and reader.reply).get("request_id"),
            "error": None if error is None else sentence(error),
            "duration": time.monotonic() - self.begun_at,
            "first_token": self.first_token,
        }

    @property
    def awaits_round(self):
        """Whether the results of tools have followed what was read last: that is one of the turns that were added."""
        return len(self.asked.added) > self.read_at

    def turns(self, is_whole):
        """The turns of the protocol that carry the answer: the model's own where it is whole, else its text."""
        turn, rounds = self.asked.protocol["turn"], self.asked.added[self.before :]
        document = self.reading.reply() if is_whole and self.reading else None
        text = "".join(self.texts[-1]) if self.texts and not self.awaits_round else ""
        if document is not None:
            return [*rounds, *turns.remembered(turn, document, text)]
        return [*rounds, *(turns.of_text(turn, "assistant", text) if text else [])]


def offer(context, store):
    """Keep what a Tab offers of the conversations: their ids with model and time, and nothing that was said."""
    command = program.COMPLETIONS.get("conversations", {}).get("from")
    if command is None:
        return
    columns = command_data(command)["routes"][0]["response"]["columns"]
    found = store.list(MOST_OFFERED)
    if found:
        keep_words(context.environ, command, columns, found)


def sentence(error):
    """Why a call ended before its answer did."""
    if isinstance(error, KeyboardInterrupt):
        return "It was interrupted (Ctrl-C)."
    if isinstance(error, Stopped):
        return f"It was ended by signal {error.number}."
    if isinstance(error, BrokenPipeError):
        return "Whoever read the answer went away."
    return str(error)


def state_of(error, reader, has_text, awaits_round=False):
    """How an exchange ended: ``finished``, or what it became where the call failed.

    ``cut`` is an answer that broke off, also between two rounds of tools, or of which nobody knows whether the service
    made it; ``refused`` and ``failed`` ones were not made.
    """
    if error is None:
        return "finished"
    if not hasattr(error, "http_status"):  # Ctrl-C, a signal, a reader that went away
        return "interrupted"
    if awaits_round:  # the rounds before were answered, and paid
        return "cut"
    if isinstance(error, AnswerRefused) or (is_refusal(error) and not has_text):
        return "refused"
    if reader and reader.is_whole():  # it does not fit a schema, or could not be written
        return "finished"
    if has_text or isinstance(error, StreamCut) or reader or getattr(error, "is_open", False):
        return "cut"
    status = error.http_status or 0
    return "cut" if status == 408 or (status >= 500 and status not in NOT_TAKEN) else "failed"
