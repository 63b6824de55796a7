"""Checks of values that are whole only when a pipe has been read: how long a text is, and what a file is."""

from cometapi.errors import UsageError
from cometapi.manifest.arguments import flag_of


def check_values(call):
    """Raise UsageError for the first value that its argument does not take; a pipe that is only shown is not read for it."""
    for name, facts in call.arguments.items():
        if "takes" in facts or "longest" in facts:
            for value in listed(call.values.get(name)):
                fault = fault_of(facts, value, call.preview)
                if fault:
                    raise UsageError(f"{flag_of(facts)} {fault}.")


def fault_of(facts, value, is_shown):
    """Why an argument of these facts does not take a value, as the end of a sentence; None when it does."""
    if isinstance(value, str) and "longest" in facts and len(value) > facts["longest"]:
        return f"takes at most {facts['longest']:,} characters, not {len(value):,}"
    if "takes" not in facts or value is None or (value.is_piped and is_shown):
        return None
    from cometapi.cli.uploads import misfit

    return misfit(facts, value)


def listed(value):
    """A value as a list, of one where it is none."""
    return value if isinstance(value, list) else [value]
