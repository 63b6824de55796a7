"""Pages as Markdown (CommonMark with tables), for readers that are programs."""

import posixpath
import re

from codegen.site.blocks import Bullets, Definitions, Facts, Heading, Listing, Markup, Paragraph, Table

SIGNS = re.compile(r"([\\`*\[\]<>|~])|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|!(?=\[)")
STARTS = re.compile(r"^(\s*)([#+=-]|\d+(?=[.)]))")
TONES = {"note": "Note: ", "warning": "Warning: "}


def markdown(page):
    """The text of a page."""
    parts = [f"# {plain(page.title)}"]
    parts += [text for block in page.blocks if (text := RENDER[type(block)](block, page))]
    return "\n\n".join(parts) + "\n"


def plain(text):
    """Text in which no sign means anything."""
    text = SIGNS.sub(lambda match: f"\\{match[0]}", text)
    return STARTS.sub(
        lambda match: f"{match[1]}{match[2]}\\." if match[2].isdigit() else f"{match[1]}\\{match[2]}", text
    )


def code(text):
    """Text as code, in as many backticks as it takes."""
    longest = max((len(one) for one in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text[:1] in ("`", " ") or text[-1:] in ("`", " ") else ""
    return f"{fence}{pad}{text}{pad}{fence}" if text.strip() else plain(text)


def line(spans, page):
    """Spans as a line."""
    return "".join(span_text(one, page) for one in joined(spans))


def joined(spans):
    """Spans with plain neighbours made one, so that signs are seen with what stands around them."""
    found = []
    for one in spans:
        if found and not (one.kind or one.target or found[-1].kind or found[-1].target):
            found[-1] = type(one)(found[-1].text + one.text)
        else:
            found.append(one)
    return found


def bold(text):
    """Text that stands out; a blank at its edge stays outside."""
    inner = text.strip()
    return text.replace(inner, f"**{plain(inner)}**", 1) if inner else text


def span_text(one, page):
    """One span."""
    text = code(one.text) if one.kind == "code" else bold(one.text) if one.kind == "strong" else plain(one.text)
    if not one.target or one.target.startswith(f"{page.html}#"):
        return text
    return f"<{one.target}>" if one.target == one.text else f"[{text}]({link(one.target, page)})"


def link(target, page):
    """The address of another page's Markdown, seen from this one; a place inside a page is its page."""
    if "://" in target:
        return target
    path = target.partition("#")[0].removesuffix(".html")
    return posixpath.relpath(f"{path}.md", posixpath.dirname(page.path) or ".")


def heading(block, _page):
    """A title."""
    return f"{'#' * block.level} {plain(block.text)}"


def paragraph(block, page):
    """A paragraph."""
    return TONES.get(block.tone, "") + line(block.spans, page)


def listing(block, _page, indent=""):
    """Code or output."""
    longest = max((len(one) for one in re.findall("`+", block.text)), default=0)
    fence = "`" * max(3, longest + 1)
    language = block.language if block.language not in ("output", "synopsis") else ""
    text = f"{fence}{language}\n{block.text}\n{fence}"
    return text.replace("\n", f"\n{indent}") if indent else text


def bullets(block, page):
    """A list."""
    return "\n".join(f"- {line(one, page)}" for one in block.items)


def definitions(block, page):
    """Named things: each an item with its text, its facts below."""
    return "\n".join(definition(one, page) for one in block.items)


def definition(one, page):
    """One named thing."""
    term = code(one.term) if one.is_code else plain(one.term)
    term = f"[{term}]({link(one.target, page)})" if one.target else term
    lines = [f"- {term}: {line(one.spans, page)}" if one.spans else f"- {term}"]
    if one.facts:
        lines.append("  " + "; ".join(f"{label}: {line(spans, page)}" for label, spans in one.facts) + ".")
    text = "  \n".join(lines)
    for example in one.listings:
        text += "\n\n  " + listing(example, page, "  ") + "\n"
    return text


def table(block, page):
    """A table."""
    rows = [[line(cell, page) for cell in row.cells] for row in block.rows]
    head = [list(map(plain, block.head)), ["---"] * len(block.head)]
    return "\n".join(f"| {' | '.join(map(cell_text, row))} |" for row in [*head, *rows])


def cell_text(text):
    """Text of a cell: a bar ends it even in code, so each has a backslash, once."""
    return re.sub(r"(?<!\\)\|", r"\\|", text).replace("\n", " ")


def facts(block, page):
    """What there is to know at a glance."""
    return "\n".join(f"- {label}: {line(spans, page)}" for label, spans in block.items)


def markup(block, _page):
    """What was written in Markdown."""
    return block.source.strip()


RENDER = {
    Heading: heading,
    Paragraph: paragraph,
    Listing: listing,
    Bullets: bullets,
    Definitions: definitions,
    Table: table,
    Facts: facts,
    Markup: markup,
}
