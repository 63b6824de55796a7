"""Rules about how options stand to each other, and about options that are not for everybody."""

from cometapi.manifest.compile_arguments import main_flag
from cometapi.manifest.deprecation_rules import numbers
from cometapi.manifest.traverse import arguments_of, declared_arguments, every_argument

FROM_VARIABLES = ("text", "integer", "number", "url", "file")  # types that a variable can give, as a setting's can
ONE_TEXT = ("type", "choices", "range", "default", "default_from", "repeat")  # what a secret cannot have


def relations_make_sense(sources):
    """Words of one option that contradict each other or say nothing."""
    for source in [sources.program, *sources.commands.values()]:
        for path, item in declared_arguments(source.data):
            for rule in RULES_OF_ONE:
                for key, sentence in rule(item):
                    yield source.finding((*path, key), sentence)
            if "group" in item and "command" not in source.data:
                yield source.finding(
                    (*path, "group"), "Options of a set stand together; only a command's own have groups."
                )


def needs_faults(item):
    """An option that needs what it excludes: (key, sentence)."""
    for flag in item.get("needs", ()):
        if flag in item.get("excludes", ()):
            yield "needs", f"{flag} cannot be both needed and excluded."


def required_faults(item):
    """A required option that has a value anyway, or that nobody can know of: (key, sentence)."""
    for key in ("default", "default_from", "switch", "stands_for", "hidden", "deprecated"):
        if "required" in item and key in item and not isinstance(item[key], list):
            yield "required", f"An option with {key} cannot be required."


def once_faults(item):
    """An option that may stand only once though repeating it is meant or harmless: (key, sentence)."""
    for key in ("repeat", "switch", "stands_for"):
        if "once" in item and key in item:
            yield "once", f"An option with {key} may stand several times."


def variable_faults(item):
    """A variable of an option whose value it cannot give: (key, sentence)."""
    for key in ("switch", "stands_for", "repeat"):
        if "environment" in item and key in item:
            yield "environment", f"A variable gives one value, so an option with {key} has none."
    if "environment" in item and item.get("type", "text") not in FROM_VARIABLES:
        yield "environment", f"A variable gives {', '.join(FROM_VARIABLES)}, and nothing of type {item['type']}."


def secret_faults(item):
    """A secret that is more than one text: (key, sentence)."""
    for key in (*ONE_TEXT, "switch", "stands_for"):
        if "secret" in item and key in item:
            yield "secret", f"A secret is one text, so it has no {key}."


def hidden_faults(item):
    """Hidden flags that the option does not have, or by which it is known: (key, sentence)."""
    flags = item.get("flags", [])
    for flag in item["hidden"] if isinstance(item.get("hidden"), list) else []:
        if flag not in flags:
            yield "hidden", f"This option has no flag {flag}."
        elif flag == main_flag(flags):
            yield "hidden", f"{flag} is what the option is known by; hide the whole option with true, or another flag."


def deprecation_faults(item):
    """A deprecation that nobody would be told of, or whose versions run backwards: (key, sentence)."""
    if "deprecated" not in item:
        return
    if "stands_for" in item:
        yield "deprecated", "What an option stands for is all that is known of it later; deprecate that, or hide this."
    if item["deprecated"].get("use") in item.get("flags", ()):
        yield "deprecated", "An option cannot be used instead of itself."
    yield from version_faults(item["deprecated"])


def version_faults(facts):
    """Versions of a deprecation that run backwards: (key, sentence)."""
    if "remove" in facts and numbers(facts["remove"]) <= numbers(facts["since"]):
        yield "deprecated", f"{facts['remove']} is no later than {facts['since']}."


RULES_OF_ONE = [
    needs_faults,
    required_faults,
    once_faults,
    variable_faults,
    secret_faults,
    hidden_faults,
    deprecation_faults,
]


def choices_can_be_made(sources):
    """Rules of ``choose`` about options of a set, and such as no call could keep."""
    for source in sources.commands.values():
        own = {flag: item for _, item in arguments_of(source.data) for flag in item.get("flags", ())}
        shared = {
            flag for _, item in every_argument(source.data, sources.program.data) for flag in item.get("flags", ())
        }
        together, apart = pairs(source.data, "all"), pairs(source.data, "one", "most_one")
        for path, flags in chosen(source.data):
            for flag in flags:
                if flag not in own and flag in shared:
                    yield source.finding(path, f"{flag} is no option of this file, so it cannot be chosen here.")
                elif "required" in own.get(flag, ()):
                    yield source.finding(path, f"{flag} is required, so there is nothing to choose.")
            if path[-1] == "all" and any(pair in apart for pair in pairs_of(flags)):
                yield source.finding(path, "Another rule keeps two of these apart.")
        for path, item in arguments_of(source.data):
            mine = main_flag(item["flags"]) if "flags" in item else None
            for key, contrary in (("excludes", together), ("needs", apart)):
                for flag in item.get(key, ()):
                    if frozenset((mine, flag)) in contrary:
                        yield source.finding((*path, key), f"choose says the opposite of {mine} and {flag}.")


def chosen(data):
    """Every rule of ``choose``: (path, flags)."""
    return [
        (("choose", number, kind), flags)
        for number, rule in enumerate(data.get("choose", ()))
        for kind, flags in rule.items()
    ]


def pairs(data, *kinds):
    """Every two options that stand in one rule of these kinds."""
    return {pair for path, flags in chosen(data) if path[-1] in kinds for pair in pairs_of(flags)}


def pairs_of(flags):
    """Every two of these flags, in no order."""
    return {frozenset((one, other)) for one in flags for other in flags if one != other}


def variables_are_single(sources):
    """A variable that two options of a command have, or an option and a setting."""
    settings = {
        facts["environment"]: name for name, facts in sources.program.data["settings"].items() if "environment" in facts
    }
    for source in sources.commands.values():
        seen = set()
        for path, item in every_argument(source.data, sources.program.data):
            variable = item.get("environment")
            if variable in settings:
                yield source.finding(
                    path, f"{variable} is the setting {settings[variable]}'s; say default_from: {settings[variable]}."
                )
            elif variable in seen:
                yield source.finding(path, f"{variable} gives the value of another option of this command.")
            seen |= {variable} - {None}
