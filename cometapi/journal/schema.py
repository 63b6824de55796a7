"""The tables of ``journal.db``. They hold no prompt, only a digest of the request and the last characters of the key."""

VERSION_1 = (
    """
    CREATE TABLE creations (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        command TEXT NOT NULL,        -- the words of the command: video create
        model TEXT,                   -- NULL if the request names none
        profile TEXT,
        service TEXT NOT NULL,        -- scheme, host and port of the request
        key_hint TEXT,                -- the last four characters of the API key
        digest TEXT NOT NULL,         -- SHA-256 of the request
        own_id TEXT,                  -- the ID sent by the user, where the service accepts one
        started_at REAL NOT NULL,     -- seconds since 1970
        state TEXT NOT NULL,          -- sent, accepted, refused, done, failed
        task TEXT,                    -- the service's ID, once it is known
        continue_with TEXT,                 -- the command to continue with, without the program's name
        request_id TEXT,
        error TEXT                    -- the error message, if there is no ID
    )
    """,
    "CREATE INDEX creations_by_task ON creations (task)",
    "CREATE INDEX creations_open ON creations (number) WHERE state IN ('sent', 'accepted')",
)

SYNCHRONOUS = "FULL"  # a paid request is on the disk before it is sent
VERSIONS = (VERSION_1,)  # the statements that lead from the version before to each
INDEX = None
