"""Secrets made unreadable: what may be shown of one."""

SHORTEST = 8  # characters; what is shorter is a placeholder, and may be a word of any text


def is_telling(secret):
    """Whether a secret is long enough to be looked for in texts."""
    return len(secret) >= SHORTEST


def mask(secret):
    """The secret with no more than its last four characters: ``sk-…wxyz``; nothing of one that is hardly longer."""
    if secret is None or secret == "":
        return secret
    secret = str(secret)
    if len(secret) <= SHORTEST:
        return "…"
    return ("sk-…" if secret.startswith("sk-") else "…") + secret[-4:]
