"""Caps of a gateway: what does not fit is refused so that clients stop, and what was used is counted."""

import json
import threading
from decimal import Decimal

import pytest
from gateways import ASK, CHAT, read
from priced import entry

from cometapi.serve import accounts

SMALL = {**ASK, "model": "m", "max_tokens": 100}  # at most $0.10, and about $0.001 for its bytes
PATHS = [CHAT, "/v1/messages", "/v1/responses", "/v1beta/models/m:generateContent"]


@pytest.mark.parametrize("path", PATHS)
def test_a_request_beyond_the_cap_is_refused_in_the_form_of_the_protocol(serve, priced, path):
    priced.catalog = [entry("m", max_completion_tokens=100_000)]
    served = serve("--max-cost", "0.05")
    status, headers, body = served.ask("POST", path, body={"model": "m", "messages": [], "contents": []})
    error = json.loads(body)["error"]

    assert (status, headers["x-should-retry"], priced.asked) == (402, "false", [])
    assert "The request may cost up to $100" in error["message"]
    assert "$0.05 of the cap of $0.05 (--max-cost) is left" in error["message"]
    assert "It would fit with at most" in error["message"]
    assert (served.summary.refused, served.summary.requests) == (1, 0)


def test_what_a_reply_used_takes_the_place_of_what_was_booked(serve, priced):
    served = serve("--max-cost", "1")
    for stream in (False, True):
        assert served.ask("POST", CHAT, body={**SMALL, "stream": stream})[0] == 200
    each = Decimal("0.1001")  # 10 tokens of input, 100 of output
    assert served.spent == (2 * each, 0)
    assert (served.summary.dollars, served.summary.unpriced, served.summary.requests) == (2 * each, 0, 2)


def test_the_cap_holds_for_all_clients_together(serve, priced):
    served, statuses = serve("--max-cost", "0.35"), []
    threads = [threading.Thread(target=lambda: statuses.append(served.post(CHAT, SMALL)[0])) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(statuses) == [200] * len(priced.asked) + [402] * (8 - len(priced.asked))
    assert priced.dollars <= 0.35
    assert len(priced.asked) in (2, 3)


def test_a_cap_on_calls_and_a_time(serve, priced):
    served = serve("--max-calls", "1")
    assert [served.post(CHAT, SMALL)[0] for _ in range(2)] == [200, 402]
    assert served.post("/v1/messages/count_tokens", SMALL)[0] == 200
    assert served.ask("GET", "/v1/models")[0] == 200
    served = serve("--until", "+1m")
    served.gateway.call.budget().until = 1
    status, document = served.post(CHAT, SMALL)
    assert (status, "--until" in document["error"]["message"]) == (402, True)


def test_the_cap_of_a_day_counts_what_others_spent(serve, priced, environ):
    environ["COMETAPI_MAX_COST_PER_DAY"] = "0.15"
    assert serve().post(CHAT, SMALL)[0] == 200
    status, document = serve().post(CHAT, SMALL)
    assert (status, "max_cost_per_day" in document["error"]["message"]) == (402, True)


def test_a_stream_that_does_not_say_what_it_used_is_asked_to_and_the_client_does_not_see_it(serve, priced):
    served = serve("--max-cost", "1")
    _, _, plain = served.ask("POST", CHAT, body={**SMALL, "stream": True})
    _, _, asked = served.ask("POST", CHAT, body={**SMALL, "stream": True, "stream_options": {"include_usage": True}})

    assert [one["stream_options"] for one in priced.asked] == [{"include_usage": True}] * 2
    assert (b"usage" in plain, b"usage" in asked) == (False, True)
    assert plain.endswith(b"data: [DONE]\n\n")


def test_without_a_cap_the_request_is_as_it_came(serve, priced):
    serve().ask("POST", CHAT, body={**SMALL, "stream": True})
    assert priced.asked == [{**SMALL, "stream": True}]


def test_a_refusal_of_the_service_is_free_and_no_reply_is_not(serve, priced):
    served = serve("--max-cost", "1")
    priced.refuse = lambda number: (400, {"error": {"message": "no"}})
    assert served.post(CHAT, SMALL)[0] == 400
    assert served.spent == (0, 0)
    priced.refuse = lambda number: (500, {"error": {"message": "no"}})
    assert served.post(CHAT, SMALL)[0] == 500
    assert served.spent[1] > Decimal("0.1")  # nobody knows whether it was taken
    priced.refuse = lambda number: "reset"
    assert served.post(CHAT, SMALL)[0] == 502
    assert served.spent[1] > Decimal("0.2")


@pytest.mark.parametrize("is_stream", [True, False])
def test_a_reply_that_is_no_answer_is_not_free(serve, priced, is_stream):
    served = serve("--max-cost", "1")
    priced.refuse = lambda number: (200, {"odd": 1})
    assert served.post(CHAT, {**SMALL, "stream": is_stream}) == (200, {"odd": 1})
    assert (served.spent[0], served.spent[1] > Decimal("0.1")) == (0, True)
    assert (served.summary.requests, served.summary.unpriced) == (1, 1)


def test_an_error_event_before_an_answer_is_a_refusal(serve, priced):
    served = serve("--max-cost", "1")
    priced.refuse = lambda number: "event"
    assert b"overloaded" in served.ask("POST", CHAT, body={**SMALL, "stream": True})[2]
    assert (served.spent, served.summary.requests) == ((0, 0), 0)


def test_a_cut_stream_stays_booked(serve, priced):
    priced.is_cut = True
    served = serve("--max-cost", "1")
    served.ask("POST", CHAT, body={**SMALL, "stream": True})
    assert (served.spent[0], served.spent[1] > Decimal("0.1")) == (0, True)


@pytest.mark.parametrize("path", ["/v1/rerank", "/v1/moderations", "/v1/models/m:other"])
def test_what_nobody_knows_the_price_of_is_not_sent_under_a_cap(serve, priced, path):
    status, document = serve("--max-cost", "1").post(path, SMALL)
    assert (status, priced.asked) == (402, [])
    assert "Nothing is known of what" in document["error"]["message"]
    assert serve().post(path, SMALL)[0] == 200


def test_the_limit_of_the_setting_is_sent_under_a_cap(serve, priced, config):
    config.write_text("max_tokens_under_cap = 50\n")
    config.chmod(0o600)
    serve("--max-cost", "0.06").post(CHAT, {**ASK, "model": "m"})
    serve().post(CHAT, {**ASK, "model": "m"})
    assert [one.get("max_tokens") for one in priced.asked] == [50, None]


@pytest.mark.parametrize(
    "trick",
    [b'"Max_Tokens": 90000', b'"MAX_TOKENS": 90000', b'"N": 50', b'"Model": "dear"', b'"maxTokens": 9'],
)
def test_a_field_that_a_service_may_read_otherwise_is_refused_under_a_cap(serve, priced, trick):
    data = b'{"model": "m", "messages": [], "max_tokens": 10, ' + trick + b"}"
    assert serve("--max-cost", "1").post(CHAT, data)[0] == 400
    assert serve("--models", "m").post(CHAT, data)[0] == 400
    assert priced.asked == []


def test_of_two_fields_the_one_that_counts_is_sent(serve, priced):
    data = b'{"model": "dear", "model": "m", "messages": [], "max_tokens": 90000, "max_tokens": 10, "metadata": {"Model": "x"}}'
    assert serve("--max-cost", "1", "--models", "m").post(CHAT, data)[0] == 200
    assert priced.asked == [{"model": "m", "messages": [], "max_tokens": 10, "metadata": {"Model": "x"}}]


def test_embeddings_and_items_with_a_price(serve, priced):
    served = serve("--max-cost", "1")
    assert served.post("/v1/embeddings", {"model": "m", "input": ["a", "b"]})[0] == 200
    assert served.spent == (Decimal("0.0001"), 0)


def test_the_report_of_a_gateway_without_a_cap_uses_the_prices_at_hand(serve, priced, cli):
    served = serve()
    served.post(CHAT, SMALL)
    assert (served.summary.requests, served.summary.unpriced) == (1, 1)
    cli("models")
    served = serve()
    served.post(CHAT, SMALL)
    assert (served.summary.dollars, served.summary.unpriced) == (Decimal("0.1001"), 0)


def test_prices_are_kept_of_so_many_models_only(serve, priced, cli, monkeypatch):
    monkeypatch.setattr(accounts, "MOST", 3)
    cli("models")
    served = serve()
    for model in ("m", *(f"made-up-{number}" for number in range(5)), "m"):
        served.post(CHAT, {**SMALL, "model": model})
    assert (served.summary.dollars, served.summary.unpriced) == (2 * Decimal("0.1001"), 5)
    assert len(served.gateway.accounts.known) <= 3


def test_what_curl_sends_without_a_header_is_json(serve, priced):
    form = "Content-Type: application/x-www-form-urlencoded"
    trick = json.dumps({"x": "&model=dear&", **SMALL}).encode()
    served = serve("--max-cost", "1", "--models", "m")
    assert [served.post(CHAT, one, form)[0] for one in (SMALL, trick, b"model=dear&messages=1")] == [200, 200, 403]
    assert [one["model"] for one in priced.asked] == ["m", "m"]


def test_embeddings_without_a_cap_are_counted_and_the_connection_stays(serve):
    served = serve("--sandbox")
    body = json.dumps({"model": "text-embedding-3-small", "input": ["a", "b"]}).encode()
    with served.connect() as connection:
        for _ in range(2):
            connection.sendall(served.head("POST", "/v1/embeddings", length=len(body)) + body)
            assert read(connection)[0] == 200

    assert (served.summary.requests, served.summary.unpriced, served.summary.dollars > 0) == (2, 0, True)
    assert "Internal error" not in served.said
