"""Third step of the press, and the step before a command runs: checked sources to data.

Everything derivable is derived here, once: option sets are joined in, names made, selectors compiled, defaults
resolved. The data are literals: the press writes them down, and the runtime runs from them.
"""

from cometapi.manifest import compile_reply
from cometapi.manifest.arguments import PARTS, Argument, name_of, whole
from cometapi.manifest.compile_arguments import arguments, lay_in, names_of, sending, shared_arguments
from cometapi.manifest.compile_program import option_sets, program_data, runtime_program
from cometapi.manifest.nouns import Command, Model, Topic, several
from cometapi.manifest.select import selector
from cometapi.manifest.shared_columns import joined

WIDER = {"commands with data": "commands with a result"}
ORDER = {feature: number for number, feature in enumerate(compile_reply.FEATURES)}


def model(sources, version):
    """The Model of checked sources; raises nothing on sources in which ``rules`` found no fault."""
    sources = joined(sources)
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
        examples=calls(program.get("examples", [])),
        overview=[(one["title"], one["commands"]) for one in program.get("overview", [])],
        folded=[name for one in program.get("overview", []) if one.get("groups") for name in one["commands"]],
        group_summaries=program.get("groups", {}),
        instead={
            word: {"say": one["say"]} if "say" in one else {"use": several(one["use"])}
            for one in program.get("instead", [])
            for word in one["words"]
        },
        topics=list(map(topic, topics)),
        replies=sources.replies,
        agents={name: agent(one.data, program) for name, one in sources.agents.items()},
    )


def topic(data):
    """The Topic of one file."""
    further = {key: data[key] for key in ("guide", "steps") if key in data}
    return Topic(data["topic"], data["summary"], data["text"], data.get("table"), **further)


def agent(data, program):
    """The facts of a coding agent, what its protocols say of their clients joined in."""
    facts = {"unset": [], "arguments": [], "files": [], "programs": [], **data}
    if "protocols" not in data:
        return facts
    clients = [program["protocols"][name].get("client", {}) for name in data["protocols"] if "clients" in data]
    values = {name: value for one in clients for name, value in one.get("set", {}).items()}
    further = [name for one in clients for name in one.get("unset", []) if name not in data.get("set", {})]
    facts["set"] = {name: one for name, one in values.items() if name not in facts["unset"]} | data.get("set", {})
    facts["unset"] = list(dict.fromkeys([*further, *facts["unset"]]))
    return facts


def used_sets(data, program):
    """Names of the option sets that belong to a command: those it uses, those of its features, those of all requests and commands.

    A set that it uses brings along those for a wider kind of command, such as the options of any result to those of data.
    """
    routes, sets = route_data(data), program["options"]
    wider = {WIDER.get(sets.get(name, {}).get("for")) for name in data.get("use", [])}
    meant = [(group["for"], name) for name, group in sets.items() if group.get("for") in compile_reply.FEATURES]
    automatic = [
        name
        for feature, name in sorted(meant, key=lambda one: ORDER[one[0]])
        if feature in wider or compile_reply.has_feature(feature, data, routes)
    ]
    named = [name for name in data.get("use", []) if name not in automatic]
    return list(dict.fromkeys([*named, *automatic]))


def command(stem, source, program, sets):
    """The Command of one file."""
    data = command_data(source.data, program)
    complete = whole(data, sets)
    shared = {name: facts for name, facts in complete["arguments"].items() if name not in data["arguments"]}
    return Command(
        stem=stem,
        file=source.file,
        words=data["name"],
        own=[Argument(name, facts) for name, facts in data["arguments"].items()],
        shared=[Argument(name, facts) for name, facts in shared.items()],
        routes=complete["routes"],
        data=data,
        **{key: data.get(key) for key in ("summary", "description", "effect", "cost", "stream", "examples")},
    )


def command_data(data, program):
    """What a command runs from: its file, compiled; ``whole`` joins its option sets in."""
    run = data.get("run") or implied_run(data)
    own = arguments(data.get("arguments", []), {**program, "shapes": shared_shapes(data, program)})
    rules = data.get("choose", [])
    lay_in(own, rules)
    facts = {
        "name": data["command"],
        **{key: data[key] for key in ("summary", "description", "deprecated", "effect") if key in data},
        "cost": data.get("cost", "free"),
        **({"run": run} if run else {}),
        **{
            key: data[key]
            for key in (
                "asks",
                "private",
                "other_models",
                "window",
                "batches",
                "on_behalf",
                "starts",
                "withheld",
                "stdio",
            )
            if key in data
        },
        **({"charge": charge(data["charge"])} if "charge" in data else {}),
        **compile_reply.beyond(data),
        "arguments": own,
        "use": used_sets(data, program),
        **({"spellings": names_of(data["spellings"])} if "spellings" in data else {}),
        **parts(data, program, own),
    }
    if "routes" in data:
        facts["routes"] = [route(one, program, own, data.get("response", {})) for one in data["routes"]]
    if "stream" in data:
        facts["stream"] = {**data["stream"], "switch": name_of(data["stream"]["switch"])}
    if "checks" in data:
        facts["checks"] = [{**one, "when": selector(one["when"])} for one in data["checks"]]
    if "limits" in data:
        facts["limits"] = [limit(one, {**own, **shared_arguments(facts["use"], program)}) for one in data["limits"]]
    some = [names_of(flags) for rule in rules for kind, flags in rule.items() if kind in ("one", "some")]
    if some:
        facts["some"] = some
    return {**facts, "examples": calls(data["examples"])}


def calls(examples):
    """Examples as help shows them; what they print is a matter of the documents."""
    return [{"run": one["run"], "help": one["help"]} for one in examples]


def charge(data):
    """What bounds the cost of a request, its places split and its selections compiled."""
    result = {
        key: value if value == "none" else [tuple(one.split("/")) for one in value] for key, value in data.items()
    }
    return {**result, **({"unmeasured": list(map(selector, data["unmeasured"]))} if "unmeasured" in data else {})}


# What runs a command that is more than one request.
RUNS = {"then": "steps:run", "wait": "waiting:run", "follow": "following:run"}


def implied_run(data):
    """What runs a command that says nothing of it, where that is more than one request or the answer of a model."""
    answers = any(map(is_answer, route_data(data)))
    return next((run for key, run in RUNS.items() if key in data), "ask:run" if answers else None)


def is_answer(route):
    """Whether a route is answered by a model."""
    return route.get("response", {}).get("is") == "answer"


def shared_shapes(data, program):
    """The shapes of the protocols in which a command is answered, by name."""
    names = [one["response"]["protocol"] for one in route_data(data) if "protocol" in one.get("response", {})]
    return {name: one for protocol in names for name, one in program["protocols"][protocol].get("shapes", {}).items()}


def route_data(data):
    """The routes of a command file: each entry of ``routes`` over what the file says for all of them."""
    common = {key: data[key] for key in PARTS if key in data}
    return [{**common, **one} for one in data.get("routes", [common])]


def places(data, program):
    """The places of a route's arguments, by name."""
    return {name_of(name): sending(facts, program) for name, facts in data.items()}


def route(data, program, own, response):
    """One route as the runtime reads it, without the parts that all routes share, such as a ``response``."""
    result = {}
    if "when" in data:
        result["when"] = names_of(data["when"])
    if "given" in data:
        result["given"] = name_of(data["given"])
    if "credential" in data:
        result["credential"] = data["credential"]
    if "places" in data:
        spoken = {"response": data.get("response", response)}
        result["places"] = places(data["places"], {**program, "shapes": shared_shapes(spoken, program)})
    return {**result, **parts(data, program, own)}


def parts(data, program, own):
    """What is compiled of one part of a command file that may hold request, response, pages and samples."""
    result = {"request": request(data["request"])} if "request" in data else {}
    if "pages" in data:
        result["pages"] = compile_reply.pages(data["pages"])
    if "response" in data:
        result["response"] = compile_reply.response(data["response"], program, own)
    if "samples" in data:
        result["samples"] = [compile_reply.sample(one, data.get("response", {})) for one in data["samples"]]
    return result


def request(data):
    """The ``request`` of a route; what its body begins with by the names of arguments."""
    if "from" not in data:
        return data
    give = {name_of(name): name_of(source) for name, source in data["from"]["give"].items()}
    return {**data, "from": {**data["from"], "give": give}}


def limit(data, known):
    """One entry of ``limits``, its options by their names, choices with what is sent for them."""
    options = {name: dict(facts) for name, facts in names_of(data["options"]).items()}
    for name, facts in options.items():
        facts.update({key: name_of(facts[key]) for key in ("instead", "pixels") if key in facts})
        if "choices" in facts:
            words = known[name].get("choices", ())
            facts["choices"] = {word: words[word] if isinstance(words, dict) else word for word in facts["choices"]}
    return {**data, "options": options}
