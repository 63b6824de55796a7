-- A history as version 1 of the schema kept it. Nothing here ever changes.
CREATE TABLE conversations (
    id TEXT PRIMARY KEY,
    name TEXT,
    forked_from TEXT,
    started_at REAL NOT NULL,
    used INTEGER NOT NULL
);

CREATE INDEX conversations_by_use ON conversations (used);

CREATE TABLE exchanges (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    copy_of INTEGER,
    command TEXT NOT NULL,
    protocol TEXT NOT NULL,
    model TEXT NOT NULL,
    answered_by TEXT,
    profile TEXT,
    key_hint TEXT,
    system TEXT,
    options TEXT NOT NULL,
    prompt TEXT NOT NULL,
    asked TEXT NOT NULL,
    reply TEXT NOT NULL,
    answered TEXT NOT NULL,
    state TEXT NOT NULL,
    finish_reason TEXT,
    error TEXT,
    request_id TEXT,
    started_at REAL NOT NULL,
    duration REAL,
    first_token REAL,
    usage TEXT,
    cost_usd REAL,
    indexed INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX exchanges_of ON exchanges (conversation, number);

CREATE INDEX exchanges_not_indexed ON exchanges (number) WHERE indexed = 0;

CREATE TABLE attachments (
    exchange INTEGER NOT NULL REFERENCES exchanges (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    digest TEXT NOT NULL,
    path TEXT,
    media_type TEXT,
    size INTEGER NOT NULL,
    PRIMARY KEY (exchange, place)
);

CREATE VIRTUAL TABLE words
USING fts5 (prompt, reply, content='exchanges', content_rowid='number', tokenize='trigram');

INSERT INTO conversations VALUES ('abcdefghij', 'moons', NULL, 1790000000.5, 1);
INSERT INTO exchanges VALUES (
    1, 'abcdefghij', NULL, 'chat', 'chat', 'gpt-5.4', NULL, NULL, '…0001', 'Be brief.', '{}', 'Why tidal locking?',
    '[]', 'Gravity.', '[]', 'finished', 'stop', NULL, 'req-1', 1790000000.5, 1.5, 0.5, '{"total": 5}', 0.25, 1
);
INSERT INTO words (rowid, prompt, reply) VALUES (1, 'Why tidal locking?', 'Gravity.');
PRAGMA user_version = 1;
