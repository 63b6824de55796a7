"""The tables of ``history.db``, version by version.

A conversation is a row that its exchanges point to; an exchange is one message with its answer, as far as it came. Texts
that are searched stand in ``words`` as well, by the number of their exchange, where ``indexed`` says so: an answer that
has not come, one that is too long for an index, and all where SQLite was built without it are searched as they stand.
"""

VERSION_1 = (
    """
    CREATE TABLE conversations (
        id TEXT PRIMARY KEY,          -- ten letters and digits
        name TEXT,                    -- given by /name, else NULL; a title is made of the first message
        forked_from TEXT,             -- the conversation whose exchanges it began with
        started_at REAL NOT NULL,     -- seconds since 1970
        used INTEGER NOT NULL         -- grows with every exchange of any conversation: a clock may go back, this does not
    )
    """,
    "CREATE INDEX conversations_by_use ON conversations (used)",
    """
    CREATE TABLE exchanges (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
        copy_of INTEGER,              -- the number of the exchange that a fork took this from: it was paid once
        command TEXT NOT NULL,        -- chat, messages, gemini, responses, ...
        protocol TEXT NOT NULL,
        model TEXT NOT NULL,          -- the one that was asked for
        answered_by TEXT,             -- the one that the service names
        profile TEXT,
        key_hint TEXT,                -- which key paid: its last four characters
        system TEXT,
        options TEXT NOT NULL,        -- JSON object: options that were given and matter for going on
        prompt TEXT NOT NULL,         -- what was said, as text
        asked TEXT NOT NULL,          -- JSON list: the turns of the protocol that carry it, media as digests
        reply TEXT NOT NULL,          -- the answer's text, as far as it came
        answered TEXT NOT NULL,       -- JSON list: the turns of the protocol that carry it
        state TEXT NOT NULL,          -- sent, finished, cut, interrupted, refused, failed
        finish_reason TEXT,
        error TEXT,                   -- the sentence of the failure
        request_id TEXT,
        started_at REAL NOT NULL,
        duration REAL,                -- seconds
        first_token REAL,             -- seconds
        usage TEXT,                   -- JSON object: tokens by name
        cost_usd REAL,                -- estimated by the catalog's prices, NULL where it has none
        indexed INTEGER NOT NULL DEFAULT 0
    )
    """,
    "CREATE INDEX exchanges_of ON exchanges (conversation, number)",
    "CREATE INDEX exchanges_not_indexed ON exchanges (number) WHERE indexed = 0",
    """
    CREATE TABLE attachments (
        exchange INTEGER NOT NULL REFERENCES exchanges (number) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        digest TEXT NOT NULL,         -- SHA-256 of the bytes
        path TEXT,
        media_type TEXT,
        size INTEGER NOT NULL,
        PRIMARY KEY (exchange, place)
    )
    """,
)

SYNCHRONOUS = "NORMAL"  # faster; a power cut may lose the newest exchange
VERSIONS = (VERSION_1,)  # the statements that lead from the version before to each

INDEX = """
    CREATE VIRTUAL TABLE IF NOT EXISTS words
    USING fts5 (prompt, reply, content='exchanges', content_rowid='number', tokenize='trigram')
"""  # not every SQLite has it, so it belongs to no version
