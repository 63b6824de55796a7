"""An answer as one JSON object a line, the same for every protocol: start, text, reasoning, media, tool_call, usage, and last
result or error."""

import json

from cometapi.errors import CometError
from cometapi.generated import program
from cometapi.output import Out
from cometapi.output.as_json import error_facts, harmless
from cometapi.output.plain import finite


def write_answer(answer, columns, out):
    """Print each piece as it arrives, and a ``result`` when the answer is what was asked for."""
    say(out, {"type": "start"})
    for kind, value, choice in answer.everything:
        if kind not in ("call", "unseen"):  # told when they are complete, and on stderr
            say(out, {"type": kind, "choice": choice, **({kind: value.own} if kind == "media" else {"text": value})})
    reader = answer.reader
    for (choice, _), call in reader.calls.items():
        say(out, {"type": "tool_call", "choice": choice, **call})
    if answer.tokens():
        cost = {} if answer.count is None else {"cost_usd_estimate": answer.count()[1]}
        say(out, {"type": "usage", "model": reader.model, **answer.tokens(), **cost})
    answer.check()
    finishes = [{"choice": choice, "finish_reason": reason} for choice, reason in sorted(reader.finishes.items())]
    say(out, {"type": "result", "model": reader.model, "choices": finishes})


def write_error(error, context):
    """Print the ``error`` that is the last line of a call which failed in any way."""
    if isinstance(error, CometError):
        facts, exit_name = error_facts(error), error.exit
    else:
        exit_name = "interrupted" if isinstance(error, KeyboardInterrupt) else "general_error"
        facts = {"code": exit_name, "message": program.EXITS[exit_name]["meaning"]}
    try:
        say(Out(context), {"type": "error", "error": {**facts, "exit_code": program.EXITS[exit_name]["code"]}})
    except (CometError, OSError):
        pass  # nobody can be told; the exit code still says it


def say(out, event):
    """Print one event and let it go."""
    out.write(harmless(json.dumps(finite(event), ensure_ascii=not out.is_unicode, allow_nan=False)) + "\n")
    out.flush()
