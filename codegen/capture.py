"""A screen and a keyboard without a terminal: what a reader would see, in the order in which it was written."""

import io
import os


class Screen:
    """A file that stands for the terminal: both output streams write to it, and what is typed is echoed on it."""

    def __init__(self, path, keyboard):
        self.path, self.keyboard = path, keyboard
        path.touch()
        keyboard.touch()
        self.known = {identity(os.stat(one)) for one in (path, keyboard)}
        self.typed = iter(())

    def close(self):
        """Forget what is yet to be typed."""
        self.typed = iter(())

    def streams(self):
        """stdin, stdout and stderr of a program on this terminal."""
        return [Keyboard(self), *(Stream(open(self.path, "ab"), is_terminal=True) for _ in range(2))]

    def streams_of(self, descriptors):
        """The streams that a shell gives to a program, those of this terminal among them."""
        first, *others = descriptors
        own = [Stream(os.fdopen(one, "wb"), self.is_known(one)) for one in others]
        if self.is_known(first):
            os.close(first)
            return [Keyboard(self), *own]
        return [io.TextIOWrapper(open(first, "rb"), "utf-8", "surrogateescape"), *own]

    def is_known(self, descriptor):
        """Whether a descriptor is this terminal."""
        return identity(os.fstat(descriptor)) in self.known

    def begin(self, lines):
        """Have these lines typed by and by."""
        self.typed = iter(lines)
        self.path.write_bytes(b"")

    def next_line(self):
        """The next line that is typed, empty at the end."""
        return next((f"{line}\n" for line in self.typed), "")

    def echo(self, text):
        """Show on the screen what is typed."""
        with open(self.path, "ab") as file:
            file.write(text.encode("utf-8"))

    def unseen(self, prompt="Password: ", stream=None):
        """A line that is typed without being shown, as ``getpass`` reads it."""
        self.echo(prompt)
        line = self.next_line()
        self.echo("\n")
        if not line:
            raise EOFError
        return line.rstrip("\n")

    def text(self):
        """Everything on the screen."""
        return self.path.read_bytes().decode("utf-8", "replace")


def identity(facts):
    """What tells a file from any other."""
    return facts.st_dev, facts.st_ino


class Stream(io.TextIOWrapper):
    """An output stream, which may take itself for a terminal."""

    def __init__(self, file, is_terminal):
        super().__init__(file, "utf-8", "replace", newline="\n", line_buffering=True)
        self.is_terminal = is_terminal

    def isatty(self):
        return self.is_terminal


class Keyboard(io.TextIOWrapper):
    """The terminal's own input: lines that are typed, each shown as it is."""

    def __init__(self, screen):
        super().__init__(screen.keyboard.open("rb"), "utf-8", "surrogateescape")
        self.screen = screen

    def isatty(self):
        return True

    def readline(self, size=-1):
        """The next typed line, which the terminal shows."""
        line = self.screen.next_line()
        self.screen.echo(line)
        return line
