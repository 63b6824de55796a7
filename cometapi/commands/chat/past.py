"""Slash commands about the conversations of the history."""

from cometapi import output
from cometapi.commands.conversations import title
from cometapi.errors import UsageError
from cometapi.output.results import Rows
from cometapi.terminal.visible import visible

MOST = 20  # conversations of a list at the prompt
LINES = 12  # of the last answer, that are shown when a conversation goes on
COLUMNS = [
    {"name": "id", "title": "ID", "show": "always"},
    {"name": "title", "title": "Title", "show": "always"},
    {"name": "model", "title": "Model", "show": "always"},
    {"name": "turns", "title": "Messages", "show": "always", "format": {"kind": "count"}},
    {"name": "used_at", "title": "Last used", "show": "always", "format": {"kind": "datetime"}},
]


def conversations(chat, _):
    """List the conversations that are kept, the one used last first."""
    with chat.keeping.store() as store:
        found = store.list(MOST)
    records = [row(one, is_this=one["id"] == chat.keeping.conversation) for one in found]
    output.write(Rows(COLUMNS, records, empty=lambda: "No conversation is kept yet."), "table", chat.context)


def row(one, is_this):
    """What a list at the prompt shows of a conversation."""
    return {**one, "title": title(one["name"], one["said"]) + (" (this one)" if is_this else "")}


def resume(chat, wanted):
    """Go on with a kept conversation: the one with this ID or name, or the last one before this."""
    if not wanted:
        with chat.keeping.store() as store:
            wanted = next((one["id"] for one in store.list(2) if one["id"] != chat.keeping.conversation), None)
        if wanted is None:
            raise UsageError("There is no other conversation to continue.")
    else:
        chat.keeping.store().close()  # which says so where nothing is kept
    chat.keeping.resume(chat.talk, wanted)
    show_end(chat)


def show_end(chat):
    """Show how a conversation ended that goes on: its last question, and the last lines of the answer."""
    said = [one for one in chat.talk.said if one.text.strip()]
    count = f"{len(said)} message{'' if len(said) == 1 else 's'}"
    chat.context.say(f"Continuing {chat.keeping.conversation} ({count}) with {chat.talk.model}.")
    for one in said[-2:]:
        chat.heading(one.role)
        lines = one.text.strip("\n").split("\n")
        cut = ["…"] if len(lines) > LINES else []
        text = "\n".join([*cut, *lines[-LINES:]])
        if one.role == "assistant":
            chat.show([text])
        else:
            chat.context.print(visible(text, keep="\n\t") + "\n")


def name(chat, words):
    """Give this conversation a name, by which it can be found and gone on with."""
    chat.keeping.store().close()
    chat.keeping.rename(" ".join(words.split()))
    chat.context.say(f"This conversation is called {' '.join(words.split())}.")


def fork(chat, _):
    """Go on in a copy of this conversation."""
    before = chat.keeping.conversation
    chat.keeping.store().close()
    if before is None or chat.talk.kept() is None:
        raise UsageError("Nothing of this conversation is kept yet.")
    chat.keeping.fork(chat.talk)
    chat.context.say(f"Continuing in {chat.keeping.conversation}, a copy of {before}.")
