"""What must hold whatever bytes a service sends as an answer. Knows no fuzzer, so that tests can ask it too."""

import io
import json
import re

from cometapi.answers import sse, tools, usage
from cometapi.answers.display import Display
from cometapi.answers.reader import Reader
from cometapi.context import Context
from cometapi.errors import CometError
from cometapi.generated import program
from cometapi.output import write
from cometapi.output.results import Answer, Text

PROTOCOLS = tuple(name for name, facts in program.PROTOCOLS.items() if "events" in facts)
COLUMNS = [{"name": "content", "title": "Content", "show": "always", "value": ("model",)}]
OURS = re.compile(r"\x1b\[(?:[0-9;]*m|\d*A|K|J)")  # styles, and what redraws the growing block
PRICES = {"input": 0.25, "output": 1}


class Screen(io.StringIO):
    """A terminal in memory."""

    encoding = "utf-8"

    def isatty(self):
        return True


def reader(protocol):
    """A reader of a protocol that has read nothing."""
    return Reader(program.PROTOCOLS[protocol])


def pieces_of(body, cuts):
    """Some bytes, cut into pieces at these places."""
    places = sorted({min(cut, len(body)) for cut in cuts})
    return [body[start:end] for start, end in zip([0, *places], [*places, len(body)], strict=True)]


def told(reader):
    """All that a reader has to say beside the pieces when it is done."""
    tokens = usage.tokens(reader.usage, reader.protocol)
    calls = list(reader.calls.values())
    return [
        *reader.judge(),
        usage.sentence(tokens, usage.cost(tokens, PRICES)),
        [f"{source.title}: {source.link}" for source in reader.sources],
        [(tools.shown(call), tools.executable("/nowhere", call["name"])) for call in calls],
        {reader.model: reader.finishes},
    ]


def read(protocol, reading):
    """``(pieces, end)`` of a way to read an answer; the end is what is told, or the error."""
    by, found = reader(protocol), []
    try:
        for piece in reading(by):
            found.append(piece)
        return found, told(by)
    except CometError as error:
        return found, (type(error).__name__, error.message)


def failed(outcome):
    """Whether the end of what was read is an error."""
    return isinstance(outcome[1], tuple)


def streamed(protocol, chunks):
    """``(pieces, end)`` of a stream that is read as it comes."""
    return read(protocol, lambda by: by.stream(sse.events(chunks)))


def added_up(protocol, chunks):
    """``([document], end)`` of a stream that is added up to its complete reply."""
    return read(protocol, lambda by: (by.assembled(sse.events(chunks)) for _ in [0]))


def at_once(protocol, body):
    """``(pieces, end)`` of a complete reply; of one that is no JSON nothing."""
    try:
        document = json.loads(body)
    except (ValueError, RecursionError):
        return [], None
    return read(protocol, lambda by: by.whole(document))


def ends(protocol, body):
    """Whether something in a stream says that its answer is over: an obvious, slower reading of the protocols."""
    return any(END[protocol](kind, value) for kind, value in values(body))


def values(body):
    """``(type, JSON object)`` of a stream's events."""
    for name, data in sse.events([body]):
        try:
            value = json.loads(data)
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict):
            yield value.get("type") or name, value


def some(value, *keys):
    """Whether there is something at a path; a list on the way stands for any of its items."""
    if not keys:
        return bool(value)
    if isinstance(value, list):
        return any(some(item, *keys) for item in value)
    return isinstance(value, dict) and some(value.get(keys[0]), *keys[1:])


END = {
    "chat": lambda kind, value: some(value, "choices", "finish_reason"),
    "gemini": lambda kind, value: (
        some(value, "candidates", "finishReason") or some(value, "promptFeedback", "blockReason")
    ),
    "responses": lambda kind, value: kind in ("response.completed", "response.incomplete", "response.failed"),
    "messages": lambda kind, value: kind == "message_stop" or some(value, "delta", "stop_reason"),
}


def printed(protocol, chunks, **environ):
    """What stands on a terminal, stdout and stderr, after a stream was printed as text."""
    stdout, stderr = Screen(), Screen()
    context = Context([], {"TERM": "xterm", "COLUMNS": "40", **environ}, Screen(), stdout, stderr)
    by = reader(protocol)
    display = Display(context, by)
    try:
        write(Text(display.pieces(by.stream(sse.events(chunks)))), "table", context)
        display.close()
    except CometError as error:
        context.fault(error.message)
    return stdout.getvalue() + stderr.getvalue()


def written(protocol, chunks, writer):
    """What a writer for machines makes of a stream."""
    stdout = Screen()
    context = Context([], {}, Screen(), stdout, Screen())
    by = reader(protocol)
    events = sse.events(chunks)
    answer = Answer(
        COLUMNS,
        reader=by,
        everything=by.stream(events),
        pieces=(),
        document=lambda: by.assembled(events),
        check=by.judge,
        tokens=by.tokens,
    )
    try:
        write(answer, writer, context)
    except CometError:
        pass  # it may say no; what it wrote before has to be JSON all the same
    return stdout.getvalue()


def check(protocol, body, cuts, is_styled=False):
    """Raise when something does not hold for these bytes as a reply of the protocol; rendering it with styles is slow."""
    whole, cut = [body], pieces_of(body, cuts)
    one = streamed(protocol, whole)
    assert one == streamed(protocol, cut), "the pieces depend on how the bytes are cut"
    assert failed(one) or ends(protocol, body), "a stream without an end was judged whole"
    added = added_up(protocol, whole)
    assert added == added_up(protocol, cut), "the reply depends on how the bytes are cut"
    assert failed(added) == failed(one) or "too deeply" in added[1][1], (
        "a reply of a stream that failed, or none of a whole one"
    )
    at_once(protocol, body)
    assert "\x1b" not in printed(protocol, cut, NO_COLOR="1"), "an escape sequence reached the terminal"
    styled = printed(protocol, cut) if is_styled else ""
    assert "\x1b" not in OURS.sub("", styled), "an escape sequence reached the terminal through Markdown"
    for line in written(protocol, cut, "events").split("\n")[:-1]:
        json.loads(line, parse_constant=no_number)
    document = written(protocol, cut, "json")
    assert not document or isinstance(json.loads(document, parse_constant=no_number), dict)


def no_number(name):
    """Raise for what Python takes for a number of JSON, and nobody else does."""
    raise ValueError(f"{name} is printed, which is not valid JSON")
