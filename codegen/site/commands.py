"""The page of each command, and of words that open several."""

import json

from codegen.columns import columns_of, heading
from codegen.render import example_reply
from codegen.site import options, places
from codegen.site.blocks import Bullets as List
from codegen.site.blocks import Definition, Definitions, Facts, Heading, Listing, Page, Paragraph, Row, Span, Table
from codegen.site.names import anchor, heading_anchor
from cometapi.manifest import help as help_text
from cometapi.manifest.arguments import sections, whole
from cometapi.manifest.surface_columns import columns

EFFECTS = {"read": "reads only", "write": "creates or changes something", "destroy": "deletes something"}
COSTS = {"free": "free", "paid": "paid: a call costs money"}
PRINTS = {
    "rows": "records, in any format",
    "records": "records, in any format",
    "record": "one record, in any format",
    "answer": "an answer as it arrives, or a record in a machine format",
    "file": "a file",
    "nothing": "nothing; what was done is said on stderr",
    "any": "the reply as it came",
}
TYPE_NAMES = {"string": "text", "boolean": "true or false", "any": "any JSON"}
LONGEST = 200  # characters of a text in a reply
SHOWN = {
    "always": "in every format",
    "detail": "json, jsonl, yaml, csv",
    "machines": "json, jsonl, yaml, csv",
    "people": "table, markdown",
}


class CommandPages:
    """Makes the pages of commands. ``entries`` is the surface document's part, ``outputs`` what examples printed, by
    the command's stem and the line that was run, and ``requests`` what ``--dry-run`` prints, by stem.
    """

    def __init__(self, model, entries, prose, reach, outputs, requests):
        self.model, self.entries, self.prose, self.reach = model, entries, prose, reach
        self.outputs, self.requests = outputs, requests
        self.subjects = model.subjects

    def page(self, command):
        """The page of one command."""
        path = places.command_path(command)
        entry = self.entries[command.words]
        known = options.addresses(entry, path)
        blocks = [
            Paragraph(self.prose.spans(command.summary, known), "lead"),
            *self.warning(command),
            Listing(help_text.usage(self.model.name, command.data), "synopsis"),
            *([Paragraph(self.prose.spans(command.description, known))] if command.description else []),
            self.facts(command, entry),
            *self.examples(command),
            *self.options(command, entry, known),
            *self.relations(entry, known),
            *self.request(command),
            *self.columns(command),
            *self.reply(command),
            *self.exits(entry),
        ]
        title = f"{self.model.name} {command.words}"
        return Page(path, title, command.brief, "command", blocks, self.section(command.words), [command.words])

    def section(self, words):
        """The subject under which the start page lists a command."""
        for title, names in self.subjects:
            if any(f"{words} ".startswith(f"{name} ") for name in names):
                return title
        return ""

    def warning(self, command):
        """The box about a command on its way out."""
        text = help_text.warning(self.model.name, command.data)
        return [Paragraph(self.prose.spans(text), "warning")] if text else []

    def facts(self, command, entry):
        """Credential, cost, effect and endpoints."""
        rows = [
            ("Effect", [Span(EFFECTS[command.effect])]),
            ("Cost", [Span(COSTS[command.cost or "free"])]),
        ]
        asks = command.data.get("asks")
        rows += (
            [("Asks", [Span(asks, "strong"), Span(" on a terminal; elsewhere it needs "), Span("--yes", "code")])]
            if asks
            else []
        )
        rows += self.endpoints(entry)
        rows += [("Prints", [Span(PRINTS.get(entry["output"]["is"], "text"))])]
        return Facts(rows)

    def endpoints(self, entry):
        """The credential and the endpoints of a command."""
        routes = entry.get("routes", [])
        if not routes:
            return [("Credential", [Span("none; nothing of its own is sent to the service")])]
        titles = [self.reach["credentials"].get(one.get("credential"), "none") for one in routes]
        ends = [f"{one['method']} {one['path']}" for one in routes]
        spans = [span for one in dict.fromkeys(ends) for span in (Span(", "), Span(one, "code"))]
        return [("Credential", [Span(" or ".join(dict.fromkeys(titles)))]), ("Endpoint", spans[1:])]

    def examples(self, command):
        """The examples, each with what it prints."""
        found = [Heading("Examples", "examples")]
        outputs = self.outputs.get(command.stem, {})
        for one in command.examples:
            found.append(Paragraph(self.prose.spans(one["help"])))
            found.append(Listing(one["run"], "sh"))
            found += printed(outputs.get(one["run"].strip(), one.get("prints")), one)
        return found

    def options(self, command, entry, known):
        """The arguments and options by section."""
        facts = {one["name"]: one for one in entry["options"]}
        settings = self.model.program["settings"]
        found, has_title = [], False
        for title, arguments in sections(whole(command.data, self.model.sets), self.model.sets):
            items = [
                options.definition(one, facts[one.dest], self.prose, known, settings)
                for one in arguments
                if one.dest in facts
            ]
            if title not in ("Arguments", "Options"):
                found += [] if has_title else [Heading("Options", "options")]
                found.append(Heading(title, anchor("options", heading_anchor(title)), 3))
            else:
                found.append(Heading(title, title.lower()))
            has_title = has_title or title != "Arguments"
            found.append(Definitions(items))
        return found

    def relations(self, entry, known):
        """How options stand to each other."""
        sentences = [one["sentence"] for one in entry.get("relations", []) if one.get("sentence")]
        if not sentences:
            return []
        return [Heading("Rules", "rules"), List([self.prose.spans(one, known) for one in dict.fromkeys(sentences)])]

    def request(self, command):
        """The request that the first example sends."""
        if command.stem not in self.requests:
            return []
        line, text = self.requests[command.stem]
        return [
            Heading("Request", "request"),
            Paragraph([Span("What "), Span(line, "code"), Span(" prints:")]),
            Listing(text.strip("\n"), "http"),
        ]

    def columns(self, command):
        """The columns of the result, a table for each kind of request that has its own."""
        found, seen = [], set()
        for when, some in self.column_tables(command):
            rows = [column_row(one, is_first=one["name"] not in seen) for one in some]
            seen.update(one["name"] for one in some)
            found += [Paragraph(self.prose.spans(when))] if when else []
            found.append(Table(["Column", "Type", "Shown in"], rows, "Columns"))
        return [Heading("Columns", "columns"), *found] if found else []

    def column_tables(self, command):
        """The columns of each request with when it is sent; one table without that where all have the same."""
        tables = [(heading(one), columns(self.model, one)) for one in command.routes if columns_of(one)]
        is_one = all(some == tables[0][1] for _, some in tables)
        return [(None, tables[0][1])] if tables and is_one else tables

    def reply(self, command):
        """What the service sends, as the sandbox's sample."""
        text = example_reply(self.model, command)
        if not text:
            return []
        return [
            Heading("What the service sends", "reply"),
            Paragraph([Span("The sandbox's sample, each list cut to its first item:")]),
            Listing(json.dumps(short(json.loads(text)), indent=2, ensure_ascii=False), "json"),
        ]

    def exits(self, entry):
        """The exit codes that a command may end with."""
        known = {one["code"]: one["meaning"] for one in self.model.program["exits"].values()}
        codes = [code for code in entry.get("exits", []) if code in known] or sorted(known)
        rows = [
            Row([[Span(str(code), "", self.prose.places["exits"][str(code)])], self.prose.spans(known[code])])
            for code in codes
        ]
        return [Heading("Exit codes", "exit-codes"), Table(["Code", "Meaning"], rows, "Exit codes")]

    def group(self, words):
        """The page of words that open several commands."""
        summary = self.model.openers[words] or f"Commands that begin with {words}."
        commands = self.model.commands_below([words])
        blocks = [Paragraph(self.prose.spans(summary), "lead"), listing(self.model, commands, self.prose)]
        title = f"{self.model.name} {words}"
        return Page(places.group_path(words), title, summary, "group", blocks, self.section(words), [words])


def printed(text, example):
    """What an example prints, or why that is not shown."""
    if text and text.strip():
        return [Listing(text.strip("\n"), "output", "Output")]
    reason = example.get("output", {}).get("none")
    return [Paragraph([Span(reason)])] if reason else []


def short(value):
    """A JSON value in which no text is long, such as the bytes of an image."""
    if isinstance(value, dict):
        return {key: short(item) for key, item in value.items()}
    if isinstance(value, list):
        return list(map(short, value))
    return f"{value[:LONGEST]}…" if isinstance(value, str) and len(value) > LONGEST + 100 else value


def type_of(column):
    """The type of a column, in words."""
    names = column["type"] if isinstance(column["type"], list) else [column["type"]]
    told = " or ".join(TYPE_NAMES.get(one, one) for one in names)
    told = f"list of {told}" if column.get("list") else told
    return f"{told}, may be missing" if column.get("optional") else told


def column_row(one, is_first):
    """The row of a column; only the first of a name has an anchor."""
    name = one["name"]
    cells = [[Span(name, "code")], [Span(type_of(one))], [Span(SHOWN[one["shown"]])]]
    return Row(cells, anchor("column", name) if is_first else "", "column", [name])


def listing(model, commands, prose):
    """Commands with their summaries, each a link to its page."""
    return Definitions(
        [
            Definition(
                "", "", f"{model.name} {one.words}", prose.spans(one.brief), target=f"{places.command_path(one)}.html"
            )
            for one in commands
        ]
    )
