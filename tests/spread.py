"""Pairs of commands with the ways to run them, so that a law over all of both costs no more than it finds.

Of the commands that run the same Python of their own the first is run in every way. The others share all their code, and
differ in what their files say of arguments, columns and endpoints: they take the ways in turn, a few each, so that every way
meets many of them.
"""


def spread(commands, ways_of, code_of, each=1):
    """``(command, way)`` pairs: ``ways_of`` gives the ways of a command as a list, ``code_of`` what names its own Python, or
    None for one that has none.
    """
    found, turn, met = [], 0, {None}
    for command in commands:
        ways, code = list(ways_of(command)), code_of(command)
        if code not in met or len(ways) <= each:
            met.add(code)
            found += [(command, way) for way in ways]
            continue
        found += [(command, ways[(turn + number) % len(ways)]) for number in range(each)]
        turn += each
    return found


def shared(commands, ways, kind_of, least=3):
    """``(command, its ways)`` of every command: those of one kind share all ways, each of them the next ones in turn, and has
    so many of them at least.
    """
    kinds = {}
    for command in commands:
        kinds.setdefault(kind_of(command), []).append(command)
    found = []
    for alike in kinds.values():
        step = min(len(alike), len(ways) // least)
        found += [(command, ways[number % step :: step]) for number, command in enumerate(alike)]
    return found
