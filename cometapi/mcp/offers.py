"""What an agent is told of the commands: those that fit its words, and the page of one; with whether it may run them."""

import re
from functools import cache

from cometapi.advice import flag
from cometapi.cli.help import of_topic
from cometapi.cli.registry import command_data
from cometapi.cli.unknown import instead
from cometapi.commands import look_up
from cometapi.errors import ConfigurationError
from cometapi.generated import index
from cometapi.generated.options import SETS
from cometapi.generated.topics import TOPICS
from cometapi.manifest.arguments import flag_of, whole
from cometapi.manifest.page import Page
from cometapi.mcp import bounded
from cometapi.mcp.guard import saves_files, started_without, withheld_options
from cometapi.own import commands as own_commands
from cometapi.own import names
from cometapi.skill import content
from cometapi.suggest import meant

FOUND = 12  # commands that a search names
MEANT, NAMED = 8, 4  # what it counts that a word stands for a command, and that it is all its name
SHORTEST, ENDING = 4, 3  # letters of a word that may have an ending, and of that
# Words that tell nothing of what is looked for.
COMMON = {
    word
    for line in (
        "a an and are as at be by can command do does did find for from give has have how i in into is it",
        "left list look me most much my of on or show that the there this to up use using want was what when",
        "which who with you your",
    )
    for word in line.split()
}
SAME = ({"make", "create", "generate"}, {"delete", "remove"}, {"get", "show", "status"})  # words for one deed


def search(words, policy, environ):
    """Commands that fit some words, one a line, the best first; all that agents may run where there are no words."""
    own = names.known(environ)
    summaries = {name: index.COMMANDS[name][1] for name in look_up.in_order() if not withheld(name)}
    summaries |= {name: entry["summary"] for name, entry in own.items()}
    fitting = ranked(words, summaries)[:FOUND] if words.strip() else summaries
    lines = [f"{name}: {summaries[name]}{mark(name, own, policy)}" for name in fitting]
    return "\n".join(lines) or f"No command fits {words!r}. An empty query lists all."


def ranked(query, summaries):
    """The commands that say words of a query, the best first: a word counts by where it is said, and by how few say it."""
    scores = dict.fromkeys(summaries, 0.0)
    for word in sorted(set(re.findall(r"[a-z0-9]+", query.lower())) - COMMON):
        use = instead(word).get("use", ("",))[0]
        places = {name: place(word, name, summary) for name, summary in summaries.items()}
        count = sum(1 for one in places.values() if one)
        for name, value in places.items():
            scores[name] += (value + MEANT * (name == use) + NAMED * (name == word)) / (1 + count) ** 0.5
    return sorted((name for name, score in scores.items() if score), key=lambda name: -scores[name])


def place(word, name, summary):
    """How much it counts that a command says a word: most in its name, least in what its options say."""
    for value, text in ((6, name), (4, summary), (2, columns(name)), (1, about(name))):
        said = re.findall(r"[a-z0-9]+", text.lower())
        if any(is_same(one, other) for one in alike(word) for other in said):
            return value
    return 0


def alike(word):
    """The words that mean the same as a word, itself included."""
    return next((some for some in SAME if word in some), {word})


def is_same(word, other):
    """Whether two words are one, up to an ending."""
    short, long = sorted((word, other), key=len)
    return word == other or (len(short) >= SHORTEST and len(long) - len(short) <= ENDING and long.startswith(short))


@cache
def columns(name):
    """The names of the columns of a command's results."""
    return " ".join(look_up.columns_of(command_data(name))) if name in index.COMMANDS else ""


@cache
def about(name):
    """What the help of a command says of itself and its own arguments."""
    return look_up.text_of(name) if name in index.COMMANDS else ""


def withheld(name):
    """Whether no agent may run a command."""
    return name in index.COMMANDS and "withheld" in command_data(name)


def mark(name, own, policy):
    """What is to be known before a command is run, in brackets; nothing where it only reads."""
    facts = own[name] if name in own else command_data(name)
    is_free, not_here = bool(policy.given.get("sandbox")), ": not allowed here"
    if facts["cost"] == "paid":
        is_lost = policy.folder is None and name not in own and saves_files(facts)
        return f" [costs money{'' if (policy.pays or is_free) and not is_lost else not_here}]"
    if facts["effect"] == "read":
        return ""
    deed = "deletes" if facts["effect"] == "destroy" else "changes"
    return f" [{deed} something{'' if policy.changes or is_free else not_here}]"


def describe(words, policy, environ):
    """``(text, is_known)``: the help of a command, or the commands of a group, with what an agent has to know beside it."""
    words = " ".join(one for one in words.lower().split() if not one.startswith("-")).removeprefix(f"{index.PROGRAM} ")
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
    if words in TOPICS:
        return bounded.cut(of_topic(words)(Page()), "text")[0], True
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
        lack = lacking("Costs money", "max_cost", "max_calls")
        found.append("Costs money, within the cap of this server." if policy.pays else lack)
        if policy.folder is None and saves_files(command):
            found.append(lacking("Makes a file", "agent_folder"))
    elif command["effect"] != "read":
        deed = "Changes or deletes something"
        found.append(f"{deed}." if policy.changes else lacking(deed, "allow_changes"))
    flags = [flag_of(command["arguments"][one]) for one in withheld_options(command)]
    return [*found, *([f"Not for agents: {', '.join(flags)}."] if flags else [])]


def lacking(deed, *behaviours):
    """A sentence about what an agent may not do before its user allows it."""
    return f"{deed}, {started_without(*behaviours)}; with {flag('sandbox')} or {flag('dry_run')} it can be tried."
