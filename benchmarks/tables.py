"""``python -m benchmarks tables``: what printing 1,000 log records costs in each format, beside a program that does nothing.

Two figures for each format: the work of the program itself, from the service's answer in memory to text in memory, and
the whole call against a server on loopback. Runs are interleaved and medians compared, as for starting up.
"""

import io
import json
import os
import statistics
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from tempfile import TemporaryDirectory

from cometapi.context import Context
from cometapi.generated.logs import COMMAND
from cometapi.manifest.select import parsed
from cometapi.output import write
from cometapi.output.records import record
from cometapi.output.results import Rows

RECORDS, PAGE, ROUNDS = 1000, 100, 15
FORMATS = ("table", "json", "yaml", "csv", "markdown")
CALL = [sys.executable, "-c", "from cometapi.main import entry; entry()"]
RESPONSE = COMMAND["routes"][-1]["response"]


def main():
    """Measure and print; nothing here has a limit."""
    with TemporaryDirectory() as home:
        server = ThreadingHTTPServer(("127.0.0.1", 0), Logs)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        whole = calls(f"http://127.0.0.1:{server.server_address[1]}/v1", home)
        server.shutdown()
    empty = whole.pop("python -c pass")
    print(f"{RECORDS} log records, medians of {ROUNDS} rounds; python -c pass takes {empty * 1000:.1f} ms")
    print(f"{'':10}{'own work':>12}{'whole call':>14}{'/ python -c pass':>20}")
    for name, seconds in whole.items():
        own = statistics.median(own_work(name) for _ in range(ROUNDS))
        print(f"{name:10}{own * 1000:9.1f} ms{seconds * 1000:11.1f} ms{seconds / empty:20.1f}")


def item(number):
    """One record as the service sends it."""
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


ITEMS = [item(number) for number in range(RECORDS)]


class Logs(BaseHTTPRequestHandler):
    """Answers with pages of records."""

    def do_GET(self):
        query = dict(part.split("=") for part in self.path.partition("?")[2].split("&"))
        start = (int(query["p"]) - 1) * PAGE
        data = json.dumps({"success": True, "data": {"total": RECORDS, "items": ITEMS[start : start + PAGE]}}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        """Keep quiet."""


class Terminal(io.StringIO):
    """A terminal of 120 columns in memory."""

    encoding = "utf-8"

    def isatty(self):
        return True


def own_work(name):
    """Seconds from the items to the text of one format."""
    context = Context([], {"COLUMNS": "120", "HOME": "/"}, io.StringIO(), Terminal(), io.StringIO())
    start = time.perf_counter()
    items = (parsed(one, RESPONSE["parse"]) for one in ITEMS)
    write(Rows(RESPONSE["columns"], (record(RESPONSE["columns"], one) for one in items)), name, context)
    return time.perf_counter() - start


def calls(url, home):
    """Median seconds of the whole call in each format, and of a program that does nothing."""
    environ = {"PATH": os.environ["PATH"], "HOME": home, "COMETAPI_BASE_URL": url, "COMETAPI_ACCESS_TOKEN": "token"}
    commands = {"python -c pass": [sys.executable, "-c", "pass"]}
    commands |= {name: [*CALL, "logs", "--all", "--format", name] for name in FORMATS}
    times = {name: [] for name in commands}
    for number in range(ROUNDS + 1):
        for name, words in commands.items():
            start = time.perf_counter()
            subprocess.run(words, env=environ, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
            if number:  # the first round only warms up
                times[name].append(time.perf_counter() - start)
    return {name: statistics.median(values) for name, values in times.items()}
