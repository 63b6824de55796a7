"""The pages that an answer cites, each once, and how sure the service is of each."""

import json

from cometapi.answers.picks import group, pick, text


class Citations:
    """Pages by ``(title, link)`` in the order in which they came, each with its scores; ``keep`` counts what is kept."""

    def __init__(self, keep):
        self.keep = keep
        self.found = {}

    def add(self, reading, value):
        """Add the pages that a reading finds in an event or a reply."""
        pages = [page_of(reading["sources"], item) for item in group(reading, "sources", value)]
        for page in pages:
            if any(page) and page not in self.found:
                self.keep(sum(len(part or "") for part in page))
                self.found[page] = ()
        for number, score in scored(pick(reading["sources"], "confidence", value)) if pages else ():
            if number < len(pages) and pages[number] in self.found:
                scores = (*self.found[pages[number]], score)
                self.found[pages[number]] = (min(scores), max(scores))

    def told(self):
        """A line for each page."""
        return [
            f"[{number}] {title or 'source'}: {link}{sure(scores)}"
            for number, ((title, link), scores) in enumerate(self.found.items(), 1)
        ]


def page_of(reading, item):
    """The title and the link of a page, each a text or None."""
    return tuple(readable(pick(reading, key, item)) for key in ("title", "link"))


def readable(value):
    """A text as it is, what should be one as JSON, None for nothing."""
    return text(value) if isinstance(value, str | None) else json.dumps(value, ensure_ascii=False)


def scored(pairs):
    """``(number of a page, score from 0 to 1)`` of pairs of lists that belong together; what is none is left out."""
    for pair in pairs if isinstance(pairs, list) else ():
        if isinstance(pair, list) and len(pair) == 2 and all(isinstance(one, list) for one in pair):
            for number, score in zip(*pair, strict=False):
                if type(number) is int and number >= 0 and isinstance(score, int | float):
                    yield number, score


def sure(scores):
    """How sure the service is of a page, from the lowest to the highest score; empty where it does not say."""
    told = dict.fromkeys(f"{one:.2f}" for one in scores)
    return f" (confidence {' to '.join(told)})" if told else ""
