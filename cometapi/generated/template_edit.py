"""cometapi template edit, as spec/commands/template-edit.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "template edit",
    "summary": "Edit a template in your editor, and check it.",
    "description": "Opens a private copy in the editor that VISUAL or EDITOR names, else in vi (Notepad on Windows); of a new template an example. When the editor is closed, the copy is checked: a valid one replaces the file, and you can edit an invalid one again.",
    "effect": "write",
    "cost": "free",
    "run": "template:edit",
    "withheld": "writes templates that other calls use",
    "arguments": {
        "name": {
            "does": "template_name",
            "complete": "$templates",
            "metavar": "NAME",
            "help": "Name of the template, an old or a new one.",
        },
    },
    "use": ["everywhere"],
    "examples": [{"run": "cometapi template edit review", "help": "Write the prompt by hand."}],
}

COMMAND = whole(DATA, SETS)
