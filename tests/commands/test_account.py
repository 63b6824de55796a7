"""``cometapi account``: who the access token belongs to."""

import pytest
from account_data import FORMULA, HOSTILE, KEYS, asked, formats, records, whole

USER = {
    "id": 7,
    "username": "demo",
    "display_name": FORMULA,
    "email": HOSTILE,
    "role": 10,
    "status": "2",
    "group": "default",
    "quota": 1250000,
    "used_quota": 750000,
    "request_count": 1842,
    "access_token": "filled-by-an-old-build",
    "password": "filled-too",
}
ONLY_TOKEN = {**KEYS, "COMETAPI_KEY": None}


@pytest.fixture
def account(raw):
    """A server that knows the account."""
    return raw(lambda talk: talk.whole(whole(USER)))


def test_it_needs_the_access_token_alone(cli, account):
    assert cli("account", env=ONLY_TOKEN).code == 0
    assert [asked(talk) for talk in account.talks] == [("GET", "/api/user/self", {})]
    assert account.talks[0].headers["authorization"] == "Bearer access-token-0002"


def test_it_never_sends_the_api_key(cli, account):
    cli("account", env=KEYS)

    assert "sk-test-key-0001" not in str(account.talks[0].headers)


def test_without_an_access_token_nothing_is_sent(cli, account):
    ran = cli("account", env={**KEYS, "COMETAPI_ACCESS_TOKEN": None})

    assert (ran.out, ran.code, account.talks) == ("", 64, [])
    assert ran.err == (
        "cometapi: No access token is set.\n"
        "  Get one at https://www.cometapi.com/console/personal, then run: cometapi init, or set COMETAPI_ACCESS_TOKEN; "
        "--sandbox needs none\n"
    )


def test_the_texts_of_strangers_in_five_formats(cli, account):
    assert formats(cli, "account", env=ONLY_TOKEN) == {
        "table": (
            "ID            7\nUsername      demo\nDisplay name  =1+1\n"
            'Email         [/x] a|b\n              "q" ␛[31m 你好 🚀\n'
            "Role          administrator\nStatus        disabled\nGroup         default\n"
            "Balance       $2.50\nUsed          $1.50\nRequests      1,842\n"
        ),
        "markdown": (
            "| Field | Value |\n| --- | --- |\n| ID | 7 |\n| Username | demo |\n| Display name | =1+1 |\n"
            '| Email | \\[/x\\] a\\|b<br>"q" ␛\\[31m 你好 🚀 |\n'
            "| Role | administrator |\n| Status | disabled |\n| Group | default |\n"
            "| Balance | $2.50 |\n| Used | $1.50 |\n| Requests | 1,842 |\n"
        ),
        "json": (
            '{\n  "id": 7,\n  "username": "demo",\n  "display_name": "=1+1",\n'
            '  "email": "[/x] a|b\\n\\"q\\" \\u001b[31m 你好 🚀",\n'
            '  "role": "administrator",\n  "status": "disabled",\n  "group": "default",\n  "balance": 2.5,\n'
            '  "used": 1.5,\n  "request_count": 1842,\n  "invitation_code": null,\n  "invited": null\n}\n'
        ),
        "yaml": (
            "id: 7\nusername: demo\ndisplay_name: =1+1\n"
            'email: "[/x] a|b\\n\\"q\\" \\e[31m 你好 \\U0001F680"\n'
            "role: administrator\nstatus: disabled\ngroup: default\nbalance: 2.5\nused: 1.5\n"
            "request_count: 1842\ninvitation_code: null\ninvited: null\n"
        ),
        "csv": (
            "id,username,display_name,email,role,status,group,balance,used,request_count,invitation_code,invited\n"
            '7,demo,\'=1+1,"[/x] a|b\n""q"" \x1b[31m 你好 🚀",administrator,disabled,default,2.5,1.5,1842,,\n'
        ),
    }


def test_what_is_not_known_stays_as_it_is(cli, raw):
    raw(lambda talk: talk.whole(whole({"id": 7, "role": 2, "status": 9})))
    record = records(cli("account", "--json", env=ONLY_TOKEN))

    assert (record["role"], record["status"], record["balance"]) == (2, 9, None)


@pytest.mark.parametrize("data", [None, {}, [], "text", 5])
def test_a_reply_that_holds_no_account_is_no_success(cli, raw, data):
    raw(lambda talk: talk.whole(whole(data)))
    ran = cli("account", env=ONLY_TOKEN)

    assert (ran.out, ran.err, ran.code) == (
        "",
        "cometapi: Unexpected reply from the service: what was asked for is missing.\n",
        1,
    )
