"""A program that the project's own manifest has not: help full of signs that shells read, files, repeats, exclusions."""

import shlex

import pytest
import shells

from codegen.render import environment
from cometapi.manifest.arguments import Argument
from cometapi.manifest.nouns import Command, Model

ODD = "'It's \"50%\" $HOME $(date) `id` [a]: {b,c} (d) <e> |f; \\g & *?~#! {{h}} {%i%} _j_ %k ^l 中文 😀 -- .\\"
WORDS = [
    "16|9",
    "it's",
    'say"x"',
    "$HOME",
    "$(id)",
    "`id`",
    "<x>",
    "*",
    "**",
    "[a]",
    "{b,c}",
    "(d)",
    "\\e",
    "f\\",
    "%g",
    "%n",
    "~h",
    "#i",
    "&j",
    "@k",
    "=l",
    ",m",
    "!n",
    "^o",
    "?",
    "{{p}}",
    "{%q%}",
    "中文",
    "😀",
    ".r",
    "a:b",
    "--s",
    "-",
    "@",
]
TEMPLATES = {"bash": "bash.j2", "zsh": "zsh.j2", "fish": "fish.j2", "powershell": "powershell.j2"}


def option(*flags, **facts):
    """An option with odd help and an odd name for its value."""
    dest = flags[0].lstrip("-").replace("-", "_")
    return Argument(dest, {"help": ODD, "flags": list(flags), "metavar": "A[:B]'C", **facts})


def positional(dest, **facts):
    """A positional with odd help."""
    return Argument(dest, {"help": ODD, "metavar": dest.upper(), **facts})


def command(words, *own):
    """A command that takes these arguments and sends nothing."""
    return Command(
        stem=words.replace(" ", "-"),
        file="",
        words=words,
        summary=ODD,
        effect="read",
        cost="free",
        examples=[],
        own=list(own),
        shared=[],
        routes=[],
        data={"summary": ODD, "use": []},
    )


PROGRAM = Model(
    name="cometapi",
    version="0",
    summary=ODD,
    description=ODD,
    program={"settings": {}},
    agents={},
    sets={},
    commands=[
        command(
            "draw",
            positional("shape", choices=["16:9", "1:1"]),
            option("--from", type="file", complete="$files"),
            option("--odd"),
        ),
        command(
            "join", positional("files", type="file", complete="$files", repeat=True), option("--both", switch="pair")
        ),
        command("logs", option("--since"), option("--until", excludes=["since"]), option("--tag", "-t", repeat=True)),
        command("logs export", positional("kinds", choices=["one", "two"], repeat=True)),
        command(
            "words",
            option("--one", choices=WORDS),
            option("--like", known=WORDS[::-1]),
            positional("of", choices=WORDS),
        ),
        command("pick", option("--seat", choices=["a", "b"]), option("--row", needs={"seat": "a"})),
    ],
    topics=[],
    replies={},
    examples=[],
    overview=[("All", ["draw", "join", "logs", "pick", "words"])],
    folded=[],
    group_summaries={},
    instead={},
)
LINES = {
    "d": {"draw"},
    "draw ": {"16:9", "1:1"},
    "draw 16:": {"16:9"},
    "draw --o": {"--odd"},
    "draw 1:1 --from n": {"notes.txt"},
    "draw --from=n": {"notes.txt"},
    "draw --from=notes.txt --f": set(),
    "draw --odd x --o": set(),
    "join o": {"other.md"},
    "join other.md n": {"notes.txt"},
    "join --both --no": set(),
    "join --no": {"--no-both"},
    "logs e": {"export"},
    "logs export one t": {"two"},
    "logs --since 1 --un": set(),
    "logs --until 1 --si": set(),
    "logs --tag x --ta": {"--tag"},
    "logs -t x --ta": {"--tag"},
    "pick --r": {"--row"},
    "pick --seat b --r": set(),
    "pick --seat=a --r": {"--row"},
}


@pytest.fixture(scope="module", params=["bash", "zsh", "fish"])
def shell(request):
    shells.need(request.param)
    return request.param


@pytest.fixture(scope="module")
def script(shell, tmp_path_factory):
    path = tmp_path_factory.mktemp("script") / shells.SCRIPTS[shell]
    path.write_text(environment().get_template(TEMPLATES[shell]).render(model=PROGRAM))
    return path


@pytest.fixture(scope="module")
def tab(shell, script, tmp_path_factory):
    return shells.offers(shell, script, list(LINES), tmp_path_factory.mktemp(shell))


def test_the_script_parses(shell, script):
    assert shells.parses(shell, script) == ""


def test_the_projects_own_script_parses(shell):
    assert shells.parses(shell, shells.script(shell)) == ""


@pytest.mark.parametrize("line", LINES)
def test_completes_right(tab, line):
    start = line.rpartition(" ")[2]
    whole = {start.rpartition(":")[0] + ":" + word if word == "9" else word for word in tab[line].words}
    assert {word.removeprefix("--from=") for word in whole} == LINES[line]


ODD_LINES = ["words ", "words --one ", "words --one=", "words --like ", "words --like ."]


@pytest.fixture(scope="module")
def odd(shell, script, tmp_path_factory):
    return shells.offers(shell, script, ODD_LINES, tmp_path_factory.mktemp(shell))


@pytest.mark.parametrize("line", ODD_LINES)
def test_offers_odd_words_so_that_the_shell_reads_them_as_they_are(shell, odd, line):
    given = [word for word in odd[line].words if not word.startswith("--") or word == "--s" or "=" in word]
    found = {one.removeprefix("--one=") for one in (given if shell == "fish" else map(unquoted, given))}
    typed = line.rpartition(" ")[2].removeprefix("--one=")
    hidden = {word for word in WORDS if word.startswith(".") and shell == "fish" and typed != "."}
    assert found == {word for word in WORDS if word.startswith(typed)} - hidden


def unquoted(word):
    """The word that a shell makes of what was inserted."""
    return shlex.split(word)[0]


@pytest.mark.parametrize("shell", ["zsh", "fish"], indirect=True)  # bash shows no descriptions
def test_shows_odd_texts_as_they_are(tab):
    assert tab["d"].words["draw"] == ODD
    assert tab["draw --o"].words["--odd"] == ODD
