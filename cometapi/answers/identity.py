"""Which of several things (calls of tools) a piece belongs to, by what real services say of it: a number, an id, a name.

Some number every call with 0, some number none, some send an id once and some a new one with each piece.
"""


class Identities:
    """Things in the order in which they came; each has its place in that order, from 0."""

    def __init__(self):
        self.count = 0
        self.ids = {}  # place to id
        self.by_number = {}  # number to the place of the last thing with it
        self.by_id = {}

    def place(self, number, key, name, *, is_whole=False):
        """The place of the thing that a piece is of; each argument is None or empty where the piece does not say it.

        ``is_whole`` is whether things come as a whole, so that what has a name or an id is always another one.
        """
        found = None if is_whole and (key or name) else self.known(number, key, name)
        if found is None:
            found, self.count = self.count, self.count + 1
        if number is not None:
            self.by_number[number] = found
        if key:
            self.ids.setdefault(found, key)
            self.by_id[key] = found
        return found

    def known(self, number, key, name):
        """The place of a thing that is continued, None for a new one."""
        if number is not None:
            found = self.by_number.get(number)
            is_other = key and name and self.ids.get(found, key) != key
            return None if is_other else found
        if key and key in self.by_id:
            return self.by_id[key]
        return None if key or name or not self.count else self.count - 1
