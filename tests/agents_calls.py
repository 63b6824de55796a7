"""Calls of agents: judged and run in this process, and through the server by the protocol's own client library."""

import json
import os
import sys
from contextlib import asynccontextmanager, chdir
from decimal import Decimal

import anyio
import pytest
from inprocess import Stream, limited, nothing_left, surroundings
from mcp import ClientSession, StdioServerParameters, stdio_client

from cometapi.mcp import worker
from cometapi.mcp.allowance import Allowance, Ticket

FREE = {"changes": False, "pays": False, "folder": None, "given": {}}


class Agent:
    """Runs calls under a policy and an ``allowance``."""

    def __init__(self, environ):
        self.environ, self.allowance = environ, Allowance(Decimal(5))

    def __call__(self, *words, stdin="", **policy):
        """The result of a call, as the worker gives it; ``policy`` are facts that differ from FREE."""
        policy = {**FREE, **policy}
        orders = {"words": [str(one) for one in words], "input": stdin, "policy": policy}
        orders["cap"] = None if self.allowance.dollars is None else float(self.allowance.dollars)
        streams = [Stream() for _ in range(3)]
        place = policy["folder"] or "/"
        with (
            surroundings(self.environ, streams),
            nothing_left(),
            limited(),
            chdir(place),
            Ticket(self.allowance) as ticket,
        ):
            found = worker.answered(orders, ticket.told, ticket.told)
        assert [one.text() for one in streams[1:]] == ["", ""]  # nothing comes to the process's own streams
        return Answer(found)


class Answer:
    """What an agent gets of a call."""

    def __init__(self, facts):
        self.code, self.text = facts["code"], facts["text"]
        self.notes = "\n".join(facts["notes"])

    def __repr__(self):
        return f"exit {self.code}\n--- text\n{self.text}\n--- notes\n{self.notes}"

    @property
    def data(self):
        return json.loads(self.text)


@pytest.fixture
def agent(environ):
    """Runs calls as those of an agent."""
    return Agent(environ)


@pytest.fixture
def client(environ):
    """Run ``talk(session)`` with a session of the protocol's own client and a server with these options."""

    def run(talk, *options, env=None):
        async def connected():
            async with session_of(options, {**environ, **(env or {})}) as session:
                await session.initialize()
                return await talk(session)

        return anyio.run(connected)

    return run


@asynccontextmanager
async def session_of(options, environ):
    """A session with a server of its own."""
    words = ["-m", "cometapi", "mcp", "serve", *map(str, options)]
    server = StdioServerParameters(command=sys.executable, args=words, env=environ)
    with open(os.devnull, "w") as errors:
        async with stdio_client(server, errlog=errors) as ends, ClientSession(*ends) as session:
            yield session


async def ran(session, *words, **more):
    """``(whether it failed, texts)`` of a run."""
    found = await session.call_tool("run", {"arguments": list(words), **more})
    return found.is_error, [one.text for one in found.content]
