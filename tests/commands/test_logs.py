"""``cometapi logs``: filters, pages, records, and the service's own CSV."""

import json

import pytest
from account_data import FORMULA, HOSTILE, KEYS, asked, formats, page, pages, records, whole

OTHER = {"model_ratio": 1, "model_price": -1, "frt": 450, "total_ms": 2910, "cache_tokens": 5, "request_path": "/v1/x"}
LOG = {
    "id": 3,
    "user_id": 7,
    "created_at": 1767225600,
    "type": 2,
    "content": "",
    "username": "demo",
    "token_name": "ci",
    "model_name": "gpt-5.4",
    "quota": 1250,
    "prompt_tokens": 1830,
    "completion_tokens": 20,
    "use_time": 3,
    "is_stream": True,
    "group": "default",
    "ip": "",
    "other": json.dumps(OTHER),
    "request_id": "req-1",
    "response_id": "chatcmpl-1",
}
TODAY = 1767225600  # 2026-01-01T00:00:00Z


def many(count):
    """So many records, newest first."""
    return [{**LOG, "request_id": f"req-{number}"} for number in range(1, count + 1)]


def ids(text):
    return [record["request_id"] for record in json.loads(text)]


def queries(raw):
    """What was asked beside the number and the length of the page."""
    return [
        {name: value for name, value in asked(talk)[2].items() if name not in ("p", "page_size")} for talk in raw.talks
    ]


def turns(raw):
    """Number and length of each page that was asked for."""
    return [(query["p"], query["page_size"]) for _, _, query in map(asked, raw.talks)]


@pytest.fixture
def logs(raw):
    """A server that knows one entry."""
    return raw(lambda talk: talk.whole(page([LOG])))


# --- filters


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ([], {}),
        (["-m", "gpt-5.4"], {"model_name": "gpt-5.4"}),
        (["--model", "gpt%"], {"model_name": "gpt%"}),
        (["--token-name", "a b&c"], {"token_name": "a b&c"}),
        (["-g", "vip"], {"group": "vip"}),
        (["-t", "topup"], {"type": "1"}),
        (["-t", "CONSUME"], {"type": "2"}),
        (["--type", "manage"], {"type": "3"}),
        (["--type", "system"], {"type": "4"}),
        (["--type", "error"], {"type": "5"}),
        (["--type=refund"], {"type": "6"}),
        (["--start", "2026-01-01"], {"start_timestamp": f"{TODAY}"}),
        (["--start", "20260101"], {"start_timestamp": f"{TODAY}"}),
        (["--start", "1767225600"], {"start_timestamp": f"{TODAY}"}),
        (["--start", "2026-01-01T00:00:00Z"], {"start_timestamp": f"{TODAY}"}),
        (["--start", "2026-01-01T09:00+09:00"], {"start_timestamp": f"{TODAY}"}),
        (["--start", "2026-01-01 00:00:00"], {"start_timestamp": f"{TODAY}"}),
        (["--end", "2026-01-01"], {"end_timestamp": f"{TODAY + 86399}"}),
        (["--end", "2026-01-01T00:00"], {"end_timestamp": f"{TODAY}"}),
        (
            ["--start", "2026-01-01", "--end", "2026-01-01", "-t", "error", "-m", "x"],
            {"start_timestamp": f"{TODAY}", "end_timestamp": f"{TODAY + 86399}", "type": "5", "model_name": "x"},
        ),
    ],
)
def test_filters(cli, logs, words, query):
    env = {**KEYS, "COMETAPI_KEY": None, "TZ": "UTC"}

    assert cli("logs", *words, env=env).code == 0
    assert [asked(talk)[:2] for talk in logs.talks] == [("GET", "/api/log/self")]
    assert (queries(logs), turns(logs)) == ([query], [("1", "20")])
    assert logs.talks[0].headers["authorization"] == "Bearer access-token-0002"


@pytest.mark.parametrize("words", [["--start", "2026-01-01T09:00"], ["--start", "2026-01-01T00:00Z"]])
def test_a_time_without_a_zone_is_local(cli, logs, words):
    cli("logs", *words, env={**KEYS, "TZ": "Asia/Tokyo"})

    assert queries(logs) == [{"start_timestamp": f"{TODAY}"}]


def test_a_day_without_a_zone_is_a_local_day(cli, logs):
    cli("logs", "--start", "2026-01-01", "--end", "2026-01-01", env={**KEYS, "TZ": "Asia/Tokyo"})

    begin = TODAY - 9 * 3600
    assert queries(logs) == [{"start_timestamp": f"{begin}", "end_timestamp": f"{begin + 86399}"}]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--start", "2026-01-02", "--end", "2026-01-01"], "--start is after --end."),
        (["--end", "1", "--start", "today"], "--start is after --end."),
        (
            ["--type", "consum"],
            "--type must be one of topup, consume, manage, system, error, refund, not 'consum'; did you mean consume?",
        ),
        (
            ["--start", "soon"],
            "--start must be a date such as 2026-01-31, 2026-01-31T12:00:00Z, today or 7d, not 'soon'.",
        ),
        (["--limit", "0"], "--limit must be 1 or more, not 0."),
        (["--page", "0"], "--page must be 1 or more, not 0."),
        (["--page-size", "101"], "--page-size must be between 1 and 100, not 101."),
        (["--limit", "5", "--all"], "--limit and --all cannot be combined."),
        (["--request-id", "x", "--export"], "--request-id and --export cannot be combined."),
        (["--export", "--json"], "--export and --format cannot be combined."),
        (["--export", "-f", "csv"], "--export and --format cannot be combined."),
        (["--export", "--detail"], "--export and --detail cannot be combined."),
        (["--export", "--limit", "5"], "--export and --limit cannot be combined."),
    ],
)
def test_what_does_not_fit_is_refused_before_anything_is_sent(cli, logs, words, sentence):
    ran = cli("logs", *words, env=KEYS)

    assert (ran.out, ran.code, logs.talks) == ("", 2, [])
    told = json.loads(ran.err)["error"]["message"] if "{" in ran.err else ran.err.splitlines()[0]
    assert told.removeprefix("cometapi: ") == sentence


def test_without_an_access_token_nothing_is_sent(cli, logs):
    ran = cli("logs", env={**KEYS, "COMETAPI_ACCESS_TOKEN": None})

    assert (ran.out, ran.code, logs.talks) == ("", 64, [])
    assert "No access token is set." in ran.err


# --- pages


@pytest.mark.parametrize(
    ("words", "printed", "turns_taken", "told"),
    [
        ([], (1, 20), [("1", "20")], "Records 1 to 20 of 345"),
        (["-p", "2"], (21, 40), [("2", "20")], "Records 21 to 40 of 345"),
        (["--page", "18"], (341, 345), [("18", "20")], "Records 341 to 345 of 345"),
        (["--page-size", "50"], (1, 50), [("1", "50")], "Records 1 to 50 of 345"),
        (["-l", "5"], (1, 5), [("1", "5")], "Records 1 to 5 of 345"),
        (["-l", "250"], (1, 250), [("1", "100"), ("2", "100"), ("3", "100")], "Records 1 to 250 of 345"),
        (["-l", "30", "--page-size", "20"], (1, 30), [("1", "20"), ("2", "20")], "Records 1 to 30 of 345"),
        (["-p", "2", "-l", "3"], (21, 23), [("2", "20")], "Records 21 to 23 of 345"),
        (
            ["-l", "120", "-p", "3"],
            (41, 160),
            [(f"{number}", "20") for number in range(3, 9)],
            "Records 41 to 160 of 345",
        ),
        (["--all"], (1, 345), [(f"{number}", "100") for number in range(1, 5)], None),
        (["-l", "999"], (1, 345), [(f"{number}", "100") for number in range(1, 5)], None),
    ],
)
def test_as_many_records_as_are_wanted_over_as_many_pages_as_it_takes(cli, raw, words, printed, turns_taken, told):
    raw(pages(many(345)))
    ran = cli("logs", *words, "--json", env=KEYS)
    first, last = printed

    assert (ids(ran.out), ran.code) == ([f"req-{number}" for number in range(first, last + 1)], 0)
    assert turns(raw) == turns_taken
    assert ran.err == (f"cometapi: {told}; see --page, --limit and --all.\n" if told else "")


def test_without_a_total_the_last_page_is_the_short_one(cli, raw):
    raw(pages(many(230), total=False))
    ran = cli("logs", "--all", "--json", env=KEYS)

    assert (len(ids(ran.out)), ran.err, ran.code) == (230, "", 0)
    assert turns(raw) == [("1", "100"), ("2", "100"), ("3", "100")]


@pytest.mark.parametrize("total", [True, False])
def test_a_service_whose_pages_are_shorter_than_asked_is_read_to_its_end(cli, raw, total):
    items = many(25)

    def answer(talk):
        number = int(asked(talk)[2]["p"])
        part = items[(number - 1) * 10 : number * 10]
        talk.whole(page(part, 25) if total else whole(part))

    raw(answer)

    assert ids(cli("logs", "--all", "--json", env=KEYS).out) == [f"req-{number}" for number in range(1, 26)]
    assert len(raw.talks) == 3


def capped(most):
    """A service that gives fewer records at once than it is asked for."""
    items = many(250)

    def answer(talk):
        _, _, query = asked(talk)
        number, size = int(query["p"]), min(int(query["page_size"]), most)
        talk.whole(page(items[(number - 1) * size : number * size], len(items)))

    return answer


def test_a_service_with_shorter_pages_than_asked_is_read_from_the_middle_to_its_end(cli, raw):
    raw(capped(50))
    ran = cli("logs", "--page", "3", "--page-size", "100", "--all", "--json", env=KEYS)

    assert (ids(ran.out), ran.code) == ([f"req-{number}" for number in range(101, 251)], 0)
    assert ran.err == "cometapi: Records 101 to 250 of 250; see --page, --limit and --all.\n"


def test_the_last_page_may_be_short(cli, raw):
    raw(capped(100))
    ran = cli("logs", "--page", "3", "--page-size", "100", "--all", "--json", env=KEYS)

    assert (ids(ran.out), ran.code) == ([f"req-{number}" for number in range(201, 251)], 0)
    assert ran.err == "cometapi: Records 201 to 250 of 250; see --page, --limit and --all.\n"


@pytest.mark.parametrize("reply", [page(many(100), 345), whole(many(100)), many(100)], ids=["total", "flat", "bare"])
def test_a_service_that_ignores_page_numbers_is_not_asked_for_ever(cli, raw, reply):
    raw(lambda talk: talk.whole(reply))
    ran = cli("logs", "--all", "--json", env=KEYS)

    assert (len(ids(ran.out)), ran.code, len(raw.talks)) == (100, 0, 2)


@pytest.mark.parametrize("data", [None, [], {"items": None, "total": 0}, {"items": [], "total": 0}])
def test_nothing_found_is_an_empty_document(cli, raw, data):
    raw(lambda talk: talk.whole(whole(data)))
    ran = cli("logs", "--all", "--json", env=KEYS)

    assert (ran.out, ran.err, ran.code) == ("[]\n", "cometapi: Nothing found.\n", 0)


def test_a_page_that_fails_later_keeps_what_came_and_is_no_success(cli, raw):
    raw(pages(many(345)), lambda talk: talk.whole({"success": False, "message": "database error"}))
    ran = cli("logs", "--all", "--json", env=KEYS)

    assert (len(ids(ran.out)), ran.code) == (100, 1)
    assert json.loads(ran.err)["error"]["message"] == "The service refused the request: database error."


# --- one request


def test_a_request_is_found_on_a_later_page(cli, raw):
    raw(pages(many(345)))

    assert [record["request_id"] for record in records(cli("logs", "--request-id", "req-250", "--json", env=KEYS))] == [
        "req-250"
    ]
    assert turns(raw) == [("1", "100"), ("2", "100"), ("3", "100")]


def test_a_request_that_is_nowhere(cli, raw):
    raw(pages(many(150)))
    ran = cli("logs", "--request-id", "req-999", env=KEYS)

    assert (ran.out, ran.err, ran.code) == ("", "cometapi: There is no record with --request-id req-999.\n", 1)
    assert turns(raw) == [("1", "100"), ("2", "100")]


# --- records


@pytest.mark.parametrize(
    ("facts", "duration", "first_token"),
    [
        ({}, 2910, 450),
        ({"other": OTHER}, 2910, 450),
        ({"other": '{"total_ms": "2910", "frt": "450"}'}, 2910, 450),
        ({"other": '{"frt": 0}'}, 3000, None),
        ({"other": '{"total_ms": 0, "frt": -1000}'}, 3000, None),
        ({"other": '{"total_ms": null}', "use_time": "3"}, 3000, None),
        ({"other": "{broken"}, 3000, None),
        ({"other": "[" * 9999}, 3000, None),
        ({"other": "5"}, 3000, None),
        ({"other": ""}, 3000, None),
        ({"other": None}, 3000, None),
        ({"other": None, "use_time": 0}, None, None),
        ({"other": None, "use_time": None}, None, None),
        ({"other": None, "use_time": "soon"}, None, None),
    ],
)
def test_times_are_milliseconds_or_null(cli, raw, facts, duration, first_token):
    raw(lambda talk: talk.whole(page([{**LOG, **facts}])))
    record = records(cli("logs", "--json", env=KEYS))[0]

    assert (record["duration_ms"], record["first_token_ms"]) == (duration, first_token)


def test_an_entry_without_its_details(cli, raw):
    raw(lambda talk: talk.whole(page([{name: value for name, value in LOG.items() if name != "other"}])))

    assert records(cli("logs", "--json", env=KEYS))[0]["duration_ms"] == 3000


@pytest.mark.parametrize(("kind", "word"), [(1, "topup"), ("2", "consume"), (6, "refund"), (0, 0), (9, 9)])
def test_a_type_is_a_word_where_there_is_one(cli, raw, kind, word):
    raw(lambda talk: talk.whole(page([{**LOG, "type": kind}])))

    assert records(cli("logs", "--json", env=KEYS))[0]["type"] == word


def test_machines_get_every_column(cli, logs):
    assert records(cli("logs", "--json", env={**KEYS, "TZ": "Asia/Tokyo"})) == [
        {
            "time": "2026-01-01T00:00:00Z",
            "type": "consume",
            "model": "gpt-5.4",
            "cost_usd": 0.0025,
            "duration_ms": 2910,
            "prompt_tokens": 1830,
            "completion_tokens": 20,
            "token_name": "ci",
            "content": "",
            "stream": True,
            "first_token_ms": 450,
            "cache_tokens": 5,
            "request_id": "req-1",
            "response_id": "chatcmpl-1",
            "group": "default",
            "endpoint": "/v1/x",
            "model_ratio": 1,
            "completion_ratio": None,
            "group_ratio": None,
            "cache_ratio": None,
            "model_price": None,
            "username": "demo",
            "user_id": 7,
            "ip": "",
            "quota": 1250,
            "error_code": None,
            "http_status": None,
        }
    ]


def test_people_get_their_own_time_and_no_empty_columns(cli, logs):
    assert cli("logs", env={**KEYS, "TZ": "Asia/Tokyo"}).out == (
        "Time                 Type     Model       Cost    Took     In  Out  Key\n"
        "───────────────────  ───────  ───────  ───────  ──────  ─────  ───  ───\n"
        "2026-01-01 09:00:00  consume  gpt-5.4  $0.0025  2.91 s  1,830   20  ci\n"
    )


def test_people_get_more_when_asked(cli, logs):
    header, _, line = cli("logs", "--detail", env=KEYS).out.splitlines()

    assert line.split()[-9:] == ["yes", "450", "ms", "5", "req-1", "chatcmpl-1", "default", "/v1/x", "1"]
    assert header.endswith("Stream  First token  Cache tokens  Request ID  Response ID  Group    Endpoint  Model ratio")


def test_the_texts_of_strangers_for_people(cli, raw):
    raw(lambda talk: talk.whole(page([{**LOG, "content": HOSTILE, "token_name": FORMULA}])))
    outs = formats(cli, "logs", env=KEYS)

    assert outs["table"] == (
        "Time                 Type     Model       Cost    Took     In  Out  Key   Content\n"
        "───────────────────  ───────  ───────  ───────  ──────  ─────  ───  ────  ──────────────────────────\n"
        '2026-01-01 00:00:00  consume  gpt-5.4  $0.0025  2.91 s  1,830   20  =1+1  [/x] a|b "q" ␛[31m 你好 🚀\n'
    )
    assert outs["markdown"] == (
        "| Time | Type | Model | Cost | Took | In | Out | Key | Content |\n"
        "| --- | --- | --- | ---: | ---: | ---: | ---: | --- | --- |\n"
        "| 2026-01-01 00:00:00 | consume | gpt-5.4 | $0.0025 | 2.91 s | 1,830 | 20 | =1+1 "
        '| \\[/x\\] a\\|b<br>"q" ␛\\[31m 你好 🚀 |\n'
    )


def test_the_texts_of_strangers_for_machines(cli, raw):
    raw(lambda talk: talk.whole(page([{**LOG, "content": HOSTILE, "token_name": FORMULA, "other": None}])))
    outs = formats(cli, "logs", env=KEYS)

    assert outs["json"].splitlines()[9:11] == [
        '    "token_name": "=1+1",',
        '    "content": "[/x] a|b\\n\\"q\\" \\u001b[31m 你好 🚀",',
    ]
    assert outs["yaml"].splitlines()[7:9] == [
        "  token_name: =1+1",
        '  content: "[/x] a|b\\n\\"q\\" \\e[31m 你好 \\U0001F680"',
    ]
    assert outs["csv"].partition("\n")[2] == (
        "2026-01-01T00:00:00Z,consume,gpt-5.4,0.0025,3000,1830,20,'=1+1,"
        '"[/x] a|b\n""q"" \x1b[31m 你好 🚀",true,,,req-1,chatcmpl-1,default,,,,,,,demo,7,,1250,,\n'
    )
