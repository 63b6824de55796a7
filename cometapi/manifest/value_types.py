"""The types of arguments: what a value of each is, and its parts that a shape may name: ``$value.url`` of an image.

The readers in ``cli/files`` build their values from PARTS, the rules and the reference of the manifest read it.
"""

MEDIUM = {
    "media_type": "its media type, such as image/png",
    "format": "the short name of the media type, such as png",
    "name": "the file's name",
    "family": "what the media type begins with: image, audio, video, application, text",
    "url": "the URL as given, or a data: URL of a file's bytes",
    "link": "the URL as given; a local file has none",
    "data": "a file's bytes in base64; a URL has none",
    "text": "the text of a file that is text; a medium, a PDF and a URL have none",
}
SCHEMAS = ("schema", "schema_list", "openapi", "openapi_list")
SENT = {name: told for name, told in MEDIUM.items() if name != "text"}
FILE_ONLY = {name: told for name, told in MEDIUM.items() if name != "link"}
# Every type, and how its value is read and sent.
TYPES = {
    "text": "The text as typed.",
    "lower": "The text in small letters.",
    "upper": "The text in capitals.",
    "words": "Several words, separated by commas, as a list.",
    "integer": "A whole number.",
    "number": "A number.",
    "timestamp": "A date, a time or an age such as 2026-01-31, 2026-01-31T12:00Z, today or 7d, in local time without a zone; sent as Unix seconds.",
    "end_timestamp": "The same; a date alone means the end of that day.",
    "future_timestamp": "The same, but in the future; +30d, +12h and +30m count from now, and 18:00 is that time today.",
    "url": "A URL that begins with http:// or https://.",
    "file": "The path of a file that exists.",
    "folder": "The path of a folder that exists.",
    "json": "A JSON object, typed as it is.",
    "token_bias": "A JSON object of whole token ids, each with a number from -100 to 100.",
    "json_object": "A file with a JSON object; - reads it from stdin.",
    "json_list": "A file with a JSON list of objects; - reads it from stdin. A single object counts as a list of one.",
    "messages": "A file with a JSON list of messages, or a conversation that this program wrote; - reads it from stdin.",
    "schema": "A JSON Schema: a file, the JSON itself, or its short form such as name, age int, tags [str]; checked before it is sent. Answers are checked against it.",
    "schema_list": "The same, made into the schema of an object with a list of what was described.",
    "openapi": "The same as schema; the short form is made into what OpenAPI has of JSON Schema, with propertyOrdering.",
    "openapi_list": "The same, made into the schema of a list of what was described.",
    "declarations": "A file with a JSON list of objects, sent as one value.",
    "assignment": "KEY=VALUE as an object; dots in KEY nest, and VALUE is parsed as JSON where possible.",
    "pair": "KEY=VALUE, both as text.",
    "message": "ROLE:TEXT, a message with one of the roles system, developer, user and assistant.",
    "lat_lng": "LATITUDE,LONGITUDE in degrees.",
    "image": "An image: a local file of at most 20 MiB, or a URL.",
    "audio": "An audio file, in the same two ways.",
    "video": "A video, in the same two ways.",
    "medium": "A file of any kind, in the same two ways.",
    "audio_file": "An audio file, as a local file only.",
    "medium_file": "A file of any kind, as a local file only.",
    "context": "Text or media for a model: a file, a folder, a pattern such as 'src/**/*.py', the URL of a page, or - for stdin. It is read before the request is sent.",
    "link": "The URL of a medium, which the service is to fetch.",
    "upload": "A file of any size, sent as it is by a multipart or a raw request; - is stdin.",
    "lines": "A text file with one value a line, blank lines left out; - reads it from stdin.",
    "every_line": "The same, with blank lines, which keep their places.",
    "json_lines": "A text file with a JSON object a line; - reads it from stdin. Blank lines keep their places, as empty objects.",
    "failure": "STATUS or STATUS:TIMES, a failure for the sandbox to answer with.",
}
# Type to the parts of its value, in the order in which their reader gives them.
PARTS = {
    "pair": {"key": "what stands before the =", "value": "what stands after it"},
    "message": {"role": "what stands before the colon", "content": "what stands after it"},
    "lat_lng": {"latitude": "degrees, -90 to 90", "longitude": "degrees, -180 to 180"},
    "declarations": {"list": "the JSON list of the file"},
    **dict.fromkeys(("image", "audio", "video", "medium"), MEDIUM),
    **dict.fromkeys(("audio_file", "medium_file"), FILE_ONLY),
    **dict.fromkeys(("context", "link"), SENT),
}
# Types whose values are files: an example's file is not on this machine.
FILE_TYPES = {"file", "upload", "lines", "every_line", "json_lines"}
MEDIA_TYPES = {"image", "audio", "video", "medium", "audio_file", "medium_file"}
# Type to what a Tab offers for it from the disk; a file may also be in a folder, a URL is typed by hand.
ON_DISK = {
    **dict.fromkeys(FILE_TYPES, "$files"),
    **dict.fromkeys(("json_object", "json_list", "messages", "declarations", *SCHEMAS), "$files"),
    **dict.fromkeys((*MEDIA_TYPES, "context"), "$files"),
    "folder": "$folders",
}
# The line that begins the table of a profile in the config file, for Python and every shell; its name is one of the
# groups 2 to 4. Tables that are laid out otherwise (inline, deeper) are not offered.
PROFILE = r"""^ *\[ *profiles *\. *("([^"]*)"|'([^']*)'|([A-Za-z0-9_-]+))"""
# Types of which each value is sent as one text or number.
SINGLE = {
    "text",
    "lower",
    "upper",
    "integer",
    "number",
    "timestamp",
    "end_timestamp",
    "future_timestamp",
    "url",
    "file",
    "folder",
}
SINGLE |= {"lines", "every_line", "words"}
OPEN = {
    "json",
    "token_bias",
    "assignment",
    "json_object",
    "json_list",
    "json_lines",
    "messages",
    *SCHEMAS,
}  # JSON of the user's own: any part may be there
MAPS = {"json", "token_bias", "assignment", "json_object", *SCHEMAS, *PARTS}  # an object is sent for each value


def of_parts(kind, *values):
    """The value of a type from its parts in order; a part that is None is left out."""
    return {name: value for name, value in zip(PARTS[kind], values, strict=True) if value is not None}
