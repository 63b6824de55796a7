"""``batch join``: the rows of a file with what came of them, in one table."""

import os

from cometapi.batch import parts, rows
from cometapi.batch.control import CONTROL, STATUS
from cometapi.batch.job import DONE
from cometapi.batch.join import Join, Lines, Told
from cometapi.batch.journal import SUFFIX
from cometapi.batch.replies import NO_RESULT, Replies
from cometapi.batch.results import AGAIN
from cometapi.cli.endings import format_of
from cometapi.errors import UsageError
from cometapi.output.results import Rows

BESIDE_RESULTS = (SUFFIX, AGAIN, DONE, STATUS, CONTROL)  # endings of the files of a run
USUAL = "jsonl"  # the format of a file with another extension
BESIDE = "input_"  # goes before the name of a column of the rows that has a name of ours
SENTENCES = {  # for one, and for several
    "missing": ("1 of {rows} rows has no result: {named}.", "{count} of {rows} rows have no result: {named}."),
    "odd": (
        "1 line of the results is damaged, or no result: {named}.",
        "{count} lines of the results are damaged, or no results: {named}.",
    ),
    "foreign": (
        "1 result belongs to no row of {path}: {named}.",
        "{count} results belong to no row of {path}: {named}.",
    ),
    "changed": (
        "1 row has changed since it was sent: {named}.",
        "{count} rows have changed since they were sent: {named}.",
    ),
    "twice": (
        "1 row has two answers, of which the last is taken: {named}.",
        "{count} rows have two answers, of which the last is taken: {named}.",
    ),
}


def run(call):
    """The Rows of the joined file; what is wrong is told when they have been printed."""
    path, results = call.argument("rows"), call.argument("results")
    check(path, results)
    output = call.option("output") or ""
    check_output(output, path, results)
    if output and not call.given_option("format"):
        call.format_name = format_of(output, USUAL)
    kind, id_column = rows.kind(path, call.option("input_format")), call.option("id_column")
    told = Told()
    lines = Lines(results, told)
    call.endings.callback(lines.close)
    join = Join(lambda: rows.read(path, kind, id_column), lines, told, id_column)
    faults = list(parts.faults(results, lines.counts, lacks_rows="missing" in told.counts))
    call.afterwords = lambda: end(call, join, faults)
    columns, names = columns_of(call, join)
    return Rows(columns, records(join, names, Replies(path, call.session.settings.settled)), is_exact=True)


def check(path, results):
    """Raise UsageError for what is no file, and for a file that is named twice."""
    seen = set()
    for one in [path, *results]:
        real = os.path.realpath(one)
        if not os.path.isfile(one):
            raise UsageError(f"{one} is not a file that can be read.")
        if real in seen:
            raise UsageError(f"{one} is named twice.")
        seen.add(real)


def check_output(output, path, results):
    """Raise UsageError for an output that would take the place of the rows, of results, or of what a run keeps beside them."""
    kept = {path, *results, *(one + ending for one in results for ending in BESIDE_RESULTS)}
    if output and os.path.realpath(output) in map(os.path.realpath, kept):
        raise UsageError(f"{output} belongs to what is joined; name another file.")


def columns_of(call, join):
    """``(columns, names)``: ours, those of the rows behind the first; and the names that these have here by their own."""
    ours = call.command["routes"][0]["response"]["columns"]
    taken = {one["name"] for one in ours} | join.columns.keys()
    names = {}
    for own in join.columns:
        name = own
        if own in {one["name"] for one in ours}:
            while name in taken:
                name = BESIDE + name
            taken.add(name)
        names[own] = name
    names.pop(join.id_column, None)  # it is the first column
    own = [{"name": name, "title": name, "show": "always"} for name in names.values()]
    return [ours[0], *own, *ours[1:]], names


def records(join, names, replies):
    """Yield the record of each row."""
    for row, id, result in join.pairs():
        own = {name: row.data.get(key) for key, name in names.items()}
        found = NO_RESULT if result is None else replies.record(row, result)
        if result and replies.is_changed(row, result):
            join.told.add("changed", id)
        if found is not NO_RESULT and "answer" not in found:
            join.told.add("failed", id)
        yield {"id": id, **own, **found}


def end(call, join, faults):
    """Tell what is wrong, and how many rows failed."""
    told = join.told
    facts = {"rows": f"{join.count:,}", "path": call.argument("rows")}
    for kind, (one, several) in SENTENCES.items():
        if count := told.counts.get(kind):
            faults.append((one if count == 1 else several).format(count=f"{count:,}", named=told.named(kind), **facts))
    for sentence in faults:
        call.context.fault(sentence)
    if faults:
        call.exit = "partial"
    if failed := told.counts.get("failed"):
        yield f"{failed:,} of {join.count:,} rows failed."
