"""Lists that come in pages: one loop for all of them."""

DEFAULT_SIZE = 20


def pages(fetch, *, start=1, size=DEFAULT_SIZE, more=False):
    """The items of a paged list: a generator that asks for the next page only when it is read that far.

    ``fetch(number)`` gives ``(items, total or None)`` of one page. Without ``more`` one page is all. The loop ends when
    the total is reached, with an empty page, with one shorter than the first (which tells how long this service's pages
    are: it may give fewer than it is asked for), or when a service sends the same page again.
    """
    number, before, seen = start, None, (start - 1) * size
    while True:
        items, total = fetch(number)
        if not items or items == before:
            return
        yield from items
        seen += len(items)
        is_last = len(items) < len(before or items) if total is None else seen >= total
        if not more or is_last:
            return
        number, before = number + 1, items


def size_of_page(asked, wanted, largest):
    """How many records to ask for at once: what the user says, else as many as are wanted, within what the service allows."""
    return min(asked or wanted or DEFAULT_SIZE, largest)
