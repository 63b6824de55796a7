"""The wire: one request out, one reply in. The only room that knows urllib3.

It keeps the time-outs, repeats what the manifest's policy lets it repeat, follows no redirect, and turns every failure
into the errors of this program. Bodies come as pieces, as they arrive.
"""

import os
import random
import socket
import ssl
import threading
import time
from contextlib import suppress
from http.client import HTTPException
from typing import Any

import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    HTTPError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ProxyError,
    ReadTimeoutError,
    SSLError,
)

from cometapi.advice import advice
from cometapi.errors import CometError, ConfigurationError, ReplyNotUnderstood, ServiceUnavailable
from cometapi.generated import program
from cometapi.http import service_errors
from cometapi.http.proxy import login, proxy_of, without_login
from cometapi.http.url import is_loopback, split

REDIRECTS = (301, 302, 303, 307, 308)
PIECE = 65536  # bytes read at most at a time
LARGEST_DOCUMENT = 256 * 1024 * 1024  # bytes of a reply that is read as a whole, after decompression
LARGEST_REFUSAL = 1024 * 1024  # bytes of a reply that says no
EXPANSION = 200  # times that a body may grow by decompression; JSON and events of a model grow by 3 to 20
UNHEEDED = 16 * 1024 * 1024  # bytes that a body may always grow to
LONGEST_IDLE = 4.0  # seconds; servers close idle connections after five and more
MOST_IDLE = 128  # connections to one host that are kept
EVER = 10**9  # seconds; a service that asks for more says "never"
DEFAULTS = {name: facts.get("default") for name, facts in program.SETTINGS.items()}


class Reply:
    """A reply whose head has arrived: ``status``, ``headers`` (of any case), and its body in pieces or whole."""

    def __init__(self, response, origin):
        self.status = response.status
        self.headers = response.headers
        self._response = response
        self._origin = origin
        self._refusal = None
        self.command = self.credential = None  # whose request this answers, and the name of what let it in
        self.watch = lambda pieces: pieces  # what else is done with the pieces of the body as they come

    def leads_to(self):
        """Where a redirect leads, perhaps relative to the request's own URL; None for any other reply."""
        return self.headers.get("Location") if self.status in REDIRECTS else None

    def pieces(self):
        """The body as it arrives, decompressed: a generator of bytes. Raises like ``arriving``."""
        return self.watch(self.arriving())

    def arriving(self):
        """The body as it arrives, decompressed and not watched: a generator of bytes.

        Raises ServiceUnavailable when it breaks off, and ReplyNotUnderstood when it grows by decompression as nothing
        does that was not made to fill a memory.
        """
        size = 0
        while True:
            try:
                piece = self._response.read1(PIECE)
            except HTTPError as error:
                raise failure(error, self._origin, self)[1] from None
            if not piece:
                return
            size += len(piece)
            if size > max(UNHEEDED, EXPANSION * self._response.tell()):
                self.close()
                sentence = "The service's reply grows without measure when it is decompressed."
                raise ReplyNotUnderstood(sentence, **service_errors.facts_of(self))
            yield piece

    def body(self, pieces=None):
        """The whole body as bytes, of ``pieces`` that some were taken of; raises ReplyNotUnderstood when it is larger than
        any document of the service.
        """
        found, size = [], 0
        for piece in self.pieces() if pieces is None else pieces:
            size += len(piece)
            if size > LARGEST_DOCUMENT:
                self.close()
                sentence = "The service's reply is larger than this program reads."
                raise ReplyNotUnderstood(sentence, **service_errors.facts_of(self))
            found.append(piece)
        return b"".join(found)

    def retry_after(self):
        """Seconds that the service asks to wait before the next request, None where it does not."""
        return retry_after(self.headers.get("Retry-After"))

    def refusal(self):
        """The body of a reply whose status says no, as bytes: as far as it comes, whatever breaks it off."""
        if self._refusal is None:
            self._refusal = b""
            try:
                for piece in self.pieces():
                    self._refusal += piece
                    if len(self._refusal) > LARGEST_REFUSAL:
                        break
            except CometError:
                pass  # the status says more than the broken body
            self.close()
        return self._refusal

    def close(self):
        """Let go of the connection."""
        self._response.close()


class Policy:
    """What may be repeated and how long to wait. ``safe`` is a read that costs nothing.

    ``network`` has the values of the settings of the wire, in seconds and as paths of PEM files; what is left out has
    its default. ``code_of`` gives the service's word for the fault from the bytes of a reply that says no, or None.
    """

    def __init__(self, *, safe, network=None, code_of=lambda body: None, note=lambda sentence: None, sleep=time.sleep):
        network = {**DEFAULTS, **(network or {})}
        self.code_of = code_of
        self.allowed = program.RETRY["safe" if safe else "unsafe"]
        self.retries = network["retries"]
        self.connect = network["connect_timeout"]
        self.read = network["timeout"] or program.TIMEOUTS["free" if safe else "paid"]
        self.longest = network["retry_max_wait"]
        self.trust = {name: network[name] for name in ("ca", "client_cert", "client_key")}
        self.is_plain = network["plain_http"] == "allow"  # whether anybody on the network may read a key
        self.note = note
        self.sleep = sleep

    def wait(self, attempt, reply):
        """Seconds before the next attempt: what ``Retry-After`` asks, else doubling with jitter up to the longest; None when
        the service asks for more than that.
        """
        asked = reply.retry_after() if reply else None
        if asked is not None:
            return asked if asked <= self.longest else None
        return min(program.RETRY["first_wait"] * 2**attempt * random.uniform(1, 1.5), self.longest)


def send(request, policy, pool):
    """Send a request over a Pool and give back the Reply once its head is there, whatever its status.

    Raises ServiceUnavailable when the service cannot be reached or does not answer in time.
    """
    origin = beginning(request.url)
    for attempt in range(policy.retries + 1):
        last = attempt == policy.retries
        reply = None
        try:
            reply = Reply(exchange(request, policy, pool), origin)
            reason = None if last else repeatable(reply, policy)
        except (HTTPError, OSError) as error:
            kind, fault = failure(error, origin)
            if last or kind not in policy.allowed["failures"]:
                raise fault from None
            reason = fault.message.rstrip(".")
        seconds = policy.wait(attempt, reply)
        if reply and (not reason or seconds is None):
            return reply
        if reply:
            reply.close()
        policy.note(f"{reason}; trying again in {seconds:.1f} s ({attempt + 1} of {policy.retries}).")
        policy.sleep(seconds)
    raise AssertionError("the last attempt returns or raises")


def beginning(url):
    """A URL up to its path."""
    return "/".join(url.split("/", 3)[:3])


def exchange(request, policy, pool):
    """One attempt: the response of urllib3, its body not yet read."""
    body = request.body
    return pool.manager(beginning(request.url), policy.trust, policy.is_plain).urlopen(
        request.method,
        request.target,
        timeout=urllib3.Timeout(connect=policy.connect, read=policy.read),
        body=body and body.pieces(),
        headers={"Accept-Encoding": "gzip, deflate", **request.headers, **(body.headers() if body else {})},
        redirect=False,
        retries=False,
        preload_content=False,
        decode_content=True,
    )


class PatientHTTP(urllib3.connection.HTTPConnection):
    """A connection whose reply has to have begun in time: a head that comes in drops does not start the clock anew."""

    def getresponse(self):
        """The response once its head is there; raises TimeoutError when it is not there in time."""
        late, reading, response = threading.Event(), self.sock, None

        def give_up():
            late.set()
            hang_up(reading)

        clock = threading.Timer(self.timeout or EVER, give_up)
        clock.daemon = True
        clock.start()
        try:
            response = super().getresponse()
        except (HTTPException, OSError):
            if not late.is_set():
                raise
        finally:
            clock.cancel()
        if late.is_set():  # what came of the head may read like a whole one
            if response is not None:
                response.close()  # which else keeps its socket open
            raise TimeoutError
        return response


def hang_up(connection):
    """Wake whoever reads from a socket; one that was closed in the same moment wakes nobody."""
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)


class PatientHTTPS(PatientHTTP, urllib3.connection.HTTPSConnection):
    """The same with encryption."""


class PoolHTTP(urllib3.HTTPConnectionPool):
    """A pool of connections that opens a new one in the place of one that was idle for long.

    The service may be about to close that one, and a request that was sent into it might have been taken: one that
    costs money could not be repeated. urllib3 itself replaces a connection that is closed already.
    """

    ConnectionCls = PatientHTTP

    def _get_conn(self, timeout=None):
        connection = super()._get_conn(timeout)
        if time.monotonic() - getattr(connection, "idle_since", 0.0) > LONGEST_IDLE:
            connection.close()  # urllib3 connects it anew
        return connection

    def _put_conn(self, conn):
        if conn is not None:
            conn.idle_since = time.monotonic()
        super()._put_conn(conn)


class AtHome(PatientHTTP):
    """A connection without encryption that is for this machine by its name, and has to lead there by its address."""

    def _new_conn(self):
        connection = super()._new_conn()
        address = connection.getpeername()[0]
        if self.proxy is None and is_loopback(self.host) and not is_loopback(address):
            connection.close()
            sentence = (
                f"{self.host} is not this machine but {address}, and plain http would show your key on the network."
            )
            raise ConfigurationError(sentence, hint=ALLOW)
        return connection


class PoolAtHome(PoolHTTP):
    """A pool of such connections."""

    ConnectionCls = AtHome


class PoolHTTPS(PoolHTTP, urllib3.HTTPSConnectionPool):
    """The same with encryption."""

    ConnectionCls = PatientHTTPS


def repeatable(reply, policy):
    """Why this reply may be asked for again, or None; a code that the manifest says never heals forbids it."""
    if reply.status not in policy.allowed["statuses"] or policy.code_of(reply.refusal()) in program.RETRY["never"]:
        return None
    return f"The service answered with HTTP {reply.status}"


class Pool:
    """The connections of a session, kept alive and shared by all its calls; may be used by many threads at once."""

    def __init__(self):
        self._managers = {}
        self._lock = threading.Lock()

    def manager(self, url, trust, is_plain=False):
        """urllib3's manager for a URL: one for each scheme, proxy and way to trust; ``is_plain`` lets keys be readable."""
        proxy, scheme = proxy_of(url), split(url).scheme
        key = (scheme, proxy, is_plain, *trust.items())
        with self._lock:
            if key not in self._managers:
                self._managers[key] = made = manager(scheme, trust, proxy)
                made.pool_classes_by_scheme = {"http": PoolHTTP if is_plain else PoolAtHome, "https": PoolHTTPS}
            return self._managers[key]

    def close(self):
        """Close every connection that is not in use."""
        with self._lock:
            for one in self._managers.values():
                for key in one.pools.keys():  # noqa: SIM118 - it is no dict, and has no other way to its keys
                    one.pools[key].close()  # which clear() leaves to the collector of garbage
                one.clear()
            self._managers.clear()


def manager(scheme, trust, proxy):
    """urllib3's manager of pools, with or without a proxy."""
    options: dict[str, Any] = {"maxsize": MOST_IDLE}
    if scheme == "https":
        options["ssl_context"] = tls_context(**trust)
    if proxy is None:
        return urllib3.PoolManager(**options)
    return urllib3.ProxyManager(without_login(proxy), proxy_headers=login(proxy), **options)


def tls_context(ca=None, client_cert=None, client_key=None):
    """A context that verifies, with what the paths of PEM files say: ``ca`` to trust, ``client_cert`` to show.

    Where the system keeps its roots in a hashed folder only the one needed is read. Raises ConfigurationError for a file
    that does not hold what it should.
    """
    context = trusting(ca)
    if client_key and not client_cert:
        raise ConfigurationError("There is a client key and no client certificate.", hint=SEE)
    if client_cert:
        try:
            context.load_cert_chain(client_cert, client_key, password=locked)
        except (OSError, ValueError) as error:
            raise unfit(
                "client certificate", f"{client_cert} with {client_key}" if client_key else client_cert, error
            ) from None
    return context


def locked():
    """What OpenSSL asks for the password of a key; it would ask on the terminal, in CI too."""
    raise ValueError("its key is encrypted, and nothing here can open it")


def trusting(ca):
    """A context that trusts the certificates of a file, or the system's."""
    if ca:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        try:
            context.load_verify_locations(cafile=ca)
        except OSError as error:
            raise unfit("file of trusted certificates", ca, error) from None
        return context
    paths = ssl.get_default_verify_paths()
    named = os.environ.get(paths.openssl_cafile_env) or os.environ.get(paths.openssl_capath_env)
    folder = paths.capath
    if named or not folder or not any(name.endswith(".0") for name in os.listdir(folder)):
        return ssl.create_default_context()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(capath=folder)
    return context


def unfit(what, path, error):
    """The ConfigurationError of a file that OpenSSL does not take."""
    reason = "it is no PEM of that kind" if isinstance(error, ssl.SSLError) else plain(error)
    return ConfigurationError(f"The {what} {path} cannot be used: {reason}.", hint=SEE)


def retry_after(value):
    """Seconds that a ``Retry-After`` header asks for, in either of its forms (RFC 9110, 10.2.3); None without one."""
    if not value:
        return None
    from email.utils import parsedate_to_datetime

    try:
        if value.strip().isdecimal():
            return min(int(value), EVER)
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, OverflowError):
        return None


def failure(error, origin, reply=None):
    """What a failure of the wire is in this program: ``(kind of the retry policy, error)``; ``reply`` is the one whose body
    stopped coming.
    """
    cause = error.original_error if isinstance(error, ProxyError) else error
    through = "the proxy" if isinstance(error, ProxyError) else origin
    if reply:
        return "broken", broken(cause, service_errors.facts_of(reply))
    for classes, kind, sentence in FAILURES:
        if isinstance(cause, classes):
            reason = cause.__cause__ or next((one for one in cause.args if isinstance(one, Exception)), None)
            sentence = sentence.format(origin=through, reason=plain(reason))
            return kind, ServiceUnavailable(sentence, hint=HINTS.get(kind), retryable=kind != "tls")
    return "other", ServiceUnavailable(f"The connection to {through} failed: {plain(cause)}.")


FAILURES = (  # in this order: urllib3 derives the first from the second, and that from the third
    ((NameResolutionError,), "unresolved", "The address of {origin} cannot be found."),
    ((NewConnectionError,), "refused", "{origin} cannot be reached: {reason}."),
    ((ConnectTimeoutError,), "connect", "{origin} did not accept the connection in time."),
    ((SSLError, ssl.SSLError), "tls", "No trusted TLS connection to {origin}: {reason}."),
    ((ReadTimeoutError, TimeoutError), "timeout", "{origin} did not answer in time."),
    ((ProtocolError, ConnectionError), "reset", "{origin} closed the connection without an answer."),
)
ALLOW = advice("If that is what you want: {program} config set plain_http allow")
SEE = advice("See where it is set: {program} config show")
HINTS = {
    "refused": advice("Check the network, the proxy and the base URL: {program} config show"),
    "unresolved": advice("Check the network and the base URL: {program} config show"),
    "tls": advice("Check the system's certificates, {ca}, {client_cert} and SSL_CERT_FILE, and any proxy between."),
    "timeout": advice("Try again, or wait longer with {timeout} SECONDS."),
    "connect": advice("Try again, or wait longer with {connect_timeout} SECONDS."),
}


def broken(cause, facts):
    """The error of a body that stopped coming; ``facts`` are those of its reply."""
    if isinstance(cause, ReadTimeoutError):
        sentence = "The service stopped sending in the middle of its answer."
        return ServiceUnavailable(sentence, hint=HINTS["timeout"], **facts)
    if isinstance(cause, DecodeError):
        return ReplyNotUnderstood("The service's reply is compressed in a way that cannot be read.", **facts)
    return ServiceUnavailable("The connection broke in the middle of the answer.", **facts)


def plain(reason):
    """A system's reason in a few words, without class names and addresses."""
    if isinstance(reason, ssl.SSLCertVerificationError):
        return reason.verify_message
    if isinstance(reason, ssl.SSLEOFError):
        return "the other side hung up"
    if isinstance(reason, ssl.SSLError) and reason.reason:
        return reason.reason.replace("_", " ").lower()
    if isinstance(reason, socket.gaierror | OSError) and reason.strerror:
        return reason.strerror[0].lower() + reason.strerror[1:]
    return str(reason).rstrip(".") if reason else "no reason given"
