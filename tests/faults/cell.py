"""One cell of the matrix: what a call that meets a fault has to come to, and what it came to, as values of one shape."""

import json
import re
from functools import cache

import creations
from faults import BOMB, FILLING, GROWS, HONEST, End
from honest import Honest
from world import SECRETS

from cometapi.generated import program
from cometapi.http import reply
from cometapi.redact import mask

REFUSED = "The service refused the request"
AGAIN = re.compile(r"cometapi: .+; trying again in \d+\.\d s \(\d of \d\)\.")
SUMMARY = re.compile(r"cometapi: \d errors? and 1 warning; see the Advice column\.")
REQUEST_ID = "req-7"
# Bytes of a bomb that come out, in whole pieces, before it has grown more than anything may.
HEEDED = len(BOMB) * reply.EXPANSION // reply.PIECE * reply.PIECE
REPEATS = program.SETTINGS["retries"]["default"]

ELSEWHERE = "301 to another host"
NO_FILE = "The service answered with"
# What differs by nature, by what a call prints and the fault's name; everything else is the same for all.
ENDS = {
    ("untouched", "200 with other JSON"): End(0, None, keeps="5\n"),  # any JSON is what it prints
    ("file", "less promised than sent"): End(0, None, keeps="early"),  # a file does not say where it ends
    ("file", ELSEWHERE): End(0, None, keeps="all"),  # a file is fetched from there, without the key
    ("file", "200 with a page"): End(1, f"{NO_FILE} a page of HTML instead of a file: CometAPI", 200),
    ("file", "200 with a page called JSON"): End(1, f"{NO_FILE} a page of HTML instead of a file: CometAPI", 200),
    ("file", "200 with broken JSON"): End(1, f'{NO_FILE} text instead of a file: {{{{"data": [', 200),
    ("text", "200 with broken JSON"): End(0, None, keeps='{"data": ['),  # any text is what it prints
    ("text", "200 with other JSON"): End(0, None, keeps="5"),
    ("nothing", "200 with other JSON"): End(0, None),  # that it is done, the status says
    ("nothing", "200 with nothing"): End(0, None),
    ("file", "gzip bomb"): End(1, GROWS, 200, keeps=FILLING[:HEEDED]),  # what came before it was noticed
    ("checks", "429, then success"): End(69, None),  # it asks once, because somebody is waiting
}


class Cell:
    """A call that meets a fault in a world."""

    def __init__(self, world, call, fault):
        self.world, self.call, self.fault = world, call, fault
        usual = fault.streamed if call.is_streamed else fault.end
        kind = "text" if call.is_text else call.result
        self.end = ENDS.get((kind, fault.name)) or ENDS.get((call.result, fault.name), usual)
        if fault.name == ELSEWHERE and not call.is_followed:
            self.end = usual
        if call.creates and creations.is_open(fault, usual):
            self.end = creations.end(usual, call.creates)

    def run(self, *options):
        """Let it happen: what the call left behind."""
        return self.world.run([*self.call.words, *options], self.fault, self.call.before)

    def secret(self):
        """What may be shown of the credential that was sent."""
        name = self.call.credential
        return mask(SECRETS[program.CREDENTIALS[name]["setting"]]) if name else ""

    def sentence(self):
        """The sentence of the table, filled in; None where it is not the same for all calls."""
        origin = self.world.places[self.fault.place]
        told = self.end.sentence
        return told and told.format(
            origin=origin, command=self.call.command, secret=self.secret(), status=self.end.status, **self.meanings()
        )

    def meanings(self):
        """What a refusal is called that is about the credential, or that nothing is known of."""
        broken = "The service could not complete the answer" if self.call.is_streamed else REFUSED
        if not self.call.credential:
            return {"refused": REFUSED, "forbidden": REFUSED, "broken": broken}
        title = program.SETTINGS[program.CREDENTIALS[self.call.credential]["setting"]]["title"]
        refused, forbidden = f"The {title} was refused", f"The {title} does not allow this"
        return {"refused": refused, "forbidden": forbidden, "broken": broken}

    def repeats(self):
        """How often the call is repeated."""
        if self.call.result == "checks":
            return 0
        if self.fault.heals:
            return 1
        return REPEATS if self.fault.again == "all" or (self.fault.again == "free" and self.call.is_free) else 0

    def followed(self):
        """How many requests the stranger gets, none of them with a secret."""
        return int(self.call.is_followed and self.fault.name == ELSEWHERE)

    def requests(self):
        """How many requests the service gets."""
        if self.fault.place != "service":
            return 0
        if self.call.result == "checks":
            return 2  # one with each credential
        if self.end.code == 0 and self.fault.heals:
            return len(honest(self.world, self.call).requests) + 1
        return self.call.before + self.repeats() + 1

    def stdout(self, *options):
        """What stdout holds with these options: nothing, or what was complete."""
        keeps, call = self.end.keeps, self.call
        if keeps == "all":
            return honest(self.world, call, *options).out
        if call.result == "file" and keeps in ("start", "early"):
            answer = halves(self.world, call)
            return (answer.early() if keeps == "early" else b"".join(answer.start)).decode(errors="surrogateescape")
        if keeps == "start" and call.is_streamed and not options:
            return halves(self.world, call).text() + "\n"
        return self.first_page(*options) if keeps in ("nothing", "start") else keeps

    def first_page(self, *options):
        """The records of the page before the fault, where a format does not need all of them before the first."""
        if self.call.result != "rows" or not self.call.before or self.fault.place != "service" or not options:
            return ""
        return honest(self.world, self.call, *options, "--limit=1").out


@cache
def honest(world, call, *options):
    """What a call comes to when nothing is wrong."""
    words = [word for word in call.words if word != "--all" or "--limit=1" not in options]
    return world.run([*words, *options], HONEST, before=99)


@cache
def halves(world, call):
    """The honest answer to the last request of a call."""
    return Honest(honest(world, call).requests[-1])


def wanted(cell):
    """What has to come of a cell when people read it."""
    if cell.call.result == "checks":
        return wanted_of_checks(cell)
    return {
        "code": cell.end.code,
        "stdout": cell.stdout(),
        "repeats": cell.repeats(),
        "said": said(cell),
        "requests": cell.requests(),
        "to the stranger": cell.followed(),
        "secrets": [],
        **({"waits": cell.fault.waits} if cell.fault.waits and cell.repeats() else {}),
    }


def said(cell):
    """The sentence that people read, with the request's id where the head of a reply told one."""
    sentence, known = cell.sentence(), cell.end.status and f" (request id: {REQUEST_ID})"
    return sentence and f"cometapi: {sentence}{known or ''}"


def came(cell):
    """What came of it: the same facts, read from what the program left behind."""
    ran = cell.run()
    repeats, lines = parted(ran.err)
    return {
        "code": ran.code,
        "stdout": ran.out,
        "repeats": repeats,
        "said": lines[0] if lines and is_told(lines) and cell.sentence() else None if is_fit(cell, lines) else lines,
        "requests": len(ran.requests),
        "to the stranger": len(cell.world.stranger.talks),
        "secrets": leaked(ran, cell.world.stranger),
        **({"waits": asked_for(ran.waits, cell.fault.waits)} if cell.fault.waits and cell.repeats() else {}),
    }


def parted(err):
    """How many repeats stderr tells of first, and its other lines."""
    lines = creations.DRAWN.sub("…", err).splitlines()
    repeats = sum(AGAIN.fullmatch(line) is not None for line in lines)
    return repeats, lines[repeats:]


def is_told(lines):
    """Whether lines are one sentence in the program's name and at most one hint."""
    first, *hints = lines
    return (
        first.startswith("cometapi: ")
        and first[-1] in ".!?)"
        and len(hints) < 2
        and all(hint.startswith("  ") for hint in hints)
    )


def is_fit(cell, lines):
    """Whether lines are right where no sentence is the same for all: on success what a call without result says, else nothing;
    else any one sentence.
    """
    if cell.end.code == 0:
        if cell.call.creates:
            return len(lines) == 1 and creations.STARTED.fullmatch(lines[0]) is not None
        return is_told(lines) if cell.call.result == "nothing" else not lines
    return bool(lines) and is_told(lines)


def leaked(ran, stranger):
    """The secrets that the program showed, wrote into a file or sent to a stranger."""
    seen = ran.out + ran.err + ran.kept + "".join(f"{talk.path} {talk.headers}" for talk in stranger.talks)
    return [secret for secret in SECRETS.values() if secret in seen]


def wanted_by_machines(cell):
    """What has to come of a cell when a program reads it."""
    facts = {
        "exit_code": cell.end.code,
        "http_status": cell.end.status,
        "request_id": REQUEST_ID if cell.end.status else None,
        "retryable": cell.end.may_heal,
    }
    return {
        "code": cell.end.code,
        "stdout": cell.stdout("--json"),
        "object": facts if cell.end.code else None,
        "secrets": [],
    }


def came_to_machines(cell):
    """What came of it."""
    ran = cell.run("--json")
    lines = parted(ran.err)[1]
    if cell.call.creates and ran.code == 0:
        lines = [line for line in lines if not creations.STARTED.fullmatch(line)]
    error = json.loads(lines[0])["error"] if len(lines) == 1 else lines or None
    names = ("exit_code", "http_status", "request_id", "retryable")
    return {
        "code": ran.code,
        "stdout": ran.out,
        "object": {name: error[name] for name in names} if isinstance(error, dict) else error,
        "secrets": leaked(ran, cell.world.stranger),
    }


def wanted_of_checks(cell):
    """What has to come of ``doctor``: a row with the error, which is no failure of its own."""
    return {
        "code": cell.end.code,
        "stdout": True,
        "stderr": True,
        "requests": cell.requests(),
        "to the stranger": cell.followed(),
        "secrets": [],
    }


def came_of_checks(cell):
    """What came of it."""
    ran = cell.run()
    return {
        "code": ran.code,
        "stdout": bool(ran.out),
        "stderr": SUMMARY.fullmatch(ran.err.rstrip("\n")) is not None,
        "requests": len(ran.requests),
        "to the stranger": len(cell.world.stranger.talks),
        "secrets": leaked(ran, cell.world.stranger),
    }


def judged(cell):
    """``(what had to come, what came)`` of a cell, for each kind of reader that its call has."""
    if cell.call.result == "checks":
        return [(wanted(cell), came_of_checks(cell))]
    people = [(wanted(cell), came(cell))]
    return people + [(wanted_by_machines(cell), came_to_machines(cell))] * cell.call.tells_machines


def asked_for(waits, asked):
    """Seconds of waits, as the service asked for them where they are that long or at most a tenth longer."""
    return [
        wanted if wanted <= seconds <= wanted * 1.1 else seconds
        for seconds, wanted in zip(waits, asked[: len(waits)], strict=True)
    ]
