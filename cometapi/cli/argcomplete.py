"""The commands as one argparse parser, for argcomplete to walk when a shell's Tab asks through it."""

import argparse

from cometapi.cli import types
from cometapi.cli.completion import commands, load, values
from cometapi.cli.kept import OWN_COMMANDS, kept_words
from cometapi.generated import index
from cometapi.manifest.declare import declare


def tree(environ):
    """The parser of the program: a subparser a word, with arguments where the typed line names the command."""
    line = environ.get("COMP_LINE", "").split()
    root = argparse.ArgumentParser(prog=index.PROGRAM, allow_abbrev=False)
    complete(root, "", environ)
    root.add_argument("-V", "--version", action="store_true", help="Show the version.")
    words, meanings = {"": root.add_subparsers()}, commands()
    for name in sorted(meanings, key=str.split):
        group, _, word = name.rpartition(" ")
        parser = words[group].add_parser(word, help=meanings[name], allow_abbrev=False)
        if name in index.COMMANDS and set(name.split()) <= set(line):
            complete(parser, name, environ)
        if name in index.GROUPS:
            words[name] = parser.add_subparsers()
    for name, value in kept_words(environ, OWN_COMMANDS).items():
        if name not in meanings:
            words[""].add_parser(name, help=value, allow_abbrev=False)
    return root


def complete(parser, name, environ):
    """Declare the arguments of a command, each with what completes its values."""
    arguments = [one for one in load(name) if not one.hidden]
    for one, action in zip(arguments, declare(parser, arguments, types.read), strict=True):
        if one.has_value:
            action.completer = completer(one, arguments, environ)


def completer(argument, arguments, environ):
    """What argcomplete asks for the values of an argument among the others of its command."""

    def offered(prefix, parsed_args, **_):
        given = getattr(parsed_args, argument.dest, None)
        before = given if argument.positional and argument.repeat and isinstance(given, list) else ()
        named = (getattr(parsed_args, one.dest, None) for one in arguments if one.does == "setting")
        return values(argument, environ, prefix, before, next(named, None))

    return offered
