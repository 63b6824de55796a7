"""A session: many operations at once over one pool, each with a state of its own; connections that are used again."""

import io
import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from cometapi.context import Context
from cometapi.errors import CometError, ServiceUnavailable
from cometapi.http import transport
from cometapi.main import outcome
from cometapi.session import Session

CALLS = 100


class Handler(BaseHTTPRequestHandler):
    """Keeps connections alive, counts them, and answers chat streams, pages of logs, and refusals."""

    protocol_version = "HTTP/1.1"

    def setup(self):
        super().setup()
        self.server.connections += 1

    def log_message(self, *_):
        """Stay quiet."""

    def do_GET(self):
        query = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
        number, size = int(query["p"]), int(query["page_size"])
        items = [{"id": one, "model_name": f"model-{one}"} for one in range((number - 1) * size, number * size)]
        self.whole({"success": True, "data": {"items": items, "total": 2100}})
        self.close_connection = self.server.is_closing_after_reply or self.close_connection

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.requests += 1
        if self.server.is_closing:
            self.close_connection = True
            return
        text = body["messages"][-1]["content"]
        if text.startswith("fail"):
            self.whole({"error": {"message": f"no {text} with {self.headers['Authorization']}", "code": "bad"}}, 400)
        else:
            self.stream(text)

    def stream(self, text):
        """The message word by word, every answer in its own rhythm."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for number, word in enumerate(text.split()):
            time.sleep(0.001 * (hash((text, number)) % 7))
            self.event({"choices": [{"index": 0, "delta": {"content": f"{word} "}}]})
        self.event({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
        self.chunk(b"data: [DONE]\n\n")
        self.chunk(b"")

    def event(self, value):
        self.chunk(b"data: " + json.dumps(value).encode() + b"\n\n")

    def chunk(self, data):
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))

    def whole(self, value, status=200):
        data = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


class Server(ThreadingHTTPServer):
    """A server that counts."""

    daemon_threads = True
    request_queue_size = 200
    connections = requests = 0
    is_closing = is_closing_after_reply = False

    def __init__(self, *words):
        super().__init__(*words)
        self.closed = threading.Event()  # set when a connection was closed

    def shutdown_request(self, request):
        super().shutdown_request(request)
        self.closed.set()


@pytest.fixture
def server():
    with Server(("127.0.0.1", 0), Handler) as made:
        threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield made
        made.shutdown()


@pytest.fixture
def environ(server, home):
    return {
        "HOME": str(home),
        "COMETAPI_BASE_URL": f"http://127.0.0.1:{server.server_address[1]}/v1",
        "COMETAPI_KEY": "sk-test-key-0001",
        "COMETAPI_ACCESS_TOKEN": "access-token-0002",
    }


def context(environ, *words):
    return Context(list(words), environ, io.StringIO(), io.StringIO(), io.StringIO())


def test_a_hundred_operations_at_once_keep_apart(environ, server):
    """Each prints its own answer to its own stream, and each failure is the one of its own call."""
    with Session(context(environ)) as session:

        def ask(number):
            text = f"fail {number}" if number % 10 == 3 else " ".join(f"{number}-{word}" for word in range(20))
            out, err = io.StringIO(), io.StringIO()
            operation = session.operation("chat", {"prompt": text, "stream": True}, stdout=out, stderr=err)
            try:
                code = operation.run()
            except CometError as error:
                code = error
            return number, text, code, out.getvalue(), err.getvalue(), operation

        with ThreadPoolExecutor(CALLS) as pool:
            done = list(pool.map(ask, range(CALLS)))

    for number, text, code, out, err, operation in done:
        if number % 10 == 3:
            means = "The service does not accept the request (HTTP 400)"
            assert (code.message, out, err) == (f"{means}: no {text} with Bearer sk-test-key-0001.", "", "")
            assert operation.context.hidden(code.message) == f"{means}: no {text} with Bearer sk-…0001."
        else:
            assert (code, out.split(), err) == (0, text.split(), "")
    assert session.context.stdout.getvalue() == session.context.stderr.getvalue() == ""
    assert server.requests == CALLS


def test_what_one_operation_hides_no_other_hides(environ):
    with Session(context(environ)) as session:
        one, other = (session.operation("chat", {"prompt": "hi"}) for _ in range(2))
        one.context.hide(["a-secret-of-one-call"])

    assert one.context.hidden("a-secret-of-one-call") == "…call"
    assert other.context.hidden("a-secret-of-one-call") == "a-secret-of-one-call"


def test_a_list_of_21_pages_takes_one_connection(environ, server):
    world = context(environ, "logs", "--all", "--json")
    assert outcome(world) == 0
    assert [record["model"] for record in json.loads(world.stdout.getvalue())] == [f"model-{n}" for n in range(2100)]
    assert server.connections == 1


def pages(session):
    """Read one page of logs in an operation of its own."""
    return len(list(session.operation("logs", {}).result().records))


def test_a_connection_that_was_idle_for_long_is_not_used_again(environ, server, monkeypatch):
    with Session(context(environ)) as session:
        assert (pages(session), pages(session), server.connections) == (20, 20, 1)
        monkeypatch.setattr(transport, "LONGEST_IDLE", 0)
        assert (pages(session), server.connections) == (20, 2)


def test_a_connection_that_the_service_has_closed_is_replaced_unseen(environ, server):
    """The service closes its side after a reply without a word; a paid request then goes out once, over a new one."""
    out = io.StringIO()
    with Session(context(environ)) as session:
        server.is_closing_after_reply = True
        assert pages(session) == 20
        assert server.closed.wait(5)
        assert session.operation("chat", {"prompt": "hi there", "stream": True}, stdout=out).run() == 0
    assert (out.getvalue().split(), server.requests, server.connections) == (["hi", "there"], 1, 2)


def test_a_paid_request_that_may_have_been_taken_is_not_sent_again(environ, server):
    """The connection breaks when the request is there: it may be paid for, so it is told and not repeated."""
    with Session(context(environ)) as session:
        assert pages(session) == 20
        server.is_closing = True
        with pytest.raises(ServiceUnavailable):
            session.operation("chat", {"prompt": "hi", "stream": True}).run()
    assert server.requests == 1
