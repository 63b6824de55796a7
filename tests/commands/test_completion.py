"""``completion`` and its installation, found by the real shells' own look-up; argcomplete through the real entry point."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SHARE = Path(__file__).resolve().parents[2] / "cometapi" / "share" / "completions"
SCRIPTS = {"bash": "cometapi.bash", "zsh": "_cometapi", "fish": "cometapi.fish", "powershell": "cometapi.ps1"}
PLACES = {
    "bash": ".local/share/bash-completion/completions/cometapi",
    "zsh": ".local/share/zsh/site-functions/_cometapi",
    "fish": ".config/fish/completions/cometapi.fish",
}
UNKEPT = (
    "  Names of models, providers, types, features and endpoints are completed once you have run: cometapi models\n"
)
PROGRAMS = Path(sys.executable).parent


def need(shell):
    """Skip a test whose shell is missing."""
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed (Debian package {shell})")


@pytest.fixture
def says(environ, home):
    """What a shell prints when it is run with these words in the user's home, with ``cometapi`` on the path."""

    def run(*words, **variables):
        path = os.pathsep.join([str(PROGRAMS), environ["PATH"]])
        done = subprocess.run(
            words,
            env={**environ, "PATH": path, "TERM": "dumb", **variables},
            cwd=home,
            capture_output=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            timeout=30,
            check=False,
        )
        assert done.stderr == ""
        return done.stdout

    return run


@pytest.mark.parametrize("shell", SCRIPTS)
def test_a_script_is_printed_as_the_press_made_it(shell, cli):
    ran = cli("completion", shell)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (SHARE / SCRIPTS[shell]).read_text("utf-8")


@pytest.mark.parametrize("shell", PLACES)
def test_a_script_is_put_where_the_shell_looks(shell, cli, home):
    ran = cli("completion", "install", shell)
    path = home / PLACES[shell]
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith(f"cometapi: Completion for {shell} is now in {path}.\n{UNKEPT}  ")
    assert path.read_bytes() == (SHARE / SCRIPTS[shell]).read_bytes()
    assert [one.name for one in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("shell", PLACES)
def test_installing_again_changes_nothing_and_an_old_script_is_replaced(shell, cli, home):
    path = home / PLACES[shell]
    path.parent.mkdir(parents=True)
    path.write_text("of an older version")
    assert f"is now in {path}." in cli("completion", "install", shell).err
    before = path.stat()
    assert f"is already in {path}." in cli("completion", "install", shell).err
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


@pytest.mark.parametrize(
    ("variable", "shell", "below"),
    [
        ("XDG_DATA_HOME", "bash", "bash-completion/completions/cometapi"),
        ("XDG_DATA_HOME", "zsh", "zsh/site-functions/_cometapi"),
        ("XDG_CONFIG_HOME", "fish", "fish/completions/cometapi.fish"),
    ],
)
def test_xdg_folders_count_unless_they_are_relative(variable, shell, below, cli, home, tmp_path):
    cli("completion", "install", shell, env={variable: str(tmp_path / "elsewhere")})
    assert (tmp_path / "elsewhere" / below).is_file()
    cli("completion", "install", shell, env={variable: "relative"})
    assert (home / PLACES[shell]).is_file()


@pytest.mark.parametrize("program", ["/bin/bash", "/usr/bin/zsh", "/opt/fish"])
def test_the_login_shell_is_taken_when_none_is_named(program, cli, home):
    assert cli("completion", "install", env={"SHELL": program}).code == 0
    assert (home / PLACES[Path(program).name]).is_file()


@pytest.mark.parametrize("program", ["/bin/dash", "", None])
def test_a_login_shell_without_a_script_is_refused(program, cli, home):
    ran = cli("completion", "install", env={"SHELL": program})
    assert ran.code == 2
    assert ran.err.endswith("  Choose one: cometapi completion install bash|zsh|fish|powershell\n")
    assert list(home.iterdir()) == []


def test_an_unknown_shell_is_refused_with_those_that_are_known(cli):
    ran = cli("completion", "install", "tcsh")
    assert (ran.code, ran.out) == (2, "")
    assert "SHELL must be one of bash, zsh, fish, powershell, not 'tcsh'." in ran.err
    ran = cli("completion", "tcsh")
    assert (ran.code, ran.out) == (2, "")
    assert "after completion comes one of bash, fish, install, powershell, zsh." in ran.err


def test_powershell_gets_the_line_for_its_profile(cli, home):
    ran = cli("completion", "install", "powershell")
    assert (ran.code, ran.out) == (0, "cometapi completion powershell | Out-String | Invoke-Expression\n")
    assert "$PROFILE" in ran.err
    assert list(home.iterdir()) == []


def test_words_that_are_kept_are_not_said_to_be_missing(cli, home):
    folder = home / ".cache" / "cometapi"
    folder.mkdir(parents=True)
    for name in ("models", "providers", "types", "features"):
        (folder / f"{name}.tsv").touch()
    assert "\n  Names of endpoints are completed once" in cli("completion", "install", "fish").err
    (folder / "endpoints.tsv").touch()
    assert "Names of" not in cli("completion", "install", "fish").err


def test_a_folder_that_cannot_be_written_is_told(cli, home):
    (home / ".config").write_text("no folder")
    ran = cli("completion", "install", "fish")
    assert ran.code == 1
    assert f"The script cannot be written to {home / PLACES['fish']}: Not a directory." in ran.err


def test_fish_finds_the_installed_script(cli, says):
    need("fish")
    cli("completion", "install", "fish")
    offered = says("fish", "-c", "complete -C 'cometapi mod'")
    assert offered == "model\tShow one model.\nmodels\tList and search the models of the catalog.\n"


def test_bash_completes_with_the_installed_script(cli, says, home):
    need("bash")
    told = cli("completion", "install", "bash").err
    assert f"source {home / PLACES['bash']}\n" in told
    (home / ".bashrc").write_text(told.rpartition("add this line to ~/.bashrc:\n")[2])
    asked = (
        "COMP_LINE='cometapi mod' COMP_POINT=12 COMP_WORDS=(cometapi mod) COMP_CWORD=1; _cometapi; echo ${COMPREPLY[*]}"
    )
    assert says("bash", "--norc", "-c", f"source ~/.bashrc; complete -p cometapi; {asked}") == (
        "complete -F _cometapi cometapi\nmodel models\n"
    )


ZSH_KNOWS = "print -r -- $_comps[cometapi]; autoload +X _cometapi && print -r -- $functions_source[_cometapi]"


def test_zsh_finds_the_installed_script_after_the_line_that_is_told(cli, says, home):
    need("zsh")
    told = cli("completion", "install", "zsh").err
    (home / ".zshrc").write_text(told.rpartition("Add this line to ~/.zshrc:\n")[2])
    assert says("zsh", "-i", "-c", ZSH_KNOWS) == f"_cometapi\n{home / PLACES['zsh']}\n"
    assert cli("completion", "install", "zsh").err.endswith("\n  Start a new zsh.\n")


def test_zsh_has_it_at_once_where_the_user_has_a_folder_for_completions(cli, says, home):
    need("zsh")
    (home / ".zshrc").write_text("echo hello\nfpath=(~/plugins/git ~/.zfunc $fpath)\nautoload -Uz compinit\ncompinit\n")
    told = cli("completion", "install", "zsh").err
    path = home / ".zfunc" / "_cometapi"
    assert told == f"cometapi: Completion for zsh is now in {path}.\n{UNKEPT}  Start a new zsh.\n"
    assert says("zsh", "-i", "-c", ZSH_KNOWS) == f"hello\n_cometapi\n{home / '.zfunc' / '_cometapi'}\n"


@pytest.fixture
def models(home):
    """Models that a catalog was seen to have."""
    folder = home / ".cache" / "cometapi"
    folder.mkdir(parents=True)
    (folder / "models.tsv").write_text("gpt-5.4\tOpenAI, $1.00 in\nclaude-x\tAnthropic\n")


# The line, and what argcomplete offers: exactly, with a space behind the only word.
ANSWERED = {
    "cometapi mod": "model models",
    "cometapi co": "command compare completion config",
    "cometapi config s": "set show",
    "cometapi model ": "info ",
    "cometapi --vers": "--version ",
    "cometapi chat --model=g": "--model=gpt-5.4 ",
    "cometapi chat 'a b' --mod": "--model ",
    "cometapi chat -m 'g": "gpt-5.4",
    "cometapi chat --mod": "--model ",
    "cometapi chat --model ": "gpt-5.4 claude-x",
    "cometapi chat -m c": "claude-x ",
    "cometapi model info g": "gpt-5.4 ",
    "cometapi models --format ": "table json jsonl yaml csv markdown",
    "cometapi --format js": "json jsonl",
    "cometapi --format y": "yaml ",
    "cometapi config get a": "api_key access_token api_key_command access_token_command",
    "cometapi help config s": "set show",
    "cometapi completion install f": "fish ",
    "cometapi config set plain o": "on off",
    "cometapi config get plain --fields o": "origin ",
    "cometapi config set default_model c": "claude-x ",
    "cometapi tasks --status SU": "SUBMITTED SUCCESS",
}


@pytest.mark.parametrize("line", ANSWERED)
def test_argcomplete_is_answered_by_the_entry_point(line, says, models):
    answer = says("bash", "-c", "cometapi 8>&1 >/dev/null", COMP_LINE=line, COMP_POINT=str(len(line)), _ARGCOMPLETE="1")
    assert answer.split("\v") == ANSWERED[line].split(" ") or answer == ANSWERED[line]


@pytest.mark.parametrize(
    ("shell", "line", "offered"),
    [
        ("bash", "cometapi chat -m q", "qwen:max\vqwen\\ \\$x"),
        ("bash", "cometapi chat --model=q", "qwen:max\vqwen\\ \\$x"),
        ("bash", "cometapi chat -m qwen:", "max"),
        ("zsh", "cometapi chat -m q", "qwen\\:max:Alibaba\vqwen\\ \\$x:"),
        ("fish", "cometapi chat -m q", "qwen:max\vqwen $x"),
        ("powershell", "cometapi chat -m q", "qwen:max\vqwen` `$x"),
    ],
)
def test_argcomplete_is_answered_as_each_shell_reads_words(shell, line, offered, says, home, tmp_path):
    folder = home / ".cache" / "cometapi"
    folder.mkdir(parents=True)
    (folder / "models.tsv").write_text("gpt-5.4\tOpenAI\nqwen:max\tAlibaba\nqwen $x\t\n")
    facts = {"_ARGCOMPLETE": "1", "_ARGCOMPLETE_SHELL": shell, "_ARGCOMPLETE_SUPPRESS_SPACE": "1"}
    facts |= {"_ARGCOMPLETE_COMP_WORDBREAKS": " :="} if shell == "bash" else {}
    facts |= {"COMP_LINE": f"{line} and more", "COMP_POINT": str(len(line))}
    assert says("bash", "-c", "cometapi 8>&1 >/dev/null", **facts) == offered
    file = tmp_path / "answer"
    says("cometapi", _ARGCOMPLETE_STDOUT_FILENAME=str(file), **facts)
    assert file.read_text() == offered


def test_argcomplete_is_only_loaded_for_a_line_with_quotes(environ):
    script = """
import os, sys
from cometapi.main import entry
os._exit = lambda code: sys.exit(code)
try:
    entry()
finally:
    print(sorted({"argcomplete", "argparse", "re", "collections", "functools"} & set(sys.modules)))
"""
    facts = {"_ARGCOMPLETE": "1", "COMP_LINE": "cometapi chat --", "COMP_POINT": "16"}
    facts |= {"_ARGCOMPLETE_STDOUT_FILENAME": os.devnull}
    command = [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(SHARE.parents[2])!r})\n{script}"]
    done = subprocess.run(command, env={**environ, **facts}, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_argcomplete_describes_where_the_shell_shows_it(says, models):
    facts = {"_ARGCOMPLETE": "1", "_ARGCOMPLETE_DFS": "\t", "_ARGCOMPLETE_SHELL": "fish"}
    line = "cometapi chat --model "
    answer = says("bash", "-c", "cometapi 8>&1 >/dev/null", COMP_LINE=line, COMP_POINT=str(len(line)), **facts)
    assert answer == "gpt-5.4\tOpenAI, $1.00 in\vclaude-x\tAnthropic"


def test_bash_completes_with_the_function_that_argcomplete_registers(says, models):
    need("bash")
    asked = "COMP_LINE='cometapi config s' COMP_POINT=17; _python_argcomplete cometapi; echo ${COMPREPLY[*]}"
    assert says("bash", "-c", f'eval "$(register-python-argcomplete cometapi)"; {asked}') == "set show\n"


def test_argcomplete_is_not_imported_without_its_variable(says):
    script = """
import sys
import atexit
from cometapi.main import entry
sys.argv = ["cometapi", "--version"]
@atexit.register
def tell():
    print([name for name in sys.modules if name.startswith(("argcomplete", "argparse", "cometapi.commands"))])
entry()
"""
    assert says(sys.executable, "-c", script).splitlines()[1] == "[]"
