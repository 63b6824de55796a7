"""Turns network failures into errors with a hint."""

import socket
import ssl

from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ProxyError,
    ReadTimeoutError,
    SSLError,
)

from cometapi.advice import advice
from cometapi.errors import ReplyNotUnderstood, ServiceUnavailable
from cometapi.http import service_errors


def failure(error, origin, reply=None):
    """What a failure of the wire is in this program: ``(kind of the retry policy, error)``; ``reply`` is the one whose body
    stopped coming.
    """
    cause = error.original_error if isinstance(error, ProxyError) else error
    through = "the proxy" if isinstance(error, ProxyError) else origin
    if isinstance(error, ProxyError) and is_refused_tunnel(cause):
        return "proxy", service_errors.of_proxy()
    if reply:
        return "broken", broken(cause, service_errors.facts_of(reply), reply.clock.is_over)
    for classes, kind, sentence in FAILURES:
        if isinstance(cause, classes):
            reason = cause.__cause__ or next((one for one in cause.args if isinstance(one, Exception)), None)
            sentence = sentence.format(origin=through, reason=plain(reason))
            made = ServiceUnavailable(sentence, hint=HINTS.get(kind), retryable=kind != "tls")
            made.is_open = kind in ("timeout", "reset")
            return kind, made
    return "other", ServiceUnavailable(f"The connection to {through} failed: {plain(cause)}.")


FAILURES = (  # in this order: urllib3 derives the first from the second, and that from the third
    ((NameResolutionError,), "unresolved", "The address of {origin} cannot be found."),
    ((NewConnectionError,), "refused", "{origin} cannot be reached: {reason}."),
    ((ConnectTimeoutError,), "connect", "{origin} did not accept the connection in time."),
    ((SSLError, ssl.SSLError), "tls", "No trusted TLS connection to {origin}: {reason}."),
    ((ReadTimeoutError, TimeoutError), "timeout", "{origin} did not answer in time."),
    ((ProtocolError, ConnectionError), "reset", "{origin} closed the connection without an answer."),
)
HINTS = {
    "refused": advice("Check the network, the proxy and the base URL: {program} config show"),
    "unresolved": advice("Check the network and the base URL: {program} config show"),
    "tls": advice("Check the system's certificates, {ca}, {client_cert} and SSL_CERT_FILE, and any proxy in between."),
    "timeout": advice("Try again, or wait longer with {timeout} SECONDS."),
    "connect": advice("Try again, or wait longer with {connect_timeout} SECONDS."),
}


def is_refused_tunnel(cause):
    """Whether a proxy did not let a tunnel through without a user and a password."""
    return f"Tunnel connection failed: {service_errors.PROXY_REFUSES}" in str(cause)


def broken(cause, facts, is_late):
    """The error of a body that stopped coming; ``facts`` are those of its reply, which may have been stopped for being late."""
    if isinstance(cause, ReadTimeoutError):
        sentence = "The service stopped sending in the middle of its answer."
        sentence = "The service did not finish its answer in time." if is_late else sentence
        return ServiceUnavailable(sentence, hint=HINTS["timeout"], **facts)
    if isinstance(cause, DecodeError):
        return ReplyNotUnderstood("The service's reply cannot be decompressed.", **facts)
    return ServiceUnavailable("The connection broke in the middle of the answer.", **facts)


def plain(reason):
    """A system's reason in a few words, without class names and addresses."""
    if isinstance(reason, ssl.SSLCertVerificationError):
        return reason.verify_message
    if isinstance(reason, ssl.SSLEOFError):
        return "the connection was closed"
    if isinstance(reason, ssl.SSLError) and reason.reason:
        return reason.reason.replace("_", " ").lower()
    if isinstance(reason, socket.gaierror | OSError) and reason.strerror:
        return reason.strerror[0].lower() + reason.strerror[1:]
    return str(reason).rstrip(".") if reason else "no reason given"
