"""What is wrong with a file that YAML cannot read, in words for the person who wrote it."""

import re

INDENTED = "The indentation of this line fits none of the keys above it."
NO_COLON = "There is no colon and space after the key of this line."
UNCLOSED = "This quote is not closed."
QUOTES = "put the text in quotes"


def fault(error, text):
    """``(line, sentence)`` of a YAMLError or UnicodeDecodeError about ``text``; lines count from 1."""
    if isinstance(error, UnicodeDecodeError):
        return 1, "This is not text in UTF-8."
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return 1, f"Invalid YAML: {problem}."
    judge = next((one for pattern, one in JUDGES if re.search(pattern, problem)), None)
    found = judge(Place(error, text)) if judge else None
    return found or (mark.line + 1, f"Invalid YAML: {problem}.")


class Place:
    """Where YAML gave up: the line, what stands in it, the sign at fault, and the line of what it was reading."""

    def __init__(self, error, text):
        mark, context = error.problem_mark, error.context_mark
        self.lines = text.splitlines()
        self.number = mark.line + 1
        self.line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        self.column = mark.column
        self.before = self.line[: mark.column]
        self.sign = (error.problem.rpartition("'")[0].rpartition("'")[2]).replace("\\t", "\t")
        self.opened = context.line + 1 if context else self.number
        self.start = context.column if context else 0
        self.opening = self.lines[context.line][context.column] if context else ""

    @property
    def begins_line(self):
        """Whether nothing but spaces stands before it."""
        return not self.before.strip()


def within_brackets(place):
    """A list or mapping in brackets that does not go on as it should."""
    for number in range(place.opened, place.number):
        if re.search(r"\s#", place.lines[number - 1]):
            return number, f"What follows # is a comment; {QUOTES}."
    if place.number > place.opened:
        return place.opened, f"This {place.opening} is not closed."
    sign = {":": "A colon", "?": "A question mark"}.get(place.sign, place.sign)
    closing = {"{": "{ }", "[": "[ ]"}[place.opening]
    return place.number, f"{sign} has a special meaning inside {closing}; {QUOTES}."


def second_colon(place):
    """A colon where no key can end: after a first one, in a line of its own depth, or below a key without one."""
    if re.search(r":\s", place.before):
        return place.number, f"A colon and a space end a key; {QUOTES}."
    above = next((number for number in range(place.number - 1, 0, -1) if place.lines[number - 1].strip()), None)
    if above and depth(place.lines[above - 1]) == depth(place.line):
        return above, NO_COLON
    return place.number, INDENTED


def depth(line):
    """How far a line is indented."""
    return len(line) - len(line.lstrip(" "))


def block_end(place):
    """A line, or the rest of one, that belongs to nothing."""
    if place.begins_line:
        return place.number, INDENTED
    if place.before.count('"') % 2:  # a quote of a line above ends here, so it was to end before
        above = [number for number in range(1, place.number) if place.lines[number - 1].count('"') % 2]
        return (above or [place.number])[-1], UNCLOSED
    return place.number, "Text follows a closing quote or bracket; put all of it in quotes."


def first_sign(place):
    """A sign that no text can begin with."""
    if place.sign == "\t":
        return place.number, "This line is indented with a tab; use spaces."
    return place.number, f"A text cannot begin with {place.sign}; {QUOTES}."


def first_of_name(place):
    """A sign that begins the name of an anchor or alias, without a name."""
    return place.opened, f"A text cannot begin with {place.opening}; {QUOTES}."


def no_colon(place):
    """A key with nothing but the next line behind it."""
    return place.opened, NO_COLON


def open_quote(place):
    """A quote without an end, which a question mark inside brackets may have begun."""
    before = place.lines[place.opened - 1][: place.start]
    if before.endswith("?") and re.search(r"[{[]", before):
        return place.opened, f"A question mark has a special meaning inside {{ }}; {QUOTES}."
    return place.opened, UNCLOSED


# What PyYAML's problem looks like, and who knows what the writer has done.
JUDGES = [
    (r"^expected ',' or '[}\]]'", within_brackets),
    (r"^mapping values are not allowed here", second_colon),
    (r"^expected <block end>, but found '<(block mapping start|scalar)>'", block_end),
    (r"^found character '.*' that cannot start any token", first_sign),
    (r"^expected alphabetic or numeric character", first_of_name),
    (r"^could not find expected ':'", no_colon),
    (r"^found unexpected end of stream", open_quote),
]
