"""``python -m benchmarks start``: what starting the program costs, beside programs that do nothing.

The program and an empty one are installed by pip into one fresh environment, so that both have the same wrapper and the
same site-packages. Runs are interleaved, so that a busy moment of the machine hits all alike; medians are compared.
"""

import statistics
import subprocess
import sys
import time
import venv
from pathlib import Path
from tempfile import TemporaryDirectory

PROJECT = Path(__file__).resolve().parent.parent
ROUNDS = 60
EMPTY_PROJECT = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "empty-program"
version = "1"

[project.scripts]
empty-program = "empty_program:entry"
"""
LIMITS = (  # what is compared with what, and the ratio that it may have at most (None: for information)
    ("cometapi --version", "empty-program", 1.25),
    ("cometapi --help", "python -c pass", 2.4),
    ("cometapi chat --help", "python -c pass", None),
    ("cometapi chat --bad-option", "python -c pass", None),
    ("empty-program", "python -c pass", None),
)


def main():
    """Install, measure, print; exit 1 when a ratio is over its limit."""
    with TemporaryDirectory() as folder:
        commands = install(Path(folder))
        medians = measure(commands)
    print(f"{'':28}  {'median':>9}   ({ROUNDS} interleaved rounds)")
    for name, seconds in medians.items():
        print(f"{name:28}  {seconds * 1000:6.1f} ms")
    print()
    ratios = [(one, other, limit, medians[one] / medians[other]) for one, other, limit in LIMITS]
    for one, other, limit, ratio in ratios:
        bound = "" if limit is None else f"   at most {limit}: {'yes' if ratio <= limit else 'NO'}"
        print(f"{one:28} / {other:16} {ratio:5.2f}{bound}")
    return int(any(limit is not None and ratio > limit for _, _, limit, ratio in ratios))


def install(folder):
    """Install both programs into a fresh environment; a dict from name to the words that run it."""
    empty = folder / "empty"
    (empty / "empty_program").mkdir(parents=True)
    (empty / "empty_program" / "__init__.py").write_text("def entry():\n    return 0\n")
    (empty / "pyproject.toml").write_text(EMPTY_PROJECT)
    venv.create(folder / "venv", with_pip=True)
    programs = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([programs / "python", "-m", "pip", "install", "--quiet", str(PROJECT), str(empty)], check=True)
    names = [name for pair in LIMITS for name in pair[:2]]
    return {
        name: [str(programs / word) if number == 0 else word for number, word in enumerate(name.split())]
        for name in names
    }


def measure(commands):
    """Median seconds of each command over interleaved rounds; the first round only warms up."""
    times = {name: [] for name in commands}
    for number in range(ROUNDS + 1):
        for name, words in commands.items():
            start = time.perf_counter()
            subprocess.run(
                words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
            )
            if number:
                times[name].append(time.perf_counter() - start)
    return {name: statistics.median(values) for name, values in times.items()}
