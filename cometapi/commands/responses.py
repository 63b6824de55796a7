"""``cometapi responses``: the answer, waited for when it is made in the background."""

import time

from cometapi.answers import ask
from cometapi.errors import ServiceUnavailable
from cometapi.generated import index, response_get

RUNNING = ("queued", "in_progress")


def run(call):
    """The answer of a model; with ``--background`` once the service has made it."""
    if not call.option("background"):
        return ask.run(call)
    call.values[call.command["stream"]["switch"]] = False  # the service answers at once, with a promise
    first = call.result()
    return ask.prepared(call, first.again(finished(call, first.document())))


def finished(call, document):
    """The reply when it is no longer being made; raises ServiceUnavailable when that takes too long."""
    look = call.another(response_get.COMMAND, {"id": document.get("id")})
    deadline = time.monotonic() + call.option("max_wait")
    while isinstance(document, dict) and document.get("status") in RUNNING:
        if time.monotonic() + call.option("interval") > deadline:
            hint = f"Look again with: {index.PROGRAM} response get {document.get('id')}"
            raise ServiceUnavailable(f"The answer is not made within {call.values['max_wait']} s.", hint=hint)
        call.context.note(f"{document['status']}; looking again in {call.values['interval']} s.")
        time.sleep(call.option("interval"))
        if call.client.bodies:
            call.client.bodies.clear()  # only the last one is the answer
        document = look.document(response_get.COMMAND["routes"][0])
    return document
