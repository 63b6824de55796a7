"""``cometapi help``: the texts that the manifest gives, by command or topic."""

from cometapi.cli import help as texts
from cometapi.errors import UsageError
from cometapi.generated import index
from cometapi.manifest.help import sections_help
from cometapi.suggest import meant
from cometapi.terminal.pager import show


def run(call):
    """Print the help of a command or a topic; the program's own without one."""
    explain(call.context, call.argument("subject") or [])


def answer(context, given):
    """Print the help of what the words of a call name, without settings; ``given`` are its values by what they do."""
    return explain(context, given.get("subject", []))


def explain(context, subject):
    """Print the help of what these words name; returns the exit code."""
    words = " ".join(subject)
    return show(context, (is_new(words) and of_own(context, words)) or about(words, context.environ))


def of_own(context, words):
    """The same of names of the user's own: the program's with those behind it, or that of a command or an alias; None of other words."""
    from cometapi.own.help import beside, of_alias, of_own

    return of_own(context, words) or of_alias(context, words) if words else beside(context, texts.of_program)


def is_new(words):
    """Whether the program itself says nothing of these words."""
    from cometapi.generated.topics import TOPICS

    return words not in index.COMMANDS and words not in index.GROUPS and words not in TOPICS


def about(words, environ):
    """What lays out the help text of a command, a group of commands or a topic; raises UsageError for anything else.

    A word such as config opens commands and is a topic as well.
    """
    from cometapi.generated.topics import TOPICS

    found = [texts.of_group(words)] if words in index.GROUPS and words not in index.COMMANDS else []
    found += [texts.of_command(words)] if words in index.COMMANDS else []
    found += [texts.of_topic(words)] if words in TOPICS else []
    if not found:
        return otherwise(words, TOPICS, environ)
    return lambda page: "\n".join(
        one(page) for one in found
    )  # a word such as config opens commands and is a topic as well


def otherwise(words, topics, environ):
    """The same of words that are no such name: a name that is written so, else what is known of them."""
    written = words.lower().replace(" ", "-").replace("_", "-")
    named = next((one for one in (written, f"{written}s", written.removesuffix("s")) if one in topics), None)
    if named:
        return texts.of_topic(named)
    from cometapi.commands.look_up import look_up, names
    from cometapi.own.names import callable_names

    found = look_up(words)
    if found:
        return lambda page: sections_help(page, found)
    known = [*index.COMMANDS, *index.GROUPS, *callable_names(environ), *topics, *names()]
    raise UsageError(f"There is no help about {words!r}{meant(words, known)}", hint=f"Try: {index.PROGRAM} help")
