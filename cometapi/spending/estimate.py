"""What one request will probably use and cost, as ranges: by its length, by what its model has used before, and by the
catalog's prices. Pure: nothing is sent or read here.
"""

import json
from decimal import Decimal
from math import ceil
from typing import NamedTuple

from cometapi.cli.uploads import Upload
from cometapi.manifest.select import select
from cometapi.spending.bounds import NO_OUTPUT, TOKENS, most, paid_by
from cometapi.spending.money import MILLION, number, price

BYTES = (2, 6)  # of UTF-8 in a token: numbers, code and most scripts have few, plain English many
ANSWER = (1, 8_000)  # tokens of an answer, those of reasoning in it
WORDY = 16  # characters of a text that somebody has written
DATA = "data:"  # begins a text that is the bytes of a medium
MEDIUM = (50, 20_000)  # tokens of what a model makes that is no text


class Learnt(NamedTuple):
    """What answers of one model have used: the range of the bytes of a token of input, and of the tokens of an answer, each
    None where there are too few, and how many ``answers`` were looked at.
    """

    bytes: tuple | None
    output: tuple | None
    answers: int


class Estimate(NamedTuple):
    """What a request will probably use: ``(low, high)`` of tokens and of dollars (Decimal), each None if it is not known.

    ``learnt`` is how many answers it was learnt from, 0 for a guess. ``lacking`` is why the dollars are not known, as a
    sentence, ``has_media`` whether the request has input whose tokens its length does not tell.
    """

    input: tuple | None
    output: tuple | None
    dollars: tuple | None
    learnt: int = 0
    lacking: str | None = None
    has_media: bool = False


FREE = Estimate((0, 0), (0, 0), (Decimal(0), Decimal(0)))


def of(command, parts, model, entry, learnt=None):
    """The Estimate of a request of a command, ``parts`` its values by place, to a model of which the catalog has this ``entry``
    and the history has ``learnt``, each None without any.
    """
    charge, pricing = command.get("charge", {}), (entry or {}).get("pricing")
    way, results = paid_by(pricing), most(charge, "results", parts) or Decimal(1)
    used, has_media, count = (None, None), False, 0
    if way == "token" or "output" in charge:  # else nobody counts tokens
        first, has_media = input_of(charge, parts, entry, learnt)
        used = first, output_of(charge, parts, entry, learnt, int(results))
        count = learnt.answers if learnt and (learnt.bytes or learnt.output) else 0
    dollars, lacking = priced(way, pricing, charge, parts, results, used, model)
    return Estimate(*used, dollars, count, lacking, has_media)


def priced(way, pricing, charge, parts, results, used, model):
    """``(dollars, why they are not known)`` of a request that uses these ranges of tokens, one of the two None."""
    if way is None:
        named = f"The catalog has no price for {model}." if model else "The request names no model that has a price."
        return None, named
    if way == "token":
        return of_tokens(pricing, used, charge, model)
    each = price(pricing, f"per_{way}") * results
    if way == "second":
        seconds = most(charge, "seconds", parts)
        if seconds is None:
            return None, f"{model} is paid by the second, and the request does not say how many there are."
        each *= seconds
    return (each, each), None


def of_tokens(pricing, used, charge, model):
    """The same of a model that is paid by the token."""
    names = TOKENS[:1] if charge.get("output") == NO_OUTPUT else TOKENS
    prices = [price(pricing, name) for name in names]
    if None in prices:
        return None, f"The catalog has no price for {model}."
    if used[0][1] is None:
        return None, f"Nothing tells how many tokens the files of the request are for {model}."
    low, high = (sum(one[side] * dollars for one, dollars in zip(used, prices, strict=False)) for side in (0, 1))
    return (low / MILLION, high / MILLION), None


def input_of(charge, parts, entry, learnt):
    """``(range of the tokens of a request, whether it has media)``; with media the most that the model can take is the
    upper end, None if that is not known.
    """
    files = []
    text = json.dumps(parts["body"], ensure_ascii=False, default=lambda one: files.append(one))
    said = list(texts({name: one for name, one in parts["body"].items() if name != "model"}))
    told = (
        one for one in said if len(one) >= WORDY or " " in one
    )  # and no word of the protocol, which may be no token
    if (
        any(isinstance(one, Upload) for one in files)
        or any(one.startswith(DATA) for one in said)
        or any(select(one, parts["body"]) for one in charge.get("unmeasured", ()))
    ):
        room = number((entry or {}).get("context_length"))
        return (1, room and int(room)), True
    fewest, most_bytes = (learnt and learnt.bytes) or BYTES
    return (max(1, int(sum(map(size, told)) / most_bytes)), ceil(size(text) / fewest)), False


def output_of(charge, parts, entry, learnt, results):
    """The range of the tokens of all results of a request."""
    if charge.get("output") == NO_OUTPUT:
        return 0, 0
    low, high = (learnt and learnt.output) or (ANSWER if "output" in charge else MEDIUM)
    bounds = [most(charge, "output", parts), number((entry or {}).get("max_completion_tokens"))]
    bound = min((int(one) for one in bounds if one), default=high)
    return min(low, bound) * results, min(high, bound) * results


def texts(value):
    """Every text in a JSON value: a generator."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts(one)


def size(text):
    """The bytes of a text in UTF-8."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


class Sum:
    """The estimates of several requests, added up: ``ranges`` by the names of ``PARTS``, None of what is not known of one.

    ``dollars`` are those of the requests whose cost is known, ``unpriced`` is how many of the others there are.
    """

    PARTS = ("input", "output", "dollars")

    def __init__(self):
        self.requests = self.unpriced = 0
        self.ranges: dict = dict.fromkeys(self.PARTS, (0, 0))
        self.models: dict = {}  # each with the fewest answers that one of its estimates was learnt from
        self.lacking = None  # the first reason why a cost is not known
        self.has_media = False

    def add(self, model, one):
        """Add the Estimate of a request to a model, None for one that names none."""
        self.requests += 1
        self.unpriced += one.dollars is None
        for name in self.PARTS:
            if name != "dollars" or one.dollars is not None:
                self.ranges[name] = both(self.ranges[name], getattr(one, name))
        if model:
            self.models[model] = min(one.learnt, self.models.get(model, one.learnt))
        self.lacking = self.lacking or one.lacking
        self.has_media = self.has_media or one.has_media

    def range(self, name):
        """One of the ranges, None if it is not known."""
        is_unknown = name == "dollars" and self.unpriced and self.unpriced == self.requests
        return None if is_unknown else self.ranges[name]


def both(one, other):
    """The sum of two ranges; None if one of them is, and without an upper end if one has none."""
    if one is None or other is None:
        return None
    return one[0] + other[0], None if None in (one[1], other[1]) else one[1] + other[1]
