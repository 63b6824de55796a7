"""The manifest as the laws see it: its commands, and how their examples are called here."""

import shutil
from array import array
from base64 import b64decode
from functools import cache
from pathlib import Path

import pytest
from read_manifest import COMMANDS, MODEL, ROOT, SOURCES  # noqa: F401 - for laws

from cometapi.cli.examples import call_words
from cometapi.output.npy import matrix

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


STARTING = {
    "exec"
}  # commands whose examples start programs that are not here, but for those that only show what they would do


def examples(command):
    """The examples of a command that can be run here."""
    return [one for one in command.examples if command.words not in STARTING or "--dry-run" in one["run"]]


def example(command):
    """The words of a command's first example, answered by the sandbox where the command sends something."""
    words = call_words(examples(command)[0]["run"], MODEL.name)
    words = words if is_needed(command, "output") else without_output(words)
    own = words.index("--") if "--" in words else len(words)  # what is behind belongs to another command
    return [*words[:own], *(["--sandbox"] if takes(command, "sandbox") else []), *words[own:]]


def is_needed(command, name):
    """Whether a command cannot do without an option."""
    return any(one.dest == name and one.data.get("required") for one in command.arguments)


PICTURE = b64decode(  # a PNG of one pixel that is transparent, so that it may be a mask as well
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP4zwAAAgEBAKEeXHUAAAAASUVORK5CYII="
)


ROW = b'{"title": "one", "text": "one", "model": "text-embedding-3-small", "embedding": [0.5, 0.25, 1, 2]}\n'
REQUEST = b'{"custom_id": "1", "url": "/v1/chat/completions", "body": {"model": "gpt-5.4", "messages": [{"role": "user", "content": "Hi"}]}}\n'
RESULT = b'{"id": "batch_req_0_1", "custom_id": "1", "response": null, "error": {"code": "invalid_row", "message": "No."}, "attempts": 0}\n'
NAMED = {"requests.jsonl": REQUEST, "results.jsonl": RESULT}
FILES = {  # what examples read, by the ending of its name
    ".png": PICTURE,
    ".jpg": PICTURE,
    ".mp3": b"\xff\xfb\x10\xc0" + bytes(100),
    ".wav": b"RIFF\x04\0\0\0WAVE",
    ".txt": b"one\ntwo\n",
    ".jsonl": ROW,
    ".csv": b"city,country\nParis,France\n",
    ".npy": b"".join(matrix([array("f", [0.5, 0.25, 1, 2])])),
}


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path, monkeypatch, home):
    """Examples that write files write them here, and find the files that they name."""
    monkeypatch.chdir(tmp_path)
    for word in named_files():
        Path(word).write_bytes(NAMED.get(word, FILES[Path(word).suffix]))
    Path("results.jsonl.journal").write_bytes(b'["batch", 1]\n["run", 1]\n["failed", "1", null]\n')
    state = home / ".local" / "state" / "cometapi"
    state.mkdir(parents=True, exist_ok=True)
    (state / "batches.json").write_text(f'["{Path.cwd() / "results.jsonl"}"]')


@cache
def named_files():
    """The files that examples read."""
    lines = (without_output(call_words(one["run"], MODEL.name)) for command in COMMANDS for one in command.examples)
    return {word for line in lines for word in line if Path(word).suffix in FILES and "/" not in word}


@pytest.fixture(autouse=True)
def with_names_of_his_own(home):
    """What the examples name that lists and shows names of the user's own."""
    folder = home / ".config" / "cometapi"
    (folder / "templates").mkdir(parents=True)
    (folder / "aliases.yaml").write_text("sonnet: claude-sonnet-4-6\ntr: chat --system 'Translate to French.'\n")
    (folder / "templates" / "review.yaml").write_text(
        "summary: Review a change.\ncommand: chat\nmodel: claude-sonnet-4-6\nprompt: Review this {language} code.\n"
    )
    for kind in ("commands", "replies"):
        shutil.copytree(ROOT / "tests" / "own" / "petstore" / kind, folder / kind)


def takes(command, name):
    """Whether a command has an argument of that name."""
    return any(one.dest == name for one in command.arguments)


def by_words(command):
    """How a command is called in the name of a test."""
    return command.stem
