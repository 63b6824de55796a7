"""What became of what was waited for: told with the service's own reason; done without a result is no success."""

from shlex import join

from cometapi.generated.index import PROGRAM
from cometapi.http import waiter
from cometapi.output.results import Rows


def tell(call, facts, result, records):
    """Set the exit of a call by its records, and say what a user has to know of one that did not come to its end.

    Of several, which are printed with their states, only those are told that wait for their user.
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
    """The sentence about what failed, or is done and has no result; None of what is well."""
    name = name_of(call, facts, record)
    if waiter.has_state(record, facts, "failed"):
        told = [in_words(record[facts[key]]) for key in ("code", "reason") if key in facts and record[facts[key]]]
        return ": ".join([f"{name} failed ({record[facts['state']]})", *told]) + "."
    if "result" in facts and not record.get(facts["result"]):
        return f"{name} is done, but has no result ({record[facts['state']]})."
    return None


def asking(facts, record):
    """The sentence about what waits for its user, with the command that answers it."""
    name = record[facts["id"]]
    how = (
        f" Continue with: {join([PROGRAM, *facts['answered_by'].split(), str(name)])}" if "answered_by" in facts else ""
    )
    return f"Task {name} needs your input ({record[facts['state']]}).{how}"


def name_of(call, facts, record):
    """How a sentence names the task of a record: by its ID, or by the one that the call was given."""
    given = (value for name, value in call.given.items() if not call.arguments[name].get("flags"))
    name = record[facts["id"]] or next(given, None)
    return f"Task {name}" if name else "The task"


def in_words(reason):
    """A reason as the end of a sentence, whatever a service makes of it."""
    from cometapi.http.service_errors import in_words

    return (in_words(reason) or "").rstrip(".")
