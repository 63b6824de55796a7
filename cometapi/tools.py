"""Tools that a model calls: executables of a folder that take JSON on stdin and answer on stdout."""

import json
import os
import subprocess

from cometapi.errors import Refused

LARGEST_RESULT = 1024 * 1024  # bytes of what a tool answers that are sent to the model


def executable(folder, name):
    """The path of a tool's executable, or None; a name that leads out of the folder is none."""
    path = os.path.join(folder, name or "")
    is_inside = bool(name) and os.path.basename(name) == name and name not in (".", "..")
    return path if is_inside and os.path.isfile(path) and os.access(path, os.X_OK) else None


def missing(folder, tools):
    """Names of declared tools for which the folder has no executable."""
    return [name for name in map(name_of, tools) if name and not executable(folder, name)]


def name_of(tool):
    """The name in a tool's declaration, in whichever protocol."""
    return (tool.get("function") or tool).get("name")


def result(folder, call, seconds):
    """What a tool answers to one call, as text for the model; a failure is told to the model too, never raised."""
    path = executable(folder, call["name"])
    if path is None:
        return f"error: there is no tool {call['name']}"
    try:
        done = subprocess.run(
            [path], input=call["arguments"].encode(), capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        return f"error: the tool did not answer within {seconds} s"
    except OSError as error:
        return f"error: the tool could not be run: {error.strerror}"
    text = done.stdout[:LARGEST_RESULT].decode("utf-8", "replace")
    if done.returncode:
        fault = done.stderr[-2000:].decode("utf-8", "replace").strip()
        return f"error: the tool failed with exit code {done.returncode}: {fault or text}"
    return text


def shown(call):
    """A call as one readable line."""
    return f"{call['name'] or 'unnamed'}({compact(call['arguments'])})"


def compact(arguments):
    """Arguments as JSON on one line, or as they came when they are no JSON."""
    try:
        return json.dumps(json.loads(arguments or "{}"), ensure_ascii=False)
    except ValueError:
        return arguments


def checked_arguments(call):
    """Raise Refused when the arguments of a call are no JSON object, which no tool could read."""
    try:
        if isinstance(json.loads(call["arguments"] or "{}"), dict):
            return
    except ValueError:
        pass
    raise Refused(f"The model called {call['name']} with arguments that are no JSON object.")
