"""The pages of the manifest's language: every word of the schemas, each with an anchor of its own."""

import re

from codegen import manifest_reference
from codegen.site import places
from codegen.site.blocks import Definition, Definitions, Heading, Listing, Page, Paragraph, Span
from codegen.site.names import anchor
from cometapi.manifest import value_types

TITLES = {
    "program": "The program",
    "protocol": "A protocol",
    "command": "A command",
    "topic": "A topic",
    "agent": "An agent",
}
LINK = re.compile(r"\[([^\]]*(?:\[\])?[^\]]*)\]\(#([^)]*)\)|`([^`]*)`")
FIXED = {"types-of-values": "types", "behaviours": "behaviours", "parts-of-values": "parts"}


def pages(model, schemas, prose):
    """A page for each kind of file, one for values, and one that leads to them."""
    files = dict(zip(manifest_reference.FILES, manifest_reference.reference(schemas), strict=True))
    homes = {
        (kind, manifest_reference.anchor(one.title)): one.title for kind, (_, some) in files.items() for one in some
    }
    found = [file_page(kind, file, some, homes, prose) for kind, (file, some) in files.items()]
    values = values_page(model, prose)
    return [overview([*found, values], model, prose), *found, values]


def file_page(kind, file, sections, homes, prose):
    """The page of one kind of file."""
    blocks = [Paragraph([Span("Every word that "), Span(file, "code"), Span(" may hold.")], "lead")]
    for section in sections:
        blocks.append(Heading(section.title, section_anchor(section.title)))
        blocks.append(Definitions([word(kind, section.title, one, homes, prose) for one in section.words]))
    summary = f"Every word that {file} may hold."
    return Page(places.language_path(kind), TITLES[kind], summary, "manifest", blocks, "The manifest", [file])


def section_anchor(title):
    """The anchor of a place in a file."""
    return anchor("section", title.replace(" ", "-"))


def word_anchor(title, name):
    """The anchor of a word at a place."""
    return anchor("word", name if title == "The file" else f"{title}.{name}".replace(" ", "-"))


def word(kind, title, one, homes, prose):
    """One word of the language."""
    facts = [("Value", value_spans(kind, one.values, homes))]
    facts += [("Required", [Span("yes")])] if one.is_required else []
    facts += [("Default", [Span(manifest_reference.yaml_word(one.default), "code")])] if one.default is not None else []
    place = "" if title == "The file" else f"{title}."
    return Definition(
        "word",
        word_anchor(title, one.name),
        one.name,
        prose.spans(one.description),
        facts,
        [one.name, f"{place}{one.name}"],
        listings=[Listing("\n".join(one.examples), "yaml")],
    )


def value_spans(kind, text, homes):
    """What a value may be, from Markdown with links to places of any of the files."""
    found, end = [], 0
    for match in LINK.finditer(text):
        label, target, code = match.groups()
        found.append(Span(text[end : match.start()]))
        found.append(Span(code, "code") if code is not None else Span(label, "", address(kind, target, homes)))
        end = match.end()
    return [one for one in [*found, Span(text[end:])] if one.text]


def address(kind, target, homes):
    """Where a place is explained that a schema refers to: in the same file, else in the one that has it."""
    if target in FIXED:
        return f"{places.language_path('values')}.html#{FIXED[target]}"
    at = kind if (kind, target) in homes else next(one for one, title in homes if title == target)
    return f"{places.language_path(at)}.html#{section_anchor(homes[at, target])}"


def values_page(model, prose):
    """Types of values, their parts, and what an argument may do for the program."""
    types = [
        Definition("type", anchor("type", name), name, prose.spans(told), names=[name])
        for name, told in value_types.TYPES.items()
    ]
    parts = [
        Definition(
            "part",
            anchor("part", f"{name}.{part}"),
            f"{name}: $value.{part}",
            prose.spans(told),
            names=[f"$value.{part}"],
        )
        for name, own in value_types.PARTS.items()
        for part, told in own.items()
    ]
    does = [
        Definition(
            "behaviour",
            anchor("does", name),
            name,
            prose.spans(argument.help),
            [("Here", [Span(argument.signature, "code", prose.places["options"].get(argument.flag, ""))])],
            [f"does: {name}", name],
        )
        for name, argument in manifest_reference.behaviours(model).items()
    ]
    open_types = ", ".join(sorted(value_types.OPEN))
    blocks = [
        Paragraph(
            [Span("What a value may be, what its parts are called, and what an argument does for the program.")], "lead"
        ),
        Heading("Types of values", "types"),
        Paragraph([Span("What "), Span("type", "code"), Span(" of an option or a positional may be.")]),
        Definitions(types),
        Heading("Parts of values", "parts"),
        Paragraph(
            [
                Span("What a shape may name beside "),
                Span("$value", "code"),
                Span(f". A value of a JSON type has the parts of the user's JSON: {open_types}."),
            ]
        ),
        Definitions(parts),
        Heading("Behaviours", "behaviours"),
        Paragraph([Span("What "), Span("does", "code"), Span(" may be, and which option has it here.")]),
        Definitions(does),
    ]
    summary = "Types of values, their parts, and what an argument does for the program."
    return Page(places.language_path("values"), "Values", summary, "manifest", blocks, "The manifest", ["types"])


def overview(found, model, prose):
    """The page that leads to those of the language."""
    items = [Definition("", "", one.title, prose.spans(one.summary), target=one.html, is_code=False) for one in found]
    items.append(
        Definition(
            "",
            "",
            "How to write a command line like this",
            [Span("From an empty folder to an answer, with a shop of animals as the example.")],
            target=f"{places.WRITE}.html",
            is_code=False,
        )
    )
    summary = "The language in which this program is written: every word that the files of spec/ may hold."
    blocks = [
        Paragraph(prose.spans(summary), "lead"),
        *map(Paragraph, map(prose.spans, ABOUT)),
        Definitions(items),
    ]
    return Page(places.LANGUAGE, "The manifest", summary, "manifest", blocks, "The manifest", ["manifest", "language"])


ABOUT = [
    "The descriptions are those of the JSON Schemas beside the files, so an editor shows them, too: with the YAML "
    "extension of VS Code, or any other client of yaml-language-server, completion and checks work as you type. "
    "`python -m codegen` checks what a schema cannot, and names each mistake as `file:line: key: sentence`.",
    "A selection is a JMESPath expression that points into JSON, without functions: `data.items`, "
    '`choices[0].message`, `"parts[?text].text"`. Of a list of selections the first that gives something counts. A '
    "name is one word of small letters, digits, `_` and `-`. Only `true`, `false` and `null` are more than text. Put a "
    "text in quotes that holds a colon and a space or ` #`, and inside `{ }` also one with a comma or a question mark.",
]
