"""A service that embeds: the vector of a text tells which text it is of, and what is sent is kept."""

import base64
import json
import struct


def vector(text):
    """Two floats that a 32-bit float holds exactly."""
    return [float(len(text)), float(sum(text.encode()) % 1000) / 4]


def packed(floats):
    """Floats in Base64, as the service sends them."""
    return base64.b64encode(struct.pack(f"<{len(floats)}f", *floats)).decode()


class Embedder:
    """An answer for a RawServer. ``change`` is given the items of a reply; ``refuse`` the texts, and gives a message or None."""

    def __init__(self, change=lambda items: items, refuse=lambda texts: None, as_lists=False):
        self.change, self.refuse, self.as_lists, self.inputs = change, refuse, as_lists, []

    def __call__(self, talk):
        texts = json.loads(talk.body)["input"]
        self.inputs.append(texts)
        message = self.refuse(texts)
        if message:
            talk.whole({"error": {"message": message}}, 400)
            return
        made = [vector(text) for text in texts]
        items = [{"index": index, "embedding": one if self.as_lists else packed(one)} for index, one in enumerate(made)]
        talk.whole({"object": "list", "data": self.change(items), "model": "backend-7"})
