"""What all formats have in common: which columns, one newline at the end, and how printing fails."""

import errno

import pytest
from inprocess import Stream
from printing import column, printed

from cometapi.context import Context
from cometapi.errors import OutputFailed, ServiceUnavailable
from cometapi.manifest.output_formats import FORMATS
from cometapi.output import write
from cometapi.output.results import Record, Rows

ONE = Rows([column("a")], [{"a": "x"}])
SHOWN = [column("always"), column("detail", "detail"), column("people", "people"), column("machines", "machines")]


@pytest.mark.parametrize("detail", [False, True])
@pytest.mark.parametrize("format_name", ["table", "markdown"])
def test_people_see_their_columns_and_details_when_asked(format_name, detail):
    text, _ = printed(Rows(SHOWN, [{c["name"]: "x" for c in SHOWN}], detail=detail), format_name)
    assert text.splitlines()[0].replace("|", "").split() == ["Always", *["Detail"] * detail, "People"]


@pytest.mark.parametrize("format_name", ["json", "jsonl", "yaml", "csv"])
def test_machines_see_every_column_but_those_of_people(format_name):
    text, _ = printed(Rows(SHOWN, [{}]), format_name)
    assert ["people" in text, *(name in text for name in ("always", "detail", "machines"))] == [False, True, True, True]


EMPTY = {"table": "", "json": "[]\n", "jsonl": "", "yaml": "[]\n", "csv": "a\n", "markdown": "| A |\n| --- |\n"}


@pytest.mark.parametrize("format_name", FORMATS)
def test_nothing_found_is_an_empty_document_and_a_note(format_name):
    rows = Rows([column("a")], iter([]), empty=lambda: "No keys yet.")
    assert printed(rows, format_name) == (EMPTY[format_name], "cometapi: No keys yet.\n")


def failing_after(count):
    yield from [{"a": "x"}] * count
    raise ServiceUnavailable("Gone.")


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_request_that_fails_at_once_leaves_stdout_empty(format_name):
    stdout = Stream()
    with pytest.raises(ServiceUnavailable):
        write(Rows([column("a")], failing_after(0)), format_name, Context([], {}, Stream(), stdout, Stream()))
    assert stdout.text() == ""


WHOLE = {"json": '[\n  {\n    "a": "x"\n  }\n]\n', "jsonl": '{"a": "x"}\n', "yaml": "- a: x\n", "csv": "a\nx\n"}


@pytest.mark.parametrize("format_name", WHOLE)
def test_what_was_complete_stays_a_document_when_reading_breaks_off(format_name):
    stdout = Stream()
    with pytest.raises(ServiceUnavailable):
        write(Rows([column("a")], failing_after(1)), format_name, Context([], {}, Stream(), stdout, Stream()))
    assert stdout.text() == WHOLE[format_name]


class Refusing(Stream):
    def __init__(self, error):
        super().__init__()
        self.error = error

    def write(self, text):
        raise self.error


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_full_disk_is_a_sentence(format_name):
    stdout = Refusing(OSError(errno.ENOSPC, "No space left on device"))
    with pytest.raises(OutputFailed, match=r"^The result could not be written: No space left on device\.$"):
        write(ONE, format_name, Context([], {}, Stream(), stdout, Stream()))


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_closed_pipe_is_left_to_main(format_name):
    with pytest.raises(BrokenPipeError):
        write(ONE, format_name, Context([], {}, Stream(), Refusing(BrokenPipeError()), Stream()))


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_closed_stdout_is_a_sentence(format_name):
    context = Context([], {}, Stream(), Stream(), Stream())
    context.stdout = None
    with pytest.raises(OutputFailed, match=r"^Standard output is closed\.$"):
        write(ONE, format_name, context)


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_text_that_stdout_cannot_carry_is_no_failure(format_name, encoding):
    text, _ = printed(Record([column("a")], {"a": "é\ud800🎨"}), format_name, encoding=encoding)
    assert text.encode(encoding).endswith(b"\n")
