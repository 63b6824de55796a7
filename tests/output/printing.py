"""What the tests of this folder share: a column, and a call of ``write`` with both streams apart."""

from inprocess import Stream

from cometapi.context import Context
from cometapi.output import write
from cometapi.output.results import Answer


def column(name, show="always", **rest):
    return {"name": name, "title": name.capitalize(), "show": show, **rest}


def answered(pieces=None, document=None, columns=()):
    """An Answer of these pieces, or of the reply that ``document`` gives, of which there is nothing to say."""
    parts = {"reader": None, "everything": None, "check": list, "tokens": dict}
    return Answer(list(columns), pieces=pieces, document=document, **parts)


def printed(result, format_name, width=None, encoding="utf-8", **environ):
    """What stands on stdout and on stderr; ``width`` makes stdout a terminal."""
    stdout, stderr = Stream(terminal=width is not None, encoding=encoding), Stream()
    environ = {"NO_COLOR": "1", "TERM": "xterm", "COLUMNS": str(width), **environ}
    write(result, format_name, Context([], environ, Stream(), stdout, stderr))
    return stdout.text(), stderr.text()
