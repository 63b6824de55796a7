"""The prompt of the repl: what a Tab offers, and the lines of earlier sessions."""

import shlex

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import Completer, Completion
from prompt_toolkit.filters import completion_is_selected
from prompt_toolkit.history import History
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.layout.screen import Char
from prompt_toolkit.output import create_output

from cometapi.cli.completion import offers
from cometapi.generated.index import PROGRAM
from cometapi.own.commands import prepare
from cometapi.settings import folders
from cometapi.terminal.history import has_secret, remember, remembered
from cometapi.terminal.visible import FORMS

# prompt_toolkit shows C0 and C1 in forms of its own (^[), but passes on what turns text around, as a file's name may.
Char.display_mappings.update({chr(code): form for code, form in FORMS.items() if code > 0xFF})


def session(environ):
    """A PromptSession with completion and history, on whichever of stdout and stderr is a terminal."""
    return PromptSession(
        completer=Words(environ),
        complete_while_typing=False,
        key_bindings=keys(),
        history=Lines(folders.state_file(environ, "repl_history"), environ),
        output=create_output(always_prefer_tty=True),
    )


def keys():
    """Enter on an offered word takes the word; the next one runs the line."""
    bindings = KeyBindings()

    @bindings.add("enter", filter=completion_is_selected)
    def take(event):
        event.current_buffer.complete_state = None

    return bindings


class Lines(History):
    """Lines typed at the prompt, kept in a file; those with a secret are not even kept in memory."""

    def __init__(self, path, environ):
        super().__init__()
        self.path = path
        self.environ = environ

    def load_history_strings(self):
        """The kept lines, newest first."""
        return reversed(remembered(self.path))

    def append_string(self, string):
        """Keep a line unless it holds a secret."""
        if not has_secret(string, self.environ):
            super().append_string(string)

    def store_string(self, string):
        """Add a line to the file."""
        remember(self.path, string)


class Words(Completer):
    """What a Tab offers, with its meaning beside it."""

    def __init__(self, environ):
        self.environ = environ

    def get_completions(self, document, complete_event):
        """Every word that may stand at the cursor, quoted where a shell would need it; the only one with its space."""
        words, raw, typed = cut(document.text_before_cursor)
        words = words[1:] if words[:1] == [PROGRAM] else words
        prepare(self.environ, " ".join(words))
        found = offers(words, typed, self.environ)
        if not words and "exit".startswith(typed):
            found["exit"] = "Leave the repl."
        for word, meaning in found.items():
            space = " " if len(found) == 1 and not word.endswith("/") else ""
            yield Completion(shlex.quote(word) + space, -len(raw), display=word, display_meta=meaning)


def cut(text):
    """``(whole words, the last word as it stands, the last word without its quotes)`` of a line up to the cursor."""
    for closing in ("", "'", '"'):
        lexer = shlex.shlex(f"{text}x{closing}", posix=True)  # x is the rest of the last word, which may be all of it
        lexer.whitespace_split = True
        lexer.commenters = ""
        words, begin, end = [], 0, 0
        try:
            for word in lexer:
                words.append(word)
                begin, end = end, lexer.instream.tell()
        except ValueError:
            continue
        return words[:-1], text[begin:].lstrip(), words[-1][:-1]
    return text.split(), "", ""
