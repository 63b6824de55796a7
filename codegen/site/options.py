"""The options of a command as definitions, with everything that is known of each."""

from codegen.site.blocks import Definition, Span
from codegen.site.names import anchor, flag_anchor
from codegen.site.places import language_path
from cometapi.manifest.arguments import deprecation
from cometapi.manifest.value_types import TYPES

PLACES = {"body": "body", "query": "query string", "path": "path", "header": "header", "headers": "header"}


def option_address(facts):
    """The anchor of an option or a positional, and its further ones."""
    if facts.get("positional"):
        return anchor("argument", facts["name"]), []
    flags = facts.get("flags") or []
    long = next((flag for flag in flags if flag.startswith("--")), flags[0])
    return flag_anchor(long), [flag_anchor(flag) for flag in flags if flag != long]


def addresses(entry, page):
    """Where each flag of a command is explained: flag to address."""
    found = {}
    for facts in entry["options"]:
        first, _ = option_address(facts)
        found.update(dict.fromkeys(facts.get("flags", []), f"{page}.html#{first}"))
    return found


def definition(argument, facts, prose, known, settings):
    """The Definition of one option: ``argument`` writes its signature, ``facts`` are those of the surface document."""
    facts = with_setting(facts, settings)
    first, also = option_address(facts)
    is_positional = bool(facts.get("positional"))
    return Definition(
        kind="argument" if is_positional else "option",
        anchor=first,
        term=argument.signature,
        spans=prose.spans(facts["help"], known),
        facts=[(label, spans) for label, make in FACTS.items() if (spans := make(facts, prose))],
        names=[facts.get("metavar") or facts["name"]] if is_positional else list(facts["flags"]),
        also=also,
    )


def with_setting(facts, settings):
    """The facts with what the option has from its setting."""
    setting = settings.get(facts.get("setting"), {})
    return {**{key: setting[key] for key in ("default", "environment") if key in setting}, **facts}


def type_fact(facts, _prose):
    """The type, linked to what it takes, and the range."""
    name = facts["type"]
    if name not in TYPES:
        return [Span("on or off")]
    low, high = facts.get("range") or (None, None)
    told = f", {low} or more" if high is None else f", {low} to {high}"
    target = f"{language_path('values')}.html#{anchor('type', name)}"
    return [Span(name.replace("_", " "), "", target), *([Span(told)] if low is not None else [])]


def choices_fact(facts, _prose):
    """The words that it may be."""
    return listed(facts.get("choices", []))


def listed(words):
    """Words as code, with commas between them."""
    found = [span for word in words for span in (Span(", "), Span(str(word), "code"))]
    return found[1:]


def default_fact(facts, _prose):
    """What it is when nobody says it."""
    value = facts.get("default")
    return [] if value is None else [Span(value if isinstance(value, str) else str(value), "code")]


def environment_fact(facts, prose):
    """The variable that gives it."""
    name = facts.get("environment")
    return [Span(name, "code", prose.places["variables"].get(name, ""))] if name else []


def setting_fact(facts, prose):
    """The setting that gives it."""
    name = facts.get("setting")
    return [Span(name, "code", prose.places["settings"].get(name, ""))] if name else []


def request_fact(facts, _prose):
    """What it becomes in the request."""
    place, _, rest = facts.get("becomes", "").partition("/")
    if not place:
        return []
    keys = [key for key in rest.split("/") if key != "-"]
    item = "an item of " if rest.endswith("/-") else ""
    return [Span(f"{item}{PLACES.get(place, place)} "), *([Span(".".join(keys), "code")] if keys else [])]


def repeated_fact(facts, _prose):
    """Whether it may be given several times."""
    return [Span("yes")] if facts.get("repeatable") and not facts.get("positional") else []


def required_fact(facts, _prose):
    """Whether it has to be given."""
    return [Span("yes")] if facts.get("required") else []


def secret_fact(facts, _prose):
    """Whether it is kept out of sight."""
    return [Span("yes; - reads it from a pipe")] if facts.get("secret") else []


def stdin_fact(facts, _prose):
    """Whether it can come through a pipe."""
    return [Span("takes a pipe when it is left out")] if facts.get("reads_stdin") else []


def short_fact(facts, _prose):
    """What it is short for."""
    return [Span(f"--{name.replace('_', '-')} {value}", "code") for name, value in facts.get("stands_for", {}).items()]


def deprecated_fact(facts, prose):
    """The warning about an option on its way out."""
    if "deprecated" not in facts:
        return []
    name = (facts.get("flags") or [facts["name"]])[0]
    return prose.spans(deprecation(name, facts["deprecated"]))


FACTS = {
    "Type": type_fact,
    "Choices": choices_fact,
    "Default": default_fact,
    "Environment": environment_fact,
    "Setting": setting_fact,
    "In the request": request_fact,
    "Repeatable": repeated_fact,
    "Required": required_fact,
    "Short for": short_fact,
    "Pipe": stdin_fact,
    "Secret": secret_fact,
    "Deprecated": deprecated_fact,
}
