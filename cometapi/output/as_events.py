"""An answer as one JSON object a line, the same for every protocol: start, text, reasoning, tool_call, usage, result or error."""

import json

from cometapi.errors import CometError
from cometapi.output.as_json import error_facts
from cometapi.usage import tokens


def write_answer(answer, columns, out):
    """Print each piece as it arrives; the last line is ``result``, or ``error`` when the answer failed in any way."""
    say(out, {"type": "start"})
    try:
        for kind, value, choice in answer.everything:
            if kind != "call":
                say(out, {"type": kind, "choice": choice, **({"text": value} if isinstance(value, str) else value)})
        told(answer, out)
    except CometError as error:
        say(out, {"type": "error", "error": error_facts(error)})
        raise


def told(answer, out):
    """Print what is known when the stream has ended."""
    reader = answer.reader
    for (choice, _), call in reader.calls.items():
        say(out, {"type": "tool_call", "choice": choice, **call})
    if reader.usage:
        say(out, {"type": "usage", "model": reader.model, **tokens(reader.usage, reader.dialect)})
    reader.judge()
    finishes = [{"choice": choice, "finish_reason": reason} for choice, reason in sorted(reader.finishes.items())]
    say(out, {"type": "result", "model": reader.model, "choices": finishes})


def say(out, event):
    """Print one event and let it go."""
    out.write(json.dumps(event, ensure_ascii=not out.is_unicode) + "\n")
    out.flush()
