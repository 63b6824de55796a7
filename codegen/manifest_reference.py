"""The reference of the manifest's language: every word of the schemas with its description, values and examples."""

import json
import re
from dataclasses import dataclass

import yaml

DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
FILES = {
    "program": "spec/program.yaml",
    "protocol": "spec/protocols/NAME.yaml",
    "command": "spec/commands/NAME.yaml",
    "topic": "spec/topics/NAME.yaml",
    "agent": "spec/agents/NAME.yaml",
}
# Shared parts of the schemas that a table of the page explains.
TABLES = {"type": "[type](#types-of-values)", "behaviour": "[behaviour](#behaviours)"}
NOUNS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "array": "list",
    "object": "map",
    "null": "null",
}


@dataclass
class Word:
    """One word at one place: ``values`` says what it may be, ``examples`` are texts of YAML."""

    name: str
    description: str
    values: str
    default: object
    is_required: bool
    examples: list


@dataclass
class Section:
    """One place of a kind of file, with the words that may stand there."""

    title: str
    words: list


def reference(schemas):
    """The sections of each kind of file: a list of ``(file, sections)``."""
    return [
        (file, [*sections(schemas[kind], kind, "", schemas), *shared(kind, schemas)]) for kind, file in FILES.items()
    ]


def shared(kind, schemas):
    """The sections of what several places of a kind of file have in common."""
    for part in schemas[kind].get("$defs", {}).values():
        yield from sections(part, kind, part.get("title", ""), schemas)


def sections(schema, kind, title, schemas):
    """The section of an object schema, followed by those of the places inside it; none for other schemas."""
    holder, ending = inner(schema)
    if "properties" not in holder:
        return
    title = f"{title}{ending}"
    required = holder.get("required", [])
    below = {name: f"{title}.{name}" if title else name for name in holder["properties"]}
    words = [
        Word(
            name,
            one["description"],
            below_link(one, below[name]) or values_of(one, kind, schemas),
            one.get("default"),
            name in required,
            [yaml_text(name, example) for example in one["examples"]],
        )
        for name, one in holder["properties"].items()
    ]
    yield Section(title or "The file", words)
    for name, one in holder["properties"].items():
        yield from sections(one, kind, below[name], schemas)


def inner(schema):
    """The schema that has the words below one, and how its place is written: a map's entry, a list's item, or itself."""
    if "properties" in schema:
        return schema, ""
    if isinstance(schema.get("additionalProperties"), dict):
        return schema["additionalProperties"], ".NAME"
    return (schema["items"], "[]") if isinstance(schema.get("items"), dict) else (schema, "")


def below_link(schema, title):
    """What a value with words of its own may be, linked to their section; None for other values."""
    holder, ending = inner(schema)
    if "properties" not in holder:
        return None
    many = {".NAME": "map of names to ", "[]": "list of ", "": ""}[ending]
    return f"{many}[{title}{ending}](#{anchor(title + ending)})"


def yaml_text(name, value):
    """A word and its value as YAML, the innermost lists and maps on one line."""
    style = None if isinstance(value, dict | list) else False
    return yaml.dump(
        {name: value}, Dumper=DUMPER, sort_keys=False, allow_unicode=True, default_flow_style=style, width=100
    ).strip()


def values_of(schema, kind, schemas):
    """What a value may be, in words of Markdown."""
    if "$ref" in schema:
        return referred(schema["$ref"], kind, schemas)
    if "const" in schema:
        return f"`{yaml_word(schema['const'])}`"
    if "enum" in schema:
        return ", ".join(f"`{yaml_word(one)}`" for one in schema["enum"])
    if "oneOf" in schema:
        return ", or ".join(values_of(one, kind, schemas) for one in schema["oneOf"])
    if "if" in schema:
        return f"{values_of(schema['then'], kind, schemas)} or {values_of(schema['else'], kind, schemas)}"
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return " or ".join(typed(one, schema, kind, schemas) for one in kinds)


def typed(type_name, schema, kind, schemas):
    """What a value of one JSON type may be."""
    below = schema.get({"array": "items", "object": "additionalProperties"}.get(type_name))
    if isinstance(below, dict) and "properties" not in below:
        link = "list of" if type_name == "array" else "map to"
        return f"{link} {values_of(below, kind, schemas)}"
    bounds = [schema.get("minimum", schema.get("exclusiveMinimum")), schema.get("maximum")]
    told = f", {bounds[0]} or more" if bounds[0] is not None and bounds[1] is None else ""
    told = f", {bounds[0]} to {bounds[1]}" if None not in bounds else told
    return NOUNS[type_name] + told


def yaml_word(value):
    """A word, a number or a short list or map as YAML writes it."""
    return value if isinstance(value, str) else json.dumps(value)


def referred(target, kind, schemas):
    """What a shared part of a schema may be: its title, as a link when it has words of its own."""
    file, _, name = target.partition("#/$defs/")
    part = schemas[file.partition(".")[0] or kind]["$defs"][name]
    holder, ending = inner(part)
    if "properties" not in holder:
        return TABLES.get(name, part["title"])
    link = f"[{part['title']}](#{anchor(part['title'] + ending)})"
    return f"list of {link}" if ending == "[]" else link


def behaviours(model):
    """What arguments do for the program: behaviour to the first argument of the program that has it."""
    found = {}
    for command in model.commands:
        for argument in command.arguments:
            if argument.does:
                found.setdefault(argument.does, argument)
    return dict(sorted(found.items()))


def parts_by_types(parts):
    """Types that have the same parts together: a list of ``(types, parts)``."""
    found = []
    for name, own in parts.items():
        same = next((types for types, other in found if other == own), None)
        if same is None:
            found.append(([name], own))
        else:
            same.append(name)
    return found


def anchor(title):
    """The anchor of a heading as GitHub makes it."""
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")
