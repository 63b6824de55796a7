"""``python -m benchmarks lists``: what lists, exports and uploads cost: a kept catalog, pages of a log, and large files.

The page server is a process of its own that has its replies ready as bytes. What a call costs is told in CPU time and
as a ratio to ``python -c pass``, of large files as a ratio to curl's.
"""

import json
import multiprocessing
import os
import socket
import sys
import threading
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from benchmarks.measure import QUICK, Command, measure

ROUNDS, LARGE_ROUNDS = (2, 2) if QUICK else (15, 5)
RECORDS, PAGE = 10_000, 100
EXPORT = 159_000_000  # bytes
UPLOAD = 1 << (28 if QUICK else 30)
PIECE = 1 << 20
CALL = [sys.executable, "-c", "from cometapi.main import entry; entry()"]
NOTHING = "python -c pass"
EMPTY = b'{"success":true,"data":{"total":10000,"items":[]}}'  # the page behind the last
SEND = """
import sys
from cometapi.cli.uploads import upload
from cometapi.http import body, connections, request, transport
made = body.Multipart({"file": upload(sys.argv[2])}) if sys.argv[3:] else body.raw(upload(sys.argv[2]))
asked = request.Request("POST", sys.argv[1], {}, made)
transport.send(asked, transport.Policy(safe=False), connections.Pool()).body()
"""  # no command of the manifest takes a file yet
SEARCHED = "model-1234"  # eleven and more models have it


def main():
    """Measure and print; nothing here has a limit."""
    server, url = started()
    try:
        with TemporaryDirectory() as folder:
            for rows in (catalogs, pages, files):
                rows(url, Path(folder))
    finally:
        server.terminate()
        server.join()


def catalogs(url, folder):
    """A catalog that was fetched before: all of it, a search, a table, as processes that run to their end."""
    for count in (3_000, 30_000):
        environ = surroundings(f"{url}/{count}/v1", folder / str(count))
        calls = {"json": ["--json"], "search": ["--search", SEARCHED], "table": ["--format", "table"]}
        told = {
            f"{name} of {count:,} models kept": program("models", *words, environ=environ)
            for name, words in calls.items()
        }
        show(told, NOTHING, ROUNDS, "wall")


def pages(url, folder):
    """A log in pages of 100 records, in three formats."""
    environ = surroundings(f"{url}/0/v1", folder / "pages")
    told = {
        f"{name} of {RECORDS:,} log records": program("logs", "--all", "--format", name, environ=environ)
        for name in ("table", "json", "csv")
    }
    show(told, NOTHING, LARGE_ROUNDS, "cpu")


def files(url, folder):
    """An export and an upload, beside curl's."""
    if which("curl") is None:
        print("\ncurl is not installed, so large files are not compared.")
        return
    environ = surroundings(f"{url}/0/v1", folder / "files")
    told = {
        "curl of an export": Command(["curl", "-s", f"{url}/0/api/log/self/export"]),
        f"logs --export of {EXPORT // 10**6} MB": program("logs", "--export", environ=environ),
    }
    show(told, "curl of an export", LARGE_ROUNDS, "wall")
    large = folder / "upload"
    with open(large, "wb") as file:
        file.truncate(UPLOAD)
    place = f"{url}/0/v1/upload"
    told = {
        "curl -T of a file": Command(["curl", "-s", "-T", str(large), "-H", "Expect:", place]),
        "curl -F of a file": Command(["curl", "-s", "-F", f"file=@{large}", "-H", "Expect:", place]),
        "a file as the whole body": Command([sys.executable, "-c", SEND, place, str(large)], environ),
        "a file in a form": Command([sys.executable, "-c", SEND, place, str(large), "form"], environ),
    }
    show(told, "curl -F of a file", LARGE_ROUNDS, "wall")


def program(*words, environ, stdout=None):
    """A Command of the program."""
    return Command([*CALL, *words], environ, **({} if stdout is None else {"stdout": stdout}))


def surroundings(url, home):
    """The environment of a user whose home is this folder."""
    home.mkdir()
    return {"PATH": os.environ["PATH"], "HOME": str(home), "COMETAPI_BASE_URL": url} | {
        "COMETAPI_ACCESS_TOKEN": "token-0001",
        "COMETAPI_KEY": "sk-0001",
        "PYTHONPATH": str(Path(__file__).resolve().parent.parent),
    }


def show(commands, compared, rounds, figure):
    """Measure commands and print a row for each: wall clock, CPU time, memory, and the ratio to what they are compared with."""
    commands = {NOTHING: Command([sys.executable, "-c", "pass"])} | commands
    found = measure(commands, rounds)
    least = getattr(found[compared], figure)
    print(f"\n{'':34}{'wall':>10}{'CPU':>10}{'memory':>11}   {figure} / {compared}")
    for name, one in found.items():
        ratio = getattr(one, figure) / least
        print(f"{name:34}{one.wall * 1000:7.0f} ms{one.cpu * 1000:7.0f} ms{one.memory / 2**20:7.1f} MiB   {ratio:.2f}")


# --- the server


def started():
    """``(process, URL)`` of the page server."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    server = multiprocessing.get_context("fork").Process(target=serve, args=(listener,), daemon=True)
    server.start()
    port = listener.getsockname()[1]
    listener.close()
    return server, f"http://127.0.0.1:{port}"


def serve(listener):
    """Answer every connection in a thread of its own."""
    replies = {f"/{count}/api/models": encoded(catalog(count)) for count in (3_000, 30_000)}
    items = [logged(number) for number in range(RECORDS)]
    for start in range(0, RECORDS, PAGE):
        data = {"total": RECORDS, "items": items[start : start + PAGE]}
        replies[f"page {start // PAGE + 1}"] = encoded({"success": True, "data": data})
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=talk, args=(connection, replies), daemon=True).start()


def talk(connection, replies):
    """Answer the requests of one connection."""
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    buffer, data = bytearray(PIECE), b""
    while True:
        while b"\r\n\r\n" not in data:
            piece = connection.recv(65536)
            if not piece:
                return
            data += piece
        head, _, data = data.partition(b"\r\n\r\n")
        left = length(head) - len(data)
        while left > 0:
            left -= connection.recv_into(buffer)
        data = b""
        respond(connection, head.split(b" ", 2)[1].decode(), replies)


def length(head):
    """The length of a request's body."""
    lines = (line.lower().partition(b":") for line in head.split(b"\r\n"))
    return next((int(value) for name, _, value in lines if name == b"content-length"), 0)


def respond(connection, path, replies):
    """Send the reply that belongs to a path."""
    where, _, query = path.partition("?")
    if where.endswith("/export"):
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nContent-Length: %d\r\n\r\n" % EXPORT)
        line = b"2026-03-25 04:21:23,claude-sonnet-4-6,0.0012,800,120\n" * (PIECE // 53)
        for _ in range(EXPORT // len(line)):
            connection.sendall(line)
        connection.sendall(line[: EXPORT % len(line)])
        return
    words = dict(part.partition("=")[::2] for part in query.split("&"))
    data = replies.get(where) or replies.get(f"page {words.get('p')}", EMPTY)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(data)
    connection.sendall(head + data)


def encoded(value):
    """A JSON value as services send it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def catalog(count):
    """A catalog of as many models."""
    return {"success": True, "data": [model(number) for number in range(count)]}


def model(number):
    """One model as the catalog has it."""
    endpoints = {
        "chat": {"path": "/v1/chat/completions", "method": "POST"},
        "responses": {"path": "/v1/responses", "method": "POST"},
    }
    return {
        "id": f"model-{number}",
        "code": f"model-{number}",
        "name": f"Model {number}",
        "description": "General model for text and images, with tools and a long context. " * 3,
        "provider": ("OpenAI", "Google", "阿里巴巴")[number % 3],
        "provider_code": ("openai", "google", "alibaba")[number % 3],
        "model_type": ("text", "image")[number % 2],
        "features": ["text-to-text", "image-to-text", "function-calling"],
        "pricing": {
            "currency": "USD / M Tokens",
            "input": number % 7 + 0.25,
            "output": 8,
            "per_request": None,
            "per_second": None,
        },
        "endpoints": json.dumps(endpoints),
        "context_length": 400000,
        "max_completion_tokens": 128000,
        "api_doc_url": "https://apidoc.example.com/api/text/chat",
    }


def logged(number):
    """One record of the log as the service sends it."""
    other = {"model_ratio": 1, "completion_ratio": 4, "group_ratio": 1, "model_price": -1, "frt": 450, "total_ms": 2910}
    return {
        "id": number,
        "user_id": 7,
        "created_at": 1774412483 - number * 61,
        "type": 5 if number % 50 == 0 else 2,
        "content": "the model is overloaded, 请稍后再试" if number % 50 == 0 else "",
        "username": "demo",
        "token_name": "ci",
        "model_name": "claude-sonnet-4-6" if number % 2 else "gpt-5.4",
        "quota": number * 13,
        "prompt_tokens": number,
        "completion_tokens": number * 3,
        "use_time": 3,
        "is_stream": True,
        "group": "default",
        "ip": "",
        "other": json.dumps(other),
        "request_id": f"20260325040100123456789{number:08}",
    }


if __name__ == "__main__":
    main()
