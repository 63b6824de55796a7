"""The coverage-guided fuzz run of the stream readers: ``make fuzz``.

An input is a byte for the protocol, one for the cuts (and for whether the answer is rendered with styles), and the reply. Most mutations know what a reply is made of:
events are dropped, doubled, swapped and taken from other streams, and JSON inside them gets odd values and other keys
of the manifest's protocols. What breaks the oracle is written to a folder, once for each place, and the run goes on.
"""

import json
import random
import re
import sys
import traceback
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]
with atheris.instrument_imports(include=["cometapi"]):
    import oracle

    from cometapi.generated import program
    from cometapi.output import as_events, as_json, as_markdown_live, as_table, markdown_parts  # noqa: F401 - to be measured

FOUND = Path(sys.argv[1])  # the folder for inputs that break the oracle
REPLIES = ROOT / "spec" / "replies"
WORDS = sorted(set(re.findall(r"[A-Za-z_]\w+(?:\.[a-z_]+)*", repr(program.PROTOCOLS))))
ODD = [None, True, False, 0, 1, -1, 4096, 10**400, 1e308, float("inf"), float("nan"), "", "text", "\x1b[2J", "\ud800"]
ODD += ["&#x1b;", "\r", "[DONE]", "{", "# x\n\n```\n", [], [[]], [1], {}, {"index": 1}, [{"index": 0}], {"": None}]
ODD = [*map(json.dumps, ODD), '{"a":' * 600 + "1" + "}" * 600]


def seeds():
    """Every sample of the manifest as an input, for its own protocol and cut at two sizes."""
    for path in sorted(REPLIES.iterdir()):
        protocol = path.stem.partition("-")[0]
        if protocol in oracle.PROTOCOLS:
            yield bytes([oracle.PROTOCOLS.index(protocol), len(path.name)]) + path.read_bytes()


SEEDS = list(seeds())
EVENTS = [event for seed in SEEDS for event in seed[2:].split(b"\n\n") if event]


def one_input(data):
    """Judge one input."""
    if len(data) < 3:
        return
    protocol, places = oracle.PROTOCOLS[data[0] % 4], random.Random(data[1])
    body = data[2:]
    try:
        cuts = [places.randrange(len(body)) for _ in range(data[1] % 16)]
        oracle.check(protocol, body, cuts, is_styled=data[1] < 16)
    except Exception as error:
        keep(data, error)


def keep(data, error):
    """Write down an input that broke the oracle, unless one of its kind is there."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "cometapi/" in frame.filename]
    place = f"{Path(frames[-1].filename).stem}-{frames[-1].lineno}" if frames else str(error).replace(" ", "-")
    path = FOUND / f"{type(error).__name__}-{place}"
    if not path.exists():
        path.write_bytes(data)
        path.with_suffix(".txt").write_text("".join(traceback.format_exception(error)))
        print(f"FOUND {path.name}", flush=True)


def mutated(data, size, seed):
    """An input made from another one."""
    chance = random.Random(seed)
    if len(data) < 3 or chance.random() < 0.2:
        return atheris.Mutate(data, size)
    head, events = data[:2], data[2:].split(b"\n\n")
    for _ in range(chance.randint(1, 3)):
        chance.choice(ACTS)(events, chance)
    if chance.random() < 0.1:
        head = bytes([chance.randrange(4), chance.randrange(256)])
    return (head + b"\n\n".join(events))[:size]


def crossed(data, other, size, seed):
    """The beginning of one input and the end of another, cut between events."""
    chance = random.Random(seed)
    ours, theirs = data[2:].split(b"\n\n"), other[2:].split(b"\n\n")
    events = ours[: chance.randint(0, len(ours))] + theirs[chance.randint(0, len(theirs)) :]
    return (data[:2] + b"\n\n".join(events))[:size]


def drop(events, chance):
    if len(events) > 1:
        events.pop(chance.randrange(len(events)))


def double(events, chance):
    events.insert(chance.randint(0, len(events)), chance.choice(events))


def swap(events, chance):
    one, other = chance.randrange(len(events)), chance.randrange(len(events))
    events[one], events[other] = events[other], events[one]


def borrow(events, chance):
    events.insert(chance.randint(0, len(events)), chance.choice(EVENTS))


def reline(events, chance):
    place = chance.randrange(len(events))
    marks = [
        (b"\n", b"\r\n"),
        (b"\n", b"\r"),
        (b"data: ", b"data:"),
        (b"data: ", b""),
        (b"event", b"id"),
        (b":", b"::"),
    ]
    events[place] = events[place].replace(*chance.choice(marks))


def remark(events, chance):
    marks = [
        b": PING",
        b"\xef\xbb\xbf",
        b"event: x",
        b"data: [DONE]",
        b"{",
        b"data:",
        b"\xff",
        b"\r",
        b'{"error": "no"}',
    ]
    events.insert(chance.randint(0, len(events)), chance.choice(marks))


def change(events, chance):
    """Change the JSON of one event."""
    place = chance.randrange(len(events))
    before, brace, text = events[place].partition(b"{")
    try:
        value = json.loads(brace + text)
        for _ in range(chance.randint(1, 3)):
            alter(value, chance)
        made = json.dumps(value, ensure_ascii=chance.random() < 0.5)
    except (ValueError, RecursionError):
        return  # no JSON, or nested as deep as it goes
    events[place] = before + made.encode("utf-8", "surrogatepass")


def alter(value, chance):
    """Give one place inside a JSON value an odd value, a word of the manifest, or another part of itself."""
    holders = containers(value)
    holder = chance.choice(holders)
    odd = json.loads(json.dumps(chance.choice(holders)) if chance.random() < 0.1 else chance.choice(ODD))
    odd = chance.choice(WORDS) if chance.random() < 0.2 else odd
    if isinstance(holder, list):
        holder.insert(chance.randint(0, len(holder)), odd)
        return
    key = chance.choice(list(holder)) if holder and chance.random() < 0.7 else chance.choice(WORDS)
    if key in holder and chance.random() < 0.2:
        del holder[key]
    else:
        holder[key] = odd


def containers(value):
    """Every object and list inside a value, itself first; no recursion, because some are nested as deep as it goes."""
    found = [value]
    for one in found:
        parts = one.values() if isinstance(one, dict) else one
        found += [part for part in parts if isinstance(part, dict | list)]
    return found


ACTS = [drop, double, swap, borrow, reline, remark, *[change] * 6]

if __name__ == "__main__":
    folder = FOUND / "seeds"
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS):
        (folder / str(number)).write_bytes(seed)
    words = [*sys.argv[:1], "-timeout=10", "-rss_limit_mb=1024", "-max_len=65536", *sys.argv[2:], str(folder)]
    atheris.Setup(words, one_input, custom_mutator=mutated, custom_crossover=crossed)
    atheris.Fuzz()
