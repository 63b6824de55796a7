"""Rules about ``limits``: what an entry says has to fit the options that it speaks of."""

from cometapi.manifest.argument_rules import default_faults, range_faults
from cometapi.manifest.traverse import all_flags, arguments_of, every_argument

WITH_MODEL = ("body/model", "path/model", "query/model")


def limits_make_sense(sources):
    """Entries that never count, and words that the option they speak of cannot have."""
    for source in sources.commands.values():
        has_model = any(item.get("to") in WITH_MODEL for _, item in arguments_of(source.data))
        for key in () if has_model else source.data.keys() & {"limits", "other_models", "window"}:
            yield source.finding((key,), f"No argument goes to {', '.join(WITH_MODEL)}, so no model is known.")
        items = [item for _, item in every_argument(source.data, sources.program.data)]
        known = {flag: item for item in items for flag in all_flags(item)}
        seen: set[str] = set()
        for number, entry in enumerate(source.data.get("limits", ())):
            if set(entry["models"]) <= seen:
                yield source.finding(
                    ("limits", number, "models"), "An earlier entry has all of these; the first that fits counts."
                )
            seen |= set(entry["models"])
            for flag, facts in entry["options"].items():
                if "pixels" in facts and facts["pixels"] not in known:
                    sentence = f"This command has no option {facts['pixels']}."
                    yield source.finding(("limits", number, "options", flag, "pixels"), sentence)
                for key, sentence in limit_faults(facts, known.get(flag)):
                    yield source.finding(("limits", number, "options", flag, key), sentence)


def limit_faults(facts, item):
    """What of a limit an option cannot have: (key, sentence); nothing for an option that does not exist."""
    if item is None:
        return
    if "to" not in item:
        yield next(iter(facts)), "This option goes nowhere, so nothing limits it."
    if "unsupported" in facts and len(facts) > 1:
        yield "unsupported", "What is not supported has no other limits."
    if "instead" in facts and len(facts) > 1:
        yield "instead", "What goes to another option has no other limits."
    if "range" in facts:
        yield from (("range", sentence) for _, sentence in range_faults({**item, **facts}))
    if "pixels" in facts and item.get("type") != "upload":
        yield "pixels", "Only a picture of the type upload has pixels."
    if "max_items" in facts and "repeat" not in item:
        yield "max_items", "Only what may be repeated has a number of items."
    if "choices" in facts:
        is_open = "choices" not in item and "switch" not in item and item.get("type", "text") == "text"
        known = facts["choices"] if is_open else item.get("choices", ())
        missing = [word for word in facts["choices"] if word not in known]
        yield from (("choices", f"{word!r} is not one of the option's choices.") for word in missing)
    if "default" in facts:
        limited = {**item, **facts}
        yield from (("default", sentence) for _, sentence in default_faults(limited))
        if "repeat" in item or "switch" in item or "to" not in item:
            yield "default", "Only an option that takes one value and sends it has a family's default."
