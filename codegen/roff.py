"""The language of man pages. Everything is written as text lines: macro arguments would swallow quotes."""

import re

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


def prose(text):
    """Paragraphs: indented ones are kept line by line, words in backticks are bold."""
    return "\n.PP\n".join(map(paragraph, re.split(r"\n\s*\n(?=.)", text.strip("\n"))))


def paragraph(text):
    """One paragraph."""
    if text.startswith(" "):
        lines = (plain(line.strip()) for line in text.splitlines())
        return "\n".join([".RS 4", ".nf", *lines, ".fi", ".RE"])
    parts = re.split(r"`([^`]+)`", text)
    return guarded("".join(bold(part) if number % 2 else part.translate(TABLE) for number, part in enumerate(parts)))
