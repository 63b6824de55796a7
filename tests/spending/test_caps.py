"""Caps as a user sets them: what is sent, what is said, and the exit code."""

import json
import subprocess
import sys

import pexpect
import pytest
from priced import entry
from talking import PROMPT, entered

from cometapi.generated import program
from cometapi.http.creating import NOT_SENT, NOT_TAKEN

STOPPED = 75
BIG = ["--max-tokens", "100"]


def ledger_of(home):
    """The paths of the ledgers of a home."""
    return list(home.rglob("ledger.db*"))


@pytest.mark.parametrize("words", [[], ["--json"], ["--no-stream"]], ids=str)
def test_a_call_that_may_cost_more_than_its_cap_is_not_sent(cli, priced, words):
    ran = cli("chat", "hi", *BIG, "--max-cost", "0.09", *words)

    assert (ran.out, ran.code, priced.asked) == ("", STOPPED, [])
    assert "The request may cost up to $0.10" in ran.err
    assert "by the catalog's prices" in ran.err
    assert "Nothing was sent." in ran.err


@pytest.mark.parametrize("words", [BIG, []], ids=["a limit", "the limit of the model"])
def test_the_refusal_names_the_most_tokens_that_would_fit(cli, priced, words):
    priced.catalog = [entry(max_completion_tokens=128_000)]
    ran = cli("chat", "hi", *words, "--max-cost", "0.05", "--json")
    error = json.loads(ran.err)["error"]
    most = int(error["hint"].rpartition(" ")[2].rstrip("."))

    assert (error["exit_code"], 40 < most < 50) == (STOPPED, True)
    assert "--max-tokens" in error["hint"]
    assert cli("chat", "hi", "--max-tokens", str(most), "--max-cost", "0.05", "--json").code == 0
    assert cli("chat", "hi", "--max-tokens", str(most + 2), "--max-cost", "0.05", "--json").code == STOPPED


def test_a_call_within_its_cap_is_sent(cli, priced, home):
    ran = cli("chat", "hi", *BIG, "--max-cost", "0.11")

    assert (ran.out, ran.err, ran.code, len(priced.asked)) == ("Hello\n", "", 0, 1)
    assert ledger_of(home) == []


@pytest.mark.parametrize(
    "words",
    [["--max-cost", "0"], ["--max-calls", "0"]],
    ids=" ".join,
)
def test_a_cap_of_nothing_allows_nothing(cli, priced, words):
    assert (cli("chat", "hi", *BIG, *words).code, priced.asked) == (STOPPED, [])


WRONG = [
    ["--max-cost", "-1"],
    ["--max-cost", "nan"],
    ["--max-cost", "inf"],
    ["--max-cost", "much"],
    ["--max-calls", "-1"],
    ["--max-calls", "1.5"],
    ["--max-calls", "nan"],
    ["--until", "7d"],
    ["--until", "2020-01-01"],
    ["--until", "soon"],
    ["--until", "25:00"],
]


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_a_cap_that_is_none_is_a_usage_error(cli, priced, words):
    ran = cli("chat", "hi", *words)

    assert (ran.code, priced.asked) == (2, [])
    assert words[0] in ran.err


@pytest.mark.parametrize("value", ["-1", "nan", "lots"])
def test_a_wrong_cap_of_the_day_stops_what_is_paid(cli, priced, value):
    ran = cli("chat", "hi", env={"COMETAPI_MAX_COST_PER_DAY": value})

    assert (ran.code, priced.asked) == (78, [])
    assert "max_cost_per_day must be" in ran.err


def unpriced():
    """Catalogs that have no price for the model."""
    nothing = dict.fromkeys(("input", "output", "per_request", "per_second"))
    return {
        "another model": [entry("other")],
        "no prices": [entry(pricing=None)],
        "prices of null": [entry(pricing=nothing)],
        "nothing said": [{"id": "m"}],
    }


@pytest.mark.parametrize("catalog", unpriced())
@pytest.mark.parametrize("cap", [["--max-cost", "5"], []], ids=["of the call", "of the day"])
def test_a_model_without_a_price_is_refused_under_a_cap(cli, priced, catalog, cap):
    priced.catalog = unpriced()[catalog]
    ran = cli("chat", "hi", *BIG, *cap, env={"COMETAPI_MAX_COST_PER_DAY": None if cap else "5"})

    assert (ran.code, priced.asked) == (STOPPED, [])
    assert "The catalog has no price for m," in ran.err


def test_without_a_cap_it_is_asked_and_has_no_cost(cli, priced):
    priced.catalog = [entry("other")]
    ran = cli("chat", "hi", "--usage", "--json")

    assert (ran.code, json.loads(ran.out)["cost_usd_estimate"]) == (0, None)
    assert cli("chat", "hi", "--max-calls", "1").code == 0


def test_a_catalog_that_cannot_be_read_stops_a_cap(cli, priced):
    priced.catalog = "no list"
    ran = cli("chat", "hi", "--max-cost", "1")

    assert (ran.code, priced.asked) == (STOPPED, [])
    assert "The catalog cannot be read" in ran.err


def test_cached_tokens_are_not_paid_twice(cli, priced):
    priced.usage = {"prompt_tokens": 1000, "completion_tokens": 100, "prompt_tokens_details": {"cached_tokens": 900}}
    ran = cli("chat", "hi", "--usage", "--json")

    assert json.loads(ran.out)["cost_usd_estimate"] == 0.11


@pytest.fixture
def capped(environ):
    """The environment of a user with a cap on the day."""
    environ["COMETAPI_MAX_COST_PER_DAY"] = "0.25"
    return environ


def test_eight_calls_at_once_do_not_go_past_the_days_cap(priced, capped):
    priced.delay = 0.2
    words = [sys.executable, "-m", "cometapi", "chat", "hi", *BIG, "--no-stream"]
    children = [subprocess.Popen(words, env=capped, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(8)]
    codes = sorted((child.communicate(timeout=60), child.returncode)[1] for child in children)

    assert codes == [0, 0, *[STOPPED] * 6]
    assert len(priced.asked) == 2


def test_the_day_goes_on_with_the_next_call(cli, priced, capped):
    codes = [cli("chat", "hi", *BIG).code for _ in range(4)]

    assert (codes, len(priced.asked)) == ([0, 0, STOPPED, STOPPED], 2)


def test_only_what_was_used_is_counted_when_it_is_known(cli, priced, capped):
    priced.usage["completion_tokens"] = 10
    codes = [cli("chat", "hi", *BIG).code for _ in range(18)]

    assert set(codes[:15]) == {0}
    assert codes[17] == STOPPED
    assert priced.dollars <= 0.25


def refusals():
    """What a service answers when it certainly did not take a request: a status and a body."""
    error = {"error": {"message": "no", "code": "x"}}
    return {400: error, 401: error, 404: error, 429: error, 503: error, 529: error}


@pytest.mark.parametrize("status", refusals())
def test_what_is_refused_costs_nothing(cli, priced, capped, status):
    priced.refuse = lambda number: (status, refusals()[status]) if number < 4 else None
    codes = [cli("chat", "hi", *BIG, "--retries", "0").code for _ in range(5)]

    assert all(code not in (0, STOPPED) for code in codes[:3])
    assert codes[3:] == [0, 0]


@pytest.mark.parametrize("how", ["reset", (500, {}), (502, {}), (504, {}), (408, {})], ids=str)
def test_what_may_have_been_taken_stays_booked(cli, priced, capped, how):
    priced.refuse = lambda number: how
    codes = [cli("chat", "hi", *BIG).code for _ in range(3)]

    assert (codes[2], len(priced.asked)) == (STOPPED, 2)


def test_an_answer_that_was_cut_stays_booked(cli, priced, capped):
    priced.usage["completion_tokens"] = 1
    priced.is_cut = True
    codes = [cli("chat", "hi", *BIG).code for _ in range(3)]

    assert codes == [69, 69, STOPPED]


@pytest.mark.parametrize(
    "usage", [None, {}, {"prompt_tokens": 0, "completion_tokens": 0}, {"prompt_tokens": -5, "completion_tokens": 1}]
)
def test_an_answer_that_does_not_say_what_it_used_stays_booked(cli, priced, capped, usage):
    priced.usage = usage
    codes = [cli("chat", "hi", *BIG, "--no-stream").code for _ in range(3)]

    assert codes == [0, 0, STOPPED]


def test_what_could_not_be_sent_is_free(cli, priced, capped):
    assert cli("models").code == 0  # the catalog is here
    nobody = "http://127.0.0.1:9/v1"
    for _ in range(3):
        assert cli("chat", "hi", *BIG, "--retries", "0", env={"COMETAPI_BASE_URL": nobody}).code in (69, STOPPED)
    assert cli("chat", "hi", *BIG).code == 0


def test_a_repeat_of_what_was_refused_is_booked_once(cli, priced, capped):
    priced.refuse = lambda number: (429, {"error": {"message": "no"}}) if number % 2 else None
    codes = [cli("chat", "hi", *BIG, "--retries", "1", "--retry-max-wait", "0").code for _ in range(3)]

    assert (codes, len(priced.asked)) == ([0, 0, STOPPED], 4)


def test_all_requests_of_one_call_share_its_cap(cli, priced, tmp_path):
    lines = tmp_path / "lines.txt"
    lines.write_text("word\n" * 5000, "utf-8")
    priced.catalog = [entry(pricing={"input": 10, "output": None})]
    ran = cli("embed", "--lines", lines, "-m", "m", "--max-calls", "1", "-f", "jsonl", "--fields", "index")

    assert (ran.code, len(priced.asked)) == (STOPPED, 1)
    assert "The cap of 1 call (--max-calls) is reached." in ran.err


def test_compare_and_its_judge_share_a_cap(cli, priced):
    priced.catalog = [entry("m"), entry("k")]
    ran = cli("compare", "hi", "-m", "m", "-m", "k", *BIG, "--max-cost", "0.21", "--judge", "m", "--json")

    assert (ran.code, len(priced.asked)) == (STOPPED, 2)


def test_compare_waits_for_room_that_an_answer_leaves(cli, priced):
    priced.catalog = [entry("m"), entry("k")]
    priced.usage["completion_tokens"] = 1
    ran = cli("compare", "hi", "-m", "m", "-m", "k", *BIG, "--max-cost", "0.11", "--json")

    assert (ran.code, len(priced.asked)) == (0, 2)


def test_a_conversation_has_one_cap(priced, spawned):
    child = spawned("chat", *BIG, "--max-cost", "0.15")
    child.expect(PROMPT)
    entered(child, "one")
    seen = entered(child, "two")
    child.send("exit\r")
    child.expect(pexpect.EOF)

    assert "The request may cost up to" in seen
    assert len(priced.asked) == 1


def test_answers_that_are_sent_back_count(cli, priced):
    ran = cli("chat", "hi", *BIG, "--schema", "a int", "--repairs", "5", "--no-stream", "--max-cost", "0.25")

    assert (ran.code, len(priced.asked)) == (STOPPED, 2)


def test_the_model_that_answers_in_place_of_another_is_paid_alone(cli, priced):
    priced.catalog = [entry("m"), entry("k")]
    priced.refuse = lambda number: (503, {"error": {"message": "no"}}) if number == 1 else None
    ran = cli("chat", "hi", *BIG, "--fallback", "k", "--retries", "0", "--max-cost", "0.11")

    assert (ran.code, [one["model"] for one in priced.asked]) == (0, ["m", "k"])


def test_a_stream_that_begins_with_an_error_costs_nothing(cli, priced, capped):
    priced.refuse = lambda number: "event" if number < 4 else None
    codes = [cli("chat", "hi", *BIG).code for _ in range(5)]

    assert STOPPED not in codes[:3]
    assert codes[3:] == [0, 0]


def test_a_cap_without_bound_is_a_cap(cli, priced):
    env = {"COMETAPI_MAX_COST_PER_DAY": "1e300"}

    assert cli("chat", "hi", *BIG, env=env).code == 0
    assert cli("chat", "hi", "--max-tokens", str(2**62), env=env).code == STOPPED


@pytest.mark.parametrize(("words", "sent"), [([], 7), (["--max-tokens", "50"], 50)])
def test_a_call_under_a_cap_has_the_tokens_of_the_setting(cli, priced, words, sent):
    cli("config", "set", "max_tokens_under_cap", "7")

    assert cli("chat", "hi", *words, "--max-cost", "1").code == 0
    assert priced.asked[0]["max_tokens"] == sent
    assert cli("chat", "hi").code == 0
    assert "max_tokens" not in priced.asked[1]


def test_a_body_that_names_its_tokens_keeps_them(cli, priced):
    cli("config", "set", "max_tokens_under_cap", "7")

    assert cli("chat", "hi", "--set", "max_completion_tokens=9", "--max-cost", "1").code == 0
    assert {"max_tokens", "max_completion_tokens"} & priced.asked[0].keys() == {"max_completion_tokens"}


def test_api_is_charged_as_the_command_of_its_endpoint(cli, priced):
    body = ["--set", "model=m", "--set", "max_tokens=100", "--set", 'messages=[{"role":"user","content":"hi"}]']

    assert cli("api", "/v1/chat/completions", *body, "--max-cost", "0.05").code == STOPPED
    for _ in range(2):
        assert cli("api", "/v1/chat/completions", *body, "--max-cost", "0.2").code == 0
    assert cli("api", "/v1/no/such", "--set", "a=1", "--max-cost", "0.2").code == STOPPED
    assert len(priced.asked) == 2


def test_api_settles_by_what_its_reply_says(cli, priced, capped):
    priced.usage["completion_tokens"] = 1
    body = ["--set", "model=m", "--set", "max_tokens=100", "--set", 'messages=[{"role":"user","content":"hi"}]']

    assert {cli("api", "/v1/chat/completions", *body).code for _ in range(5)} == {0}


@pytest.mark.parametrize("words", [["--dry-run"], ["--curl"]], ids=" ".join)
def test_what_is_only_shown_is_not_booked(cli, priced, capped, home, words):
    assert cli("chat", "hi", "--max-cost", "0", *words).code == 0
    assert (priced.asked, ledger_of(home)) == ([], [])


def test_the_sandbox_counts_in_memory(cli, capped, home):
    assert cli("--sandbox", "chat", "hi", *BIG).code == 0
    assert cli("--sandbox", "chat", "hi", "--max-tokens", "100000").code == STOPPED
    assert ledger_of(home) == []


def test_without_a_home_a_cap_of_the_day_sends_nothing(cli, priced, capped, monkeypatch):
    monkeypatch.setattr("cometapi.settings.folders.home_of_account", lambda: None)
    ran = cli("chat", "hi", *BIG, env={"HOME": None})

    assert (ran.code, priced.asked) == (1, [])
    assert "Nothing was sent" in ran.err


def test_a_broken_file_that_speaks_of_a_cap_stops_the_call(cli, priced, home):
    path = home / ".config/cometapi/config.toml"
    path.parent.mkdir(parents=True)
    path.write_text("max_cost_per_day = 0.25\n[[[\n", "utf-8")
    assert (cli("chat", "hi").code, priced.asked) == (78, [])
    path.write_text("[[[\n", "utf-8")
    assert cli("chat", "hi", "-f", "table", *BIG).code == 0


def test_a_profile_has_a_cap_of_its_own(cli, priced, home):
    path = home / ".config/cometapi/config.toml"
    path.parent.mkdir(parents=True)
    path.write_text('[profiles.work]\napi_key = "sk-work-0001"\nmax_cost_per_day = 0.15\n', "utf-8")
    codes = [cli("chat", "hi", *BIG, "--profile", "work", env={"COMETAPI_KEY": None}).code for _ in range(2)]

    assert codes == [0, STOPPED]
    assert cli("chat", "hi", *BIG).code == 0


WITHOUT = """
import sys
sys.argv = ["cometapi", "--sandbox", "chat", "hi"]
from cometapi.main import main
main()
print([name for name in sys.modules if "spending" in name or name == "decimal"], file=sys.stderr)
"""


def test_without_a_cap_nothing_of_it_is_loaded(environ):
    done = subprocess.run([sys.executable, "-c", WITHOUT], env=environ, capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[]"


def test_nothing_that_may_have_been_taken_is_repeated_within_one_booking():
    allowed = program.RETRY["unsafe"]

    assert set(allowed["failures"]) <= set(NOT_SENT)
    assert set(allowed["statuses"]) <= set(NOT_TAKEN)
