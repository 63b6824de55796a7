"""``python -m benchmarks batches``: many prompts at once, beside curl, a bare loop over urllib3 and OpenAI's own client.

The server is a process of its own with one reply. What is compared has the same number of requests in the air.
"""

import asyncio
import json
import multiprocessing
import sys
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory, mkdtemp

from benchmarks.lists import CALL, surroundings
from benchmarks.measure import QUICK, Command, measure, run

ROUNDS = 1 if QUICK else 3
SLOW, DELAY = 200, 0.25  # prompts, and seconds after which each is answered
FAST = 2_000 if QUICK else 20_000
MANY = 100_000 if QUICK else 1_000_000
AT_ONCE = 50
MESSAGE = {"role": "assistant", "content": "Hello there, this is an answer of some words."}
REPLY = {
    "id": "chatcmpl-1",
    "object": "chat.completion",
    "created": 1,
    "model": "gpt-5.4",
    "choices": [{"index": 0, "message": MESSAGE, "finish_reason": "stop"}],
    "usage": {"prompt_tokens": 10, "completion_tokens": 10, "total_tokens": 20},
}
BARE = """
import json, sys, threading, urllib3
url, rows, results, count = sys.argv[1], open(sys.argv[2]), open(sys.argv[3], "w"), int(sys.argv[4])
pool, lock = urllib3.PoolManager(maxsize=count), threading.Lock()
def work():
    while True:
        with lock:
            line = next(rows, None)
        if line is None:
            return
        row = json.loads(line)
        headers = {"Authorization": "Bearer x", "Content-Type": "application/json"}
        reply = pool.urlopen("POST", url + row["url"], body=json.dumps(row["body"]).encode(), headers=headers)
        told = json.dumps({"custom_id": row["custom_id"], "response": json.loads(reply.data)})
        with lock:
            results.write(told + "\\n")
threads = [threading.Thread(target=work) for _ in range(count)]
for one in threads:
    one.start()
for one in threads:
    one.join()
"""
CLIENT = """
import json, sys
from concurrent.futures import ThreadPoolExecutor
from openai import OpenAI
client = OpenAI(base_url=sys.argv[1] + "/v1", api_key="x", max_retries=0)
rows = [json.loads(line) for line in open(sys.argv[2])]
with ThreadPoolExecutor(int(sys.argv[4])) as pool:
    for _ in pool.map(lambda row: client.chat.completions.create(**row["body"]), rows):
        pass
"""
WITHOUT_JOURNAL = """
import sys
from cometapi.batch.journal import Journal
Journal.add = lambda *_, **__: None
from cometapi.main import entry
entry()
"""


class Replies(asyncio.Protocol):
    """Answers every request with the same reply after ``delay`` seconds."""

    def __init__(self, delay):
        self.delay, self.came = delay, b""
        body = json.dumps(REPLY).encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        self.reply = head.encode() + body

    def connection_made(self, transport):
        """A client has connected."""
        self.transport = transport

    def data_received(self, data):
        """Answer the requests that have come whole."""
        self.came += data
        while (end := self.came.find(b"\r\n\r\n")) >= 0:
            _, _, length = self.came[:end].lower().partition(b"content-length: ")
            whole = end + 4 + int(length.partition(b"\r\n")[0] or 0)
            if len(self.came) < whole:
                return
            self.came = self.came[whole:]
            asyncio.get_running_loop().call_later(self.delay, self.transport.write, self.reply)


def serve(ports):
    """Serve for good: at once on the first port that is told, after the delay on the second."""

    async def both():
        loop = asyncio.get_running_loop()
        servers = [await loop.create_server(lambda one=one: Replies(one), "127.0.0.1", 0) for one in (0, DELAY)]
        ports.send([one.sockets[0].getsockname()[1] for one in servers])
        await asyncio.Event().wait()

    asyncio.run(both())


def main():
    """Measure and print; nothing here has a limit."""
    here, there = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(there,), daemon=True)
    server.start()
    fast, slow = (f"http://127.0.0.1:{port}" for port in here.recv())
    try:
        with TemporaryDirectory() as folder:
            for part in (slow_prompts, fast_prompts, many_rows):
                part(slow if part is slow_prompts else fast, Path(folder))
    finally:
        server.terminate()
        server.join()


def written(path, count):
    """The path of a file with as many prompts in OpenAI's batch form."""
    with open(path, "w", encoding="utf-8") as file:
        for number in range(count):
            body = {"model": "gpt-5.4", "max_tokens": 100, "messages": [{"role": "user", "content": f"Row {number}"}]}
            row = {"custom_id": f"row-{number}", "method": "POST", "url": "/v1/chat/completions", "body": body}
            file.write(json.dumps(row) + "\n")
    return path


def batch(url, folder, rows, *words, code=None):
    """The command that runs a file of prompts from the beginning."""
    out = folder / "out.jsonl"
    call = [sys.executable, "-c", code] if code else CALL
    script = f'rm -rf "{out}"*; exec "$@"'
    words = [*call, "batch", "run", rows, "-o", out, "--parallel", AT_ONCE, "-q", *words]
    home = Path(mkdtemp(dir=folder)) / "home"
    return Command(["sh", "-c", script, "sh", *words], surroundings(f"{url}/v1", home))


def slow_prompts(url, folder):
    """Prompts that are answered after a quarter of a second, beside curl."""
    rows = written(folder / "slow.jsonl", SLOW)
    commands = {"batch run": batch(url, folder, rows)}
    if which("curl"):
        lines = rows.read_text("utf-8").splitlines()
        one = 'url = "{url}/v1/chat/completions"\ndata-raw = {body}\noutput = /dev/null\n'
        bodies = [json.dumps(json.dumps(json.loads(line)["body"])) for line in lines]
        (folder / "curl").write_text("next\n".join(one.format(url=url, body=body) for body in bodies), "utf-8")
        words = ["curl", "-s", "-Z", "--parallel-max", AT_ONCE, "-K", folder / "curl"]
        commands = {"curl -Z": Command(words), **commands}
    found = measure(commands, ROUNDS)
    print(f"{SLOW} prompts, each answered after {DELAY * 1000:.0f} ms, {AT_ONCE} at once:\n")
    for name, one in found.items():
        beside = f", {one.wall / found['curl -Z'].wall:.2f} x curl" if "curl -Z" in found else ""
        print(f"{name:34}{one.wall:8.2f} s{beside}")


def fast_prompts(url, folder):
    """Prompts that are answered at once: CPU time a request."""
    rows, few = written(folder / "fast.jsonl", FAST), written(folder / "few.jsonl", FAST // 10)
    words = [url, rows, folder / "bare.out", AT_ONCE]
    commands = {
        "bare loop over urllib3": Command([sys.executable, "-c", BARE, *words]),
        "batch run": batch(url, folder, rows),
        "batch run without its journal": batch(url, folder, rows, code=WITHOUT_JOURNAL),
        "OpenAI's client": Command([sys.executable, "-c", CLIENT, url, few, "-", AT_ONCE]),
    }
    found = measure(commands, ROUNDS)
    print(f"\n{FAST:,} prompts answered at once, {AT_ONCE} at once:\n")
    counts = {"OpenAI's client": FAST // 10}
    bare = found["bare loop over urllib3"].cpu / FAST
    for name, one in found.items():
        count = counts.get(name, FAST)
        each = one.cpu / count
        print(
            f"{name:34}{each * 1e6:7.0f} us of CPU a request, {each / bare:5.2f} x bare, {count / one.wall:6.0f} a second"
        )


def many_rows(url, folder):
    """A file of very many rows: memory while it runs, and what it takes to see that all of it is done."""
    rows, little = written(folder / "many.jsonl", MANY), written(folder / "little.jsonl", 2_000)
    start = run(batch(url, folder, little))
    peak = run(allowing(batch(url, folder, rows, "--max-calls", 2_000)))
    print(f"\n{MANY:,} rows, of which 2,000 are sent: {peak.memory / 2**20:.0f} MiB, "
          f"{(peak.memory - start.memory) / 2**20:+.0f} MiB beside a file of 2,000; {peak.wall - start.wall:.0f} s to read it")  # fmt: skip


def allowing(command):
    """A command that may end by its cap."""
    return command._replace(words=["sh", "-c", '"$@" || test $? -eq 75', "sh", *command.words])


if __name__ == "__main__":
    sys.exit(main())
