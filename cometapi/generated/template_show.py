"""cometapi template show, as spec/commands/template-show.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "template show",
    "summary": "Show a template.",
    "description": "Prints the file as it is; in a format for machines its parts, and the path of the file.",
    "effect": "read",
    "cost": "free",
    "run": "template:show",
    "arguments": {
        "name": {"does": "template_name", "complete": "$templates", "metavar": "NAME", "help": "Name of the template."},
    },
    "use": ["output", "shape", "file", "everywhere"],
    "response": {
        "columns": [
            {"name": "template", "title": "Template", "value": ("template",), "show": "always"},
            {"name": "summary", "title": "Summary", "value": ("summary",), "show": "always"},
            {
                "name": "parameters",
                "title": "Parameters",
                "value": ("parameters",),
                "show": "always",
                "format": {"kind": "list"},
            },
            {"name": "command", "title": "Command", "value": ("command",), "show": "always"},
            {"name": "model", "title": "Model", "value": ("model",), "show": "always"},
            {"name": "system", "title": "System", "value": ("system",), "show": "machines"},
            {"name": "prompt", "title": "Prompt", "value": ("prompt",), "show": "machines"},
            {"name": "options", "title": "Options", "value": ("options",), "show": "machines", "type": "object"},
            {"name": "path", "title": "Path", "value": ("path",), "show": "machines"},
        ],
    },
    "examples": [{"run": "cometapi template show review", "help": "The model, the options and the prompt."}],
}

COMMAND = whole(DATA, SETS)
