"""What ``help`` knows of words that name no command and no topic: options, settings, variables, exit codes, HTTP
statuses, columns, and where else they stand. All of it is read from what the press made; nothing of it is written here.
"""

from functools import cache

from cometapi.advice import advice
from cometapi.cli.registry import command_data
from cometapi.cli.unknown import instead
from cometapi.generated import index, program
from cometapi.generated.options import SETS
from cometapi.generated.overview import OVERVIEW
from cometapi.generated.topics import TOPICS
from cometapi.http.refusals import exit_of_status
from cometapi.manifest.arguments import Argument, shown, whole
from cometapi.manifest.help import full_help
from cometapi.suggest import plain

SHOWN = 6  # commands that are named where many have an option
MENTIONS = 6  # commands and topics that are listed where words stand in their help
SHORTEST = 3  # letters that are looked for in texts
AROUND_NUMBERS = {"exit", "code", "status", "http", "error"}  # words that people type before a number


def look_up(words):
    """What there is to say of words: a list of (title, rows); empty where nothing is known."""
    found = [section for find in FINDERS for section in find(words)]
    is_plain = not any(word.startswith("-") for word in words.split()) and number_of(words) is None
    return found + mentions(words) if is_plain or not found else found


def options(words):
    """Options that are called so, each with the commands that have it; behind words of a command, those of that one."""
    before, dash, behind = words.partition("=")[0].partition(" -")
    of, name = (
        (before, f"-{behind.partition(' ')[0]}") if dash and before in index.COMMANDS else ("", words.partition("=")[0])
    )
    found: dict[tuple, list[str]] = {}
    for command in [of] if of else in_order():
        for dest, data in whole(command_data(command), SETS)["arguments"].items():
            if any(is_called(flag, name) for flag in shown(data)):
                one = Argument(dest, data)
                found.setdefault((one.signature, full_help(one, program.SETTINGS)), []).append(command)
    return [(f"Option of {listed(commands)}", [row]) for row, commands in found.items()]


def is_called(flag, name):
    """Whether a flag is what was typed: a letter with its dash, a word with or without, in one word or several."""
    if name.startswith("-") or len(flag) == 2:
        return flag == name
    return plain(flag) == hyphenated(name)


def hyphenated(words):
    """Words as names are written."""
    return plain(words.replace(" ", "-"))


@cache
def in_order():
    """Every command, those that are used first at the beginning."""
    names = [name for _, names in OVERVIEW["subjects"] for name in names]
    found = [words for name in names for words in index.COMMANDS if f"{words} ".startswith(f"{name} ")]
    return list(dict.fromkeys([*found, *index.COMMANDS]))


def listed(commands):
    """Commands in a sentence, the first of many."""
    if len(commands) > SHOWN:
        return f"{len(commands)} commands, such as {listed(commands[:3])}"
    *first, last = commands
    return f"{', '.join(first)} and {last}" if first else last


def tables(words):
    """Rows of the tables of topics that begin with such a name: settings, variables, formats, finish reasons."""
    for topic, facts in TOPICS.items():
        rows = [row for _, rows in facts["tables"] for row in rows if hyphenated(row[0]) == hyphenated(words)]
        if rows and not is_elsewhere(rows[0][0]):
            yield f"From {index.PROGRAM} help {topic}", [*dict.fromkeys(rows), *of_setting(rows[0][0])]


def is_elsewhere(name):
    """Whether a row is of an option or an exit code, of which there is more to say."""
    return name.startswith("-") or name.isdecimal()


def of_setting(name):
    """How a setting is set; the setting that a variable overrides."""
    if name in program.SETTINGS:
        value = "" if program.SETTINGS[name].get("secret") else " VALUE"
        return next_step(f"{{program}} config set {name}{value}", "Set it")
    return [("Setting", one) for one, facts in program.SETTINGS.items() if facts.get("environment") == name]


def exits(words):
    """An exit code: what it means, and what leads to it."""
    number = number_of(words)
    for name, facts in program.EXITS.items():
        if facts["code"] == number:
            rows = [("Meaning", facts["meaning"])]
            if facts.get("statuses"):
                rows.append(("HTTP status", ", ".join(map(str, facts["statuses"]))))
            hint = next((one["hint"] for one in program.HINTS if name in one.get("exits", ())), "")
            yield f"Exit code {number}", [*rows, *next_step(hint)]


def statuses(words):
    """An HTTP status of the service: what it means, the exit code, and whether it is retried."""
    number = number_of(words)
    if number is None or not 300 <= number <= 599:
        return
    name = exit_of_status(number)
    means = [one for one in program.HINTS if number in one.get("statuses", ()) and "means" in one]
    means += [one for one in program.HINTS if name in one.get("exits", ())]
    exit_facts = program.EXITS[name]
    rows = [("Meaning", told(one)) for one in means[:1]]
    rows += [("Exit code", f"{exit_facts['code']}: {exit_facts['meaning']}")]
    rows += [("Retried", sentence) for kind, sentence in RETRIED if number in program.RETRY[kind]["statuses"]][:1]
    yield f"HTTP status {number}", [*rows, *next_step(means[0]["hint"] if means else "")]


RETRIED = (
    ("unsafe", "Yes; a call that costs money too, because the service has not accepted it."),
    ("safe", "Yes, if the call costs nothing; a call that costs money is not sent again."),
)


def codes(words):
    """A code of the service in an error: what it means, and the exit code."""
    for name, facts in program.EXITS.items():
        if words in facts.get("codes", ()):
            hints = [one for one in program.HINTS if words in one.get("codes", ())]
            rows = [("Meaning", told(one)) for one in hints if "means" in one]
            rows.append(("Exit code", f"{facts['code']}: {program.EXITS[name]['meaning']}"))
            yield f"Error code {words} of the service", [*rows[:2], *next_step(hints[0]["hint"] if hints else "")]


def told(hint):
    """What an entry of the hints means, as a sentence."""
    return f"{hint['means'].replace('{credential}', 'credential')}."


def next_step(hint, title="Next step"):
    """The row of a hint; none where there is no hint, or it names what this program lacks."""
    text = advice(hint) if hint else None
    return [(title, text)] if text else []


def columns(words):
    """A column of results that is called so."""
    name = words.replace(" ", "_").replace("-", "_")
    found = [command for command in in_order() if name in columns_of(command_data(command))]
    return (
        [(f"Column {name}", [("Results of", listed(found)), *next_step(f"{{fields}} {name}", "Print it")])]
        if found
        else []
    )


def columns_of(command):
    """The names of the columns of a command's results."""
    routes = [route.get("response", {}) for route in command.get("routes", ())]
    return {column["name"] for one in routes for column in one.get("columns", ())}


def synonyms(words):
    """Commands that are called otherwise here, and what options of other programs' help are for."""
    entry = instead(f"help {words}") or instead(words)
    if "say" in entry:
        return [(words, next_step(entry["say"], "Instead"))]
    names = [use for use in entry.get("use", ()) if use in index.COMMANDS]
    return [(f"Instead of {words}", [(name, index.COMMANDS[name][1]) for name in names])] if names else []


def number_of(words):
    """The number that words are about; None where they are about none, or about something else too."""
    left = [word for word in words.lower().split() if word not in AROUND_NUMBERS]
    return int(left[0]) if len(left) == 1 and left[0].isdecimal() else None


def mentions(words):
    """The commands and topics that say these words, those first that are about them, then those that say them most often."""
    said = spaced(words)
    if len(said) < SHORTEST:
        return []
    about = {name: (facts["summary"], text_of_topic(facts)) for name, facts in TOPICS.items()}
    about |= {name: (index.COMMANDS[name][1], text_of(name)) for name in in_order() if name not in about}
    places = {name: (place_of(said, name, *texts), -times(said, " ".join(texts))) for name, texts in about.items()}
    near = sorted((name for name, place in places.items() if place[0]), key=places.__getitem__)
    rows = [(name, about[name][0]) for name in near[:MENTIONS]]
    return [(f"More about this, with {index.PROGRAM} help NAME", rows)] if rows else []


def spaced(text):
    """A text as it is looked through: small letters, words apart by blanks."""
    return " ".join(text.lower().replace("_", " ").replace("-", " ").split())


def text_of_topic(facts):
    """What a topic says, the steps of a guide included."""
    return " ".join([facts["text"], *(text for text, _ in facts.get("steps", ()))])


def text_of(name):
    """What the help of a command says of itself and its own arguments."""
    command = command_data(name)
    shared = {argument for one in SETS.values() if "topic" in one for argument in one["arguments"]}
    texts = [facts["help"] for argument, facts in command["arguments"].items() if argument not in shared]
    return " ".join([command.get("description", ""), *texts])


def place_of(said, name, summary, text):
    """Where words are said: 1 in the name, 2 in the summary, 3 in the text, 4 here and there; 0 for nowhere."""
    everywhere = f"{name} {summary} {text}"
    at = next((at for at, one in enumerate((name, summary, text), 1) if times(said, one)), 0)
    return at or (4 if all(times(word, everywhere) for word in said.split()) else 0)


def times(said, text):
    """How often a text says words, each from its beginning."""
    return f" {spaced(text)}".count(f" {said}")


def names():
    """What else than commands and topics may be asked for: flags and settings."""
    arguments = [one for name in index.COMMANDS for one in whole(command_data(name), SETS)["arguments"].values()]
    return [*dict.fromkeys(flag for one in arguments for flag in shown(one)), *program.SETTINGS]


FINDERS = (synonyms, exits, statuses, options, tables, codes, columns)
