"""``similar``: the vectors of a file, ordered by cosine similarity to the vector of a text."""

import json
from array import array
from itertools import chain, islice
from math import isfinite, sqrt
from operator import mul

from cometapi.advice import advice
from cometapi.answers import vectors
from cometapi.cli.endings import NPY
from cometapi.errors import UsageError
from cometapi.http.listing import arrangement
from cometapi.http.service_errors import facts_of
from cometapi.manifest.arguments import flag_of
from cometapi.output import npy
from cometapi.output.results import Rows

DIGITS = 6  # decimal places of a score


def run(call):
    """The Rows of a file's vectors, most similar first; records without a vector, or with a zero vector, come last."""
    call.context.check_stdout()
    path = call.argument("vectors")
    model, width = looked_at(path)
    check_model(call, path, model)
    if width is None:
        raise UsageError(f"{path} contains no vectors.")
    route = call.ready()
    wanted = query_of(call, route)
    if len(wanted) != width:
        raise UsageError(
            f"The vectors in {path} have {width} dimensions, but the vector of the text has {len(wanted)}.",
            hint=None
            if call.option("dimensions")
            else advice(f"If embed was run with fewer dimensions, add {{dimensions}} {width}."),
        )
    found = sorted(scored(path, wanted), key=lambda one: (one["score"] is None, -(one["score"] or 0.0)))
    order = arrangement(call, route["response"])
    return Rows(call.columns(route), islice(order.of(found) if order else found, call.option("limit")))


def check_model(call, path, model):
    """Use the model of the vectors for the text; raises UsageError if it is unknown or another one was given."""
    name = call.behaviours["model"]
    flag, asked = flag_of(call.arguments[name]), call.given_option("model")
    if model and asked and asked != model:
        raise UsageError(f"The vectors in {path} were made with {model}, not {asked}.", hint=f"Leave out {flag}.")
    if not (model or asked):
        raise UsageError(f"{path} does not contain the name of its model: add {flag} MODEL.")
    if model:
        call.inherit({name: model})


def query_of(call, route):
    """The vector of the text."""
    document = call.document(route)
    return vectors.in_order(document, 1, **facts_of(call.client.reply))[0]


def looked_at(path):
    """``(model or None, length of the vectors or None)`` of a file; raises UsageError if they differ within it."""
    model = width = None
    for number, (told, _, found) in enumerate(read(path), 1):
        if told and model and told != model:
            raise UsageError(f"{path} mixes models: {model} and, in record {number}, {told}.")
        if found is not None and width is not None and len(found) != width:
            raise UsageError(f"{path} mixes vectors of {width} and, in record {number}, {len(found)} dimensions.")
        model = told or model
        width = width if found is None else len(found)
    return model, width


def read(path):
    """Yield ``(model, text, vector)`` of each record of a file, each None if the file does not contain it."""
    if path.endswith(NPY):
        return ((None, None, row) for row in npy.rows(path))
    return (fields(record, path, number) for number, record in enumerate(records(path), 1))


def records(path):
    """Yield the JSON values of a file: one per line, or the items of one list. Raises UsageError for other files."""
    try:
        with open(path, encoding="utf-8-sig") as file:
            lines = filter(str.strip, file)
            first = next(lines, "")
            if first.lstrip().startswith("["):
                yield from json.loads("".join(chain([first], file)))
                return
            yield from map(json.loads, chain([first] if first else [], lines))
    except (ValueError, RecursionError):
        raise UsageError(f"{path} is not a file of vectors: it must be JSON Lines or .npy.") from None


def fields(record, path, number):
    """``(model, text, vector)`` of a record; raises UsageError if its vector is not a list of numbers."""
    value = record.get("embedding") if isinstance(record, dict) else ()
    is_vector = isinstance(value, list) and all(type(one) in (int, float) or one is None for one in value)
    if not (value is None or (is_vector and value)):
        raise UsageError(f"Record {number} of {path} has no vector in the field embedding.")
    made = None if value is None else array("d", [float("nan") if one is None else one for one in value])
    return record.get("model"), record.get("text"), made


def scored(path, wanted):
    """Yield a record for each vector, with its score, index and text."""
    length = norm(wanted)
    for index, (_, text, found) in enumerate(read(path)):
        yield {"score": None if found is None else cosine(wanted, found, length), "index": index, "text": text}


def cosine(one, other, length):
    """The cosine similarity of two vectors, the first of this length; None if one of them is zero or not finite."""
    product = length * norm(other)
    if not product or not isfinite(product):
        return None
    return round(sum(map(mul, one, other)) / product, DIGITS)


def norm(vector):
    """The length of a vector."""
    return sqrt(sum(map(mul, vector, vector)))
