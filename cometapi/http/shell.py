"""Words of a POSIX shell: any text as a word in which a terminal finds nothing to obey, and which means the same bytes."""

import unicodedata
from shlex import quote

HARMLESS = "\n\t"
OBEYED = ("Cc", "Cf", "Zl", "Zp")  # categories of characters that a terminal may obey, or does not show


def is_obeyed(sign):
    """Whether a terminal might obey a character, or hide it."""
    return sign not in HARMLESS and unicodedata.category(sign) in OBEYED


def word(text):
    """A text as a word; what a terminal would obey is spelt in octal, which ``printf`` makes characters of again."""
    if text.isprintable() or not any(map(is_obeyed, text)):
        return quote(text)
    shown = text.rstrip("\n")  # which the shell takes off what a command prints
    return f'"$({printed(shown)}){text[len(shown) :]}"'


def printed(text):
    """The command that prints a text."""
    if text.isprintable() or not any(map(is_obeyed, text)):
        return f"printf %s {quote(text)}"
    return f"printf %b {quote(''.join(map(spelt, text)))}"


def spelt(sign):
    """A character as ``printf %b`` reads it."""
    is_odd = is_obeyed(sign) or sign in "\\!"  # a shell that is typed into looks for its history behind a !
    return "".join(f"\\0{byte:03o}" for byte in sign.encode("utf-8")) if is_odd else sign
