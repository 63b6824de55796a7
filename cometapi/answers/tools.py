"""Tools that a model calls: executables of a folder that take JSON on stdin and answer on stdout."""

import json
import os

from cometapi.errors import Refused
from cometapi.terminal.visible import is_seen

LARGEST_RESULT = 1024 * 1024  # bytes of what a tool answers that are read, and sent to the model
LONGEST_FAULT = 2000  # bytes of what it says of its failure


def executable(folder, name):
    """The path of a tool's executable, or None; a name that leads out of the folder is none."""
    path = os.path.join(folder, name or "")
    is_inside = bool(name) and os.path.basename(name) == name and name not in (".", "..")
    return path if is_inside and os.path.isfile(path) and os.access(path, os.X_OK) else None


def result(folder, call, text, seconds, environ):
    """What a tool answers to one call, whose arguments it gets as ``text``, for the model; a failure is told to the model
    too, never raised.
    """
    path = executable(folder, call["name"])
    if path is None:
        return f"error: there is no tool {call['name']}"
    from subprocess import TimeoutExpired

    from cometapi import children

    try:
        done = children.run([path], text=text.encode(), seconds=seconds, most=LARGEST_RESULT, environ=environ)
    except TimeoutExpired:
        return f"error: the tool did not answer within {seconds} s"
    except OSError as error:
        return f"error: the tool could not be run: {error.strerror}"
    answer = done.out.decode("utf-8", "replace")
    if done.code and not done.is_cut:  # else it failed because nobody read on
        fault = done.err[-LONGEST_FAULT:].decode("utf-8", "replace").strip()
        return f"error: the tool failed with exit code {done.code}: {fault or answer}"
    return answer


def shown(call):
    """A call as one readable line."""
    told = "incomplete" if call.get("is_incomplete") else compact(call["arguments"])
    return f"{call['name'] or 'unnamed'}({told})"


def compact(arguments):
    """Arguments as JSON on one line, or as they came when they are no JSON."""
    try:
        return json.dumps(json.loads(arguments or "{}"), ensure_ascii=False)
    except (ValueError, RecursionError):
        return arguments


def arguments(call):
    """The arguments of a call as JSON on one line that holds nothing unseen, so that what is shown is what a tool gets.

    Of a key that stands there twice the last value counts. Raises Refused when they are no JSON object, which no tool
    could read.
    """
    try:
        value = json.loads(call["arguments"] or "{}", parse_constant=refused)
        if isinstance(value, dict):
            return escaped(json.dumps(value, ensure_ascii=False, allow_nan=False))
    except (ValueError, RecursionError):
        pass
    raise Refused(f"The model called {call['name']} with arguments that are not a JSON object.")


def refused(word):
    """Raise ValueError for NaN and infinities, which are not valid JSON."""
    raise ValueError(word)


def escaped(text):
    """JSON in which characters that cannot be seen are escapes, which mean the same."""
    return "".join(sign if is_seen(sign) else json.dumps(sign).strip('"') for sign in text)
