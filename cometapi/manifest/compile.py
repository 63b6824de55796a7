"""Third step of the press: checked sources to the model that every template reads.

Everything derivable is derived here, once: option sets are joined in, names made, selectors compiled, defaults
resolved. Templates only place what they find, and the runtime reads the same facts as plain literals.
"""

from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from cometapi.manifest import compile_reply
from cometapi.manifest.select import selector

METAVARS = {"integer": "N", "number": "NUMBER", "file": "FILE", "json": "JSON", "url": "URL"}
METAVARS |= {"timestamp": "DATE", "end_timestamp": "DATE"}
WIDER = {"commands with data": "commands with a result"}


@dataclass
class Argument:
    """One option or positional, with all that parsers, plans, documents and completions need of it."""

    dest: str
    help: str
    flags: list = field(default_factory=list)
    metavar: str | None = None
    type: str = "text"
    range: list | None = None
    choices: list | None = None
    words: dict | None = None
    about: dict | None = None
    default: object = None
    default_from: str | None = None
    switch: str | None = None
    stands_for: tuple | None = None
    optional: bool = False
    repeat: bool = False
    split: bool = False
    stdin: bool = False
    to: tuple | None = None
    shape: object = None
    part: object = None
    joins: str | None = None
    plain: dict | None = None
    instead: list | None = None
    match: list | None = None
    find: list | None = None
    needs: dict | None = None
    excludes: list | None = None
    not_after: str | None = None
    complete: str | None = None
    notes: list = field(default_factory=list)

    @property
    def positional(self):
        """Whether it is told apart by its place and not by a flag."""
        return not self.flags

    @property
    def flag(self):
        """The name a user knows it by: its first long flag, or its metavar."""
        return next((flag for flag in self.flags if flag.startswith("--")), None) or (self.flags or [self.metavar])[0]

    @property
    def takes_value(self):
        """Whether a word follows the flag."""
        return not (self.switch or self.stands_for)

    @property
    def negative(self):
        """The ``--no-`` form of a pair of switches, else None."""
        return "--no-" + self.flag.removeprefix("--") if self.switch == "pair" else None

    @property
    def signature(self):
        """How it is written in help: ``-m, --model MODEL`` or ``[MESSAGE]``."""
        if self.positional:
            word = f"{self.metavar}..." if self.repeat else self.metavar
            return f"[{word}]" if self.optional else word
        flags = ", ".join([*sorted(self.flags, key=len), *([self.negative] if self.negative else [])])
        return f"{flags} {self.metavar}" if self.takes_value else flags

    @property
    def full_help(self):
        """Its sentence, followed by the facts derived from its declaration."""
        return " ".join([self.help, *(f"[{note}]" for note in self.notes)])


@dataclass
class Command:
    """One command: its words, its parser, its routes, its documents."""

    words: str
    stem: str
    file: str
    summary: str
    description: str | None
    effect: str
    cost: str
    run: str | None
    own: list
    shared: list
    routes: list
    stream: dict | None
    examples: list
    wait: dict | None = None
    then: list = field(default_factory=list)
    asks: str | None = None
    limits: list = field(default_factory=list)

    @property
    def module(self):
        """The name of its generated Python module."""
        return self.stem.replace("-", "_")

    @property
    def arguments(self):
        """Everything it accepts: positionals first, then its own options, then the shared ones."""
        return [*self.positionals, *self.options]

    @property
    def positionals(self):
        """Its positionals, in order."""
        return [argument for argument in self.own if argument.positional]

    @property
    def own_options(self):
        """The options of its own file."""
        return [argument for argument in self.own if not argument.positional]

    @property
    def options(self):
        """Its own options, then the shared ones."""
        return [*self.own_options, *self.shared]

    @property
    def usage(self):
        """The usage line without the word "usage"."""
        return " ".join(["cometapi", self.words, *(argument.signature for argument in self.positionals), "[options]"])


@dataclass
class Topic:
    """A help page that belongs to no command."""

    name: str
    summary: str
    text: str
    table: str | None


@dataclass
class Model:
    """The whole program as the templates see it."""

    name: str
    version: str
    summary: str
    description: str
    program: dict
    commands: list
    topics: list
    replies: dict

    @property
    def root_options(self):
        """Shared options that may stand before the command, each once: every option of every option set."""
        options = {}
        for command in self.commands:
            for argument in command.shared:
                if argument.to is None:
                    options.setdefault(argument.flag, argument)
        return list(options.values())

    @property
    def common_options(self):
        """Root options of a quarter of the commands or more: those worth telling where all commands are told."""
        uses = Counter(one.flag for command in self.commands for one in command.shared)
        return [one for one in self.root_options if uses[one.flag] * 4 >= len(self.commands)]

    @property
    def groups(self):
        """Words that open longer commands, such as ``config``: words to the commands that they open."""
        found = {}
        for command in self.commands:
            words = command.words.split()
            for length in range(1, len(words)):
                found.setdefault(" ".join(words[:length]), []).append(command)
        return found


def model(sources, version):
    """The Model of checked sources; raises nothing on sources in which ``rules`` found no fault."""
    program = sources.program.data
    topics = [
        Topic(data["topic"], data["summary"], data["text"], data.get("table")) for data in data_of(sources.topics)
    ]
    about = {source.data["command"]: source.data["summary"] for source in sources.commands.values()}
    about |= {topic.name: topic.summary for topic in topics}
    names = {
        "$settings": {name: one["help"] for name, one in program["settings"].items()},
        "$help": dict(sorted(about.items())),
    }
    commands = [command(stem, source, program, names) for stem, source in sources.commands.items()]
    commands.sort(key=lambda one: one.words)
    return Model(
        name=program["program"],
        version=version,
        summary=program["summary"],
        description=program["description"],
        program=runtime_program(program),
        commands=commands,
        topics=topics,
        replies=sources.replies,
    )


def data_of(sources):
    """The plain data of a dict of Source."""
    return [source.data for source in sources.values()]


def option_sets(data, program):
    """Names of the option sets that belong to a command: those it uses, then those that come of themselves.

    A set that it uses brings along those for a wider kind of command, such as the options of any result to those of data.
    """
    routes, used = route_data(data), data.get("use", [])
    wider = {WIDER.get(program["options"].get(name, {}).get("for")) for name in used}
    automatic = [
        name
        for name, group in program["options"].items()
        if "for" in group and (group["for"] in wider or compile_reply.has_feature(group["for"], data, routes))
    ]
    return list(dict.fromkeys([*used, *automatic]))


def command(stem, source, program, names):
    """The Command of one file."""
    data = source.data
    shared = [item for name in option_sets(data, program) for item in program["options"][name]["arguments"]]
    own = [argument(item, program, names) for item in data.get("arguments", [])]
    return Command(
        words=data["command"],
        stem=stem,
        file=source.file,
        summary=data["summary"],
        description=data.get("description"),
        effect=data["effect"],
        cost=data.get("cost", "free"),
        run=data.get("run") or implied_run(data),
        own=own,
        shared=[argument(item, program, names) for item in shared],
        routes=[route(one, program, own) for one in route_data(data)],
        stream=stream(data.get("stream")),
        wait=compile_reply.wait(data.get("wait")),
        then=[compile_reply.step(one) for one in data.get("then", [])],
        asks=data.get("asks"),
        limits=[limit(one) for one in data.get("limits", [])],
        examples=data["examples"],
    )


def implied_run(data):
    """What runs a command that says nothing of it and is more than one request; None for one that is not."""
    return next((run for key, run in (("then", "steps:run"), ("wait", "waiting:run")) if key in data), None)


def route_data(data):
    """The routes of a command file: each entry of ``routes`` over what the file says for all of them."""
    common = {key: data[key] for key in ("request", "response", "pages", "samples") if key in data}
    return [{**common, **one} for one in data.get("routes", [common])]


def dest(item):
    """The name under which a value is known: a positional's name, or the first long flag."""
    long = next((flag for flag in item.get("flags", []) if flag.startswith("--")), None)
    return item.get("name") or (long or item["flags"][0]).lstrip("-").replace("-", "_")


def argument(item, program, names):
    """The Argument of one entry of ``arguments``."""
    about = names[item["choices"]] if isinstance(item.get("choices"), str) else None
    choices = about or item.get("choices")
    setting = program["settings"].get(item.get("default_from"), {})
    result = Argument(
        dest=dest(item),
        help=item["help"],
        flags=item.get("flags", []),
        metavar=item.get("metavar") or METAVARS.get(item.get("type")) or dest(item).upper(),
        type=item.get("type", "text"),
        range=item.get("range"),
        choices=list(choices) if choices else None,
        words=choices if isinstance(choices, dict) and not about else None,
        about=about,
        default=item.get("default"),
        default_from=item.get("default_from"),
        switch=item.get("switch"),
        optional=item.get("optional", False),
        repeat=item.get("repeat", False),
        split=item.get("split", False),
        stdin=item.get("stdin", False),
        to=tuple(item["to"].split("/")) if "to" in item else None,
        shape=shape(item.get("as"), program),
        part=item.get("part"),
        joins=item.get("joins"),
        plain=plain(item.get("plain")),
        instead=[dest({"flags": [flag]}) for flag in item.get("instead", [])] or None,
        match=[selector(one) for one in item["match"]] if "match" in item else None,
        find=[selector(one) for one in item["find"]] if "find" in item else None,
        needs={dest({"flags": [flag]}): value for flag, value in item.get("needs", {}).items()} or None,
        excludes=[dest({"flags": [flag]}) for flag in item.get("excludes", [])] or None,
        not_after=dest({"flags": [item["not_after"]]}) if "not_after" in item else None,
        complete=item.get("complete") or setting.get("complete"),
    )
    if "stands_for" in item:
        flag, value = next(iter(item["stands_for"].items()))
        result.stands_for = (dest({"flags": [flag]}), value)
    result.notes = notes(result, item.get("choices"), setting)
    return result


def plain(words):
    """Words that stand for themselves, or for a shape of their own: word to what is sent."""
    return {word: word for word in words} if isinstance(words, list) else words


def shape(value, program):
    """A shape, or the shared one that ``$name`` stands for."""
    return (
        program.get("shapes", {}).get(value[1:], value) if isinstance(value, str) and value.startswith("$") else value
    )


def notes(one, choices, setting):
    """The derived facts shown behind an argument's help: choices, range, default, environment, setting."""
    found = []
    if one.choices and choices != "$help":
        found.append("choices: " + ", ".join(one.choices))
    if one.range:
        low, high = one.range
        found.append(f"{low} or more" if high is None else f"{low} to {high}")
    if one.repeat and one.flags:
        found.append("may be repeated")
    default = one.default if one.default is not None else setting.get("default")
    if default is not None:
        found.append(f"default: {default}")
    if "environment" in setting:
        found.append(f"env: {setting['environment']}")
    if one.default_from:
        found.append(f"setting: {one.default_from}")
    return found


def route(data, program, own):
    """One route as the runtime reads it."""
    result = {}
    if "when" in data:
        result["when"] = {dest({"flags": [flag]}): value for flag, value in data["when"].items()}
    for key in ("given", "credential"):
        if key in data:
            result[key] = dest({"flags": [data[key]]}) if key == "given" else data[key]
    if "request" in data:
        result["request"] = data["request"]
    if "pages" in data:
        result["pages"] = compile_reply.pages(data["pages"])
    if "response" in data:
        result["response"] = compile_reply.response(data["response"], program, own)
    if "samples" in data:
        result["samples"] = [compile_reply.sample(one, data.get("response", {})) for one in data["samples"]]
    return result


def stream(data):
    """The ``stream`` section with the switch named by its dest."""
    return data and {**data, "switch": dest({"flags": [data["switch"]]})}


def limit(data):
    """One entry of ``limits`` with its flags named by their dests."""
    result = {"models": data["models"], "of": data["of"]}
    for key in ("ranges", "most", "choices"):
        result[key] = {dest({"flags": [flag]}): value for flag, value in data.get(key, {}).items()}
    result["lacks"] = [dest({"flags": [flag]}) for flag in data.get("lacks", [])]
    return result


def runtime_program(program):
    """What the runtime needs of the program file, selectors compiled."""
    return {
        "settings": program["settings"],
        "services": {
            name: {"setting": one["setting"], "without": one.get("without", [])}
            for name, one in program["services"].items()
        },
        "credentials": program["credentials"],
        "envelopes": {name: envelope(one) for name, one in program["envelopes"].items()},
        "private": program["private"],
        "dialects": {name: dialect(one) for name, one in program["dialects"].items()},
        "completions": program["completions"],
        "waiters": program.get("waiters", {}),
        "sandbox": sandbox_paths(program),
        "exits": program["exits"],
        "retry": program["retry"],
        "timeouts": program["timeouts"],
    }


def sandbox_paths(program):
    """Where the sandbox stands in for each setting of a service: its path there, by the setting's name.

    The first setting has the path of its default; every other one a path of its own before that, so that two services
    with the same endpoints are told apart.
    """
    names = dict.fromkeys(one["setting"] for one in program["services"].values())
    paths = {name: urlsplit(program["settings"][name].get("default", "")).path for name in names}
    first = next(iter(paths), None)
    return {name: path if name == first else f"/{name}{path}" for name, path in paths.items()}


def envelope(data):
    """One envelope, selectors compiled; a refusal of which nothing is said has a message and no more."""
    return {
        "fails_when": [{**test, "value": selector(test["value"])} for test in data["fails_when"]],
        "message": selector(data["message"]),
        "code": selector(data["code"]),
        "refusal": data.get("refusal", {"error": {"message": "$value.message"}}),
        "words": data.get("words", {}),
    }


def dialect(data):
    """One dialect, its selectors compiled and its places split; a whole reply is read like an event where nothing is said."""
    result = {**data, "events": [reading(one) for one in data["events"]]}
    result["reply"] = [reading(one) for one in data.get("reply", data["events"])]
    result["assemble"] = [assembly(one) for one in data["assemble"]]
    if "type" in data:
        result["type"] = selector(data["type"])
    result["tokens"] = {name: selector(one) for name, one in data.get("tokens", {}).items()}
    if "turn" in data:
        result["turn"] = {**data["turn"], "to": data["turn"]["to"].split("/"), "reply": selector(data["turn"]["reply"])}
    return result


def reading(data):
    """One reading of a dialect, its selectors compiled."""
    result = {key: value if key == "on" else selector(value) for key, value in data.items() if key != "calls"}
    if "calls" in data:
        result["calls"] = {key: selector(value) for key, value in data["calls"].items()}
    return result


def assembly(data):
    """One rule of a dialect's assembly, its selectors compiled and its place split."""
    result = {**data, "value": selector(data["value"]), "at": [key for key in data.get("at", "").split("/") if key]}
    if "each" in data:
        result["each"] = selector(data["each"])
    return result
