"""Lists that come in pages: one loop for all of them, and one class for each way to ask for the next page."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import partial
from marshal import dumps

from cometapi.advice import also
from cometapi.errors import ReplyNotUnderstood
from cometapi.http.ahead import Ahead

DEFAULT_SIZE = 20
PLAIN = 2  # the version of marshal that writes equal values alike, whoever else refers to them
MOST_PAGES = 5000  # of one list; with pages of 100 records half a million
REPEATS = "The service returned the same page twice, so the list would never end."


class Page:
    """One page as it came: its items, how many there are in all (None where nobody says), and the marker or the link of
    the next page (None where there is none). ``arrive`` is what is done when all before it have been read.
    """

    def __init__(self, items, total=None, next=None):
        self.items, self.total, self.next = items, total, next
        self.arrive = lambda: None


class Position:
    """What is asked for: values by the places that they go to, or the URL of a link."""

    def __init__(self, extra=None, url=None):
        self.extra, self.url = extra or {}, url


class Pages(ABC):
    """A list as it is read: how many records there are ``before`` the first page, how many ``came``, the ``total`` as far
    as the service tells it, and whether ``more`` follow the last page that was read (None where only asking would tell).
    A list is over when a page is empty, or shorter than others and nobody says that more follow: totals are often wrong.

    ``facts`` are those of the manifest, ``first`` is the number of the page to begin with, of ``size`` records.
    """

    def __init__(self, facts, *, size, first=1):
        self.facts, self.size, self.first = facts, size, first
        self.count, self.came, self.longest = 0, 0, 0
        self.total, self.more = None, None
        self.asked = 0  # pages

    def items(self, fetch, *, every, is_wanted=lambda came: False):
        """The items: a generator that asks for the next page only when it is read that far; without ``every`` one page is all.

        ``fetch`` gives the Page of a Position, in any thread; its ``arrive`` is called when it is its turn. The next page
        is asked for while the items of one are read where it ``is_wanted`` in any case, by how many records came. Raises
        ReplyNotUnderstood when the service does not move on, or does not stop.
        """
        page = self.asked_for(fetch, self.start())
        while True:
            page.arrive()
            self.take(page)
            if not every or self.more is False:
                yield from page.items
                return
            behind: Callable[[], Page] = partial(self.behind, fetch, page)
            if page.items and is_wanted(self.came):
                behind = Ahead(behind)
            yield from page.items
            page = behind()

    def behind(self, fetch, page):
        """The page behind another one."""
        return self.asked_for(fetch, self.following(page))

    def asked_for(self, fetch, position):
        """The page at a position."""
        self.check_end()
        if position.url is None:
            position.extra[self.facts["size"]] = self.size
        return fetch(position)

    def check_end(self):
        """Count the page that is asked for; raises ReplyNotUnderstood when more have come than any list has."""
        if self.asked >= MOST_PAGES:
            way = also(" Continue with {page}.")
            raise ReplyNotUnderstood(f"The list has not ended after {self.asked:,} pages.{way}")
        self.asked += 1

    def take(self, page):
        """Count a page that came; an empty one says nothing of where the list was entered."""
        self.count += bool(page.items)
        self.came += len(page.items)
        self.longest = max(self.longest, len(page.items))
        self.total = page.total if page.total is None or page.total >= self.before + self.came else None
        self.more = self.follows(page)

    @property
    @abstractmethod
    def before(self) -> int:
        """How many records stand before the first page."""

    @abstractmethod
    def start(self) -> Position:
        """The position of the first page."""

    @abstractmethod
    def following(self, page) -> Position:
        """The position of the page after one, of the first page after None."""

    @abstractmethod
    def follows(self, page) -> bool | None:
        """Whether more records follow a page, None where only asking would tell."""


class Counted(Pages):
    """Pages that are asked for by a number that grows. A service may give fewer records at once than it is asked for."""

    last = None

    def start(self):
        """The position of the first page."""
        self.digests = set()  # of the pages that came
        return self.following(None)

    def take(self, page):
        """Count a page; the same once more says that there is no other one: of all there are, or behind the last."""
        if page.items == self.last:
            page.items = []
        self.last = page.items
        if page.items and not self.is_new(page):
            raise ReplyNotUnderstood(REPEATS)
        super().take(page)

    def is_new(self, page):
        """Whether a page has not come before."""
        from hashlib import blake2b

        digest = blake2b(dumps(page.items, PLAIN), digest_size=16).digest()
        is_new = digest not in self.digests
        self.digests.add(digest)
        return is_new

    def follows(self, page):
        """Whether more records follow a page, None where that is not sure."""
        if not page.items:
            return False
        if self.total is not None and self.before + self.came < self.total:
            return True
        return False if len(page.items) < self.longest else None

    @property
    def missing(self):
        """How many records a list that is over lacks, by what the service says; 0 where it says nothing."""
        return self.total - self.before - self.came if self.total is not None and self.more is False else 0


class ByNumber(Counted):
    """Pages that are numbered from 1."""

    def following(self, page):
        """The position of the next page."""
        return Position({self.facts["to"]: self.first + self.count})

    @property
    def before(self):
        """How many records stand before the first page: as many full pages as come before it, of the service's own length.

        A page that is shorter than asked may be the last one, or tell how long this service's pages are: it is the
        latter when another one follows, or when the total says so.
        """
        is_full = self.longest >= self.size
        is_last = self.count == 1 and self.total in (None, (self.first - 1) * self.size + self.came)
        return (self.first - 1) * (self.size if is_full or is_last else self.longest)


class ByOffset(Counted):
    """Pages that begin behind as many records as are to be skipped."""

    @property
    def before(self):
        """How many records were skipped in the beginning."""
        return (self.first - 1) * self.size

    def following(self, page):
        """The position behind what has come."""
        return Position({self.facts["to"]: self.before + self.came})


class ByMarker(Pages):
    """Pages each of which tells how to ask for the next one."""

    missing = 0  # the service itself says where the list ends
    before = 0  # nobody can tell

    @abstractmethod
    def position(self, marker) -> Position:
        """The position that a page's marker of the next one stands for."""

    def start(self):
        """The position of the first page."""
        self.seen = set()
        return Position()

    def follows(self, page):
        """Whether more records follow a page."""
        return page.next is not None

    def following(self, page):
        """The position of the next page; raises ReplyNotUnderstood for one that was named before."""
        if page.next in self.seen:
            raise ReplyNotUnderstood("The service returned the same next page twice, so the list would never end.")
        self.seen.add(page.next)
        return self.position(page.next)


class ByCursor(ByMarker):
    """Pages behind a marker of the page before."""

    def position(self, marker):
        """The position behind a marker."""
        return Position({self.facts["to"]: marker})


class ByLink(ByMarker):
    """Pages behind a link of the page before."""

    def position(self, link):
        """The position behind a link."""
        return Position(url=link)


KINDS: dict[str, type] = {"number": ByNumber, "offset": ByOffset, "cursor": ByCursor, "link": ByLink}


def size_of_page(asked, wanted, largest, first=1):
    """How many records to ask for at once: what the user says, else as many as are wanted, within what the service allows.

    A page that is not the first one begins at the same record however many are wanted.
    """
    return min(asked or (wanted if first == 1 else None) or DEFAULT_SIZE, largest)
