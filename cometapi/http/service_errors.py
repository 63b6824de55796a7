"""Turns refusals into errors: by HTTP status, by the service's code, or by an envelope with status 200."""

import json
import re

from cometapi import errors
from cometapi.advice import advice, also
from cometapi.generated import program
from cometapi.http.refusals import REFUSED, ended, exit_of_status, next_step, worded
from cometapi.manifest.select import filled, select

CLASSES = {
    "general_error": errors.Refused,
    "service_unavailable": errors.ServiceUnavailable,
    "authentication_error": errors.AuthenticationError,
}
LINES = (
    "ndjson",
    "jsonl",
    "json-l",
    "json-seq",
    "json-stream",
    "stream+json",
)  # in the media types of many JSON values
WRONG_BASE_URL = advice("This is what a wrong base URL looks like; see: {program} config show")

PROXY_REFUSES = 407  # a status that only proxies give


def of_status(reply, body, envelope):
    """The error of a reply whose HTTP status is not 2xx. ``body`` are its bytes, as far as they came."""
    facts = {"http_status": reply.status, "request_id": request_id(reply, body)}
    if reply.status == PROXY_REFUSES:
        return of_proxy(**facts)
    if 300 <= reply.status < 400:
        sentence = f"The service answered with a redirect (HTTP {reply.status}), which is not followed."
        return errors.Refused(sentence, hint=WRONG_BASE_URL, **facts)
    document = json_or_none(body)
    message, code = said(document, envelope)
    exit_name = exit_of(code, reply.status)
    message = message or elsewhere(document, reply, body, envelope)
    if document is None and is_html(reply, body) and exit_name == "general_error":
        sentence = f"The service answered with a page of HTML (HTTP {reply.status})"
        return errors.Refused(
            f"{sentence}: {ended(message)}" if message else f"{sentence}.", hint=WRONG_BASE_URL, **facts
        )
    facts["retry_after"] = seconds = reply.retry_after()
    hint = next_step(code, reply.status, exit_name, reply)
    if seconds is not None and exit_name == "service_unavailable":
        more = also("; use {retry_max_wait} to wait that long")
        hint = f"Try again in {seconds:.0f} s, as the service asks{more}."
    told = worded(message, code, reply.status, exit_name, reply)
    return CLASSES[exit_name](told, hint=hint, code=code, service_message=message, **facts)


def of_proxy(**facts):
    """The error of a proxy that wants to know who asks."""
    sentence = f"The proxy asks for a user and a password (HTTP {PROXY_REFUSES})."
    hint = "Put them into the URL of the proxy: HTTPS_PROXY=http://user:password@host:port"
    return errors.ServiceUnavailable(sentence, hint=hint, retryable=False, **facts)


def elsewhere(document, reply, body, envelope):
    """The reason that a reply gives elsewhere than its protocol does: a page by its title; None where it gives none."""
    if document is not None:
        return reason_of(document, envelope)
    text = body.decode("utf-8", "replace")
    if is_html(reply, body):
        from html import unescape

        found = re.search(r"<title[^>]*>([^<]{1,200})</title>", text, re.IGNORECASE)
        return " ".join(unescape(found[1]).split()) or None if found else None
    is_words = bool(text.strip()) and text.strip()[0] not in "{[<" and "\ufffd" not in text and "\0" not in text
    return text if is_words else None


def reason_of(document, envelope):
    """The reason that a document gives anywhere, None for none."""
    document = unwrapped(document)
    if isinstance(document, str):
        return document or None
    return said(document, envelope)[0] or in_words(filled(envelope["elsewhere"], document))


def of_envelope(document, envelope, reply=None, means=REFUSED):
    """The error of a document that says no though the HTTP status was 2xx, or None when it does not say no.

    ``means`` is what a refusal is called that nothing more is known of.
    """
    document = unwrapped(document)
    if not any(holds(test, document) for test in envelope["fails_when"]):
        return None
    return failure(document, envelope, reply, means)


def failure(document, envelope, reply=None, means=REFUSED):
    """The error of a document, or a text, that says no."""
    message, code = said(document, envelope)
    message = message or reason_of(document, envelope)
    exit_name = exit_of(code, status_in(code)) or exit_of_words(message) or "general_error"
    return CLASSES[exit_name](
        worded(message, code, None, exit_name, reply, means),
        hint=next_step(code, None, exit_name, reply),
        code=code,
        service_message=message,
        **facts_of(reply),
    )


def holds(test, document):
    """Whether one test of ``fails_when`` applies: the value is there, or is one of ``equals``."""
    value = select(test["value"], document)
    if "equals" in test:
        return any(value == one and type(value) is type(one) for one in test["equals"])
    return not is_empty(value)


def is_empty(value):
    """Whether a value says nothing: it is empty, or all that is in it is."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict | list):
            waiting += one.values() if isinstance(one, dict) else one
        elif one not in (None, "", False):
            return False
    return True


def unwrapped(document):
    """The only object of a list, which some gateways wrap an error in; anything else as it is."""
    is_one = isinstance(document, list) and len(document) == 1 and isinstance(document[0], dict)
    return document[0] if is_one else document


def said(document, envelope):
    """``(message, code)`` of a document, each text or None."""
    document = unwrapped(document)
    if not isinstance(document, dict):
        return None, None
    message = in_words(filled(envelope["message"], document))
    inner = select(envelope["inner"], document) if "inner" in envelope else None
    nested = json_or_none(inner) if isinstance(inner, str) else inner
    reason = (reason_of(nested, envelope) if isinstance(nested, dict | list) else None) or in_words(inner)
    if reason and reason != message:
        message = f"{message.rstrip('.')}: {reason}" if message else reason
    return message, code_of(document, envelope)


def code_of(document, envelope):
    """The service's code: of several the first that the manifest knows, else the first; None without one."""
    selectors = envelope["code"] if isinstance(envelope["code"], list) else [envelope["code"]]
    found = (select(one, document) for one in selectors)
    codes = [str(one) for one in found if isinstance(one, str | int | float) and one not in ("", False)]
    known = (*program.EXITS.values(), *program.HINTS)
    return next((one for one in codes if any(one in facts.get("codes", ()) for facts in known)), (*codes, None)[0])


def in_words(value):
    """A value as text: a text as it is, texts of a list one after the other, anything else as JSON; None for nothing."""
    if is_empty(value):
        return None
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "; ".join(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)


def status_in(code):
    """The HTTP status of an error that a code is, None for any other code."""
    is_status = bool(code) and code.isascii() and code.isdigit() and 400 <= int(code[:4]) < 600
    return int(code) if is_status else None


def exit_of(code, status):
    """The exit that the service's code belongs to, else the one of the HTTP status, else the general one (None without status)."""
    for name, facts in program.EXITS.items():
        if status in facts.get("always", ()):
            return name
    for name, facts in program.EXITS.items():
        if code in facts.get("codes", ()):
            return name
    return None if status is None else exit_of_status(status)


def exit_of_words(message):
    """The exit that the words of a message belong to, or None. Only for a "no" with HTTP 200, which says nothing else."""
    text = (message or "").lower()
    for name, facts in program.EXITS.items():
        for word in facts.get("words", ()):
            if re.search(rf"\b{re.escape(word)}\b", text) if word.isascii() else word in text:
                return name
    return None


def request_id(reply, body):
    """The service's id of the request, from the headers or from the end of a message; None without one."""
    for header in program.REQUEST_ID:
        if reply.headers.get(header):
            return reply.headers[header]
    _, mark, rest = body.decode("utf-8", "replace").partition("(request id: ")
    return rest.partition(")")[0][:64] if mark else None


def facts_of(reply):
    """What an error tells of the reply that it is about; nothing of none, such as a copy on this machine."""
    return {"http_status": reply.status, "request_id": request_id(reply, b"")} if reply else {}


def json_or_none(body):
    """The JSON value of some bytes, or None."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def kind_of(reply):
    """The media type of a reply without its parameters, in small letters; empty when it has none."""
    return reply.headers.get("Content-Type", "").partition(";")[0].strip().lower()


def is_document(kind):
    """Whether a media type promises one JSON value, or a page where one was expected; not many values, line by line."""
    return "html" in kind or ("json" in kind and not any(word in kind for word in LINES))


def promises_json(reply):
    """Whether a reply calls itself JSON, whatever its body is."""
    return "json" in kind_of(reply)


def is_html(reply, body):
    """Whether a reply is a page rather than data."""
    return "html" in reply.headers.get("Content-Type", "").lower() or body[:256].lstrip().lower().startswith(
        (b"<!doctype", b"<html")
    )


def document(reply, body):
    """The JSON value of a reply; raises ReplyNotUnderstood when there is none."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        pass
    sentence, hint = garbled(reply, body)
    error = errors.ReplyNotUnderstood(sentence, hint=hint, **facts_of(reply))
    error.is_garbled = True
    raise error


def garbled(reply, body):
    """``(sentence, hint or None)`` about a body that is not JSON."""
    if is_html(reply, body):
        return "The service answered with a page of HTML instead of data.", WRONG_BASE_URL
    if not body.strip():
        return "The service returned an empty reply.", None
    return "Unexpected reply from the service: it is not valid JSON.", None
