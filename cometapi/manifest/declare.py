"""An argparse parser from the data of arguments."""

from argparse import ArgumentTypeError


def declare(parser, arguments, read):
    """Declare arguments on an argparse parser; returns argparse's actions, one for each argument.

    ``read`` makes a value of an Argument and a word once there is a word; it raises ValueError with the end of a
    sentence.
    """
    actions = []
    for one in arguments:
        facts = {**named(one), **reading(one, read), "help": one.help.replace("%", "%%")}
        actions.append(parser.add_argument(*(one.flags or [one.dest]), **facts))
        if one.negative:
            opposite = {**facts, "const": False, "help": one.meaning(one.negative)}
            parser.add_argument(one.negative, **opposite)
    return actions


def named(one):
    """The name of its value; a positional has it already."""
    return {"dest": one.stands_for[0] if one.stands_for else one.dest} if one.flags else {}


def reading(one, read):
    """How argparse reads the words of an argument, as keywords of ``add_argument``."""
    if not one.has_value:
        return {"action": "store_const", "const": one.stands_for[1] if one.stands_for else True}
    return {"metavar": one.metavar, "type": converter(one, read), **number(one)}


def number(one):
    """How many words an argument has, as keywords of ``add_argument``."""
    if one.repeat:
        if not one.positional:
            return {"action": "append"}
        return {"nargs": "*", "default": None} if one.optional else {"nargs": "+"}  # without a default it is required
    if one.bare:
        return {"nargs": "?", "const": True}
    return {"nargs": "?"} if one.optional else {}


def converter(one, read):
    """A type for argparse."""

    def convert(word):
        try:
            return read(one, word)
        except ValueError as error:
            raise ArgumentTypeError(str(error)) from None

    return convert
