"""What the rows of a batch that are still to be sent would use and cost."""

import os
import tempfile
from contextlib import contextmanager

from cometapi.batch.job import Job
from cometapi.batch.journal import SUFFIX
from cometapi.batch.marker import finished_facts
from cometapi.spending.estimate import Sum
from cometapi.spending.estimates import Estimator, printed


def run(run):
    """The Record of what a Run would use. Raises UsageError for rows that cannot be run, like the run itself."""
    found = Sum()
    if finished_facts(run) is None:
        estimator = Estimator(run.call)
        maker = run.resources.maker
        maker.settings = run.call.settings.settled()  # which need no key
        with job_of(run) as job:
            for prepared in requests(job, maker):
                found.add(*estimator.of(prepared.command, prepared.request.parts))
    return printed(run.call, found)


@contextmanager
def job_of(run):
    """The Job of a Run; one that has not begun stands in a folder of its own, so that it leaves nothing."""
    with tempfile.TemporaryDirectory() as folder:
        has_begun = any(os.path.exists(run.results + ending) for ending in ("", SUFFIX))
        results = run.results if has_begun else os.path.join(folder, "results")
        job = Job(results, run.read, run.resources.maker, run.wishes, run.in_shard)
        try:
            for sentence in job.load():
                run.context.fault(sentence)
            yield job
        finally:
            job.close()


def requests(job, maker):
    """Yield the Prepared requests of the rows that are to be sent."""
    if job.plan().todo:
        for work in job.works():
            yield maker.prepared(work.row)
