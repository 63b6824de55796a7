"""A copy of the project's sources, to break or to extend."""

import marshal
import re
import shutil
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import jsonschema
import pytest

from codegen.__main__ import press
from cometapi.manifest import read_yaml, schema_errors

FOUND = {}  # errors of data, by the schemas and the data as bytes and text


class Remembering:
    """A validator of JSON Schema that looks at the same data once for the same schemas, whichever press it is of."""

    def __init__(self, schema, registry):
        self.validator = jsonschema.Draft202012Validator(schema, registry=registry)
        self.schemas = marshal.dumps([schema, *(registry[name].contents for name in registry)], 2)

    def iter_errors(self, data):
        """The errors in the data, in the validator's order."""
        known = (self.schemas, repr(data))
        if known not in FOUND:
            FOUND[known] = list(self.validator.iter_errors(data))
        return FOUND[known]


# Hundreds of tests press a manifest of which they have changed one file: the others are read and judged once.
read_yaml.composed = cache(read_yaml.composed)
schema_errors.jsonschema = SimpleNamespace(Draft202012Validator=Remembering, exceptions=jsonschema.exceptions)
ROOT = Path(__file__).resolve().parent.parent.parent


def small_copy(folder):
    """A small manifest that stays as it is while the program grows, in today's language (the schemas are the tree's)."""
    shutil.copytree(Path(__file__).with_name("small"), folder / "spec")
    for schema in (ROOT / "spec").glob("*.schema.json"):
        shutil.copy(schema, folder / "spec" / schema.name)
    (folder / "cometapi").mkdir()
    (folder / "cometapi" / "commands").symlink_to(ROOT / "cometapi" / "commands")  # which are read only
    shutil.copy(ROOT / "cometapi" / "__init__.py", folder / "cometapi" / "__init__.py")
    return folder


def whole_copy(folder):
    """The press and the program, as a newcomer's clone has them, and what Python has compiled of them."""
    for name in ("spec", "codegen", "cometapi", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("README.md", "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def refused(folder, file, edits):
    """What the press says of the small manifest with some edits: a list of lines, without the lists of known words.

    An edit of the file is ``(old text, new text)``, that of another one ``(file, old text, new text)``.
    """
    root = small_copy(folder)
    for *other, old, new in edits:
        edit(root / "spec" / (other[0] if other else file), old, new)
    plan, findings = press(root)
    assert plan is None
    return [shortened(str(finding)) for finding in findings]


def shortened(finding):
    """A finding without the lists that grow with the language."""
    finding = re.sub("allowed here: .*", "allowed here: KEYS", finding)
    return re.sub("must be one of text, integer, .*", "must be one of TYPES", finding)


def each(faults):
    """Runs a test for each row of (fault, file, edits, findings)."""
    rows, names = [row[1:] for row in faults], [row[0] for row in faults]
    return pytest.mark.parametrize(("file", "edits", "findings"), rows, ids=names)


def edit(path, old, new):
    """Replace a text that stands in the file, or all of it when ``old`` is None."""
    text = path.read_text("utf-8")
    assert old is None or old in text, f"{path.name} does not say {old!r}"
    path.write_text(new if old is None else text.replace(old, new, 1), "utf-8")
