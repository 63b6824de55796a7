"""What goes to the workers of a cluster: what a run is, once, and one request after another. No key is ever among it."""

import pickle
from hashlib import blake2b
from typing import Any, NamedTuple

from cometapi import __version__
from cometapi.generated import program
from cometapi.http.client import NETWORK
from cometapi.http.credentials import settings_of

OPTIONS = (*NETWORK, "strict")  # what workers have from the command line of the run
ELSEWHERE = ("plain_http",)  # settings that workers have from the run, besides the addresses of services


class Facts(NamedTuple):
    """What a run is: a random ``run``, the absolute path of its ``results``, values of options, the profile, settings."""

    run: str
    results: str
    given: dict
    profile: str | None
    fixed: dict
    version: str


class Parcel(NamedTuple):
    """One request without its key: the digest, address and mark of the key are what the worker's must have as well."""

    command: str
    route: Any
    parts: dict
    is_stream: bool
    digest: str
    url: str
    mark: str
    key: int


def facts_of(call, run, results):
    """The pickled Facts of a call."""
    given = {call.behaviours[one]: call.wanted(one) for one in OPTIONS[:-1] if one in call.behaviours}
    given |= {call.behaviours["strict"]: call.option("strict")}
    names = {facts["setting"] for facts in program.SERVICES.values()} | set(ELSEWHERE)
    sandbox = call.session.sandbox
    fixed = sandbox.settings if sandbox else {name: call.settings.get(name) for name in names}
    given = {name: value for name, value in given.items() if value is not None}
    return pickle.dumps(Facts(run, results, given, call.given_option("profile"), fixed, __version__))


def parcel_of(prepared, settings, run, key):
    """The pickled Parcel of a Prepared request; ``key`` is the hash of its row, which names its files."""
    request = prepared.request
    mark = mark_of(request.credential, settings, run)
    return pickle.dumps(
        Parcel(
            prepared.command["name"],
            prepared.route,
            request.parts,
            request.is_stream,
            prepared.digest,
            request.url,
            mark,
            key,
        )
    )


def mark_of(credential, settings, run):
    """What tells whether two machines have the same key, and nothing else of it: a digest that is another in each run."""
    secret = "\n".join(settings.need(one) for one in settings_of(credential)) if credential else ""
    return blake2b(secret.encode("utf-8", "surrogatepass"), key=bytes.fromhex(run), digest_size=16).hexdigest()
