"""``cometapi tokens``: the account's API keys, never shown whole unless asked."""

import json

import pytest
from account_data import FORMATS, FORMULA, HOSTILE, KEYS, asked, formats, page, pages, records, whole

FULL = "sk-sampleKEYlaptop0wxyz"
TOKEN = {
    "id": 11,
    "key": FULL,
    "status": 1,
    "name": HOSTILE,
    "created_time": 1767225600,
    "accessed_time": 0,
    "expired_time": -1,
    "remain_quota": 500000,
    "unlimited_quota": False,
    "model_limits": "gpt-5.4, veo-3",
    "allow_ips": FORMULA,
    "used_quota": 2500,
    "group": "default",
}
ENDED = {**TOKEN, "id": 12, "name": "old", "status": 3, "expired_time": 1790812800, "unlimited_quota": True}


@pytest.fixture
def tokens(raw):
    """A server that knows two keys."""
    return raw(lambda talk: talk.whole(page([TOKEN, ENDED])))


@pytest.mark.parametrize(
    ("words", "path", "query"),
    [
        ([], "/api/token/", {"p": "1", "page_size": "20"}),
        (["-p", "3"], "/api/token/", {"p": "3", "page_size": "20"}),
        (["--page", "2", "--page-size", "50"], "/api/token/", {"p": "2", "page_size": "50"}),
        (["-l", "5"], "/api/token/", {"p": "1", "page_size": "5"}),
        (["--all"], "/api/token/", {"p": "1", "page_size": "100"}),
        (["-s", "a b&c", "-p", "2"], "/api/token/search", {"keyword": "a b&c", "p": "2", "page_size": "20"}),
    ],
)
def test_what_is_asked(cli, tokens, words, path, query):
    assert cli("tokens", *words, env={**KEYS, "COMETAPI_KEY": None}).code == 0
    assert [asked(talk) for talk in tokens.talks[:1]] == [("GET", path, query)]
    assert tokens.talks[0].headers["authorization"] == "Bearer access-token-0002"


def test_without_an_access_token_nothing_is_sent(cli, tokens):
    ran = cli("tokens", env={**KEYS, "COMETAPI_ACCESS_TOKEN": None})

    assert (ran.out, ran.code, tokens.talks) == ("", 64, [])
    assert "No access token is set." in ran.err


def test_keys_are_masked_in_every_format(cli, tokens):
    outs = formats(cli, "tokens", env=KEYS)

    assert [FULL in out for out in outs.values()] == [False] * 5
    assert ["sk-…wxyz" in out for out in outs.values()] == [True] * 5


@pytest.mark.parametrize("name", FORMATS)
def test_keys_are_shown_whole_when_asked(cli, tokens, name):
    assert FULL in cli("tokens", "--show-keys", "-f", name, env=KEYS).out


@pytest.mark.parametrize(
    ("key", "shown"),
    [("EXAMPLEKEYVALUE", "…ALUE"), ("short", "…"), ("sk-****wxyz", "sk-…wxyz"), ("", ""), (None, None)],
)
def test_a_key_of_any_shape_is_masked(cli, raw, key, shown):
    raw(lambda talk: talk.whole(page([{**TOKEN, "key": key}])))

    assert records(cli("tokens", "--json", env=KEYS))[0]["key"] == shown


@pytest.mark.parametrize(
    ("status", "word"),
    [(1, "active"), (2, "disabled"), (3, "expired"), (4, "exhausted"), ("4", "exhausted"), (9, 9), (None, None)],
)
def test_a_status_is_a_word_where_there_is_one(cli, raw, status, word):
    raw(lambda talk: talk.whole(page([{**TOKEN, "status": status}])))

    assert records(cli("tokens", "--json", env=KEYS))[0]["status"] == word


@pytest.mark.parametrize("reply", [whole([TOKEN]), page([TOKEN]), [TOKEN]], ids=["flat", "paged", "bare"])
def test_a_search_is_answered_in_any_shape(cli, raw, reply):
    raw(lambda talk: talk.whole(reply))

    assert [record["id"] for record in records(cli("tokens", "-s", "x", "--json", env=KEYS))] == [11]


@pytest.mark.parametrize("reply", [whole([]), whole(None), page([]), page(None, 0)])
def test_no_keys_are_an_empty_document(cli, raw, reply):
    raw(lambda talk: talk.whole(reply))
    ran = cli("tokens", "--json", env=KEYS)

    assert (ran.out, ran.err, ran.code) == ("[]\n", "cometapi: Nothing found.\n", 0)


def test_all_keys_come_page_by_page(cli, raw):
    raw(pages([{**TOKEN, "id": number} for number in range(150)]))

    assert [record["id"] for record in records(cli("tokens", "--all", "--json", env=KEYS))] == [*range(150)]
    assert [asked(talk)[2]["p"] for talk in raw.talks] == ["1", "2"]


def test_people_see_their_own_time_and_machines_utc(cli, tokens):
    env = {**KEYS, "TZ": "Asia/Tokyo"}
    table = cli("tokens", env=env).out.splitlines()[3]
    record = json.loads(cli("tokens", "--json", env=env).out)[1]

    assert "2026-10-01 09:00:00" in table and "2026-01-01 09:00:00" in table
    assert (record["expires"], record["created"], record["last_used"]) == (
        "2026-10-01T00:00:00Z",
        "2026-01-01T00:00:00Z",
        None,
    )


def test_the_texts_of_strangers_in_five_formats(cli, tokens):
    assert formats(cli, "tokens", "--detail", env=KEYS) == {
        "table": (
            "ID  Name                        Key       Status     Balance    Used  Expires              Created"
            "              Group    Models          Allowed ips\n"
            "──  ──────────────────────────  ────────  ───────  ─────────  ──────  ───────────────────  ───────────────────"
            "  ───────  ──────────────  ───────────\n"
            '11  [/x] a|b "q" ␛[31m 你好 🚀  sk-…wxyz  active       $1.00  $0.005  never                2026-01-01 00:00:00'
            "  default  gpt-5.4, veo-3  =1+1\n"
            "12  old                         sk-…wxyz  expired  Unlimited  $0.005  2026-10-01 00:00:00  2026-01-01 00:00:00"
            "  default  gpt-5.4, veo-3  =1+1\n"
        ),
        "markdown": (
            "| ID | Name | Key | Status | Balance | Used | Expires | Last used | Created | Group | Models | Allowed ips |\n"
            "| ---: | --- | --- | --- | ---: | ---: | --- | --- | --- | --- | --- | --- |\n"
            '| 11 | \\[/x\\] a\\|b<br>"q" ␛\\[31m 你好 🚀 | sk-…wxyz | active | $1.00 | $0.005 | never |  '
            "| 2026-01-01 00:00:00 | default | gpt-5.4, veo-3 | =1+1 |\n"
            "| 12 | old | sk-…wxyz | expired | Unlimited | $0.005 | 2026-10-01 00:00:00 |  "
            "| 2026-01-01 00:00:00 | default | gpt-5.4, veo-3 | =1+1 |\n"
        ),
        "json": (
            '[\n  {\n    "id": 11,\n    "name": "[/x] a|b\\n\\"q\\" \\u001b[31m 你好 🚀",\n    "key": "sk-…wxyz",\n'
            '    "status": "active",\n    "balance": 1.0,\n    "used": 0.005,\n    "expires": null,\n'
            '    "last_used": null,\n    "created": "2026-01-01T00:00:00Z",\n    "group": "default",\n'
            '    "models": [\n      "gpt-5.4",\n      "veo-3"\n    ],\n    "allowed_ips": "=1+1"\n  },\n'
            '  {\n    "id": 12,\n    "name": "old",\n    "key": "sk-…wxyz",\n'
            '    "status": "expired",\n    "balance": null,\n    "used": 0.005,\n    "expires": "2026-10-01T00:00:00Z",\n'
            '    "last_used": null,\n    "created": "2026-01-01T00:00:00Z",\n    "group": "default",\n'
            '    "models": [\n      "gpt-5.4",\n      "veo-3"\n    ],\n    "allowed_ips": "=1+1"\n  }\n]\n'
        ),
        "yaml": (
            '- id: 11\n  name: "[/x] a|b\\n\\"q\\" \\e[31m 你好 \\U0001F680"\n  key: sk-…wxyz\n'
            "  status: active\n  balance: 1.0\n  used: 0.005\n  expires: null\n  last_used: null\n"
            "  created: '2026-01-01T00:00:00Z'\n  group: default\n  models:\n  - gpt-5.4\n  - veo-3\n  allowed_ips: =1+1\n"
            "- id: 12\n  name: old\n  key: sk-…wxyz\n"
            "  status: expired\n  balance: null\n  used: 0.005\n  expires: '2026-10-01T00:00:00Z'\n  last_used: null\n"
            "  created: '2026-01-01T00:00:00Z'\n  group: default\n  models:\n  - gpt-5.4\n  - veo-3\n  allowed_ips: =1+1\n"
        ),
        "csv": (
            "id,name,key,status,balance,used,expires,last_used,created,group,models,allowed_ips\n"
            '11,"[/x] a|b\n""q"" \x1b[31m 你好 🚀",sk-…wxyz,active,1.0,0.005,,,2026-01-01T00:00:00Z,default,'
            '"[""gpt-5.4"",""veo-3""]",\'=1+1\n'
            "12,old,sk-…wxyz,expired,,0.005,2026-10-01T00:00:00Z,,2026-01-01T00:00:00Z,default,"
            '"[""gpt-5.4"",""veo-3""]",\'=1+1\n'
        ),
    }
