"""What the language speaks of, as the press and its templates see it."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from cometapi.manifest.arguments import Argument, arguments_of, root_arguments


@dataclass
class Command:
    """One command: its ``data`` as they run, and what documents say of it."""

    stem: str
    file: str
    words: str
    summary: str
    effect: str
    cost: str
    examples: list[dict]
    own: list[Argument]
    shared: list[Argument]
    routes: list[dict]
    data: dict
    description: str | None = None
    stream: dict | None = None

    @property
    def module(self) -> str:
        """The name of its generated Python module."""
        return self.stem.replace("-", "_")

    @property
    def brief(self) -> str:
        """Its summary, where commands are listed."""
        return f"{self.summary} Deprecated." if "deprecated" in self.data else self.summary

    @property
    def arguments(self) -> list[Argument]:
        """Everything it accepts: positionals first, then its own options, then the shared ones."""
        return [*self.positionals, *self.options]

    @property
    def positionals(self) -> list[Argument]:
        """Its positionals, in order."""
        return [argument for argument in self.own if argument.positional]

    @property
    def own_options(self) -> list[Argument]:
        """The options of its own file."""
        return [argument for argument in self.own if not argument.positional]

    @property
    def options(self) -> list[Argument]:
        """Its own options, then the shared ones."""
        return [*self.own_options, *self.shared]


@dataclass
class Topic:
    """A help page that belongs to no command; a guide has a title, a position among the guides, and steps."""

    name: str
    summary: str
    text: str
    table: str | None
    guide: dict = field(default_factory=dict)
    steps: list[dict] = field(default_factory=list)


@dataclass(eq=False)
class Model:
    """The whole program as the templates see it; ``sets`` are the data of the option sets, by name."""

    name: str
    version: str
    summary: str
    description: str
    program: dict
    sets: dict[str, dict]
    commands: list[Command]
    topics: list[Topic]
    replies: dict
    examples: list[dict]
    overview: list[tuple[str, list[str]]]
    folded: list[str]
    group_summaries: dict[str, str]
    instead: dict[str, dict]
    agents: dict[str, dict]

    @cached_property
    def set_arguments(self) -> dict[str, list[Argument]]:
        """The arguments of each option set, by its name."""
        return {name: arguments_of(data) for name, data in self.sets.items()}

    @property
    def root_sets(self) -> list[str]:
        """Names of the option sets with options that may stand before a command, in the order in which commands use them."""
        found: list[str] = []
        for name in dict.fromkeys(name for command in self.commands for name in command.data["use"]):
            if len(root_arguments(self.sets, [*found, name])) > len(root_arguments(self.sets, found)):
                found.append(name)
        return found

    @property
    def root_options(self) -> list[Argument]:
        """The options that may stand before the command."""
        return root_arguments(self.sets, self.root_sets)

    @property
    def common_options(self) -> list[Argument]:
        """Root options of a quarter of the commands or more: those worth telling where all commands are told."""
        uses = Counter(one.flag for command in self.commands for one in command.shared if not one.hidden)
        return [one for one in self.root_options if uses[one.flag] * 4 >= len(self.commands)]

    @property
    def flags(self) -> dict[str, list[str]]:
        """What options are called, by what they do: only those that every command calls the same."""
        spelled: dict[str, list[list[str]]] = {}
        for argument in (one for command in self.commands for one in command.arguments):
            if argument.does:
                known = [flag for flag in argument.flags if argument.hidden or flag in argument.shown]
                spelled.setdefault(argument.does, []).append(known)
        return {does: all_[0] for does, all_ in sorted(spelled.items()) if all_[0] and all_.count(all_[0]) == len(all_)}

    @property
    def short_for(self) -> dict[str, tuple[str | None, str]]:
        """Options that are short for another one with a value: flag to ``(what the other does, value)``."""
        does = {one.dest: one.does for one in self.root_options}
        pairs = [(one.flags, one.stands_for) for one in self.root_options]
        return {flag: (does[other[0]], other[1]) for flags, other in pairs if other for flag in flags}

    @property
    def groups(self) -> dict[str, list[Command]]:
        """Words that open longer commands, such as ``config``, to the commands that they open."""
        found: dict[str, list[Command]] = {}
        for command in self.commands:
            words = command.words.split()
            for length in range(1, len(words)):
                found.setdefault(" ".join(words[:length]), []).append(command)
        return found

    @property
    def openers(self) -> dict[str, str]:
        """Words that open longer commands, to their summaries; empty where the manifest has none."""
        return {words: self.group_summaries.get(words, "") for words in self.groups}

    @property
    def group_meanings(self) -> dict[str, str]:
        """What each of these words is for; where the manifest does not say, which commands it opens."""
        opened = {words: ", ".join(one.words for one in commands) for words, commands in self.groups.items()}
        return {**opened, **self.group_summaries}

    @property
    def subjects(self) -> list[tuple[str, list[str]]]:
        """Commands, and words that open several, by subject: what the overview lists, then all that it does not."""
        listed = [name for _, names in self.overview for name in names]
        rest = [
            one.words for one in self.commands if not any(f"{one.words} ".startswith(f"{name} ") for name in listed)
        ]
        names = list(dict.fromkeys(words.partition(" ")[0] for words in rest))
        return [*self.overview, *([("More" if listed else "Commands", names)] if names else [])]

    def commands_below(self, names: list[str]) -> list[Command]:
        """The commands that some names of the overview stand for, in their order."""
        return [one for name in names for one in self.commands if f"{one.words} ".startswith(f"{name} ")]

    @property
    def guides(self) -> list[Topic]:
        """The topics that are guides, in their order."""
        return sorted((one for one in self.topics if one.guide), key=lambda one: one.guide["position"])

    @property
    def named_choices(self) -> dict[str, dict[str, str]]:
        """Lists of words that ``choices`` may name, each word with its meaning."""
        about = {one.words: one.summary for one in self.commands} | {one.name: one.summary for one in self.topics}
        settings = {name: one["help"] for name, one in self.program["settings"].items()}
        named = {**self.group_meanings, **{one.words: one.summary for one in self.commands}}
        return {"$settings": settings, "$help": sorted_by_name(about), "$commands": sorted_by_name(named)}

    def choices(self, argument: Argument) -> list[str]:
        """The words of an argument's choices; empty where anything goes."""
        choices = argument.choices
        return list((self.named_choices[choices] if isinstance(choices, str) else choices) or [])


def sorted_by_name(meanings: dict[str, str]) -> dict[str, str]:
    """Words with their meanings, by the word."""
    return dict(sorted(meanings.items()))


def several(value: Any) -> list[Any]:
    """A value as a list: itself, or a list of one."""
    return value if isinstance(value, list) else [value]
