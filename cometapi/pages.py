"""Lists that come in pages: one loop for all of them."""

DEFAULT_SIZE = 20


def pages(fetch, *, start=1, size=DEFAULT_SIZE, more=False):
    """The items of a paged list: a generator that asks for the next page only when it is read that far.

    ``fetch(number)`` gives ``(items, total or None)`` of one page. Without ``more`` one page is all. The loop ends with
    the first short page, when the total is reached, or when a service sends the same page again.
    """
    number, before = start, None
    while True:
        items, total = fetch(number)
        if items == before:
            return
        yield from items
        is_last = len(items) < size if total is None else number * size >= total or not items
        if not more or is_last:
            return
        number, before = number + 1, items


def size_of_page(asked, wanted, largest):
    """How many records to ask for at once: what the user says, else as many as are wanted, within what the service allows."""
    return min(asked or wanted or DEFAULT_SIZE, largest)
