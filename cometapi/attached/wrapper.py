"""A text between fences that it cannot close, under its name. Pure."""

import re

from cometapi.terminal.visible import seen

SHORTEST = 3  # backticks


def wrapped(name, text):
    """A text under its name, between fences that are longer than any run of backticks in it; the text itself stays as it is."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(SHORTEST, longest + 1)
    end = "" if not text or text.endswith("\n") else "\n"
    return f"File: {seen(name)}\n{fence}\n{text}{end}{fence}"
