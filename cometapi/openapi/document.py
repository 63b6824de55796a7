"""A document of OpenAPI as data, with its references: those inside it are followed, those to elsewhere are told."""

import json
from urllib.parse import unquote

LARGEST = 20_000_000  # bytes of a document
MOST_VALUES = 1_000_000  # in a document, its aliases unfolded
MOST_STEPS = 50  # references that lead to one another
MADE = 5_000  # values of a sample
METHODS = ("get", "post", "put", "patch", "delete")


class Unusable(Exception):
    """The document, or the endpoint in it, cannot be made into a command; says why."""


class Document:
    """A document's ``data``, and the ``gaps``: what of it cannot be said in a command, each as ``place: sentence``."""

    def __init__(self, data):
        self.data = data
        self.gaps = []
        self.left = MADE  # values that may still be made up for samples

    def gap(self, place, sentence):
        """Note what is left out, once."""
        line = f"{place}: {sentence}"
        if line not in self.gaps:
            self.gaps.append(line)

    def resolved(self, value, place):
        """``(value, place)`` behind the references of a value: an empty dict for one that leads nowhere here."""
        for _ in range(MOST_STEPS):
            if not isinstance(value, dict) or not isinstance(value.get("$ref"), str):
                return (value if isinstance(value, dict) else {}), place
            target = value["$ref"]
            if not target.startswith("#"):
                self.gap(place, f"{target} is in another document, which is not read.")
                return {}, place
            value, place = self.at(target), target
            if value is None:
                self.gap(place, "Nothing is there.")
                return {}, place
        self.gap(place, "These references lead in a circle.")
        return {}, place

    def at(self, pointer):
        """What a JSON Pointer such as ``#/components/schemas/Pet`` leads to; None where that is nothing."""
        value = self.data
        for part in pointer.removeprefix("#").split("/")[1:]:
            key = unquote(part).replace("~1", "/").replace("~0", "~")
            if isinstance(value, dict) and key in value:
                value = value[key]
            elif isinstance(value, list) and key.isdecimal() and int(key) < len(value):
                value = value[int(key)]
            else:
                return None
        return value

    @property
    def is_swagger(self):
        """Whether this is Swagger 2."""
        return str(self.data.get("swagger", "")).startswith("2")


def read(content):
    """The Document of some bytes, JSON or YAML; raises Unusable."""
    if len(content) > LARGEST:
        raise Unusable(f"it is larger than {LARGEST:,} bytes")
    try:
        text = content.decode("utf-8-sig")
        data = json.loads(text) if text.lstrip()[:1] == "{" else of_yaml(text)
    except (ValueError, RecursionError) as error:
        raise Unusable(f"it is neither JSON nor YAML: {' '.join(str(error).split())[:200]}") from None
    version = str(data.get("openapi", data.get("swagger", ""))) if isinstance(data, dict) else ""
    if not version.startswith(("3.", "2.")):
        raise Unusable("it is no OpenAPI document: there is no openapi: 3.x and no swagger: 2.x at its top")
    return Document(data)


def of_yaml(text):
    """The data of YAML; raises ValueError. Every scalar but numbers, true, false and null is text."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Plain(loader):  # type: ignore[valid-type, misc]
        """Dates stay texts."""

    Plain.yaml_implicit_resolvers = {
        sign: [one for one in found if not one[0].endswith(":timestamp")]
        for sign, found in loader.yaml_implicit_resolvers.items()
    }
    try:
        data = yaml.load(text, Plain)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None
    if "&" in text and unfolds(data):
        raise ValueError("its aliases unfold to more than anybody writes")
    return data


def unfolds(data):
    """Whether data hold more values than a document has, because some of them stand for others again and again."""
    waiting, left = [data], MOST_VALUES
    while waiting and left:
        one = waiting.pop()
        waiting += one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
        left -= 1
    return bool(waiting)


def pointer(*parts):
    """The JSON Pointer of some keys."""
    return "#/" + "/".join(str(part).replace("~", "~0").replace("/", "~1") for part in parts)


def operation(document, path, method):
    """``(operation, item, place)`` of an endpoint; raises Unusable, with what there is, where the document has none such."""
    paths = document.data.get("paths")
    paths = paths if isinstance(paths, dict) else {}
    if path not in paths:
        near = ", ".join(sorted(one for one in map(str, paths) if one.rstrip("/") == path.rstrip("/"))) or ", ".join(
            list(map(str, paths))[:8]
        )
        raise Unusable(f"there is no path {path}; there are: {near}" if near else "it has no paths")
    item, place = document.resolved(paths[path], pointer("paths", path))
    if not item and document.gaps:
        raise Unusable(f"the endpoints of {path} are not in it: {document.gaps[-1].partition(': ')[2].rstrip('.')}")
    known = [one for one in METHODS if isinstance(item.get(one), dict)]
    if method.lower() not in known:
        raise Unusable(
            f"{path} has no {method.upper()}; it has: {', '.join(known).upper() or 'none that a command can send'}"
        )
    return item[method.lower()], item, f"{place}/{method.lower()}"
