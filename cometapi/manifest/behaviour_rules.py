"""Rules about what arguments do for the program (``does``): once in a command, and offered where its code needs it."""

import ast
from functools import cache

from cometapi.manifest.traverse import every_argument


def behaviours_are_single(sources):
    """Two arguments of one command that do the same."""
    for source in sources.commands.values():
        seen = set()
        for path, item in every_argument(source.data, sources.program.data):
            behaviour = item.get("does")
            if behaviour in seen:
                yield source.finding((*path, "does"), f"Another argument of this command already does {behaviour}.")
            seen.add(behaviour)
            seen.discard(None)


def behaviours_are_offered(sources):
    """A command whose ``run`` needs an argument that the command lacks."""
    for source in sources.commands.values():
        if "run" not in source.data:
            continue
        offered = {item.get("does") for _, item in every_argument(source.data, sources.program.data)}
        for behaviour in sorted(needed(sources.root, source.data["run"]) - offered):
            sentence = f"{source.data['run']} needs an argument with does: {behaviour}, and this command has none."
            yield source.finding(("run",), sentence)


def needed(root, run):
    """The behaviours that a function of ``cometapi/commands`` asks for with ``argument``, also by way of others beside it."""
    room, _, function = run.partition(":")
    path = root / "cometapi" / "commands" / f"{room.replace('.', '/')}.py"
    if not path.is_file():
        return set()  # another rule says so
    functions = functions_of(path.read_text("utf-8"))
    found, waiting, seen = set(), [function], set()
    while waiting:
        name = waiting.pop()
        if name in seen or name not in functions:
            continue
        seen.add(name)
        behaviours, names = functions[name]
        found |= behaviours
        waiting += names
    return found


@cache
def functions_of(text):
    """Of the functions of a Python file, by name, the behaviours that each asks for, and the names in it; several commands
    have theirs in one file.
    """
    return {node.name: (asked(node), names_in(node)) for node in ast.parse(text).body if hasattr(node, "name")}


def names_in(tree):
    """The names that a function looks up."""
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def asked(tree):
    """The behaviours in calls such as ``call.argument("setting")``."""
    return {
        word.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", None) == "argument"
        for word in node.args[:1]
        if isinstance(word, ast.Constant)
    }
