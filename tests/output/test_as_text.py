"""An answer while it arrives."""

import pytest
from inprocess import Stream
from printing import answered, printed

from cometapi.context import Context
from cometapi.errors import StreamCut
from cometapi.output import write


def answer(*pieces):
    return answered(iter(pieces))


ENDS = [([], ""), (["hi"], "hi\n"), (["hi\n"], "hi\n"), (["hi", "\n", "\n"], "hi\n"), (["a\n\n", "b"], "a\n\nb\n")]


@pytest.mark.parametrize(("pieces", "text"), ENDS)
def test_an_answer_ends_with_one_newline_or_is_nothing(pieces, text):
    assert printed(answer(*pieces), "table")[0] == text


def test_a_sequence_cut_between_pieces_does_nothing_on_a_terminal():
    assert printed(answer("a\x1b", "[2J\tb\n"), "table", width=80)[0] == "a␛[2J\tb\n"


def test_a_pipe_gets_the_pieces_as_they_came():
    assert printed(answer("a\x1b", "[2J\r\n"), "table")[0] == "a\x1b[2J\r\n"


def test_each_piece_is_flushed_before_the_next_is_asked_for():
    flushed = []

    class Watched(Stream):
        def flush(self):
            super().flush()
            flushed.append(self.buffer.getvalue().decode())

    stdout = Watched()
    write(answer("a", "b"), "table", Context([], {}, Stream(), stdout, Stream()))
    assert flushed[:2] == ["a", "ab"]


def test_a_cut_answer_keeps_what_arrived_and_ends_its_line():
    def pieces():
        yield "half"
        raise StreamCut("The answer was cut.")

    stdout = Stream()
    with pytest.raises(StreamCut):
        write(answered(pieces()), "table", Context([], {}, Stream(), stdout))
    assert stdout.text() == "half\n"
