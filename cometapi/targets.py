"""Places inside a JSON value: where the manifest's ``to`` puts things."""


def put(tree, path, value):
    """Put ``value`` into ``tree`` (dicts and lists, changed in place) at ``path``, a sequence of keys; ``-`` appends.

    Missing containers are made on the way: a list where the next key is ``-``, else a dict. Two dicts that meet are merged.
    Raises TypeError when the path runs through something that is no container.
    """
    *parents, last = path
    for key, following in zip(parents, path[1:], strict=True):
        tree = step(tree, key, [] if following == "-" else {})
    if not isinstance(tree, dict | list):
        raise TypeError(f"{'/'.join(path)} runs through a value that is no object or list")
    if isinstance(tree, list):
        tree.append(value)
    elif isinstance(tree.get(last), dict) and isinstance(value, dict):
        merge(tree[last], value)
    else:
        tree[last] = value


def step(tree, key, missing):
    """The container at ``key`` of ``tree``, made from ``missing`` where there is none."""
    if isinstance(tree, list):
        tree.append(missing)
        return missing
    return tree.setdefault(key, missing)


def merge(base, changes):
    """Lay ``changes`` over ``base``, deeply: dicts join, everything else is replaced."""
    for key, value in changes.items():
        if isinstance(value, dict) and isinstance(base.get(key), dict):
            merge(base[key], value)
        else:
            base[key] = value


def fill(shape, value):
    """``shape`` with every ``$value`` in it replaced by ``value``."""
    if shape == "$value":
        return value
    if isinstance(shape, dict):
        return {key: fill(part, value) for key, part in shape.items()}
    if isinstance(shape, list):
        return [fill(part, value) for part in shape]
    return shape
