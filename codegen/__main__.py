"""``python -m codegen [--check|--diff [REV|FILE]|--changelog]``: generate all files, or report what differs."""

import argparse
import gc
import re
import subprocess
import sys
from pathlib import Path

from codegen.contract import command
from codegen.examples import check_examples
from codegen.render import README_MARKS, manifest_page, readme_table, render
from codegen.transcripts import faults, in_order
from codegen.write import differences, planned, write
from cometapi.manifest.compile import model
from cometapi.manifest.deprecation_rules import removals_are_done
from cometapi.manifest.load import load
from cometapi.manifest.rules import check

ANCHORS = "spec/released/anchors.txt"
ROOT = Path(__file__).resolve().parent.parent


def main(argv=None):
    """Press ``--root`` (this project); with ``--check`` change nothing. Exit 1 on a finding or a difference."""
    parser = argparse.ArgumentParser(
        prog="python -m codegen", description="Turn spec/ into cometapi/generated and cometapi/share."
    )
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a generated file is out of date")
    parser.add_argument(
        "--examples", action="store_true", help="also run all examples against the sandbox, and keep what they print"
    )
    parser.add_argument(
        "--diff",
        nargs="?",
        const="",
        metavar="REV|FILE",
        help="compare the surface with that of a git revision or a file, by default of the newest release; "
        "fail if CHANGELOG.md does not name a breaking change",
    )
    parser.add_argument("--json", action="store_true", help="with --diff: print the changes as JSON")
    parser.add_argument(
        "--changelog", action="store_true", help="write what changed since the newest release into CHANGELOG.md"
    )
    parser.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
    parser.add_argument("--site", type=Path, metavar="DIR", help="build the reference site in DIR instead")
    parser.add_argument("--keep-anchors", action="store_true", help=f"with --site: add its anchors to {ANCHORS}")
    words = parser.parse_args(argv)
    if words.diff is not None:
        return command.compare(words.root, words.diff or None, words.json)
    if words.changelog:
        return command.write_changelog(words.root)
    if words.site:
        return press_site(words.root, words.site, words.keep_anchors)
    plan, findings = press(words.root)
    if findings:
        print("\n".join(str(finding) for finding in findings), file=sys.stderr)
        print(f"codegen: {len(findings)} finding(s); nothing was written.", file=sys.stderr)
        return 1
    if not words.check:
        changed = write(words.root, plan)
        print(f"codegen: {len(changed)} of {len(plan)} files written.")
        return recorded(words.root) if words.examples else 0
    stale = [f"{name}: out of date; run python -m codegen" for name in differences(words.root, plan)]
    stale += [f"{fault}\n  Run python -m codegen --examples" for fault in faults(load(words.root)[0], words.root)]
    for sentence in stale:
        print(sentence, file=sys.stderr)
    return 1 if stale else 0


def recorded(root):
    """Run all examples of the program as it is pressed now, and press the documents that show what they print."""
    code = subprocess.run([sys.executable, "-m", "codegen.record", str(root)], cwd=root, check=False).returncode
    return code or main(["--root", str(root)])


def press_site(root, folder, keeps_anchors):
    """Build the reference site of a project in a folder; the exit code."""
    from codegen.site.build import build, is_taken, keep_anchors

    if is_taken(folder):
        print(f"codegen: {folder} is not empty, and holds no earlier site.", file=sys.stderr)
        return 1
    pressed, sources, findings = checked(root)
    if findings:
        print("\n".join(str(finding) for finding in findings), file=sys.stderr)
        return 1
    count = build(pressed, sources.schemas, root, folder)
    if keeps_anchors:
        keep_anchors(pressed, sources.schemas, root)
    print(f"codegen: {count} pages in {folder}; open {folder / 'index.html'}")
    return 0


def press(root):
    """The files to write, and the errors that prevent it: ``(plan or None, findings)``."""
    pressed, sources, findings = checked(root)
    if findings:
        return None, findings
    files = {**render(pressed, sources, in_order(root)), **manifest_page(pressed, sources.schemas)}
    return planned(root, files, readme_table(pressed), README_MARKS), []


def checked(root):
    """The model, its sources, and the errors that prevent its use: ``(model or None, sources, findings)``."""
    sources, findings = load(root)
    if sources is not None:
        findings += check(sources) or removals_are_done(sources, version(root))
    if findings:
        return None, sources, sorted(set(findings))
    pressed = model(sources, version(root))
    return pressed, sources, check_examples(sources, pressed)


def version(root):
    """The version literal of the package."""
    text = (Path(root) / "cometapi" / "__init__.py").read_text("utf-8")
    return re.search(r'__version__ = "([^"]+)"', text).group(1)


if __name__ == "__main__":
    gc.disable()  # a short life, in which almost nothing becomes garbage
    sys.exit(main())
