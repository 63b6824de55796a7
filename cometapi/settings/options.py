"""Values of options that are not typed: one from an environment variable, and a secret through a pipe."""

from cometapi.cli.relations import are_rivals, variable
from cometapi.cli.succession import successor
from cometapi.errors import ConfigurationError, UsageError
from cometapi.manifest.arguments import flag_of
from cometapi.redact import mask
from cometapi.settings.types import checked, valid


def from_environment(arguments, environ, given):
    """Name to value of the options that have a variable which is set, and that nothing typed stands against.

    The value of a deprecated option is that of the option to use instead. Raises ConfigurationError naming the variable
    when its value does not fit, or differs from that of the other one.
    """
    found = {}
    for name, facts in arguments.items():
        text = variable(facts, environ)
        if text and not any(other == name or are_rivals(arguments, name, other) for other in given):
            found[name] = valid(facts, flag_of(facts), text, f"environment ({facts['environment']})")
    return dict(renamed(arguments, name, found) for name in found)


def renamed(arguments, name, found):
    """``(name, value)`` of an option that has its value from a variable, by the name of the option to use instead."""
    new = successor(arguments, name)
    if new in found and found[new] != found[name]:
        old, other = (arguments[one]["environment"] for one in (name, new))
        raise ConfigurationError(f"{old} and {other} are the same, with different values.", hint=f"Unset {old}.")
    return new or name, found[name]


def with_secrets(arguments, given, context):
    """What was given, each secret that is to come through a pipe read from there; raises UsageError when none comes."""
    piped = [name for name in secrets(arguments) if given.get(name) == "-"]
    return {**given, **{name: piped_secret(arguments[name], context) for name in piped}}


def secrets(arguments):
    """The names of the options that hold secrets."""
    return [name for name, facts in arguments.items() if facts.get("secret")]


def piped_secret(facts, context):
    """The value of a secret option from stdin."""
    text = (context.piped() or "").strip()
    if not text:
        raise UsageError(f"{flag_of(facts)} - reads a pipe, but nothing was piped in.")
    try:
        return checked(facts, text)
    except ValueError as error:
        raise UsageError(f"{flag_of(facts)} {error}.") from None


def hide_secrets(arguments, values, context, way):
    """Values with secrets as they may be shown, where the request is only seen, in this way; none is printed from now on."""
    given = {name: values[name] for name in secrets(arguments) if name in values}
    context.hide(given.values())
    return {**values, **{name: shown(arguments[name], value, way) for name, value in given.items()}}


def shown(facts, value, way):
    """A secret as a request that is sent (no ``way``) or seen needs it: itself, its mask, or in curl's header its variable."""
    if way == "curl" and "environment" in facts and facts.get("to", ("",))[0] == "header":
        return f"${facts['environment']}"
    return mask(value) if way else value


def otherwise(facts, value, default, settings):
    """The value that an option sends: its own, or where that is empty, its default or the setting that it points to."""
    if "to" not in facts or not is_blank(value):
        return value
    if "default_from" in facts:
        return settings.get(facts["default_from"])
    return value if default is None else default


def is_blank(value):
    """Whether an option has no value, or an empty one."""
    return value is None or (isinstance(value, str) and not value.strip())
