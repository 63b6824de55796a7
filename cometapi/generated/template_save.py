"""cometapi template save, as spec/commands/template-save.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "template save",
    "summary": "Save the options and the message of a call as a template.",
    "description": "Put -- between the name and the call, so that its options are not taken for those of this command. Nothing is sent. In the system text and the message {name} is a placeholder; see help templates.",
    "effect": "write",
    "cost": "free",
    "run": "template:save",
    "withheld": "writes templates that other calls use",
    "arguments": {
        "name": {"does": "template_name", "complete": "$templates", "metavar": "NAME", "help": "Name of the template."},
        "call": {
            "does": "template_call",
            "repeat": True,
            "metavar": "WORD",
            "help": "The call: chat, messages, gemini or responses, its options and its message.",
        },
        "force": {"flags": ["--force"], "does": "force", "switch": "on", "help": "Replace a template of this name."},
    },
    "use": ["everywhere"],
    "examples": [
        {
            "run": 'cometapi template save tr -- chat --system "Translate to {language}." "{text}"',
            "help": "Then: cometapi chat --template tr -p language=French -p text=Hello",
        },
    ],
}

COMMAND = whole(DATA, SETS)
