"""The short form of a schema, ``name, age int, tags [str]: what they are``, made into a JSON Schema.

Fields are separated by commas or new lines. A field is a name, after it a type where it is no text (in brackets where it is
a list), and after a colon what it is. That goes on to the end of the line, over commas too, unless what follows a comma is
plainly a field: it has a type or a colon of its own.
"""

import re

from cometapi.suggest import meant, nearest

TYPES = {
    "str": "string",
    "int": "integer",
    "float": "number",
    "bool": "boolean",
    "string": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
}
SHOWN = ("str", "int", "float", "bool")
DEEPEST = 8  # lists inside of lists
FORM = "name, age int, tags [str]: what they are"
_NAME = r"[^\W\d][\w-]*"
_BEGINNING = re.compile(rf"\s*{_NAME}(?:\s+\[*\s*(\w+)\s*\]*)?\s*(:(?!//)|,|$)")


def schema(text):
    """The JSON Schema of an object: a dict. Raises ValueError with the end of a sentence for anything but the short form."""
    fields = [field(one) for one in parts(text)]
    if not fields:
        raise ValueError("must not be empty")
    names = [name for name, _ in fields]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise ValueError(f"must name each field once, but {twice!r} is there twice")
    return {
        "type": "object",
        "properties": dict(fields),
        "required": names,
        "additionalProperties": False,
    }


def parts(text):
    """The texts of the fields in their order; raises ValueError for a comma with no field before or after it."""
    found, is_open = [], False  # whether a field has to follow
    for line in filter(str.strip, text.splitlines()):
        cut = split(line)
        if not cut[-1].strip() and len(cut) > 1:
            cut, is_open = cut[:-1], True
        else:
            is_open = False
        found += cut
    if is_open or any(not one.strip() for one in found):
        raise ValueError(f"must have a field on both sides of each comma, not {shown(text)}")
    return found


def split(line):
    """A line cut at the commas that end a field."""
    found, rest = [], line
    while True:
        head, comma, tail = rest.partition(",")
        while ":" in head and comma and not is_field(tail):
            more, comma, tail = tail.partition(",")
            head = f"{head},{more}"
        found.append(head)
        if not comma:
            return found
        rest = tail


def is_field(text):
    """Whether what follows a comma in a description is plainly a field: by its type, or by a colon behind its name."""
    found = _BEGINNING.match(text)
    if not found:
        return False
    kind, mark = found.groups()
    return mark == ":" if kind is None else kind in TYPES or (mark == ":" and nearest(kind, TYPES) is not None)


def field(text):
    """``(name, schema)`` of one field; raises ValueError with the end of a sentence."""
    head, colon, told = (" ".join(part.split()) for part in text.partition(":"))
    name, _, kind = head.partition(" ") if "[" not in head else spaced(head)
    if not name:
        raise ValueError(f"must begin each field with a name, not {shown(text)}")
    if not re.fullmatch(_NAME, name):
        raise ValueError(f"must have names of letters, digits, _ and -, such as {FORM!r}; {shown(name)} is none")
    if colon and not told:
        raise ValueError(f"must say after the colon what {name} is, or leave the colon out")
    made = typed(kind.strip() or "str", name, head)
    return name, {**made, "description": told} if colon else made


def spaced(head):
    """Name and type of a field whose type is a list; a space stands between the two."""
    before, bracket, after = head.partition("[")
    if before and not before[-1].isspace():
        raise ValueError(f"must have a space between a name and its type, not {shown(head)}")
    name, _, more = before.strip().partition(" ")
    return name, bracket, f"{more}{bracket}{after}"


def typed(kind, name, head):
    """The schema of a type; raises ValueError with the end of a sentence."""
    word = kind
    depth = 0
    while word.startswith("["):
        if not word.endswith("]"):
            raise ValueError(f"must close the list of {name} with ], as in {name} [str], not {shown(head)}")
        word, depth = word[1:-1].strip(), depth + 1
    if depth > DEEPEST:
        raise ValueError(f"must nest lists at most {DEEPEST} deep, and {name} is deeper")
    if word not in TYPES:
        raise ValueError(misfit(word, name, head))
    made = {"type": TYPES[word]}
    for _ in range(depth):
        made = {"type": "array", "items": made}
    return made


def misfit(word, name, head):
    """Why a word is no type, as the end of a sentence."""
    known = f"the types are {', '.join(SHOWN)}, and [str] for a list"
    if not word:
        return f"must say of what {name} is a list, as in {name} [str]"
    if len(word.split()) > 1:
        return f"must have one type a field, and a colon before what it is, not {shown(head)}; {known}"
    if set("[]") & set(word):
        return f"must have brackets in pairs around a type, as in {name} [str], not {shown(head)}"
    return f"does not know the type {word!r} of {name}{meant(word, TYPES).rstrip('.')}; {known}"


def shown(text):
    """A part of the short form as a sentence quotes it."""
    told = " ".join(text.split())
    return repr(told if len(told) <= 60 else f"{told[:57]}...")
