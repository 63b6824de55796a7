"""Rules about guides: their names, and their places among each other."""

BEGINNING = "guide-"


def guides_are_named_so(sources):
    """Guides whose names do not say so, and other topics whose names do."""
    for source in sources.topics.values():
        name = source.data["topic"]
        if "guide" in source.data and not name.startswith(BEGINNING):
            yield source.finding(("topic",), f"The name of a guide begins with {BEGINNING}, such as {BEGINNING}{name}.")
        elif "guide" not in source.data and name.startswith(BEGINNING):
            yield source.finding(("topic",), "Only a topic with guide and steps has such a name.")


def guides_have_places(sources):
    """Guides with the position of another one."""
    taken: dict[int, str] = {}
    for source in sources.topics.values():
        if "guide" in source.data:
            position = source.data["guide"]["position"]
            if position in taken:
                sentence = f"{taken[position]} has the position {position} already."
                yield source.finding(("guide", "position"), sentence)
            taken.setdefault(position, source.data["topic"])


RULES = [guides_are_named_so, guides_have_places]
