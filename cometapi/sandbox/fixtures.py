"""What the sandbox answers with: the endpoint of a request, and the sample that fits it."""

import json
import mimetypes
import os
from importlib.resources import files

from cometapi.manifest.select import select

LINK = "http://sandbox/"  # begins a link of a sample to another file of the samples
LINKED = "/samples/"  # where the sandbox serves it


def sample_for(endpoint, asked, turn):
    """The sample that answers a request: the first whose condition fits what was ``asked``, else the ones without
    condition by ``turn``, a function that counts the requests to them.
    """
    for one in endpoint["samples"]:
        if "when" in one and select(one["when"], asked):
            return one
    plain = [one for one in endpoint["samples"] if "when" not in one]
    return plain[min(turn(), len(plain) - 1)]


def linked(path):
    """The name of the file that a link of the sandbox leads to; None for another path, or where there is no such file."""
    name = path.removeprefix(LINKED)
    is_there = name != path and files("cometapi").joinpath("share", "replies", name).is_file()
    return name if is_there and "/" not in name else None


def kind_of(name):
    """The media type of a file by its ending."""
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


def placed(own, folder):
    """Endpoints of own commands, their samples by the paths that these have in a folder of the user's."""
    return [{**one, "samples": [with_paths(sample, folder) for sample in one["samples"]]} for one in own]


def with_paths(sample, folder):
    """A sample whose files are named by their paths."""
    return {**sample, **{key: os.path.join(folder, sample[key]) for key in ("file", "stream") if key in sample}}


def data_of(name):
    """The bytes of a sample: a name of those of the program, or a path of the user's."""
    if os.path.isabs(name):
        with open(name, "rb") as file:
            return file.read()
    return files("cometapi").joinpath("share", "replies", name).read_bytes()


def for_each(sample, text, body):
    """The JSON text of a sample; if the sample says so, its list is as long as the one in the request."""
    facts = sample.get("for_each")
    if facts is None:
        return text
    document, asked = json.loads(text), select((facts["of"],), body)
    items = document[facts["in"]]
    numbers = range(len(asked) if isinstance(asked, list) else 1)
    document[facts["in"]] = [{**items[number % len(items)], facts["number"]: number} for number in numbers]
    return json.dumps(document, ensure_ascii=False)


def events(endpoint, sample, body):
    """The events of a sample's stream, as text; one that tells the usage only when the request asks for it."""
    found = data_of(sample["stream"]).decode("utf-8").split("\n\n")[:-1]
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
