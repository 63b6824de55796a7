"""Names of anchors and files: made of what they stand for, never numbered, and distinct for distinct things."""

import re

PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._"


def escaped(name, plain=PLAIN):
    """A name in the signs that an address may have: any other one is its number between tildes; ``[]`` is two tildes.

    Distinct names stay distinct, because a tilde stands for nothing else.
    """
    return "".join(part if part in plain else f"~{ord(part):x}~" for part in name.replace("[]", "\0")).replace(
        "~0~", "~~"
    )


def file_name(name):
    """A name for a file, distinct also where capitals do not count, and none that Windows keeps for itself."""
    return escaped(name, "abcdefghijklmnopqrstuvwxyz0123456789-") if name not in DEVICES else f"~{name}"


DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}


def flag_anchor(flag):
    """The anchor of an option by one of its flags: ``option-max-tokens``, and ``letter-o`` for ``-o``."""
    if flag.startswith("--"):
        return f"option-{escaped(flag[2:])}"
    return f"letter-{escaped(flag.removeprefix('-'))}"


def anchor(kind, name):
    """The anchor of a thing of a kind: ``exit-69``, ``setting-api_key``, ``column-id``."""
    return f"{kind}-{escaped(name)}"


def heading_anchor(title):
    """The anchor of a title: its words in small letters; other signs as in any name."""
    return escaped(re.sub(r"\s+", "-", re.sub(r"[.,:;!?'\"()]", "", title).strip().lower()))
