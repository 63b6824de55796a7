"""Texts that were written in Markdown, as blocks: the way to write a program like this, the changelog, how to install."""

import html
import re
from itertools import pairwise

from markdown_it import MarkdownIt

from codegen.site import places
from codegen.site.blocks import Heading, Markup, Page, Paragraph, Span
from codegen.site.names import heading_anchor

SHORT = re.compile(r'(?<!tabindex="0">)<code>([^\s<]{1,30})</code>')  # what is never broken at a hyphen
NAMES = {places.WRITE: ["write a cli", "new command"], places.CHANGES: ["changes"]}  # what they are also called
LINKS = {"manifest.md": places.LANGUAGE, "../CHANGELOG.md": places.CHANGES, "docs/write-a-cli.md": places.WRITE}


def markup(source, up):
    """Markdown as a block; ``up`` leads from the page to the site's root. Links to files that are not here are text."""
    parser = MarkdownIt("commonmark").enable("table")
    tokens = parser.parse(source)
    headings, said = named_headings(tokens), said_below(tokens)
    for token in tokens:
        token.children = list(relinked(token.children, up)) if token.children else token.children
    text = parser.renderer.render(tokens, parser.options, {})
    text = text.replace("<th></th>", "<td></td>").replace(
        "<table>", '<div class="wide" tabindex="0" role="region" aria-label="Table"><table>'
    )
    text = text.replace("</table>", "</table></div>").replace("<pre>", '<pre tabindex="0">')
    text = SHORT.sub(r'<code class="whole">\1</code>', text)
    return Markup(text, relinked_source(source, up), headings, said)


def named_headings(tokens):
    """Gives each title the anchor of its words, the first of equal ones alone."""
    found, seen = [], set()
    for token, inline in pairwise(tokens):
        if token.type != "heading_open":
            continue
        text = "".join(one.content for one in inline.children)
        anchor = heading_anchor(text)
        if anchor not in seen:
            seen.add(anchor)
            token.attrSet("id", anchor)
            found.append(Heading(text, anchor, int(token.tag[1])))
    return found


def said_below(tokens):
    """What a text says below each title, by its anchor."""
    found, anchor = {"": []}, ""
    for token in tokens:
        if token.type == "heading_open":
            anchor = token.attrGet("id") or anchor
            found.setdefault(anchor, [])
        elif token.type == "inline":
            found[anchor].append("".join(one.content or " " for one in token.children))
    return {anchor: " ".join(texts) for anchor, texts in found.items()}


def relinked_source(source, up):
    """Markdown with links to pages of the site, and without those to other files of the repository."""

    def made(match):
        path = LINKS.get(match[2])
        return f"[{match[1]}]({up}{path}.md)" if path else match[1]

    return re.sub(r"\[([^\]]*)\]\((?!https?:|#)([^)\s]*)\)", made, source)


def relinked(children, up):
    """Inline tokens with links that lead to pages of the site; what leads nowhere here is no link."""
    dropped = 0
    for one in children:
        if one.type == "link_open":
            href = one.attrGet("href")
            path = LINKS.get(href.partition("#")[0])
            if path:
                one.attrSet("href", f"{up}{path}.html")
            elif "://" not in href and not href.startswith("#"):
                dropped += 1
                continue
        if one.type == "link_close" and dropped:
            dropped -= 1
            continue
        yield one


def page(root, file, path, summary, kind, section):
    """The page of a file, without its first title; None where there is none."""
    source = root / file
    if not source.is_file():
        return None
    text = source.read_text("utf-8")
    title = re.match(r"# (.*)\n", text)[1]
    body = text.partition("\n")[2].strip()
    up = "../" * path.count("/")
    blocks = [*([Paragraph([Span(summary)], "lead")] if summary else []), markup(body, up)]
    names = [title, *NAMES.get(path, [])]
    return Page(path, html.unescape(title), summary or title, kind, blocks, section, names)


def install(root):
    """How to install, as the README says it: its first paragraph and table."""
    readme = root / "README.md"
    text = readme.read_text("utf-8") if readme.is_file() else ""
    match = re.search(r"^## Install\n\n((?:[^#|\n].*\n|\n)*(?:\|.*\n)+)", text, re.MULTILINE)
    return [markup(match[1], "")] if match else []
