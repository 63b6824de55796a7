"""Statements that keep something. Each runs in a transaction of its caller."""

import time

from cometapi.history import database, rows

LONGEST_INDEXED = 200_000  # characters of an exchange; reading through a longer one is faster than an index of it
LATEST = "(SELECT coalesce(max(used), 0) + 1 FROM conversations)"


def begin(connection, record, hide=None):
    """The number of a new exchange."""
    values = rows.columns(record, hide)
    values["conversation"] = use(connection, values["conversation"], values["started_at"])
    sql = f"INSERT INTO exchanges ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})"
    number = connection.execute(sql, list(values.values())).lastrowid
    connection.executemany(
        "INSERT INTO attachments (exchange, place, digest, path, media_type, size) VALUES (?, ?, ?, ?, ?, ?)",
        [(number, place, *map(one.get, rows.ATTACHMENT)) for place, one in enumerate(record.get("attachments") or ())],
    )
    if values["state"] != "sent":  # else its answer is still to come
        index(connection, "number = ?", [number])
    return number


def use(connection, conversation, moment):
    """The id of a conversation that is used now; a new one where there is none of this id."""
    one = conversation or rows.new_id()
    if not connection.execute(f"UPDATE conversations SET used = {LATEST} WHERE id = ?", [one]).rowcount:
        connection.execute(f"INSERT INTO conversations (id, started_at, used) VALUES (?, ?, {LATEST})", [one, moment])
    return one


def finish(connection, number, facts, hide=None):
    """Change columns of an exchange."""
    values = rows.facts(facts, hide)
    unindex(connection, "number = ?", [number])
    if values:
        sets = ", ".join(f"{name} = ?" for name in values)
        connection.execute(f"UPDATE exchanges SET {sets} WHERE number = ?", [*values.values(), number])
    index(connection, "number = ?", [number])


def price(connection, number, dollars):
    """Change the cost of an exchange, and of its copies."""
    connection.execute("UPDATE exchanges SET cost_usd = ?1 WHERE number = ?2 OR copy_of = ?2", [dollars, number])


def rename(connection, conversation, name, hide=None):
    """Give a conversation a name, or none."""
    name = rows.kept(name, hide) if name else None
    connection.execute("UPDATE conversations SET name = ? WHERE id = ?", [name, conversation])


def fork(connection, conversation, upto=None):
    """The id of a new conversation with the exchanges of another."""
    one = use(connection, None, time.time())
    connection.execute("UPDATE conversations SET forked_from = ? WHERE id = ?", [conversation, one])
    end = (upto is None, upto)
    found = "SELECT number FROM exchanges WHERE conversation = ? AND (? OR number <= ?) ORDER BY number"
    for row in connection.execute(found, [conversation, *end]).fetchall():
        copy(connection, row["number"], one)
    index(connection, "conversation = ?", [one])
    return one


COPIED = ", ".join(name for name in rows.BEGUN if name not in ("conversation", "copy_of"))


def copy(connection, number, conversation):
    """Let another conversation have an exchange, too."""
    made = connection.execute(
        f"INSERT INTO exchanges (conversation, copy_of, {COPIED})"
        f" SELECT ?, coalesce(copy_of, number), {COPIED} FROM exchanges WHERE number = ?",
        [conversation, number],
    ).lastrowid
    names = f"place, {', '.join(rows.ATTACHMENT)}"
    sql = f"INSERT INTO attachments (exchange, {names}) SELECT ?, {names} FROM attachments WHERE exchange = ?"
    connection.execute(sql, [made, number])


def index(connection, which, values):
    """Let the exchanges of a condition be found by the index, where they are finished and not too long."""
    if not database.has_index(connection):
        return
    which = f"{which} AND indexed = 0 AND state <> 'sent' AND length(prompt) + length(reply) <= {LONGEST_INDEXED}"
    sql = f"INSERT INTO words (rowid, prompt, reply) SELECT number, prompt, reply FROM exchanges WHERE {which}"
    connection.execute(sql, values)
    connection.execute(f"UPDATE exchanges SET indexed = 1 WHERE {which}", values)


def unindex(connection, which, values):
    """Take the exchanges of a condition out of the index; before their texts change, which it needs to know."""
    if not database.has_index(connection):
        return
    which = f"{which} AND indexed = 1"
    connection.execute(
        "INSERT INTO words (words, rowid, prompt, reply)"
        f" SELECT 'delete', number, prompt, reply FROM exchanges WHERE {which}",
        values,
    )
    connection.execute(f"UPDATE exchanges SET indexed = 0 WHERE {which}", values)
