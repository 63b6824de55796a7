"""Text of strangers, made harmless for a terminal."""

_CONTROLS = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
_ESCAPED = (*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))  # C1, and what turns text around
FORMS = _CONTROLS | {code: f"\\u{code:04x}" for code in _ESCAPED}


LONGEST = 60  # characters of a value in a sentence


def named(sentence, values):
    """A sentence with the values of arguments in place of their names in braces, so that it shows what they are."""
    return sentence.format_map({name: "" if value is None else exact(value) for name, value in values.items()})


def exact(value):
    """A value as a sentence shows it: what cannot be seen is escaped, a long text keeps its two ends and tells its length."""
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    shown = "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)
    if len(shown) <= LONGEST:
        return shown
    return f"{shown[: LONGEST // 2]}…{shown[-LONGEST // 3 :]} ({len(text):,} characters)"


def visible(text, keep="\n"):
    """The text with every control character in a form that can be seen and does nothing.

    C0 and DEL become their Unicode control pictures, C1 and bidi overrides escapes such as ``\\u202e``; the
    characters of ``keep`` stay. An escape sequence loses its ESC, so one that is cut between two pieces is harmless.
    """
    if text.isprintable():
        return text
    return text.translate({code: form for code, form in FORMS.items() if chr(code) not in keep})
