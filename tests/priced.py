"""A service with prices: a catalog, and answers that use what the test says; it counts what it is asked and what that costs."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler

import pytest

from cometapi.loopback.server import Server, start

INPUT, OUTPUT = 10, 1000  # dollars per million tokens
PRICES = {"currency": "USD / M Tokens", "input": INPUT, "output": OUTPUT, "per_request": None, "per_second": None}


def entry(name="m", **facts):
    """One entry of the catalog."""
    return {"id": name, "provider": "P", "model_type": "text", "features": [], "pricing": PRICES, **facts}


CATALOG = {"success": True, "data": [entry("m", max_completion_tokens=1000)]}


class Service:
    """``catalog`` are its models, ``usage`` what an answer uses, ``delay`` the seconds that one takes; ``asked`` the bodies
    of the paid requests. ``refuse(number)`` gives the status and the body of the refusal of a request, or None; an
    answer is ``cut`` without a usage.
    """

    def __init__(self):
        self.catalog = [entry()]
        self.usage = {"prompt_tokens": 10, "completion_tokens": 100}
        self.delay = 0
        self.asked = []
        self.refuse = lambda number: None
        self.is_cut = False
        self.server = Server(("127.0.0.1", 0), handler(self))
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/v1"
        start(self.server)

    @property
    def dollars(self):
        """What the answers have cost."""
        each = self.usage["prompt_tokens"] * INPUT + self.usage["completion_tokens"] * OUTPUT
        return len(self.asked) * each / 1_000_000

    def stop(self):
        """Stop serving."""
        self.server.shutdown()
        self.server.server_close()


def handler(service):
    """The class that answers the requests to one service."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_):
            """Keep stderr for pytest."""

        def do_GET(self):
            self.reply(200, {"success": True, "data": service.catalog})

        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            service.asked.append(body)
            refusal = service.refuse(len(service.asked))
            if refusal == "reset":
                self.close_connection = True
                self.connection.close()
                return
            time.sleep(service.delay)
            if refusal == "event":
                self.send_response(200)
                self.send_header("Content-Type", "text/event-stream")
                self.send_header("Connection", "close")
                self.end_headers()
                self.wfile.write(b'data: {"error": {"message": "no", "code": "overloaded"}}\n\n')
                self.close_connection = True
            elif refusal:
                self.reply(*refusal)
            elif self.path.endswith("/embeddings"):
                data = [{"index": number, "embedding": [1.0, 2.0]} for number, _ in enumerate(body["input"])]
                self.reply(200, {"data": data, "usage": {"prompt_tokens": service.usage["prompt_tokens"]}})
            elif body.get("stream"):
                self.stream(body)
            else:
                message = {"role": "assistant", "content": "Hello"}
                choices = [{"index": 0, "message": message, "finish_reason": "stop"}]
                self.reply(200, {"model": "m", "choices": choices, "usage": service.usage})

        def reply(self, status, document):
            data = json.dumps(document).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def stream(self, body):
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Connection", "close")
            self.end_headers()
            events = [{"choices": [{"index": 0, "delta": {"content": "Hello"}, "finish_reason": None}]}]
            if not service.is_cut:
                events.append({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
                if body.get("stream_options", {}).get("include_usage"):
                    events.append({"choices": [], "usage": service.usage})
            for event in events:
                self.wfile.write(f"data: {json.dumps(event)}\n\n".encode())
            if not service.is_cut:
                self.wfile.write(b"data: [DONE]\n\n")
            self.close_connection = True

    return Handler


class Upstream:
    """A service that has a catalog, says some pieces of an answer, and waits; ``ended`` is when it was hung up on."""

    def __init__(self, raw, *pieces):
        self.pieces, self.said, self.ended, self.times = pieces, threading.Event(), threading.Event(), 0
        raw(self.answer)

    def answer(self, talk):
        if talk.method == "GET":
            talk.whole(CATALOG)
            return
        self.times += 1
        if self.pieces:
            talk.stream(*self.pieces)
        self.said.set()
        try:
            talk.stall()
        except OSError:
            pass
        self.ended.set()


@pytest.fixture
def priced(environ):
    """A Service that the calls of a test go to."""
    service = Service()
    environ |= {"COMETAPI_KEY": "sk-test-0001", "COMETAPI_BASE_URL": service.url, "COMETAPI_DEFAULT_MODEL": "m"}
    yield service
    service.stop()
