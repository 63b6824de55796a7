"""Rules about protocols: their selections, the command that speaks each, and the commands whose answers they read."""

import re

from cometapi.manifest.compile import is_answer
from cometapi.manifest.protocol import GROUPS, SELECTED, TURN, WORDS
from cometapi.manifest.request_rules import selector_findings
from cometapi.manifest.traverse import whole_routes


def selectors_compile(sources):
    """Selections of a protocol that JMESPath does not read, or that call a function."""
    for source in sources.protocols.values():
        yield from selector_findings(source, selections(source.data))


def selections(data):
    """Every selection of a protocol's file: (path, one or several expressions)."""
    for number, test in enumerate(data["envelope"]["fails_when"]):
        yield ("envelope", "fails_when", number, "value"), test["value"]
    for key in SELECTED:
        if key in data["envelope"]:
            yield ("envelope", key), data["envelope"][key]
    if "type" in data:
        yield ("type",), data["type"]
    for part in ("events", "reply"):
        for number, reading in enumerate(data.get(part, [])):
            yield from reading_selections((part, number), reading)
    for number, rule in enumerate(data.get("assemble", [])):
        for key in ("each", "value"):
            if key in rule:
                yield ("assemble", number, key), rule[key]
        for key in ("id", "name") if "calls" in rule else ():
            yield ("assemble", number, "calls", key), rule["calls"][key]
        for expression in numbers(rule.get("at", "")):
            yield ("assemble", number, "at"), expression
    for name, expression in data.get("tokens", {}).items():
        yield ("tokens", name), expression
    if "turn" in data:
        for key in TURN:
            if key in data["turn"]:
                yield ("turn", key), data["turn"][key]


def reading_selections(prefix, reading):
    """Every selection of one reading: (path, expressions)."""
    for key, value in reading.items():
        if key in GROUPS:
            for inner, expression in value.items():
                if inner not in WORDS:
                    yield (*prefix, key, inner), expression
        elif key not in WORDS:
            yield (*prefix, key), value


def numbers(place):
    """The selections in a place that give the number of an item: ``index`` of ``choices/{index}/message``."""
    return re.findall(r"\{(.+?)\}", place)


def commands_speak_their_protocol(sources):
    """A protocol's command that does not exist, or that answers in another protocol; two protocols with one endpoint."""
    if not sources.place:
        return  # commands of a user, whose protocols are the program's
    endpoints: dict[str, str] = {}
    for name, source in sources.protocols.items():
        if "command" not in source.data:
            continue
        words = source.data["command"]
        stem = words.replace(" ", "-")
        command = sources.commands.get(stem)  # which is missing here, too, where its own file is faulty
        if not (sources.root / "spec" / "commands" / f"{stem}.yaml").is_file():
            yield source.finding(("command",), f"There is no command {words}.")
        elif command and name not in {protocol_of(whole) for whole, _ in whole_routes(command.data)}:
            yield source.finding(("command",), f"The command {words} does not speak this protocol.")
        endpoint = source.data.get("endpoint", name)
        if endpoint in endpoints:
            yield source.finding(("endpoint",), f"The protocol {endpoints[endpoint]} is called {endpoint} already.")
        endpoints[endpoint] = name


def protocol_of(whole):
    """The protocol of a route, None without one."""
    return whole.get("response", {}).get("protocol")


def answers_can_be_read(sources):
    """An answer in a protocol that does not say how answers are read."""
    for source in sources.commands.values():
        for whole, at in whole_routes(source.data):
            protocol = sources.protocols.get(protocol_of(whole))
            if protocol and is_answer(whole) and "events" not in protocol.data:
                yield source.finding(at("response", "is"), f"The protocol {protocol_of(whole)} reads no answers.")


def servers_can_be_spoken_to(sources):
    """What a protocol says of its clients that no server could do: values without an address or a token, a list of models without
    their names.
    """
    for source in sources.protocols.values():
        for name, form in source.data.get("client", {}).get("set", {}).items():
            found = re.findall(r"\{(.*?)\}", form)
            if not found or set(found) - {"url", "token"}:
                yield source.finding(
                    ("client", "set", name), "The value must contain {url} or {token}, and nothing else in braces."
                )
        listing = source.data.get("listing")
        if listing and listing["name"] not in listing["item"]:
            yield source.finding(
                ("listing", "item"), f"The item does not have the field {listing['name']}, which is its name."
            )
