"""Several processes that change the config file at once, and one that is killed while it does."""

import subprocess
import sys
import tomllib

import pytest
from conftest import PROGRAM

BEGINNING = """\
# mine
default_model = "old"
timeout = 1

[profiles.work]
retries = 1
"""


@pytest.fixture
def file(config):
    config.write_text(BEGINNING)
    config.chmod(0o600)
    return config


def started(environ, *words):
    return subprocess.Popen(
        [str(PROGRAM), "config", *words], env=environ, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def test_ten_processes_at_once_lose_nothing(environ, file):
    changes = [
        ("set", "default_model", "new"),
        ("set", "output_format", "json"),
        ("set", "retries", "7"),
        ("unset", "timeout"),
        ("set", "connect_timeout", "3"),
        ("set", "retry_max_wait", "4"),
        ("set", "timeout", "5", "--profile", "work"),
        ("unset", "retries", "--profile", "work"),
        ("set", "retries", "8", "--profile", "new"),
        ("set", "default_model", "m", "--profile", "new"),
    ]
    codes = [process.wait(60) for process in [started(environ, *words) for words in changes]]

    assert codes == [0] * 10
    assert file.read_text().startswith("# mine\n")
    assert tomllib.loads(file.read_text()) == {
        "default_model": "new",
        "output_format": "json",
        "retries": 7,
        "connect_timeout": 3,
        "retry_max_wait": 4,
        "profiles": {"work": {"timeout": 5}, "new": {"retries": 8, "default_model": "m"}},
    }


KILLED = """\
import os, signal, sys
from cometapi import config_file
steps = iter(range(int(sys.argv[2])))

def step(frame, event, argument):
    if next(steps, None) is None:
        os.kill(os.getpid(), signal.SIGKILL)
    return step

sys.settrace(step)
config_file.change(sys.argv[1], {"default_model": "new"})
"""


@pytest.mark.parametrize("steps", range(5, 6000, 375))
def test_a_process_that_is_killed_leaves_the_old_file_or_the_new_one(environ, file, steps):
    subprocess.run([sys.executable, "-c", KILLED, str(file), str(steps)], env=environ, check=False, capture_output=True)

    assert file.read_text() in (BEGINNING, BEGINNING.replace('"old"', '"new"'))
    assert started(environ, "set", "retries", "2").wait(60) == 0  # a lock dies with who held it
