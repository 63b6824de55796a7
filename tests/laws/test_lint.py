"""The whole project, what the press writes included, passes its own lint and formatting."""

import subprocess
import sys
from pathlib import Path

import pytest
from manifest import ROOT


@pytest.mark.parametrize("words", [["check"], ["format", "--check"]], ids=" ".join)
def test_ruff_has_nothing_to_say(words):
    ruff = Path(sys.executable).with_name("ruff")
    done = subprocess.run([ruff, *words, "--quiet", "."], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout + done.stderr == ""
