"""``batch run``: every row of a file through a paid command, each once."""

import os
from contextlib import contextmanager

from cometapi import temporary
from cometapi.batch import rows, shards
from cometapi.batch.columns import of_file
from cometapi.batch.control import Control, remember
from cometapi.batch.job import DONE, Job, Wishes
from cometapi.batch.marker import finished, finished_facts
from cometapi.batch.progress import Progress
from cometapi.batch.queue import Queue
from cometapi.batch.requests import Bodies, CommandLine
from cometapi.batch.resources import RATES, Resources
from cometapi.batch.runner import Runner
from cometapi.batch.status import Status
from cometapi.batch.summary import sentences
from cometapi.commands.trusting import readied
from cometapi.errors import Partial, Stopped, UsageError
from cometapi.report import tell

LOOK = 0.1  # seconds between two looks at how a run gets on
MOST_WORKERS = 512
WINDOW = 1000  # rows that may be ahead of the first unfinished one where results keep the order of the input
CLUSTER = "dask"  # the engine that sends rows elsewhere
WISHES = ("resend_unknown", "retry_errors", "rerun")


def run(call):
    """Run the rows of a file that have not been run; the results are in their file, and nothing is printed but an estimate."""
    call.context.check_stdout()
    call.fill_in()
    results = checked_results(call)
    with spooled(call) as path:
        made = Run(call, path, results)
        if not call.option("estimate"):
            return made.run()
        from cometapi.batch import estimating

        return estimating.run(made)


def checked_results(call):
    """The path of the results; raises UsageError for one that cannot hold any."""
    path, source = call.argument("results"), call.argument("rows")
    if os.path.isdir(path) or not os.path.isdir(os.path.dirname(os.path.abspath(path))):
        raise UsageError(f"{path} cannot hold results: it is a folder, or in a folder that does not exist.")
    if os.path.exists(path) and os.path.exists(source) and os.path.samefile(path, source):
        raise UsageError("The results cannot be the same file as the rows.")
    return path


@contextmanager
def spooled(call):
    """The path of the rows; those of stdin are kept in a temporary file as long as the run takes."""
    path = call.argument("rows")
    if path != "-":
        if not os.path.isfile(path):
            raise UsageError(f"{path} is not a file that can be read.")
        yield path
        return
    handle, made = temporary.begun(os.path.dirname(os.path.abspath(call.argument("results"))))
    try:
        with os.fdopen(handle, "wb") as file:
            source = call.context.binary_stdin()
            while piece := source.read(1 << 20):
                file.write(piece)
            file.flush()
            yield made
    finally:
        temporary.remove(made)


def maker(call, path, kind, note):
    """What makes the requests of the rows of a file. Raises UsageError where the command line does not say how."""
    line, name = call.argument("command_line"), call.option("row_template")
    if kind in rows.BODIES:
        if line or name:
            raise UsageError(f"The rows of {path} hold their own requests; give no command line and no template.")
        return Bodies(call.session.settings.settled(), path)
    template = None
    if name:
        from cometapi.own.templates import load

        template = load(call.context.environ, name)
        line = line or template.texts.get("command", "chat").split()
    if not line and kind != "text":
        raise UsageError("Say what to do with each row: -- chat '… {column} …', or a template.")
    line = line or ["chat"]
    readied(call, line)
    columns = of_file(path, kind, call.option("id_column"))
    return CommandLine(call.session, line, note, path, columns, template=template)


def resources(call):
    """The class of what the rows of a call are sent with: on this machine, or on a cluster."""
    if call.option("engine") != CLUSTER:
        return Resources
    from cometapi.batch.cluster.resources import ClusterResources

    return ClusterResources


class Run:
    """One run of a batch: what the command line says becomes a Job, and workers."""

    def __init__(self, call, path, results):
        self.call, self.context, self.path, self.results = call, call.context, path, results
        self.kind = rows.kind(path, call.option("input_format"))
        self.shard = shards.given(call.option("shard"), call.context.environ) if call.option("shard") else None
        self.told: set[str] = set()
        self.resources = resources(call)(call, maker(call, path, self.kind, self.note_once), results)
        self.wishes = Wishes(*(bool(call.option(one)) for one in WISHES))
        self.is_ordered = call.option("order") == "input"
        self.runner = self.signal = self.progress = None

    def note_once(self, sentence):
        """Print a note that was not printed before."""
        if sentence not in self.told:
            self.told.add(sentence)
            self.note(sentence)

    def note(self, sentence):
        """Print a note in the place of the line that shows the progress."""
        if self.progress:
            self.progress.clear()
        self.context.note(sentence)

    def read(self):
        """The rows and Faults of the input."""
        return rows.read(self.path, self.kind, self.call.option("id_column"))

    def in_shard(self, id):
        """Whether a row belongs to this run."""
        return self.shard is None or shards.of(id, self.shard[1]) == self.shard[0]

    def run(self):
        """Run what there is to run, and say what became of it."""
        facts = finished_facts(self)
        if facts is not None:
            self.end(facts)
            return
        self.job = Job(
            self.results, self.read, self.resources.maker, self.wishes, self.in_shard, is_ordered=self.is_ordered
        )
        try:
            for sentence in self.job.load():
                self.context.fault(sentence)
            plan = self.job.plan()
            if plan.todo:
                self.send(plan)
            facts = {**self.job.tally(), "dollars": str(self.job.journal.spent)}
            if facts["left"] or facts["unknown"]:
                temporary.remove(self.results + DONE)
            else:
                if self.is_ordered and plan.has_results:
                    self.job.arrange()
                finished(self, facts)
        finally:
            self.job.close()
            self.resources.close()
        self.end(facts)

    def send(self, plan):
        """Send the rows of a plan, until all have ended or the run is stopped."""
        self.resources.begin()
        self.job.begin(plan)
        self.resources.budget(self.job.journal.spent_at_most)
        self.resources.prepare()
        remember(self.context.environ, self.results)
        window = WINDOW if self.is_ordered else None
        self.runner = Runner(self.job, self.resources, Queue(self.job.works(), window=window), self.note_once)
        status = Status(self.runner, plan.todo)
        self.progress = Progress(self.context, status)
        control = Control(self.results, status, self.asked)
        try:
            while not self.runner.is_over:
                try:
                    self.watch(plan.todo, control)
                except (KeyboardInterrupt, Stopped) as signal:
                    if self.signal:
                        raise
                    self.stop(signal)
        finally:
            self.progress.clear()
            control.write()
            if self.runner.is_over:
                self.runner.queue.close()
        self.job.flush()

    def watch(self, todo, control):
        """Look at the run until it is over."""
        while not self.runner.is_over:
            self.runner.begin(min(self.resources.workers(), todo, MOST_WORKERS))
            self.progress.tick()
            control.tick()
            self.job.results.sync()
            self.runner.wait(LOOK)

    def stop(self, signal):
        """Send no more because of a signal, and wait for what is in the air."""
        self.signal = signal
        self.progress.clear()
        self.context.fault(
            f"Stopping: {self.resources.in_the_air} requests are in progress. Their answers are waited for; once more stops at once."
        )
        self.runner.stop()

    def asked(self, wishes):
        """Do what another process asks for: to stop, or to send at other rates."""
        if wishes.get("cancel"):
            self.runner.stop(Partial("The batch was cancelled."))
        rates = {name: wishes[name] for name in RATES if name in wishes}
        if rates:
            self.resources.retune(rates)
            self.note(f"New limits: {', '.join(f'{name} {value}' for name, value in rates.items())}.")

    def end(self, facts):
        """Say what became of the rows, and set the exit of the call."""
        error = self.runner and self.runner.error
        if error:
            tell(error, self.context)
        for one in self.runner.refused_models.values() if self.runner else ():
            tell(one, self.context)
            error = error or (None if facts["answered"] else one)
        for sentence in sentences(facts, self):
            self.context.note(sentence)
        is_whole = not (facts["failed"] or facts["unknown"] or facts["left"])
        self.call.exit = error.exit if error else "ok" if is_whole else "partial"
        if self.signal and facts["left"]:
            raise self.signal
