"""What Tab offers for values, alike in every shell: files and folders, profiles, words of open sets, values of settings."""

import re

import pytest
import shells

CONFIG = """\
default_model = "x"
[profiles.work]
[profiles."at home"]
  [ profiles . lab ] # with spaces
[profiles.work.deeper]
[other]
"""
FILES = ["red.png", "re port.txt", ".hidden", "@at.txt", "-dash.txt", "a:b=c.txt", "it's $5.txt", "rooms/in side.txt"]
FOLDERS = ["rooms", "re lics", ".hollow"]
LISTS = {
    "types": "text\t\nimage\t\n",
    "features": "function-calling\t\ntext-to-text\t\n",
    "endpoints": "chat\t\nresponses\t\n",
    "own-models": "sonnet\tclaude-x\n",
    "own-commands": "translate\tchat -s 'a: b'\n",
    "aliases": "sonnet\tclaude-x\ntranslate\tchat\n",
    "templates": "review\tReview it\nreport\t\n",
    "models": "gpt-5.4\tOpenAI\nclaude-x\tAnthropic\nwith space one\t\n" + 'o\'neil "$x"\t\n',
}
HERE = "red.png|re port.txt|re lics/"
PROFILES = "default|work|at home|lab"

# The line typed so far, and all that Tab then offers, between bars; what stands before the value typed is left out.
EXACTLY = {
    # files, of whatever type the option is
    "chat --image re": HERE,
    "chat --image=re": HERE,
    "chat --audio re": HERE,
    "chat --file re": HERE,
    "chat --schema re": HERE,
    "chat --messages re": HERE,
    "chat --tools re": HERE,
    "chat --body re": HERE,
    "gemini --video re": HERE,
    "gemini --tools re": HERE,
    "run m --body re": HERE,
    "api GET /v1/models --body re": HERE,
    "api GET /v1/models --output=re": HERE,
    "models -o re": HERE,
    "models --output re": HERE,
    "--ca re": HERE,
    "models --client-key=re": HERE,
    "config set ca re": HERE,
    # however they are called
    "chat --image .h": ".hidden|.hollow/",
    "chat --image @": "@at.txt",
    "chat --image=@": "@at.txt",
    "chat --image=-d": "-dash.txt",
    "chat --image ~/re": "~/red.png|~/re port.txt|~/re lics/",
    "chat --image=~/re": "~/red.png|~/re port.txt|~/re lics/",
    "chat --image rooms/": "rooms/in side.txt",
    "chat --image ./red": "./red.png",
    "chat --image nothing": "",
    # folders alone
    "chat --run-tools re": "re lics/",
    "chat --run-tools=r": "re lics/|rooms/",
    "gemini --save ~/ro": "~/rooms/",
    "gemini --save .h": ".hollow/",
    # words that the manifest knows
    "tasks --status ": "SUBMITTED|IN_PROGRESS|SUCCESS|FAILURE",
    "tasks --status SU": "SUBMITTED|SUCCESS",
    "tasks --platform=su": "suno",
    "gemini --aspect-ratio 16": "16:9",
    "gemini --aspect-ratio=16:": "16:9",
    "gemini --image-size ": "1K|2K|4K",
    "logs --type re": "refund",
    "run m --endpoint an": "anthropic",
    "completion install ": "bash|zsh|fish|powershell",
    "api GET /v1/mo": "/v1/models",
    "api /v1/mo": "/v1/models",
    "api /api/t": "/api/task/self|/api/token/|/api/token/search",
    "api P": "POST|PUT|PATCH",
    # words that were kept
    "models --type ": "text|image",
    "models --modality=i": "image",
    "models --feature f": "function-calling",
    "models --endpoint ": "chat|responses",
    "models --type text,": "image",
    "models --type text,i": "image",
    "models --type=text,i": "image",
    # names of the user's own
    "chat --template re": "review|report",
    "template show rev": "review",
    "alias remove ": "sonnet|translate",
    "chat -m so": "sonnet",
    "chat --fallback=so": "sonnet",
    "tra": "transcribe|translate",
    "--json tra": "transcribe|translate",
    "config tra": "",
    # columns of the result
    "model info x --fields na": "name",
    "balance --fields=": "source|balance|used|total_topped_up|currency",
    "tasks --fields task_id,st": "status|started",
    "tasks --fields=task_id,stat": "status",
    "config get --fields k": "",
    # profiles
    "--profile ": PROFILES,
    "models --profile w": "work",
    "models --profile=w": "work",
    "config profile use ": PROFILES,
    "config profile show w": "work",
    "config profile remove l": "lab",
    "config set profile w": "work",
    # settings
    "config unset default": "default_model",
    "config set output_format ": "table|json|jsonl|yaml|csv|markdown",
    "config set plain_http a": "allow",
    "config set default_model cl": "claude-x",
    "config set --profile work default_model cl": "claude-x",
    "config set default_model --profile work cl": "claude-x",
    "config set timeout ": "",
    "config set api_key ": "",
    "config set default_model x ": "",
    # text is text
    "chat ": "",
    "chat --system re": "",
    "logs --start ": "",
}
# The line, and what it is after Tab.
BECOMES = {
    "chat --image -d": "chat --image -dash.txt ",
    "chat --image @": "chat --image @at.txt ",
    "chat --image=@a": "chat --image=@at.txt ",
    "chat --image a:": "chat --image a:b=c.txt ",
    "chat --image it": "chat --image it\\'s\\ \\$5.txt ",
    "gemini --aspect-ratio=16:": "gemini --aspect-ratio=16:9 ",
    "chat --image red": "chat --image red.png ",
    "chat --image=red": "chat --image=red.png ",
    "chat --image ~/red": "chat --image ~/red.png ",
    "chat --image re\\ p": "chat --image re\\ port.txt ",
    "chat --image 're p": "chat --image 're port.txt' ",
    'chat --image "re p': 'chat --image "re port.txt" ',
    'chat --image="re p': 'chat --image="re port.txt" ',
    "chat --image rooms/i": "chat --image rooms/in\\ side.txt ",
    "chat --run-tools roo": "chat --run-tools rooms/",
    "chat -m gp": "chat -m gpt-5.4 ",
    "chat -m with\\ sp": "chat -m with\\ space\\ one ",
    "chat --model=with\\ space\\ o": "chat --model=with\\ space\\ one ",
    "chat -m 'with sp": "chat -m 'with space one' ",
    'chat -m "with sp': 'chat -m "with space one" ',
    'chat --model="with space o': 'chat --model="with space one" ',
    "chat -m \"o'n": 'chat -m "o\'neil \\"\\$x\\"" ',
    "chat -m o\\'n": 'chat -m o\\\'neil\\ \\"\\$x\\" ',
    "chat --system 'a b' --js": "chat --system 'a b' --json ",
    "chat --system a\\ b --js": "chat --system a\\ b --json ",
    "model info x --js": "model info x --json ",
    "chat hello --js": "chat hello --json ",
    "chat --image \\@a": "chat --image \\@at.txt ",
    'conf"i': 'conf"ig" ',
    "chat ": "chat ",
    "config set default_model ": "config set default_model ",
    "help exit-codes ": "help exit-codes ",
    "tokens ": "tokens ",
}
# Where a shell cannot but write it otherwise.
OTHERWISE = {
    ("bash", "chat --image @"): "chat --image \\@at.txt ",
    ("bash", "chat --image=@a"): "chat --image=\\@at.txt ",
    ("bash", "chat --image a:"): "chat --image a:b\\=c.txt ",
    ("zsh", 'chat --image="re p'): "chat --image=re\\ port.txt ",
    ("zsh", 'chat --model="with space o'): "chat --model=with\\ space\\ one ",
    ("zsh", "chat --image \\@a"): "chat --image @at.txt ",
    ("zsh", 'conf"i'): "config ",
}


def furnish(folder):
    """A home with files, folders, kept lists and a config file."""
    for name in FOLDERS:
        (folder / name).mkdir(parents=True)
    for name in FILES:
        (folder / name).touch()
    for place, texts in (
        ("config", {"config.toml": CONFIG}),
        ("cache", {f"{name}.tsv": LISTS[name] for name in LISTS}),
    ):
        (folder / place / "cometapi").mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (folder / place / "cometapi" / name).write_text(text)


@pytest.fixture(scope="module", params=["bash", "zsh", "fish"])
def shell(request):
    shells.need(request.param)
    return request.param


@pytest.fixture(scope="module")
def tab(shell, tmp_path_factory):
    folder = tmp_path_factory.mktemp(shell)
    kept, shells.LISTS = shells.LISTS, {}
    try:
        furnish(folder)
        facts = {"XDG_CONFIG_HOME": str(folder / "config")}
        return shells.offers(shell, shells.script(shell), [*EXACTLY, *BECOMES], folder, **facts)
    finally:
        shells.LISTS = kept


def plain(line, word):
    """A word that was offered, without its quotes, its folder, and what stands before the value that is typed."""
    option, equals, _ = line.rpartition(" ")[2].partition("=")
    word = word.removeprefix(f"{option}=" if equals else "").rpartition(",")[2]
    return word.replace("\\", "").rstrip("/").rpartition("/")[2].removeprefix("@").removeprefix("16:")


@pytest.mark.parametrize("line", EXACTLY)
def test_offers_exactly(tab, line):
    offered = {plain(line, word) for word in tab[line].words}
    assert offered == {plain(line, word) for word in EXACTLY[line].split("|") if word}


@pytest.mark.parametrize("shell", ["bash", "zsh"], indirect=True)  # of fish, `complete -C` shows no line
@pytest.mark.parametrize("line", BECOMES)
def test_inserts_what_was_meant(shell, tab, line):
    assert tab[line].line == OTHERWISE.get((shell, line), BECOMES[line])


@pytest.mark.parametrize("shell", ["fish"], indirect=True)  # the others say it once, above the values
def test_help_of_an_option_is_not_said_again_behind_each_value(tab):
    assert set(tab["tasks --status SU"].words.values()) == {""}


def test_broken_files_say_nothing(shell, tmp_path):
    for place, name in (("config", "config.toml"), ("cache", "models.tsv")):
        (tmp_path / place / "cometapi").mkdir(parents=True)
        (tmp_path / place / "cometapi" / name).write_bytes(b"[profiles.\xff\n[profiles\n\t\t\n[[[")
    lines = ["--profile d", "models --source openai -", "config set default_model z"]
    tab = shells.offers(shell, shells.script(shell), lines, tmp_path, XDG_CONFIG_HOME=str(tmp_path / "config"))
    assert set(tab["--profile d"].words) == {"default"}
    assert tab["config set default_model z"].words == {}


def test_nothing_is_run_and_nothing_is_sent_for_a_value(shell, tmp_path):
    """With no program on the path, and a home that is empty, Tab still answers, and says nothing else."""
    lines = ["--profile ", "tasks --status S", "chat --image ", "gemini --save ", "chat -m "]
    empty = tmp_path / "empty"
    empty.mkdir()
    facts = {"XDG_CONFIG_HOME": str(empty), "XDG_CACHE_HOME": str(empty)}
    tab = shells.offers(shell, shells.script(shell), lines, tmp_path, **facts)
    assert set(tab["--profile "].words) == {"default"}
    assert set(tab["tasks --status S"].words) == {"SUBMITTED", "SUCCESS"}
    assert tab["chat -m "].words == {}


@pytest.mark.parametrize("breaks", ["", ":", "=", ":="])
def test_bash_takes_words_that_readline_cuts_elsewhere(breaks, tmp_path):
    shells.need("bash")
    furnish(tmp_path)
    setup = tmp_path / "breaks.bash"
    setup.write_text(f"COMP_WORDBREAKS=$' \\t\\n\"\\'><;|&({breaks}'\nsource {shells.script('bash')}\n")
    lines = {
        "chat --image=red": "chat --image=red.png ",
        "chat --image a:b": "chat --image a:b=c.txt ",
        "chat --model=with\\ s": "chat --model=with\\ space\\ one ",
        "gemini --aspect-ratio=16:": "gemini --aspect-ratio=16:9 ",
        'chat --image="re p': 'chat --image="re port.txt" ',
    }
    kept, shells.LISTS = shells.LISTS, {}
    tab = shells.offers("bash", setup, list(lines), tmp_path)
    shells.LISTS = kept
    assert {line: tab[line].line.replace("\\=", "=") for line in lines} == lines


def test_bash_starts_no_process_but_for_files():
    """Options, names of models, profiles and settings are found by the shell itself, which reads what is kept."""
    lines = shells.script("bash").read_text("utf-8").splitlines()
    assert [line.strip() for line in lines if re.search(r"[$]\((?!\()|<\(", line) and line.startswith(" ")] == [
        "COMPREPLY=($(COMP_LINE=$COMP_LINE COMP_POINT=$COMP_POINT _ARGCOMPLETE=1 _ARGCOMPLETE_IFS=$'\\v' "
        "_ARGCOMPLETE_SHELL=bash \\",  # for commands of the user's own alone
        'done < <(compgen -G "$typed*")',
    ]
