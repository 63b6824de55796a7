"""The slash commands of a conversation: one table, from which running, help and completion derive."""

import os
import time
from typing import NamedTuple

from cometapi.cli.kept import kept_words
from cometapi.commands.chat import counts, drafts, past, said, transcript
from cometapi.commands.chat.counts import counted
from cometapi.errors import OutputFailed, UsageError
from cometapi.settings import folders
from cometapi.suggest import meant


class Slash(NamedTuple):
    """One command: ``argument`` as help shows it (``[...]`` may be left out, empty when it takes none)."""

    name: str
    argument: str
    summary: str
    function: object
    complete: str | None = None


def run(chat, line):
    """Run one line that begins with a slash; raises UsageError when it is no command or its argument does not fit."""
    name, _, argument = line[1:].partition(" ")
    name, argument = ALIASES.get(name, name), argument.strip()
    found = next((one for one in COMMANDS if one.name == name), None)
    if found is None:
        near = meant(f"/{name}", [f"/{one.name}" for one in COMMANDS])
        raise UsageError(
            f"Unknown command /{name}{near}", hint="Type /help for a list; // sends a message that begins with a slash."
        )
    if argument and not found.argument:
        raise UsageError(f"/{name} takes no argument.")
    if not argument and found.argument and not found.argument.startswith("["):
        raise UsageError(f"/{name} needs {found.argument}.")
    found.function(chat, argument)


def model(chat, name):
    """Show which model answers, or let another one answer from now on."""
    if name:
        chat.talk.model = chat.call.session.model(" ".join(name.split()), chat.context)
        warn_of_unknown(chat, chat.talk.model)
    chat.context.say(f"Now using {chat.talk.model}.")


def warn_of_unknown(chat, name):
    """Warn if the cached catalog does not have a model; the service may still have it."""
    known = kept_words(chat.context.environ, "models")
    if known and name not in known:
        chat.context.note(f"The catalog does not have {name}{meant(name, known)}")


def system(chat, text):
    """Show the system prompt, set it, or remove it. Raises UsageError where the command takes none."""
    if "system" not in chat.call.behaviours:
        raise UsageError(f"{chat.call.command['name']} does not support a system prompt.")
    if text:
        chat.talk.system = None if text == "-" else text
    chat.context.say(f"System prompt: {chat.talk.system}" if chat.talk.system else "There is no system prompt.")


def clear(chat, _):
    """Begin anew with the same system prompt."""
    chat.talk.clear()
    chat.context.say("All messages are forgotten" + ("; the system prompt stays." if chat.talk.system else "."))


def expanded(path):
    """A path with the home in the place of ``~``; raises UsageError without a home."""
    try:
        return folders.expanded(path)
    except ValueError as error:
        raise UsageError(f"The path {error}.") from None


def save(chat, path):
    """Write the conversation to a new file."""
    place = expanded(path)
    if os.path.exists(place):
        raise UsageError(f"{path} already exists.", hint=f"To replace it: /save! {path}")
    replace(chat, path)


def replace(chat, path):
    """Write the conversation to a file, whatever was in it."""
    place = expanded(path)
    writer = of_kind(place, transcript.WRITERS)
    if not os.path.isdir(os.path.dirname(place) or "."):
        raise UsageError(f"There is no folder {os.path.dirname(path)}.")
    exported_at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time()))
    text = writer(chat.talk.model, chat.talk.messages, exported_at, chat.protocol["protocol"])
    try:
        folders.write_private(place, text.encode("utf-8", "replace"))
    except OSError as error:
        raise OutputFailed(f"{path} cannot be written: {error.strerror}.") from None
    chat.context.say(f"Saved {counted(chat.talk.messages)} to {path}.")


def load(chat, path):
    """Go on with the conversation of a file."""
    place = expanded(path)
    reader = of_kind(place, transcript.READERS)
    try:
        with open(place, encoding="utf-8-sig", newline="") as file:
            name, protocol, messages = reader(file.read())
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from None
    except ValueError as error:
        reason = "is not UTF-8 text" if isinstance(error, UnicodeDecodeError) else error
        raise UsageError(f"{path} {reason}.") from None
    if protocol != chat.protocol["protocol"]:
        messages = [{"role": one["role"], "content": one["content"]} for one in messages]
    lost = chat.talk.load(messages)
    chat.talk.model = name or chat.talk.model
    if lost:
        chat.context.note(f"{chat.call.command['name']} has no messages of {' or '.join(lost)}; they were left out.")
    chat.context.say(f"Loaded {counted(messages)} from {path}; now using {chat.talk.model}.")


def of_kind(path, kinds):
    """What belongs to the ending of a path; raises UsageError for another ending."""
    ending = os.path.splitext(path)[1].lower()
    if ending not in kinds:
        raise UsageError(f"The file must end in {' or '.join(kinds)}.")
    return kinds[ending]


def retry(chat, _):
    """Answer the last message again."""
    text = chat.talk.retry()
    if text is None:
        raise UsageError("There is no message to send again.")
    chat.context.say(f"Asking again: {excerpt(text)}")
    chat.answer()


def undo(chat, _):
    """Remove the last message and its answer."""
    text = chat.talk.undo()
    if text is None:
        raise UsageError("There is no message to remove.")
    chat.context.say(f"Removed: {excerpt(text)}")


def multiline(chat, _):
    """Let Enter add a line and Escape-Enter send, or the other way round."""
    if chat.context.is_plain():
        raise UsageError("This terminal does not support that; end a line with a backslash to add another one.")
    chat.is_multiline = not chat.is_multiline
    enter, escape = ("adds a line", "sends") if chat.is_multiline else ("sends", "adds a line")
    chat.context.say(f"Enter {enter}, Esc Enter {escape}.")


def show_help(chat, _):
    """List the commands and keys."""
    calls = [(f"/{one.name} {one.argument}".rstrip(), one.summary) for one in COMMANDS]
    room = max(len(call) for call, _ in [*calls, *KEYS])
    lines = [f"{call:<{room}}  {summary}" for call, summary in [*calls, *KEYS]]
    chat.context.print("\n".join(lines) + "\n")


def leave(chat, _):
    """End the conversation."""
    chat.is_over = True


def excerpt(text):
    """The beginning of a message as one line, and how many lines follow."""
    line, *more = [" ".join(one.split()) for one in text.strip().splitlines()] or [""]
    shown = line if len(line) <= 60 else f"{line[:59]}…"
    return f"{shown} (and {len(more)} more line{'' if len(more) == 1 else 's'})" if more else shown


COMMANDS = (
    Slash("model", "[NAME]", "Show or choose the model that answers.", model, "models"),
    Slash("system", "[TEXT]", "Show or set the system prompt; - for none.", system),
    Slash("clear", "", "Forget all messages but the system prompt.", clear),
    Slash("history", "", "Show the conversation so far.", said.history),
    Slash("find", "TEXT", "Show the messages that contain TEXT.", said.find),
    Slash("copy", "", "Copy the last answer to the clipboard.", said.copy),
    Slash("conversations", "", "List kept conversations.", past.conversations),
    Slash("continue", "[ID]", "Continue a kept conversation.", past.resume),
    Slash("name", "NAME", "Give this conversation a name.", past.name),
    Slash("fork", "", "Continue in a copy of this conversation.", past.fork),
    Slash("save", "FILE", "Save the conversation as .md or .json.", save, "files"),
    Slash("save!", "FILE", "The same, overwriting an existing file.", replace, "files"),
    Slash("load", "FILE", "Continue a saved conversation.", load, "files"),
    Slash("edit", "[TEXT]", "Write a message in your editor.", drafts.edit),
    Slash("file", "PATH|URL", "Send a file or page with the next message.", drafts.attach, "files"),
    Slash("image", "PATH|URL", "Send an image with the next message.", drafts.attach, "files"),
    Slash("template", "[NAME]", "List templates, use one, or save one.", drafts.template, "templates"),
    Slash("retry", "", "Answer the last message again.", retry),
    Slash("undo", "", "Remove the last message and its answer.", undo),
    Slash("tokens", "", "Estimate the conversation's tokens.", counts.tokens),
    Slash("usage", "", "Show the tokens that the service counted.", counts.usage),
    Slash("cost", "", "Show what the answers have cost so far.", counts.cost),
    Slash("multiline", "", "Make Enter add a line, and Esc Enter send.", multiline),
    Slash("help", "", "List commands and keys.", show_help),
    Slash("exit", "", "Leave; so do /quit, /q and Ctrl-D.", leave),
)
ALIASES = {"quit": "exit", "q": "exit"}
KEYS = (
    ("//...", "Send a message that begins with a slash."),
    ("Esc Enter", "Add a line; so does a \\ at the end."),
    ("Tab", "Complete commands, names and files."),
    ("Ctrl-C", "Stop the answer; clear the line."),
)
