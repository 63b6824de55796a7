"""Checks of a request before it is sent: values that bound each other, and the ``limits`` of a model family.

The request is looked at laid out by place, so that it does not matter which option a field came from.
"""

from fnmatch import fnmatch

from cometapi.advice import also
from cometapi.cli.relations import bounds, disorder
from cometapi.cli.types import misfit
from cometapi.errors import UsageError
from cometapi.http.layout import collect, model_of
from cometapi.manifest.arguments import flag_of
from cometapi.manifest.select import select
from cometapi.manifest.templates import path_of_value


def fill_in(call):
    """Give options the values that the model's family has for them: its defaults, where an option has no value yet or only
    its own default, and the values of options in whose place they stand.
    """
    words = {word for entry in call.command.get("limits", ()) for facts in entry["options"].values() for word in facts}
    if not words & {"default", "instead", "values"}:
        return
    entry = family(call.command, laid_out(call))
    for name, facts in entry["options"].items():
        if isinstance(facts.get("values"), dict) and isinstance(call.values.get(name), str):
            call.values[name] = facts["values"].get(call.values[name].lower(), call.values[name])
        if "instead" in facts and name in call.given and facts["instead"] not in call.given:
            call.values[facts["instead"]] = call.values.pop(name)
            flags = [flag_of(call.arguments[one]) for one in (name, facts["instead"])]
            call.context.note(f"{entry['provider']} models do not take {flags[0]}; its value is sent as {flags[1]}.")
        is_open = name not in call.given and name not in call.variables
        if "default" in facts and is_open and call.values.get(name) in (None, call.arguments[name].get("default")):
            call.values[name] = facts["default"]


def check(call, parts):
    """Warn of what the model's family does not take and of what is odd in the body; raises UsageError for that with
    ``--strict``, for what is always refused, and for values out of order.

    ``parts`` is the request of the call laid out by place.
    """
    check_order(call, parts)
    check_pictures(call)
    seldom = [*of_another_kind(call, parts), *unfit(call, parts)]
    is_strict = "refuse" in family(call.command, parts)
    beyond = [(one, is_strict) for one in broken(call, parts)]
    for sentence, is_refused in [*odd(call.command, parts), *beyond, *((one, False) for one in seldom)]:
        if is_refused or call.option("strict"):
            raise UsageError(sentence)
        call.context.note(sentence)


def of_another_kind(call, parts):
    """A sentence when the kept catalog says that the request's model is of a kind that the command is not for."""
    facts, model = call.command.get("other_models"), model_of(parts)
    if facts and model:
        from shlex import quote

        from cometapi.cli.kept import kept_words

        kind = kept_words(call.context.environ, facts["by"]).get(model)
        if kind in facts["kinds"]:
            told = also("; its endpoints: {program} model info {name}", name=quote(model))
            yield f"By the catalog {model} is of the type {kind}, and may not answer here{told}."


def unfit(call, parts):
    """Sentences about what a whole body or an assignment says that its own option would not take."""
    for name, facts in call.arguments.items():
        fault = misfit(facts, placed(call, name, parts)) if facts.get("to", ("",))[0] == "body" else None
        if fault:
            yield f"{flag_of(facts)} {fault}."


def odd(command, parts):
    """Problems of a request's body: (sentence, whether it is refused), those that are refused first."""
    found = [one for one in command.get("checks", ()) if select(one["when"], parts.get("body"))]
    return sorted(((one["says"], "refuse" in one) for one in found), key=lambda one: not one[1])


def laid_out(call):
    """The request of a call by place."""
    return collect(call.arguments, call.values, call.assumed)


def placed(call, name, parts):
    """The value that the request has where an option's goes; the option's own where that is no single place."""
    facts = call.arguments[name]
    place, *keys = facts.get("to", ("",))
    if place not in parts or not keys or "-" in keys:
        return call.values.get(name)
    return select((*keys, *path_of_value(facts.get("as"))), parts[place])


def check_order(call, parts):
    """Raise UsageError when a value of the request is beyond that of the option that bounds it."""
    for name in call.arguments:
        for other, bound in bounds(call.arguments, name):
            value, limit = placed(call, name, parts), placed(call, other, parts)
            sentence = is_number(value) and is_number(limit) and disorder(call.arguments, name, bound, value, limit)
            if sentence:
                raise UsageError(sentence)


def check_pictures(call):
    """Raise UsageError for an image whose size in pixels does not fit; previews do not read an image from stdin."""
    for name, facts in call.arguments.items():
        value = call.values.get(name) if {"pixels_of", "see_through"} & facts.keys() else None
        if value and not (call.preview and value.path == "-"):
            from cometapi.cli import pictures

            others = call.values.get(facts.get("pixels_of"))
            fault = pictures.misfit(facts, value, others[0] if isinstance(others, list) else others)
            if fault:
                raise UsageError(f"{flag_of(facts)} {fault}.")


def is_number(value):
    """Whether a value is a number, which true and false are not."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def family(command, parts):
    """The first entry of ``limits`` for the request's model; one without options where none fits."""
    model = (model_of(parts) or "").lower()
    fitting = (one for one in command.get("limits", ()) if any(fnmatch(model, pattern) for pattern in one["models"]))
    return next(fitting, {"options": {}})


def broken(call, parts):
    """Sentences about what the family of the request's model does not take."""
    entry = family(call.command, parts)
    for name, facts in call.arguments.items():
        value = placed(call, name, parts) if name in entry["options"] else None
        fault = None if value is None or value is False else fault_of(entry["options"][name], value, facts)
        fault = fault or (value and pixel_fault(call, entry["options"][name], value))
        if fault:
            yield f"{entry['provider']} models {fault.format(flag=flag_of(facts))} ({model_of(parts)})."


def fault_of(facts, value, argument):
    """Why a family does not take a value of an argument, as a sentence's end with the flag's place; None when it does."""
    low, high = facts.get("range", (None, None))
    if "unsupported" in facts:
        return "do not take {flag}"
    if is_number(value) and ((low is not None and value < low) or (high is not None and value > high)):
        return f"take {{flag}} of {bounds_text(low, high)} only, not {value}"
    if "choices" in facts and value not in facts["choices"].values():
        return f"take {{flag}} {' or '.join(facts['choices'])} only, not {word_of(argument, value)}"
    if "values" in facts and str(value) not in sent(facts["values"]):
        return f"take {{flag}} {' or '.join(facts['values'])} only, not {value}"
    if isinstance(value, list) and len(value) > facts.get("max_items", len(value)):
        return f"take {{flag}} at most {facts['max_items']} times"
    return None


def sent(values):
    """What is sent for each value that a model family accepts."""
    return values.values() if isinstance(values, dict) else values


def pixel_fault(call, facts, pictures):
    """Why a model family does not accept these image sizes, as the end of a sentence with a placeholder for the flag, or None."""
    wanted = call.values.get(facts.get("pixels"))
    if not wanted or call.preview:
        return None
    from cometapi.cli.pictures import size_of

    for picture in pictures if isinstance(pictures, list) else [pictures]:
        size = size_of(picture)
        if size and f"{size[0]}x{size[1]}" != wanted:
            return f"take {{flag}} of {wanted} only, but {picture.path} is {size[0]}x{size[1]}"
    return None


def word_of(argument, value):
    """The word that stands for a value, itself where none does."""
    choices = argument.get("choices")
    return (
        next((word for word, sent in choices.items() if sent == value), value) if isinstance(choices, dict) else value
    )


def bounds_text(low, high):
    """A range in words."""
    if low is None or high is None:
        return f"{low} or more" if high is None else f"{high} or less"
    return f"{low}" if low == high else f"{low} to {high}"
