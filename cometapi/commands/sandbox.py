"""The sandbox in the foreground, until Ctrl-C."""

from cometapi.errors import CometError
from cometapi.generated import program
from cometapi.generated.index import PROGRAM
from cometapi.own import declared
from cometapi.sandbox.server import Sandbox
from cometapi.sandbox.times import passed


def run(call):
    """Serve until Ctrl-C; the base URL is the result, how to use it is a note."""
    wrong = {
        "fail": call.option("fail"),
        "cut_after": call.option("cut_after"),
        "delay": call.option("delay") or 0,
        "any_model": bool(call.option("any_model")),
    }
    later = passed(call.context.environ)
    try:
        sandbox = Sandbox(call.argument("port"), later=later, **wrong)
    except OSError as error:
        raise CometError(f"The sandbox cannot listen on port {call.option('port')}: {error.strerror}.") from None
    serve_own(sandbox, call.context.environ)
    call.context.print("".join(f"{url}\n" for url in dict.fromkeys(sandbox.base_urls.values())))
    call.context.note(f"Use it with: {' '.join(variables(sandbox))} {PROGRAM} ... (Ctrl-C ends it)")
    try:
        sandbox.serve()
    finally:
        sandbox.server.server_close()


def serve_own(sandbox, environ):
    """Answer the requests of the user's own commands as well, from their own samples."""
    from cometapi.own import commands

    for bundle in commands.bundles(environ):
        declared.register(bundle)
        sandbox.serve_own(bundle, environ)


def variables(sandbox):
    """The variables that point a program to a sandbox: the URLs, and a dummy key."""
    key = [facts["setting"] for facts in program.CREDENTIALS.values()][:1]
    values = {**sandbox.base_urls, **dict.fromkeys(key, "any")}
    names = {name: program.SETTINGS[name].get("environment") for name in values}
    return [f"{names[name]}={value}" for name, value in values.items() if names[name]]
