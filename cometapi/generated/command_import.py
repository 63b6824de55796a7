"""cometapi command import, as spec/commands/command-import.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "command import",
    "summary": "Make a command for an endpoint of an OpenAPI document.",
    "description": "Reads OpenAPI 3.0 and 3.1 and Swagger 2, as JSON or YAML, and writes the file of a command with its sample reply. What cannot be said in it is named on stderr with its place in the document. References inside the document are followed; nothing is fetched. See help own-commands.",
    "effect": "write",
    "cost": "free",
    "run": "importing:run",
    "withheld": "changes the commands of this machine",
    "arguments": {
        "document": {
            "does": "command_file",
            "complete": "$files",
            "metavar": "DOCUMENT",
            "help": "File with the OpenAPI document; - reads a pipe.",
        },
        "path": {"does": "http_path", "metavar": "PATH", "help": "Path as the document has it, such as /pets/{petId}."},
        "method": {
            "does": "http_method",
            "type": "upper",
            "choices": ["GET", "POST", "PUT", "PATCH", "DELETE"],
            "metavar": "METHOD",
            "help": "Method of the endpoint.",
        },
        "name": {
            "flags": ["--name"],
            "does": "command_name",
            "metavar": "WORDS",
            "help": "Words of the command, such as \"pets list\"; by default the service's and those of the operation's ID.",
        },
        "service": {
            "flags": ["--service"],
            "does": "service_name",
            "metavar": "NAME",
            "help": "Name of the service, which its settings begin with; by default from the title of the document.",
        },
        "url": {
            "flags": ["--url"],
            "does": "service_url",
            "type": "url",
            "metavar": "URL",
            "help": "URL of the service, where the document has none, a relative one, or another.",
        },
        "output": {
            "flags": ["--output", "-o"],
            "does": "file_output",
            "metavar": "FILE|DIR",
            "complete": "$files",
            "excludes": ["add"],
            "help": "Write the command to this file, or into this folder, and its sample beside it; by default it is printed.",
        },
        "add": {
            "flags": ["--add"],
            "does": "add",
            "switch": "on",
            "help": "Add the command, after a prompt that says what it may do.",
        },
        "force": {"flags": ["--force"], "does": "force", "switch": "on", "help": "Replace files that exist."},
    },
    "use": ["consent", "everywhere"],
    "examples": [
        {"run": "cometapi command import petstore.yaml /pets GET", "help": "Print the file of a command."},
        {
            "run": "cometapi command import petstore.yaml '/pets/{petId}' DELETE --name 'pets delete' --add",
            "help": "Add a command under another name.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
