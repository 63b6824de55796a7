"""The manifest as the laws see it: read anew from spec/, so that a new command is held before its author writes a test."""

from base64 import b64decode
from functools import cache
from pathlib import Path

import pytest

from codegen.__main__ import version
from codegen.examples import call_words
from cometapi.manifest.compile import model
from cometapi.manifest.load import load

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = load(ROOT)[0]
MODEL = model(SOURCES, version(ROOT))
COMMANDS = MODEL.commands
PRINTING = [  # `run` prints what the command prints that it calls
    command
    for command in COMMANDS
    if any(one.dest == "format" for one in command.arguments) and command.routes[-1].get("response", {}).get("columns")
]
TIMES = MODEL.program["sample_times"]
STANDING = {TIMES["environment"]: str(TIMES["now"])}  # the sandbox's clock, when the samples were as they are written
FORMATS = next(one.choices for one in PRINTING[0].arguments if one.dest == "format")


def without_output(words):
    """The words without the file that the result goes to, so that a law sees it on stdout."""
    number = next((number for number, word in enumerate(words) if word in ("--output", "-o")), len(words))
    return words[:number] + words[number + 2 :]


def example(command):
    """The words of a command's first example, answered by the sandbox where the command sends something."""
    words = without_output(call_words(command.examples[0]["run"], MODEL.name))
    return [*words, "--sandbox"] if takes(command, "sandbox") else words


PICTURE = b64decode(  # a PNG of one pixel that is transparent, so that it may be a mask as well
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP4zwAAAgEBAKEeXHUAAAAASUVORK5CYII="
)


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path, monkeypatch):
    """Examples that write files write them here, and find the pictures that they name."""
    monkeypatch.chdir(tmp_path)
    for word in pictures():
        Path(word).write_bytes(PICTURE)


@cache
def pictures():
    """The pictures that examples read."""
    lines = (without_output(call_words(one["run"], MODEL.name)) for command in COMMANDS for one in command.examples)
    return {word for line in lines for word in line if word.endswith((".png", ".jpg")) and "/" not in word}


@pytest.fixture(autouse=True)
def with_names_of_his_own(home):
    """What the examples name that lists and shows names of the user's own."""
    folder = home / ".config" / "cometapi"
    (folder / "templates").mkdir(parents=True)
    (folder / "aliases.yaml").write_text("sonnet: claude-sonnet-4-6\ntr: chat --system 'Translate to French.'\n")
    (folder / "templates" / "review.yaml").write_text(
        "summary: Review a change.\ncommand: chat\nmodel: claude-sonnet-4-6\nprompt: Review this {language} code.\n"
    )


def takes(command, name):
    """Whether a command has an argument of that name."""
    return any(one.dest == name for one in command.arguments)


def by_words(command):
    """How a command is called in the name of a test."""
    return command.stem
