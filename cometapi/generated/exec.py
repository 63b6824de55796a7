"""cometapi exec, as spec/commands/exec.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "exec",
    "summary": "Run a coding agent, or any program, through a local gateway.",
    "description": "Starts a gateway on this machine (see serve), runs PROGRAM with the variables that lead it there, and ends the gateway when the program has ended. The program gets a token that is new at each start, and never your key; no file is changed. Claude Code, Codex, Gemini CLI, OpenCode, Aider and others are recognised by the name of their program; any other program gets the variables of all protocols (see help agents). Caps hold for all its requests together. Input, output, terminal and signals are the program's. What it has cost is printed at the end, on stderr. The exit code is the program's own, 128 and the number of a signal that has ended it, 127 when it is not found, and 126 when it cannot be run.",
    "effect": "write",
    "cost": "paid",
    "run": "exec:run",
    "on_behalf": True,
    "starts": "program",
    "withheld": "runs other programs",
    "arguments": {
        "command_line": {
            "does": "command_line",
            "repeat": True,
            "metavar": "PROGRAM",
            "help": "The program and its arguments, such as: -- claude -p 'Fix the tests'.",
        },
        "as": {
            "flags": ["--as"],
            "does": "agent",
            "choices": [
                "aider",
                "amp",
                "any",
                "claude",
                "codex",
                "copilot",
                "cursor",
                "droid",
                "gemini",
                "goose",
                "opencode",
                "qwen",
            ],
            "metavar": "AGENT",
            "help": "Treat the program as this agent, whatever its name; any means none of them.",
        },
        "model": {
            "flags": ["--model", "-m"],
            "does": "model",
            "metavar": "MODEL",
            "complete": "models",
            "help": "Model that the agent uses; without it most agents use their own default.",
        },
        "models": {
            "flags": ["--models"],
            "does": "models",
            "type": "words",
            "metavar": "NAME,...",
            "complete": "models",
            "help": "Serve only these models; * and ? stand for any text and any character.",
        },
        "record": {
            "flags": ["--record"],
            "does": "record",
            "excludes": ["replay"],
            "metavar": "FILE",
            "complete": "$files",
            "help": "Add every request and its reply to FILE, one JSON object per line, without credentials.",
        },
        "replay": {
            "flags": ["--replay"],
            "does": "replay",
            "type": "file",
            "metavar": "FILE",
            "complete": "$files",
            "help": "Answer from a recording and send nothing; a request that is not in it is refused.",
        },
        "dry_run": {
            "flags": ["--dry-run"],
            "group": "Preview",
            "does": "plan",
            "switch": "on",
            "help": "Print what would be set and run, with the token masked, instead of doing it.",
        },
    },
    "use": ["history", "network", "spending", "everywhere"],
    "examples": [
        {"run": "cometapi exec -- claude", "help": "Start Claude Code."},
        {
            "run": 'cometapi exec --max-cost 2 -- codex exec "Fix the failing test"',
            "help": "Let Codex spend at most $2.",
        },
        {"run": "cometapi exec --model claude-opus-4-6 -- opencode", "help": "Choose the model."},
        {"run": "cometapi exec --dry-run -- gemini", "help": "See what would be set, without starting anything."},
        {
            "run": "cometapi exec --max-calls 100 -- ./my-agent.py --task 7",
            "help": "Run any program that uses a client library of OpenAI, Anthropic or Google.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
