"""The program as a user runs it, in an empty home, against loopback: in this process, and in one of its own."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest
import warm
from agents_calls import agent, client  # noqa: F401 - fixtures
from answering import answering  # noqa: F401 - a fixture
from built_site import site  # noqa: F401 - a fixture
from chat_events import chunk, event  # noqa: F401 - for tests
from gateways import serve, through  # noqa: F401 - fixtures
from hypothesis import HealthCheck, settings
from inprocess import Ran, call, sent  # noqa: F401 - a fixture
from launched import program, seen  # noqa: F401 - fixtures
from own_files import forgetful, own_folder, pet_file, pet_store, with_pets  # noqa: F401 - fixtures
from priced import priced  # noqa: F401 - a fixture
from protocol_servers import speech  # noqa: F401 - a fixture
from rawserver import nobody, raw  # noqa: F401 - fixtures
from sandboxes import connecting, sandboxes, serving  # noqa: F401 - fixtures
from talking import conversation, spawned, talker  # noqa: F401 - fixtures
from terminal import gateway, terminal  # noqa: F401 - fixtures
from tls import authority, certificate, encrypted, pem, wary  # noqa: F401 - fixtures

PROJECT = Path(__file__).resolve().parent.parent
PROGRAM = Path(sys.executable).with_name("cometapi")

# Property tests: the same examples on every machine, however slow; more and other ones: --hypothesis-profile thorough.
settings.register_profile(
    "bounded", derandomize=True, max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("thorough", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("bounded")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers():
    """One more process than the machine has processors: a tenth of the time goes by with waiting for what never comes."""
    return (os.cpu_count() or 1) + 1


def pytest_sessionstart():
    """While tests are collected, almost nothing becomes garbage."""
    gc.disable()


def pytest_collection_finish():
    """What has been loaded stays: later collections of garbage look only at what tests make."""
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.fixture
def home(tmp_path):
    """An empty home folder."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def environ(home):
    """The environment of a user who has set nothing."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "COVERAGE_PROCESS_START") if name in os.environ}
    return {**kept, "PYTHONPATH": str(PROJECT), "HOME": str(home), "LANG": "C.UTF-8", "TZ": "UTC"}


@pytest.fixture
def cli(environ):
    """Run ``cometapi`` with these words in this process; ``stdin`` is text for a pipe, ``env`` adds variables (None removes one)."""

    def run(*words, stdin="", env=None):
        return call(words, merged(environ, env), stdin)

    return run


@pytest.fixture
def process(environ):
    """The same in a process of its own, where the process is the matter: start, streams, encodings, children, signals."""

    def run(*words, stdin="", env=None, timeout=30):
        code, out, err = warm.run(words, merged(environ, env), None, stdin.encode("utf-8"), timeout=timeout)
        return Ran(code, out.decode("utf-8"), err.decode("utf-8"))

    return run


@pytest.fixture
def start(environ):
    """Start ``cometapi`` with these words and do not wait for it: a ``warm.Piped``, which ends with the test."""
    begun = []

    def run(*words, folder=None):
        begun.append(warm.Piped(words, environ, folder))
        return begun[-1]

    yield run
    for one in begun:
        one.close()


def merged(environ, more):
    """An environment with some variables changed; None removes one."""
    return {name: value for name, value in {**environ, **(more or {})}.items() if value is not None}


def finished(command, environ, **options):
    """What a command left behind that ran in a process of its own."""
    done = subprocess.run(command, capture_output=True, env=environ, check=False, **options)
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


@pytest.fixture
def service(httpserver, environ):
    """A server on loopback that the program takes for CometAPI, with both credentials set."""
    environ["COMETAPI_BASE_URL"] = httpserver.url_for("/v1")
    environ["COMETAPI_KEY"] = "sk-test-key-0001"
    environ["COMETAPI_ACCESS_TOKEN"] = "access-token-0002"
    return httpserver


@pytest.fixture
def config(home):
    """The path of the config file, its folder made."""
    path = home / ".config" / "cometapi" / "config.toml"
    path.parent.mkdir(parents=True, mode=0o700, exist_ok=True)
    return path
