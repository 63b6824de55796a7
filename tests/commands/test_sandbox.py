"""``cometapi sandbox``: a service on this machine, and one that lives as long as a call."""

import json
import signal
import socket
import subprocess
import urllib.error
import urllib.request

import pytest
from conftest import PROGRAM, finished

HELLO = "Hello from the sandbox! This answer is sample data, streamed token by token: no key, no cost, no network. 你好 👋\n"
SAID = "cometapi: Sample data from the sandbox; nothing is sent to the service.\n"


@pytest.fixture
def sandbox(environ):
    """Start a sandbox with these options; the environment then points to it. Ctrl-C ends it: the Ran is kept."""
    processes = []

    def begin(*words):
        command = [str(PROGRAM), "sandbox", *words]
        process = subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        processes.append(process)
        url = process.stdout.readline().decode().strip()
        environ.update(COMETAPI_BASE_URL=url, COMETAPI_KEY="sk-any")
        return process, url

    yield begin
    for process in processes:
        process.kill()
        process.communicate()


def test_it_prints_its_url_serves_and_ends_with_ctrl_c(cli, sandbox):
    process, url = sandbox()
    assert cli("chat", "hi").out == HELLO
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=10)

    assert (out, process.returncode) == (b"", 130)
    assert err.decode() == (
        f"cometapi: Use it with: COMETAPI_BASE_URL={url} COMETAPI_KEY=any cometapi ... (Ctrl-C ends it)\n"
    )


def test_it_wants_a_key_where_the_service_wants_one(cli, sandbox):
    _, url = sandbox()
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(f"{url}/models")

    assert caught.value.code == 401
    error = {"message": "No key was sent", "type": "authentication_error", "param": "", "code": None}
    assert json.load(caught.value) == {"error": error}
    assert cli("models", "--source", "openai", env={"COMETAPI_KEY": None}).code == 64
    assert cli("models", "--source", "openai").code == 0
    assert cli("models", "--limit", "1", env={"COMETAPI_KEY": None}).code == 0


def test_what_it_does_not_know_is_404(sandbox):
    _, url = sandbox()
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(f"{url}/nothing")

    assert caught.value.code == 404
    error = {"message": "Invalid URL (GET /v1/nothing)", "type": "not_found_error", "param": "", "code": None}
    assert json.load(caught.value) == {"error": error}


def test_it_fails_when_told_to(cli, sandbox):
    sandbox("--fail", "429")
    ran = cli("chat", "hi", "--retries", "0")

    assert (ran.out, ran.code) == ("", 69)
    assert ran.err == "cometapi: Too many requests (HTTP 429): The sandbox was told to fail.\n  Try again later.\n"


def test_a_failure_that_passes_is_outlived(cli, sandbox):
    sandbox("--fail", "503:1")
    ran = cli("chat", "hi")

    assert (ran.out, ran.code) == (HELLO, 0)
    assert ran.err.startswith("cometapi: The service answered with HTTP 503; trying again in ")
    assert ran.err.endswith(" s (1 of 2).\n")


def test_a_cut_stream_keeps_what_came(cli, sandbox):
    sandbox("--cut-after", "3")
    ran = cli("chat", "hi")

    assert (ran.out, ran.code) == ("Hello from\n", 69)
    assert ran.err == "cometapi: The connection broke in the middle of the answer. (request id: sandbox)\n"


def test_it_is_slow_when_told_to(cli, sandbox):
    sandbox("--delay", "5")

    assert cli("chat", "hi", "--timeout", "0.2").code == 69


def test_a_port_in_use_is_said(cli):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        ran = cli("sandbox", "--port", port)

    assert (ran.out, ran.err, ran.code) == (
        "",
        f"cometapi: The sandbox cannot listen on port {port}: Address already in use.\n",
        1,
    )


LACKS = (
    "cometapi: The service does not have this model (HTTP 404): The sandbox has no model {}.\n"
    "  All models: cometapi models\n"
)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["chat", "hi", "-m", "gpt-5.5"], "gpt-5.5; did you mean gpt-5.4?"),
        (["chat", "hi", "-m", "gpt-5.5", "--no-stream"], "gpt-5.5; did you mean gpt-5.4?"),
        (["responses", "hi", "-m", "gtp-5.4-mini"], "gtp-5.4-mini; did you mean gpt-5.4-mini?"),
        (["messages", "hi", "-m", "claude-sonnet-4-5"], "claude-sonnet-4-5; did you mean claude-sonnet-4-6?"),
        (["gemini", "hi", "-m", "gemini-2.0-flash"], "gemini-2.0-flash; did you mean gemini-2.5-flash?"),
        (["gemini", "hi", "-m", "llama-4"], "llama-4."),
        (["run", "llama", "-p", "hi"], "llama."),
        (["run", "gemini-2.5", "-e", "gemini", "-p", "hi"], "gemini-2.5; did you mean gemini-2.5-flash?"),
        (["gemini", "hi", "-m", "of/mine"], "of/mine."),
        (
            ["gemini", "hi", "-m", "models/gemini-2.5-flash", "--no-stream"],
            "models/gemini-2.5-flash; did you mean gemini-2.5-flash?",
        ),
        (["chat", "hi", "--body", "-"], "of-a-body."),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, list) else "",
)
def test_a_model_that_its_catalog_lacks_is_refused_with_the_nearest_one(cli, words, told):
    ran = cli("--sandbox", "-q", *words, stdin='{"model": "of-a-body"}' if "-" in words else "")

    assert (ran.out, ran.code) == ("", 1)
    assert ran.err == LACKS.format(told).replace("?.\n", "?\n").replace("..\n", ".\n")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "model info gpt-5.5",
            "The catalog has no model 'gpt-5.5'; did you mean gpt-5.4?\n  All models: cometapi models",
        ),
        (
            "api /api/model/gpt-5-5",
            "Not found (HTTP 404): The sandbox has no model gpt-5-5; did you mean gpt-5-4?\n"
            "  Check the path, and the base URL: cometapi config show",
        ),
        (
            "response get resp_none",
            "Not found (HTTP 404): Response with this id not found. (request id: sandbox)\n"
            "  Check the base URL: cometapi config show",
        ),
        ("tokens get 99", "The service refused the request: record not found. (request id: sandbox)"),
        ("tasks get none", "There is no record with ID none."),
    ],
)
def test_a_record_that_it_lacks_is_refused(cli, line, told):
    ran = cli("--sandbox", "-q", *line.split())

    assert (ran.out, ran.err, ran.code) == ("", f"cometapi: {told}\n", 1)


def test_what_it_has_is_found_again(cli):
    made = json.loads(cli("--sandbox", "responses", "hi", "--background", "--json").out)

    assert cli("--sandbox", "response", "get", made["id"]).out == HELLO
    assert json.loads(cli("--sandbox", "model", "info", "gpt-5.4", "--json").out)["code"] == "gpt-5-4"


@pytest.mark.parametrize(
    ("line", "column", "values"),
    [
        ("models --search claude", "id", ["claude-sonnet-4-6", "claude-opus-4-6"]),
        ("models --type audio", "id", ["suno-music"]),
        ("logs --model gpt-5.4", "model", ["gpt-5.4"] * 3),
        ("logs --model GPT-%-mini", "model", ["gpt-5.4-mini"]),
        ("logs --model %flash", "model", ["gemini-2.5-flash"]),
        ("logs --type topup", "type", ["topup"]),
        ("logs --token-name nobody", "model", []),
        ("tasks --status failure", "status", ["FAILURE"]),
        ("tasks --platform kling", "platform", ["kling"]),
        ("tokens --search SCRIPT", "name", ["old script"]),
        ("tokens --search gpt", "name", []),
    ],
)
def test_it_gives_what_it_is_asked_for(cli, line, column, values):
    ran = cli("--sandbox", *line.split(), "--json")

    assert ([record[column] for record in json.loads(ran.out)], ran.code) == (values, 0)


def test_it_counts_what_it_gives(cli):
    ran = cli("--sandbox", "api", "/api/token/search?keyword=ci", "--query", "data.total")

    assert (ran.out, ran.code) == ("1\n", 0)


def test_a_sandbox_can_take_any_model(cli, sandbox):
    sandbox("--any-model")

    assert cli("chat", "hi", "-m", "of-my-own").out == HELLO
    assert cli("gemini", "hi", "-m", "of/mine").out == HELLO


def test_the_nearest_model_is_named_once_though_the_catalog_is_kept(cli, sandbox):
    sandbox()
    assert cli("models", "--refresh").code == 0

    assert cli("chat", "hi", "-m", "gpt-5.5").err.count("did you mean") == 1


def test_samples_are_asked_for_with_their_own_default_model(cli, environ):
    assert cli("--sandbox", "chat", "hi", env={"COMETAPI_DEFAULT_MODEL": "of-my-own"}).out == HELLO
    dry = cli("--sandbox", "chat", "hi", "--dry-run", env={"COMETAPI_DEFAULT_MODEL": "of-my-own"})
    assert '"model": "gpt-5.4"' in dry.out


@pytest.mark.parametrize("words", [["--sandbox", "chat", "hi"], ["chat", "hi", "--sandbox"]])
def test_one_call_against_samples_before_and_after_the_command(cli, words):
    ran = cli(*words)

    assert (ran.out, ran.err, ran.code) == (HELLO, SAID, 0)


def test_one_call_against_samples_reaches_no_service_and_leaves_no_copy(cli, raw, home):
    assert cli("--sandbox", "chat", "hi").out == HELLO
    assert cli("--sandbox", "models").code == 0
    assert raw.talks == []
    assert list(home.iterdir()) == []


def test_neither_a_proxy_nor_the_key_has_to_do_with_it(cli, raw):
    ran = cli("--sandbox", "chat", "hi", env={"http_proxy": raw.url, "HTTP_PROXY": raw.url, "ALL_PROXY": raw.url})

    assert (ran.out, raw.talks) == (HELLO, [])


def test_the_real_key_never_reaches_it(environ):
    from cometapi.generated import program
    from cometapi.sandbox.server import Sandbox
    from cometapi.settings.values import Settings

    sandbox = Sandbox()
    settings = Settings(program.SETTINGS, {"COMETAPI_KEY": "sk-real-key-0001"}, fixed=sandbox.settings)
    sandbox.server.server_close()

    assert [settings.get(name) for name in ("api_key", "access_token")] == ["sandbox", "sandbox"]
    assert settings.get("base_url").startswith("http://127.0.0.1:")


@pytest.mark.parametrize("value", ["99", "600", "429:x"])
def test_a_wrong_failure_is_a_usage_error(cli, value):
    ran = cli("sandbox", "--fail", value)

    assert (ran.out, ran.code) == ("", 2)
    assert f"--fail must be an HTTP status from 400 to 599, or STATUS:TIMES, not {value!r}." in ran.err


def test_with_a_closed_stdout_it_does_not_serve(environ):
    command = f"exec {PROGRAM} sandbox >&-"
    ran = finished(["sh", "-c", command], environ, timeout=10, stdin=subprocess.DEVNULL)

    assert (ran.err, ran.code) == ("cometapi: Standard output is closed.\n", 1)
