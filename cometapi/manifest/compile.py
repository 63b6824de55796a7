"""Third step of the press: checked sources to the model that every template reads.

Everything derivable is derived here, once: option sets are joined in, names made, selectors compiled, defaults
resolved. Templates only place what they find, and the runtime reads the same facts as plain literals.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

PLAIN_SELECTOR = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(\[-?\d+\]|\.[A-Za-z_][A-Za-z0-9_]*)*")
METAVARS = {"integer": "N", "number": "NUMBER", "file": "FILE", "json": "JSON", "url": "URL"}
METAVARS |= {"timestamp": "DATE", "end_timestamp": "DATE"}
EVERY_COMMAND, WITH_REQUEST = "every command", "commands with a request"


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
    stdin: bool = False
    does: str | None = None
    to: tuple | None = None
    shape: object = None
    item: object = None
    attach_to: str | None = None
    keywords: dict | None = None
    or_from: list | None = None
    filter: dict | None = None
    needs: dict | None = None
    excludes: list | None = None
    at_most: str | None = None
    less_than: str | None = None
    required: bool = False
    once: bool = False
    environment: str | None = None
    secret: bool = False
    hidden: bool = False
    aliases: list = field(default_factory=list)
    deprecated: str | None = None
    group: str | None = None
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
    def every_flag(self):
        """All flags that it answers to, hidden ones too."""
        return [*self.flags, *self.aliases]

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
    wait: str | None = None
    limits: list = field(default_factory=list)
    some: list = field(default_factory=list)
    deprecated: str | None = None

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
    def visible_options(self):
        """The options that help, documents and completion show."""
        return [one for one in self.options if not one.hidden]

    @property
    def sections(self):
        """What help and documents list, in their order: (title, arguments). Own options stand in their groups."""
        own = [one for one in self.own_options if not one.hidden]
        titles = dict.fromkeys(["Options", *(one.group for one in own if one.group)])
        groups = [(title, [one for one in own if (one.group or "Options") == title]) for title in titles]
        shared = ("Shared options", [one for one in self.shared if not one.hidden])
        return [(title, found) for title, found in [("Arguments", self.positionals), *groups, shared] if found]

    @property
    def brief(self):
        """Its summary, where commands are listed."""
        return f"{self.summary} Deprecated." if self.deprecated else self.summary

    @property
    def usage(self):
        """The usage line without the word "usage"."""
        required = [one.signature.split(", ")[-1] for one in self.options if one.required]
        words = [*(argument.signature for argument in self.positionals), *required, "[options]"]
        return " ".join(["cometapi", self.words, *words])


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
        uses = Counter(one.flag for command in self.commands for one in command.shared if not one.hidden)
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
    """Names of the option sets that belong to a command: those it uses, then those that come of themselves."""
    has_request = "request" in data or any("request" in route for route in data.get("routes", []))
    implied = {EVERY_COMMAND: True, WITH_REQUEST: has_request}
    automatic = [name for name, group in program["options"].items() if implied.get(group.get("for"), False)]
    return list(dict.fromkeys([*data.get("use", []), *automatic]))


def command(stem, source, program, names):
    """The Command of one file."""
    data = source.data
    shared = [item for name in option_sets(data, program) for item in program["options"][name]["arguments"]]
    own = [argument(item, program, names) for item in data.get("arguments", [])]
    lay_in(own, data.get("choose", []))
    return Command(
        words=data["command"],
        stem=stem,
        file=source.file,
        summary=data["summary"],
        description=data.get("description"),
        effect=data["effect"],
        cost=data.get("cost", "free"),
        run=data.get("run"),
        own=own,
        shared=[argument(item, program, names) for item in shared],
        routes=[route(one, program, own) for one in route_data(data)],
        stream=stream(data.get("stream")),
        wait=data.get("wait"),
        limits=[limit(one, own) for one in data.get("limits", [])],
        some=[
            [named(flag) for flag in one[kind]]
            for one in data.get("choose", [])
            for kind in ("one", "some")
            if kind in one
        ],
        deprecated=deprecation(f"cometapi {data['command']}", data.get("deprecated"), "cometapi "),
        examples=data["examples"],
    )


def route_data(data):
    """The routes of a command file: each entry of ``routes`` over what the file says for all of them."""
    common = {key: data[key] for key in ("request", "response", "pages", "reply") if key in data}
    return [{**common, **one} for one in data.get("routes", [common])]


def lay_in(own, rules):
    """Lay what ``choose`` says of options into what they exclude and need."""
    known = {one.dest: one for one in own}
    for rule in rules:
        [(kind, flags)] = rule.items()
        for name in map(named, flags):
            one, others = known[name], [other for other in map(named, flags) if other != name]
            if kind in ("one", "most_one"):
                one.excludes = list(dict.fromkeys([*(one.excludes or []), *others]))
            elif kind == "all":
                one.needs = {**dict.fromkeys(others), **(one.needs or {})}


def deprecation(name, facts, prefix=""):
    """The warning about an option or a command that is on its way out; None for any other."""
    if facts is None:
        return None
    end = f" and will be removed in {facts['remove']}" if "remove" in facts else ""
    use = f" Use {prefix}{facts['use']} instead." if "use" in facts else ""
    return f"{name} is deprecated since {facts['since']}{end}.{use}"


def main_flag(flags):
    """The flag by which an option is known: the first long one, else the first."""
    return next((flag for flag in flags if flag.startswith("--")), flags[0])


def named(flag):
    """The name under which the value of a flag is known."""
    return flag.lstrip("-").replace("-", "_")


def dest(item):
    """The name under which a value is known: a positional's name, or the first long flag."""
    return item["name"] if "name" in item else named(main_flag(item["flags"]))


def argument(item, program, names):
    """The Argument of one entry of ``arguments``."""
    about = names[item["choices"]] if isinstance(item.get("choices"), str) else None
    choices = about or item.get("choices")
    setting = program["settings"].get(item.get("default_from"), {})
    result = Argument(
        dest=dest(item),
        help=item["help"],
        flags=[flag for flag in item.get("flags", []) if flag not in aliases(item)],
        aliases=aliases(item),
        metavar=item.get("metavar")
        or ("-" if "secret" in item else None)
        or METAVARS.get(item.get("type"))
        or dest(item).upper(),
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
        stdin=item.get("stdin", False),
        does=item.get("does"),
        to=tuple(item["to"].split("/")) if "to" in item else None,
        shape=shape(item.get("as"), program),
        item=item.get("item"),
        attach_to=item.get("attach_to"),
        keywords=keywords(item.get("keywords")),
        filter=client_filter(item.get("filter")),
        complete=item.get("complete") or setting.get("complete"),
        environment=item.get("environment"),
        secret=item.get("secret", False),
        hidden=item.get("hidden") is True,
        group=item.get("group"),
        **relations(item),
    )
    if "stands_for" in item:
        flag, value = next(iter(item["stands_for"].items()))
        result.stands_for = (named(flag), value)
    result.deprecated = deprecation(result.flag, item.get("deprecated"))
    result.notes = notes(result, item, setting)
    return result


def aliases(item):
    """The flags of an option that work and are shown nowhere."""
    return item["hidden"] if isinstance(item.get("hidden"), list) else []


def relations(item):
    """How an argument stands to others of its command, by their names."""
    needs = item.get("needs", {})
    needs = needs if isinstance(needs, dict) else dict.fromkeys(needs)
    successor = item.get("deprecated", {}).get("use")  # which goes to the same place
    excludes = [*item.get("excludes", []), *([successor] if successor else [])]
    return {
        "required": item.get("required", False),
        "once": item.get("once", False),
        "or_from": [named(flag) for flag in item.get("or_from", [])] or None,
        "needs": {named(flag): value for flag, value in needs.items()} or None,
        "excludes": [named(flag) for flag in excludes] or None,
        **{key: named(item[key]) for key in ("at_most", "less_than") if key in item},
    }


def keywords(words):
    """Values that are sent as they are, or as a template of their own: word to what is sent."""
    return {word: word for word in words} if isinstance(words, list) else words


def client_filter(data):
    """A filter of the records of a reply, its selectors compiled; None without one."""
    return data and {"in": [selector(one) for one in data["in"]], "exact": data.get("exact", False)}


def shape(value, program):
    """A shape, or the shared one that ``$name`` stands for."""
    return (
        program.get("shapes", {}).get(value[1:], value) if isinstance(value, str) and value.startswith("$") else value
    )


def notes(one, item, setting):
    """The derived facts shown behind an argument's help: choices, range, default, environment, setting, deprecation."""
    found = []
    if one.choices and item.get("choices") != "$help":
        found.append("choices: " + ", ".join(one.choices))
    if one.range:
        low, high = one.range
        found.append(f"{low} or more" if high is None else f"{low} to {high}")
    if one.repeat and one.flags:
        found.append("may be repeated")
    default = one.default if one.default is not None else setting.get("default")
    if default is not None:
        found.append(f"default: {default}")
    if one.secret:
        found.append("- reads a pipe")
    found += [f"env: {facts['environment']}" for facts in (item, setting) if "environment" in facts]
    if one.default_from:
        found.append(f"setting: {one.default_from}")
    if one.deprecated:
        use = item["deprecated"].get("use")
        found.append(f"deprecated; use {use}" if use else "deprecated")
    return found


def selector(expression):
    """A selection in the form the runtime reads: a tuple of keys where plain, JMESPath text where not, a list of either."""
    if isinstance(expression, list):
        return [selector(one) for one in expression]
    if not PLAIN_SELECTOR.fullmatch(expression):
        return expression
    parts = re.findall(r"\[(-?\d+)\]|([A-Za-z_][A-Za-z0-9_]*)", expression)
    return tuple(int(index) if index else key for index, key in parts)


def route(data, program, own):
    """One route as the runtime reads it."""
    result = {}
    if "when" in data:
        result["when"] = {named(flag): value for flag, value in data["when"].items()}
    for key in ("given", "credential"):
        if key in data:
            result[key] = named(data[key]) if key == "given" else data[key]
    if "request" in data:
        result["request"] = data["request"]
    if "pages" in data:
        pages = data["pages"]
        result["pages"] = {
            "number": tuple(pages["number"].split("/")),
            "size": tuple(pages["size"].split("/")),
            "largest": pages["largest"],
            "total": selector(pages.get("total", "data.total")),
        }
    if "response" in data:
        result["response"] = response(data["response"], program, own)
    if "reply" in data:
        result["reply"] = {**data["reply"], "variants": [variant(one) for one in data["reply"].get("variants", [])]}
    return result


def variant(data):
    """A sample reply for requests whose body has something, its selector compiled."""
    return {**data, "when": selector(data["when"])}


def response(data, program, own):
    """The ``response`` of a route, its selectors compiled and its columns complete."""
    result = {key: data[key] for key in ("envelope", "dialect") if key in data}
    for key in ("rows", "record"):
        if key in data:
            result[key] = selector(data[key])
    result.update({key: data[key] for key in ("parse", "download") if key in data})
    result["columns"] = [column(one, program, own) for one in data.get("columns", [])]
    return result


def column(data, program, own):
    """One column with its title, its format's numbers and its words."""
    result = {
        "name": data["name"],
        "title": data.get("title", data["name"].replace("_", " ").capitalize()),
        "value": selector(data["value"]),
        "show": data.get("show", "always"),
    }
    if "format" in data:
        result["format"] = program["formats"][data["format"]]
    if isinstance(data.get("words"), dict):
        result["words"] = data["words"]
    elif "words" in data:
        source = next(one for one in own if data["words"] in one.flags)
        result["words"] = {number: word for word, number in source.words.items()}
    if "unlimited" in data:
        result["unlimited"] = selector(data["unlimited"])
    if "otherwise" in data:
        result["otherwise"] = {**data["otherwise"], "value": selector(data["otherwise"]["value"])}
    if "reveal" in data:
        result["reveal"] = named(data["reveal"])
    return result


def stream(data):
    """The ``stream`` section with the switch named by its dest."""
    return data and {**data, "switch": named(data["switch"])}


def limit(data, own):
    """One entry of ``limits``, its options by their names, choices with what is sent for them."""
    words = {one.dest: one.words or {} for one in own}
    options = {named(flag): dict(facts) for flag, facts in data["options"].items()}
    for name, facts in options.items():
        if "choices" in facts:
            facts["choices"] = {word: words[name].get(word, word) for word in facts["choices"]}
    return {**data, "options": options}


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
        "waits": program.get("waits", {}),
        "exits": program["exits"],
        "retry": program["retry"],
        "timeouts": program["timeouts"],
    }


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
