"""What the skill holds: a short index for every talk, and pages that are read when they are needed."""

from contextlib import suppress
from importlib.resources import files

from cometapi.advice import flag
from cometapi.errors import ConfigurationError
from cometapi.generated.index import COMMANDS, PROGRAM, SHORT_FOR

INDEX, LISTED = "SKILL.md", "commands.md"
PAGES, TOPICS, OWN = (
    "commands",
    "topics",
    "own",
)  # folders; what is the user's own cannot lie over a page of the program
ENDING = ".txt"
TEXT = """---
name: {program}
description: {summary} Use it to ask a model, make images, video, speech and music, embed text, run batches, and look up models, prices and costs with the {program} command.
---

# {program}

1. Find the command in {listed}.
2. Read its page before the first use, such as {pages}/{stem}{ending} for `{words}`; pages of the user's own commands are in {own}.
3. Run it. `{json}` prints JSON on stdout; messages go to stderr.

Rules:

- Paid commands spend the user's money. Add `{max_cost} DOLLARS` where the page has it; `{sandbox}` is free and offline.
- `{dry_run}` shows a request without sending it.
- Never print, ask for or store a key. Without one, ask the user to run `{program} init`.
- Exit 0 is success, 2 a wrong option; {topics}/exit-codes{ending} tells the others.
- If a page and the program disagree, `{program} help COMMAND` is right; ask the user to run `{program} skill install`.

Further reading, in {topics}/TOPIC{ending}: {subjects}.
"""


def skill(environ):
    """The files of the skill: their bytes, by the path in its folder."""
    own = dict(sorted(own_bundles(environ).items()))
    texts = {INDEX: index(), LISTED: listed(own)}
    texts |= {path(PAGES, words): page(words) for words in COMMANDS}
    texts |= topics()
    texts |= {path(OWN, words): bundle["help"] for words, bundle in own.items()}
    return {name: text.encode("utf-8") for name, text in texts.items()}


def index():
    """The file that agents find the skill by."""
    from cometapi.generated.overview import OVERVIEW

    words = next(one for one in COMMANDS if " " in one)
    names = {"program": PROGRAM, "listed": LISTED, "ending": ENDING, "words": words, "stem": stem(words)}
    folders = {"pages": PAGES, "topics": TOPICS, "own": OWN}
    flags = {name: flag(name) for name in ("max_cost", "sandbox", "dry_run")}
    short = {value: one for one, (_, value) in SHORT_FOR.items()}
    subjects = ", ".join(one for one in OVERVIEW["topics"] if one not in OVERVIEW["guides"])
    return TEXT.format(summary=OVERVIEW["summary"], subjects=subjects, **names, **folders, **flags, **short)


def listed(own):
    """Every command with its summary, as a list; behind the program's own those of the user (bundles by their words)."""
    lines = [f"- `{words}`: {summary}" for words, (_, summary) in COMMANDS.items()]
    theirs = [f"- `{words}`: {' '.join(bundle['command']['summary'].split())}" for words, bundle in own.items()]
    parts = [f"# Commands of {PROGRAM}", "\n".join(lines)]
    parts += ["# Commands of the user's own", f"Their pages are in {OWN}.", "\n".join(theirs)] if theirs else []
    return "\n\n".join(parts) + "\n"


def path(folder, words):
    """The path of a page in the folder of the skill."""
    return f"{folder}/{stem(words)}{ENDING}"


def stem(words):
    """How the page of a command is called, without its ending."""
    return words.replace(" ", "-")


def page(words):
    """The page of a command: its help."""
    return files("cometapi").joinpath("share", "help", f"{stem(words)}.txt").read_text("utf-8")


def topics():
    """The pages of the topics, guides included, by path."""
    from cometapi.cli.help import of_topic
    from cometapi.generated.topics import TOPICS as NAMES
    from cometapi.manifest.page import Page

    return {path(TOPICS, name): of_topic(name)(Page()) for name in NAMES}


def own_bundles(environ):
    """What the user's own commands were compiled to, by their words: of those that are trusted as they are now."""
    from cometapi.own import commands, names

    found = {}
    for words, entry in names.known(environ).items():
        with suppress(ConfigurationError):
            own = commands.load(environ, entry["stem"])
            if own.state(environ) == "trusted":
                found[words] = own.bundle
    return found
