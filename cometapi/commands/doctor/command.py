"""``cometapi doctor``: settings, network and credentials, one row for each check.

With ``transport`` the only room that catches: here a failure is what was looked for, and becomes a row.
"""

from cometapi.commands.doctor.checks import CHECKS, Finding
from cometapi.errors import CometError, ConfigurationError
from cometapi.http.clock import EVER
from cometapi.output.results import Rows
from cometapi.settings import faults, file


def run(call):
    """A row for each check; the exit is that of the first error."""
    examination = Examination(call)
    call.afterwords = examination.summary
    return Rows(call.command["routes"][0]["response"]["columns"], examination.records())


class Examination:
    """The checks of one call. What is wrong in the config file is left out of the settings, so that the rest can go on."""

    def __init__(self, call):
        self.call = call
        self.settings = call.settings
        self.path = self.settings.path
        self.file_fault = None
        self.way = None
        self.statuses = []
        try:
            self.settings.file = file.read(self.path)
        except ConfigurationError as error:
            self.settings.file, self.file_fault = {}, error
        self.unknown = faults.unknown(self.settings)
        self.wrong = faults.wrong(self.settings)
        for table, name in self.wrong:
            file.table_of(self.settings.file, table).pop(name, None)  # of a profile that is no table nothing counts
        call.context.hide(self.settings.secrets())

    def records(self):
        """The record of each check, as soon as it is made."""
        grounds = set()
        for name, check, needs in CHECKS:
            missing = [need for need in needs if need not in grounds]
            found = Finding("skipped", f"needs {missing[0]}") if missing else self.finding(check)
            if found.ground:
                grounds.add(name)
            if found.status == "error" and self.call.exit == "ok":
                self.call.exit = found.exit
            self.statuses.append(found.status)
            yield {
                "check": name,
                "status": found.status,
                "detail": found.detail and self.call.context.hidden(found.detail),
                "advice": found.advice and self.call.context.hidden(found.advice),
            }

    def summary(self):
        """How it went, as sentences to say after the rows."""
        counts = [(self.statuses.count(status), status) for status in ("error", "warning")]
        told = [f"{count} {status}{'' if count == 1 else 's'}" for count, status in counts if count]
        return [f"{' and '.join(told)}; see the Advice column." if told else "No problems found."]

    def finding(self, check):
        """What a check finds; whatever it raises is an error."""
        try:
            return check(self)
        except CometError as error:
            return Finding("error", error.sentence, error.hint, exit=error.exit)

    def timeout(self):
        """Seconds that one step may take."""
        return min(self.call.given_option("timeout") or self.call.wanted("connect_timeout"), EVER)
