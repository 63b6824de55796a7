"""``history reconcile``: what kept answers were estimated to cost beside what the account's logs say was charged."""

from decimal import Decimal

from cometapi.cli.registry import command_data
from cometapi.commands.history import opened, rows
from cometapi.generated import program
from cometapi.http.listing import Listing
from cometapi.output.formats import machine_record
from cometapi.spending.money import in_words

MOST = 10_000  # answers that are compared
LEEWAY = 600  # seconds by which the clock of the service may be behind
DIGITS = 10  # decimal places of dollars


def run(call):
    """A row for each kept answer with an estimated cost: the estimate, what was charged, and the difference."""
    call.context.check_stdout()
    with opened(call) as history:
        kept = history.charged(call.argument("since"), MOST)
    costs = charges(call, kept) if kept else {}
    records = [compared(one, costs.get(one["request_id"])) for one in kept]
    result = rows(
        call, lambda _: records, "No answer in the history has an estimated cost and a request ID in this time."
    )
    said = call.afterwords
    call.afterwords = lambda: [*said(), *sentences(records)]
    return result


def charges(call, kept):
    """Dollars that were charged, by request ID (Decimal), of the answers that the logs have."""
    facts = program.LOOK_UP
    command = command_data(facts["command"])
    since = int(min(one["started_at"] for one in kept)) - LEEWAY
    logs = call.another(command, {facts["since"]: since}, doing={"all": True})
    listing = Listing(logs, logs.ready())
    wanted, found = {one["request_id"] for one in kept}, {}
    id, cost = facts["charged"]["id"], facts["charged"]["cost"]
    columns = [one for one in listing.response["columns"] if one["name"] in (id, cost)]
    for raw in listing.records():
        record = machine_record(columns, raw)
        if record[id] in wanted and isinstance(record[cost], int | float):
            found[record[id]] = found.get(record[id], Decimal(0)) + Decimal(str(record[cost]))
    return found


def compared(exchange, charged):
    """The record of an answer; None stands for what is not in the logs."""
    estimated = Decimal(str(exchange["cost_usd"]))
    return {
        "time": exchange["started_at"],
        "model": exchange["answered_by"] or exchange["model"],
        "estimated_usd": float(estimated),
        "charged_usd": None if charged is None else float(charged),
        "difference_usd": None if charged is None else round(float(charged - estimated), DIGITS),
        "request_id": exchange["request_id"],
    }


def sentences(records):
    """What there is to say of all records: the sums, and how many answers were not found."""
    found = [one for one in records if one["charged_usd"] is not None]
    if found:
        estimated, charged = (
            sum(Decimal(str(one[name])) for one in found) for name in ("estimated_usd", "charged_usd")
        )
        yield (
            f"{answers(len(found))}: estimated {in_words(estimated)}, charged {in_words(charged)}"
            f"{difference(estimated, charged)}."
        )
    if len(found) < len(records):
        yield f"{answers(len(records) - len(found))} not found in the logs."


def difference(estimated, charged):
    """By how much the charged dollars differ from the estimated ones, in words."""
    if not estimated or charged == estimated:
        return ""
    share = (charged - estimated) / estimated * 100
    return f", {abs(share):.3g}% {'more' if share > 0 else 'less'}"


def answers(count):
    """How many answers, in words."""
    return f"{count:,} answer{'' if count == 1 else 's'}"
