"""The language of man pages. Everything is written as text lines: macro arguments would swallow quotes."""

import re
from textwrap import dedent

from cometapi.manifest.page import blocks

# A bare apostrophe, grave, hyphen, tilde or caret may come out as a typographic one, which no shell understands.
SIGNS = {"\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "~": "\\(ti", "^": "\\(ha"}
TABLE = str.maketrans(SIGNS)


def plain(text):
    """Text as it is."""
    return guarded(text.translate(TABLE))


def guarded(text):
    """Text whose lines are no requests, though one may begin with a dot."""
    return "\n".join(f"\\&{line}" if line.startswith(".") else line for line in text.split("\n"))


def bold(text):
    """Text that is typed as it stands."""
    return f"\\fB{text.translate(TABLE)}\\fR"


def italic(text):
    """A word that stands for another."""
    return f"\\fI{text.translate(TABLE)}\\fR"


def signature(text):
    """``-m, --model MODEL`` or ``[MESSAGE]``: what is typed in bold, what is replaced in italics."""
    return re.sub(r"[^\s,\[\]]+", lambda word: bold(word[0]) if word[0].startswith("-") else italic(word[0]), text)


def usage(text, words):
    """A usage line: the command's words in bold, what follows like a signature."""
    return f"{bold(words)}{signature(text.removeprefix(words))}"


def argument(text):
    """Text as the arguments of a macro, in which quotes mean something."""
    return text.translate(TABLE).replace('"', "\\(dq")


def prose(text):
    """Paragraphs, examples line by line, lists; words in backticks are bold."""
    found = [(kind, RENDER[kind](lines)) for kind, lines in blocks(text)]
    return "".join(f"{BEFORE[kind] if at else ''}{one}\n" for at, (kind, one) in enumerate(found)).removesuffix("\n")


def paragraph(lines):
    """One paragraph."""
    return spoken("\n".join(lines))


def example(lines):
    """Lines that are kept as they are, but for the indentation that all of them have."""
    kept = (plain(line) for line in dedent("\n".join(lines)).split("\n"))
    return "\n".join([".RS 4", ".nf", *kept, ".fi", ".RE"])


def listing(entries):
    """A list."""
    return "\n".join(f".IP \\(bu 2\n{spoken(one)}" for one in entries)


def spoken(text):
    """Text in which words in backticks are bold."""
    parts = text.split("`")
    if len(parts) % 2 == 0 or "" in parts[1::2]:  # a backtick that is alone, or two of them
        return plain(text)
    return guarded("".join(bold(one) if at % 2 else one.translate(TABLE) for at, one in enumerate(parts)))


BEFORE = {"paragraph": ".PP\n", "example": ".PP\n", "list": ""}  # what parts a block from the one before it
RENDER = {"paragraph": paragraph, "example": example, "list": listing}
