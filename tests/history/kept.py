"""What tests of the history share: a store in the empty home, and calls that are kept in it."""

from pathlib import Path

from cometapi.history import store

CALL = {"command": "chat", "protocol": "chat", "model": "gpt-5.4", "prompt": "Hello"}
ANSWER = {"state": "finished", "reply": "Hello back.", "cost_usd": 0.1001}


def opened(environ, note=None, **options):
    """The Store of a call; whatever it notes fails the test unless notes are taken."""
    return store.opened(environ, note or fail, **options)


def fail(sentence):
    """Nothing is to be noted."""
    raise AssertionError(sentence)


def keep(kept, prompt="Hello", *, conversation=None, call=None, **answer):
    """The number of an exchange that is kept whole."""
    number = kept.begin({**CALL, "prompt": prompt, "conversation": conversation, **(call or {})})
    kept.finish(number, **{**ANSWER, **answer})
    return number


def place(environ):
    """Where the history is, its folder made."""
    found = Path(store.place(environ))
    found.parent.mkdir(parents=True, mode=0o700)
    return found


def attempt(environ):
    """The notes of a call that wants to be kept, whose number is None where it is not."""
    notes = []
    kept = store.opened(environ, notes.append)
    number = None
    if kept:
        with kept:
            number = keep(kept)
            keep(kept)
    return number, notes


def said(environ, *prompts, **answer):
    """The id of a conversation of these messages."""
    with opened(environ) as kept:
        one = None
        for prompt in prompts:
            one = kept.of(keep(kept, prompt, conversation=one, **answer))
        return one
