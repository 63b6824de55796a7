"""Network checks of ``doctor``, step by step: DNS, TCP, TLS, through a proxy or not.

Each step gives back what it found and raises ServiceUnavailable with the system's own reason.
"""

import socket
import ssl
import threading
from http.client import HTTPException, HTTPSConnection

from cometapi.errors import ServiceUnavailable
from cometapi.http import failures, service_errors, tls
from cometapi.http.proxy import login, proxy_of
from cometapi.http.url import split

SHOWN = 2  # addresses of a host that are worth reading


class Way:
    """Where a URL leads: its own ``host`` and ``port``, and ``first``, the URL of what is connected to, a proxy maybe."""

    def __init__(self, url, timeout, trust):
        self.url = split(url)
        self.proxy = proxy_of(url)
        self.first = self.proxy or self.url
        self.timeout = timeout
        self.trust = trust  # what tls.tls_context takes

    def resolve(self):
        """The addresses of the first host, as text."""
        host, port = self.first.hostname, port_of(self.first)
        found = in_time(lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM), self.timeout)
        if isinstance(found, Exception):
            raise failed(f"The address of {host} cannot be found", found, "unresolved")
        addresses = list(dict.fromkeys(entry[4][0] for entry in found))
        if addresses == [host]:
            return host
        more = f" and {len(addresses) - SHOWN} more" if len(addresses) > SHOWN else ""
        return f"{host} is {', '.join(addresses[:SHOWN])}{more}"

    def connect(self):
        """Opens a connection to the first host, and closes it; gives back its name and port."""
        host, port = self.first.hostname, port_of(self.first)
        try:
            socket.create_connection((host, port), self.timeout).close()
        except OSError as error:
            raise failed(f"{host} port {port} cannot be reached", error, "refused") from None
        return f"{host} port {port}"

    def encrypt(self):
        """TLS handshake with the service, through the proxy if there is one; returns version and expiry."""
        host, port = self.url.hostname, port_of(self.url)
        context = tls.tls_context(**self.trust)
        try:
            connection = HTTPSConnection(
                self.first.hostname, port_of(self.first), timeout=self.timeout, context=context
            )
            if self.proxy:
                connection.set_tunnel(host, port, login(self.proxy))
            connection.connect()
            version, certificate = connection.sock.version(), connection.sock.getpeercert()
            connection.close()
        except (OSError, HTTPException) as error:
            raise failed(f"No trusted TLS connection to {host}", error, "tls") from None
        until = ssl.cert_time_to_seconds(certificate["notAfter"])
        return f"{version}, certificate good until {day(until)}"


def port_of(parts):
    """The port of a split URL, the scheme's own when it names none."""
    return parts.port or {"https": 443}.get(parts.scheme, 80)


def in_time(act, seconds):
    """The result of ``act`` with a timeout, which the system's resolver does not have; raises TimeoutError."""
    found = [TimeoutError("no answer in time")]

    def run():
        try:
            found[0] = act()
        except (OSError, UnicodeError) as error:  # a name that no resolver can spell
            found[0] = error

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    return found[0]


def failed(sentence, error, kind):
    """The error of a step that failed, with the system's reason in a few words."""
    if failures.is_refused_tunnel(error):
        return service_errors.of_proxy()
    return ServiceUnavailable(f"{sentence}: {failures.plain(error)}.", hint=failures.HINTS[kind])


def day(seconds):
    """The date of Unix seconds."""
    from datetime import UTC, datetime

    return datetime.fromtimestamp(seconds, UTC).date().isoformat()
