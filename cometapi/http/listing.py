"""The records of a list command: pages, filters, a limit, and what is told beside them."""

from itertools import islice

from cometapi.errors import Refused, ReplyNotUnderstood
from cometapi.http import listing
from cometapi.http.pages import pages, size_of_page
from cometapi.http.service_errors import WRONG_BASE_URL, facts_of
from cometapi.manifest.arguments import flag_of
from cometapi.manifest.select import matches, parsed, select
from cometapi.output.records import record


class Listing:
    """The list that a route of a call gives; read once, page by page as far as it is wanted."""

    def __init__(self, call, route):
        self.call = call
        self.route = route
        self.response = route["response"]
        self.limit = call.option("limit")
        self.sought = next(
            (name for name, facts in call.arguments.items() if is_exact(facts) and name in call.given), None
        )
        self.printed = 0
        self.total = None
        self.first = self.size = None

    def records(self):
        """The records to print: a generator. Raises Refused when the one that was sought is not there."""
        kept = (item for item in self.items() if listing.kept(self.call.arguments, self.call.values, item))
        for item in islice(kept, 1 if self.sought else self.limit):
            self.printed += 1
            yield record(self.response["columns"], item)
        if self.sought and not self.printed:
            flag = flag_of(self.call.arguments[self.sought])
            raise Refused(f"There is no record with {flag} {self.call.values[self.sought]}.")

    def items(self):
        """The items as the service sends them, their inner JSON read."""
        values = self.paged() if "pages" in self.route else self.of(self.call.document(self.route))
        return (parsed(value, self.response.get("parse", ())) for value in values)

    def paged(self):
        """The items of as many pages as are wanted."""
        facts = self.route["pages"]
        wanted = facts["largest"] if self.sought or self.call.option("all") else self.limit
        self.size = size_of_page(self.call.option("page_size"), wanted, facts["largest"])
        self.first = self.call.option("page") or 1

        def fetch(number):
            document = self.call.document(self.route, {facts["number"]: number, facts["size"]: self.size})
            total = select(facts["total"], document)
            self.total = total if isinstance(total, int) else None
            return self.of(document), self.total

        return pages(fetch, start=self.first, size=self.size, more=wanted is not None)

    def of(self, document):
        """The list that a document holds: in its place or bare; none for null. Raises ReplyNotUnderstood for anything else."""
        found = document if isinstance(document, list) else select(self.response["rows"], document)
        if isinstance(found, list):
            return found
        if any(is_null(place, document) for place in places(self.response["rows"])):
            return []
        raise ReplyNotUnderstood(
            "The service's answer is not the list that was asked for.",
            hint=WRONG_BASE_URL,
            **facts_of(self.call.client.reply),
        )

    def told(self):
        """What is said beside the records: where they stand in the whole, when there are more."""
        if not self.printed or self.total is None or self.first is None or self.sought:
            return []
        before = (self.first - 1) * self.size
        if before + self.printed >= self.total and before == 0:
            return []
        return [f"Records {before + 1} to {before + self.printed} of {self.total}; see --page, --limit and --all."]


def places(rows):
    """The plain paths at which a list may stand."""
    return [one for one in (rows if isinstance(rows, list) else [rows]) if isinstance(one, tuple)]


def is_null(place, document):
    """Whether a document has the place, with null in it."""
    holder = select(place[:-1], document)
    return isinstance(holder, dict) and place[-1] in holder and holder[place[-1]] is None


def is_exact(facts):
    """Whether an argument looks for the one record that has exactly its value."""
    return facts.get("filter", {}).get("exact", False)


def kept(arguments, values, item):
    """Whether an item passes the filter of every value that has one."""
    given = ((facts["filter"], values.get(name)) for name, facts in arguments.items() if "filter" in facts)
    return all(passes(wanted, value, item) for wanted, value in given if value is not None)


def passes(wanted, value, item):
    """Whether an item has the value of a filter: exactly, or one of its words somewhere inside."""
    if wanted.get("exact"):
        return value in (select(one, item) for one in wanted["in"])
    return matches(wanted["in"], value if isinstance(value, list) else [value], item)
