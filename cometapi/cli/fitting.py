"""Checks of values that are complete only after stdin was read: the length of a text and the kind of a file."""

from cometapi.errors import UsageError
from cometapi.manifest.arguments import flag_of


def check_values(call):
    """Raise UsageError for the first value that its argument does not accept; previews do not read stdin for this."""
    for name, facts in call.arguments.items():
        if "takes" in facts or "longest" in facts:
            for value in listed(call.values.get(name)):
                fault = fault_of(facts, value, call.preview)
                if fault:
                    raise UsageError(f"{flag_of(facts)} {fault}.")


def fault_of(facts, value, is_shown):
    """Why an argument does not accept a value, as the end of a sentence, or None."""
    if isinstance(value, str) and "longest" in facts and len(value) > facts["longest"]:
        return f"takes at most {facts['longest']:,} characters, not {len(value):,}"
    if "takes" not in facts or value is None or (value.is_piped and is_shown):
        return None
    from cometapi.cli.uploads import misfit

    return misfit(facts, value)


def listed(value):
    """A value as a list: itself, or a list of one."""
    return value if isinstance(value, list) else [value]
