"""Where names of one's own are kept in the config folder, and what a name may be."""

from cometapi.errors import UsageError
from cometapi.settings import folders

TEMPLATES = "templates"
COMMANDS, REPLIES = "commands", "replies"  # the user's own commands, and their samples
ENDING = ".yaml"
NAME = r"\w[\w.+:@-]{0,99}"  # of an alias or a template


def aliases(environ):
    """The file of the aliases, None without a home."""
    return folders.beside_config(environ, folders.ALIASES)


def templates(environ):
    """The folder of the templates, None without a home."""
    return folders.beside_config(environ, TEMPLATES)


def template(environ, name):
    """The file of a template, None without a home; raises UsageError for a name that is none."""
    checked(name, "template")
    return folders.beside_config(environ, TEMPLATES, f"{name}{ENDING}")


def commands(environ, *name):
    """The folder of the user's own commands, or a file in it; None without a home."""
    return folders.beside_config(environ, COMMANDS, *name)


def replies(environ, *name):
    """The folder of the samples of own commands, or a file in it; None without a home."""
    return folders.beside_config(environ, REPLIES, *name)


def checked(name, kind):
    """The name itself, if an alias or a template may have it: a name is a word, and never a path."""
    import re

    if not re.fullmatch(NAME, name) or (kind == "template" and ":" in name):
        raise UsageError(
            f"{name!r} cannot be the name of {'an alias' if kind == 'alias' else f'a {kind}'}.",
            hint="A name is one word of letters, digits, hyphens and underscores; it is no path.",
        )
    return name
