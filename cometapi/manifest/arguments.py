"""What a command accepts, from its data: the options and positionals that parsers, help texts and completions read.

The data are literals, made once by ``compile``: by the press for the program's own commands, and on demand for others.
"""

PARTS = ("request", "response", "pages", "samples")  # of a route; said beside the routes, they hold for each of them


class Argument:
    """One option or positional: its name and its data, where what is left out is the usual."""

    help: str
    flags: list[str] = []  # noqa: RUF012 - nobody adds to a default, and a call makes a hundred of these
    metavar: str = ""
    type: str = "text"
    range: list | None = None
    begins: str | None = None
    keywords: dict = {}  # noqa: RUF012
    choices: list | dict | str | None = None  # a text names a list: $settings, $help, $commands
    default: object = None
    default_from: str | None = None
    switch: str | None = None
    bare: bool = False
    stands_for: tuple | None = None
    optional: bool = False
    repeat: bool = False
    known: list[str] = []  # noqa: RUF012
    complete: str | None = None
    does: str | None = None
    needs: dict = {}  # noqa: RUF012
    excludes: list[str] = []  # noqa: RUF012
    to: tuple | None = None
    required: bool = False
    environment: str | None = None
    secret: bool = False
    deprecated: dict | None = None
    group: str | None = None

    def __init__(self, name: str, data: dict) -> None:
        vars(self).update(data)
        self.dest = name
        self.data = data
        self.hidden = data.get("hidden") is True

    @property
    def positional(self) -> bool:
        """Whether it is told apart by its place and not by a flag."""
        return not self.flags

    @property
    def flag(self) -> str:
        """The name a user knows it by."""
        return flag_of(self.data)

    @property
    def takes_value(self) -> bool:
        """Whether a word follows the flag."""
        return takes_value(self.data)

    @property
    def has_value(self) -> bool:
        """Whether it takes a value in any way: in the word after the flag, or behind an equals sign alone."""
        return self.takes_value or self.bare

    @property
    def negative(self) -> str | None:
        """The ``--no-`` form of a pair of switches, else None."""
        return negative(self.data)

    @property
    def spellings(self) -> list[str]:
        """Every flag that it has, the ``--no-`` form included."""
        return spellings(self.data)

    @property
    def shown(self) -> list[str]:
        """Its flags that help, documents and completion show."""
        return shown(self.data)

    def meaning(self, flag: str) -> str:
        """The sentence about one of its flags."""
        return f"The opposite of {self.flag}." if flag == self.negative else self.brief

    @property
    def brief(self) -> str:
        """Its help where there is room for nothing else: with the mark of a deprecated one."""
        return f"{self.help} [{mark(self.deprecated)}]" if self.deprecated else self.help

    @property
    def is_command_line(self) -> bool:
        """Whether it takes the words behind ``--``."""
        return is_command_line(self.data)

    @property
    def term(self) -> str:
        """A positional where it is explained: ``MESSAGE``, ``FILE...`` or ``-- PROGRAM [ARGUMENT...]``."""
        if self.is_command_line:
            return f"-- {self.metavar} [ARGUMENT...]"
        return f"{self.metavar}..." if self.repeat else self.metavar

    @property
    def signature(self) -> str:
        """How it is written in help: ``-m, --model MODEL`` or ``[MESSAGE]``."""
        if self.positional:
            return f"[{self.term}]" if self.optional else self.term
        flags = ", ".join(sorted(self.shown, key=lambda flag: (flag == self.negative, len(flag))))
        if self.bare:
            return f"{flags}[={self.metavar}]"
        return f"{flags} {self.metavar}" if self.takes_value else flags


def name_of(flag: str) -> str:
    """The name of the option that has this flag first."""
    return flag.lstrip("-").replace("-", "_")


def flag_of(data: dict) -> str:
    """The name a user knows an argument by: its first long flag, else a short one, else what it stands for."""
    flags = data.get("flags") or [data["metavar"]]
    return next((flag for flag in flags if flag.startswith("--")), flags[0])


def is_command_line(data: dict) -> bool:
    """Whether an argument takes the words behind ``--``: those of another program or command."""
    return data.get("does") == "command_line"


def takes_value(data: dict) -> bool:
    """Whether a word follows the flag of an argument."""
    return not {"switch", "stands_for", "bare"} & data.keys()


def negative(data: dict) -> str | None:
    """The ``--no-`` form of a pair of switches, else None."""
    return "--no-" + flag_of(data).removeprefix("--") if data.get("switch") == "pair" else None


def spellings(data: dict) -> list[str]:
    """Every flag of an argument, the ``--no-`` form included."""
    opposite = negative(data)
    return [*data.get("flags", ()), *([opposite] if opposite else [])]


def shown(data: dict) -> list[str]:
    """The flags of an argument that help, documents and completion show."""
    hidden = data.get("hidden", ())
    return [] if hidden is True else [flag for flag in spellings(data) if flag not in hidden]


def deprecation(name: str, facts: dict, prefix: str = "") -> str:
    """The warning about an option or a command that is on its way out, from its ``deprecated``."""
    end = f" and will be removed in {facts['remove']}" if "remove" in facts else ""
    use = f" Use {prefix}{facts['use']} instead." if "use" in facts else ""
    return f"{name} is deprecated since {facts['since']}{end}.{use}"


def mark(facts: dict) -> str:
    """What lists say of a deprecated option or setting, from its ``deprecated``."""
    return f"deprecated; use {facts['use']}" if "use" in facts else "deprecated"


def respelled(data: dict, flags: list[str]) -> dict:
    """The data of an option that has some more flags, which nothing shows."""
    hidden = data.get("hidden", [])
    more = {"flags": [*data["flags"], *flags], "hidden": hidden is True or [*hidden, *flags]}
    return {**data, **more} if flags else data


SHARED = "Shared options"  # the heading of option sets without a title


def sections(command: dict, sets: dict) -> list[tuple[str, list[Argument]]]:
    """What help and documents list of a command, in their order: (title, arguments).

    Positionals come first, then its own options by group, then each option set under its title.
    """
    titles = {name: sets[one].get("title", SHARED) for one in command["use"] for name in sets[one]["arguments"]}
    listed = [one for one in arguments_of(command) if not one.hidden]
    groups = [one.group for one in listed if one.group and one.dest not in titles]
    found: dict[str, list[Argument]] = {title: [] for title in ("Arguments", "Options", *groups, *titles.values())}
    for one in listed:
        found["Arguments" if one.positional else titles.get(one.dest) or one.group or "Options"].append(one)
    return [(title, arguments) for title, arguments in found.items() if arguments]


class Flags(dict):
    """Every flag of some arguments, from their data, and whether a value follows it.

    No Argument is made for it: a call is slower for each, and uses a few of a hundred.
    """

    def __init__(self, arguments: dict[str, dict], command: str = "") -> None:
        super().__init__((flag, takes_value(data)) for data in arguments.values() for flag in spellings(data))
        self.arguments = arguments
        self.bare = {flag for data in arguments.values() if "bare" in data for flag in spellings(data)}
        self.command = command  # whose arguments they are, empty where they stand before one

    @property
    def positionals(self) -> dict[str, str]:
        """The name in help of each argument without a flag, by its lower-case name."""
        named = {
            name: data.get("metavar", name.upper()) for name, data in self.arguments.items() if "flags" not in data
        }
        return {name.lower(): metavar for name, metavar in named.items()}

    @property
    def offered(self) -> list[str]:
        """Those that help shows."""
        return [flag for data in self.arguments.values() for flag in shown(data)]


def arguments_of(command: dict) -> list[Argument]:
    """The arguments of a command's data, in the order of the manifest."""
    return [Argument(name, data) for name, data in command["arguments"].items()]


def root_arguments(sets: dict, names: list[str]) -> list[Argument]:
    """The options of these sets that may stand before a command: those that are no part of its request.

    A letter that several of them have says nothing there: it is left out.
    """
    found: dict[str, dict] = {}
    for one in names:
        for name, data in sets[one]["arguments"].items():
            if "to" not in data:
                found.setdefault(name, data)
    flags = [flag for data in found.values() for flag in data["flags"]]
    shared = {flag for flag in flags if flags.count(flag) > 1} if len(set(flags)) < len(flags) else ()
    return [
        Argument(name, {**data, "flags": [flag for flag in data["flags"] if flag not in shared]})
        for name, data in found.items()
    ]


def whole(command: dict, sets: dict) -> dict:
    """A command's data as it runs: behind its own arguments those of its sets, in each route what is said for all."""
    arguments = dict(command["arguments"])
    for name in command["use"]:
        arguments.update(sets[name]["arguments"])
    for name, flags in command.get("spellings", {}).items():
        arguments[name] = respelled(arguments[name], flags)
    common = {part: command[part] for part in PARTS if part in command}
    routes = [{**common, **route} for route in command.get("routes", [{}])]
    return {**command, "arguments": arguments, "routes": routes}
