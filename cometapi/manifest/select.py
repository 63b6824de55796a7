"""Selections: pointing into a JSON value. The only room that knows JMESPath, and only for what is more than a path."""

import json
import re
from functools import cache, lru_cache

from cometapi.errors import UsageError
from cometapi.manifest.beginnings import beginnings
from cometapi.suggest import meant

PLAIN_SELECTOR = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(\[-?\d+\]|\.[A-Za-z_][A-Za-z0-9_]*)*")


class Expression(str):
    """A JMESPath expression of the manifest: a text that the press tells from any other."""


def selector(expression):
    """A selection in the form the runtime reads: a tuple of keys where plain, JMESPath text where not, a list of either."""
    if isinstance(expression, list):
        return [selector(one) for one in expression]
    if expression == "@":
        return ()
    if not PLAIN_SELECTOR.fullmatch(expression):
        return Expression(expression)
    parts = re.findall(r"\[(-?\d+)\]|([A-Za-z_][A-Za-z0-9_]*)", expression)
    return tuple(int(index) if index else key for index, key in parts)


def select(selector, data):
    """What a selector points at in ``data``, or None.

    A selector is a tuple of keys and indexes (the press makes one of every plain path), a JMESPath expression, or a list
    of selectors of which the first that gives something counts.
    """
    if isinstance(selector, tuple):
        return walk(selector, data)
    if isinstance(selector, list):
        return next((value for value in (select(one, data) for one in selector) if value is not None), None)
    begins, nothing, search = expression(selector)
    if data is None or begins is None or any(stands(keys, is_list, data) for keys, is_list in begins):
        return search(data)
    return [] if nothing == [] else nothing


def pointer(selector):
    """The same as a function of the data alone, for many of one kind: what is a path is not looked at again."""
    if not isinstance(selector, tuple) or selector == ():
        return lambda data: select(selector, data)
    if len(selector) > 1:
        around, last = pointer(selector[:-1]), pointer(selector[-1:])
        return lambda data: last(around(data))
    return lambda data: data.get(selector[0]) if type(data) is dict else walk(selector, data)


@cache
def expression(text):
    """``(beginnings, result, function)`` of a JMESPath expression: the result is that of a value in which nothing stands where
    the expression begins, and ``beginnings`` are None if that cannot be told.
    """
    parsed = tree(text)
    found = made(text, parsed)

    def search(data):
        try:
            return found(data)
        except RecursionError:  # what a service sends need not fit
            return None

    begins, nothing = beginnings(parsed), search({})
    is_known = begins is not None and (nothing == [] or not isinstance(nothing, dict | list))
    return tuple(begins.items()) if is_known else None, nothing, search


def tree(text):
    """The tree of an expression: of the manifest's own as the press has parsed it, because importing the library takes long."""
    from cometapi.generated.selections import TREES

    if text in TREES:
        return json.loads(TREES[text])
    import jmespath

    return jmespath.compile(text).parsed


def made(text, parsed):
    """The function of an expression; the library's own where it asks for what only that can."""
    from cometapi.manifest.evaluate import function

    try:
        return function(parsed)
    except KeyError:
        return by_library(text)


def by_library(text):
    """The function that the library makes of an expression; what does not fit gives None."""
    import jmespath

    found = jmespath.compile(text)

    def search(data):
        try:
            return found.search(data)
        except jmespath.exceptions.JMESPathError:
            return None

    return search


def stands(keys, is_list, data):
    """Whether something stands at the keys; with ``is_list`` only a list counts."""
    value = walk(keys, data)
    return isinstance(value, list) if is_list else value is not None


def filled(selector, data):
    """The same, but what is empty (a text, a list, an object) counts only where no selector of the list gives more."""
    least = None
    for one in selector if isinstance(selector, list) else [selector]:
        value = select(one, data)
        if value not in (None, "", [], {}):
            return value
        least = value if least is None else least
    return least


def compiled(expression, name):
    """The function that an expression is; raises UsageError with the column of what is wrong in it.

    ``name`` is that of the option that it is the value of.
    """
    import warnings

    import jmespath

    try:
        with warnings.catch_warnings(action="ignore"):  # about texts in backquotes without quotes, which are taken
            found = jmespath.compile(expression)
        called = list(functions(found.parsed))
    except RecursionError:
        raise UsageError(f"{name} is nested too deeply.") from None
    except Exception as error:  # whatever the library makes of an odd expression, it is none
        column = getattr(error, "lex_position", None) or getattr(error, "lexer_position", None) or 0
        place = min(column, len(expression)) + 1
        raise UsageError(f"{name} is not valid JMESPath (column {place}): {expression}") from None
    known = jmespath.functions.Functions.FUNCTION_TABLE
    for function in called:
        if function not in known:
            column = expression.find(function) + 1
            raise UsageError(f"{name} has no function {function!r} (column {column}){meant(function, known)}")

    def search(data):
        try:
            return found.search(data)
        except RecursionError:
            raise UsageError(f"{name} is nested too deeply for the result.") from None
        except Exception as error:
            raise UsageError(f"{name} does not fit the result: {str(error).rstrip('.')}.") from None

    return search


def functions(tree):
    """The names of the functions that an expression's tree calls."""
    return (node["value"] for node in nodes(tree) if node["type"] == "function_expression")


def nodes(tree):
    """All parts of an expression's tree."""
    yield tree
    for child in tree["children"]:
        if isinstance(child, dict):  # the parts of a slice are numbers or nothing
            yield from nodes(child)


@cache
def is_settled(selector, compared):
    """Whether it is settled what a selector finds in a value, nothing or something, once it is known which keys and items
    the value has, of which kind its scalars are, and what stands under the key ``compared``.
    """
    if isinstance(selector, tuple):
        return True
    return all(is_structural(node, compared) for node in nodes(tree(selector)))


def is_structural(node, compared):
    """Whether a part of an expression asks for no more than that."""
    if node["type"] == "comparator":
        names = [str(one["value"]) for side in node["children"] for one in nodes(side) if one["type"] == "field"]
        return names[-1:] == [compared]
    return node["type"] != "function_expression"


def walk(path, data):
    """The value at a path of keys and indexes; None as soon as a step leads nowhere."""
    for key in path:
        if isinstance(data, dict):
            data = data.get(key)
        elif isinstance(data, list) and isinstance(key, int) and -len(data) <= key < len(data):
            data = data[key]
        else:
            return None
    return data


def parsed(item, keys):
    """``item`` with those of its keys that hold JSON inside a string turned into values; what is no JSON stays text."""
    if not keys or not isinstance(item, dict):
        return item
    made = item.copy()
    for key in keys:
        if key in item:
            made[key] = parse(item[key])
    return made


def parse(value):
    """The JSON inside a string, or the value itself."""
    if not isinstance(value, str):
        return value
    return parsed_again(value) if len(value) < LONGEST_KEPT else parsed_text(value)


def parsed_text(text):
    """The JSON that a text is, or the text itself."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


LONGEST_KEPT = 4000  # characters of a text that is kept
parsed_again = lru_cache(256)(
    parsed_text
)  # thousands of records have the same few texts; what is parsed is never changed


def matcher(selectors, words):
    """The function that tells whether one of the words stands somewhere in what one of the selectors points at in an item,
    ignoring case.
    """
    pointers, wanted = [pointer(one) for one in selectors], [word.lower() for word in words]

    def find(item):
        found = [text.lower() for point in pointers for text in texts(point(item))]
        return any(word in text for word in wanted for text in found)

    return find


def texts(value):
    """Every text inside a value: keys, strings and numbers, however deep."""
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from texts(one)
    elif value is not None:
        yield str(value)
