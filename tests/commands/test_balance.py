"""``cometapi balance``: which limit it tells, with which credential, and how."""

import pytest
from account_data import KEYS, asked, formats, records, whole

ACCOUNT = whole({"quota": 1250000, "used_quota": 750000, "access_token": "never-shown-0003"})
KEY = {"code": True, "message": "ok", "data": {"total_granted": 502500, "total_used": 2500, "total_available": 500000}}
UNLIMITED = {**KEY, "data": {**KEY["data"], "unlimited_quota": True}}
OF_ACCOUNT = {"balance": 2.5, "used": 1.5, "total_topped_up": 4.0, "currency": "USD", "source": "account"}
OF_KEY = {"balance": 1.0, "used": 0.005, "total_topped_up": 1.005, "currency": "USD", "source": "key"}


@pytest.fixture
def both(raw):
    """A server that knows both limits."""
    return raw(lambda talk: talk.whole(ACCOUNT if talk.path == "/api/user/self" else KEY))


@pytest.mark.parametrize(
    ("words", "missing", "path", "credential", "record"),
    [
        ([], None, "/api/user/self", "access-token-0002", OF_ACCOUNT),
        ([], "COMETAPI_KEY", "/api/user/self", "access-token-0002", OF_ACCOUNT),
        ([], "COMETAPI_ACCESS_TOKEN", "/api/usage/token", "sk-test-key-0001", OF_KEY),
        (["--source", "account"], "COMETAPI_KEY", "/api/user/self", "access-token-0002", OF_ACCOUNT),
        (["--source", "key"], None, "/api/usage/token", "sk-test-key-0001", OF_KEY),
        (["-s", "TOKEN"], "COMETAPI_ACCESS_TOKEN", "/api/usage/token", "sk-test-key-0001", OF_KEY),
    ],
)
def test_the_limit_that_is_meant(cli, both, words, missing, path, credential, record):
    assert records(cli("balance", *words, "--json", env={**KEYS, missing or "X": None})) == record
    assert [asked(talk) for talk in both.talks] == [("GET", path, {})]
    assert both.talks[0].headers["authorization"] == f"Bearer {credential}"


@pytest.mark.parametrize(
    ("words", "missing", "setting"),
    [
        (["--source", "account"], ["COMETAPI_ACCESS_TOKEN"], "access token"),
        (["--source", "key"], ["COMETAPI_KEY"], "API key"),
        (["--source", "token"], ["COMETAPI_KEY"], "API key"),
        ([], ["COMETAPI_KEY", "COMETAPI_ACCESS_TOKEN"], "API key"),
    ],
)
def test_a_missing_credential_is_never_stood_in_for(cli, both, words, missing, setting):
    ran = cli("balance", *words, env={**KEYS, **dict.fromkeys(missing)})

    assert (ran.out, ran.code, both.talks) == ("", 64, [])
    assert ran.err.startswith(f"cometapi: No {setting} is set.\n")


def test_a_failing_account_is_not_answered_with_the_key(cli, raw):
    raw(lambda talk: talk.whole({"success": False, "message": "invalid access token"}, 401))
    ran = cli("balance", env=KEYS)

    assert (ran.out, ran.code, len(raw.talks)) == ("", 77, 1)


def test_another_source_is_a_usage_error(cli, both):
    assert (cli("balance", "--source", "user", env=KEYS).code, both.talks) == (2, [])


def test_the_account_in_five_formats(cli, both):
    assert formats(cli, "balance", env=KEYS) == {
        "table": (
            "Balance          $2.50\nUsed             $1.50\nTotal topped up  $4.00\n"
            "Currency         USD\nSource           account\n"
        ),
        "markdown": (
            "| Field | Value |\n| --- | --- |\n| Balance | $2.50 |\n| Used | $1.50 |\n"
            "| Total topped up | $4.00 |\n| Currency | USD |\n| Source | account |\n"
        ),
        "json": (
            '{\n  "balance": 2.5,\n  "used": 1.5,\n  "total_topped_up": 4.0,\n'
            '  "currency": "USD",\n  "source": "account"\n}\n'
        ),
        "yaml": "balance: 2.5\nused: 1.5\ntotal_topped_up: 4.0\ncurrency: USD\nsource: account\n",
        "csv": "balance,used,total_topped_up,currency,source\n2.5,1.5,4.0,USD,account\n",
    }


def test_an_unlimited_key_in_five_formats(cli, raw):
    raw(lambda talk: talk.whole(UNLIMITED))

    assert formats(cli, "balance", "-s", "key", env=KEYS) == {
        "table": (
            "Balance          Unlimited\nUsed             $0.005\nTotal topped up  Unlimited\n"
            "Currency         USD\nSource           key\n"
        ),
        "markdown": (
            "| Field | Value |\n| --- | --- |\n| Balance | Unlimited |\n| Used | $0.005 |\n"
            "| Total topped up | Unlimited |\n| Currency | USD |\n| Source | key |\n"
        ),
        "json": (
            '{\n  "balance": null,\n  "used": 0.005,\n  "total_topped_up": null,\n'
            '  "currency": "USD",\n  "source": "key"\n}\n'
        ),
        "yaml": "balance: null\nused: 0.005\ntotal_topped_up: null\ncurrency: USD\nsource: key\n",
        "csv": "balance,used,total_topped_up,currency,source\n,0.005,,USD,key\n",
    }


def test_a_sum_of_which_a_part_is_missing_is_not_known(cli, raw):
    raw(lambda talk: talk.whole(whole({"quota": "1250000"})))

    assert records(cli("balance", "--json", env=KEYS)) == {**OF_ACCOUNT, "used": None, "total_topped_up": None}


@pytest.mark.parametrize(
    ("message", "code"), [("invalid token", 77), ("database error", 1)], ids=["about the token", "about else"]
)
def test_a_key_that_is_refused_with_200(cli, raw, message, code):
    raw(lambda talk: talk.whole({"code": False, "message": message}))
    ran = cli("balance", "-s", "key", env=KEYS)

    means = "The API key was refused" if code == 77 else "The service refused the request"
    assert (ran.out, ran.err.splitlines()[0], ran.code) == ("", f"cometapi: {means}: {message}.", code)
