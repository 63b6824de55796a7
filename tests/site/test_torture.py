"""Special signs in every place of a manifest, read back from HTML and from Markdown as they were written."""

import re

import pytest
import yaml
from markdown_it import MarkdownIt
from sites import pages, parsed, petstore, press_site

SIGNS = [
    "a|b",
    "`tick`",
    "``two``",
    "<b>bold</b>",
    "*star*",
    "**two**",
    "_under_",
    "snake_case",
    "{one}",
    "{{two}}",
    "{% for %}",
    ".dot",
    "'quote",
    '"double',
    "-dash",
    "--dashes",
    "# hash",
    "1. one",
    "> more",
    "$HOME",
    "$a$ and $b$",
    "[text](http://x.example)",
    "![image](x)",
    "&amp; &lt;",
    "\\back\\",
    "~~gone~~",
    "tab | bar \\| both",
    "👋 你好",
    "</script>",
    "---",
    "| --- |",
]
LINE = " ".join(SIGNS)
MARKDOWN = MarkdownIt("commonmark").enable("table")


def tortured(folder):
    """The shop with a command in which every text has every sign, and one of sixty options."""
    root = petstore(folder)
    for path in [*root.glob("spec/commands/*"), *root.glob("spec/replies/*"), *root.glob("spec/topics/*")]:
        if path.stem != "pets-list":
            path.unlink()
    path = root / "spec" / "commands" / "pets-list.yaml"
    data = yaml.safe_load(path.read_text("utf-8"))
    data["summary"] = f"{' '.join(SIGNS[:9])}."
    data["description"] = LINE
    options = [
        {"flags": ["--one", "-O"], "help": f"{LINE}.", "metavar": "<A|B>", "default": LINE},
        {"flags": ["--no-x"], "help": ".dot at the start, and 'quote.", "switch": "on", "group": "<b> & *Signs*"},
        {"flags": ["--words"], "help": "Words.", "choices": [one for one in SIGNS if " " not in one]},
        {"name": "file", "metavar": "<FILE>", "optional": True, "help": f"{LINE}."},
    ]
    data["arguments"] += [{**one, "to": f"query/o{number}"} for number, one in enumerate(options)]
    data["response"]["columns"].append({"name": "odd", "value": "name", "title": LINE})
    data["examples"] = [{"run": "petstore pets list '|`<*_{{$👋' | cat", "help": f"{LINE}."}]
    path.write_text(yaml.safe_dump(data, allow_unicode=True, width=1000), "utf-8")
    many = {**data, "command": "pets many", "summary": "Take sixty options.", "description": "Sixty."}
    many["arguments"] = [
        {
            "flags": [f"--option-with-a-rather-long-name-{number}"],
            "metavar": "VALUE",
            "help": "An option.",
            "to": f"query/a{number}",
        }
        for number in range(60)
    ]
    many["examples"] = [{"run": "petstore pets many", "help": "All of them."}]
    path.with_name("pets-many.yaml").write_text(yaml.safe_dump(many, allow_unicode=True), "utf-8")
    topic = {
        "topic": "signs",
        "summary": f"{' '.join(SIGNS[9:18])}.",
        "text": f"{LINE}\n\n- {LINE}\n- {LINE}\n\n    petstore {LINE}\n",
    }
    (root / "spec" / "topics" / "signs.yaml").write_text(yaml.safe_dump(topic, allow_unicode=True), "utf-8")
    return root


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return press_site(tortured(tmp_path_factory.mktemp("torture")))


def words(text):
    """What is left of a text when blanks do not count, nor the backticks that make code of what stands between them."""
    return re.sub(r"[\s`#]", "", text)


def markdown_text(path):
    """The text of a Markdown page, as CommonMark reads it."""
    found = []
    for token in MARKDOWN.parse(path.read_text("utf-8")):
        found += [one.content for one in token.children or []] if token.type == "inline" else [token.content]
    return words(" ".join(found))


PLACES = ["option-one", "option-words", "argument-file", "column-odd"]


def test_no_text_of_the_manifest_becomes_markup(folder):
    page = parsed(folder / "commands" / "pets-list.html")
    assert words(LINE) in words(page.texts["content"])
    assert words(LINE) in words(page.texts["option-one"])
    assert words(LINE) in words(page.texts["argument-file"])
    assert words("'|`<*_{{$👋' | cat") in words(page.texts["content"])
    assert {"option-one", "letter-O", "option-no-x", "argument-file", "column-odd"} <= set(page.ids)
    assert [one for one in page.links if "x.example" in one and not one.startswith("http://x.example")] == []
    assert page.texts["menu"].count("<b>") == 0


def test_every_choice_and_default_is_read_as_it_was_written(folder):
    page = parsed(folder / "commands" / "pets-list.html")
    assert [one for one in SIGNS if " " not in one and words(one) not in words(page.texts["option-words"])] == []
    assert words(LINE) in words(page.texts["option-one"].partition("Default")[2])


def test_markdown_pages_say_the_same(folder):
    text = markdown_text(folder / "commands" / "pets-list.md")
    assert text.count(words(LINE)) >= 5
    assert words("<A|B>") in text
    assert [one for one in SIGNS if words(one) not in text] == []
    topic = markdown_text(folder / "topics" / "signs.md")
    assert topic.count(words(LINE)) == 4


def test_tables_of_markdown_keep_their_columns(folder):
    tokens = MARKDOWN.parse((folder / "commands" / "pets-list.md").read_text("utf-8"))
    rows, cells = [], 0
    for token in tokens:
        cells = 0 if token.type == "tr_open" else cells + (token.type in ("td_open", "th_open"))
        rows += [cells] if token.type == "tr_close" else []
    assert set(rows) == {2, 3}


def test_sixty_options_have_sixty_places(folder):
    page = pages(folder)["commands/pets-many.html"]
    assert len([one for one in page.ids if one.startswith("option-option-with")]) == 60
