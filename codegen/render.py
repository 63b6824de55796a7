"""Fourth step of the generator: renders the model to texts, by file path."""

import json
import os
import re
from functools import cache
from importlib.metadata import version
from pathlib import Path

import jinja2
import jmespath

from codegen import (
    columns,
    completions,
    endpoints,
    escapes,
    manifest_reference,
    markdown,
    python_source,
    roff,
    see_also,
    topics,
)
from codegen.transcripts import of_steps
from cometapi.manifest import help as help_text
from cometapi.manifest import page, surface, value_types
from cometapi.manifest.arguments import arguments_of, whole
from cometapi.manifest.arguments import sections as arguments_by_heading
from cometapi.manifest.explaining import EXPLAINS
from cometapi.manifest.select import Expression
from cometapi.manifest.surface_routes import exits

NOTICE = "Made by `python -m codegen` from spec/. Do not edit."
SURFACE_SCHEMA = Path(__file__).parent / "surface.schema.json"
README_MARKS = ("<!-- commands: begin (made by the press) -->", "<!-- commands: end -->")


def render(model, sources, transcripts):
    """All files of the press: a dict from path (relative to the project) to text or bytes.

    ``transcripts`` has what the calls of each file in docs/examples print.
    """
    templates = environment()
    files = {}
    for template, pattern in ONCE.items():
        path = pattern.format(name=model.name)
        files[path] = templates.get_template(template).render(model=model)
    for command in model.commands:
        for template, pattern in PER_COMMAND.items():
            path = pattern.format(name=model.name, stem=command.stem, module=command.module)
            files[path] = templates.get_template(template).render(
                model=model, command=command, shown=dict(transcripts.get(command.stem, []))
            )
    for topic in model.topics:
        for template, pattern in PER_TOPIC.items():
            path = pattern.format(name=model.name, topic=topic.name)
            shown = of_steps(transcripts.get(topic.name, []), topic.steps)
            files[path] = templates.get_template(template).render(model=model, topic=topic, shown=shown)
    samples = [one for endpoint in endpoints.endpoint_list(model) for one in endpoint["samples"]]
    names = {one[key] for one in samples for key in ("file", "stream") if key in one}
    for name in sorted(names | {link for one in names for link in links_of(model.replies[one])}):
        files[f"cometapi/share/replies/{name}"] = reply_text(model.replies[name])
    files["cometapi/share/surface.json"] = json_text(surface_of(model))
    files["cometapi/share/surface.schema.json"] = SURFACE_SCHEMA.read_text("utf-8")
    return {**files, **language(sources)}


@cache
def surface_of(model):
    """The surface of the program, made once: its own file, and its digest in what --version shows."""
    return surface.document(model)


def language(sources):
    """What the installed program needs to compile further commands: its facts and protocols, and the schemas."""
    values = {f"{kind}.schema.json": schema for kind, schema in sources.schemas.items()}
    values["program.json"] = sources.program.data
    values["protocols.json"] = {name: source.data for name, source in sources.protocols.items()}
    return {f"cometapi/share/manifest/{name}": json_text(value) for name, value in values.items()}


def manifest_page(model, schemas):
    """The page about the manifest's own language: its path and its text."""
    text = (
        environment()
        .get_template("manifest.md.j2")
        .render(
            files=manifest_reference.reference(schemas),
            behaviours=manifest_reference.behaviours(model),
            types=value_types.TYPES,
            parts=manifest_reference.parts_by_types(value_types.PARTS),
            open=sorted(value_types.OPEN),
        )
    )
    return {"docs/manifest.md": text}


ONCE = {
    "init.py.j2": "cometapi/generated/__init__.py",
    "index.py.j2": "cometapi/generated/index.py",
    "program.py.j2": "cometapi/generated/program.py",
    "settings.py.j2": "cometapi/generated/settings.py",
    "options.py.j2": "cometapi/generated/options.py",
    "screens.py.j2": "cometapi/generated/screens.py",
    "selections.py.j2": "cometapi/generated/selections.py",
    "instead.py.j2": "cometapi/generated/instead.py",
    "overview.py.j2": "cometapi/generated/overview.py",
    "topics.py.j2": "cometapi/generated/topics.py",
    "endpoints.py.j2": "cometapi/generated/endpoints.py",
    "agents.py.j2": "cometapi/generated/agents.py",
    "index.md.j2": "cometapi/share/docs/index.md",
    "program.1.j2": "cometapi/share/man/man1/{name}.1",
    "bash.j2": "cometapi/share/completions/{name}.bash",
    "zsh.j2": "cometapi/share/completions/_{name}",
    "fish.j2": "cometapi/share/completions/{name}.fish",
    "powershell.j2": "cometapi/share/completions/{name}.ps1",
}
TYPES = {  # what parts of the program are to a type checker, which else takes them for dicts of any object
    "settings": '"dict[str, Setting]"',
    "credentials": '"dict[str, dict[str, str]]"',
    "paths": '"list[OfPath]"',
    "protocols": '"dict[str, Protocol]"',
    "exits": '"dict[str, Exit]"',
    "hints": '"list[Hint]"',
    "retry": "dict",
}
PER_COMMAND = {
    "command.py.j2": "cometapi/generated/{module}.py",
    "command.md.j2": "cometapi/share/docs/{stem}.md",
    "command.1.j2": "cometapi/share/man/man1/{name}-{stem}.1",
    "help.txt.j2": "cometapi/share/help/{stem}.txt",
}
PER_TOPIC = {
    "topic.md.j2": "cometapi/share/docs/topic-{topic}.md",
    "topic.7.j2": "cometapi/share/man/man7/{name}-{topic}.7",
}


@cache
def environment():
    """Jinja with the filters and names that the templates use; an unknown name is an error, not an empty text."""
    templates = Path(__file__).parent / "templates"
    result = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        bytecode_cache=compiled(templates / "__pycache__"),
        optimized=False,  # what is compiled must not know what the filters below once answered
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    result.filters.update(FILTERS)
    result.globals.update(NAMES)
    return result


def compiled(folder):
    """Where compiled templates are kept, as Python keeps its own; None where nothing can be written."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return None
    if not os.access(folder, os.W_OK):
        return None
    return jinja2.FileSystemBytecodeCache(str(folder), f"%s.jinja-{version('jinja2')}")


def sections(model, command):
    """The arguments of a command by heading, as its help has them."""
    return arguments_by_heading(whole(command.data, model.sets), model.sets)


def overview(model):
    """What the help of the whole program says, as the runtime lays it out."""
    elsewhere = {one["title"]: one["topic"] for one in model.sets.values() if "topic" in one}
    titles = {one.dest: facts.get("title") for facts in model.sets.values() for one in arguments_of(facts)}
    shared = [one for one in model.common_options if titles[one.dest] not in elsewhere]
    return {
        "summary": model.summary,
        "description": " ".join(model.description.split()),
        "subjects": model.subjects,
        "folded": {name: model.group_summaries[name] for name in model.folded},
        "examples": model.examples,
        "topics": {one.name: one.summary for one in model.topics},
        "guides": [one.name for one in model.guides],
        "options": [(one.signature, one.help) for one in shared],
        "elsewhere": elsewhere,
        "start": start(model),
    }


def screen(model, name):
    """The text of one of the two functions that tell of the whole program, laid out for 80 columns."""
    commands = {one.words: one.brief for one in model.commands}
    return getattr(help_text, name)(page.Page(), model.name, overview(model), commands)


def command_screen(model, command):
    """The help text of a command, laid out for 80 columns."""
    data, settings = whole(command.data, model.sets), model.program["settings"]
    return help_text.command_help(page.Page(), model.name, data, model.sets, settings, endpoints.reach(model))


def trees(model):
    """The trees of all expressions of the manifest, as JSON, by their text."""
    found = expressions([model.program, model.sets, *(one.data for one in model.commands)])
    return {one: json.dumps(jmespath.compile(one).parsed, separators=(",", ":")) for one in sorted(set(found))}


def expressions(value):
    """The texts of the JMESPath expressions in a value."""
    if isinstance(value, Expression):
        yield str(value)
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from expressions(one)


def explaining(model):
    """The commands that tell of the program itself, with the module that answers each."""
    return {one.words: EXPLAINS[one.data["run"]] for one in model.commands if one.data.get("run") in EXPLAINS}


def on_stdio(model):
    """The commands whose standard input and output carry a protocol."""
    return [one.words for one in model.commands if "stdio" in one.data]


def start(model):
    """What a newcomer types first, behind the program's name; None where nothing does without a key."""
    first = model.program["start_with"]
    return f"{model.flags['sandbox'][0]} {first}" if first else None


def readme_table(model):
    """The command table of README.md, between its two markers."""
    listed = [one for _, names in model.subjects for one in model.commands_below(names)]
    rows = [f"| [`{one.words}`](cometapi/share/docs/{one.stem}.md) | {markdown.cell(one.brief)} |" for one in listed]
    return "\n".join([README_MARKS[0], "| Command | What it does |", "|---|---|", *rows, README_MARKS[1]])


def links_of(sample):
    """The names of the samples that a sample links to, for the sandbox to serve."""
    return (
        set(re.findall(r"http://sandbox/([a-z0-9.-]+)", json.dumps(sample))) if not isinstance(sample, bytes) else set()
    )


def example_reply(model, command):
    """The JSON sample of a command's last route, shortened to what shows its shape; None without one."""
    samples = command.routes[-1].get("samples", []) if command.routes else []
    name = next((one["file"] for one in reversed(samples) if "when" not in one and "file" in one), "")
    return reply_text(shortened(model.replies[name])) if name.endswith(".json") else None


def shortened(value):
    """A sample with the first item of every list."""
    if isinstance(value, dict):
        return {key: shortened(item) for key, item in value.items()}
    if isinstance(value, list):
        return [shortened(item) for item in value[:1]]
    return value


def reply_text(value):
    """A sample as it is written to a file: text, or bytes of what is none."""
    return value if isinstance(value, str | bytes) else json_text(value)


def json_text(value):
    """A JSON value as it is written to a file."""
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


FILTERS = {
    "literal": python_source.literal,
    "text": python_source.text_literal,
    "roff": roff.plain,
    "roff_argument": roff.argument,
    "roff_bold": roff.bold,
    "roff_italic": roff.italic,
    "roff_prose": roff.prose,
    "roff_signature": roff.signature,
    "roff_usage": roff.usage,
    "anchor": manifest_reference.anchor,
    "cell": markdown.cell,
    "cell_code": markdown.cell_code,
    "code": markdown.code,
    "listing": markdown.listing,
    "markdown": markdown.text,
    "markdown_prose": markdown.prose,
    "shell": escapes.shell,
    "shell_part": escapes.shell_part,
    "fish": escapes.fish,
    "powershell": escapes.powershell,
    "zsh": escapes.zsh,
    "wrap": page.wrap,
    "yaml_word": manifest_reference.yaml_word,
}
NAMES = {  # that templates may use beside what they are rendered with
    "PROFILE": value_types.PROFILE,
    "notice": NOTICE,
    "completions": completions,
    "types": TYPES,
    "full_help": help_text.full_help,
    "sections": sections,
    "usage": help_text.usage,
    "overview": overview,
    "screen": screen,
    "command_screen": command_screen,
    "trees": trees,
    "warning": help_text.warning,
    "access": help_text.access,
    "credentials_of": help_text.credentials_of,
    "reach": endpoints.reach,
    "column_tables": columns.tables,
    "topic_data": topics.topic_data,
    "topic_tables": topics.topic_tables,
    "trial": topics.trial,
    "files": topics.files,
    "variables": topics.variables,
    "see_also": see_also,
    "catalogs": endpoints.catalogs,
    "endpoint_list": endpoints.endpoint_list,
    "surface_of": surface_of,
    "exits": exits,
    "example_reply": example_reply,
    "explaining": explaining,
    "on_stdio": on_stdio,
}
