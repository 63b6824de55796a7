"""The sandbox of ``sandbox`` and ``--sandbox``: the manifest's endpoints, served from its sample replies on loopback."""

import json
import socket
import threading
from urllib.parse import parse_qsl, urlsplit

from cometapi.generated import program
from cometapi.generated.index import PROGRAM
from cometapi.http.credentials import settings_of
from cometapi.loopback import endpoints, server
from cometapi.loopback.framing import Malformed
from cometapi.sandbox import bodies, catalog, exports, fixtures, paging, times


class Sandbox:
    """A server on 127.0.0.1; ``fail`` is ``(status, times or None)``, ``cut_after`` events, ``delay`` seconds, and with
    ``any_model`` a word that its catalogs lack is no fault. Its samples are served as if they were ``later``, in seconds.
    """

    def __init__(self, port=0, *, fail=None, cut_after=None, delay=0.0, any_model=False, later=0):
        self.server = server.Server(("127.0.0.1", port), Handler)
        self.server.misbehaviour = Misbehaviour(fail, cut_after, delay)
        self.server.turns = Turns()
        self.server.own = []  # endpoints of the user's own commands
        self.server.later = later
        self.server.lacking = (lambda *_: None) if any_model else catalog.lacking

    @property
    def base_urls(self):
        """Where each service is here: the URL of its setting, by the setting's name."""
        origin = f"http://127.0.0.1:{self.server.server_address[1]}"
        return {name: origin + path for name, path in program.SANDBOX.items()}

    @property
    def settings(self):
        """Settings that send a call here and nowhere else, with keys that are none, for what there is here."""
        placeholders = {setting: "sandbox" for name in program.CREDENTIALS for setting in settings_of(name)}
        return {**self.base_urls, **placeholders, **catalog.defaults()}

    def serve_own(self, bundle, environ):
        """Answer the requests of a user's own command as well, from its own samples."""
        from cometapi.own import places

        self.server.own[:0] = fixtures.placed(bundle["endpoints"], places.replies(environ))

    def start(self):
        """Serve in the background; returns the sandbox itself."""
        server.start(self.server)
        return self

    def serve(self):
        """Serve until interrupted."""
        self.server.serve_forever(poll_interval=0.1)

    def stop(self):
        """Stop serving, breaking off what is under way."""
        self.server.misbehaviour.stopped.set()
        self.server.shutdown()
        self.server.server_close()


class Turns:
    """How often each endpoint was asked, so that a task goes through its states."""

    def __init__(self):
        self.counts = {}
        self.lock = threading.Lock()

    def next(self, method, path):
        """How many requests for this path came before this one."""
        with self.lock:
            self.counts[method, path] = self.counts.get((method, path), -1) + 1
            return self.counts[method, path]


class Misbehaviour:
    """What the sandbox was told to do wrong, counted over all requests."""

    def __init__(self, fail, cut_after, delay):
        self.status, self.times = fail or (None, 0)
        self.cut_after = cut_after
        self.delay = delay
        self.stopped = threading.Event()
        self.lock = threading.Lock()

    def failing_status(self):
        """The status to refuse the next request with, or None."""
        with self.lock:
            if self.status is None or self.times == 0:
                return None
            if self.times is not None:
                self.times -= 1
            return self.status

    def wait(self):
        """Be as slow as asked."""
        if self.delay:
            self.stopped.wait(self.delay)


class Handler(server.Handler):
    """Answers one connection's requests."""

    server_version = f"{PROGRAM}-sandbox"

    def own_headers(self):
        """The request id that each reply has."""
        return {program.REQUEST_ID[0]: "sandbox"}

    def answer(self):
        """Refuse or serve; what is no request is told as that."""
        if self.command == "OPTIONS":
            self.tell_methods()
            return
        try:
            self.is_read = True
            self.served(bodies.read(self.headers, self.rfile))
        except (Malformed, ValueError, RecursionError) as error:
            self.send_error(400, f"The request cannot be read: {error}")

    def tell_methods(self):
        """Say which methods a path has."""
        path = self.path.partition("?")[0]
        methods = [one for one in server.METHODS if endpoints.find(one, path, self.server.own)]
        if not methods:
            return self.refuse(404, f"Invalid URL ({self.command} {path})", self.protocol)
        return self.send_body(204, None, b"", {"Allow": ", ".join([*methods, "HEAD", "OPTIONS"])})

    def served(self, body):
        """Find the endpoint, refuse or serve."""
        misbehaviour = self.server.misbehaviour
        misbehaviour.wait()
        address = urlsplit(self.path)
        linked = fixtures.linked(address.path)
        if linked:
            return self.send_body(200, fixtures.kind_of(linked), fixtures.data_of(linked))
        endpoint = endpoints.find("GET" if self.command == "HEAD" else self.command, address.path, self.server.own)
        if endpoint is None:
            return self.refuse(404, f"Invalid URL ({self.command} {address.path})", self.protocol)
        status = misbehaviour.failing_status()
        if status:
            return self.refuse(status, "The sandbox was told to fail", endpoint["protocol"])
        if not self.has_key(endpoint):
            return self.refuse(401, "No key was sent", endpoint["protocol"])
        query, in_path = dict(parse_qsl(address.query)), endpoints.matched(endpoint, address.path)
        lacking = self.server.lacking(endpoint, body, in_path)
        if lacking:
            return self.refuse(catalog.STATUS, lacking[0], endpoint["protocol"], lacking[1])
        asked = {**in_path, **query} if body is None else body
        sample = fixtures.sample_for(endpoint, asked, lambda: self.server.turns.next(self.command, address.path))
        if "stream" in sample and endpoints.is_streamed(endpoint, body):
            events = [times.moved(one, self.server.later) for one in fixtures.events(endpoint, sample, body)]
            return self.stream(events, misbehaviour)
        return self.send_sample(endpoint, sample, query, body)

    def send_sample(self, endpoint, sample, query, body):
        """Send the body of a sample: as it is, or the page of it that was asked for."""
        headers, data = sample.get("headers", {}), fixtures.data_of(sample["file"]) if "file" in sample else b""
        host = f"http://{self.headers.get('Host', '')}"
        ways, kind = endpoint.get("selects", {}), sample.get("media_type", "").partition(";")[0]
        if kind == "application/json":
            text = data.decode("utf-8").replace(fixtures.LINK, f"{host}{fixtures.LINKED}")
            data = fixtures.for_each(sample, times.moved(text, self.server.later), body).encode("utf-8")
        elif kind == "text/csv":
            data = exports.exported(data.decode("utf-8"), query, ways, self.server.later).encode("utf-8")
        if "pages" in endpoint and sample["status"] == 200:
            document, more = paging.cut(json.loads(data), endpoint["pages"], query, f"{host}{self.path}", ways)
            headers, data = {**headers, **more}, json.dumps(document, ensure_ascii=False).encode("utf-8")
        self.send_body(sample["status"], sample.get("media_type"), data, headers)

    def has_key(self, endpoint):
        """Whether something that could be a credential came along, where one is wanted.

        Every family takes a Bearer token beside the header of its own (fact sheet, section 1.3).
        """
        wanted = program.CREDENTIALS.get(endpoint["credential"])
        if wanted is None:
            return True
        if "query" in wanted:
            return wanted["query"] in dict(parse_qsl(urlsplit(self.path).query))
        if "user" in wanted:
            return self.headers.get("Authorization", "").startswith("Basic ")
        ways = [wanted, *(one for one in program.CREDENTIALS.values() if one.get("setting") == wanted["setting"])]
        ways = [one for one in ways if one is wanted or "scheme" in one]
        return any(self.headers.get(one["header"], "").removeprefix(one.get("scheme", "")).strip() for one in ways)

    def stream(self, events, misbehaviour):
        """Send the events of a sample stream one by one, as chunks of HTTP."""
        kind = {"Content-Type": "text/event-stream; charset=utf-8", "Transfer-Encoding": "chunked"}
        self.head(200, {**kind, **self.own_headers()}.items())
        number = 0
        for event in events:
            if misbehaviour.stopped.is_set() or number == misbehaviour.cut_after:
                self.close_connection = True
                return self.connection.shutdown(socket.SHUT_RDWR)
            if number:
                misbehaviour.wait()
            self.chunk(f"{event}\n\n".encode())
            number += not event.startswith(":")  # a comment is no event
        return self.chunk(b"")
