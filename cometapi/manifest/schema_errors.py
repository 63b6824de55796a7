"""What the JSON Schemas of ``spec/`` refuse, said in sentences that need no knowledge of JSON Schema."""

from difflib import get_close_matches

import jsonschema
import referencing

NOUNS = {
    "string": "text",
    "array": "a list",
    "object": "keys with values",
    "integer": "a whole number",
    "number": "a number",
    "null": "nothing",
}
# What a pattern of the schemas wants, in words; by the pattern's own text.
PATTERNS = {
    "\\.$": "must end with a full stop",
    "^[a-z].*[^.]$": "must be the end of a sentence, without its full stop",
    "^[a-z][a-z0-9-]*( [a-z][a-z0-9-]*)*$": "must be words of small letters, digits and hyphens",
    "^[a-z][a-z0-9_-]*$": "must be one word of small letters, digits, _ and -",
    "^([a-z][a-z0-9_-]*|\\$(aliases|columns|files|own_commands|profiles|templates|values))$": "must be the name of a completion, $aliases, $columns, $files, $own_commands, $profiles, $templates or $values",
    "^[a-z][a-z0-9_]*$": "must be one word of small letters, digits and _",
    "^[a-z][a-z-]*$": "must be one word of small letters and hyphens",
    "^[A-Z][A-Z0-9_]*$": "must be a name such as API_KEY",
    "^(-[A-Za-z]|--[a-z][a-z0-9-]*)$": "must be a flag such as --colour or -c",
    "^[a-z_]+(\\.[a-z_]+)*:[a-z_]+$": "must name a function of cometapi/commands, such as help:run",
    "^[A-Za-z0-9._-]+$": "must be the name of a file of letters, digits, . _ and -",
    "^[A-Za-z][A-Za-z0-9_-]*$": "must be a word of letters, digits, _ and -",
    "^[a-z][a-z0-9-]*$": "must be one word of small letters, digits and hyphens",
    "^-[A-Za-z]$": "must be a short letter such as -n",
    "^[^A-Z]+$": "must be in small letters",
    "^[0-9]+\\.[0-9]+\\.[0-9]+$": "must be a version such as 1.0.0",
    "^[a-z]+/([*]|[a-z0-9.+-]+)$": "must be a media type such as audio/mpeg or audio/*",
    "^[a-z-]*[{]number[}]$": "must be words of small letters and {number}, such as speech-{number}",
    "^/": "must begin with /",
    "^https://": "must begin with https://",
    "^body/.+$": "must be a place in the body, such as body/model",
    "^query/.+$": "must be a place in the query, such as query/since",
    "^[a-z0-9.-]+$": "must be the name of a file of spec/replies",
    "^[a-z]+/[a-z0-9.+-]+$": "must be a media type such as image/png",
    "^[a-z0-9-]*\\{number\\}[a-z0-9-]*$": "must be a name with {number} in it, such as image-{number}",
    "\\{id\\}": "must have {id} in it, such as video wait {id}",
    "\\?$": "must end with a question mark",
    "\\.sse$": "must end with .sse",
}


def shapes(sources):
    """Findings about the shape of each file: (file's Source, Finding)."""
    registry = referencing.Registry().with_resources(
        (f"{kind}.schema.json", referencing.Resource.from_contents(schema)) for kind, schema in sources.schemas.items()
    )
    validators = {
        kind: jsonschema.Draft202012Validator({**schema, "$id": f"{kind}.schema.json"}, registry=registry)
        for kind, schema in sources.schemas.items()
    }
    is_own = sources.base is not None  # then the press has judged the program and its protocols
    files = [] if is_own else [("program", sources.program)]
    files += [] if is_own else [("protocol", source) for source in sources.protocols.values()]
    files += [("command", source) for source in sources.commands.values()]
    files += [("topic", source) for source in sources.topics.values()]
    files += [("agent", source) for source in sources.agents.values()]
    for kind, source in files:
        if source.data is None:
            yield source, source.finding((), "The file is empty.")
            continue
        for error in validators[kind].iter_errors(source.data):
            for finding in shape_findings(source, exact(error)):
                yield source, finding


def exact(error):
    """The most telling fault below a "one of": that of the branch whose kind of value was given."""
    while error.validator == "oneOf" and error.context:
        fitting = [one for one in error.context if one.instance is not error.instance]
        if not fitting:
            return error
        error = jsonschema.exceptions.best_match(fitting)
    return error


def shape_findings(source, error):
    """A schema fault as findings at the keys that are to blame."""
    path = list(error.absolute_path)
    if error.validator == "additionalProperties" and isinstance(error.instance, dict):
        known = error.schema.get("properties", {})
        for key in error.instance:
            if key not in known:
                yield source.finding([*path, key], unread_key(source, path, key, known))
    elif error.validator == "dependentRequired":
        for key, others in error.validator_value.items():
            for other in others:
                if key in error.instance and other not in error.instance:
                    yield source.finding([*path, key], f"{key} requires {other}.")
    elif error.validator == "required":
        for key in error.validator_value:
            if key not in error.instance:
                yield source.finding(path, f"The key {key} is missing.")
    else:
        yield source.finding(path, sentence(error))


def unread_key(source, path, key, known):
    """The sentence about a key that the language does not have, which may be the rest of a text with a comma."""
    if tuple(path) in source.inline and value_at(source.data, path)[key] is None:
        return "A comma ends a value inside { }; put the text in quotes."
    return unknown_key(key, known)


def value_at(data, path):
    """What stands at a path of keys and indexes."""
    for key in path:
        data = data[key]
    return data


# Words of other languages, and what this one has for them: one of its words, or how it does without.
SYNONYMS = {
    "multiple": "repeat",
    "nargs": "repeat",
    "enum": "choices",
    "values": "choices",
    "env": "environment",
    "short": "flags",
    "long": "flags",
    "desc": "help",
    "conflicts": "excludes",
    "requires": "needs",
    "location": "to",
}
ELSEWHERE = {"required": "a positional is required unless it says optional: true"}


def unknown_key(key, known):
    """The sentence about a key that the language does not have."""
    synonym = SYNONYMS.get(key)
    near = [synonym] if synonym in known else get_close_matches(str(key), known, n=1)
    if near:
        return f"Unknown key; did you mean {near[0]}?"
    if key in ELSEWHERE and "help" in known:
        return f"Unknown key; {ELSEWHERE[key]}."
    return f"Unknown key; allowed here: {', '.join(sorted(known))}."


def sentence(error):
    """What is wrong with a value."""
    value, wanted = error.instance, error.validator_value
    if error.validator == "type":
        return f"{shown(value)} must be {nouns(wanted)}.{hint(value, wanted)}"
    if error.validator == "oneOf":
        kinds = [one.validator_value for one in error.context if one.validator == "type"]
        words = [str(word) for one in error.context if one.validator == "enum" for word in one.validator_value]
        return f"{shown(value)} must be {' or '.join([*map(nouns, kinds), *words])}."
    if error.validator in ("enum", "const"):
        words = wanted if error.validator == "enum" else [wanted]
        return f"{shown(value)} must be {'one of ' * (len(words) > 1)}{', '.join(map(shown_word, words))}."
    if error.validator == "pattern":
        return f"{shown(value)} {PATTERNS.get(wanted) or target(wanted)}."
    return SIZES.get(error.validator, lambda *_: f"{error.message}.")(value, wanted)


SIZES = {
    "maxLength": lambda value, wanted: f"This is {len(value)} characters long; the maximum is {wanted}.",
    "minLength": lambda value, wanted: f"This is {len(value)} characters long; the minimum is {wanted}.",
    "minItems": lambda value, wanted: (
        f"At least {several(wanted, 'entry', 'entries')} required here, not {len(value)}."
    ),
    "maxItems": lambda value, wanted: f"At most {several(wanted, 'entry', 'entries')} allowed here, not {len(value)}.",
    "uniqueItems": lambda *_: "Duplicates are not allowed here.",
    "minProperties": lambda value, wanted: (
        f"At least {several(wanted, 'key', 'keys')} required here, not {len(value)}."
    ),
    "maxProperties": lambda value, wanted: f"At most {several(wanted, 'key', 'keys')} allowed here, not {len(value)}.",
    "minimum": lambda value, wanted: f"{value} must be {wanted} or more.",
    "maximum": lambda value, wanted: f"{value} must be {wanted} or less.",
    "exclusiveMinimum": lambda value, wanted: f"{value} must be more than {wanted}.",
}


def several(number, one, many):
    """A number of things, and the verb behind it."""
    return f"{number} {one} is" if number == 1 else f"{number} {many} are"


def target(pattern):
    """What a pattern wants that lists the places of ``to``; the pattern itself when it is another one."""
    head, tail = "^(body|(", ")/.+)$"
    if pattern.startswith(head) and pattern.endswith(tail):
        places = ", ".join(f"{place}/" for place in pattern[len(head) : -len(tail)].split("|"))
        return f"must start with one of {places}, followed by a key, or be the whole body"
    return f"must match {pattern}"


def nouns(kinds):
    """The names of JSON Schema's types in words."""
    return " or ".join(NOUNS[kind] for kind in ([kinds] if isinstance(kinds, str) else kinds))


def shown(value):
    """A value as a sentence begins with it."""
    if isinstance(value, dict | list):
        return "This"
    if value is None or isinstance(value, bool):
        return {None: "Nothing", True: "true", False: "false"}[value]
    return repr(value)


def shown_word(word):
    """A word of a choice as YAML writes it."""
    return str(word).lower() if isinstance(word, bool) else str(word)


def hint(value, wanted):
    """What to do about a number or truth value where text is wanted."""
    return " Put it in quotes." if wanted == "string" and isinstance(value, int | float) else ""
