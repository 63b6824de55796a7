"""The table of ``ledger.db``: what was spent on each day, without a word of what for."""

VERSION_1 = (
    """
    CREATE TABLE days (
        day TEXT NOT NULL,            -- the local calendar day: 2026-01-31
        scope TEXT NOT NULL,          -- whose calls: profile:NAME, or key: and a digest of the API key
        spent INTEGER NOT NULL,       -- what ended, in units of a millionth of a millionth of a dollar
        booked INTEGER NOT NULL,      -- the most that the others may cost: on their way, or unknown how they ended
        PRIMARY KEY (day, scope)
    ) WITHOUT ROWID
    """,
)

SYNCHRONOUS = "FULL"  # what is booked is on the disk before its request is sent
VERSIONS = (VERSION_1,)  # the statements that lead from the version before to each
INDEX = None
