"""Every command as plain data, in the form of the surface document."""

from cometapi.manifest.arguments import sections, whole


def entries(model):
    """What the surface document says of each command, by its words."""
    return {one.words: entry(model, one) for one in model.commands}


def entry(model, command):
    """One command."""
    titles = {one.dest: title for title, some in sections(whole(command.data, model.sets), model.sets) for one in some}
    listed = [one for one in command.arguments if not one.hidden]
    return {
        "options": [option(model, one, titles[one.dest]) for one in listed],
        "relations": [],
        "routes": [route(model, one) for one in command.routes if "request" in one],
        "exits": [],
    }


def option(model, one, section):
    """One option or positional."""
    facts = {
        "name": one.dest,
        "flags": one.shown or None,
        "positional": one.positional or None,
        "metavar": one.metavar if one.has_value else None,
        "type": one.type if one.has_value else "switch",
        "choices": model.choices(one) if one.choices != "$help" else None,
        "range": one.range,
        "default": one.default,
        "setting": one.default_from,
        "environment": one.environment,
        "secret": one.secret or None,
        "repeatable": one.repeat or None,
        "required": one.required or (one.positional and not one.optional) or None,
        "section": section,
        "becomes": "/".join(one.to) if one.to else None,
        "deprecated": one.deprecated,
        "help": one.help,
    }
    return {key: value for key, value in facts.items() if value not in (None, [])}


def route(model, one):
    """One request that a command may send."""
    request, response = one["request"], one["response"]
    found = {
        "method": request["method"],
        "service": request["service"],
        "path": request["path"],
        "credential": request.get("credential"),
        "response": response["is"],
        "columns": [
            {"name": column["name"], "type": "", "shown": column["show"], "title": column["title"]}
            for column in response.get("columns", [])
        ],
    }
    return {key: value for key, value in found.items() if value is not None}

