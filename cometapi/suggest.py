"""Did you mean: the nearest known word to one that is not known."""


def meant(word, known):
    """The end of a sentence about an unknown word: a full stop, or the nearest known one as a question."""
    from difflib import get_close_matches

    has_letters = any(sign.isalnum() for sign in str(word))  # two hyphens alone are like every short option
    near = get_close_matches(str(word), [str(one) for one in known], n=1, cutoff=0.6) if has_letters else ()
    return f"; did you mean {near[0]}?" if near else "."
