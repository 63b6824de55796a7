"""Words of the command line to values: the walk over options, the types, and the sentences about wrong words.

Nothing is imported before a command's words are really parsed.
"""

from cometapi.cli import assignments, relations, succession
from cometapi.cli.unknown import meant_option, unexpected, unknown_option
from cometapi.errors import UsageError
from cometapi.manifest.arguments import Argument, Flags, flag_of, spellings


def values(command, argv, environ, read=None):
    """What was given to a command: a dict from argument name to value, holding nothing that was not given.

    ``command`` are its data, ``environ`` is the environment, ``read`` makes a value of an Argument and a word in place of ``types.read``. Raises
    UsageError with a sentence that names the argument.
    """
    return values_and_notes(command, argv, environ, read)[0]


def values_and_notes(command, argv, environ, read=None, defaults=()):
    """The same with notes about words that were interpreted differently: ``(values, sentences)``.

    ``defaults`` are layers of words, weakest first, which those of ``argv`` replace: each is what ``walk`` gives.
    """
    arguments = command["arguments"]
    options, positionals = walk(argv, Flags(arguments, command["name"]))
    if defaults:
        from cometapi.cli.layers import merged

        options, positionals = merged(arguments, [*defaults, (options, positionals)])
    options, notes = assignments.handed_on(arguments, options)
    relations.check_once(arguments, options)
    try:
        words = [*options, "--", *map(shielded, positionals)] if positionals else options
        given = vars(parser(command["name"], concerned(arguments, options), read).parse_args(words))
    except Unexpected as error:
        raise unexpected(command, positionals, error.words) from None
    except ValueError as error:
        raise UsageError(str(error), hint=meant_option(arguments, options)) from None
    given = {name: value for name, value in given.items() if value not in (None, [])}
    given, warnings = succession.handed_over(arguments, given, environ)
    relations.check(command, given, environ)
    return given, [*warnings, *notes]


def concerned(arguments, options):
    """The arguments that some words are about: the positionals, and the options among the words.

    argparse takes longer to declare a hundred options than the rest of a call takes.
    """
    typed = {relations.flag_in(word) for word in options}
    return [
        Argument(name, data)
        for name, data in arguments.items()
        if "flags" not in data or not typed.isdisjoint(spellings(data))
    ]


class Unexpected(Exception):
    """Words that no argument takes."""

    def __init__(self, words):
        super().__init__(words)
        self.words = words


def parser(name, arguments, read=None):
    """The argparse parser of some arguments, raising ValueError where argparse would exit."""
    import argparse

    from cometapi.cli import types
    from cometapi.manifest.declare import declare

    class Parser(argparse.ArgumentParser):
        def error(self, message):
            unrecognized = "unrecognized arguments: "
            if message.startswith(unrecognized):
                raise Unexpected(message.removeprefix(unrecognized).removeprefix("-- ").split(" "))
            raise ValueError(sentence(message))

    def formatter(prog):  # of a text that nobody sees; for its usual width it would ask the terminal, by way of shutil
        return argparse.HelpFormatter(prog, width=80)

    result = Parser(prog=name, add_help=False, allow_abbrev=False, formatter_class=formatter)
    reader = read or types.read
    declare(result, arguments, lambda argument, text: reader(argument, "--" if text == SHIELDED else text))
    return result


SHIELDED = "\0--"  # what no word of a command line can be


def shielded(value):
    """A value as argparse may see it: from one that is ``--`` it would take that away, whatever option it belongs to."""
    return SHIELDED if value == "--" else value


def sentence(message):
    """argparse's message rephrased, with the argument's name first."""
    required = "the following arguments are required: "
    if message.startswith(required):
        *names, last = message.removeprefix(required).split(", ")
        return f"{', '.join(names)} and {last} are missing." if names else f"{last} is missing."
    name, colon, reason = message.removeprefix("argument ").partition(": ")
    told = f"{name.split('/')[0]} {reason}" if colon and not reason.startswith("Unknown ") else reason or message
    return told if told.endswith("?") else f"{told}."


def walk(argv, flags):
    """Tell options from positionals: ``(options, positionals)``, each option with its value in one or two words.

    ``flags`` maps each flag to whether a value follows it. ``--`` ends the options, a lone ``-`` is a positional, short
    flags may be joined (``-ab``, ``-fjson``). Raises UsageError for an unknown flag or a missing value.
    """
    options, positionals, words = [], [], iter(argv)
    for word in words:
        if word == "--":
            positionals.extend(words)
        elif word == "-" or not word.startswith("-") or is_number(word) or is_text(word, flags):
            positionals.append(word)
        elif word.startswith("--"):
            options.extend(long_option(word, words, flags))
        else:
            options.extend(short_options(word, words, flags))
    return options, positionals


def root_option(rest):
    """Remove one option before the command, with its value, from ``rest``; returns words for argparse."""
    from cometapi.generated import options
    from cometapi.manifest.arguments import root_arguments

    flags = Flags({one.dest: one.data for one in root_arguments(options.SETS, options.ROOT)})
    words = iter(lambda: rest.pop(0) if rest else None, None)
    word = next(words)
    return (long_option if word.startswith("--") else short_options)(word, words, flags)


def is_number(word):
    """Whether the word is a negative number rather than an option."""
    return word[1:].replace(".", "", 1).isdecimal()


def is_text(word, flags):
    """Whether a word with a dash is what a command looks for, and neither an option of it nor one that was mistyped."""
    if not any(facts.get("dashes") for facts in flags.arguments.values()):
        return False
    from cometapi.suggest import nearest

    name = word.partition("=")[0] if word.startswith("--") else word[:2]
    return name not in flags and nearest(name, flags.offered) is None


def long_option(word, words, flags):
    """``--name``, ``--name=value`` or ``--name value`` as one word of argparse."""
    name, equals, value = word.partition("=")
    if name not in flags:
        raise unknown_option(name, flags)
    if not flags[name]:
        if equals and name not in flags.bare:
            raise UsageError(f"{name} takes no value.")
        if equals and not value.strip():
            raise UsageError(f"{name}= needs a value.", hint=f"Without one, it is {name} alone.")
        return [word]
    return [f"{name}={shielded(value) if equals else following(name, words, flags)}"]


def short_options(word, words, flags):
    """``-a``, ``-ab``, ``-fvalue`` or ``-f value`` as words of argparse."""
    found = []
    for number, letter in enumerate(word[1:], 1):
        name = f"-{letter}"
        if letter == "=" and found and found[-1] in flags.bare:
            raise UsageError(f"{found[-1]} takes no value.", hint=value_of_bare(found[-1], flags, word[number + 1 :]))
        if name not in flags:
            shown = name if number > 1 or len(word) == 2 else word
            raise unknown_option(shown, flags)
        if not flags[name]:
            found.append(name)
            continue
        rest = word[number + 1 :]
        value = shielded(rest.removeprefix("=")) if rest else following(name, words, flags)
        return [*found, *([f"{name}{value}"] if value.startswith("-") else [name, value])]
    return found


def value_of_bare(letter, flags, value):
    """How a value is given to an option whose letter takes none."""
    from shlex import quote

    data = next(data for data in flags.arguments.values() if letter in spellings(data))
    return f"A value is given as {flag_of(data)}={quote(value)}"


def following(name, words, flags):
    """The word after an option that wants a value; another option does not count as one."""
    value = next(words, None)
    if value in (None, "--") or value.partition("=")[0] in flags:
        raise UsageError(f"{name} needs a value.")
    return value


def behaviours(arguments):
    """What arguments do for the runtime: a dict from the manifest's ``does`` to the argument's name."""
    return {facts["does"]: name for name, facts in arguments.items() if "does" in facts}
