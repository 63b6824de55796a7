"""The tokens of a stream that its client did not ask for: asked for by the gateway, which counts them, and kept from the client."""

import json
import re
from copy import deepcopy

from cometapi.answers import picks
from cometapi.loopback.endpoints import is_streamed
from cometapi.manifest.select import select
from cometapi.manifest.templates import merge

EVENT_END = re.compile(rb"\r\n\r\n|\n\n|\r\r")
LONGEST = 1024 * 1024  # bytes of an event that are held back; none with a usage is so long


def ask(incoming, protocol):
    """Let a request ask for the tokens of its stream; returns whether it did not do so itself."""
    wanted = protocol.get("asks_usage")
    if wanted is None or not isinstance(incoming.value, dict) or not is_streamed(incoming.endpoint, incoming.value):
        return False
    asking = deepcopy(incoming.value)
    if any(not isinstance(asking.get(key, {}), dict) for key in wanted):
        return False
    merge(asking, deepcopy(wanted))
    if asking == incoming.value:
        return False
    incoming.value = asking
    incoming.write()
    return True


class Withholding:
    """Writes the pieces of a stream on, without the events that tell nothing but the usage; a part of an event waits for its end."""

    def __init__(self, protocol, write):
        self.protocol, self.write = protocol, write
        self.held = b""

    def __call__(self, piece):
        """Take a piece."""
        self.held += piece
        at, kept = 0, []
        for end in EVENT_END.finditer(self.held):
            event = self.held[at : end.end()]
            at = end.end()
            if not self.is_usage(event):
                kept.append(event)
        self.held = self.held[at:]
        if len(self.held) > LONGEST:
            kept.append(self.held)
            self.held = b""
        if kept:
            self.write(b"".join(kept))

    def end(self):
        """The stream is over."""
        if self.held:
            self.write(self.held)

    def is_usage(self, event):
        """Whether an event has no answer in it, and tells the usage."""
        if b"data:" not in event or b"usage" not in event:
            return False
        lines = event.splitlines()
        try:
            data = json.loads(b"\n".join(line[5:] for line in lines if line.startswith(b"data:")))
        except (ValueError, RecursionError):
            return False
        if not isinstance(data, dict) or select((self.protocol["answers"],), data) != []:
            return False
        return any(isinstance(picks.pick(one, "usage", data), dict) for one in self.protocol["events"])
