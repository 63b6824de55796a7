"""Standard input: read for the one argument that uses it, by ``-`` or by the manifest."""

from cometapi.errors import UsageError
from cometapi.manifest.arguments import flag_of


class FromStdin:
    """The value of an argument given as ``-``: ``read`` reads it from a stream of bytes when the call begins."""

    def __init__(self, read):
        self.read = read


def take(arguments, values, context):
    """The values with those of stdin filled in: a dict.

    Raises UsageError when two arguments name stdin, and when what it brings does not fit.
    """
    named = [name for name, value in values.items() if is_named(value, arguments.get(name, {}))]
    if sum(times(values[name]) for name in named) > 1:
        flags = " and ".join(flag_of(arguments[name]) for name in named)
        raise UsageError(f"stdin is named twice: by {flags}{'' if len(named) > 1 else ' and itself'}.")
    readers = [name for name in named if "stdin" not in arguments[name]]
    taken = {**values, **{name: read(arguments[name], values[name], context) for name in readers}}
    for name, facts in arguments.items():
        if "stdin" in facts:
            piped = None if readers else context.piped()
            taken[name] = with_pipe(facts, taken.get(name), piped)
    return taken


def is_named(value, facts):
    """Whether a value names stdin."""
    return times(value) > 0 and ("stdin" in facts or any(isinstance(one, FromStdin) for one in listed(value)))


def times(value):
    """How often a value names stdin."""
    return sum(isinstance(one, FromStdin) or one == "-" for one in listed(value))


def listed(value):
    """A value as a list: itself, or a list of one."""
    return value if isinstance(value, list) else [value]


def read(facts, value, context):
    """A value whose part that named stdin has been read."""
    if isinstance(value, list):
        return [read(facts, one, context) for one in value]
    if not isinstance(value, FromStdin):
        return value
    try:
        return value.read(context.binary_stdin())
    except ValueError as error:
        raise UsageError(f"{flag_of(facts)} {error}.") from None


def with_pipe(facts, value, piped):
    """The value of an argument that may come through a pipe, joined with what came; None when there is neither.

    A single text and the pipe are joined by a blank line. Where several are taken the pipe is one more, or, with
    ``stdin: lines``, each of its lines that is not blank, and with ``every_line`` the blank ones too.
    """
    if facts["stdin"] == "every_line":
        return [*(one for one in value or () if one != "-"), *(piped.split("\n") if piped else ())] or None
    if facts.get("repeat"):
        found = (piped or "").splitlines() if facts["stdin"] == "lines" else [piped]
        return [one for one in [*(value or []), *found] if one != "-" and one and one.strip()] or None
    parts = (None if value == "-" else value, piped)
    return "\n\n".join(part for part in parts if part and part.strip()) or None
