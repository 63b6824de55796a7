"""``python -m benchmarks streams``: what a streamed answer costs, beside curl and a bare loop of urllib3 and json.

Floods are whole processes that read 200,000 events of a chat (20,000 with QUICK); their CPU time is told as a multiple of the bare loop's,
which does no more than it must. The delay of a token is the time from the server's send to its arrival at the other end
of a pipe. ``python -m benchmarks.streams URL`` is the bare loop, and ``serve`` the server, which sends prepared bytes
from a process of its own and is never the slower side: curl shows what it can do.
"""

import json
import os
import pty
import re
import socket
import statistics
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from tempfile import TemporaryDirectory

from benchmarks.measure import QUICK, Command, measure

ROUNDS = 2 if QUICK else 7
EVENTS = 20_000 if QUICK else 200_000
TOKENS, PAUSE = (200, 0.004) if QUICK else (400, 0.004)  # of an answer that comes token by token; seconds between two
WORDS = (" the", " answer", ",", " is", "\n", " a", ' "word"', " 模型", " of", " it", ".", " model", "s")
STAMP = re.compile(rb"<(\d+)>")  # nanoseconds at which a token was sent
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
BODY = b'{"model": "m", "stream": true, "messages": [{"role": "user", "content": "hi"}]}'
CURL = ["curl", "-sN", "-X", "POST", "-H", "Content-Type: application/json", "-d", BODY.decode()]


# --- the server


def event(content, finish=None):
    """One event of a chat, as bytes."""
    choice = {"index": 0, "delta": {} if finish else {"content": content}, "logprobs": None, "finish_reason": finish}
    head = {"id": "chatcmpl-9xKQ2mVbT7", "object": "chat.completion.chunk", "created": 1774412483, "model": "gpt-5.4"}
    told = {**head, "system_fingerprint": "fp_44709d6fcb", "choices": [choice], "usage": None}
    return b"data: " + json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode() + b"\n\n"


LAST = event("", "stop") + b"data: [DONE]\n\n"


def chunk(data):
    return b"%x\r\n%s\r\n" % (len(data), data)


def flood(size=None):
    """A body of EVENTS events: in chunks of so many bytes, or each in a chunk of its own."""
    events = [event(WORDS[number % len(WORDS)]) for number in range(EVENTS)] + [LAST]
    whole = b"".join(events)
    parts = events if size is None else (whole[at : at + size] for at in range(0, len(whole), size))
    return HEAD + b"".join(map(chunk, parts)) + chunk(b"")


def drops(connection):
    """Send an answer token by token, each with the moment at which it is sent."""
    connection.sendall(HEAD)
    for _ in range(TOKENS):
        time.sleep(PAUSE)
        connection.sendall(chunk(event(f"<{time.monotonic_ns()}>")))
    time.sleep(PAUSE)
    connection.sendall(chunk(event(f"<{time.monotonic_ns()}>") + LAST) + chunk(b""))


def serve():
    """Answer on loopback for ever: what is sent depends on the first part of the path."""
    bodies = {"each": flood(), "large": flood(16384), "one": HEAD + chunk(event("a") + LAST) + chunk(b"")}
    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=answer, args=[connection, bodies], daemon=True).start()


def answer(connection, bodies):
    """Answer one request."""
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    with connection, connection.makefile("rb") as request:
        name = request.readline().split(b"/")[1].decode()
        headers = dict(line.lower().split(b": ") for line in iter(request.readline, b"\r\n"))
        request.read(int(headers.get(b"content-length", 0)))
        drops(connection) if name == "drops" else connection.sendall(bodies[name])


@contextmanager
def serving():
    """The server in a process of its own; its URL."""
    process = subprocess.Popen([sys.executable, "-m", "benchmarks.streams", "serve"], stdout=subprocess.PIPE)
    try:
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
    finally:
        process.terminate()
        process.wait()


# --- who is measured


def bare(url):
    """The least that a program in Python does: urllib3, json, and a write for each piece that comes."""
    import urllib3

    response = urllib3.PoolManager().request("POST", url, body=BODY, preload_content=False)
    rest = b""
    for piece in response.stream(65536):
        *lines, rest = (rest + piece).split(b"\n")
        for line in lines:
            if line.startswith(b"data: {"):
                for choice in json.loads(line[6:])["choices"]:
                    sys.stdout.write(choice["delta"].get("content") or "")
        sys.stdout.flush()


def programs(url, name, home, **streams):
    """The three programs that read the stream of a name, as Commands."""
    target = f"{url}/{name}/v1/chat/completions"
    environ = {"PATH": os.environ["PATH"], "HOME": home, "LANG": "C.UTF-8", "PYTHONPATH": os.getcwd()}
    ours = {**environ, "COMETAPI_BASE_URL": f"{url}/{name}/v1", "COMETAPI_KEY": "sk-benchmark", "TERM": "xterm"}
    call = [sys.executable, "-c", "from cometapi.main import entry; entry()", "chat", "hi", "-m", "m"]
    return {
        "cometapi": Command(call, ours, **streams),
        "bare loop": Command([sys.executable, "-m", "benchmarks.streams", target], environ, **streams),
        "curl": Command([*CURL, target], environ, **streams),
    }


@contextmanager
def terminal():
    """A terminal that takes all that is written to it at once; its descriptor."""
    ours, theirs = pty.openpty()
    threading.Thread(target=drain, args=[ours], daemon=True).start()
    yield theirs
    os.close(theirs)


def drain(handle):
    """Read a descriptor to its end."""
    try:
        while os.read(handle, 65536):
            pass
    except OSError:
        os.close(handle)


# --- what is measured


def floods(url, home):
    """Figures of every flood, by what it is and who reads it."""
    with terminal() as screen:
        cases = {
            "an HTTP chunk each": programs(url, "each", home),
            "16 KiB chunks": programs(url, "large", home),
            "an HTTP chunk each, --events": with_words(programs(url, "each", home), "--events"),
            "an HTTP chunk each, --json": with_words(programs(url, "each", home), "--stream", "--json"),
            "an HTTP chunk each, to a terminal": {"cometapi": programs(url, "each", home, stdout=screen)["cometapi"]},
            "one token": programs(url, "one", home),
        }
        every = {(case, who): one for case, commands in cases.items() for who, one in commands.items()}
        return measure(every, ROUNDS)


def with_words(commands, *words):
    """Only the program itself, with more words."""
    return {"cometapi": commands["cometapi"]._replace(words=[*commands["cometapi"].words, *words])}


def delays(url, home):
    """Seconds that each token took to the end of a pipe, and from the last one to the program's exit, by program."""
    found = {who: ([], []) for who in programs(url, "drops", home)}
    for _ in range(ROUNDS):
        for who, command in programs(url, "drops", home).items():
            tokens, ends = found[who]
            came = delay(command)
            tokens += came[:-1]
            ends.append(came[-1])
    return found


def delay(command):
    """The delays of one run, the last one that of its exit."""
    process = subprocess.Popen(
        command.words, env=command.environ, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, bufsize=0
    )
    found, stamp = [], 0
    while piece := process.stdout.read(65536):
        now = time.monotonic_ns()
        for stamp in map(int, STAMP.findall(piece)):
            found.append((now - stamp) / 1e9)
    process.wait()
    return [*found, (time.monotonic_ns() - stamp) / 1e9]


def main():
    """Measure and print; nothing here has a limit."""
    with TemporaryDirectory() as home, serving() as url:
        found, came = floods(url, home), delays(url, home)
    print(f"floods of {EVENTS:,} events, medians of {ROUNDS} interleaved rounds\n")
    print(f"{'':36}{'':12}{'CPU':>9}{'wall':>10}{'memory':>12}{'/ bare loop (CPU)':>20}")
    for (case, who), one in found.items():
        least = found.get((case, "bare loop"), found["an HTTP chunk each", "bare loop"])
        figures = f"{one.cpu:7.2f} s{one.wall:8.2f} s{one.memory / 2**20:8.1f} MiB{one.cpu / least.cpu:18.2f}"
        print(f"{case:36}{who:12}{figures}")
    more = found["an HTTP chunk each", "cometapi"].memory - found["one token", "cometapi"].memory
    print(f"\nmemory of a flood beyond that of one token: {more / 2**20:.1f} MiB\n")
    print(f"{'delay of a token':20}{'median':>12}{'99 of 100':>12}{'last token to exit':>22}")
    for who, (tokens, ends) in came.items():
        late = statistics.quantiles(tokens, n=100)[98]
        told = (statistics.median(tokens), late, statistics.median(ends))
        print(f"{who:20}{told[0] * 1e3:9.2f} ms{told[1] * 1e3:9.2f} ms{told[2] * 1e3:19.1f} ms")


if __name__ == "__main__":
    serve() if sys.argv[1] == "serve" else bare(sys.argv[1])
