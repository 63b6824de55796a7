"""The commands that README.md and ``make demo`` show do what they say: each is run, against the sandbox where it sends."""

import os
import re
import shlex

import pytest
from manifest import COMMANDS, ROOT, takes, with_names_of_his_own  # noqa: F401 - a fixture

from cometapi.generated import index

ON_A_TERMINAL = ("cometapi init", "cometapi chat", "cometapi skill install --for claude")  # which ask there
SENDING = {command.words for command in COMMANDS if takes(command, "sandbox")} - {"init"}
ELSEWHERE = (
    "cometapi sandbox",
    "cometapi serve",
    "cometapi --sandbox embeddings",
)  # they serve until stopped; press/ adds that one
PETS = """\
openapi: 3.0.0
info: {title: Pets, version: "1"}
servers: [{url: "http://127.0.0.1:1"}]
paths: {/pets: {get: {summary: List pets., responses: {"200": {description: All pets.}}}}}
"""
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.DOTALL | re.MULTILINE)
INLINE = re.compile(r"`(cometapi [^`]+)`")


def shown():
    """Every command line of the program in README.md and in the Makefile's demo, without comments and other programs."""
    readme, makefile = (ROOT / name for name in ("README.md", "Makefile"))
    text = readme.read_text("utf-8")
    lines = [line for block in BLOCK.findall(text) for line in block.splitlines()]
    lines += [*INLINE.findall(text), *makefile.read_text("utf-8").replace("$(DEMO)/bin/", "").splitlines()]
    parts = [part.strip() for line in lines for part in re.split(r"\||&&|  +#", line)]
    return sorted({part for part in parts if part.startswith("cometapi ") and not part.startswith(ELSEWHERE)})


def words_of(line):
    """The words after the program's name, with ``--sandbox`` where the command takes it."""
    words = shlex.split(line)[1:]
    begin = " ".join(word for word in words if word != "--sandbox") + " "
    name = next(one for one in sorted(index.COMMANDS, key=len, reverse=True) if begin.startswith(f"{one} "))
    return ["--sandbox", *words] if name in SENDING else words


@pytest.mark.parametrize("line", shown())
def test_a_command_of_the_readme_does_what_it_says(line, cli, tmp_path, monkeypatch):
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "notes.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "rows.csv").write_text("text\nhello\n")
    (tmp_path / "openapi.yaml").write_text(PETS)
    (tmp_path / "claude").write_text("#!/bin/sh\necho Done\n")
    (tmp_path / "claude").chmod(0o755)
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "a.py").write_text("print(1)")
    monkeypatch.chdir(tmp_path)
    if "config unset" in line:  # which needs something to remove
        cli("config", "set", "api_key", "-", stdin="sk-test-key-0001")
    env = {"SHELL": "/bin/bash", "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    ran = cli(*words_of(line), stdin="" if line in ON_A_TERMINAL else "a change", env=env)

    assert (ran.code, bool(ran.out + ran.err)) == (2 if line in ON_A_TERMINAL else 0, True), ran
