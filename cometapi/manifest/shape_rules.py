"""Rules about shapes: what a ``$`` in them names has to be there when a value is put into them."""

import re
from dataclasses import dataclass, field, replace

from cometapi.manifest.compile_arguments import dest
from cometapi.manifest.traverse import (
    arguments_of,
    as_seen,
    declared_arguments,
    every_argument,
    placed_elsewhere,
    shape_of,
    unknown,
)
from cometapi.manifest.value_types import OPEN, PARTS, SENT

NAME = re.compile(r"\$([a-z_][a-z0-9_]*)(?:\.(.+))?")
REFUSAL = ("status", "message", "word")  # parts that the sandbox gives the value of a refusal
CONTEXT = ("context", "link")  # types whose values stand before the positional that they join
TOOL_RESULT = ("id", "name", "result")  # and the program that of a tool's result
ANY_PART = tuple(sorted({part for parts in PARTS.values() for part in parts}))


@dataclass
class Supply:
    """What the names of a shape can stand for: parts of its value (None for any), arguments by name, and ``$parts``.

    ``told`` are the names that a finding lists.
    """

    parts: tuple | None
    arguments: dict = field(default_factory=dict)
    has_parts: bool = False
    told: tuple = ("$value",)

    def faults(self, shape):
        """What is wrong with the names of a shape: a list of sentences."""
        return [fault for fault in map(self.fault, texts(shape)) if fault]

    def fault(self, text):
        """What is wrong with one text of a shape, None when nothing is."""
        found = NAME.fullmatch(text)
        if not found:
            return f"A name such as $value stands alone, and {text!r} has more beside it."
        name, part = found.groups()
        if name == "value":
            return self.part_fault(text, part)
        if name == "first":
            return "$first takes a list of shapes."
        if name in self.arguments:
            place = self.arguments[name].get("to")
            return f"{text} goes to {place}; a shape sees only arguments without a place." if place else None
        return None if name == "parts" and self.has_parts else unknown(text, self.told)

    def part_fault(self, text, part):
        """What is wrong with a part of the value, None when nothing is."""
        if part is None or self.parts is None or part in self.parts:
            return None
        if not self.parts:
            return f"The value has no parts here, so there is no {text}."
        return unknown(text, [f"$value.{one}" for one in self.parts])


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


def shapes_are_filled(sources):
    """Names in the shapes of arguments that nothing supplies."""
    for source in [sources.program, *sources.commands.values()]:
        program = as_seen(sources, source)
        arguments = every_own(sources) if source is sources.program else own_arguments(source.data)
        free = [f"${name}" for name, item in arguments.items() if "to" not in item and "attach_to" not in item]
        for path, item in [*declared_arguments(source.data), *placed_elsewhere(source.data)]:
            parts = None if item.get("type") in OPEN else tuple(PARTS.get(item.get("type"), ()))
            supply = Supply(parts, arguments, "item" in item, ("$value", *free))
            yield from (source.finding((*path, "as"), fault) for fault in faults_of_as(item, program, supply))
            supply.has_parts = False
            yield from (source.finding((*path, "item"), fault) for fault in supply.faults(item.get("item")))
            media, supply.parts = item.get("media", {}), tuple(SENT)
            faults = faults_of_as(media, program, supply)
            yield from (source.finding((*path, "media", "as"), fault) for fault in faults)


def faults_of_as(item, program, supply):
    """What is wrong with the shape of an argument; of a shared one, only what lies with the argument."""
    shape, name = shape_of(item, program), item.get("as")
    shared = program.get("shapes", {})
    if isinstance(name, str) and name.startswith("$") and shape == name:
        return replace(supply, told=(*supply.told, *(f"${one}" for one in shared))).faults(shape)
    faults = supply.faults(shape)
    return (
        faults if shape is name else [one for one in faults if one not in replace(supply, parts=ANY_PART).faults(shape)]
    )


def own_arguments(data):
    """The arguments of a command's own file, by the name that shapes know them by."""
    return {dest(item): item for _, item in arguments_of(data)}


def every_own(sources):
    """The own arguments of every command by name; of two of one name, one that shapes see."""
    items = [pair for source in sources.commands.values() for pair in own_arguments(source.data).items()]
    return dict(sorted(items, key=lambda pair: "to" not in pair[1]))


def shared_shapes_are_filled(sources):
    """Names in the shapes of protocols, in their refusals and in their turns that nothing supplies."""
    every = Supply(ANY_PART, every_own(sources))
    for source in sources.protocols.values():
        for path, shape, supply in shapes_of_protocol(source.data, every if sources.is_whole else None):
            yield from (source.finding(path, fault) for fault in supply.faults(shape))


def shapes_of_protocol(data, every):
    """The shapes of a protocol: (path, shape, Supply of its names), shared ones where ``every`` is known."""
    yield ("envelope", "refusal"), data["envelope"].get("refusal"), Supply(REFUSAL)
    turn = data.get("turn", {})
    yield ("turn", "result"), turn.get("result"), Supply(TOOL_RESULT)
    yield ("turn", "together"), turn.get("together"), Supply(())
    for role, shape in turn.get("roles", {}).items():
        yield ("turn", "roles", role), shape, Supply(())
    for name, shape in data.get("shapes", {}).items() if every else ():
        yield ("shapes", name), shape, every


def attachments_have_a_place(sources):
    """``attach_to`` that names no argument, or one that has no ``item`` to be joined with."""
    for source in sources.commands.values():
        known = [dest(item) for _, item in every_argument(source.data, sources.program.data) if "item" in item]
        for path, item in declared_arguments(source.data):
            if "attach_to" in item and item["attach_to"] not in known:
                yield source.finding((*path, "attach_to"), unknown(item["attach_to"], known, "arguments with item are"))


def context_has_its_media(sources):
    """Options of the type context or link with a shape of their own, or with a positional that has no ``media``."""
    for source in sources.commands.values():
        entries = list(every_argument(source.data, sources.program.data))
        bare = [dest(item) for _, item in entries if "item" in item and "media" not in item]
        for path, item in entries:
            if item.get("type") not in CONTEXT:
                continue
            flag = dest(item).replace("_", "-")
            if "as" in item or "attach_to" not in item or item["attach_to"] in bare:
                sentence = f"--{flag} is sent as the media of a positional say: it has no as, and joins one with media."
                yield source.finding(path, sentence)
