"""cometapi config edit, as spec/commands/config-edit.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "config edit",
    "summary": "Open the config file in your editor, and check it afterwards.",
    "description": "Opens a private copy in the editor that VISUAL or EDITOR names, else in vi (on Windows in Notepad). When the editor is closed the copy is checked; a sound one replaces the file, with a wrong one you may go on editing.",
    "effect": "write",
    "cost": "free",
    "run": "config_edit:run",
    "arguments": {},
    "use": ["everywhere"],
    "examples": [
        {"run": "cometapi config edit", "help": "Settings and comments by hand."},
        {
            "run": "EDITOR='code --wait' cometapi config edit",
            "help": "An editor with a window has to wait until it is closed.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
