"""``embed``: the vectors of texts, in as few requests as the service allows."""

from array import array

from cometapi.answers import vectors
from cometapi.cli.endings import NPY, format_of
from cometapi.commands.batches import Batches
from cometapi.errors import UsageError
from cometapi.http.listing import arrangement
from cometapi.manifest.arguments import flag_of
from cometapi.output.npy import matrix
from cometapi.output.results import Download, Rows

USUAL = "jsonl"  # the format of a file with another extension


def run(call):
    """The Rows of the texts and their vectors, or for a ``.npy`` file the Download of a matrix."""
    call.context.check_stdout()
    texts = texts_of(call)
    path = "" if call.option("estimate") else call.option("output") or ""
    is_matrix = path.endswith(NPY)
    if is_matrix and not call.given_option("model"):
        flag = flag_of(call.arguments[call.behaviours["model"]])
        raise UsageError(f"A {NPY} file does not contain the name of its model: add {flag} MODEL.")
    if path and not (is_matrix or call.given_option("format")):
        call.format_name = format_of(path, USUAL)
    route = call.ready()
    batches = Batches(call, route, texts)
    if call.option("estimate"):
        from cometapi.spending import estimates

        return estimates.result(call, batches.requests())
    records = batches.records()
    call.afterwords = batches.notes
    if is_matrix:
        return Download(matrix([record["embedding"] for record in records]))
    wanted = arrangement(call, route["response"])
    found = (printable(record) for record in records)
    return Rows(call.columns(route), wanted.of(found) if wanted else found)


def printable(record):
    """A record with its vector as a list of numbers."""
    found = record["embedding"]
    return {**record, "embedding": vectors.numbers(found) if isinstance(found, array) else None}


def texts_of(call):
    """The list of texts from arguments, stdin and files; a record without text gives a blank one.

    Raises UsageError if there is nothing to embed.
    """
    found = [*(call.argument("message") or ()), *(call.argument("lines") or ())]
    if call.argument("json_lines") is not None:
        found += fields(call)
    if not found:
        call.check_stdin()
        raise UsageError("Nothing to embed.")
    if not any(one.strip() for one in found):
        raise UsageError("Nothing to embed: every line is blank.")
    return found


def fields(call):
    """Yield the text in the chosen field of each JSON object; empty if it is missing. Raises UsageError for other types."""
    name = call.argument("field")
    for number, one in enumerate(call.argument("json_lines"), 1):
        value = one.get(name)
        if not isinstance(value, str | None):
            flag = flag_of(call.arguments[call.behaviours["json_lines"]])
            raise UsageError(f"{flag}: line {number} has no text in the field {name}.")
        yield value or ""
