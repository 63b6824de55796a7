"""Own commands that cost money: they are capped, booked, recorded and never repeated, as the program's own are (K5)."""

import json
import sqlite3

import pytest
from priced import OUTPUT, entry

COMMAND = """
command: {words}
summary: Rhyme a word.
effect: write
cost: paid
{declared}
arguments:
  - {{name: word, to: body/word, help: Word to rhyme with.}}
  - {{flags: [--model], does: model, default: m, to: body/model, help: Model that rhymes.}}
  - {{flags: [--max-tokens], does: max_tokens, type: integer, to: body/max_tokens, help: Maximum output tokens.}}
charge: {{output: [body/max_tokens]}}
request: {{method: POST, service: {service}, path: /rhymes, credential: {credential}}}
{more}
samples: [{{file: rhyme.json}}]
examples: [{{run: cometapi {words} fox, help: Rhyme with fox.}}]
"""
RECORD = """
response:
  is: record
  protocol: chat
  record: "@"
  tokens: {input: [usage.prompt_tokens], output: [usage.completion_tokens]}
  columns: [{name: model, value: model}]
"""
TASK = """
response: {is: record, protocol: tasks, record: "@", columns: [{name: id, value: model}]}
creates: {id: [model], continue_with: "flux wait {id}"}
"""
STUDIO = """
settings:
  studio_url: {type: url, environment: STUDIO_URL, default: "https://studio.example.com/v1", help: URL of the studio.}
  studio_key: {secret: true, environment: STUDIO_KEY, title: studio key, help: Key for the studio.}
services: {studio: {setting: studio_url}}
credentials: {studio: {setting: studio_key, header: X-Api-Key}}
"""
ANSWER = """
use: [answer, history]
response: {is: answer, protocol: chat, columns: [{name: content, value: "choices[0].message.content"}]}
"""
OURS = {"words": "words rhyme", "declared": "", "service": "gateway", "credential": "api_key"}
THEIRS = {"words": "studio rhyme", "declared": STUDIO, "service": "studio", "credential": "studio"}
MOST = ["--max-tokens", "100"]  # which costs at most $0.1 and some of the input
REPLY = {
    "model": "m",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": "Box"}, "finish_reason": "stop"}],
    "usage": {"prompt_tokens": 10, "completion_tokens": 100},
}
STOPPED = 75


@pytest.fixture
def adding(cli, tmp_path):
    """A function that adds a command, to the program's service or to another one."""

    def add(whose, more=RECORD):
        (tmp_path / "rhyme.json").write_text(json.dumps(REPLY))
        (tmp_path / "rhyme.yaml").write_text(COMMAND.format(**whose, more=more))
        ran = cli("command", "add", str(tmp_path / "rhyme.yaml"), "--yes")
        assert ran.code == 0, ran

    return add


@pytest.fixture
def studio(httpserver, environ):
    """A service of the user's own, which answers in the form of a chat."""
    environ |= {"STUDIO_URL": httpserver.url_for("/v1"), "STUDIO_KEY": "studio-key-0001"}
    httpserver.expect_request("/v1/rhymes").respond_with_json(REPLY)
    return httpserver


def ledger(home):
    """What was spent and what is still booked today for the key, in dollars."""
    with sqlite3.connect(home / ".local/state/cometapi/ledger.db") as connection:
        found = connection.execute("SELECT spent, booked FROM days WHERE scope LIKE 'key:%'").fetchone()
    connection.close()
    return [one / 10**12 for one in found]


# --- of the program's service


def test_a_call_is_held_by_a_cap_of_its_own_and_by_that_of_the_day(cli, priced, adding, home):
    adding(OURS)
    refused = cli("words", "rhyme", "fox", *MOST, "--max-cost", "0.05")
    assert (refused.code, refused.out, priced.asked) == (STOPPED, "", [])
    assert "by the catalog's prices" in refused.err
    assert "It would fit with --max-tokens 4" in refused.err

    day = {"COMETAPI_MAX_COST_PER_DAY": "0.15"}
    assert cli("words", "rhyme", "fox", *MOST, "--max-cost", "1", env=day).code == 0
    assert ledger(home) == [pytest.approx(0.1001), 0]  # by the tokens of the reply
    assert cli("words", "rhyme", "fox", *MOST, env=day).code == STOPPED
    assert len(priced.asked) == 1


def test_a_model_without_a_price_or_without_a_bound_is_refused_under_a_cap(cli, priced, adding):
    adding(OURS)
    no_bound = cli("words", "rhyme", "fox", "--max-cost", "1")
    assert (no_bound.code, no_bound.err.splitlines()[1]) == (STOPPED, "  Say it with --max-tokens N.")
    no_price = cli("words", "rhyme", "fox", "--model", "other", *MOST, "--max-cost", "1")
    assert no_price.code == STOPPED
    assert no_price.err.startswith("cometapi: The catalog has no price for other, ")
    assert priced.asked == []


def test_what_it_would_cost_is_told_without_sending(cli, priced, adding):
    adding(OURS)
    ran = cli("words", "rhyme", "fox", *MOST, "--estimate", "--json")
    assert (ran.code, priced.asked) == (0, [])
    assert json.loads(ran.out)["cost_usd_high"] >= 100 * OUTPUT / 1_000_000


def test_a_request_of_unknown_outcome_is_not_repeated_and_stays_booked(cli, priced, adding, home):
    adding(OURS)
    priced.refuse = lambda number: "reset"
    ran = cli("words", "rhyme", "fox", *MOST, "--retries", "3", env={"COMETAPI_MAX_COST_PER_DAY": "1"})
    assert (ran.code, ran.out, len(priced.asked)) == (69, "", 1)
    spent, booked = ledger(home)
    assert (spent, booked >= 0.1) == (0, True)


def test_a_request_that_was_refused_for_load_is_repeated_and_books_nothing(cli, priced, adding, home):
    adding(OURS)
    priced.refuse = lambda number: (429, {"message": "Slow down."})
    env = {"COMETAPI_MAX_COST_PER_DAY": "1", "COMETAPI_RETRY_MAX_WAIT": "0"}
    ran = cli("words", "rhyme", "fox", *MOST, "--retries", "1", env=env)
    assert (ran.code, len(priced.asked)) == (69, 2)
    assert ledger(home) == [0, 0]


def test_a_task_that_it_starts_is_in_the_journal_also_when_its_reply_is_lost(cli, priced, adding):
    adding(OURS, TASK)
    started = cli("words", "rhyme", "fox")
    assert (started.code, started.err) == (
        0,
        "cometapi: Task m has started. Continue with: cometapi flux wait m\n",
    )
    priced.refuse = lambda number: "reset"
    lost = cli("words", "rhyme", "ox", "--retries", "3")
    assert (lost.code, len(priced.asked)) == (69, 2)
    assert "may have been accepted and charged; it is not retried." in lost.err
    kept = json.loads(cli("tasks", "unfinished", "--json").out)
    assert [(one["command"], one["state"]) for one in kept] == [("words rhyme", "unknown"), ("words rhyme", "started")]


# --- of a service of its own


@pytest.mark.parametrize("model", ["m", "other"])
def test_no_cap_in_dollars_can_be_held_for_another_service(model, cli, priced, adding, studio):
    priced.catalog = [entry("m")]
    adding(THEIRS)
    ran = cli("studio", "rhyme", "fox", "--model", model, *MOST, "--max-cost", "5")
    assert (ran.code, ran.out, ran.err) == (
        STOPPED,
        "",
        "cometapi: studio rhyme asks a service of your own, whose prices are not known, so a cap on its cost cannot be "
        "held. Nothing was sent.\n  Cap the calls or the time instead, with --max-calls or --until.\n",
    )
    day = cli("studio", "rhyme", "fox", "--model", model, *MOST, env={"COMETAPI_MAX_COST_PER_DAY": "5"})
    assert day.code == STOPPED
    assert day.err.splitlines()[1] == (
        "  The cap is that of the setting max_cost_per_day. If the service costs nothing, its file can say cost: free."
    )
    assert studio.log == []


CAPS = [
    (["--max-calls", "1"], 0),
    (["--max-calls", "0"], STOPPED),
    (["--until", "+1h"], 0),
    (["--until", "2020-01-01"], 2),
]


@pytest.mark.parametrize(("words", "code"), CAPS, ids=[" ".join(one[0]) for one in CAPS])
def test_caps_on_calls_and_time_hold_for_another_service(words, code, cli, adding, studio):
    adding(THEIRS)
    assert cli("studio", "rhyme", "fox", *words).code == code
    assert len(studio.log) == (code == 0)


def test_nobody_guesses_what_another_service_charges(cli, priced, adding, studio):
    adding(THEIRS)
    ran = cli("studio", "rhyme", "fox", *MOST, "--estimate", "--json")
    found = json.loads(ran.out)
    assert (ran.code, found["cost_usd_high"], found["unpriced"]) == (0, None, 1)
    assert ran.err == "cometapi: The cost is not known. The catalog has no prices of a service of your own.\n"
    assert studio.log == []


def test_a_paid_request_to_another_service_is_not_repeated(cli, adding, studio):
    adding(THEIRS)
    studio.clear()
    studio.expect_request("/v1/rhymes").respond_with_json({"message": "Broken."}, status=502)
    ran = cli("studio", "rhyme", "fox", "--retries", "3")
    assert (ran.code, len(studio.log)) == (69, 1)


def test_an_answer_of_another_service_is_kept_without_a_cost(cli, priced, adding, studio, environ):
    environ["COMETAPI_HISTORY"] = "all"
    adding(THEIRS, ANSWER)
    assert cli("models").code == 0  # the catalog is on this machine, and has a model of that name
    ran = cli("studio", "rhyme", "fox", "--usage")
    assert (ran.code, ran.out) == (0, "Box\n")
    assert "Tokens: 10 input, 100 output.\n" in ran.err
    kept = json.loads(cli("history", "--json").out)
    assert [(one["command"], one["cost_usd"]) for one in kept] == [("studio rhyme", None)]
    summed = json.loads(cli("history", "cost", "--json").out)
    assert [(one["calls"], one["cost_usd"], one["unpriced"]) for one in summed] == [(1, None, 1)]


def test_an_answer_that_was_lost_is_not_looked_for_where_it_never_was(cli, adding, studio, environ):
    environ["COMETAPI_HISTORY"] = "all"
    adding(THEIRS, ANSWER)
    studio.clear()
    studio.expect_request("/v1/rhymes").respond_with_json({"message": "Broken."}, status=502)
    assert cli("studio", "rhyme", "fox").code == 69
    kept = json.loads(cli("history", "unfinished", "--json").out)
    assert [(one["command"], one["look_up"]) for one in kept] == [("studio rhyme", None)]
