"""Values laid out by place: what of the arguments goes into the path, the query, the headers and the body of a request."""

from cometapi.context import misread
from cometapi.errors import UsageError
from cometapi.manifest.arguments import flag_of
from cometapi.manifest.moments import moment_as
from cometapi.manifest.select import select
from cometapi.manifest.templates import as_text, fill, put

PLACES = ("path", "query", "header", "body")
SENDING = ("to", "several_to", "as", "item", "media", "attach_to")  # keys of an argument about how it is sent
MODEL = [(place, "model") for place in ("body", "path", "query")]  # where requests name their model
KEY = "{key}"  # in a place: the key of a pair


def collect(arguments, values, assumed=(), constants=None):
    """Values laid out by place: a dict of path, query, header (dicts) and body (a dict, a list or one value).

    ``constants`` are what every body has. They are laid down first, then what was ``assumed`` (defaults and settings),
    then whole bodies, then what was given, so that what is nearest to the call wins.
    """
    parts: dict = {place: {} for place in PLACES}
    given = {name for name in arguments if values.get(name) is not None}
    given |= {arguments[name].get("attach_to") for name in given}
    present = [name for name, facts in arguments.items() if "to" in facts and name in given]
    is_list = any(arguments[name]["to"][:2] == ("body", "-") for name in present)
    parts["body"] = [] if is_list else copied(constants or {})
    for name in sorted(present, key=lambda name: rank(arguments[name], name in assumed)):
        place = arguments[name]["to"][0]
        if place in parts:
            for keys, value in placed(name, arguments, values):
                if misread([value, keys]):
                    check_text(arguments, values, [*joining(name, arguments, values), name])
                parts[place] = laid(parts[place], keys, copied(value), arguments[name])
    take_from_body(arguments, parts, assumed)
    return parts


def model_of(parts, command=None):
    """The model that a request names in its ``parts`` by place, None without one; where the data of its ``command`` say in
    which field it stands, only that one counts.
    """
    named = (command or {}).get("creates", {}).get("model")
    found = (select(tuple(keys), parts[place]) for place, *keys in ([named] if named else MODEL))
    return next((one for one in found if isinstance(one, str) and one), None)


def elsewhere(arguments, places):
    """Arguments, with the places and shapes that a route has for some of them."""
    kept = {name: {key: facts[key] for key in facts if key not in SENDING} for name, facts in arguments.items()}
    return {name: {**kept[name], **places[name]} if name in places else facts for name, facts in arguments.items()}


def check_text(arguments, values, names):
    """Raise UsageError for the first of some arguments whose value cannot be sent as it is."""
    for name in names:
        fault = misread(values.get(name))
        if fault:
            raise UsageError(f"{flag_of(arguments[name])} {fault}.")


def take_from_body(arguments, parts, assumed):
    """Move what a whole body says of an argument's value (``taken_from``) to the argument's own place, unless it was given."""
    for name, facts in arguments.items():
        if "taken_from" not in facts:
            continue
        *keys, last = facts["taken_from"][1:]
        holder = inside(parts["body"], keys)
        if isinstance(holder, dict) and last in holder:
            told, (place, *own) = holder.pop(last), facts["to"]
            if name in assumed or last_of(parts[place], own) is None:
                put(parts[place], own, told)


def last_of(tree, keys):
    """What stands at a place of a tree, None where nothing does."""
    return inside(tree, keys[:-1]).get(keys[-1])


def copied(value):
    """A value whose dicts and lists are new, so that none is changed by what is laid into it."""
    if isinstance(value, dict):
        return {key: copied(part) for key, part in value.items()}
    return [copied(part) for part in value] if isinstance(value, list) else value


def laid(tree, keys, value, facts):
    """The tree with a value put into it; raises UsageError when what a whole body has there leaves no room for it."""
    if not keys and not isinstance(value, dict):
        return value  # the body as a whole, such as a file
    try:
        put(tree, keys, value)
    except TypeError:
        field = next(key for number, key in enumerate(keys) if not isinstance(inside(tree, keys[: number + 1]), dict))
        raise UsageError(f"{flag_of(facts)} cannot be added: the body's {field} is not a list or object.") from None
    return tree


def inside(tree, keys):
    """What stands at a place of a tree, {} where nothing does."""
    for key in keys:
        tree = tree.get(key, {}) if isinstance(tree, dict) else tree
    return tree


def joining(name, arguments, values):
    """Names of the given arguments that become parts of this one."""
    return [other for other, its in arguments.items() if its.get("attach_to") == name and values.get(other) is not None]


def rank(facts, is_assumed):
    """Which values come first: what nobody asked for, then whole bodies, then the rest in the order of the manifest."""
    return 0 if is_assumed else 1 if facts["to"] == ("body",) else 2


def placed(name, arguments, values):
    """``(keys, value)`` of everything that one argument puts into its place: a list."""
    facts = arguments[name]
    is_several = "several_to" in facts and isinstance(values[name], list) and len(values[name]) > 1
    keys = list(facts["several_to" if is_several else "to"][1:])
    if KEY not in keys:
        return [(keys, value) for value in shaped(name, arguments, values)]
    at = keys.index(KEY)
    pairs = values[name] if isinstance(values[name], list) else [values[name]]
    shape = facts.get("as", "$value.value")
    return [(keys[:at], nested([pair["key"], *keys[at + 1 :]], fill(shape, pair))) for pair in pairs]


def nested(keys, value):
    """A value inside as many dicts as there are keys."""
    for key in reversed(keys):
        value = {key: value}
    return value


def shaped(name, arguments, values):
    """The values of one argument as they are put, one after the other: words mapped, shapes filled, parts joined."""
    facts, value = arguments[name], values.get(name)
    others = {
        other: told for other, told in values.items() if told is not None and "to" not in arguments.get(other, {})
    }
    others = {
        other: one_shaped(arguments[other], told) if other in arguments else told for other, told in others.items()
    }
    if "item" in facts:
        return [with_attached(name, arguments, values, others)]
    found = each_shaped(facts, value, others)
    if "join" in facts:
        return [facts["join"].join(map(as_text, found))]
    is_whole = facts["to"] == ("body",) and all(isinstance(one, dict) for one in found)
    return found if facts["to"][-1] == "-" or is_whole or not isinstance(value, list) else [found]


def with_attached(name, arguments, values, others):
    """The value of an argument that others are joined with: context before it, and behind it what has a shape of its own.

    Texts that follow each other are one; where there is nothing else the text stands alone, as without any others.
    """
    facts, value, joined = arguments[name], values.get(name), joining(name, arguments, values)
    context = [one for other in joined if "as" not in arguments[other] for one in flattened(values[other])]
    pieces = united([*context, *([] if value is None else [{"text": value}])])
    parts = [
        fill(facts["item"], one["text"]) if "text" in one else fill(facts["media"]["as"], one, others) for one in pieces
    ]
    for other in joined:
        parts += each_shaped(arguments[other], values[other], others) if "as" in arguments[other] else []
    is_plain = len(parts) == 1 and "text" in (pieces or [{}])[0]
    return fill(facts["as"], pieces[0]["text"] if is_plain else parts, {**others, "parts": parts})


def flattened(values):
    """What several words of an argument mean, each one piece or a list of them: one list."""
    return [piece for one in values for piece in (one if isinstance(one, list) else [one])]


def united(pieces):
    """Pieces in which texts that follow each other are one, with a blank line between them."""
    found: list = []
    for one in pieces:
        if found and "text" in found[-1] and "text" in one:
            found[-1] = {"text": f"{found[-1]['text']}\n\n{one['text']}"}
        else:
            found.append(one)
    return found


def each_shaped(facts, value, others):
    """The values of an argument that may have several, each as it is sent."""
    return [one_shaped(facts, one, others) for one in (value if isinstance(value, list) else [value])]


def one_shaped(facts, value, others=None):
    """One value as it is sent: a choice mapped, a keyword as the manifest says, anything else in its template."""
    is_word = isinstance(value, str)
    choices = facts.get("choices")
    mapped = choices.get(value, value) if is_word and isinstance(choices, dict) else value
    if is_word and value in facts.get("keywords", ()):
        return facts["keywords"][value]
    if "sent_as" in facts:
        mapped = moment_as(facts["sent_as"], value)
    return fill(facts["as"], mapped, others) if "as" in facts else mapped
