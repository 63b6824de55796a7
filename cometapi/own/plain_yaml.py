"""YAML that people write by hand, in which every value is the text that stands there: ``no``, ``1.10`` and dates too.

Anchors, aliases, tags, duplicate keys and deep nesting are refused before anything is built of them.
"""

import os
import stat
from typing import Any

import yaml

from cometapi.errors import ConfigurationError
from cometapi.manifest.yaml_errors import fault

LARGEST = 256 * 1024  # bytes of a file
DEEPEST = 6  # levels of a file
NAMED = "Anchors, aliases and tags are not supported; write the value out."
FAST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Wrong(Exception):
    """What is wrong in a text: ``line`` counts from 1, ``sentence`` says it."""

    def __init__(self, line, sentence):
        super().__init__(sentence)
        self.line, self.sentence = line, sentence


class Source:
    """A file that was read: ``data`` a dict of texts, lists and dicts, and the first and last line of each key in it
    (path of keys to a pair of numbers from 1).
    """

    def __init__(self, path, data, lines):
        self.path, self.data, self.lines = path, data, lines

    def wrong(self, keys, sentence, **facts):
        """The ConfigurationError about what stands at some keys, with file and line."""
        return ConfigurationError(f"{self.path}:{self.lines.get(tuple(keys), (1, 1))[0]}: {sentence}", **facts)


def read(path):
    """A file as a Source, None where there is none; raises ConfigurationError with file and line."""
    try:
        data = content(path)
        return None if data is None else parsed(data, path)
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read: {error.strerror}.") from None
    except Wrong as found:
        raise ConfigurationError(f"{path}:{found.line}: {found.sentence}") from None


def content(path):
    """The bytes of a file, None where there is none; what is no file (a pipe, a folder) is not waited for."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (FileNotFoundError, NotADirectoryError):
        return None
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise Wrong(1, "This is not a file.")
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(LARGEST + 1)
    finally:
        os.close(handle)


def parsed(data, path):
    """The Source of some bytes; raises Wrong."""
    if len(data) > LARGEST:
        raise Wrong(1, f"The file has more than {LARGEST // 1024} KiB, the maximum.")
    text = ""
    try:
        text = data.decode("utf-8-sig")
        return Source(path, *built(text, FAST))
    except UnicodeDecodeError as error:
        raise Wrong(*fault(error, text)) from None
    except yaml.YAMLError as error:
        raise Wrong(*fault(slow_fault(text) or error, text)) from None


def slow_fault(text):
    """The error of the slower loader about a text, whose words are known, None where it finds none; raises Wrong, for the
    faster one looks further ahead.
    """
    try:
        built(text, yaml.SafeLoader)
    except yaml.YAMLError as error:
        return error
    return None


def built(text, loader):
    """``(data, lines)`` of a YAML text with a mapping, or nothing, in it; raises Wrong and YAMLError."""
    events = (one for one in yaml.parse(text, Loader=loader) if not isinstance(one, yaml.StreamStartEvent))
    lines: dict[tuple, tuple] = {}
    first = next(events)
    if isinstance(first, yaml.StreamEndEvent):
        return {}, lines
    first = next(events)
    if isinstance(first, yaml.ScalarEvent) and not first.value and not first.tag:
        return {}, lines
    if not isinstance(first, yaml.MappingStartEvent):
        raise Wrong(line_of(first), "The file must be a table: lines of a name, a colon and a value.")
    data = value(first, events, (), lines)
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            raise Wrong(line_of(event), "The file has a second document; --- begins one.")
    return data, lines


def line_of(event):
    """The line of an event, from 1."""
    return event.start_mark.line + 1


def value(event, events, keys, lines):
    """What an event begins, built from those that follow it."""
    if isinstance(event, yaml.AliasEvent) or event.anchor or event.tag:
        raise Wrong(line_of(event), NAMED)
    if isinstance(event, yaml.ScalarEvent):
        return event.value
    if len(keys) >= DEEPEST:
        raise Wrong(line_of(event), "The file is nested too deeply.")
    return (items if isinstance(event, yaml.SequenceStartEvent) else table)(events, keys, lines)


def items(events, keys, lines):
    """The list that has begun."""
    found = []
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            break
        found.append(value(event, events, (*keys, len(found)), lines))
    return found


def table(events, keys, lines):
    """The mapping that has begun, noting the lines of each key."""
    found: dict = {}
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        if not isinstance(event, yaml.ScalarEvent):
            raise Wrong(line_of(event), "A name must be a word.")
        key = value(event, events, keys, lines)
        if key in found:
            raise Wrong(
                line_of(event), f"{key} stands here a second time; the first is in line {lines[*keys, key][0]}."
            )
        lines[*keys, key] = (line_of(event), line_of(event))
        begins = next(events)
        found[key] = value(begins, events, (*keys, key), lines)
        end = begins.end_mark
        lines[*keys, key] = (line_of(event), max(line_of(event), end.line + (1 if end.column else 0)))
    return found


class Dumper(yaml.SafeDumper):
    """Writes texts so that any reader of YAML takes them for texts: in lines where they have several."""


def written_text(dumper, text):
    """A text as YAML."""
    is_block = "\n" in text and text.isprintable() is False and all(one.isprintable() or one == "\n" for one in text)
    fits = is_block and not text.endswith("\n\n") and not any(line.endswith(" ") for line in text.split("\n"))
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if fits else None)


Dumper.add_representer(str, written_text)


def written(data):
    """The YAML text of a dict of texts, lists and dicts, which ``read`` reads as the same."""
    return yaml.dump(data, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=100) if data else ""
