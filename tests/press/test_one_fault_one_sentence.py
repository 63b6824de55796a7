"""What the press says of a fault depends on the fault alone: two files with the same one are told the same."""

import test_findings_in_examples
import test_findings_in_flags
import test_findings_in_meanings
import test_findings_in_sections
import test_findings_in_shapes
import test_findings_in_values
import test_findings_in_words
import test_findings_in_yaml
from project import small_copy

from codegen.__main__ import press

TABLES = [
    test_findings_in_examples.FAULTS,
    test_findings_in_flags.FAULTS,
    test_findings_in_meanings.FAULTS,
    test_findings_in_sections.FAULTS,
    test_findings_in_shapes.FAULTS,
    test_findings_in_values.FAULTS,
    test_findings_in_words.FAULTS,
    test_findings_in_yaml.FAULTS,
]


def faulty_commands(spec):
    """The text of a command's file with each fault of the tables, and the command's words."""
    for fault, file, edits, _ in (row for table in TABLES for row in table):
        if file.startswith("commands/") and all(len(edit) == 2 for edit in edits):
            text = (spec / file).read_text("utf-8")
            words = text.partition("command: ")[2].partition("\n")[0]
            for old, new in edits:
                text = new if old is None else text.replace(old, new, 1)
            yield fault, text, words


def renamed(text, words, name):
    """A command's file under another name."""
    return text.replace(f"command: {words}\n", f"command: {name}\n").replace(f"cometapi {words}", f"cometapi {name}")


def test_two_files_with_the_same_fault_are_told_the_same(tmp_path):
    spec = small_copy(tmp_path) / "spec"
    names = {}
    for number, (fault, text, words) in enumerate(faulty_commands(spec)):
        for twin in ("one", "two"):
            name = f"{twin}{number} {words}"
            path = spec / "commands" / f"{name.replace(' ', '-')}.yaml"
            path.write_text(renamed(text, words, name), "utf-8")
            names[f"spec/commands/{path.name}"] = (twin, number, fault, name)
    told = {"one": {}, "two": {}}
    for finding in press(tmp_path)[1]:
        if finding.file not in names:
            continue  # a file of the small manifest that others have come too near
        twin, number, fault, name = names[finding.file]
        sentence = finding.sentence.replace(name, "NAME").replace(name.replace(" ", "-"), "NAME")
        told[twin].setdefault((number, fault), []).append((finding.line, finding.key, sentence))
    assert len(told["one"]) > 100
    assert told["one"] == told["two"]
