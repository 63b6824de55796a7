"""Builds the site: every page as HTML and as Markdown, the search's index, and what programs read first."""

import shutil
from pathlib import Path

from codegen import endpoints, transcripts
from codegen.site import html, kept, language, llms, overview, places, search_index, sources, topics
from codegen.site.commands import CommandPages
from codegen.site.markdown import markdown
from codegen.site.prose import Prose
from codegen.site.requests import requests
from cometapi.manifest import surface

ASSETS = Path(__file__).with_name("assets")
MARK = "search-index.js"


def build(model, schemas, root, folder):
    """Write the site into a folder, which is emptied before, and return the number of its pages."""
    root, folder = Path(root), Path(folder)
    files = site(model, schemas, root)
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return sum(name.endswith(".html") for name in files)


def is_taken(folder):
    """Whether a folder has something else than an earlier site."""
    return folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).is_file()


def keep_anchors(model, schemas, root):
    """Add the anchors of the site to those that every later one has to have."""
    text = kept.text(pages(model, schemas, Path(root)), kept.read(Path(root)))
    (Path(root) / kept.FILE).parent.mkdir(exist_ok=True)
    (Path(root) / kept.FILE).write_text(text, "utf-8")


def site(model, schemas, root):
    """The files of the site: path to text."""
    found = kept.with_kept(pages(model, schemas, root), kept.read(root))
    files = html.files(model, found)
    files.update({f"{page.path}.md": markdown(page) for page in found})
    files[MARK] = search_index.script(found)
    files.update(llms.files(model, found, files))
    files.update({path.name: path.read_text("utf-8") for path in sorted(ASSETS.iterdir())})
    return files


def pages(model, schemas, root):
    """The pages, without those of earlier releases that are gone."""
    prose = Prose(model.name, places.places(model))
    outputs, steps = transcripts.read(root), transcripts.in_order(root)
    entries = {one["command"]: one for one in surface.document(model)["commands"]}
    makes = CommandPages(model, entries, prose, endpoints.reach(model), outputs, requests(model, root))
    listed = [one for _, names in model.subjects for one in model.commands_below(names)]
    found = [makes.page(one) for one in listed]
    found += [makes.group(words) for words in model.openers]
    found += sorted(
        (topics.topic(model, one, prose, steps.get(one.name, [])) for one in model.topics), key=by_kind(model)
    )
    found += [make(model, prose) for make in (topics.settings, topics.exit_codes, topics.variables, overview.commands)]
    found += language.pages(model, schemas, prose)
    found += written(root)
    found.append(overview.index(model, found, prose))
    return [overview.start(model, found, prose, sources.install(root), outputs), *found]


def by_kind(model):
    """The order of topics: guides by their position, then the others by name."""
    guides = {places.topic_path(one.name): one.guide["position"] for one in model.topics if one.guide}
    return lambda page: (page.kind != "guide", guides.get(page.path, 0), page.title)


def written(root):
    """The pages that were written in Markdown."""
    way = "From an empty folder to a command that answers, with a shop of animals as the example."
    found = [
        sources.page(root, "docs/write-a-cli.md", places.WRITE, way, "manifest", "The manifest"),
        sources.page(root, "CHANGELOG.md", places.CHANGES, "What changed, by release.", "changes", "Changes"),
    ]
    return [one for one in found if one]
