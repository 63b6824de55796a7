"""Commands that ask a model: what is said before sending, and what is checked and said when the answer is there."""

import json
from functools import cache

from cometapi.answers import prices, usage
from cometapi.answers.display import Shown
from cometapi.errors import Refused

COST = {"name": "cost_usd_estimate", "title": "Cost (estimate)", "show": "machines", "value": ("cost_usd_estimate",)}


def run(call):
    """The answer; with ``--run-tools`` after as many rounds as the model's calls of tools take."""
    if not call.option("run_tools"):
        return prepared(call, call.result())
    from cometapi.answers.tool_loop import answered

    return prepared(call, answered(call))


def prepared(call, answer, kept=None):
    """An answer that prints what the options say, and is checked and commented when it has been printed.

    ``kept`` is a list that its text is added to.
    """
    if call.option("raw"):
        call.afterwords = answer.reader.judge
        return answer
    show = Shown(call, answer, kept)
    answer.everything = show.watched(answer.everything)
    answer.pieces = show.pieces(answer.everything)
    answer.is_raw = bool(call.option("raw_text"))
    answer.check = cache(lambda: checked(call, answer, show))
    if call.option("usage"):
        answer.count = cache(lambda: counted(call, answer))
        answer.columns = [*answer.columns, COST]
    answer.document = completed(answer, show, answer.document)
    call.afterwords = lambda: told(call, answer, show)
    return answer


def completed(answer, show, document):
    """The function that reads the whole reply; the estimated cost is laid into it where that is wanted."""

    def read():
        whole = document()
        show.watch(whole)
        return whole if answer.count is None else {**whole, "cost_usd_estimate": answer.count()[1]}

    return read


def told(call, answer, show):
    """Say what belongs beside an answer, and give back what there is to say of it; raises like ``checked``."""
    show.close()
    for number, source in enumerate(answer.reader.sources, 1):
        call.context.note(f"[{number}] {title(source)}")
    if answer.count is not None:
        call.context.note(usage.sentence(*answer.count()))
    return answer.check()


def checked(call, answer, show):
    """What there is to say of an answer; raises when it was withheld or does not fit its schema."""
    sentences = answer.reader.judge()
    if call.option("schema") and not answer.reader.calls:
        check_schema("".join(show.kept), call.option("schema"))
    return sentences


def counted(call, answer):
    """``(tokens, estimated dollars or None)`` of an answer."""
    counts = answer.tokens()
    return counts, usage.cost(counts, prices.pricing(call, answer.reader.model))


def title(source):
    """A source of a grounded answer as a line: its title and its link."""
    return f"{source.get('title') or 'source'}: {source.get('uri')}"


def check_schema(text, schema):
    """Raise Refused, naming the place, when an answer is no JSON or does not fit its schema."""
    import jsonschema
    import referencing

    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise Refused("The answer is no JSON, though a schema was sent.") from None
    validator = jsonschema.validators.validator_for(schema)(schema, registry=referencing.Registry())
    fault = jsonschema.exceptions.best_match(validator.iter_errors(value))
    if fault:
        raise Refused(f"The answer does not fit the schema at {fault.json_path}: {fault.message}.")
