"""The page about writing a command line tells the truth: its files are those of the shop, and its calls print what it shows."""

import re
import shlex

import pytest
import warm
from sites import ROOT, petstore

import cometapi
from codegen.__main__ import main

TEXT = (ROOT / "docs" / "write-a-cli.md").read_text("utf-8")
BLOCKS = [(language, text) for language, text in re.findall(r"^```(\w+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)]
SHOP = ROOT / "tests" / "press" / "petstore"


def blocks(language):
    return [text for name, text in BLOCKS if name == language]


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    root = petstore(tmp_path_factory.mktemp("written"))
    for path in [*root.glob("spec/commands/*"), *root.glob("spec/replies/*"), *root.glob("spec/topics/*")]:
        if path.stem != "pets-list":  # what the page writes, and nothing else
            path.unlink()
    assert main(["--root", str(root)]) == 0
    return root


def test_its_files_are_those_of_the_shop():
    sources = [path.read_text("utf-8") for path in sorted(SHOP.rglob("*.*"))]
    shown = [*blocks("yaml"), *blocks("json")]
    assert len(shown) == 8
    assert [text for text in shown if not any(stands_in(text, source) for source in sources)] == []


def stands_in(part, text):
    """Whether the lines of a part stand in a text in their order; what stands between them is left out on the page."""
    lines = iter(text.splitlines())
    return all(line in lines for line in part.splitlines() if line)


def calls():
    text = "\n".join(blocks("console"))
    return re.findall(r"^\$ petstore ([^\n]+)\n(.*?)(?=\n\$ |\Z)", text, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(("line", "shown"), calls(), ids=lambda one: one.partition("\n")[0])
def test_its_calls_print_what_it_shows(line, shown, shop, environ):
    code, out, err = warm.run(shlex.split(line), {**environ, "PYTHONPATH": str(shop)}, shop, b"")
    printed = (err + out).decode("utf-8").replace(cometapi.__version__, "VERSION")
    ending = f"[exit {code}]\n" if code else ""
    assert (printed + ending).strip() == shown.strip()


def test_its_mistake_is_found_as_it_says(tmp_path, capsys):
    root = petstore(tmp_path)
    path = root / "spec" / "commands" / "pets-list.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("[--kind, -t], to", "[--kind, -t], tpye: text, to"), "utf-8")
    assert main(["--root", str(root)]) == 1
    finding = next(one for one in blocks("text") if one.startswith("spec/"))
    assert capsys.readouterr().err.startswith(finding)
