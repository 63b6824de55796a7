"""cometapi config edit, as spec/commands/config-edit.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "config edit",
    "summary": "Edit the config file in your editor, and check it.",
    "description": "Opens a private copy in the editor that VISUAL or EDITOR names, else in vi (Notepad on Windows). When the editor is closed, the copy is checked: a valid one replaces the file, and you can edit an invalid one again.",
    "effect": "write",
    "cost": "free",
    "run": "config_edit:run",
    "withheld": "changes settings and keys",
    "arguments": {},
    "use": ["everywhere"],
    "examples": [
        {"run": "cometapi config edit", "help": "Edit settings and comments by hand."},
        {
            "run": "EDITOR='code --wait' cometapi config edit",
            "help": "A graphical editor needs an option that makes it wait.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
