"""Secrets made unreadable: what may be shown of one."""


def mask(secret):
    """The secret with no more than its last four characters: ``sk-…wxyz``; nothing of one of eight or fewer."""
    if secret is None or secret == "":
        return secret
    secret = str(secret)
    if len(secret) <= 8:
        return "…"
    return ("sk-…" if secret.startswith("sk-") else "…") + secret[-4:]
