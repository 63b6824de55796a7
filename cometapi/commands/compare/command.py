"""``compare``: several models are asked at once, and what came of each is printed in the order in which they were named."""

import threading

from cometapi import output
from cometapi.answers.prices import code, listed
from cometapi.commands.compare import expect
from cometapi.commands.compare.asking import Asking, options_of
from cometapi.errors import CometError, Partial, Stopped
from cometapi.generated import index
from cometapi.http.client import DryRun
from cometapi.manifest.output_formats import is_for_machines
from cometapi.output.results import Rows, Text
from cometapi.report import tell
from cometapi.terminal.visible import visible

FIRST = (
    "interrupted",
    "authentication_error",
    "configuration_missing",
    "cap",
)  # exits that hold for all, whatever else failed
BEFORE = "Which command serves a model is looked up first; here each is asked through {usual}."


def run(call):
    """Ask, print what comes, and give back the records where they are to be printed as records."""
    call.context.check_stdout()
    call.check_stdin()
    call.shape.columns(columns(call))
    tests = [expect.read(one) for one in call.option("expect") or ()]
    is_shown = call.preview and not call.option("estimate")  # without a look at the catalog
    catalog = {} if is_shown else known(call)
    message, options = call.argument("message"), options_of(call)
    entries = [Asking(call, model, catalog, message, options) for model in call.argument("model")]
    if call.option("estimate"):
        return estimated(call, entries)
    if call.preview:
        return preview(call, entries)
    judge = judge_of(call, catalog, message)
    entries[0].check_credential()
    if (budget := call.budget()) is not None:
        budget.is_patient = True  # each of them ends
    Comparison(call, entries).run(tests, judge)
    return None


def columns(call):
    """The columns of the records."""
    return call.command["routes"][0]["response"]["columns"]


def known(call):
    """What the catalog says of models, by their names; nothing where it cannot be had, which no answer depends on."""
    try:
        items = list(listed(call, {"retries": 0}))
    except CometError as error:
        call.context.tell(f"The catalog cannot be read, so every model is asked in the usual way: {error.message}")
        return {}
    return {name: item for item in items for name in (code(item), item["id"])}


def judge_of(call, catalog, message):
    """The Judge that is asked for, or None."""
    if not call.option("judge"):
        return None
    from cometapi.commands.compare.judge import Judge

    return Judge(call, catalog, message)


def preview(call, entries):
    """Show the request to each model."""
    from cometapi.http import preview as shown

    call.context.note(BEFORE.format(usual=entries[0].command))
    for one, seen in looked_at(call, entries):
        one.call.format_name = call.format()
        shown.show(one.call, seen.request)


def looked_at(call, entries):
    """Yield each Asking with the DryRun of its request; what there is to say of it is said afterwards."""
    for one in entries:
        try:
            one.asked.send()
        except DryRun as seen:
            yield one, seen
            for sentence in one.notes:
                call.context.note(f"{one.model}: {sentence}")


def estimated(call, entries):
    """The Rows of what each model would use."""
    from cometapi.spending import estimates

    return estimates.each(call, [seen for _, seen in looked_at(call, entries)])


class Comparison:
    """Models that are asked at once, and how what comes is shown."""

    def __init__(self, call, entries):
        self.call, self.entries, self.context = call, entries, call.context
        self.news = threading.Condition()
        self.waiting = []  # answers that are to be printed one after another, and are not yet
        self.is_for_people = not (is_for_machines(call.format()) or call.shape)
        self.judge_error = None

    def run(self, tests, judge):
        """Ask, show, test and judge; what came is told whatever happens."""
        try:
            for one in self.entries:
                one.begin(self.tell)
            self.show()
            expect.test(self.entries, tests)
            if judge:
                from cometapi.commands.compare.judge import judged

                self.judge_error = judged(judge, self.entries)
        except BaseException as end:
            for one in self.entries:
                one.stop(end)
            if isinstance(end, KeyboardInterrupt | Stopped):  # else there is nobody who reads
                self.show_rest()
                self.finish()
            raise
        self.finish()

    def tell(self):
        """Wake whoever waits for news."""
        with self.news:
            self.news.notify_all()

    def wait(self, seconds=None):
        """Wait for news; whether more are to come."""
        with self.news:
            if self.is_coming():
                self.news.wait(seconds)
            return self.is_coming()

    def is_coming(self):
        """Whether some answer is not there yet."""
        return not all(one.is_done for one in self.entries)

    def show(self):
        """Show the answers while they come, to people; records are printed when all is known."""
        from cometapi.commands.compare import columns as side_by_side

        if not self.is_for_people:
            while self.wait():
                pass
        elif self.call.format() == "table" and side_by_side.fits(self.context, len(self.entries)):
            side_by_side.show(self.context, self.entries, self.wait)
        else:
            self.waiting = list(self.entries)
            self.show_rest()

    def show_rest(self):
        """Print the answers that are still to be printed, one after another; the next ones come meanwhile."""
        while self.waiting:
            self.show_one(self.waiting.pop(0))

    def show_one(self, entry):
        """Print one answer under its model's name as it comes."""
        self.context.print(f"## {visible(entry.model, keep='')}\n\n")
        try:
            output.write(Text(self.pieces(entry)), self.call.format(), self.context)
            if entry.error and not entry.is_stopped:
                self.context.print(f"(failed: {visible(entry.error.message, keep='')})\n")
        finally:
            self.context.print("\n")

    def pieces(self, entry):
        """The pieces of an answer as they come."""
        told = 0
        while True:
            is_done = entry.is_done
            came = entry.texts[told:]
            told += len(came)
            yield from came
            if is_done and told == len(entry.texts):
                return
            with self.news:
                if told == len(entry.texts) and not entry.is_done:
                    self.news.wait()

    def finish(self):
        """Print the records, and say what there is to say; the exit is that of what failed."""
        for one in self.entries:
            self.context.masks |= dict(one.call.context.masks)  # what one of them hides, all that is told has to hide
        rows = Rows(self.wanted(), [one.record() for one in self.entries])
        output.write(self.call.shape.of(rows), self.call.format(), self.context)
        for one in self.entries:
            for sentence in one.notes:
                self.context.note(f"{one.model}: {sentence}")
            if one.verdicts.get("expect") is False:
                self.context.fault(f"{one.model}: {one.verdicts['expect_reason']}")
            if one.error and not one.is_stopped:
                self.fault(one.error, f"{one.model}: ")
        if self.judge_error:
            self.fault(self.judge_error)
        self.call.exit = self.exit()

    def fault(self, error, whose=""):
        """Say what failed: to people in a sentence and the next step, to machines as an object."""
        error.message = f"{whose}{error.message}"
        if not is_for_machines(self.call.format()):
            tell(error, self.context)
            return
        from cometapi.output.as_json import error_object

        self.context.put(error_object(error, error.hint, index.EXITS[error.exit]))

    def wanted(self):
        """The columns; to people only those in which something stands."""
        every = columns(self.call)
        if not self.is_for_people:
            return every
        records = [one.record() for one in self.entries]
        return [one for one in every if any(record.get(one["name"]) is not None for record in records)]

    def exit(self):
        """The name of the exit: that of what holds for all, of what all failed by, or that some of it did."""
        failed = [*(one.error for one in self.entries), self.judge_error]
        errors = [one.exit for one in failed if one]
        first = next((name for name in FIRST if name in errors), None)
        if first or not errors:
            is_held = all(one.verdicts.get("expect", True) for one in self.entries)
            return first or ("ok" if is_held else "general_error")
        is_all = all(one.error for one in self.entries) and len(set(errors)) == 1
        return errors[0] if is_all else Partial.exit
