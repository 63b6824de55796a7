"""``cometapi tasks`` and ``tasks wait``: what is under way, and waiting for it."""

import json

import pytest
from account_data import FORMULA, HOSTILE, KEYS, asked, formats, page, pages, records, whole

TASK = {
    "id": 4,
    "task_id": "t-1",
    "submit_time": 1774412183,
    "start_time": 1774412188,
    "finish_time": 0,
    "platform": "suno",
    "action": "MUSIC",
    "status": "IN_PROGRESS",
    "progress": "30%",
    "fail_reason": "",
    "quota": 50000,
    "properties": {"origin_model_name": "suno-music"},
    "data": None,
}
DONE = {
    **TASK,
    "status": "SUCCESS",
    "progress": "100%",
    "finish_time": 1774412303,
    "fail_reason": "https://cdn.example.com/t-1.mp3",
}
FAILED = {**TASK, "status": "FAILURE", "fail_reason": "refused by the platform"}


def states(raw, *looks):
    """A service that shows these lists of tasks, one after the other, and the last one from then on."""
    return raw(*[lambda talk, items=items: talk.whole(page(items)) for items in looks])


# --- tasks


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ([], {}),
        (["--platform", "SUNO"], {"platform": "suno"}),
        (["--platform", "brand-new"], {"platform": "brand-new"}),
        (["--status", "in_progress"], {"status": "IN_PROGRESS"}),
        (["--status", "never heard of"], {"status": "NEVER HEARD OF"}),
        (["--task-id", "T-1", "--action", "generate"], {"task_id": "T-1", "action": "generate"}),
        (["--start", "2026-01-01"], {"start_timestamp": "1767225600"}),
        (["--end", "2026-01-01"], {"end_timestamp": "1767311999"}),
        (["-p", "2", "--page-size", "7"], {"p": "2", "page_size": "7"}),
        (["-l", "3"], {"page_size": "3"}),
    ],
)
def test_what_is_asked(cli, raw, words, query):
    states(raw, [DONE])

    assert cli("tasks", *words, env={**KEYS, "COMETAPI_KEY": None}).code == 0
    assert [asked(talk) for talk in raw.talks[:1]] == [
        ("GET", "/api/task/self", {"p": "1", "page_size": "20", **query})
    ]
    assert raw.talks[0].headers["authorization"] == "Bearer access-token-0002"


def test_dates_out_of_order_are_refused_before_anything_is_sent(cli, raw):
    ran = cli("tasks", "--start", "2026-01-02", "--end", "2026-01-01", env=KEYS)

    assert (ran.out, ran.code, raw.talks) == ("", 2, [])
    assert ran.err == "cometapi: --start is after --end.\n  Try: cometapi tasks --help\n"


def test_the_result_and_the_model_are_found_where_they_are(cli, raw):
    states(raw, [DONE, {**TASK, "model_name": "kling", "submit_time": 0}])
    done, queued = records(cli("tasks", "--json", env=KEYS))

    assert (done["result"], done["model"]) == ("https://cdn.example.com/t-1.mp3", "suno-music")
    assert (queued["model"], queued["time"], queued["finished"]) == ("kling", None, None)
    assert (done["time"], done["finished"]) == ("2026-03-25T04:16:23Z", "2026-03-25T04:18:23Z")


def test_the_texts_of_strangers_in_five_formats(cli, raw):
    states(raw, [{**FAILED, "fail_reason": HOSTILE, "action": FORMULA}])

    assert formats(cli, "tasks", env=KEYS) == {
        "table": (
            "Task  Time                 Platform  Status   Progress  Result                      Action  Model        Cost\n"
            "────  ───────────────────  ────────  ───────  ────────  ──────────────────────────  ──────  ──────────  ─────\n"
            't-1   2026-03-25 04:16:23  suno      FAILURE  30%       [/x] a|b "q" ␛[31m 你好 🚀  =1+1    suno-music  $0.10\n'
        ),
        "markdown": (
            "| Task | Time | Platform | Status | Progress | Result | Action | Model | Cost |\n"
            "| --- | --- | --- | --- | --- | --- | --- | --- | ---: |\n"
            "| t-1 | 2026-03-25 04:16:23 | suno | FAILURE | 30% | "
            '\\[/x\\] a\\|b<br>"q" ␛\\[31m 你好 🚀 | =1+1 | suno-music | $0.10 |\n'
        ),
        "json": (
            '[\n  {\n    "task_id": "t-1",\n    "time": "2026-03-25T04:16:23Z",\n    "platform": "suno",\n'
            '    "status": "FAILURE",\n    "progress": "30%",\n    "result": "[/x] a|b\\n\\"q\\" \\u001b[31m 你好 🚀",\n'
            '    "action": "=1+1",\n    "model": "suno-music",\n    "cost_usd": 0.1,\n'
            '    "started": "2026-03-25T04:16:28Z",\n    "finished": null,\n    "data": null\n  }\n]\n'
        ),
        "yaml": (
            "- task_id: t-1\n  time: '2026-03-25T04:16:23Z'\n  platform: suno\n  status: FAILURE\n  progress: 30%\n"
            '  result: "[/x] a|b\\n\\"q\\" \\e[31m 你好 \\U0001F680"\n'
            "  action: =1+1\n  model: suno-music\n  cost_usd: 0.1\n  started: '2026-03-25T04:16:28Z'\n"
            "  finished: null\n  data: null\n"
        ),
        "csv": (
            "task_id,time,platform,status,progress,result,action,model,cost_usd,started,finished,data\n"
            't-1,2026-03-25T04:16:23Z,suno,FAILURE,30%,"[/x] a|b\n""q"" \x1b[31m 你好 🚀",'
            "'=1+1,suno-music,0.1,2026-03-25T04:16:28Z,,\n"
        ),
    }


# --- tasks --watch


def test_watching_goes_on_until_nothing_is_running(cli, raw):
    states(raw, [DONE, TASK], [DONE, TASK], [DONE, {**DONE, "task_id": "t-2"}])
    ran = cli("tasks", "--watch", "--interval", "0.1", "--json", env=KEYS)

    assert ([record["task_id"] for record in json.loads(ran.out)], ran.code) == (["t-1", "t-2"], 0)
    assert ran.err == "cometapi: t-1 IN_PROGRESS 30%; checking again every 0.1 s.\n"
    assert len(raw.talks) == 3


def test_watching_ends_with_1_when_a_task_failed(cli, raw):
    states(raw, [FAILED])
    ran = cli("tasks", "--watch", "--json", env=KEYS)

    assert (json.loads(ran.out)[0]["status"], ran.err, ran.code) == ("FAILURE", "", 1)


def test_watching_nothing_is_over_at_once(cli, raw):
    states(raw, [])
    ran = cli("tasks", "--watch", "--json", env=KEYS)

    assert (ran.out, ran.err, ran.code) == ("[]\n", "cometapi: Nothing found.\n", 0)


# --- tasks wait


def test_waiting_polls_until_the_task_is_done(cli, raw):
    states(raw, [{**TASK, "status": "queued", "progress": ""}], [TASK], [DONE])
    ran = cli("tasks", "wait", "t-1", "--interval", "0.1", env=KEYS)

    assert (ran.out, ran.code) == (
        "Task       t-1\nPlatform   suno\nAction     MUSIC\nStatus     SUCCESS\nProgress   100%\n"
        "Result     https://cdn.example.com/t-1.mp3\nModel      suno-music\nCost       $0.10\n"
        "Submitted  2026-03-25 04:16:23\nFinished   2026-03-25 04:18:23\n",
        0,
    )
    assert ran.err == (
        "cometapi: t-1 queued; checking again every 0.1 s.\n"
        "cometapi: t-1 IN_PROGRESS 30%; checking again every 0.1 s.\n"
    )
    query = {"task_id": "t-1", "p": "1", "page_size": "100"}
    assert [asked(talk) for talk in raw.talks] == [("GET", "/api/task/self", query)] * 3


@pytest.mark.parametrize("state", ["FAILURE", "failed", "Cancelled", "expired"])
def test_a_task_that_failed_is_printed_and_ends_with_1(cli, raw, state):
    states(raw, [{**FAILED, "status": state}])
    ran = cli("tasks", "wait", "t-1", "--json", env=KEYS)

    assert (json.loads(ran.out)["result"], ran.code) == ("refused by the platform", 1)
    assert ran.err == f"cometapi: Task t-1 failed ({state}): refused by the platform.\n"


@pytest.mark.parametrize("state", ["SUCCESS", "success", "Succeeded", "completed"])
def test_states_are_compared_without_regard_to_case(cli, raw, state):
    states(raw, [{**DONE, "status": state}])

    assert records(cli("tasks", "wait", "t-1", "--json", env=KEYS))["status"] == state


def test_a_task_whose_result_the_list_does_not_name_is_done(cli, raw):
    states(raw, [{**DONE, "fail_reason": "", "data": {"text": "La la"}}])
    ran = cli("tasks", "wait", "t-1", "--json", env=KEYS)

    assert (json.loads(ran.out)["result"], ran.err, ran.code) == ("", "", 0)


@pytest.mark.parametrize("state", ["IN_PROGRESS", "UNKNOWN", "new word", "", None])
def test_a_task_that_is_not_done_in_time(cli, raw, state):
    states(raw, [{**TASK, "status": state}])
    ran = cli("tasks", "wait", "t-1", "--interval", "0.1", "--max-wait", "0.2", env=KEYS)

    assert (ran.out, ran.code) == ("", 69)
    assert ran.err.splitlines()[-2:] == [
        f"cometapi: Not done within 0.2 s: t-1 {f'{state} ' if state else ''}30%.",
        "  Check again with: cometapi tasks wait t-1",
    ]


def test_the_wait_is_never_longer_than_allowed(cli, raw):
    states(raw, [TASK])

    assert cli("tasks", "wait", "t-1", "--interval", "3600", "--max-wait", "0.1", env=KEYS).code == 69


def test_a_wait_shorter_than_the_interval_looks_once_more(cli, raw):
    states(raw, [TASK], [DONE])
    ran = cli("tasks", "wait", "t-1", "--interval", "3600", "--max-wait", "0.1", "--json", env=KEYS)

    assert ran.code == 0, ran
    assert (json.loads(ran.out)["status"], len(raw.talks)) == ("SUCCESS", 2)


def test_a_look_that_fails_does_not_end_the_wait(cli, raw):
    refused = lambda talk: talk.whole({"error": {"message": "Overloaded"}}, 503)  # noqa: E731
    raw(lambda talk: talk.whole(page([TASK])), refused, refused, lambda talk: talk.whole(page([DONE])))
    ran = cli("tasks", "wait", "t-1", "--interval", "0.1", "--retries", "0", "--json", env=KEYS)

    assert (json.loads(ran.out)["status"], ran.code) == ("SUCCESS", 0)
    assert ran.err.splitlines()[1:] == ["cometapi: The service is unavailable (HTTP 503): Overloaded. Still waiting."]


AWAY = [
    lambda talk: talk.reset(),
    lambda talk: talk.whole("<html>", 502, "text/html"),
    lambda talk: talk.whole("", 429),
    lambda talk: talk.whole({}, 500),
    lambda talk: talk.head(200, "application/json", "Content-Length: 500").send("{"),
]


def test_a_service_that_is_away_for_long_does_not_end_the_wait(cli, raw, monkeypatch):
    slept = []
    monkeypatch.setattr("cometapi.http.waiter.sleep", slept.append)
    raw(lambda talk: talk.whole(page([TASK])), *AWAY * 4, lambda talk: talk.whole(page([DONE])))
    ran = cli("tasks", "wait", "t-1", "--interval", "5", "--json", env=KEYS)

    assert (json.loads(ran.out)["status"], ran.code, len(raw.talks)) == ("SUCCESS", 0, 22)
    assert "trying again" not in ran.err
    assert (slept.count(5), max(slept)) == (21, 5)


def test_a_service_that_stays_away_ends_the_wait_when_its_time_is_over(cli, raw):
    raw(lambda talk: talk.whole(page([TASK])), lambda talk: talk.whole({"error": {"message": "Overloaded"}}, 503))
    ran = cli("tasks", "wait", "t-1", "--interval", "0.1", "--max-wait", "0.3", env=KEYS)

    assert (ran.out, ran.code, len(raw.talks) > 2) == ("", 69, True)
    assert ran.err.splitlines()[1:] == [
        "cometapi: The service is unavailable (HTTP 503): Overloaded. Still waiting.",
        "cometapi: The last status check failed: The service is unavailable (HTTP 503): Overloaded. "
        "Last known status: t-1 IN_PROGRESS 30%.",
        "  Check again with: cometapi tasks wait t-1",
    ]


@pytest.mark.parametrize(("status", "code"), [(401, 77), (403, 77), (404, 1), (400, 1)])
def test_a_refusal_ends_the_wait(cli, raw, status, code):
    raw(lambda talk: talk.whole(page([TASK])), lambda talk: talk.whole({"message": "No"}, status))
    ran = cli("tasks", "wait", "t-1", "--interval", "0.1", env=KEYS)

    assert (ran.out, ran.code, len(raw.talks)) == ("", code, 2)


def test_a_first_look_that_fails_ends_the_wait(cli, raw):
    raw(lambda talk: talk.whole({"error": {"message": "Overloaded"}}, 503))

    assert cli("tasks", "wait", "t-1", "--retries", "0", env=KEYS).code == 69
    assert len(raw.talks) == 1


def test_a_task_is_found_though_the_service_does_not_filter(cli, raw):
    others = [{**FAILED, "task_id": f"t-{number}"} for number in range(2, 152)]
    raw(pages([*others, DONE]))

    assert records(cli("tasks", "wait", "t-1", "--json", env=KEYS))["task_id"] == "t-1"


@pytest.mark.parametrize("items", [[], [FAILED]], ids=["nothing", "another one"])
def test_a_task_that_is_not_there(cli, raw, items):
    states(raw, items)
    ran = cli("tasks", "wait", "t-9", env=KEYS)

    assert (ran.out, ran.err, ran.code) == ("", "cometapi: There is no record with ID t-9.\n", 1)


def test_a_reply_that_holds_no_tasks_does_not_mean_that_there_is_none(cli, raw):
    raw(lambda talk: talk.whole({"hello": 1}))
    ran = cli("tasks", "wait", "t-1", env=KEYS)

    assert (ran.err.splitlines()[0], ran.code) == (
        "cometapi: Unexpected reply from the service: it is not a list.",
        1,
    )


def test_a_flat_list_is_a_list_too(cli, raw):
    raw(lambda talk: talk.whole(whole([DONE])))

    assert records(cli("tasks", "wait", "t-1", "--json", env=KEYS))["status"] == "SUCCESS"


def test_without_an_access_token_nothing_is_sent(cli, raw):
    for words in (["tasks"], ["tasks", "wait", "t-1"]):
        ran = cli(*words, env={**KEYS, "COMETAPI_ACCESS_TOKEN": None})
        assert (ran.out, ran.code, raw.talks) == ("", 64, [])
