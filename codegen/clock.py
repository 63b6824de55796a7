"""A clock that stands, and durations that are the same each time."""

import threading
import time
from unittest.mock import patch

from cometapi.batch import runner
from cometapi.commands.compare import asking
from cometapi.commands.doctor import checks
from cometapi.history import recording

MEASURING = (asking, checks, recording, runner)  # modules that tell how long something took
TICK = 0.42  # seconds that seem to pass between two looks


def standing(now):
    """Patches of every clock that the program shows: they stand at this moment, in Unix seconds."""
    yield patch.object(time, "time", lambda: float(now))
    for module in MEASURING:
        yield patch.object(module, "time", Ticking())


class Ticking(threading.local):
    """The module ``time`` with a clock that goes on by a tick whenever a thread looks at it."""

    ticks = 0

    def __getattr__(self, name):
        return getattr(time, name)

    def monotonic(self):
        """Seconds of this thread."""
        self.ticks += 1
        return self.ticks * TICK

    def perf_counter(self):
        """The same for what takes less."""
        return self.monotonic() / 20
