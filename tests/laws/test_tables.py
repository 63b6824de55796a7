"""What a table of every command that lists or shows records looks like on a narrow and on a wide terminal, line for line."""

import io
import time

import pytest
from golden import FOLDER, check
from manifest import PRINTING, example

from cometapi.context import Context
from cometapi.main import run

COMMANDS = [one for one in PRINTING if any("envelope" in route.get("response", {}) for route in one.routes)]
TABLES = [one for one in COMMANDS if not any(route["response"]["is"] == "answer" for route in one.routes)]
WIDTHS = (60, 80, 120)


class Terminal(io.StringIO):
    """A terminal in memory."""

    encoding = "utf-8"

    def isatty(self):
        return True


@pytest.fixture
def in_utc(monkeypatch):
    """Local time is UTC."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("command", TABLES, ids=lambda command: command.stem)
def test_a_table_fits_the_terminal(command, width, in_utc, tmp_path):
    terminal = Terminal()
    environ = {"HOME": str(tmp_path), "COLUMNS": str(width), "NO_COLOR": "1"}
    words = [*example(command), "--format", "table"]

    assert run(Context(words, environ, io.StringIO(), terminal, io.StringIO())) == 0
    assert [line for line in terminal.getvalue().splitlines() if len(line) > width] == []
    check(f"tables/{command.stem}-{width}.txt", terminal.getvalue())


def test_no_golden_table_is_left_over():
    names = {f"{command.stem}-{width}" for command in TABLES for width in WIDTHS}
    assert {path.stem for path in (FOLDER / "tables").iterdir()} == names
