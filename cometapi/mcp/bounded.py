"""Results cut to a size that a client of the protocol takes: at a record, valid in their format, with what was left out told.

Sizes are in bytes of UTF-8, because a token is some three of them in any script.
"""

import json
from itertools import accumulate

from cometapi.advice import flag
from cometapi.terminal.visible import LONGEST, excerpt

MOST = 48_000  # bytes; the usual end of a client is 25,000 tokens
SHORTEST = 1000  # characters of a value of which some are cut away
TOLD = 5  # values of which it is said that they were cut


def cut(text, form, narrowing=()):
    """``(text, note)``: a result that is no longer than MOST, and what was left out, None where nothing was.

    ``form`` is the output format, ``narrowing`` the flags of options that make the result smaller.
    """
    if form == "json":
        text = compact(text)
    if size(text) <= MOST:
        return text, None
    cutter = CUTTERS.get(form) or (cut_json if text[:1] in ("[", "{") else cut_lines)
    try:
        return cutter(text, narrowing)
    except (ValueError, RecursionError):  # it is no JSON after all, or nested too deep
        return cut_lines(text, narrowing)


def compact(text):
    """JSON without the blanks that people want, which would be a third of it; any other text as it is."""
    try:
        return dumped(json.loads(text)) + "\n"
    except (ValueError, RecursionError):
        return text


def size(text):
    """The bytes that a text takes."""
    return len(text.encode("utf-8", "replace"))


def cut_json(text, narrowing):
    """A JSON value: a list by its records, an object by its longest texts."""
    value = json.loads(text)
    if isinstance(value, list):
        return cut_list(value, narrowing)
    return cut_object(value, narrowing)


def cut_list(records, narrowing):
    """As many records of a list as fit."""
    kept = fitting(records, MOST - len("[]"))
    if not kept:
        told = f"The first of {len(records):,} records alone has {size(dumped(records[0])):,} bytes"
        return "", f"{told}, more than a result may have.{advised(narrowing)}"
    rest = f' The rest: "{flag("query")}", "[{len(kept)}:]".' if flag("query") in narrowing else ""
    return dumped(kept), f"{left_out(len(kept), len(records), 'records')}{advised(narrowing)}{rest}"


def fitting(records, room):
    """The first of some records that fit into so many bytes."""
    kept = []
    for one in records:
        room -= size(dumped(one)) + len(",")
        if room < 0:
            break
        kept.append(one)
    return kept


def cut_object(value, narrowing):
    """An object whose longest list is cut at a record, or else its long texts at the same length, the greatest with which it fits."""
    _, path, records = longest_list(value)
    kept = fitting(records, MOST - size(dumped(with_list(value, path, []))))
    if kept:
        where = ".".join(path)
        return dumped(with_list(value, path, kept)), (
            f"{left_out(len(kept), len(records), f'records in {where}')}{advised(narrowing)}"
        )
    low, high = SHORTEST, MOST
    if size(dumped(shortened(value, low))) > MOST:
        return "", f"The record has {size(dumped(value)):,} bytes, more than a result may have.{advised(narrowing)}"
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if size(dumped(shortened(value, middle))) <= MOST else (low, middle)
    told = [f"{excerpt(name, LONGEST)} ({count:,} characters)" for name, count in long_texts(value, low)]
    more = f" and {len(told) - TOLD:,} more" if len(told) > TOLD else ""
    return dumped(shortened(value, low)), f"Cut to fit: {', '.join(told[:TOLD])}{more}.{advised(narrowing)}"


def longest_list(value, path=()):
    """``(bytes, path, records)`` of the longest list in an object and the objects in it; no records where there is none."""
    found = [longest_list(one, (*path, key)) for key, one in value.items() if isinstance(one, dict)]
    lists = ((key, one) for key, one in value.items() if isinstance(one, list) and len(one) > 1)
    found += [(size(dumped(one)), (*path, key), one) for key, one in lists]
    return max(found, key=lambda one: one[0], default=(0, path, []))


def with_list(value, path, records):
    """An object with another list at a path."""
    if not path:
        return value
    first, *rest = path
    return {**value, first: with_list(value[first], rest, records) if rest else records}


def shortened(value, most):
    """A value whose texts have no more characters than so many."""
    if isinstance(value, dict):
        return {key: shortened(one, most) for key, one in value.items()}
    if isinstance(value, list):
        return [shortened(one, most) for one in value]
    return value[:most] if isinstance(value, str) else value


def long_texts(value, most, path=""):
    """The texts of a value with more characters than so many: a generator of (path, how many it has)."""
    if isinstance(value, str) and len(value) > most:
        yield path, len(value)
    for key, one in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from long_texts(one, most, f"{path}.{key}".lstrip("."))


def dumped(value):
    """A value as compact JSON."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def cut_lines(text, narrowing, is_whole=lambda kept: True):
    """As many lines as fit; ``is_whole`` tells whether a record ends with the last of some."""
    lines, room, count = text.splitlines(keepends=True), MOST, 0
    while count < len(lines) and (room := room - size(lines[count])) >= 0:
        count += 1
    while count and not is_whole("".join(lines[:count])):
        count -= 1
    if count:
        return "".join(lines[:count]), f"{left_out(count, len(lines), 'lines')}{advised(narrowing)}"
    shown = text.encode("utf-8", "replace")[:MOST].decode("utf-8", "ignore")
    return shown, f"{left_out(len(shown), len(text), 'characters')}{advised(narrowing)}"


def cut_csv(text, narrowing):
    """Lines of CSV; one that ends within quotes is no record yet."""
    return cut_lines(text, narrowing, lambda kept: kept.count('"') % 2 == 0)


def cut_yaml(text, narrowing):
    """A list in YAML by its records."""
    lines = text.splitlines(keepends=True)
    ends = {
        end
        for end, following in zip(accumulate(map(len, lines)), lines[1:], strict=False)
        if following.startswith("- ")
    }
    return cut_lines(text, narrowing, lambda kept: len(kept) in ends)


def cut_json_lines(text, narrowing):
    """Records of JSON Lines; a first one that does not fit is told of."""
    if size(text.partition("\n")[0]) > MOST:
        return cut_list([json.loads(line) for line in text.splitlines()], narrowing)
    return cut_lines(text, narrowing)


CUTTERS = {"json": cut_json, "jsonl": cut_json_lines, "csv": cut_csv, "yaml": cut_yaml}


def left_out(kept, whole, noun):
    """How much was left out, in a sentence."""
    return f"Left out: {whole - kept:,} of {whole:,} {noun}."


def advised(narrowing):
    """Which options make a result smaller, in a sentence."""
    if not narrowing:
        return ""
    *first, last = narrowing
    return f" Narrow it with {', '.join(first)} or {last}." if first else f" Narrow it with {last}."
