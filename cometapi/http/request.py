"""From values to one request: which route, which URL, which headers, which body. Pure: nothing is sent or read here."""

from fnmatch import fnmatchcase
from urllib.parse import quote, urlencode

from cometapi.context import encoded
from cometapi.errors import UsageError
from cometapi.generated import program
from cometapi.http import fields
from cometapi.http.body import USUAL, body
from cometapi.http.credentials import credential
from cometapi.http.layout import collect
from cometapi.manifest.templates import as_text, put

LAST = "\xff"  # the last character that a header can have


class Request:
    """One HTTP request: ``headers`` a dict, ``body`` one of ``http.body`` or None.

    ``secret`` is the name of the header with the credential, ``key`` the credential that goes into the query, as
    ``(name, value)`` and never part of ``url``. ``is_stream`` tells whether its answer comes piece by piece. ``parts``
    are the values that it was made of, by place, ``credential`` the name of the one that it carries, or None.
    """

    def __init__(
        self, method, url, headers, body, secret=None, *, is_stream=False, key=None, parts=None, credential=None
    ):
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.secret = secret
        self.is_stream = is_stream
        self.key = key
        self.parts = parts
        self.credential = credential

    @property
    def target(self):
        """The URL that is sent, with the credential where the query holds it."""
        return f"{self.before_key}{quote(self.key[1], safe='')}" if self.key else self.url

    @property
    def before_key(self):
        """The URL up to the credential in its query."""
        return f"{self.url}{'&' if '?' in self.url else '?'}{quote(self.key[0], safe='')}="

    @property
    def secrets(self):
        """What of the request nobody may see."""
        keys = [self.key[1], quote(self.key[1], safe="")] if self.key else []
        return [self.headers.get(self.secret, "").rpartition(" ")[2], *keys]


def check_headers(headers, veils=()):
    """Raise UsageError when a header has a name or a value that would break out of its line, or that no byte stands for.

    ``veils`` are what stands in place of secrets where a request is only seen.
    """
    for name, value in headers.items():
        for veil in veils:
            value = value.replace(veil, "")
        if not name.isascii() or not name.replace("-", "").replace("_", "").isalnum():
            raise UsageError(f"A header cannot have the name {name!r}.")
        if not value.isprintable() or not (value.isascii() or max(value) <= LAST):
            raise UsageError(f"The header {name} contains characters that a header cannot have.")


def choose(routes, given, values, settings):
    """The first route that fits the values, what was given, and the credentials that are set."""
    for route in routes:
        if fits(route, given, values, settings):
            return route
    raise UsageError("These options do not go together.")


def fits(route, given, values, settings):
    """Whether a route is the one for these values.

    Its ``given`` is an option that was given. Its ``when`` are options with the value that they have, which decide
    alone where one of them has any; else its ``credential`` is one that is set.
    """
    if "given" in route and route["given"] not in given:
        return False
    when = route.get("when", {})
    if any(values.get(name) is not None for name in when) or (when and "credential" not in route):
        return all(is_like(values.get(name), word) for name, word in when.items())
    return "credential" not in route or settings.has(program.CREDENTIALS[route["credential"]]["setting"])


def is_like(value, word):
    """Whether a value matches a route's: equal, or a match of its pattern, ignoring case."""
    if isinstance(word, str) and "*" in word and isinstance(value, str):
        return fnmatchcase(value.lower(), word)
    return value == word


def with_groups(route, values):
    """The route whose response has the columns of its groups: the one that an option names, and those with a total.

    ``grouped_by`` is the name of the first, ``order`` how the groups are sorted. Any other route stays as it is.
    """
    response = route.get("response", {})
    if "groups" not in response:
        return route
    by = values[response["groups"]["by"]]
    columns = [column for column in response["columns"] if column["name"] == by or "total" in column]
    made = {**response, "columns": columns, "grouped_by": by, "order": response["groups"]["order"][by]}
    return {**route, "response": made}


def build(command, route, values, settings, extra=None, assumed=(), base=None):
    """The Request of a command's route with these values; raises ConfigurationMissing when the credential is not set.

    ``extra`` maps places such as ``("query", "p")`` to values that no argument holds; ``base`` is what the body begins with.
    """
    constants = {**(base or {}), **route["request"].get("body", {})}
    parts = collect(command["arguments"], values, assumed, constants)
    for (place, *keys), value in (extra or {}).items():
        put(parts[place], keys, value)
    return made(route, parts, settings, is_stream=is_stream(command, values))


def is_stream(command, values):
    """Whether the answer to a command comes piece by piece."""
    return bool(command.get("stream") and values.get(command["stream"]["switch"]))


def made(route, parts, settings, *, is_stream=False):
    """The Request of a route from its parts by place; raises ConfigurationMissing when the credential is not set."""
    wanted = route["request"]
    access = credential(wanted.get("credential"), settings)
    accept = "*/*" if route.get("response", {}).get("is") in ("file", "text") else "application/json"
    headers = {
        "Accept": accept,
        "User-Agent": program.USER_AGENT,
        **wanted.get("headers", {}),
        **access.headers,
        **{name: fields.header(value) for name, value in parts["header"].items()},
    }
    sent = body(wanted.get("sends") or USUAL.get(wanted["method"], "nothing"), parts["body"], taken_type(headers))
    if sent is not None:
        headers["Content-Type"] = sent.media_type
    parameters = {**wanted.get("query", {}), **parts["query"]}
    url = base_url(wanted["service"], settings) + path(wanted["path"], parts["path"]) + query(parameters)
    return Request(
        wanted["method"],
        url,
        headers,
        sent,
        access.secret,
        is_stream=is_stream,
        key=access.query,
        parts=parts,
        credential=wanted.get("credential"),
    )


def taken_type(headers):
    """The media type that a header of the manifest or of an argument gives the body, taken out of the headers; or None."""
    name = next((name for name in headers if name.lower() == "content-type"), None)
    return headers.pop(name) if name else None


def base_url(service, settings):
    """Where a service is: its setting's URL, without the first of the endings that the manifest says to leave off."""
    facts = program.SERVICES[service]
    url = settings.get(facts["setting"])
    for ending in facts["without"]:
        if url.endswith(ending):
            return url.removesuffix(ending)
    return url


def path(template, names):
    """The path with ``{name}`` percent-encoded in it, and ``{+name}`` with its slashes kept.

    Raises UsageError for a value that would make it another path: an empty one, or a step up.
    """
    for name, value in names.items():
        text = as_text(value)
        if not text or {".", ".."} & set(text.split("/")):
            raise UsageError(f"{name.upper()} cannot be {text!r}.")
        for field, safe in ((f"{{+{name}}}", "/"), (f"{{{name}}}", "")):
            template = template.replace(field, quote(encoded(text), safe=safe))
    return template


def query(parameters):
    """The query with its question mark, or nothing."""
    texts = [(name, encoded(as_text(value))) for name, value in fields.flat(parameters)]
    return "?" + urlencode(texts) if texts else ""
