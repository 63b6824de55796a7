"""The file of a command for one endpoint of an OpenAPI document, and its sample reply."""

import json
import re

from cometapi.openapi import access
from cometapi.openapi.arguments import Arguments
from cometapi.openapi.document import Unusable, operation
from cometapi.openapi.naming import command_of, in_words, sentence, service_of
from cometapi.openapi.reply import reply_of

EFFECTS = {"GET": "read", "DELETE": "destroy"}
FITTING = {"json": "{}", "upload": "file.bin", "declarations": "body.json"}  # values of types for an example


class Made:
    """What an endpoint came to: ``text`` of the file and its ``stem``, ``samples`` as bytes by name, and the ``gaps``."""

    def __init__(self, data, samples, gaps):
        self.stem = data["command"].replace(" ", "-")
        self.text = written(data)
        self.samples, self.gaps = samples, gaps


def made(document, path, method, *, name=None, service=None, url=None, taken=(), program="cometapi"):
    """The Made of an endpoint; raises Unusable. ``taken`` are the flags of the program's options, ``name`` the command's words."""
    method = method.upper()
    found, item, place = operation(document, path, method)
    base = access.server_of(document, found, item, url)
    info = document.data.get("info")
    title = info.get("title", "") if isinstance(info, dict) else ""
    service = service or service_of(title, base.split("/")[2])
    settings, credential = access.credential_of(document, found, service)
    variables = {one["environment"] for one in settings.values()}
    arguments = Arguments(document, taken, lambda name: access.variable(service, name, variables))
    collect(arguments, document, found, item, place, path)
    words = name or command_of(service, found, path, method)
    response, samples, value = reply_of(document, found, place, path)
    stem = words.replace(" ", "-")
    samples, files = with_files(samples, value, stem)
    data = {
        "command": words,
        "summary": summary_of(found, method, path),
        "description": f"{method} {path} of {sentence(title).rstrip('.') or service}.",
        "effect": EFFECTS.get(method, "write"),
        "settings": {f"{service}_url": url_setting(service, base), **settings},
        "services": {service: {"setting": f"{service}_url"}},
        **({"credentials": {key_name(service, credential): credential}} if credential else {}),
        "arguments": arguments.all(),
        "request": request_of(method, service, path, arguments, credential),
        "response": response,
        "samples": samples,
    }
    if data["effect"] == "destroy":
        data["asks"] = f"Send DELETE {data['request']['path']}?"
    data["examples"] = [{"run": example(program, words, arguments), "help": data["summary"]}]
    if not data["arguments"]:
        del data["arguments"]
    for callbacks in ("callbacks", "links"):
        if callbacks in found:
            document.gap(f"{place}/{callbacks}", "They are left out.")
    return Made(data, files, document.gaps)


def collect(arguments, document, found, item, place, path):
    """Add what an endpoint takes to its Arguments: parameters of its path first, each replaced by one of the operation's."""
    parameters = {}
    for data, at in ((item, place.rpartition("/")[0]), (found, place)):
        given = data.get("parameters")
        for number, one in enumerate(given if isinstance(given, list) else ()):
            parameter, where = document.resolved(one, f"{at}/parameters/{number}")
            if parameter:
                parameters[parameter.get("name"), parameter.get("in")] = (parameter, where)
    for part in re.findall(r"\{([^}]*)\}", path):
        parameter, where = parameters.pop((part, "path"), ({"name": part, "in": "path"}, place))
        arguments.parameter({**parameter, "name": part, "in": "path"}, where)
    form: dict = {}
    for (name, kind), (parameter, where) in parameters.items():
        if kind == "path":
            document.gap(where, f"The path has no {{{name}}}.")
        elif kind == "body":
            arguments.body(
                {"application/json": {"schema": parameter.get("schema", {})}}, where, parameter.get("required") is True
            )
        elif kind == "formData":
            form[name] = parameter
        else:
            arguments.parameter(parameter, where)
    if form:
        arguments.body(form_content(document, found, form), f"{place}/parameters", is_required=True)
    body, where = document.resolved(found.get("requestBody", {}), f"{place}/requestBody")
    if isinstance(body.get("content"), dict):
        arguments.body(body["content"], f"{where}/content", body.get("required") is True)


def form_content(document, found, fields):
    """The fields of a form of Swagger 2 as a body of OpenAPI 3."""
    kinds = found.get("consumes") or document.data.get("consumes") or []
    has_file = any(one.get("type") == "file" for one in fields.values())
    kind = "multipart/form-data" if has_file or "multipart/form-data" in kinds else "application/x-www-form-urlencoded"
    required = [name for name, one in fields.items() if one.get("required") is True]
    return {kind: {"schema": {"type": "object", "properties": fields, "required": required}}}


def request_of(method, service, path, arguments, credential):
    """The request of a command."""
    for name, word in arguments.placed.items():
        path = path.replace(f"{{{name}}}", f"{{{word}}}")
    if not path.startswith("/"):
        raise Unusable(f"the path {path} does not begin with /")
    facts = {
        "method": method,
        "service": service,
        "path": path,
        **({"credential": key_name(service, credential)} if credential else {}),
    }
    usual = "json" if method in ("POST", "PUT", "PATCH") else None
    sends = arguments.sends or ("nothing" if usual else None)
    return {**facts, **({"sends": sends} if sends and sends != usual else {})}


def key_name(service, credential):
    """The name of a credential: that of its setting; endpoints of a service may have several."""
    return credential.get("setting") or f"{service}_login"


def url_setting(service, base):
    """The setting with the URL of a service."""
    return {
        "type": "url",
        "environment": f"{service}_url".upper(),
        "default": base,
        "help": f"URL of {in_words(service)}.",
    }


def summary_of(found, method, path):
    """The summary of a command: that of the operation, else its description, else its endpoint."""
    told = (sentence(found.get(key) or "", 72) for key in ("summary", "description"))
    return next((one for one in told if len(one) > 3), sentence(f"Send {method} {path}", 72))


def with_files(samples, value, stem):
    """``(samples, files)``: the samples with the name of their file, and its bytes by that name."""
    if value is None:
        return samples, {}
    is_text = isinstance(value, str) and samples[0].get("media_type")
    name = re.sub(r"[^a-z0-9.-]", "-", stem) + (".txt" if is_text else ".json")
    content = value if is_text else json.dumps(value, indent=2, ensure_ascii=False, default=str) + "\n"
    return [{**one, "file": name} for one in samples], {name: content.encode("utf-8", "replace")}


def example(program, words, arguments):
    """A call with what has to be given."""
    parts = [program, words, *(quoted(word_for(one, arguments.examples)) for one in arguments.positionals)]
    for one in arguments.options:
        if "required" in one:
            value = "" if "switch" in one else f" {quoted(word_for(one, arguments.examples))}"
            parts.append(f"{one['flags'][0]}{value}")
    return " ".join(parts)


def word_for(facts, examples):
    """A value that an argument takes: one of ``examples``, by what is sent, else one that fits its type."""
    if facts["to"] in examples:
        return examples[facts["to"]]
    if "choices" in facts:
        return facts["choices"][0]
    if facts.get("type") in ("integer", "number"):
        return str(next((bound for bound in facts.get("range", ()) if bound is not None), 1))
    return "-" if "secret" in facts else FITTING.get(facts.get("type"), "text")


def quoted(word):
    """A word as a shell takes it."""
    from shlex import quote

    return quote(word)


def written(data):
    """A command as YAML, a key of the file a section; flat lists and maps on one line."""
    import yaml

    class Dumper(yaml.SafeDumper):
        """Writes no anchors, which the language has not."""

        def ignore_aliases(self, data):
            return True

    lines = ["# Made by cometapi command import; edit it as you like.\n"]
    for key, value in data.items():
        style = None if isinstance(value, dict | list) else False
        lines.append(
            yaml.dump(
                {key: value}, Dumper=Dumper, sort_keys=False, allow_unicode=True, default_flow_style=style, width=110
            )
        )
    return "".join(lines)
