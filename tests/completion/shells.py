"""Real shells that load a completion script and say what Tab offers: one start of a shell for many lines.

Each driver takes the script's path and the lines typed so far, and gives back what Tab does to each of them.
"""

import os
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest
from terminal import spawn

PROJECT = Path(__file__).resolve().parents[2]
PACKAGES = {"bash": "bash", "zsh": "zsh", "fish": "fish"}  # as Debian calls them
SCRIPTS = {"bash": "cometapi.bash", "zsh": "_cometapi", "fish": "cometapi.fish", "powershell": "cometapi.ps1"}
LISTS = {
    "models": 'gpt-5.4\tOpenAI: the "big" one\nqwen:max\tAlibaba [$HOME]\nclaude-x\tAnthropic \\o/\n',
    "providers": "openai\tOpenAI\nopenai\tOpenAI\ngoogle\tGoogle",
}


class Tab(NamedTuple):
    """What Tab did: the words offered with their descriptions (bash shows none), and the line behind ``cometapi``."""

    words: dict
    line: str | None = None


def script(shell):
    """The checked-in script of a shell, as the press rendered it."""
    return PROJECT / "cometapi" / "share" / "completions" / SCRIPTS[shell]


def need(shell):
    """Skip the test when the shell is not on this machine."""
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed (Debian package {PACKAGES[shell]})")


def parses(shell, path):
    """What the shell complains of in a script, which it only reads."""
    return subprocess.run([shell, "-n", str(path)], capture_output=True, text=True, check=False, timeout=20).stderr


def home(folder):
    """The environment of a user who owns a few lists in the cache, two files, and no programs."""
    lists = folder / "cache" / "cometapi"
    lists.mkdir(parents=True, exist_ok=True)
    for name, text in LISTS.items():
        (lists / f"{name}.tsv").write_text(text)
    for name in ("notes.txt", "other.md"):
        (folder / name).touch()
    kept = {key: value for key, value in os.environ.items() if key in ("LANG", "LC_ALL", "LC_CTYPE")}
    return {
        **kept,
        "HOME": str(folder),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "TERM": "dumb",
        "PATH": "/nonexistent",
    }


def offers(shell, path, lines, folder, **environment):
    """Line to the Tab that follows ``cometapi LINE``, in the folder of such a user."""
    return DRIVERS[shell](path, lines, folder, {**home(folder), **environment})


def terminal(shell, arguments, folder, environment):
    """A shell on a terminal wide and high enough for no line to wrap."""
    return spawn(
        shutil.which(shell),
        arguments,
        cwd=folder,
        env=environment,
        dimensions=(200, 2000),
        timeout=20,
    )


def typed(child, lines):
    """Type each line, Tab and the key that reports; a report stands between control characters that nobody types."""
    child.expect("ready> ")
    answers = {}
    for line in lines:
        child.send(f"cometapi {line}\t{REPORT}")
        child.expect("\x02([^\x03]*)\x03")
        completed, *rows = child.match[1].replace("\r", "").split("\n")
        words = {word: help.partition(" -- ")[2] for word, _, help in (row.partition("\t") for row in rows) if word}
        answers[line] = Tab(words, completed.removeprefix("cometapi "))
    child.close(force=True)
    return answers


REPORT = "\x02"  # Ctrl-B: one key, so that no shell waits for a second one

BASH = r"""
HISTFILE= PS1='ready> '
bind 'set bell-style none'
bind 'set completion-query-items 0'
bind 'set enable-bracketed-paste off'
source {path}
recorded() {{
    _cometapi
    offered=("${{COMPREPLY[@]}}")
    [[ $(compopt) != *'-o default'* ]] || offered+=($(compgen -f -- "${{COMP_LINE##*[ =]}}"))
}}
report() {{
    printf '\2'
    printf '%s\n' "$READLINE_LINE" "${{offered[@]}}"
    printf '\3'
    READLINE_LINE= READLINE_POINT=0 offered=()
}}
complete -F recorded cometapi
bind -x '"\C-b": report'
"""


def bash(path, lines, folder, environment):
    """Tab in an interactive bash: the replies of the script's function to the words that readline cut."""
    setup = folder / "bashrc"
    setup.write_text(BASH.format(path=path))
    return typed(terminal("bash", ["--noprofile", "--rcfile", str(setup), "-i"], folder, environment), lines)


ZSH = r"""
PS1='ready> ' RPS1= LISTMAX=100000
unsetopt zle_bracketed_paste prompt_cr prompt_sp beep
autoload -Uz compinit
fpath=({fpath} $fpath)
compinit -u -D
{source}
typeset -a offered
compadd() {{ # note what the completion system adds, before it is added
    local -a words=() shown=() given=("${{(@)argv[1,(i)(-|--)]}}")
    if [[ -z ${{(M)given:#-[OAD]*}} ]]; then
        local at=${{argv[(ie)-d]}}
        ((at < $#given)) && shown=("${{(@P)argv[at + 1]}}")
        builtin compadd -A words -D shown "$@"
        local number
        for ((number = 1; number <= $#words; number++)); do offered+=("${{words[number]}}"$'\t'"${{shown[number]}}"); done
    fi
    builtin compadd "$@"
}}
report() {{
    printf '\2'
    printf '%s\n' "$BUFFER" "${{offered[@]}}"
    printf '\3'
    BUFFER= offered=()
}}
zle -N report
bindkey '^B' report
bindkey '^I' complete-word
"""


def zsh(path, lines, folder, environment, by="fpath"):
    """Tab in an interactive zsh, the script found in ``fpath`` or loaded by ``source``: what is added as a match."""
    places = {"fpath": (path.parent, ""), "source": ("", f"source {path}")}
    (folder / ".zshrc").write_text(ZSH.format(fpath=places[by][0], source=places[by][1]))
    return typed(terminal("zsh", ["-d", "-i"], folder, environment), lines)


def fish(path, lines, folder, environment):
    """What ``complete -C`` of fish gives for each line."""
    asks = folder / "asks.fish"
    asks.write_text(
        "\n".join([f"source {path}", *(f"echo \x02; complete -C{quoted(f'cometapi {one}')}" for one in lines)])
    )
    done = subprocess.run(
        [shutil.which("fish"), "--no-config", str(asks)],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,  # for all lines together, on a busy machine
    )
    assert done.stderr == ""
    parts = done.stdout.split("\x02\n")[1:]
    tables = ([row.partition("\t") for row in part.splitlines()] for part in parts)
    return {line: Tab({word: help for word, _, help in rows}) for line, rows in zip(lines, tables, strict=True)}


def quoted(text):
    """Text in single quotes for fish."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


DRIVERS = {"bash": bash, "zsh": zsh, "fish": fish}
