"""What ``--dry-run`` prints for the first example of each command, by a program of its own: the one that was pressed."""

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from cometapi.cli.examples import call_words

BYTES = {
    ".png": b"\x89PNG\r\n\x1a\n",
    ".jpg": b"\xff\xd8\xff\xe0",
    ".webp": b"RIFF\x04\0\0\0WEBP",
    ".gif": b"GIF89a\1\0",
    ".wav": b"RIFF\x04\0\0\0WAVE",
    ".mp3": b"ID3\4\0",
    ".mp4": b"\0\0\0\x18ftypmp42",
    ".pdf": b"%PDF-1.7",
    ".json": b"{}",
}
PIPED = "the text from the pipe\n"
IS_PIPED = re.compile(r"\|\s*\w+ ")


def requests(model, root):
    """The line that was run and what it prints, by the command's stem; without commands that send nothing."""
    flag = next(iter(model.flags.get("dry_run", [])), None)
    calls = {one.stem: call for one in model.commands if flag and (call := first_call(model, one, flag))}
    with tempfile.TemporaryDirectory() as folder:
        for call in calls.values():
            lay_files(Path(folder), call["words"])
        printed = run(root, folder, calls, model)
    return {stem: (shown(model, calls[stem]["words"], flag), text) for stem, text in printed.items() if text}


def first_call(model, command, flag):
    """The words and the pipe of a command's first example; None for a command without a request."""
    if not any("request" in route for route in command.routes):
        return None
    if not any(one.does == "dry_run" for one in command.options):
        return None
    line = command.examples[0]["run"]
    words = call_words(line, model.name) or []
    return {"words": [flag, *(word for word in words if word != flag)], "stdin": PIPED if IS_PIPED.search(line) else ""}


def shown(model, words, flag):
    """The line as it is typed."""
    return " ".join([model.name, *map(shlex.quote, words[1:]), flag])


def lay_files(folder, words):
    """Files in place of those that an example names."""
    for word in words:
        name = word.rpartition("=")[2]
        if Path(name).suffix and "/" not in name and " " not in name and len(name) < 60:
            (folder / name).write_bytes(BYTES.get(Path(name).suffix, b"text\n"))


def run(root, folder, calls, model):
    """What each call prints; nothing where it fails."""
    clock = model.program["sample_times"] or {}
    environ = {"HOME": folder, "PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8", "TZ": "UTC", "CI": "1"}
    environ.update(dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9"))  # where nobody answers
    if "environment" in clock:
        environ[clock["environment"]] = clock["now"]
    environ["PYTHONPATH"] = os.pathsep.join([str(root), str(Path(__file__).resolve().parent.parent.parent)])
    done = subprocess.run(
        [sys.executable, "-m", "codegen.site.dry_runs"],
        input=json.dumps(calls),
        cwd=folder,
        env=environ,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)
