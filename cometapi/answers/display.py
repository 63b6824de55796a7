"""What of an answer is printed as text: the first choice as it comes, then the others and the calls of tools."""

from cometapi.answers import media, tools
from cometapi.terminal.visible import visible

RULE = "\n\n---\n\n"  # between several choices


class Shown:
    """The printed side of one answer. ``--reasoning`` says what becomes of the reasoning, ``--save`` of media.

    ``kept`` is a list that the first choice's text is added to, for whatever looks at all of it.
    """

    def __init__(self, call, answer, kept=None):
        self.context = call.context
        self.answer = answer
        self.aside = Aside(call.context, call.option("reasoning"))
        self.wanted = "reasoning" if call.option("reasoning") == "only" else "text"
        self.folder = call.option("save")
        self.kept = [] if kept is None and call.option("schema") else kept
        self.notes = []  # said when the answer has been printed

    def watched(self, everything):
        """A reader's pieces, after the text has been kept and media have been saved."""
        for kind, value, choice in everything:
            if kind == "text" and choice == 0 and self.kept is not None:
                self.kept.append(value)
            if kind == "media" and self.folder is not None:
                self.note(media.stored(value, self.folder))
            yield kind, value, choice

    def watch(self, document):
        """Do with a whole reply what is done with pieces as they come."""
        if self.kept is not None or self.folder is not None:
            for _ in self.watched(self.answer.reader.anew().whole(document)):
                pass

    def pieces(self, everything):
        """The strings to print, as they come: a generator."""
        others: dict[int, list[str]] = {}
        begun = False
        try:
            for kind, value, choice in everything:
                if kind == self.wanted and choice == 0:
                    self.aside.end()
                    begun = True
                    yield value
                elif kind == self.wanted:
                    others.setdefault(choice, []).append(value)
                elif kind == "reasoning" and choice == 0:
                    self.aside.say(value, begun)
                elif kind == "media" and self.folder is None:
                    self.note(media.described(value))
        finally:
            self.aside.end()
        yield from self.rest(others, begun)

    def rest(self, others, begun):
        """The strings of what comes after the first choice's text: the other choices, and calls of tools."""
        for choice in sorted(others):
            yield (RULE if begun else "") + "".join(others[choice])
            begun = True
        for one in self.answer.reader.calls.values() if self.wanted == "text" else ():
            yield ("\n\n" if begun else "") + f"{tools.shown(one)}  # {one['id'] or 'call'}"
            begun = True

    def note(self, sentence):
        """Say something, at once where that does not break into an answer on the same terminal."""
        if self.context.is_terminal("stdout"):
            self.notes.append(sentence)
        else:
            self.context.note(sentence)

    def close(self):
        """Say what had to wait until the answer was printed."""
        self.aside.catch_up()
        for sentence in self.notes:
            self.context.note(sentence)


class Aside:
    """Reasoning, told on stderr while it comes: dimmed on a terminal, and elsewhere only when it was asked for."""

    def __init__(self, context, wish):
        self.context = context
        self.is_shown = wish == "show" or (wish is None and context.is_terminal("stderr") and not context.quiet)
        self.is_dim = context.has_color("stderr")
        self.is_open = False
        self.late = []  # what came when the answer had begun on the same terminal

    def say(self, text, begun=False):
        """Tell a piece; later, when the answer has ``begun`` on a terminal, where it would tear what is drawn."""
        if not self.is_shown:
            return
        if begun and self.context.is_terminal("stdout"):
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
        """Tell what came too late to be told while the answer was drawn."""
        for text in self.late:
            self.say(text)
        self.end()
        self.late = []

    def write(self, text):
        """Write to stderr; that nobody listens there does not matter to the answer."""
        try:
            self.context.stderr.write(text)
            self.context.stderr.flush()
        except (AttributeError, OSError, ValueError):
            pass
