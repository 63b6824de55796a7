"""The matrix as text: commands by faults, in each cell the exit code and how many requests the service got.

``make matrix`` runs every cell and prints what came of it; matrix.txt keeps a copy, and a test compares it.
"""

import sys

from calls import CALLS
from cell import Cell, judged, wanted
from faults import FAULTS
from world import the_world

LEGEND = """\
Rows are commands, columns the faults below by their numbers. A cell is the exit code and the number of requests
that the service got: 69:3 is exit 69 after three requests, and nothing on stdout; 69+1 is the same after one, and
stdout holds what was complete; 69!1 is not what has to come.
"""


def expected(world, call, fault):
    """A cell as it has to be."""
    return shown(wanted(Cell(world, call, fault)))


def happened(world, call, fault):
    """A cell as it came, marked where it is not as it has to be."""
    pairs = judged(Cell(world, call, fault))
    return shown(pairs[0][1], is_right=all(came == wanted for wanted, came in pairs))


def shown(facts, is_right=True):
    """The facts of one cell in a few characters."""
    mark = ("+" if facts["stdout"] else ":") if is_right else "!"
    return f"{facts['code']}{mark}{facts['requests']}"


def matrix(world, cell):
    """The whole matrix as text; ``cell`` gives the text of one from the world, a call and a fault."""
    rows = {str(call): [cell(world, call, fault) for fault in FAULTS] for call in CALLS}
    return f"{LEGEND}\n{numbered(FAULTS)}\n{table([str(number) for number in range(1, len(FAULTS) + 1)], rows)}"


def numbered(faults, columns=3):
    """The faults with their numbers, downwards in columns."""
    names = [f"{number:2} {fault}" for number, fault in enumerate(faults, 1)]
    height = -(-len(names) // columns)
    return "".join("".join(f"{name:34}" for name in names[row::height]).rstrip() + "\n" for row in range(height))


def table(heads, rows):
    """Rows of cells under their heads, in columns as wide as they have to be."""
    first = max(map(len, rows))
    widths = [max(map(len, column)) for column in zip(heads, *rows.values(), strict=True)]
    return "".join(
        " ".join([name.ljust(first), *(cell.rjust(width) for cell, width in zip(cells, widths, strict=True))]) + "\n"
        for name, cells in {"": heads, **rows}.items()
    )


if __name__ == "__main__":
    text = matrix(the_world(), happened)
    print(text, end="")
    sys.exit("!" in text.removeprefix(LEGEND))
