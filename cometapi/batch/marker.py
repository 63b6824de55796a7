"""How a batch says that all its rows have ended: to a later run, which then has nothing to do, and to other programs."""

import json
import os
import time
from hashlib import blake2b, file_digest

from cometapi.batch.job import DONE
from cometapi.batch.journal import finished_of
from cometapi.settings.folders import write_private


def finished(run, facts):
    """Record in the journal, and in ``RESULTS.done``, that every row of a run's input has ended; ``facts`` are the counts."""
    run.job.flush()
    run.job.journal.finished({**facts, **state(run), "is_ordered": run.is_ordered})
    marker = {
        "shard": run.shard and f"{run.shard[0]}/{run.shard[1]}",
        "rows": facts["answered"] + facts["failed"],
        "answered": facts["answered"],
        "failed": facts["failed"],
        "finished_at": round(time.time()),
    }
    write_private(run.results + DONE, json.dumps(marker).encode() + b"\n")


def finished_facts(run):
    """The counts of a batch that has finished, if its input and its results are still the same, and nothing more is wished;
    else None.
    """
    found = finished_of(run.results)
    if found is None or not os.path.exists(run.results) or (run.wishes.retry_errors and found.get("failed")):
        return None
    if run.is_ordered and not found.get("is_ordered"):
        return None
    is_same = all(found.get(name) == value for name, value in state(run).items())
    return {name: found[name] for name in ("answered", "failed", "unknown", "left", "dollars")} if is_same else None


def state(run):
    """What has to be the same for a batch to be still finished: the rows, what is done with them, and the results."""
    facts = os.stat(run.results)
    signature = blake2b(run.resources.maker.signature, digest_size=16).hexdigest()
    return {
        "input": digest_of(run.path),
        "request": signature,
        "shard": list(run.shard) if run.shard else None,
        "id_column": run.call.option("id_column"),
        "size": facts.st_size,
        "modified": facts.st_mtime_ns,
    }


def digest_of(path):
    """The digest of a file, in hexadecimal."""
    with open(path, "rb") as file:
        return file_digest(file, lambda: blake2b(digest_size=16)).hexdigest()
