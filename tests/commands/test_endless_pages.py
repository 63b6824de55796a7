"""Lists whose service counts wrongly, gives less than asked, repeats itself, or never stops."""

import json

import pytest
from account_data import KEYS

from cometapi.http import pages

LISTS = [["logs", "--all", "--json"], ["tasks", "--all", "--json"], ["api", "GET", "/api/log/self", "--paginate"]]


def asked(talk):
    """The fields of a request's query."""
    return dict(one.split("=") for one in talk.path.partition("?")[2].split("&"))


def serving(raw, count, *, most, total):
    """A service with so many records that gives at most some of them at once, and tells any total."""

    def answer(talk):
        size = min(int(asked(talk)["page_size"]), most)
        first = (int(asked(talk)["p"]) - 1) * size
        items = [{"id": one, "task_id": f"t-{one}", "request_id": f"r-{one}"} for one in range(count)][
            first : first + size
        ]
        talk.whole({"success": True, "data": {"items": items, **({} if total is None else {"total": total})}})

    return raw(answer)


def count(ran):
    """How many records a call printed."""
    return len(json.loads(ran.out)) if ran.out.startswith("[") else len(ran.out.splitlines())


@pytest.mark.parametrize("words", LISTS, ids=" ".join)
@pytest.mark.parametrize("most", [7, 10, 25, 100])
@pytest.mark.parametrize("total", [None, 0, 1, 7, 10, 25, 10**9, -5, True])
def test_a_total_is_not_believed(cli, raw, words, most, total):
    serving(raw, 25, most=most, total=total)
    ran = cli(*words, env=KEYS)

    assert (count(ran), ran.code) == (25, 0)
    is_told = "The service reported 1000000000 records but returned 25." in ran.err
    assert is_told == (total == 10**9)


@pytest.mark.parametrize(("most", "found"), [(50, 150), (10, 230), (100, 50), (1000, 50)])
def test_smaller_pages_than_asked_are_counted_with_the_size_that_came(cli, raw, most, found):
    serving(raw, 250, most=most, total=250)
    ran = cli("logs", "--all", "--page", "3", "--page-size", "100", "--json", env=KEYS)

    first = 250 - found
    assert (count(ran), ran.code, f"Records {first + 1} to 250 of 250" in ran.err) == (found, 0, True)


def test_a_footer_counts_with_the_size_that_came(cli, raw):
    serving(raw, 250, most=10, total=250)
    ran = cli("logs", "--page", "3", "--json", env=KEYS)

    assert (count(ran), "Records 21 to 30 of 250" in ran.err) == (10, True)


@pytest.mark.parametrize("words", LISTS, ids=" ".join)
@pytest.mark.parametrize("total", [None, 10**9])
def test_pages_that_come_again_end_with_a_sentence(cli, raw, words, total):
    def answer(talk):
        letter = "AB"[int(asked(talk)["p"]) % 2]
        items = [{"task_id": f"{letter}{one}"} for one in range(100)]
        talk.whole({"success": True, "data": {"items": items, "total": total}})

    raw(answer)
    ran = cli(*words, env=KEYS)

    assert (count(ran), ran.code, len(raw.talks), pages.REPEATS in ran.err) == (200, 1, 3, True)


@pytest.mark.parametrize("words", LISTS, ids=" ".join)
def test_a_service_that_knows_no_pages_gives_its_list_once(cli, raw, words):
    raw(lambda talk: talk.whole({"success": True, "data": {"items": [{"id": one} for one in range(300)]}}))
    ran = cli(*words, env=KEYS)

    assert (count(ran), ran.code, len(raw.talks)) == (300, 0, 2)


@pytest.mark.parametrize("words", LISTS, ids=" ".join)
def test_a_service_that_gives_its_last_page_for_all_behind_it_is_read_once(cli, raw, words):
    def answer(talk):
        first = min(int(asked(talk)["p"]) - 1, 1) * 100
        talk.whole({"success": True, "data": {"items": [{"id": first + one} for one in range(100)], "total": 200}})

    raw(answer)
    ran = cli(*words, env=KEYS)

    assert (count(ran), ran.code, len(raw.talks), "The service says" in ran.err) == (200, 0, 3, False)


@pytest.mark.parametrize("words", LISTS, ids=" ".join)
@pytest.mark.parametrize("total", [None, 10**9])
def test_ever_new_pages_end_with_a_sentence(cli, raw, words, total, monkeypatch):
    monkeypatch.setattr(pages, "MOST_PAGES", 20)
    raw(lambda talk: talk.whole({"success": True, "data": {"items": [{"id": asked(talk)["p"]}], "total": total}}))
    ran = cli(*words, env=KEYS)

    assert (count(ran), ran.code, len(raw.talks)) == (20, 1, 20)
    assert "The list has not ended after 20 pages. Continue with --page." in ran.err
