"""A shop on loopback that really keeps pets, as tests/own/petshop.openapi describes it."""

import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

KEY, ADMIN = "paws-key-0001", "paws-admin-0002"


class Shop:
    """``pets`` by ID, and the ``requests`` that came, as ``(method, target, body)``."""

    def __init__(self):
        self.pets, self.requests = {}, []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler(self))
        self.server.daemon_threads = True
        self.server.block_on_close = False
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/v2"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def stop(self):
        """Stop serving."""
        self.server.shutdown()
        self.server.server_close()

    def answer(self, method, target, body, headers):
        """``(status, document)`` of a request."""
        url = urlsplit(target)
        path, query = url.path.removeprefix("/v2"), parse_qs(url.query)
        if path == "/health":
            return 200, {"status": "open"}
        wanted = ("Authorization", f"Bearer {ADMIN}") if method == "DELETE" else ("X-Store-Key", KEY)
        if headers.get(wanted[0]) != wanted[1]:
            return 401, {"code": "bad_key", "message": "This key opens nothing."}
        if path == "/pets":
            return self.listed(query) if method == "GET" else self.added(body)
        store, number = re.fullmatch(r"(?:/stores/(\w+))?/pets/(\d+)", path).groups()
        if int(number) not in self.pets:
            return 404, {"code": "not_found", "message": f"There is no pet {number}."}
        if method == "DELETE":
            del self.pets[int(number)]
            return 204, None
        self.pets[int(number)] |= {"PATCH": body, "PUT": {"store": store}}.get(method, {})
        return 200, self.pets[int(number)]

    def listed(self, query):
        """The pets that a query asks for."""
        found = list(self.pets.values())
        found = [one for one in found if one["status"] in query.get("status", [one["status"]])]
        tags = query.get("tags", [""])[0].split(",") if "tags" in query else []
        found = [one for one in found if {*tags} <= {*one.get("tags", [])}]
        return 200, {"total": len(found), "pets": found[: int(query.get("limit", ["20"])[0])]}

    def added(self, body):
        """A new pet."""
        number = max(self.pets, default=0) + 1
        self.pets[number] = {"id": number, "createdAt": "2026-03-01T09:00:00Z", "status": "available", **body}
        return 201, self.pets[number]


def handler(shop):
    """The class that answers the requests to one shop."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_):
            """Keep stderr for pytest."""

        def answer(self):
            body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"null")
            shop.requests.append((self.command, self.path, body))
            status, document = shop.answer(self.command, self.path, body, self.headers)
            data = b"" if document is None else json.dumps(document).encode()
            self.send_response(status)
            if data:
                self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    for method in ("GET", "POST", "PUT", "PATCH", "DELETE"):
        setattr(Handler, f"do_{method}", Handler.answer)
    return Handler
