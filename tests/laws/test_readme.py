"""What README shows is what the program prints: the commands of its console blocks are run in the sandbox."""

import re
import shlex

import pytest
from manifest import ROOT

BLOCKS = re.findall(r"^```console\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
SHOWN = [one.partition("\n")[::2] for block in BLOCKS for one in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]


def test_it_shows_something():
    assert SHOWN != []


@pytest.mark.parametrize(("line", "output"), SHOWN, ids=[line for line, _ in SHOWN])
def test_what_it_shows_is_what_is_printed(line, output, cli):
    program, *words = shlex.split(line)
    ran = cli(*words)

    assert (program, ran.code, ran.out.strip()) == ("cometapi", 0, output.strip())
