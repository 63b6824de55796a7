"""Two JSON values that tell of the same thing as one: what a later one leaves out is not lost."""

EMPTY: tuple = (None, "", [], {})


def united(old, found):
    """Two values as one that loses nothing of the first.

    Items of lists with the same ID are one, else those of the same type in their order. Of two texts the longer counts
    where one begins with the other, of anything else the later.
    """
    if isinstance(old, list) and isinstance(found, list):
        return united_lists(old, found)
    if isinstance(old, dict) and isinstance(found, dict):
        return {**old, **{key: united(old.get(key), part) for key, part in found.items()}}
    is_beginning = isinstance(old, str) and isinstance(found, str) and old.startswith(found)
    return old if is_beginning or (found in EMPTY and old is not None) else found


def united_lists(old, found):
    """The items of a list with those of another one; what has nothing to be one with follows."""
    shares_ids = bool({*map(id_of, old)} & {*map(id_of, found)} - {None})  # else a service may make them anew
    result, free = list(old), list(range(len(old)))
    for item in found:
        place = next((one for one in free if is_one(old[one], item, shares_ids)), None)
        if place is None:
            result.append(item)
        else:
            free.remove(place)
            result[place] = united(of_kind(old[place], item), item)
    return result


def of_kind(old, item):
    """An item that came without its type, and may be parts of several: what of it belongs to one whose type is known."""
    if isinstance(old, dict) and isinstance(item, dict) and item.get("type") and not old.get("type"):
        return {key: part for key, part in old.items() if key in item}
    return old


def is_one(old, item, shares_ids):
    """Whether two items are one thing: by their IDs where those of their lists can be compared, else as they look alike."""
    if shares_ids and id_of(old) and id_of(item):
        return id_of(old) == id_of(item)
    return is_alike(old, item)


def id_of(item):
    """The ID of an item, None without one."""
    found = item.get("id") if isinstance(item, dict) else None
    return found if isinstance(found, str) else None


def is_alike(one, other):
    """Whether two items may be one thing: objects of the same type, or with a key in common where a type is not said."""
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return one == other
    if one.get("type") and other.get("type"):
        return one["type"] == other["type"]
    return bool(one.keys() & other.keys()) or not one
