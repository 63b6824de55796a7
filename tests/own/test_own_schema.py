"""Own commands in schema, as tools, in the sandbox that stays, and made by two processes at once."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest


def test_schema_knows_an_own_command_and_its_group(with_pets):
    entry = json.loads(with_pets("schema", "pets", "list").out)
    assert (entry["command"], entry["effect"], entry["cost"]) == ("pets list", "read", "free")
    assert entry["arguments"]["properties"]["status"]["enum"] == ["available", "sold"]
    assert json.loads(with_pets("schema", "pets").out) == [entry]


@pytest.mark.parametrize("form", ["openai", "anthropic", "gemini", "mcp"])
def test_an_own_command_is_a_tool(form, with_pets):
    tools = json.loads(with_pets("schema", "pets", "list", "--tools", form).out)
    assert "status" in json.dumps(tools)


def test_two_processes_at_once_leave_one_whole_cache(with_pets, home, environ):
    kept = home / ".cache" / "cometapi" / "commands" / "pets-list.json"
    whole = kept.read_text("utf-8")
    kept.unlink()
    (home / ".cache" / "cometapi" / "own.json").unlink()
    command = [sys.executable, "-m", "cometapi", "pets", "list", "--sandbox", "-f", "csv"]

    def run(_):
        return subprocess.run(command, env=environ, capture_output=True, text=True, check=False, timeout=60)

    with ThreadPoolExecutor(4) as threads:
        done = list(threads.map(run, range(4)))
    assert [(one.returncode, one.stdout) for one in done] == [
        (0, "id,name\\n1,Rex\\n2,Tom\\n".replace("\\n", "\n"))
    ] * 4
    assert kept.read_text("utf-8") == whole
