"""Deprecated options: the value of an old one goes to the option to use instead, with a warning."""

from cometapi.errors import UsageError
from cometapi.manifest.arguments import deprecation, flag_of, name_of

MEANING = (
    "to",
    "type",
    "as",
    "join",
    "sends",
    "switch",
    "several_to",
    "assignments_to",
)  # of a value, beside its words


def successor(arguments, name):
    """The name of the option that takes the value of a deprecated one as it is, None without one."""
    facts = arguments[name]
    use = name_of(facts.get("deprecated", {}).get("use", ""))
    other = arguments.get(use)
    return use if other and all(facts.get(key) == other.get(key) for key in MEANING) else None


def handed_over(arguments, given, environ):
    """``(values, warnings)``: what was given, with the values of old options at the new ones.

    Raises UsageError when both were given and their values differ.
    """
    old = [name for name, facts in arguments.items() if "deprecated" in facts]
    if not old:
        return given, []
    found, warnings = dict(given), []
    for name in old:
        facts, new = arguments[name], successor(arguments, name)
        if name in given:
            warnings.append(deprecation(flag_of(facts), facts["deprecated"]))
            if new:
                check_same(arguments, name, new, found)
                found[new] = found.pop(name)
        elif is_from_variable(facts, given, environ):
            warnings.append(deprecation(facts["environment"], instead(arguments, facts)))
    return found, warnings


def check_same(arguments, name, new, given):
    """Raise UsageError when an old option and the new one have different values."""
    if new in given and given[new] != given[name]:
        old, flag = flag_of(arguments[name]), flag_of(arguments[new])
        raise UsageError(f"{old} and {flag} are the same option, with different values.", hint=f"Leave out {old}.")


def is_from_variable(facts, given, environ):
    """Whether an option has its value from a variable, and nothing typed stands against it."""
    is_set = "environment" in facts and environ.get(facts["environment"], "").strip()
    return bool(is_set) and given.keys().isdisjoint(facts.get("excludes", ()))


def instead(arguments, facts):
    """What ``deprecated`` says of an option, for its variable: to use that of the other option, where it has one."""
    told = facts["deprecated"]
    variable = arguments.get(name_of(told.get("use", "")), {}).get("environment")
    return {**told, "use": variable} if variable else told
