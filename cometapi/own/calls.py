"""Templates as words of a call, and calls as templates."""

from cometapi.advice import flag
from cometapi.cli import types
from cometapi.cli.layers import grouped
from cometapi.cli.words import behaviours, shielded, walk
from cometapi.errors import UsageError
from cometapi.manifest.arguments import Argument, Flags, flag_of, negative, takes_value
from cometapi.own.templates import FILLED, load
from cometapi.suggest import meant

OWN_KEYS = {"model": "model", "system": "system", "prompt": "message"}  # of a template, and what does them
NOT_KEPT = ("template", "param")  # a template does not lead on to another one
YES, NO = ("true", "yes", "on"), ("false", "no", "off")


def layers(command, defaults, typed, environ):
    """The layers of words of a call with ``--template``: the template's before those given, ``(options, positionals)`` each.

    ``defaults`` are the layers of an alias, ``typed`` the layer of what was typed. Nothing else of the call is read yet.
    """
    arguments = command["arguments"]
    does = behaviours(arguments)
    said = {}  # name of an argument to its values, the typed ones where there are some
    for options, positionals in (*defaults, typed):
        one = {}
        for name, words in grouped(arguments, options):
            one.setdefault(name, []).append(value_of(words))
        said |= {name: values for name, values in one.items() if name != does["param"]}
        said.setdefault(does["param"], []).extend(one.get(does["param"], []))
        said |= {does["message"]: positionals} if positionals else {}
    template = load(environ, said[does["template"]][-1])
    return [of_template(template, command, pairs(said[does["param"]]), said), *defaults]


def value_of(words):
    """The value in the words of one option: behind its flag, or the word after it."""
    if len(words) > 1:
        return words[1]
    return words[0].partition("=")[2] if words[0].startswith("--") else words[0][2:]


def pairs(values):
    """NAME=VALUE as a dict; the last value of a name counts."""
    return {one["key"]: one["value"] for one in map(pair, values)}


def pair(text):
    """One NAME=VALUE."""
    try:
        return types.READERS["pair"](text)
    except ValueError:
        raise UsageError(f"{flag('param')} must be NAME=VALUE, not {text!r}.") from None


def of_template(template, command, values, said):
    """A template as a layer of words: ``(options, positionals)``; ``said`` are the arguments that have words already."""
    arguments = command["arguments"]
    does = behaviours(arguments)
    needed = [key for key in FILLED if does.get(OWN_KEYS[key]) not in said]
    texts = {**template.texts, **template.fill(values, needed)}
    options = []
    for key, behaviour in OWN_KEYS.items():
        if key not in texts or (key in FILLED and key not in needed):
            continue
        if behaviour not in does:
            raise template.source.wrong((key,), f"{command['name']} has no {key}{made_for(template, command)}.")
        if key != "prompt":
            options.append(f"{flag_of(arguments[does[behaviour]])}={shielded(texts[key])}")
    for key, found in template.options.items():
        options += of_option(template, command, key, found)
    prompt = [texts["prompt"]] if "prompt" in needed and "prompt" in texts else []
    if prompt == ["-"]:
        raise UsageError("The prompt is -, which would mean standard input.")
    return options, prompt


def made_for(template, command):
    """The end of a sentence about a template that was made for another command."""
    other = template.texts.get("command", command["name"])
    return "" if other == command["name"] else f"; the template is for {other}"


def of_option(template, command, key, values):
    """The words of one option of a template; raises ConfigurationError, with file and line, where it does not fit."""
    at, flags = ("options", key), Flags(command["arguments"])
    name = f"--{key.lstrip('-').replace('_', '-')}"
    facts = next((one for one in command["arguments"].values() if name in one.get("flags", ())), None)
    if facts is None:
        near = meant(name, flags.offered) if not made_for(template, command) else f"{made_for(template, command)}."
        raise template.source.wrong(at, f"{command['name']} has no option {name}{near}")
    if facts.get("does") in (*NOT_KEPT, *OWN_KEYS) or "secret" in facts:
        raise template.source.wrong(at, f"{name} cannot stand among the options of a template.")
    if not takes_value(facts):
        return of_switch(template, at, name, facts, values)
    if len(values) != 1 and "repeat" not in facts:
        raise template.source.wrong(at, f"{name} takes one value.")
    for value in values:
        try:
            types.read(Argument(key, facts), value)
        except ValueError as error:
            raise template.source.wrong(at, f"{name} {error}.") from None
    return [f"{name}={shielded(value)}" for value in values]


def of_switch(template, at, name, facts, values):
    """The words of a switch of a template, which says true or false."""
    word = values[0].lower() if len(values) == 1 else ""
    if word not in (*YES, *NO):
        raise template.source.wrong(at, f"{name} is a switch: true or false.")
    opposite = negative(facts)
    return [name] if word in YES else [opposite] if opposite else []


def described(command, words):
    """The data of a template from the words of a call: model, system text, message and every other option that they give.

    Raises UsageError where a word is none of the command.
    """
    arguments = command["arguments"]
    options, positionals = walk(words, Flags(arguments, command["name"]))
    does = {name: facts.get("does") for name, facts in arguments.items()}
    keys = {behaviour: key for key, behaviour in OWN_KEYS.items()}
    found: dict = {"command": command["name"], "options": {}}
    for name, group in grouped(arguments, options):
        facts = arguments[name]
        if does[name] in NOT_KEPT or "secret" in facts:
            raise UsageError(f"{flag_of(facts)} cannot be kept in a template.")
        check(facts, group)
        if does[name] in keys:
            found[keys[does[name]]] = value_of(group)
        else:
            add(found["options"], arguments, group)
    if len(positionals) > 1:
        raise UsageError("The message has several words; put it in quotes.")
    return {**found, **({"prompt": positionals[0]} if positionals else {})}


def check(facts, group):
    """Raise UsageError for a value that an option does not take."""
    try:
        if takes_value(facts) and value_of(group):
            types.read(Argument("", facts), value_of(group))
    except ValueError as error:
        raise UsageError(f"{flag_of(facts)} {error}.") from None


def add(options, arguments, group):
    """Add the words of one option to the options of a template, under its long name; several values are a list."""
    first = group[0].partition("=")[0] if group[0].startswith("--") else group[0][:2]
    facts = next(one for one in arguments.values() if first in one.get("flags", ()) or first == negative(one))
    key = flag_of(facts).lstrip("-")
    if not takes_value(facts):
        options[key] = "false" if first == negative(facts) else "true"
    elif "repeat" in facts and key in options:
        options[key] = [*(options[key] if isinstance(options[key], list) else [options[key]]), value_of(group)]
    else:
        options[key] = value_of(group)
