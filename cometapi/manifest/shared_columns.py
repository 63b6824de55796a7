"""Columns that a command takes from another one: it says that command's words, and has its columns."""

from dataclasses import replace

from cometapi.manifest.routes import placed_routes


def joined(sources):
    """The sources with the columns themselves in the place of the words of commands that have them.

    A command that names one without columns is left out.
    """
    lent = lenders(sources)
    commands = {
        stem: replace(source, data=with_columns(source.data, lent))
        for stem, source in sources.commands.items()
        if all(name in lent for _, name in borrowed(source.data))
    }
    return replace(sources, commands=commands, is_whole=sources.is_whole and len(commands) == len(sources.commands))


def lenders(sources):
    """The columns of every command that says its own, by the command's words; of several routes those of the first."""
    found: dict[str, list] = {}
    for source in sources.commands.values():
        for _, part in placed_routes(source.data):
            columns = part.get("response", {}).get("columns")
            if isinstance(columns, list):
                found.setdefault(source.data["command"], columns)
    return found


def with_columns(part, lent):
    """A command's file, or a route of it, with the columns that it takes from others."""
    name = part.get("response", {}).get("columns")
    if isinstance(name, str):
        part = {**part, "response": {**part["response"], "columns": lent[name]}}
    return {**part, "routes": [with_columns(one, lent) for one in part["routes"]]} if "routes" in part else part


def borrowed(data):
    """The commands whose columns a command has: (path, words)."""
    for path, part in placed_routes(data):
        columns = part.get("response", {}).get("columns")
        if isinstance(columns, str):
            yield (*path, "response", "columns"), columns


def columns_are_somewhere(sources, faulty):
    """Findings about commands that are named for their columns and have none of their own.

    ``faulty`` are the stems of files whose faults are told already, and which may have them.
    """
    lent = lenders(sources)
    for source in sources.commands.values():
        for path, name in borrowed(source.data):
            if name not in lent and name.replace(" ", "-") not in faulty:
                told = f"No command {name!r} has columns of its own; these have: {', '.join(sorted(lent))}."
                alone = "A command of your own says its columns itself."
                yield source.finding(path, told if sources.base is None else alone)
