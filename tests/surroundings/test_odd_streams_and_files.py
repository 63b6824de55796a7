"""Streams that do not wait, texts with a byte order mark, and copies that cannot be read."""

import json
import os
import subprocess
import threading

import pytest
from conftest import PROGRAM

MARK = "\ufeff"


@pytest.mark.parametrize(
    "words", [["models", "--json"], ["models"], ["api", "GET", "/v1/files/f/content"]], ids=" ".join
)
def test_a_pipe_that_does_not_wait_gets_every_byte(environ, service, words):
    models = {"success": True, "data": [{"id": f"model-{number}" * 10} for number in range(9_000)]}
    service.expect_request("/api/models").respond_with_json(models)
    service.expect_request("/v1/files/f/content").respond_with_data(b"x" * 1_000_000, content_type="text/plain")
    with_a_file = subprocess.run(
        [str(PROGRAM), *words], env=environ, capture_output=True, stdin=subprocess.DEVNULL, check=True
    )
    read, write = os.pipe()
    os.set_blocking(write, False)
    process = subprocess.Popen(
        [str(PROGRAM), *words], env=environ, stdin=subprocess.DEVNULL, stdout=write, stderr=subprocess.PIPE
    )
    os.close(write)
    found, pause = bytearray(), threading.Event()
    while piece := os.read(read, 65536):
        found += piece
        pause.wait(0.001)  # slower than the program
    os.close(read)
    _, err = process.communicate(timeout=20)

    assert (process.returncode, err.replace(b"\n", b"")[:200]) == (0, with_a_file.stderr.replace(b"\n", b"")[:200])
    assert bytes(found) == with_a_file.stdout
    assert len(found) > 500_000


def test_a_mark_before_the_first_line_is_no_part_of_it(cli):
    assert cli("repl", stdin=f"{MARK}models --sandbox --json\n").code == 0
    assert cli("repl", stdin=f"{MARK}# a comment\n").err == ""
    assert cli("repl", stdin=f"{MARK}exit\nnosuch\n").code == 0


def test_a_mark_before_a_message_or_a_body_is_no_part_of_it(sent):
    assert sent("chat", stdin=f"{MARK}Hello").body["messages"][-1]["content"] == "Hello"
    assert sent("chat", "hi", "--body", "-", stdin=f'{MARK}{{"seed": 1}}').body["seed"] == 1
    assert sent("chat", "hi", "--tools", "-", stdin=f'{MARK}[{{"name": "now"}}]').body["tools"] == [{"name": "now"}]


def test_a_mark_before_a_setting_is_no_part_of_it(cli):
    assert cli("config", "set", "api_key", "-", stdin=f"{MARK}sk-test-key-0001").code == 0
    assert "sk-…0001" in cli("config", "show", "--json").out


GOOD = {"success": True, "data": [{"id": "fresh"}]}
ODD = [
    "[" * 100_000,
    '{"url": URL, "fetched_at": -1e400, "reply": {"data": []}}',
    '{"url": URL, "fetched_at": NaN, "reply": {"data": []}}',
    '{"url": URL, "fetched_at": "now", "reply": {"data": []}}',
    '{"url": URL, "fetched_at": NOW, "reply": 7}',
    '{"url": URL, "fetched_at": NOW, "reply": {"data": 7}}',
    '{"url": URL, "fetched_at": NOW, "reply": {"data": [7, null]}}',
    '{"url": URL, "fetched_at": NOW, "reply": {}}',
    '{"url": URL, "fetched_at": NOW}',
    '{"url": URL, "fetched_at": 1' + "0" * 5000 + ', "reply": {"data": []}}',
    '{"url": URL, "fetched_at": NOW, "records": 2, "reply": {"data": []}}\n{"id": "old"}',
    '{"url": URL, "fetched_at": NOW, "records": 1, "reply": {"data": []}}',
    '{"url": URL, "fetched_at": NOW, "records": 1, "reply": {"data": []}}\n{"id": "old"',
    '{"url": URL, "fetched_at": NOW, "records": 1, "reply": {"data": []}}\n7',
    '{"url": URL, "fetched_at": NOW, "records": 2, "reply": {"data": []}}\n{"id": "old"}\n\xff',
    '{"url": URL, "fetched_at": NOW, "records": "1", "reply": {"data": []}}\n{"id": "old"}',
    '{"url": URL, "fetched_at": NOW, "records": 1, "reply": 7}\n{"id": "old"}',
    "[]",
    "7",
    "",
    "\xff",
]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_a_copy_that_cannot_be_read_is_none(cli, service, home, text):
    service.expect_request("/api/models").respond_with_json(GOOD)
    assert cli("models", "--json").code == 0
    path = next((home / ".cache").rglob("models.json"))
    kept = json.loads(path.read_text().splitlines()[0])
    text = text.replace("URL", json.dumps(kept["url"])).replace("NOW", str(kept["fetched_at"]))
    path.write_bytes(text.encode("latin-1"))
    ran = cli("models", "--json")

    assert (ran.code, [one["id"] for one in json.loads(ran.out)]) == (0, ["fresh"])
