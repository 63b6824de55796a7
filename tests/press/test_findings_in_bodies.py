"""What a command says wrongly of the body it sends and of the places of its values."""

import pytest
from project import edit, small_copy

from codegen.__main__ import press

THING = """\
command: thing
summary: Do a thing.
effect: write
arguments:
  - {name: name, to: path/name, help: Its name.}
  - {flags: [--item], to: body/item, help: An item.}
request: {method: POST, service: gateway, path: "/things/{name}", credential: api_key}
response: {is: record, protocol: chat, record: data, columns: [{name: id, value: id}]}
samples: [{file: model-info.json}]
examples: [{run: cometapi thing a, help: One.}]
"""
ITEM = "flags: [--item], to: body/item,"
POST = "method: POST"
REQUEST = 'request: {method: POST, service: gateway, path: "/things/{name}", credential: api_key}'
NAMED = "{name: name, to: path/name,"
BODILESS = "arguments.1.to: This command sends no body; say what its request sends."

# fault, what stands there instead of what, findings without their file and line
FAULTS = [
    ("a body that is not sent", POST, "method: POST, sends: nothing", [BODILESS]),
    ("a body of a DELETE", POST, "method: DELETE", [BODILESS]),
    (
        "constants that are not sent",
        POST,
        "method: POST, sends: nothing, body: {a: 1}",
        [BODILESS, "request.body: A request that sends nothing has no fields of a body."],
    ),
    (
        "pixels of what is no file",
        ITEM,
        "flags: [--item], pixels_of: --name, see_through: true, to: body/item,",
        [
            "arguments.1.pixels_of: Only a file that is sent as it is has pixels to look at.",
            "arguments.1.pixels_of: This command has no option --name.",
            "arguments.1.see_through: Only a file that is sent as it is has pixels to look at.",
        ],
    ),
    (
        "a place for several of a single value",
        ITEM,
        'flags: [--item], several_to: "body/item[]", to: body/item,',
        ["arguments.1.several_to: Only an argument that takes several values has a place for them."],
    ),
    (
        "places on a route of arguments that are not there",
        REQUEST,
        f'routes:\n  - {{when: {{--item: "a*"}}, places: {{--thing: {{to: body/x}}, one: {{to: body/y}}, --item: {{to: query/a/b, as: {{a: $valu}}}}}}, {REQUEST}}}\n  - {{{REQUEST}}}',
        [
            "routes.0.places.--item.as: Unknown name '$valu'; declared are $value.",
            "routes.0.places.--item.to: A parameter of a query has one name, as in query/name.",
            "routes.0.places.--thing: This command has no option --thing.",
            "routes.0.places.one: This command has no argument ONE.",
        ],
    ),
    (
        "a file in JSON",
        ITEM,
        "flags: [--item], type: upload, to: body/item,",
        ["arguments.1.to: Only a multipart or a raw request can carry a file."],
    ),
    (
        "a file in the query",
        ITEM,
        "flags: [--item], type: upload, to: query/item,",
        ["arguments.1.to: A file can only be sent in the body."],
    ),
    (
        "something around a file",
        f"{ITEM} help: An item.}}\nrequest: {{method: POST",
        "flags: [--item], type: upload, to: body/item, as: {a: $value}, help: An item.}\n"
        "request: {sends: multipart, method: POST",
        ["arguments.1.as: A file is sent as it is; nothing can be put around it."],
    ),
    (
        "a part without a name",
        f"{ITEM} help: An item.}}\nrequest: {{method: POST",
        "flags: [--item], type: upload, to: body, help: An item.}\nrequest: {sends: multipart, method: POST",
        ["arguments.1.to: A field of a form needs a name: to: body/NAME."],
    ),
    (
        "fields of a raw body",
        POST,
        "method: PUT, sends: raw",
        [
            "arguments.1.to: A raw request sends one value as it is: to: body.",
            "request.sends: No argument goes to the body, so there is nothing to send.",
        ],
    ),
    (
        "a Content-Type of a form",
        POST,
        "method: POST, sends: form, headers: {content-type: text/plain}",
        [
            "request.headers.content-type: A request that sends form has a Content-Type of its own; only raw and"
            " kinds of JSON name one."
        ],
    ),
    (
        "a Content-Type of JSON that is none",
        POST,
        "method: POST, headers: {Content-Type: text/json-like}",
        [
            "request.headers.Content-Type: A request that sends json has a Content-Type of its own; only raw and"
            " kinds of JSON name one."
        ],
    ),
    (
        "an option for the Content-Type of a form",
        ITEM + " help: An item.}\nrequest: {",
        "flags: [--item], to: header/Content-Type, help: An item.}\nrequest: {sends: form, ",
        [
            "arguments.1.to: A request that sends form has a Content-Type of its own; only raw and kinds of JSON"
            " name one."
        ],
    ),
    (
        "a way of sending that there is not",
        POST,
        "method: POST, sends: xml",
        ["request.sends: 'xml' must be one of json, form, multipart, raw, nothing."],
    ),
    (
        "several values in a path",
        NAMED,
        "{name: name, repeat: true, to: path/name,",
        ["arguments.0.to: A part of a path holds one value, and this argument may give several; say what joins them."],
    ),
    (
        "a pair in the query",
        ITEM,
        "flags: [--item], type: pair, to: query/item,",
        ["arguments.1.to: A parameter of a query holds a text or a number, and this argument gives more than that."],
    ),
    (
        "an object in a header",
        ITEM,
        "flags: [--item], type: json, to: header/X-Item,",
        ["arguments.1.to: A header holds a text or a number, and this argument gives more than that."],
    ),
    (
        "a key of what is no pair",
        ITEM,
        'flags: [--item], to: "body/item/{key}",',
        ["arguments.1.to: {key} is the key of a pair, in the query, a header or the body."],
    ),
    (
        "one value that is joined",
        ITEM,
        'flags: [--item], join: ",", to: body/item,',
        ["arguments.1.join: Only an argument that takes several values can join them."],
    ),
    (
        "a form of a date for a text",
        ITEM,
        "flags: [--item], sent_as: iso, to: body/item,",
        ["arguments.1.sent_as: Only a date is sent in one of these forms, not a value of type text."],
    ),
    (
        "lines of a pipe for one value",
        NAMED,
        "{name: name, stdin: lines, to: path/name,",
        ["arguments.0.stdin: Lines of a pipe are several values, so the argument has to repeat."],
    ),
    (
        "several files of lines",
        ITEM,
        "flags: [--item], type: lines, repeat: true, to: body/item,",
        ["arguments.1.repeat: A file of lines has several values already."],
    ),
    (
        "a list with a field beside it",
        NAMED,
        "{flags: [--all], repeat: true, to: body/-, help: All.}\n  - {name: name, to: path/name,",
        ["arguments.2.to: The body is a list (body/-) here, and has no other places."],
    ),
    (
        "a place inside a text",
        NAMED,
        "{flags: [--amount], to: body/item/amount, help: All.}\n  - {name: name, to: path/name,",
        ["arguments.0.to: This is inside body/item, where another argument puts a value of its own."],
    ),
    (
        "a place that is not in the body",
        ITEM,
        "flags: [--item], taken_from: path/item, to: query/item,",
        ["arguments.1.taken_from: 'path/item' must be a place in the body, such as body/model."],
    ),
]


@pytest.fixture
def small(tmp_path):
    folder = small_copy(tmp_path)
    (folder / "spec" / "commands" / "thing.yaml").write_text(THING, "utf-8")
    return folder


def findings(small):
    """What the press finds in the thing and in the credentials, without files and lines."""
    found = [one for one in press(small)[1] if one.file.endswith("thing.yaml") or one.key.startswith("credentials")]
    return [f"{one.key}: {one.sentence}" for one in found]


@pytest.mark.parametrize(("old", "new", "told"), [one[1:] for one in FAULTS], ids=[one[0] for one in FAULTS])
def test_a_fault_is_a_finding(old, new, told, small):
    edit(small / "spec" / "commands" / "thing.yaml", old, new)

    assert findings(small) == told


FITTING = {
    "a place inside an object": (ITEM, "flags: [--item], type: json, to: body/item,"),
    "places of options that exclude each other": (ITEM, "flags: [--item], excludes: [--amount], to: body/item,"),
}


@pytest.mark.parametrize("kind", FITTING)
def test_places_that_leave_room_are_no_finding(kind, small):
    edit(small / "spec" / "commands" / "thing.yaml", *FITTING[kind])
    amount = "{flags: [--amount], to: body/item/amount, help: All.}\n  - {name: name, to: path/name,"
    edit(small / "spec" / "commands" / "thing.yaml", NAMED, amount)

    assert findings(small) == []


@pytest.mark.parametrize(
    "credential",
    ["{setting: api_key}", "{user: api_key, query: q, password: api_key}", "{setting: api_key, query: q, header: H}"],
)
def test_a_credential_of_no_kind_is_a_finding(credential, small):
    edit(small / "spec" / "program.yaml", "{setting: access_token, header: Authorization, scheme: Bearer}", credential)

    sentence = "A credential is a setting with a header or a query, or a user with a password."
    assert findings(small) == [f"credentials.access_token: {sentence}"]
