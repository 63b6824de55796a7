"""The environment of a call: arguments, variables and streams, and what the streams are connected to."""

import os
import sys

from cometapi.errors import OutputFailed
from cometapi.generated.index import FLAGS, PROGRAM

PATIENCE = 3.0  # seconds before it is said that a pipe is waited for
DIGITS = 5  # of a width; what has more is none
TAKEN = ("debug", "quiet", "verbose", "no_input", "color", "plain")  # options of every command that say how to talk
BYTE_ORDER_MARK = "\ufeff"  # which editors of Windows, and PowerShell, put before a text
WIDE = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")  # the marks of UTF-16 and UTF-32
DUMB = ("", "dumb", "unknown")
ASCII = ("ascii", "us-ascii", "ansi_x3.4-1968", "646")


def hold_descriptors():
    """Put the null device in the place of each standard stream that was closed before the program began.

    Else the next file or connection would take its number, and whatever a child process says there would go into it.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest free number, which is this one
            os.set_inheritable(number, True)


def widened(stream):
    """A stream that is read as UTF-8 where it would be read as ASCII, which has no other reading for its bytes."""
    if (getattr(stream, "encoding", None) or "").lower() in ASCII and hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors=stream.errors)
    return stream


def misread(value):
    """Why a value of the command line cannot be sent as it is, as the end of a sentence; None where nothing is wrong.

    It is a text, or a JSON value with texts in it.
    """
    if isinstance(value, dict | list):
        parts = [*value, *value.values()] if isinstance(value, dict) else value
        return next((fault for one in parts if (fault := misread(one))), None)
    if not isinstance(value, str) or value.isascii():
        return None
    try:
        value.encode("utf-8", "surrogateescape").decode("utf-8")
    except UnicodeDecodeError:
        return "holds bytes that are no text in UTF-8"
    except UnicodeEncodeError as error:
        return f"holds half a character ({ascii(value[error.start])[1:-1]}), which nothing stands for"
    return None


def encoded(text):
    """A text as UTF-8, for a request or a file.

    Bytes of the command line that the locale could not read are taken for what they most likely are, UTF-8; in a
    text where they are not, each becomes a question mark.
    """
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8").encode("utf-8")
    except UnicodeError:
        return text.encode("utf-8", "replace")


class Context:
    """Everything a call reads from or writes to outside itself.

    ``argv`` are the words after the program's name, ``environ`` the environment, ``stdin``, ``stdout`` and ``stderr``
    text streams (any may be None when it was closed before the program began). ``is_line`` is True for a line of the
    repl. Nothing here is the state of a call.
    """

    def __init__(self, argv=None, environ=None, stdin=None, stdout=None, stderr=None, *, is_line=False):
        if None in (sys.stdin, sys.stdout, sys.stderr):
            hold_descriptors()
        self.argv = list(sys.argv[1:] if argv is None else argv)
        self.environ = os.environ if environ is None else environ
        self.stdin = widened(sys.stdin if stdin is None else stdin)
        self.stdout = sys.stdout if stdout is None else stdout
        self.stderr = sys.stderr if stderr is None else stderr
        self.debug = self.quiet = self.verbose = self.no_input = False
        self.color = "auto"
        self.plain = None  # whether output only appends, without styles; None while only the setting could say
        self.plain_setting = lambda: False  # reads it
        self.is_line = is_line
        self.wire = None  # the descriptors of a protocol that has stdin and stdout for itself (see mcp.wire)
        self.masks = {}  # every secret that is known, to what may be shown of it
        self.short = set()  # secrets that may be any word, and are hidden only where the wire is shown

    def is_terminal(self, name):
        """Whether ``stdin``, ``stdout`` or ``stderr`` is connected to a terminal."""
        stream = getattr(self, name)
        try:
            return stream is not None and stream.isatty()
        except ValueError:  # a closed stream
            return False

    def has_color(self, name):
        """Whether what goes to that stream may be styled (no-color.org, FORCE_COLOR, TERM=dumb)."""
        if self.asks_plain():
            return False
        if self.color != "auto":
            return self.color == "always"
        if self.environ.get("NO_COLOR"):
            return False
        if self.environ.get("FORCE_COLOR"):
            return True
        return self.is_terminal(name) and not self.is_dumb()

    def is_dumb(self):
        """Whether a terminal here obeys no escape sequence: TERM says so, or nothing at all; on Windows nobody sets it."""
        return self.environ.get("TERM", "xterm" if os.name == "nt" else "") in DUMB

    def asks_plain(self):
        """Whether plain output is asked for, by option or setting."""
        if self.plain is None:
            self.plain = self.plain_setting()
        return self.plain

    def is_plain(self):
        """Whether output only appends: no cursor movement, no redrawing, no rendering of Markdown while it arrives."""
        return self.asks_plain() or self.is_dumb()

    def fork(self, stdout=None, stderr=None):
        """A copy for another call, with its own streams and secrets."""
        from copy import copy

        other = copy(self)
        other.stdout, other.stderr = stdout or self.stdout, stderr or self.stderr
        other.masks, other.short = dict(self.masks), set(self.short)
        return other

    def take(self, options):
        """Take over options that hold for every command: a dict from TAKEN names to values."""
        for name in TAKEN:
            setattr(self, name, options.get(name, getattr(self, name)))

    def hide(self, secrets):
        """Mask these secrets from now on; short ones could be ordinary words, and are not masked."""
        secrets = [secret for secret in secrets if secret and secret not in self.masks and secret not in self.short]
        if not secrets:
            return
        from cometapi.redact import is_telling, mask

        self.masks |= {secret: mask(secret) for secret in secrets if is_telling(secret)}
        self.short |= {secret for secret in secrets if not is_telling(secret)}

    def hidden(self, text):
        """The text with every known secret masked, wherever it stands and however it is spelt."""
        if not self.masks:
            return text
        from cometapi.redact import without

        return without(text, self.masks)

    def in_ci(self):
        """Whether a machine runs the program and nobody looks on, as the variable CI says."""
        return self.environ.get("CI", "").lower() not in ("", "0", "false")

    def silence(self, *streams):
        """Why the user cannot be prompted, as the end of a sentence; None if prompting is possible."""
        if self.no_input:
            return f"{FLAGS['no_input'][0]} was given"
        if self.in_ci():
            return "the variable CI is set"
        return None if all(map(self.is_terminal, streams or ("stdin", "stderr"))) else "there is none"

    def width(self, name="stdout"):
        """Columns of the terminal that ``stdout`` or ``stderr`` is connected to; None when it is none."""
        if not self.is_terminal(name):
            return None
        columns = self.environ.get("COLUMNS", "")
        if columns.isdecimal() and len(columns) <= DIGITS and int(columns) > 0:
            return int(columns)
        try:
            return os.get_terminal_size(getattr(self, name).fileno()).columns or 80
        except (OSError, ValueError, AttributeError):
            return 80

    def height(self):
        """Lines of the terminal that stdout is connected to."""
        try:
            return os.get_terminal_size(self.stdout.fileno()).lines or 24
        except (OSError, ValueError, AttributeError):
            return 24

    def check_stdout(self):
        """Raise OutputFailed when stdout is closed; for whoever is about to send something that may cost."""
        if self.stdout is None:
            raise OutputFailed("Standard output is closed.")

    def print(self, text):
        """Write a text that is the result itself to stdout; raises OutputFailed when it is closed."""
        self.check_stdout()
        self.stdout.write(text)
        self.stdout.flush()

    def note(self, sentence):
        """Print a note on stderr, unless --quiet is given."""
        if not self.quiet:
            self.fault(sentence)

    def tell(self, sentence):
        """Print a note on stderr with --verbose or --debug."""
        if self.verbose or self.debug:
            self.fault(sentence)

    def fault(self, sentence):
        """Print an error on stderr, on one line, with control characters made visible."""
        from cometapi.terminal.visible import visible

        self.say(f"{PROGRAM}: {visible(sentence, keep='')}")

    def say(self, text):
        """Write sentences to stderr, in lines that fit its terminal."""
        text = self.hidden(text)  # before a secret with a space in it stands on two lines
        width = None if self.plain else self.width("stderr")
        if width is not None and any(len(line) > width for line in text.split("\n")):
            from cometapi.manifest.page import fitted

            text = "\n".join(fitted(line, width, PROGRAM) for line in text.split("\n"))
        self.put(text)

    def put(self, line):
        """Write a text and a line end to stderr, harmless to a terminal and without the secrets that a service may repeat."""
        if self.stderr is None:
            return
        from cometapi.terminal.visible import visible

        try:
            self.stderr.write(f"{visible(self.hidden(line))}\n")
            self.stderr.flush()
        except (OSError, ValueError):
            pass  # nobody is listening on stderr; the result does not depend on it

    def binary_stdin(self):
        """stdin as a stream of bytes; an empty one where it was closed before the program began."""
        import io

        if self.stdin is None:
            return io.BytesIO()
        return getattr(self.stdin, "buffer", None) or io.BytesIO(encoded(self.stdin.read()))

    def text_of_stdin(self):
        """What stdin brings as text; UTF-16 and UTF-32 where it begins with their mark."""
        stream = getattr(self.stdin, "buffer", None)
        begun = stream.peek(4) if hasattr(stream, "peek") else b""
        if not begun.startswith(WIDE):
            return self.stdin.read()
        from cometapi.cli.encodings import text_of_file

        content = stream.read()
        text = text_of_file(content)
        return content.decode("utf-8", "surrogateescape") if text is None else text.replace("\r\n", "\n")

    def piped(self):
        """What comes through a pipe or from a file on stdin, without its last line ends; None on a terminal.

        Says on stderr that it is waiting when nothing comes for a while.
        """
        if self.stdin is None or self.is_terminal("stdin"):
            return None
        try:
            import select

            if not select.select([self.stdin], [], [], PATIENCE)[0]:
                self.note("Reading the message from standard input; Ctrl-D or the end of the pipe ends it.")
        except (OSError, ValueError):
            pass  # no descriptor to wait for: a test's stream, or Windows
        try:
            return self.text_of_stdin().removeprefix(BYTE_ORDER_MARK).rstrip("\r\n")
        except (OSError, ValueError):
            return None
