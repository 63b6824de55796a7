"""``exec`` and money: caps hold for all requests of the program, and what it has cost is told behind it."""

import re

OF_THE_VENDOR = """\
import os, sys
import anthropic
client = anthropic.Anthropic(max_retries=0)
answers = 0
try:
    while answers < 50:
        client.messages.create(model="claude-opus-4-6", max_tokens=200, messages=[{"role": "user", "content": "Go on."}])
        answers += 1
except anthropic.APIStatusError as error:
    print(error.status_code, error.body["error"]["message"], file=sys.stderr, flush=True)
print(answers)
"""
LOOP = """\
import json, os, sys, urllib.error, urllib.request
body = {"model": "claude-opus-4-6", "max_tokens": 200, "messages": [{"role": "user", "content": "Go on."}]}
head = {"x-api-key": os.environ["ANTHROPIC_API_KEY"], "anthropic-version": "2023-06-01", "Content-Type": "application/json"}
asked = urllib.request.Request(os.environ["ANTHROPIC_BASE_URL"] + "/v1/messages", json.dumps(body).encode(), head)
answers = 0
try:
    while answers < 50:
        urllib.request.urlopen(asked).read()
        answers += 1
except urllib.error.HTTPError as error:
    print(error.code, json.load(error)["error"]["message"], file=sys.stderr, flush=True)
print(answers)
"""


def test_a_cap_on_calls_stops_an_agent_that_uses_the_vendors_library(process, program):
    ran = process("exec", "--sandbox", "--max-calls", "3", "--", program("agent", OF_THE_VENDOR), timeout=120)

    assert (ran.code, ran.out) == (0, "3\n")
    refused, told = ran.err.splitlines()[-2:]
    assert refused == "402 The cap of 3 calls (--max-calls) is reached. Nothing was sent."
    assert told.startswith("cometapi: 3 requests, about $") and told.endswith(", 1 refused by a cap.")


def test_a_cap_in_dollars_stops_an_agent_before_it_is_crossed(cli, program):
    ran = cli("exec", "--sandbox", "--max-cost", "0.02", "--", program("agent", LOOP))
    answers = int(ran.out)

    assert ran.code == 0 and 0 < answers < 50
    refused, told = ran.err.splitlines()[-2:]
    assert refused.startswith("402 The request may cost up to $") and "Nothing was sent." in refused
    spent = re.fullmatch(
        rf"cometapi: {answers} requests, about \$([0-9.]+) at catalog prices, 1 refused by a cap\.", told
    )
    assert float(spent[1]) <= 0.02


def test_without_a_cap_what_it_has_cost_is_told_all_the_same(cli, program):
    once = program("agent", LOOP.replace("answers < 50", "answers < 2"))
    ran = cli("exec", "--sandbox", "--", once)

    assert (ran.code, ran.out) == (0, "2\n")
    assert ran.err.splitlines()[-1].startswith("cometapi: 2 requests, about $")
    assert cli("exec", "--sandbox", "-q", "--", once).err == ""


def test_the_models_that_are_served_can_be_chosen(cli, program):
    ran = cli("exec", "--sandbox", "--models", "gpt-*", "--", program("agent", LOOP))

    assert ran.out == "0\n"
    assert "claude-opus-4-6" in ran.err


def test_the_key_goes_to_the_service_and_the_token_to_nobody(cli, priced, program):
    text = """\
import json, os, urllib.request
body = json.dumps({"model": "m", "max_tokens": 200, "messages": [{"role": "user", "content": "Hi"}]}).encode()
head = {"Authorization": "Bearer " + os.environ["OPENAI_API_KEY"], "Content-Type": "application/json"}
asked = urllib.request.Request(os.environ["OPENAI_BASE_URL"] + "/chat/completions", body, head)
reply = urllib.request.urlopen(asked)
print(reply.status, len(reply.read()) > 0)
"""
    ran = cli("exec", "--max-cost", "1", "--", program("agent", text))

    assert (ran.code, ran.out) == (0, "200 True\n"), ran
    assert [one["model"] for one in priced.asked] == ["m"]
    assert ran.err.splitlines()[-1] == f"cometapi: 1 request, about ${priced.dollars:.4f} at catalog prices."


def test_what_was_recorded_is_answered_again_without_a_key(cli, program, tmp_path):
    once, file = program("agent", LOOP.replace("answers < 50", "answers < 2")), tmp_path / "day.jsonl"
    first = cli("exec", "--sandbox", "-q", "--record", file, "--", once)
    again = cli("exec", "-q", "--replay", file, "--", once)

    assert (first.code, first.out, again.code, again.out) == (0, "2\n", 0, "2\n"), (first, again)
    assert "local-" not in file.read_text()
