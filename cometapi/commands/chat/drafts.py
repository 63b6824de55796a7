"""Slash commands that prepare a message: in the user's editor, from a template, with files."""

import shlex

from cometapi.advice import also
from cometapi.cli.command_line import line
from cometapi.commands.editing import Draft, edited
from cometapi.context import misread
from cometapi.errors import UsageError
from cometapi.manifest.arguments import flag_of
from cometapi.own import calls, templates
from cometapi.terminal.visible import visible

SAVE = "save"  # /template save NAME


def edit(chat, text):
    """Write a message in the editor, beginning with a text, and send it; an unchanged or empty one is not sent."""
    draft = Draft("message.md", "message", lambda copy: ([], []))
    with edited(draft, text.encode(), chat.context) as written:
        message = read(written)
    if not message:
        chat.context.say("Nothing was sent: the message is empty or was not changed.")
        return
    chat.context.say(visible(message))
    chat.send(message)


def read(written):
    """The text of a message as bytes of a file have it; None for no bytes. Raises UsageError where they are no UTF-8."""
    try:
        return written and written.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        raise UsageError("The message is not UTF-8 text.") from None


def attach(chat, word):
    """Let a file, a folder, a pattern or a page go with the next message."""
    tokens = chat.attach(word)
    told = f", about {tokens:,} tokens" if tokens else ""
    chat.context.say(f"{visible(word, keep='')} goes with the next message{told}.")


def template(chat, argument):
    """List the templates, send what one says, or save what this conversation has as one."""
    try:
        name, *rest = shlex.split(argument) or [""]
    except ValueError as error:
        raise UsageError(f"The values cannot be read: {str(error).lower()}.") from None
    if not name:
        show(chat)
    elif name == SAVE and len(rest) == 1:
        save(chat, rest[0])
    else:
        use(chat, name, calls.pairs(rest))


def show(chat):
    """List the templates."""
    found = templates.summaries(chat.context.environ)
    if not found:
        chat.context.say(
            "There are no templates; /template save NAME keeps the model, system prompt and options as one."
        )
    room = max(map(len, found), default=0)
    for name, summary in found.items():
        chat.context.print(f"{visible(name):<{room}}  {visible(' '.join(summary.split()), keep='')}".rstrip() + "\n")


def use(chat, name, values):
    """Send the prompt of a template; its model and system prompt hold from then on."""
    found = templates.load(chat.context.environ, name)
    texts = {**found.texts, **found.fill(values)}
    if not texts.get("prompt"):
        raise UsageError(f"The template {name} has no prompt to send.")
    if misread(texts):
        raise UsageError(f"The template {name} {misread(texts)}.")
    if "system" in texts and "system" in chat.call.behaviours:
        chat.talk.system = texts["system"]
    chat.talk.model = texts.get("model", chat.talk.model)
    chat.context.say(visible(texts["prompt"]))
    chat.send(texts["prompt"])


def save(chat, name):
    """Keep the model, the system prompt and the options of this conversation as a template."""
    call = chat.call
    words = shlex.split(line(call.command, told(chat)))[1 + len(call.command["name"].split()) :]
    path = templates.save(call.context.environ, name, calls.described(call.command, words))
    chat.context.say(f"Saved as {path}{also('; add a prompt with: {program} template edit {name}', name=name)}.")


def told(chat):
    """What the conversation's call was given, with the model and the system prompt that hold now; the rest is named."""
    call = chat.call
    does = call.behaviours
    now = {does["model"]: chat.talk.model, **({does["system"]: chat.talk.system} if "system" in does else {})}
    given = {name: value for name, value in {**call.given, **now}.items() if value is not None and value is not False}
    lost = [flag_of(call.arguments[name]) for name, value in given.items() if not is_typed(value)]
    if lost:
        call.context.note(f"{', '.join(lost)} cannot be kept in a template.")
    return {name: value for name, value in given.items() if is_typed(value)}


def is_typed(value):
    """Whether a value is as somebody typed it, rather than what a file says."""
    return all(isinstance(one, str | int | float) for one in (value if isinstance(value, list) else [value]))
