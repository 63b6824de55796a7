"""The protocol's own client library against the server: what it is told, and calls side by side."""

import threading

import anyio
import pytest
from agents_calls import ran
from priced import entry

from cometapi.mcp import offers
from cometapi.mcp.guard import Policy

TYPES = {"array", "object", "string"}


def test_the_library_sees_three_tools_that_every_client_takes(client):
    async def talk(session):
        return (await session.list_tools()).tools

    tools = client(talk)
    assert [one.name for one in tools] == ["search", "describe", "run"]
    for one in tools:
        assert one.input_schema["type"] == "object"
        assert {facts["type"] for facts in one.input_schema["properties"].values()} <= TYPES
        assert set(one.input_schema) == {"type", "properties", "required"}
        assert one.annotations.read_only_hint is True


def test_the_tools_find_describe_and_run(client):
    async def talk(session):
        found = [
            await session.call_tool("search", {"query": "make a video"}),
            await session.call_tool("search", {"query": "zzz"}),
            await session.call_tool("describe", {"command": "chat"}),
            await session.call_tool("describe", {"command": "chta"}),
            await session.call_tool("describe", {"command": "config"}),
        ]
        return [(one.is_error, one.content[0].text) for one in found], await ran(session, "models", "--limit", "1")

    found, models = client(talk, "--sandbox")
    assert [failed for failed, _ in found] == [False, False, False, True, False]
    assert found[0][1].startswith("video create: Make a video")
    assert found[1][1] == "No command fits 'zzz'. An empty query lists all."
    assert "Usage: cometapi chat" in found[2][1]
    assert "Not for agents: " in found[2][1]
    assert found[3][1] == "There is no command 'chta'; did you mean chat?"
    assert "config show" in found[4][1].splitlines()
    assert models[0] is False


PHRASES = {
    "price": "models",
    "price of gpt-5.4": "models",
    "find cheapest model": "models",
    "context window": "models",
    "generate picture": "image",
    "create image": "image",
    "edit a photo": "image edit",
    "generate video": "video create",
    "video status": "video get",
    "how much money is left": "balance",
    "balance": "balance",
    "usage by day": "stats",
    "spending this week": "stats",
    "how much did I spend": "stats",
    "text to speech": "speech",
    "read text aloud": "speech",
    "audio to text": "transcribe",
    "subtitles": "transcribe",
    "semantic search": "similar",
    "embeddings": "embed",
    "failed jobs": "tasks",
    "failed requests": "logs",
    "diagnose": "doctor",
    "ask a model": "chat",
    "ask claude": "messages",
    "batch": "batch status",
    "models?": "models",
    "delete an API key": "tokens delete",
    "song": "suno create",
}


@pytest.mark.parametrize(("phrase", "command"), PHRASES.items())
def test_what_people_say_finds_the_command_in_three_lines(phrase, command, environ):
    policy = Policy(changes=True, pays=True, folder="/", given={})
    lines = offers.search(phrase, policy, environ).splitlines()
    assert command in [line.partition(":")[0] for line in lines[:3]], lines


def test_paid_calls_run_side_by_side(client, raw, environ):
    both = threading.Barrier(2, timeout=10)  # which nobody passes alone

    def answer(talk):
        if talk.method == "GET":
            talk.whole({"success": True, "data": [entry("m")]})
            return
        both.wait()
        talk.whole({"choices": [{"index": 0, "message": {"content": "Hello"}, "finish_reason": "stop"}]})

    raw(answer)
    found = []

    async def talk(session):
        async def one():
            found.append(await ran(session, "chat", "Hello", "--model", "m", "--max-tokens", "10", "--no-stream"))

        async with anyio.create_task_group() as group:
            group.start_soon(one)
            group.start_soon(one)

    client(talk, "--max-cost", "1")
    assert [texts[0] for _, texts in found] == ["Hello\n", "Hello\n"]


def test_a_client_that_asks_is_told_that_a_call_goes_on(monkeypatch):
    from cometapi.mcp import server

    reports = []

    class Session:
        async def report_progress(self, progress, total=None, message=None):
            reports.append((progress, total, message))

    async def wait():
        async with server.reporting(Session()):
            await anyio.sleep(0.5)

    monkeypatch.setattr(server, "OFTEN", 0.2)
    anyio.run(wait)
    assert [message for _, _, message in reports][:2] == ["Running"] * 2
    assert reports[0][0] < reports[1][0]


def test_each_text_stands_in_a_result_once(client):
    async def talk(session):
        return await session.call_tool("run", {"arguments": ["models", "--limit", "3", "--fields", "id", "--sandbox"]})

    found = client(talk)
    assert found.structured_content is None
    assert found.model_dump_json().count("gpt-5.4-mini") == 1


def test_a_command_of_ones_own_is_found_and_described(client, with_pets):
    async def talk(session):
        return [
            (await session.call_tool(name, {key: "pets list"})).content[0].text
            for name, key in (("search", "query"), ("describe", "command"))
        ]

    found, page = client(talk)
    assert found.startswith("pets list: ")
    assert "Usage: cometapi pets list" in page
