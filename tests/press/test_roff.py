"""The language of man pages: what a reader copies is what the manifest says."""

import pytest

from codegen import roff


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a-b", "a\\-b"),
        ("jq '.[].id'", "jq \\(aq.[].id\\(aq"),
        (".config is a folder", "\\&.config is a folder"),
        ("C:\\new", "C:\\enew"),
        ("~/x `y` ^", "\\(ti/x \\(gay\\(ga \\(ha"),
        ("'quoted'", "\\(aqquoted\\(aq"),
    ],
)
def test_plain_text_stays_what_it_is(text, escaped):
    assert roff.plain(text) == escaped


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("-m, --model MODEL", "\\fB\\-m\\fR, \\fB\\-\\-model\\fR \\fIMODEL\\fR"),
        ("[MESSAGE]", "[\\fIMESSAGE\\fR]"),
    ],
)
def test_what_is_typed_is_bold_and_what_is_replaced_italic(text, shown):
    assert roff.signature(text) == shown


def test_paragraphs_and_kept_lines():
    text = "One `word`.\nStill one.\n\n    x | y\n    z\n\nTwo."
    assert roff.prose(text) == ("One \\fBword\\fR.\nStill one.\n.PP\n.RS 4\n.nf\nx | y\nz\n.fi\n.RE\n.PP\nTwo.")
