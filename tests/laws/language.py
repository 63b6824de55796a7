"""The words of the manifest's language as the schemas have them, and those that a manifest's files use."""

import yaml
from manifest import ROOT, SOURCES

SCHEMAS = SOURCES.schemas
TEST_MANIFESTS = ROOT / "tests" / "press"


def words(kind, schema=None, path=()):
    """Every word of a kind of file: a dict from its path in the schema to its own schema."""
    schema = SCHEMAS[kind] if schema is None else schema
    found = {}
    for name, part in schema.get("properties", {}).items():
        at = (*path, "properties", name)
        found[(kind, *at)] = part
        found |= words(kind, part, at)
    for key in ("additionalProperties", "items"):
        if isinstance(schema.get(key), dict):
            found |= words(kind, schema[key], (*path, key))
    for name, part in schema.get("$defs", {}).items():
        found |= words(kind, part, (*path, "$defs", name))
    return found


WORDS = {key: part for kind in SCHEMAS for key, part in words(kind).items()}


def at(kind, path):
    """The part of a schema at a path."""
    part = SCHEMAS[kind]
    for key in path:
        part = part[key]
    return part


def used(kind, data, path=()):
    """The paths of the words that some data uses: a set. Shared parts of the schemas are followed."""
    part = at(kind, path)
    if "$ref" in part:
        file, _, name = part["$ref"].partition("#/$defs/")
        return used(file.partition(".")[0] or kind, data, ("$defs", name))
    if "if" in part:
        branch = "then" if set(part["if"]["required"]) <= data.keys() else "else"
        return used(kind, data, (*path, branch))
    found = set()
    if isinstance(data, list) and isinstance(part.get("items"), dict):
        found = set().union(*(used(kind, item, (*path, "items")) for item in data))
    for key, value in data.items() if isinstance(data, dict) else ():
        if key in part.get("properties", {}):
            found |= {(kind, *path, "properties", key)} | used(kind, value, (*path, "properties", key))
        elif isinstance(part.get("additionalProperties"), dict):
            found |= used(kind, value, (*path, "additionalProperties"))
    return found


def manifests():
    """Every file of the manifest, and of those that the tests of the press keep: pairs of kind and data."""
    yield "program", SOURCES.program.data
    for kind in ("protocol", "command", "topic", "agent"):
        yield from ((kind, source.data) for source in getattr(SOURCES, f"{kind}s").values())
    for path in (*TEST_MANIFESTS.rglob("*.yaml"), *(ROOT / "tests" / "own").rglob("*.yaml")):
        kind = {"protocols": "protocol", "commands": "command", "topics": "topic", "agents": "agent"}.get(
            path.parent.name, path.stem
        )
        yield kind, yaml.safe_load(path.read_text("utf-8"))
