"""Tool calls received so far: in pieces, whole, or both."""

import json

from cometapi.answers import characters
from cometapi.answers.identity import Identities
from cometapi.answers.picks import is_json, pick, text


class Calls:
    """The calls of an answer by ``(choice, place)``; ``keep`` counts what is kept of them."""

    def __init__(self, keep):
        self.keep = keep
        self.identities = {}  # choice to the identities of its calls
        self.found = {}

    def __bool__(self):
        return bool(self.found)

    def all(self):
        """Dicts of ``id``, ``name`` and ``arguments`` (text) by choice and place; one that says nothing is none.

        ``is_incomplete`` stands in one whose arguments came in parts that are not put together.
        """
        return {
            place: {
                "id": call["id"],
                "name": call["name"],
                "arguments": arguments_of(call),
                **({"is_incomplete": True} if call["is_partial"] else {}),
            }
            for place, call in self.found.items()
            if call["id"] or call["name"] or call["pieces"] or call["whole"] is not None
        }

    def add(self, selectors, item, choice, *, is_whole=False, is_again=False):
        """Add one piece of a call, or all of it, and give back what it says; None for a piece of what is no call.

        ``is_again`` is whether what has come in pieces is said once more.
        """
        number, key, name = (pick(selectors, one, item) for one in ("key", "id", "name"))
        number = number if isinstance(number, int | str) else None
        key, name, arguments = text(key), text(name), pick(selectors, "arguments", item)
        known = self.identities.setdefault(choice, Identities())
        if selectors.get("continues") and number not in known.by_number:
            return None
        place = known.place(number, key, name, is_whole=is_whole)
        call = self.found.setdefault(
            (choice, place), {"id": None, "name": None, "pieces": [], "whole": None, "is_partial": False}
        )
        call["id"], call["name"] = call["id"] or key, call["name"] or name
        call["is_partial"] = call["is_partial"] or bool(pick(selectors, "partial", item))
        told = arguments if isinstance(arguments, str | None) else json.dumps(arguments, ensure_ascii=False)
        self.keep(len(told or ""))
        if isinstance(arguments, str) and not is_again:
            call["pieces"] += [arguments] if arguments else []
        elif arguments is not None:
            call["whole"] = joined(call["whole"], arguments)
        return {"key": place, "id": key, "name": name, "arguments": told}


def joined(before, arguments):
    """Arguments that came whole, with those that came before them."""
    if isinstance(before, dict) and isinstance(arguments, dict):
        before.update(arguments)
        return before
    return arguments or before or arguments


def arguments_of(call):
    """The arguments of a call as text: the pieces where they are JSON, else what came as a whole, else the pieces."""
    pieces = characters.whole("".join(call["pieces"]))
    if call["whole"] is None or (pieces and is_json(pieces)):
        return pieces
    whole = call["whole"]
    told = whole if isinstance(whole, str) else json.dumps(whole, ensure_ascii=False)
    return told if whole or not pieces else pieces
