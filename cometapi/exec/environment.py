"""The environment and the arguments of a program that is led to the gateway."""

import json
import os

from cometapi.exec.agents import is_program_of
from cometapi.generated.index import PROGRAM
from cometapi.redact import is_telling

OWN = f"{PROGRAM.upper().replace('-', '_')}_"  # how the program's own variables begin
LOOPBACK = ("127.0.0.1", "localhost", "::1")
NO_PROXY = ("NO_PROXY", "no_proxy")  # each is read by some clients


class Change:
    """What becomes of an environment: values by the names of variables that are set (``put``), and the names of those
    that are removed (``dropped``).
    """

    def __init__(self, agent, values, environ, secrets):
        self.put = {**variables(agent, values), **without_proxy(environ)}
        unset = {*agent["unset"], *(name for name, value in environ.items() if is_secret(name, value, secrets))}
        self.dropped = sorted(name for name in unset if name in environ and name not in self.put)

    def of(self, environ):
        """The environment that comes out of another one."""
        kept = {name: value for name, value in environ.items() if name not in self.dropped}
        return kept | self.put


def is_secret(name, value, secrets):
    """Whether a variable is the program's own, or holds one of its secrets."""
    return name.startswith(OWN) or any(is_telling(one) and one in value for one in secrets)


def variables(agent, values):
    """What an agent needs to be set, by the names of its variables; what has a value that is not known is left out."""
    found = {name: filled(form, values) for name, form in agent["set"].items()}
    return {
        name: one if isinstance(one, str) else json.dumps(one, ensure_ascii=False)
        for name, one in found.items()
        if one is not None
    }


def filled(form, values):
    """A form with values in place of their names; None where it has a name whose value is None, and of a dict without
    the parts for which that holds.
    """
    if isinstance(form, dict):
        pairs = [(filled(name, values), filled(one, values)) for name, one in form.items()]
        return {name: one for name, one in pairs if name is not None and one is not None}
    if isinstance(form, list):
        return [one for one in (filled(part, values) for part in form) if one is not None]
    if not isinstance(form, str):
        return form
    for name, value in values.items():
        if f"{{{name}}}" in form and value is None:
            return None
        form = form.replace(f"{{{name}}}", str(value))
    return form


def without_proxy(environ):
    """The variables that keep requests to this machine away from a proxy, with what they have already."""
    known = [one.strip() for name in NO_PROXY for one in environ.get(name, "").split(",") if one.strip()]
    return dict.fromkeys(NO_PROXY, ",".join(dict.fromkeys([*known, *LOOPBACK])))


def command_line(agent, words, values):
    """The words to run a program with: what the agent needs stands before the user's, so that those count more. Where
    another program starts the agent, such as npx, it stands behind them.
    """
    groups = [one if isinstance(one, list) else [one] for one in agent["arguments"]]
    own = [[filled(word, values) for word in group] for group in groups]
    found = [word for group in own if None not in group for word in group]
    is_itself = is_program_of(agent, os.path.basename(words[0]))
    return [words[0], *found, *words[1:]] if is_itself else [*words, *found]
