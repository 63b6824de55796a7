"""JMESPath expressions as functions, made of their trees: what the manifest's selections need, without the library.

The results are those of the library, whose import takes as long as a request; tests compare them.
"""


def function(node):
    """The function of a JSON value that a part of an expression's tree stands for; raises KeyError for what is not made here."""
    return MAKERS[node["type"]](node)


def made(parts):
    """The functions of several parts."""
    return [function(one) for one in parts]


def is_false(value):
    """Whether a value counts as nothing."""
    return value is None or value is False or value == "" or value == [] or value == {}


def is_equal(one, other):
    """Whether two values are the same; true and false are no numbers."""
    return isinstance(one, bool) == isinstance(other, bool) and one == other


def field(node):
    name = node["value"]
    return lambda value: value.get(name) if isinstance(value, dict) else None


def index(node):
    place = node["value"]
    return lambda value: value[place] if isinstance(value, list) and -len(value) <= place < len(value) else None


def chain(node):
    steps = made(node["children"])

    def follow(value):
        for step in steps:
            value = step(value)
        return value

    return follow


def every(values, function):
    """What a function makes of values, where it makes something of them."""
    return [found for one in values if (found := function(one)) is not None]


def projection(node):
    base, rest = made(node["children"])

    def project(value):
        found = base(value)
        return every(found, rest) if isinstance(found, list) else None

    return project


def value_projection(node):
    base, rest = made(node["children"])

    def project(value):
        found = base(value)
        return every(found.values(), rest) if isinstance(found, dict) else None

    return project


def filter_projection(node):
    base, rest, test = made(node["children"])

    def project(value):
        found = base(value)
        return every((one for one in found if not is_false(test(one))), rest) if isinstance(found, list) else None

    return project


def flatten(node):
    (base,) = made(node["children"])

    def flat(value):
        found = base(value)
        if not isinstance(found, list):
            return None
        return [part for one in found for part in (one if isinstance(one, list) else [one])]

    return flat


def either(node):
    first, second = made(node["children"])
    return lambda value: second(value) if is_false(found := first(value)) else found


def both(node):
    first, second = made(node["children"])
    return lambda value: found if is_false(found := first(value)) else second(value)


def negation(node):
    (one,) = made(node["children"])
    return lambda value: is_false(one(value))


def comparison(node):
    first, second = made(node["children"])
    wanted = {"eq": True, "ne": False}[node["value"]]
    return lambda value: is_equal(first(value), second(value)) is wanted


def several(node):
    parts = made(node["children"])
    return lambda value: None if value is None else [one(value) for one in parts]


def named(node):
    parts = {one["value"]: function(one["children"][0]) for one in node["children"]}
    return lambda value: None if value is None else {name: one(value) for name, one in parts.items()}


def literal(node):
    return lambda value: node["value"]


def whole(node):
    return lambda value: value


MAKERS = {
    "field": field,
    "index": index,
    "subexpression": chain,
    "index_expression": chain,
    "pipe": chain,
    "projection": projection,
    "value_projection": value_projection,
    "filter_projection": filter_projection,
    "flatten": flatten,
    "or_expression": either,
    "and_expression": both,
    "not_expression": negation,
    "comparator": comparison,
    "multi_select_list": several,
    "multi_select_dict": named,
    "literal": literal,
    "current": whole,
    "identity": whole,
}
