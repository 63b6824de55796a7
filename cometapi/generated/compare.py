"""cometapi compare, as spec/commands/compare.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "compare",
    "summary": "Ask several models the same, and see their answers side by side.",
    "description": "Sends PROMPT to every model at once, each through the command that serves it (see model info). On a wide terminal the answers stand in columns while they come, else one after another; a table of times, tokens and costs follows. Exits with 1 when an answer does not hold what --expect asks for, and with 3 when a model, or the judge, failed.",
    "effect": "write",
    "cost": "paid",
    "run": "compare.command:run",
    "arguments": {
        "model": {
            "flags": ["--model", "-m"],
            "does": "model",
            "required": True,
            "repeat": True,
            "complete": "models",
            "metavar": "MODEL",
            "help": "Model to ask; give it several times.",
        },
        "prompt": {
            "does": "message",
            "optional": True,
            "stdin": True,
            "metavar": "PROMPT",
            "help": "What to ask; read from a pipe when left out.",
        },
        "system": {
            "flags": ["--system", "-s"],
            "group": "Input",
            "metavar": "TEXT",
            "help": "Instruction placed before the message.",
        },
        "image": {
            "flags": ["--image"],
            "group": "Input",
            "repeat": True,
            "metavar": "PATH|URL",
            "complete": "$files",
            "help": "Attach an image.",
        },
        "file": {
            "flags": ["--file", "-F"],
            "group": "Input",
            "repeat": True,
            "metavar": "PATH|URL",
            "complete": "$files",
            "help": "Attach a document, as the models' own commands take it.",
        },
        "max_tokens": {
            "flags": ["--max-tokens"],
            "type": "integer",
            "range": [1, None],
            "metavar": "N",
            "help": "Maximum output tokens of each model.",
        },
        "temperature": {
            "flags": ["--temperature", "-t"],
            "group": "Sampling",
            "type": "number",
            "range": [0, 2],
            "metavar": "NUMBER",
            "help": "Sampling temperature: lower is more focused, higher more varied.",
        },
        "schema": {
            "flags": ["--schema"],
            "complete": "$files",
            "metavar": "SCHEMA",
            "help": "Answers in JSON that match this schema: a file, JSON, or fields such as 'name, age int'.",
        },
        "expect": {
            "flags": ["--expect"],
            "does": "expect",
            "group": "Tests",
            "repeat": True,
            "metavar": "TEST",
            "help": "What each answer has to hold: a regular expression, json:EXPR (JMESPath) or schema:SCHEMA (see help comparing).",
        },
        "judge": {
            "flags": ["--judge"],
            "does": "judge",
            "group": "Tests",
            "metavar": "MODEL",
            "complete": "models",
            "help": "Model that ranks the answers with reasons, without knowing whose they are.",
        },
    },
    "use": ["history", "limits", "network", "looking", "output", "shape", "file", "spending", "estimate", "everywhere"],
    "response": {
        "columns": [
            {"name": "model", "title": "Model", "value": ("model",), "show": "always"},
            {"name": "command", "title": "Command", "value": ("command",), "show": "machines"},
            {"name": "answer", "title": "Answer", "value": ("answer",), "show": "machines"},
            {
                "name": "first_token",
                "title": "First token",
                "value": ("first_token",),
                "show": "always",
                "format": {"kind": "duration", "unit": "s"},
            },
            {
                "name": "duration",
                "title": "Duration",
                "value": ("duration",),
                "show": "always",
                "format": {"kind": "duration", "unit": "s"},
            },
            {"name": "tokens", "title": "Tokens", "value": ("tokens",), "show": "always", "format": {"kind": "count"}},
            {
                "name": "input_tokens",
                "title": "Input tokens",
                "value": ("input_tokens",),
                "show": "machines",
                "format": {"kind": "count"},
            },
            {
                "name": "output_tokens",
                "title": "Output tokens",
                "value": ("output_tokens",),
                "show": "machines",
                "format": {"kind": "count"},
            },
            {
                "name": "cost_usd_estimate",
                "title": "Cost (estimate)",
                "value": ("cost",),
                "show": "always",
                "format": {"kind": "money"},
            },
            {
                "name": "expect",
                "title": "As expected",
                "value": ("expect",),
                "show": "always",
                "format": {"kind": "yes_no"},
            },
            {"name": "expect_reason", "title": "Expect reason", "value": ("expect_reason",), "show": "machines"},
            {"name": "rank", "title": "Rank", "value": ("rank",), "show": "always", "format": {"kind": "count"}},
            {"name": "reason", "title": "Reason", "value": ("reason",), "show": "always"},
            {"name": "error", "title": "Error", "value": ("error",), "show": "always"},
        ],
    },
    "examples": [
        {
            "run": 'cometapi compare "Explain DNS in one sentence" -m gpt-5.4 -m claude-sonnet-4-6',
            "help": "Two answers side by side.",
        },
        {
            "run": 'cometapi compare "Say hello" -m gpt-5.4 -m gemini-2.5-flash --expect "(?i)hello" --json',
            "help": "A test of two models for a script.",
        },
        {
            "run": 'cometapi compare "A haiku about rain" -m gpt-5.4 -m claude-sonnet-4-6 --judge gpt-5.4-mini',
            "help": "Have a third model rank them.",
        },
        {
            "run": 'cometapi compare "The weather in Paris" -m gpt-5.4 -m gpt-5.4-mini --schema "city, temperature int" --expect \'json:temperature > `0`\'',
            "help": "Answers in JSON, and what has to hold of them.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
