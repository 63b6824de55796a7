"""An answer as plain text, printed while it arrives."""

from cometapi.terminal.visible import visible


def write_answer(answer, columns, out):
    """Print what comes at once; newlines at the end are held back, so that there is exactly one, or none for no text.

    Pieces that arrived together are written together, before more is waited for. On a terminal control characters become
    visible; into a pipe, and when the answer is wanted raw, the pieces go as they came. When reading breaks off, the line
    is still ended, so that what stderr says stands on its own.
    """
    on_terminal = out.context.is_terminal("stdout") and not answer.is_raw
    lines = Lines(out)
    waits_are_known = answer.before_wait(lines.write)
    try:
        for piece in apart(answer.pieces, out.context):
            lines.pieces.append(visible(piece.replace("\r\n", "\n"), keep="\n\t") if on_terminal else piece)
            if not waits_are_known:
                lines.write()
    finally:
        lines.end()


class Lines:
    """Text on its way out: ``pieces`` are not written yet, nor are the newlines held back behind what was."""

    def __init__(self, out):
        self.out = out
        self.pieces = []
        self.held = ""
        self.begun = False

    def write(self):
        """Write the pieces."""
        came = "".join(self.pieces)
        self.pieces.clear()
        if came:
            self.begun = True
            came = self.held + came
            text = came.rstrip("\n")
            self.held = came[len(text) :]
            if text:
                self.out.write(text)
                self.out.flush()

    def end(self):
        """Write the pieces, and end the line where there was text."""
        try:
            self.write()
        finally:
            if self.begun:
                self.out.write("\n")
                self.out.flush()


def apart(pieces, context):
    """The pieces, all at the end where --debug writes lines of its own between them to the same terminal."""
    if not (context.debug and context.is_terminal("stdout") and context.is_terminal("stderr")):
        return pieces
    return together(pieces)


def together(pieces):
    """The pieces as one, when all have come or reading them fails."""
    came = []
    try:
        came.extend(pieces)
    finally:
        yield "".join(came)
