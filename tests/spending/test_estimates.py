"""``--estimate``: what a call would use and cost, before anything is sent."""

import csv
import io
import json

import pytest
import yaml
from priced import PRICES, entry

from cometapi.history import store
from cometapi.history.records import Store

ASK = ["chat", "What is a monad?", "--estimate"]
PER_REQUEST = {**PRICES, "input": None, "output": None, "per_request": 0.04}
PER_SECOND = {**PRICES, "input": None, "output": None, "per_second": 0.1}


def record(ran):
    """The estimate that a call printed as JSON."""
    assert ran.code == 0, ran
    return json.loads(ran.out)


def ends(record, name):
    """Both ends of a range."""
    return record[f"{name}_low"], record[f"{name}_high"]


def answered(environ, count, *, words=200, model="m", **usage):
    """Keep some answers in the history, whose usage is ``usage``, each value a function of its number."""
    with Store(store.place(environ)) as kept:
        for number in range(count):
            said = "word " * words
            asked = [{"role": "user", "content": said}]
            one = kept.begin({"command": "chat", "protocol": "chat", "model": model, "prompt": said, "asked": asked})
            kept.finish(one, state="finished", reply="x", usage={name: of(number) for name, of in usage.items()})


def test_an_estimate_is_a_range_for_people_and_its_notes_are_on_stderr(cli, priced):
    ran = cli(*ASK, "--max-tokens", "100")

    assert ran.code == 0
    assert [line.split(maxsplit=1)[0] for line in ran.out.splitlines()] == [
        "Model",
        "Requests",
        "Input",
        "Output",
        "Cost",
    ]
    assert "1 to 100\n" in ran.out
    assert ran.err == "cometapi: The tokens are a guess: the history has too few answers of m to learn from.\n"


def test_nothing_is_sent_recorded_or_needed(cli, priced, home):
    for words in (ASK, ["embed", "a", "--estimate"], ["compare", "hi", "-m", "m", "-m", "m", "--estimate"]):
        ran = cli(*words, env={"COMETAPI_KEY": None, "COMETAPI_HISTORY": "all", "COMETAPI_MAX_COST_PER_DAY": "1"})
        assert ran.code == 0, ran

    assert priced.asked == []
    assert [one.name for one in home.rglob("*.db*")] == []


@pytest.mark.parametrize(
    "way", [["--dry-run"], ["--curl"], ["--fields", "id"], ["--query", "id"], ["--raw"], ["--events"]], ids=str
)
def test_it_is_no_preview_of_another_kind(cli, priced, way):
    ran = cli(*ASK, *way)

    assert (ran.code, ran.out, priced.asked) == (2, "", [])
    assert "--estimate" in ran.err


def test_every_format_has_the_same_numbers(cli, priced):
    wanted = record(cli(*ASK, "--json"))
    lines = cli(*ASK, "-f", "csv").out
    [row] = csv.DictReader(io.StringIO(lines))

    assert yaml.safe_load(cli(*ASK, "-f", "yaml").out) == wanted
    assert json.loads(cli(*ASK, "-f", "jsonl").out) == wanted
    assert {name: row[name] for name in row} == {name: str(one) for name, one in wanted.items()}
    assert "Output tokens" in cli(*ASK, "-f", "markdown").out


def test_the_cost_is_that_of_the_tokens(cli, priced):
    one = record(cli(*ASK, "--json", "--max-tokens", "100"))
    wanted = [
        (count * 10 + more * 1000) / 1e6
        for count, more in zip(ends(one, "input_tokens"), ends(one, "output_tokens"), strict=True)
    ]

    assert ends(one, "cost_usd") == pytest.approx(wanted)


def test_a_limit_and_the_number_of_answers_bound_the_output(cli, priced):
    assert ends(record(cli(*ASK, "--json", "--max-tokens", "100", "--n", "3")), "output_tokens") == (3, 300)


def test_the_limit_of_the_model_bounds_the_output(cli, priced):
    priced.catalog = [entry(max_completion_tokens=50)]

    assert ends(record(cli(*ASK, "--json")), "output_tokens") == (1, 50)


def test_no_estimate_is_more_than_a_cap_would_book(cli, priced):
    words = ["--max-tokens", "100"]
    most = record(cli(*ASK, *words, "--json"))["cost_usd_high"]

    assert cli("chat", "What is a monad?", *words, "--max-cost", str(most / 2)).code == 75
    assert most <= 0.1 + 10 * len(json.dumps({"model": "m"}) * 20) / 1e6


def test_tools_and_instructions_are_counted(cli, priced, tmp_path):
    tools = tmp_path / "tools.json"
    tools.write_text(
        json.dumps(
            [{"type": "function", "function": {"name": f"f{n}", "description": "does " * 100}} for n in range(3)]
        )
    )
    plain = record(cli(*ASK, "--json"))
    more = record(cli(*ASK, "--json", "-s", "word " * 600, "--tools", str(tools)))

    assert more["input_tokens_low"] - plain["input_tokens_low"] > 600
    assert more["input_tokens_high"] > more["input_tokens_low"] > plain["input_tokens_high"]


def test_what_models_used_is_learnt_from_the_history(cli, priced, environ):
    answered(environ, 20, input=lambda n: 205, output=lambda n: 100 + n)
    ran = cli("chat", "word " * 200, "--estimate", "--json")
    one = record(ran)

    assert (one["answers"], ran.err) == (20, "")
    assert (80, 120) <= ends(one, "output_tokens") <= (100, 160)
    assert 140 < one["input_tokens_low"] < 205 < one["input_tokens_high"] < 300


def test_too_few_answers_teach_nothing(cli, priced, environ):
    answered(environ, 4, input=lambda n: 205, output=lambda n: 100)
    answered(environ, 9, model="other", input=lambda n: 205, output=lambda n: 100)
    ran = cli(*ASK, "--json")

    assert (record(ran)["answers"], record(ran)["output_tokens_high"]) == (0, 8000)
    assert "The tokens are a guess" in ran.err


def test_a_limit_holds_for_what_was_learnt_too(cli, priced, environ):
    answered(environ, 9, input=lambda n: 205, output=lambda n: 100)

    assert ends(record(cli(*ASK, "--json", "--max-tokens", "10")), "output_tokens") == (10, 10)


def test_a_history_that_cannot_be_read_is_none(cli, priced, environ, home):
    path = home / ".local" / "state" / "cometapi" / "history.db"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no database" * 100)

    assert record(cli(*ASK, "--json"))["answers"] == 0
    assert path.read_bytes() == b"no database" * 100


@pytest.mark.parametrize(
    ("pricing", "words", "cost"),
    [
        (PER_REQUEST, ["image", "a fox", "-m", "m"], 0.04),
        (PER_REQUEST, ["image", "a fox", "-m", "m", "--n", "3"], 0.12),
        (PER_SECOND, ["video", "create", "a fox", "-m", "m", "--seconds", "4"], 0.4),
    ],
    ids=str,
)
def test_what_is_paid_by_the_request_or_second_has_its_price(cli, priced, pricing, words, cost):
    priced.catalog = [entry(pricing=pricing)]
    ran = cli(*words, "--estimate", "--json")
    one = record(ran)

    assert ends(one, "cost_usd") == pytest.approx((cost, cost))
    assert (one["input_tokens_low"], one["output_tokens_high"], ran.err) == (None, None, "")


@pytest.mark.parametrize(
    ("catalog", "words", "said"),
    [
        ([], ASK, "The catalog has no price for m."),
        ([entry(pricing=None)], ASK, "The catalog has no price for m."),
        ([entry(pricing={**PRICES, "output": None})], ASK, "The catalog has no price for m."),
        ([entry(pricing=PER_SECOND)], ["video", "create", "a fox", "-m", "m", "--estimate"], "m is paid by the second"),
        ([entry()], ["midjourney", "imagine", "a fox", "--estimate"], "The request names no model"),
        (
            [entry()],
            ["api", "/v1/unknown", "--set", "a=1", "--estimate"],
            "Nothing is known of what POST /v1/unknown costs.",
        ),
    ],
    ids=str,
)
def test_a_cost_that_is_not_known_is_never_zero(cli, priced, catalog, words, said):
    priced.catalog = catalog
    ran = cli(*words, "--json")

    assert ends(record(ran), "cost_usd") == (None, None)
    assert record(ran)["unpriced"] == 1
    assert f"The cost is not known. {said}" in ran.err


def test_without_a_catalog_the_tokens_are_told(cli, environ):
    ran = cli(*ASK, "--json", env={"COMETAPI_BASE_URL": "http://127.0.0.1:9/v1", "COMETAPI_DEFAULT_MODEL": "m"})

    assert ends(record(ran), "cost_usd") == (None, None)
    assert record(ran)["input_tokens_high"] > 0
    assert "The catalog cannot be read: " in ran.err


def test_a_free_request_costs_nothing(cli, priced):
    assert ends(record(cli("api", "/api/models", "--estimate", "--json")), "cost_usd") == (0, 0)


def test_media_count_as_all_that_the_model_takes(cli, priced, tmp_path):
    picture = tmp_path / "a.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    priced.catalog = [entry(context_length=5000)]
    ran = cli(*ASK, "--json", "--image", str(picture))

    assert record(ran)["input_tokens_high"] == 5000
    assert "all that the model can take counts at most" in ran.err


def test_the_groups_of_embed_are_added_up(cli, priced, tmp_path):
    lines = tmp_path / "lines.txt"
    lines.write_text("a line\n" * 2049)
    one = record(cli("embed", "-m", "m", "--lines", str(lines), "--estimate", "-f", "json"))

    assert one["requests"] == 2
    assert one["input_tokens_low"] >= 2000
    assert ends(one, "output_tokens") == (0, 0)


def test_an_output_file_is_not_written(cli, priced, tmp_path):
    path = tmp_path / "out.npy"
    ran = cli("embed", "a", "-m", "m", "-o", str(path), "--estimate")

    assert (ran.code, path.exists()) == (0, False)
    assert "Input tokens" in ran.out


def test_compare_has_a_row_for_each_model(cli, priced):
    priced.catalog = [entry("m"), entry("other", pricing={**PRICES, "output": 1})]
    rows = record(cli("compare", "hi", "-m", "m", "-m", "other", "--max-tokens", "10", "--estimate", "--json"))

    assert [one["model"] for one in rows] == ["m", "other"]
    assert rows[0]["cost_usd_high"] > 10 * rows[1]["cost_usd_high"]


def test_rounds_that_depend_on_the_answer_are_told(cli, priced):
    ran = cli(*ASK, "--schema", "name", "--repairs", "2")

    assert "Further requests, which depend on the answer, are not counted." in ran.err


def test_run_is_estimated_like_the_command_it_is_short_for(cli, priced):
    one = record(cli("run", "m", "-p", "What is a monad?", "--estimate", "--json"))

    assert one == record(cli(*ASK, "--json"))


def test_batch_rows_are_added_up_and_nothing_is_left(cli, priced, tmp_path):
    rows, results = tmp_path / "rows.txt", tmp_path / "out.jsonl"
    rows.write_text("one\ntwo\nthree\n")
    ran = cli("batch", "run", str(rows), "-o", str(results), "--estimate", "--json", env={"COMETAPI_KEY": None})

    assert (record(ran)["requests"], record(ran)["output_tokens_high"]) == (3, 24_000)
    assert (priced.asked, sorted(one.name for one in tmp_path.iterdir())) == ([], ["home", "rows.txt"])


def test_a_batch_that_goes_on_counts_the_rows_to_come(cli, priced, tmp_path):
    rows, results = tmp_path / "rows.txt", tmp_path / "out.jsonl"
    words = ["batch", "run", str(rows), "-o", str(results)]
    rows.write_text("one\ntwo\n")
    assert cli(*words).code == 0
    whole = results.read_bytes()
    assert record(cli(*words, "--estimate", "--json"))["requests"] == 0
    rows.write_text("one\ntwo\nthree\n")

    assert record(cli(*words, "--estimate", "--json"))["requests"] == 1
    assert (len(priced.asked), results.read_bytes()) == (2, whole)


def test_the_format_of_a_batch_is_that_of_its_estimate(cli, priced, tmp_path):
    rows = tmp_path / "rows.txt"
    rows.write_text("one\n")
    ran = cli("batch", "run", str(rows), "-o", str(tmp_path / "out.jsonl"), "--json")

    assert (ran.code, priced.asked) == (2, [])
    assert "--estimate" in ran.err
