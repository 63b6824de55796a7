"""Conversations with a service of the user's own stay with it, and those with the program's service do not go there."""

import json

import pytest

REPLY = {
    "model": "m",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": "Aha."}, "finish_reason": "stop"}],
}
ASK = """
command: {word} ask
summary: Ask a model.
effect: write
cost: paid
{declared}
arguments:
  - {{flags: [--model, -m], does: model, default: m, to: body/model, help: Model that answers.}}
  - {{name: prompt, does: message, optional: true, stdin: true, to: body/messages/-, as: {{role: user, content: $value}}, help: What to say.}}
use: [answer, history, past]
request: {{method: POST, service: {service}, path: /chat/completions, credential: {credential}}}
response: {{is: answer, protocol: chat, columns: [{{name: content, value: "choices[0].message.content"}}]}}
samples: [{{file: ask.json}}]
examples: [{{run: cometapi {word} ask Hello, help: Ask.}}]
"""
LOCAL = """
settings:
  local_url: {type: url, environment: LOCAL_URL, default: "http://127.0.0.1:11434/v1", help: URL of the server.}
  local_key: {secret: true, environment: LOCAL_KEY, title: local key, help: Key for the server.}
services: {local: {setting: local_url}}
credentials: {local: {setting: local_key, header: Authorization, scheme: Bearer}}
"""
OURS = {"word": "ours", "declared": "", "service": "gateway", "credential": "api_key"}
THEIRS = {"word": "local", "declared": LOCAL, "service": "local", "credential": "local"}


@pytest.fixture
def said(cli, service, httpserver, environ, tmp_path):
    """A function that lists what a call with ``-c`` would send; both commands are there, and all calls are kept."""
    environ |= {"COMETAPI_HISTORY": "all", "LOCAL_URL": httpserver.url_for("/local"), "LOCAL_KEY": "local-key-0001"}
    for path in ("/v1/chat/completions", "/local/chat/completions"):
        httpserver.expect_request(path).respond_with_json(REPLY)
    (tmp_path / "ask.json").write_text(json.dumps(REPLY))
    for whose in (OURS, THEIRS):
        (tmp_path / "ask.yaml").write_text(ASK.format(**whose))
        ran = cli("command", "add", str(tmp_path / "ask.yaml"), "--yes")
        assert ran.code == 0, ran

    def sent(*words):
        ran = cli(*words, "go on", "-c", "-m", "m", "--dry-run", "--json")
        assert ran.code == 0, ran
        return [one["content"] for one in json.loads(ran.out)["body"]["messages"]]

    return sent


def test_the_last_conversation_is_the_last_one_with_that_service(cli, said):
    assert cli("chat", "public", "-m", "m", "--no-stream").code == 0
    assert cli("local", "ask", "a secret").code == 0
    assert said("chat") == ["public", "Aha.", "go on"]
    assert said("local", "ask") == ["a secret", "Aha.", "go on"]
    assert said("ours", "ask") == ["public", "Aha.", "go on"]  # a command of one's own for the program's service


@pytest.mark.parametrize(
    ("first", "then"), [(["local", "ask"], ["chat"]), (["chat"], ["local", "ask"])], ids=["from it", "to it"]
)
def test_a_conversation_is_not_sent_to_another_service(first, then, cli, said, httpserver):
    assert cli(*first, "a secret", "-m", "m").code == 0
    kept = json.loads(cli("history", "--json").out)[0]["id"]
    last = cli(*then, "go on", "-c", "-m", "m")
    assert (last.code, last.err.splitlines()[0]) == (
        2,
        "cometapi: No conversation with this service is kept yet; those that are were held with others.",
    )
    named = cli(*then, "go on", f"--continue={kept}", "-m", "m")
    assert (named.code, named.err) == (
        2,
        f"cometapi: The conversation {kept} was held with {' '.join(first)}, and nothing of it is sent to another "
        f"service.\n  What was said: cometapi history show {kept}\n",
    )
    assert len(httpserver.log) == 1


def test_a_conversation_with_a_command_that_is_gone_stays_where_it_was(cli, said):
    assert cli("local", "ask", "a secret").code == 0
    assert cli("command", "remove", "local", "ask", "--yes").code == 0
    assert cli("chat", "go on", "-c", "-m", "m", "--dry-run").code == 2
