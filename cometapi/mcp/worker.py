"""One call of an agent in a process of its own: run as the program runs what is typed, judged, its result kept within bounds.

Started by ``running`` with the descriptor of a socket, the link to the server. On it come the orders and answers about shares;
on it go questions about shares and the result, each a line of JSON. When the server closes it, the call is stopped like one
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

from cometapi.cli.words import behaviours
from cometapi.context import Context
from cometapi.main import Invocation, ended, leave
from cometapi.manifest.arguments import flag_of
from cometapi.mcp import bounded
from cometapi.mcp.guard import Guard, Policy
from cometapi.signals import deaf

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

    def ask(self, dollars):
        """Ask for a share of what may be spent, of so many dollars or of all that is left (None)."""
        self.send({"ask": dollars})
        return self.receive()


class Kept(io.BytesIO):
    """The bytes of a result, as far as they are looked at: whoever writes more is told that nobody reads on."""

    def write(self, data):
        if self.tell() + len(data) > MOST_READ:
            raise BrokenPipeError
        return super().write(data)


def main(descriptor):
    """Run the call that the server orders, and send its result."""
    link = Link(descriptor)
    orders = link.receive()
    guard = Guard(Policy(**orders["policy"]), link.ask)
    kept, notes = Kept(), io.StringIO()
    stdout = io.TextIOWrapper(kept, encoding="utf-8", errors="replace", write_through=True)
    context = Context(orders["words"], stdin=stdin(orders["input"]), stdout=stdout, stderr=notes)
    invocation = Invocation(context, guard=guard)
    code = ended(invocation)
    dollars, calls = guard.used()
    text, note = result(invocation, kept.getvalue())
    told = [notes.getvalue()[-MOST_NOTES:].strip(), note]
    with suppress(OSError):  # the server is gone
        notes = [one for one in told if one]
        link.send({"code": code, "text": text, "notes": notes, "spent": str(dollars), "made": calls})
    return 0


def stdin(text):
    """A stream with the text that the agent gives as input; an empty one without."""
    return io.TextIOWrapper(io.BytesIO((text or "").encode("utf-8", "replace")), encoding="utf-8")


def result(invocation, data):
    """``(text, note)``: the result without secrets and within bounds, and what is to be said of that, or None."""
    operation = invocation.operation
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return "", f"The result is a file of {len(data):,} bytes; save it with an option such as --output."
    context = operation.context if operation else invocation.context
    if operation:
        context.hide(operation.settings.secrets())
    form = operation and (operation.format_name or "table")
    return bounded.cut(context.hidden(text), form, narrowing(operation.arguments) if operation else ())


def narrowing(arguments):
    """The flags of the options of a command that make its result smaller."""
    does = behaviours(arguments)
    return [flag_of(arguments[does[one]]) for one in NARROWING if one in does]


if __name__ == "__main__":
    leave(main(int(sys.argv[1])))
