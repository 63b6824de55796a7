"""The records of a list command: pages, filters, a limit, and what is told beside them."""

from itertools import islice

from cometapi.errors import Refused, ReplyNotUnderstood
from cometapi.http.filters import filters, found_in, is_choosing, is_exact, looks_into
from cometapi.http.nothing_found import MOST_TOLD, nothing_found
from cometapi.http.page_of import page
from cometapi.http.pages import KINDS, size_of_page
from cometapi.http.service_errors import WRONG_BASE_URL, facts_of
from cometapi.manifest.arguments import flag_of
from cometapi.manifest.output_formats import is_for_machines
from cometapi.manifest.select import parsed, select
from cometapi.output.records import recorder


class Listing:
    """The list that a route of a call gives; read once, page by page as far as it is wanted.

    ``since`` is given for a list that is followed: places such as ``("query", "start")`` with the values from which on
    all records are wanted, or ``{}`` for the first page alone.
    """

    def __init__(self, call, route, since=None):
        self.call = call
        self.route = route
        self.response = route["response"]
        self.since = since
        self.limit = None if since else call.option("limit")
        self.arrangement = arrangement(call, self.response)
        self.looked_at = 0
        self.values: dict[str, dict[str, str]] = {
            name: {} for name in self.call.given if is_choosing(call.arguments[name])
        }
        self.sought = next(
            (name for name, facts in call.arguments.items() if is_exact(facts) and name in call.given), None
        )
        self.printed = 0
        self.is_cut = False  # more records had been there, in a list that does not come in pages
        self.pages = None
        self.last = None

    def document(self):
        """The last reply that was read."""
        return self.last

    def __iter__(self):
        return self.records()

    def only(self, columns):
        """The records, with what these columns show at least."""
        return self.records(None if self.arrangement else columns)

    def records(self, columns=None):
        """The records to print, with what these columns show or all: a generator; raises Refused where one is missing."""
        read, items = recorder(columns or self.response["columns"]), self.seen() if self.values else self.items()
        for test in filters(self.call.arguments, self.call.values):
            items = filter(test, items)
        found = (read(item, self.call.client.reply) for item in items)
        if self.arrangement:
            most = MOST_ARRANGED if "pages" in self.route else None  # else all of them are there already
            found = self.counted(islice(found, most))
            if "grouped_by" in self.response:
                from cometapi.output.grouping import grouped

                found = grouped(self.response["columns"], self.response["grouped_by"], found)
            found = self.arrangement.of(found)
        for one in islice(found, 1 if self.sought else self.limit):
            self.printed += 1
            yield one
        self.is_cut = self.pages is None and not self.sought and next(found, None) is not None
        if self.sought and not self.printed:
            flag = flag_of(self.call.arguments[self.sought])
            raise Refused(f"There is no record with {flag} {self.call.values[self.sought]}.")

    def seen(self):
        """The items, after what their filters look at has been noted, as long as nothing fits."""
        for item in self.items():
            if not self.printed:
                for name, values in self.values.items():
                    if len(values) <= MOST_TOLD:  # more are not told
                        found = found_in(self.call.arguments[name]["filter"], item)
                        values.update({text.casefold(): text for text in found})
            yield item

    def wanted(self):
        """The words of each filter of which one has to stand in a record, so that a kept list need not be parsed whole.

        None where the values of all records are told when none fits, or what a filter looks at is JSON inside a string.
        """
        inner = set(self.response.get("parse", ()))
        found = [
            (one["filter"], self.call.values.get(name)) for name, one in self.call.arguments.items() if "filter" in one
        ]
        given = [(facts, value) for facts, value in found if value is not None]
        if self.values or any(looks_into(facts["in"], inner) for facts, _ in given):
            return []
        return [value if isinstance(value, list) else [value] for facts, value in given if not facts.get("exact")]

    def nothing(self):
        """What is said where no record fits."""
        return nothing_found(self.call, self.values)

    def counted(self, records):
        """Records as they pass by, counted."""
        for one in records:
            self.looked_at += 1
            yield one

    def items(self):
        """The items as the service sends them, their inner JSON read."""
        values = self.paged() if "pages" in self.route else self.of(self.read())
        return (parsed(value, self.response.get("parse", ())) for value in values)

    def read(self):
        """The reply to a list that comes at once."""
        self.last = self.asked(self.call)
        return self.last

    def asked(self, call, extra=None, url=None):
        """The reply to a call of this list."""
        return call.document(self.route, {**(self.since or {}), **(extra or {})}, url)

    def paged(self):
        """The items of as many pages as are wanted."""
        facts = self.route["pages"]
        first = self.call.option("page") or 1
        wanted = facts["largest"] if self.is_whole() else None if self.arrangement else self.limit
        size = size_of_page(self.call.option("page_size"), wanted, facts["largest"], first)
        self.pages = KINDS[facts["by"]](facts, size=size, first=first)
        return self.pages.items(self.fetched, every=wanted is not None, is_wanted=self.is_wanted)

    def fetched(self, position):
        """The Page of a position, by a call beside this one, which may still be reading the page before."""
        call = self.call.beside()
        document = self.asked(call, position.extra, position.url)
        reply = call.client.reply
        found = page(self.route["pages"], document, self.of(document, reply), reply)

        def arrive():
            self.last, self.call.client.reply = document, reply

        found.arrive = arrive
        return found

    def is_wanted(self, came):
        """Whether a page behind as many records is wanted whatever comes in them."""
        if self.sought or self.call.client.bodies is not None:
            return False
        if self.arrangement:
            return came < MOST_ARRANGED
        return self.limit is None or (came < self.limit and not filters(self.call.arguments, self.call.values))

    def is_whole(self):
        """Whether every page is to be read, however many records are printed."""
        if self.sought or self.since or self.call.option("all"):
            return True
        return self.arrangement and self.since is None and not self.call.option("page")

    def of(self, document, reply=None):
        """The list that a document holds: in its place or bare; none for null. Raises ReplyNotUnderstood for anything else."""
        reply = reply or self.call.client.reply
        if "entries" in self.response:
            return entries(select(self.response["entries"], document), reply)
        found = document if isinstance(document, list) else select(self.response["rows"], document)
        if isinstance(found, list):
            return found
        if document is None and reply is not None and reply.is_done:
            return []
        if any(is_null(place, document) for place in places(self.response["rows"])):
            return []
        raise ReplyNotUnderstood(
            "Unexpected reply from the service: it is not a list.",
            hint=WRONG_BASE_URL,
            **facts_of(reply),
        )

    def told(self):
        """What is said beside the records: where they stand in the whole, when there are more."""
        pages, is_filtered = self.pages, any("filter" in self.call.arguments[name] for name in self.call.given)
        if self.is_cut:
            return self.footer(MORE.format(options=self.options()))
        if self.looked_at == MOST_ARRANGED and pages is not None and pages.more is not False:
            return [f"Only the first {MOST_ARRANGED:,} records were searched."]
        if not self.printed or pages is None or self.sought or is_filtered or self.arrangement:
            return self.footer()
        first, last = pages.before + 1, pages.before + self.printed
        if pages.missing:
            return [lacking(pages)]
        if pages.total is not None:
            is_whole = first == 1 and last >= pages.total
            told = f"Records {first} to {last} of {pages.total}; see {self.options()}."
            return self.footer() if is_whole else [told]
        if self.printed < pages.came or pages.more:
            return [MORE.format(options=self.options())]
        return self.footer()

    def footer(self, told=None):
        """What is said below a table that is seen on a terminal: how many records there are, if nothing else is told."""
        is_seen = self.call.context.is_terminal("stdout") and not is_for_machines(self.call.format())
        if not self.printed or self.sought or not is_seen:
            return []
        return [told or f"{self.printed:,} record{'s' if self.printed > 1 else ''}."]

    def options(self):
        """The flags that choose other records, as words of a sentence."""
        names = [self.call.behaviours[one] for one in CHOOSERS if one in self.call.behaviours]
        *some, last = [flag_of(self.call.arguments[name]) for name in names]
        return f"{', '.join(some)} and {last}" if some else last


MORE = "There are more records; see {options}."
MOST_ARRANGED = 10_000  # records of a list in pages that are read to be sorted, or for those that fit
CHOOSERS = ("page", "limit", "all")  # what options do that choose which records come


def arrangement(call, response):
    """The order and the conditions that a call asks for, None where it asks for none; raises UsageError."""
    sort, where = call.option("sort") or response.get("order"), call.option("where")
    if not (sort or where):
        return None
    from cometapi.output.arranging import Arrangement

    return Arrangement(response["columns"], sort, where or ())


def lacking(pages):
    """The sentence about a list that is over before what the service says."""
    return f"The service reported {pages.total} records but returned {pages.before + pages.came}."


def entries(found, reply):
    """The entries of an object as records of key and value; raises ReplyNotUnderstood for what is none."""
    if not isinstance(found, dict):
        sentence = "Unexpected reply from the service: the entries are missing."
        raise ReplyNotUnderstood(sentence, hint=WRONG_BASE_URL, **facts_of(reply))
    return [{"key": key, "value": value} for key, value in found.items()]


def places(rows):
    """The plain paths at which a list may stand."""
    return [one for one in (rows if isinstance(rows, list) else [rows]) if isinstance(one, tuple)]


def is_null(place, document):
    """Whether a document has the place, with null in it."""
    holder = select(place[:-1], document)
    return isinstance(holder, dict) and place[-1] in holder and holder[place[-1]] is None
