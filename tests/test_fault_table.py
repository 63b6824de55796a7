"""One cause, one exit code: every command that sends something, walked through every fault of one table.

The commands are those of the manifest as it is pressed, so that a new one is in the table at once. The walk calls
``main`` in this process, which is what the installed program calls; a few causes are tried with the program itself.
"""

import json
import os
from importlib import import_module
from unittest.mock import patch

import pytest
from conftest import PROJECT

from codegen.examples import call_words
from cometapi.arguments import walk
from cometapi.generated import index, program
from cometapi.main import main

SECRETS = {"COMETAPI_KEY": "sk-test-key-0001", "COMETAPI_ACCESS_TOKEN": "access-token-0002"}
EXAMPLES = {
    command["command"]: command["examples"][0]["run"]
    for command in json.loads((PROJECT / "cometapi/share/commands.json").read_text("utf-8"))["commands"]
}


def load(name):
    """The generated module of a command, by its words."""
    return import_module(f"cometapi.generated.{index.COMMANDS[name][0]}")


def positionals(name):
    """What a command cannot do without: the positionals of its first example."""
    words = call_words(EXAMPLES[name], "cometapi")
    rest = words[words.index(name.split()[-1]) + 1 :]
    return walk(rest, load(name).FLAGS)[1]


def words_of(module, route):
    """The options that lead to a route."""
    flags = {name: facts["flag"] for name, facts in module.COMMAND["arguments"].items()}
    words = [flags[name] if word is True else f"{flags[name]}={word}" for name, word in route.get("when", {}).items()]
    given = flags.get(route.get("given"))
    return [*words, *([f"{given}=x" if module.FLAGS[given] else given] if given else [])]


class Call:
    """A command on one of its routes."""

    def __init__(self, name, route):
        self.name, self.route = name, route
        self.options = words_of(load(name), route)
        self.words = [*name.split(), *positionals(name), *self.options]
        self.prints_formats = "download" not in route["response"]

    def __str__(self):
        return " ".join([self.name, *self.options])


CALLS = [Call(name, route) for name in index.COMMANDS for route in load(name).COMMAND["routes"] if "request" in route]
SENDING = sorted({call.name for call in CALLS})
every_call = pytest.mark.parametrize("call", CALLS, ids=str)


def refusal(status, code=None, message="The service says no to {credential}"):
    """A reply that says no in every family's shape, and repeats what it was sent."""

    def answer(talk):
        told = message.format(credential=talk.headers.get("authorization"))
        talk.whole({"success": False, "message": told, "error": {"message": told, "code": code}, "code": code}, status)

    return answer


def said(body, content_type="application/json", status=200):
    """A reply with this body."""
    return lambda talk: talk.whole(body, status, content_type)


CAUSES = {  # how the service behaves, the exit code, and whether the same call may succeed later
    "400": (refusal(400), 1, False),
    "401": (refusal(401), 77, False),
    "403 without access": (refusal(403, "access_denied"), 77, False),
    "403 without money": (refusal(403, "insufficient_user_quota"), 1, False),
    "404": (refusal(404), 1, False),
    "429": (refusal(429), 69, True),
    "429 without a body": (said("", status=429), 69, True),
    "500": (refusal(500), 69, True),
    "503": (refusal(503), 69, True),
    "503 with a page": (said("<html>", "text/html", 503), 69, True),
    "no answer": (lambda talk: talk.reset(), 69, True),
    "no answer in time": (lambda talk: talk.stall(), 69, True),
    "an answer that is cut": (
        lambda talk: talk.head(200, "application/json", "Content-Length: 99").send("{"),
        69,
        True,
    ),
    "a redirect": (lambda talk: talk.whole("", 301, "text/html", "Location: http://127.0.0.1:1/"), 1, False),
    "a page": (said("<!doctype html><title>CometAPI</title>", "text/html"), 1, False),
    "a page that says it is JSON": (said("<html>"), 1, False),
    "broken JSON": (said('{"data": ['), 1, False),
    "nothing at all": (said(""), 1, False),
    "JSON of another kind": (said("5"), 1, False),
    "200 and no, about the credential": (refusal(200, message="Unauthorized, invalid access token"), 77, False),
    "200 and no, in Chinese": (refusal(200, message="无权进行此操作，未登录"), 77, False),
    "200 and no, about something else": (refusal(200, message="database error"), 1, False),
}


@pytest.fixture
def called(environ, monkeypatch, capsys):
    """Call ``main`` like a user with both credentials: exit code, stdout, stderr."""

    def run(*words):
        with patch.dict(os.environ, {**environ, **SECRETS}, clear=True):
            return main([*words, "--retries", "0", "--timeout", "0.2"]), *capsys.readouterr()

    return run


def check(called, call, code, retryable):
    """One sentence and at most one hint for people, one object for machines, no secret, and the code of the table."""
    got, out, err = called(*call.words)
    first, *hint = err.splitlines()
    assert (got, out) == (code, "")
    assert first.startswith("cometapi: ") and first.endswith((".", "!", "?", ")"))
    assert len(hint) <= 1 and all(line.startswith("  ") for line in hint)
    assert [secret for secret in SECRETS.values() if secret in err] == []
    if call.prints_formats:
        check_object(called, call, code, retryable)


def check_object(called, call, code, retryable):
    """What a machine is told of the same failure."""
    got, out, err = called(*call.words, "--json")
    error = json.loads(err)["error"]
    assert (got, out, error["exit_code"], error["retryable"]) == (code, "", code, retryable)
    assert [secret for secret in SECRETS.values() if secret in err] == []


@pytest.mark.parametrize("cause", CAUSES)
@every_call
def test_the_same_cause_has_the_same_code_in_every_command(call, cause, raw, called):
    answer, code, retryable = CAUSES[cause]
    raw(answer)

    check(called, call, code, retryable)


@every_call
def test_nobody_there_is_69_in_every_command(call, nobody, called):
    check(called, call, 69, True)


@pytest.mark.parametrize("cause", ["401", "503", "a page", "200 and no, about something else"])
@pytest.mark.parametrize("name", ["account", "chat"])
def test_the_installed_program_does_the_same(name, cause, raw, cli):
    answer, code, _ = CAUSES[cause]
    raw(answer)
    ran = cli(name, *positionals(name), "--retries", "0", env=SECRETS)

    assert (ran.out, ran.code) == ("", code)


HEADERS = {facts["header"].lower() for facts in program.CREDENTIALS.values()}


def credential(name):
    """The header that carries a credential, as a dict; an empty one for none."""
    if name is None:
        return {}
    facts = program.CREDENTIALS[name]
    secret = SECRETS[program.SETTINGS[facts["setting"]]["environment"]]
    return {facts["header"].lower(): f"{facts['scheme']} {secret}" if "scheme" in facts else secret}


@pytest.mark.parametrize("call", [call for call in CALLS if call.name != "balance"], ids=str)
def test_each_command_sends_the_one_credential_that_it_needs(call, raw, called):
    raw(said(""))
    called(*call.words)

    sent = [{name: talk.headers[name] for name in HEADERS if talk.headers.get(name)} for talk in raw.talks]
    wanted = credential(call.route["request"].get("credential"))
    assert sent[-1] == wanted
    assert all(one in (wanted, {}) for one in sent)  # what is looked up on the way needs none
