"""Tools that a model calls: executables of a folder that take JSON on stdin and answer on stdout."""

import json
import os
import signal
import subprocess

from cometapi.errors import Refused

LARGEST_RESULT = 1024 * 1024  # bytes of what a tool answers that are sent to the model


def executable(folder, name):
    """The path of a tool's executable, or None; a name that leads out of the folder is none."""
    path = os.path.join(folder, name or "")
    is_inside = bool(name) and os.path.basename(name) == name and name not in (".", "..")
    return path if is_inside and os.path.isfile(path) and os.access(path, os.X_OK) else None


def result(folder, call, seconds, environ):
    """What a tool answers to one call, as text for the model; a failure is told to the model too, never raised."""
    path = executable(folder, call["name"])
    if path is None:
        return f"error: there is no tool {call['name']}"
    try:
        code, out, err = ran(path, call["arguments"] or "{}", seconds, environ)
    except subprocess.TimeoutExpired:
        return f"error: the tool did not answer within {seconds} s"
    except OSError as error:
        return f"error: the tool could not be run: {error.strerror}"
    text = out[:LARGEST_RESULT].decode("utf-8", "replace")
    if code:
        fault = err[-2000:].decode("utf-8", "replace").strip()
        return f"error: the tool failed with exit code {code}: {fault or text}"
    return text


def ran(path, text, seconds, environ):
    """``(exit code, stdout, stderr)`` of an executable that gets a text on stdin.

    Raises TimeoutExpired. Whatever ends the waiting, Ctrl-C too, ends the executable and all that it has started: it
    gets a session of its own, because a child of it would keep the pipes open.
    """
    pipe = subprocess.PIPE
    process = subprocess.Popen([path], stdin=pipe, stdout=pipe, stderr=pipe, env=environ, start_new_session=True)
    try:
        out, err = process.communicate(text.encode("utf-8", "replace"), seconds)
    except BaseException:
        kill(process)
        raise
    return process.returncode, out, err


def kill(process):
    """End a process and all that it has started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except AttributeError:  # Windows
        process.kill()
    except ProcessLookupError:
        pass  # it is over already
    process.wait()
    for stream in (process.stdin, process.stdout, process.stderr):
        stream.close()


def shown(call):
    """A call as one readable line."""
    return f"{call['name'] or 'unnamed'}({compact(call['arguments'])})"


def compact(arguments):
    """Arguments as JSON on one line, or as they came when they are no JSON."""
    try:
        return json.dumps(json.loads(arguments or "{}"), ensure_ascii=False)
    except (ValueError, RecursionError):
        return arguments


def checked_arguments(call):
    """Raise Refused when the arguments of a call are no JSON object, which no tool could read."""
    try:
        if isinstance(json.loads(call["arguments"] or "{}"), dict):
            return
    except (ValueError, RecursionError):
        pass
    raise Refused(f"The model called {call['name']} with arguments that are no JSON object.")
