"""The gateway in the foreground, until Ctrl-C or a signal."""

import threading

from cometapi.generated import program
from cometapi.serve.gateway import Gateway


def run(call):
    """Serve until Ctrl-C: stdout says how clients are set up, stderr what the requests have cost."""
    call.context.check_stdout()
    gateway = Gateway(
        call.session,
        budget_from=call,
        port=call.argument("port"),
        models=call.option("models"),
        record=call.option("record"),
        replay=call.option("replay"),
    )
    try:
        gateway.start()
        call.context.print("".join(f"{line}\n" for line in exports(gateway)))
        call.context.note(f"Serving at {gateway.url} until Ctrl-C. The token in the lines above is for this run only.")
        threading.Event().wait()
    finally:
        gateway.stop()
        call.context.note(told(gateway.summary()))


def exports(gateway):
    """Lines for a shell that let the vendors' own clients find the gateway."""
    values, clients = {"url": gateway.url, "token": gateway.token}, clients_of_protocols()
    set_to = {name: form.format_map(values) for one in clients for name, form in one["set"].items()}
    unset = [name for one in clients for name in one.get("unset", ())]
    return [
        *(f"export {name}={value}" for name, value in set_to.items()),
        *([f"unset {' '.join(unset)}"] if unset else []),
    ]


def clients_of_protocols():
    """How the clients of the protocols are set up, as far as the manifest says."""
    return [one["client"] for one in program.PROTOCOLS.values() if "client" in one]


def told(summary):
    """What a gateway has done, as a sentence."""
    noun = "request" if summary.requests == 1 else "requests"
    parts = [f"{summary.requests} {noun}, about ${summary.dollars:.4f} at catalog prices"]
    if summary.unpriced:
        parts.append(f"{summary.unpriced} of unknown cost")
    if summary.refused:
        parts.append(f"{summary.refused} refused by a cap")
    return f"{', '.join(parts)}."
