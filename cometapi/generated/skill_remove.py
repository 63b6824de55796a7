"""cometapi skill remove, as spec/commands/skill-remove.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "skill remove",
    "summary": "Remove the skill that was installed for a coding agent.",
    "description": "Deletes the files that skill install has written, and puts back what was there before. Files of yours, and files that you changed, stay.",
    "effect": "write",
    "cost": "free",
    "run": "skill:remove",
    "withheld": "writes into the folders of agents",
    "arguments": {
        "for": {
            "flags": ["--for"],
            "does": "skill_target",
            "required": True,
            "repeat": True,
            "metavar": "AGENT|DIR",
            "complete": "$files",
            "help": "Agent (claude, codex or gemini), or the folder of skills.",
        },
        "dry_run": {
            "flags": ["--dry-run"],
            "group": "Preview",
            "does": "plan",
            "switch": "on",
            "help": "Print what would be deleted, without deleting it.",
        },
    },
    "use": ["consent", "everywhere"],
    "examples": [
        {"run": "cometapi skill remove --for claude", "help": "With a confirmation prompt."},
        {"run": "cometapi skill remove --for codex --yes", "help": "Without one."},
    ],
}

COMMAND = whole(DATA, SETS)
