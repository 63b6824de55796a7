"""``python -m benchmarks [first_token] [streams] [lists] [history] [batches]``: what calls cost, beside other programs; all when none is named.

What all of them print is kept in ``docs/benchmarks.md``, with the machine and the date. ``QUICK=1`` takes fewer rounds.
"""

import io
import os
import platform
import sys
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path

from benchmarks import batches, first_token, history, lists, streams
from benchmarks.measure import QUICK

BENCHMARKS = {
    "first_token": first_token.main,
    "streams": streams.main,
    "lists": lists.main,
    "history": history.main,
    "batches": batches.main,
}
PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"
HEAD = """# Benchmarks

What calls of the program cost, as `make bench` found on {machine}
with Python {python}, {day}{quick}. Ratios hold on other machines, milliseconds do not.

P is the time of a bare `python -c pass` in the same environment, the least that any program in Python takes. A program
that does nothing takes 1.1 P where a new pip installed it (pipx and uv use such a one), and 1.7 P where pip 23 did.
"""


class Copied(io.StringIO):
    """Text that is printed and kept as well."""

    def write(self, text):
        sys.__stdout__.write(text)
        sys.__stdout__.flush()
        return super().write(text)


def main(names):
    """Run the benchmarks of these names, or all; exit 1 when one is over its limit or unknown."""
    unknown = set(names) - set(BENCHMARKS)
    if unknown:
        return f"No benchmark {', '.join(sorted(unknown))}; there are {', '.join(BENCHMARKS)}."
    results, texts = [], {}
    for name in names or BENCHMARKS:
        with redirect_stdout(Copied()) as copied:
            results.append(BENCHMARKS[name]() or 0)
        texts[name] = copied.getvalue()
    if not names:
        PAGE.write_text(page(texts), "utf-8")
    return max(results)


def page(texts):
    """The document with what each benchmark printed, by its name."""
    head = HEAD.format(
        machine=f"{os.cpu_count()} processors, {platform.system()} {platform.machine()}",
        python=platform.python_version(),
        day=date.today().isoformat(),
        quick=", in few rounds" * QUICK,
    )
    parts = [
        f"## {name.replace('_', ' ').capitalize()}\n\n```text\n{text.rstrip()}\n```\n" for name, text in texts.items()
    ]
    return "\n".join([head, *parts])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
