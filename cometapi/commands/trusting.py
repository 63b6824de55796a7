"""Asking once whether an own command may run, with what it may do in words; and again when its files have changed."""

from shlex import quote

from cometapi.advice import advice
from cometapi.errors import UsageError
from cometapi.generated.index import PROGRAM
from cometapi.own import commands, names, places, trust
from cometapi.own.trust_words import sentences
from cometapi.terminal.confirm import agreed
from cometapi.terminal.visible import seen

CHANGED = "has changed since you agreed to it"
NEW = "is not trusted yet"


def check(context, own):
    """Raise UsageError unless the user agrees, or has agreed, to an own command in its present state."""
    state = own.state(context.environ)
    if state == "trusted":
        return
    fault = commands.neighbour_fault(context.environ, own)
    if fault:
        raise UsageError(fault)
    ask(context, own, f"{own.words} {CHANGED if state == 'changed' else NEW}")
    trust.agree(context.environ, own.stem, own.digest)


def readied(call, words):
    """Let the own command that words of a call begin with run in that call, once its user agrees; raises UsageError."""
    environ = call.context.environ
    known = names.known(environ)
    name, _ = names.split(words, known)
    if name in known:
        own = commands.load(environ, known[name]["stem"])
        check(call.context, own)
        own.data()
        call.session.take_own(own.bundle)


def ask(context, own, why, hint=None):
    """Show what a command may do, and raise UsageError, with a ``hint`` where nobody can be asked, unless the user agrees."""
    told = [seen(one) for one in sentences(own.bundle)]
    if context.silence():
        path = places.commands(context.environ, f"{own.stem}{places.ENDING}")
        hint = hint or advice(
            "If you agree: {program} command add {file} {digest} {hex}", file=quote(path), hex=own.digest[:16]
        )
        raise UsageError(f"{why}, and nobody can be asked here. {' '.join(told)}", hint=hint)
    context.say("\n".join([f"{PROGRAM}: {why}.", *(f"  {one}" for one in told)]))
    if not agreed(context, f"Trust {own.words}"):
        raise UsageError("Cancelled.", hint="")
