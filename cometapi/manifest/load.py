"""First step of the press: files of ``spec/`` to plain data, with the line of every key.

Nothing is judged here but what YAML itself leaves open: duplicate keys and anchors are findings, and only the words
``true``, ``false`` and ``null`` are more than text (so that a choice called ``no`` or ``on`` stays a word).
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path

import yaml

from cometapi.manifest.standard import FILE as STANDARD
from cometapi.manifest.standard import completed
from cometapi.manifest.yaml_errors import fault

# YAML 1.2's core schema instead of 1.1's: `yes`, `on` and `12:30` stay text.
SCALARS: dict[str, tuple[str, str, Callable]] = {
    "null": (r"null|~|", "n~", lambda text: None),
    "bool": (r"true|false", "tf", lambda text: text == "true"),
    "int": (r"[-+]?[0-9]+", "-+0123456789", int),
    "float": (r"[-+]?[0-9]+\.[0-9]*(?:[eE][-+]?[0-9]+)?", "-+0123456789", float),
}


TEXTS = (".json", ".sse")  # samples that are read by the press


class Loader(yaml.SafeLoader):
    """Reads YAML with the few scalar types that the manifest knows, and notes anchors, aliases and tags."""

    def __init__(self, text):
        super().__init__(text)
        self.named = []

    def compose_node(self, parent, index):
        """One node, as PyYAML composes it."""
        event = self.peek_event()
        if event.anchor or getattr(event, "tag", None):
            self.named.append(event)
        return super().compose_node(parent, index)


class FastLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads the same in a tenth of the time where libyaml is there, for texts without fault and without names."""


for one in (Loader, FastLoader):
    one.yaml_implicit_resolvers = {}
    for kind, (pattern, first, _) in SCALARS.items():
        one.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(f"^(?:{pattern})$"), [*first, ""])

# Texts for the slower one: with a sign that begins an anchor, an alias or a tag, and with one that libyaml is less strict of.
SLOW = re.compile(r"[?]|(?:^|[\s\[{,])[&*!]", re.MULTILINE)


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
    """One file of the manifest: its data, the line on which each key or item stands (path of keys to line), and the
    paths of the mappings that are written in ``{ }``.
    """

    file: str
    data: object
    lines: dict = field(default_factory=dict)
    inline: set = field(default_factory=set)

    def finding(self, path, sentence):
        """A finding at that path, or at the nearest key above it that stands in the file."""
        path = tuple(path)
        key = ".".join(str(part) for part in path) or "file"
        while path and path not in self.lines:
            path = path[:-1]
        return Finding(self.file, self.lines.get(path, 1), key, sentence)


@dataclass
class Sources:
    """What is compiled together: protocols, commands and topics by file stem, replies by file name, schemas by kind.

    ``root`` is the folder that has the package ``cometapi``, ``place`` what findings call the folder of the files.
    ``is_whole`` tells whether these are all the files of the program, each of them readable: what none has is nowhere.
    """

    root: Path
    place: str
    program: Source
    protocols: dict
    commands: dict
    replies: dict
    topics: dict
    schemas: dict
    is_whole: bool = True


# The folders of spec/ and how the names of their files end; samples may end in any way.
FOLDERS = {"protocols": ".yaml", "commands": ".yaml", "topics": ".yaml", "replies": "", "released": ".json"}
KINDS = ("program", "protocol", "command", "topic")  # of files, each with a schema


def load(root):
    """Read ``root/spec`` and give back ``(Sources or None, findings)``; None when the program file itself is unreadable.

    A file that cannot be read is a finding and is left out; what can be read is there for the next step all the same.
    """
    root = Path(root)
    spec = root / "spec"
    findings = list(stray(spec, root))
    program = read_yaml(spec / "program.yaml", root, findings)
    files = read_files(spec, root, findings)
    files["protocols"] = read_folder(spec / "protocols", root, findings)
    if program is None:
        return None, findings
    program.data = completed(program.data, read_yaml(STANDARD, STANDARD.parent, findings).data)
    return Sources(root, "spec/", program, **files, schemas=schemas(spec), is_whole=not findings), findings


def stray(spec, root):
    """Findings about files and folders under ``spec/`` that nothing reads; hidden ones do not count."""
    files = {"program.yaml", *(f"{kind}.schema.json" for kind in KINDS)}
    for path in visible(spec):
        if path.name not in files and path.name not in FOLDERS:
            yield file_finding(path, root, f"Nothing reads this; spec/ has the folders {', '.join(FOLDERS)}.")
    for folder, ending in FOLDERS.items():
        for path in visible(spec / folder):
            if path.is_dir():
                yield file_finding(path, root, "Nothing reads a folder here.")
            elif not path.name.endswith(ending):
                yield file_finding(path, root, f"Nothing reads this; the name of a file here ends with {ending}.")


def file_finding(path, root, sentence):
    """A finding about a file or folder as a whole."""
    return Finding(path.relative_to(root).as_posix(), 1, "file", sentence)


def visible(folder):
    """What is in a folder, sorted; hidden files are not part of the manifest."""
    return sorted(path for path in folder.glob("*") if not path.name.startswith("."))


def load_own(folder):
    """Read a user's folder of commands as ``load`` reads ``spec/``; program and schemas are those in ``cometapi/share``."""
    package = resources.files("cometapi")
    shipped = package / "share" / "manifest"
    names = ("program", "protocols")
    data, protocols = (json.loads((shipped / f"{name}.json").read_text("utf-8")) for name in names)
    program = Source("program.json", data)
    findings: list[Finding] = []
    files = read_files(Path(folder), Path(folder), findings)
    files["protocols"] = {name: Source("protocols.json", one) for name, one in protocols.items()}
    return Sources(Path(str(package)).parent, "", program, **files, schemas=schemas(shipped), is_whole=False), findings


def schemas(folder):
    """The JSON Schemas of the manifest's files, by kind."""
    return {kind: json.loads((folder / f"{kind}.schema.json").read_text("utf-8")) for kind in KINDS}


def read_files(folder, root, findings):
    """Commands, topics and replies of a folder, each a dict; what cannot be read is added to ``findings``."""
    found = {kind: read_folder(folder / kind, root, findings) for kind in ("commands", "topics")}
    replies = {path.name: read_reply(path, root, findings) for path in listed(folder / "replies", "")}
    return {**found, "replies": replies}


def read_folder(folder, root, findings):
    """The YAML files of a folder that can be read, by file stem."""
    sources = {path.stem: read_yaml(path, root, findings) for path in listed(folder, ".yaml")}
    return {stem: source for stem, source in sources.items() if source is not None}


def listed(folder, ending):
    """The files of a folder whose names end so, sorted."""
    return [path for path in visible(folder) if path.is_file() and path.name.endswith(ending)]


def read_yaml(path, root, findings):
    """One YAML file as a Source; faults of the file itself are added to ``findings``, None when it has no data then."""
    name = path.relative_to(root).as_posix()
    text = ""
    try:
        text = path.read_text("utf-8")
        node, names = composed(text)
    except FileNotFoundError:
        findings.append(Finding(name, 1, "file", "The file does not exist."))
        return None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        line, sentence = fault(error, text)
        findings.append(Finding(name, line, "file", sentence))
        return None
    if names:
        findings.extend(named(event, name) for event in names)
        return None
    source = Source(name, None)
    if node is not None:
        source.data = build(node, (), source, findings)
    return source


def composed(text):
    """The node of a YAML text, None of an empty one, and the events in it that name something; raises YAMLError."""
    if not SLOW.search(text):
        try:
            return FastLoader(text).get_single_node(), []
        except yaml.YAMLError:
            pass  # told by the other one, which says where and in other words
    loader = Loader(text)
    return loader.get_single_node(), loader.named


def named(event, file):
    """The finding about an anchor, alias or tag: what stands elsewhere is hard to read and to point at."""
    sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
    name = f"{sign}{event.anchor}" if event.anchor else event.tag
    sentence = "Anchors, aliases and tags are not part of the manifest's language; write it out."
    return Finding(file, event.start_mark.line + 1, name, sentence)


def build(node, path, source, findings):
    """The data of one YAML node, noting lines and duplicate keys on the way."""
    source.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        return [build(item, (*path, number), source, findings) for number, item in enumerate(node.value)]
    if isinstance(node, yaml.ScalarNode):
        return scalar(node)
    if node.flow_style:
        source.inline.add(path)
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
    except json.JSONDecodeError as error:
        sentence = f"Invalid JSON in column {error.colno}: {error.msg[0].lower()}{error.msg[1:]}."
        findings.append(Finding(path.relative_to(root).as_posix(), error.lineno, "file", sentence))
    except UnicodeDecodeError:
        findings.append(Finding(path.relative_to(root).as_posix(), 1, "file", "This is not text in UTF-8."))
        return None
