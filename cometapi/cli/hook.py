"""The answer to a shell's Tab that comes through argcomplete's hook, in argcomplete's own form.

The hook runs the program with the line in COMP_LINE and how it wants the answer in variables that begin with
_ARGCOMPLETE; the words that may come next go to descriptor 8, or to a file that is named.
"""

import os

from cometapi.cli.completion import offers

ANSWERS = 8
READ_BY_SHELLS = "\\'\"`$("  # what makes a word of something else than the letters between two blanks
ESCAPED = "\\();<>|&!`$*?[]{} \t\n\"'"
NEVER_ESCAPED = ("fish", "tcsh")  # shells that do it themselves
GOES_ON = "=/:"  # signs behind which a word is not at its end


def answer(environ):
    """Answer and end the process; returns False, with nothing written, for a line that a shell has to read."""
    line = environ.get("COMP_LINE", "")[: int(environ.get("COMP_POINT", "0"))]
    separator, describes = environ.get("_ARGCOMPLETE_IFS", "\v"), environ.get("_ARGCOMPLETE_DFS", "")
    if not line or any(sign in line for sign in READ_BY_SHELLS) or len(separator) != 1 or len(describes) > 1:
        return False
    words = [*line.split(), *([""] if line[-1].isspace() else [])]
    typed = words.pop()
    found = offers(words[int(environ["_ARGCOMPLETE"]) :], typed, environ)
    breaks = environ.get("_ARGCOMPLETE_COMP_WORDBREAKS", "")
    start = max((typed.rfind(sign) + 1 for sign in breaks), default=0)  # before it the shell leaves the word as it is
    texts = {escaped(word[start:], environ): told.replace(separator, " ") for word, told in found.items()}
    if len(texts) == 1 and environ.get("_ARGCOMPLETE_SUPPRESS_SPACE") != "1":
        texts = {word if word[-1:] in GOES_ON else f"{word} ": told for word, told in texts.items()}
    os._exit(write(separator.join(described(texts, describes, environ)), environ))


def escaped(word, environ):
    """A word as the shell has to read it, that asks."""
    shell = environ.get("_ARGCOMPLETE_SHELL")
    if shell in NEVER_ESCAPED:
        return word
    signs = ESCAPED + ":" * (shell == "zsh")
    escape = "`" if shell == "powershell" else "\\"
    return "".join(f"{escape}{sign}" if sign in signs else sign for sign in word)


def described(texts, describes, environ):
    """The words with what the shell shows beside each."""
    if describes:
        return [f"{word}{describes}{told}" for word, told in texts.items()]
    if environ.get("_ARGCOMPLETE_SHELL") == "zsh":
        return [f"{word}:{told}" for word, told in texts.items()]
    return list(texts)


def write(text, environ):
    """Write the answer to where it is read; returns the exit code."""
    path = environ.get("_ARGCOMPLETE_STDOUT_FILENAME")
    try:
        with open(ANSWERS if path is None else path, "w", encoding="utf-8", errors="surrogateescape") as file:
            file.write(text)
    except OSError:
        return 1
    return 0
