"""``cometapi logs --follow``: what is there, then what comes, until it is stopped or refused."""

import json

import pytest
from account_data import KEYS


def entry(second, name="gpt"):
    """A log entry of a second."""
    return {"created_at": 1_774_000_000 + second, "type": 2, "model_name": name, "quota": 500}


def page(*entries):
    """A reply with entries, the newest first, as the service sends them."""
    return {"success": True, "data": {"items": list(entries), "total": len(entries)}}


REFUSED = (401, {"success": False, "message": "no longer"})


@pytest.fixture
def looks(raw):
    """A function that makes a service answer one look after the other, and gives back the queries that it gets."""

    def answering(*replies):
        queries, left = [], list(replies)

        def answer(talk):
            query = dict(one.split("=") for one in talk.path.partition("?")[2].split("&"))
            if query["p"] != "1":
                talk.whole(page())
                return
            queries.append(query)
            found = left.pop(0) if len(left) > 1 else left[0]
            status, body = found if isinstance(found, tuple) else (200, found)
            talk.whole(body, status=status)

        raw(answer)
        return queries

    return answering


def models(ran):
    """The models of the entries that were printed."""
    return [json.loads(line)["model"] for line in ran.out.splitlines()]


def follow(cli, *words):
    return cli("logs", "--follow", "--interval", "0.1", *words, env=KEYS)


def test_new_entries_are_printed_once_and_in_order(cli, looks):
    queries = looks(
        page(entry(2, "b"), entry(1, "a")),
        page(entry(2, "b"), entry(1, "a")),
        page(entry(4, "d"), entry(3, "c"), entry(2, "b"), entry(1, "a")),
        page(entry(90, "e"), entry(4, "d"), entry(3, "late"), entry(3, "c"), entry(2, "b"), entry(1, "a")),
        page(),
        REFUSED,
    )
    ran = follow(cli, "--json")

    assert models(ran) == ["a", "b", "c", "d", "late", "e"]
    assert ran.code == 77
    assert [one.get("start_timestamp") for one in queries] == [
        None,
        "1774000001",
        "1774000001",
        "1774000001",
        "1774000030",
        "1774000030",
    ]


def test_two_equal_entries_are_two(cli, looks):
    looks(page(entry(1)), page(entry(1), entry(1)), REFUSED)

    assert models(follow(cli, "--json")) == ["gpt", "gpt"]


def test_it_outlives_a_service_that_is_away(cli, looks):
    looks(page(entry(1, "a")), (503, {}), (503, {}), page(entry(2, "b"), entry(1, "a")), REFUSED)
    ran = follow(cli, "--json", "--retries", "0")

    assert models(ran) == ["a", "b"]
    assert ran.err.count("Still waiting.") == 1


def test_it_begins_with_what_is_wanted(cli, looks):
    queries = looks(page(entry(3, "c"), entry(2, "b")), page(entry(3, "c"), entry(2, "b")), REFUSED)
    ran = follow(cli, "--json", "--limit", "1", "--where", "model!=c", "--model", "%")

    assert (models(ran), {one["model_name"] for one in queries}) == (["b"], {"%25"})
    assert [one.get("start_timestamp") for one in queries] == [None, "1774000002", "1774000002"]


def test_a_table_goes_on_below_its_header(cli, looks):
    looks(page(entry(1, "a")), page(entry(2, "a-longer-name"), entry(1, "a")), REFUSED)
    ran = follow(cli, "--fields", "model,cost_usd")

    assert ran.out == "Model    Cost\n─────  ──────\na      $0.001\na-longer-name  $0.001\n"


def test_a_list_that_never_ends_has_no_whole(cli):
    for words in (["--query", "[0]"], ["--all"], ["--sort", "time"], ["--page", "2"], ["--export"]):
        assert cli("logs", "--follow", *words, env=KEYS).code == 2
