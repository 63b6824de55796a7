"""Rules about coding agents: what leads one to the gateway, and nothing else."""

import json
import re

from cometapi.manifest.compile import agent
from cometapi.manifest.traverse import unknown

PLACEHOLDERS = ("url", "token", "model")
PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


def names_of_agents_exist(sources):
    """Protocols and settings that an agent names and nobody declares."""
    for source in sources.agents.values():
        for number, name in enumerate(source.data.get("protocols", [])):
            if name not in sources.protocols:
                yield source.finding(("protocols", number), unknown(name, sources.protocols))
        setting = source.data.get("default_from")
        if setting is not None and setting not in sources.program.data["settings"]:
            yield source.finding(("default_from",), unknown(setting, sources.program.data["settings"]))


def agents_are_served_or_not(sources):
    """Agents that are neither, or both."""
    for source in sources.agents.values():
        if ("protocols" in source.data) == ("unsupported" in source.data):
            yield source.finding(("agent",), "An agent has either protocols, or unsupported with the reason.")


def programs_are_single(sources):
    """Programs of two agents, and several agents that are for every other program, or none."""
    owners: dict[str, str] = {}
    others = [source for source in sources.agents.values() if "programs" not in source.data]
    for source in sources.agents.values():
        for number, name in enumerate(source.data.get("programs", [])):
            if name in owners:
                yield source.finding(("programs", number), f"{name} is a program of {owners[name]} already.")
            owners.setdefault(name, source.data["agent"])
    for source in others[1:]:
        yield source.finding(("agent",), f"Only one agent has no programs, and {others[0].data['agent']} has none.")
    for source in list(sources.agents.values())[:1] if not others else []:
        yield source.finding(("agent",), "One file needs to be without programs: the one for every other program.")


def values_of_agents_are_known(sources):
    """Placeholders that nothing fills, tokens where others see them, and variables that are both set and unset."""
    for source in sources.agents.values():
        data = source.data
        for key in ("set", "arguments"):
            for name in sorted(set(PLACEHOLDER.findall(json.dumps(data.get(key, {})))) - set(PLACEHOLDERS)):
                yield source.finding((key,), unknown(f"{{{name}}}", [f"{{{one}}}" for one in PLACEHOLDERS]))
        if "{token}" in json.dumps(data.get("arguments", [])):
            yield source.finding(("arguments",), "Other users can see arguments, so they never have {token}.")
        for number, name in enumerate(data.get("unset", [])):
            if name in data.get("set", {}):
                yield source.finding(("unset", number), f"{name} is also set.")


def agents_have_one_credential(sources):
    """Agents of one protocol that would get two credentials, and any that would get none."""
    program = {"protocols": {name: one.data for name, one in sources.protocols.items()}}
    for source in sources.agents.values():
        names = source.data.get("protocols", [])
        if not names or any(name not in program["protocols"] for name in names):
            continue  # another rule says so
        values = agent(source.data, program).get("set", {})
        found = [name for name, value in values.items() if "{token}" in json.dumps(value)]
        if not found:
            yield source.finding(("protocols",), "No variable of this agent has {token}.")
        elif len(found) > 1 and len(names) == 1:
            yield source.finding(("protocols",), f"Only one variable may have {{token}}, not {' and '.join(found)}.")


RULES = [
    names_of_agents_exist,
    agents_are_served_or_not,
    programs_are_single,
    values_of_agents_are_known,
    agents_have_one_credential,
]
