"""The text of a page, without scripts, styles and markup."""

import re

from justhtml import stream

from cometapi.errors import ReplyNotUnderstood

UNSEEN = {"script", "style", "noscript", "iframe", "noembed", "noframes", "template"}
BLOCKS = """
address article aside blockquote body br caption dd details dialog div dl dt fieldset figcaption figure footer form
h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol option p pre section summary table tbody tfoot thead title tr ul
"""
LINES = frozenset(BLOCKS.split())
CELLS = {"td", "th"}
PAUSE = 1000  # tags and texts between two looks at the clock
SPACES = re.compile(r"[ \t\f\r\n]+")


def text(page, is_over=lambda: False):
    """The text of HTML: a line for each block, cells apart by tabs, space as it is in ``pre``.

    Raises ReplyNotUnderstood as soon as ``is_over`` says that it takes too long.
    """
    writer = Writer()
    for number, (kind, told) in enumerate(stream(page)):
        if number % PAUSE == 0 and is_over():
            raise ReplyNotUnderstood("The page takes too long to be read.")
        if kind == "text":
            writer.text(told)
        elif kind in ("start", "end"):
            writer.tag((told[0] if kind == "start" else told).lower(), kind == "start")
    lines = (line.rstrip(" \t") for line in "".join(writer.found).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


class Writer:
    """Takes tags and texts in their order; ``found`` is what there is to read of them."""

    def __init__(self):
        self.found = []
        self.unseen, self.depth = None, 0  # the element whose text nobody sees, and how often it is open
        self.kept = 0  # how many ``pre`` are open

    def tag(self, name, begins):
        """Take a tag that begins or ends an element."""
        if self.unseen:
            self.depth += (1 if begins else -1) * (name == self.unseen)
            self.unseen = self.unseen if self.depth else None
        elif name in UNSEEN:
            self.unseen, self.depth = (name, 1) if begins else (None, 0)
        elif name in LINES or name in CELLS:
            self.kept = max(0, self.kept + (name == "pre") * (1 if begins else -1))
            self.found.append("\n" if name in LINES else "" if begins else "\t")

    def text(self, told):
        """Take a text, whose space counts once outside of ``pre`` and not at the beginning of a line."""
        if self.unseen:
            return
        if not self.kept:
            told = SPACES.sub(" ", told)
            told = told.lstrip(" ") if not self.found or self.found[-1][-1:] in ("\n", "\t", " ") else told
        self.found.append(told)
