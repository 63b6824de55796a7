"""The events of a stream up to its end, without keep-alives, marks and what follows a complete answer."""

import json

from cometapi.answers.picks import is_json, pick
from cometapi.answers.sse import SAME, STRAY, TooLong, Unended
from cometapi.errors import ReplyNotUnderstood, ServiceUnavailable
from cometapi.http.refusals import ended
from cometapi.http.service_errors import facts_of, failure, of_envelope

PINGS = ("ping", "keepalive", "keep-alive", "heartbeat")  # types of events that only say that somebody is there
SIGNS = (*PINGS, "pong", "keep alive", "ok")  # data of such events
BROKEN_OFF = "The service could not complete the answer"
FAILURE = "error"  # type of events that tell a failure, whatever their data are
LONGEST_NUMBER = 20  # characters of a value that is nothing
LONGEST = 200  # characters of what is no JSON that are told


def values(reader, events):
    """The type, the JSON value and the size of a stream's events up to its end; raises the error that one carries.

    What says no, or cannot be read, fails an answer only until it is whole. Of events that repeat the last one with
    other texts, ``reader.repeats`` knows the rest: their type is SAME, their value these texts.
    """
    ends, repeats = reader.protocol.get("ends", {}), reader.repeats
    for name, data in arriving(reader, events):
        if name is SAME:
            yield SAME, data, 0
            continue
        if data.strip() == ends.get("data"):
            reader.marked = True
            return
        if is_sign(name, data) or (name is STRAY and not is_refusal(reader, data)):
            continue
        if isinstance(data, Unended) and name != FAILURE and not is_json(data):
            return  # the stream was cut in the middle of an event
        value, error = read(reader, name, data)
        if error and reader.is_whole():
            reader.afterwards = error.message
            continue
        if value is not None:
            kind = pick(reader.protocol, "type", value) or name
            is_last = not error and kind in ends.get("types", ())
            if not (error or is_last or reader.ended):
                repeats.learn(name, kind, value, data)  # before anybody changes the value
            yield kind, value, len(data)
            reader.ended = reader.ended or is_last
        if error:
            raise error
        if reader.ended:
            return


def arriving(reader, events):
    """The events until the connection breaks; whether the answer is whole all the same, its finish reasons tell."""
    try:
        yield from events
    except TooLong as error:
        if not reader.is_whole():
            sentence = f"The stream has {error} that exceeds this program's size limit."
            raise ReplyNotUnderstood(sentence, **facts_of(reader.reply)) from None
    except ServiceUnavailable as error:
        reader.broken = error


def is_sign(name, data):
    """Whether an event is empty or only a keep-alive."""
    text = data.strip()
    is_short = len(text) <= LONGEST
    return not text or (is_short and (text.startswith(":") or text.strip('"[]. ').lower() in SIGNS or is_nothing(text)))


def is_nothing(text):
    """Whether a text is a JSON value that carries nothing: ``null``, a number, an empty list or object."""
    try:
        value = json.loads(text) if len(text) <= LONGEST_NUMBER else text
    except (ValueError, RecursionError):
        return False
    return not value or isinstance(value, int | float)


def is_refusal(reader, data):
    """Whether JSON that is not an event of the protocol is a refusal."""
    return is_json(data) and of_envelope(json.loads(data), reader.envelope) is not None


def read(reader, name, data):
    """``(value, error)`` of one event: its JSON object, None without one, and the error that it is, None for none."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        if name == FAILURE:
            return None, failure(data, reader.envelope, reader.reply, BROKEN_OFF)
        return None, unexpected(reader, "something that is not JSON", data)
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if name == FAILURE:
        return (value if isinstance(value, dict) else None), failure(value, reader.envelope, reader.reply, BROKEN_OFF)
    if not isinstance(value, dict):
        return None, unexpected(reader, "something that is not an event", data)
    refuses = reader.shapes.of(value, len(data)).refuses
    return value, of_envelope(value, reader.envelope, reader.reply, BROKEN_OFF) if refuses else None


def unexpected(reader, what, data):
    """The error about data that no stream of the protocol holds."""
    sentence = f"Unexpected reply from the service: the stream contains {what}{told(data)}"
    return ReplyNotUnderstood(sentence, **facts_of(reader.reply))


def told(data):
    """The end of a sentence about data: quoted if short; long data could contain a part of a secret, which is not recognized."""
    return f": {ended(data)}" if len(data) <= LONGEST else "."
