"""YAML: the same values as the JSON, in block style."""

import re

import yaml

from cometapi.output.formats import faces_for_machines, machine_record
from cometapi.output.plain import finite

# Line ends to a YAML reader, which would make plain newlines of them.
_OTHER_LINE_ENDS = re.compile("[\r\x85\u2028\u2029]")
# What turns text around: PyYAML takes it for printable, and a terminal obeys it.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Text to PyYAML, but a number or a truth to other readers of YAML 1.1 or 1.2.
_NUMBER_ELSEWHERE = re.compile(
    r"[-+]?(?=[\d.])[\d_]*\.?[\d_]*(?:[eE][-+]?\d+)?|[-+]?0[oOxXbB][\da-fA-F_]+|[-+]?\.(?:inf|Inf|INF)|[yYnN]"
)


class _NoAnchors:
    def ignore_aliases(self, data):
        return True


class _Exact(_NoAnchors, yaml.SafeDumper):
    pass


class _Fast(_NoAnchors, getattr(yaml, "CSafeDumper", yaml.SafeDumper)):
    pass


def _style(text):
    if _OTHER_LINE_ENDS.search(text) or _TURNING.search(text) or _NUMBER_ELSEWHERE.fullmatch(text):
        return '"'
    if "\n" not in text:
        return None
    # A block that keeps several newlines at its end is followed by "...", which would end the document.
    return '"' if text == "\n" or text.endswith("\n\n") else "|"


def _string(dumper, text):
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=_style(text))


_Exact.add_representer(str, _string)
_Fast.add_representer(str, _string)


def write_rows(columns, records, out):
    """Print a list, item by item."""
    faces, begun = faces_for_machines(columns), False
    for record in records:
        out.write(text([{name: read(record.get(name)) for name, read in faces}]))
        begun = True
    if not begun:
        out.write("[]\n")


def write_record(columns, record, out):
    """Print one mapping."""
    out.write(text(machine_record(columns, record)))


def write_answer(answer, columns, out):
    """Print the service's whole reply."""
    out.write(text(answer.document()))


def text(value, out=None):
    """The YAML of a value, by libyaml where it can: five times faster, but it escapes emoji and refuses surrogates."""
    value = finite(value)
    try:
        made = _dump(value, _Fast)
    except UnicodeEncodeError:
        made = None
    if made is None or "\\U000" in made:
        made = _dump(value, _Exact)
    return _TURNING.sub(lambda found: f"\\u{ord(found[0]):04x}", made)  # where they are, the text is in double quotes


def _dump(value, dumper):
    return yaml.dump(value, Dumper=dumper, allow_unicode=True, sort_keys=False, width=1_000_000)
