"""The first connection: made while the transport is loaded, of whichever address answers, and never for nothing."""

import select
import socket
import ssl
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import chunk, finished

from cometapi.errors import ConfigurationError
from cometapi.http import dial, early, tls
from cometapi.http.early import Early, is_silent

COLD = [sys.executable, "-m", "cometapi"]  # a process that has not loaded anything yet
ANSWER = {"model": "m", "choices": [{"index": 0, "message": {"content": "Hi"}, "finish_reason": "stop"}]}
TRUST = {"ca": None, "client_cert": None, "client_key": None}


class Counted:
    """A listener that only counts who connects: ``connections``."""

    def __init__(self):
        self.connections, self.listener = [], socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                self.connections.append(self.listener.accept()[0])
            except OSError:
                return


@pytest.fixture
def counted(environ):
    server = Counted()
    environ |= {"COMETAPI_BASE_URL": f"{server.url}/v1", "COMETAPI_KEY": "sk-test-key-0001"}
    yield server
    server.listener.close()
    for one in server.connections:
        one.close()


# --- how many


@pytest.mark.parametrize("switch", ["--stream", "--no-stream"])
def test_a_call_makes_one_connection(environ, raw, switch):
    raw(
        lambda talk: (
            talk.stream(chunk("Hi"), chunk(finish="stop"), "data: [DONE]\n\n").end()
            if switch == "--stream"
            else talk.whole(ANSWER)
        )
    )
    ran = finished([*COLD, "chat", "-m", "m", "hi", switch], environ, stdin=subprocess.DEVNULL)

    assert (ran.out, ran.err, ran.code, len(raw.talks)) == ("Hi\n", "", 0, 1)
    assert raw.accepted == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["chat", "-m", "m", "hi", "--dry-run"], 0),
        (["chat", "-m", "m", "hi", "--curl"], 0),
        (["chat", "-m", "m", "hi", "--bad-option"], 2),
        (["chat", "-m", "m", "hi", "--max-tokens", "0"], 2),
        (["chat", "-m", "m"], 2),
        (["chat", "--help"], 0),
        (["config", "show"], 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_what_sends_nothing_connects_to_nobody(environ, counted, words, code):
    ran = finished([*COLD, *words], environ, stdin=subprocess.DEVNULL)

    assert (ran.code, counted.connections) == (code, [])


def test_while_stdin_is_awaited_there_is_no_connection(environ, raw):
    raw(lambda talk: talk.whole(ANSWER))
    process = subprocess.Popen([*COLD, "chat", "-m", "m"], env=environ, stdin=-1, stdout=-1, stderr=-1)
    waiting = process.stderr.readline()  # said after some seconds in which nothing came
    before = raw.accepted
    out, _ = process.communicate(b"hi")

    assert b"Reading the message" in waiting
    assert (before, out, process.returncode, raw.accepted) == (0, b"Hi\n", 0, 1)


def test_a_host_that_refuses_is_told_like_any_other(environ, cli):
    with socket.create_server(("127.0.0.1", 0)) as gone:
        url = f"http://127.0.0.1:{gone.getsockname()[1]}"
    environ |= {"COMETAPI_BASE_URL": f"{url}/v1", "COMETAPI_KEY": "sk-test-key-0001"}
    words = ["chat", "-m", "m", "hi", "--retries", "0"]
    cold, loaded = finished([*COLD, *words], environ, stdin=subprocess.DEVNULL), cli(*words)

    assert (cold.out, cold.code, cold.err) == (loaded.out, loaded.code, loaded.err)
    assert cold.err.startswith(f"cometapi: {url} cannot be reached: connection refused.\n")


@pytest.mark.parametrize("is_trusted", [True, False])
def test_an_encrypted_one_is_verified_as_ever(environ, encrypted, pem, cli, is_trusted):
    encrypted.expect_request("/v1/chat/completions").respond_with_json(ANSWER)
    trust = ["--ca", pem["ca"]] if is_trusted else []
    words = ["chat", "-m", "m", "hi", "--no-stream", "--retries", "0", *trust]
    cold, loaded = finished([*COLD, *words], environ, stdin=subprocess.DEVNULL), cli(*words)

    assert (cold.out, cold.err, cold.code) == (loaded.out, loaded.err, loaded.code)
    assert (cold.code, cold.out) == ((0, "Hi\n") if is_trusted else (69, ""))


def test_a_file_that_cannot_be_trusted_is_told_as_ever(environ, encrypted, pem):
    ran = finished([*COLD, "chat", "-m", "m", "hi", "--ca", pem["wrong"]], environ, stdin=subprocess.DEVNULL)

    assert (ran.code, encrypted.log) == (78, [])
    assert "it is not a valid PEM file" in ran.err


# --- which one is used


@pytest.fixture
def pair():
    """An early connection to a listener, and the listener's end of it."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        made = Early(f"http://127.0.0.1:{port}/v1", TRUST, 5)
        other = listener.accept()[0]
        made.thread.join()
        yield made, other, port
        made.close()
        other.close()


def test_it_is_used_once_and_for_its_own_host_alone(pair):
    made, _, port = pair
    assert made.take("127.0.0.1", port + 1) is None
    taken = made.take("127.0.0.1", port)
    assert taken.getpeername() == ("127.0.0.1", port)
    assert made.take("127.0.0.1", port) is None
    taken.close()


def test_of_many_that_ask_for_it_at_once_one_gets_it(pair):
    made, _, port = pair
    with ThreadPoolExecutor(8) as threads:
        taken = [one for one in threads.map(lambda _: made.take("127.0.0.1", port), range(8)) if one]
    assert len(taken) == 1
    taken[0].close()


@pytest.mark.parametrize("what", ["bytes", "end", "idle"])
def test_one_that_was_idle_or_has_something_to_read_is_not_used(pair, what, monkeypatch):
    made, other, port = pair
    if what == "bytes":
        other.sendall(b"HTTP/1.1 408 Request Timeout\r\n\r\n")
    elif what == "end":
        other.close()
    else:
        now = time.monotonic()
        monkeypatch.setattr(early.time, "monotonic", lambda: now + early.LONGEST_IDLE)
    if what != "idle":
        assert select.select([made.socket], [], [], 5)[0]
    assert made.take("127.0.0.1", port) is None
    assert made.socket.fileno() == -1  # closed


def test_what_tls_says_for_itself_is_no_reason_to_connect_anew(encrypted, pem):
    made = Early(encrypted.url_for("/v1"), {**TRUST, "ca": pem["ca"]}, 5)
    made.thread.join()
    assert select.select([made.socket], [], [], 5)[0]  # tickets of TLS 1.3
    taken = made.take("127.0.0.1", encrypted.port)
    assert is_silent(taken)
    taken.close()


def test_one_that_nobody_wanted_is_closed(pair):
    made, other, _ = pair
    made.close()
    assert other.recv(1) == b""


# --- several addresses


@pytest.fixture
def names(monkeypatch):
    """A resolver that knows one host: a list of (family, address)."""
    known = []
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda *_, **__: [(family, socket.SOCK_STREAM, 6, "", place) for family, place in known]
    )
    return known


def test_a_silent_ipv6_address_costs_a_quarter_of_a_second(names):
    with socket.socket(socket.AF_INET6) as silent, socket.create_server(("127.0.0.1", 0)) as listener:
        silent.bind(("::1", 0))
        silent.listen(0)  # whose queue is full
        full = [socket.socket(socket.AF_INET6) for _ in range(2)]
        for one in full:
            one.setblocking(False)
            one.connect_ex(silent.getsockname())
        names += [(socket.AF_INET6, silent.getsockname()), (socket.AF_INET, listener.getsockname())]
        start = time.monotonic()
        with dial.connected("both.test", 80, 60) as made:
            assert made.getpeername() == listener.getsockname()
        assert dial.HEAD_START == 0.25
        assert dial.HEAD_START <= time.monotonic() - start < 10  # and not the 60 seconds of the first address
        for one in full:
            one.close()


def test_an_address_that_refuses_costs_nothing(names):
    with socket.create_server(("127.0.0.1", 0)) as listener, socket.create_server(("127.0.0.1", 0)) as gone:
        refused = gone.getsockname()
        gone.close()
        names += [(socket.AF_INET, refused), (socket.AF_INET, refused), (socket.AF_INET, listener.getsockname())]
        with dial.connected("many.test", 80, 60) as made:
            assert made.getpeername() == listener.getsockname()
        del names[2:]
        with pytest.raises(ConnectionRefusedError):
            dial.connected("many.test", 80, 60)


def test_families_take_turns():
    six, four = socket.AF_INET6, socket.AF_INET
    found = [(six, 1), (six, 2), (six, 3), (four, 4)]
    assert dial.in_turn(found) == [(six, 1), (four, 4), (six, 2), (six, 3)]


# --- whom to trust


@pytest.mark.parametrize("is_hashed", [True, False])
def test_of_a_folder_with_hashed_names_only_what_is_needed_is_read(monkeypatch, tmp_path, is_hashed):
    (tmp_path / ("0123abcd.0" if is_hashed else "root.pem")).write_text("")
    paths = ssl.get_default_verify_paths()._replace(capath=str(tmp_path))
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: paths)
    for name in (paths.openssl_cafile_env, paths.openssl_capath_env):
        monkeypatch.delenv(name, raising=False)
    bundles = []
    monkeypatch.setattr(
        ssl, "create_default_context", lambda: bundles.append(1) or ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    )
    context = tls.tls_context()

    assert len(bundles) == (0 if is_hashed else 1)
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)


def test_what_cannot_be_trusted_is_raised_where_it_is_asked_for(pem):
    made = Early("https://127.0.0.1:9/v1", {**TRUST, "ca": pem["wrong"]}, 5)
    with pytest.raises(ConfigurationError):
        made.trusted()
