"""Commands as tools for models, in the forms that APIs and protocols take, made of entries of the surface.

Every form has the same JSON Schema, in the words that all of them take: what it cannot say stands in the description.
"""

import re

from cometapi.manifest.tool_names import tool_names

LONGEST = 1024  # characters of a description that every API takes
PIPE = " as an argument or through a pipe"  # which a tool has not
KEPT = ("profile", "sandbox")  # of the options that a topic lists, those that say what a call is about
SAID = ("required", "stdin", "once")  # kinds of relations that the schema says
TYPED = re.compile(r"(?<![\w-])(?:--?[A-Za-z](?:[\w-]*\w)?|[A-Z][A-Z_]*)(?![\w-])")  # a flag or a metavar in a sentence
FORM = re.compile(r"[^A-Z_]")  # in a metavar that says how a value is written: KEY=VALUE, FILE|URL
WORDS = ("type", "enum", "items", "minimum", "maximum")  # of JSON Schema, beside description


def tools(commands, form):
    """The tools of some entries in one of the FORMS, each with a name of its own."""
    names = tool_names([one["command"] for one in commands])
    return [FORMS[form](names[one["command"]], one, *parts(one)) for one in commands]


def parts(command):
    """The description of a tool and its JSON Schema."""
    options = [one for one in command["options"] if is_offered(one)]
    names = tool_names([one["name"] for one in options])
    spoken = speaker(options, names)
    rules = rules_of(command, names, spoken)
    about = [command["summary"], *warnings(command, options, names)]
    told = description(about, sentences(spoken(command.get("description", ""))), rules)
    return told, schema(command, options, names, spoken)


def is_offered(option):
    """Whether an argument is one for a tool: no secret, and none of those that many commands share for the terminal."""
    is_shared = "topic" in option and option.get("does") not in KEPT
    return not (is_shared or "secret" in option)


def speaker(options, names):
    """A function that makes of flags and metavars in a sentence the names that a tool has for them."""
    known = {flag: names[one["name"]] for one in options for flag in one.get("flags", ())}
    known |= {one["metavar"]: names[one["name"]] for one in options if "positional" in one}
    return lambda text: TYPED.sub(lambda found: known.get(found[0], found[0]), text)


def schema(command, options, names, spoken):
    """The JSON Schema of a tool's arguments."""
    properties = command["arguments"]["properties"]
    piped = [one["arguments"][0] for one in command["relations"] if one["kind"] == "stdin"]
    needed = {*command["arguments"]["required"], *piped}
    return {
        "type": "object",
        "properties": {names[one["name"]]: value(properties[one["name"]], one, spoken) for one in options},
        "required": [names[one["name"]] for one in options if one["name"] in needed],
    }


def value(schema, option, spoken):
    """The JSON Schema of one argument in the words that all forms take."""
    facts = {key: schema[key] for key in WORDS if key in schema}
    if "enum" in facts:
        facts = {"type": "string", **facts}
    if "items" in facts:
        facts["items"] = value_of_item(facts["items"])
    if facts.get("type", "object") == "object":  # one of several kinds, or an object of any form
        facts = {"type": "string"}
    return {**facts, "description": fitted([schema["description"], *notes(schema, option)], spoken)}


def value_of_item(schema):
    """The JSON Schema of one of several values."""
    facts = {key: schema[key] for key in WORDS if key in schema}
    return (
        {"type": "string", **facts}
        if facts.get("type", "object") != "object" or "enum" in facts
        else {"type": "string"}
    )


def notes(schema, option):
    """What the schema does not say of an argument, in sentences."""
    if "bare" in option:
        yield 'Or "true", for the option without a value.'
    if FORM.search(option.get("metavar", "")) and option["type"] != "words":
        yield f"Form: {option['metavar']}."
    if "keywords" in option:
        yield f"Also: {', '.join(option['keywords'])}."
    if schema.get("type") == "object":
        yield "A JSON object as text."
    if "longest" in option:
        yield f"At most {option['longest']} characters."
    if "default" in schema:
        yield f"Default: {schema['default']}."
    if "deprecated" in option:
        yield deprecated(option["deprecated"])


def deprecated(facts):
    """That something is on its way out, and what to use instead, in a sentence."""
    return f"Deprecated; use {facts['use']}." if "use" in facts else "Deprecated."


def warnings(command, options, names):
    """What a call costs and changes, in sentences."""
    if "deprecated" in command:
        yield deprecated(command["deprecated"])
    if command["cost"] == "paid":
        yield "Costs money."
    if command["effect"] == "write":
        yield "Not read-only."
    if command["effect"] == "destroy":
        consent = [names[one["name"]] for one in options if one.get("does") == "yes"]
        yield f"Destructive: confirm with {consent[0]}." if consent else "Destructive."


def rules_of(command, names, spoken):
    """What the arguments have to do with each other, in sentences."""
    told = [one for one in command["relations"] if one["kind"] not in SAID and set(one["arguments"]) <= names.keys()]
    return [spoken(one["sentence"]).replace(PIPE, "") for one in told]


def description(about, paragraph, rules):
    """The description of a tool: of one that is too long the paragraph about the command is shortened first."""
    room = LONGEST - len(" ".join([*about, *rules]))
    return fitted([*about, *within(paragraph, room), *rules])


def sentences(text):
    """The sentences of a paragraph."""
    return re.split(r"(?<=[.?!]) (?=[A-Z])", text) if text else []


def within(texts, room):
    """As many of some texts as there is room for, with a space between two."""
    found = []
    for one in texts:
        room -= len(one) + 1
        if room < 0:
            break
        found.append(one)
    return found


def fitted(texts, spoken=str):
    """Texts as one that is not too long: those that do not fit are left out, and a first one that does not is cut."""
    texts = [spoken(one) for one in texts]
    return " ".join(within(texts, LONGEST + 1)) or texts[0][:LONGEST]


def openai(name, command, description, schema):
    """A tool of OpenAI's Chat Completions."""
    return {"type": "function", "function": {"name": name, "description": description, "parameters": schema}}


def anthropic(name, command, description, schema):
    """A tool of Anthropic's Messages."""
    return {"name": name, "description": description, "input_schema": schema}


def gemini(name, command, description, schema):
    """A function declaration of Gemini, which takes no object without properties."""
    facts = {"name": name, "description": description}
    return {**facts, "parameters": schema} if schema["properties"] else facts


def mcp(name, command, description, schema):
    """A tool of an MCP server, with hints about what it does to the service."""
    hints = {
        "readOnlyHint": command["effect"] == "read" and command["cost"] == "free",
        "destructiveHint": command["effect"] == "destroy",
        "openWorldHint": bool(command["routes"]),
    }
    facts = {"name": name, "title": command["command"], "description": description}
    return {**facts, "inputSchema": schema, "annotations": hints}


FORMS = {"openai": openai, "anthropic": anthropic, "gemini": gemini, "mcp": mcp}
