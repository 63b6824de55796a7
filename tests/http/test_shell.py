"""Any text as a word of a shell: the shell makes the same text of it, and a terminal finds nothing to obey."""

import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cometapi.http.body import body
from cometapi.http.shell import word

ODD = 'a\'b\\n\x9b\x1b[31m\u202e%s !x $(date) `date` "q" \x7f\U000e0041\n\n'


def read_by(shell, text):
    """What a shell makes of a word."""
    return subprocess.run([shell, "-c", f"printf %s {word(text)}"], capture_output=True, check=True).stdout.decode()


@pytest.mark.parametrize("shell", [name for name in ("sh", "dash", "bash", "zsh") if shutil.which(name)])
@pytest.mark.parametrize("text", [ODD, "", "plain", "\n", "\x9b", "\x1b\n", "'\x7f'"], ids=ascii)
def test_a_shell_reads_the_text_that_was_meant(shell, text):
    assert read_by(shell, text) == text


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs", "Cn", "Co"])))
def test_no_word_holds_what_a_terminal_obeys(text):
    assert all(sign in "\n\t" or sign.isprintable() or sign.isspace() for sign in word(text))


@pytest.mark.parametrize("sends", ["json", "form", "multipart", "raw"])
def test_no_body_is_written_with_what_a_terminal_obeys(sends):
    value = ODD if sends == "raw" else {"a": ODD, "b[]": ["x", ODD]}
    words, piped = body(sends, value).curl()

    assert piped is None
    assert all(sign in "\n\t" or sign.isprintable() for sign in "".join(words))
