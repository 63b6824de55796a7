"""Texts to read on a screen: laid out for its width, and long ones through the user's pager, as git shows them.

Nothing is read but the words and the environment, so that help works beside a broken config file.
"""

import os

from cometapi.generated import index
from cometapi.manifest.page import Page

BOLD = "\x1b[1m{}\x1b[0m"
USUAL = "less"
LESS = {"LESS": "FRX"}  # where nobody has set it up: end where all fits, pass styles, leave the screen alone


def show(context, lay_out):
    """Print the text that ``lay_out`` makes for a page; returns the exit code."""
    take_words(context)
    text = lay_out(Page(context.width(), BOLD.format if context.has_color("stdout") else str))
    words = pager(context) if context.is_terminal("stdout") and text.count("\n") >= context.height() else None
    if not (words and through(words, text, context)):
        context.print(text)
    return 0


def take_words(context):
    """Take over what the words and the environment say of how to talk; a line with help is not parsed."""
    words = context.argv[: context.argv.index("--")] if "--" in context.argv else context.argv
    for flag in index.FLAGS.get("color", ()):
        after = [words[at + 1] for at, word in enumerate(words[:-1]) if word == flag]
        after += [word.removeprefix(f"{flag}=") for word in words if word.startswith(f"{flag}=")]
        context.color = after[-1] if after else context.color
    if any(flag in words for flag in index.FLAGS.get("plain", ())) or (
        context.plain is None and context.is_terminal("stdout") and is_plain_by_variable(context.environ)
    ):
        context.plain = True


def is_plain_by_variable(environ):
    """Whether the variable of the setting asks for plain output."""
    from cometapi.generated.settings import SETTINGS

    return environ.get(SETTINGS["plain"].get("environment", "")) == "on"


def pager(context):
    """The words that start the user's pager; None where texts are printed at once."""
    asked = context.environ.get("PAGER")
    if context.is_plain() or context.silence("stdin", "stdout") or asked in ("", "cat"):
        return None
    if asked is None and os.name == "nt":
        return None
    import shlex

    try:
        return shlex.split(asked or USUAL) or None
    except ValueError:  # a quote that is not closed
        return None


def through(words, text, context):
    """Show a text through a pager and wait until it is left; False where it cannot be started. Ctrl-C is the pager's."""
    import signal
    import subprocess

    try:
        process = subprocess.Popen(words, stdin=subprocess.PIPE, env={**LESS, **context.environ})
    except (OSError, ValueError):
        return False
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process.communicate(text.encode("utf-8", "replace"))  # which passes over a pager that was left early
    finally:
        signal.signal(signal.SIGINT, before)
    return True
