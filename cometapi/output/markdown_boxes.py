"""What stands inside of a quote, or of an item of a list: Markdown of its own, behind a margin of signs or spaces.

A part inside of another one is found by taking the margin off its lines, and cut where the part around it is cut.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate

from cometapi.output.markdown_part import Part, lines_of

QUOTE = re.compile(r" {0,3}> ?")
ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)]) {1,4}(?=\S)")
SHOWN = "x\n\n"  # stands for what an item has shown already, a row long; what follows is another block
QUOTE_COLUMNS, BULLET_COLUMNS, NUMBER_COLUMNS = 4, 3, 5  # of the terminal, as rich takes them


@dataclass
class Box:
    """A part that is a quote or one item: the lines of its text without their margins, and how long each margin is.

    ``head`` is what stands before the rest of it once its beginning is shown, ``margin`` what each further line has.
    """

    part: Part
    lines: list
    margins: list
    head: str
    margin: str
    columns: int

    def inside(self):
        """The part inside."""
        shown = lines_of(self.part.head)
        end = len(self.part.head) - sum(self.margins[: len(shown)])
        begin = len(SHOWN) if shown and self.head else 0
        text = "".join(self.lines)
        return Part(text[end:], head=text[begin:end], is_joined=True)

    def parted(self, growing):
        """The part in two, where the part inside has ``growing`` as its end."""
        at, is_within = self.place(len(growing.source))
        head = self.head + "".join(self.margin + line for line in lines_of(growing.head))
        if is_within and not (growing.head and growing.head[-1] != "\n"):
            head += self.margin
        done = self.part._replace(source=self.part.source[: at - len(self.part.head)])
        text = self.part.head + self.part.source
        return done, Part(text[at:], head=head, number=self.part.number, is_joined=True)

    def place(self, left):
        """Where in the text so many characters are left inside, and whether that is within a line."""
        inner = list(accumulate(map(len, self.lines), initial=0))
        outer = [0, *(end + margin for end, margin in zip(inner[1:], accumulate(self.margins), strict=True))]
        place = inner[-1] - left
        number = bisect_left(inner, place)
        is_broken = number == len(self.lines) and not self.lines[-1].endswith("\n")
        if inner[number] == place and not is_broken:
            return outer[number], False
        return outer[number - 1] + self.margins[number - 1] + place - inner[number - 1], True


def box_of(part):
    """The Box of a part that begins with a quote or an item; None where some line has no margin."""
    text = part.head + part.source
    first = ITEM.match(text)
    if first is None:
        margin, head, columns, further = "> ", "", QUOTE_COLUMNS, QUOTE
    else:
        margin, head = " " * len(first[0]), first[0] + SHOWN
        columns = NUMBER_COLUMNS if first[0].strip()[0].isdigit() else BULLET_COLUMNS
        further = re.compile(rf"{margin}|[ \t]*(?=\n|\Z)")
    lines = lines_of(text)
    found = [first if first and not number else further.match(line) for number, line in enumerate(lines)]
    if None in found:
        return None
    margins = [len(one[0]) for one in found]
    return Box(part, [line[cut:] for line, cut in zip(lines, margins, strict=True)], margins, head, margin, columns)
