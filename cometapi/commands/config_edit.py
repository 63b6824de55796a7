"""``cometapi config edit``: edit a copy of the config file, which is checked before it replaces the file."""

import os
import shlex
import shutil
import signal
import subprocess
from contextlib import contextmanager
from tempfile import mkdtemp

from cometapi.advice import flag
from cometapi.errors import CometError, ConfigurationError, OutputFailed, UsageError
from cometapi.generated import index, program
from cometapi.settings import folders
from cometapi.settings.faults import unknown, wrong
from cometapi.settings.file import locked, read, store
from cometapi.settings.secrets import without_secrets
from cometapi.settings.values import Settings

NAME = "config.toml"  # of the copy, so that an editor knows what it holds


def run(call):
    """Let the user edit a copy until it is valid or discarded; a valid one replaces the file."""
    context, path = call.context, call.settings.path
    reason = context.silence("stdin", "stdout", "stderr")
    if reason:
        raise UsageError(f"config edit needs a terminal, and {reason}; use config set instead.")
    before = content(folders.needed(path))
    start = template() if before is None else before
    with private_copy(start, context) as copy:
        wanted = is_wanted(copy, start, context)
        if wanted:
            replace(path, before, content(copy))
    context.note(f"{path} was saved." if wanted else f"{path} was not changed.")


def content(path):
    """The bytes of a file, None when there is none. Raises ConfigurationError when it cannot be read."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ConfigurationError(f"The config file {path} cannot be read: {error.strerror}.") from None


def template():
    """A config file with all settings commented out, as bytes."""
    parts = [f"# Settings of {index.PROGRAM}. Remove the # before a name to set it.\n"]
    for name, facts in program.SETTINGS.items():
        choices = f" ({', '.join(facts['choices'])})" if "choices" in facts else ""
        default = facts.get("default", "")
        value = default if facts.get("type") in ("integer", "number") and default != "" else f'"{default}"'
        parts.append(f"# {facts['help']}{choices}\n# {name} = {value}\n")
    secret = next((name for name, facts in program.SETTINGS.items() if facts.get("secret")), "output_format")
    parts.append(
        f'# A profile: other keys and settings, used with {flag("profile")} work.\n# [profiles.work]\n# {secret} = ""\n'
    )
    return "\n".join(parts).encode()


@contextmanager
def private_copy(text, context):
    """The path of a copy that nobody else can read. It is kept, and named, when something fails after it was edited."""
    folder = mkdtemp(prefix=f"{index.PROGRAM}-")
    copy = os.path.join(folder, NAME)
    folders.write_private(copy, text)
    kept = False
    try:
        yield copy
    except BaseException:
        kept = content(copy) not in (None, text)
        if kept:
            context.note(f"Your changes are kept in {copy}.")
        raise
    finally:
        if not kept:
            shutil.rmtree(folder, ignore_errors=True)


def is_wanted(copy, start, context):
    """Edit until the copy is valid or the user decides; returns whether it replaces the file."""
    while True:
        open_editor(copy, context)
        if content(copy) in (start, None):
            return False
        stopping, idle = faults(copy)
        if not stopping and not idle:
            return True
        for sentence in [*stopping, *idle]:
            context.note(sentence.replace(copy, NAME))
        answer = choice(["edit again", "discard"] if stopping else ["edit again", "save anyway", "discard"], context)
        if answer != "edit again":
            return answer != "discard"


def faults(copy):
    """Errors of the copy, and warnings about unknown settings."""
    settings = Settings(program.SETTINGS, {})
    settings.path = copy
    try:
        settings.file = read(copy)
    except ConfigurationError as error:
        return [error.message], []
    return [error.message for error in wrong(settings).values()], unknown(settings)


def choice(words, context):
    """The one of the words that the user types the beginning of. The end of the input is taken for Ctrl-C."""
    marked = ", ".join(f"[{word[0]}]{word[1:]}" for word in words)
    while True:
        context.stderr.write(f"{marked}: ")
        context.stderr.flush()
        line = context.stdin.readline()
        if not line:
            raise KeyboardInterrupt
        typed = line.strip().lower()
        found = [word for word in words if typed and word.startswith(typed)]
        if found:
            return found[0]


def open_editor(path, context):
    """Wait until the user's editor is closed; raises CometError when it cannot be opened or fails."""
    default = "notepad" if os.name == "nt" else "vi"
    asked = (context.environ.get(name, "") for name in ("VISUAL", "EDITOR"))
    named = next((one for one in asked if one.strip()), default)
    try:
        command = shlex.split(named, posix=os.name != "nt")
        with left_to_the_editor("SIGINT"), left_to_the_editor("SIGQUIT"):
            code = subprocess.run([*command, path], check=False, env=without_secrets(context.environ)).returncode
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CometError(f"The editor {named!r} cannot be opened: {reason}.", hint="Set VISUAL or EDITOR.") from None
    if code:
        raise CometError(f"The editor {named!r} ended with exit code {code}; the config file was not changed.")


@contextmanager
def left_to_the_editor(name):
    """Do nothing on a signal meanwhile: Ctrl-C in an editor is the editor's. A handler, which no child inherits."""
    number = getattr(signal, name, signal.SIGINT)  # Windows has no other
    before = signal.signal(number, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(number, before)


def replace(path, before, text):
    """Put the text in the place of the file, unless the file is no longer what the copy was made of."""
    with locked(path):
        if content(path) != before:
            raise OutputFailed(f"{path} was changed by another program in the meantime; it was not overwritten.")
        store(path, text.decode("utf-8"))
