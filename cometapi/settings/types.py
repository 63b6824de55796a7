"""Values of settings: whether one fits its declaration in the manifest, wherever it comes from."""

from cometapi.advice import advice
from cometapi.cli import types
from cometapi.errors import ConfigurationError
from cometapi.http.url import checked_url, is_loopback, split
from cometapi.settings.folders import expanded

TYPES = {  # what becomes of a value; each raises ValueError with the end of a sentence
    "integer": lambda value, low=None, high=None: types.integer(str(value), low, high),
    "number": lambda value, low=None, high=None: types.number(str(value), low, high),
    "url": checked_url,
    "file": lambda value: types.file(expanded(value)),
}


def valid(declared, name, value, place):
    """The value if it fits its declaration; raises ConfigurationError naming its place if not."""
    try:
        return checked(declared, value)
    except ValueError as error:
        end = "" if str(error).endswith("?") else "."
        is_variable = place.startswith("environment")
        hint = (
            "Correct the variable, or unset it."
            if is_variable
            else advice("Set it with: {program} config set {name} VALUE", name=name)
        )
        raise ConfigurationError(f"{place}: {name} {error}{end}", hint=hint) from None


QUOTES = ('"', "'")
SCHEME = "bearer "


def unwrapped(declared, value):
    """A value without what gets around a text on its way: spaces, the quotes of a file of variables, and around a secret
    the word Bearer of the header that it was copied from. A command keeps its quotes, and what is no text stays as it is.
    """
    if not isinstance(value, str):
        return value
    text = value.strip()
    if "supplies" not in declared and len(text) > 1 and text[0] == text[-1] and text[0] in QUOTES:
        text = text[1:-1].strip()
    return text[len(SCHEME) :].strip() if declared.get("secret") and text.lower().startswith(SCHEME) else text


def checked(declared, value):
    """The value as its type; raises ValueError with the end of a sentence when it does not fit."""
    kind, value = declared.get("type"), unwrapped(declared, value)
    if value == "":
        raise ValueError("is empty")
    if kind in ("integer", "number"):
        return TYPES[kind](value, *declared.get("range", ()))
    if not isinstance(value, str):
        raise ValueError("must be text in quotes" + ("" if declared.get("secret") else f", not {value!r}"))
    if any(ord(sign) < 32 or ord(sign) == 127 for sign in value):
        raise ValueError("must not contain control characters")
    if declared.get("secret") and not value.isascii():
        raise ValueError("must be plain ASCII")
    if "choices" in declared:
        return types.one_of(value, declared["choices"])
    return TYPES[kind](value) if kind in TYPES else value


def is_exposed(url):
    """Whether what is sent to this URL could be read on the network."""
    parts = split(url)
    return parts.scheme == "http" and not is_loopback(parts.hostname)
