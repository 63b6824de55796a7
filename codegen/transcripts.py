"""What examples print, kept in docs/examples for the documents: one text a command, as a terminal shows it.

A call stands behind ``$ ``, under it what it showed, and ``[exit N]`` where its exit code is not 0. Long output is cut, and
says how much is left out. ``python -m codegen --examples`` writes the files.
"""

import shlex
from pathlib import Path

FOLDER = "docs/examples"
PROGRAM = "program"  # the file of the examples of the program itself
MOST, ENOUGH = 40, 30  # lines that are shown of one call; of one with more, only so many
LONGEST = 400  # characters that are shown of one line


def read(root):
    """What each call of the files in docs/examples shows: ``{stem: {run: text}}``."""
    return {path.stem: parsed(path.read_text("utf-8")) for path in sorted((Path(root) / FOLDER).glob("*.txt"))}


def parsed(text):
    """``{run: text}`` of one file."""
    found, lines = {}, text.split("\n")
    while lines:
        line = lines.pop(0)
        if not line.startswith("$ "):
            continue
        run = line.removeprefix("$ ")
        while lines and is_open(run):
            run += f"\n{lines.pop(0)}"
        shown = []
        while lines and not lines[0].startswith("$ "):
            shown.append(lines.pop(0))
        found[run] = "\n".join(shown).strip("\n")
    return found


def is_open(run):
    """Whether a shell would ask for another line."""
    try:
        shlex.split(run)
    except ValueError:
        return True
    return run.endswith("\\")


def written(shown):
    """The text of a file with these calls: ``{run: text}``."""
    return "\n\n".join(f"$ {run}\n{text}".rstrip() for run, text in shown.items()) + "\n"


def transcript(code, text):
    """What is kept of one call: what it showed, as far as there is room, and how it ended."""
    lines = [cut(line.rstrip()) for line in text.strip("\n").split("\n")]
    if len(lines) > MOST:
        lines = [*lines[:ENOUGH], f"[{len(lines) - ENOUGH} more lines]"]
    return "\n".join([*lines, *([f"[exit {code}]"] if code else [])]).strip("\n")


def cut(line):
    """A line, as far as there is room."""
    more = len(line) - LONGEST
    return f"{line[:LONGEST]}[{more:,} more characters]" if more > 0 else line


def examples(sources):
    """The examples whose output is shown, in their order: ``{stem: [example]}``."""
    files = {PROGRAM: sources.program, **sources.commands}
    shown = {stem: [one for one in source.data.get("examples", []) if is_shown(one)] for stem, source in files.items()}
    return {stem: found for stem, found in shown.items() if found}


def is_shown(example):
    """Whether the documents show what an example prints."""
    return "none" not in example.get("output", {})


def faults(sources, root):
    """Sentences about examples without a transcript and transcripts without an example; none where none are kept."""
    kept, wanted = read(root), examples(sources)
    if not (Path(root) / FOLDER).is_dir():
        return
    for stem in sorted(kept.keys() | wanted.keys()):
        runs = [one["run"] for one in wanted.get(stem, [])]
        for run in runs:
            if run not in kept.get(stem, {}):
                yield f"{FOLDER}/{stem}.txt: nothing is kept of what this prints: {run}"
        for run in kept.get(stem, {}):
            if run not in runs:
                yield f"{FOLDER}/{stem}.txt: no example is shown there any more: {run}"
