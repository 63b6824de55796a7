"""Names of an OpenAPI document as the words of a command: small letters, and none twice."""

import re

NOISE = {"api", "apis", "openapi", "swagger", "rest", "service", "the"}


def words_of(text):
    """The words of a name in any form: ``listPets``, ``list_pets``, ``filter[status]``."""
    apart = re.sub(r"([a-z0-9])([A-Z])|([A-Z]+)([A-Z][a-z])", r"\1\3 \2\4", str(text))
    return re.findall(r"[a-z0-9]+", apart.lower())


def snake(text, otherwise="value"):
    """A name with underscores, which begins with a letter."""
    name = "_".join(words_of(text)) or otherwise
    return name if name[0].isalpha() else f"{otherwise}_{name}"


def in_words(name):
    """A name with underscores as people write it."""
    return name.replace("_", " ")


def kebab(text, otherwise="value"):
    """A name with hyphens, which begins with a letter."""
    return snake(text, otherwise).replace("_", "-")


def service_of(title, host):
    """What to call a service: the title of its document without words that say nothing, else its host."""
    words = re.findall(r"[a-z0-9]+", str(title).lower())
    found = [one for one in words if one not in NOISE and not re.fullmatch(r"v?\d+", one)]
    return "_".join(found[:3]) if found and found[0][0].isalpha() else snake(host.split(":")[0], "service")


def command_of(service, operation, path, method):
    """The words of a command: the service's, and those of the operation's id, or its method and path."""
    own = words_of(operation.get("operationId") or "") or [method.lower(), *words_of(re.sub(r"\{[^}]*\}", "", path))]
    return f"{service.replace('_', '-')} {'-'.join(own)}"


def sentence(text, most=0):
    """The first sentence of a text, in one line, with its full stop; shortened to ``most`` characters."""
    line = " ".join(re.sub(r"[*`]|[^\S ]|[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", " ", str(text)).split())
    first = re.split(r"(?<=[.!?]) ", line)[0].rstrip(".!?:;, ")
    if most and len(first) >= most:
        first = first[: most - 1].rsplit(" ", 1)[0].rstrip(".,;: ")
    return f"{first[:1].upper()}{first[1:]}." if first else ""


class Names:
    """Names that were given already; ``free`` makes another one where it has to."""

    def __init__(self, taken=()):
        self.taken = set(taken)

    def free(self, name, mark):
        """The name, with the mark before it, and a number behind, until nothing else has it."""
        found, number = name, 1
        while found in self.taken:
            found = f"{mark}{name}" if number == 1 else f"{mark}{name}{number}"
            number += 1
        self.taken.add(found)
        return found
