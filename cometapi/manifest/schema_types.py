"""What the manifest's plain data hold, for type checkers and readers: keys as the schemas of spec/ say, after compiling.

Nothing imports this when the program runs.
"""

from typing import Any, Required, TypedDict


class Setting(TypedDict, total=False):
    """One setting: where its value may come from, and what it may be."""

    environment: str
    secret: bool
    supplies: str
    type: str
    range: list[float | None]
    choices: list[str]
    default: Any
    complete: str
    title: str
    ask: bool
    check: str
    needed: bool
    deprecated: dict[str, str]
    help: Required[str]


class Hint(TypedDict, total=False):
    """What to do next after a refusal, by the service's codes, HTTP statuses or exits."""

    codes: list[str]
    statuses: list[int]
    exits: list[str]
    commands: list[str]
    means: str
    hint: Required[str]


class Exit(TypedDict, total=False):
    """One exit: its code, and the statuses, error codes and words of a refusal that lead to it."""

    code: Required[int]
    meaning: Required[str]
    statuses: list[int]
    always: list[int]
    codes: list[str]
    words: list[str]


class Envelope(TypedDict, total=False):
    """How replies of one kind say no: when, with which message and code, all as selectors."""

    fails_when: Required[list[Any]]
    message: Required[Any]
    code: Required[Any]
    refusal: dict[str, Any]
    words: dict[int, str]


class Protocol(TypedDict, total=False):
    """One protocol: how its replies say no and, where models answer in it, how answers are read and turns are made."""

    protocol: Required[str]
    command: str
    endpoint: str
    envelope: Required[Envelope]
    type: Any
    ends: dict[str, Any]
    asks_usage: dict[str, Any]
    events: list[dict[str, Any]]
    reply: list[dict[str, Any]]
    assemble: list[dict[str, Any]]
    tokens: dict[str, Any]
    finish: dict[str, Any]
    turn: dict[str, Any]


class Column(TypedDict, total=False):
    """One column of a result: its name in data, its title for people, where its value is and how it looks."""

    name: Required[str]
    title: Required[str]
    show: Required[str]
    value: Any
    format: dict[str, Any] | None


class Route(TypedDict, total=False):
    """One way a command may go: when it is taken, what it sends and what it makes of the reply."""

    when: dict[str, Any]
    given: str
    credential: str
    request: dict[str, Any]
    response: dict[str, Any]
    pages: dict[str, Any]
