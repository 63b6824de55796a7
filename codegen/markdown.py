"""Escapes of Markdown (CommonMark with tables): text stays text, wherever it stands."""

import re
from textwrap import dedent

from cometapi.manifest.page import blocks

SIGNS = re.compile(
    r"[`*]"  # code, emphasis
    r"|(?<!\w)_|_(?!\w)"  # emphasis, but not inside a name
    r"|<(?=[a-zA-Z/!?])|&(?=#?\w+;)"  # HTML
    r"|\](?=[(\[:])"  # the end of what would be a link
    r"|~(?=~)"
    r"|\\(?=[!-/:-@\[-`{-~]|$)",
    re.MULTILINE,
)
STARTS = re.compile(r"^(\s*)(#(?=#*(?:\s|$))|[-+](?=\s|$)|[-=](?=[-=]*\s*$)|>)", re.MULTILINE)
NUMBERS = re.compile(r"^(\s*\d+)(?=[.)](?:\s|$))", re.MULTILINE)


def text(value):
    """Text in which no sign means anything."""
    return NUMBERS.sub(r"\1\\", STARTS.sub(r"\1\\\2", SIGNS.sub(r"\\\g<0>", value)))


def cell(value):
    """The same for a cell of a table."""
    return text(" ".join(value.split("\n"))).replace("|", "\\|")


def code(value):
    """Text as code, between as many backticks as it takes."""
    marks = "`" * (longest(value) + 1)
    pad = " " if value[:1] == "`" or value[-1:] == "`" else ""
    return f"{marks}{pad}{value}{pad}{marks}"


def cell_code(value):
    """The same in a cell of a table."""
    return code(value).replace("|", "\\|")


def listing(value, language=""):
    """Lines that stay as they are."""
    marks = "`" * max(3, longest(value) + 1)
    return f"{marks}{language}\n{value.strip(chr(10))}\n{marks}"


def longest(value):
    """How many backticks stand in a row."""
    return max(map(len, re.findall("`+", value)), default=0)


def prose(value):
    """Paragraphs, examples, lists; words in backticks are code."""
    return "\n\n".join(RENDER[kind](lines) for kind, lines in blocks(value))


def spoken(value):
    """Text in which words in backticks are code."""
    parts = value.split("`")
    if len(parts) % 2 == 0 or "" in parts[1::2]:  # a backtick that is alone, or two of them
        return text(value)
    joined = "".join(code(one) if at % 2 else SIGNS.sub(r"\\\g<0>", one) for at, one in enumerate(parts))
    return NUMBERS.sub(r"\1\\", STARTS.sub(r"\1\\\2", joined))


RENDER = {
    "paragraph": lambda lines: spoken("\n".join(lines)),
    "example": lambda lines: listing(dedent("\n".join(lines))),
    "list": lambda entries: "\n".join(f"- {spoken(one)}" for one in entries),
}
