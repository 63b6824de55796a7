"""The manifest's endpoints: which of them a request is for, and how its protocol refuses one."""

import re
from functools import cache
from urllib.parse import unquote

from cometapi.generated import endpoints, program
from cometapi.manifest.select import select
from cometapi.manifest.templates import fill

BETWEEN = "\0"


def find(method, path, own=()):
    """The endpoint of a method and a path, or None; those of the user's ``own`` commands come first."""
    known = (*own, *endpoints.ENDPOINTS)
    return next((one for one in known if one["method"] == method and matched(one, path) is not None), None)


def matched(endpoint, path):
    """What stands in a path for the names in the braces of an endpoint's, as a dict; None when it is another path."""
    found = match(endpoint["path"], path)
    return found and {name: value.replace(BETWEEN, "/") for name, value in found.groupdict().items()}


def is_path(pattern, path):
    """Whether a path is one of the manifest's."""
    return match(pattern, path) is not None


def match(pattern, path):
    """How a path matches one of the manifest's."""
    return pattern_of(pattern).fullmatch(unquote(apart(path)))


@cache
def pattern_of(path):
    """The expression of an endpoint's path."""
    pattern = apart(re.escape(path))
    pattern = re.sub(r"\\\{\\\+(\w+)\\\}", r"(?P<\1>.+)", pattern)
    return re.compile(re.sub(r"\\\{(\w+)\\\}", rf"(?P<\1>[^{BETWEEN}]+)", pattern), re.DOTALL)


def apart(path):
    """A path whose slashes are no longer like those that are written %2F within a name."""
    return path.replace("/", BETWEEN)


def is_streamed(endpoint, body):
    """Whether a request is answered by a stream: always, never, or as its body says."""
    streams = endpoint.get("streams", False)
    return streams if isinstance(streams, bool) else select(streams, body) is True


def protocol_of(path):
    """The protocol in which a path is refused that no endpoint has."""
    known = (one["protocol"] for one in program.PATHS if path.startswith(one["begins"]))
    return next(known, next(iter(program.PROTOCOLS)))


def refusal(protocol, status, message, word=None):
    """How a protocol says no: a JSON value; ``word`` is its kind, where the status does not tell it."""
    facts = program.PROTOCOLS[protocol]["envelope"]
    word = word or facts["words"].get(str(status), facts["words"].get("otherwise"))
    return fill(facts["refusal"], {"status": status, "message": message, "word": word})
