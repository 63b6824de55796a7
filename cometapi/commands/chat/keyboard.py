"""The prompt of the conversation: keys, history and completion. The only module that imports prompt_toolkit."""

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import Completer, Completion, PathCompleter
from prompt_toolkit.document import Document
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.output import ColorDepth

from cometapi.cli.kept import OWN_MODELS, kept_words
from cometapi.own.templates import summaries
from cometapi.terminal.prompt import Lines


def session(chat):
    """The prompt of a conversation: call its ``prompt()`` for the next message.

    Raises EOFError for Ctrl-D and KeyboardInterrupt for Ctrl-C on an empty line.
    """
    from cometapi.commands.chat.slash import COMMANDS

    return PromptSession(
        message=lambda: [("bold", chat.prompt())],
        prompt_continuation=lambda width, line, wraps: " " * (width - 2) + "· ",
        bottom_toolbar=chat.state,
        history=Lines(chat.history_path, chat.context.environ),
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


class Slashes(Completer):
    """Completes slash commands, and what follows them: models from the copy of the catalog, files."""

    def __init__(self, commands, chat):
        self.commands = commands
        environ = chat.context.environ
        self.kinds = {
            "models": lambda word, event: models(word, environ),
            "templates": lambda word, event: own_templates(word, environ),
            "files": files,
        }

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
    """The models of the kept catalog that begin with a word, with provider and price, and the user's own names of models."""
    for name, told in {**kept_words(environ, "models"), **kept_words(environ, OWN_MODELS)}.items():
        if name.lower().startswith(word.lower()):
            yield Completion(name, -len(word), display_meta=told)


def own_templates(word, environ):
    """The user's templates whose names begin with a word, with their summaries."""
    for name, told in summaries(environ).items():
        if name.startswith(word):
            yield Completion(name, -len(word), display_meta=told)


def files(word, event):
    """The files that begin with a word."""
    yield from PathCompleter(expanduser=True).get_completions(Document(word), event)
