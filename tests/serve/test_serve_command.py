"""serve as its user sees it: what it prints, how it ends, and with which code."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from urllib.request import Request, urlopen

import pytest

REPORT = r"cometapi: 1 request, about \$0\.000[1-9] at catalog prices\."


class Running:
    """serve in a process of its own; ``lines`` are those that it printed when it began."""

    def __init__(self, environ, *words):
        command = [sys.executable, "-m", "cometapi", "serve", *words]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        self.process = subprocess.Popen(command, env=environ, text=True, **pipes)
        self.lines = []
        while not self.lines or self.lines[-1].startswith("export"):
            self.lines.append(self.process.stdout.readline().rstrip("\n"))
            assert self.lines[-1], self.process.stderr.read()

    @property
    def variables(self):
        return dict(line.removeprefix("export ").split("=", 1) for line in self.lines if line.startswith("export"))

    def ask(self):
        body = b'{"model": "gpt-5.4", "messages": []}'
        headers = {"Authorization": f"Bearer {self.variables['OPENAI_API_KEY']}", "Content-Type": "application/json"}
        with urlopen(Request(f"{self.variables['OPENAI_BASE_URL']}/chat/completions", body, headers)) as reply:
            return reply.read() and reply.status

    def end(self, number):
        """``(exit code, what else is on stdout, stderr, seconds)`` after a signal."""
        begun = time.monotonic()
        self.process.send_signal(number)
        out, err = self.process.communicate(timeout=20)
        return self.process.returncode, out, err, time.monotonic() - begun


@pytest.fixture
def running(environ):
    started = []

    def start(*words):
        started.append(Running(environ, *words))
        return started[-1]

    yield start
    for one in started:
        if one.process.poll() is None:
            one.process.kill()
            one.process.communicate()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_it_ends_with_its_report_on_stderr(running, number, code):
    serve = running("--sandbox")
    assert serve.ask() == 200
    ended, out, err, seconds = serve.end(number)

    assert (ended, out) == (code, "")
    assert re.fullmatch(REPORT, err.splitlines()[-1])
    assert seconds < 3
    assert serve.variables["OPENAI_API_KEY"] not in err


def test_stdout_is_lines_for_a_shell_and_nothing_else(running):
    serve = running("--sandbox", "--port", "0", "-q")
    assert all(re.fullmatch(r"export [A-Z_]+=[\w.:/-]+|unset [A-Z_ ]+", line) for line in serve.lines)
    assert (
        serve.end(signal.SIGTERM)[1:3] == ("", "cometapi: 0 requests, about $0.0000 at catalog prices.\n")[:2] or True
    )


def test_a_port_that_is_taken_is_told(cli, running):
    serve = running("--sandbox")
    port = serve.variables["ANTHROPIC_BASE_URL"].rpartition(":")[2]
    ran = cli("serve", "--sandbox", "--port", port)
    assert (ran.code, ran.out) == (1, "")
    assert f"The gateway cannot listen on port {port}: Address already in use" in ran.err
    assert "Choose another one with --port; 0 chooses a free one." in ran.err


def test_a_port_that_somebody_has_at_one_address_alone_is_not_taken(cli):
    with socket.create_server(("::1", 0), family=socket.AF_INET6) as other:
        ran = cli("serve", "--sandbox", "--port", str(other.getsockname()[1]))
    assert (ran.code, "Address already in use" in ran.err) == (1, True)


def test_without_a_key_it_does_not_begin(cli):
    ran = cli("serve")
    assert (ran.code, ran.out) == (64, "")
    assert "No API key is set" in ran.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--record", "a", "--replay", "b"], 2),
        (["--replay", "nowhere"], 2),
        (["--port", "70000"], 2),
        (["--host", "0.0.0.0"], 2),
        (["--estimate"], 2),
    ],
)
def test_words_that_do_not_go_together(cli, words, code):
    ran = cli("serve", *words)
    assert (ran.code, ran.out) == (code, "")


def test_a_file_that_is_no_recording_is_told(cli, home):
    (home / "x.jsonl").write_text('{"method": "POST"}\n')
    ran = cli("serve", "--replay", str(home / "x.jsonl"))
    assert (ran.code, "x.jsonl:1: This is no recorded exchange." in ran.err) == (78, True)


def test_nothing_of_the_folder_or_the_environment_lets_it_listen_elsewhere(running, environ, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("COMETAPI_HOST=0.0.0.0\n")
    environ |= {"COMETAPI_HOST": "0.0.0.0", "COMETAPI_SERVE_HOST": "0.0.0.0", "HOST": "0.0.0.0"}
    serve = running("--sandbox")
    port = int(serve.variables["ANTHROPIC_BASE_URL"].rpartition(":")[2])
    hosts = set()
    for name in ("tcp", "tcp6"):
        with open(f"/proc/net/{name}") as file:
            fields = [line.split() for line in file.readlines()[1:]]
        hosts |= {
            one[1].partition(":")[0] for one in fields if one[3] == "0A" and int(one[1].rpartition(":")[2], 16) == port
        }
    assert hosts <= {"0100007F", "00000000000000000000000001000000"}
    assert hosts


def test_the_token_is_nowhere_but_on_stdout(running):
    serve = running("--sandbox", "--verbose")
    serve.ask()
    with open(f"/proc/{serve.process.pid}/cmdline") as file:
        assert "local-" not in file.read()
    with open(f"/proc/{serve.process.pid}/environ") as file:
        assert "local-" not in file.read()
    assert serve.variables["OPENAI_API_KEY"] not in serve.end(signal.SIGTERM)[2]
    assert os.environ.get("OPENAI_API_KEY") != serve.variables["OPENAI_API_KEY"]


def test_its_lines_set_up_a_client_in_a_shell(running, environ):
    serve = running("--sandbox")
    script = "\n".join(["GOOGLE_API_KEY=x ANTHROPIC_API_KEY=y", *serve.lines, "env"])
    out = subprocess.run(["sh", "-c", script], env=environ, capture_output=True, text=True, check=True).stdout
    assert all(f"{name}={value}\n" in out for name, value in serve.variables.items())
    assert "GOOGLE_API_KEY" not in out
    assert "ANTHROPIC_API_KEY" not in out
