"""Every special sign in every place where a text may stand, pressed and read back from man, Markdown and help."""

import re
import shutil
import subprocess

import pytest
import yaml
from markdown_it import MarkdownIt
from project import small_copy

from codegen.__main__ import press
from cometapi.manifest.help import program_help, topic_help
from cometapi.manifest.page import Page
from cometapi.manifest.read_yaml import read_yaml

SIGNS = (
    "a|b `c` <d> *e* _f_ **g** {h} {{i}} {%j%} $k ${l} \\m \\\\ %n \"o\" 'p' ~q ^r #s &amp; [t](u) ![v] 😀 中文 -- ..."
)
BEGINNINGS = [
    ".",
    "'",
    "-",
    "#",
    "+",
    "1.",
    "1)",
    ">",
    "*",
    "`",
    "```",
    "|",
    "\\",
    "\\&",
    "%",
    "~~~",
    "---",
    "===",
    "$",
    "{{",
    "<!--",
    "- ",
    "..",
    "''",
]
SHORT = 22  # characters of a summary that the number of its place and a full stop leave room for


def odd(number):
    """A text that begins with a sign of its own, has all signs, and tells its place."""
    return f"{BEGINNINGS[number % len(BEGINNINGS)]}x{number} {SIGNS}."


class Signs:
    """Puts odd texts into every place of a manifest's data where a text is free."""

    def __init__(self):
        self.texts, self.runs = [], 0

    def next(self, longest=None):
        text = odd(len(self.texts))
        text = text if longest is None else f"{text[: longest - 1].rstrip('. ')}."
        self.texts.append(text)
        return text

    def fill(self, data, key=None):
        if isinstance(data, list):
            return [self.fill(one) for one in data]
        if isinstance(data, dict):
            return {name: self.place(name, value) for name, value in data.items()}
        return data

    def place(self, name, value):
        if name == "summary":
            return self.next(72)
        if name in ("help", "description", "meaning") and isinstance(value, str):
            return self.next()
        if name == "metavar":
            return METAVAR
        if name == "groups" and isinstance(value, dict):
            return {words: self.next(72) for words in value}
        if name == "text" and isinstance(value, str):
            return self.prose()
        if name == "run" and value.startswith("cometapi chat"):
            self.runs += 1  # no example stands twice
            return f"{RUN} --max-tokens {self.runs}"
        return self.fill(value)

    def prose(self):
        """Paragraphs, an example and a list; words in backticks lose these there."""
        first, second, typed, *entries = (self.next() for _ in range(5))
        return f"{escaped(first)}\n\n{escaped(second)}\n\n    {typed}\n      deeper\n\n" + "\n".join(
            f"- {escaped(one)}" for one in entries
        )


def escaped(text):
    """A text of prose in which no paragraph is taken for a list, and no backtick is alone."""
    text = text if text.count("`") % 2 == 0 else text.replace("`", "´", 1)
    return f"x{text}" if text.startswith("- ") else text


METAVAR = "|`<*_{{.'$\\%😀"
TITLE = ".odd 'title' |`<*_{{ \"$\\%😀"
RUN = "cometapi chat 'It'\\''s |<*_{{ `x` $HOME \\ \"q\" %s 😀 ~ ^'"


@pytest.fixture(scope="module")
def signs(tmp_path_factory):
    """The pressed files, and the texts that were put into the manifest."""
    root = small_copy(tmp_path_factory.mktemp("signs"))
    for table in ("settings", "environment"):  # topics that say all that is said of these
        text = f"topic: {table}\nsummary: All of them.\ntable: {table}\ntext: All.\n"
        (root / "spec" / "topics" / f"{table}.yaml").write_text(text, "utf-8")
    signs = Signs()
    for path in sorted((root / "spec").rglob("*.yaml")):
        data = read_yaml(path, root, []).data
        data.get("options", {}).pop("paging", None)  # which no command uses
        data.get("options", {}).get("output", {})["title"] = TITLE
        text = yaml.safe_dump(data if path.parent.name == "protocols" else signs.fill(data), sort_keys=False)
        path.write_text(text, "utf-8")
    plan, findings = press(root)
    assert [str(one) for one in findings] == []
    return plan, signs.texts


def together(text):
    """A text without its lines."""
    return " ".join(text.split())


def text_of(tokens):
    """What a reader sees of parsed Markdown."""
    for token in tokens:
        if token.type in ("text", "code_inline", "fence", "code_block"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak", "paragraph_close", "heading_close", "td_close", "th_close"):
            yield " "
        elif token.type.startswith("html"):
            yield "" if token.content.startswith("<!--") else f"HTML {token.content}"
        yield from text_of(token.children or ())


def pages(plan, ending):
    return {name: text for name, text in plan.items() if name.startswith("cometapi/share/") and name.endswith(ending)}


def unsaid(texts, out):
    """The texts that a document lacks, a backticked word being as good without its marks."""
    out = together(out)
    return [one for one in texts if not any(said in out for said in forms(together(one.removesuffix("."))))]


def forms(text):
    """A text as it may be read: as it is, as prose has it, and with its backticks taken for those of code."""
    return text, escaped(text), escaped(text).replace("`", "")


def test_there_are_texts_in_every_place(signs):
    assert len(signs[1]) > 80


def test_markdown_says_what_the_manifest_says(signs):
    plan, texts = signs
    reader = MarkdownIt("commonmark").enable("table")
    found = {name: "".join(text_of(reader.parse(text))) for name, text in pages(plan, ".md").items()}
    assert [name for name, text in found.items() if "HTML" in text] == []
    out = "\n".join(found.values())
    assert unsaid([*texts, RUN, METAVAR, TITLE], out) == []


def test_help_says_what_the_manifest_says(signs):
    """Each command in its own text; topics and the whole program in the data that help lays out."""
    plan, texts = signs
    laid_out = "\n".join(pages(plan, ".txt").values())
    facts = {}
    for name in ("overview", "topics"):
        exec(plan[f"cometapi/generated/{name}.py"], facts)
    topics = [topic_help(Page(40), one) for one in facts["TOPICS"].values()]
    summaries = {**facts["OVERVIEW"]["topics"]}
    whole = program_help(Page(200), "cometapi", facts["OVERVIEW"], {"chat": "It's.", **summaries})
    index = plan["cometapi/generated/index.py"]
    commands = {}
    exec(index, commands)
    out = "\n".join(
        [laid_out, *topics, whole, *(one for _, one in commands["COMMANDS"].values()), *commands["GROUPS"].values()]
    )
    assert unsaid([*texts, RUN, METAVAR, TITLE], out) == []


@pytest.fixture(scope="module")
def man(signs, tmp_path_factory):
    folder = tmp_path_factory.mktemp("man")
    for name, text in pages(signs[0], (".1", ".7")).items():
        (folder / name.rpartition("/")[2]).write_text(text, "utf-8")
    return sorted(folder.iterdir())


READERS = {
    "groff": ["groff", "-man", "-Tutf8", "-K", "utf8", "-ww", "-rLL=3000n", "-P-cbou"],
    "mandoc": ["mandoc", "-T", "utf8", "-O", "width=1000"],
}


@pytest.mark.parametrize("reader", READERS)
def test_man_pages_say_what_the_manifest_says(signs, man, reader):
    if not shutil.which(reader):
        pytest.skip(f"{reader} is not here (Debian: apt install {reader})")
    done = subprocess.run([*READERS[reader], *man], capture_output=True, check=True)
    assert done.stderr.decode() == ""
    out = re.sub(".\b", "", done.stdout.decode())
    assert unsaid([*signs[1], RUN, METAVAR, TITLE.upper()], out) == []


def test_mandoc_finds_no_error(man):
    if not shutil.which("mandoc"):
        pytest.skip("mandoc is not here (Debian: apt install mandoc)")
    done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", *man], capture_output=True, check=False)
    assert [line for line in done.stdout.decode().splitlines() if "missing date" not in line] == []
