"""Connections that are kept alive, encrypted or not, directly or through a proxy, over urllib3."""

import socket
import sys
import threading
import time
from contextlib import suppress
from functools import partial
from http.client import HTTPException
from ssl import SSLEOFError
from typing import Any

import urllib3
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

from cometapi.advice import advice
from cometapi.errors import ConfigurationError
from cometapi.http import hold
from cometapi.http.chunks import ChunkedResponse
from cometapi.http.clock import EVER
from cometapi.http.deadlines import Deadlines
from cometapi.http.dial import connected
from cometapi.http.early import LONGEST_IDLE
from cometapi.http.hold import hang_up
from cometapi.http.proxy import login, proxy_of, without_login
from cometapi.http.tls import tls_context
from cometapi.http.upload import SLICE, Answered, upload
from cometapi.http.url import is_loopback, split

MOST_IDLE = 16  # connections to one host that are kept; urllib3 makes a place for each when a pool is made
ALLOW = advice("If that is what you want: {program} config set plain_http allow")


class PatientHTTP(urllib3.connection.HTTPConnection):
    """A connection that tries all addresses of its host, and whose reply has to have begun in time: a head that comes in
    drops does not start the clock anew.

    ``early`` is the first connection of all, which may have been made already, ``meanwhile`` a list of functions that are
    called, once each, when a request has been sent. ``judge`` says which addresses may be connected to, ``deadlines`` are
    the Deadlines of the pool.
    """

    def __init__(self, *words, early=None, meanwhile=(), judge=None, deadlines=None, **facts):
        super().__init__(*words, **facts)
        self.early, self.meanwhile, self.judge = early, meanwhile, judge
        self.deadlines = deadlines or Deadlines()
        self.held: bytes | None = None  # what is sent with what comes next, None while nothing is to wait
        self.is_answered = False  # whether the service answered before the whole request was sent
        self.holder: Any = None  # the Hold of the request that is on it
        self.reading: Any = None  # the socket that its reply comes from

    def _new_conn(self):
        """A connected socket; raises the errors of urllib3."""
        try:
            made = self.taken() or self.dialled()
        except OSError as error:
            raise self.unreached(error) from error
        if self.holder and self.holder.is_over:
            made.close()
            self.holder.check()
        sys.audit("http.client.connect", self, self.host, self.port)
        return made

    def dialled(self):
        """A new connection, to an address that is judged unless it is a proxy's."""
        judge = self.judge if self.proxy is None else None
        return connected(self._dns_host, self.port, self.timeout or EVER, self.socket_options or (), judge)

    def taken(self):
        """The early connection where it is for this one; None where there is none, or somebody has it already."""
        try:
            return self.early and self.early.take(self.host, self.port)
        except OSError as error:
            if self.early.is_reached:
                raise
            raise self.unreached(error) from error

    def unreached(self, error):
        """The error of urllib3 for a host that cannot be connected to."""
        if isinstance(error, socket.gaierror):
            return NameResolutionError(self.host, self, error)
        if isinstance(error, TimeoutError):
            return ConnectTimeoutError(self, f"no connection to {self.host} in {self.timeout} s")
        return NewConnectionError(self, str(error))

    response_class: Any = ChunkedResponse

    def request(self, *words, **named):
        """Send a request, its head and a small body at once."""
        hold.begin(self)
        self.held = b""
        try:
            super().request(*words, **named)
            rest, self.held = self.held, None
            if rest:  # nothing of the request is there yet that could have been answered
                hold.sending(self)
                super().send(rest)
        finally:
            self.held = None

    def send(self, data):
        """Send bytes in slices, so that the timeout applies to each slice and not to the whole body.

        Raises BrokenPipeError, after which urllib3 reads the answer, if the service answers early.
        """
        if self.held is not None and isinstance(data, bytes):
            if self.sock is None:
                self.connect()
            self.held += data
            if len(self.held) < SLICE:
                return
            data, self.held = self.held, None  # what follows is no small body
        if self.sock is None or not isinstance(data, bytes):
            super().send(data)  # this connects
            return
        sys.audit("http.client.send", self, data)
        hold.sending(self)
        try:
            upload(self.sock, data, self.timeout)
        except SSLEOFError:
            raise BrokenPipeError from None  # the TLS form of a broken pipe
        except Answered as answer:
            self.is_answered, self.response_class = True, partial(ChunkedResponse, first=answer.first)
            raise BrokenPipeError from None

    def getresponse(self):
        """The response once its head is there; raises TimeoutError when it is not there in time."""
        called(self.meanwhile)
        reading = self.reading = self.sock
        response = None
        late: list[bool] = []

        def give_up():
            late.append(True)
            hang_up(reading)

        clock = self.deadlines.begin(self.timeout or EVER, give_up)
        try:
            response = super().getresponse()
        except (HTTPException, OSError):
            if not late:
                raise
        finally:
            self.deadlines.end(clock)
        if late:  # what came of the head may read like a whole one
            if response is not None:
                response.close()  # which else keeps its socket open
            raise TimeoutError
        if self.is_answered:  # the connection cannot be reused: the rest of the request was not sent
            answered, self.sock, self.is_answered = self.sock, None, False
            self.response_class = ChunkedResponse
            answered.close()  # the response keeps its own reference
        return response


def called(functions):
    """Call each function of a list, which another thread may be emptying as well."""
    while functions:
        with suppress(IndexError):
            one = functions.pop()
            one()


class PatientHTTPS(PatientHTTP, urllib3.connection.HTTPSConnection):
    """The same with encryption; an early connection has been encrypted and verified already."""

    def connect(self):
        """Connect, and agree on the encryption."""
        made = self.taken()
        if not made:
            return super().connect()
        self.sock, self.is_verified = made, True
        return None


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
            hold.end(conn)
            conn.idle_since = time.monotonic()
        super()._put_conn(conn)


class AtHome(PatientHTTP):
    """A connection without encryption that is for this machine by its name, and has to lead there by its address."""

    def _new_conn(self):
        connection = super()._new_conn()
        address = connection.getpeername()[0]
        if self.proxy is None and is_loopback(self.host) and not is_loopback(address):
            connection.close()
            sentence = f"{self.host} is {address}, not this machine; plain http would expose your key on the network."
            raise ConfigurationError(sentence, hint=ALLOW)
        return connection


class PoolAtHome(PoolHTTP):
    """A pool of such connections."""

    ConnectionCls = AtHome


class PoolHTTPS(PoolHTTP, urllib3.HTTPSConnectionPool):
    """The same with encryption."""

    ConnectionCls = PatientHTTPS


class Pool:
    """The connections of a session, kept alive and shared by all its calls; may be used by many threads at once.

    ``early`` is the first one, which may have been begun before; ``meanwhile`` is what is done while a reply is waited for;
    ``judge`` says which addresses may be connected to; ``deadlines`` are those of another pool, which closes them.
    """

    def __init__(self, early=None, meanwhile=(), judge=None, deadlines=None):
        self._managers = {}
        self._proxies: dict = {}
        self._openers: dict = {}
        self.deadlines = deadlines or Deadlines()
        self._early, self._meanwhile, self._judge = early, meanwhile, judge
        self._lock = threading.Lock()

    def manager(self, url, trust, is_plain=False):
        """urllib3's manager for a URL: one for each scheme, proxy and way to trust; ``is_plain`` lets keys be readable."""
        if url not in self._proxies:
            self._proxies[url] = proxy_of(url), split(url).scheme
        proxy, scheme = self._proxies[url]
        key = (scheme, proxy, is_plain, *trust.items())
        with self._lock:
            if key not in self._managers:
                early = self._early if self._early and self._early.trust == trust and not proxy else None
                self._managers[key] = made = manager(scheme, trust, proxy, early)
                kinds = {"http": PoolHTTP if is_plain else PoolAtHome, "https": PoolHTTPS}
                made.pool_classes_by_scheme = {
                    name: partial(
                        one, early=early, meanwhile=self._meanwhile, judge=self._judge, deadlines=self.deadlines
                    )
                    for name, one in kinds.items()
                }
            return self._managers[key]

    def opener(self, origin, trust, is_plain=False):
        """``(function, text)``: what sends a request to an origin, like ``urlopen`` of urllib3, and how the target begins there.

        What goes through a proxy names the origin; anything else goes to the connections of that host without a look at
        the URL, which takes a tenth of a small request.
        """
        key = (origin, is_plain, *trust.values())
        if key not in self._openers:
            made = self.manager(origin, trust, is_plain)
            to_host = partial(made.connection_from_url(origin).urlopen, assert_same_host=False)
            self._openers[key] = (made.urlopen, origin) if made.proxy else (to_host, "")
        return self._openers[key]

    def close(self):
        """Close every connection that is not in use."""
        if self._early:
            self._early.close()
        self.deadlines.close()
        with self._lock:
            for one in self._managers.values():
                for key in one.pools.keys():  # noqa: SIM118 - it is no dict, and has no other way to its keys
                    one.pools[key].close()  # which clear() leaves to the collector of garbage
                one.clear()
            self._managers.clear()
            self._openers.clear()


def manager(scheme, trust, proxy, early=None):
    """urllib3's manager of pools, with or without a proxy; it trusts whom an early connection trusts already."""
    options: dict[str, Any] = {"maxsize": MOST_IDLE}
    if scheme == "https":
        is_made = early and early.origin[0] == scheme
        options["ssl_context"] = early.trusted() if is_made else tls_context(**trust)
    if proxy is None:
        return urllib3.PoolManager(**options)
    return urllib3.ProxyManager(without_login(proxy), proxy_headers=login(proxy), **options)
