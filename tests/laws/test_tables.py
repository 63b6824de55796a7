"""What a table of every command that lists or shows records looks like on a narrow and on a wide terminal, line for line."""

import re

import pytest
from golden import FOLDER, check
from inprocess import Stream, run
from manifest import (
    PRINTING,
    STANDING,
    example,
    in_a_folder_of_its_own,  # noqa: F401 - a fixture
)

from cometapi.output import formats

COMMANDS = [one for one in PRINTING if any("protocol" in route.get("response", {}) for route in one.routes)]
TABLES = [one for one in COMMANDS if not any(route["response"]["is"] == "answer" for route in one.routes)]
WIDTHS = (60, 80, 120)
PORT = re.compile(r"127\.0\.0\.1:\d{5}")  # where the sandbox of the day serves a file


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("command", TABLES, ids=lambda command: command.stem)
def test_a_table_fits_the_terminal(command, width, environ, monkeypatch):
    monkeypatch.setattr(formats, "RECENT", 0)  # else a table would depend on the day on which it is printed
    streams = Stream(), Stream(terminal=True), Stream()
    words = [*example(command), "--format", "table"]

    assert run(words, {**environ, "COLUMNS": str(width), "NO_COLOR": "1", **STANDING}, streams) == 0
    text = PORT.sub("127.0.0.1:00000", streams[1].text())
    assert [line for line in text.splitlines() if len(line) > width] == []
    check(f"tables/{command.stem}-{width}.txt", text)


def test_no_golden_table_is_left_over():
    names = {f"{command.stem}-{width}" for command in TABLES for width in WIDTHS}
    assert {path.stem for path in (FOLDER / "tables").iterdir()} == names
