"""Rules about what help of the whole program lists: names that lead nowhere, commands that are listed twice."""

from cometapi.manifest.nouns import several
from cometapi.manifest.traverse import all_flags, choices_of, every_argument, unknown
from cometapi.suggest import meant

OF_THE_PROGRAM = ("--version", "--help")  # options that no command declares


def listed_commands_exist(sources):
    """Entries of the overview that are no command and open none, and commands that two of them stand for."""
    if not sources.is_whole:
        return
    commands = [source.data["command"] for source in sources.commands.values()]
    listed: dict[str, str] = {}
    for number, one in enumerate(sources.program.data.get("overview", [])):
        for place, name in enumerate(one["commands"]):
            path = ("overview", number, "commands", place)
            found = [words for words in commands if f"{words} ".startswith(f"{name} ")]
            if not found:
                yield sources.program.finding(path, unknown(name, commands, "commands are"))
            again = next((listed[words] for words in found if words in listed), None)
            if again is not None:
                yield sources.program.finding(path, f"{name!r} is listed already, under {again!r}.")
            listed.update(dict.fromkeys(found, one["title"]))


def folded_names_are_groups(sources):
    """Names in an entry of the overview with ``groups`` that have no summary as a group."""
    for number, one in enumerate(sources.program.data.get("overview", [])):
        for place, name in enumerate(one["commands"] if "groups" in one else []):
            if name not in sources.program.data.get("groups", {}):
                path = ("overview", number, "commands", place)
                yield sources.program.finding(path, f"{name!r} has no summary under groups.")


def families_have_a_command(sources):
    """Families of models that are served by a command that is none."""
    commands = [source.data["command"] for source in sources.commands.values()]
    for number, one in enumerate(sources.program.data.get("families", []) if sources.is_whole else []):
        if one["command"] not in commands:
            sentence = unknown(one["command"], commands, "commands are")
            yield sources.program.finding(("families", number, "command"), sentence)


def groups_open_commands(sources):
    """Words with a summary as a group that open no command, or are one and have its summary."""
    if not sources.is_whole:
        return
    commands = {source.data["command"] for source in sources.commands.values()}
    for name in sources.program.data.get("groups", {}):
        if name in commands:
            sentence = f"{name!r} is a command, which has a summary of its own."
            yield sources.program.finding(("groups", name), sentence)
        elif not any(words.startswith(f"{name} ") for words in commands):
            yield sources.program.finding(("groups", name), f"No command begins with {name!r}.")


def topics_list_options(sources):
    """Option sets whose topic is missing, or has no table of options, and those that it could not list under a title."""
    if not sources.is_whole:
        return
    listing = [one.data["topic"] for one in sources.topics.values() if one.data.get("table") == "options"]
    for name, one in sources.program.data["options"].items():
        path = ("options", name, "topic")
        if "topic" in one and one["topic"] not in listing:
            yield sources.program.finding(path, unknown(one["topic"], listing, "topics with table: options are"))
        if "topic" in one and "title" not in one:
            yield sources.program.finding(path, "A set that a topic lists needs a title.")


def words_are_answered_once(sources):
    """Words that are answered with another one twice. One that becomes a command is no fault: the command is run."""
    seen: set[str] = set()
    for number, one in enumerate(sources.program.data.get("instead", [])):
        for place, word in enumerate(one["words"]):
            path = ("instead", number, "words", place)
            if word in seen:
                yield sources.program.finding(path, f"{word!r} is answered already.")
            seen.add(word)


def options_to_use_exist(sources):
    """Options to use instead that no command shows, or that do not take the value."""
    if not sources.is_whole:
        return
    items = [
        item
        for one in sources.commands.values()
        for _, item in every_argument(one.data, sources.program.data)
        if item.get("hidden") is not True
    ]
    known = {flag: item for item in items for flag in all_flags(item)}
    uses = enumerate(several(one.get("use", [])) for one in sources.program.data.get("instead", []))
    for number, use in ((number, use) for number, words in uses for use in words):
        flag, _, value = use.partition(" ")
        path = ("instead", number, "use")
        if flag.startswith("-") and flag not in (*known, *OF_THE_PROGRAM):
            yield sources.program.finding(path, f"No command has the option {flag}{meant(flag, known)}")
        words = choices_of(known.get(flag, {}))
        if value and words and value not in words:
            yield sources.program.finding(path, f"{flag} is one of {', '.join(words)}, not {value}.")


RULES = [
    listed_commands_exist,
    groups_open_commands,
    folded_names_are_groups,
    families_have_a_command,
    topics_list_options,
    words_are_answered_once,
    options_to_use_exist,
]
