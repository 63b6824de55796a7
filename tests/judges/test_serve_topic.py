"""What the topic of serve tells its reader to type works as it stands."""

import os
import subprocess
import textwrap

import pytest
from strictness import HELLO

from cometapi.generated.topics import TOPICS

BLOCKS = [textwrap.dedent(one) for one in TOPICS["serve"]["text"].split("\n\n") if one.startswith("    ")]


def block(beginning):
    """The only example of the topic that begins like this."""
    (found,) = (one for one in BLOCKS if one.startswith(beginning))
    return found


@pytest.mark.parametrize("library", ["from openai", "from anthropic", "from google"])
def test_three_lines_of_python_ask_through_the_gateway(through, capsys, library):
    served = through("--sandbox")
    exec(block(library), {})
    assert capsys.readouterr().out == f"{HELLO}\n"
    assert served.summary.requests == 1


def test_the_lines_of_the_second_terminal_do_too(through, home):
    from cometapi.commands.serve import exports

    served = through("--sandbox")
    (home / ".gateway-env").write_text("\n".join(exports(served.gateway)))
    environ = {"HOME": str(home), "PATH": os.environ["PATH"]}
    done = subprocess.run(
        ["sh", "-c", block(". ~/.gateway-env")], env=environ, capture_output=True, text=True, check=True
    )
    assert HELLO in done.stdout
