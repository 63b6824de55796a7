"""Calls of an agent, each in a process of its own: started, given its share of what may be spent, and stopped when nobody waits."""

import asyncio
import json
import os
import socket
import sys
from contextlib import suppress
from decimal import Decimal

import anyio

import cometapi
from cometapi.mcp import places

GRACE = 3.0  # seconds for a call that is stopped to settle what it was about
LONGEST = 1024 * 1024  # bytes of a line from a call
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(cometapi.__file__)))
FAILED = "The call ended without a result; what it may have cost counts as spent."


class Runner:
    """Runs the words of an agent under a policy (see ``guard.Policy``, here as a dict) and an Allowance."""

    def __init__(self, policy, allowance, environ):
        self.policy, self.allowance = policy, allowance
        # what leads Python to this package, and to nothing in the folder
        paths = places.beyond([ROOT, *environ.get("PYTHONPATH", "").split(os.pathsep)], policy["folder"])
        self.environ = {**environ, "PYTHONPATH": os.pathsep.join(paths)}

    async def run(self, words, text):
        """The result of a call, as the worker sends it: a dict of ``code``, ``text`` and ``notes``."""
        ours, theirs = socket.socketpair()
        try:
            process = await self.started(theirs)
        except BaseException:
            ours.close()
            raise
        finally:
            theirs.close()
        reader, writer = await asyncio.open_unix_connection(sock=ours, limit=LONGEST)
        try:
            send(writer, {"policy": self.policy, "words": words, "input": text})
            return await self.followed(process, reader, writer) or {"code": 1, "text": "", "notes": [FAILED]}
        finally:
            with anyio.CancelScope(shield=True):
                await stopped(process)
                writer.close()

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
        """What a call comes to; None where it ends without a result."""
        said = await line(reader)
        if said is None or "ask" not in said:
            return said
        asked = said["ask"] and Decimal(said["ask"])
        async with self.allowance.share(asked) as lent:
            send(writer, lent.share._asdict())
            said = None
            try:
                said = await line(reader)
            finally:
                said = said or await last_words(process, reader)
                if said:
                    lent.spent, lent.made = Decimal(said["spent"]), said["made"]
            return said


async def last_words(process, reader):
    """What a call tells that is stopped, because nobody waits for it any more; None where it tells nothing."""
    with anyio.CancelScope(shield=True), anyio.move_on_after(GRACE):
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.terminate()
        return await line(reader)
    return None


def send(writer, value):
    """Send a value to a call."""
    writer.write(json.dumps(value, default=str).encode() + b"\n")


async def line(reader):
    """The next value from a call; None when there is none."""
    with suppress(ConnectionError):
        came = await reader.readline()
        return json.loads(came) if came.endswith(b"\n") else None
    return None


async def stopped(process):
    """End a process that nobody waits for: it is asked, and settles what it was about, or else killed."""
    for end in (process.terminate, process.kill):
        if process.returncode is None:
            with suppress(ProcessLookupError):
                end()
            with anyio.move_on_after(GRACE):
                await process.wait()
