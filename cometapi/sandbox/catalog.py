"""Words that the sandbox's samples lack, such as a model that is in no catalog: refused, as the service would."""

from cometapi.generated import program
from cometapi.generated.endpoints import CATALOGS
from cometapi.suggest import meant

STATUS = 404


def lacking(endpoint, body, in_path):
    """``(sentence, code)`` for a request that names what the samples lack; None for any other.

    ``body`` is that of the request, ``in_path`` what its path says by name.
    """
    if "known" not in endpoint:
        return None
    (where, *keys), name = endpoint["known"]["place"], endpoint["known"]["catalog"]
    words = endpoint["known"].get("words", CATALOGS[name])
    tree = in_path if where == "path" else body
    word = tree.get(keys[0]) if isinstance(tree, dict) else None
    if not isinstance(word, str) or word in words:
        return None
    noun = name.removesuffix("s")
    return f"The sandbox has no {noun} {word}{meant(word, words)}", program.COMPLETIONS[name]["refused"][0]


def defaults():
    """The settings that name a word of a catalog, with the word that the manifest says."""
    return {
        name: facts["default"]
        for name, facts in program.SETTINGS.items()
        if facts.get("default") in CATALOGS.get(facts.get("complete"), ())
    }
