"""First step of the press: files of ``spec/`` to plain data, with the line of every key.

Nothing is judged here but what YAML itself leaves open: duplicate keys and anchors are findings, and only the words
``true``, ``false`` and ``null`` are more than text (so that a choice called ``no`` or ``on`` stays a word).
"""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml

# YAML 1.2's core schema instead of 1.1's: `yes`, `on` and `12:30` stay text.
SCALARS = {
    "null": (r"null|~|", "n~", lambda text: None),
    "bool": (r"true|false", "tf", lambda text: text == "true"),
    "int": (r"[-+]?[0-9]+", "-+0123456789", int),
    "float": (r"[-+]?[0-9]+\.[0-9]*(?:[eE][-+]?[0-9]+)?", "-+0123456789", float),
}


class Loader(yaml.SafeLoader):
    """Reads YAML with the few scalar types that the manifest knows."""


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
    """Everything under ``spec/``: the program, commands and topics by file stem, replies by file name, schemas by kind."""

    root: Path
    program: Source
    commands: dict
    replies: dict
    topics: dict
    schemas: dict


def load(root):
    """Read ``root/spec`` and give back ``(Sources or None, findings)``; None when the program file itself is unreadable."""
    root = Path(root)
    spec = root / "spec"
    findings = []
    program = read_yaml(spec / "cometapi.yaml", root, findings)
    commands = {path.stem: read_yaml(path, root, findings) for path in sorted((spec / "commands").glob("*.yaml"))}
    topics = {path.stem: read_yaml(path, root, findings) for path in sorted((spec / "topics").glob("*.yaml"))}
    replies = {path.name: read_reply(path, root, findings) for path in sorted((spec / "replies").iterdir())}
    schemas = {
        kind: json.loads((spec / f"{kind}.schema.json").read_text("utf-8")) for kind in ("program", "command", "topic")
    }
    if program is None:
        return None, findings
    present = [{stem: source for stem, source in kind.items() if source is not None} for kind in (commands, topics)]
    return Sources(root, program, present[0], replies, present[1], schemas), findings


def read_yaml(path, root, findings):
    """One YAML file as a Source; faults of the file itself are added to ``findings``."""
    name = str(path.relative_to(root))
    try:
        node = yaml.compose(path.read_text("utf-8"), Loader=Loader)
    except FileNotFoundError:
        findings.append(Finding(name, 1, "file", "The file does not exist."))
        return None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        sentence = getattr(error, "problem", None) or str(error).splitlines()[0]
        findings.append(Finding(name, mark.line + 1 if mark else 1, "file", f"This is no YAML: {sentence}."))
        return None
    source = Source(name, None)
    if node is not None:
        source.data = build(node, (), source, findings, set())
    return source


def build(node, path, source, findings, seen):
    """The data of one YAML node, noting lines, duplicate keys and aliases on the way."""
    source.lines.setdefault(path, node.start_mark.line + 1)
    if id(node) in seen:
        findings.append(
            source.finding(path, "Anchors and aliases are not part of the manifest's language; write it out.")
        )
        return None
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        return [build(item, (*path, number), source, findings, seen) for number, item in enumerate(node.value)]
    if isinstance(node, yaml.ScalarNode):
        return scalar(node)
    data = {}
    for key_node, value_node in node.value:
        key = scalar(key_node) if isinstance(key_node, yaml.ScalarNode) else None
        at = (*path, key)
        if key in data:
            findings.append(Finding(source.file, key_node.start_mark.line + 1, str(key), "This key stands twice."))
        source.lines[at] = key_node.start_mark.line + 1
        data[key] = build(value_node, at, source, findings, seen)
    return data


def scalar(node):
    """The value of one YAML scalar; quoted ones are always text."""
    kind = node.tag.rsplit(":", 1)[1]
    return SCALARS[kind][2](node.value) if kind in SCALARS else node.value


def read_reply(path, root, findings):
    """A sample reply: the value of a ``.json`` file, or the text of a ``.sse`` or ``.csv`` one."""
    text = path.read_text("utf-8")
    if path.suffix != ".json":
        return text
    try:
        return json.loads(text)
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        findings.append(Finding(str(path.relative_to(root)), line, "file", f"This is no JSON: {error}."))
        return None
