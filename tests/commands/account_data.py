"""What the tests of the account's commands share: replies in the service's envelope, and what was asked for."""

import json
from urllib.parse import parse_qsl, urlsplit

KEYS = {"COMETAPI_KEY": "sk-test-key-0001", "COMETAPI_ACCESS_TOKEN": "access-token-0002"}
FORMATS = ("table", "markdown", "json", "yaml", "csv")
# What strangers write: markup, a cell's end, line ends, quotes, a formula, an escape sequence, wide characters.
HOSTILE = '[/x] a|b\n"q" \x1b[31m 你好 🚀'
FORMULA = "=1+1"


def page(items, total=None, **facts):
    """A reply with one page of records."""
    total = len(items) if total is None else total
    return {
        "success": True,
        "message": "",
        "data": {"page": 1, "page_size": 20, "total": total, "items": items, **facts},
    }


def whole(data):
    """A reply with one value."""
    return {"success": True, "message": "", "data": data}


def asked(talk):
    """Method, path and query of a request."""
    address = urlsplit(talk.path)
    return talk.method, address.path, dict(parse_qsl(address.query))


def records(ran):
    """The records that a call with ``--json`` printed; nothing is to be said beside them."""
    assert (ran.err, ran.code) == ("", 0), ran
    return json.loads(ran.out)


def formats(cli, *words, env):
    """What a call prints in each format, as a dict; it says nothing beside."""
    runs = {name: cli(*words, "-f", name, env=env) for name in FORMATS}
    assert {(ran.code, ran.err) for ran in runs.values()} == {(0, "")}, runs
    return {name: ran.out for name, ran in runs.items()}


def pages(items, *, total=True):
    """Answers like a service that has these records, page by page."""

    def answer(talk):
        _, _, query = asked(talk)
        number, size = int(query["p"]), int(query["page_size"])
        part = items[(number - 1) * size : number * size]
        return talk.whole(page(part, len(items)) if total else whole(part))

    return answer
