"""Second step of the press: every fault of the sources, all at once. What passes here cannot fail later.

A rule is a function from Sources to findings; RULES is the list. The shape of a file is the schema's matter, what files
say of each other is a rule's.
"""

import re
import shlex
import types

import jmespath
import jsonschema
import referencing

from codegen.model import dest, option_sets, route_data
from cometapi import arguments
from cometapi.errors import UsageError

BRANCHES = {"oneOf", "anyOf"}


def check(sources):
    """All findings, sorted by file and line; rules about meaning run only when the shapes are right."""
    findings = list(shapes(sources))
    if not findings:
        findings = [finding for rule in RULES for finding in rule(sources)]
    return sorted(set(findings))


def shapes(sources):
    """What the JSON Schemas refuse."""
    registry = referencing.Registry().with_resources(
        (f"{kind}.schema.json", referencing.Resource.from_contents(schema)) for kind, schema in sources.schemas.items()
    )
    files = [("program", sources.program)]
    files += [("command", source) for source in sources.commands.values()]
    files += [("topic", source) for source in sources.topics.values()]
    for kind, source in files:
        schema = {**sources.schemas[kind], "$id": f"{kind}.schema.json"}
        validator = jsonschema.Draft202012Validator(schema, registry=registry)
        for error in validator.iter_errors(source.data):
            yield shape_finding(source, exact(error))


def exact(error):
    """The most telling fault below a "one of"."""
    while error.validator in BRANCHES and error.context:
        error = jsonschema.exceptions.best_match(error.context)
    return error


def shape_finding(source, error):
    """A schema fault as a finding at the key that is to blame."""
    path = list(error.absolute_path)
    if error.validator == "additionalProperties" and isinstance(error.instance, dict):
        known = error.schema.get("properties", {})
        unknown = [key for key in error.instance if key not in known]
        if unknown:
            return source.finding([*path, unknown[0]], f"Unknown key; known here are {', '.join(sorted(known))}.")
    if error.validator == "required":
        missing = [key for key in error.validator_value if key not in error.instance]
        return source.finding(path, f"The key {missing[0]} is missing.")
    return source.finding(path, f"{error.message.rstrip('.')}.")


def settings_exist(sources):
    """Names of settings, services, credentials, envelopes, dialects, formats and option sets that nobody declares."""
    program = sources.program.data
    for section in ("services", "credentials"):
        for name, one in program[section].items():
            if one["setting"] not in program["settings"]:
                yield sources.program.finding((section, name, "setting"), unknown(one["setting"], program["settings"]))
    for source in sources.commands.values():
        for path, name, kind in references(source.data):
            if name not in program[kind]:
                yield source.finding(path, unknown(name, program[kind]))


def unknown(name, known):
    """The sentence about a name that is not declared."""
    return f"Unknown name {name!r}; declared are {', '.join(known)}."


def references(data):
    """Every name in a command file that the program file has to declare: (path, name, kind)."""
    for number, name in enumerate(data.get("use", [])):
        yield ("use", number), name, "options"
    if "wait" in data:
        yield ("wait",), data["wait"], "waits"
    for path, item in arguments_of(data):
        for key, kind in (("default_from", "settings"), ("complete", "completions")):
            if key in item:
                yield (*path, key), item[key], kind
    for prefix, one in placed_routes(data):
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
    """The parts of a file that may hold request, response, pages and reply: (path, part)."""
    return [((), data), *((("routes", number), one) for number, one in enumerate(data.get("routes", [])))]


def arguments_of(data):
    """The arguments of a command file with their paths."""
    return [(("arguments", number), item) for number, item in enumerate(data.get("arguments", []))]


def every_argument(data, program):
    """What a command accepts, its own and its option sets': (path, item); a set's path is the ``use`` key."""
    shared = [
        (("use",), item)
        for name in option_sets(data, program)
        if name in program["options"]
        for item in program["options"][name]["arguments"]
    ]
    return [*arguments_of(data), *shared]


def flags_are_single(sources):
    """Two options of one command with one flag, one name or one place."""
    for source in sources.commands.values():
        seen = {}
        for path, item in every_argument(source.data, sources.program.data):
            for word in [*all_flags(item), dest(item)]:
                if word in seen and seen[word] != path:
                    yield source.finding(path, f"{word} is taken by another argument of this command.")
                seen.setdefault(word, path)
            place = item.get("to")
            if place and not place.endswith("/-"):
                if place in seen:
                    yield source.finding((*path, "to"), f"Another argument already goes to {place}.")
                seen[place] = path


def all_flags(item):
    """The flags of one entry, the ``--no-`` form of a pair included."""
    flags = item.get("flags", [])
    negative = [f"--no-{flag[2:]}" for flag in flags if flag.startswith("--") and item.get("switch") == "pair"]
    return [*flags, *negative]


def words_are_single(sources):
    """Two files for one command, a file whose name is not its command's, a command that another one's words begin with."""
    words = {}
    for stem, source in sources.commands.items():
        command = source.data["command"]
        if command in words:
            yield source.finding(("command",), f"{words[command].file} is this command already.")
        words[command] = source
        if stem != command.replace(" ", "-"):
            yield source.finding(("command",), f"The file of this command is named {command.replace(' ', '-')}.yaml.")
    for command, source in words.items():
        if any(other.startswith(f"{command} ") for other in words) and any(
            "name" in item for _, item in arguments_of(source.data)
        ):
            yield source.finding(("command",), "Its positionals cannot be told from the words of longer commands.")


def references_between_arguments(sources):
    """Flags named by ``needs``, ``excludes``, ``stands_for``, ``when``, ``given``, ``stream`` or ``words`` that the command lacks."""
    for source in sources.commands.values():
        known = {flag for _, item in every_argument(source.data, sources.program.data) for flag in all_flags(item)}
        for path, flag in named_flags(source.data, sources.program.data):
            if flag not in known:
                yield source.finding(path, f"This command has no option {flag}.")


def named_flags(data, program):
    """Every place where a command file names one of its own flags: (path, flag)."""
    for path, item in every_argument(data, program):
        for key in ("needs", "excludes", "stands_for"):
            for flag in item.get(key, []):
                yield (*path, key), flag
    for prefix, one in placed_routes(data):
        for flag in one.get("when", []):
            yield (*prefix, "when"), flag
        if "given" in one:
            yield (*prefix, "given"), one["given"]
        for number, column in enumerate(one.get("response", {}).get("columns", [])):
            for key in ("words", "reveal"):
                if isinstance(column.get(key), str):
                    yield (*prefix, "response", "columns", number, key), column[key]
    if "stream" in data:
        yield ("stream", "switch"), data["stream"]["switch"]


def arguments_make_sense(sources):
    """Keys of one argument that contradict each other."""
    for source in [sources.program, *sources.commands.values()]:
        for path, item in declared_arguments(source.data):
            if "switch" in item and any(key in item for key in ("type", "range", "choices", "repeat", "metavar")):
                yield source.finding(path, "A switch takes no value, so it has no type, range, choices or metavar.")
            if "range" in item and item.get("type") not in ("integer", "number"):
                yield source.finding((*path, "range"), "Only integers and numbers have a range.")
            choices = item.get("choices")
            if "default" in item and isinstance(choices, list | dict) and item["default"] not in choices:
                yield source.finding((*path, "default"), f"{item['default']!r} is not one of the choices.")


def declared_arguments(data):
    """Arguments declared in a file: a command's own, or those of the program's option sets."""
    yield from arguments_of(data) if "command" in data else ()
    for name, group in data.get("options", {}).items():
        for number, item in enumerate(group["arguments"]):
            yield ("options", name, "arguments", number), item


def paths_have_sources(sources):
    """A ``{name}`` in a path that no argument fills, and an argument for a path that has no such name."""
    for source in sources.commands.values():
        wanted = set()
        for prefix, one in placed_routes(source.data):
            template = one.get("request", {}).get("path", "")
            names = set(re.findall(r"\{\+?(\w+)\}", template))
            filled = {place(item)[1] for _, item in arguments_of(source.data) if place(item)[0] == "path"}
            for name in sorted(names - filled):
                yield source.finding((*prefix, "request", "path"), f"No argument goes to path/{name}.")
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
        for path, expression in selectors(source.data):
            try:
                tree = jmespath.compile(expression).parsed
            except jmespath.exceptions.JMESPathError as error:
                yield source.finding(path, f"{expression!r} does not compile: {str(error).splitlines()[0]}.")
                continue
            if "function_expression" in str(tree):
                yield source.finding(path, f"{expression!r} calls a function; selections only point.")


SELECTOR_KEYS = {"value", "match", "rows", "record", "message", "code", "total", "each", "choice", "text", "reasoning"}
SELECTOR_SECTIONS = {"envelopes", "dialects", "response", "routes", "arguments", "pages"}


def selectors(data, path=(), inside=False):
    """Every selection of a file with its path."""
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in pairs:
        here = (*path, key)
        if inside and key in SELECTOR_KEYS and isinstance(value, str | list):
            for one in [value] if isinstance(value, str) else value:
                if isinstance(one, str):
                    yield here, one
                else:
                    yield from selectors({key: one}, path, inside)
        else:
            yield from selectors(value, here, inside or key in SELECTOR_SECTIONS)


def requests_are_complete(sources):
    """A command that neither sends nor runs anything, a request without response, a reply that is no file."""
    for source in sources.commands.values():
        data = source.data
        routes = route_data(data)
        if "run" not in data and not all("request" in one for one in routes):
            yield source.finding(("command",), "A command has a request or says what to run.")
        for prefix, one in placed_routes(data):
            if "request" in one and not all("response" in whole and "reply" in whole for whole in routes):
                yield source.finding((*prefix, "request"), "A request needs a response and a sample reply.")
            for kind, name in one.get("reply", {}).items():
                if name not in sources.replies:
                    yield source.finding((*prefix, "reply", kind), f"There is no spec/replies/{name}.")
            response = one.get("response", {})
            kinds = [key for key in RESPONSE_KINDS if key in response]
            if response and "run" not in data and len(kinds) != 1:
                yield source.finding((*prefix, "response"), f"A response has one of {', '.join(RESPONSE_KINDS)}.")
            if response and kinds != ["download"] and "columns" not in response:
                yield source.finding((*prefix, "response"), "Without columns there is nothing to print.")
        if any(
            "dialect" in one.get("response", {}) and "stream" not in one.get("reply", {})
            for one in routes
            if "stream" in data
        ):
            yield source.finding(("reply",), "A command that streams needs a sample stream.")
        for one in routes[:-1]:
            if not any(key in one for key in ("when", "given", "credential")):
                yield source.finding(("routes",), "Only the last route may fit without a condition.")


RESPONSE_KINDS = ("dialect", "rows", "record", "download")


def columns_are_in_replies(sources):
    """Columns that no record of the command's own sample reply has."""
    for source in sources.commands.values():
        for prefix, one in placed_routes(source.data):
            response, reply = one.get("response"), one.get("reply")
            if not (response and reply and reply.get("whole") in sources.replies):
                continue
            records = sample_records(response, sources.replies[reply["whole"]])
            for number, column in enumerate(response.get("columns", [])):
                if not any(found(column["value"], record, response.get("parse", [])) for record in records):
                    path = (*prefix, "response", "columns", number, "value")
                    yield source.finding(path, f"No record of spec/replies/{reply['whole']} has {column['value']}.")


def sample_records(response, reply):
    """The records that a response selects from its sample reply."""
    if "rows" in response:
        return first(response["rows"], reply) or []
    return [first(response["record"], reply) if "record" in response else reply]


def first(expressions, data):
    """What the first of the selections that is there gives."""
    expressions = [expressions] if isinstance(expressions, str) else expressions
    return next((value for value in (jmespath.search(one, data) for one in expressions) if value is not None), None)


def found(expressions, record, parsed):
    """Whether a record has a column's key (null counts), or the column reads JSON inside a string."""
    expressions = [expressions] if isinstance(expressions, str) else expressions
    plain = isinstance(record, dict) and any(one in record or one.split(".")[0] in parsed for one in expressions)
    return plain or first(expressions, record) is not None or any(parent_has(one, record) for one in expressions)


def parent_has(expression, record):
    """Whether the object that holds the last key of ``a.b`` has it, be it null."""
    parent, _, key = expression.rpartition(".")
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


def check_examples(sources, model, files):
    """Examples that do not call their command, or that the command's own generated parser refuses."""
    findings = []
    for command in model.commands:
        module = types.ModuleType(command.module)
        exec(files[f"cometapi/generated/{command.module}.py"], module.__dict__)
        for number, example in enumerate(command.examples):
            fault = example_fault(example["run"], command, module, model)
            if fault:
                findings.append(sources.commands[command.stem].finding(("examples", number, "run"), fault))
    return findings


def example_fault(line, command, module, model):
    """Why an example cannot be typed as it stands, or None."""
    words = call_words(line, model.name)
    if words is None:
        return f"This example does not call {model.name}."
    name = command.words.split()
    at = next((number for number in range(len(words)) if words[number : number + len(name)] == name), None)
    if at is None:
        return f"This example does not call {command.words}."
    try:
        arguments.values(module, [*words[:at], *words[at + len(name) :]])
    except UsageError as error:
        return f"The command refuses this example: {error.message}"
    return None


def call_words(line, program):
    """The words after the program's name in a shell line, up to a pipe, redirection or bracket; None without the name."""
    inner = re.search(rf"(?:^|[\s(]){re.escape(program)}\s(.*)", line)
    if not inner:
        return None
    text = inner.group(1)
    if f"$({program}" in line:
        text = text.partition(")")[0]
    lexer = shlex.shlex(text, posix=True, punctuation_chars="|&;()<>")
    lexer.whitespace_split = True
    words = []
    for word in lexer:
        if set(word) <= set("|&;()<>"):
            break
        words.append(word)
    return words


RULES = [
    settings_exist,
    flags_are_single,
    words_are_single,
    references_between_arguments,
    arguments_make_sense,
    paths_have_sources,
    selectors_compile,
    requests_are_complete,
    columns_are_in_replies,
    short_letters_agree,
]
