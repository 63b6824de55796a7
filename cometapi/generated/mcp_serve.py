"""cometapi mcp serve, as spec/commands/mcp-serve.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "mcp serve",
    "summary": "Let an agent run commands as tools, over the Model Context Protocol.",
    "description": "Serves the Model Context Protocol on stdin and stdout, for a client that starts it, such as an editor or a coding agent. The agent gets three tools: one finds commands, one describes a command, one runs it. It may run what only reads. Paid commands need --max-cost or --max-calls, caps that hold for all calls together; files need --folder; changes need --allow-changes. Commands that show or store secrets, change this machine or run programs are never run (see help agents). It ends when the client closes stdin, and needs the library mcp.",
    "effect": "write",
    "cost": "paid",
    "run": "mcp:serve",
    "on_behalf": True,
    "withheld": "runs until it is stopped",
    "stdio": "protocol",
    "arguments": {
        "folder": {
            "flags": ["--folder"],
            "does": "agent_folder",
            "type": "folder",
            "metavar": "DIR",
            "complete": "$folders",
            "help": "Let the agent read the files in this folder, and save files there; without it, it can do neither.",
        },
        "allow_changes": {
            "flags": ["--allow-changes"],
            "does": "allow_changes",
            "switch": "on",
            "help": "Let the agent run commands that change or delete what the service keeps for you, and commands of your own that change something.",
        },
    },
    "use": ["history", "network", "spending", "everywhere"],
    "examples": [
        {"run": "cometapi mcp serve", "help": "Let an agent look up models, prices, usage and tasks."},
        {"run": "cometapi mcp serve --max-cost 5", "help": "Let it spend $5 in all."},
        {
            "run": "cometapi mcp serve --sandbox --max-cost 1",
            "help": "Try a client with sample data, without a key and without cost.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
