"""``cometapi api``: any endpoint of the service, with the right credential."""

import json
from urllib.parse import unquote_plus

from cometapi.advice import flag
from cometapi.commands import api_reply
from cometapi.errors import ReplyNotUnderstood, UsageError
from cometapi.generated import program
from cometapi.http.body import Json
from cometapi.http.credentials import credential
from cometapi.http.layout import check_text
from cometapi.http.listing import lacking
from cometapi.http.page_of import page
from cometapi.http.pages import KINDS
from cometapi.http.request import Request, base_url, query
from cometapi.http.service_errors import facts_of
from cometapi.http.target import as_sent, meant
from cometapi.http.url import same_origin
from cometapi.loopback.endpoints import find
from cometapi.manifest.select import select
from cometapi.manifest.templates import merge
from cometapi.output.as_json import harmless
from cometapi.output.plain import finite
from cometapi.terminal import confirm

HARMLESS = {"effect": "read", "cost": "free"}


def run(call):
    """The reply: JSON in the format that is wanted, a stream or a file as it comes, a paged list as one item a line."""
    call.context.check_stdout()
    method = method_of(call)
    if call.argument("paginate") and method != "GET":
        raise UsageError(f"{flag('paginate')} works only with GET.")
    if method == "DELETE":
        confirm.check(call, "Send DELETE {path}?")
    if method == "GET":
        call.client.command = {**call.command, **HARMLESS}
    envelope = program.PROTOCOLS[kind_of(call.argument("http_path"))["protocol"]]["envelope"]
    if call.argument("paginate"):
        return every_item(call, envelope)
    endpoint = find(method, as_sent(call.argument("http_path")).partition("?")[0])
    call.client.may_be_empty = method == "DELETE" or (method != "GET" and endpoint is None)
    reply = call.client.send(request(call), envelope)
    return api_reply.printed(call, reply, envelope, kind_of(call.argument("http_path")))


def method_of(call):
    """The method that is said; else POST where there is something to send in a body, and GET."""
    has_body = call.argument("body") is not None or call.argument("fields_of_request")
    return call.argument("http_method") or ("POST" if has_body and not call.argument("paginate") else "GET")


def kind_of(path):
    """What the manifest says of a path by its beginning: its protocol, its credential, whether its replies hold secrets."""
    path = meant(as_sent(path))
    return next(one for one in program.PATHS if path.startswith(one["begins"]) or one["begins"] == "/")


def request(call, extra=None):
    """The request that the words describe; ``extra`` are fields of the query."""
    method, path = method_of(call), call.argument("http_path")
    if not path.startswith("/"):
        raise UsageError(f"PATH must begin with /, not {path!r}.")
    check_text(call.arguments, call.values, [call.behaviours[one] for one in ("body", "fields_of_request")])
    fields = {}
    for one in [call.argument("body") or {}, *(call.argument("fields_of_request") or [])]:
        merge(fields, one)
    path, _, asked = as_sent(path).partition("?")
    endpoint = known(method, path)
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
    url = base_url(kind_of(path)["service"], call.settings) + path + joined(asked, parameters)
    return Request(method, url, headers, body, access.secret, key=access.query, credential=endpoint.get("credential"))


def joined(asked, parameters):
    """The query of a path with these fields in it, which take the place of those of the same name."""
    parts = [one for one in asked.split("&") if one and unquote_plus(one.partition("=")[0]) not in parameters]
    return (
        "?".join(["", "&".join([*parts, *([query(parameters)[1:]] if parameters else [])])])
        if parts or parameters
        else ""
    )


def flat(fields):
    """Fields of a query as text; what is no text is JSON."""
    return {name: one if isinstance(one, str) else json.dumps(one) for name, one in fields.items()}


def known(method, path):
    """What the manifest knows of an endpoint; of one that it does not know, the credential by the beginning of the path."""
    return find(method, path) or kind_of(path)


def every_item(call, envelope):
    """The items of every page: one list in the shape that is wanted, else None, and each is printed as a line of JSON."""
    facts = kind_of(call.argument("http_path"))
    if "pages" not in facts:
        raise UsageError(f"{flag('paginate')} does not know how lists under this path are paginated.")

    def fetch(position):
        made = request(call, {place[-1]: value for place, value in position.extra.items()})
        if position.url is not None:
            made.url = same_origin(made.url, position.url)
        client = call.beside().client
        document = client.document(made, envelope)
        found = select(facts["rows"], document)
        if isinstance(found, list):
            return page(facts["pages"], document, found, client.reply)
        sentence = f"This endpoint returned no list for {flag('paginate')}."
        raise ReplyNotUnderstood(sentence, **facts_of(client.reply))

    pages = KINDS[facts["pages"]["by"]](facts["pages"], size=facts["pages"]["largest"])
    call.afterwords = lambda: [lacking(pages)] if pages.missing else []
    is_private = facts.get("private", False)
    items = (api_reply.shown(item, call.context, is_private) for item in pages.items(fetch, every=True, is_wanted=bool))
    if call.shape or call.given_option("format"):
        return api_reply.shaped(call, list(items), facts)
    for item in items:
        call.context.print(harmless(json.dumps(finite(item), ensure_ascii=False)) + "\n")
    return None
