"""What a command sends and prints: its routes with their endpoints and columns, its output, and how it may end."""

from urllib.parse import urlsplit

from cometapi.manifest.explaining import EXPLAINS
from cometapi.manifest.output_formats import FORMATS
from cometapi.manifest.surface_columns import columns

ALWAYS = ("ok", "general_error", "invalid_arguments", "hangup", "interrupted", "terminated")


def routes(model, command):
    """The requests of a command, the first whose conditions hold is taken; empty for one that sends none of its own."""
    return [route(model, one) for one in command.routes if "request" in one]


def route(model, one):
    """One request of a command: when it is sent, its endpoint, its credential, and what comes back."""
    request, response = one["request"], one.get("response", {})
    facts = {
        "when": when(one),
        "method": request["method"],
        "service": request["service"],
        "path": path(model.program, request["service"]) + request["path"].replace("{+", "{"),
        "credential": request.get("credential"),
        "sends": request.get("sends"),
        "cache": request.get("cache"),
        "pages": {key: one["pages"][key] for key in ("by", "largest")} if "pages" in one else None,
        "protocol": response.get("protocol"),
        "response": response.get("is"),
        "media_type": response.get("media_type"),
        "says": response.get("says"),
        "columns": columns(model, one),
    }
    return {key: value for key, value in facts.items() if value not in (None, {}, [])}


def when(one):
    """The conditions of a route: values of arguments, an argument that is given at all, a credential that is set."""
    found = {"values": one.get("when"), "given": one.get("given"), "credential": one.get("credential")}
    return {key: value for key, value in found.items() if value is not None}


def path(program, name):
    """The path of a service's base URL, as long as nobody has set another one."""
    facts = program["services"][name]
    whole = urlsplit(program["settings"][facts["setting"]].get("default", "")).path.rstrip("/")
    ending = next((one for one in facts["without"] if whole.endswith(one)), "")
    return whole.removesuffix(ending)


def output(model, command):
    """What a command prints on stdout: its kind, its formats, its columns where no route has them."""
    response = command.routes[-1].get("response", {}) if command.routes else {}
    is_own = not routes(model, command)
    found = columns(model, command.routes[-1]) if is_own and command.routes else []
    kind = response.get("is") or ("records" if found else "text")
    formats: list[str] = next((model.choices(one) for one in command.arguments if one.does == "format"), [])
    facts = {"is": kind, "formats": formats or list(FORMATS) * (kind in ("rows", "record")), "columns": found}
    return {key: value for key, value in facts.items() if value}


def exits(model, command):
    """The codes with which a command may end, in order."""
    names = [*ALWAYS, *(name for name, may in MAY.items() if may(command))]
    return sorted({model.program["exits"][name]["code"] for name in names if name in model.program["exits"]})


def reads_settings(command):
    """Whether a broken config file may stop a command."""
    return command.data.get("run") not in EXPLAINS


def sends(command):
    """Whether a command sends a request, its own or another command's: it has a timeout then."""
    return any("request" in one for one in command.routes) or any(one.does == "timeout" for one in command.arguments)


def is_authorized(command):
    """Whether a credential may be needed: one of its routes has it, or other commands' routes are taken."""
    requests = [one["request"] for one in command.routes if "request" in one]
    return any("credential" in one for one in requests) or (sends(command) and not requests)


def is_capped(command):
    """Whether a cap may stop a command: it costs money, or runs what does."""
    return command.cost == "paid"


def is_several(command):
    """Whether a command makes several calls, of which some may fail."""
    return any(one.does in ("rows", "expect") for one in command.arguments) or "batches" in command.data


def starts_a_program(command):
    """Whether a command starts a program that the user names; it may then end with any code of that, too."""
    return "starts" in command.data


MAY = {  # the exits that not every command has, each with whether a command may end with it
    "partial": is_several,
    "configuration_error": reads_settings,
    "configuration_missing": is_authorized,
    "service_unavailable": sends,
    "cap": is_capped,
    "authentication_error": is_authorized,
    "not_executable": starts_a_program,
    "not_found": starts_a_program,
}
