"""Rules about replies: what a response needs, what its samples hold, how lists are paged."""

import json
import re

import jmespath

from cometapi.manifest.compile_reply import HEADER, KNOWN_OF_CALL, OF_CALL
from cometapi.manifest.request_rules import is_header, is_of_call, route_selectors, selector_fault
from cometapi.manifest.select import parsed
from cometapi.manifest.traverse import arguments_of, whole_routes

# What each kind of response has to say, and what it may say beside.
KINDS = {
    "rows": (("rows", "columns"), ("parse", "files", "tokens", "groups")),
    "record": (("columns",), ("rows", "record", "parse", "files", "tokens", "plain")),
    "answer": (("columns",), ()),
    "file": ((), ("media_type", "name")),
    "text": ((), ()),
    "nothing": ((), ("says",)),
    "any": ((), ("files",)),
}
EVERY_KIND = ("is", "protocol")
PLACES = {"number": ("to",), "offset": ("to",), "cursor": ("to", "next"), "link": ()}
PAGE_WORDS = {"to": ("number", "offset", "cursor"), "next": ("cursor", "link"), "more": ("cursor",)}


def responses_are_complete(sources):
    """Requests without what reading their reply needs."""
    for source in sources.commands.values():
        for whole, at in whole_routes(source.data):
            if "request" in whole:
                yield from response_faults(source, whole, at)
            for number, sample in enumerate(whole.get("samples", [])):
                for key, name in named_files(sample, sources.replies):
                    if name not in sources.replies:
                        yield source.finding(at("samples", number, key), f"There is no {sources.place}replies/{name}.")


def samples_of_paths_exist(sources):
    """Samples of a path that are not there; the installed program has them elsewhere."""
    if not sources.is_whole:
        return
    for number, one in enumerate(sources.program.data.get("paths", [])):
        for method, name in one.get("samples", {}).items():
            if name not in sources.replies:
                path = ("paths", number, "samples", method)
                yield sources.program.finding(path, f"There is no {sources.place}replies/{name}.")


def named_files(sample, replies):
    """Every file that a sample names, or links to as ``http://sandbox/NAME``: (key, name)."""
    for key in ("file", "stream"):
        if key in sample:
            yield key, sample[key]
            text = json.dumps(replies.get(sample[key]), default=str)
            yield from ((key, name) for name in re.findall(r"http://sandbox/([a-z0-9.-]+)", text))


def response_faults(source, whole, at):
    """What a route with a request lacks, or says in vain."""
    for key, noun in (("response", "a response"), ("samples", "samples")):
        if key not in whole:
            yield source.finding(at("request"), f"A request needs {noun}.")
    response = whole.get("response")
    if response is None:
        return
    if "protocol" not in response:
        yield source.finding(at("response"), "The response of a request names its protocol.")
    if "is" not in response:
        yield source.finding(at("response"), f"The response of a request says what it is: {', '.join(KINDS)}.")
        return
    finders = [item for item in source.data.get("arguments", []) if item.get("filter", {}).get("exact")]
    if response["is"] == "record" and "rows" in response and "record" not in response and not finders:
        yield source.finding(at("response", "is"), "One record of rows needs an argument that finds it.")
    for key, sentence in kind_faults(response):
        yield source.finding(at("response", *key), sentence)
    yield from sample_faults(source, whole, at)


def kind_faults(response):
    """What does not go with the kind of a response: (path below it, sentence)."""
    kind = response["is"]
    needed, allowed = KINDS[kind]
    for key in needed:
        if key not in response:
            yield ("is",), f"A response that is {kind} needs {key}."
    if kind == "record" and ("rows" in response) == ("record" in response):
        yield ("is",), "A response that is record needs either record or rows."
    for key in response:
        if key not in (*EVERY_KIND, *needed, *allowed):
            yield (key,), f"A response that is {kind} has no {key}."
    if response.get("plain", "") and response["plain"] not in [one["name"] for one in response.get("columns", ())]:
        yield ("plain",), f"There is no column {response['plain']!r}."
    if "files" in response and not {"data", "link"} & response["files"].keys():
        yield ("files",), "Files are in data, behind a link, or both."


def sample_faults(source, whole, at):
    """What the samples of a route with a request lack."""
    samples = whole.get("samples", [])
    if samples and all("when" in one for one in samples):
        yield source.finding(at("samples"), "One sample has to be without a condition.")
    if "stream" in source.data and whole["response"]["is"] == "answer":
        for number, sample in enumerate(samples):
            if "stream" not in sample and sample.get("status", 200) < 300:
                yield source.finding(at("samples", number), "A command that streams needs a sample stream.")


def pages_are_complete(sources):
    """Pages that cannot be asked for, of what is no list, or that the sandbox could not cut."""
    for source in sources.commands.values():
        for whole, at in whole_routes(source.data):
            if "pages" not in whole:
                continue
            pages, response = whole["pages"], whole.get("response", {})
            if "rows" not in response or isinstance(response["rows"], dict):
                yield source.finding(at("pages"), "Only rows come in pages.")
            for key, sentence in page_faults(pages):
                yield source.finding(at("pages", key), sentence)
    for number, one in enumerate(sources.program.data.get("paths", [])):
        for key, sentence in page_faults(one["pages"]) if "pages" in one else ():
            yield sources.program.finding(("paths", number, "pages", key), sentence)


def page_faults(pages):
    """Words that pages of their kind lack, or have no use for: (key, sentence)."""
    for key in PLACES[pages["by"]]:
        if key not in pages:
            yield "by", f"Pages by {pages['by']} need {key}."
    for key, kinds in PAGE_WORDS.items():
        if key in pages and pages["by"] not in kinds:
            yield key, f"Pages by {pages['by']} have no {key}."


def columns_are_in_samples(sources):
    """Columns that no record of the command's own samples has; one that only a failed sample has is there."""
    for source in sources.commands.values():
        for whole, at in whole_routes(source.data):
            if "columns" not in whole.get("response", {}) or any(map(faulty, route_selectors((), whole))):
                continue
            samples = [one for one in whole.get("samples", []) if sources.replies.get(one.get("file")) is not None]
            if samples:
                yield from column_faults(sources, source, whole["response"], at, samples)


def column_faults(sources, source, response, at, samples):
    """The columns of a response that nothing in its samples fills."""
    files = " or ".join(one["file"] for one in samples if one.get("status", 200) < 300)
    records = [record for one in samples for record in sample_records(response, sources.replies[one["file"]])]
    if not records:
        yield source.finding(at("response"), f"It selects no record of {sources.place}replies/{files}.")
        return
    headers = {name.lower() for one in samples for name in one.get("headers", {})}
    for number, column in enumerate(response["columns"]):
        if "made" in column:
            continue
        path, value = at("response", "columns", number, "value"), column["value"]
        if is_header(value):
            if value.removeprefix(HEADER).lower() not in headers:
                yield source.finding(path, f"No sample has the header {value.removeprefix(HEADER)}.")
            elif response.get("is") not in ("rows", "record"):
                yield source.finding(path, "Only rows and a record have columns from headers.")
        elif is_of_call(value):
            yield from (source.finding(path, sentence) for sentence in call_faults(value, response))
        elif not any(found(value, record) for record in records):
            yield source.finding(path, f"No record of {sources.place}replies/{files} has {value}.")


def call_faults(value, response):
    """What is wrong with a column that takes a fact about the call."""
    name = value.removeprefix(OF_CALL)
    if name not in KNOWN_OF_CALL:
        yield f"The program knows of a call {', '.join(KNOWN_OF_CALL)}, and no {name!r}."
    elif response.get("is") != "record" or "files" not in response:
        yield "Only a record with files has columns of what the program knows of the call."


def faulty(selection):
    """Whether a selection (path, expressions) does not compile, which another rule says."""
    _, expressions = selection
    return any(map(selector_fault, [expressions] if isinstance(expressions, str) else expressions))


def sample_records(response, reply):
    """The records that a response selects from a sample; none when it selects something else."""
    if isinstance(response.get("rows"), dict):
        entries = first(response["rows"]["entries"], reply)
        return [{"key": key, "value": value} for key, value in entries.items()] if isinstance(entries, dict) else []
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


def groups_have_their_columns(sources):
    """Groups by an option that is none or whose choices are no columns, and totals of a list that is not put together."""
    for source in sources.commands.values():
        for whole, at in whole_routes(source.data):
            response = whole.get("response", {})
            columns = response.get("columns", [])
            if "groups" not in response:
                for number, column in enumerate(columns):
                    if "total" in column:
                        yield source.finding(at("response", "columns", number, "total"), "Only groups have a total.")
                continue
            yield from group_faults(source, response["groups"], {one["name"] for one in columns}, at)


def group_faults(source, groups, names, at):
    """What is wrong with the groups of a response whose columns have these names."""
    items = [item for _, item in arguments_of(source.data) if groups["by"] in item.get("flags", ())]
    choices = set(items[0].get("choices", ())) if items else set()
    if choices != set(groups["order"]):
        sentence = f"The order says how groups by each choice of {groups['by']} are sorted, and nothing else."
        yield source.finding(at("response", "groups", "order"), sentence)
    for name, order in groups["order"].items():
        for column in {name, order.partition(":")[0]} - names:
            yield source.finding(at("response", "groups", "order", name), f"There is no column {column!r}.")


RULES = [
    groups_have_their_columns,
    responses_are_complete,
    samples_of_paths_exist,
    pages_are_complete,
    columns_are_in_samples,
]
