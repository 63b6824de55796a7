"""An answer for people, printed while it arrives: what lays out tables is not loaded for it."""

from cometapi.output import as_text


def write_answer(answer, columns, out):
    """Print an answer while it arrives: its Markdown rendered on a terminal that has styles, else as text."""
    if is_styled(out.context) and out.is_unicode and not (answer.is_raw or answer.is_plain):
        from cometapi.output import as_markdown_live

        as_markdown_live.write_answer(answer, columns, out)
    else:
        as_text.write_answer(answer, columns, out)


def is_styled(context):
    """Whether answers are rendered."""
    is_live = context.is_terminal("stdout") and context.has_color("stdout") and not context.is_plain()
    return is_live and not context.debug


def prepare(context):
    """Load what renders an answer, where that is done."""
    if is_styled(context):
        from cometapi.output import as_markdown_live, markdown_parts  # noqa: F401 - which loads rich
