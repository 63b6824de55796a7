"""Writes a result to standard output in one of the output formats.

Each format is a module with ``write_rows(columns, records, out)``, ``write_record(columns, record, out)`` and
``write_answer(answer, columns, out)``, imported only when it is asked for.
"""

from codecs import iterdecode
from importlib import import_module
from itertools import chain, islice

from cometapi.errors import OutputFailed, ReplyNotUnderstood
from cometapi.manifest.output_formats import FORMATS
from cometapi.output.results import Arriving, Download, Value
from cometapi.terminal.visible import visible

PIECE = 8192  # characters that are written together where nobody watches


def write(result, format_name, context):
    """Print a Rows, Followed, Record, Value, Answer or Text, ending in exactly one newline.

    Nothing is written before the first record is there, so a request that fails at once leaves stdout empty.
    Raises OutputFailed when stdout is closed or refuses, and ReplyNotUnderstood for what is nested deeper than can be
    printed; a BrokenPipeError passes through, and so does whatever
    fails while the result is being read.
    """
    out = Out(context)
    if isinstance(result, Download):
        out.write_bytes(result.pieces)
        return
    try:
        laid_out(result, format_name, out)
    except RecursionError:
        raise ReplyNotUnderstood("The service's reply is nested too deeply to be printed.") from None
    finally:
        out.write_held()  # what was complete when reading broke off
    out.flush()


def prepare(format_name, context):
    """Load what prints an answer in a format, for whoever waits for the answer and has the time."""
    module = writer_of(format_name, is_answer=True)
    if hasattr(module, "prepare"):
        module.prepare(context)


def laid_out(result, format_name, out):
    """Give a result to the writer of its form and format."""
    if isinstance(result, Value):
        from cometapi.output.values import write_value

        write_value(format_name, result.value, out)
        return
    module = writer_of(format_name, is_answer=isinstance(result, Arriving))
    readers = FORMATS[format_name]["readers"] if format_name in FORMATS else "machines"  # who read events
    WRITERS[type(result).__name__](module, result, columns_for(result, readers), out)


def writer_of(format_name, *, is_answer=False):
    """The module that prints a format, which may be another one for answers."""
    own = f"as_{format_name}"
    return import_module(f"cometapi.output.{FORMATS.get(format_name, {}).get('answers', own) if is_answer else own}")


def columns_for(result, readers):
    """The columns of a result that are meant for ``people`` or for ``machines``."""
    if readers == "machines":
        return [column for column in result.columns if column["show"] != "people"]
    shown = {"always", "people"} | ({"detail"} if getattr(result, "detail", False) else set())
    return [column for column in result.columns if column["show"] in shown]


def _rows(module, rows, columns, out):
    records = iter(rows.read(columns))
    out.is_exact = rows.is_exact
    first = list(islice(records, 1))
    module.write_rows(columns, chain(first, records), out)
    if not first:
        out.context.note(rows.empty())


def _followed(module, followed, columns, out):
    """Print batches of records as they come: laid out by the first one, and JSON as one object a line."""
    batches = (batch for batch in followed.batches if batch)
    first = next(batches, [])
    out.sample = len(first)
    write_rows = getattr(module, "write_lines_of", module.write_rows)
    write_rows(columns, _flushed(chain([first], batches), out), out)


def _flushed(batches, out):
    for batch in batches:
        yield from batch
        out.flush()


WRITERS = {
    "Rows": _rows,
    "Followed": _followed,
    "Record": lambda module, result, columns, out: module.write_record(columns, result.record, out),
    "Answer": lambda module, result, columns, out: module.write_answer(result, columns, out),
    "Text": lambda module, result, columns, out: module.write_answer(result, columns, out),
}


class Out:
    """Standard output as a writer sees it: takes any text, and fails only with OutputFailed or BrokenPipeError."""

    def __init__(self, context):
        context.check_stdout()
        self.context = context
        self.encoding = getattr(context.stdout, "encoding", None) or "utf-8"
        self.is_terminal = context.is_terminal("stdout")
        self.is_unicode = self.encoding.lower().startswith("utf")
        self.held, self.length = [], 0
        self.is_exact = False  # whether texts of CSV stay as they are
        self.sample = 1000  # records by which a table is laid out; the rest is streamed with the same widths

    def encodable(self, text):
        """The text with a question mark for each character that stdout cannot carry, a lone surrogate included."""
        return text if text.isascii() else text.encode(self.encoding, "replace").decode(self.encoding)

    def write(self, text):
        """Write a text: at once where somebody watches, else together with others."""
        self.held.append(text)
        self.length += len(text)
        if self.is_terminal or self.length > PIECE:
            self.write_held()

    def write_held(self):
        """Write what has been held back."""
        text, self.held, self.length = "".join(self.held), [], 0
        if text:
            self._try(self.context.stdout.write, self.encodable(text))

    def write_data(self, text):
        """Write text of a machine format that has no escapes for what a terminal obeys; there it becomes visible."""
        self.write(visible(text, keep="\n\t") if self.is_terminal else text)

    def write_bytes(self, pieces):
        """Pass bytes on as they are; a terminal is shown them as text, in which it finds nothing to obey."""
        self.flush()
        if self.is_terminal:
            for text in iterdecode(pieces, "utf-8", "replace"):
                self.write_data(text)
                self.flush()
            return
        for piece in pieces:
            self._try(self.context.stdout.buffer.write, piece)
            self._try(self.context.stdout.buffer.flush)

    def flush(self):
        """Write out everything."""
        self.write_held()
        self._try(self.context.stdout.flush)

    def _try(self, act, *words):
        try:
            act(*words)
        except BrokenPipeError:
            raise  # the reader has seen enough
        except OSError as error:
            raise OutputFailed(f"The result could not be written: {error.strerror or error}.") from error
        except ValueError as error:
            raise OutputFailed("Standard output is closed.") from error
