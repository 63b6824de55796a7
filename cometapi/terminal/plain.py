"""Prompts for plain output (--plain, or a terminal that obeys nothing): a line is asked for and read as the terminal gives it."""


class Plain:
    """Asks like a PromptSession of prompt_toolkit, without keys, colours, completion or history."""

    def __init__(self, context, message=None):
        self.stdin = context.stdin
        self.out = context.stderr if context.is_terminal("stderr") else context.stdout
        self.message = message  # a function that gives what stands before a line

    def prompt(self, message=None):
        """The next line; a backslash at its end adds another. Raises EOFError at the end of the input.

        ``message`` is text, or pairs of style and text, to stand before it.
        """
        parts = []
        self.write(text(self.message() if message is None else message))
        while line := self.stdin.readline():
            parts.append(line.removesuffix("\n"))
            if not parts[-1].endswith("\\"):
                return "\n".join(parts)
            parts[-1] = parts[-1].removesuffix("\\")
            self.write("> ")
        self.write("\n")
        raise EOFError

    def write(self, words):
        """Write to the terminal at once."""
        self.out.write(words)
        self.out.flush()


def text(message):
    """A message without its styles."""
    return message if isinstance(message, str) else "".join(part for _, part in message)
