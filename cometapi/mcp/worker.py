"""One call of an agent in a process of its own: run as the program runs what is typed, judged, its result kept within bounds.

Started by ``running`` with the descriptor of a socket, the link to the server. On it come the orders and answers about bookings;
on it go bookings of requests and the result, each a line of JSON. When the server closes it, the call is stopped like one
that gets SIGTERM.
"""

import io
import json
import os
import queue
import signal
import socket
import sys
import threading
from contextlib import suppress

from cometapi import signals
from cometapi.advice import flag
from cometapi.cli.words import behaviours
from cometapi.context import Context
from cometapi.main import Invocation, ended, leave
from cometapi.manifest.arguments import flag_of
from cometapi.mcp import bounded
from cometapi.mcp.allowance import Cap
from cometapi.mcp.guard import Guard, Policy
from cometapi.signals import deaf
from cometapi.spending.money import number

MOST_READ = 32 * 1024 * 1024  # bytes of a result; what is more is not even looked at
MOST_NOTES = 4000  # characters of what was said beside the result, the last ones
NARROWING = ("limit", "where", "page", "page_size", "fields", "query")


class Link:
    """The socket to the server, from which a thread of its own reads."""

    def __init__(self, descriptor):
        self.socket = socket.socket(fileno=descriptor)
        self.came: queue.SimpleQueue = queue.SimpleQueue()
        threading.Thread(target=deaf(self.listen), daemon=True).start()

    def listen(self):
        """Hand on every line; the end of the link ends the call."""
        with self.socket.makefile("rb") as lines:
            for line in lines:
                self.came.put(json.loads(line))
        os.kill(os.getpid(), signal.SIGTERM)

    def receive(self):
        """The next value from the server."""
        return self.came.get()

    def send(self, value):
        """Send a value to the server."""
        self.socket.sendall(json.dumps(value).encode() + b"\n")

    def ask(self, value):
        """The server's answer to a value."""
        self.send(value)
        return self.receive()


class Kept(io.BytesIO):
    """The bytes of a result, as far as they are looked at: whoever writes more is told that nobody reads on."""

    def write(self, data):
        if self.tell() + len(data) > MOST_READ:
            raise BrokenPipeError
        return super().write(data)


def main(descriptor):
    """Run the call that the server orders, and send its result; the exit code of the process."""
    signals.heed()
    link = Link(descriptor)
    found = answered(link.receive(), link.ask, link.send)
    with suppress(OSError):  # the server is gone
        link.send(found)
    return 0


def answered(orders, ask, tell):
    """The result of the call that is ordered: a dict of its exit ``code``, its ``text`` and ``notes``. ``ask`` and ``tell`` say
    something to the server (see ``allowance.Cap``).
    """
    cap = Cap(ask, tell, number(orders["cap"]))
    guard = Guard(Policy(**orders["policy"]), cap)
    kept, notes = Kept(), io.StringIO()
    stdout = io.TextIOWrapper(kept, encoding="utf-8", errors="replace", write_through=True)
    invocation = Invocation(Context(orders["words"], os.environ, stdin(orders["input"]), stdout, notes), guard=guard)
    code = ended(invocation)
    text, note = result(invocation, kept.getvalue())
    said = [one for one in (notes.getvalue()[-MOST_NOTES:].strip(), note) if one]
    return {"code": code, "text": text, "notes": said}


def stdin(text):
    """A stream with the text that the agent gives as input; an empty one without."""
    return io.TextIOWrapper(io.BytesIO((text or "").encode("utf-8", "replace")), encoding="utf-8")


def result(invocation, data):
    """``(text, note)``: the result without secrets and within bounds, and what is to be said of that, or None."""
    operation = invocation.operation
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return "", f"The result is a file of {len(data):,} bytes; save it with {flag('output')}."
    context = operation.context if operation else invocation.context
    if operation:
        context.hide(operation.settings.secrets())
    form = operation and operation.format_name
    return bounded.cut(context.hidden(text), form, narrowing(operation.command) if operation else ())


def narrowing(command):
    """The flags of the options of a command that make its data smaller; none where its result is an answer of a model."""
    arguments, does = command["arguments"], behaviours(command["arguments"])
    return [flag_of(arguments[does[one]]) for one in NARROWING if one in does] if "stream" not in command else []


if __name__ == "__main__":
    leave(main(int(sys.argv[1])))
