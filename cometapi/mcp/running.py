"""Calls of an agent, each in a process of its own: started, its requests booked, and stopped when nobody waits."""

import asyncio
import json
import os
import socket
import sys
from contextlib import suppress

import anyio

import cometapi
from cometapi.mcp import places
from cometapi.mcp.allowance import Ticket

GRACE = 3.0  # seconds for a call that is stopped to settle what it was about
LONGEST = 1024 * 1024  # bytes of a line from a call
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(cometapi.__file__)))
FAILED = "The call ended without a result."


class Runner:
    """Runs the words of an agent under a policy (see ``guard.Policy``, here as a dict) and an Allowance."""

    def __init__(self, policy, allowance, environ):
        self.policy, self.allowance = policy, allowance
        self.cap = None if allowance.dollars is None else float(allowance.dollars)
        # what leads Python to this package, and to nothing in the folder
        paths = places.beyond([ROOT, *environ.get("PYTHONPATH", "").split(os.pathsep)], policy["folder"])
        self.environ = {**environ, "PYTHONPATH": os.pathsep.join(paths)}

    async def run(self, words, text):
        """The result of a call, as the worker sends it: a dict of ``code``, ``text`` and ``notes``."""
        ours, theirs = socket.socketpair()
        reader, writer = await asyncio.open_unix_connection(sock=ours, limit=LONGEST)
        found = process = None
        try:
            with theirs:
                process = await self.started(theirs)
            send(writer, {"policy": self.policy, "words": words, "input": text, "cap": self.cap})
            found = await self.followed(process, reader, writer)
            return found or {"code": 1, "text": "", "notes": [FAILED]}
        finally:
            writer.close()  # which ends the call, if it goes on
            with anyio.CancelScope(shield=True):
                if process:
                    await ended(process, is_over=found is not None)

    async def started(self, link):
        """A new process of a worker, in a session of its own: no key of a terminal ends it, and it ends with the link."""
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-P",  # never a module of the folder
            "-m",
            "cometapi.mcp.worker",
            str(link.fileno()),
            pass_fds=[link.fileno()],
            stdin=asyncio.subprocess.DEVNULL,
            cwd=self.policy["folder"] or os.path.abspath(os.sep),
            env=self.environ,
            start_new_session=True,
        )

    async def followed(self, process, reader, writer):
        """What a call comes to; None where it ends without a result. What it books is settled, also when nobody waits for it."""
        with Ticket(self.allowance) as ticket:
            try:
                return await result(reader, writer, ticket)
            except BaseException:
                with anyio.CancelScope(shield=True), anyio.move_on_after(GRACE):
                    ask_to_end(process)
                    await result(reader, writer, ticket)
                raise


async def result(reader, writer, ticket):
    """The result of a call, None where it ends without one; what it says of its requests is answered meanwhile."""
    while (said := await line(reader)) is not None and "code" not in said:
        answer = ticket.told(said)
        if answer is not None:
            send(writer, answer)
    return said


def send(writer, value):
    """Send a value to a call."""
    writer.write(json.dumps(value, default=str).encode() + b"\n")


async def line(reader):
    """The next value from a call; None when there is none."""
    with suppress(ConnectionError):
        came = await reader.readline()
        return json.loads(came) if came.endswith(b"\n") else None
    return None


async def ended(process, is_over):
    """Wait for a process whose call is over; any other is asked to end, and settles what it was about, or else killed."""
    for end in (None if is_over else process.terminate, process.terminate, process.kill):
        if process.returncode is None:
            with suppress(ProcessLookupError):
                if end:
                    end()
            with anyio.move_on_after(GRACE):
                await process.wait()


def ask_to_end(process):
    """Ask a process to end, if it runs."""
    if process.returncode is None:
        with suppress(ProcessLookupError):
            process.terminate()
