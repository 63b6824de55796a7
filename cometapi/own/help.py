"""What help says of names of the user's own: a section behind the commands of the program."""

from cometapi.errors import ConfigurationError
from cometapi.generated import index
from cometapi.manifest import help as texts
from cometapi.own import names
from cometapi.terminal.visible import visible

TITLE, WITH_COMMANDS = "Aliases and templates", "Your commands, aliases and templates"
LONGEST = 100  # characters of what a name stands for


def beside(context, lay_out):
    """What lays out a help text with the user's own names behind it."""
    try:
        rows = entries(context.environ)
    except ConfigurationError as error:
        context.note(error.message)
        return lay_out
    title = WITH_COMMANDS if names.commands(context.environ) else TITLE
    return lambda page: lay_out(page) + (f"\n{page.section(title, page.names(rows))}\n" if rows else "")


def entries(environ):
    """Every name with what it stands for: rows of (name, text)."""
    from cometapi.advice import flag  # which loads regular expressions, as long as the rest of a short call

    rows = [(words, cut(one.get("fault") or one["summary"])) for words, one in names.known(environ).items()]
    rows += [(name, cut(value)) for name, value in names.aliases(environ).items()]
    return rows + [
        (f"{flag('template')} {name}", cut(summary) or "A template.")
        for name, summary in names.templates(environ).items()
    ]


def of_own(context, words):
    """What lays out the help of an own command, or of a group of them; raises ConfigurationError for a broken one."""
    found = names.known(context.environ)
    if words not in found and not any(one.startswith(f"{words} ") for one in found):
        return None
    if words not in found:
        summaries = {name: visible(one["summary"], keep="") for name, one in found.items()}
        return lambda page: texts.group_help(page, index.PROGRAM, words, summaries, "Commands of your own.")
    from cometapi.own import commands

    bundle = commands.load(context.environ, found[words]["stem"]).bundle
    return lambda page: commands.help_text(bundle, page)


def of_alias(context, words):
    """What lays out the help about an alias, None where the words are none."""
    value = names.aliases(context.environ).get(words)
    if value is None:
        return None
    return lambda page: page.wrap(f"{words} is your alias for: {visible(value, keep='')}") + "\n"


def cut(text):
    """A text as one line that is not too long."""
    line = visible(" ".join(text.split()), keep="")
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def tell_behind(operation):
    """Tell behind a list of the models, where people read it, which of them have names of the user's own."""
    from cometapi.generated import program
    from cometapi.manifest.output_formats import is_for_machines

    listing = program.COMPLETIONS.get("models", {}).get("from")
    if operation.command["name"] != listing or operation.preview or is_for_machines(operation.format()):
        return
    environ = operation.context.environ
    try:
        known = names.aliases(environ)
    except ConfigurationError as error:
        operation.context.note(error.message)
        return
    found = [f"{name} is {value}" for name, value in known.items() if not names.is_command(value, environ)]
    if found:
        operation.context.note(f"Your aliases: {', '.join(found)}.")
