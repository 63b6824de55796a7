"""Any endpoint of the service, with the credential that belongs to it."""

import json

from cometapi.advice import flag
from cometapi.errors import ReplyNotUnderstood, UsageError
from cometapi.generated import program
from cometapi.http.body import Json
from cometapi.http.credentials import credential
from cometapi.http.pages import ByNumber, Page
from cometapi.http.request import Request, base_url, query
from cometapi.http.service_errors import facts_of
from cometapi.manifest.select import select
from cometapi.manifest.templates import merge
from cometapi.output.as_json import harmless
from cometapi.output.results import Download, Value
from cometapi.redact import mask
from cometapi.sandbox.fixtures import find
from cometapi.terminal import confirm

LARGEST_PAGE = 100  # records that the account's lists give at most (fact sheet, section 5.0)
HARMLESS = {"effect": "read", "cost": "free"}


def run(call):
    """The reply: JSON indented, a stream or a file as it comes, a paged list as one item a line."""
    call.context.check_stdout()
    method = call.argument("http_method")
    if call.argument("paginate") and method != "GET":
        raise UsageError(f"{flag('paginate')} goes only with GET.")
    if method == "DELETE":
        confirm.check(call, "Send DELETE {path}?")
    if method == "GET":
        call.client.command = {**call.command, **HARMLESS}
    envelope = program.PROTOCOLS[kind_of(call.argument("http_path"))["protocol"]]["envelope"]
    if call.argument("paginate"):
        return print_items(call, envelope)
    reply = call.client.send(request(call), envelope)
    kind = reply.headers.get("Content-Type", "").lower()
    if "json" not in kind and "html" not in kind:
        return Download(reply.pieces() if call.option("raw") else hidden(reply.pieces(), call.context.masks))
    document = call.client.checked(reply, envelope)
    if call.option("raw"):
        return Download(call.client.bodies)
    document = json.loads(call.context.hidden(json.dumps(document)))
    document = masked(document) if kind_of(call.argument("http_path")).get("private") else document
    found = call.shape.query(document) if call.shape else document
    call.format_name = "json" if isinstance(found, dict | list) else "table"  # in which a text is bare
    return Value(found)


def kind_of(path):
    """What the manifest says of a path by its beginning: its protocol, its credential, whether its replies hold secrets."""
    return next(one for one in program.PATHS if path.startswith(one["begins"]) or one["begins"] == "/")


def hidden(pieces, masks):
    """The pieces of a body in which the secrets that are known are masked, also one that is cut in two: a generator."""
    secrets = {secret.encode(): shown.encode() for secret, shown in masks.items()}
    kept = b""
    for piece in pieces:
        kept += piece
        for secret, shown in secrets.items():
            kept = kept.replace(secret, shown)
        begun = max((begin(kept, secret) for secret in secrets), default=0)
        yield kept[: len(kept) - begun]
        kept = kept[len(kept) - begun :]
    yield kept


def begin(data, secret):
    """How many of the last bytes are the beginning of a secret."""
    return next((length for length in range(len(secret) - 1, 0, -1) if data.endswith(secret[:length])), 0)


def masked(value):
    """A JSON value of the account in which the secrets are masked, however deep."""
    if isinstance(value, list):
        return [masked(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        name: mask(one) if name in program.PRIVATE and isinstance(one, str) else masked(one)
        for name, one in value.items()
    }


def request(call, extra=None):
    """The request that the words describe; ``extra`` are fields of the query."""
    method, path = call.argument("http_method"), call.argument("http_path")
    if not path.startswith("/"):
        raise UsageError(f"PATH must begin with /, not {path!r}.")
    fields = {}
    for one in [call.argument("body") or {}, *(call.argument("fields_of_request") or [])]:
        merge(fields, one)
    endpoint = known(method, path.partition("?")[0])
    access = credential(endpoint.get("credential"), call.settings)
    headers = {"Accept": "*/*", "User-Agent": program.USER_AGENT, **endpoint.get("headers", {}), **access.headers}
    given = {one["key"]: one["value"] for one in call.argument("http_headers") or []}
    replaced = {name.lower() for name in given}
    headers = {**{name: one for name, one in headers.items() if name.lower() not in replaced}, **given}
    body, parameters = None, dict(extra or {})
    if method == "GET":
        parameters = {**flat(fields), **parameters}
    elif fields:
        body = Json(fields)
        headers["Content-Type"] = body.media_type
    url = base_url(kind_of(path)["service"], call.settings) + path
    joint = "&" if "?" in path else "?"
    url += query(parameters).replace("?", joint, 1)
    name = endpoint.get("credential")
    return Request(method, url, headers, body, access.secret, key=access.query, credential=name)


def flat(fields):
    """Fields of a query as text; what is no text is JSON."""
    return {name: one if isinstance(one, str) else json.dumps(one) for name, one in fields.items()}


def known(method, path):
    """What the manifest knows of an endpoint; of one that it does not know, the credential by the beginning of the path."""
    return find(method, path) or kind_of(path)


def print_items(call, envelope):
    """Print the items of every page, one JSON object a line."""

    def fetch(position):
        document = call.client.document(
            request(call, {name: value for (name,), value in position.extra.items()}), envelope
        )
        found = select([("data", "items"), ("data",)], document)
        if not isinstance(found, list):
            raise ReplyNotUnderstood(
                f"This endpoint gives no list that {flag('paginate')} could read.", **facts_of(call.client.reply)
            )
        total = select(("data", "total"), document)
        return Page(found, total if isinstance(total, int) else None)

    pages = ByNumber({"to": ("p",), "size": ("page_size",)}, size=LARGEST_PAGE)
    for item in pages.items(fetch, every=True):
        call.context.print(harmless(json.dumps(masked(item), ensure_ascii=False)) + "\n")
