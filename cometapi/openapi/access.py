"""Where an endpoint is, and what lets a request in: a service, its settings and a credential of the user's own."""

from urllib.parse import urljoin

from cometapi.http.url import checked_url, is_link, is_loopback, split
from cometapi.openapi.document import Unusable
from cometapi.openapi.naming import in_words, snake

GIVE = "say where it is with {url}"


def server_of(document, operation, item, given):
    """The URL of the service: the one that is ``given``, else the document's; raises Unusable where that is none to use."""
    if given:
        return judged(given)
    if document.is_swagger:
        return judged(swagger_server(document, operation))
    places = (("the operation", operation), ("the path", item), ("the document", document.data))
    servers, _ = next(
        ((one["servers"], name) for name, one in places if isinstance(one.get("servers"), list) and one["servers"]),
        ([], ""),
    )
    urls = [filled(document, one) for one in servers if isinstance(one, dict)]
    if not urls:
        raise Unusable(f"it names no server; {GIVE}")
    if len(urls) > 1:
        document.gap("#/servers", f"The first of {len(urls)} servers is taken; the others are {', '.join(urls[1:4])}.")
    return judged(urls[0])


def filled(document, server):
    """The URL of a server, its variables replaced by their defaults; these are told."""
    url = str(server.get("url", ""))
    variables = server.get("variables")
    for name, one in variables.items() if isinstance(variables, dict) else ():
        value = str(one.get("default", "")) if isinstance(one, dict) else ""
        if f"{{{name}}}" in url:
            document.gap(
                "#/servers", f"The server's variable {name} is {value!r}; the setting of the URL can say another one."
            )
            url = url.replace(f"{{{name}}}", value)
    return url


def swagger_server(document, operation):
    """The URL that Swagger 2 says in parts, https where it is offered."""
    data = document.data
    schemes = operation.get("schemes") or data.get("schemes") or ["https"]
    if not data.get("host"):
        return str(data.get("basePath") or "/")
    scheme = "https" if "https" in schemes else str(schemes[0])
    return f"{scheme}://{data['host']}{data.get('basePath') or ''}"


def judged(url):
    """A URL that requests may go to; raises Unusable for a relative one, and for one where keys would be readable."""
    if not is_link(url):
        raise Unusable(f"its server is {url!r}, relative to where the document was; {GIVE}")
    try:
        found = checked_url(urljoin(url, "") if url.endswith("/") else url)
    except ValueError as error:
        raise Unusable(f"its server {error}; {GIVE}") from None
    if found.startswith("http:") and not is_loopback(split(found).hostname):
        raise Unusable(f"its server is {found}, where everybody on the way reads keys; {GIVE}, with https://")
    return found


def credential_of(document, operation, service):
    """``(settings, credential)`` of an endpoint, both empty where it needs none or none that can be said."""
    place = "#/security"
    wanted = operation.get("security", document.data.get("security"))
    ways = [one for one in wanted if isinstance(one, dict)] if isinstance(wanted, list) else []
    real = [one for one in ways if one]
    if not real:
        return {}, {}
    if len(real) < len(ways):
        document.gap(place, "A key is optional here; the command sends one.")
    usable = [(way, made) for way in real if len(way) == 1 and (made := way_of(document, next(iter(way)), service))]
    if not usable:
        document.gap(
            place,
            f"The request needs {' or '.join(' and '.join(map(str, way)) for way in real)}, which cannot be said; it is sent without a key.",
        )
        return {}, {}
    if len(real) > 1:
        document.gap(place, f"Of several ways to authorize, {next(iter(usable[0][0]))} is taken.")
    return usable[0][1]


def schemes(document):
    """The security schemes of a document by name."""
    found = (
        document.data.get("securityDefinitions") if document.is_swagger else document.at("#/components/securitySchemes")
    )
    return found if isinstance(found, dict) else {}


def way_of(document, name, service):
    """``(settings, credential)`` of one security scheme, None for one that cannot be said."""
    place = f"#/components/securitySchemes/{name}" if not document.is_swagger else f"#/securityDefinitions/{name}"
    scheme, _ = document.resolved(schemes(document).get(name, {}), place)
    kind, form = scheme.get("type"), str(scheme.get("scheme", "")).lower()
    own = snake(name)
    setting = own if own == service or own.startswith(f"{service}_") else f"{service}_{own}"
    setting = f"{setting}_key" if setting == f"{service}_url" else setting
    if kind == "apiKey" and scheme.get("in") in ("header", "query"):
        return secret(setting, service), {"setting": setting, scheme["in"]: str(scheme.get("name", ""))}
    if kind in ("oauth2", "openIdConnect"):
        document.gap(
            place, f"The program gets no token of {kind}; the setting {setting} holds one, which is sent as Bearer."
        )
    if kind in ("oauth2", "openIdConnect") or (kind == "http" and form == "bearer"):
        return secret(setting, service), {"setting": setting, "header": "Authorization", "scheme": "Bearer"}
    if kind == "basic" or (kind == "http" and form == "basic"):
        user = {
            f"{service}_user": {"environment": f"{service}_user".upper(), "help": f"User name for {in_words(service)}."}
        }
        return {**user, **secret(f"{service}_password", service)}, {
            "user": f"{service}_user",
            "password": f"{service}_password",
        }
    document.gap(
        place,
        f"A key of the type {' '.join(filter(None, [str(kind), form or str(scheme.get('in') or '')]))} cannot be sent.",
    )
    return None


def variable(service, name, taken):
    """The variable that a secret option has its value from; None where something of the service has it already."""
    found = (name if name.startswith(f"{service}_") else f"{service}_{name}").upper()
    return None if found in taken else found


def secret(setting, service):
    """The declaration of a secret setting."""
    title = in_words(setting)
    return {
        setting: {
            "secret": True,
            "environment": setting.upper(),
            "title": title,
            "help": f"Key for {in_words(service)}.",
        }
    }
