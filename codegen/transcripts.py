"""What examples print, kept in docs/examples for the documents: one text a command, as a terminal shows it.

A call stands behind ``$ ``, under it what it showed, and ``[exit N]`` where its exit code is not 0. Long output is cut, and
says how much is left out. ``python -m codegen --examples`` writes the files.
"""

import shlex
from itertools import islice
from pathlib import Path

FOLDER = "docs/examples"
PROGRAM = "program"  # the file of the examples of the program itself
MOST, ENOUGH = 40, 30  # lines that are shown of one call; of one with more, only so many
LONGEST = 400  # characters that are shown of one line


def read(root):
    """What each call of the files in docs/examples shows: ``{stem: {run: text}}``."""
    return {stem: dict(calls) for stem, calls in in_order(root).items()}


def in_order(root):
    """The same as lists, because the steps of a guide may repeat a call: ``{stem: [(run, text)]}``."""
    return {path.stem: parsed(path.read_text("utf-8")) for path in sorted((Path(root) / FOLDER).glob("*.txt"))}


def of_steps(calls, steps):
    """What each step of a guide shows: a list of texts, None for a step without a call or of which nothing is shown.

    ``calls`` are those of the guide's file, ``[(run, text)]``.
    """
    left, found = iter(calls), []
    for one in steps:
        count = len(commands(one["run"])) if "run" in one and is_shown(one) else 0
        texts = [text for _, text in islice(left, count)]
        found.append("\n".join(filter(None, texts)) if texts else None)
    return found


def commands(run):
    """The single commands of the lines that a step has typed."""
    found = [""]
    for line in run.strip().split("\n"):
        found[-1] += line
        found += [""] if not is_open(found[-1]) else []
        found[-1] += "\n" if found[-1] else ""
    return [one for one in found if one]


def parsed(text):
    """The calls of one file and what they show: ``[(run, text)]``."""
    found, lines = [], text.split("\n")
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
        found.append((run, "\n".join(shown).strip("\n")))
    return found


def is_open(run):
    """Whether a shell would ask for another line."""
    try:
        shlex.split(run)
    except ValueError:
        return True
    return run.endswith("\\")


def written(calls):
    """The text of a file with these calls and what they show: ``[(run, text)]``."""
    return "\n\n".join(f"$ {run}\n{text}".rstrip() for run, text in calls) + "\n"


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


def guides(sources):
    """What is typed in each guide, one command after the other: ``{stem: [example]}``."""
    return {
        stem: [{**one, "run": run} for one in source.data["steps"] for run in commands(one.get("run", ""))]
        for stem, source in sources.topics.items()
        if "steps" in source.data
    }


def is_shown(example):
    """Whether the documents show what an example prints."""
    return "none" not in example.get("output", {})


def faults(sources, root):
    """Sentences about files that do not have the calls which the manifest shows; none where no such files are kept."""
    if not (Path(root) / FOLDER).is_dir():
        return
    kept = {stem: [run for run, _ in calls] for stem, calls in in_order(root).items()}
    typed = {stem: list(filter(is_shown, calls)) for stem, calls in guides(sources).items()}
    wanted = {stem: [one["run"] for one in calls] for stem, calls in {**examples(sources), **typed}.items()}
    for stem in sorted(kept.keys() | wanted.keys()):
        has, needs = kept.get(stem, []), wanted.get(stem, [])
        lacking = next((one for one in needs if one not in has), None)
        odd = next((one for one in has if one not in needs), None)
        if lacking is not None:
            yield f"{FOLDER}/{stem}.txt: does not tell what this prints: {lacking}"
        elif odd is not None:
            yield f"{FOLDER}/{stem}.txt: tells what this prints, which is no example any more: {odd}"
        elif has != needs:
            yield f"{FOLDER}/{stem}.txt: its calls stand in another order than the examples."
