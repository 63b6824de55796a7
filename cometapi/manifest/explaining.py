"""What tells of the program itself: it reads no settings and no key, sends nothing, and works beside a broken file."""

# The function of a command's ``run`` to the module whose function ``answer`` runs it before there is a session.
EXPLAINS = {"help:run": "cometapi.commands.help", "schema:run": "cometapi.commands.schema"}
