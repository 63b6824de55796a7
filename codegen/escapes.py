"""Escapes of the languages that the press writes."""

import re


def shell(text):
    """Text in single quotes for bash and zsh."""
    return f"'{shell_part(text)}'"


def shell_part(text):
    """Text inside single quotes that stand around more, for bash and zsh."""
    return text.replace("'", "'\\''")


def fish(text):
    """Text in single quotes for fish."""
    return f"'{fish_part(text)}'"


def fish_part(text):
    """Text inside single quotes that stand around more, for fish."""
    return text.replace("\\", "\\\\").replace("'", "\\'")


def escaped(word):
    """A word as a shell reads it without quotes."""
    return re.sub(r"[^\w./+@%,-]", r"\\\g<0>", word)


def powershell(text):
    """Text in single quotes for PowerShell, to which curly ones are quotes, too."""
    for sign in "'‘’":
        text = text.replace(sign, sign * 2)
    return f"'{text}'"


def zsh(text):
    """Text for the description of an ``_arguments`` spec, inside single quotes."""
    for sign in ("\\", "[", "]", ":"):
        text = text.replace(sign, f"\\{sign}")
    return shell_part(text)
