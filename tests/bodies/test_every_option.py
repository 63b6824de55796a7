"""Every option of the commands that ask a model, and the exact request that it makes. The tables stand in ``*_rows``."""

import importlib
import json
import shlex

import chat_rows
import gemini_rows
import messages_rows
import pytest
import responses_rows
from inprocess import FILES

from cometapi.manifest.arguments import Flags, flag_of

TABLES = [chat_rows, gemini_rows, responses_rows, messages_rows]
ROWS = [(table, words, changes) for table in TABLES for words, changes in table.ROWS.items()]
BODIES = [(table, *row) for table in TABLES for row in table.BODIES]
every_row = pytest.mark.parametrize(
    ("table", "words", "changes"), ROWS, ids=[f"{table.COMMAND} {words}" for table, words, _ in ROWS]
)
every_body = pytest.mark.parametrize(
    ("table", "body", "words", "whole"), BODIES, ids=[f"{row[0].COMMAND} {row[2]} over {row[1]}" for row in BODIES]
)


def model_of(words):
    """The model that a request's path names."""
    words = words.split()
    return words[words.index("-m") + 1].replace("/", "%2F") if "-m" in words else "gemini-2.5-flash"


@every_row
def test_the_request_is_exactly_this(sent, table, words, changes):
    found = sent(table.COMMAND, "hi", *shlex.split(words))

    assert (found.err, found.body) == ("", {**table.PLAIN, **changes})
    assert found.target == table.TARGET.format(model=model_of(words))


@every_body
def test_a_body_is_what_options_are_laid_over(sent, tmp_path, table, body, words, whole):
    (tmp_path / "body.json").write_text(json.dumps(body), "utf-8")
    words = shlex.split(words)

    assert sent(table.COMMAND, *words, "--body", tmp_path / "body.json").body == whole
    assert sent(table.COMMAND, *words, "--body", "-", stdin=json.dumps(body)).body == whole


def reaching(table):
    """Flags of the arguments that reach the request: into a place of it, or through another argument's shape."""
    arguments = importlib.import_module(f"cometapi.generated.{table.COMMAND}").COMMAND["arguments"]
    shapes = json.dumps([facts.get("as") for facts in arguments.values()])
    return {
        flag_of(facts)
        for name, facts in arguments.items()
        if "flags" in facts and ("to" in facts or "attach_to" in facts or f'"${name}"' in shapes)
    }


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.COMMAND)
def test_the_table_has_every_option(table):
    command = importlib.import_module(f"cometapi.generated.{table.COMMAND}").COMMAND
    flags = Flags(command["arguments"])
    aliases = dict.fromkeys(("-m", "-s", "-t"))
    aliases |= {"-m": "--model", "-s": "--system", "-t": "--temperature", "--effort": "--effort"}
    told = {aliases.get(word, word) for words in table.ROWS for word in shlex.split(words)} | {"--body"}

    assert sorted(reaching(table) - told) == []
    assert [word for words in table.ROWS for word in shlex.split(words) if word[:2] == "--" and word not in flags] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.COMMAND)
def test_the_credential_is_the_one_of_the_protocol(sent, table):
    headers = {
        "chat": {"Authorization": "Bearer sk-test-key-0001"},
        "gemini": {"x-goog-api-key": "sk-test-key-0001"},
        "responses": {"Authorization": "Bearer sk-test-key-0001"},
        "messages": {"x-api-key": "sk-test-key-0001", "anthropic-version": "2023-06-01"},
    }[table.COMMAND]
    found = sent(table.COMMAND, "hi").headers

    assert {name: found[name] for name in found if name not in ("Accept", "User-Agent", "Content-Type")} == headers
    assert found["Content-Type"] == "application/json"


def test_an_image_without_a_message_is_a_turn_of_its_own(sent):
    image = {"type": "image_url", "image_url": {"url": "https://h/cat.png"}}
    found = sent("chat", "--messages", "turns.json", "--image", "https://h/cat.png")

    assert found.body["messages"] == [*chat_rows.TURNS, {"role": "user", "content": [image]}]
    assert sent("gemini", "--body", "-", "--image", "cat.png", stdin='{"contents": [{"role": "user"}]}').body == {
        "contents": [{"role": "user"}, {"role": "user", "parts": [gemini_rows.inline("image/png", FILES["cat.png"])]}]
    }


@pytest.mark.parametrize(("command", "header"), [("gemini", "x-goog-api-key"), ("messages", "x-api-key")])
@pytest.mark.parametrize("switch", ["--stream", "--no-stream"])
def test_the_header_of_the_key_can_be_chosen(cli, service, command, header, switch):
    for words in ([], ["--bearer"]):
        cli(command, "hi", switch, *words, "--retries", "0")
    own, chosen = (request.headers for request, _ in service.log)

    assert (own[header], own.get("Authorization")) == ("sk-test-key-0001", None)
    assert (chosen["Authorization"], chosen.get(header)) == ("Bearer sk-test-key-0001", None)
