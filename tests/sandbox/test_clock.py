"""The clock of the sandbox: its samples are of today on any day, and dates choose among them."""

import csv
import json
import time

import pytest

from cometapi.sandbox import paging, times

DAY, HOUR = 86400, 3600
STANDING = {"COMETAPI_SANDBOX_CLOCK": "2026-03-25T04:35:00Z"}  # when the samples were as they are written
NOTHING = "cometapi: Sample data from the sandbox; nothing is sent to the service.\ncometapi: Nothing found.\n"


def moments(ran, name="time"):
    """The moments in a column of what was printed as CSV, in Unix seconds."""
    from datetime import datetime

    assert ran.code == 0, ran
    return [datetime.fromisoformat(row[name]).timestamp() for row in csv.DictReader(ran.out.splitlines())]


@pytest.mark.parametrize(
    "words", [["logs", "--start", "7d"], ["api", "/api/log/self", "--set", "start_timestamp={}", "--paginate"]]
)
def test_seven_days_are_a_week_of_records_on_any_day(words, cli):
    begin = int(time.time()) - 7 * DAY
    ran = cli("--sandbox", *(one.format(begin) for one in words), "--format", "csv")

    assert ran.code == 0 and len(ran.out.splitlines()) == 1 + 9
    assert "claude-opus-4-6" not in ran.out  # nine days old
    if words[0] == "logs":
        assert begin - 60 < min(moments(ran)) < begin + 5 * DAY
        assert max(moments(ran)) < time.time()


@pytest.mark.parametrize(("age", "number"), [("2h", 2), ("24h", 7), ("2d", 8), ("30d", 10)])
def test_an_age_counts_from_now(age, number, cli):
    assert len(moments(cli("--sandbox", "logs", "--start", age, "--format", "csv"))) == number


@pytest.mark.parametrize(("words", "number"), [(["--start", "3h"], 3), (["--end", "3h"], 1), (["--start", "30d"], 4)])
def test_tasks_are_chosen_by_when_they_were_submitted(words, number, cli):
    assert len(moments(cli("--sandbox", "tasks", *words, "--format", "csv"))) == number


@pytest.mark.parametrize("command", ["logs", "tasks"])
def test_where_there_is_nothing_it_says_so(command, cli):
    ran = cli("--sandbox", command, "--start", "2020-01-01", "--end", "2020-01-02")

    assert (ran.code, ran.out, ran.err) == (0, "", NOTHING)


def test_dates_and_models_choose_what_is_exported(cli):
    ran = cli("--sandbox", "logs", "--export", "--start", "7d", "--model", "gpt-5.4%")
    rows = list(csv.DictReader(ran.out.splitlines()))

    assert ran.code == 0
    assert [row["model_name"] for row in rows] == ["gpt-5.4", "gpt-5.4-mini", "gpt-5.4", "gpt-5.4"]
    assert all(time.time() - DAY < int(row["created_at"]) < time.time() for row in rows)
    empty = cli("--sandbox", "logs", "--export", "--end", "2020-01-02")
    assert (empty.code, empty.out) == (
        0,
        "created_at,type,model_name,token_name,prompt_tokens,completion_tokens,quota\n",
    )


@pytest.mark.parametrize("stop", ["2026-03-25T04:35:00Z", "1774413300", " 2026-03-25T05:35+01:00 "])
def test_a_clock_that_stands_shows_the_same_on_every_day(stop, cli):
    ran = cli("--sandbox", "tasks", "--limit", "1", "--format", "csv", env={"COMETAPI_SANDBOX_CLOCK": stop})

    assert moments(ran) == [1774412183]


def test_a_day_as_an_end_counts_to_its_end(cli):
    ran = cli("--sandbox", "logs", "--end", "2026-03-23", "--format", "csv", env=STANDING)

    assert moments(ran) == [1774308228, 1774131857, 1773609886]  # the first of them was at 23:23 of that day


@pytest.mark.parametrize("words", [["--sandbox", "logs"], ["sandbox"]])
def test_a_clock_that_is_none_is_told(words, cli):
    ran = cli(*words, env={"COMETAPI_SANDBOX_CLOCK": "noon"})

    assert (ran.code, ran.out, ran.err) == (
        78,
        "",
        "cometapi: COMETAPI_SANDBOX_CLOCK must be a date such as 2026-01-31, 2026-01-31T12:00:00Z, today or 7d, "
        "not 'noon'.\n  Correct the variable, or unset it.\n",
    )


def test_an_empty_clock_counts_as_none(cli):
    ran = cli("--sandbox", "logs", "--format", "csv", env={"COMETAPI_SANDBOX_CLOCK": ""})

    assert time.time() - HOUR < max(moments(ran)) < time.time()


def test_an_answer_is_of_now_however_it_comes(cli):
    whole = json.loads(cli("--sandbox", "responses", "hi", "--no-stream", "--raw").out)
    stream = cli("--sandbox", "responses", "hi", "--stream", "--raw").out

    assert time.time() - HOUR < whole["created_at"] <= whole["completed_at"] < time.time()
    assert "1774412483" not in stream and f'"created_at":{whole["created_at"]}'[:-2] in stream.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ('{"created_at": 1774412483}', '{"created_at": 1774412543}'),
        ('{"created_at":1774412483000}', '{"created_at":1774412543000}'),
        ('{"created_at": "2026-03-25T04:21:23Z"}', '{"created_at": "2026-03-25T04:22:23Z"}'),
        ('{"expired_time": -1, "accessed_time": 0}', '{"expired_time": -1, "accessed_time": 0}'),
        ('{"user_id": 1774412483, "created_at": null}', '{"user_id": 1774412483, "created_at": null}'),
        ('{"created_at": "last year"}', '{"created_at": "last year"}'),
    ],
)
def test_a_time_keeps_its_form(text, moved):
    assert times.moved(text, 60) == moved


@pytest.mark.parametrize("way", [{"since": ("at",)}, {"until": ("at",)}])
@pytest.mark.parametrize("at", [1774412483, 1774412483000, "1774412483", "2026-03-25T04:21:23Z", "2026-03-25"])
@pytest.mark.parametrize("value", ["1774412483", "1774412483000", "2026-03-25t04:21:23z", "2026-03-25"])
def test_a_time_is_compared_in_any_form(way, at, value):
    day = "2026-03-25"
    fits = (at != day or value == day) if "since" in way else True
    assert paging.fits({"at": at}, {"when": value}, {"when": way}) == fits


@pytest.mark.parametrize(("way", "fits"), [({"since": ("at",)}, False), ({"until": ("at",)}, False)])
@pytest.mark.parametrize("at", [None, 0, "", "soon"])
def test_what_has_no_time_is_in_no_span_of_it(way, fits, at):
    assert paging.fits({"at": at}, {"when": "1774412483"}, {"when": way}) == fits
    assert paging.fits({"at": at}, {"when": "0"}, {"when": way})  # no span was asked for
