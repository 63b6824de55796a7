"""Statements that delete. What they leave in the index and in free pages, ``database.forget`` clears away."""

from cometapi.history import database, queries, writing

AT_ONCE = 100  # conversations that are deleted before the size is looked at again


def delete(connection, conversations):
    """Delete conversations with their exchanges; returns how many of those there were."""
    count = 0
    for one in conversations:
        writing.unindex(connection, "conversation = ?", [one])
        count += connection.execute("DELETE FROM exchanges WHERE conversation = ?", [one]).rowcount
        connection.execute("DELETE FROM conversations WHERE id = ?", [one])
    return count


def prune(connection, before=None, most=None):
    """Delete what was last used before a moment, then the oldest until no more than ``most`` bytes are taken."""
    gone = [] if before is None else old(connection, before)
    delete(connection, gone)
    while most is not None and database.used(connection) > most:
        oldest = connection.execute("SELECT id FROM conversations ORDER BY used LIMIT ?", [AT_ONCE]).fetchall()
        if not oldest:
            break
        gone += [row["id"] for row in oldest]
        delete(connection, [row["id"] for row in oldest])
    return gone


def old(connection, before):
    """The ids of conversations that were last used before a moment."""
    sql = f"""
        SELECT c.id FROM conversations c LEFT JOIN exchanges e ON e.number = {queries.NEWEST}
        WHERE coalesce(e.started_at, c.started_at) < ? ORDER BY c.used
    """
    return [row["id"] for row in connection.execute(sql, [before])]
