"""What tells of the program itself: it reads no settings and no key, sends nothing, and works beside a broken file."""

# The ``run`` of a command to the module of cometapi/commands whose function ``answer`` runs it without a session.
EXPLAINS = {"help:run": "help", "schema:run": "schema"}
