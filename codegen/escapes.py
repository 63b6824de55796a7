"""Escapes of the languages that the press writes."""


def roff(text):
    """Text for a man page: backslashes, hyphens, and dots and quotes that begin a line."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join(f"\\&{line}" if line[:1] in (".", "'") else line for line in escaped.split("\n"))


def cell(text):
    """Text for a cell of a Markdown table."""
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")


def shell(text):
    """Text in single quotes for bash and zsh."""
    return "'" + text.replace("'", "'\\''") + "'"


def fish(text):
    """Text in single quotes for fish."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def zsh(text):
    """Text for the description of an ``_arguments`` spec, inside single quotes."""
    for sign in ("\\", "[", "]", ":"):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("'", "'\\''")
