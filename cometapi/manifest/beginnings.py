"""Where in a JSON value a JMESPath expression begins: if nothing stands there, its result is known without asking."""

OF_LISTS = {"projection", "filter_projection", "flatten", "index_expression"}  # give nothing of what is no list
OF_RESULTS = {"subexpression", "pipe", "value_projection"}  # what follows looks at the result of what stands first
OF_ALL = {
    "multi_select_list",
    "multi_select_dict",
    "key_val_pair",
    "or_expression",
    "and_expression",
    "not_expression",
    "comparator",
    "function_expression",
    "literal",
}


def beginnings(node):
    """``{keys: whether only a list counts there}`` of the tree of an expression; None if it looks at the whole value."""
    keys, children = keys_of(node), node["children"]
    if keys:
        return {keys: False}
    if node["type"] in OF_LISTS:
        keys = keys_of(children[0])
        return {keys: True} if keys else beginnings(children[0])
    if node["type"] in OF_RESULTS:
        return beginnings(children[0])
    return together(map(beginnings, children)) if node["type"] in OF_ALL else None


def keys_of(node):
    """The keys of a plain path as a tuple, an empty one for any other expression."""
    if node["type"] == "field":
        return (node["value"],)
    if node["type"] != "subexpression":
        return ()
    parts = [keys_of(one) for one in node["children"]]
    return tuple(key for part in parts for key in part) if all(parts) else ()


def together(several):
    """Beginnings as one; None if one of them is."""
    found: dict[tuple, bool] = {}
    for one in several:
        if one is None:
            return None
        for keys, is_list in one.items():
            found[keys] = found.get(keys, True) and is_list
    return found
