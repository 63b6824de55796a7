"""Checks of values that are whole only when a pipe has been read: how long a text is, and what a file is."""

from cometapi.cli.uploads import Upload, misfit
from cometapi.errors import UsageError
from cometapi.manifest.arguments import flag_of


def check_values(call):
    """Raise UsageError for the first value that its argument does not take; a pipe that is only shown is not read for it."""
    for name, facts in call.arguments.items():
        for value in listed(call.values.get(name)):
            fault = None
            if isinstance(value, str) and len(value) > facts.get("longest", len(value)):
                fault = f"takes at most {facts['longest']:,} characters, not {len(value):,}"
            elif isinstance(value, Upload) and not (value.is_piped and call.preview):
                fault = misfit(facts, value)
            if fault:
                raise UsageError(f"{flag_of(facts)} {fault}.")


def listed(value):
    """A value as a list, of one where it is none."""
    return value if isinstance(value, list) else [value]
