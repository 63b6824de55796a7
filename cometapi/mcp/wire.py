"""Standard input and output handed to a protocol, before anything else could read from them or write to them."""

import os
from contextlib import contextmanager, suppress


@contextmanager
def handed_over(context):
    """Keep stdin and stdout for a protocol meanwhile: ``context.wire`` are copies of their descriptors, which no other program
    inherits. Their own ones (0 and 1) lead to the null device, and to where stderr goes. Raises OutputFailed without a stdout.
    """
    context.check_stdout()
    reading, writing, telling = map(descriptor, (context.stdin, context.stdout, context.stderr))
    nothing = os.open(os.devnull, os.O_RDWR)
    context.wire = [os.dup(nothing if one is None else one) for one in (reading, writing)]
    lead(reading, nothing)
    lead(writing, nothing if telling is None else telling)
    os.close(nothing)
    try:
        yield
    finally:
        with suppress(OSError, ValueError):
            context.stdout.flush()  # what others printed, to where it belongs
        for own, copy in zip((reading, writing), context.wire, strict=True):
            lead(own, copy)
            os.close(copy)


def descriptor(stream):
    """The descriptor of a stream; None where it has none."""
    try:
        return stream.fileno()
    except (AttributeError, OSError, ValueError):
        return None


def lead(descriptor, other):
    """Let a descriptor, if it is one, lead to where another one does."""
    if descriptor is not None:
        os.dup2(other, descriptor, inheritable=descriptor <= 2)
