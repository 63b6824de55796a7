"""Whether all parts of a batch are there, by what their runs have left beside the results."""

import json
import re

from cometapi.batch.job import DONE, MOST_TOLD

SHARD = re.compile(r"([0-9]{1,9})/([0-9]{1,9})")


def marker_of(path):
    """What the run of some results has said when all its rows had ended, a dict; None where it has not."""
    try:
        with open(path + DONE, "rb") as file:
            found = json.load(file)
    except (OSError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def shard_of(marker):
    """``(part, count)`` of a marker, None for the marker of a whole batch."""
    found = SHARD.fullmatch(str(marker.get("shard")))
    return found and (int(found[1]), int(found[2]))


def faults(paths, counts, *, lacks_rows):
    """Sentences about results that are not all that their runs have made. ``counts`` are the results in each file.

    That a run has not finished matters where rows are lacking.
    """
    markers = {path: marker_of(path) for path in paths}
    for path, marker in markers.items():
        ended = marker and marker.get("rows")
        if isinstance(ended, int) and counts[path] < ended:
            yield f"{path} has {counts[path]:,} results, but its run ended with {ended:,}."
    unfinished = [path for path, marker in markers.items() if marker is None]
    yield from missing({path: found for path, one in markers.items() if one and (found := shard_of(one))}, unfinished)
    if lacks_rows and unfinished:
        lacking = some([path + DONE for path in unfinished], len(unfinished))
        yield f"{'A run' if len(unfinished) == 1 else 'Some runs'} may not have finished: there is no {lacking}."


def missing(shards, unfinished):
    """Yield a sentence about parts that are not there; ``shards`` are ``(part, count)`` by path. Any of the unfinished results
    may be one of them.
    """
    counts = {count for _, count in shards.values()}
    if len(counts) > 1:
        told = [f"{path} is {part}/{count}" for path, (part, count) in shards.items()]
        yield f"The results are not parts of the same whole: {some(told, len(told))}."
    elif counts:
        (count,) = counts
        there = {part for part, _ in shards.values()}
        if count - len(there) > len(unfinished):
            lacking = (str(part) for part in range(1, count + 1) if part not in there)
            first = [part for part, _ in zip(lacking, range(MOST_TOLD), strict=False)]
            told = some(first, count - len(there))
            yield f"{'Part' if count - len(there) == 1 else 'Parts'} {told} of {count} {'is' if count - len(there) == 1 else 'are'} not there."


def some(texts, count):
    """The first ones of some texts, and how many more there are."""
    shown = ", ".join(texts[:MOST_TOLD])
    return shown if count <= MOST_TOLD else f"{shown} and {count - MOST_TOLD:,} more"
