"""What becomes of a result before it is printed: ``--fields`` picks columns, ``--query`` selects from the document."""

from cometapi.advice import flag
from cometapi.errors import ReplyNotUnderstood, UsageError
from cometapi.manifest import select
from cometapi.output.plain import finite
from cometapi.output.results import Answer, Download, Record, Rows, Value
from cometapi.suggest import meant


class Projection:
    """What a call wants of its result: ``fields`` are names of columns, ``query`` is a JMESPath expression.

    Truthy when one of them is wanted. Raises UsageError for an expression that is not valid.
    """

    def __init__(self, fields=None, query=None):
        self.fields = fields
        self.query = None if query is None else select.compiled(query, flag("query"))

    def __bool__(self):
        return bool(self.fields or self.query)

    def columns(self, columns):
        """The columns that are wanted, in the order in which they are; raises UsageError for one that is not there."""
        if not self.fields:
            return columns
        known = {column["name"]: column for column in columns}
        for name in self.fields:
            if name not in known:
                fault = f"Unknown field {name!r}{meant(name, known)}"
                raise UsageError(fault, hint=f"The fields are {', '.join(known)}.")
        return [{**known[name], "show": "always"} for name in dict.fromkeys(self.fields)]

    def value(self, value):
        """What the options make of a JSON value of any form: the wanted fields of its objects, then what is selected of it."""
        return self.query(self.picked(value)) if self.query else self.picked(value)

    def picked(self, value):
        """A JSON value with the wanted fields of its objects alone."""
        if self.fields and isinstance(value, dict):
            return {name: value.get(name) for name in self.fields}
        if self.fields and isinstance(value, list):
            return [{name: one.get(name) for name in self.fields} for one in value if isinstance(one, dict)]
        return value

    def of(self, result):
        """The result in this shape; what is selected from becomes a Value, and a Value has been selected already.

        Raises ReplyNotUnderstood for a file.
        """
        if isinstance(result, Value):
            return result
        if isinstance(result, Download) and self:
            raise ReplyNotUnderstood("The reply is not a single JSON value, so nothing can be selected from it.")
        if self.fields and isinstance(result, Answer):
            records = result.records(result.document())
            result = Rows(result.columns, records) if records[1:] else Record(result.columns, records[0])
        if self.fields:
            result.columns = self.columns(result.columns)
        return Value(self.query(document(result))) if self.query else result


def document(result):
    """What a script sees of a result: the records of a list, one record, the whole reply."""
    if isinstance(result, Answer):
        return finite(result.document())
    from cometapi.output.formats import faces_for_machines, machine_record

    columns = [column for column in result.columns if column["show"] != "people"]
    if isinstance(result, Rows):
        faces = faces_for_machines(columns)
        return [{name: read(record.get(name)) for name, read in faces} for record in result.read(columns)]
    return machine_record(columns, result.record)
