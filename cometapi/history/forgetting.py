"""Statements that delete. What they leave in the index and in free pages, ``database.forget`` clears away."""

from itertools import islice, takewhile

from cometapi.history import database, queries, writing

AT_ONCE = 100  # conversations that are deleted beside a call
LONGEST_USED_AGO = f"""
    SELECT c.id, coalesce(e.started_at, c.started_at) AS moment
    FROM conversations c LEFT JOIN exchanges e ON e.number = {queries.NEWEST}
    WHERE c.used < (SELECT max(used) FROM conversations) ORDER BY c.used
"""  # the conversation used last is going on
BYTES = """
    SELECT total(length(CAST(prompt AS BLOB)) * 2 + length(CAST(reply AS BLOB)) * 2 + length(asked) + length(answered))
    FROM exchanges WHERE conversation = ?
"""  # reads through the texts, so only where something has to go


def delete(connection, conversations):
    """Delete conversations with their exchanges; returns how many of those there were."""
    count = 0
    for one in conversations:
        writing.unindex(connection, "conversation = ?", [one])
        count += connection.execute("DELETE FROM exchanges WHERE conversation = ?", [one]).rowcount
        connection.execute("DELETE FROM conversations WHERE id = ?", [one])
    return count


def prune(connection, before=None, most=None, count=None):
    """Delete what was last used before a moment, or else what was used longest ago of more than ``most`` bytes.

    Returns the ids; no more than ``count`` of them, where one is given.
    """
    gone = [] if before is None else old(connection, before)
    gone += [] if most is None else beyond(connection, most)
    gone = list(islice(dict.fromkeys(gone), count))
    delete(connection, gone)
    return gone


def tidy(connection, before, most):
    """Delete some of what is beyond the bounds: as much as takes no time beside a call, and the next call goes on.

    For its size nothing is deleted before the index has given back the room of what was deleted last; else that would
    count as too much, too.
    """
    oldest = connection.execute(LONGEST_USED_AGO)
    gone = [row["id"] for row in islice(takewhile(lambda row: row["moment"] < before, oldest), AT_ONCE)]
    if gone or database.used(connection) <= most:
        delete(connection, gone)
    elif not database.merged(connection):
        delete(connection, beyond(connection, most)[:AT_ONCE])
        database.merged(connection, anew=True)


def beyond(connection, most):
    """The ids of the conversations used longest ago that take about as much as the history is larger than ``most`` bytes."""
    excess = database.used(connection) - most
    gone = []
    for row in connection.execute(LONGEST_USED_AGO) if excess > 0 else ():
        if excess <= 0:
            break
        gone.append(row["id"])
        excess -= connection.execute(BYTES, [row["id"]]).fetchone()[0]
    return gone


def old(connection, before):
    """The ids of conversations that were last used before a moment, those used longest ago first."""
    sql = f"""
        SELECT c.id FROM conversations c LEFT JOIN exchanges e ON e.number = {queries.NEWEST}
        WHERE coalesce(e.started_at, c.started_at) < ? ORDER BY c.used
    """
    return [row["id"] for row in connection.execute(sql, [before])]
