"""What a command gives back, told apart from how it is printed.

A column is a dict of the manifest: ``name``, ``title``, ``show`` (``always``, ``detail``, ``people`` or ``machines``)
and, where it has them, ``format`` (``{"kind": ...}`` and its numbers) and ``words`` (raw value to word).
A record is a dict from column name to the raw value that the service sent, ``None`` where it sent none.
"""


class Rows:
    """Many records of one shape; ``records`` may be a generator and is read once."""

    def __init__(self, columns, records, *, detail=False, empty="Nothing found."):
        self.columns = columns
        self.records = records
        self.detail = detail
        self.empty = empty


class Record:
    """One record, printed as a list of fields for people and as one object for machines."""

    def __init__(self, columns, record, *, detail=False):
        self.columns = columns
        self.record = record
        self.detail = detail


class Value:
    """Any JSON value, selected from a result."""

    def __init__(self, value):
        self.value = value


class Download:
    """Bytes as the service sends them, for stdout; ``pieces`` yields them as they arrive."""

    def __init__(self, pieces):
        self.pieces = pieces


class Answer:
    """A model's answer: ``pieces`` of text to print as they arrive, or the service's whole reply.

    ``everything`` yields the reader's pieces ``(kind, value, choice)``, ``pieces`` the strings of them that are printed
    as text. ``document`` is a function that reads everything and gives back the reply as the protocol's own JSON value,
    from which ``record`` takes the values of ``columns``. Only one of these ways is ever used, because all read the
    same reply. ``check`` raises when the answer that was read is not what was asked for, and gives back what there is to
    say of it. ``count`` gives its tokens and their estimated cost, where that is wanted. ``before`` are the readers of
    the rounds that led to it. ``is_raw`` keeps a terminal from rendering the text.
    """

    is_raw = False
    count = None
    before = ()

    def __init__(self, columns, *, pieces=None, document=None, everything=(), reader=None):
        self.columns = columns
        self.everything = everything
        self.pieces = texts(everything) if pieces is None else pieces
        self.document = document
        self.reader = reader
        self.check = reader.judge if reader else list

    def tokens(self):
        """Tokens by name, over all rounds."""
        counts = [reader.tokens() for reader in (*self.before, self.reader)]
        return {name: sum(one.get(name, 0) for one in counts) for count in counts for name in count}

    def record(self, document):
        """The record of a whole reply."""
        from cometapi.output.records import record

        return record(self.columns, document)

    def again(self, document):
        """The same answer to be printed from its whole reply, after that has been read."""
        reader = self.reader.anew()
        return Answer(
            self.columns, everything=reader.whole(document), document=lambda: reader.noted(document), reader=reader
        )


def texts(everything):
    """The texts of the first choice among a reader's pieces."""
    return (value for kind, value, choice in everything if kind == "text" and choice == 0)
