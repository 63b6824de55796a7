"""Whole processes measured side by side: wall clock, CPU time and memory, as medians of interleaved runs.

Runs are interleaved, so that a busy moment of the machine hits all alike, and figures are told as ratios, which hold
on other machines where milliseconds do not.
"""

import os
import statistics
import subprocess
import sys
from typing import NamedTuple

QUICK = bool(os.environ.get("QUICK"))  # fewer rounds


class Command(NamedTuple):
    """A program to run: ``words``, its whole ``environ`` (None for this process's), and what it reads and writes."""

    words: list[str]
    environ: dict[str, str] | None = None
    stdin: int = subprocess.DEVNULL
    stdout: int = subprocess.DEVNULL


class Figures(NamedTuple):
    """Medians of the runs of a command: seconds of the wall clock and of CPU time, and bytes of memory at its peak."""

    wall: float
    cpu: float
    memory: int


def measure(commands, rounds):
    """The Figures of each command, by the name it has in a dict; one round more runs first and only warms up.

    Raises CalledProcessError for a command that fails, whose time would mean nothing.
    """
    runs: dict[str, list[Figures]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            figures = run(command)
            if number:
                runs[name].append(figures)
    return {name: Figures(*map(statistics.median, zip(*some, strict=True))) for name, some in runs.items()}


# A process begins with the memory of the one that starts it as its peak, so a small one starts the program.
LAUNCHER = """
import os, sys, time
start = time.perf_counter()
process = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(process, 0)
told = (time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, status)
os.write(int(sys.argv[1]), " ".join(map(str, told)).encode())
"""


def run(command):
    """The Figures of one run."""
    reading, writing = os.pipe()
    words = [sys.executable, "-I", "-S", "-c", LAUNCHER, str(writing), *map(str, command.words)]
    with open(reading, encoding="ascii") as told:
        subprocess.run(
            words,
            env=command.environ,
            stdin=command.stdin,
            stdout=command.stdout,
            stderr=subprocess.DEVNULL,
            pass_fds=[writing],
            check=True,
        )
        os.close(writing)
        wall, cpu, memory, status = told.read().split()
    if int(status):
        raise subprocess.CalledProcessError(os.waitstatus_to_exitcode(int(status)), command.words)
    return Figures(float(wall), float(cpu), int(memory) * 1024)
