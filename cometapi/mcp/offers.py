"""What an agent is told of the commands: those that fit its words, and the page of one; with whether it may run them."""

from cometapi.advice import flag
from cometapi.cli.registry import command_data
from cometapi.commands import look_up
from cometapi.errors import ConfigurationError
from cometapi.generated import index
from cometapi.generated.options import SETS
from cometapi.manifest.arguments import flag_of, whole
from cometapi.mcp import bounded
from cometapi.mcp.guard import started_without, withheld_options
from cometapi.own import commands as own_commands
from cometapi.own import names
from cometapi.skill import content
from cometapi.suggest import meant

FOUND = 12  # commands that a search names


def search(words, policy, environ):
    """Commands that fit some words, one a line, the best first; all that agents may run where there are no words."""
    own = names.known(environ)
    summaries = {name: summary for name, (_, summary) in index.COMMANDS.items()}
    summaries |= {name: entry["summary"] for name, entry in own.items()}
    fitting = ranked(words, own)[:FOUND] if words.strip() else list(summaries)
    lines = [f"{name}: {summaries[name]}{mark(name, own, policy)}" for name in fitting if not withheld(name)]
    return "\n".join(lines) or f"No command fits {words!r}. An empty query lists all."


def ranked(words, own):
    """The names of commands that say some words: those that say them together first, then those that say each, then some."""
    together = [name for name, _ in rows(words)]
    counts: dict[str, int] = {}
    for word in dict.fromkeys(words.split()):
        for name, _ in rows(word):
            counts[name] = counts.get(name, 0) + 1
    for name, entry in own.items():
        text = f"{name} {entry['summary']}".lower()
        counts[name] = 2 * sum(word.lower() in text for word in words.split())
    single = sorted((name for name, count in counts.items() if count), key=counts.__getitem__, reverse=True)
    return [name for name in dict.fromkeys([*together, *single]) if name in index.COMMANDS or name in own]


def rows(words):
    """The commands and topics that ``help`` finds for words, with their summaries."""
    return [row for _, found in [*look_up.synonyms(words), *look_up.mentions(words)] for row in found if len(row) == 2]


def withheld(name):
    """Whether no agent may run a command."""
    return name in index.COMMANDS and "withheld" in command_data(name)


def mark(name, own, policy):
    """What is to be known before a command is run, in brackets; nothing where it only reads."""
    facts = own[name] if name in own else command_data(name)
    is_free, not_here = bool(policy.given.get("sandbox")), ": not allowed here"
    if facts["cost"] == "paid":
        return f" [costs money{'' if policy.pays or is_free else not_here}]"
    if facts["effect"] == "read":
        return ""
    deed = "deletes" if facts["effect"] == "destroy" else "changes"
    return f" [{deed} something{'' if policy.changes or is_free else not_here}]"


def describe(words, policy, environ):
    """``(text, is_known)``: the help of a command, or the commands of a group, with what an agent has to know beside it."""
    words = " ".join(words.split()).removeprefix(f"{index.PROGRAM} ")
    own = names.known(environ)
    if words in index.COMMANDS:
        return page(content.page(words), whole(command_data(words), SETS), policy), True
    if words in own:
        try:
            found = own_commands.load(environ, own[words]["stem"])
        except ConfigurationError as error:
            return error.message, False
        return page(found.bundle["help"], found.data(), policy), True
    below = [name for name in (*index.COMMANDS, *own) if name.startswith(f"{words} ")]
    if below:
        return "\n".join(below), True
    return f"There is no command {words!r}{meant(words, [*index.COMMANDS, *own])}", False


def page(text, command, policy):
    """The help of a command within the size of a result, behind what an agent has to know."""
    head = "".join(f"{one}\n" for one in told(command, policy))
    shown, note = bounded.cut(text, "text")
    return f"{head}\n{shown}" + (f"\n{note}" if note else "")


def told(command, policy):
    """Sentences about whether an agent may run a command, and which options it may not use."""
    name = command["name"]
    if "withheld" in command:
        return [f"You cannot run {name}: it {command['withheld']}."]
    found, is_free = [], bool(policy.given.get("sandbox"))
    if is_free:
        found.append("This server answers from sample data; nothing is sent or paid.")
    elif command["cost"] == "paid":
        found.append(
            "Costs money, within the cap of this server." if policy.pays else lacking("Costs money", "max_cost")
        )
    elif command["effect"] != "read":
        deed = "Changes or deletes something"
        found.append(f"{deed}." if policy.changes else lacking(deed, "allow_changes"))
    flags = [flag_of(command["arguments"][one]) for one in withheld_options(command)]
    return [*found, *([f"Not for agents: {', '.join(flags)}."] if flags else [])]


def lacking(deed, behaviour):
    """A sentence about what an agent may not do before its user allows it."""
    return f"{deed}, {started_without(behaviour)}; with {flag('sandbox')} or {flag('dry_run')} it can be tried."
