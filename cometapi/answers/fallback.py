"""Other models to ask when one does not take the request: only after what cannot have been paid for, before any answer."""

from cometapi.errors import CometError
from cometapi.generated import program
from cometapi.http.layout import model_of


def sent(asked):
    """The Reading of the first of the models that takes a request; raises the first one's error where none does.

    What comes between is noted, and so is who answers.
    """
    first, models = None, others(asked)
    while True:
        name = model_of(asked.parts)
        try:
            reading = asked.sent()
        except CometError as error:
            goes_on = bool(models) and is_refusal(error)
            if first or goes_on:
                asked.call.context.note(f"{name}: {error.sentence}{f' Asking {models[0]}.' if goes_on else ''}")
            first = first or error
            if not goes_on:
                raise first from None
            turn_to(asked, models.pop(0))
        else:
            if first:
                asked.call.context.note(f"{name} answers.")
            return reading


def others(asked):
    """The models of the option, each once, in their order, without the call's own."""
    names = [name.strip() for one in asked.call.option("fallback") for name in one.split(",")]
    return [name for name in dict.fromkeys(names) if name and name != model_of(asked.parts)]


def is_refusal(error):
    """Whether a model's service refused a request, or was not reached, so that nothing can have been paid for.

    An unknown outcome (a reset, a time-out, most statuses from 500) is none, and no fault of the request itself.
    """
    allowed = program.RETRY["fallback"]
    is_so = error.http_status in allowed["statuses"] or error.failure in allowed["failures"]
    return is_so and error.code not in program.RETRY["never"]


def turn_to(asked, model):
    """Lay out the request anew for another model: what its family does not take is told, and its defaults are used.

    What was read for the first model is kept: a pipe can be read only once, and a page may say something else by now.
    """
    call = asked.call
    name = call.behaviours["model"]
    has_been_read = {
        one: call.values.get(one)
        for one, facts in call.arguments.items()
        if facts.get("stdin") or facts.get("does") == "files"
    }
    call.given = {**call.given, name: model}
    call.values = {**call.defaults, **call.variables, **call.given, **has_been_read}
    asked.answered_by = model
    asked.begin()
    asked.check()
