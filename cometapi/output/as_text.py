"""An answer as plain text, printed while it arrives."""

from cometapi.terminal.visible import visible


def write_answer(answer, columns, out):
    """Print each piece at once; newlines at the end are held back, so that there is exactly one, or none for no text.

    On a terminal control characters become visible; into a pipe, and when the answer is wanted raw, the pieces go as
    they came. When reading breaks off, the line is still ended, so that what stderr says stands on its own.
    """
    on_terminal = out.context.is_terminal("stdout") and not answer.is_raw
    begun, held = False, 0
    try:
        for piece in filter(None, apart(answer.pieces, out.context)):
            shown = visible(piece.replace("\r\n", "\n"), keep="\n\t") if on_terminal else piece
            text = shown.rstrip("\n")
            begun = True
            if text:
                out.write("\n" * held + text)
                out.flush()
                held = 0
            held += len(shown) - len(text)
    finally:
        if begun:
            out.write("\n")
            out.flush()


def apart(pieces, context):
    """The pieces, all at the end where --debug writes lines of its own between them to the same terminal."""
    if not (context.debug and context.is_terminal("stdout") and context.is_terminal("stderr")):
        yield from pieces
        return
    came = []
    try:
        came.extend(pieces)
    finally:
        yield "".join(came)
