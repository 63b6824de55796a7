"""The examples of the manifest, read by the very parsers that the program makes of it."""

import re
import shlex

from cometapi.cli import types
from cometapi.cli.words import values
from cometapi.errors import UsageError
from cometapi.manifest.arguments import whole
from cometapi.manifest.value_types import FILE_TYPES


def check_examples(sources, model):
    """Examples that do not call their command, or that the command's own parser refuses."""
    findings = []
    for command in model.commands:
        data = whole(command.data, model.sets)
        for number, example in enumerate(command.examples):
            fault = example_fault(example["run"], data, model.name)
            if fault:
                findings.append(sources.commands[command.stem].finding(("examples", number, "run"), fault))
    return findings


def example_fault(line, command, program):
    """Why an example cannot be typed as it stands, or None."""
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
        values(command, [*words[:at], *words[at + len(name) :]], environ={}, read=read_anywhere)
    except UsageError as error:
        return f"The command refuses this example: {error.message}"
    return None


def read_anywhere(argument, word):
    """The value of a word; a file that an example names is on the reader's machine, not on this one."""
    return word if argument.type in FILE_TYPES else types.read(argument, word)


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
