"""A line of results: OpenAI's form of batch output, with what the row cost, how often it was sent and how long it took."""

import json

from cometapi.batch import sending
from cometapi.output.plain import finite

CODES = {sending.REFUSED: "not_accepted", sending.UNREACHED: "not_sent"}


def result_line(work, prepared, outcome, dollars, run):
    """The bytes of the line of a row, with its end; ``prepared`` is None where no request could be made."""
    error = outcome.error
    is_there = outcome.status is not None
    response = {"status_code": outcome.status, "request_id": outcome.request_id, "body": outcome.body}
    line = {
        "id": f"batch_req_{work.key:016x}_{run}",
        "custom_id": work.id,
        "response": response if is_there else None,
        "error": error and {"code": error.code or CODES.get(outcome.verdict, error.exit), "message": error.message},
        "model": (prepared and prepared.model) or outcome.model,
        "usage": outcome.tokens or None,
        "cost_usd_estimate": None if dollars is None else float(dollars),
        "attempts": work.attempts,
        "milliseconds": round(1000 * work.seconds) if work.attempts else None,
        **({"files": list(outcome.files)} if outcome.files else {}),
        "digest": prepared and prepared.digest,
        "source": f"{work.source:016x}",
    }
    return in_json(line).encode("ascii") + b"\n"


def in_json(line):
    """The JSON of a line; a number that JSON does not have, such as the NaN that a service may say, is null."""
    try:
        return json.dumps(line, allow_nan=False)
    except ValueError:
        return json.dumps(finite(line))
