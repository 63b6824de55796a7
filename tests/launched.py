"""Programs that a test runs through the gateway: what each has seen is in what it prints."""

import json
import sys

import pytest

SEEN = """\
import json, os, sys
print(json.dumps({"environment": dict(os.environ), "words": sys.argv[1:],
                  "lines": [open(f"/proc/{one}/cmdline").read() for one in (os.getpid(), os.getppid())]}))
"""


@pytest.fixture
def program(tmp_path):
    """Make an executable of this name that runs Python; the path. Without a text it prints what it sees."""

    def make(name, text=SEEN, runs=sys.executable):
        path = tmp_path / "bin" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!{runs}\n{text}")
        path.chmod(0o755)
        return str(path)

    return make


class Seen:
    """What a program has seen that prints it."""

    def __init__(self, ran):
        assert ran.out.startswith("{"), ran
        facts = json.loads(ran.out.splitlines()[0])
        self.environment, self.words, self.lines = facts["environment"], facts["words"], facts["lines"]
        self.ran = ran


@pytest.fixture
def seen(cli, program):
    """Run an agent's program in the sandbox: what it has seen."""

    def run(name, *options, arguments=(), env=None):
        return Seen(cli("exec", "--sandbox", *options, "--", program(name), *arguments, env=env))

    return run
