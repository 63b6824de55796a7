"""Anchors that were once released: each stays, also where what it led to is gone.

``spec/released/anchors.txt`` has a line for each page: its address and its anchors. A release adds to it and takes nothing away.
"""

from codegen.site.blocks import Definition, Definitions, Heading, Page, Paragraph, Span, anchors_of

FILE = "spec/released/anchors.txt"


def read(root):
    """The kept anchors by page, without an ending; empty where nothing was released."""
    path = root / FILE
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    return {words[0]: words[1:] for line in lines if (words := line.split())}


def text(pages, before):
    """The file with the anchors of these pages added to those of before."""
    found = {name: dict.fromkeys(anchors) for name, anchors in before.items()}
    for page in pages:
        found.setdefault(page.path, {}).update(dict.fromkeys(one for one in anchors_of(page) if one))
    return "".join(f"{' '.join([name, *sorted(anchors)])}\n" for name, anchors in sorted(found.items()))


def with_kept(pages, before):
    """The pages with a place for everything that is no longer there, and a page for each that is gone."""
    known = {page.path: page for page in pages}
    for page in pages:
        lost = [one for one in before.get(page.path, []) if one not in set(anchors_of(page))]
        if lost:
            page.blocks += [Heading("No longer here", "no-longer-here"), Definitions(list(map(gone, lost)))]
    return [*pages, *(gone_page(path, anchors) for path, anchors in before.items() if path not in known)]


def gone(anchor):
    """The place of something that was removed or renamed."""
    return Definition("removed", anchor, anchor, [Span("Removed or renamed since an earlier version.")])


def gone_page(path, anchors):
    """A page whose subject was removed or renamed."""
    summary = "What this page was about was removed or renamed since an earlier version."
    title = path.rpartition("/")[2]
    blocks = [Paragraph([Span(summary)], "lead"), Definitions(list(map(gone, anchors)))]
    return Page(path, title, summary, "removed", blocks)
