"""``exec``: another program through the gateway, as if it had been started directly."""

from shlex import join, quote

from cometapi.commands.serve import told
from cometapi.exec import agents, environment, files
from cometapi.serve.gateway import Gateway

NO_PORT = "http://127.0.0.1:PORT"  # where the gateway would be
MASKED = "…"


def run(call):
    """Run the program, and say what its requests have cost; the exit code is its own."""
    words = call.argument("command_line")
    agent = agents.agent_of(words[0], call.option("agent"))
    model = model_of(call, agent)
    if call.option("plan"):
        values = {"url": NO_PORT, "token": MASKED, "model": model}
        tell_files(call, agent)
        call.context.print(shown(changed(call, agent, values), environment.command_line(agent, words, values)))
        return
    path = agents.path_of(words[0], call.context.environ)
    wanted = {name: call.option(name) for name in ("models", "record", "replay")}
    gateway = Gateway(call.session, budget_from=call, counts=True, **wanted)
    try:
        values = {"url": gateway.url, "token": gateway.token, "model": model}
        change = changed(call, agent, values)
        tell_files(call, agent)
        kind = f" as {agent['title']}" if agent["programs"] else ""
        call.context.tell(f"Running {words[0]}{kind} with {gateway.url}")
        tell_change(call, change)
        call.code = waited(call, gateway, path, environment.command_line(agent, words, values), change)
    finally:
        gateway.stop()
    summary = gateway.summary()
    nothing = not (summary.requests or summary.refused)
    call.context.note("The program sent no paid requests." if nothing else told(summary))


def waited(call, gateway, path, words, change):
    """The exit code of the program, once it has ended; the gateway serves meanwhile."""
    from cometapi.exec import child

    context = call.context
    with child.heard() as signals:
        gateway.start()
        streams = (context.stdin, context.stdout, context.stderr)
        made = child.Child(path, words, change.of(context.environ), streams, signals)
        try:
            return made.wait()
        finally:
            made.end()


def model_of(call, agent):
    """The model that an agent is told to use; None where it chooses for itself."""
    given = call.option("model")
    if given is None and "default_from" in agent:
        given = call.settings.get(agent["default_from"])
    return None if given is None else call.session.model(given, call.context)


def changed(call, agent, values):
    """The Change of the environment."""
    return environment.Change(agent, values, call.context.environ, call.session.settings.secrets())


def tell_files(call, agent):
    """Say which settings files of an agent lead it elsewhere."""
    for one in files.found(agent, call.context.environ):
        names = ", ".join(one.names)
        if one.wins:
            call.context.note(f"{one.path} has {names}, which {agent['title']} prefers to what is set here.")
        else:
            call.context.tell(f"{agent['title']} may read {names} from {one.path}.")


def tell_change(call, change):
    """Say what is set and removed."""
    call.context.tell(f"Set: {', '.join(sorted(change.put))}")
    call.context.tell(f"Removed: {', '.join(change.dropped) or 'nothing'}")


def shown(change, words):
    """What would be done, as lines for a shell."""
    lines = [f"export {name}={quote(value)}" for name, value in sorted(change.put.items())]
    lines += [f"unset {' '.join(change.dropped)}"] if change.dropped else []
    return "\n".join([*lines, join(words), ""])
