"""Rules between the options of one call: missing, conflicting and out-of-order ones."""

from cometapi.cli.succession import successor
from cometapi.errors import UsageError
from cometapi.manifest.arguments import flag_of
from cometapi.manifest.moments import MOMENTS


def check(command, given, environ):
    """Raise UsageError at the first rule that what was given breaks.

    ``given`` maps names to values, ``environ`` is the environment, where an option may have its value from.
    """
    arguments = command["arguments"]
    variables = {name for name, facts in arguments.items() if variable(facts, environ)}
    named = {*given, *variables, *(successor(arguments, name) for name in variables)}
    check_secrets(arguments, given)
    check_missing(command, named)
    check_empty(arguments, given)
    known = {**dict.fromkeys(named - {None}), **defaults(arguments, given), **given}
    for name in given:
        check_needs(arguments, name, known)
        check_rivals(arguments, name, given)
        check_order(arguments, name, given, known)


def defaults(arguments, given):
    """The defaults that the manifest itself names, by argument name; one that needs an option only where it has it."""
    plain = {name: facts["default"] for name, facts in arguments.items() if "default" in facts}
    known = {**plain, **given}
    return {
        name: default(arguments[name], value)
        for name, value in plain.items()
        if not any(map(lacking(known), arguments[name].get("needs", {}).items()))
    }


def default(facts, value):
    """A default as a value: a word for a moment is meant when the call is made."""
    return MOMENTS[facts["type"]](value) if facts.get("type") in MOMENTS else value


def lacking(known):
    """A test of ``(option, value)`` of an option's needs: whether they are not met by the values that are known."""
    return lambda need: need[0] not in known or (need[1] is not None and known[need[0]] != need[1])


def variable(facts, environ):
    """What the environment variable of an option says, empty without one."""
    return environ.get(facts["environment"], "").strip() if "environment" in facts else ""


def check_secrets(arguments, given):
    """Raise UsageError for a secret typed as an argument, which process lists and the shell history would show."""
    for name in given:
        facts = arguments[name]
        if facts.get("secret") and given[name] != "-":
            sentence = f"{flag_of(facts)} is a secret; other programs can see command-line arguments."
            raise UsageError(sentence, hint=ways_to_give(facts))


def ways_to_give(facts):
    """How an option that has a variable, or is a secret, gets its value; None for any other."""
    if "environment" not in facts and "secret" not in facts:
        return None
    way = f"Pipe it in with {flag_of(facts)} -" if "secret" in facts else f"Give {flag_of(facts)}"
    return f"{way}, or set {facts['environment']}." if "environment" in facts else f"{way}."


def about(facts):
    """A hint that explains a missing option, or None."""
    return f"{flag_of(facts)} {facts.get('metavar', 'VALUE')}: {facts['help']}" if facts.get("help") else None


def check_missing(command, named):
    """Raise UsageError for a required option that has no value, and for options of which one has to be given."""
    arguments = command["arguments"]
    for name, facts in arguments.items():
        if facts.get("required") and name not in named:
            raise UsageError(f"{flag_of(facts)} is missing.", hint=ways_to_give(facts) or about(facts))
    for names in command.get("some", ()):
        if not named & set(names):
            *first, last = (flag_of(arguments[name]) for name in names)
            raise UsageError(f"Give {', '.join(first)} or {last}.")


def check_empty(arguments, given):
    """Raise UsageError for a positional that a request needs and that is an empty word, such as ``"$UNSET"``."""
    for name, value in given.items():
        facts = arguments[name]
        if value == "" and "to" in facts and not {"flags", "optional"} & facts.keys():
            raise UsageError(f"{flag_of(facts)} is empty.")


def check_needs(arguments, name, known):
    """Raise UsageError when an option came without one that it needs, or with another value of it."""
    flag = flag_of(arguments[name])
    for other, value in filter(lacking(known), arguments[name].get("needs", {}).items()):
        needed = flag_of(arguments[other]) + ("" if value is None else f" {value}")
        raise UsageError(f"{flag} needs {needed}.", hint=f"Add {needed}, or leave out {flag}.")


def check_rivals(arguments, name, given):
    """Raise UsageError when two options came that exclude each other."""
    for other in arguments[name].get("excludes", ()):
        if other in given:
            flags = [flag_of(arguments[one]) for one in (name, other)]
            raise UsageError(
                f"{flags[0]} and {flags[1]} cannot be combined.", hint=f"Leave out {flags[0]} or {flags[1]}."
            )


def are_rivals(arguments, name, other):
    """Whether one of two options excludes the other."""
    return other in arguments[name].get("excludes", ()) or name in arguments[other].get("excludes", ())


def check_order(arguments, name, given, known):
    """Raise UsageError when a value is beyond that of the option that bounds it.

    A default counts only for what is not sent: a body may bring another value for a field, see ``disorder``.
    """
    for other, bound in bounds(arguments, name):
        limit = (given if "to" in arguments[other] else known).get(other)
        sentence = None if limit is None else disorder(arguments, name, bound, given[name], limit)
        if sentence:
            raise UsageError(sentence)


def bounds(arguments, name):
    """The options that bound the value of one: a list of (name, word of the manifest)."""
    facts = arguments[name]
    return [(facts[word], word) for word in ("at_most", "less_than") if word in facts]


def disorder(arguments, name, bound, value, limit):
    """Why a value does not fit below the one that bounds it, as a sentence; None when it does."""
    if value < limit or (bound == "at_most" and value == limit):
        return None
    facts = arguments[name]
    flag, other = flag_of(facts), flag_of(arguments[facts[bound]])
    if facts["type"] in MOMENTS:
        return f"{flag} is after {other}." if bound == "at_most" else f"{flag} must be before {other}."
    return f"{flag} ({value}) must be {bound.replace('_', ' ')} {other} ({limit})."


def check_once(arguments, options):
    """Raise UsageError for an option that stands twice in ``options``, the words of a call, and may not."""
    typed = [flag_in(word) for word in options]
    for facts in arguments.values():
        if "once" in facts and sum(flag in facts["flags"] for flag in typed) > 1:
            raise UsageError(f"{flag_of(facts)} was given more than once.", hint="Give it once.")


def flag_in(word):
    """The flag that a word of ``--flag=value``, ``-f`` or ``-fvalue`` begins with."""
    return word.partition("=")[0] if word.startswith("--") else word[:2]
