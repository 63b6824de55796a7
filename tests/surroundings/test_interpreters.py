"""The interpreter's own switches: assertions off, warnings as errors, development mode, isolation; nothing changes."""

import json
import os
import re
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
SCRIPT = """
import json, os, sys
from inprocess import call
runs = [call(words.split(), dict(os.environ)) for words in json.loads(sys.argv[1])]
print(json.dumps([(ran.code, ran.out, ran.err) for ran in runs]))
"""


def ran(environ, *switches):
    """What each call leaves behind in one interpreter with these switches: exit code, stdout, stderr."""
    command = [sys.executable, *switches, "-c", SCRIPT, json.dumps(CALLS)]
    done = subprocess.run(command, env=environ, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
    assert done.stderr == ""
    return dict(zip(CALLS, map(steady, json.loads(done.stdout)), strict=True))


def steady(outcome):
    """An outcome without what differs from call to call: ports and times."""
    return [re.sub(r"\d+", "N", str(part)) for part in outcome]


@pytest.fixture(scope="module")
def usual(tmp_path_factory):
    """What each call comes to without switches, and the environment of all of them."""
    home = tmp_path_factory.mktemp("home")
    environ = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join([str(PROJECT), str(PROJECT / "tests")]),
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "COLUMNS": "80",
    }
    return environ, ran(environ)


@pytest.mark.parametrize("switches", SWITCHES, ids=" ".join)
def test_a_switch_changes_nothing(switches, usual):
    environ, before = usual
    assert ran(environ, *switches) == before


@pytest.mark.parametrize("variables", VARIABLES, ids=str)
def test_a_variable_changes_nothing(variables, usual):
    environ, before = usual
    assert ran({**environ, **variables}) == before
