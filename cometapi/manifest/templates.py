"""Places inside a JSON value, and shapes around one: where the manifest's ``to`` and ``as`` put things."""

import json
import re

LEFT_OUT = object()  # what a shape becomes whose value is not there


def put(tree, path, value):
    """Put ``value`` into ``tree`` (dicts and lists, changed in place) at ``path``, a sequence of keys.

    ``-`` appends to a list, a number is an item of one; missing containers are made on the way. Two dicts that meet are
    merged, and an empty path merges into the tree itself. Raises TypeError when the path runs through something that
    is no container.
    """
    if not path:
        merge(tree, value)
        return
    *parents, last = path
    for key, following in zip(parents, path[1:], strict=True):
        tree = step(tree, key, [] if is_place_of_list(following) else {})
    if not isinstance(tree, dict | list):
        raise TypeError(f"{'/'.join(path)} runs through a value that is no object or list")
    if isinstance(tree, list):
        tree.append(value)
    elif isinstance(tree.get(last), dict) and isinstance(value, dict):
        merge(tree[last], value)
    else:
        tree[last] = value


def is_place_of_list(key):
    """Whether a key stands for a place in a list."""
    return key == "-" or key.isdigit()


def step(tree, key, missing):
    """The container at ``key`` of ``tree``, made from ``missing`` where there is none."""
    if not isinstance(tree, list):
        return tree.setdefault(key, missing) if isinstance(tree, dict) else tree
    if key == "-" or int(key) >= len(tree):
        tree.append(missing)
        return missing
    return tree[int(key)]


def merge(base, changes):
    """Lay ``changes`` over ``base``, deeply: dicts join, everything else is replaced."""
    for key, value in changes.items():
        if isinstance(value, dict) and isinstance(base.get(key), dict):
            merge(base[key], value)
        else:
            base[key] = value


def fill(shape, value, others=None):
    """``shape`` with its names filled in.

    ``$value`` is the value, ``$value.part`` a part of it, ``$name`` the value of another argument. A dict or list item
    that names a part which the value lacks is left out whole; a key that names an argument which was not given is left
    out alone. ``{"$first": [...]}`` is the first of its shapes that is not left out, and ``{"$case": "$value.part", ...}``
    the entry that the part names, or ``otherwise``. A text with ``{value}`` or, for a pair, ``{key}`` in it is that text
    around the value.
    """
    filled = filled_in(shape, value, others or {})
    return None if filled is LEFT_OUT else filled


def filled_in(shape, value, others):
    """What ``fill`` makes of a shape, or LEFT_OUT."""
    if isinstance(shape, str) and shape.startswith("$"):
        return named(shape[1:], value, others)
    if isinstance(shape, str):
        return around(shape, value)
    if isinstance(shape, list):
        parts = [filled_in(part, value, others) for part in shape]
        return [part for part in parts if part is not LEFT_OUT]
    if not isinstance(shape, dict):
        return shape
    if "$first" in shape:
        return next(iter(filled_in(shape["$first"], value, others)), LEFT_OUT)
    if "$case" in shape:
        case = filled_in(shape["$case"], value, others)
        return filled_in(shape[case if case in shape else "otherwise"], value, others)
    result = {}
    for key, part in shape.items():
        filled = filled_in(part, value, others)
        if filled is not LEFT_OUT:
            result[key] = filled
        elif not is_other(part):
            return LEFT_OUT
    return result


def around(text, value):
    """A text with ``{value}`` and ``{key}`` filled in; a pair has both, everything else a value alone."""
    parts = value if isinstance(value, dict) and value.keys() == {"key", "value"} else {"value": value}
    return re.sub(r"\{(key|value)\}", lambda found: as_text(parts[found[1]]) if found[1] in parts else found[0], text)


def as_text(value):
    """A value as the text of a field: text as it is, everything else as JSON: ``true``, ``3``, ``{"a":1}``."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def path_of_value(shape):
    """The keys that lead to ``$value`` inside a shape, empty where it stands alone or nowhere."""
    if not isinstance(shape, dict):
        return ()
    for key, part in shape.items():
        path = path_of_value(part)
        if path or part == "$value":
            return (key, *path)
    return ()


def is_other(part):
    """Whether a part names another argument, which may be missing."""
    return isinstance(part, str) and part.startswith("$") and part.partition(".")[0] != "$value"


def named(name, value, others):
    """What a name of a shape stands for, LEFT_OUT when it is not there."""
    root, _, key = name.partition(".")
    found = value if root == "value" else others.get(root)
    if key:
        found = found.get(key) if isinstance(found, dict) else None
    return LEFT_OUT if found is None else found
