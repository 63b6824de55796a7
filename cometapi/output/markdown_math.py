"""LaTeX in Markdown: left as it came, because underscores, asterisks and backslashes mean something else in it."""

import re

# As Pandoc has it: no space inside single dollars, and no digit behind them, so that two prices are no formula.
INLINE = re.compile(
    r"\$\$(?!\$).+?\$\$|\$(?![\s$])(?:\\.|[^$\\\n])*?(?<!\s)\$(?!\d)|\\\(.+?\\\)|\\\[.+?\\\]",
    re.DOTALL,
)
PLAIN = "plain"  # in the ``meta`` of a token: its text holds no Markdown
ENDS = {"$$": "$$", r"\[": r"\]"}


def math(parser):
    """Teach a MarkdownIt formulas: ``$…$``, ``$$…$$``, ``\\(…\\)`` and ``\\[…\\]``."""
    parser.inline.ruler.before("escape", "math", inline)
    parser.block.ruler.before("fence", "math_block", block, {"alt": ["paragraph", "list", "blockquote"]})


def inline(state, silent):
    """Take a formula within a paragraph as text; whether one stands here."""
    found = INLINE.match(state.src, state.pos, state.posMax) if state.src[state.pos] in "$\\" else None
    if found is None:
        return False
    if not silent:
        state.push("text", "", 0).content = found[0]
    state.pos = found.end()
    return True


def block(state, first, last, silent):
    """Take the lines of a displayed formula, up to its end or an empty line, as text alone; whether one begins here."""
    opening = line(state, first)
    end = ENDS.get(opening[:2])
    if end is None or end in opening[2:] or state.is_code_block(first):
        return False
    if silent:
        return True
    following = first + 1
    while following < last and not state.isEmpty(following):
        following += 1
        if end in line(state, following - 1):
            break
    state.line = following
    state.push("paragraph_open", "p", 1).map = [first, following]
    content = state.push("inline", "", 0)
    content.content = state.getLines(first, following, state.blkIndent, False).rstrip()
    content.children, content.meta[PLAIN] = [], True
    state.push("paragraph_close", "p", -1)
    return True


def line(state, number):
    """The text of a line, without the indentation of the blocks that it stands in."""
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]
