"""``cometapi completion``: the scripts that the press made, printed or put where a shell looks for them."""

import os
import shlex
import subprocess
from importlib.resources import files

from cometapi import children
from cometapi.cli.registry import command_data
from cometapi.errors import OutputFailed, UsageError
from cometapi.generated import program
from cometapi.generated.index import PROGRAM
from cometapi.settings import folders
from cometapi.settings.secrets import without_secrets

SCRIPTS = {"bash": f"{PROGRAM}.bash", "zsh": f"_{PROGRAM}", "fish": f"{PROGRAM}.fish", "powershell": f"{PROGRAM}.ps1"}
PROGRAMS = {"pwsh": "powershell"}  # shells whose program has another name
PROFILE = f"{PROGRAM} completion powershell | Out-String | Invoke-Expression\n"
PATIENCE = 5  # seconds for the user's own zsh to start
LARGEST = 1024 * 1024  # bytes of its answer that are read
# Names of folders that are there for a user's completions; others in fpath belong to a plugin and its updates.
ZSH_FOLDERS = ("site-functions", "completions", "functions", "zfunc", ".zfunc", ".zfunctions")


def show(call):
    """Print the script of the shell that the command names."""
    call.context.print(script(call.command["name"].split()[-1]).decode("utf-8"))


def script(shell):
    """The script of a shell, in UTF-8."""
    return files("cometapi").joinpath("share", "completions", SCRIPTS[shell]).read_bytes()


def install(call):
    """Put the script of a shell into the user's folder for it, and say what is left to do."""
    context = call.context
    shell = call.argument("shell") or login_shell(context.environ)
    if shell == "powershell":
        say_what_is_not_kept(context)
        context.note("Add this line to the file that $PROFILE names in PowerShell:")
        return context.print(PROFILE)
    folders.needed(folders.home(context.environ))
    path, step = PLACES[shell](context.environ)
    changed = put(path, script(shell))
    context.note(f"Completion for {shell} is {'now' if changed else 'already'} in {path}.")
    say_what_is_not_kept(context)
    sentence, *lines = step.split("\n")
    context.say(f"  {sentence}")
    return context.put("\n".join(lines)) if lines else None


def say_what_is_not_kept(context):
    """Say which words a Tab knows only after their command has run, where it has not."""
    lacking: dict[str, list[str]] = {}
    told = set()
    for name, source in program.COMPLETIONS.items():
        words = source["from"], source["value"]
        is_own = "run" in command_data(source["from"])  # which keeps the words itself
        if is_own or words in told:  # the same words, beside which something else is kept
            continue
        told.add(words)
        path = folders.cache_file(context.environ, f"{name}.tsv")
        if path is None or not os.path.exists(path):
            lacking.setdefault(source["from"], []).append(name)
    for command, names in lacking.items():
        *some, last = names
        listed = f"{', '.join(some)} and {last}" if some else last
        context.say(f"  Names of {listed} are completed once you have run: {PROGRAM} {command}")


def login_shell(environ):
    """The user's shell, as far as the environment says; raises UsageError when it is none that has a script."""
    name = os.path.basename(environ.get("SHELL") or ("pwsh" if os.name == "nt" else ""))
    shell = PROGRAMS.get(name, name)
    if shell not in SCRIPTS:
        said = (
            f"There is no completion script for {name} (from the variable SHELL)"
            if name
            else "The variable SHELL is not set"
        )
        raise UsageError(f"{said}.", hint=f"Choose one: {PROGRAM} completion install {'|'.join(SCRIPTS)}")
    return shell


def put(path, data):
    """Make the file at ``path`` hold ``data`` and return whether it did not before; raises OutputFailed."""
    try:
        with open(path, "rb") as file:
            if file.read() == data:
                return False
    except OSError:
        pass  # there is none yet, or none that can be read: then writing says what is wrong
    try:
        folders.write_private(path, data)
    except OSError as error:
        raise OutputFailed(f"The script cannot be written to {path}: {error.strerror}.") from None
    return True


def bash_place(environ):
    """Where bash-completion looks, and what is left to do: ``(path, sentence)``."""
    path = os.path.join(data_folder(environ), "bash-completion", "completions", PROGRAM)
    return path, (
        "Start a new bash. Where the package bash-completion is missing, "
        f"add this line to ~/.bashrc:\n    source {shlex.quote(path)}"
    )


def fish_place(environ):
    """Where fish looks: ``(path, sentence)``."""
    config = folders.base(environ, "XDG_CONFIG_HOME", ".config")
    return os.path.join(config, "fish", "completions", SCRIPTS["fish"]), "New fish sessions pick it up automatically."


def zsh_place(environ):
    """A folder of the user's fpath, or the one to add to it: ``(path, sentence)``."""
    fpath, has_compinit = asked_zsh(environ)
    default = os.path.join(data_folder(environ), "zsh", "site-functions")
    home = os.path.join(os.path.realpath(folders.home(environ)), "")
    own = [one for one in fpath if os.path.realpath(one).startswith(home) and os.path.basename(one) in ZSH_FOLDERS]
    folder = default if default in fpath else next(iter(own), default)
    lines = [] if folder in fpath else [f"fpath=({shlex.quote(folder)} $fpath)"]
    if lines or not has_compinit:
        lines.append("autoload -Uz compinit && compinit")
    rc = f"{environ.get('ZDOTDIR') or '~'}/.zshrc"
    step = f"Add this line to {rc}:\n    {'; '.join(lines)}" if lines else "Start a new zsh."
    return os.path.join(folder, SCRIPTS["zsh"]), step


def asked_zsh(environ):
    """``(folders of fpath, whether compinit has run)`` of the user's interactive zsh; nothing where it does not answer."""
    question = f'print -rl -- "" {PROGRAM}:${{+functions[compdef]}} $fpath'
    try:
        # In a session of its own, so that an interactive shell does not take the terminal away from this one.
        command = ["zsh", "-i", "-c", question]
        done = children.run(command, seconds=PATIENCE, most=LARGEST, environ=without_secrets(environ))
    except (OSError, subprocess.SubprocessError):
        return [], False
    lines = done.out.decode("utf-8", "surrogateescape").splitlines()
    mark = next((number for number, line in enumerate(lines) if line.startswith(f"{PROGRAM}:")), len(lines) - 1)
    return [os.path.normpath(line) for line in lines[mark + 1 :]], lines[mark : mark + 1] == [f"{PROGRAM}:1"]


def data_folder(environ):
    """The folder of the user's data files."""
    return folders.base(environ, "XDG_DATA_HOME", os.path.join(".local", "share"))


PLACES = {"bash": bash_place, "zsh": zsh_place, "fish": fish_place}
