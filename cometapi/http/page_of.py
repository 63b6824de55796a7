"""What a reply says of itself as a page: its items, how many there are in all, and where the next one is."""

import re

from cometapi.http.pages import Page
from cometapi.manifest.select import select

LINK = re.compile(r"<([^>]*)>([^<]*)")
NEXT = re.compile(r"""\brel\s*=\s*"?[^";,]*\bnext\b""", re.IGNORECASE)


def page(facts, document, items, reply):
    """The Page of a document that holds these items."""
    return Page(items, total_of(facts, document), following(facts, document, reply))


def following(facts, document, reply):
    """The marker or the link of the next page, None where there is none."""
    found = select(facts["next"], document) if "next" in facts else next_link(reply)
    if found in (None, "") or ("more" in facts and not select(facts["more"], document)):
        return None
    return str(found)


def total_of(facts, document):
    """How many records a reply says there are in all, None where it does not."""
    total = select(facts["total"], document) if "total" in facts else None
    return total if type(total) is int else None


def next_link(reply):
    """The URL that the header Link gives for the next page, None where it gives none (RFC 8288)."""
    header = reply.headers.get("Link", "") if reply else ""
    return next((url for url, words in LINK.findall(header) if NEXT.search(words)), None)
