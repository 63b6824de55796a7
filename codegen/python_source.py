"""Python literals and calls, laid out as the formatter would lay them out."""

import json

LINE = 120  # columns of Python, as pyproject.toml says for the formatter


def literal(value, indent=0, before=0):
    """A Python literal: on one line where it fits, else one item a line. ``before`` counts what stands before it."""
    flat = flat_literal(value)
    if len(flat) + indent + before <= LINE or not isinstance(value, dict | list | tuple) or not value:
        return flat
    inner = indent + 4
    pad = " " * inner
    if isinstance(value, dict):
        items = []
        for key, item in value.items():
            head = f"{flat_literal(key)}: "
            items.append(f"{pad}{head}{literal(item, inner, len(head) + 1)},")
        return "\n".join(["{", *items, " " * indent + "}"])
    opening, closing = ("[", "]") if isinstance(value, list) else ("(", ")")
    items = [f"{pad}{literal(item, inner, 1)}," for item in value]
    return "\n".join([opening, *items, " " * indent + closing])


def flat_literal(value):
    """A Python literal on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{flat_literal(key)}: {flat_literal(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flat_literal(item) for item in value) + "]"
    if isinstance(value, tuple):
        return "(" + ", ".join(flat_literal(item) for item in value) + ("," if len(value) == 1 else "") + ")"
    return quoted(value) if isinstance(value, str) else repr(value)


def quoted(text):
    """A string literal with the quotes that the formatter prefers."""
    double = json.dumps(text, ensure_ascii=False)
    if text.count('"') <= text.count("'"):
        return double
    return "'" + double[1:-1].replace('\\"', '"').replace("'", "\\'") + "'"


def text_literal(text):
    """A text of several lines as a triple-quoted literal."""
    escaped = text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    return f'"""\\\n{escaped}"""'


def command_data(command):
    """The facts of a command that the runtime reads."""
    data = {"name": command.words, "effect": command.effect, "cost": command.cost}
    if command.run:
        data["run"] = command.run
    in_order = [*command.own, *command.shared]  # the manifest's order is the order of what `/-` appends
    data["arguments"] = facts_of(in_order)
    data["routes"] = command.routes
    if command.stream:
        data["stream"] = command.stream
    if command.limits:
        data["limits"] = command.limits
    for key in ("wait", "then", "asks"):
        if getattr(command, key):
            data[key] = getattr(command, key)
    return data


def facts_of(arguments):
    """Name to facts of what is more than another word for an argument and its value."""
    return {one.dest: argument_facts(one) for one in arguments if not one.stands_for}


def argument_facts(one):
    """The facts of an argument that parsing does not need or that outlive it; what is not said is left out."""
    facts = {
        "flag": one.flag,
        "default": one.default,
        "default_from": one.default_from,
        "stdin": one.stdin or None,
        "to": one.to,
        "as": one.shape,
        "part": one.part,
        "joins": one.joins,
        "plain": one.plain,
        "instead": one.instead,
        "words": one.words,
        "choices": one.about or one.choices,
        "complete": one.complete,
        "file": one.type == "file" or None,
        "match": one.match,
        "find": one.find,
        "needs": one.needs,
        "excludes": one.excludes,
        "not_after": one.not_after,
    }
    return {key: value for key, value in facts.items() if value is not None}


def flags_of(arguments):
    """Flag to whether a value follows it."""
    flags = {}
    for one in arguments:
        flags.update(dict.fromkeys(one.flags, one.takes_value))
        if one.negative:
            flags[one.negative] = False
    return flags


def argument_call(one):
    """The ``add_argument`` calls of one argument, as lines of Python."""
    words = [quoted(flag) for flag in one.flags] or [quoted(one.dest)]
    facts = {"dest": quoted(one.dest)} if one.flags else {}
    if one.stands_for:
        facts = {"dest": quoted(one.stands_for[0]), "action": '"store_const"', "const": quoted(one.stands_for[1])}
    elif one.switch:
        facts |= {"action": '"store_const"', "const": "True"}
    else:
        facts |= value_facts(one)
    facts["help"] = quoted(one.help.replace("%", "%%"))
    calls = [call_lines([*words, *(f"{key}={value}" for key, value in facts.items())])]
    if one.negative:
        negative = {**facts, "const": "False", "help": quoted(f"The opposite of {one.flag}.")}
        calls.append(call_lines([quoted(one.negative), *(f"{key}={value}" for key, value in negative.items())]))
    return "\n".join(calls)


def value_facts(one):
    """The keywords of an argument that takes a value."""
    facts = {}
    if one.repeat:
        facts |= {"nargs": quoted("*" if one.optional else "+")} if one.positional else {"action": '"append"'}
    elif one.optional:
        facts["nargs"] = '"?"'
    kind = type_of(one)
    if kind:
        facts["type"] = kind
    facts["metavar"] = quoted(one.metavar)
    return facts


def type_of(one):
    """The expression of an argument's type, None for text as it is."""
    if one.choices and not (one.positional and one.repeat):  # several words may make one name there
        return f"types.choice({', '.join(quoted(word) for word in one.choices)})"
    if one.split:
        return "types.words"
    low, high = one.range or (None, None)
    bounds = ", ".join(f"{name}={value}" for name, value in (("low", low), ("high", high)) if value is not None)
    calls = {"integer": f"types.integer({bounds})", "number": f"types.number({bounds})"}
    calls |= {"timestamp": "types.timestamp()", "end_timestamp": "types.timestamp(end=True)"}
    return calls.get(one.type) or TYPES.get(one.type)


TYPES = {
    "lower": "str.lower",
    "upper": "str.upper",
    "json": "types.json_fields",
    "file": "types.file",
    "folder": "types.folder",
    "url": "types.url",
    "failure": "types.failure",
    "assignment": 'types.read_by("assignment")',
    "pair": 'types.read_by("pair")',
    "message": 'types.read_by("message")',
    "lat_lng": 'types.read_by("lat_lng")',
    "json_object": 'types.read_by("json_object_file")',
    "json_list": 'types.read_by("json_list_file")',
    "declarations": 'types.read_by("declarations")',
    "schema": 'types.read_by("schema_file")',
    "image": 'types.read_by("image")',
    "audio": 'types.read_by("audio")',
    "video": 'types.read_by("video")',
    "medium": 'types.read_by("any_medium")',
    "audio_file": 'types.read_by("audio_file")',
    "medium_file": 'types.read_by("medium_file")',
}


def uses_types(arguments):
    """Whether one of the arguments has a type that the room of types has to supply."""
    return any("types." in (type_of(one) or "") for one in arguments if one.takes_value)


def call_lines(parts):
    """One ``parser.add_argument`` call, on one line where it fits."""
    flat = f"    parser.add_argument({', '.join(parts)})"
    if len(flat) <= LINE:
        return flat
    return "\n".join(["    parser.add_argument(", *(f"{within(part)}," for part in parts), "    )"])


def within(part, indent=8):
    """One argument of a call in lines of its own: a call of words that is too long for one has its words below it."""
    pad = " " * indent
    opening, mark, words = part.partition("(")
    if len(part) + indent < LINE or not mark:
        return f"{pad}{part}"
    inner = f"{pad}    {words[:-1]}"
    if len(inner) <= LINE:
        return f"{pad}{opening}(\n{inner}\n{pad})"
    return "\n".join([f"{pad}{opening}(", *(f"{pad}    {word}," for word in words[:-1].split(", ")), f"{pad})"])
