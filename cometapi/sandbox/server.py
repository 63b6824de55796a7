"""The sandbox of ``sandbox`` and ``--sandbox``: the manifest's endpoints, served from its sample replies on loopback."""

import json
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

from cometapi.generated import program
from cometapi.generated.index import PROGRAM
from cometapi.http.credentials import settings_of
from cometapi.sandbox import bodies, catalog, exports, fixtures, paging, times

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


class Sandbox:
    """A server on 127.0.0.1; ``fail`` is ``(status, times or None)``, ``cut_after`` events, ``delay`` seconds, and with
    ``any_model`` a word that its catalogs lack is no fault. Its samples are served as if they were ``later``, in seconds.
    """

    def __init__(self, port=0, *, fail=None, cut_after=None, delay=0.0, any_model=False, later=0):
        self.server = Server(("127.0.0.1", port), Handler)
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
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def serve(self):
        """Serve until interrupted."""
        self.server.serve_forever(poll_interval=0.1)

    def stop(self):
        """Stop serving, breaking off what is under way."""
        self.server.misbehaviour.stopped.set()
        self.server.shutdown()
        self.server.server_close()


class Server(ThreadingHTTPServer):
    """A server whose threads die with the program and which stays quiet when a client goes away."""

    daemon_threads = True
    block_on_close = False

    def handle_error(self, request, client_address):
        """A connection that the client broke off is no fault of the sandbox."""


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


class Handler(BaseHTTPRequestHandler):
    """Answers one connection's requests."""

    protocol_version = "HTTP/1.1"
    server_version = f"{PROGRAM}-sandbox"

    def do_GET(self):
        """Any method is answered the same way."""
        self.answer()

    do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_GET  # noqa: N815

    def do_OPTIONS(self):
        """Say which methods a path has."""
        path = self.path.partition("?")[0]
        methods = [one for one in METHODS if fixtures.find(one, path, self.server.own)]
        if not methods:
            return self.refuse(404, f"Invalid URL ({self.command} {path})", protocol_of(path))
        return self.send_body(204, None, b"", {"Allow": ", ".join([*methods, "HEAD", "OPTIONS"])})

    def send_error(self, code, message=None, explain=None):
        """Say what is wrong with a request that cannot be answered, and hang up, because nobody knows where the next begins."""
        self.close_connection = True
        self.request_version = self.protocol_version  # an answer has a head, whatever was asked
        self.headers = getattr(self, "headers", None) or {}
        self.refuse(code, message or "The request cannot be read", protocol_of(getattr(self, "path", "/")))

    def log_message(self, *_):
        """Keep stderr for the program."""

    def answer(self):
        """Refuse or serve; what is no request is told as that."""
        try:
            self.served(bodies.read(self.headers, self.rfile))
        except (bodies.Malformed, ValueError, RecursionError) as error:
            self.send_error(400, f"The request cannot be read: {error}")

    def served(self, body):
        """Find the endpoint, refuse or serve."""
        misbehaviour = self.server.misbehaviour
        misbehaviour.wait()
        address = urlsplit(self.path)
        linked = fixtures.linked(address.path)
        if linked:
            return self.send_body(200, fixtures.kind_of(linked), fixtures.data_of(linked))
        endpoint = fixtures.find("GET" if self.command == "HEAD" else self.command, address.path, self.server.own)
        if endpoint is None:
            return self.refuse(404, f"Invalid URL ({self.command} {address.path})", protocol_of(address.path))
        status = misbehaviour.failing_status()
        if status:
            return self.refuse(status, "The sandbox was told to fail", endpoint["protocol"])
        if not self.has_key(endpoint):
            return self.refuse(401, "No key was sent", endpoint["protocol"])
        query, in_path = dict(parse_qsl(address.query)), fixtures.matched(endpoint, address.path)
        lacking = self.server.lacking(endpoint, body, in_path)
        if lacking:
            return self.refuse(catalog.STATUS, lacking[0], endpoint["protocol"], lacking[1])
        asked = {**in_path, **query} if body is None else body
        sample = fixtures.sample_for(endpoint, asked, lambda: self.server.turns.next(self.command, address.path))
        if "stream" in sample and fixtures.is_streamed(endpoint, body):
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

    def refuse(self, status, message, protocol, word=None):
        """Say no in the shape of the endpoint's family; ``word`` is the kind of refusal, else the status tells it."""
        self.reply(status, fixtures.refusal(protocol, status, message, word))

    def reply(self, status, document):
        """Send one JSON value."""
        self.send_body(status, "application/json", json.dumps(document, ensure_ascii=False).encode("utf-8"))

    def send_body(self, status, content_type, data, headers=None):
        """Send a body of known length; a status that allows none has no length either."""
        length = {} if status in (204, 304) else {"Content-Length": str(len(data))}
        self.head(status, content_type, {**(headers or {}), **length})
        if self.command != "HEAD":
            self.wfile.write(data)

    def head(self, status, content_type, headers):
        """Send status and headers."""
        self.send_response(status)
        for name, value in {"Content-Type": content_type, program.REQUEST_ID[0]: "sandbox", **headers}.items():
            if value is not None:
                self.send_header(name, value)
        self.end_headers()

    def stream(self, events, misbehaviour):
        """Send the events of a sample stream one by one, as chunks of HTTP."""
        self.head(200, "text/event-stream; charset=utf-8", {"Transfer-Encoding": "chunked"})
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

    def chunk(self, data):
        """Send one chunk; an empty one ends the body."""
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
        self.wfile.flush()


def protocol_of(path):
    """The protocol in which a path is refused that no endpoint has."""
    known = (one["protocol"] for one in program.PATHS if path.startswith(one["begins"]))
    return next(known, next(iter(program.PROTOCOLS)))
