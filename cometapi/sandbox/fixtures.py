"""What the sandbox answers with: the endpoint of a request, and the sample reply that fits it."""

import json
import re
from importlib.resources import files
from urllib.parse import unquote

from cometapi.generated import endpoints, program
from cometapi.manifest.select import select
from cometapi.manifest.templates import fill, put


def find(method, path):
    """The endpoint of a method and a path, or None."""
    for endpoint in endpoints.ENDPOINTS:
        pattern = re.escape(endpoint["path"])
        pattern = re.sub(r"\\\{\\\+\w+\\\}", ".+", pattern)
        pattern = re.sub(r"\\\{\w+\\\}", "[^/]+", pattern)
        if endpoint["method"] == method and re.fullmatch(pattern, unquote(path), re.DOTALL):
            return endpoint
    return None


def variant(endpoint, body):
    """The endpoint with the sample replies that fit what a request asks for: tools, a schema, a search."""
    for one in endpoint.get("variants", ()):
        if select(one["when"], body):
            return {**endpoint, "reply": one["whole"], "stream": one["stream"]}
    return endpoint


def is_streamed(endpoint, body):
    """Whether a request is answered by a stream: always, never, or as its body says."""
    streams = endpoint.get("streams", False)
    return streams if isinstance(streams, bool) else select(streams, body) is True


def text_of(name):
    """The text of a sample reply."""
    return files("cometapi").joinpath("share", "replies", name).read_text("utf-8")


def events(endpoint, body):
    """The events of an endpoint's sample stream, as text; one that tells the usage only when the request asks for it."""
    found = text_of(endpoint["stream"]).split("\n\n")[:-1]
    usage = endpoint.get("usage")
    if usage is None or select(usage["asked"], body):
        return found
    return [event for event in found if not tells(event, usage["value"])]


def tells(event, selector):
    """Whether an event's JSON has a value where the selector points."""
    try:
        return bool(select(selector, json.loads(event.removeprefix("data:"))))
    except ValueError:  # a comment, or the end mark
        return False


def refusal(protocol, status, message):
    """How a protocol says no: a JSON value."""
    facts = program.PROTOCOLS[protocol]["envelope"]
    word = facts["words"].get(str(status), facts["words"].get("otherwise"))
    return fill(facts["refusal"], {"status": status, "message": message, "word": word})


def whole(endpoint, query):
    """The sample reply of an endpoint: the records that the query asks for, cut to its page."""
    document = json.loads(text_of(endpoint["reply"]))
    pages = endpoint.get("pages")
    if pages is None:
        return document
    names = {pages["number"], pages["size"]}
    asked = {name: value.lower() for name, value in query.items() if name not in names}
    items = [item for item in select(pages["rows"], document) if fits(item, asked)]
    number, size = int(query.get(pages["number"], "1")), int(query.get(pages["size"], "10"))
    put(document, pages["rows"], items[(number - 1) * size : number * size])
    put(document, pages["total"], len(items))
    return document


def fits(item, asked):
    """Whether a record has the values that a query asks for, as far as it has fields of these names."""
    return all(str(item[name]).lower() == value for name, value in asked.items() if name in item)
