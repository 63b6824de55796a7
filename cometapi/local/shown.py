"""What of an answer is printed as text: the first choice as it comes, then the others, calls of tools and media."""

from cometapi import tools
from cometapi.local import media
from cometapi.terminal import visible

RULE = "\n\n---\n\n"  # between several choices


class Shown:
    """The printed side of one answer. ``--reasoning`` says what becomes of the reasoning, ``--save`` of media."""

    def __init__(self, call, answer):
        self.call = call
        self.answer = answer
        self.aside = Aside(call.context, call.values.get("reasoning"))
        self.wanted = "reasoning" if call.values.get("reasoning") == "only" else "text"
        self.kept = [] if call.values.get("schema") else None

    def pieces(self):
        """The strings to print, as they come: a generator."""
        others, begun = {}, False
        for kind, value, choice in self.answer.everything:
            if kind == self.wanted and choice == 0:
                self.aside.end()
                begun = True
                self.keep(value)
                yield value
            elif kind == self.wanted:
                others.setdefault(choice, []).append(value)
            elif kind == "reasoning":
                self.aside.say(value)
            elif kind == "media":
                self.call.context.note(media.told(value, self.call.values.get("save")))
        self.aside.end()
        yield from self.rest(others, begun)

    def rest(self, others, begun):
        """The strings of what comes after the first choice's text: the other choices, and calls of tools."""
        for choice in sorted(others):
            yield (RULE if begun else "") + "".join(others[choice])
            begun = True
        for one in self.answer.reader.calls.values():
            yield ("\n\n" if begun else "") + f"{tools.shown(one)}  # {one['id'] or 'call'}"
            begun = True

    def keep(self, text):
        """Keep the text where something has to look at all of it."""
        if self.kept is not None:
            self.kept.append(text)

    def text(self):
        """The whole text of the first choice."""
        if not self.kept and self.answer.whole is not None:
            self.kept = [
                value
                for kind, value, choice in self.answer.reader.whole(self.answer.whole)
                if kind == "text" and choice == 0
            ]
        return "".join(self.kept or ())


class Aside:
    """Reasoning, told on stderr while it comes: dimmed on a terminal, and elsewhere only when it was asked for."""

    def __init__(self, context, wish):
        self.context = context
        self.is_shown = wish == "show" or (wish is None and context.is_terminal("stderr") and not context.quiet)
        self.is_dim = context.has_color("stderr")
        self.is_open = False

    def say(self, text):
        """Tell a piece."""
        if not self.is_shown or self.context.stderr is None:
            return
        start = "\x1b[2m" if self.is_dim and not self.is_open else ""
        self.is_open = True
        self.context.stderr.write(start + visible(text, keep="\n\t"))
        self.context.stderr.flush()

    def end(self):
        """Close what was told, on a line of its own."""
        if self.is_open:
            self.context.stderr.write(("\x1b[0m" if self.is_dim else "") + "\n\n")
            self.context.stderr.flush()
        self.is_open = False
