"""Values put into the places of a text, ``{name}``, in one pass: what a value holds is never looked at again.

A place is a plain name in braces. A name in two pairs of braces is that name in braces as text, in three pairs it is the
value in braces; all other braces are text.
"""

import re

NAME = r"[^\W\d]\w*"
PLACE = re.compile(rf"\{{\{{\{{({NAME})\}}\}}\}}|\{{\{{({NAME})\}}\}}|\{{({NAME})\}}")


def places(text):
    """The names of the places of a text, each once, in their order."""
    return list(dict.fromkeys(one[1] or one[3] for one in PLACE.finditer(text) if not one[2]))


def filled(text, values):
    """A text with its places filled; ``values`` maps every name of ``places`` to a text."""
    return PLACE.sub(lambda one: one_filled(one, values), text)


def one_filled(place, values):
    """What stands in one place."""
    within, literal, name = place.groups()
    if literal:
        return f"{{{literal}}}"
    return f"{{{values[within]}}}" if within else values[name]


def is_name(word):
    """Whether a word may stand in braces."""
    return re.fullmatch(NAME, word) is not None
