"""Examples of command lines, tried with the parser of their command: nothing is run."""

import re
import shlex

from cometapi.cli import types
from cometapi.cli.files import Unreadable
from cometapi.cli.words import values
from cometapi.errors import UsageError
from cometapi.manifest.value_types import FILE_TYPES, MEDIA_TYPES


def is_readable(line):
    """Whether a shell can take a line apart."""
    try:
        return bool(shlex.split(line))
    except ValueError:
        return False


def example_fault(line, command, program, read):
    """Why an example is invalid, or None."""
    try:
        words = call_words(line, program)
    except ValueError as error:
        return f"A shell cannot read this example: {error}."
    if words is None:
        return f"This example does not call {program}."
    name = command["name"].split()
    at = next((number for number in range(len(words)) if words[number : number + len(name)] == name), None)
    if at is None:
        return f"This example does not call {command['name']}."
    try:
        values(command, [*words[:at], *words[at + len(name) :]], environ={}, read=read)
    except UsageError as error:
        return f"The command refuses this example: {error.message}"
    return None


def reader(named_choices):
    """What makes a value of an argument and a word. Lists of choices that have a name are this manifest's, not those of
    the program that was pressed last; a file that an example names is on its reader's machine.
    """

    def read(argument, word):
        if argument.type in {"folder", *FILE_TYPES, *MEDIA_TYPES}:
            return word
        if isinstance(argument.choices, str) and not argument.repeat:
            return types.one_of(word, named_choices[argument.choices])
        try:
            return types.read(argument, word)
        except Unreadable:
            return word

    return read


def call_words(line, program):
    """The words after the program's name in a shell line, up to a pipe, redirection or bracket; None without the name."""
    inner = re.search(rf"(?:^|[\s(]){re.escape(program)}\s(.*)", line)
    if not inner:
        return None
    text = inner.group(1)
    if f"$({program}" in line:
        text = text.partition(")")[0]
    lexer = shlex.shlex(text, posix=True, punctuation_chars="|&;()<>")
    lexer.whitespace_split = True
    words = []
    for word in lexer:
        if set(word) <= set("|&;()<>"):
            break
        words.append(word)
    return words
