"""The waiters of the manifest, each merged with the one that it is ``like``."""


def whole(waiters):
    """All waiters by name, merged; those without a command only serve others that are like them."""
    found = {name: words(name, waiters) for name in waiters}
    liked = {facts.get("like") for facts in waiters.values()}
    return {name: facts for name, facts in found.items() if "command" in facts or name not in liked}


def words(name, waiters, seen=()):
    """The keys of a waiter, with all but ``ids`` inherited from the one that it is like; one like itself inherits nothing."""
    own = {key: value for key, value in waiters[name].items() if key != "like"}
    other = waiters[name].get("like")
    if other not in waiters or other in (name, *seen):
        return own
    taken = {key: value for key, value in words(other, waiters, (name, *seen)).items() if key != "ids"}
    return {**taken, **own}
