"""Folders on a disk that is full, or that nothing can be written to, in a name space of mounts that ends with the call."""

import os
import shlex
import subprocess
import sys

MODULE = [sys.executable, "-m", "cometapi"]


def mounted(script, environ, **options):
    """A shell script in a mount name space of its own, where it may mount: the finished process, its output as text."""
    command = ["unshare", "--map-root-user", "--mount", "sh", "-c", script]
    return subprocess.run(command, env=environ, capture_output=True, text=True, timeout=60, check=False, **options)


def on_full_disk(folder, prepare, words, environ):
    """Run the program with these words after ``prepare`` (a script in ``folder``) and the filling of the last byte."""
    script = (
        f"mount -t tmpfs -o size=64k none {shlex.quote(str(folder))} && cd {shlex.quote(str(folder))} && {prepare}\n"
        "cat /dev/zero > filling 2> /dev/null\n"
        f"{words.replace('cometapi', shlex.join(MODULE))}\n"
        "code=$?; rm -f filling; echo; find . -type f | sort; cat config.toml old.txt 2> /dev/null; exit $code"
    )
    return mounted(script, environ)


def read_only(folder, words, environ):
    """Run the program with these words in a folder that is mounted so that nothing can be written to it."""
    place = shlex.quote(str(folder))
    script = f"mount --bind {place} {place} && mount -o remount,bind,ro {place} && cd {place} && exec {shlex.join([*MODULE, *words])}"
    return mounted(script, environ, stdin=subprocess.DEVNULL)


def zipped(path, package):
    """The package as a zip at ``path``, as a wheel holds it."""
    import zipfile

    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(package.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                archive.write(file, os.path.join("cometapi", file.relative_to(package)))
    return path
