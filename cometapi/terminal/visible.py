"""Text of strangers, made harmless for a terminal."""

_CONTROLS = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
_ESCAPED = (*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))  # C1, and what turns text around
FORMS = _CONTROLS | {code: f"\\u{code:04x}" for code in _ESCAPED}


LONGEST = 60  # characters of a value in a sentence
# What is printable to Unicode and yet leaves no mark: fillers, blanks, and signs that only change the one before.
_FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u180f\u2800\u3164\uffa0"
_UNSEEN = frozenset([*_FILLERS, *map(chr, range(0xFE00, 0xFE10)), *map(chr, range(0xE0100, 0xE01F0))])


def named(sentence, values):
    """A sentence with the values of arguments in place of their names in braces, so that it shows what they are."""
    return sentence.format_map({name: "" if value is None else exact(value) for name, value in values.items()})


def exact(value):
    """A value as a sentence shows it: what cannot be seen is escaped, a long text keeps its two ends and tells its length."""
    return excerpt(seen(", ".join(map(str, value)) if isinstance(value, list) else str(value)), LONGEST)


def excerpt(text, most):
    """A text, of a long one the two ends and its length."""
    if len(text) <= most:
        return text
    return f"{text[: most // 2]}…{text[-most // 3 :]} ({len(text):,} characters)"


def is_seen(sign):
    """Whether a character can be seen, rather than obeyed, ignored, or taken for nothing."""
    return sign.isprintable() and sign not in _UNSEEN


def seen(text):
    """The text with every character that cannot be seen as an escape."""
    return "".join(sign if is_seen(sign) else sign.encode("unicode_escape").decode() for sign in text)


def visible(text, keep="\n"):
    """The text with every control character in a form that can be seen and does nothing.

    C0 and DEL become their Unicode control pictures, C1 and bidi overrides escapes such as ``\\u202e``; the
    characters of ``keep`` stay. An escape sequence loses its ESC, so one that is cut between two pieces is harmless.
    """
    if text.isprintable():
        return text
    return text.translate({code: form for code, form in FORMS.items() if chr(code) not in keep})
