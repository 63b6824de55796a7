"""Answers that follow a schema: which one a call wants, whether an answer fits it, and the list inside of an answer."""

import json

from cometapi.answers import schema_check
from cometapi.cli.schema_values import KEY


def check(call, text):
    """Sentences about what of the call's schema could not be compared; raises Refused when the text does not fit."""
    if call.option("schema"):
        return schema_check.check(text, call.option("schema"))
    wanted = call.option("schema_multi")
    is_held = "properties" in wanted  # by an object, as most services want it; what gives the list alone is as good
    return schema_check.check(f'{{"{KEY}": {text}}}' if is_held and is_list(text) else text, wanted)


def is_list(text):
    """Whether a text is a list in JSON."""
    try:
        return isinstance(json.loads(text), list)
    except (ValueError, RecursionError):
        return False


def unwrapped(text):
    """The list that an answer holds, as the answer has it; the text itself where there is none."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return text
    if not (isinstance(value, dict) and list(value) == [KEY] and isinstance(value[KEY], list)):
        return text
    found = text[text.index(":") + 1 : text.rindex("}")].strip()
    return found if is_list(found) else json.dumps(value[KEY], ensure_ascii=False)  # the key is there twice


def lists(everything):
    """The pieces of an answer, in which each choice's text is its list, given when all of it has come; what came of one
    that breaks off is given as it is.
    """
    texts: dict[int, list[str]] = {}
    try:
        for kind, value, choice in everything:
            if kind == "text":
                texts.setdefault(choice, []).append(value)
            else:
                yield kind, value, choice
    except GeneratorExit:
        raise
    except BaseException:
        yield from joined(texts)
        raise
    yield from ((kind, unwrapped(text), choice) for kind, text, choice in joined(texts))


def joined(texts):
    """The pieces of texts by their choice: one for each."""
    return [("text", "".join(pieces), choice) for choice, pieces in sorted(texts.items())]
