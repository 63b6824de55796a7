"""Pages as HTML, through the templates of the site."""

import re
from functools import cache
from pathlib import Path

import jinja2

from codegen.site import places
from codegen.site.blocks import Definition, Heading, Markup

TEMPLATES = Path(__file__).parent.parent / "templates" / "site"
KIND = re.compile(r"(?<!^)(?=[A-Z])")


@cache
def environment():
    """Jinja that escapes everything, in which an unknown name is an error."""
    result = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    result.filters["block_kind"] = lambda block: type(block).__name__.lower()
    return result


def files(model, pages):
    """Every page: path to text."""
    template = environment().get_template("page.html.j2")
    menu = navigation(model, pages)
    return {
        page.html: template.render(model=model, page=page, menu=menu, contents=contents(page), **addresses(page))
        for page in pages
    }


def addresses(page):
    """What leads from a page to others: ``up`` to the root, ``href`` from any address of the site."""
    up = "../" * page.path.count("/")

    def href(target):
        if "://" in target:
            return target
        return target.removeprefix(page.html) if target.startswith(f"{page.html}#") else up + target

    return {"up": up, "href": href}


def contents(page):
    """The titles of a page that its own list of contents has: (text, anchor, level)."""
    headings = [one for one in page.blocks if isinstance(one, Heading)]
    headings += [one for block in page.blocks if isinstance(block, Markup) for one in block.headings]
    found = [(one.text, one.anchor, one.level) for one in headings if one.level in (2, 3) and one.anchor]
    return found if len(found) > 1 else []


def navigation(model, pages):
    """The menu: a list of (title, links, whether its terms are code), a link being (text, address)."""
    commands = {page.path: page for page in pages if page.kind == "command"}
    menu = [("Guides", [(page.title, page.html) for page in pages if page.kind == "guide"], False)]
    for title, names in model.subjects:
        below = [commands[places.command_path(one)] for one in model.commands_below(names)]
        menu.append((title, [(page.names[0], page.html) for page in below], True))
    rest = {"topic": "Topics", "reference": "Reference", "manifest": "The manifest", "changes": "Changes"}
    for kind, title in rest.items():
        menu.append((title, [(page.title, page.html) for page in pages if page.kind == kind], False))
    return [one for one in menu if one[1]]


__all__ = ["Definition", "addresses", "contents", "environment", "files", "navigation"]
