"""What a model's provider does not take, told before sending: the ``limits`` of a command, as sentences."""

from fnmatch import fnmatch

from cometapi.manifest.arguments import flag_of
from cometapi.manifest.select import select


def broken(command, parts, model):
    """Sentences about fields of a request that the first fitting entry of ``limits`` does not allow for this model.

    ``parts`` is the request laid out by place, so that it does not matter which option a field came from.
    """
    entry = next((one for one in command.get("limits", ()) if fits(one, model)), None)
    if entry is None:
        return []
    spoken_of = {*entry["ranges"], *entry["most"], *entry["choices"], *entry["lacks"]}
    sentences = []
    for name, facts in command["arguments"].items():
        if name not in spoken_of:
            continue
        place, *keys = facts["to"]
        value = select(tuple(keys), parts[place])
        fault = None if value is None or value is False else fault_of(entry, name, value)
        if fault:
            sentences.append(f"{entry['of']} models {fault.format(flag=flag_of(facts))} ({model}).")
    return sentences


def fits(entry, model):
    """Whether an entry speaks of this model; ids are compared by shell patterns, without regard to case."""
    return any(fnmatch((model or "").lower(), pattern) for pattern in entry["models"])


def fault_of(entry, name, value):
    """Why a provider does not take a value, as a sentence's end with the option's place; None when it does."""
    if name in entry["lacks"]:
        return "do not take {flag}"
    if name in entry["ranges"]:
        low, high = entry["ranges"][name]
        is_number = isinstance(value, int | float)
        if is_number and ((low is not None and value < low) or (high is not None and value > high)):
            bounds = f"{low}" if low == high else f"{low} to {high}"
            return f"take {{flag}} of {bounds} only, not {value}"
    if name in entry["choices"] and value not in entry["choices"][name]:
        return f"take {{flag}} {' or '.join(entry['choices'][name])} only, not {value}"
    if name in entry["most"] and isinstance(value, list) and len(value) > entry["most"][name]:
        return f"take {{flag}} at most {entry['most'][name]} times"
    return None
