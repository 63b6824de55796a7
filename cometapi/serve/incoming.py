"""What a client asks for: the endpoint of the manifest, its command, and the values of the request by place."""

import json
import re
from functools import cache
from urllib.parse import parse_qsl, quote

from cometapi.cli.registry import command_data
from cometapi.cli.uploads import Upload
from cometapi.generated import program
from cometapi.generated.endpoints import ENDPOINTS
from cometapi.http.layout import MODEL, PLACES, model_of
from cometapi.http.target import as_sent, meant
from cometapi.loopback import endpoints, guard
from cometapi.sandbox import bodies

UNKNOWN = {"effect": "write", "cost": "paid", "routes": [], "arguments": {}}  # what is not known may cost anything
READS = ("GET", "HEAD")
JSON, MULTIPART = "application/json", "multipart/form-data"


class Incoming:
    """One request of a client. ``target`` is what came, ``path`` and ``query`` are what is passed on; ``protocol`` is the name of the
    one that is spoken, where that is known.

    ``endpoint`` is the manifest's or None, ``in_path`` what its path says by name, ``protocol`` the name of the one that the
    client speaks, ``value`` the body as JSON, None for any other.
    """

    def __init__(self, method, target, headers, protocol=None):
        self.method, self.headers, self.data = method, headers, b""
        path, _, self.query = as_sent(guard.path_of(target)).partition("?")
        method = "GET" if method == "HEAD" else method
        path = with_base(method, re.sub("/{2,}", "/", path))
        self.path, self.endpoint, self.protocol = placed(method, path, protocol or protocol_of(path, headers))
        self.in_path = endpoints.matched(self.endpoint, self.path) if self.endpoint else {}
        self.value = None
        self.form: dict = {}  # the fields of a body that is a form
        self.media_type = None  # of the body

    def read(self, data):
        """Take the body."""
        self.data = data
        kind = self.headers.get_content_type() if "Content-Type" in self.headers else ""
        if kind != MULTIPART:
            self.value = document(data)
        if kind in bodies.READERS and self.value is None:
            self.form = with_files(bodies.value(self.headers, iter([data])))
        is_mislabelled = kind in bodies.READERS and self.value is not None  # as curl does with -d
        self.media_type = JSON if is_mislabelled else self.headers.get("Content-Type")

    @property
    def is_read(self):
        """Whether the request only reads, and costs nothing."""
        return self.method in READS

    @property
    def command(self):
        """The data of the command whose request this is; of what only reads or is not known, what there is to know."""
        if self.endpoint and "command" in self.endpoint:
            return command_data(self.endpoint["command"])
        facts = {"effect": "read", "cost": "free"} if self.is_read else {}
        return {**UNKNOWN, **facts, "name": f"{self.method} {self.path}"}

    @property
    def route(self):
        """The route of the command that leads to this endpoint; None without one."""
        if not self.endpoint:
            return None
        routes = self.command["routes"]
        return next((one for one in routes if self.endpoint["path"].endswith(one["request"]["path"])), None)

    @property
    def parts(self):
        """The values of the request by place."""
        body = self.value if isinstance(self.value, dict) else self.form
        return {
            **{place: {} for place in PLACES},
            "body": body,
            "path": self.in_path,
            "query": dict(parse_qsl(self.query)),
        }

    @property
    def model(self):
        """The model that is asked, None where none is named."""
        return model_of(self.parts, self.command)

    @property
    def facts(self):
        """What the manifest says of a path by its beginning."""
        return kind_of(self.path)

    def is_of_answer(self):
        """Whether a model answers it."""
        return bool(self.route and self.route.get("response", {}).get("is") == "answer")

    def rename(self, model):
        """Ask another model, wherever the request names it."""
        key = (self.command.get("creates", {}).get("model") or MODEL[0])[1]
        before = self.model
        if isinstance(self.value, dict) and self.value.get(key) == before:
            self.value = {**self.value, key: model}
            self.write()
        elif self.form.get(key) == before:
            self.data = renamed_in_form(self.data, key, before, model)
            self.form = {**self.form, key: model}
        elif self.in_path.get("model") == before:
            self.path = self.endpoint["path"].replace("{model}", quote(model, safe=""))
            self.in_path = {**self.in_path, "model": model}

    def write(self):
        """Make the body anew of its value."""
        self.data = json.dumps(self.value, ensure_ascii=False).encode("utf-8", "surrogatepass")


def document(data):
    """The JSON value of a body; None of any other, and of none."""
    try:
        return json.loads(data) if data else None
    except (ValueError, RecursionError):
        return None


def with_files(form):
    """The fields of a form, files as what is known to have no length in tokens."""
    if not isinstance(form, dict):
        return {}
    return {name: as_file(one) if isinstance(one, dict) else one for name, one in form.items()}


def renamed_in_form(data, key, before, after):
    """The bytes of a form of parts, one field of which has another value."""
    words = [re.escape(one.encode()) for one in (key, before)]
    field = rb'(name="%s"[^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n)%s(?=\r\n--)' % tuple(words)
    return re.sub(field, lambda found: found[1] + after.encode(), data, count=1)


def as_file(facts):
    """A file of a form."""
    return Upload("", facts.get("name"), facts.get("media_type"), facts.get("size", 0))


def placed(method, path, spoken):
    """``(path, endpoint or None, name of the protocol)`` of a path that a client uses who seems to speak a protocol; the path may
    be that of another version of the API.
    """
    found = endpoints.find(method, path)
    if found in asked():
        return path, found, found["protocol"]
    for name, one, other in other_versions(path):
        if name == spoken or is_of_model(one, method, other):
            return other, endpoints.find(method, other), name
    return path, found, spoken


def other_versions(path):
    """``(name, protocol, path)`` of what a path means in the version of the API that the manifest has: a generator."""
    for name, one in program.PROTOCOLS.items():
        for beginning, own in one.get("client", {}).get("beginnings", {}).items():
            if path.startswith(beginning):
                yield name, one, own + path.removeprefix(beginning)


def with_base(method, path):
    """A path as the manifest has it: a client may have been given a base URL with a part before it too many, or without one."""
    if is_known(method, path):
        return path
    rest = path[1:].partition("/")[2]
    bases = dict.fromkeys(one["path"].split("/")[1] for one in asked())
    return next((one for one in (f"/{rest}", *(f"/{base}{path}" for base in bases)) if is_known(method, one)), path)


def is_known(method, path):
    """Whether the manifest tells what a path is for."""
    for one in program.PROTOCOLS.values():
        if "counting" in one and method == "POST" and endpoints.is_path(one["counting"]["path"], path):
            return True
        if "listing" in one and method == "GET" and f"{path}/".startswith(f"{one['listing']['path']}/"):
            return True
    is_of_version = any(is_of_model(one, method, other) for _, one, other in other_versions(path))
    return is_of_version or endpoints.find(method, path) is not None


def is_of_model(protocol, method, path):
    """Whether a path is one that a model of a protocol answers, or whose request is to be counted."""
    found = endpoints.find(method, path)
    counts = protocol.get("counting", {}).get("path")
    return found in asked() or bool(method == "POST" and counts and endpoints.is_path(counts, path))


def kind_of(path):
    """What the manifest says of a path by its beginning, however it is spelt."""
    spelt = meant(path)
    return next((one for one in program.PATHS if spelt.startswith(one["begins"])), program.PATHS[-1])


def protocol_of(path, headers):
    """The protocol that a client speaks: that of the endpoint, else of the one whose path begins like this one; where
    several do, by the headers that only one of them has.
    """
    common = {one["path"]: in_common(path, one["path"]) for one in asked()}
    most = max(common.values(), default=0)
    nearest = list(dict.fromkeys(one["protocol"] for one in asked() if most and common[one["path"]] == most))
    if len(nearest) == 1:
        return nearest[0]
    told = (one["protocol"] for one in asked() if has_marks(one, headers))
    return next(told, program.PATHS[-1]["protocol"])


def has_marks(endpoint, headers):
    """Whether a request has a header that belongs to one endpoint: one that it always gets, or its own credential."""
    credential = program.CREDENTIALS.get(endpoint["credential"], {})
    own = [*endpoint.get("headers", ()), *([] if "scheme" in credential else [credential.get("header")])]
    return any(name and headers.get(name) for name in own)


@cache
def asked():
    """The endpoints that models answer."""
    speaking = {one["command"] for one in program.PROTOCOLS.values() if "command" in one}
    return [one for one in ENDPOINTS if one.get("command") in speaking]


def in_common(path, other):
    """How many parts two paths have in common from their beginning."""
    pairs = zip(path.strip("/").split("/"), other.strip("/").split("/"), strict=False)
    count = 0
    for one, two in pairs:
        if one != two:
            break
        count += 1
    return count
