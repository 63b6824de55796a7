"""``cometapi command``: commands of the user's own; add, list, check and remove them."""

import os

from cometapi.commands import adding
from cometapi.errors import ConfigurationError, OutputFailed, UsageError
from cometapi.generated import index, program
from cometapi.http.url import split
from cometapi.output.results import Rows
from cometapi.own import command_cache, command_files, commands, names, places, trust
from cometapi.skill import outdated
from cometapi.suggest import meant


def listed(call):
    """A row for each file in the folder of own commands."""
    columns = call.command["routes"][0]["response"]["columns"]
    environ = call.context.environ
    empty = f"There are no commands of your own; add one with: {index.PROGRAM} command add FILE"
    return Rows(columns, [row(environ, *one) for one in names.commands(environ).items()], empty=lambda: empty)


def row(environ, words, entry):
    """The record of one command."""
    facts = {key: entry[key] or None for key in ("summary", "effect", "cost")}
    path = places.commands(environ, f"{entry['stem']}{places.ENDING}")
    host = digest = None
    state = "broken"
    try:
        own = commands.load(environ, entry["stem"])
        host, digest, state = host_of(own.bundle), own.digest, own.state(environ)
    except ConfigurationError:
        pass  # command check tells why
    state = "hidden" if names.is_hidden(words) else state
    return {"command": words, **facts, "host": host, "state": state, "digest": digest, "path": path}


def host_of(bundle):
    """The hosts that a command sends to, with commas between them."""
    parts = [bundle["command"], *bundle["command"].get("routes", [])]
    named = [one["request"]["service"] for one in parts if "service" in one.get("request", {})]
    services, settings = {**program.SERVICES, **bundle["services"]}, {**program.SETTINGS, **bundle["settings"]}
    urls = [settings[services[name]["setting"]].get("default", "") for name in named]
    return ", ".join(dict.fromkeys(split(url).netloc for url in urls if url))


def check(call):
    """Print the findings of a file, or of every file of the user's; the exit is that of an error where there are some."""
    environ, file = call.context.environ, call.option("command_file")
    found = (
        adding.findings_of(file)
        if file
        else [line for stem in command_files.stems(environ) for line in faults(environ, stem)]
    )
    call.context.print("".join(f"{line}\n" for line in found))
    if found:
        call.exit = "general_error"
        return
    call.context.note("No findings.")


def faults(environ, stem):
    """What is wrong with an own command, as lines."""
    try:
        content = command_files.content_of(environ, stem)
        _, findings = commands.compiled(environ, stem, content, commands.example_fault)
    except ConfigurationError as error:
        return [error.message]
    return list(map(str, findings))


def remove(call):
    """Delete a command's file, its samples where no other command uses them, and what was kept of it."""
    from cometapi.terminal import confirm

    environ = call.context.environ
    words = " ".join(call.argument("command_words"))
    known = names.commands(environ)
    confirm.check(call, f"Remove the command {words.replace('{', '').replace('}', '')}?")
    if words not in known:
        raise UsageError(f"There is no command {words!r} of yours{meant(words, known)}")
    stem = known[words]["stem"]
    path = places.commands(environ, f"{stem}{places.ENDING}")
    samples = own_samples(environ, stem)
    try:
        os.unlink(path)
        for one in samples:
            os.unlink(places.replies(environ, one))
    except OSError as error:
        raise OutputFailed(f"{error.filename} cannot be removed: {error.strerror}.") from None
    trust.agree(environ, stem, None)
    command_cache.forget(environ, stem)
    names.commands(environ)
    call.context.note(f"The command {words} was removed.")
    outdated.tell(call.context)


def own_samples(environ, stem):
    """The names of the samples that are there for this command alone."""
    others = {name for one in command_files.stems(environ) if one != stem for name in adding.samples_in(environ, one)}
    return [name for name in adding.samples_in(environ, stem) if name not in others]
