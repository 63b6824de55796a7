"""What of an older surface is what of a newer one: by name, else by its flag where another option has it now; else a guess."""

from difflib import SequenceMatcher

ALIKE = 0.6  # of 1, how alike names or sentences are that may be one thing renamed


def pairs(before, after):
    """Name before to name after of what is in both: options by name, else by the flag, of which one may
    be a second name of another option by now."""
    found = {name: name for name in before if name in after}
    for name in (one for one in before if one not in found):
        flag = long_flag(before[name])
        heir = next((other for other in after if flag in flags_of(after[other])), None)
        if heir:
            found[name] = heir
    return found


def long_flag(option):
    """The flag that an option is known by, None for a positional."""
    flags = option.get("flags", ())
    return next((flag for flag in flags if flag.startswith("--")), flags[0] if flags else None)


def flags_of(option):
    """Every flag of an option that works."""
    return [*option.get("flags", ()), *option.get("hidden_flags", ())]


def guess(name, facts, others):
    """The name in ``others`` (name to facts) that something removed may have now, None without one."""
    rated = [(likeness(name, facts, other, one), other) for other, one in others.items()]
    best, found = max(rated, default=(0, None))
    return found if best >= ALIKE else None


def likeness(name, facts, other, others_facts):
    """How likely something is another thing renamed, from 0 to 1."""
    for key in ("becomes", "does", "environment"):
        if facts.get(key) and facts.get(key) == others_facts.get(key):
            return 1
    prose = next((key for key in ("help", "summary") if facts.get(key)), None)
    names = SequenceMatcher(None, name, other).ratio()
    return max(names, SequenceMatcher(None, facts[prose], others_facts.get(prose, "")).ratio() if prose else 0)
