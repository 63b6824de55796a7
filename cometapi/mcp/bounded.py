"""Results cut to a size that a client of the protocol takes: at a record, valid in their format, with what was left out told.

Sizes are in bytes of UTF-8: a character of any script takes at least as many as a third of a token.
"""

import json

from cometapi.advice import flag

MOST = 48_000  # bytes; the usual end of a client is 25,000 tokens
SHORTEST = 1000  # characters of a value of which some are cut away


def cut(text, form, narrowing=()):
    """``(text, note)``: a result that is no longer than MOST, and what was left out, None where nothing was.

    ``form`` is the output format, ``narrowing`` the flags of options that make the result smaller.
    """
    if size(text) <= MOST:
        return text, None
    cutter = CUTTERS.get(form) or (cut_json if text[:1] in ("[", "{") else cut_lines)
    return cutter(text, narrowing)


def size(text):
    """The bytes that a text takes."""
    return len(text.encode("utf-8", "replace"))


def cut_json(text, narrowing):
    """A JSON value: a list by its records, an object by its longest texts."""
    try:
        value = json.loads(text)
    except ValueError:
        return cut_lines(text, narrowing)
    if isinstance(value, list):
        return cut_list(value, narrowing)
    return cut_object(value, narrowing)


def cut_list(records, narrowing):
    """As many records of a list as fit."""
    kept, room = [], MOST
    for one in records:
        room -= size(dumped([one]))
        if room < 0:
            break
        kept.append(one)
    if not kept:
        told = f"The first of {len(records):,} records alone has {size(dumped(records[0])):,} bytes"
        return "", f"{told}, more than a result may have.{advised(narrowing)}"
    rest = f" The rest: {flag('query')} '[{len(kept)}:]'." if flag("query") in narrowing else ""
    return dumped(kept), f"{left_out(len(kept), len(records), 'records')}{advised(narrowing)}{rest}"


def cut_object(value, narrowing):
    """An object whose longest texts are cut until it fits."""
    told: dict[str, int] = {}
    while (excess := size(dumped(value)) - MOST) > 0:
        place = longest(value)
        if place is None:
            return "", f"The record has {size(dumped(value)):,} bytes, more than a result may have.{advised(narrowing)}"
        holder, key, name = place
        whole = told.setdefault(name, len(holder[key]))
        holder[key] = holder[key][: min(len(holder[key]) - min(excess, 100), len(holder[key]) - excess // 4)]
        told[name] = whole
    names = ", ".join(f"{name} ({whole:,} characters)" for name, whole in told.items())
    return dumped(value), f"Cut to fit: {names}.{advised(narrowing)}"


def longest(value):
    """Where the longest text of a value is, as ``(holder, key, name)``; None where none is worth being cut."""
    found, waiting = None, [(value, "")]
    while waiting:
        holder, path = waiting.pop()
        items = holder.items() if isinstance(holder, dict) else enumerate(holder) if isinstance(holder, list) else ()
        for key, one in items:
            name = f"{path}.{key}".lstrip(".")
            waiting.append((one, name))
            if isinstance(one, str) and len(one) > max(SHORTEST, found[3] if found else 0):
                found = holder, key, name, len(one)
    return found and found[:3]


def dumped(value):
    """A value as the program prints JSON."""
    return json.dumps(value, indent=2, ensure_ascii=False)


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
    ends = {sum(map(len, lines[:at])) for at in range(1, len(lines)) if lines[at].startswith("- ")}
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
