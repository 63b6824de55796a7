"""Third step of the press, and the step before a command runs: checked sources to data.

Everything derivable is derived here, once: option sets are joined in, names made, selectors compiled, defaults
resolved. The data are literals: the press writes them down, and the runtime runs from them.
"""

from cometapi.manifest.arguments import PARTS, Argument, whole
from cometapi.manifest.nouns import Command, Model, Topic
from cometapi.manifest.output_formats import FORMATS
from cometapi.manifest.protocol import protocol
from cometapi.manifest.select import selector

ASKS = "ask:run"  # what a command runs that a model answers
METAVARS = {"integer": "N", "number": "NUMBER", "file": "FILE", "json": "JSON", "url": "URL"}
METAVARS |= {"timestamp": "DATE", "end_timestamp": "DATE", "upload": "FILE|-", "lines": "FILE|-"}
EVERY_COMMAND, WITH_REQUEST = "every command", "commands with a request"


def model(sources, version):
    """The Model of checked sources; raises nothing on sources in which ``rules`` found no fault."""
    program = program_data(sources)
    sets = option_sets(program)
    commands = [command(stem, source, program, sets) for stem, source in sources.commands.items()]
    topics = [source.data for source in sources.topics.values()]
    return Model(
        name=program["program"],
        version=version,
        summary=program["summary"],
        description=program["description"],
        program=runtime_program(program),
        sets=sets,
        commands=sorted(commands, key=lambda one: one.words),
        topics=[Topic(one["topic"], one["summary"], one["text"], one.get("table")) for one in topics],
        replies=sources.replies,
    )


def program_data(sources):
    """What commands are compiled with: the program's file, and the protocols by name."""
    return {**sources.program.data, "protocols": {name: one.data for name, one in sources.protocols.items()}}


def option_sets(program):
    """The data of every option set, by name."""
    return {
        name: {
            **({"title": one["title"]} if "title" in one else {}),
            "arguments": arguments(one["arguments"], program),
        }
        for name, one in program["options"].items()
    }


def used_sets(data, program):
    """Names of the option sets that belong to a command: those it uses, those of all requests, those of all commands."""
    has_request = "request" in data or any("request" in route for route in data.get("routes", []))
    automatic = [
        name
        for condition in (*[WITH_REQUEST] * has_request, EVERY_COMMAND)
        for name, group in program["options"].items()
        if group.get("for") == condition
    ]
    named = [name for name in data.get("use", []) if name not in automatic]
    return list(dict.fromkeys([*named, *automatic]))


def command(stem, source, program, sets):
    """The Command of one file."""
    data = command_data(source.data, program)
    shared = {name: facts for one in data["use"] for name, facts in sets[one]["arguments"].items()}
    return Command(
        stem=stem,
        file=source.file,
        words=data["name"],
        own=[Argument(name, facts) for name, facts in data["arguments"].items()],
        shared=[Argument(name, facts) for name, facts in shared.items()],
        routes=whole(data, sets)["routes"],
        data=data,
        **{key: data.get(key) for key in ("summary", "description", "effect", "cost", "stream", "examples")},
    )


def command_data(data, program):
    """What a command runs from: its file, compiled; ``whole`` joins its option sets in."""
    own = arguments(data.get("arguments", []), {**program, "shapes": shared_shapes(data, program)})
    asks = {"run": ASKS} if any(map(is_answer, route_data(data))) else {}
    rules = data.get("choose", [])
    lay_in(own, rules)
    facts = {
        "name": data["command"],
        **{key: data[key] for key in ("summary", "description", "deprecated", "effect") if key in data},
        "cost": data.get("cost", "free"),
        **asks,
        **{key: data[key] for key in ("run", "wait") if key in data},
        "arguments": own,
        "use": used_sets(data, program),
        **parts(data, program, own),
    }
    if "routes" in data:
        facts["routes"] = [route(one, program, own) for one in data["routes"]]
    if "stream" in data:
        facts["stream"] = {**data["stream"], "switch": name_of(data["stream"]["switch"])}
    if "limits" in data:
        facts["limits"] = [limit(one, {**own, **shared_arguments(facts["use"], program)}) for one in data["limits"]]
    some = [names_of(flags) for rule in rules for kind, flags in rule.items() if kind in ("one", "some")]
    if some:
        facts["some"] = some
    return {**facts, "examples": data["examples"]}


def shared_shapes(data, program):
    """The shapes of the protocols in which a command is answered, by name."""
    names = [one["response"]["protocol"] for one in route_data(data) if "protocol" in one.get("response", {})]
    return {name: one for protocol in names for name, one in program["protocols"][protocol].get("shapes", {}).items()}


def is_answer(route):
    """Whether a route is answered by a model: nothing is selected from its reply."""
    response = route.get("response", {})
    return "protocol" in response and not {"rows", "record", "download"} & set(response)


def route_data(data):
    """The routes of a command file: each entry of ``routes`` over what the file says for all of them."""
    common = {key: data[key] for key in PARTS if key in data}
    return [{**common, **one} for one in data.get("routes", [common])]


def dest(item):
    """The name under which a value is known: a positional's name, or the first long flag."""
    return item["name"] if "name" in item else name_of(main_flag(item["flags"]))


def main_flag(flags):
    """The flag by which an option is known: the first long one, else the first."""
    return next((flag for flag in flags if flag.startswith("--")), flags[0])


def name_of(flag):
    """The name of the option that has this flag first."""
    return flag.lstrip("-").replace("-", "_")


def names_of(flags):
    """The names of options, of which some have a word behind them."""
    return {name_of(flag): word for flag, word in flags.items()} if isinstance(flags, dict) else [*map(name_of, flags)]


def shared_arguments(sets, program):
    """The data of the arguments of some option sets, by name."""
    items = [item for name in sets for item in program["options"][name]["arguments"]]
    return arguments(items, program)


def arguments(items, program):
    """The data of arguments, by name."""
    return {dest(item): argument(item, program) for item in items}


def argument(item, program):
    """The data of one entry of ``arguments``: as the file has it, where COMPILED knows no other form."""
    facts = {key: COMPILED[key](value, program) if key in COMPILED else value for key, value in item.items()}
    facts.pop("name", None)
    sentence = facts.pop("help")
    if not {"switch", "stands_for"} & item.keys():
        facts["metavar"] = "-" if "secret" in item and "metavar" not in item else metavar(item)
    if "use" in item.get("deprecated", {}):  # both go to the same place
        facts["excludes"] = [*facts.get("excludes", []), name_of(item["deprecated"]["use"])]
    completed = program["settings"].get(item.get("default_from"), {}).get("complete")
    return {**facts, **({"complete": completed} if completed else {}), "help": sentence}


def metavar(item):
    """The word that stands for a value in help: the one said, an option's by its type, else the name in capitals."""
    by_type = METAVARS.get(item.get("type")) if "flags" in item else None
    return item.get("metavar") or by_type or dest(item).upper()


def choices(value, program=None):
    """The choices of an argument or a setting; ``$formats`` are the output formats that have writers, ``$protocols``
    the words for the protocols that a command speaks, each with the protocol's name.
    """
    if value == "$protocols":
        return {one.get("endpoint", name): name for name, one in program["protocols"].items() if "command" in one}
    return list(FORMATS) if value == "$formats" else value


def shape(value, program):
    """A shape, or the shared one that ``$name`` stands for."""
    shared = program.get("shapes", {})
    return shared.get(value[1:], value) if isinstance(value, str) and value.startswith("$") else value


COMPILED = {  # key of an argument to the function that compiles its value
    "choices": choices,
    "stands_for": lambda value, program: next(iter(names_of(value).items())),
    "to": lambda value, program: tuple(value.split("/")),
    "taken_from": lambda value, program: tuple(value.split("/")),
    "as": shape,
    "keywords": lambda value, program: {word: word for word in value} if isinstance(value, list) else value,
    "or_from": lambda value, program: names_of(value),
    "filter": lambda value, program: {**value, "in": [selector(one) for one in value["in"]]},
    "needs": lambda value, program: names_of(value if isinstance(value, dict) else dict.fromkeys(value)),
    "excludes": lambda value, program: names_of(value),
    "at_most": lambda value, program: name_of(value),
    "less_than": lambda value, program: name_of(value),
}


def lay_in(own, rules):
    """Lay what ``choose`` says of options into what they exclude and need."""
    for rule in rules:
        [(kind, flags)] = rule.items()
        names = names_of(flags)
        for name in names:
            facts, others = own[name], [other for other in names if other != name]
            if kind in ("one", "most_one"):
                facts["excludes"] = list(dict.fromkeys([*facts.get("excludes", []), *others]))
            elif kind == "all":
                facts["needs"] = {**dict.fromkeys(others), **facts.get("needs", {})}


def route(data, program, own):
    """One route as the runtime reads it, without what the file says for all of them."""
    result = {}
    if "when" in data:
        result["when"] = names_of(data["when"])
    if "given" in data:
        result["given"] = name_of(data["given"])
    if "credential" in data:
        result["credential"] = data["credential"]
    return {**result, **parts(data, program, own)}


def parts(data, program, own):
    """What is compiled of one part of a command file that may hold request, response, pages and reply."""
    result = {"request": data["request"]} if "request" in data else {}
    if "pages" in data:
        result["pages"] = pages(data["pages"])
    if "response" in data:
        result["response"] = response(data["response"], program, own)
    if "reply" in data:
        result["reply"] = {**data["reply"], "variants": [variant(one) for one in data["reply"].get("variants", [])]}
    return result


def pages(data):
    """How a list comes in pages, its places split and its selector compiled."""
    return {
        "number": tuple(data["number"].split("/")),
        "size": tuple(data["size"].split("/")),
        "largest": data["largest"],
        "total": selector(data.get("total", "data.total")),
    }


def variant(data):
    """A sample reply for requests whose body has something, its selector compiled."""
    return {**data, "when": selector(data["when"])}


def response(data, program, own):
    """The ``response`` of a route, its selectors compiled and its columns complete."""
    result = {"protocol": data["protocol"]} if "protocol" in data else {}
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
        source = next(one for one in own.values() if data["words"] in one.get("flags", ()))
        result["words"] = {number: word for word, number in source["choices"].items()}
    if "unlimited" in data:
        result["unlimited"] = selector(data["unlimited"])
    if "otherwise" in data:
        result["otherwise"] = {**data["otherwise"], "value": selector(data["otherwise"]["value"])}
    if "reveal" in data:
        result["reveal"] = name_of(data["reveal"])
    return result


def limit(data, known):
    """One entry of ``limits``, its options by their names, choices with what is sent for them."""
    options = {name: dict(facts) for name, facts in names_of(data["options"]).items()}
    for name, facts in options.items():
        if "choices" in facts:
            words = known[name]["choices"]
            facts["choices"] = {word: words[word] if isinstance(words, dict) else word for word in facts["choices"]}
    return {**data, "options": options}


def runtime_program(program):
    """What the runtime needs of the program file, selectors compiled."""
    return {
        "settings": {name: setting(one) for name, one in program["settings"].items()},
        "services": {name: {"without": [], **one} for name, one in program["services"].items()},
        "credentials": program["credentials"],
        "private": program["private"],
        "protocols": {name: protocol(one) for name, one in program["protocols"].items()},
        "completions": program["completions"],
        "waits": program.get("waits", {}),
        "exits": program["exits"],
        "retry": program["retry"],
        "timeouts": program["timeouts"],
    }


def setting(data):
    """One setting, its choices resolved."""
    return {**data, "choices": choices(data["choices"])} if "choices" in data else data
