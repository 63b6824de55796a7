"""What a search looks in: everything with a name, and what pages say, as a script."""

import json

from codegen.site.blocks import Bullets, Definitions, Heading, Listing, Markup, Paragraph, Table, text_of

READ = ("topic", "guide", "command", "group", "start")  # kinds of pages whose text is searched
SAME = ("option", "argument", "column")
UNTOLD = ("Type", "Repeatable", "Required", "In the request")


def script(pages):
    """The index as a script that a page loads from beside it, from a server or from disk."""
    named = [[one.html, one.names[0] if one.kind in ("command", "group") else one.title] for one in pages]
    data = {"pages": named, "entries": entries(pages)}
    return f"window.searchIndex = {json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n".replace(
        "</", "<\\/"
    )


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
    """The entries of one page: the page with its text, its titles with the text below, and its named things."""
    title, anchor, said, names = page.title, "", [], page.names
    is_read = page.kind in READ
    if not is_read:
        yield page.kind, title, page.summary, names, ""
    for block in page.blocks:
        if isinstance(block, Heading) and page.kind in ("topic", "guide", "start"):
            yield page.kind, title, " ".join(said), names, anchor
            title, anchor, said, names = f"{page.title}: {block.text}", block.anchor, [], []
        elif isinstance(block, Markup) and is_read:
            said.append(block.said[""])
        elif isinstance(block, Markup):
            yield from sections(page, block)
        elif isinstance(block, Definitions):
            yield from definitions(block)
        elif isinstance(block, Table):
            yield from ((row.kind, row.names[0], "", row.names, row.anchor) for row in block.rows if row.anchor)
        elif is_read and not is_output(block):
            said.append(text(block))
    if is_read:
        yield page.kind, title, " ".join(said), names, anchor


def is_output(block):
    """Whether a block is what the program or a service printed."""
    return isinstance(block, Listing) and block.language in ("output", "json", "http", "synopsis")


def text(block):
    """What a block says."""
    if isinstance(block, Paragraph):
        return text_of(block.spans)
    if isinstance(block, Bullets):
        return " ".join(map(text_of, block.items))
    return getattr(block, "text", "")


def sections(page, block):
    """The titles of a text that was written in Markdown, with what it says below; of changes only the titles."""
    if block.said[""]:
        yield page.kind, page.title, block.said[""], [], ""
    for one in block.headings:
        said = "" if page.kind == "changes" else block.said[one.anchor]
        yield page.kind, f"{page.title}: {one.text}", said, [one.text], one.anchor


def definitions(block):
    """Named things with an anchor of their own."""
    for one in block.items:
        if one.anchor:
            facts = "; ".join(f"{label} {text_of(spans)}" for label, spans in one.facts if label not in UNTOLD)
            yield one.kind, one.term, " ".join([text_of(one.spans), facts]).strip(), one.names, one.anchor
