"""The answers that pass through a gateway in the history, as the setting says: agents send all that was said before with each
request, so that a request which begins like one before belongs to its conversation, and brings only what is new.
"""

import hashlib
import json
import os
import threading
import time
from collections import OrderedDict

from cometapi.answers import attachments, picks, remembering, turns, usage
from cometapi.answers.assembler import Assembly
from cometapi.cli.words import behaviours
from cometapi.manifest.select import select
from cometapi.redact import mask

MOST = 1000  # beginnings of conversations that are recognized
LARGEST = 64 * 1024 * 1024  # characters of an answer that are kept


class Keeper:
    """The history of a gateway. Thread-safe; ``store`` is None where nothing is kept."""

    def __init__(self, call):
        self.call, self.lock = call, threading.Lock()
        self.known: OrderedDict = OrderedDict()  # digests of all turns of a request to the conversation
        self.store = opened(call) if is_kept(call) else None

    def begin(self, exchange):
        """Keep a request that is about to be sent, if it is one to a model."""
        if not (self.store and exchange.incoming.is_of_answer() and isinstance(exchange.incoming.value, dict)):
            return
        exchange.assembly = Assembly(exchange.protocol["assemble"])
        exchange.begun_at = time.monotonic()
        try:
            exchange.number = self.store.begin(self.record(exchange))
        except RecursionError:  # nested too deeply to be kept
            return
        if exchange.number is not None:
            self.remember(exchange, self.store.of(exchange.number))

    def record(self, exchange):
        """What is known of a request, as the store wants it."""
        from cometapi.history.recording import masked

        incoming, turn = exchange.incoming, exchange.protocol["turn"]
        said = turns_of(turn, incoming.value)
        conversation, own = self.placed(said)
        texts = [told[1] for one in own if (told := turns.said(turn, one)) and told[0] == "user"]
        return {
            "conversation": conversation,
            "command": incoming.command["name"],
            "protocol": incoming.protocol,
            "model": incoming.model or "",
            "profile": exchange.call.settings.profile,
            "key_hint": (mask(exchange.key) or "")[-4:] or None,
            "system": masked(system_of(incoming)),
            "prompt": masked(texts[-1] if texts else ""),
            "asked": masked(attachments.without(own, {})),
            "started_at": time.time(),
        }

    def placed(self, said):
        """``(conversation, turns that are new)`` of all turns of a request; the conversation is None for a new one."""
        digests = running(said)
        with self.lock:
            for count in range(len(digests), 0, -1):
                if digests[count - 1] in self.known:
                    return self.known[digests[count - 1]], unanswered(said[count:])
        return None, said

    def remember(self, exchange, conversation):
        """Know the conversation of a request again, when the next one begins like it."""
        digests = running(turns_of(exchange.protocol["turn"], exchange.incoming.value))
        if not digests:
            return
        with self.lock:
            self.known[digests[-1]] = conversation
            self.known.move_to_end(digests[-1])
            while len(self.known) > MOST:
                self.known.popitem(last=False)

    def finish(self, exchange):
        """Keep what came of an answer."""
        if self.store is None or exchange.number is None:
            return
        try:
            self.store.finish(exchange.number, **self.facts(exchange))
        except RecursionError:
            self.store.finish(exchange.number, state="cut", error="The answer is nested too deeply to be kept.")

    def facts(self, exchange):
        """What is known in the end, as the store wants it."""
        from cometapi.history.recording import masked, sentence, state_of

        reader, text, error = exchange.reader, "".join(exchange.texts), exchange.error
        tokens, pricing = reader.tokens() if reader else {}, exchange.gateway.accounts.pricing
        state = "interrupted" if exchange.is_gone else state_of(error, reader, bool(text))
        answered = turns.of_text(exchange.protocol["turn"], "assistant", text) if text else []
        document = exchange.document if exchange.document is not None else exchange.assembled()
        if state == "finished" and document is not None:
            answered = turns.remembered(exchange.protocol["turn"], document, text)
        return {
            "state": state,
            "reply": masked(text),
            "answered": masked(attachments.without(answered, {})),
            "usage": tokens or None,
            "cost_usd": usage.cost(tokens, pricing(exchange.call, reader.model)) if tokens else None,
            "answered_by": reader and reader.model,
            "finish_reason": next(filter(None, reader.finishes.values()), reader.blocked) if reader else None,
            "request_id": exchange.request_id,
            "error": "The client went away." if exchange.is_gone else None if error is None else sentence(error),
            "duration": time.monotonic() - exchange.begun_at,
            "first_token": exchange.first_token,
        }

    def close(self):
        """Close the history."""
        if self.store:
            self.store.close()


def opened(call):
    """The history of a call, where one can be had."""
    from cometapi.history import recording, store

    path = store.place(call.context.environ)
    if path is None:  # no home, which the settings tell
        return None
    is_first = not os.path.exists(path)
    made = store.opened(call.context.environ, call.context.note, hide=call.context.hidden)
    if made and is_first:
        recording.tell_first(call, path)
    return made


def is_kept(call):
    """Whether the answers of a gateway are kept: by its options, and by the setting."""
    return not call.session.sandbox and remembering.is_wanted(call)


def turns_of(turn, body):
    """The turns of a request, a list."""
    found = select(tuple(turn["to"]), body)
    found = turns.of_text(turn, "user", found) if isinstance(found, str) else found
    return found if isinstance(found, list) else []


def running(said):
    """The digest of each beginning of some turns; what only tells a service to cache them does not count."""
    made, found = hashlib.sha256(), []
    for one in said:
        made.update(json.dumps(bare(one), sort_keys=True).encode("utf-8", "surrogatepass"))
        found.append(made.digest())
    return found


def bare(value):
    """A turn without what may change when it is sent again."""
    if isinstance(value, dict):
        return {name: bare(one) for name, one in value.items() if name != "cache_control"}
    return [bare(one) for one in value] if isinstance(value, list) else value


def unanswered(said):
    """Turns without those of the model that they begin with, which the answer before them has."""
    own = next(
        (at for at, one in enumerate(said) if turns.role_of(one) in ("user", "tool", "function", None)), len(said)
    )
    return said[own:]


def system_of(incoming):
    """The instruction of a request that is none of its turns, as text; None without one."""
    names = behaviours(incoming.command["arguments"])
    place = incoming.command["arguments"].get(names.get("system"), {}).get("to", ())
    if place[:1] != ("body",) or len(place) < 2:
        return None
    found = incoming.value.get(place[1])
    if isinstance(found, dict):
        found = found.get("parts")
    if isinstance(found, list):
        found = "\n\n".join(picks.text(one.get("text")) or "" for one in picks.items(found))
    return found if isinstance(found, str) and found and place[1] != incoming_turns(incoming) else None


def incoming_turns(incoming):
    """The key of the body in which the turns of a request stand."""
    from cometapi.generated import program

    return program.PROTOCOLS[incoming.protocol]["turn"]["to"][0]
