"""What of an answer is printed as text: the first choice as it comes, then the others and the calls of tools."""

from cometapi.advice import also
from cometapi.terminal.visible import excerpt, visible

MOST_NAMED = 8  # kinds of what is not printed
LONGEST_NAME = 60  # characters of one
RULE = "\n\n---\n\n"  # between several choices


class Display:
    """The printed side of one answer, whose pieces a reader gives.

    ``reasoning`` says what becomes of the reasoning (``show``, ``hide``, ``only`` or None), ``saving`` saves a medium and
    gives the sentence about it. ``texts`` is a list that the first choice's text is added to, for whatever looks at all of it.
    """

    def __init__(self, context, reader, *, reasoning=None, saving=None, texts=None):
        self.context = context
        self.reader = reader
        self.reasoning = ReasoningStream(context, reasoning, reader.keep)
        self.wanted = "reasoning" if reasoning == "only" else "text"
        self.saving = saving
        self.texts = texts
        self.notes = []  # said when the answer has been printed

    def watched(self, everything):
        """A reader's pieces, after the text has been kept and media have been saved."""
        for kind, value, choice in everything:
            if kind == "text" and choice == 0 and self.texts is not None:
                self.reader.keep(len(value))
                self.texts.append(value)
            if kind == "media" and self.saving is not None:
                self.note(self.saving(value))
            yield kind, value, choice

    def watch(self, document):
        """Do with a whole reply what is done with pieces as they come, and give it back."""
        if self.texts is not None or self.saving is not None:
            for _ in self.watched(self.reader.anew().whole(document)):
                pass
        return document

    def pieces(self, everything):
        """The strings to print, as they come: a generator."""
        self.reader.repeats.are_joined = True
        others: dict[int, list[str]] = {}
        begun = False
        try:
            for kind, value, choice in everything:
                if kind == self.wanted and choice == 0:
                    self.reasoning.end()
                    begun = True
                    yield value
                elif kind == self.wanted:
                    self.reader.keep(len(value))
                    others.setdefault(choice, []).append(value)
                elif kind == "reasoning" and choice == 0:
                    self.reasoning.say(value, begun)
                elif kind == "media" and self.saving is None:
                    self.note(of_media().described(value))
        finally:
            self.reasoning.end()
        yield from self.rest(others, begun)

    def rest(self, others, begun):
        """The strings of what comes after the first choice's text: the other choices, and calls of tools."""
        for choice in sorted(others):
            yield (RULE if begun else "") + "".join(others[choice])
            begun = True
        for one in self.reader.calls.values() if self.wanted == "text" else ():
            from cometapi.answers import tools

            yield ("\n\n" if begun else "") + f"{tools.shown(one)}  # {one['id'] or 'call'}"
            begun = True

    def named(self, kinds):
        """A sentence that names what of an answer is not printed."""
        told = [*dict.fromkeys(visible(one, keep="") for one in kinds)]
        more = f" and {len(told) - MOST_NAMED} more" if len(told) > MOST_NAMED else ""
        kinds = ", ".join(excerpt(one, LONGEST_NAME) for one in told[:MOST_NAMED])
        return f"The answer also holds {kinds}{more}{also('; {json} shows all of it')}."

    def note(self, sentence):
        """Say something, at once where that does not break into an answer on the same terminal."""
        if self.context.is_terminal("stdout"):
            self.reader.keep(len(sentence))
            self.notes.append(sentence)
        else:
            self.context.note(sentence)

    def close(self):
        """Print the notes that were held back until the answer was printed."""
        self.reasoning.catch_up()
        for sentence in self.notes:
            self.context.note(sentence)


def of_media():
    """The module that saves media, which few answers have."""
    from cometapi.answers import media

    return media


class ReasoningStream:
    """Reasoning, told on stderr while it comes: dimmed on a terminal, and elsewhere only when it was asked for."""

    def __init__(self, context, wish, keep):
        self.context = context
        self.keep = keep  # counts what has to be kept for later
        self.is_shown = wish == "show" or (wish is None and context.is_terminal("stderr") and not context.quiet)
        self.is_dim = context.has_color("stderr")
        self.is_open = False
        self.late = []  # what came when the answer had begun on the same terminal

    def say(self, text, begun=False):
        """Tell a piece; later, when the answer has ``begun`` on a terminal, where it would tear what is drawn."""
        if not self.is_shown:
            return
        if begun and self.context.is_terminal("stdout"):
            self.keep(len(text))
            self.late.append(text)
            return
        self.write(("\x1b[2m" if self.is_dim and not self.is_open else "") + visible(text, keep="\n\t"))
        self.is_open = True

    def end(self):
        """Close what was told, on a line of its own."""
        if self.is_open:
            self.write(("\x1b[0m" if self.is_dim else "") + "\n\n")
        self.is_open = False

    def catch_up(self):
        """Print the reasoning that arrived while the answer was being drawn."""
        for text in self.late:
            self.say(text)
        self.end()
        self.late = []

    def write(self, text):
        """Write to stderr; errors are ignored, because the answer does not depend on it."""
        try:
            self.context.stderr.write(text)
            self.context.stderr.flush()
        except (AttributeError, OSError, ValueError):
            pass
