"""``cometapi repl``: commands line by line without the program's name, each run as the program itself would run it."""

import io
import os
import shlex

from cometapi.cli.completion import Line
from cometapi.context import BYTE_ORDER_MARK, Context
from cometapi.errors import Stopped, UsageError
from cometapi.generated import index, program
from cometapi.manifest.arguments import flag_of

LEAVE = ("exit", "quit", "q")
INTERRUPTED = index.EXITS["interrupted"]


def run(call):
    """Read and run lines until there are no more; from a pipe the last one's exit becomes the exit of all."""
    context = call.context
    if context.is_line:
        raise UsageError("The repl is already running.", hint="To leave: exit")
    if context.is_terminal("stdin") and context.silence("stdin") not in (None, "there is none"):
        fault = f"The repl needs a terminal, and {context.silence()}"
        raise UsageError(f"{fault}; pipe the lines in instead.")
    if context.is_terminal("stdin") and (context.is_terminal("stdout") or context.is_terminal("stderr")):
        converse(call)
    else:
        call.exit = name_of(script(call))


def converse(call):
    """Prompt for lines until ``exit`` or Ctrl-D; nothing that a line does ends it."""
    context = call.context
    context.note(
        f"{program.VERSION}. {'Type' if context.is_plain() else 'Tab completes; type'} help for help, exit to leave."
    )
    prompts, status = session(context), 0
    while True:
        try:
            line = ask(prompts, status, context.has_color("stderr"))
            if is_leave(line):
                return
            if is_command(line):
                status = run_line(line, call)
        except KeyboardInterrupt:  # at the prompt: the line is cleared
            continue
        except EOFError:
            return


def session(context):
    """What asks for lines: call its ``prompt`` with what stands before the next one."""
    if context.is_plain():
        from cometapi.terminal.plain import Plain

        return Plain(context)
    from cometapi.terminal import prompt

    return prompt.session(context.environ)


def ask(session, status, colored):
    """The next line; the prompt shows the last one's exit status when it is not 0. Raises what the keys mean."""
    shown = [("ansired" if colored else "", f" [{status}]")] if status else []
    return session.prompt([("", index.PROGRAM), *shown, ("", "> ")])


def script(call):
    """Run the lines of a pipe and return the last one's exit code; Ctrl-C ends them all."""
    status = 0
    for number, line in enumerate(call.context.stdin or ()):
        line = line.removeprefix(BYTE_ORDER_MARK) if number == 0 else line
        if is_leave(line):
            break
        if is_command(line):
            status = run_line(line, call)
        if status == INTERRUPTED:
            break
    return status


def is_command(line):
    """Whether there is something to run: neither a blank line nor a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def is_leave(line):
    """Whether a line is one of the words that end the repl."""
    return line.strip().removeprefix(f"{index.PROGRAM} ").strip() in LEAVE


def run_line(line, call):
    """Run one line as a call of its own and return its exit code."""
    try:
        words = shlex.split(line)
    except ValueError:
        call.context.note("Unclosed quote, or a backslash at the end of the line.")
        return index.EXITS["invalid_arguments"]
    words = words[1:] if words[0] == index.PROGRAM else words
    context = line_context([*defaults(call, words), *words], call.context)
    try:
        return call.session.run(context)
    except Stopped:
        raise
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else index.EXITS["general_error" if end.code else "ok"]
    except KeyboardInterrupt:  # it came when the call was about to end
        return INTERRUPTED
    finally:
        close(context.stdout)


def defaults(call, words):
    """The options that were given to the repl, for a command that takes them; the line's own come later and win."""
    taken = {argument.dest for argument in Line(words).arguments}
    flags = {name: flag_of(facts) for name, facts in call.command["arguments"].items()}
    given = {flags[name]: value for name, value in call.given.items() if name in taken}
    return [flag if value is True else f"{flag}={value}" for flag, value in given.items()]


def line_context(argv, outer):
    """The world of one line. Lines of a pipe find an empty stdin, since the pipe holds the lines that follow.

    Each has a stdout of its own over the same file: when that fails, ``main`` closes it, and the next line has to
    fail for itself.
    """
    stdin = outer.stdin if outer.is_terminal("stdin") else io.StringIO()
    stdout = outer.stdout
    if stdout is not None:
        stdout.flush()
        stdout = os.fdopen(os.dup(stdout.fileno()), "w", encoding=stdout.encoding, errors="replace")
    return Context(argv, outer.environ, stdin, stdout, outer.stderr, is_line=True)


def close(stdout):
    """Close the stdout of a line; what it could not write has been said."""
    try:
        if stdout is not None:
            stdout.close()
    except OSError:
        pass


def name_of(code):
    """The name of an exit code."""
    return next((name for name, number in index.EXITS.items() if number == code), "general_error")
