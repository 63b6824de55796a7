"""What property tests draw from: texts that are hard on a terminal or a format, JSON values, and ways to cut."""

from hypothesis import strategies as st

HARD = [
    *"\0\a\b\t\n\v\f\r\x1b\x7f\x85\x9b\xa0\xad\u061c\u200b\u200d\u202e\u2028\u2029\u2066\u3000\ufe0f\ufeff",
    *"é字模👩🎨🇩e\u0301\U000e0041",
    *"|\\`*_~<>&[](){}#+-=@!'\",;:/ ",
    *[
        "\x1b[2J",
        "\x1b]0;x\a",
        "\r\n",
        "&#x1b;",
        "&#27;",
        "<br>",
        "👩\u200d🚀",
        "\n\n",
        "```",
        "```\n",
        "- ",
        "1. ",
        "|-|",
    ],
]


def texts(characters, **size):
    """Texts of hard pieces and of any of these characters."""
    return st.lists(st.sampled_from(HARD) | characters, **{"max_size": 20, **size}).map("".join)


TEXTS = texts(st.characters() | st.sampled_from("\ud800\udfff"))
ENCODABLE = texts(st.characters(codec="utf-8"))
NUMBERS = st.integers(-(10**30), 10**30) | st.floats(allow_nan=False, allow_infinity=False)


def json_values(texts):
    """JSON values with these texts as keys and values."""
    return st.recursive(
        st.none() | st.booleans() | NUMBERS | texts,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
        max_leaves=10,
    )


JSON = json_values(TEXTS)


@st.composite
def cut(draw, wholes):
    """A whole (text or bytes) and the pieces that it was cut into; some of them may be empty."""
    whole = draw(wholes)
    places = sorted(draw(st.lists(st.integers(0, len(whole)), max_size=8)))
    return whole, [whole[start:end] for start, end in zip([0, *places], [*places, len(whole)], strict=True)]
