"""``cometapi stats``: the current month."""

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
