"""Escapes of the languages that the press writes."""

import re


def cell(text):
    """Text for a cell of a Markdown table."""
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")


def code(text):
    """Text as code in Markdown."""
    return f"`{text}`"


def shell(text):
    """Text in single quotes for bash and zsh."""
    return "'" + text.replace("'", "'\\''") + "'"


def fish(text):
    """Text in single quotes for fish."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def powershell(text):
    """Text in single quotes for PowerShell, to which curly ones are quotes, too."""
    for sign in "'‘’":
        text = text.replace(sign, sign * 2)
    return f"'{text}'"


def zsh(text):
    """Text for the description of an ``_arguments`` spec, inside single quotes."""
    for sign in ("\\", "[", "]", ":"):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("'", "'\\''")


def fence(text):
    """A fence of Markdown that a text cannot close."""
    longest = max(map(len, re.findall("^ *(`+)", text, re.MULTILINE)), default=0)
    return "`" * max(3, longest + 1)
