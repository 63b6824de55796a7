"""A program that behaves as a coding agent does, stopped by a cap in the middle of its work.

It uses the vendor's own library as it comes, streams, calls tools and sends back what they gave, turn after turn. What it has
used it counts itself, by what the streams say; the sum that is told at the end has to be the same.
"""

import json
import re

import pytest

MODEL = {"anthropic": "claude-sonnet-4-6", "openai": "gpt-5.4"}
LOOP = """\
import json, os, sys
used = {"input": 0, "output": 0, "answers": 0, "tools": 0}
def count(given, taken, calls):
    used["input"] += given
    used["output"] += taken
    used["answers"] += 1
    used["tools"] += len(calls)
def work():
    for task in range(50):
        messages = [{"role": "user", "content": f"Fix test {task}."}]
        while turn(messages):
            pass
try:
    work()
except Refused as error:
    print(error.status_code, json.dumps(error.body), file=sys.stderr, flush=True)
    sys.exit(9)
finally:
    print(json.dumps(used), flush=True)
"""
AGENTS = {
    "anthropic": """\
import anthropic
from anthropic import APIStatusError as Refused
client = anthropic.Anthropic()
TOOLS = [{"name": "run_tests", "description": "Run the tests.", "input_schema": {"type": "object", "properties": {}}}]
def turn(messages):
    asked = {"model": MODEL, "max_tokens": 300, "tools": TOOLS, "messages": messages}
    with client.messages.stream(**asked) as stream:
        for _ in stream.text_stream:
            pass
        reply = stream.get_final_message()
    calls = [one for one in reply.content if one.type == "tool_use"]
    count(reply.usage.input_tokens, reply.usage.output_tokens, calls)
    messages.append({"role": "assistant", "content": [one.model_dump() for one in reply.content]})
    results = [{"type": "tool_result", "tool_use_id": one.id, "content": "1 failed"} for one in calls]
    messages += [{"role": "user", "content": results}] if results else []
    return results
""",
    "openai": """\
import openai
from openai import APIStatusError as Refused
client = openai.OpenAI()
TOOLS = [{"type": "function", "function": {"name": "run_tests", "parameters": {"type": "object", "properties": {}}}}]
def turn(messages):
    asked = {"model": MODEL, "max_completion_tokens": 300, "tools": TOOLS, "messages": messages}
    with client.chat.completions.stream(**asked, stream_options={"include_usage": True}) as stream:
        for _ in stream:
            pass
        reply = stream.get_final_completion()
    message = reply.choices[0].message
    calls = message.tool_calls or []
    count(reply.usage.prompt_tokens, reply.usage.completion_tokens, calls)
    messages.append(message.model_dump(exclude_none=True, exclude={"parsed"}))
    messages += [{"role": "tool", "tool_call_id": one.id, "content": "1 failed"} for one in calls]
    return calls
""",
}


@pytest.fixture
def prices(cli):
    """The dollars per million tokens of a model of the sandbox: in, and out."""

    def of(model):
        found = json.loads(cli("models", model, "--sandbox", "--json").out)
        one = next(row for row in found if row["id"] == model)
        return one["input_price"], one["output_price"]

    return of


@pytest.mark.parametrize(
    "vendor, cap, told",
    [
        ("anthropic", ["--max-cost", "0.02"], r"The request may cost up to \$[0-9.]+.*\. Nothing was sent\."),
        ("openai", ["--max-calls", "7"], r"The cap of 7 calls \(--max-calls\) is reached\. Nothing was sent\."),
    ],
)
def test_it_sees_a_refusal_of_its_protocol_and_the_sum_is_what_it_has_used(vendor, cap, told, process, program, prices):
    agent = program("my-agent", f"MODEL = {MODEL[vendor]!r}\n{AGENTS[vendor]}{LOOP}")
    ran = process("exec", "--sandbox", *cap, "--", agent, timeout=120)

    used = json.loads(ran.out)
    assert ran.code == 9  # the agent's own
    assert used["answers"] > 3 and used["tools"] > 1  # it was in the middle of its work

    *_, refusal, last = ran.err.splitlines()
    status, _, body = refusal.partition(" ")
    assert status == "402"
    assert re.search(told, body)
    if vendor == "anthropic":
        assert json.loads(body)["type"] == "error"
        assert json.loads(body)["error"]["type"] == "billing_error"

    given, taken = prices(MODEL[vendor])
    dollars = (used["input"] * given + used["output"] * taken) / 1e6
    assert last == (
        f"cometapi: {used['answers']} requests, about ${dollars:.4f} at catalog prices, 1 refused by a cap."
    )
