"""First step of the press: files of ``spec/`` to plain data, with the line of every key.

Nothing is judged here but what YAML itself leaves open: duplicate keys and anchors are findings, and only the words
``true``, ``false`` and ``null`` are more than text (so that a choice called ``no`` or ``on`` stays a word).
"""

import json
import re
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path

import yaml

KINDS = ("program", "command", "topic")  # of files, each with a schema
# YAML 1.2's core schema instead of 1.1's: `yes`, `on` and `12:30` stay text.
SCALARS = {
    "null": (r"null|~|", "n~", lambda text: None),
    "bool": (r"true|false", "tf", lambda text: text == "true"),
    "int": (r"[-+]?[0-9]+", "-+0123456789", int),
    "float": (r"[-+]?[0-9]+\.[0-9]*(?:[eE][-+]?[0-9]+)?", "-+0123456789", float),
}


TEXTS = (".json", ".sse")  # samples that are read by the press


class Loader(yaml.SafeLoader):
    """Reads YAML with the few scalar types that the manifest knows, and notes anchors and aliases."""

    def __init__(self, text):
        super().__init__(text)
        self.named = []

    def compose_node(self, parent, index):
        """One node, as PyYAML composes it."""
        if self.peek_event().anchor:
            self.named.append(self.peek_event())
        return super().compose_node(parent, index)


Loader.yaml_implicit_resolvers = {}
for kind, (pattern, first, _) in SCALARS.items():
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(f"^(?:{pattern})$"), [*first, ""])


@dataclass(frozen=True, order=True)
class Finding:
    """One fault of the manifest, as it is printed: ``file:line: key: sentence``."""

    file: str
    line: int
    key: str
    sentence: str

    def __str__(self):
        return f"{self.file}:{self.line}: {self.key}: {self.sentence}"


@dataclass
class Source:
    """One file of the manifest: its data, and the line on which each key or item stands (path of keys to line)."""

    file: str
    data: object
    lines: dict = field(default_factory=dict)

    def finding(self, path, sentence):
        """A finding at that path, or at the nearest key above it that stands in the file."""
        path = tuple(path)
        key = ".".join(str(part) for part in path) or "file"
        while path and path not in self.lines:
            path = path[:-1]
        return Finding(self.file, self.lines.get(path, 1), key, sentence)


@dataclass
class Sources:
    """What is compiled together: commands and topics by file stem, replies by file name, schemas by kind.

    ``root`` is the folder that has the package ``cometapi``, ``place`` what findings call the folder of the files.
    """

    root: Path
    place: str
    program: Source
    commands: dict
    replies: dict
    topics: dict
    schemas: dict


def load(root):
    """Read ``root/spec`` and give back ``(Sources or None, findings)``; None when the program file itself is unreadable.

    A file that cannot be read is a finding and is left out; what can be read is there for the next step all the same.
    """
    root = Path(root)
    spec = root / "spec"
    findings = []
    program = read_yaml(spec / "program.yaml", root, findings)
    files = read_files(spec, root, findings)
    return (None if program is None else Sources(root, "spec/", program, **files, schemas=schemas(spec))), findings


def load_own(folder):
    """Read a user's folder of commands as ``load`` reads ``spec/``; program and schemas are those in ``cometapi/share``."""
    package = resources.files("cometapi")
    shipped = package / "share" / "manifest"
    program = Source("program.json", json.loads((shipped / "program.json").read_text("utf-8")))
    findings = []
    files = read_files(Path(folder), Path(folder), findings)
    return Sources(Path(str(package)).parent, "", program, **files, schemas=schemas(shipped)), findings


def schemas(folder):
    """The JSON Schemas of the manifest's files, by kind."""
    return {kind: json.loads((folder / f"{kind}.schema.json").read_text("utf-8")) for kind in KINDS}


def read_files(folder, root, findings):
    """Commands, topics and replies of a folder, each a dict; what cannot be read is added to ``findings``."""
    found = {kind: {} for kind in ("commands", "topics")}
    for kind, sources in found.items():
        for path in listed(folder / kind, ".yaml"):
            source = read_yaml(path, root, findings)
            if source is not None:
                sources[path.stem] = source
    replies = {path.name: read_reply(path, root, findings) for path in listed(folder / "replies", "")}
    return {**found, "replies": replies}


def listed(folder, ending):
    """The files of a folder with that ending, sorted; hidden ones are not part of the manifest."""
    return sorted(path for path in folder.glob(f"*{ending}") if path.is_file() and not path.name.startswith("."))


def read_yaml(path, root, findings):
    """One YAML file as a Source; faults of the file itself are added to ``findings``, None when it has no data then."""
    name = path.relative_to(root).as_posix()
    try:
        loader = Loader(path.read_text("utf-8"))
        node = loader.get_single_node()
    except FileNotFoundError:
        findings.append(Finding(name, 1, "file", "The file does not exist."))
        return None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        sentence = getattr(error, "problem", None) or str(error).splitlines()[0]
        findings.append(Finding(name, mark.line + 1 if mark else 1, "file", f"This is no YAML: {sentence}."))
        return None
    if loader.named:
        findings.extend(named(event, name) for event in loader.named)
        return None
    source = Source(name, None)
    if node is not None:
        source.data = build(node, (), source, findings)
    return source


def named(event, file):
    """The finding about an anchor or alias: data that stands elsewhere is hard to read and to point at."""
    sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
    sentence = "Anchors and aliases are not part of the manifest's language; write it out."
    return Finding(file, event.start_mark.line + 1, f"{sign}{event.anchor}", sentence)


def build(node, path, source, findings):
    """The data of one YAML node, noting lines and duplicate keys on the way."""
    source.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        return [build(item, (*path, number), source, findings) for number, item in enumerate(node.value)]
    if isinstance(node, yaml.ScalarNode):
        return scalar(node)
    data = {}
    for key_node, value_node in node.value:
        key = scalar(key_node) if isinstance(key_node, yaml.ScalarNode) else None
        at = (*path, key)
        if key in data:
            sentence = f"This key stands twice, first in line {source.lines[at]}."
            findings.append(Finding(source.file, key_node.start_mark.line + 1, str(key), sentence))
        source.lines[at] = key_node.start_mark.line + 1
        data[key] = build(value_node, at, source, findings)
    return data


def scalar(node):
    """The value of one YAML scalar; quoted ones are always text."""
    kind = node.tag.rsplit(":", 1)[1]
    return SCALARS[kind][2](node.value) if kind in SCALARS else node.value


def read_reply(path, root, findings):
    """A sample: the value of a ``.json`` file, the text of a ``.sse`` one, else its bytes; None when unreadable."""
    try:
        if path.suffix not in TEXTS:
            return path.read_bytes()
        text = path.read_text("utf-8")
        return json.loads(text) if path.suffix == ".json" else text
    except ValueError as error:
        name, line = path.relative_to(root).as_posix(), getattr(error, "lineno", 1)
        kind = "JSON" if isinstance(error, json.JSONDecodeError) else "text in UTF-8"
        findings.append(Finding(name, line, "file", f"This is no {kind}: {error}."))
        return None
