"""Rules about what a command sends, how it reads the reply, and what it runs instead."""

import ast
import re

import jmespath

from cometapi.manifest.compile import route_data
from cometapi.manifest.select import parsed
from cometapi.manifest.traverse import arguments_of, declared_arguments, placed_routes, whole_routes


def paths_have_sources(sources):
    """A ``{name}`` in a path that no argument fills or that may stay unfilled, and an argument for a name that is not there."""
    for source in sources.commands.values():
        fillers = {place(item)[1]: item for _, item in arguments_of(source.data) if place(item)[0] == "path"}
        wanted, last = set(), len(route_data(source.data))
        for number, (whole, at) in enumerate(whole_routes(source.data), 1):
            names = set(re.findall(r"\{\+?(\w+)\}", whole.get("request", {}).get("path", "")))
            for name in sorted(names):
                if name not in fillers:
                    yield source.finding(at("request", "path"), f"No argument goes to path/{name}.")
                elif number == last and may_be_missing(fillers[name]):
                    sentence = (
                        f"{{{name}}} may stay unfilled: what goes there is optional, and no later route does without."
                    )
                    yield source.finding(at("request", "path"), sentence)
            wanted |= names
        for path, item in arguments_of(source.data):
            if place(item)[0] == "path" and place(item)[1] not in wanted:
                yield source.finding((*path, "to"), f"No path of this command has {{{place(item)[1]}}}.")


def may_be_missing(item):
    """Whether a call may do without an argument."""
    if "flags" in item:
        return "default" not in item and "default_from" not in item
    return "optional" in item and "stdin" not in item


def place(item):
    """The place and the first key of ``to``; two Nones when there is none."""
    return tuple(item["to"].split("/", 2)[:2]) if "to" in item else (None, None)


def selectors_compile(sources):
    """Selections that JMESPath does not read, or that call a function."""
    for source in [sources.program, *sources.commands.values()]:
        yield from selector_findings(source, selectors(source.data))


def selector_findings(source, selections):
    """Findings about the selections (path, expressions) of a file."""
    for path, expressions in selections:
        for expression in [expressions] if isinstance(expressions, str) else expressions:
            fault = selector_fault(expression)
            if fault:
                yield source.finding(path, f"{expression!r} {fault}.")


def selector_fault(expression):
    """What is wrong with one selection, None when nothing is."""
    try:
        tree = jmespath.compile(expression).parsed
    except jmespath.exceptions.JMESPathError as error:
        at = getattr(error, "lex_position", getattr(error, "lexer_position", None))
        return f"does not compile: {'it breaks off' if at is None else f'it goes wrong at column {at + 1}'}"
    return "calls a function; selections only point" if "function_expression" in str(tree) else None


def selectors(data):
    """Every selection of a file: (path, one or several expressions)."""
    for path, item in declared_arguments(data):
        if "filter" in item:
            yield (*path, "filter", "in"), item["filter"]["in"]
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
            yield (*at, "otherwise", "value"), column["otherwise"]["value"]


RESPONSE_KINDS = ("rows", "record", "download")


def requests_are_complete(sources):
    """A command that neither sends nor runs anything, and requests without what reading their reply needs."""
    for source in sources.commands.values():
        data = source.data
        for whole, at in whole_routes(data):
            if "run" not in data and "request" not in whole:
                yield source.finding(("command",), "A command has a request or says what to run.")
            if "request" in whole:
                yield from request_faults(source, whole, at)
            for kind, name in reply_files(whole.get("reply", {})):
                if name not in sources.replies:
                    yield source.finding(at("reply", *kind), f"There is no {sources.place}replies/{name}.")
        for one in data.get("routes", [])[:-1]:
            if not any(key in one for key in ("when", "given", "credential")):
                yield source.finding(("routes",), "Only the last route may fit without a condition.")


def reply_files(reply):
    """Every file that a ``reply`` names: (path below it, name)."""
    for kind in ("whole", "stream"):
        if kind in reply:
            yield (kind,), reply[kind]
    for number, variant in enumerate(reply.get("variants", [])):
        for kind in ("whole", "stream"):
            yield ("variants", number, kind), variant[kind]


def is_answer(response):
    """Whether a response is a model's answer: nothing else is selected from it."""
    return not any(key in response for key in RESPONSE_KINDS)


def request_faults(source, whole, at):
    """What a route with a request lacks."""
    for key in ("response", "reply"):
        if key not in whole:
            yield source.finding(at("request"), f"A request needs a {key}.")
    response = whole.get("response")
    if response is None:
        return
    if "protocol" not in response:
        yield source.finding(at("response"), "The response of a request names its protocol.")
    if kinds_of(response) > 1:
        yield source.finding(at("response"), "The response of a request has only one of rows, record and download.")
    if "columns" not in response and "download" not in response:
        yield source.finding(at("response"), "Without columns there is nothing to print.")
    if "stream" in source.data and is_answer(response) and "stream" not in whole.get("reply", {"stream": None}):
        yield source.finding(at("reply"), "A command that streams needs a sample stream.")
    if "pages" in whole and "rows" not in response:
        yield source.finding(at("pages"), "Only rows come in pages.")


def kinds_of(response):
    """How many ways of reading a reply a response names; a model's answer has none of them."""
    return sum(key in response for key in RESPONSE_KINDS)


def runs_exist(sources):
    """Functions named by ``run`` that ``cometapi/commands`` does not have; read as a syntax tree, never imported."""
    for source in sources.commands.values():
        if "run" not in source.data:
            continue
        room, _, function = source.data["run"].partition(":")
        path = sources.root / "cometapi" / "commands" / f"{room.replace('.', '/')}.py"
        if not path.is_file():
            yield source.finding(("run",), f"There is no cometapi/commands/{room.replace('.', '/')}.py.")
        elif function not in {getattr(node, "name", None) for node in ast.parse(path.read_text("utf-8")).body}:
            yield source.finding(("run",), f"cometapi/commands/{room.replace('.', '/')}.py has no function {function}.")


def columns_are_in_replies(sources):
    """Columns that no record of the command's own sample reply has."""
    for source in sources.commands.values():
        for whole, at in whole_routes(source.data):
            response, name = whole.get("response"), whole.get("reply", {}).get("whole")
            if (
                response is None
                or "columns" not in response
                or sources.replies.get(name) is None
                or kinds_of(response) > 1
                or any(map(faulty, route_selectors((), whole)))
            ):
                continue
            records = sample_records(response, sources.replies[name])
            if not records:
                yield source.finding(at("response"), f"It selects no record of {sources.place}replies/{name}.")
                continue
            for number, column in enumerate(response["columns"]):
                if not any(found(column["value"], record) for record in records):
                    path = at("response", "columns", number, "value")
                    wanted = column["value"] if isinstance(column["value"], str) else " or ".join(column["value"])
                    yield source.finding(path, f"No record of {sources.place}replies/{name} has {wanted}.")


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
