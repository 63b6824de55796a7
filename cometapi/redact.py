"""Secrets made unreadable: what may be shown of one, and where texts and values hold one."""

import json
import re
from functools import cache

SHORTEST = 8  # characters; what is shorter is a placeholder, and may be a word of any text
LEAST = 4  # characters of what is looked for as a word by itself
ESCAPES = ("\\", "%")  # what begins another spelling of a character
BEGUN = r"\\{1,8}"  # the backslashes before an escaped character: one, and more where JSON stands inside JSON
LOOKS_SECRET = re.compile(
    rf"\bsk(?:-|{BEGUN}u002[dD]|%2[dD])(?:[\w-]|{BEGUN}u00[0-9a-fA-F]{{2}}|{BEGUN}/|%[0-9a-fA-F]{{2}}){{12,}}"
)
WORD = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")


def is_telling(secret):
    """Whether a secret is long enough to be looked for in texts."""
    return len(secret) >= SHORTEST


def mask(secret):
    """The secret with no more than its last four characters: ``sk-…wxyz``; nothing of one that is hardly longer."""
    if secret is None or secret == "":
        return secret
    secret = str(secret)
    if len(secret) <= SHORTEST:
        return "…"
    return ("sk-…" if secret.startswith("sk-") else "…") + secret[-4:]


def without(text, masks):
    """A text in which every secret of ``masks`` (secret to mask) is masked, however JSON or a URL may spell it."""
    has_escapes = any(sign in text for sign in ESCAPES)
    for secret in sorted(masks, key=len, reverse=True):
        text = text.replace(secret, masks[secret])
        if has_escapes:
            text = re.sub(spelt(secret), lambda _, shown=masks[secret]: shown, text)
    return text


@cache
def spelt(secret):
    """The expression of a secret each of whose characters may be escaped as in JSON, also in JSON inside JSON, or as in a URL."""
    return "".join(spellings(sign) for sign in secret)


def spellings(sign):
    """The expression of one character in all its spellings."""
    units = sign.encode("utf-16-be", "surrogatepass").hex()
    in_json = "".join(rf"{BEGUN}u(?i:{units[at : at + 4]})" for at in range(0, len(units), 4))
    in_url = "".join(f"%(?i:{byte:02x})" for byte in sign.encode("utf-8", "replace"))
    return rf"(?:{re.escape(sign)}|{BEGUN}{re.escape(sign)}|{in_json}|{in_url})"


def words_without(text, secrets):
    """A text in which short secrets are masked where each is a word by itself."""
    for secret in secrets:
        if len(secret) >= LEAST:
            text = re.sub(rf"(?<!\w){spelt(secret)}(?!\w)", "…", text)
    return text


def within(value, act):
    """A JSON value in which every text, those of its keys too, has become what ``act`` makes of it."""
    if isinstance(value, dict):
        return {act(name): within(one, act) for name, one in value.items()}
    if isinstance(value, list):
        return [within(one, act) for one in value]
    return act(value) if isinstance(value, str) else value


def private(value, names, is_secret=False):
    """A JSON value in which the texts of fields with private names are masked, and all that looks like a key.

    A name may be written in any case, be one of several, or end with a private one: ``keys``, ``apiKey``. JSON inside a
    text is looked into.
    """
    if isinstance(value, dict):
        return {name: private(one, names, is_secret or is_private(name, names)) for name, one in value.items()}
    if isinstance(value, list):
        return [private(one, names, is_secret) for one in value]
    if not isinstance(value, str):
        return value
    return mask(value) if is_secret else inside(value, names)


def private_texts(value, names, is_secret=False):
    """The texts of a JSON value that have a private name, those of JSON inside a text too: a generator."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from private_texts(one, names, is_secret or is_private(name, names))
    elif isinstance(value, list):
        for one in value:
            yield from private_texts(one, names, is_secret)
    elif isinstance(value, str):
        yield from [value] if is_secret else private_texts(document(value), names)


def inside(text, names):
    """A text in which what looks like a key is masked, and, where it is JSON, what has a private name."""
    found = document(text)
    shown = private(found, names) if found is not None else None
    if shown != found:
        text = json.dumps(shown, ensure_ascii=False)
    return LOOKS_SECRET.sub(lambda match: mask(match[0]), text)


def document(text):
    """The object or list that a text is in JSON, None for any other."""
    if text.lstrip()[:1] not in ("{", "["):
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def is_private(name, names):
    """Whether the name of a field is a private one, or ends with one."""
    words = [word.lower() for word in WORD.findall(name)]
    return any(ends(words, one.split("_")) for one in names)


def ends(words, wanted):
    """Whether words end with others, the last one perhaps in the plural."""
    own = words[-len(wanted) :]
    return own == wanted or own == [*wanted[:-1], f"{wanted[-1]}s"]


def reference(declared, value=None):
    """A secret setting as a reference to its environment variable."""
    return f"${declared['environment']}"


def masked(declared, value):
    """A secret by its last four characters; without one, its variable."""
    return mask(value) or reference(declared)


# What stands in place of a secret, by the way in which a request is seen: a function of its setting and its value.
WAYS = {"dry_run": masked, "curl": reference, "estimate": masked}
