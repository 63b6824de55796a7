"""A YAML file of the manifest to plain data, with the line of every key.

Nothing is judged here but what YAML itself leaves open: duplicate keys and anchors are findings, and only the words
``true``, ``false`` and ``null`` are more than text (so that a choice called ``no`` or ``on`` stays a word).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import yaml

from cometapi.manifest.yaml_errors import fault

# YAML 1.2's core schema instead of 1.1's: `yes`, `on` and `12:30` stay text.
SCALARS: dict[str, tuple[str, str, Callable]] = {
    "null": (r"null|~|", "n~", lambda text: None),
    "bool": (r"true|false", "tf", lambda text: text == "true"),
    "int": (r"[-+]?[0-9]+", "-+0123456789", int),
    "float": (r"[-+]?[0-9]+\.[0-9]*(?:[eE][-+]?[0-9]+)?", "-+0123456789", float),
}


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

# Texts for the slower one: with a sign that begins an anchor, an alias or a tag where a value may begin, or with a question
# mark inside braces, of which libyaml is less strict; values in quotes do not count.
QUOTED = re.compile(r'(?:(?<=[:\[{,])|^ *-) *"(?:[^"\\\n]|\\.)*"', re.MULTILINE)
NAMES = re.compile(r"(?:^|[:\[{,?-]) *[&*!]", re.MULTILINE)
BRACES = (("{", "}"), ("[", "]"))


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


def read_yaml(path, root, findings):
    """One YAML file as a Source; faults of the file itself are added to ``findings``, None when it has no data then."""
    name = path.relative_to(root).as_posix()
    try:
        return source_of(name, path.read_bytes(), findings)
    except FileNotFoundError:
        findings.append(Finding(name, 1, "file", "The file does not exist."))
        return None


def source_of(name, content, findings):
    """The bytes of a YAML file as a Source, as ``read_yaml`` gives it; ``name`` is what findings call the file."""
    text = ""
    try:
        text = content.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        node, names = composed(text)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        line, sentence = (1, "It is nested too deeply.") if isinstance(error, RecursionError) else fault(error, text)
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
    if not needs_care(QUOTED.sub("", text)):
        try:
            return FastLoader(text).get_single_node(), []
        except yaml.YAMLError:
            pass  # told by the other one, which says where and in other words
    loader = Loader(text)
    return loader.get_single_node(), loader.named


def needs_care(text):
    """Whether a text without its quoted values is one for the slower loader."""
    if NAMES.search(text):
        return True
    asking = [line for line in text.splitlines() if "?" in line]
    is_plain = all(line.count(begin) == line.count(end) for line in text.splitlines() for begin, end in BRACES)
    return bool(asking) and not (is_plain and not any("{" in line or "[" in line for line in asking))


def named(event, file):
    """The finding about an anchor, alias or tag: what stands elsewhere is hard to read and to point at."""
    sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
    name = f"{sign}{event.anchor}" if event.anchor else event.tag
    sentence = "Anchors, aliases and tags are not supported; write the value out."
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
            sentence = f"Duplicate key; first defined in line {source.lines[at]}."
            findings.append(Finding(source.file, key_node.start_mark.line + 1, str(key), sentence))
        source.lines[at] = key_node.start_mark.line + 1
        data[key] = build(value_node, at, source, findings)
    return data


def scalar(node):
    """The value of one YAML scalar; quoted ones are always text."""
    kind = node.tag.rsplit(":", 1)[1]
    return SCALARS[kind][2](node.value) if kind in SCALARS else node.value
