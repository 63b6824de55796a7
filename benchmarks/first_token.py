"""``python -m benchmarks first_token``: from the start of the process to the first token, and from the last one to the end.

The program and an empty one are installed by pip into one fresh environment, so that both have the same wrapper and the
same site-packages; P is a bare ``python -c pass`` of it. All calls go to a server on loopback that answers at once, so
that no waiting hides what the program costs. Beside it run curl and a bare loop of urllib3 and json, which does no more
than it must. For https all trust the same bundle of certificates: the system's, with the server's own at its end.
"""

import json
import os
import socket
import ssl
import statistics
import subprocess
import sys
import threading
import time
import venv
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import trustme

from benchmarks.measure import QUICK

PROJECT = Path(__file__).resolve().parent.parent
ROUNDS = 5 if QUICK else 40
TABS = 50 if QUICK else 400
MODELS = 300
EMPTY_PROJECT = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "empty-program"
version = "1"

[project.scripts]
empty-program = "empty_program:entry"
"""
BODY = json.dumps({"model": "m", "stream": True, "messages": [{"role": "user", "content": "hi"}]})
BARE = """
import json, sys, urllib3
url, body = sys.argv[1:]
headers = {"Content-Type": "application/json", "Authorization": "Bearer key"}
reply = urllib3.PoolManager().request("POST", url, body=body, headers=headers, preload_content=False)
for line in reply:
    if line.startswith(b"data: {"):
        sys.stdout.write(json.loads(line[6:])["choices"][0]["delta"].get("content") or "")
        sys.stdout.flush()
"""
P = "python -c pass"
LIMITS = (  # what is compared with what, and the ratio that it may have at most
    ("cometapi --version", "empty program", 1.25),
    ("cometapi chat --help", "empty program", 1.25),
    ("one chat, not streamed", "http: urllib3 and json", 1.5),
)


def main():
    """Install, measure, print; returns 1 when a ratio is over its limit."""
    with TemporaryDirectory() as name, serving(Path(name)) as (urls, environ):
        folder = Path(name)
        programs = installed(folder)
        cases = {**starts(programs), **calls(programs, urls)}
        rows = measured(cases, environ)
        print_table(rows, f"medians of {ROUNDS} interleaved rounds")
        print_tabs(programs, folder)
    return print_limits(rows)


def installed(folder):
    """Install both programs into a fresh environment: the folder of its programs."""
    empty = folder / "empty"
    (empty / "empty_program").mkdir(parents=True)
    (empty / "empty_program" / "__init__.py").write_text("def entry():\n    return 0\n")
    (empty / "pyproject.toml").write_text(EMPTY_PROJECT)
    venv.create(folder / "venv", with_pip=True)
    programs = folder / "venv" / "bin"
    subprocess.run([programs / "python", "-m", "pip", "install", "--quiet", str(PROJECT), str(empty)], check=True)
    return programs


def starts(programs):
    """The cases that send nothing, by name."""
    names = ("--version", "--help", "chat --help", "chat --bad-option")
    found = {f"cometapi {one}": [str(programs / "cometapi"), *one.split()] for one in names}
    return {P: [str(programs / "python"), "-c", "pass"], "empty program": [str(programs / "empty-program")], **found}


def calls(programs, urls):
    """The cases that ask the server, by name; that of http is asked in one piece as well."""
    python, program = str(programs / "python"), str(programs / "cometapi")
    found = {}
    for scheme, url in urls.items():
        target = f"{url}/v1/chat/completions"
        asking = [program, "chat", "-m", "m", "hi"]
        base = ["env", f"COMETAPI_BASE_URL={url}/v1"]
        found[f"{scheme}: cometapi chat"] = [*base, *asking, "--stream"]
        found[f"{scheme}: urllib3 and json"] = [python, "-c", BARE, target, BODY]
        found[f"{scheme}: curl"] = ["curl", "-sN", "-H", "Content-Type: application/json", "-d", BODY, target]
        if scheme == "http":
            found["one chat, not streamed"] = [*base, *asking, "--no-stream"]
    return found


# --- the server


@contextmanager
def serving(folder):
    """Serve on loopback: the URLs by scheme, and the environment of whoever is to trust and ask the server."""
    authority, bundle = trustme.CA(), folder / "bundle.pem"
    system = ssl.get_default_verify_paths().cafile
    bundle.write_bytes((Path(system).read_bytes() if system else b"") + authority.cert_pem.bytes())
    certificate = folder / "server.pem"
    authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(str(certificate))
    kept = {name: os.environ[name] for name in ("PATH",)}
    facts = {"SSL_CERT_FILE": str(bundle), "CURL_CA_BUNDLE": str(bundle), "COMETAPI_KEY": "key", "HOME": str(folder)}
    command = [sys.executable, "-m", "benchmarks.first_token", "serve", str(certificate)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=PROJECT) as server:
        try:
            urls = {scheme: server.stdout.readline().strip() for scheme in ("http", "https")}
            yield urls, {**kept, **facts}
        finally:
            server.terminate()


def serve(certificate):
    """Answer on two ports, one of them with TLS, until the process is ended."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    threads = []
    for scheme, wrap in (("http", lambda one: one), ("https", lambda one: context.wrap_socket(one, server_side=True))):
        listener = socket.create_server(("127.0.0.1", 0))
        print(f"{scheme}://127.0.0.1:{listener.getsockname()[1]}", flush=True)
        threads.append(threading.Thread(target=accept, args=[listener, wrap]))
        threads[-1].start()


def accept(listener, wrap):
    """Give each connection a thread."""
    while True:
        threading.Thread(target=answer, args=[listener.accept()[0], wrap], daemon=True).start()


def answer(connection, wrap):
    """Answer one request with prepared bytes: a stream or a document, as its body wishes."""
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        with wrap(connection) as talk:
            came = b""
            while b"\r\n\r\n" not in came or not came.rstrip().endswith(b"}"):
                piece = talk.recv(65536)
                if not piece:
                    return
                came += piece
            talk.sendall(STREAM if b'"stream":true' in came.replace(b" ", b"") else DOCUMENT)
    except OSError:
        pass  # whoever asked has gone


def reply(kind, body):
    """A whole reply as bytes."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    return head.encode() + body.encode()


def event(delta, finish=None):
    """One event of a chat."""
    return f"data: {json.dumps({'id': '1', 'choices': [{'index': 0, 'delta': delta, 'finish_reason': finish}]})}\n\n"


STREAM = reply("text/event-stream", event({"content": "Hello"}) + event({}, "stop") + "data: [DONE]\n\n")
DOCUMENT = reply(
    "application/json",
    json.dumps({"choices": [{"index": 0, "message": {"content": "Hello"}, "finish_reason": "stop"}]}),
)


# --- measuring


def measured(cases, environ):
    """Medians of each case over interleaved rounds, the first of which only warms up: seconds of CPU time and of the wall
    clock in all, until the first byte of stdout, and from the last one to the end.
    """
    runs = {name: [] for name in cases}
    for number in range(ROUNDS + 1):
        for name, words in cases.items():
            found = run(words, environ)
            if number:
                runs[name].append(found)
    return {name: [statistics.median(column) for column in zip(*some, strict=True)] for name, some in runs.items()}


def run(words, environ):
    """One run: the four figures."""
    start = time.perf_counter()
    with subprocess.Popen(
        words, env=environ, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        first = last = None
        while os.read(process.stdout.fileno(), 65536):
            last = time.perf_counter()
            first = first or last
        _, _, usage = os.wait4(process.pid, 0)
        end = time.perf_counter()
        process.returncode = 0
    return usage.ru_utime + usage.ru_stime, end - start, (first or end) - start, end - (last or end)


def print_table(rows, told):
    """Print the figures, and those of whole processes as multiples of P."""
    of_all, cpu = rows[P][1], rows[P][0]
    print(f"{told}; P is {P}: {of_all * 1000:.1f} ms, {cpu * 1000:.1f} ms of CPU\n")
    print(
        "| case | whole | CPU | first byte | beside urllib3 and json | last byte to end |\n|---|---:|---:|---:|---:|---:|"
    )
    for name, (used, whole, first, end) in rows.items():
        bare = rows.get(f"{name.partition(':')[0]}: urllib3 and json")
        beside = f"{first / bare[2]:.2f} ×" if bare else ""
        figures = f"{whole / of_all:.2f} P | {used / cpu:.2f} P | {first * 1000:.1f} ms"
        print(f"| {name} | {figures} | {beside} | {end * 1000:.1f} ms |")


def print_limits(rows):
    """Print the ratios that have a limit; returns 1 when one is over it."""
    print()
    ratios = [(one, other, limit, rows[one][1] / rows[other][1]) for one, other, limit in LIMITS]
    for one, other, limit, ratio in ratios:
        print(f"{one} / {other}: {ratio:.2f}, at most {limit}: {'yes' if ratio <= limit else 'NO'}")
    return int(any(ratio > limit for _, _, limit, ratio in ratios))


# --- Tab


TIMED = """
source {script}
tab() {{ COMP_LINE=$1; COMP_POINT=${{#1}}; COMP_WORDS=($1 ${{2-}}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); _cometapi; }}
compopt() {{ :; }}
line=$1
start=$EPOCHREALTIME
for ((n = 0; n < {rounds}; n++)); do COMPREPLY=(); tab "$line"; done
end=$EPOCHREALTIME
echo $(( (${{end/[.,]/}} - ${{start/[.,]/}}) / {rounds} )) ${{#COMPREPLY[@]}}
"""


def print_tabs(programs, folder):
    """Print what one Tab of bash costs, with the script of completion, and with the hook that starts Python."""
    script = PROJECT / "cometapi" / "share" / "completions" / "cometapi.bash"
    kept = folder / ".cache" / "cometapi"
    kept.mkdir(parents=True)
    (kept / "models.tsv").write_text("".join(f"model-{number}\tProvider, $1.00 in\n" for number in range(MODELS)))
    environ = {"PATH": os.environ["PATH"], "HOME": str(folder)}
    print("\n| Tab in bash | time | offered |\n|---|---:|---:|")
    lines = {"options": "cometapi chat --", "commands": "cometapi c", f"{MODELS} model ids": "cometapi chat -m model-"}
    for title, line in lines.items():
        code = TIMED.format(script=script, rounds=TABS)
        done = subprocess.run(
            ["bash", "-c", code, "bash", line], env=environ, capture_output=True, text=True, check=True
        )
        micro, offered = done.stdout.split()
        print(f"| {title} | {int(micro) / 1000:.2f} ms | {offered} |")
    line = "cometapi chat --"
    facts = {"_ARGCOMPLETE": "1", "COMP_LINE": line, "COMP_POINT": str(len(line)), "_ARGCOMPLETE_SUPPRESS_SPACE": "1"}
    hooks = {"the hook that starts Python": "cometapi", "the same with an empty program": "empty-program"}
    cases = {P: [str(programs / "python"), "-c", "pass"]}
    for title, name in hooks.items():
        cases[title] = ["bash", "-c", f"{programs / name} 8>&1 9>/dev/null >/dev/null"]
    found = measured(cases, {**environ, **facts})
    for title in hooks:
        print(f"| {title} | {found[title][1] / found[P][1]:.2f} P | |")


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        serve(sys.argv[2])
    else:
        sys.exit(main())
