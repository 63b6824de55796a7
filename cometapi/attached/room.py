"""About how many tokens a request is, and whether its model has room for it."""

from cometapi.cli.kept import kept_words
from cometapi.errors import UsageError

LETTERS_A_TOKEN = 4  # the usual rule of thumb for English
SMALL = 2000  # characters for which every model has room


def tokens_of(texts):
    """About how many tokens some texts are, by their length."""
    return -(-sum(map(len, texts)) // LETTERS_A_TOKEN)


def texts_of(value, media=frozenset()):
    """Every text in a JSON value, but for those that are the bytes of a medium: a generator."""
    if isinstance(value, str):
        if value not in media:
            yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts_of(one, media)


def media_of(values):
    """The texts that stand for bytes among the values of a call's arguments: a set."""
    if isinstance(values, dict) and "data" in values and "media_type" in values:
        return {values["data"], values["url"]}
    inside = values.values() if isinstance(values, dict) else values if isinstance(values, list) else ()
    return {text for one in inside if isinstance(one, dict | list) for text in media_of(one)}


def check(call, parts, model):
    """Say that a request is too long for its model, by an estimate and the catalog on this machine; nothing is fetched.

    Raises UsageError for it with ``--strict``.
    """
    texts = list(texts_of(parts["body"], media_of(call.values)))
    if sum(map(len, texts)) < SMALL or "window" not in call.command:
        return
    told = kept_words(call.context.environ, call.command["window"]).get(model or "", "").replace(",", "")
    count = tokens_of(texts)
    if not told.isdecimal() or not 0 < int(told) < count:
        return
    sentence = f"The request is about {count:,} tokens (estimate), more than the {int(told):,} that {model} takes."
    if call.option("strict"):
        raise UsageError(sentence)
    call.context.note(sentence)
