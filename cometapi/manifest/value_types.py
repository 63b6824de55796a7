"""What a value of each type is, and its parts that a shape may name: ``$value.url`` of an image.

The readers in ``cli/files`` build their values from PARTS, the rules and the reference of the manifest read it.
"""

MEDIUM = {
    "media_type": "its media type, such as image/png",
    "format": "the short name of the media type, such as png",
    "name": "the file's name",
    "block": "image for an image, document for anything else",
    "url": "the URL as given, or a data: URL of a file's bytes",
    "link": "the URL as given; a local file has none",
    "data": "a file's bytes in base64; a URL has none",
}
FILE_ONLY = {name: told for name, told in MEDIUM.items() if name != "link"}
# Type to the parts of its value, in the order in which their reader gives them.
PARTS = {
    "pair": {"key": "what stands before the =", "value": "what stands after it"},
    "message": {"role": "what stands before the colon", "content": "what stands after it"},
    "lat_lng": {"latitude": "degrees, -90 to 90", "longitude": "degrees, -180 to 180"},
    "declarations": {"list": "the JSON list of the file"},
    **dict.fromkeys(("image", "audio", "video", "medium"), MEDIUM),
    **dict.fromkeys(("audio_file", "medium_file"), FILE_ONLY),
}
SINGLE = {"text", "integer", "number", "timestamp", "end_timestamp", "lower", "upper", "file", "folder", "url"}
OPEN = {"json", "assignment", "json_object", "json_list", "schema"}  # JSON of the user's own: any part may be there
MAPS = {"json", "assignment", "json_object", "schema", *PARTS}  # an object is sent for each value


def of_parts(kind, *values):
    """The value of a type from its parts in order; a part that is None is left out."""
    return {name: value for name, value in zip(PARTS[kind], values, strict=True) if value is not None}
