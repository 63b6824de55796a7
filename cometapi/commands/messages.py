"""``cometapi messages``: the answer, once it is sure that thinking leaves room for it."""

from cometapi.answers import ask
from cometapi.errors import UsageError
from cometapi.manifest.select import select


def run(call):
    """The answer of a model; raises UsageError when it may think for as long as it may answer."""
    call.checks.append(check_budget)
    return ask.run(call)


def check_budget(request):
    """Raise UsageError when a request lets the model think for as long as it may answer."""
    body = request.parts["body"]
    budget, most = select(("thinking", "budget_tokens"), body), body.get("max_tokens")
    if isinstance(budget, int) and isinstance(most, int) and budget >= most:
        told = f"--thinking-budget ({budget}) must be smaller than --max-tokens ({most})"
        raise UsageError(f"{told}, which counts the thinking too.")
