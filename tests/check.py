"""``make check COMMAND=name``: everything that concerns one command, in seconds, and what to do next.

The press reads the manifest, ruff reads what was pressed, and the tests run that a change of the command's file can
break: the laws, faults and searches for secrets of this command, its golden files, and its own tests.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from codegen.__main__ import ROOT, press
from codegen.write import differences
from cometapi.manifest.load import load
from cometapi.suggest import meant

LAWS = (
    "tests/laws",
    "tests/faults/test_matrix.py",
    "tests/faults/test_calls.py",
    "tests/surroundings/test_hostile_service.py",
    "tests/test_privacy.py",
)
GOLDEN = {"test_golden.py", "test_tables.py", "test_printed.py"}  # what make golden writes anew
USAGE = "Name a command: make check COMMAND=models, or make check COMMAND='model info'."
MEND = "Next: mend what stands above, then: make check COMMAND={words!r}"
MEND_SPEC = "Next: mend what stands above, then: make generate"
OLD = "The pressed files are older than spec/. Next: make generate"
DONE = "Everything that concerns {words} holds. Next: read git diff, commit, and let make test run the rest."


class Concerned:
    """A plugin of pytest that keeps the tests that concern a command, and remembers the files of those that fail."""

    def __init__(self, words):
        self.names = {words, words.replace(" ", "-")}
        self.failed = set()

    def pytest_collection_modifyitems(self, config, items):
        """Keep all tests of the command's own files; of the laws those that have the command as a parameter."""
        gone = [item for item in items if item.path.parent.name != "commands" and not self.has_parameter(item)]
        config.hook.pytest_deselected(items=gone)
        items[:] = [item for item in items if item not in gone]

    def has_parameter(self, item):
        """Whether a parameter of a test is the command: its name, or something whose words or command it is."""
        values = item.callspec.params.values() if hasattr(item, "callspec") else ()
        names = [
            name for value in values for name in (value, *(getattr(value, key, 0) for key in ("words", "command")))
        ]
        return any(isinstance(name, str) and name in self.names for name in names)

    def pytest_runtest_logreport(self, report):
        """Remember the file of a test that fails."""
        if report.failed:
            self.failed.add(Path(report.nodeid.partition("::")[0]).name)


def check(words):
    """Check one command: the exit code, and what to do next."""
    if not words:
        return 2, USAGE
    sources, faults = load(ROOT)
    known = {} if faults else {one.data.get("command"): stem for stem, one in sources.commands.items()}
    if not faults and words not in known:  # one that cannot be read may be the one that is meant
        return 2, f"Unknown command {words!r}{meant(words, known)}"
    return unpressed(MEND.format(words=words)) or tested(words, known[words])


def unpressed(mend):
    """The exit code and what to do next when spec/ has faults or was not pressed since it changed; None when all is well."""
    plan, findings = press(ROOT)
    if findings:
        print("\n".join(map(str, findings)), flush=True)
        return 1, mend
    return (1, OLD) if differences(ROOT, plan) else None


def tested(words, stem):
    """Run ruff and the tests for a command that was pressed: the exit code, and what to do next."""
    own = [path for path in own_tests(words, stem) if path.exists()]
    made = ROOT / "cometapi" / "generated" / f"{stem.replace('-', '_')}.py"
    ruff = Path(sys.executable).with_name("ruff")
    style = subprocess.run([ruff, "check", "--quiet", made, *own], cwd=ROOT, check=False).returncode
    concerned = Concerned(words)
    os.environ["FAULTS"] = "all"  # calls of one kind share them otherwise
    options = ["--no-header", "-p", "no:xdist", "-p", "no:cacheprovider"]
    code = pytest.main([*options, *LAWS, *map(str, own)], plugins=[concerned])
    if concerned.failed and concerned.failed <= GOLDEN:
        return 1, "Next: make golden, and read its diff; it writes the texts and tables that tests compare with."
    return (1, MEND.format(words=words)) if code or style else (0, DONE.format(words=words))


def own_tests(words, stem):
    """Where tests of a command may stand: in a file of its own, or of its group."""
    group = words.split()[0]
    names = dict.fromkeys([stem.replace("-", "_"), group, f"{group}s"])
    return [ROOT / "tests" / "commands" / f"test_{name}.py" for name in names]


def main(words):
    """Check the command that the words name, or with ``--pressed`` only that the press has run; returns the exit code."""
    code, advice = (unpressed(MEND_SPEC) or (0, "")) if words == ["--pressed"] else check(" ".join(words).strip())
    print(advice, end="\n" if advice else "", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
