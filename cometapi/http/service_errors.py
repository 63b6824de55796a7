"""Replies that say no, turned into the exact error: by HTTP status, by the service's code, by an envelope with 200."""

import json

from cometapi import errors
from cometapi.advice import advice, also
from cometapi.generated import program
from cometapi.http.refusals import REFUSED, exit_of_status, next_step, worded
from cometapi.manifest.select import select

CLASSES = {
    "general_error": errors.Refused,
    "service_unavailable": errors.ServiceUnavailable,
    "authentication_error": errors.AuthenticationError,
}
WRONG_BASE_URL = advice("This is what a wrong base URL looks like; see: {program} config show")


def of_status(reply, body, envelope):
    """The error of a reply whose HTTP status is not 2xx. ``body`` are its bytes, as far as they came."""
    facts = {"http_status": reply.status, "request_id": request_id(reply, body)}
    if 300 <= reply.status < 400:
        return errors.Refused(
            f"The service answered with a redirect (HTTP {reply.status}), which is not followed.",
            hint=WRONG_BASE_URL,
            **facts,
        )
    document = json_or_none(body)
    if (
        document is None
        and is_html(reply, body)
        and reply.status not in program.EXITS["service_unavailable"]["statuses"]
    ):
        return errors.Refused(
            f"The service answered with a page of HTML (HTTP {reply.status}).", hint=WRONG_BASE_URL, **facts
        )
    message, code = said(document, envelope)
    exit_name = exit_of(code, reply.status)
    facts["retry_after"] = seconds = reply.retry_after()
    hint = next_step(code, reply.status, exit_name, reply)
    if seconds is not None and exit_name == "service_unavailable":
        hint = (
            f"Try again in {seconds:.0f} s, as the service asks{also('; {retry_max_wait} lets a call wait so long')}."
        )
    return CLASSES[exit_name](
        worded(message, code, reply.status, exit_name, reply), hint=hint, code=code, service_message=message, **facts
    )


def of_envelope(document, envelope, reply=None, means=REFUSED):
    """The error of a document that says no though the HTTP status was 2xx, or None when it does not say no.

    ``means`` is what a refusal is called that nothing more is known of.
    """
    if not any(holds(test, document) for test in envelope["fails_when"]):
        return None
    message, code = said(document, envelope)
    exit_name = exit_of(code, None) or exit_of_words(message) or "general_error"
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
    return value not in (None, "", {}, [], False)


def said(document, envelope):
    """``(message, code)`` of a document, each text or None."""
    if not isinstance(document, dict):
        return None, None
    message, code = select(envelope["message"], document), select(envelope["code"], document)
    if isinstance(message, dict | list):
        message = json.dumps(message, ensure_ascii=False)
    return str(message) if message else None, str(code) if code not in (None, "", False) else None


def exit_of(code, status):
    """The exit that the service's code belongs to, else the one of the HTTP status, else the general one (None without status)."""
    for name, facts in program.EXITS.items():
        if code in facts.get("codes", ()):
            return name
    return None if status is None else exit_of_status(status)


def exit_of_words(message):
    """The exit that the words of a message belong to, or None. Only for a "no" with HTTP 200, which says nothing else."""
    import re

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
    facts = facts_of(reply)
    if is_html(reply, body):
        raise errors.ReplyNotUnderstood(
            "The service answered with a page of HTML instead of data.", hint=WRONG_BASE_URL, **facts
        )
    if not body.strip():
        raise errors.ReplyNotUnderstood("The service answered with nothing at all.", **facts)
    raise errors.ReplyNotUnderstood("Unexpected reply from the service: it is not valid JSON.", **facts)
