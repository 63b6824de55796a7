"""Waiters of the program, each with what it takes from the one that it is ``like``."""


def whole(waiters):
    """Every waiter with all of its words, by name; one without a command is there only for others that are like it."""
    found = {name: words(name, waiters) for name in waiters}
    liked = {facts.get("like") for facts in waiters.values()}
    return {name: facts for name, facts in found.items() if "command" in facts or name not in liked}


def words(name, waiters, seen=()):
    """The words of a waiter: all but ids are also those of the one that it is like. One like itself has its own alone."""
    own = {key: value for key, value in waiters[name].items() if key != "like"}
    other = waiters[name].get("like")
    if other not in waiters or other in (name, *seen):
        return own
    taken = {key: value for key, value in words(other, waiters, (name, *seen)).items() if key != "ids"}
    return {**taken, **own}
