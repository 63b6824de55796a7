"""What an honest service answers to a request: the manifest's own sample replies, in pieces that a fault can part."""

import io
import json
from email.message import Message
from urllib.parse import parse_qsl, urlsplit

import jmespath
from rawserver import SSE

from cometapi.loopback import endpoints
from cometapi.sandbox import bodies, fixtures, paging

REQUEST_ID = "X-Cometapi-Request-Id: req-7"
TEXTS = [  # where an event of each of the four protocols has text
    jmespath.compile(place)
    for place in (
        "choices[0].delta.content",
        "candidates[0].content.parts[0].text",
        "type == 'content_block_delta' && delta.text",
        "type == 'response.output_text.delta' && delta",
    )
]

UNKNOWN = {
    "samples": [{"file": "models-openai.json", "status": 200, "media_type": "application/json"}]
}  # for endpoints that other programs know


class Honest:
    """The answer to one request: ``kind`` is its content type, ``start`` and ``rest`` are the halves of its body."""

    def __init__(self, talk):
        self.talk = talk
        address, body = urlsplit(talk.path), asked(talk)
        endpoint = endpoints.find(talk.method, address.path) or UNKNOWN
        in_path = endpoints.matched(endpoint, address.path) if "path" in endpoint else {}
        about = {**in_path, **dict(parse_qsl(address.query))} if body is None else body
        linked = fixtures.linked(address.path)
        file = linked and {"file": linked, "status": 200, "media_type": fixtures.kind_of(linked)}
        sample = file or fixtures.sample_for(endpoint, about, lambda: 0)
        self.is_streamed = endpoints.is_streamed(endpoint, body)
        if self.is_streamed:
            self.kind, pieces = SSE, [f"{event}\n\n".encode() for event in fixtures.events(endpoint, sample, body)]
        elif "pages" in endpoint:
            whole = json.loads(fixtures.data_of(sample["file"]))
            query = dict(parse_qsl(address.query))
            page, _ = paging.cut(whole, endpoint["pages"], query, "", {})  # what a call is about is in every page
            self.kind, pieces = sample["media_type"], halves(json.dumps(page).encode())
        elif sample["file"].endswith(".json"):
            text = fixtures.for_each(sample, fixtures.data_of(sample["file"]).decode(), body)
            text = text.replace(fixtures.LINK, f"http://{talk.headers['host']}{fixtures.LINKED}")
            self.kind, pieces = sample["media_type"], halves(text.encode())
        else:
            data = fixtures.data_of(sample["file"])
            self.kind, pieces = sample["media_type"], data.splitlines(True) if b"\n" in data else halves(data)
        self.start, self.rest = pieces[: len(pieces) // 2], pieces[len(pieces) // 2 :]

    def whole(self):
        """Give the answer as it should be."""
        return self.begin().chunks(*self.rest).end()

    def begin(self, *events):
        """Give the first half, and say nothing of its end."""
        return self.talk.stream(*self.start, *events, content_type=self.kind, more=(REQUEST_ID,))

    def measured(self, size):
        """Give the head that says how long the body is, in bytes."""
        return self.talk.head(200, self.kind, f"Content-Length: {size}", REQUEST_ID)

    def early(self):
        """The body up to the middle of what follows the first half."""
        return b"".join(self.start) + self.rest[0][: len(self.rest[0]) // 2]

    def text(self):
        """What somebody reads who has got the first half of a stream."""
        return "".join(text_of(event) for event in self.start)


def asked(talk):
    """The fields of a request's body, None of none."""
    head = Message()
    for name, value in talk.headers.items():
        head[name] = value
    return bodies.read(head, io.BytesIO(talk.body)) if talk.body else None


def halves(data):
    """Bytes as two pieces."""
    return [data[: len(data) // 2], data[len(data) // 2 :]]


def text_of(event):
    """The text in one event of a stream."""
    data = event.decode().partition("data:")[2].strip()
    value = json.loads(data) if data.startswith("{") else None
    found = (place.search(value) for place in TEXTS)
    return next((text for text in found if isinstance(text, str)), "")
