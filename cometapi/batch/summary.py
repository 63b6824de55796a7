"""What there is to say when a run has ended: what became of the rows, and how to go on."""

from cometapi.advice import also

MOST_TOLD = 5  # rows that are named


def sentences(facts, run):
    """Yield the sentences about a run. ``facts`` are the counts of its rows."""
    counts = [f"{facts[name]:,} {name}" for name in ("answered", "failed", "unknown", "left") if facts[name]]
    dollars = float(facts["dollars"])
    cost = f", about ${dollars:.4f} at catalog prices" if dollars else ""
    yield f"{', '.join(counts) or 'no rows'}{cost}. Results: {run.results}"
    if facts["failed"]:
        yield f"To run the failed rows again{also(', add {retry_errors}')}."
    if facts["unknown"]:
        named = ", ".join(map(str, run.runner.unknown if run.runner else ()))
        yield (
            f"{facts['unknown']:,} rows may have been answered and charged without a result here{f': {named}' if named else ''}."
            f" They are not sent again{also(' unless you add {resend_unknown}')}."
        )
    if facts["left"]:
        yield f"{facts['left']:,} rows were not sent. Run the same command again to continue."
