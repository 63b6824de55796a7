"""An answer on its way: it can be read piece by piece as it comes, or as the whole reply."""

from typing import Any


class Reading:
    """An answer that is read once: by ``pieces`` or by ``document``. ``reader`` knows what it says of itself.

    It is read from the ``events`` of a stream, or from a ``whole`` reply.
    """

    def __init__(self, reader, *, events=None, whole=None):
        self.reader = reader
        self.events = events
        self.whole = whole
        self.assembly: Any = None  # of the events that came, when the whole reply is wanted beside the pieces

    def pieces(self):
        """The reader's pieces ``(kind, value, choice)`` as they come."""
        if self.events is None:
            return self.reader.whole(self.whole)
        return self.reader.stream(self.events, self.assembly)

    def document(self):
        """The whole reply, as the protocol's own JSON value."""
        self.whole = self.reader.noted(self.whole) if self.events is None else self.reader.assembled(self.events)
        return self.whole

    def keeping(self):
        """This reading, of which ``reply`` can be asked for when its pieces have been read."""
        from cometapi.answers.assembler import Assembly

        self.assembly = Assembly(self.reader.protocol["assemble"])
        return self

    def reply(self):
        """The whole reply of an answer that has been read, None where its pieces were not kept."""
        return self.whole if self.assembly is None or self.whole is not None else self.assembly.reply()

    def again(self, document):
        """The same answer, to be read from its whole reply."""
        return Reading(self.reader.anew(), whole=document)
