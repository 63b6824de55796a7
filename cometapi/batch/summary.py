"""What there is to say when a run has ended: what became of the rows, and how to go on."""

from cometapi.advice import also

MOST_TOLD = 5  # rows that are named


def sentences(facts, run):
    """Yield the sentences about a run. ``facts`` are the counts of its rows."""
    counts = [f"{facts[name]:,} {name}" for name in ("answered", "failed", "unknown", "left") if facts[name]]
    dollars = float(facts["dollars"])
    cost = f", about ${dollars:.{2 if dollars > 1 else 6}f} at catalog prices" if dollars else ""
    yield f"{', '.join(counts) or 'No rows'}{cost}. Results: {run.results}"
    for id, message in run.runner.failures if run.runner else ():
        yield f"{id} failed: {message}"
    if facts["failed"]:
        yield f"To run failed rows again{also(', add {retry_errors}')}."
    if facts["unknown"]:
        named = f": {', '.join(map(str, run.runner.unknown))}" if run.runner and run.runner.unknown else ""
        told = f"{rows(facts['unknown'])} may have been answered and charged without a result here{named}."
        yield f"{told} They are not sent again{also(' unless you add {resend_unknown}')}."
    if facts["left"]:
        yield f"{rows(facts['left'])} not sent yet. Run the same command again to continue."


def rows(count):
    """A count of rows in words."""
    return f"{count:,} row{'s' if count != 1 else ''}"
