"""Questions that the history answers, each as dicts and lists of Python."""

from cometapi.advice import advice
from cometapi.errors import UsageError
from cometapi.history import rows
from cometapi.history.rows import UNANSWERED

NEWEST = "(SELECT max(number) FROM exchanges WHERE conversation = c.id)"
PAID = f"copy_of IS NULL AND (usage IS NOT NULL OR state NOT IN {UNANSWERED})"
TITLE_OF = 200  # characters of a message that a title or an excerpt may be made of


class NotFound(UsageError):
    """There is no such conversation."""


def last(connection):
    """The id of the conversation that was used last, None without one."""
    row = connection.execute("SELECT id FROM conversations ORDER BY used DESC LIMIT 1").fetchone()
    return row and row["id"]


def ids(connection):
    """The ids of all conversations, the one used last first."""
    return [row["id"] for row in connection.execute("SELECT id FROM conversations ORDER BY used DESC")]


def of(connection, number):
    """The id of the conversation of an exchange, None without one."""
    row = connection.execute("SELECT conversation FROM exchanges WHERE number = ?", [number]).fetchone()
    return row and row["conversation"]


def find(connection, words):
    """The id that is meant by an id, by a name, or by the beginning of an id."""
    wanted = (("id = ?", words), ("name = ?", words), ("substr(id, 1, length(?1)) = ?1", words.lower()))
    for which, value in wanted if words else ():
        sql = f"SELECT id FROM conversations WHERE {which} ORDER BY used DESC LIMIT 4"
        found = [row["id"] for row in connection.execute(sql, [value])]
        if len(found) > 1:
            more = ", …" if len(found) > 3 else ""
            raise UsageError(f"Several conversations are meant by {words!r}: {', '.join(found[:3])}{more}")
        if found:
            return found[0]
    raise missing(words)


def missing(words):
    """The error about a conversation that is not there."""
    return NotFound(
        f"There is no conversation {words!r} in the history.", hint=advice("Those that are: {program} history")
    )


def conversation(connection, one):
    """A conversation with all its exchanges and their attachments: three statements, however long it is."""
    row = connection.execute("SELECT * FROM conversations WHERE id = ?", [one]).fetchone()
    if row is None:
        raise missing(one)
    sql = "SELECT * FROM exchanges WHERE conversation = ? ORDER BY number"
    exchanges = {row["number"]: {**rows.exchange(row), "attachments": []} for row in connection.execute(sql, [one])}
    sql = (
        "SELECT a.* FROM attachments a JOIN exchanges e ON e.number = a.exchange WHERE e.conversation = ?"
        " ORDER BY a.exchange, a.place"
    )
    for attached in connection.execute(sql, [one]):
        exchanges[attached["exchange"]]["attachments"].append(rows.attachment(attached))
    return {**dict(row), "exchanges": list(exchanges.values())}


SUMMARY = f"""
    SELECT c.id, c.name, c.forked_from, c.started_at, c.used, newest.model, newest.answered_by, newest.command,
        newest.started_at AS used_at, newest.state,
        (SELECT substr(prompt, 1, {TITLE_OF}) FROM exchanges WHERE conversation = c.id ORDER BY number LIMIT 1) AS said,
        (SELECT count(*) FROM exchanges WHERE conversation = c.id) AS turns,
        (SELECT total(cost_usd) FROM exchanges WHERE conversation = c.id AND copy_of IS NULL) AS cost_usd,
        (SELECT count(*) FROM exchanges WHERE conversation = c.id AND {PAID} AND cost_usd IS NULL) AS unpriced
    FROM conversations c LEFT JOIN exchanges newest ON newest.number = {NEWEST}
"""


def listed(connection, limit=None):
    """What is known of each conversation, the one used last first."""
    return summaries(connection, "ORDER BY c.used DESC LIMIT ?", [-1 if limit is None else limit])


def named(connection, one):
    """What a list shows of one conversation; raises NotFound."""
    found = summaries(connection, "WHERE c.id = ?", [one])
    if not found:
        raise missing(one)
    return found[0]


def summaries(connection, rest, values):
    """Conversations as a list shows them."""
    return [summary(row) for row in connection.execute(f"{SUMMARY} {rest}", values)]


def summary(row):
    """The dict of a conversation in a list; its cost is None where no price of it is known."""
    found = dict(row)
    if found["unpriced"] and not found["cost_usd"]:
        found["cost_usd"] = None
    return found


GROUPS = {  # by what costs are summed
    "model": "coalesce(answered_by, model)",
    "day": "date(started_at, 'unixepoch', 'localtime')",
    "key": "key_hint",
}


def costs(connection, by):
    """What was paid, summed: each call once, and those without a price counted beside the sum."""
    sql = f"""
        SELECT {GROUPS[by]} AS "{by}", count(*) AS calls, total(cost_usd) AS cost_usd, sum(cost_usd IS NULL) AS unpriced
        FROM exchanges WHERE {PAID} GROUP BY 1 ORDER BY {"1" if by == "day" else "3 DESC, 1"}
    """
    return [{**row, "cost_usd": known(row)} for row in map(dict, connection.execute(sql))]


def known(row):
    """The sum of a group, None where none of its calls has a price."""
    return None if row["unpriced"] == row["calls"] else round(row["cost_usd"], 10)


def unpriced(connection):
    """What the cost of exchanges depends on whose tokens are known and whose cost is not, each once; none of their texts."""
    sql = """
        SELECT number, command, model, answered_by, usage FROM exchanges
        WHERE cost_usd IS NULL AND usage IS NOT NULL AND copy_of IS NULL
    """
    return [rows.exchange(row) for row in connection.execute(sql)]


def used(connection, most):
    """The tokens of the newest answers, no more than ``most`` exchanges looked at: ``model``, ``usage`` and ``bytes``, how long
    the request was; None of one that carried more than its own exchange keeps, and none of their texts.
    """
    sql = """
        SELECT model, usage, CASE
            WHEN number = (SELECT min(number) FROM exchanges WHERE conversation = e.conversation)
                AND NOT EXISTS (SELECT 1 FROM attachments WHERE exchange = e.number)
            THEN length(CAST(asked || coalesce(system, '') || options AS BLOB)) END AS bytes
        FROM exchanges e
        WHERE number > (SELECT max(number) FROM exchanges) - ? AND state = 'finished' AND usage IS NOT NULL
            AND copy_of IS NULL
    """
    return [rows.exchange(row) for row in connection.execute(sql, [most])]


def charged(connection, since, most):
    """Answers since a moment whose cost is estimated and whose request has an id, the newest first: none of their texts."""
    sql = """
        SELECT started_at, model, answered_by, request_id, cost_usd FROM exchanges
        WHERE started_at >= ? AND cost_usd IS NOT NULL AND request_id IS NOT NULL AND copy_of IS NULL
        ORDER BY number DESC LIMIT ?
    """
    return [dict(row) for row in connection.execute(sql, [since, most])]


def unfinished(connection):
    """Exchanges without a reply, unless the service is known not to have taken them: they may have been paid. Of what was
    said they have the beginning.
    """
    sql = f"""
        SELECT number, conversation, command, model, substr(prompt, 1, {TITLE_OF}) AS prompt, state, error, request_id,
            started_at
        FROM exchanges WHERE state NOT IN {("finished", *UNANSWERED)} AND reply = '' AND answered = '[]'
        AND copy_of IS NULL ORDER BY number DESC
    """
    return [dict(row) for row in connection.execute(sql)]
