"""What the tests of this folder share: a column, and a call of ``write`` with both streams apart."""

import io

from cometapi.context import Context
from cometapi.output import write


class Stream(io.StringIO):
    """A stream in memory that can pretend to be a terminal and to speak another encoding."""

    def __init__(self, terminal=False, encoding="utf-8"):
        super().__init__(newline="")
        self.terminal, self.spoken = terminal, encoding

    encoding = property(lambda self: self.spoken)

    def isatty(self):
        return self.terminal


def column(name, show="always", **rest):
    return {"name": name, "title": name.capitalize(), "show": show, **rest}


def printed(result, format_name, width=None, encoding="utf-8", **environ):
    """What stands on stdout and on stderr; ``width`` makes stdout a terminal."""
    stdout, stderr = Stream(width is not None, encoding), Stream()
    environ = {"NO_COLOR": "1", "TERM": "xterm", "COLUMNS": str(width), **environ}
    write(result, format_name, Context([], environ, Stream(), stdout, stderr))
    return stdout.getvalue(), stderr.getvalue()
