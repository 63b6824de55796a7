"""What a run does with odd rows, refusals, limits and stops: a row is asked for once, and what became of it is told."""

# ruff: noqa: F811
import json
import os
import signal
import subprocess
import sys
import threading

import pytest
from asked import KEY, answer, asked, folder, of, refusal, right, row  # noqa: F401 - fixtures

REFUSED = refusal(401, "invalid_api_key")


# --- rows


def test_two_rows_with_one_id_are_refused_before_anything_is_sent(folder, asked):
    folder.rows(row(0), row(1), of("row-000", "other"))
    ran = folder.run()

    assert (ran.code, asked.prompts) == (2, [])
    assert 'Two rows have the ID "row-000": lines 1 and 3.' in ran.err


@pytest.mark.parametrize("line", [b"null", b"[1, 2]", b'"hello"', b"{", b'{"custom_id": "x", "temperature": NaN}'])
def test_a_line_that_is_no_row_is_told_and_nothing_is_sent(folder, asked, line):
    folder.rows(row(0), line, row(1))
    ran = folder.run()

    assert (ran.code, asked.prompts) == (2, [])
    assert "in.jsonl:2: " in ran.err


@pytest.mark.parametrize(
    "change", [{"body": "text"}, {"body": None}, {"method": "GET"}, {"url": None}, {"url": 7}], ids=str
)
def test_a_row_without_a_request_is_told_and_nothing_is_sent(folder, asked, change):
    folder.rows(row(0), {**row(1), **change})
    ran = folder.run()

    assert (ran.code, asked.prompts) == (2, [])
    assert "in.jsonl:2: The row has " in ran.err


HOSTS = ["http://127.0.0.2:1/v1/chat/completions", "//127.0.0.2:1/v1/chat/completions", "/v1/../../@127.0.0.2:1/x"]


@pytest.mark.parametrize(
    "url", [*HOSTS, "\\\\127.0.0.2:1\\v1", "/api/user/self", "/v1/chat/completions?x=1", "/v1/models"]
)
def test_a_row_goes_to_paid_routes_of_the_service_only(folder, asked, url):
    folder.rows(row(0), {**row(1), "url": url})
    ran = folder.run()

    assert (ran.code, asked.prompts, asked.bodies) == (2, [], [])
    assert "in.jsonl:2: The row has the url" in ran.err


IDS = ["a/b:c", "  spaces  ", "two\nlines", 'a "quote"', "🦊", "x" * 300, "..", "-n"]


def test_ids_are_kept_as_they_are(folder, asked):
    rows = [of(id, f"prompt {number}") for number, id in enumerate(IDS)]
    folder.rows(*rows)

    assert (folder.run().code, folder.answers()) == (0, right(*rows))
    assert (folder.run().code, len(asked.prompts)) == (0, len(IDS))


def test_rows_in_the_form_of_anthropic_go_to_its_endpoint(folder, asked):
    params = {"model": "claude-sonnet-4-6", "max_tokens": 9, "messages": [{"role": "user", "content": "Hi"}]}
    folder.rows(*({"custom_id": f"{number}", "params": params} for number in range(3)))
    text = {"type": "text", "text": "Hello"}
    asked.always = (200, {"type": "message", "role": "assistant", "content": [text], "stop_reason": "end_turn"}, {})
    ran = folder.run()

    assert (ran.code, {path for path, _ in asked.bodies}) == (0, {"/v1/messages"})
    assert sorted(one["custom_id"] for one in folder.lines()) == ["0", "1", "2"]


def test_cells_are_filled_in_once_and_never_taken_for_options(folder, asked):
    cells = ["--model=dear", "{other} {{x}}", 'two\nlines, "quoted"']
    quoted = ['"' + cell.replace('"', '""') + '"' for cell in cells]
    (folder.path / "in.csv").write_bytes(
        b"\xef\xbb\xbf" + ("text,other\n" + "".join(f"{one},o\n" for one in quoted)).encode()
    )
    ran = folder.run("--", "chat", "Say {text} {{text}}", rows="in.csv")

    assert (ran.code, sorted(asked.prompts)) == (0, sorted(f"Say {cell} {{text}}" for cell in cells))
    assert {body["model"] for _, body in asked.bodies} == {"gpt-5.4"}


def test_a_template_is_filled_with_the_columns(folder, asked, home):
    place = home / ".config" / "cometapi" / "templates"
    place.mkdir(parents=True)
    (place / "say.yaml").write_text("model: gpt-5.4-mini\nprompt: Say {text} in {how}.\nparameters:\n  how: short\n")
    (folder.path / "in.csv").write_text("text\nhello\n")
    ran = folder.run("--template", "say", rows="in.csv")

    assert (ran.code, asked.prompts, asked.bodies[0][1]["model"]) == (0, ["Say hello in short."], "gpt-5.4-mini")


def test_a_place_without_a_column_is_refused_and_named(folder, asked):
    (folder.path / "in.csv").write_text("text\nhello\n")
    ran = folder.run("--", "chat", "Say {textt}", rows="in.csv")

    assert (ran.code, asked.prompts) == (2, [])
    assert "'textt'" in ran.err


# --- answers


def test_answers_that_come_in_another_order_are_each_at_its_row(folder, asked):
    rows = [row(number) for number in range(40)]
    folder.rows(*rows)
    asked.held = ["prompt 0"]
    threading.Thread(target=lambda: (asked.wait(40), asked.go_on.set())).start()

    assert (folder.run("--parallel", "16").code, folder.answers(), asked.twice()) == (0, right(*rows), [])
    assert [one["custom_id"] for one in folder.lines()].index(
        "row-000"
    ) >= 24  # those that were in the air with it may end later


def test_refused_rows_are_results_too_and_stop_nothing(folder, asked):
    rows = [row(number) for number in range(60)]
    folder.rows(*rows)
    for number in range(0, 60, 3):
        asked.replies[f"prompt {number}"] = [refusal(400, "content_policy_violation")]
    ran = folder.run()
    failed = sorted(id for id, text in folder.answers().items() if text is None)

    assert (ran.code, asked.twice(), len(asked.prompts)) == (3, [], 60)
    assert failed == [f"row-{number:03}" for number in range(0, 60, 3)]
    assert "40 answered, 20 failed" in ran.err


NOTHING = {"choices": []}


@pytest.mark.parametrize(
    "reply",
    [
        (200, {"error": {"message": "no", "code": "x"}}, {}),
        (200, {"success": False, "message": "no"}, {}),
        (200, NOTHING, {}),
        lambda talk: talk.whole(b"<html>busy</html>", 200, "text/html"),
        lambda talk: talk.whole(b"", 200, "application/json"),
    ],
    ids=["error", "success", "no choices", "html", "empty"],
)
def test_a_yes_without_an_answer_is_a_failure_of_that_row(folder, asked, reply):
    rows = [row(number) for number in range(3)]
    folder.rows(*rows)
    asked.replies["prompt 1"] = [reply]

    assert (folder.run().code, asked.twice()) == (3, [])
    assert folder.answers() == {**right(*rows), "row-001": None}


def test_a_row_may_ask_for_a_stream(folder, asked):
    folder.rows(row(0, stream=True))
    event = {"choices": [{"index": 0, "delta": {"content": "Hi"}, "finish_reason": None}]}
    end = {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}
    sse = f"data: {json.dumps(event)}\n\ndata: {json.dumps(end)}\n\ndata: [DONE]\n\n".encode()
    asked.always = lambda talk: talk.whole(sse, 200, "text/event-stream")

    assert (folder.run().code, folder.answers()) == (0, {"row-000": "Hi"})


# --- refusals and limits


def test_a_refusal_delays_its_own_row_alone(folder, asked):
    rows = [row(number) for number in range(25)]
    folder.rows(*rows)
    asked.replies["prompt 0"] = [refusal(429, **{"Retry-After": "1"})]
    ran = folder.run()
    first, again = (asked.moments[place] for place, prompt in enumerate(asked.prompts) if prompt == "prompt 0")

    assert (ran.code, folder.answers()) == (0, right(*rows))
    assert (asked.prompts[-1], again - first >= 1) == ("prompt 0", True)


def test_a_service_that_takes_three_at_once_answers_all(folder, asked):
    rows = [row(number) for number in range(30)]
    folder.rows(*rows)

    def full(talk):
        is_full = asked.served > 2
        asked.served += not is_full
        if is_full:
            return asked.reply(talk, refusal(429, **{"Retry-After": "0"}))
        threading.Event().wait(0.01)
        asked.served -= 1
        return asked.reply(talk, (200, answer("x"), {}))

    asked.served, asked.always = 0, full
    ran = folder.run("--retries", "20")

    assert (ran.code, len(folder.lines())) == (0, 30)
    assert len(asked.prompts) <= 90


def test_a_row_that_is_larger_than_a_minute_is_run(folder, asked):
    folder.rows(row(0))

    assert (folder.run("--tpm", "50").code, folder.answers()) == (0, right(row(0)))


def test_never_more_at_once_than_allowed(folder, asked):
    rows = [row(number) for number in range(24)]
    folder.rows(*rows)
    asked.seconds = 0.01
    for number in range(0, 24, 4):
        asked.replies[f"prompt {number}"] = [refusal(429, **{"Retry-After": "0"})]

    assert (folder.run("--parallel", "3").code, folder.answers()) == (0, right(*rows))
    assert asked.most_at_once <= 3


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (REFUSED, 77),
        (refusal(402), 1),
        (refusal(429, "insufficient_quota"), 1),
        (refusal(403, "insufficient_user_quota"), 1),
    ],
    ids=["401", "402", "quota", "balance"],
)
def test_what_cannot_get_better_stops_at_once_and_is_run_later(folder, asked, reply, code):
    rows = [row(number) for number in range(100)]
    folder.rows(*rows)
    asked.always = reply
    ran = folder.run()

    assert (ran.code, len(asked.prompts) <= 20) == (code, True)
    asked.always = None
    assert (folder.run("--retry-errors").code, folder.answers()) == (0, right(*rows))


def test_a_model_that_is_not_there_ends_its_own_rows_alone(folder, asked):
    bad = [row(number, model="bad") for number in range(40)]
    good = [row(number) for number in range(40, 50)]
    folder.rows(*bad, *good)
    asked.replies = {f"prompt {number}": [refusal(404, "model_not_found")] for number in range(40)}
    ran = folder.run()

    assert (ran.code, folder.answers(), len(asked.prompts) <= 30) == (3, right(*good), True)
    assert "10 answered, 40 left" in ran.err


def test_too_many_failures_stop_the_run(folder, asked):
    folder.rows(*(row(number) for number in range(100)))
    asked.always = refusal(400)
    ran = folder.run("--max-errors", "5", "--parallel", "2")

    assert (ran.code, len(asked.prompts) <= 8) == (3, True)


def test_a_service_that_fails_row_after_row_stops_the_run(folder, asked):
    folder.rows(*(row(number) for number in range(100)))
    asked.always = refusal(500)
    ran = folder.run("--parallel", "2")

    assert (ran.code, len(asked.prompts) <= 25, asked.twice()) == (69, True, [])


# --- money


PRICED = {"success": True, "data": [{"id": "gpt-5.4", "pricing": {"input": 10, "output": 1000}}]}
UNPRICED = {"success": True, "data": [{"id": "gpt-5.4", "pricing": None}]}


def using(prompt, completion, **more):
    """A reply that used so many tokens."""
    return 200, {**answer("x"), "usage": {"prompt_tokens": prompt, "completion_tokens": completion, **more}}, {}


def costs(folder):
    """What the rows did cost, in dollars."""
    return [one["cost_usd_estimate"] for one in folder.lines()]


def test_a_cap_is_not_crossed_by_what_is_in_the_air(folder, asked):
    folder.rows(*(row(number) for number in range(40)))
    asked.catalog, asked.seconds = PRICED, 0.01
    ran = folder.run("--max-cost", "0.55", "--parallel", "40")

    assert (ran.code, len(asked.prompts), costs(folder)) == (75, 5, [0.1001] * 5)
    assert (folder.run("--max-cost", "0.55").code, len(asked.prompts)) == (75, 5)  # runs of one batch count together
    assert (folder.run("--max-cost", "0.75").code, len(asked.prompts)) == (75, 7)


def test_what_was_used_counts_and_not_what_was_booked(folder, asked):
    folder.rows(*(row(number) for number in range(40)))
    asked.catalog, asked.always = PRICED, using(10, 10)
    ran = folder.run("--max-cost", "0.25", "--parallel", "4")

    assert (ran.code, 12 <= len(asked.prompts) <= 24, sum(costs(folder)) <= 0.25) == (75, True, True)


@pytest.mark.parametrize("catalog", [UNPRICED, {"success": True, "data": []}], ids=["no price", "not there"])
def test_without_a_price_nothing_is_sent_under_a_cap(folder, asked, catalog):
    folder.rows(row(0), row(1))
    asked.catalog = catalog
    ran = folder.run("--max-cost", "5")

    assert (ran.code, asked.prompts, "gpt-5.4" in ran.err) == (75, [], True)


@pytest.mark.parametrize("cap", ["-1", "nan", "much"])
def test_a_cap_that_is_none_is_refused(folder, asked, cap):
    folder.rows(row(0))

    assert (folder.run("--max-cost", cap).code, asked.prompts) == (2, [])


def test_cached_tokens_are_paid_once_and_an_unknown_price_is_no_figure(folder, asked):
    folder.rows(row(0), row(1, model="unknown"))
    asked.catalog, asked.always = PRICED, using(1000, 100, prompt_tokens_details={"cached_tokens": 900})
    folder.run()

    assert {one["model"]: one["cost_usd_estimate"] for one in folder.lines()} == {"gpt-5.4": 0.11, "unknown": None}


# --- stops


@pytest.fixture
def begun(folder, environ, asked):
    """Starts a run in a process of its own."""
    runs = []

    def begin(*words):
        command = [sys.executable, "-m", "cometapi", "batch", "run", "in.jsonl", "-o", "out.jsonl", *words]
        runs.append(subprocess.Popen(command, env=environ, cwd=folder.path, stderr=subprocess.PIPE))
        return runs[-1]

    yield begin
    for run in runs:
        run.kill()
        run.communicate()


def test_what_a_killed_run_had_in_the_air_is_told_and_not_sent_again(folder, asked, begun):
    rows = [row(number) for number in range(30)]
    folder.rows(*rows)
    asked.seconds = 0.05
    run = begun("--parallel", "4")
    asked.wait(11)
    run.kill()
    run.wait()
    ran = folder.run()
    lacking = {one["custom_id"] for one in rows} - folder.answers().keys()

    assert (asked.twice(), len(lacking) <= 4) == ([], True)
    assert (ran.code, f"{len(lacking)} unknown" in ran.err) == ((3, True) if lacking else (0, False))
    assert folder.answers().items() <= right(*rows).items()
    assert (folder.run("--resend-unknown").code, folder.answers()) == (0, right(*rows))


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["SIGINT", "SIGTERM"])
def test_a_signal_lets_come_home_what_is_in_the_air(folder, asked, begun, number, code):
    rows = [row(number) for number in range(24)]
    folder.rows(*rows)
    asked.held = [f"prompt {place}" for place in range(3, 8)]
    run = begun("--parallel", "4")
    asked.wait(7)
    run.send_signal(number)
    while b"Stopping" not in run.stderr.readline():
        pass
    asked.go_on.set()
    _, err = run.communicate(timeout=20)

    assert (run.returncode, len(folder.lines()), b"unknown" in err) == (code, len(asked.prompts), False)
    assert (folder.run().code, folder.answers(), asked.twice()) == (0, right(*rows), [])


def test_a_second_run_at_the_same_time_is_refused(folder, asked, begun):
    folder.rows(*(row(number) for number in range(4)))
    asked.held = ["prompt 0"]
    run = begun()
    asked.wait(4)
    second = folder.run()

    assert (second.code, len(asked.prompts)) == (2, 4)
    assert "Another run is writing out.jsonl." in second.err
    asked.go_on.set()
    assert run.wait(20) == 0


def test_a_running_batch_is_watched_steered_and_cancelled(folder, asked, begun, cli):
    folder.rows(*(row(number) for number in range(8)))
    asked.held = [f"prompt {place}" for place in range(8)]
    run = begun("--parallel", "2")
    asked.wait(2)
    status = poll(
        lambda: json.loads(cli("batch", "status", "out.jsonl", "--json").out), lambda one: one["in_progress"] == 2
    )
    assert (status["state"], status["rows"], status["done"]) == ("running", 8, 0)

    assert cli("batch", "limits", "out.jsonl", "--parallel", "5").code == 0
    asked.wait(5)
    assert cli("batch", "cancel", "out.jsonl").code == 0
    poll(lambda: json.loads(cli("batch", "status", "out.jsonl", "--json").out), lambda one: one["state"] == "stopping")
    asked.go_on.set()

    assert (run.wait(20), len(asked.prompts), len(folder.lines())) == (3, 5, 5)
    assert cli("batch", "cancel", "out.jsonl").code == 2
    assert [one["done"] for one in json.loads(cli("batch", "list", "--json").out)] == [5]
    assert json.loads(cli("batch", "status", "out.jsonl", "--json").out)["seconds_left"] is None


def poll(look, is_right):
    """What a look gives as soon as it is right."""
    for _ in range(400):
        found = look()
        if is_right(found):
            return found
        threading.Event().wait(0.02)
    raise AssertionError(found)


# --- files


def test_what_is_kept_beside_the_results_is_the_users_own_and_holds_no_key(folder, asked):
    folder.rows(row(0), row(1))
    asked.replies["prompt 1"] = [refusal(400, message=f"Your key {KEY} is odd")]
    mask = os.umask(0)
    try:
        folder.run()
    finally:
        os.umask(mask)
    beside = [path for path in folder.path.iterdir() if path.name.startswith("out.jsonl")]

    assert {path.name: path.stat().st_mode & 0o777 for path in beside if path.name != "out.jsonl"} == {
        "out.jsonl.journal": 0o600,
        "out.jsonl.status": 0o600,
        "out.jsonl.done": 0o600,
    }
    assert [path.name for path in beside if KEY.encode() in path.read_bytes()] == []


def test_a_time_that_is_over_is_refused(folder, asked):
    folder.rows(row(0))
    ran = folder.run("--until", "2020-01-01")

    assert (ran.code, asked.prompts) == (2, [])
