"""What the skill holds: a short index for every talk, and a page per command that is read when it is needed."""

from importlib.resources import files

from cometapi.advice import flag
from cometapi.generated.index import COMMANDS, PROGRAM, SHORT_FOR

INDEX = "SKILL.md"
LISTED = "commands.md"
PAGES = "commands"
ENDING = ".txt"
TEXT = """---
name: {program}
description: {summary} Use it to ask a model, make images, video, speech and music, embed text, run batches, and look up models, prices and costs with the {program} command.
---

# {program}

1. Find the command in {listed}.
2. Read its page before the first use: {pages}/COMMAND{ending}, with - for spaces, such as {pages}/tasks-wait{ending}.
3. Run it. `{json}` prints JSON on stdout; messages go to stderr.

Rules:

- Paid commands spend the user's money. Add `{max_cost} DOLLARS` where the page has it; `{sandbox}` is free and offline.
- `{dry_run}` shows a request without sending it.
- Never print, ask for or store a key. Without one, ask the user to run `{program} init`.
- Exit 0 is success, 2 a wrong option; `{program} help exit-codes` tells the others.
- `{program} help TOPIC`, `{program} schema COMMAND` and `{program} command list` (the user's own commands) tell more.
"""


def skill():
    """The files of the skill: their bytes, by the path in its folder."""
    texts = {INDEX: index(), LISTED: listed()}
    texts |= {f"{PAGES}/{name}{ENDING}": page(name) for name in stems()}
    return {path: text.encode("utf-8") for path, text in texts.items()}


def index():
    """The file that agents find the skill by."""
    from cometapi.generated.overview import OVERVIEW

    names = {"program": PROGRAM, "listed": LISTED, "pages": PAGES, "ending": ENDING}
    flags = {name: flag(name) for name in ("max_cost", "sandbox", "dry_run")}
    short = {value: one for one, (_, value) in SHORT_FOR.items()}
    return TEXT.format(summary=OVERVIEW["summary"], **names, **flags, **short)


def listed():
    """Every command with its summary, as a list."""
    lines = (f"- `{words}`: {summary}\n" for words, (_, summary) in COMMANDS.items())
    return f"# Commands of {PROGRAM}\n\n{''.join(lines)}"


def stems():
    """The names of the commands' pages."""
    return [words.replace(" ", "-") for words in COMMANDS]


def page(name):
    """The page of a command: its help."""
    return files("cometapi").joinpath("share", "help", f"{name}.txt").read_text("utf-8")
