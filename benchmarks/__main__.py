"""``python -m benchmarks [first_token] [lists]``: what the program costs, beside programs that do nothing; all when none is named."""

import sys

from benchmarks import first_token, lists

BENCHMARKS = {"first_token": first_token.main, "lists": lists.main}


def main(names):
    """Run the benchmarks of these names, or all; exit 1 when one is over its limit or unknown."""
    unknown = set(names) - set(BENCHMARKS)
    if unknown:
        return f"No benchmark {', '.join(sorted(unknown))}; there are {', '.join(BENCHMARKS)}."
    return max([BENCHMARKS[name]() or 0 for name in names or BENCHMARKS])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
