"""Every man page is roff that nothing warns of."""

import shutil
import subprocess

import pytest
from manifest import COMMANDS, ROOT, by_words

PAGES = sorted((ROOT / "cometapi" / "share" / "man").glob("*.1"))


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is not here (Debian: apt install groff)")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_groff_has_nothing_to_warn_of(page):
    done = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-K", "utf8", page], capture_output=True, check=True)
    assert done.stderr.decode() == ""


@pytest.mark.skipif(not shutil.which("mandoc"), reason="mandoc is not here (Debian: apt install mandoc)")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_mandoc_finds_no_error(page):
    done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", page], capture_output=True, check=False)
    told = [line for line in done.stdout.decode().splitlines() if "missing date" not in line]
    assert told == []  # without a date, the page changes only when the manifest does


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is not here (Debian: apt install groff)")
@pytest.mark.parametrize("command", COMMANDS, ids=by_words)
def test_examples_can_be_copied_from_the_page(command):
    page = ROOT / "cometapi" / "share" / "man" / f"cometapi-{command.stem}.1"
    wide = ["groff", "-man", "-Tutf8", "-K", "utf8", "-rLL=300n", "-P-cbou", page]
    text = subprocess.run(wide, capture_output=True, check=True).stdout.decode()
    assert [one["run"] for one in command.examples if one["run"] not in text] == []
