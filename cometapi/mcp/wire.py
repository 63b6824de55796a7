"""Standard input and output handed to a protocol, before anything else could read from them or write to them."""

import os


def hand_over(context):
    """Keep stdin and stdout for a protocol: ``context.wire`` are copies of their descriptors, which no other program
    inherits. From now on descriptor 0 leads to the null device, and descriptor 1 to stderr.
    """
    context.wire = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
