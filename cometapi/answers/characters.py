"""Characters beyond the first plane, which JSON writes as two halves (surrogates) and services cut between two pieces."""

FIRST_HALVES = ("\ud800", "\udbff")  # the lowest and the highest


def whole(text):
    """A text in which halves that stand beside each other are the character that they mean."""
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


class Halves:
    """The first half of a character that a piece of text ended with, until the piece that has the other one."""

    def __init__(self):
        self.waiting = {}

    def joined(self, place, piece):
        """A piece of the text at a place, with the half that waited and without the one that waits now."""
        text = self.waiting.pop(place, "") + piece
        if text and FIRST_HALVES[0] <= text[-1] <= FIRST_HALVES[1]:
            self.waiting[place], text = text[-1], text[:-1]
        return whole(text)

    def left(self):
        """``(place, half)`` of the halves left over at the end."""
        waiting, self.waiting = self.waiting, {}
        return list(waiting.items())
