"""Lists that come in pages: one loop for all of them."""

DEFAULT_SIZE = 20


def records(fetch, *, start=1, size=DEFAULT_SIZE, more=False):
    """The records of a paged list: a generator that asks for the next page only when it is read that far.

    ``fetch(number, size)`` gives ``(items, total or None)`` of one page. Without ``more`` one page is all. The loop
    ends with the first short page, when the total is reached, or when a service sends the same page again.
    """
    number, before = start, None
    while True:
        items, total = fetch(number, size)
        if items == before:
            return
        yield from items
        is_last = len(items) < size or (total is not None and number * size >= total)
        if not more or is_last:
            return
        number, before = number + 1, items


def size_of_page(wanted, limit, largest):
    """How many records to ask for at once: what the user says, else as many as are wanted, within what the service allows."""
    return min(wanted or limit or DEFAULT_SIZE, largest)
