"""Runs examples as a reader would, and gives what the terminal showed."""

import atexit
import json
import os
import re
import shlex
import socket
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from functools import cache
from pathlib import Path

import yaml

from codegen import transcripts
from codegen.service import Service
from codegen.transcripts import transcript
from codegen.world import NOW, SCENE, World
from codegen.write import write
from cometapi.manifest.load import load
from cometapi.manifest.moments import moment
from cometapi.sandbox.server import Turns

SHELL = set("|&;()<>$`*?~!\\\n")  # what means something to a shell outside of quotes
QUOTED = re.compile(r"""'[^']*'|"[^"$`\\]*\"""")
PATIENCE = 60  # seconds


def run(world, line, typed=()):
    """``(exit code, text)``: what a line of a shell, typed in the world's working folder, came to and showed."""
    world.screen.begin(typed)
    words = words_of(line)
    code = called(world, words) if words else through_shell(world, line)
    return code, world.shown(world.screen.text())


def prepare(world, line):
    """Do what has to be done before a line; a file that it makes is not there yet."""
    for one in before():
        if re.search(one["for"], line):
            for each in one["lines"]:
                type_before(world, each)
    for name in re.findall(r"(?:-o|--output)[ =](\S+)", line):
        if not re.search(rf"{re.escape(name)}.*--retry-errors", line):
            (world.work / name).unlink(missing_ok=True)


def type_before(world, one):
    """Type one of the lines that come before others."""
    if "hold" in one:
        world.hold(one["hold"])
        return
    server = world.service.server
    world.now = moment(one["at"]) if "at" in one else NOW
    server.is_lost, server.request_id = one.get("lost", False), one.get("request_id")
    code, text = run(world, one["run"])
    world.now, server.is_lost, server.request_id = NOW, False, None
    server.turns = Turns()
    if code and not one.get("lost"):
        raise RuntimeError(f"{one['run']} ended with exit code {code}:\n{text}")


@cache
def before():
    """The lines to type before others: ``before.yaml``."""
    return yaml.safe_load((SCENE / "before.yaml").read_text("utf-8"))


def words_of(line):
    """The words behind the program's name where a line is one call and nothing else; None where a shell has to read it."""
    bare = QUOTED.sub("", line)
    is_call = line.startswith("cometapi ") and not SHELL & set(bare)
    return shlex.split(line)[1:] if is_call else None


def called(world, words):
    """The exit code of one call on the world's terminal."""
    streams = world.screen.streams()
    try:
        return world.call(words, streams)
    finally:
        for one in streams:
            one.close()


def through_shell(world, line):
    """The exit code of a line that bash reads; each call of the program in it comes back to this process."""
    shim(world)
    with socket.socket(socket.AF_UNIX) as server, open(world.screen.path, "ab") as screen:
        server.bind(str(world.home / ".socket"))
        server.listen()
        server.settimeout(0.01)
        environ = {**world.environ, "EXAMPLE_SOCKET": str(world.home / ".socket")}
        with open(world.screen.keyboard, "rb") as keyboard:
            words = ["bash", "-c", line]
            process = subprocess.Popen(words, stdin=keyboard, stdout=screen, stderr=screen, env=environ, cwd=world.work)
        while process.poll() is None:
            try:
                answer(world, server.accept()[0])
            except TimeoutError:
                continue
    os.unlink(world.home / ".socket")
    return process.returncode


def shim(world):
    """Put a program of the name into the world's PATH that hands its call to this process."""
    folder = world.home / ".bin"
    if not folder.exists():
        folder.mkdir()
        (folder / "cometapi").write_text(
            f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -IS {shlex.quote(str(SCENE / "shim"))} "$@"\n'
        )
        (folder / "cometapi").chmod(0o755)


def answer(world, line):
    """Run the call that a shell hands over, and give it the exit code."""
    with closing(line):
        line.settimeout(PATIENCE)
        head, descriptors, _, _ = socket.recv_fds(line, 4, 3)
        told = json.loads(received(line, int.from_bytes(head, "big")))
        streams = world.screen.streams_of(descriptors)
        try:
            code = world.call(told["words"], streams, told["environ"], told["folder"])
        finally:
            for one in streams:
                one.close()
        line.sendall(bytes([code]))


def received(line, size):
    """So many bytes."""
    data = b""
    while len(data) < size and (piece := line.recv(size - len(data))):
        data += piece
    return data


def recorded(service, stem, examples, *, is_guide=False):
    """What is shown of the examples of a file: ``[(run, text)]``.

    Each has a world of its own, but those of a guide are typed one after the other in one.
    """
    if not is_guide:
        return [call for one in examples for call in in_a_world(service, one["run"], [one])]
    return list(in_a_world(service, stem, examples, is_empty=True))


def in_a_world(service, before, examples, is_empty=False):
    """What is shown of examples in one world, prepared for the text ``before``, its working folder empty if so wanted."""
    with World(service, is_empty=is_empty) as world:
        prepare(world, before)
        for one in examples:
            shown = transcript(*run(world, one["run"], one.get("typed", ())))
            if transcripts.is_shown(one):
                yield one["run"], shown


def record(root):
    """Run the examples of all commands, on every processor, and write what they show; gives the names of changed files."""
    sources = load(root)[0]
    guides, commands = transcripts.guides(sources), transcripts.examples(sources)
    files = [(stem, calls, True) for stem, calls in guides.items()]
    files += [(stem, calls, False) for stem, calls in commands.items()]
    with ProcessPoolExecutor(initializer=begin) as processes:
        texts = list(processes.map(of_one_file, *zip(*files, strict=True)))
    plan = {f"{transcripts.FOLDER}/{path.name}": None for path in (Path(root) / transcripts.FOLDER).glob("*.txt")}
    for (stem, *_), text in zip(files, texts, strict=True):
        plan[f"{transcripts.FOLDER}/{stem}.txt"] = transcripts.written(text)
    return write(root, plan)


def begin():
    """Have a service in this process."""
    global SERVICE
    SERVICE = Service()
    atexit.register(SERVICE.close)


def of_one_file(stem, examples, is_guide):
    """What the examples of one file show, in a process that has begun."""
    return recorded(SERVICE, stem, examples, is_guide=is_guide)


if __name__ == "__main__":
    print(f"codegen: {len(record(sys.argv[1]))} transcripts changed.")
