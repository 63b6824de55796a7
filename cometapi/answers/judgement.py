"""What there is to say of an answer that has been read: whether it is whole, and how it ended."""

from cometapi.advice import also
from cometapi.answers.limits import placed
from cometapi.errors import AnswerRefused, ServiceUnavailable, StreamCut
from cometapi.generated import program
from cometapi.http.service_errors import facts_of

KINDS = ("whole", "short", "refused", "failed")
TOO_SHORT = "The answer reached its length limit and is incomplete"
NO_TEXT = f"The answer has no text{also('; {json} shows all of it')}."
NO_REASON = "The service did not say why the answer ended; it may not be complete."
HINT = "The partial answer above was kept. Run the command again for a complete one."


def check_finished(reader):
    """Raise StreamCut unless every choice of a stream has said why it ended, or the service that the stream is over."""
    if reader.is_whole() or (reader.marked and (reader.has_output or any(reader.finishes.values()))):
        return
    if reader.broken:
        raise reader.broken
    sentence = "The answer is incomplete: the stream ended early."
    raise StreamCut(sentence, **facts_of(reader.reply), hint=HINT)


def limiting(call, parts):
    """The option to see about the length limit of an answer, as the end of a sentence: the one whose value was sent."""
    other = call.behaviours.get("max_completion_tokens")
    is_other = other is not None and placed(call, other, parts) is not None
    return also("; see {max_completion_tokens}") if is_other else also("; see {max_tokens}")


def judge(reader, limit=None):
    """What is to be said beside a complete answer: a list of sentences. Raises when it was withheld, or failed.

    ``limit`` is what ``limiting`` says, left out where no call is known.
    """
    limit = also("; see {max_tokens}") if limit is None else limit
    facts = facts_of(reader.reply)
    if reader.blocked:
        raise AnswerRefused(f"The service refused the prompt ({reader.blocked}).", **facts)
    kinds = {reason: kind_of(reason, reader.protocol) for reason in reader.finishes.values() if reason}
    for reason, kind in kinds.items():
        if kind == "refused":
            sentence = f"The service withheld the answer or a part of it (finish reason {reason})."
            raise AnswerRefused(sentence, **facts)
        if kind == "failed":
            sentence = f"The service failed before the answer was complete (finish reason {reason})."
            raise ServiceUnavailable(sentence, hint=HINT, **facts)
        if kind is None and not reader.has_output:
            raise AnswerRefused(f"The service returned no answer (finish reason {reason}).", **facts)
    notes = [f"{TOO_SHORT}{limit}."] * ("short" in kinds.values())
    notes += [f"The answer ended for another reason: {reason}." for reason, kind in kinds.items() if kind is None]
    is_unexplained = reader.marked and not reader.ended and (not reader.finishes or None in reader.finishes.values())
    notes += [NO_REASON] * is_unexplained
    notes += [f"After the answer, the service reported: {reader.afterwards}"] * bool(reader.afterwards)
    return notes + [NO_TEXT] * (not reader.has_text and not reader.called)


def kind_of(reason, protocol):
    """What a finish reason means, one of KINDS or None when nobody knows: in its protocol, else in another one, whose words
    gateways pass on.
    """
    others = [one["finish"] for one in program.PROTOCOLS.values() if "finish" in one]
    known = (meaning(reason, finish) for finish in (protocol["finish"], *others))
    return next((kind for kind in known if kind), None)


def meaning(reason, finish):
    """What a finish reason means in the words of one protocol, None where it has no such word."""
    word = reason.lower()
    return next((kind for kind in KINDS if word in (one.lower() for one in finish.get(kind, ()))), None)
