"""Commands that ask a model: what is said before sending, and what is checked and said when the answer is there."""

import json

from cometapi import limits, usage
from cometapi.errors import CometError, Refused, UsageError
from cometapi.local.shown import Shown


def run(call):
    """The answer; with ``--run-tools`` after as many rounds as the model's calls of tools take."""
    check_limits(call)
    if not call.values.get("run_tools"):
        return prepared(call, call.result())
    from cometapi.local.rounds import answered

    return prepared(call, answered(call))


def prepared(call, answer):
    """An answer that prints what the options say, and is checked and commented when it has been printed."""
    if call.values.get("raw"):
        call.afterwords = answer.reader.judge
        return answer
    show = Shown(call, answer)
    answer.pieces = show.pieces()
    answer.document = noted(call, answer, answer.document)
    answer.is_raw = bool(call.values.get("raw_text"))
    call.afterwords = lambda: told(call, answer, show)
    return answer


def noted(call, answer, document):
    """The function that reads the whole reply; with ``--usage`` the estimated cost is laid into it."""

    def read():
        whole = document()
        if not call.values.get("usage"):
            return whole
        return {**whole, "cost_usd_estimate": counted(call, answer.reader)[1]}

    return read


def check_limits(call):
    """Warn of given options that the model's provider does not take; with ``--strict`` raise UsageError."""
    call.fill_in()
    for sentence in limits.broken(call.command, call.given, call.values.get("model")):
        if call.values.get("strict"):
            raise UsageError(sentence)
        call.context.note(sentence)


def told(call, answer, show):
    """What is said beside an answer; raises when the answer was withheld or does not fit its schema."""
    sentences = answer.reader.judge()
    if call.values.get("schema") and not answer.reader.calls:
        check_schema(show.text(), call.values["schema"])
    sentences += [f"[{number}] {title(source)}" for number, source in enumerate(answer.reader.sources, 1)]
    if call.values.get("usage"):
        sentences.append(usage.sentence(*counted(call, answer.reader)))
    return sentences


def counted(call, reader):
    """``(tokens, estimated dollars or None)`` of an answer."""
    counts = usage.tokens(reader.usage, reader.dialect)
    return counts, usage.cost(counts, pricing(call, reader.model))


def title(source):
    """A source of a grounded answer as a line: its title and its link."""
    return f"{source.get('title') or 'source'}: {source.get('uri')}"


def check_schema(text, schema):
    """Raise Refused, naming the place, when an answer is no JSON or does not fit its schema."""
    import jsonschema

    try:
        value = json.loads(text)
    except ValueError:
        raise Refused("The answer is no JSON, though a schema was sent.") from None
    fault = jsonschema.exceptions.best_match(jsonschema.validators.validator_for(schema)(schema).iter_errors(value))
    if fault:
        raise Refused(f"The answer does not fit the schema at {fault.json_path}: {fault.message}.")


def pricing(call, model):
    """The catalog's prices of a model, from the copy on this machine or fetched; None when they cannot be had."""
    from cometapi.local.model import code, listed

    wanted = {call.values.get("model"), model} - {None}
    try:
        return next((item.get("pricing") for item in listed(call) if wanted & {item["id"], code(item)}), None)
    except CometError:
        return None  # the answer is there; that its cost cannot be told is no failure
