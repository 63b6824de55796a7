"""Suggestions for unknown words: the nearest known word, if it is near enough not to mislead."""

SHORTEST = 3  # letters that say enough to guess from


def meant(word, known):
    """The end of a sentence about an unknown word: a full stop, or the nearest known one as a question."""
    near = nearest(str(word), [str(one) for one in known])
    return f"; did you mean {near}?" if near else "."


def nearest(word, known):
    """The known word that differs in the fewest letters, one for every three; else the shortest that begins alike; else None."""
    typed = plain(word)
    if len(typed) < SHORTEST:
        return None
    apart = {one: distance(typed, plain(one)) for one in known if abs(len(plain(one)) - len(typed)) <= len(typed) // 3}
    near = [one for one, letters in apart.items() if letters <= len(typed) // 3]
    if near:
        return min(near, key=apart.__getitem__)
    return min((one for one in known if plain(one).startswith(typed)), key=len, default=None)


def plain(word):
    """A word as it is compared: small letters, hyphens alike, none before it."""
    return word.lower().replace("_", "-").lstrip("-")


def distance(one, other):
    """How many letters have to be added, left out, replaced or swapped with their neighbour to make one word the other."""
    rows = [list(range(len(other) + 1))]
    for at, letter in enumerate(one, 1):
        row, above = [at], rows[-1]
        for there, sign in enumerate(other, 1):
            least = min(above[there] + 1, row[-1] + 1, above[there - 1] + (letter != sign))
            if at > 1 and there > 1 and letter == other[there - 2] and one[at - 2] == sign:
                least = min(least, rows[-2][there - 2] + 1)
            row.append(least)
        rows.append(row)
    return rows[-1][-1]
