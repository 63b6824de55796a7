"""What comes to stdout is the protocol and nothing else: one JSON message a line, whatever the calls say."""

import json
import subprocess
import sys
from contextlib import suppress

import pytest
from conftest import PROJECT
from inprocess import wait_for

HELLO = {
    "protocolVersion": "2025-11-25",
    "capabilities": {},
    "clientInfo": {"name": "test", "version": "1"},
}


class Wire:
    """A server whose lines are written and read by hand."""

    def __init__(self, environ, *options):
        words = [sys.executable, "-m", "cometapi", "mcp", "serve", *options]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(words, stdin=pipe, stdout=pipe, stderr=pipe, env=environ)

    def send(self, *messages):
        """Send messages, each a line of JSON; bytes as they are."""
        for one in messages:
            data = one if isinstance(one, bytes) else json.dumps(one).encode()
            self.process.stdin.write(data + b"\n")
        self.process.stdin.flush()

    def ask(self, number, method, **params):
        self.send({"jsonrpc": "2.0", "id": number, "method": method, "params": params})

    def answer(self, number):
        """The next message with this ID; every line before it is a message, too."""
        while True:
            line = self.process.stdout.readline()
            assert line.endswith(b"\n")
            assert not line.endswith(b"\r\n")
            found = json.loads(line)
            assert found["jsonrpc"] == "2.0"
            if found.get("id") == number:
                return found

    def begin(self):
        self.ask(0, "initialize", **HELLO)
        found = self.answer(0)
        self.send({"jsonrpc": "2.0", "method": "notifications/initialized"})
        return found["result"]

    def run(self, number, *words):
        self.ask(number, "tools/call", name="run", arguments={"arguments": list(words)})
        return self.answer(number)["result"]

    def end(self):
        """``(exit code, what else came to stdout, stderr)`` once stdin is closed."""
        out, err = self.process.communicate(timeout=20)
        return self.process.returncode, out, err.decode()


@pytest.fixture
def wire(environ):
    """Starts servers with these options."""
    begun = []

    def start(*options, env=None):
        begun.append(Wire({**environ, **(env or {})}, *map(str, options)))
        return begun[-1]

    yield start
    for one in begun:
        one.process.kill()
        one.process.wait()
        for stream in (one.process.stdin, one.process.stdout, one.process.stderr):
            with suppress(OSError):
                stream.close()


def test_every_line_is_a_message_whatever_the_calls_say(wire, config):
    config.write_text("unknown_key = 1\n")
    server = wire("--sandbox")
    assert server.begin()["serverInfo"]["name"] == "cometapi"
    assert server.run(1, "models", "--limit", "1")["isError"] is False
    assert server.run(2, "chat", "--nosuch")["isError"] is True
    assert server.run(3, "chat", "--help")["content"][0]["text"].startswith("Usage:")
    assert server.run(4, "balance", "--verbose")["isError"] is False
    code, out, err = server.end()
    assert (code, out) == (0, b"")
    assert "Sample data" in err


STRAY = """
import os, sys, threading, time
def stray():
    while not os.path.exists({asked!r}):
        time.sleep(0.02)
    os.write(1, b"stray\\n")
    print("stray", flush=True)
    open({done!r}, "w").close()
if "mcp" in sys.argv:
    threading.Thread(target=stray, daemon=True).start()
"""


def test_what_others_print_goes_to_stderr(wire, tmp_path):
    asked, done = tmp_path / "asked", tmp_path / "done"
    (tmp_path / "sitecustomize.py").write_text(STRAY.format(asked=str(asked), done=str(done)))
    server = wire("--sandbox", env={"PYTHONPATH": f"{tmp_path}:{PROJECT}"})
    server.begin()
    asked.touch()
    assert wait_for(done.exists, 10)
    assert server.run(1, "--version")["isError"] is False
    code, out, err = server.end()
    assert (code, out) == (0, b"")
    assert err.count("stray") == 2


@pytest.mark.parametrize("setting", [{"COMETAPI_PROFILE": "gone"}, {"COMETAPI_TIMEOUT": "soon"}])
def test_a_wrong_environment_is_told_in_results_and_on_stderr(wire, setting):
    server = wire(env=setting)
    server.begin()
    assert server.run(1, "balance")["isError"] is True
    assert server.run(2, "--version")["isError"] is False
    assert server.end()[:2] == (0, b"")


def test_what_is_unusual_in_the_protocol_ends_nothing(wire):
    server = wire("--sandbox")
    server.ask("early", "tools/call", name="run", arguments={"arguments": ["--version"]})
    assert "error" in server.answer("early")
    server.begin()
    server.send(b"not json", b"", b"[1, 2]", b'[{"jsonrpc": "2.0", "id": 9, "method": "ping"}]', b"\xff\xfe")
    server.send({"jsonrpc": "2.0", "method": "notifications/nobody/knows"})
    server.send({"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 77}})
    server.ask(1, "nobody/knows")
    assert server.answer(1)["error"]["code"] == -32601
    server.ask(2, "tools/call", name="run", arguments=None)
    assert server.answer(2)["result"]["content"] == [{"type": "text", "text": "run needs arguments."}]
    server.ask(3, "tools/call", name="nosuch", arguments={})
    assert server.answer(3)["result"]["isError"] is True
    server.ask(4, "tools/list", cursor="page-2")
    assert len(server.answer(4)["result"]["tools"]) == 3
    assert server.run(5, "--version")["content"][0]["text"].startswith("cometapi ")
    assert server.end()[:2] == (0, b"")


def test_a_client_that_reads_nothing_does_not_keep_the_server(wire):
    server = wire("--sandbox")
    server.begin()
    for number in range(1, 9):
        server.ask(number, "tools/call", name="describe", arguments={"command": "chat"})
    server.process.stdin.close()
    assert server.process.wait(10) == 0  # though replies of 80 KB stand in a pipe of 64 KB


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"arguments": "models --limit 1"}, "run: Pass an array of strings."),
        ({"arguments": [1]}, "run: Pass an array of strings."),
        (
            {"arguments": ["models --limit 1"]},
            'run: Pass each argument as a string of its own, such as ["model", "info", "gpt-5.4"]; there is no shell.',
        ),
        ({"arguments": ["models"], "input": 1}, "run: Pass a string."),
        ({"words": ["models"]}, "run has no argument 'words'; it has arguments, input."),
        ({}, "run needs arguments."),
    ],
)
def test_arguments_that_do_not_fit_are_told(arguments, sentence):
    from cometapi.mcp.server import misfit

    assert misfit(arguments, "run") == sentence


@pytest.mark.parametrize(("tool", "key"), [("search", "query"), ("describe", "command")])
@pytest.mark.parametrize("text", ["price " * 100_000, "x" * 1_000_000])
def test_what_is_looked_for_is_short_enough_that_nobody_waits(tool, key, text):
    from cometapi.mcp.server import misfit

    assert misfit({key: text}, tool) == f"{tool}: The argument must have at most 200 characters."
    assert misfit({key: text[:200]}, tool) is None


@pytest.mark.parametrize("words", [["--nosuch"], ["x"], ["--max-cost", "much"], ["--folder", "/nowhere"]])
def test_a_wrong_option_is_told_on_stderr_alone(process, words):
    ran = process("mcp", "serve", *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("cometapi: ")


def test_without_the_library_one_is_told_how_to_get_it(process, tmp_path):
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['mcp'] = None\n")
    ran = process("mcp", "serve", env={"PYTHONPATH": f"{tmp_path}:{PROJECT}", "PYTHONNOUSERSITE": "1"})
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "cometapi: mcp serve needs the library mcp, version 2 or later, which is not installed.\n"
        "  Install it from the checkout: pipx install --force '.[mcp]'\n"
    )


def test_help_is_for_people_and_on_stdout(cli):
    ran = cli("mcp", "serve", "--help")
    assert ran.code == 0
    assert ran.out.startswith("Usage: cometapi mcp serve")


HALVES = {"message": "half \ud800", "success": False, "error": {"message": "\ud83d", "code": "x\ud800"}}


def test_half_a_character_of_a_service_ends_nothing(wire, raw):
    raw(lambda talk: talk.whole(HALVES))
    server = wire()
    server.begin()
    for number, words in enumerate((["api", "/v1/models"], ["models"], ["models", "--format", "table"]), 1):
        assert server.run(number, *words)["isError"] is True
    assert server.run(9, "--version")["isError"] is False
