"""A setting that a call needs and nobody has set: what to do about it, and a variable that was meant for it."""

from cometapi.advice import advice, also
from cometapi.errors import ConfigurationMissing
from cometapi.generated.index import COMMANDS

ALIKE = 5  # letters that names of variables have to begin with together, to be taken for each other
NEAR = 0.6  # of 1, how alike the last words of their names have to be


def missing(settings, name):
    """The ConfigurationMissing of a setting: the reason, and the ways to set it."""
    facts = settings.declared[name]
    reason = f"No {facts.get('title', name)} is set{settings.in_profile()}"
    near = near_variable(settings.environ, settings.declared, facts.get("environment"))
    if near:
        reason += f"; {near} is set, but the variable is {facts['environment']}"
    return ConfigurationMissing(f"{reason}.", hint=ways(facts, name, settings.option()))


def ways(facts, name, option):
    """How to set a setting, as one line; ``option`` is what a command needs to mean the same profile."""
    command = "{program} init" if facts.get("ask") and "init" in COMMANDS else "{program} config set {name}"
    call = advice(f"run: {command}{{option}}", name=name, option=option)
    variable = f"set {facts['environment']}" if "environment" in facts else None
    step = ", or ".join(filter(None, (call, variable)))
    source = f"Get one at {facts['from']}, then " if "from" in facts else ""
    sandbox = also("; {sandbox} needs none") if facts.get("secret") else ""
    return f"{source}{step if source else step[:1].upper() + step[1:]}{sandbox}"


def near_variable(environ, declared, variable):
    """The name of a variable that is set and may have been meant for ``variable``, None without one."""
    from difflib import SequenceMatcher

    known = {facts.get("environment") for facts in declared.values()}
    for name, value in sorted(environ.items()) if variable else ():
        last, wanted = name.upper().split("_")[-1], variable.split("_")[-1]
        is_alike = last.endswith(wanted) or SequenceMatcher(None, last, wanted).ratio() >= NEAR
        if value.strip() and name not in known and name.upper()[:ALIKE] == variable[:ALIKE] and is_alike:
            return name
    return None
