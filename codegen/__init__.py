"""The generator ("press"): turns ``spec/`` into ``cometapi/generated`` and ``cometapi/share``. Never part of the user's program."""
