"""The start page, the list of all commands, and the index of everything."""

from codegen.site import places
from codegen.site.blocks import Definition, Definitions, Heading, Listing, Page, Paragraph, Span
from codegen.site.commands import listing
from codegen.site.names import anchor, flag_anchor, heading_anchor


def start(model, pages, prose, install, outputs):
    """The start page: what the program is, how to install it, a first call, and where everything stands."""
    blocks = [
        Paragraph(prose.spans(model.summary), "lead"),
        Paragraph(prose.spans(model.description)),
        Heading("Install", "install"),
        *install,
        Heading("First call", "first-call"),
        *first_call(model, outputs),
        *guides(pages, prose),
        Heading("Commands", "commands"),
    ]
    for title, names in model.subjects:
        blocks.append(Heading(title, anchor("subject", heading_anchor(title)), 3))
        blocks.append(Definitions([subject_entry(model, name, prose) for name in names]))
    blocks += [Heading("Topics", "topics"), linked([one for one in pages if one.kind == "topic"], prose)]
    reference = [one for one in pages if one.kind == "reference" or one.path in (places.INDEX, places.LANGUAGE)]
    blocks += [Heading("Reference", "reference"), linked(reference, prose)]
    return Page("index", model.name, model.summary, "start", blocks)


def guides(pages, prose):
    """The guides in their order; nothing where there are none."""
    found = [one for one in pages if one.kind == "guide"]
    return [Heading("Guides", "guides"), linked(found, prose)] if found else []


def linked(pages, prose):
    """Pages with their summaries."""
    return Definitions(
        [Definition("", "", one.title, prose.spans(one.summary), target=one.html, is_code=False) for one in pages]
    )


def subject_entry(model, name, prose):
    """A command, or words that open several, in the list of the start page."""
    if name in model.openers and not any(one.words == name for one in model.commands):
        target, told = f"{places.group_path(name)}.html", model.group_meanings[name]
    else:
        command = next(one for one in model.commands if one.words == name)
        target, told = f"{places.command_path(command)}.html", command.brief
    return Definition("", "", name, prose.spans(told), target=target)


def first_call(model, outputs):
    """The first of the program's examples that needs nothing, with what it prints."""
    found = []
    if model.program["start_with"]:
        line = f"{model.name} {model.flags['sandbox'][0]} {model.program['start_with']}"
        command = next(one for one in model.commands if line.endswith(one.words) or f" {one.words} " in line)
        prints = outputs.get(command.stem, {}).get(line, "")
        found += [Paragraph([Span("Without a key, with sample data from this machine:")]), Listing(line, "sh")]
        found += [Listing(prints.strip("\n"), "output", "Output")] if prints else []
    if model.examples:
        found.append(Paragraph([Span("With a key:")]))
        wide = max(len(one["run"]) for one in model.examples) + 2
        found.append(Listing("\n".join(f"{one['run']:<{wide}}# {one['help']}" for one in model.examples), "sh"))
    return found


def commands(model, prose):
    """The page that lists every command by subject."""
    summary = "Every command, by subject."
    blocks = [Paragraph([Span(summary)], "lead")]
    for title, names in model.subjects:
        blocks.append(Heading(title, anchor("subject", heading_anchor(title))))
        blocks.append(listing(model, model.commands_below(names), prose))
    return Page(places.COMMANDS, "Commands", summary, "reference", blocks, "Reference", ["commands"])


def index(model, pages, prose):
    """The index of everything that has a name: each option with the commands that have it, settings, variables, words."""
    summary = "Every option of every command, and everything else that has a name, with its place."
    blocks = [Paragraph([Span(summary)], "lead")]
    by_kind = collected(pages)
    for kind, title in KINDS.items():
        if not by_kind.get(kind):
            continue
        blocks.append(Heading(title, anchor("all", heading_anchor(title))))
        blocks.append(Definitions([entry(kind, term, some) for term, some in sorted(by_kind[kind].items(), key=order)]))
    return Page(places.INDEX, "Index", summary, "reference", blocks, "Reference", ["index", "all options"])


KINDS = {
    "option": "Options",
    "argument": "Arguments",
    "setting": "Settings",
    "variable": "Environment variables",
    "exit code": "Exit codes",
    "column": "Columns",
    "word": "Words of the manifest",
}


def order(pair):
    """By letters, without dashes."""
    return pair[0].lstrip("-").lower(), pair[0]


def collected(pages):
    """Everything with a name: by kind, by its name, the pages and anchors where it stands."""
    found: dict = {}
    for page in pages:
        for kind, name, place in things(page):
            found.setdefault(kind, {}).setdefault(name, []).append((page, place))
    return found


def things(page):
    """The named things of a page: (kind, name, anchor)."""
    for block in page.blocks:
        if isinstance(block, Definitions):
            for one in block.items:
                if one.anchor:
                    yield from ((one.kind, name, one.anchor) for name in index_names(one))
        for row in getattr(block, "rows", []):
            if row.anchor:
                yield row.kind, row.names[0], row.anchor


def index_names(one):
    """The names under which the index has a thing: every flag of an option, else its term."""
    return one.names if one.kind in ("option", "argument") else [one.term]


def entry(kind, name, some):
    """One line of the index: a name, and every place where it stands."""
    spans = []
    for page, place in some:
        label = page.names[0] if page.kind == "command" else page.title
        label = f"{label}: {place.partition('-')[2]}" if kind == "word" else label
        spans += [Span(", "), Span(label, "", f"{page.html}#{place}")]
    return Definition("", index_anchor(kind, name), name, spans[1:])


def index_anchor(kind, name):
    """The anchor of a line of the index."""
    return flag_anchor(name) if kind == "option" else anchor(kind.replace(" ", "-"), name)
