"""Parameters and the body of an endpoint as arguments of a command."""

import json

from cometapi.manifest.place_rules import OWN_HEADERS
from cometapi.openapi.naming import Names, kebab, sentence, snake, words_of
from cometapi.openapi.schemas import properties_of, type_of, whole

TYPES = {"integer": "integer", "number": "number", "string": None}
COLLECTIONS = {"csv": ",", "ssv": " ", "tsv": "\t", "pipes": "|"}  # of Swagger 2
STYLES = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|", "simple": ","}
FORMS = {"application/x-www-form-urlencoded": "form", "multipart/form-data": "multipart"}
SECRET = {"password", "passwd", "secret", "token", "apikey", "key", "authorization", "credential"}
OF_REQUESTS = ("accept", "content-type", "authorization")  # headers that a request has by itself
PASSWORDS = {"password", "passwd", "passphrase", "secret", "apikey", "authorization"}
KEYS, ACCESS = (
    {"key", "token"},
    {"api", "access", "auth", "secret", "private"},
)  # a key that is no secret has other words
MOST_CHOICES = 40
LONGEST = 40  # characters of a default or an example


def keys():
    """The credentials of the program."""
    from cometapi.generated.program import CREDENTIALS

    return CREDENTIALS.values()


class Arguments:
    """The arguments of one endpoint as they are found. ``taken`` are flags that the command has already, ``variable`` gives
    that of a secret option by its name, or None. ``examples`` are words of the document, by where they are sent.
    """

    def __init__(self, document, taken, variable=lambda name: None):
        self.document, self.variable = document, variable
        self.examples = {}
        self.names = Names(flag.lstrip("-") for flag in taken)
        self.positionals, self.options = [], []
        self.placed = {}  # name in the path of the document to the name of the positional
        self.sends = None

    def all(self):
        """Every argument: positionals, then options that are required, then the others."""
        return [*self.positionals, *sorted(self.options, key=lambda one: "required" not in one)]

    def parameter(self, data, place):
        """Add one parameter."""
        name, where = str(data.get("name", "")), data.get("in")
        schema, at = whole(
            self.document, data["schema"] if "schema" in data else media_schema(data, place) or data, place
        )
        if where == "path":
            self.path(name, schema, data, at)
        elif where == "header" and name.lower() in {*OWN_HEADERS, *OF_REQUESTS}:
            self.document.gap(place, f"The header {name} is the program's to send.")
        elif where == "header" and name.lower() in {one["header"].lower() for one in keys() if "header" in one}:
            self.document.gap(
                place, f"The header {name} carries a key, which only its security can say; it is left out."
            )
        elif where in ("query", "header"):
            self.option(
                name, where, {**schema, "description": data.get("description") or schema.get("description")}, at, data
            )
        elif where == "cookie":
            self.document.gap(place, f"The cookie {name} cannot be sent.")
        elif where not in ("body", "formData"):
            self.document.gap(place, "This is no parameter that a command could have.")

    def flag(self, name):
        """A flag that nothing else has."""
        return f"--{self.names.free(name, 'api-')}"

    def path(self, name, schema, data, place):
        """Add a part of the path."""
        if name in self.placed:
            return
        word = self.names.free(kebab(name), "api-").replace("-", "_")
        self.placed[name] = word
        about = data.get("description") or schema.get("description") or f"The {word.replace('_', ' ')}"
        facts = {
            "name": word,
            "to": f"path/{word}",
            **value_facts(schema),
            "help": sentence(about) or "A part of the path.",
        }
        self.positionals.append(facts)
        self.note_example(facts, schema, data)

    def option(self, name, where, schema, place, data, required=False):
        """Add an option for a value in the query, a header or the body."""
        if "/" in name or not name:
            self.document.gap(place, f"The name {name!r} cannot be the key of a place.")
            return
        shape = self.secret(name) if is_secret(name, schema) else self.shape(schema, where, place, data)
        if shape is None:
            self.document.gap(place, "A list of lists cannot be said; it is left out.")
            return
        facts = {"flags": [self.flag(kebab(name))], "to": f"{where}/{name}", **shape}
        if required or data.get("required") is True:
            facts["required"] = True
        facts["help"] = help_of(name, schema)
        self.options.append(facts)
        self.note_example(facts, schema, data)

    def secret(self, name):
        """How a secret is given: never as a word of the command line."""
        variable = self.variable(snake(name))
        return {"secret": True, **({"environment": variable} if variable else {})}

    def note_example(self, facts, schema, data):
        """Keep the example of an argument, if it is a word that the argument takes."""
        word = example_of(schema, data, facts.get("type") == "json")
        if word and "secret" not in facts and word in facts.get("choices", (word,)):
            self.examples[facts["to"]] = word

    def shape(self, schema, where, place, data):
        """How the value of an option is typed; None for a list of lists."""
        kind = type_of(schema)
        if kind == "boolean":
            return {"switch": "pair"}
        if kind == "array":
            items, _ = whole(self.document, schema.get("items", {}), f"{place}/items")
            if type_of(items) in TYPES and "binary" not in str(items.get("format")):
                return {"repeat": True, **value_facts(items), **joined(data, where)}
            return None if type_of(items) == "array" else {"type": "json", "repeat": True}
        if (kind == "string" and schema.get("format") in ("binary", "base64")) or schema.get("type") == "file":
            return {"type": "upload"}
        if kind in TYPES or (kind is None and where != "body"):
            return value_facts(schema)
        if where != "body":
            self.document.gap(place, "An object outside of the body is sent as JSON text.")
        return {"type": "json"}

    def body(self, content, place, is_required):
        """Add the fields of a body: ``content`` maps media types to what they hold."""
        kind = next((one for one in content if "json" in one), None) or next(
            (one for one in content if one in FORMS), None
        )
        if kind is None:
            self.raw(content, place)
            return
        self.sends = FORMS.get(kind, "json")
        schema, at = whole(
            self.document, content[kind].get("schema", {}) if isinstance(content[kind], dict) else {}, f"{place}/{kind}"
        )
        fields = properties_of(schema)
        if not fields or type_of(schema) != "object":
            self.json_body(schema, at, is_required)
            return
        required = schema.get("required") if isinstance(schema.get("required"), list) else []
        for name, one in fields.items():
            inner, inside = whole(self.document, one, f"{at}/properties/{name}")
            if not inner.get("readOnly"):
                self.option(str(name), "body", inner, inside, {}, required=is_required and name in required)

    def json_body(self, schema, place, is_required):
        """Add the whole body as one JSON value."""
        if self.sends != "json":
            self.document.gap(place, "The fields of this form are not known.")
            return
        shape = self.shape(schema, "body", place, {})
        if shape is None or shape == {"type": "upload"}:
            self.document.gap(place, "A body like this cannot be said.")
            return
        if shape == {"type": "json", "repeat": True}:
            shape = {"type": "declarations", "as": "$value.list", "metavar": "FILE|-"}
        facts = {
            "flags": [self.flag("json-body")],
            **shape,
            "to": "body",
            **({"required": True} if is_required else {}),
        }
        self.options.append({**facts, "help": help_of("The body", schema)})
        self.note_example(facts, schema, {})

    def raw(self, content, place):
        """Add a body that is one file."""
        if not content:
            return
        self.sends = "raw"
        kind = next(iter(content))
        self.options.append(
            {
                "flags": [self.flag("upload")],
                "type": "upload",
                "to": "body",
                "required": True,
                "help": f"File to send ({kind}).",
            }
        )


def media_schema(data, place):
    """The schema of a parameter that has a media type instead of a style."""
    content = data.get("content")
    found = next(iter(content.values()), None) if isinstance(content, dict) else None
    return found.get("schema") if isinstance(found, dict) else None


def value_facts(schema):
    """Type, choices and range of one plain value."""
    facts: dict = {}
    words = schema.get("enum")
    if (
        isinstance(words, list)
        and 0 < len(words) <= MOST_CHOICES
        and all(isinstance(one, str) and one for one in words)
    ):
        return {"choices": list(dict.fromkeys(words))}
    kind = TYPES.get(type_of(schema) or "string")
    if kind:
        facts["type"] = kind
        low, high = number(schema.get("minimum")), number(schema.get("maximum"))
        if (low, high) != (None, None) and not (low is not None and high is not None and low > high):
            facts["range"] = [low, high]
    return facts


def number(value):
    """A bound that is a number, else None."""
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def joined(data, where):
    """How several values are sent as one; nothing where the name is repeated."""
    if where != "query":
        return {}
    if "collectionFormat" in data:
        sign = COLLECTIONS.get(data["collectionFormat"])
        return {"join": sign} if sign else {}
    if data.get("type") == "array":
        return {"join": ","}  # what Swagger 2 means where it says nothing
    is_exploded = data.get("explode", data.get("style", "form") == "form")
    return {} if is_exploded else {"join": STYLES.get(data.get("style", "form"), ",")}


def example_of(schema, data, is_json):
    """The example of a parameter or of its schema as a word, of a list its first; None without a plain one."""
    several = data.get("examples")
    first = next(iter(several.values()), None) if isinstance(several, dict) else None
    listed = schema.get("examples")
    found = [data.get("example"), first.get("value") if isinstance(first, dict) else None, schema.get("example")]
    value = next((one for one in [*found, *(listed if isinstance(listed, list) else ())] if one is not None), None)
    value = value[0] if isinstance(value, list) and value else value
    if is_json:
        text = json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else ""
        return text if len(text) <= LONGEST else None
    is_plain = isinstance(value, str | int | float) and not isinstance(value, bool)
    text = str(value) if is_plain else ""
    return text if text.isprintable() and len(text) <= LONGEST and not text.startswith("-") else None


def is_secret(name, schema):
    """Whether the value of an option is to be seen by nobody: a password, or a key that lets somebody in."""
    words = snake(name).split("_")
    is_key = words[-1] in KEYS and words[-2:-1] and words[-2] in ACCESS
    return bool({*words} & PASSWORDS) or bool(is_key) or schema.get("format") == "password"


def help_of(name, schema):
    """The help of an option: what the document says, and the default of the service, unless that may be a secret."""
    told = sentence(schema.get("description") or "") or sentence(" ".join(words_of(name)))
    default = schema.get("default")
    may_be_secret = bool(set(snake(name).split("_")) & SECRET) or is_secret(name, schema)
    if (
        isinstance(default, str | int | float)
        and default != ""
        and str(default).isprintable()
        and not may_be_secret
        and len(str(default)) <= LONGEST
    ):
        shown = str(default).lower() if isinstance(default, bool) else default
        return f"{told.rstrip('.')} (the service's default: {shown})."
    return told if len(told) > 2 else f"Value of {name}."
