"""``cometapi mcp serve``: commands as tools of an agent, over the Model Context Protocol."""

import importlib.util
import os
import sys

import cometapi
from cometapi.errors import UsageError
from cometapi.generated.index import PROGRAM
from cometapi.http.client import NETWORK
from cometapi.mcp import places
from cometapi.mcp.guard import Policy
from cometapi.settings import folders
from cometapi.spending.money import in_words, number

LIBRARY = ("mcp", "mcp_types")
HANDED_ON = (
    *NETWORK,
    "sandbox",
    "profile",
    "no_history",
    "until",
)  # what was given to the server and holds for its calls


def serve(call):
    """Serve until the client closes stdin; at the end stderr says what was spent."""
    if os.name == "nt":
        raise UsageError("mcp serve does not run on Windows.")
    if None in map(importlib.util.find_spec, LIBRARY):
        raise UsageError(
            "mcp serve needs the library mcp, version 2 or later, which is not installed.",
            hint="Install it from the checkout: pipx install --force '.[mcp]'",
        )
    policy, environ = policy_of(call), call.context.environ
    sys.path[:] = places.beyond(sys.path, policy.folder)
    if os.isatty(call.context.wire[0]):
        call.context.note(f"Waiting for a client of the Model Context Protocol on stdin. See: {PROGRAM} help agents")
    from cometapi.mcp.allowance import Allowance
    from cometapi.mcp.running import Runner
    from cometapi.mcp.server import Tools, serve

    allowance = Allowance(number(call.option("max_cost")), call.option("max_calls"))
    try:
        serve(Tools(Runner(policy._asdict(), allowance, environ), policy, environ), call.context.wire)
    finally:
        if allowance.made:
            noun = "paid request" if allowance.made == 1 else "paid requests"
            cost = "" if allowance.dollars is None else f", at most {in_words(allowance.spent)} at catalog prices"
            call.context.note(f"{allowance.made} {noun}{cost}.")


def policy_of(call):
    """What the user allows, by the options of the server."""
    folder = call.option("agent_folder")
    if folder is not None:
        environ = call.context.environ
        own = [folders.beside_config(environ), folders.state_folder(environ), folders.cache_file(environ, "")]
        folder = places.checked(folder, own, [os.path.dirname(cometapi.__file__), sys.prefix])
    return Policy(
        changes=bool(call.option("allow_changes")),
        pays=any(call.option(one) is not None for one in ("max_cost", "max_calls")),
        folder=folder,
        given={name: call.given_option(name) for name in HANDED_ON},
    )
