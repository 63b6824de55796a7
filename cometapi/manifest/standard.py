"""The program file with what every program has laid under it; ``standard.yaml`` says what that is."""

from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("standard.yaml")
FACTS = ("retry", "timeouts")  # sections of facts
OPTIONAL: dict[str, Any] = {
    "credentials": {},
    "private": [],
    "dialects": {},
    "formats": {},
    "options": {},
    "completions": {},
}


def completed(data, standard):
    """The data of a program file with the standard of the press under it; what is no such data stays as it is."""
    if not isinstance(data, dict):
        return data
    result = {**OPTIONAL, **data}
    variables = str(data.get("program", "")).upper().replace("-", "_")
    settings = {name: with_variable(facts, variables) for name, facts in standard["settings"].items()}
    for section, under in {**standard, "settings": settings}.items():
        result[section] = laid_over(section, data.get(section), under)
    return result


def with_variable(facts, prefix):
    """The facts of a setting, its variable named after the program."""
    if "environment" not in facts:
        return facts
    return {**facts, "environment": facts["environment"].format(PROGRAM=prefix)}


def laid_over(section, own, under):
    """A section of the program file over the standard's; one of another form stays as it is, for the schema to refuse."""
    if own is None:
        return under
    if section == "hints":
        return [*own, *under] if isinstance(own, list) else own
    if not isinstance(own, dict) or not isinstance(under, dict):
        return own
    if section in FACTS:
        return {**under, **own}
    order = [*under, *own] if section == "exits" else [*own, *under]
    return {name: with_facts(own.get(name, {}), under.get(name, {})) for name in dict.fromkeys(order)}


def with_facts(own, under):
    """The facts of one name over those that the standard has for it."""
    return {**under, **own} if isinstance(own, dict) else own
