"""``--sidecar``: a JSON file beside each saved medium that records how it was made."""

import json
import re
import time

from cometapi.errors import OutputFailed
from cometapi.http import known
from cometapi.http.service_errors import facts_of
from cometapi.output.to_file import checked, is_stream, to_path

ENDING = ".json"
LONG = re.compile(r"(data:[^,]*,)?[A-Za-z0-9+/]{200,}={0,2}")  # base64 of a file in a request


def check(call, path):
    """Raise UsageError if the sidecar of a path cannot be written."""
    if call.option("sidecar") and not is_stream(path):
        checked(f"{path}{ENDING}", call.option("force"))


def write(call, route, reply):
    """Write a sidecar for each saved medium of a call; a failure is only a note."""
    if not call.option("sidecar"):
        return
    made = described(call, route, reply)
    for one in call.saved:
        if is_stream(one.path):
            continue
        facts = {"file": one.path, "media_type": one.kind, "bytes": one.size, "sha256": one.digest, **made}
        try:
            with to_path(f"{one.path}{ENDING}", call.option("force")) as file:
                json.dump(facts, file, ensure_ascii=False, indent=2)
                file.write("\n")
        except OutputFailed as error:
            call.context.note(error.message)


def described(call, route, reply):
    """The facts that all media of a call share."""
    body = shortened(call.parts["body"])
    return {
        "command": call.command["name"],
        "model": known.model(call),
        "prompt": call.option("message"),
        "seed": body.get("seed") if isinstance(body, dict) else None,
        "request": body,
        "usage": known.tokens(route, reply) or None,
        "cost_usd_estimate": known.cost(call, route, reply, call.saved),
        "request_id": facts_of(call.client.reply).get("request_id"),
        "created_at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time())),
    }


def shortened(value):
    """A value of a request with its files replaced: those of a form by their name, base64 by its length."""
    if isinstance(value, dict):
        return {key: shortened(part) for key, part in value.items()}
    if isinstance(value, list):
        return [shortened(part) for part in value]
    if isinstance(value, str):
        return f"<{len(value):,} characters>" if LONG.fullmatch(value) else value
    return value if value is None or isinstance(value, int | float) else str(value)
