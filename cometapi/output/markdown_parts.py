"""Markdown that grows, cut into parts: those that nothing more can change, and the one that is still growing.

Every part is rendered by itself. What is final is cut off as early as it can be: lines of code, items of a list, rows
of a table, and of a long paragraph all but its last rows. So the growing part is short, and a text costs as much time
as it is long.
"""

import re
from itertools import pairwise

from cometapi.output.markdown_boxes import box_of
from cometapi.output.markdown_part import Part, View, complete_lines, lines_of
from cometapi.output.markdown_rows import (
    BLOCKS,
    is_closed,
    letters,
    part_rows,
    plain,
    table_widths,
    tokens,
)
from cometapi.output.markdown_tables import GAP, shares

LONG = 1000  # characters of a paragraph that are rendered at once
KEPT = 2  # rows at the end of a paragraph that may still change: its last word may be longer than it is yet
NARROWEST = 10  # columns inside of quotes and items; where there are fewer, they are shown as a whole
NUMBERED = re.compile(r" {0,3}\d+[.)]")  # an item whose number depends on those before it
REMEMBERED = 10  # lines of code that are kept for the colours of those that follow
WORD = re.compile(r"([^\s\u2e80-\U0010ffff]*)[ \t]*")  # Chinese and Japanese have no spaces between words
LINE = re.compile(r"([^\n]*)\n?")
UNDECIDED = {  # what may begin markup or a formula that ends later, in the parser's tokens
    "text": re.compile(r"[*`~\[$]|(?<![^\W_])_|_(?![^\W_])"),
    "text_special": re.compile(r"[(\[]"),
}


def rows(parts, width, begun):
    """The rows of parts one after the other, with an empty one before each that begins a block behind another."""
    found = []
    for part in parts:
        shown = part_rows(part, width)
        found += [""] * bool(shown and part.has_gap() and (begun or found)) + shown
    return found


def split(part, view):
    """A growing part in two: the final parts at its beginning, and the part that still grows."""
    final, growing = [], Part()
    for block in blocks(part):
        final += [growing] * bool(growing.source.strip())
        token = first(block)
        cut, growing = CUTS[token.type](block, token, view) if token and token.type in CUTS else ([], block)
        final += cut
    return final, growing


def blocks(part):
    """The outermost blocks of a part. A line that is not complete counts only where nothing before it can change it."""
    text = part.head + part.source
    lines = lines_of(text) or [""]
    complete = text.count("\n")
    found = outermost("".join(lines[:complete]))
    starts = [0, *(token.map[0] for token in found[1:])]
    if found and found[-1].type in ENDED and found[-1].map[1] < complete:
        starts.append(found[-1].map[1])
    stretches = ["".join(lines[start:end]) for start, end in pairwise([*starts, len(lines)])]
    return [part._replace(source=stretches[0][len(part.head) :]), *map(Part, stretches[1:])]


def outermost(text):
    """The tokens with which the outermost blocks of a text begin."""
    return [token for token in BLOCKS.parse(text) if token.level == 0 and token.nesting >= 0 and token.map]


def first(part):
    """The token with which a part begins, by its complete lines if it has any; None for empty lines."""
    text = part.head + part.source
    return next(iter(outermost(complete_lines(text) or text)), None)


def cut_code(part, fence, view):
    """All complete lines are final, but for empty ones at the end, which are shown only before others."""
    lines = lines_of(part.head + part.source)
    if is_closed(fence):
        end = len("".join(lines[: fence.map[1]])) - len(part.head)
        return [part._replace(source=part.source[:end])], Part(part.source[end:])
    end = len(complete_lines(part.source).rstrip()) + 1
    if end > len(complete_lines(part.source)):
        return [], part
    done = lines_of(part.head + part.source[:end])
    opening, shown = done[fence.map[0]], done[fence.map[0] + 1 :]
    shown = shown[-REMEMBERED:] if len(shown) > 2 * REMEMBERED else shown
    growing = Part(part.source[end:], head=opening + "".join(shown), is_joined=True)
    return [part._replace(source=part.source[:end])], growing


def cut_list(part, token, view):
    """All items but the last are final."""
    text = complete_lines(part.head + part.source) or part.source
    found = BLOCKS.parse(text)
    items = [item for item in found[: closing(found)] if item.type == "list_item_open" and item.level == 1]
    if len(items) < 2:
        return cut_inside(part, token, view)
    end = len("".join(lines_of(text)[: items[-1].map[0]])) - len(part.head)
    number = (part.number or int(token.attrs.get("start", 1))) + len(items) - 1
    return [part._replace(source=part.source[:end])], Part(part.source[end:], number=number, is_joined=True)


def cut_inside(part, token, view):
    """What is final inside of a quote or of an item, unless the two parts would look different from the whole."""
    box = box_of(part)
    if box is None or view.width - box.columns < NARROWEST:
        return [], part
    final, growing = split(box.inside(), View(view.width - box.columns, view.height))
    while final and growing.source and not growing.source.strip():  # a margin alone would be shown as it is
        *final, last = final
        growing = last._replace(source=last.source + growing.source)
    if not final or growing.is_by_lines or growing.is_settled or NUMBERED.match(growing.source):
        return [], part
    done, rest = box.parted(growing)
    if not done.source or part_rows(done, view.width) + part_rows(rest, view.width) != part_rows(part, view.width):
        return [], part
    return [done], rest


def closing(found):
    """The place of the token that ends the first block."""
    return next(place for place, token in enumerate(found) if token.level == 0 and token.nesting < 0)


def cut_table(part, token, view):
    """The first rows, up to half a screen, settle the columns; from then on every complete row is final."""
    done, rest = complete_lines(part.source), part.source[len(complete_lines(part.source)) :]
    if part.is_settled:
        part = part._replace(widths=squeezed(part.widths, view.width))
        final = [part._replace(source=done)] if done else []
        return final, part._replace(source=rest, is_joined=bool(part.widths))
    lines = lines_of(done)
    lead = token.map[0] + max(3, view.height // 2)
    if len(lines) < lead:
        return [], part._replace(is_by_lines=token.map[1] - token.map[0] > 1)
    beginning = part._replace(source="".join(lines[token.map[0] : lead]))
    following = settled(beginning, view.width)
    after = "".join(lines[lead:])
    final = [beginning, following._replace(source=after)] if after else [beginning]
    return final, following._replace(source=rest)


def settled(table, width):
    """The part that goes on with a table whose rows so far are shown."""
    head = table.head or "".join(lines_of(table.source)[:2])
    widths = table.widths if table.is_settled else table_widths(table, width)
    return Part(head=head, widths=widths, is_settled=True, is_by_lines=True, is_joined=bool(widths))


def squeezed(widths, width):
    """The widths of columns, made narrower where the terminal has become so."""
    room = max(0, width - GAP * len(widths))
    return tuple(max(1, share) for share in shares(widths, room))


def cut_paragraph(part, token, view):
    """All rows but the last ones are final, unless markup may begin in them that ends later."""
    final = []
    while len(part.source) > (KEPT + 2) * view.width:
        end = row_end(part.source, view.width)
        if end is None:
            break
        final.append(part._replace(source=part.source[:end]))
        part = Part(part.source[end:], is_joined=True)
    return final, part


def left(part, width):
    """What goes on below a part that is left as it stands, and the pattern of what still belongs to its last row."""
    if part.is_by_lines:
        done = complete_lines(part.source)
        following = settled(part._replace(source=done), width)._replace(source=part.source[len(done) :])
        has_records = part.is_settled or done.count("\n") > 2
        # The names alone say nothing of the room that the columns need.
        return following if has_records else following._replace(widths=(width,) * len(following.widths)), None
    token = first(part)
    if token is not None and token.type == "fence" and not is_closed(token):
        return Part(head=part.head or complete_lines(part.source) or "```\n", is_joined=True), LINE
    return Part(is_joined=True), WORD if part.source[-1:].strip() else None


def row_end(source, width):
    """Where the last row ends that is final; None if there is none. A text that is too long is cut in any case."""
    stretch, is_long = source[:LONG], len(source) > LONG
    rows = part_rows(Part(stretch), width)
    for end in places(stretch, sum(letters(plain(row)) for row in rows[-KEPT:])) if len(rows) > KEPT else ():
        if (is_long or is_decided(source, end)) and is_row_end(stretch, end, rows, width):
            return end
    return (max(stretch.rfind(" "), stretch.rfind("\n")) + 1 or LONG) if is_long else None


def places(text, behind):
    """Where a row may begin behind whose beginning there are so many letters: there, or where its word begins."""
    marks = [place for place, sign in enumerate(text) if sign.isalnum()]
    if not 0 < behind < len(marks):
        return []
    place = marks[-behind]
    word = max(text.rfind(" ", 0, place), text.rfind("\n", 0, place)) + 1
    return [word, place] if 0 < word < place else [place]


def is_row_end(text, end, rows, width):
    """Whether the two parts of a text have the same rows together as the whole text has."""
    return part_rows(Part(text[:end]), width) + part_rows(Part(text[end:]), width) == rows


def is_decided(source, end):
    """Whether nothing before a place can become markup, or the head of a table, by what follows."""
    last = len(complete_lines(source))
    if end > last and "|" in source[last:]:
        return False
    shown = [child for token in tokens(source[:end]) for child in token.children or ()]
    return not any(UNDECIDED[child.type].search(child.content) for child in shown if child.type in UNDECIDED)


ENDED = ("paragraph_open", "heading_open", "table_open", "hr")  # blocks that an empty line ends
CUTS = {
    "fence": cut_code,
    "bullet_list_open": cut_list,
    "ordered_list_open": cut_list,
    "blockquote_open": cut_inside,
    "table_open": cut_table,
    "paragraph_open": cut_paragraph,
}
