"""A service on loopback that answers in whichever protocol it is asked, and keeps every request; and what the history has."""

import json
import sqlite3
import threading
from http.server import BaseHTTPRequestHandler

import pytest
from protocol_servers import PROTOCOLS, said
from scripted_server import Scripted

BY_PATH = {"/chat/completions": 0, ":streamGenerateContent": 1, ":generateContent": 1, "/responses": 2, "/messages": 3}


class Service(Scripted):
    """``requests`` are ``(path, body)`` in the order in which they came; what nobody has told it to say is "an answer"."""

    def __init__(self):
        self.came = threading.Event()  # with each request
        super().__init__(handler)

    @property
    def bodies(self):
        """The bodies of the requests."""
        return [body for _, body in self.requests]

    def say(self, text="an answer", **how):
        """Answer the next request so: ``calls`` of tools, ``cut`` for no end, ``holds`` before the first byte, ``status``."""
        self.answers.append({"text": text, **how})


def handler(service):
    """The class that answers the requests of one service."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_):
            """Keep stderr for pytest."""

        def do_GET(self):
            self.reply(404, "application/json", b'{"success": false, "message": "none"}')

        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            service.requests.append((self.path, body))
            service.came.set()
            how = service.answers.pop(0) if service.answers else {"text": "an answer"}
            if how.get("holds"):
                service.go_on.wait()
            speech = next(PROTOCOLS[number] for path, number in BY_PATH.items() if path in self.path)
            if "status" in how:
                document = json.dumps({"error": {"message": how["text"], "type": "no"}}).encode()
                self.reply(how["status"], "application/json", document)
            elif body.get("stream") or ":stream" in self.path:
                calls = [(key, name, [told]) for key, name, told in how.get("calls", ())]
                events = said(speech, how["text"], reason="calls" if calls else "whole", calls=calls)
                events = events[: len(speech.begin) + 1] if how.get("cut") else events
                self.reply(200, "text/event-stream", "".join(events).encode())
            else:
                self.reply(200, "application/json", json.dumps(speech.whole(how["text"])).encode())

        def reply(self, status, kind, data):
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("X-Cometapi-Request-Id", "req-1")
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Connection", "close")
            self.end_headers()
            self.close_connection = True
            try:
                self.wfile.write(data)
            except OSError:
                pass  # the program has gone

    return Handler


def texts(body):
    """``(role, text)`` of everything in a request that somebody said, in any of the four protocols."""
    turns = body.get("messages") or body.get("contents") or body.get("input") or []
    return [(one.get("role"), text_of(one.get("content", one.get("parts")))) for one in turns]


def text_of(content):
    """The text of a turn's content."""
    if isinstance(content, str):
        return content
    return "".join(part.get("text", "") for part in content or ())


def database(home):
    """The path of the history in a home."""
    return home / ".local" / "state" / "cometapi" / "history.db"


def exchanges(home):
    """The exchanges of the history as dicts, in order; none where there is no history."""
    if not database(home).exists():
        return []
    connection = sqlite3.connect(database(home))
    connection.row_factory = sqlite3.Row
    try:
        return [dict(row) for row in connection.execute("SELECT * FROM exchanges ORDER BY number")]
    finally:
        connection.close()


@pytest.fixture
def answering(environ):
    """The service, which the program takes for its own; ``history`` is ``all``."""
    found = Service()
    environ.update(COMETAPI_BASE_URL=found.url, COMETAPI_KEY="sk-test-key-0001", COMETAPI_HISTORY="all")
    yield found
    found.stop()
