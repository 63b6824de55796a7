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
    elsewhere: list[Any]
    inner: Any
    refusal: dict[str, Any]
    words: dict[str, str]


class ClientSetup(TypedDict, total=False):
    """How the vendor's own clients find a server of a protocol: variables, and beginnings of the paths that they use."""

    set: Required[dict[str, str]]
    unset: list[str]
    beginnings: dict[str, str]


class Counting(TypedDict, total=False):
    """How clients ask for the tokens of a request, the reply as a shape of the count, and what is special about the vendor's."""

    path: Required[str]
    reply: Required[dict[str, Any]]
    times: float
    tools: int


class Listing(TypedDict, total=False):
    """How clients ask for the models, and what the list looks like."""

    path: Required[str]
    rows: Required[str]
    name: Required[str]
    item: Required[dict[str, Any]]
    beside: dict[str, Any]


class Protocol(TypedDict, total=False):
    """One protocol: how its replies say no and, where models answer in it, how answers are read and turns are made."""

    protocol: Required[str]
    command: str
    endpoint: str
    client: ClientSetup
    counting: Counting
    listing: Listing
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


class OfPath(TypedDict, total=False):
    """What holds for the paths with one beginning, whether an endpoint is known there or not."""

    begins: Required[str]
    service: Required[str]
    credential: str
    protocol: Required[str]
    rows: Any
    pages: dict[str, Any]
    samples: dict[str, Any]
    private: bool


class Endpoint(TypedDict, total=False):
    """One method and path of the service: its protocol and credential, and the command whose requests go there."""

    method: Required[str]
    path: Required[str]
    credential: Required[str | None]
    protocol: Required[str]
    samples: Required[list[dict[str, Any]]]
    command: str
    headers: dict[str, str]
    streams: bool | tuple[str, ...]
    usage: dict[str, Any]
    pages: dict[str, Any]
    selects: dict[str, Any]
    known: dict[str, Any]


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
