"""What of a call is in the history, when it is there, and what never is."""

import json
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from answering import database, exchanges


def test_a_call_is_kept_with_all_that_is_known_of_it(cli, answering, home, speech):
    cli(speech.command, "hello", "-m", "m", "-s", "Be brief")
    [one] = exchanges(home)
    wanted = {"prompt": "hello", "reply": "an answer", "state": "finished", "model": "m", "system": "Be brief"}
    wanted |= {"command": speech.command, "protocol": speech.command, "key_hint": "0001", "profile": "default"}
    assert {name: one[name] for name in wanted} == wanted
    assert one["request_id"] == "req-1"
    assert json.loads(one["usage"])["output"] == 3
    assert one["duration"] >= one["first_token"] > 0
    assert one["finish_reason"]


def test_run_is_kept_as_the_command_it_is_short_for(cli, answering, home):
    cli("run", "m", "-p", "hello")
    assert [(one["command"], one["prompt"], one["reply"]) for one in exchanges(home)] == [
        ("chat", "hello", "an answer")
    ]


@pytest.mark.parametrize(
    "words", [["--json"], ["--events"], ["--raw"], ["--no-stream"], ["-f", "markdown"], ["--reasoning", "only"]]
)
def test_it_is_kept_in_every_format(cli, answering, home, speech, words):
    cli(speech.command, "hello", *words)
    assert [(one["reply"], one["state"]) for one in exchanges(home)] == [("an answer", "finished")]


NOT_KEPT = [
    (["chat", "x"], {"COMETAPI_HISTORY": None}),  # the default, in a pipe
    (["chat", "x"], {"COMETAPI_HISTORY": "off"}),
    (["chat", "x", "--no-history"], {}),
    (["messages", "x", "--no-history"], {}),
    (["gemini", "x", "--no-history"], {}),
    (["responses", "x", "--no-history"], {}),
    (["run", "m", "-p", "x", "--no-history"], {}),
    (["chat", "x", "--sandbox"], {}),
    (["chat", "x", "--dry-run"], {}),
    (["chat", "x", "--curl"], {}),
]


@pytest.mark.parametrize(("words", "env"), NOT_KEPT)
def test_what_is_not_kept_leaves_no_file(cli, answering, home, words, env):
    assert cli(*words, env=env).code == 0
    assert not database(home).exists()


LOADED = """
import sys
from cometapi.main import main
code = main({words!r})
found = [name for name in sys.modules if name == "sqlite3" or name.startswith("cometapi.history")]
sys.stderr.write("\\n" + repr((code, found)))
"""


@pytest.mark.parametrize(("words", "env"), [*NOT_KEPT, (["models", "--sandbox"], {}), (["config", "show"], {})])
def test_what_is_not_kept_loads_nothing_of_the_history(answering, environ, words, env):
    variables = {name: value for name, value in {**environ, **env}.items() if value is not None}
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(words=words)],
        capture_output=True,
        encoding="utf-8",
        env=variables,
        check=True,
        stdin=subprocess.DEVNULL,
    )
    assert done.stderr.splitlines()[-1] == "(0, [])"


def test_ci_keeps_nothing_unless_it_is_asked(cli, answering, home, terminal):
    child = terminal("chat", "x", env={"COMETAPI_HISTORY": "terminal", "CI": "true"})
    child.ends()
    assert exchanges(home) == []
    cli("chat", "x", env={"CI": "true"})
    assert len(exchanges(home)) == 1


def test_the_first_call_that_is_kept_says_where_and_how_to_stop_it(answering, home, terminal):
    first = terminal("chat", "hello", env={"COMETAPI_HISTORY": None})
    first.ends()
    second = terminal("chat", "hello", env={"COMETAPI_HISTORY": None})
    second.ends()
    told = " ".join(first.text.split())
    assert str(database(home)) in told
    assert "config set history off" in told and "--no-history" in told
    assert "history" not in second.text
    assert len(exchanges(home)) == 2


def test_who_asked_for_it_is_told_nothing(cli, answering):
    assert cli("chat", "hello").err == ""


def started(environ, *words, **options):
    """A process of the program with no terminal."""
    command = [sys.executable, "-m", "cometapi", *words]
    return subprocess.Popen(
        command, env=environ, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options
    )


def until(condition):
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_the_question_is_there_before_the_answer(answering, environ, home, speech):
    answering.say(holds=True)
    child = started(environ, speech.command, "the question")
    assert answering.came.wait(20)
    [one] = exchanges(home)
    child.kill()
    child.communicate()
    assert (one["state"], one["prompt"], one["reply"]) == ("sent", "the question", "")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_call_that_is_interrupted_before_a_byte_is_unfinished(answering, environ, home, cli, number):
    cli("chat", "this one is finished")
    answering.came.clear()
    answering.say(holds=True)
    child = started(environ, "chat", "the lost question", "-m", "lost-model")
    assert answering.came.wait(20)
    until(lambda: child.poll() is not None or child.send_signal(number) or time.sleep(0.5))
    child.communicate()
    assert exchanges(home)[1]["state"] == "interrupted"
    found = json.loads(cli("history", "unfinished", "--json").out)
    assert [(one["prompt"], one["model"]) for one in found] == [("the lost question", "lost-model")]


def test_a_call_that_was_killed_is_unfinished(answering, environ, home, cli):
    answering.say(holds=True)
    child = started(environ, "chat", "the lost question")
    assert answering.came.wait(20)
    child.kill()
    child.communicate()
    assert "the lost question" in cli("history", "unfinished", "--json").out


STATES = [
    (400, "refused", []),
    (401, "refused", []),
    (429, "failed", []),
    (503, "failed", []),
    (500, "cut", ["x"]),
    (504, "cut", ["x"]),
]


@pytest.mark.parametrize(("status", "state", "unfinished"), STATES)
def test_what_became_of_a_call_that_failed(cli, answering, home, status, state, unfinished):
    answering.say("no", status=status)
    cli("chat", "x", "--retries", "0")
    [one] = exchanges(home)
    assert (one["state"], one["request_id"]) == (state, "req-1")
    assert str(status) in one["error"]
    assert [found["prompt"] for found in json.loads(cli("history", "unfinished", "--json").out)] == unfinished


def test_a_service_that_cannot_be_reached_has_not_taken_it(cli, answering, home, nobody):
    cli("chat", "x", "--retries", "0", env={"COMETAPI_BASE_URL": f"{nobody}/v1"})
    assert [one["state"] for one in exchanges(home)] == ["failed"]


def test_a_time_out_leaves_it_open(process, cli, answering, home):
    answering.say(holds=True)
    assert process("chat", "x", "--timeout", "0.3").code == 69
    assert [one["state"] for one in exchanges(home)] == ["cut"]
    assert '"x"' in cli("history", "unfinished", "--json").out


def test_an_answer_that_does_not_fit_its_schema_is_kept_whole(cli, answering, home, tmp_path):
    (tmp_path / "s.json").write_text('{"type": "object"}')
    cli("chat", "x", "--schema", tmp_path / "s.json", "--strict")
    assert [(one["state"], one["reply"]) for one in exchanges(home)] == [("finished", "an answer")]


def clock(folder):
    """Options that let a model call a tool."""
    (folder / "tools.json").write_text(json.dumps([{"type": "function", "function": {"name": "now"}}]))
    tool = folder / "now"
    tool.write_text("#!/bin/sh\necho noon\n")
    tool.chmod(0o755)
    return ["--tools", folder / "tools.json", "--run-tools", folder, "--yes", "--retries", "0"]


def test_rounds_of_tools_are_one_exchange_with_the_usage_of_all(cli, answering, home, tmp_path):
    answering.say("", calls=[("k1", "now", "{}")])
    answering.say("It is noon.")
    ran = cli("chat", "time?", *clock(tmp_path))
    assert ran.out == "It is noon.\n"
    [one] = exchanges(home)
    assert json.loads(one["usage"])["output"] == 6
    assert [turn["role"] for turn in json.loads(one["answered"])] == ["assistant", "tool", "assistant"]
    cli("chat", "thanks", "-c")
    assert [turn["role"] for turn in answering.bodies[2]["messages"]] == [
        "user",
        "assistant",
        "tool",
        "assistant",
        "user",
    ]


@pytest.mark.parametrize("status", [400, 429, 500])
def test_a_round_of_tools_that_fails_does_not_lose_those_before(cli, answering, home, tmp_path, status):
    answering.say("", calls=[("k1", "now", "{}")])
    answering.say("no", status=status)
    cli("chat", "time?", *clock(tmp_path))
    [one] = exchanges(home)
    assert (one["state"], json.loads(one["usage"])["output"]) == ("cut", 3)
    assert [turn["role"] for turn in json.loads(one["answered"])] == ["assistant", "tool"]
    [sum_of] = json.loads(cli("history", "cost", "--json").out)
    assert sum_of["calls"] == 1


def test_rounds_of_tools_that_run_out_are_each_kept_once(cli, answering, home, tmp_path):
    answering.say("", calls=[("k1", "now", "{}")])
    answering.say("", calls=[("k2", "now", "{}")])
    cli("chat", "time?", *clock(tmp_path), "--max-rounds", "2")
    [one] = exchanges(home)
    assert one["state"] == "cut"
    assert [turn["role"] for turn in json.loads(one["answered"])] == ["assistant", "tool"] * 2


@pytest.mark.parametrize(
    ("second", "reply"), [({"text": '{"name": "x"}'}, '{"name": "x"}'), ({"status": 500}, '{"a": 1}')]
)
def test_an_answer_that_was_sent_back_is_kept_where_none_came_in_its_place(cli, answering, home, second, reply):
    answering.say('{"a": 1}')
    answering.say(**second)
    cli("chat", "x", "--schema", "name", "--repairs", "1", "--retries", "0")
    [one] = exchanges(home)
    assert (one["reply"], json.loads(one["answered"])) == (reply, [{"role": "assistant", "content": reply}])


def test_ten_at_once_on_a_fresh_machine(answering, environ, home):
    with ThreadPoolExecutor(10) as threads:
        children = [started(environ, "chat", f"question {number}") for number in range(10)]
        ended = list(threads.map(lambda child: (*child.communicate(timeout=60), child.returncode), children))
    assert ended == [(b"an answer\n", b"", 0)] * 10
    found = exchanges(home)
    assert sorted(one["prompt"] for one in found) == sorted(f"question {number}" for number in range(10))
    assert {one["state"] for one in found} == {"finished"}
    assert len({one["conversation"] for one in found}) == 10


def test_two_turns_at_once_follow_each_other(answering, environ, home, cli):
    cli("chat", "first")
    children = [started(environ, "chat", f"turn {number}", "-c") for number in range(2)]
    for child in children:
        child.communicate(timeout=60)
    cli("chat", "last", "-c")
    assert len({one["conversation"] for one in exchanges(home)}) == 1
    assert len(answering.bodies[-1]["messages"]) == 7


def test_nothing_is_readable_by_others_and_no_secret_is_kept(answering, environ, home):
    secret = environ["COMETAPI_KEY"]
    script = (
        f"umask 000; exec {sys.executable} -m cometapi chat 'my key is {secret}, sk-abcdefghijklmnop1234' -s {secret}"
    )
    subprocess.run(["/bin/sh", "-c", script], env=environ, check=True, stdin=subprocess.DEVNULL, capture_output=True)
    assert secret in json.dumps(answering.bodies)
    folder = database(home).parent
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for path in folder.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert secret.encode() not in path.read_bytes()
        assert b"sk-abcdefghijklmnop1234" not in path.read_bytes()


def test_private_fields_are_masked(cli, answering, home):
    cli("chat", json.dumps({"password": "hunter2hunter2"}), "--set", "metadata.access_token=tokentoken99")
    assert b"hunter2hunter2" not in database(home).read_bytes()
    assert b"tokentoken99" not in database(home).read_bytes()


def test_pictures_are_kept_by_digest_and_path(cli, answering, home, tmp_path, speech):
    picture = tmp_path / "cat.png"
    content = b"\x89PNG\r\n\x1a\n" + os.urandom(3000)
    picture.write_bytes(content)
    cli(speech.command, "one", "--image", picture)
    cli(speech.command, "two", "--image", picture)
    import base64
    import hashlib

    connection = sqlite3.connect(database(home))
    rows = connection.execute("SELECT digest, path, media_type, size FROM attachments").fetchall()
    connection.close()
    assert rows == [(hashlib.sha256(content).hexdigest(), str(picture), "image/png", len(content))] * 2
    assert base64.b64encode(content)[:100] not in database(home).read_bytes()
    assert content[20:120] not in database(home).read_bytes()


def test_an_answer_of_many_megabytes_is_kept(cli, answering, home):
    answering.say("many words " * 1_900_000)
    assert cli("chat", "x", "--no-stream").code == 0
    assert len(exchanges(home)[0]["reply"]) == 20_900_000


def test_a_history_that_is_in_use_when_the_answer_comes_fails_no_call(cli, answering, environ, home):
    cli("chat", "the first")
    connection = sqlite3.connect(database(home), isolation_level=None)
    connection.execute("PRAGMA journal_mode = DELETE")  # as where no log can be: who writes keeps off who reads
    answering.came.clear()
    answering.say("what was paid for", holds=True)
    child = started(environ, "chat", "the second")
    assert answering.came.wait(20)
    connection.execute("BEGIN EXCLUSIVE")
    answering.go_on.set()
    out, err = child.communicate(timeout=60)
    connection.close()
    assert (out, child.returncode, err.count(b"\n")) == (b"what was paid for\n", 0, 1)
    assert b"is in use by another process" in err


def test_all_answers_of_a_comparison_are_kept_before_it_ends(cli, answering, environ, home):
    cli("chat", "the first")
    connection = sqlite3.connect(database(home), isolation_level=None)
    for _ in range(2):
        answering.say("an answer", holds=True)
    child = started(environ, "compare", "the same", "-m", "a", "-m", "b", "--json")
    until(lambda: len(answering.bodies) == 3)
    connection.execute("BEGIN EXCLUSIVE")
    answering.go_on.set()
    time.sleep(1)
    connection.close()
    out, err = child.communicate(timeout=60)
    assert [one["answer"] for one in json.loads(out)] == ["an answer"] * 2
    assert [one["state"] for one in exchanges(home)] == ["finished"] * 3, err


def test_a_reader_that_leaves_does_not_lose_the_call(answering, environ, home):
    answering.say("a line\n" * 100_000)
    command = f"{sys.executable} -m cometapi chat x | head -n 1"
    subprocess.run(["/bin/sh", "-c", command], env=environ, check=True, stdin=subprocess.DEVNULL, capture_output=True)
    until(lambda: exchanges(home) and exchanges(home)[0]["state"] != "sent")
    assert exchanges(home)[0]["reply"].startswith("a line\n")


def test_costs_are_estimated_by_the_catalog(cli, service, home, environ):
    environ["COMETAPI_HISTORY"] = "all"
    reply = {"model": "m", "choices": [{"message": {"content": "Hi"}, "finish_reason": "stop"}]}
    reply["usage"] = {"prompt_tokens": 1000, "completion_tokens": 100}
    service.expect_request("/v1/chat/completions").respond_with_json(reply)
    catalog = [{"id": "m", "provider": "P", "pricing": {"input": 100, "output": 1}}]
    service.expect_request("/api/models").respond_with_json({"success": True, "data": catalog})
    cli("chat", "one", "-m", "m")
    assert exchanges(home)[0]["cost_usd"] is None  # nothing is fetched for it beside the call
    cli("models")
    cli("chat", "two", "-m", "m")
    assert exchanges(home)[1]["cost_usd"] == 0.1001
    found = json.loads(cli("history", "cost", "--by", "model", "--json").out)
    assert [(one["calls"], one["cost_usd"], one["unpriced"]) for one in found] == [(2, 0.2002, 0)]
