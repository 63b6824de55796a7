"""``history reconcile``: estimated costs of kept answers beside what the logs of the account say was charged."""

import json
import time

import pytest
from kept import keep, opened

FIRST, SECOND = "20260101000000123456789AbCdEfGh", "20260325040100123456789AbCdEf01"  # of the sandbox's logs
CHARGED = {FIRST: 0.0025, SECOND: 0.018672}
RECONCILE = ["history", "reconcile", "--sandbox"]


def kept(environ, *answers, days=2):
    """Keep answers ``(request id, estimated dollars)`` of some days ago."""
    with opened(environ) as history:
        for request_id, dollars in answers:
            began = {"started_at": time.time() - days * 86400}
            keep(history, call=began, request_id=request_id, cost_usd=dollars)


def test_each_answer_has_its_estimate_its_charge_and_the_difference(cli, environ):
    kept(environ, (FIRST, 0.0024), (SECOND, 0.02))
    ran = cli(*RECONCILE, "--json")
    found = {one["request_id"]: one for one in json.loads(ran.out)}

    assert {id: one["charged_usd"] for id, one in found.items()} == CHARGED
    assert [found[one]["difference_usd"] for one in (FIRST, SECOND)] == [0.0001, -0.001328]
    assert "2 answers: estimated $0.0224, charged $0.0212, 5.48% less.\n" in ran.err


def test_what_is_not_in_the_logs_is_told(cli, environ):
    kept(environ, (FIRST, 0.0025), ("elsewhere", 0.5))
    ran = cli(*RECONCILE, "--json")
    found = {one["request_id"]: one for one in json.loads(ran.out)}

    assert (found["elsewhere"]["charged_usd"], found["elsewhere"]["difference_usd"]) == (None, None)
    assert "1 answer: estimated $0.0025, charged $0.0025.\n" in ran.err
    assert "1 answer not found in the logs.\n" in ran.err


@pytest.mark.parametrize("answer", [(None, 0.1), (FIRST, None)], ids=str)
def test_without_an_estimate_or_an_id_there_is_nothing_to_compare(cli, environ, answer):
    kept(environ, answer)
    ran = cli(*RECONCILE, "--json")

    assert json.loads(ran.out) == []


def test_only_answers_of_the_time_that_is_asked_for_are_compared(cli, environ):
    kept(environ, (FIRST, 0.1), days=20)

    assert json.loads(cli(*RECONCILE, "--json").out) == []
    assert len(json.loads(cli(*RECONCILE, "--since", "30d", "--json").out)) == 1


def test_without_answers_nothing_is_asked_of_the_service(cli, environ, nobody):
    ran = cli("history", "reconcile")

    assert (ran.out, ran.code) == ("", 0)
    assert "No answer in the history has an estimated cost" in ran.err


def test_it_needs_the_access_token(cli, environ, nobody):
    kept(environ, (FIRST, 0.1))
    ran = cli("history", "reconcile")

    assert (ran.out, ran.code) == ("", 64)


def test_every_page_of_the_logs_is_looked_at(cli, environ, service):
    kept(environ, ("last", 0.5))
    pages = [[{"request_id": f"r{page}{n}", "quota": 5} for n in range(100)] for page in range(2)]
    pages.append([{"request_id": "last", "quota": 500_000}])

    def reply(request):
        from werkzeug import Response

        items = pages[int(request.args.get("p", 1)) - 1]
        return Response(
            json.dumps({"success": True, "data": {"items": items, "total": 201}}), mimetype="application/json"
        )

    service.expect_request("/api/log/self").respond_with_handler(reply)
    ran = cli("history", "reconcile", "--json", env={"COMETAPI_ACCESS_TOKEN": "token-0001"})

    assert [one["charged_usd"] for one in json.loads(ran.out)] == [1.0]
