"""Parameters and the body of an endpoint as arguments of a command."""

from cometapi.manifest.place_rules import OWN_HEADERS
from cometapi.openapi.naming import Names, kebab, sentence, snake
from cometapi.openapi.schemas import properties_of, type_of, whole
from cometapi.openapi.values import TYPES, example_of, help_of, is_secret, joined, value_facts

FORMS = {"application/x-www-form-urlencoded": "form", "multipart/form-data": "multipart"}
OF_REQUESTS = ("accept", "content-type", "authorization")  # headers that a request has by itself


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
