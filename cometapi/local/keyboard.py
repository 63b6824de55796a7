"""The prompt of the conversation: its keys, its history and its completions. The room that imports prompt_toolkit."""

import os
import re

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import Completer, Completion, PathCompleter
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.output import ColorDepth

from cometapi import places

LOOKS_SECRET = re.compile(r"\bsk-[A-Za-z0-9_-]{16,}")
SHORTEST_SECRET = 8  # a shorter "secret" is a placeholder, and a word of ordinary messages


def session(chat):
    """The prompt of a conversation: call its ``prompt()`` for the next message.

    Raises EOFError for Ctrl-D and KeyboardInterrupt for Ctrl-C on an empty line.
    """
    from cometapi.local.slash import COMMANDS

    return PromptSession(
        message=lambda: [("bold", chat.prompt())],
        prompt_continuation=lambda width, line, wraps: " " * (width - 2) + "· ",
        history=History(chat.history_path, chat.secrets),
        completer=Slashes(COMMANDS, chat),
        complete_while_typing=False,
        key_bindings=keys(chat),
        multiline=True,
        color_depth=None if chat.context.has_color("stdout") else ColorDepth.DEPTH_1_BIT,
    )


def keys(chat):
    """Enter sends and Escape-Enter adds a line; the other way round when many lines are typed."""
    bindings = KeyBindings()
    bindings.add("enter")(lambda event: enter(event.current_buffer, chat.is_multiline))
    bindings.add("escape", "enter")(lambda event: act(event.current_buffer, chat.is_multiline))
    bindings.add("c-c")(interrupt)
    bindings.add("<sigint>")(interrupt)
    return bindings


def enter(buffer, is_multiline):
    """Send what was typed or add a line; a backslash at the end adds one, a slash command is sent."""
    continues = buffer.text.endswith("\\") and buffer.document.is_cursor_at_the_end
    if continues and not is_multiline:
        buffer.delete_before_cursor()
        act(buffer, sends=False)
    else:
        act(buffer, sends=not is_multiline or (buffer.text.startswith("/") and "\n" not in buffer.text))


def act(buffer, sends):
    """Send what was typed, or add a line to it."""
    if sends:
        buffer.validate_and_handle()
    else:
        buffer.newline(copy_margin=False)


def interrupt(event):
    """Clear the line; on an empty one raise KeyboardInterrupt from the prompt."""
    if event.current_buffer.text:
        event.current_buffer.reset()
    else:
        event.app.exit(exception=KeyboardInterrupt(), style="class:aborting")


class History(FileHistory):
    """Messages that were typed, in a file that only its owner can read; those that hold a secret are never kept."""

    def __init__(self, path, secrets):
        super().__init__(path)
        self.secrets = [secret for secret in secrets if len(secret) >= SHORTEST_SECRET]

    def append_string(self, string):
        """Keep a message unless it holds a secret."""
        if not LOOKS_SECRET.search(string) and not any(secret in string for secret in self.secrets):
            super().append_string(string)

    def load_history_strings(self):
        """What was kept, newest first; nothing when it cannot be read."""
        try:
            return super().load_history_strings()
        except OSError:
            return []

    def store_string(self, string):
        """Add a message to the file; that it cannot be kept (a read-only home) stops nothing."""
        lines = "".join(f"+{line}\n" for line in string.split("\n"))
        try:
            os.makedirs(os.path.dirname(self.filename), mode=0o700, exist_ok=True)
            handle = os.open(self.filename, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            with os.fdopen(handle, "ab") as file:
                file.write(f"\n# message\n{lines}".encode("utf-8", "replace"))
        except OSError:
            return


class Slashes(Completer):
    """Completes slash commands, and what follows them: models from the copy of the catalog, files."""

    def __init__(self, commands, chat):
        self.commands = commands
        self.kinds = {"models": lambda word, event: models(word, chat.context.environ), "files": files}

    def get_completions(self, document, complete_event):
        """What fits the word before the cursor, with a few words about each."""
        text = document.text_before_cursor
        if not text.startswith("/") or text.startswith("//") or "\n" in text:
            return
        name, space, argument = text[1:].partition(" ")
        if space:
            kind = next((one.complete for one in self.commands if one.name == name), None)
            if kind:
                yield from self.kinds[kind](argument, complete_event)
            return
        for one in self.commands:
            if one.name.startswith(name):
                yield Completion(f"/{one.name}", -len(text), display_meta=one.summary)


def models(word, environ):
    """The models of the kept catalog that begin with a word, with provider and price."""
    for name, told in kept_models(environ):
        if name.lower().startswith(word.lower()):
            yield Completion(name, -len(word), display_meta=told)


def kept_models(environ):
    """``(name, provider and price)`` of the models that ``cometapi models`` last kept on this machine."""
    try:
        with open(os.path.join(places.cache_folder(environ), "models.tsv"), encoding="utf-8") as file:
            lines = [line.rstrip("\n").partition("\t") for line in file]
    except (OSError, UnicodeDecodeError):
        return []
    return [(name, told) for name, _, told in lines]


def files(word, event):
    """The files that begin with a word."""
    yield from PathCompleter(expanduser=True).get_completions(Document(word), event)
