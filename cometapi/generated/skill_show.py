"""cometapi skill show, as spec/commands/skill-show.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "skill show",
    "summary": "Print the index of the skill for coding agents.",
    "description": "This is what an agent reads first, SKILL.md; it leads to the pages of commands and topics.",
    "effect": "read",
    "cost": "free",
    "run": "skill:show",
    "arguments": {},
    "use": ["everywhere"],
    "examples": [{"run": "cometapi skill show", "help": "See what an agent would read."}],
}

COMMAND = whole(DATA, SETS)
