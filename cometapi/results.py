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


class Download:
    """Bytes as the service sends them, for stdout; ``pieces`` yields them as they arrive."""

    def __init__(self, pieces):
        self.pieces = pieces


class Answer:
    """A model's answer: ``pieces`` of text to print as they arrive, or the service's whole reply.

    ``pieces`` yields strings. ``document`` is a function that reads everything and gives back the reply as the
    protocol's own JSON value, from which ``record`` takes the values of ``columns``. Only one of the two ways is ever
    used, because both read the same reply. ``is_raw`` keeps a terminal from rendering the text.
    """

    is_raw = False

    def __init__(self, columns, *, pieces, document):
        self.columns = columns
        self.pieces = pieces
        self.document = document

    def record(self, document):
        """The record of a whole reply."""
        from cometapi.extract import record

        return record(self.columns, document)
