"""What is said of a list in which no record fits: the values that there are, or that are usual."""

from cometapi.manifest.arguments import flag_of
from cometapi.terminal.visible import visible

MOST_TOLD = 40  # values that are told where no record has the one that was asked for


def nothing_found(call, seen):
    """A sentence; ``seen`` maps options that filter here to the values that records have, by their small letters."""
    for name, values in seen.items():
        wanted = call.values[name]
        if 0 < len(values) <= MOST_TOLD and not any(one.casefold() in value for one in wanted for value in values):
            told = ", ".join(visible(values[key], keep="") for key in sorted(values))
            return f"No record has {flag_of(call.arguments[name])} {','.join(wanted)}; there are {told}."
    found = (usual(call.arguments[name], call.values[name]) for name in call.given)
    return next((f"Nothing found; {one}." for one in found if one), "Nothing found.")


def usual(facts, value):
    """What is known of an option by which the service filters, where its value is another than usual; else None."""
    flag = flag_of(facts)
    if "known" in facts and value not in facts["known"] and value not in facts.get("keywords", {}).values():
        *first, last = facts["known"]
        return f"usual values of {flag} are {', '.join(first)} and {last}" if first else f"{flag} is usually {last}"
    if "like" in facts.get("selects", {}) and "%" not in value:
        typed = visible(value, keep="")
        return f"{flag} {typed} matches the whole name, {typed}% its beginning"
    return None
