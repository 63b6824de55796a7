"""The sandbox in a process of its own, one for a session, for the vendors' client libraries to judge."""

import os
import subprocess
from contextlib import ExitStack
from pathlib import Path

import pytest

CERTIFICATE = Path(__file__).parent / "faults" / "nobody-trusts-this.pem"


@pytest.fixture(scope="session")
def sandboxes(tmp_path_factory):
    """Give the root URL of a sandbox that was started with these words; the same words mean the same sandbox."""
    from conftest import PROGRAM, PROJECT

    home = str(tmp_path_factory.mktemp("home"))
    environ = {"PATH": os.environ["PATH"], "PYTHONPATH": str(PROJECT), "HOME": home}
    processes = {}

    def begin(*words):
        if words not in processes:
            command = [str(PROGRAM), "sandbox", *words]
            process = subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            processes[words] = process, process.stdout.readline().decode().strip()
        return processes[words][1].removesuffix("/v1")

    yield begin
    for process, _ in processes.values():
        process.kill()
        process.communicate()


@pytest.fixture
def serving(sandboxes, monkeypatch):
    """The same, with nothing of the machine's own set-up reaching the libraries: they reach nothing but loopback."""
    words = ("PROXY", "OPENAI_", "ANTHROPIC_", "GOOGLE_", "GEMINI_")
    for name in [name for name in os.environ if any(word in name.upper() for word in words)]:
        monkeypatch.delenv(name)
    return sandboxes


@pytest.fixture
def connecting(serving, monkeypatch):
    """Give the client that ``make`` makes of the root URL of a sandbox with these words; the test's end closes it."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))  # each client reads them all, and asks for none of them
    with ExitStack() as clients:

        def connect(make, *words):
            client = make(serving(*words))
            clients.callback(client.close)
            return client

        yield connect
