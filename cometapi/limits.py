"""What a model's provider does not take, told before sending: the ``limits`` of a command, as sentences."""

from fnmatch import fnmatch


def broken(command, given, model):
    """Sentences about given options that the first fitting entry of ``limits`` does not allow for this model."""
    entry = next((one for one in command.get("limits", ()) if fits(one, model)), None)
    if entry is None:
        return []
    arguments = command["arguments"]
    sentences = []
    for name, value in given.items():
        fault = fault_of(entry, name, value)
        if fault:
            sentences.append(f"{entry['of']} models {fault.format(flag=arguments[name]['flag'])} ({model}).")
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
        if (low is not None and value < low) or (high is not None and value > high):
            bounds = f"{low}" if low == high else f"{low} to {high}"
            return f"take {{flag}} of {bounds} only, not {value}"
    if name in entry["most"] and len(value) > entry["most"][name]:
        return f"take {{flag}} at most {entry['most'][name]} times"
    return None
