"""How a wait ended: failures with the service's reason. A task that is done without a result has failed."""

from shlex import join

from cometapi.cli.command_line import given_id
from cometapi.generated.index import PROGRAM
from cometapi.http import waiter
from cometapi.output.results import Rows


def report(call, facts, result, records):
    """Set the exit of a call by its records, and print a sentence about each that failed or needs input.

    Failures in a list are not repeated, because the list shows their states.
    """
    for record in records:
        if waiter.has_state(record, facts, "needs_input"):
            call.exit = "general_error"
            call.context.note(asking(facts, record))
        elif sentence := failure(call, facts, record):
            call.exit = "general_error"
            if not isinstance(result, Rows):
                call.context.fault(sentence)


def failure(call, facts, record):
    """A sentence about a record that failed, or is done without a result; None for any other."""
    name = name_of(call, facts, record)
    if waiter.has_state(record, facts, "failed"):
        told = [in_words(record[facts[key]]) for key in ("code", "reason") if key in facts and record[facts[key]]]
        return ": ".join([f"{name} failed ({record[facts['state']]})", *told]) + "."
    if "result" in facts and not record.get(facts["result"]):
        return f"{name} is done, but has no result ({record[facts['state']]})."
    return None


def asking(facts, record):
    """A sentence about a record that needs input, with the command that gives it."""
    name = record[facts["id"]]
    how = (
        f" Continue with: {join([PROGRAM, *facts['answered_by'].split(), str(name)])}" if "answered_by" in facts else ""
    )
    return f"Task {name} needs your input ({record[facts['state']]}).{how}"


def name_of(call, facts, record):
    """The task of a record as the subject of a sentence, with its ID or else the one that was given."""
    name = record[facts["id"]] or given_id(call)
    return f"Task {name}" if name else "The task"


def in_words(reason):
    """A reason of any JSON type as text without a final period."""
    from cometapi.http.service_errors import in_words

    return (in_words(reason) or "").rstrip(".")
