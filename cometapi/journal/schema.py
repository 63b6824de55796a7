"""The table of ``journal.db``. It holds no prompt: what was asked for is a digest, what paid for it four characters."""

VERSION_1 = (
    """
    CREATE TABLE creations (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        command TEXT NOT NULL,        -- the words of the command: video create
        model TEXT,                   -- the one that was asked for, NULL where the request names none
        profile TEXT,
        service TEXT NOT NULL,        -- where the request went: scheme, host and port
        key_hint TEXT,                -- which key pays: its last four characters
        digest TEXT NOT NULL,         -- SHA-256 of what was asked for
        own_id TEXT,                  -- the id that was sent along, where the service takes one
        started_at REAL NOT NULL,     -- seconds since 1970
        state TEXT NOT NULL,          -- sent, accepted, refused, done, failed
        task TEXT,                    -- the service's id, once it is known
        continue_with TEXT,                 -- the command that goes on with it, without the program's name
        request_id TEXT,
        error TEXT                    -- the sentence of what came instead of an id
    )
    """,
    "CREATE INDEX creations_by_task ON creations (task)",
    "CREATE INDEX creations_open ON creations (number) WHERE state IN ('sent', 'accepted')",
)

SYNCHRONOUS = "FULL"  # what is paid for is on the disk before anything else is done
VERSIONS = (VERSION_1,)  # the statements that lead from the version before to each
INDEX = None
