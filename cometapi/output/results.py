"""What a command gives back, told apart from how it is printed.

A column is a dict of the manifest: ``name``, ``title``, ``show`` (``always``, ``detail``, ``people`` or ``machines``)
and, where it has them, ``format`` (``{"kind": ...}`` and its numbers) and ``words`` (raw value to word).
A record is a dict from column name to the raw value that the service sent, ``None`` where it sent none.
"""


class Rows:
    """Many records of one shape; ``records`` may be a generator and is read once. ``empty`` gives what is said of none.

    Where ``records`` have a method ``only``, it gives them with what some columns show, and perhaps nothing else. Rows that
    are ``is_exact`` get no marks against spreadsheets in CSV.
    """

    def __init__(self, columns, records, *, detail=False, is_exact=False, empty=lambda: "Nothing found."):
        self.columns = columns
        self.records = records
        self.detail = detail
        self.is_exact = is_exact
        self.empty = empty

    def read(self, columns):
        """The records, for whoever shows these columns."""
        return self.records.only(columns) if hasattr(self.records, "only") else self.records


class Followed:
    """Records of one shape that go on coming; ``batches`` yields lists of them as they arrive, and may never end."""

    def __init__(self, columns, batches, *, detail=False):
        self.columns = columns
        self.batches = batches
        self.detail = detail


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


class Arriving:
    """What is printed while it arrives, from the ``reader`` of an answer or, where that is None, from anything else."""

    reader = None
    is_plain = False

    def before_wait(self, act):
        """Have something done before each wait for more; False where nobody can tell when that is."""
        reply = self.reader and self.reader.reply
        if reply is None:
            return False
        reply.before_wait = act
        return True


class Text(Arriving):
    """Text, printed while its ``pieces`` arrive. ``is_raw`` gives it to a terminal as it came, ``is_plain`` tells that it
    is no Markdown.
    """

    columns = ()

    def __init__(self, pieces, *, reader=None, is_raw=False, is_plain=False):
        self.pieces = pieces
        self.reader = reader
        self.is_raw, self.is_plain = is_raw, is_plain


class Answer(Arriving):
    """A model's answer: ``pieces`` of text to print as they arrive, or the service's whole reply.

    ``everything`` yields the pieces ``(kind, value, choice)`` of its ``reader``, ``pieces`` the strings of them that are
    printed as text. ``document`` is a function that reads everything and gives back the reply as the protocol's own JSON
    value, from which ``records`` takes the values of ``columns``. Only one of these ways is ever used, because all read
    the same reply. ``check`` raises when the answer that was read is not what was asked for, and gives back what there
    is to say of it. ``tokens`` gives its tokens, ``count`` (where that is wanted) tokens and their estimated cost.
    ``is_raw`` keeps a terminal from rendering the text. ``more`` is what is told beside the reply, by name.
    """

    def __init__(
        self, columns, *, reader, everything, pieces, document, check, tokens, count=None, is_raw=False, more=None
    ):
        self.columns = columns
        self.more = more or {}
        self.reader = reader
        self.everything = everything
        self.pieces = pieces
        self.document = document
        self.check = check
        self.tokens = tokens
        self.count = count
        self.is_raw = is_raw

    def records(self, document):
        """The records of a whole reply: one for each answer in it, one of a reply without any."""
        from cometapi.output.records import record

        key = self.reader.protocol.get("answers") if self.reader else None
        answers = document.get(key) if key else None
        several = answers if isinstance(answers, list) and answers else [None]
        return [record(self.columns, document if one is None else {**document, key: [one]}) for one in several]
