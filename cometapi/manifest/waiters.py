"""Waiters of the program, each with what it takes from the one that it is ``like``."""


def whole(waiters):
    """Every waiter with all of its words, by name; its own come before those of the one that it is like."""
    return {name: words(name, waiters) for name in waiters}


def words(name, waiters, seen=()):
    """The words of a waiter; one that is like itself, or like none, has its own alone."""
    own = {key: value for key, value in waiters[name].items() if key != "like"}
    other = waiters[name].get("like")
    if other not in waiters or other in (name, *seen):
        return own
    return {**words(other, waiters, (name, *seen)), **own}
