"""How a running batch is watched and steered by other processes: two small files beside its results.

The run writes ``RESULTS.status`` every second, and reads ``RESULTS.control``. Both work where the results are on a disk that
several machines share.
"""

import json
import os
import time
from contextlib import suppress

from cometapi.batch.journal import SUFFIX
from cometapi.errors import OutputFailed, UsageError
from cometapi.settings.folders import write_private

STATUS, CONTROL = ".status", ".control"
EVERY = 1.0  # seconds between two looks
KNOWN = 200  # batches that are remembered
LIST = "batches.json"


class Control:
    """The two files of a run. ``facts`` gives the numbers of now; ``heard`` is called with what another process asks for."""

    def __init__(self, results, facts, heard, clock=time.monotonic):
        self.results, self.facts, self.heard, self.clock = results, facts, heard, clock
        self.last = self.clock() - EVERY
        with suppress(OSError):
            os.unlink(results + CONTROL)  # what an earlier run was asked for

    def tick(self):
        """Write the status and read what is asked for, if it is time."""
        if self.clock() - self.last >= EVERY:
            self.last = self.clock()
            self.write()
            asked = read(self.results + CONTROL)
            if asked:
                with suppress(OSError):
                    os.unlink(self.results + CONTROL)
                self.heard(asked)

    def write(self):
        """Write the status; a disk that refuses is told of by the journal."""
        with suppress(OSError):
            write_private(self.results + STATUS, json.dumps(self.facts()).encode(), is_durable=False)


def read(path):
    """The JSON object in a file, {} where there is none."""
    try:
        with open(path, "rb") as file:
            found = json.loads(file.read())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def ask(results, wishes):
    """Ask the run that writes some results for something; raises UsageError where there is none."""
    if not os.path.exists(results + SUFFIX):
        raise UsageError(f"There is no batch with the results {results}.")
    if not is_running(results):
        raise UsageError(f"The batch {results} is not running.")
    try:
        write_private(results + CONTROL, json.dumps({**read(results + CONTROL), **wishes}).encode(), is_durable=False)
    except OSError as error:
        raise OutputFailed(f"{results}{CONTROL} cannot be written: {error.strerror}.") from None


def is_running(results):
    """Whether a run has the lock of a batch."""
    try:
        import fcntl

        with open(results + SUFFIX, "rb") as file:
            fcntl.flock(file.fileno(), fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except (ImportError, OSError):
        return False
    return False


def remember(environ, results):
    """Note a batch in the state folder, for ``batch list``; without a home it is not listed."""
    from cometapi.settings.folders import state_file

    path = state_file(environ, LIST)
    if path is None:
        return
    known = [one for one in listed_paths(environ) if one != os.path.abspath(results)]
    with suppress(OSError):
        write_private(path, json.dumps([os.path.abspath(results), *known][:KNOWN]).encode(), is_durable=False)


def listed_paths(environ):
    """The paths of the results of remembered batches, newest first."""
    from cometapi.settings.folders import state_file

    path = state_file(environ, LIST)
    try:
        with open(path or "", "rb") as file:
            found = json.loads(file.read())
    except (OSError, ValueError):
        return []
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []
