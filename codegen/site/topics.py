"""Pages of topics and guides, and of what belongs to no command: settings, exit codes, variables."""

from codegen import topics as topic_texts
from codegen.site import places
from codegen.site.blocks import Definition, Definitions, Heading, Listing, Page, Paragraph, Span
from codegen.site.names import anchor, heading_anchor
from codegen.site.options import listed
from codegen.transcripts import of_steps
from cometapi.manifest.arguments import deprecation
from cometapi.manifest.value_types import TYPES


def topic(model, one, prose, calls):
    """The page of a topic, or of a guide with its steps; ``calls`` are those of its transcript, ``[(run, text)]``."""
    guide = one.guide
    blocks = [Paragraph(prose.spans(one.summary), "lead"), *prose.blocks(one.text or "")]
    for number, (step, shown) in enumerate(zip(one.steps, of_steps(calls, one.steps), strict=True), 1):
        blocks += step_blocks(number, step, prose, shown or "")
    if one.steps and topic_texts.trial(model):
        blocks.append(Paragraph(prose.spans(topic_texts.trial(model))))
    for title, head, rows in topic_texts.topic_tables(model, one):
        blocks += [Heading(title, heading_anchor(title))] if title else []
        blocks.append(Definitions([row_definition(head[0], row, prose) for row in rows]))
    title = guide["title"] if guide else title_of(one.name)
    kind = "guide" if guide else "topic"
    page = Page(
        places.topic_path(one.name),
        title,
        one.summary,
        kind,
        blocks,
        f"{kind.capitalize()}s",
        [one.name, *([title] if guide else [])],
    )
    return with_distinct_headings(page)


def step_blocks(number, step, prose, printed):
    """One step of a guide: what it is about, what is typed, and what that prints."""
    found = [Paragraph([Span(f"{number}. ", "strong"), *prose.spans(step["text"])])]
    if "run" in step:
        found.append(Listing(step["run"].strip(), "sh"))
        found += [Listing(printed.strip("\n"), "output", "Output")] if printed.strip() else []
    return found


def title_of(name):
    """The name of a topic as a title."""
    return name.replace("-", " ").capitalize()


def row_definition(head, row, prose):
    """A row of a topic's table, linked to the place that tells more."""
    name, told = row
    kind = {
        "Code": "exits",
        "Variable": "variables",
        "Setting": "settings",
        "Option": "options",
        "Guide": "topics",
    }.get(head, "")
    known = prose.places.get(kind, {})
    flags = [one.strip(",") for one in name.split() if one.startswith("-")] if kind == "options" else [name]
    target = next((known[one] for one in sorted(flags, key=len, reverse=True) if one in known), "")
    return Definition("", "", name, prose.spans(told), target=target)


def with_distinct_headings(page):
    """A page in which a title that stands twice has its anchor once: the first time."""
    seen = set()
    for block in page.blocks:
        if isinstance(block, Heading):
            block.anchor = "" if block.anchor in seen else block.anchor
            seen.add(block.anchor)
    return page


def settings(model, prose):
    """The page of all settings."""
    by_option: dict = {}
    for command in model.commands:
        for one in command.options:
            if one.default_from and not one.hidden:
                by_option.setdefault(one.default_from, {})[one.flag] = None
    items = [
        setting(name, facts, list(by_option.get(name, ())), prose) for name, facts in model.program["settings"].items()
    ]
    summary = "Every setting of the config file, with its default and the variable and option that override it."
    blocks = [Paragraph(prose.spans(summary), "lead"), *pointer(model, "settings", prose), Definitions(items)]
    return Page(places.SETTINGS, "Settings", summary, "reference", blocks, "Reference", ["settings"])


def setting(name, facts, flags, prose):
    """One setting."""
    kind = facts.get("type", "text")
    low, high = facts.get("range") or (None, None)
    bounds = "" if low is None else f", {low} or more" if high is None else f", {low} to {high}"
    told = [Span(kind.replace("_", " "), "", type_target(kind)), *([Span(bounds)] if bounds else [])]
    rows = [
        ("Type", told),
        ("Choices", listed(facts.get("choices", []))),
        ("Default", [Span(str(facts["default"]), "code")] if "default" in facts else []),
        (
            "Environment",
            listed_links([facts["environment"]], prose.places["variables"]) if "environment" in facts else [],
        ),
        ("Option", listed_links(flags, prose.places["options"])),
        ("Secret", [Span("yes")] if facts.get("secret") else []),
        ("Deprecated", prose.spans(deprecation(name, facts["deprecated"])) if "deprecated" in facts else []),
    ]
    names = [name, *([facts["title"]] if "title" in facts else [])]
    return Definition(
        "setting", anchor("setting", name), name, prose.spans(facts["help"]), [row for row in rows if row[1]], names
    )


def type_target(kind):
    """Where a type of values is explained."""
    return f"{places.language_path('values')}.html#{anchor('type', kind)}" if kind in TYPES else ""


def listed_links(names, known):
    """Names as code that leads to their places."""
    found = [span for name in names for span in (Span(", "), Span(name, "code", known.get(name, "")))]
    return found[1:]


def exit_codes(model, prose):
    """The page of all exit codes."""
    items = []
    for name, one in model.program["exits"].items():
        code = str(one["code"])
        facts = [("Name", [Span(name, "code")])]
        statuses = [str(status) for status in one.get("statuses", [])]
        facts += [("HTTP status", listed(statuses))] if statuses else []
        names = [code, f"exit {code}", f"exit code {code}", name, *statuses]
        items.append(
            Definition(
                "exit code",
                anchor("exit", code),
                f"Exit code {code}",
                prose.spans(one["meaning"]),
                facts,
                names,
                is_code=False,
            )
        )
    summary = "What each exit code means. The same cause has the same code in every command."
    blocks = [Paragraph(prose.spans(summary), "lead"), *pointer(model, "exits", prose), Definitions(items)]
    return Page(places.EXITS, "Exit codes", summary, "reference", blocks, "Reference", ["exit codes", "exit code"])


def variables(model, prose):
    """The page of all variables of the environment."""
    texts = dict(topic_texts.variables(model)[1])
    items = []
    for name, kind, subject in places.variables_of(model):
        facts = []
        if kind == "setting":
            facts = [("Setting", listed_links([subject], prose.places["settings"]))]
            default = model.program["settings"][subject].get("default")
            facts += [("Default", [Span(str(default), "code")])] if default is not None else []
        if kind == "option":
            facts = [("Option", listed_links([subject], prose.places["options"]))]
        items.append(Definition("variable", anchor("variable", name), name, prose.spans(texts[name]), facts, [name]))
    summary = "Every variable of the environment that the program reads."
    blocks = [Paragraph(prose.spans(summary), "lead"), *pointer(model, "environment", prose), Definitions(items)]
    names = ["environment", "environment variables"]
    return Page(places.VARIABLES, "Environment variables", summary, "reference", blocks, "Reference", names)


def pointer(model, table, prose):
    """The topic about a table, which says more than its rows."""
    one = next((one for one in model.topics if one.table == table), None)
    if one is None:
        return []
    target = prose.places["topics"][one.name]
    return [Paragraph([Span("See also the topic "), Span(one.name, "", target), Span(".")])]
