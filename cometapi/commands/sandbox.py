"""``cometapi sandbox``: the sandbox in the foreground, until Ctrl-C."""

from cometapi.errors import CometError
from cometapi.sandbox.server import Sandbox


def run(call):
    """Serve until Ctrl-C; the base URL is the result, how to use it is a note."""
    wrong = {
        "fail": call.option("fail"),
        "cut_after": call.option("cut_after"),
        "delay": call.option("delay") or 0,
    }
    try:
        sandbox = Sandbox(call.argument("port"), **wrong)
    except OSError as error:
        raise CometError(f"The sandbox cannot have port {call.option('port')}: {error.strerror}.") from None
    call.context.print(f"{sandbox.base_url}\n")
    call.context.note(
        f"Use it with: COMETAPI_BASE_URL={sandbox.base_url} COMETAPI_KEY=any cometapi ... (Ctrl-C ends it)"
    )
    try:
        sandbox.serve()
    finally:
        sandbox.server.server_close()
