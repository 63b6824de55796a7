"""``cometapi alias``: short names for models, and for the beginnings of command lines."""

from cometapi.cli.kept import kept_words
from cometapi.cli.registry import command_data
from cometapi.cli.words import walk
from cometapi.context import misread
from cometapi.errors import UsageError
from cometapi.generated import index, overview
from cometapi.manifest.arguments import Flags, flag_of
from cometapi.output.results import Rows
from cometapi.own import aliases, names, places
from cometapi.own.commands import load
from cometapi.suggest import meant


def listed(call):
    """A row for each alias."""
    columns = call.command["routes"][0]["response"]["columns"]
    environ = call.context.environ
    known = aliases.known(environ)
    empty = f"There are no aliases; make one with: {index.PROGRAM} alias set NAME VALUE"
    return Rows(columns, [row(*entry, environ) for entry in known.items()], empty=lambda: empty)


def row(name, value, environ):
    """The record of one alias."""
    return {"alias": name, "kind": "command" if names.is_command(value, environ) else "model", "value": value}


def set_value(call):
    """Check a name and a value, and keep them."""
    context, name, value = call.context, call.argument("alias"), call.argument("alias_value")
    fault = misread([name, value])
    if fault:
        raise UsageError(f"The alias {fault}.")
    check_name(places.checked(name, "alias"), context)
    known = aliases.known(context.environ)
    value = value.strip()
    check_value(name, value, known, context.environ)
    before = aliases.store(context.environ, name, value)
    names.forget(context.environ, name)
    names.aliases(context.environ)
    context.note(
        f"{name} is {'already' if before == value else 'now'} an alias for "
        f"{'' if names.is_command(value, context.environ) else 'the model '}{value}."
    )
    for sentence in told(name, known):
        context.note(sentence)


def check_name(name, context):
    """Raise UsageError for a name that means something already: a command, or a model of the catalog."""
    if name in {word.split()[0] for word in (*index.COMMANDS, *index.GROUPS)}:
        raise UsageError(f"{name} is a command of {index.PROGRAM}; an alias needs a name of its own.")
    if name in {words.split(" ")[0] for words in names.commands(context.environ)}:
        raise UsageError(f"{name} begins a command of your own; an alias needs a name of its own.")
    if name in kept_words(context.environ, "models"):
        raise UsageError(f"{name} is a model of the catalog; an alias needs a name of its own.")


def check_value(name, value, known, environ):
    """Raise UsageError for a value that leads nowhere, or to another alias."""
    if not value:
        raise UsageError("The value of an alias cannot be empty.")
    if any(sign in value for sign in "\n\r\0"):
        raise UsageError("The value of an alias has one line.")
    own = names.known(environ)
    if names.begins(value, own):
        check_words(value, own, environ)
        return
    first = value.split()[0]
    if first in known or first == name:
        raise UsageError(f"{first} is an alias itself, and an alias is expanded once; give what it stands for.")
    if value.startswith("-") or len(value.split()) > 1:
        guess = meant(first, [*index.COMMANDS, *index.GROUPS, *own, *names.opening(own)])
        raise UsageError(f"{value!r} is neither a model nor begins with a command{guess}")


def check_words(value, own, environ):
    """Raise UsageError for a command line that no shell could read, or with an option that the command does not have.

    ``own`` are the own commands with their entries.
    """
    try:
        words = names.words(value)
    except ValueError:
        raise UsageError("The value of the alias has a quote that is not closed.") from None
    name, rest = names.split(words, own)
    if name in own or name in index.COMMANDS:
        command = load(environ, own[name]["stem"]).data() if name in own else command_data(name)
        walk(rest, Flags(command["arguments"], name))
    elif rest:
        raise UsageError(f"{value!r} does not begin with a command of {index.PROGRAM}, or with one of yours.")


def told(name, known):
    """Sentences about what else a name means, which is no reason to refuse it."""
    if name in overview.OVERVIEW["topics"]:
        yield f"{name} is also a topic of help, which {index.PROGRAM} help {name} still shows."
    flags = choices_with(name)
    if flags:
        yield f"{name} is also a value of {' and '.join(flags)}, and keeps that meaning there."
    users = [one for one, value in known.items() if value == name]
    if users:
        yield f"{' and '.join(users)} stands for the model {name}, and not for this alias: aliases are expanded once."


def choices_with(name):
    """The options of any command that have a name among their choices, without duplicates."""
    arguments = (facts for words in index.COMMANDS for facts in command_data(words)["arguments"].values())
    found = [
        flag_of(one) for one in arguments if not isinstance(one.get("choices"), str) and name in one.get("choices", ())
    ]
    return list(dict.fromkeys(found))


def remove(call):
    """Remove an alias."""
    context, name = call.context, call.argument("alias")
    known = aliases.known(context.environ)
    if name not in known:
        raise UsageError(f"There is no alias {name!r}{meant(name, known)}")
    aliases.store(context.environ, name, None)
    names.forget(context.environ, name)
    names.aliases(context.environ)
    context.note(f"The alias {name} was removed.")
