"""Rules about what a command sends, how it reads the reply, and what it runs instead."""

import re

import jmespath

from cometapi.manifest.behaviour_rules import functions_of
from cometapi.manifest.compile import route_data
from cometapi.manifest.compile_reply import HEADER, OF_CALL
from cometapi.manifest.routes import placed_routes
from cometapi.manifest.traverse import arguments_of, declared_arguments, placed_elsewhere, whole_routes


def paths_have_sources(sources):
    """A ``{name}`` in a path that no argument fills or that may stay unfilled, and an argument for a name that is not there."""
    for source in sources.commands.values():
        everywhere = [*arguments_of(source.data), *placed_elsewhere(source.data)]
        fillers = {place(item)[1]: item for _, item in everywhere if place(item)[0] == "path"}
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
        yield from (((*path, "selects", way), one) for way, one in item.get("selects", {}).items())
    yield from ((("checks", number, "when"), one["when"]) for number, one in enumerate(data.get("checks", ())))
    for number, one in enumerate(data.get("charge", {}).get("unmeasured", ())):
        yield ("charge", "unmeasured", number), one
    for prefix, one in placed_routes(data):
        yield from route_selectors(prefix, one)


def is_header(value):
    """Whether a column has a header of the reply."""
    return isinstance(value, str) and value.startswith(HEADER)


def is_of_call(value):
    """Whether a column takes a fact about the call."""
    return isinstance(value, str) and value.startswith(OF_CALL)


def route_selectors(prefix, one):
    """Every selection of one part of a command file: (path, expressions)."""
    for key in ("total", "next", "more"):
        if key in one.get("pages", {}):
            yield (*prefix, "pages", key), one["pages"][key]
    for number, sample in enumerate(one.get("samples", [])):
        if "when" in sample:
            yield (*prefix, "samples", number, "when"), sample["when"]
    response = one.get("response", {})
    if isinstance(response.get("rows"), dict):
        yield (*prefix, "response", "rows", "entries"), response["rows"]["entries"]
    for key in ("rows", "record"):
        if key in response and not isinstance(response[key], dict):
            yield (*prefix, "response", key), response[key]
    for key in ("each", "data", "link", "reason"):
        if key in response.get("files", {}):
            yield (*prefix, "response", "files", key), response["files"][key]
    for name, expressions in response.get("tokens", {}).items():
        yield (*prefix, "response", "tokens", name), expressions
    for number, column in enumerate(response.get("columns", [])):
        at = (*prefix, "response", "columns", number)
        if not (is_header(column["value"]) or is_of_call(column["value"])):
            yield (*at, "value"), column["value"]
        if "unlimited" in column:
            yield (*at, "unlimited"), column["unlimited"]
        if "otherwise" in column:
            yield (*at, "otherwise", "value"), column["otherwise"]["value"]


def requests_are_complete(sources):
    """A command that neither sends nor runs anything, and routes that can never be taken."""
    for source in sources.commands.values():
        data = source.data
        for whole, _ in whole_routes(data):
            if "run" not in data and "request" not in whole:
                yield source.finding(("command",), "A command has a request or says what to run.")
        for one in data.get("routes", [])[:-1]:
            if not any(key in one for key in ("when", "given", "credential")):
                yield source.finding(("routes",), "Only the last route may fit without a condition.")


def runs_exist(sources):
    """Functions named by ``run`` that ``cometapi/commands`` does not have; read as a syntax tree, never imported."""
    for source in sources.commands.values():
        if "run" not in source.data:
            continue
        room, _, function = source.data["run"].partition(":")
        path = sources.root / "cometapi" / "commands" / f"{room.replace('.', '/')}.py"
        if not path.is_file():
            yield source.finding(("run",), f"There is no cometapi/commands/{room.replace('.', '/')}.py.")
        elif function not in functions_of(path.read_text("utf-8")):
            yield source.finding(("run",), f"cometapi/commands/{room.replace('.', '/')}.py has no function {function}.")
