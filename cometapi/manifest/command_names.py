"""Commands that a text of the manifest or of the program names: ``{program} config show``."""

import re

NAME = re.compile(r"\{(\w+)\}")
CALL = re.compile(r"\{program\}((?: [a-z][a-z-]*)+)")


def leads_to_command(words, commands):
    """Whether words, such as `` config show``, begin with the name of a command."""
    return any(f"{words.strip()} ".startswith(f"{name} ") for name in commands)
