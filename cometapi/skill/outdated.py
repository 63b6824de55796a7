"""Which agents have a skill that is older than the program, or than the user's own commands."""

from contextlib import suppress

from cometapi.advice import advice, flag
from cometapi.errors import CometError
from cometapi.skill.places import AGENTS, folder_of


def agents(environ):
    """The agents that have the skill where they look for it, and whether it is what would be written now: a dict by name."""
    from cometapi.skill import folder
    from cometapi.skill.content import skill

    found = {}
    for agent in AGENTS:
        with suppress(CometError):  # without a home there are none; what lies behind a link is not ours
            files = folder.recorded(folder_of(environ, agent))["files"]
            if files:
                found[agent] = files
    wanted = folder.digests(skill(environ)) if found else {}
    return {agent: files == wanted for agent, files in found.items()}


def renewal(names):
    """How the skills of some agents are brought up to date: a command line."""
    return " ".join([advice("{program} skill install"), *(f"{flag('skill_target')} {one}" for one in names)])


def tell(context):
    """Say which agents do not know the own commands as they are now."""
    old = [agent for agent, is_current in agents(context.environ).items() if not is_current]
    if old:
        are = "skill is" if len(old) == 1 else "skills are"
        context.note(f"The {are} out of date for {' and '.join(old)}. Run: {renewal(old)}")
