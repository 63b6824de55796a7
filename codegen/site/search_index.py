"""What a search looks in: everything with a name, and what pages say, as a script."""

import json

from codegen.site.blocks import Bullets, Definitions, Heading, Listing, Markup, Paragraph, text_of


SAME = ("option", "argument", "column", "word")
UNTOLD = ("Type", "Repeatable", "Required", "In the request")


def script(pages):
    """The index as a script that a page loads from beside it, from a server or from disk."""
    named = [[one.html, one.names[0] if one.kind in ("command", "group") else one.title] for one in pages]
    data = {"pages": named, "entries": entries(pages)}
    return f"window.searchIndex = {json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n".replace("</", "<\\/")


def entries(pages):
    """Entries ``[kind, title, text, names, pages and anchors]``: options of one name are one, wherever they stand."""
    found: dict = {}
    for number, page in enumerate(pages):
        if page.path == "all":
            continue
        for kind, title, text, names, anchor in of_page(page):
            key = (kind, names[0]) if kind in SAME else (kind, title, number, anchor)
            entry = found.setdefault(key, [kind, title, {}, {}, []])
            entry[2][text] = None
            entry[3].update(dict.fromkeys(names))
            entry[4].append([number, anchor])
    return [[kind, title, " | ".join(texts), list(names), where] for kind, title, texts, names, where in found.values()]


def of_page(page):
    """The entries of one page: the page itself, its titles with the text below, and its named things."""
    yield page.kind, page.title, page.summary, page.names, ""
    title, anchor, said = page.title, "", []
    for block in page.blocks:
        if isinstance(block, Heading) and page.kind in ("topic", "guide"):
            yield from passage(page, title, anchor, said)
            title, anchor, said = f"{page.title}: {block.text}", block.anchor, []
        elif isinstance(block, Markup):
            yield from sections(page, block)
        elif isinstance(block, Definitions):
            yield from definitions(block)
        elif hasattr(block, "rows"):
            yield from ((row.kind, row.names[0], "", row.names, row.anchor) for row in block.rows if row.anchor)
        elif page.kind in ("topic", "guide", "command") and not is_output(block):
            said.append(text(block))
    yield from passage(page, title, anchor, said)


def is_output(block):
    """Whether a block is what the program or a service printed."""
    return isinstance(block, Listing) and block.language in ("output", "json", "http", "synopsis")


def passage(page, title, anchor, said):
    """What a page says below a title."""
    if said:
        yield "text" if page.kind == "command" else page.kind, title, " ".join(said), [], anchor


def text(block):
    """What a block says."""
    if isinstance(block, Paragraph):
        return text_of(block.spans)
    if isinstance(block, Bullets):
        return " ".join(map(text_of, block.items))
    return getattr(block, "text", "")


def sections(page, block):
    """The titles of a text that was written in Markdown."""
    for one in block.headings:
        yield page.kind, f"{page.title}: {one.text}", "", [one.text], one.anchor


def definitions(block):
    """Named things with an anchor of their own."""
    for one in block.items:
        if one.anchor:
            facts = "; ".join(f"{label} {text_of(spans)}" for label, spans in one.facts if label not in UNTOLD)
            yield one.kind, one.term, " ".join([text_of(one.spans), facts]).strip(), one.names, one.anchor
