"""The server of the Model Context Protocol, by its official library: three tools, and where their calls go."""

import asyncio
import io
import os
import queue
import signal
import threading
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import cast

import anyio
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp_types import CallToolResult, ContentBlock, ListToolsResult, TextContent, Tool, ToolAnnotations

from cometapi import __version__
from cometapi.errors import Stopped
from cometapi.generated.index import PROGRAM
from cometapi.mcp import offers
from cometapi.signals import deaf

ENDING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")
AT_ONCE = 8  # calls that run side by side
PATIENCE = 2.0  # seconds for the last replies to be read
OFTEN = 5.0  # seconds between two reports that a call goes on
MOST_ASKED = 200  # characters of what is looked for; the server itself looks, and all its calls wait meanwhile
INSTRUCTIONS = (
    f"Commands of {PROGRAM}: ask AI models, make media, look up models, prices, usage and tasks. "
    "Find a command with search, read its page with describe, then run it. What costs money, changes something or needs files "
    "is possible as far as the user has allowed it; describe says so. What waits for minutes is best started first, and waited "
    "for in a second call."
)
TEXT = {"type": "string"}
TOOLS: dict[str, tuple[str, dict, list]] = {  # name to description, properties and which of those are required
    "search": (
        "Find commands by words such as: price, image, usage. An empty query lists all commands.",
        {"query": {**TEXT, "description": "What is looked for."}},
        [],
    ),
    "describe": (
        "Show the help of a command or a topic: arguments, options, examples, and whether it may be run. The examples are for a shell.",
        {"command": {**TEXT, "description": "The words of the command, such as: model info"}},
        ["command"],
    ),
    "run": (
        "Run a command and return what it prints: JSON for data, text for answers of models.",
        {
            "arguments": {
                "type": "array",
                "items": TEXT,
                "description": 'The words behind the program\'s name, one each, such as ["model", "info", "gpt-5.4"]. No shell reads them.',
            },
            "input": {**TEXT, "description": "Text for standard input, for a command that reads it."},
        },
        ["arguments"],
    ),
}


class Tools:
    """The tools of one server: what they do with their arguments, as results of the protocol."""

    def __init__(self, runner, policy, environ):
        self.runner, self.policy, self.environ = runner, policy, environ
        self.room = anyio.CapacityLimiter(AT_ONCE)

    async def list(self, context, params):
        """All tools, on one page."""
        return ListToolsResult(tools=[self.tool(name) for name in TOOLS])

    def tool(self, name):
        """A tool as the protocol describes it."""
        about, properties, required = TOOLS[name]
        writes = name == "run" and bool(self.policy.changes or self.policy.folder)
        schema = {"type": "object", "properties": properties, "required": required}
        only_reads = name != "run" or not (self.policy.pays or writes)
        hints = ToolAnnotations(read_only_hint=only_reads, destructive_hint=writes)
        return Tool(name=name, description=about, input_schema=schema, annotations=hints)

    async def call(self, context, params):
        """The result of a call of a tool."""
        given = params.arguments or {}
        if params.name not in TOOLS:
            return said(f"There is no tool {params.name!r}; there are {', '.join(TOOLS)}.", is_error=True)
        fault = misfit(given, params.name)
        if fault:
            return said(fault, is_error=True)
        try:
            async with reporting(context.session):
                return await getattr(self, params.name)(**given)
        except OSError as error:
            return said(f"The call could not be started: {error.strerror}.", is_error=True)

    async def search(self, query=""):
        """The commands that fit some words."""
        return said(offers.search(query, self.policy, self.environ))

    async def describe(self, command):
        """The page of a command."""
        text, is_known = offers.describe(command, self.policy, self.environ)
        return said(text, is_error=not is_known)

    async def run(self, arguments, input=None):
        """What a command prints, and what it says beside that."""
        words = arguments[1:] if arguments[:1] == [PROGRAM] else arguments
        async with self.room:
            found = await self.runner.run(words, input)
        failed = [f"Exit code {found['code']}."] if found["code"] else []
        return said(found["text"], *failed, *found["notes"], is_error=bool(found["code"]))


@asynccontextmanager
async def reporting(session):
    """Report now and then that a call goes on, to a client that asked for that: many give up on one that says nothing."""
    task = asyncio.create_task(report(session))
    try:
        yield
    finally:
        task.cancel()


async def report(session):
    """Report until nobody listens."""
    begun = anyio.current_time()
    with suppress(anyio.ClosedResourceError, anyio.BrokenResourceError, ConnectionError):
        while True:
            await anyio.sleep(OFTEN)
            await session.report_progress(round(anyio.current_time() - begun, 1), message="Running")


def misfit(given, name):
    """Why the arguments of a call do not fit a tool, as a sentence; None where they do."""
    _, properties, required = TOOLS[name]
    unknown = next((one for one in given if one not in properties), None)
    if unknown is not None:
        return f"{name} has no argument {unknown!r}; it has {', '.join(properties)}."
    missing = next((one for one in required if one not in given), None)
    if missing:
        return f"{name} needs {missing}."
    faults = (FITTING[properties[key]["type"]](value) for key, value in given.items())
    fault = next((one for one in faults if one), None) or (misfit_length(given) if name != "run" else None)
    return fault and f"{name}: {fault}"


def misfit_length(given):
    """Why texts are none to look for."""
    if sum(map(len, given.values())) > MOST_ASKED:
        return f"The argument must have at most {MOST_ASKED} characters."
    return None


def misfit_words(value):
    """Why a value is no list of words."""
    if not (isinstance(value, list) and all(isinstance(one, str) for one in value)):
        return "Pass an array of strings."
    if len(value) == 1 and " " in value[0].strip():
        return 'Pass each argument as a string of its own, such as ["model", "info", "gpt-5.4"]; there is no shell.'
    return None


FITTING = {
    "array": misfit_words,
    "string": lambda value: None if isinstance(value, str) else "Pass a string.",
}


def said(text, *more, is_error=False):
    """A result with a text and what is said beside it, each once; never empty."""
    texts = [one for one in (text, "\n".join(more)) if one] or ["Done; it printed nothing."]
    content: list[ContentBlock] = [TextContent(type="text", text=whole_characters(one)) for one in texts]
    return CallToolResult(content=content, is_error=is_error)


def whole_characters(text):
    """A text without the halves of characters that JSON of a service can hold: no message of the protocol can."""
    return text.encode("utf-8", "replace").decode()


def serve(tools, wire):
    """Serve until the client closes its end; ``wire`` are the descriptors to read from and to write to."""
    server = Server(
        PROGRAM, version=__version__, instructions=INSTRUCTIONS, on_list_tools=tools.list, on_call_tool=tools.call
    )

    ours, theirs = opened(*wire)
    replies = Replies(theirs)

    came: list[int] = []

    async def run():
        ends = [cast(anyio.AsyncFile[str], one) for one in (Lines(ours), replies)]  # as far as the library uses one
        with anyio.CancelScope() as scope, stopping(scope, came):
            async with stdio_server(*ends) as (reading, writing):
                await server.run(reading, writing, server.create_initialization_options())

    try:
        anyio.run(run)
    except BaseExceptionGroup:
        if not came:  # else the library had a message in its hands
            raise
    replies.end()
    if came:
        raise KeyboardInterrupt if came[0] == signal.SIGINT else Stopped(came[0])


@contextmanager
def stopping(scope, came):
    """Let signals cancel a scope meanwhile, each noted in ``came``. As exceptions they would come up anywhere in the event loop."""
    loop, handlers = asyncio.get_running_loop(), {}

    def stop(number):
        came.append(number)
        scope.cancel()

    for number in (getattr(signal, name) for name in ENDING):
        if callable(handler := signal.getsignal(number)):  # not under nohup, which ignores it
            handlers[number] = handler
            loop.add_signal_handler(number, stop, number)
    try:
        yield
    finally:
        for number, handler in handlers.items():
            loop.remove_signal_handler(number)
            signal.signal(number, handler)


class Lines:
    """The lines of a stream, read by a thread of its own: nobody has to wait for one to end the server."""

    def __init__(self, stream):
        self.stream, self.loop = stream, asyncio.get_running_loop()
        self.came: asyncio.Queue = asyncio.Queue()
        threading.Thread(target=deaf(self.read), daemon=True).start()

    def read(self):
        """Hand on every line, and the end."""
        with suppress(RuntimeError):  # the server has ended
            for line in self.stream:
                self.loop.call_soon_threadsafe(self.came.put_nowait, line)
            self.loop.call_soon_threadsafe(self.came.put_nowait, None)

    async def __aiter__(self):
        while (line := await self.came.get()) is not None:
            yield line


class Replies:
    """A stream that a thread of its own writes to: a client that reads nothing does not keep the server from ending."""

    def __init__(self, stream):
        self.stream = stream
        self.waiting: queue.SimpleQueue = queue.SimpleQueue()
        self.thread = threading.Thread(target=deaf(self.send), daemon=True)
        self.thread.start()

    def send(self):
        """Write what is waiting, until the end; a client that is gone gets no more."""
        with suppress(OSError):
            while (text := self.waiting.get()) is not None:
                self.stream.write(text)
                self.stream.flush()

    async def write(self, text):
        """Hand over a text."""
        self.waiting.put(text)

    async def flush(self):
        """Do nothing: every text is written at once."""

    def end(self):
        """Wait until all is written, as long as somebody may be reading."""
        self.waiting.put(None)
        self.thread.join(PATIENCE)


def opened(reading, writing):
    """The wire as streams of text in UTF-8, whose lines end with LF alone."""
    return (
        io.TextIOWrapper(os.fdopen(reading, "rb", closefd=False), encoding="utf-8", errors="replace", newline="\n"),
        io.TextIOWrapper(os.fdopen(writing, "wb", closefd=False), encoding="utf-8", newline="\n"),
    )
