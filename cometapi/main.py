"""From the words of the command line to an exit code: find the command, parse, run. The only place that ends the program.

Help, version and usage errors end here before any file is read or any third-party package is imported.
"""

import os
import sys

from cometapi.context import Context
from cometapi.errors import CometError, OutputFailed, Stopped, UsageError
from cometapi.generated import index

HELP = ("-h", "--help")
VERSION = ("-V", "--version")


def entry():
    """The console script; answers argcomplete when a shell's Tab asks through it."""
    if "_ARGCOMPLETE" in os.environ:
        import argcomplete

        from cometapi.cli.argcomplete import tree

        argcomplete.autocomplete(tree(os.environ), always_complete_options="long")
    sys.exit(main())


def main(argv=None):
    """Run one call and return its exit code; ``argv`` are the words after the program's name."""
    return outcome(Context(argv))


def outcome(context):
    """Run the call of a context and return its exit code, having said what failed."""
    context.run = outcome
    prepare(context)
    try:
        code = run(context)
        flush(context)
        return code
    except CometError as error:
        return report(error, context)
    except KeyboardInterrupt:
        return stopped(context)
    except Stopped as end:
        quiet_end(context)
        return 128 + end.number  # as a shell tells of a program that a signal has ended
    except BrokenPipeError:
        return closed(context)
    except OSError as error:
        return report(
            OutputFailed(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}."), context
        )
    except Exception as error:
        sentence = f"This is a fault of the program itself ({type(error).__name__})."
        return report(CometError(sentence, hint="Please report it with what --debug shows."), context)


def prepare(context):
    """Let no character that a stream cannot encode stop the program."""
    for stream in (context.stdin, context.stdout, context.stderr):
        if hasattr(stream, "reconfigure") and stream.errors != "replace":  # refused once a stream was read from
            stream.reconfigure(errors="replace")


def flush(context):
    """Write out what is buffered, while there is still someone to tell that it failed."""
    if context.stdout is not None:
        context.stdout.flush()


def run(context):
    """Do what the words say and return the exit code."""
    found, options, rest = find(context.argv)
    if isinstance(found, str):
        return show(context, found)
    words = " ".join(found)
    if words not in index.COMMANDS:
        return no_command(context, words, options, rest)
    module = load(words)
    if asks_help(rest):
        return show(context, module.HELP)
    return call(module, [*options, *rest], context)


def call(module, argv, context):
    """Parse the words of one command and let the engine run it."""
    from cometapi.cli.words import values

    context.command = module.COMMAND["name"]
    context.debug = "--debug" in argv  # before parsing, so that it can be debugged
    given = values(module, argv, context.environ)
    context.format = given.get("format")
    context.take(given)
    warn(module.COMMAND, given, context)
    heed_signals()
    from cometapi import engine

    return engine.run(module.COMMAND, given, context)


def warn(command, given, context):
    """Say what of a call is on its way out of the program."""
    for facts in (command, *(command["arguments"][name] for name in given)):
        if "deprecated" in facts:
            context.note(facts["deprecated"])


def heed_signals():
    """Let signals that end the program leave nothing half done: a temporary file, a terminal without echo."""
    import signal

    def stop(number, _):
        raise Stopped(number)

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        try:
            if number and signal.getsignal(number) == signal.SIG_DFL:  # not under nohup, which ignores it
                signal.signal(number, stop)
        except ValueError:  # not in the main thread
            return


def find(argv):
    """Step over the options before the command: ``(command words, options, remaining words)``; a text when help or version is asked."""
    found, options, rest = [], [], list(argv)
    while rest:
        word = rest[0]
        if word.startswith("-") and word != "-":
            if " ".join(found) in index.COMMANDS:
                break
            if word in VERSION and not found:
                return index.VERSION, options, rest
            if word in HELP:
                return (index.GROUPS.get(" ".join(found)) or index.HELP), options, rest
            options.extend(take(rest))
        elif is_known([*found, word]):
            found.append(rest.pop(0))
        else:
            break
    return found, options, rest


def is_known(words):
    """Whether the words are a command, or the beginning of one."""
    name = " ".join(words)
    return name in index.COMMANDS or name in index.GROUPS


def take(rest):
    """Take one option of the root, with its value, off the words."""
    from cometapi.cli.words import long_option, short_options

    words = iter(lambda: rest.pop(0) if rest else None, None)
    word = next(words)
    return (long_option if word.startswith("--") else short_options)(word, words, index.FLAGS)


def no_command(context, words, options, rest):
    """What to do when the words name no command: help when there are none, else a usage error with the nearest one."""
    if not rest:
        context.stderr and context.stderr.write(index.GROUPS.get(words) or index.HELP)
        return index.EXITS["invalid_arguments"]
    from cometapi.suggest import meant

    known = {**index.COMMANDS, **index.GROUPS}
    near = [name.removeprefix(words).strip() for name in known if name.startswith(words) and name != words]
    context.command = words or None
    guess = meant(rest[0], near)
    if words and guess == ".":
        guess = f"; after {words} comes one of {', '.join(near)}."
    raise UsageError(f"Unknown command {' '.join([*words.split(), rest[0]])!r}{guess}")


def load(words):
    """The generated module of a command."""
    from importlib import import_module

    return import_module(f"cometapi.generated.{index.COMMANDS[words][0]}")


def asks_help(rest):
    """Whether help is asked before the options end."""
    options = rest[: rest.index("--")] if "--" in rest else rest
    return any(word in HELP for word in options)


def show(context, text):
    """Print a text that was made in advance."""
    context.print(text)
    return 0


def report(error, context):
    """Say on stderr what failed and what to do next, and return the exit code of its kind."""
    code = index.EXITS[error.exit]
    hint = error.hint
    if hint is None and isinstance(error, UsageError):
        hint = f"Try: cometapi {context.command + ' ' if context.command else ''}--help"
    trace = traceback(context) if context.debug else None
    if wants_machine_format(context, error):
        from cometapi.output.as_json import error_object

        context.say(error_object(error, hint, code, trace))
    else:
        trace and context.say(trace)
        context.fault(error.sentence)
        if hint:
            context.say(f"  {hint}")
    quiet_end(context)
    return code


def traceback(context):
    """The traceback of what is being reported, as text; whatever it holds of the settings' secrets is hidden from now on."""
    from traceback import format_exc

    try:
        context.hide(settings(context).secrets())
    except Exception:  # what is wrong with them is not what is being reported
        pass
    return context.hidden(format_exc().rstrip())


def settings(context):
    """The settings of a call that did not come so far as to have them."""
    from cometapi.generated import program
    from cometapi.settings.values import Settings

    return Settings(program.SETTINGS, context.environ, profile=context.profile)


def wants_machine_format(context, error):
    """Whether errors are told as JSON: a machine format was asked for, even where parsing did not get that far."""
    from itertools import pairwise

    machine = ("json", "yaml", "csv")
    if context.format:
        return context.format in machine
    words = context.argv[: context.argv.index("--")] if "--" in context.argv else context.argv
    asked = [value for flag, value in pairwise(words) if flag in ("--format", "-f")]
    asked += [word.partition("=")[2] or word[2:] for word in words if word.startswith(("--format=", "-f"))]
    if asked or "--json" in words or isinstance(error, UsageError):  # which ends before any file is read
        return "--json" in words or any(value.lower() in machine for value in asked)
    return usual_format(context) in machine


def usual_format(context):
    """The format that the settings say, None where they cannot be read."""
    try:
        return settings(context).get("output_format")
    except Exception:  # what is wrong with them is not what is being reported
        return None


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
