"""Where agents look for skills, and a folder that the user names."""

import os

from cometapi.errors import UsageError
from cometapi.generated.index import PROGRAM
from cometapi.settings import folders
from cometapi.skill.folder import RECORD
from cometapi.suggest import meant

# The variable that moves an agent's folder, and where that is without it.
AGENTS = {
    "claude": ("CLAUDE_CONFIG_DIR", ".claude"),
    "codex": ("CODEX_HOME", ".codex"),
    "gemini": (None, ".gemini"),
}


def folder_of(environ, target):
    """The folder of the skill for an agent, or in a folder that exists; one where the skill is already is that itself.

    Raises UsageError, and OutputFailed without a home.
    """
    if target in AGENTS:
        variable, default = AGENTS[target]
        base = folders.base(environ, variable, default) if variable else folders.inside(folders.home(environ), default)
        return os.path.join(folders.needed(base), "skills", PROGRAM)
    if not os.path.isdir(target):
        told = f"There is no folder {target}, and no agent of this name{meant(target, AGENTS)}"
        raise UsageError(told, hint=f"Agents: {', '.join(AGENTS)}")
    place = os.path.abspath(target)
    is_skill = os.path.basename(place) == PROGRAM and os.path.exists(os.path.join(place, RECORD))
    return place if is_skill else os.path.join(place, PROGRAM)
