"""Built sites, and what is in their pages: ids, links and texts, as a reader's program finds them."""

import shutil
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

from codegen.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "tests" / "press" / "petstore"
VOID = {"meta", "link", "input", "br", "hr", "img"}


def press_site(root):
    """The site of a project, in ``build/site`` below it."""
    folder = root / "build" / "site"
    assert main(["--root", str(root), "--site", str(folder)]) == 0
    return folder


def petstore(folder):
    """A small project, pressed, whose commands are only its own."""
    shutil.copytree(SPEC, folder / "spec")
    for schema in (ROOT / "spec").glob("*.schema.json"):
        shutil.copy(schema, folder / "spec" / schema.name)
    shutil.copytree(ROOT / "cometapi", folder / "cometapi", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@dataclass
class Html(HTMLParser):
    """A page as it is parsed: its ids in order, links, whatever it loads, and its text by id."""

    ids: list = field(default_factory=list)
    links: list = field(default_factory=list)
    loads: list = field(default_factory=list)
    texts: dict = field(default_factory=dict)
    open: list = field(default_factory=list)

    def __post_init__(self):
        super().__init__()

    def handle_starttag(self, tag, attrs):
        facts = dict(attrs)
        if "id" in facts:
            self.ids.append(facts["id"])
            self.texts[facts["id"]] = ""
        if tag == "a":
            self.links.append(facts["href"])
        if tag in ("link", "script", "img", "iframe"):
            self.loads.append(facts.get("href") or facts.get("src"))
        if tag not in VOID:
            self.open.append((tag, facts.get("id")))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        for _, name in self.open:
            if name:
                self.texts[name] += data


def parsed(path):
    """A built page."""
    page = Html()
    page.feed(path.read_text("utf-8"))
    assert not page.open
    return page


def pages(folder):
    """Every page of a site: path relative to its root, and what is in it."""
    return {path.relative_to(folder).as_posix(): parsed(path) for path in sorted(folder.rglob("*.html"))}


def leads_nowhere(found, name, links):
    """The links of a page that lead to no page, or to no element of one; those to other hosts are left out."""
    lost = []
    for link in links:
        if "://" in link:
            continue
        target, anchor = urldefrag(urljoin(name, link))
        page = found.get(unquote(target))
        is_there = target.endswith((".md", ".txt")) if page is None else not anchor or unquote(anchor) in page.ids
        lost += [] if is_there else [link]
    return lost
