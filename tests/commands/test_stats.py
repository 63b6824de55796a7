"""``cometapi stats``: the current month."""

from datetime import UTC, datetime

import pytest
from account_data import KEYS, asked, formats, records, whole

STATS = {
    "month_req_count": 1842,
    "req_rate": 12.5,
    "month_usage": 1234.5678,
    "usage_rate": -4.2,
    "month_success_rate": 99.3,
    "predicted_days": 21,
}


@pytest.fixture
def stats(raw):
    """A server that knows the month."""
    return raw(lambda talk: talk.whole(whole(STATS)))


def test_it_needs_the_access_token_alone(cli, stats):
    assert cli("stats", env={**KEYS, "COMETAPI_KEY": None}).code == 0
    assert [asked(talk) for talk in stats.talks] == [("GET", "/api/user/self/stats", {})]
    assert stats.talks[0].headers["authorization"] == "Bearer access-token-0002"


def test_five_formats(cli, stats):
    names = "requests,requests_change,usage_usd,usage_change,success_rate,predicted_days_left"
    people = [
        ("Requests", "1,842"),
        ("Change of requests", "12.5%"),
        ("Usage", "$1,234.5678"),
        ("Change of usage", "-4.2%"),
        ("Success rate", "99.3%"),
        ("Days left", "21"),
    ]
    machines = list(zip(names.split(","), ["1842", "12.5", "1234.5678", "-4.2", "99.3", "21"], strict=True))

    assert formats(cli, "stats", env=KEYS) == {
        "table": "".join(f"{name:20}{value}\n" for name, value in people),
        "markdown": "| Field | Value |\n| --- | --- |\n" + "".join(f"| {name} | {value} |\n" for name, value in people),
        "json": "{\n" + ",\n".join(f'  "{name}": {value}' for name, value in machines) + "\n}\n",
        "yaml": "".join(f"{name}: {value}\n" for name, value in machines),
        "csv": f"{names}\n1842,12.5,1234.5678,-4.2,99.3,21\n",
    }


def test_a_forecast_in_words_stays_as_it_is(cli, raw):
    raw(lambda talk: talk.whole(whole({**STATS, "predicted_days": "∞", "month_usage": "3.5"})))
    record = records(cli("stats", "--json", env=KEYS))

    assert (record["predicted_days_left"], record["usage_usd"]) == ("∞", 3.5)


LOGS = [
    {"created_at": 1774412483, "type": 2, "model_name": "gpt", "token_name": "ci", "quota": 500, "prompt_tokens": 10},
    {
        "created_at": 1774412400,
        "type": 2,
        "model_name": "claude",
        "token_name": "ci",
        "quota": "1500",
        "prompt_tokens": 1,
    },
    {"created_at": 1774300000, "type": 2, "model_name": "gpt", "token_name": "", "quota": None, "completion_tokens": 5},
]


@pytest.fixture
def logs(raw):
    """A server with three entries of the logs, in pages of two."""

    def answer(talk):
        first = (int(asked(talk)[2]["p"]) - 1) * 2
        talk.whole(whole({"items": LOGS[first : first + 2], "total": 3}))

    return raw(answer)


def group(name, value, requests, tokens, usage):
    """What is told of a group."""
    return {
        name: value,
        "requests": requests,
        "prompt_tokens": tokens[0],
        "completion_tokens": tokens[1],
        "usage_usd": usage,
    }


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("model", [group("model", "claude", 1, (1, 0), 0.003), group("model", "gpt", 2, (10, 5), 0.001)]),
        ("key", [group("key", "ci", 2, (11, 0), 0.004), group("key", "", 1, (0, 5), 0.0)]),
        ("day", [group("day", "2026-03-23", 1, (0, 5), 0.0), group("day", "2026-03-25", 2, (11, 0), 0.004)]),
    ],
)
def test_the_logs_are_added_up(cli, logs, by, groups):
    assert records(cli("stats", "--by", by, "--json", env={**KEYS, "TZ": "UTC"})) == groups


def test_the_month_so_far_is_added_up_unless_dates_are_given(cli, logs):
    cli("stats", "--by", "day", "--start", "2026-03-01T00:00Z", "--end", "2026-03-02T00:00Z", env=KEYS)
    given = asked(logs.talks[0])
    cli("stats", "--by", "day", env={**KEYS, "TZ": "UTC"})
    begin = datetime.now(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)

    query = {"type": "2", "start_timestamp": "1772323200", "end_timestamp": "1772409600", "p": "1", "page_size": "100"}
    assert given == ("GET", "/api/log/self", query)
    assert asked(logs.talks[-1])[2]["start_timestamp"] == str(int(begin.timestamp()))


def test_groups_of_odd_values_are_groups(cli, raw):
    items = [
        {"model_name": name, "quota": quota} for name, quota in ((["a"], 1), (["a"], "x"), ({"b": 1}, True), (None, 1))
    ]
    raw(lambda talk: talk.whole(whole({"items": items if "p=1&" in talk.path else [], "total": 4})))

    assert [(one["model"], one["requests"]) for one in records(cli("stats", "--by", "model", "--json", env=KEYS))] == [
        (["a"], 2),
        (None, 1),
        ({"b": 1}, 1),
    ]


def test_groups_are_sorted_chosen_and_cut(cli, logs):
    words = ["--by", "model", "--sort", "requests:desc", "--where", "requests>=1", "--limit", "1"]

    assert (
        cli("stats", *words, "--fields", "model,requests", "--format", "csv", env=KEYS).out == "model,requests\ngpt,2\n"
    )


@pytest.mark.parametrize(
    "words", [["--start", "7d"], ["--sort", "requests"], ["--where", "requests>1"], ["--limit", "1"]]
)
def test_what_chooses_groups_needs_groups(cli, stats, words):
    ran = cli("stats", *words, env=KEYS)

    assert (ran.out, ran.code, stats.talks) == ("", 2, [])
