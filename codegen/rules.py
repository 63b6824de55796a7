"""Second step of the press: every fault of the sources, all at once. What passes here cannot fail later.

A rule is a function from Sources to findings; RULES is the list. The shape of a file is the schema's matter, what files
say of each other is a rule's.
"""

import ast
import re
from dataclasses import replace

import jmespath

from codegen.model import dest, option_sets, route_data
from codegen.shapes import shapes
from cometapi.extract import parsed

RESERVED = {"-h", "--help", "-V", "--version"}


def check(sources):
    """All findings. Rules about meaning run on the files whose shape is right, and not when the program's own is not."""
    faults = list(shapes(sources))
    findings = [finding for _, finding in faults]
    wrong = {source.file for source, _ in faults}
    if sources.program.file not in wrong:
        right = {stem: source for stem, source in sources.commands.items() if source.file not in wrong}
        topics = {stem: source for stem, source in sources.topics.items() if source.file not in wrong}
        judged = replace(sources, commands=right, topics=topics)
        findings += [finding for rule in RULES for finding in rule(judged)]
    return findings


def names_are_declared(sources):
    """Names of settings, services, credentials, envelopes, dialects, formats and option sets that nobody declares."""
    program = sources.program.data
    for source in [sources.program, *sources.commands.values()]:
        for path, name, kind in references(source.data):
            if name not in program[kind]:
                yield source.finding(path, unknown(name, program[kind]))


def unknown(name, known):
    """The sentence about a name that is not declared."""
    return f"Unknown name {name!r}; declared are {', '.join(known)}."


def references(data):
    """Every name in a file that the program file has to declare: (path, name, kind)."""
    for section in ("services", "credentials"):
        for name, one in data.get(section, {}).items():
            yield (section, name, "setting"), one["setting"], "settings"
    for name, one in data.get("settings", {}).items():
        if "complete" in one:
            yield ("settings", name, "complete"), one["complete"], "completions"
    for number, name in enumerate(data.get("use", [])):
        yield ("use", number), name, "options"
    if "wait" in data:
        yield ("wait",), data["wait"], "waits"
    for path, item in declared_arguments(data):
        for key, kind in (("default_from", "settings"), ("complete", "completions")):
            if key in item:
                yield (*path, key), item[key], kind
    for prefix, one in placed_routes(data):
        yield from route_references(prefix, one)


def route_references(prefix, one):
    """The names in one part of a file that may hold request and response: (path, name, kind)."""
    for key, kind in (("service", "services"), ("credential", "credentials")):
        if key in one.get("request", {}):
            yield (*prefix, "request", key), one["request"][key], kind
    if "credential" in one:
        yield (*prefix, "credential"), one["credential"], "credentials"
    response = one.get("response", {})
    for key, kind in (("envelope", "envelopes"), ("dialect", "dialects")):
        if key in response:
            yield (*prefix, "response", key), response[key], kind
    for number, column in enumerate(response.get("columns", [])):
        if "format" in column:
            yield (*prefix, "response", "columns", number, "format"), column["format"], "formats"


def placed_routes(data):
    """The parts of a command file that may hold request, response, pages and reply: (path, part)."""
    own = [((), data)] if "command" in data else []
    return [*own, *((("routes", number), one) for number, one in enumerate(data.get("routes", [])))]


def whole_routes(data):
    """Every route with what the file says for all of them, and a function from a key to its path: (route, path of key)."""
    for number, whole in enumerate(route_data(data)):
        own = data["routes"][number] if "routes" in data else {}
        yield whole, lambda key, *rest, own=own, number=number: (*(("routes", number) * (key in own)), key, *rest)


def arguments_of(data):
    """The arguments of a command file with their paths."""
    return [(("arguments", number), item) for number, item in enumerate(data.get("arguments", []))]


def declared_arguments(data):
    """Arguments declared in a file: a command's own, or those of the program's option sets."""
    if "command" in data:
        yield from arguments_of(data)
        return
    for name, group in data.get("options", {}).items():
        for number, item in enumerate(group["arguments"]):
            yield ("options", name, "arguments", number), item


def every_argument(data, program):
    """What a command accepts, its own and its option sets': (path, item); a set's path is the ``use`` key."""
    shared = [
        (("use",), item)
        for name in option_sets(data, program)
        if name in program["options"]
        for item in program["options"][name]["arguments"]
    ]
    return [*arguments_of(data), *shared]


def option_sets_stand_once(sources):
    """An option set that a command names twice."""
    for source in sources.commands.values():
        use = source.data.get("use", [])
        for number, name in enumerate(use):
            if name in use[:number]:
                yield source.finding(("use", number), f"{name} stands twice.")


def flags_are_single(sources):
    """Two arguments of one command with one flag, one name or one place, and flags that belong to the program."""
    for source in sources.commands.values():
        seen = {}
        for number, (path, item) in enumerate(every_argument(source.data, sources.program.data)):
            for word in dict.fromkeys([*all_flags(item), dest(item)]):
                if word in RESERVED:
                    yield source.finding(path, f"{word} belongs to the program itself.")
                if seen.setdefault(word, number) != number:
                    yield source.finding(path, f"{word} is taken by another argument of this command.")
            place = item.get("to")
            if place and place != "body" and not place.endswith("/-") and seen.setdefault(place, number) != number:
                yield source.finding((*path, "to"), f"Another argument already goes to {place}.")


def all_flags(item):
    """The flags of one entry, the ``--no-`` form of a pair included."""
    flags = item.get("flags", [])
    negative = [f"--no-{flag[2:]}" for flag in flags if flag.startswith("--") and item.get("switch") == "pair"]
    return [*flags, *negative[:1]]


def words_are_single(sources):
    """A file whose name is not its command's or topic's, and positionals that look like the words of longer commands."""
    words = {}
    for kind, files in (("command", sources.commands), ("topic", sources.topics)):
        for stem, source in files.items():
            name = source.data[kind]
            if stem != name.replace(" ", "-"):
                yield source.finding((kind,), f"The file of this {kind} is named {name.replace(' ', '-')}.yaml.")
            if kind == "command":
                words[name] = source
    for command, source in words.items():
        longer = next((other for other in words if other.startswith(f"{command} ")), None)
        if longer and any("name" in item for _, item in arguments_of(source.data)):
            sentence = f"Its positionals cannot be told from the words of longer commands, such as {longer}."
            yield source.finding(("command",), sentence)


def flags_are_declared(sources):
    """Flags named by ``needs``, ``excludes``, ``stands_for``, ``when``, ``given``, ``stream`` or ``words`` that the command lacks."""
    for source in sources.commands.values():
        arguments = every_argument(source.data, sources.program.data)
        known = {flag: item for _, item in arguments for flag in all_flags(item)}
        for path, flag, word in named_flags(source.data, sources.program.data):
            if flag not in known:
                yield source.finding(path, f"This command has no option {flag}.")
                continue
            choices = known[flag].get("choices")
            if word is not None and isinstance(choices, list | dict) and word not in choices:
                yield source.finding(path, f"{flag} has no choice {word!r}; its choices are {', '.join(choices)}.")


def named_flags(data, program):
    """Every place where a command file names one of its own flags: (path, flag, the word it is to have or None)."""
    for path, item in every_argument(data, program):
        for key in ("needs", "excludes", "stands_for"):
            flags = item.get(key, {})
            for flag in flags:
                yield (*path, key), flag, flags[flag] if isinstance(flags, dict) else None
    for prefix, one in placed_routes(data):
        for flag, word in one.get("when", {}).items():
            yield (*prefix, "when"), flag, word
        if "given" in one:
            yield (*prefix, "given"), one["given"], None
        for number, column in enumerate(one.get("response", {}).get("columns", [])):
            for key in ("words", "reveal"):
                if isinstance(column.get(key), str):
                    yield (*prefix, "response", "columns", number, key), column[key], None
    if "stream" in data:
        yield ("stream", "switch"), data["stream"]["switch"], None


def words_are_mapped(sources):
    """Columns that take their words from an option whose choices name no raw values."""
    for source in sources.commands.values():
        own = {flag: item for _, item in arguments_of(source.data) for flag in item.get("flags", [])}
        for whole, at in whole_routes(source.data):
            for number, column in enumerate(whole.get("response", {}).get("columns", [])):
                flag = column.get("words")
                if isinstance(flag, str) and not isinstance(own.get(flag, {}).get("choices"), dict):
                    path = at("response", "columns", number, "words")
                    yield source.finding(path, f"No option {flag} of this file has choices that map words to values.")


VALUE_KEYS = ("type", "range", "choices", "default", "default_from", "repeat", "split", "metavar")


def arguments_make_sense(sources):
    """Keys of one argument that contradict each other."""
    for source in [sources.program, *sources.commands.values()]:
        for path, item in declared_arguments(source.data):
            for key, sentence in contradictions(item):
                yield source.finding((*path, *key), sentence)


def contradictions(item):
    """What is wrong with one argument on its own: (key as a path, sentence)."""
    valueless = next((key for key in ("switch", "stands_for") if key in item), None)
    for key in VALUE_KEYS:
        if valueless and key in item:
            yield (key,), f"An option with {valueless} takes no value, so it has no {key}."
    if item.get("switch") == "pair" and not any(flag.startswith("--") for flag in item["flags"]):
        yield ("switch",), "A pair needs a long flag to make its --no- form of."
    if "range" in item:
        yield from range_faults(item)
    if "default" in item and not valueless:
        yield from default_faults(item)
    if "split" in item and ("choices" in item or item.get("type", "text") != "text"):
        yield ("split",), "What is split is a list of any words, so it has no type and no choices."


def range_faults(item):
    """What is wrong with a range: (key as a path, sentence)."""
    low, high = item["range"]
    if item.get("type") not in ("integer", "number"):
        yield ("range",), "Only integers and numbers have a range."
    elif low is not None and high is not None and low > high:
        yield ("range",), "The range ends before it begins."


def default_faults(item):
    """What is wrong with a default: (key as a path, sentence)."""
    value, choices, kind = item["default"], item.get("choices"), item.get("type", "text")
    low, high = item.get("range", (None, None))
    if isinstance(choices, list | dict):
        if value not in choices:
            yield ("default",), f"{value!r} is not one of the choices."
    elif kind not in ("text", "integer", "number"):
        yield ("default",), f"A default is sent as it stands here, so an option of type {kind} cannot have one."
    elif isinstance(value, str) != (kind == "text") or (kind == "integer" and not isinstance(value, int)):
        yield ("default",), f"{value!r} is no {kind}."
    elif (low is not None and value < low) or (high is not None and value > high):
        yield ("default",), f"{value} is outside the range."


def paths_have_sources(sources):
    """A ``{name}`` in a path that no argument fills, and an argument for a path that has no such name."""
    for source in sources.commands.values():
        filled = {place(item)[1] for _, item in arguments_of(source.data) if place(item)[0] == "path"}
        wanted = set()
        for whole, at in whole_routes(source.data):
            names = set(re.findall(r"\{\+?(\w+)\}", whole.get("request", {}).get("path", "")))
            for name in sorted(names - filled):
                yield source.finding(at("request", "path"), f"No argument goes to path/{name}.")
            wanted |= names
        for path, item in arguments_of(source.data):
            if place(item)[0] == "path" and place(item)[1] not in wanted:
                yield source.finding((*path, "to"), f"No path of this command has {{{place(item)[1]}}}.")


def place(item):
    """The place and the first key of ``to``; two Nones when there is none."""
    return tuple(item["to"].split("/", 2)[:2]) if "to" in item else (None, None)


def selectors_compile(sources):
    """Selections that JMESPath does not read, or that call a function."""
    for source in [sources.program, *sources.commands.values()]:
        for path, expressions in selectors(source.data):
            for expression in [expressions] if isinstance(expressions, str) else expressions:
                fault = selector_fault(expression)
                if fault:
                    yield source.finding(path, f"{expression!r} {fault}.")


def selector_fault(expression):
    """What is wrong with one selection, None when nothing is."""
    try:
        tree = jmespath.compile(expression).parsed
    except jmespath.exceptions.JMESPathError as error:
        return f"does not compile: {str(error).splitlines()[0].rstrip(':.')}"
    return "calls a function; selections only point" if "function_expression" in str(tree) else None


def selectors(data):
    """Every selection of a file: (path, one or several expressions)."""
    for path, item in declared_arguments(data):
        for key in ("match", "find"):
            if key in item:
                yield (*path, key), item[key]
    for name, one in data.get("envelopes", {}).items():
        for number, test in enumerate(one["fails_when"]):
            yield ("envelopes", name, "fails_when", number, "value"), test["value"]
        for key in ("message", "code"):
            yield ("envelopes", name, key), one[key]
    for name, one in data.get("dialects", {}).items():
        for part in ("events", "reply"):
            for number, reading in enumerate(one.get(part, [])):
                for key in reading.keys() - {"on", "calls"}:
                    yield ("dialects", name, part, number, key), reading[key]
                for key, expression in reading.get("calls", {}).items():
                    yield ("dialects", name, part, number, "calls", key), expression
        for number, rule in enumerate(one["assemble"]):
            for key in rule.keys() & {"each", "value"}:
                yield ("dialects", name, "assemble", number, key), rule[key]
    for prefix, one in placed_routes(data):
        yield from route_selectors(prefix, one)


def route_selectors(prefix, one):
    """Every selection of one part of a command file: (path, expressions)."""
    if "total" in one.get("pages", {}):
        yield (*prefix, "pages", "total"), one["pages"]["total"]
    response = one.get("response", {})
    for key in ("rows", "record"):
        if key in response:
            yield (*prefix, "response", key), response[key]
    for number, column in enumerate(response.get("columns", [])):
        at = (*prefix, "response", "columns", number)
        yield (*at, "value"), column["value"]
        if "unlimited" in column:
            yield (*at, "unlimited"), column["unlimited"]
        if "otherwise" in column:
            yield (*at, "otherwise"), column["otherwise"]["value"]


RESPONSE_KINDS = ("dialect", "rows", "record", "download")


def requests_are_complete(sources):
    """A command that neither sends nor runs anything, and requests without what reading their reply needs."""
    for source in sources.commands.values():
        data = source.data
        for whole, at in whole_routes(data):
            if "run" not in data and "request" not in whole:
                yield source.finding(("command",), "A command has a request or says what to run.")
            if "request" in whole:
                yield from request_faults(source, whole, at)
            for kind, name in whole.get("reply", {}).items():
                if name not in sources.replies:
                    yield source.finding(at("reply", kind), f"There is no spec/replies/{name}.")
        for one in data.get("routes", [])[:-1]:
            if not any(key in one for key in ("when", "given", "credential")):
                yield source.finding(("routes",), "Only the last route may fit without a condition.")


def request_faults(source, whole, at):
    """What a route with a request lacks."""
    for key in ("response", "reply"):
        if key not in whole:
            yield source.finding(at("request"), f"A request needs a {key}.")
    response = whole.get("response")
    if response is None:
        return
    if "envelope" not in response:
        yield source.finding(at("response"), "The response of a request names its envelope.")
    if sum(key in response for key in RESPONSE_KINDS) != 1:
        yield source.finding(at("response"), f"The response of a request has one of {', '.join(RESPONSE_KINDS)}.")
    if "columns" not in response and "download" not in response:
        yield source.finding(at("response"), "Without columns there is nothing to print.")
    if "stream" in source.data and "dialect" in response and "stream" not in whole.get("reply", {"stream": None}):
        yield source.finding(at("reply"), "A command that streams needs a sample stream.")
    if "pages" in whole and "rows" not in response:
        yield source.finding(at("pages"), "Only rows come in pages.")


def runs_exist(sources):
    """Functions named by ``run`` that ``cometapi/local`` does not have; read as a syntax tree, never imported."""
    for source in sources.commands.values():
        if "run" not in source.data:
            continue
        room, _, function = source.data["run"].partition(":")
        path = sources.root / "cometapi" / "local" / f"{room}.py"
        if not path.is_file():
            yield source.finding(("run",), f"There is no cometapi/local/{room}.py.")
        elif function not in {getattr(node, "name", None) for node in ast.parse(path.read_text("utf-8")).body}:
            yield source.finding(("run",), f"cometapi/local/{room}.py has no function {function}.")


def columns_are_in_replies(sources):
    """Columns that no record of the command's own sample reply has."""
    for source in sources.commands.values():
        for whole, at in whole_routes(source.data):
            response, name = whole.get("response"), whole.get("reply", {}).get("whole")
            if (
                response is None
                or "columns" not in response
                or sources.replies.get(name) is None
                or any(map(faulty, route_selectors((), whole)))
            ):
                continue
            records = sample_records(response, sources.replies[name])
            if not records:
                yield source.finding(at("response"), f"It selects no record of spec/replies/{name}.")
                continue
            for number, column in enumerate(response["columns"]):
                if not any(found(column["value"], record) for record in records):
                    path = at("response", "columns", number, "value")
                    yield source.finding(path, f"No record of spec/replies/{name} has {column['value']}.")


def faulty(selection):
    """Whether a selection (path, expressions) does not compile, which another rule says."""
    _, expressions = selection
    return any(map(selector_fault, [expressions] if isinstance(expressions, str) else expressions))


def sample_records(response, reply):
    """The records that a response selects from its sample reply; none when it selects something else."""
    if "rows" in response:
        records = first(response["rows"], reply)
        records = records if isinstance(records, list) else []
    else:
        records = [first(response["record"], reply) if "record" in response else reply]
    return [parsed(one, response.get("parse", ())) for one in records if one is not None]


def first(expressions, data):
    """What the first of the selections that is there gives."""
    expressions = [expressions] if isinstance(expressions, str) else expressions
    return next((value for value in (jmespath.search(one, data) for one in expressions) if value is not None), None)


def found(expressions, record):
    """Whether a record has what a column points at; a key whose value is null is there too."""
    if first(expressions, record) is not None:
        return True
    return any(has_key(one, record) for one in ([expressions] if isinstance(expressions, str) else expressions))


def has_key(expression, record):
    """Whether the object that holds the last key of ``a.b`` has it, be it null."""
    parent, _, key = expression.rpartition(".")
    if selector_fault(parent or "key"):
        return False
    holder = jmespath.search(parent, record) if parent else record
    return isinstance(holder, dict) and key in holder


def short_letters_agree(sources):
    """A short letter that means one thing in one command and another in the next, unless the command reference gives it so."""
    meanings = {}
    for source in sources.commands.values():
        for path, item in every_argument(source.data, sources.program.data):
            for flag in item.get("flags", []):
                if len(flag) == 2:
                    meaning = dest(item)
                    allowed = COMMAND_REFERENCE.get(flag, set())
                    first_seen = meanings.setdefault(flag, meaning)
                    if meaning != first_seen and not {meaning, first_seen} <= allowed:
                        yield source.finding(path, f"{flag} means --{first_seen.replace('_', '-')} in another command.")


# The letters that the vendor's command reference itself uses for several options (seed 000_bdfd0fa72880ae9b.txt).
COMMAND_REFERENCE = {
    "-s": {"system", "search", "source"},
    "-t": {"temperature", "type"},
    "-l": {"limit"},
}


RULES = [
    names_are_declared,
    option_sets_stand_once,
    flags_are_single,
    words_are_single,
    flags_are_declared,
    words_are_mapped,
    arguments_make_sense,
    paths_have_sources,
    selectors_compile,
    requests_are_complete,
    runs_exist,
    columns_are_in_replies,
    short_letters_agree,
]
