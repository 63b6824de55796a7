"""Conversations of the history as documents and texts: what ``history show`` and ``export`` print. Pure."""

import time
import unicodedata

from cometapi.answers import turns
from cometapi.generated import program
from cometapi.history.rows import UNANSWERED
from cometapi.terminal.visible import visible

LONGEST = 60  # characters of a title
WHOLE = "finished"  # the state of an exchange whose answer came to its end
JOINERS = "\u200d\ufe0e\ufe0f"  # what makes one character of several


def title(name, said):
    """What a conversation is called: its name, else the beginning of its first message, on one line and without controls."""
    return cut(visible(" ".join((name or said or "").split()), keep=""), LONGEST)


def cut(text, longest):
    """A text of no more characters, with … where it was longer; signs that belong to one character stay together."""
    if len(text) <= longest:
        return text
    end = longest - 1
    while end and (is_joined(text[end]) or text[end - 1] == JOINERS[0]):
        end -= 1
    return f"{text[:end].rstrip()}…"


def is_joined(sign):
    """Whether a sign belongs to the character before it."""
    return sign in JOINERS or bool(unicodedata.combining(sign)) or 0x1F3FB <= ord(sign) <= 0x1F3FF


def document(found, *, now=None):
    """A conversation of the store as the object that ``--messages`` and ``/load`` read, with what else is known of it."""
    exchanges = found["exchanges"]
    last = exchanges[-1] if exchanges else {}
    paid = [one for one in exchanges if one["copy_of"] is None and (one["usage"] or one["state"] not in UNANSWERED)]
    priced = [one["cost_usd"] for one in paid if one["cost_usd"] is not None]
    return {
        "id": found["id"],
        "title": title(found["name"], exchanges[0]["prompt"] if exchanges else ""),
        "name": found["name"],
        "model": last.get("model"),
        "protocol": last.get("protocol"),
        "exported_at": moment(now),
        "started_at": found["started_at"],
        "used_at": last.get("started_at", found["started_at"]),
        "forked_from": found["forked_from"],
        "turns": len(exchanges),
        "cost_usd": round(sum(priced), 10) if priced or not paid else None,
        "unpriced": len(paid) - len(priced),
        "messages": messages(exchanges),
        "refused": [refusal(one) for one in exchanges if one["state"] == "refused"],
    }


def moment(seconds=None):
    """A time as machines read it, without one now."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() if seconds is None else seconds))


def messages(exchanges):
    """What was said, the system prompt in use first; what the service refused is no part of the conversation."""
    system = next((one["system"] for one in reversed(exchanges) if one["system"]), None)
    begun = [{"role": "system", "content": system}] if system else []
    return [*begun, *(message for one in exchanges if one["state"] != "refused" for message in both(one))]


def both(exchange):
    """The message and the answer of an exchange; the answer alone is missing where none came."""
    asked = {"role": "user", "content": exchange["prompt"], **own(exchange, "user", "asked")}
    yield {**asked, "sent_at": moment(exchange["started_at"]), **given(exchange, "command", "attachments")}
    if exchange["reply"] or exchange["answered"]:
        answered = {"role": "assistant", "content": exchange["reply"], **own(exchange, "assistant", "answered")}
        model = exchange["answered_by"] or exchange["model"]
        yield {**answered, "model": model, **given(exchange, *OF_ANSWERS)}


OF_ANSWERS = (
    "state",
    "finish_reason",
    "error",
    "request_id",
    "duration",
    "first_token",
    "usage",
    "cost_usd",
)


def given(exchange, *names):
    """What is known of these facts."""
    return {name: exchange[name] for name in names if exchange[name] not in (None, [], {})}


TEXTS = {"user": "prompt", "assistant": "reply"}


def own(exchange, role, column):
    """The turns of the protocol, where they say more than the text; those that stood for files no longer hold them."""
    found = exchange[column]
    if not found or (role == "user" and exchange["attachments"]):
        return {}
    protocol = program.PROTOCOLS.get(exchange["protocol"], {})
    plain = turns.of_text(protocol["turn"], role, exchange[TEXTS[role]]) if "turn" in protocol else None
    return {} if found == plain else {"turns": found}


def refusal(exchange):
    """A message that the service did not take."""
    return {"content": exchange["prompt"], "sent_at": moment(exchange["started_at"]), **given(exchange, *OF_ANSWERS)}


LEEWAY = (60, 3600)  # seconds before a call was sent, and after it, in which the service may have noted it


def around(exchange):
    """By what a call without an id is looked for: its model, and the time in which it was."""
    before, after = LEEWAY
    since, until = moment(exchange["started_at"] - before), moment(exchange["started_at"] + after)
    return {"model": exchange["model"], "since": since, "until": until}


def lacking(found):
    """What is said beside a conversation: of answers that did not come, or not whole."""
    messages = found["messages"]
    following = [*messages[1:], {"role": "user"}]
    missing = sum(one["role"] == "user" == other["role"] for one, other in zip(messages, following, strict=True))
    parts = sum(one.get("state", WHOLE) != WHOLE for one in messages if one["role"] == "assistant")
    told = [(missing, "has no answer", "have no answer"), (len(found["refused"]), "was refused", "were refused")]
    yield from (
        f"{number} message{'' if number == 1 else 's'} {one if number == 1 else more}."
        for number, one, more in told
        if number
    )
    if parts:
        yield f"{parts} answer{' is' if parts == 1 else 's are'} not whole."


def day(seconds):
    """The day of a moment, in local time."""
    return time.strftime("%Y-%m-%d", time.localtime(seconds))
