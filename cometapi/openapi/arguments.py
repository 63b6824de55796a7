"""Parameters and the body of an endpoint as arguments of a command."""

import re

from cometapi.openapi.naming import Names, kebab, sentence, snake
from cometapi.openapi.schemas import properties_of, type_of, whole

TYPES = {"integer": "integer", "number": "number", "string": None}
COLLECTIONS = {"csv": ",", "ssv": " ", "tsv": "\t", "pipes": "|"}  # of Swagger 2
STYLES = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|", "simple": ","}
FORMS = {"application/x-www-form-urlencoded": "form", "multipart/form-data": "multipart"}
SECRET = {"password", "passwd", "secret", "token", "apikey", "key", "authorization", "credential"}
MOST_CHOICES = 40


class Arguments:
    """The arguments of one endpoint as they are found. ``taken`` are flags that the command has already."""

    def __init__(self, document, taken):
        self.document = document
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
        elif (
            where in ("query", "header")
            and name.lower() in ("authorization", "accept", "content-type")
            and where == "header"
        ):
            self.document.gap(place, f"The header {name} is the program's to send.")
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

    def option(self, name, where, schema, place, data, required=False):
        """Add an option for a value in the query, a header or the body."""
        if "/" in name or not name:
            self.document.gap(place, f"The name {name!r} cannot be the key of a place.")
            return
        facts = {"flags": [self.flag(kebab(name))], "to": f"{where}/{name}"}
        facts |= self.shape(schema, where, place, data)
        if required or data.get("required") is True:
            facts["required"] = True
        facts["help"] = help_of(name, schema)
        self.options.append(facts)

    def shape(self, schema, where, place, data):
        """How the value of an option is typed."""
        kind = type_of(schema)
        if kind == "boolean":
            return {"switch": "pair"}
        if kind == "array":
            items, _ = whole(self.document, schema.get("items", {}), f"{place}/items")
            if type_of(items) in TYPES and "binary" not in str(items.get("format")):
                return {"repeat": True, **value_facts(items), **joined(data, where)}
            return {"type": "json"}
        if (kind == "string" and schema.get("format") in ("binary", "base64")) or schema.get("type") == "file":
            return {"type": "upload"}
        if kind in TYPES:
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
        facts = {
            "flags": [self.flag("json-body")],
            "type": "json",
            "to": "body",
            **({"required": True} if is_required else {}),
        }
        self.options.append({**facts, "help": help_of("The body", schema)})

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


def help_of(name, schema):
    """The help of an option: what the document says, and the default of the service, unless that may be a secret."""
    told = sentence(schema.get("description") or "") or f"{sentence(re.sub(r'[^A-Za-z0-9]+', ' ', name))}"
    default = schema.get("default")
    is_secret = bool(set(snake(name).split("_")) & SECRET) or schema.get("format") == "password"
    if (
        isinstance(default, str | int | float)
        and default != ""
        and str(default).isprintable()
        and not is_secret
        and len(str(default)) <= 40
    ):
        shown = str(default).lower() if isinstance(default, bool) else default
        return f"{told.rstrip('.')} (the service's default: {shown})."
    return told if len(told) > 2 else f"Value of {name}."
