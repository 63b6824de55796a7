"""An answer as one JSON object a line, the same for every protocol: start, text, reasoning, media, tool_call, usage, and last
result or error."""

import json

from cometapi.errors import CometError
from cometapi.generated import program
from cometapi.output import Out
from cometapi.output.as_json import error_facts, harmless
from cometapi.output.plain import finite

TEXTS = ("text", "reasoning")  # other pieces are told when they are complete (calls), or on stderr


def write_answer(answer, columns, out):
    """Print each piece, and a ``result`` when the answer is what was asked for.

    Lines of pieces that arrived together are written together, before more is waited for.
    """
    lines = Lines(out)
    waits_are_known = answer.before_wait(lines.write)
    try:
        lines.add({"type": "start"})
        for kind, value, choice in answer.everything:
            if kind in TEXTS:
                lines.add_text(kind, choice, value)
            elif kind == "media":
                lines.add({"type": kind, "choice": choice, kind: value.own})
            if not waits_are_known:
                lines.write()
        for event in endings(answer):
            lines.add(event)
    finally:
        lines.write()


def endings(answer):
    """What is told when all has been read: calls, tokens, and the result of an answer that is what was asked for."""
    reader = answer.reader
    for (choice, _), call in reader.calls.items():
        yield {"type": "tool_call", "choice": choice, **call}
    if answer.tokens():
        cost = {} if answer.count is None else {"cost_usd_estimate": answer.count()[1]}
        yield {"type": "usage", "model": reader.model, **answer.tokens(), **cost}
    answer.check()
    finishes = [{"choice": choice, "finish_reason": reason} for choice, reason in sorted(reader.finishes.items())]
    yield {"type": "result", "model": reader.model, **answer.more, "choices": finishes}


def write_error(error, context):
    """Print the ``error`` that is the last line of a call which failed in any way."""
    if isinstance(error, CometError):
        facts, exit_name = error_facts(error), error.exit
    else:
        exit_name = "interrupted" if isinstance(error, KeyboardInterrupt) else "general_error"
        facts = {"code": exit_name, "message": program.EXITS[exit_name]["meaning"]}
    try:
        lines = Lines(Out(context))
        lines.add({"type": "error", "error": {**facts, "exit_code": program.EXITS[exit_name]["code"]}})
        lines.write()
    except (CometError, OSError):
        pass  # nobody can be told; the exit code still says it


class Lines:
    """Lines on their way out."""

    def __init__(self, out):
        self.out = out
        self.encode = json.JSONEncoder(ensure_ascii=not out.is_unicode, allow_nan=False).encode
        self.waiting = []

    def add(self, event):
        """Take an event."""
        self.waiting.append(self.encode(finite(event)) + "\n")

    def add_text(self, kind, choice, text):
        """Take a text, of which there may be many: the line that ``add`` makes, put together here."""
        self.waiting.append(f'{{"type": "{kind}", "choice": {choice}, "text": {self.encode(text)}}}\n')

    def write(self):
        """Write what was taken, and let it go."""
        made = harmless("".join(self.waiting))
        self.waiting.clear()
        if made:
            self.out.write(made)
            self.out.flush()
