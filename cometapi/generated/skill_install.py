"""cometapi skill install, as spec/commands/skill-install.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "skill install",
    "summary": "Install a skill, so that a coding agent knows this program.",
    "description": "Writes a folder with a short index, and a page for each command, each topic and each command of your own that you trust, to where the agent looks for skills, once you agree; a folder that you share with others gets those of your own commands, too. No other file is changed. A file there that is yours, or that you changed, is shown, and then nothing is written without --force, which keeps a copy. Run it again after an upgrade and after command add; doctor says when a skill is out of date. See help agents.",
    "effect": "write",
    "cost": "free",
    "run": "skill:install",
    "withheld": "writes into the folders of agents",
    "arguments": {
        "for": {
            "flags": ["--for"],
            "does": "skill_target",
            "required": True,
            "repeat": True,
            "metavar": "AGENT|DIR",
            "complete": "$files",
            "help": "Agent (claude, codex or gemini), or a folder of skills that exists.",
        },
        "dry_run": {
            "flags": ["--dry-run"],
            "group": "Preview",
            "does": "plan",
            "switch": "on",
            "help": "Print what would be written, without writing it.",
        },
        "force": {
            "flags": ["--force"],
            "does": "force",
            "switch": "on",
            "help": "Replace files that are yours, after a copy.",
        },
    },
    "use": ["consent", "everywhere"],
    "examples": [
        {"run": "cometapi skill install --for claude", "help": "For Claude Code, after a prompt."},
        {
            "run": "cometapi skill install --for codex --for gemini --yes",
            "help": "For Codex and Gemini CLI, without one.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
