"""The program in this process up to the wire: what it would send, what it says before, and how it ends."""

import io
import json
from urllib.parse import parse_qsl, urlsplit

import pytest

from cometapi.context import Context
from cometapi.errors import CometError
from cometapi.http import transport
from cometapi.main import outcome

FILES = {
    "cat.png": b"png",
    "cat.jpg": b"jpg",
    "cat.webp": b"webp",
    "cat.gif": b"gif",
    "a.wav": b"wav",
    "a.mp3": b"mp3",
    "a.mp4": b"mp4",
    "a.pdf": b"pdf",
    "notes.md": b"md",
}
JSON_FILES = {
    "schema.json": {"type": "object", "properties": {"city": {"type": "string"}}},
    "tools.json": [{"name": "now"}],
    "one.json": {"name": "now"},
    "turns.json": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}],
}


class Wire(CometError):
    """The request arrived here instead of at the service."""


class Sent:
    """What one call came to: ``code``, ``out``, ``err``, and of its request ``target``, ``query``, ``headers`` and ``body``."""

    def __init__(self, code, out, err, requests):
        self.code, self.out, self.err = code, out, err
        self.requests = requests
        request = requests[0] if requests else None
        address = urlsplit(request.url) if request else None
        self.target = f"{request.method} {address.path}" if request else None
        self.query = dict(parse_qsl(address.query)) if request else None
        self.headers = request.headers if request else None
        self.body = json.loads(request.body) if request and request.body else None


@pytest.fixture
def sent(tmp_path, monkeypatch):
    """Run the program with these words in a folder with ``FILES`` and ``JSON_FILES``; the Sent is told by no service."""
    folder = tmp_path / "work"
    folder.mkdir()
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    for name, value in JSON_FILES.items():
        (folder / name).write_text(json.dumps(value), "utf-8")
    monkeypatch.chdir(folder)
    environ = {"HOME": str(tmp_path), "COMETAPI_KEY": "sk-test-key-0001", "COMETAPI_ACCESS_TOKEN": "token-0002"}

    def run(*words, stdin=""):
        requests = []

        def caught(request, policy, pool):
            requests.append(request)
            raise Wire("Sent.")

        monkeypatch.setattr(transport, "send", caught)
        piped = io.TextIOWrapper(io.BytesIO(stdin.encode("utf-8")), "utf-8")
        monkeypatch.setattr("sys.stdin", piped)
        context = Context([str(word) for word in words], environ, piped, io.StringIO(), io.StringIO())
        code = outcome(context)
        said = context.stderr.getvalue()
        return Sent(code, context.stdout.getvalue(), said.removesuffix("cometapi: Sent.\n"), requests)

    return run
