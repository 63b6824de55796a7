"""What changed between two surfaces: breaking, compatible, cosmetic, or not to be judged."""

from dataclasses import dataclass, field

from codegen.contract import commands, surfaces
from codegen.contract.changes import BREAKING, COMPATIBLE, COSMETIC, UNKNOWN, Change, grouped
from codegen.contract.facts import COMMAND, SETTING, judged
from codegen.contract.matching import guess


@dataclass
class Known:
    """What both surfaces tell: ``unknown`` are the facts that one of them does not, with their words."""

    unknown: dict
    option_facts: set | None
    credentials: dict = field(default_factory=dict)
    settings: dict = field(default_factory=dict)

    def tells(self, fact):
        """Whether both surfaces tell a fact."""
        return fact not in self.unknown

    @property
    def column_facts(self):
        """The facts of columns to compare."""
        return None if self.tells("types") else {"shown"}

    @property
    def command_facts(self):
        """The facts of commands to compare."""
        return None if self.tells("output") else COMMAND.keys() - {"description"}

    def required_alone(self, command):
        """A command with the needs that every format tells: options and arguments that are required."""
        told = [{key: one[key] for key in one if key != "reads_stdin"} for one in command["options"]]
        kept = [one for one in command["relations"] if one["kind"] not in ("some", "one", "or_from", "stdin")]
        return {**command, "options": told, "relations": kept}

    def setting_of(self, credential):
        """The setting that holds a credential."""
        facts = self.credentials.get(credential, {})
        return facts.get("setting") or facts.get("password") or credential


def diff(before, after):
    """The changes between two surfaces of any format, as a list of Change; empty where nothing changed."""
    old, new = surfaces.read(before), surfaces.read(after)
    facts = [one["option_facts"] for one in (old, new) if one["option_facts"] is not None]
    known = Known(
        {**old["unknown"], **new["unknown"]},
        set.intersection(*facts) if facts else None,
        {**old.get("credentials", {}), **new.get("credentials", {})},
        new["settings"],
    )
    parts = (of_program, of_exits, of_settings, of_commands, of_words, of_credentials)
    found = [one for part in parts for one in part(old, new, known)]
    if found or old["unknown"].keys() != new["unknown"].keys():
        found += unknown(known)
    return grouped(found)


def unknown(known):
    """What cannot be judged, because one of the surfaces does not tell it."""
    for fact, words in known.unknown.items():
        yield Change(UNKNOWN, "not told", fact, f"One of the two surfaces does not tell {words}.")


def of_program(old, new, known):
    """The program's name."""
    if old["program"] != new["program"]:
        sentence = f"The program is called {new['program']} and no longer {old['program']}."
        yield Change(BREAKING, "program", "", sentence, old["program"], new["program"])


def of_exits(old, new, known):
    """The table of exit codes."""
    before, after = ({one["name"]: one["code"] for one in facts["exits"]} for facts in (old, new))
    for name, code in before.items():
        if name not in after:
            yield Change(BREAKING, "exit removed", f"exit {code}", f"No error is {name} any more.", code)
        elif after[name] != code:
            sentence = f"The exit code of {name} changed from {code} to {after[name]}."
            yield Change(BREAKING, "exit changed", f"exit {code}", sentence, code, after[name])
    for name in (one for one in after if one not in before):
        yield Change(COMPATIBLE, "exit added", f"exit {after[name]}", f"It is {name}.", None, after[name])


def of_settings(old, new, known):
    """Settings and their variables."""
    before, after = old["settings"], new["settings"]
    added = {name: one for name, one in after.items() if name not in before}
    for name, facts in before.items():
        if name not in after:
            heir = guess(name, facts, added)
            sentence = f"The setting is gone{f'; it may be {heir} now' if heir else ''}."
            yield Change(BREAKING, "setting removed", name, sentence, name)
            continue
        for key, level, was, now, sentence in judged(SETTING, facts, after[name], old.get("setting_facts")):
            yield Change(level, f"setting {key}", name, sentence.replace("The ", "The setting's ", 1), was, now)
    for name, facts in added.items():
        yield Change(COMPATIBLE, "setting added", name, facts.get("help") or "It is new.", None, name)


def of_commands(old, new, known):
    """Commands that are gone, new or otherwise."""
    before, after = ({one["command"]: one for one in facts["commands"]} for facts in (old, new))
    added = {name: one for name, one in after.items() if name not in before}
    for name, facts in before.items():
        if name in after:
            yield from commands.changes(facts, after[name], known)
            continue
        heir = guess(name, facts, added)
        sentence = f"The command is gone{f'; it may be {heir} now' if heir else ''}."
        yield Change(BREAKING, "command removed", "", sentence, name, None, (name,))
    for name, facts in added.items():
        yield Change(COMPATIBLE, "command added", "", facts.get("summary") or "It is new.", None, name, (name,))


def of_words(old, new, known):
    """Topics of the help, and the program's own texts."""
    if known.tells("topics"):
        for name in (one for one in old["topics"] if one not in new["topics"]):
            yield Change(COSMETIC, "topic removed", f"help {name}", "The topic is gone.", name)
        for name in (one for one in new["topics"] if one not in old["topics"]):
            yield Change(COMPATIBLE, "topic added", f"help {name}", "The topic is new.", None, name)
    if {"summary", "groups"} <= old.keys() & new.keys():
        for key in ("summary", "groups"):
            if old[key] != new[key]:
                yield Change(
                    COSMETIC, key, "", f"The {key} of the program {'were' if key == 'groups' else 'was'} reworded."
                )


def of_credentials(old, new, known):
    """Where the keys of the program come from."""
    before, after = old.get("credentials"), new.get("credentials")
    for name in before.keys() & after.keys() if before and after else ():
        was, now = before[name], after[name]
        if (was.get("setting"), was.get("password")) != (now.get("setting"), now.get("password")):
            yield Change(BREAKING, "credential setting", name, "It comes from another setting.", was, now)
        elif was != now:
            yield Change(COSMETIC, "credential", name, "It is sent or called in another way.", was, now)
