"""Which agent a program is, and where it is."""

import os

from cometapi.errors import ProgramNotExecutable, ProgramNotFound, UsageError
from cometapi.generated.agents import AGENTS

ENDINGS = (".exe", ".cmd", ".bat")  # of programs on Windows


def agent_of(program, name=None):
    """The facts of the agent that a program is: the one of that ``name``, else the one whose program has its file name,
    else those of every other program. Raises UsageError for one that cannot be served.
    """
    file = os.path.basename(program)
    found = AGENTS[name] if name else next((one for one in AGENTS.values() if is_program_of(one, file)), None)
    found = found or next(one for one in AGENTS.values() if not one["programs"])
    if "unsupported" in found:
        raise UsageError(f"{found['title']} cannot be run through the gateway. {found['unsupported']}")
    return found


def is_program_of(agent, file):
    """Whether a file name is that of an agent's program."""
    stem, ending = os.path.splitext(file)
    return file in agent["programs"] or (ending.lower() in ENDINGS and stem in agent["programs"])


def path_of(program, environ):
    """Where a program is, found as a shell finds it. Raises ProgramNotFound, and ProgramNotExecutable."""
    if os.name == "nt":
        return program
    folders = [""] if os.sep in program else os.get_exec_path(environ)
    there = [path for path in (os.path.join(one, program) for one in folders) if program and os.path.exists(path)]
    files = [path for path in there if os.path.isfile(path)]
    path = next((path for path in files if os.access(path, os.X_OK)), None)
    if path:
        return path
    if files:
        raise ProgramNotExecutable(f"{files[0]} is not executable.", hint=f"Make it so with: chmod +x {files[0]}")
    if there and os.sep in program:
        raise ProgramNotExecutable(f"{there[0]} is a folder, not a program.")
    where = "" if os.sep in program else " in PATH"
    quotes = "If this is a program with its arguments, leave out the quotes around them." if " " in program else None
    raise ProgramNotFound(f"There is no program {program or repr('')}{where}.", hint=quotes)
