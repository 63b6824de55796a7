"""Secrets planted wherever one can be, and every byte that leaves the program searched for them: all commands, all failures."""

import json

import pytest
from conftest import PROJECT
from inprocess import call
from spread import spread

from cometapi.cli.examples import call_words
from cometapi.cli.registry import command_data
from cometapi.generated import index, program
from cometapi.redact import mask
from cometapi.sandbox.server import Sandbox
from cometapi.terminal.history import has_secret

SECRETS = {  # where a secret is, and what it is
    "environment": "sk-marker-environment-1111",
    "environment, token": "marker-environment-token-2222",
    "file": "sk-marker-file-3333",
    "file, token": "marker-file-token-4444",
    "profile": "sk-marker-profile-5555",
    "profile, token": "marker-profile-token-6666",
    "program": "sk-marker-program-7777",
    "keyring": "sk-marker-keyring-8888",
    "proxy": "marker-proxy-password-9999",
}
CONFIG = f"""\
api_key = "{SECRETS["file"]}"
access_token = "{SECRETS["file, token"]}"

[profiles.work]
api_key = "{SECRETS["profile"]}"
access_token = "{SECRETS["profile, token"]}"

[profiles.manager]
api_key_command = "cat SECRET"
access_token_command = "cat SECRET"

[profiles.ring]
secret_store = "keyring"
"""
CREDENTIALS = {  # who has the credentials that a call uses
    "environment": (
        [],
        {"COMETAPI_KEY": SECRETS["environment"], "COMETAPI_ACCESS_TOKEN": SECRETS["environment, token"]},
    ),
    "file": ([], {}),
    "profile": (["--profile", "work"], {}),
    "program": (["--profile", "manager"], {}),
    "keyring": (["--profile", "ring"], {}),
}
TREE = json.loads((PROJECT / "cometapi/share/surface.json").read_text("utf-8"))["commands"]
SERVING = {"sandbox", "serve"}  # until they are stopped
COMMANDS = {one["command"]: one for one in TREE if one["command"] not in SERVING}
SENDING = [name for name, one in COMMANDS.items() if "--dry-run" in str(one["options"])]
MODES = [
    [],
    ["--json"],
    ["--format", "csv"],
    ["--debug"],
    ["--debug", "--json"],
    ["--verbose"],
    ["--dry-run"],
    ["--curl"],
]


def private(value):
    """Every text under a private name in a sample reply."""
    if isinstance(value, list):
        return [text for one in value for text in private(one)]
    if not isinstance(value, dict):
        return []
    own = [value[name] for name in program.PRIVATE if isinstance(value.get(name), str) and value[name]]
    return own + private(list(value.values()))


SAMPLES = [
    text
    for path in sorted((PROJECT / "spec/replies").glob("*.json"))
    for text in private(json.loads(path.read_text("utf-8")))
]
MARKERS = [*SECRETS.values(), *dict.fromkeys(SAMPLES)]


@pytest.fixture
def world(home, config, environ, monkeypatch, tmp_path):
    """Run a command in the planted world, with these credentials, against this address; everything that left the program."""
    (tmp_path / "secret").write_text(SECRETS["program"])
    config.write_text(CONFIG.replace("SECRET", str(tmp_path / "secret")))
    config.chmod(0o600)
    keys = {f"cometapi ring/{name}": SECRETS["keyring"] for name in ("api_key", "access_token")}
    (tmp_path / "keyring.json").write_text(json.dumps(keys))
    keyring = {"PYTHON_KEYRING_BACKEND": "keyring_in_file.Keyring", "TEST_KEYRING": str(tmp_path / "keyring.json")}
    monkeypatch.chdir(home)

    def run(words, who, url, **more):
        options, env = CREDENTIALS[who]
        planted = {**environ, **keyring, **env, "COMETAPI_BASE_URL": f"{url}/v1", **more}
        ran = call([*words, *options], planted)
        kept = [path for path in home.rglob("*") if path.is_file() and path != config]
        return "".join([ran.out, ran.err, *(path.read_text("utf-8", "replace") for path in kept)])

    return run


def takes(name, words):
    """Whether a command has these options."""
    return all(word in str(COMMANDS[name]["arguments"]) for word in words if word.startswith("--"))


def example(name):
    """The words of a command's first example."""
    return call_words(COMMANDS[name]["examples"][0]["run"], "cometapi")


def seen(text):
    """The markers in a text."""
    return [marker for marker in MARKERS if marker in text]


@pytest.fixture(scope="module")
def sandbox():
    """The root of a service that answers from the sample replies."""
    server = Sandbox().start()
    yield server.base_urls["base_url"].removesuffix("/v1")
    server.stop()


def test_every_place_of_a_secret_has_a_marker():
    assert set(program.SETTINGS["secret_store"]["choices"]) <= {"file", "keyring"}
    assert (len(SAMPLES) >= 3, len(set(MARKERS))) == (True, len(MARKERS))


def own_code(name):
    """What names the Python of a command's own, None for one that has none."""
    return command_data(name).get("run")


@pytest.mark.parametrize(("name", "mode"), spread(COMMANDS, lambda name: MODES, own_code), ids=str)
def test_no_secret_leaves_a_command_that_goes_well(name, mode, world, sandbox):
    who = ["environment", "profile"] if mode else list(CREDENTIALS)
    words = [*example(name), *(mode if takes(name, mode) else [])]
    assert {one: found for one in who if (found := seen(world(words, one, sandbox)))} == {}


def told(talk):
    """Every secret of a request, as a service might repeat it."""
    return " ".join(talk.headers.get(name, "") for name in ("authorization", "x-api-key", "x-goog-api-key"))


def echo(status, kind="application/json", form='{{"success": false, "message": "{0}", "error": {{"message": "{0}"}}}}'):
    """A reply that repeats the credential in its body and in its head."""
    return lambda talk: talk.whole(
        form.format(told(talk)), status, kind, f"Location: http://127.0.0.1:1/?key={told(talk)}",
        f"X-Cometapi-Request-Id: {told(talk)}", f"Set-Cookie: key={told(talk)}", f"X-Echo: {told(talk)}"
    )  # fmt: skip


ECHOES = {
    "401": echo(401),
    "500": echo(500),
    "a redirect": echo(301, "text/html", "{0}"),
    "a page": echo(200, "text/html", "<html>{0}"),
    "no with 200": echo(200),
    "broken JSON": echo(200, form='{{"a": "{0}"'),
    "an event that says no": echo(200, "text/event-stream", 'data: {{"error": {{"message": "{0}"}}}}\n\n'),
    "an error in a broken stream": echo(200, "text/event-stream", 'data: {{"type": "{0}'),
}


@pytest.mark.parametrize(("name", "cause"), spread(SENDING, lambda name: ECHOES, own_code), ids=str)
def test_no_secret_leaves_a_command_whose_service_repeats_it(name, cause, world, raw):
    raw(ECHOES[cause])
    found = {}
    for mode in ([], ["--json"], ["--debug"], ["--verbose"]):
        words = [*example(name), "--retries", "0", *(mode if takes(name, mode) else [])]
        for who in ("environment", "program") if mode == ["--debug"] else ("environment",):
            found[" ".join([*mode, who])] = seen(world(words, who, raw.url))
    assert {way: one for way, one in found.items() if one} == {}


@pytest.mark.parametrize(
    "text",
    [
        f'api_key = "{SECRETS["file"]}" x\n',
        f"api_key = {SECRETS['file']}\n",
        f'api_key = ["{SECRETS["file"]}"]\n',
        f'api_key = "{SECRETS["file"]}\\u0007"\n',
        f'api_key = "{SECRETS["file"]}é"\n',
        f'api_key = "{SECRETS["file"]}"\nprofile = "nobody"\n',
        "api_key_command = \"sh -c 'cat SECRET >&2; false'\"\n",
    ],
)
def test_no_secret_leaves_a_wrong_config_file(text, world, config, sandbox, tmp_path):
    for name in ("chat", "doctor", "config show", "config get", "config profile list", "models"):
        world(["config", "path"], "file", sandbox)
        config.write_text(text.replace("SECRET", str(tmp_path / "secret")), "utf-8")
        for mode in ([], ["--json"], ["--debug"]):
            words = example(name) if name != "config get" else ["config", "get", "api_key"]
            assert seen(world([*words, *mode], "file", sandbox)) == []


def test_no_password_of_a_proxy_is_told(world, nobody):
    proxy = f"http://me:{SECRETS['proxy']}@{nobody.removeprefix('http://')}"
    for name in ("chat", "doctor", "models"):
        for mode in ([], ["--json"], ["--debug"], ["--curl"]):
            words = [*example(name), "--retries", "0", *(mode if takes(name, mode) else [])]
            assert seen(world(words, "file", "https://api.invalid", HTTPS_PROXY=proxy)) == []


@pytest.mark.parametrize("name", COMMANDS)
def test_no_secret_leaves_a_fault_of_the_program_itself(name, world, sandbox, monkeypatch):
    def fail(*_, **__):
        secret = SECRETS["environment"]
        raise RuntimeError(f"with {secret}")

    monkeypatch.setattr("cometapi.operation.Operation.format", fail)
    monkeypatch.setattr("cometapi.settings.values.Settings.get", fail)
    for mode in ([], ["--json"], ["--debug"]):
        assert seen(world([*example(name), *(mode if takes(name, mode) else [])], "environment", sandbox)) == []


def test_every_command_is_searched():
    assert {*COMMANDS, *SERVING} == set(index.COMMANDS)


def test_a_secret_of_eight_characters_is_hidden_everywhere(cli, raw, environ):
    raw(lambda talk: talk.whole({"error": {"message": "The key abcd1234 is wrong"}}, 400))
    ran = cli("chat", "hi", env={"COMETAPI_KEY": "abcd1234"})

    assert (
        ran.err.splitlines()[0] == "cometapi: The service does not accept the request (HTTP 400): The key … is wrong."
    )
    assert has_secret("my key is abcd1234", {**environ, "COMETAPI_KEY": "abcd1234"})
    assert mask("abcd1234") == "…"


KEY = "sk-test/key=+0001"  # what some libraries for JSON escape
SPELT = [
    KEY,
    "sk\\u002dtest/key=+0001",
    "sk-test\\/key\\u003D\\u002b0001",
    "".join(f"\\u{ord(sign):04x}" for sign in KEY),
    "sk\\\\u002dtest\\\\/key=+0001",
    "sk-test%2Fkey%3d%2B0001",
]


@pytest.mark.parametrize("spelt", SPELT)
@pytest.mark.parametrize("stream", ["--stream", "--no-stream"])
def test_a_key_that_is_repeated_in_another_spelling_is_hidden_in_what_debug_shows(cli, raw, spelt, stream):
    raw(lambda talk: talk.whole('{"error": {"message": "The key ' + spelt + ' is wrong"}}', 401, "application/json"))
    ran = cli("chat", "hi", "--debug", stream, env={"COMETAPI_KEY": KEY})

    assert ran.code == 77
    assert [one for one in (*SPELT, "/key") if one in ran.err] == []
    assert "The key sk-…0001 is wrong" in ran.err


def test_a_short_secret_is_hidden_in_what_debug_shows_where_it_is_a_word(cli, raw):
    raw(
        lambda talk: talk.whole(
            '{"error": {"message": "No hunter2, hunt\\u0065r2 or hunter22"}}',
            401,
            "application/json",
            "X-Echo: hunter2",
        )
    )
    ran = cli("chat", "hi", "--debug", env={"COMETAPI_KEY": "hunter2"})

    wire = [line for line in ran.err.splitlines() if line.startswith(("> ", "< "))]
    assert [line for line in wire if "hunter2" in line.replace("hunter22", "")] == []
    assert "No …, … or hunter22" in ran.err
