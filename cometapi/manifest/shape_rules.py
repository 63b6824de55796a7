"""Rules about shapes: what a ``$`` in them names has to be there when a value is put into them."""

import re

from cometapi.manifest.compile import dest
from cometapi.manifest.traverse import arguments_of, declared_arguments, every_argument, shape_of, unknown
from cometapi.manifest.value_types import OPEN, PARTS

NAME = re.compile(r"\$([a-z_][a-z0-9_]*)(?:\.(.+))?")
REFUSAL = ("status", "message", "word")  # parts that the sandbox gives the value of a refusal
TOOL_RESULT = ("id", "name", "result")  # and the program that of a tool's result
ANY_PART = sorted({part for parts in PARTS.values() for part in parts})


def shapes_are_filled(sources):
    """Names in the shapes of arguments that nothing supplies."""
    program = sources.program.data
    every = {name: item for source in sources.commands.values() for name, item in own_arguments(source.data).items()}
    for source in [sources.program, *sources.commands.values()]:
        others = every if source is sources.program else own_arguments(source.data)
        for path, item in declared_arguments(source.data):
            parts = None if item.get("type") in OPEN else tuple(PARTS.get(item.get("type"), ()))
            shape, is_shared = shape_of(item, program), is_name(item.get("as"))
            faults = shape_faults(shape, parts, others, "part" in item, program.get("shapes", {}) if is_shared else {})
            if is_shared and shape != item["as"]:  # what no value could supply is told where the shape stands
                faults = [one for one in faults if one not in shape_faults(shape, ANY_PART, every)]
            yield from (source.finding((*path, "as"), fault) for fault in faults)
            for fault in shape_faults(item.get("part"), parts, others):
                yield source.finding((*path, "part"), fault)


def own_arguments(data):
    """The arguments of a command's own file, by the name that shapes know them by."""
    return {dest(item): item for _, item in arguments_of(data)}


def is_name(shape):
    """Whether a shape is only a name, such as that of a shared shape."""
    return isinstance(shape, str) and shape.startswith("$")


def shared_shapes_are_filled(sources):
    """Names in the shapes of the program file, of its refusals and of its turns that nothing supplies."""
    data = sources.program.data
    every = {name: item for source in sources.commands.values() for name, item in own_arguments(source.data).items()}
    shapes = [(("shapes", name), shape, ANY_PART, every) for name, shape in data.get("shapes", {}).items()]
    for name, one in data["envelopes"].items():
        shapes.append((("envelopes", name, "refusal"), one.get("refusal"), REFUSAL, {}))
    for name, one in data["dialects"].items():
        turn = one.get("turn", {})
        shapes.append((("dialects", name, "turn", "result"), turn.get("result"), TOOL_RESULT, {}))
        shapes.append((("dialects", name, "turn", "together"), turn.get("together"), (), {}))
    for path, shape, parts, others in shapes:
        for fault in shape_faults(shape, parts, others):
            if sources.is_whole or not others:
                yield sources.program.finding(path, fault)


def shape_faults(shape, parts, others, has_parts=False, shared=()):
    """What is wrong with the names of a shape. ``parts`` are those of its value, None for any; ``others`` the arguments
    by name; ``has_parts`` is whether ``$parts`` stands for what joins the value; ``shared`` shapes that it could name.
    """
    faults = [name_fault(text, parts, others, has_parts, shared) for text in texts(shape)]
    return [fault for fault in faults if fault]


def texts(shape):
    """Every text of a shape that holds a dollar sign before a letter, and ``$first`` where it is no list."""
    if isinstance(shape, dict):
        for key, part in shape.items():
            if key == "$first" and not isinstance(part, list):
                yield "$first"
            yield from texts(part)
    elif isinstance(shape, list):
        for part in shape:
            yield from texts(part)
    elif isinstance(shape, str) and re.search(r"\$[a-z]", shape):
        yield shape


def name_fault(text, parts, others, has_parts, shared):
    """What is wrong with one text of a shape, None when nothing is."""
    found = NAME.fullmatch(text)
    if not found:
        return f"A name such as $value stands alone, and {text!r} has more beside it."
    name, part = found.groups()
    if name == "value":
        return part_fault(text, part, parts) if part and parts is not None else None
    if name == "first":
        return "$first is a key, and its value a list of shapes."
    if name == "parts" and has_parts:
        return None
    if name not in others:
        free = [other for other, item in others.items() if "to" not in item and "joins" not in item]
        return unknown(text, [f"${one}" for one in ("value", *shared, *free)])
    if "to" in others[name]:
        return f"{text} names an argument with a place of its own (to: {others[name]['to']}), which shapes do not see."
    return None


def part_fault(text, part, parts):
    """What is wrong with a part of the value, None when nothing is."""
    if part in parts:
        return None
    known = [f"$value.{one}" for one in parts]
    return unknown(text, known) if known else f"The value has no parts here, so there is no {text}."


def joins_lead_somewhere(sources):
    """``joins`` that names no argument, or one that has no ``part`` to be joined with."""
    for source in sources.commands.values():
        known = [dest(item) for _, item in every_argument(source.data, sources.program.data) if "part" in item]
        for path, item in declared_arguments(source.data):
            if "joins" in item and item["joins"] not in known:
                yield source.finding((*path, "joins"), unknown(item["joins"], known, "arguments with part are"))
