"""Entry point: find the command, parse its arguments, run it, and return the exit code.

Help, version and usage errors end here before any file is read or any third-party package is imported.
"""

import gc
import os
import sys

from cometapi.context import Context
from cometapi.errors import Stopped
from cometapi.generated import index

HELP_FLAGS = ("-h", "--help")
VERSION = ("-V", "--version")
OWN = ("aliases.yaml", "templates", "commands")  # what is in the config folder of who has names of his own
HELP = os.path.join(os.path.dirname(__file__), "share", "help")
SELDOM = 20_000  # new objects between two looks for garbage; what is loaded at the start is none


def entry():
    """The console script; answers argcomplete when a shell's Tab asks through it."""
    gc.set_threshold(SELDOM)
    if "_ARGCOMPLETE" in os.environ:
        complete(os.environ)
    leave(main())


def complete(environ):
    """Answer a shell that asks as argcomplete does, and end the process; argcomplete itself is only loaded for a line
    with quotes, which it reads by the rules of the shell, and takes longer to load than the rest.
    """
    from cometapi.cli.hook import answer

    if has_own(environ, "commands"):
        from cometapi.own.commands import prepare

        prepare(environ, environ.get("COMP_LINE", ""))
    if not answer(environ):
        import argcomplete

        from cometapi.cli.argcomplete import tree

        argcomplete.autocomplete(tree(environ), always_complete_options="long")


def leave(code):
    """End the process: what is registered for its end is run and the streams are flushed, but its memory is not taken
    apart, which takes as long as a quarter of a short call. Where something still runs or looks on, it ends as usual.
    """
    threading = sys.modules.get("threading")
    is_watched = sys.gettrace() or sys.getprofile() or sys.flags.inspect
    if is_watched or (threading and any(not one.daemon for one in threading.enumerate()[1:])):
        sys.exit(code)
    if "atexit" in sys.modules:
        sys.modules["atexit"]._run_exitfuncs()
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        sys.exit(code)
    os._exit(code)


def main(argv=None):
    """Run one call and return its exit code; ``argv`` are the words after the program's name."""
    return outcome(Context(argv))


class Invocation:
    """What is known of the call that a context's words describe: its command's words, and its operation, once they are.

    ``run`` is the function that runs the words of another context, for commands that read command lines. ``guard`` judges
    what is run where an agent asks for it (see ``mcp.guard``); None where a person does.
    """

    def __init__(self, context, run=None, guard=None):
        self.context = context
        self.run = run
        self.guard = guard
        self.command = None
        self.given = {}  # behaviour to value
        self.operation = None


def outcome(context):
    """Run the call of a context and return its exit code, having said what failed."""
    return ended(Invocation(context, outcome))


def ended(invocation):
    """Run the call of an invocation and return its exit code, having said what failed."""
    context = invocation.context
    prepare(context)
    try:
        code = run(invocation)
        flush(context)
        return code
    except KeyboardInterrupt:
        return stopped(context)
    except Stopped as end:
        quiet_end(context)
        return end.code
    except BrokenPipeError:
        return closed(context)
    except Exception as error:
        from cometapi.report import report

        code = report(error, invocation)
        quiet_end(context)
        return code


def prepare(context):
    """Prepare the streams: replace characters that cannot be encoded, and make them blocking.

    Bytes of stdin that are not text are kept as they are, so that whoever reads them can report them.
    """
    for stream, errors in (
        (context.stdin, "surrogateescape"),
        (context.stdout, "replace"),
        (context.stderr, "replace"),
    ):
        make_patient(stream)
        if hasattr(stream, "reconfigure") and stream.errors != errors:  # refused once a stream was read from
            stream.reconfigure(errors=errors)


def make_patient(stream):
    """Make a stream blocking; a program at its other end may have made it non-blocking."""
    try:
        os.set_blocking(stream.fileno(), True)
    except (AttributeError, OSError, ValueError):
        pass  # there is none, or none with a descriptor


def flush(context):
    """Write out what is buffered, while there is still someone to tell that it failed."""
    if context.stdout is not None:
        context.stdout.flush()


def run(invocation):
    """Do what the words say and return the exit code."""
    context = invocation.context
    found, options, rest = find(context.argv)
    if callable(found):
        return found(context)
    if rest and not found and has_own(context.environ):
        from cometapi.declared_call import answer

        return answer(invocation, options, rest, find, follow, show)
    return follow(invocation, found, options, rest)


def follow(invocation, found, options, rest, alias=(), own=tuple):
    """Do what the words of a command that were found say, and return the exit code.

    ``alias`` are words that ``rest`` replaces, ``own`` gives the names of the user's own, for whoever meant one of them.
    """
    context, words = invocation.context, " ".join(found)
    if words not in index.COMMANDS:
        if not (alias or rest):
            return show_help(context, words, "ALONE")
        from cometapi.cli.unknown import unknown_command

        invocation.command = words or None
        raise unknown_command(words, [*alias, *rest][0], own())
    if asks_help(rest):
        return show_command_help(context, words)
    argv = [*options, *rest]
    if words in index.EXPLAINING and not any(word.startswith("-") for word in argv):
        return explain(invocation, words, argv)
    if words in index.ON_STDIO and not invocation.guard:
        from cometapi.mcp.wire import handed_over

        with handed_over(context):
            return called(invocation, words, argv, alias)
    return called(invocation, words, argv, alias)


def called(invocation, words, argv, alias):
    """Call the command of these words; ``alias`` are words of the user's own that others replace."""
    from cometapi.calling import call
    from cometapi.cli.registry import command_data

    return call(command_data(words), argv, invocation, alias=alias, is_own=has_own(invocation.context.environ))


def explain(invocation, words, subject):
    """Run a command that tells of the program itself, and was given nothing but words: there is nothing to parse."""
    invocation.command, name = words, f"cometapi.commands.{index.EXPLAINING[words]}"
    __import__(name)
    return sys.modules[name].answer(invocation.context, {"subject": subject})


def has_own(environ, *kinds):
    """Whether the user may have names of his own (of these kinds), as far as can be told without loading anything."""
    home, base = environ.get("HOME", ""), environ.get("APPDATA" if os.name == "nt" else "XDG_CONFIG_HOME", "")
    if not (os.path.isabs(base) or os.path.isabs(home)):
        return True  # whoever looks closer asks the system for the home
    folder = os.path.join(base if os.path.isabs(base) else os.path.join(home, ".config"), index.PROGRAM)
    return any(os.path.exists(os.path.join(folder, name)) for name in kinds or OWN)


def find(argv, commands=index.COMMANDS, groups=index.GROUPS):
    """Step over the options before the command: ``(command words, options, remaining words)``.

    In the place of the command words stands what answers the context when help or the version is asked. ``commands`` are
    the words of commands, ``groups`` those that open them.
    """
    found, options, rest = [], [], list(argv)
    while rest:
        word = rest[0]
        if word.startswith("-") and word != "-":
            if " ".join(found) in commands:
                break
            if word in VERSION and not found:
                return show_version, options, rest
            if word in HELP_FLAGS:
                return help_before(" ".join(found)), options, rest
            from cometapi.cli.words import root_option

            options.extend(root_option(rest))
        elif (name := " ".join([*found, word])) in commands or name in groups:
            found.append(rest.pop(0))
        else:
            break
    return found, options, rest


def asks_help(rest):
    """Whether help is asked before the options end."""
    return any(word in HELP_FLAGS for word in before_end(rest))


def before_end(words):
    """The words before the one that ends the options."""
    return words[: words.index("--")] if "--" in words else words


def help_before(words):
    """What shows help where the words name no command yet."""

    def answer(context):
        return show_help(context, words, "HELP")

    return answer


def show_help(context, words, of_program):
    """Print the help of the commands that words open; without words one of the texts ``ALONE`` and ``HELP`` of the program.

    Where no terminal says how wide they are to be, those are as the press has laid them out, which takes no time.
    """
    if words and words not in index.GROUPS:
        from cometapi.own.help import of_own

        return show(context, of_own(context, words))
    is_own = not words and has_own(context.environ)
    if not words and not is_own and is_bare(context):
        from cometapi.generated import screens

        context.print(getattr(screens, of_program))
        return 0
    from cometapi.cli import help as texts

    lay_out = texts.of_group(words) if words else texts.OF_PROGRAM[of_program]
    if is_own:
        from cometapi.own.help import beside

        lay_out = beside(context, lay_out)
    return show(context, lay_out)


def show_command_help(context, words):
    """Print the help of a command: as the press has laid it out, or else as the terminal wants it."""
    text = pressed(words) if is_bare(context) else None
    if text is not None:
        context.print(text)
        return 0
    from cometapi.cli import help as texts

    return show(context, texts.of_command(words))


def pressed(words):
    """The help text of a command as a file has it; None where the package is no folder, but an archive."""
    try:
        with open(os.path.join(HELP, f"{words.replace(' ', '-')}.txt"), encoding="utf-8") as file:
            return file.read()
    except OSError:
        return None


def show(context, lay_out, kept=None):
    """Print the text that ``lay_out`` makes for a page: on a terminal for its width, and through a pager where it is long.

    ``kept`` is that text for the usual width, where it was laid out before.
    """
    if is_bare(context):
        if kept is None:
            from cometapi.manifest.page import Page

            kept = lay_out(Page())
        context.print(kept)
        return 0
    from cometapi.terminal import pager

    return pager.show(context, lay_out)


def is_bare(context):
    """Whether a text goes where nothing is known of width and styles, and no styles are asked for."""
    colors = tuple(index.FLAGS.get("color", ()))
    asks = any(word.startswith(colors) for word in context.argv) if colors else False
    return not (asks or context.environ.get("FORCE_COLOR") or context.is_terminal("stdout"))


def show_version(context):
    """Print the version."""
    context.print(index.VERSION)
    return 0


def stopped(context):
    """Ctrl-C: keep what came, leave the terminal on a fresh line."""
    if context.stderr is not None and context.is_terminal("stderr"):
        context.say("")
    quiet_end(context)
    return index.EXITS["interrupted"]


def closed(context):
    """The reader of stdout went away; nothing is wrong with that."""
    quiet_end(context, drop=True)
    return 0


def quiet_end(context, drop=False):
    """Flush stdout if someone still reads it; else let nothing complain when the interpreter flushes it at exit."""
    try:
        if not drop:
            flush(context)
            return
    except (OSError, ValueError):
        pass
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), context.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        pass
