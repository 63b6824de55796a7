"""The interpreter's own switches: assertions off, warnings as errors, development mode, isolation; nothing changes."""

import os
import subprocess
import sys

import pytest
from conftest import PROJECT

SWITCHES = [["-O"], ["-OO"], ["-W", "error"], ["-X", "dev", "-W", "error"]]
VARIABLES = [
    {"PYTHONWARNINGS": "error"},
    {"PYTHONUNBUFFERED": "1"},
    {"PYTHONDONTWRITEBYTECODE": "1"},
    {"PYTHONHASHSEED": "0"},
]
CALLS = ["--help", "config show", "--sandbox chat hi --usage", "--sandbox models --json", "--sandbox doctor", "chat"]


def ran(words, environ, *switches):
    """What a call left behind: exit code, stdout, stderr."""
    command = [sys.executable, *switches, "-m", "cometapi", *words.split()]
    done = subprocess.run(command, env=environ, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout, done.stderr


def steady(outcome):
    """An outcome without what differs from call to call: ports and times."""
    import re

    return [re.sub(r"\d+", "N", str(part)) for part in outcome]


@pytest.fixture(scope="module")
def usual(tmp_path_factory):
    """What each call comes to without switches, and the environment of all of them."""
    home = tmp_path_factory.mktemp("home")
    environ = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(PROJECT),
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "COLUMNS": "80",
    }
    return environ, {words: steady(ran(words, environ)) for words in CALLS}


@pytest.mark.parametrize("switches", SWITCHES, ids=" ".join)
def test_a_switch_changes_nothing(switches, usual):
    environ, before = usual
    assert {words: steady(ran(words, environ, *switches)) for words in CALLS} == before


@pytest.mark.parametrize("variables", VARIABLES, ids=str)
def test_a_variable_changes_nothing(variables, usual):
    environ, before = usual
    assert {words: steady(ran(words, {**environ, **variables})) for words in CALLS} == before
