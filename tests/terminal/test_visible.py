"""Text of strangers does nothing to a terminal, whatever it is and wherever it is cut."""

import unicodedata

import pytest
from generators import TEXTS, cut
from hypothesis import given

from cometapi.terminal.visible import visible

KEPT = ["", "\n", "\n\t"]
TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}  # what turns text around (UAX 9)
EACH = pytest.mark.parametrize("keep", KEPT)


def obeyed(text):
    """The characters of a text that a terminal obeys, or by which it turns text around."""
    return {one for one in text if unicodedata.category(one) == "Cc" or unicodedata.bidirectional(one) in TURNING}


@EACH
@given(text=TEXTS)
def test_nothing_that_a_terminal_obeys_comes_through_but_what_is_kept(keep, text):
    assert obeyed(visible(text, keep)) <= set(keep)


@EACH
@given(case=cut(TEXTS))
def test_pieces_are_as_harmless_as_the_whole(keep, case):
    text, pieces = case

    assert "".join(visible(piece, keep) for piece in pieces) == visible(text, keep)


@EACH
@given(text=TEXTS)
def test_what_is_harmless_stays_as_it_is(keep, text):
    harmless = visible(text, keep)

    assert visible(harmless, keep) == harmless
    assert len(harmless) >= len(text)


@given(text=TEXTS)
def test_other_characters_are_not_touched(text):
    assert visible("".join(one for one in text if not obeyed(one))) == "".join(one for one in text if not obeyed(one))
