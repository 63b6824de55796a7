"""The next page is asked for while one is read: when, how often, over how many connections, and what a refusal does."""

import json
import subprocess
import sys
import threading
import time

import pytest
from account_data import KEYS

LISTS = [["logs", "--all", "--json"], ["tasks", "--all", "--json"], ["api", "GET", "/api/log/self", "--paginate"]]
PAGES = 4


def number(talk):
    """The number of the page that a request asks for."""
    return int(dict(one.split("=") for one in talk.path.partition("?")[2].split("&"))["p"])


def items(page):
    """The items of a page; the one behind the last has none."""
    count = 100 if page < PAGES else 50 if page == PAGES else 0
    return [{"id": page * 100 + one, "task_id": f"t-{page}-{one}", "content": "x"} for one in range(count)]


def long(page):
    """The items of a page, all of them more than a pipe holds."""
    return [{**one, "content": "x" * 5000} for one in items(page)]


def told(page):
    """What the service says of a page."""
    return {"success": True, "data": {"items": items(page)}}


def count(ran):
    """How many records a call printed."""
    return len(json.loads(ran.out)) if ran.out.startswith("[") else len(ran.out.splitlines())


@pytest.mark.parametrize("words", LISTS, ids=" ".join)
def test_one_page_at_a_time_and_each_once(cli, raw, words):
    at_work, most = [], []

    def answer(talk):
        at_work.append(talk)
        time.sleep(0.02)  # a page that is asked for too early comes meanwhile
        most.append(len(at_work))
        at_work.remove(talk)
        talk.whole(told(number(talk)))

    raw(answer)
    ran = cli(*words, env=KEYS)

    assert (count(ran), ran.code, max(most)) == (350, 0, 1)
    assert [number(talk) for talk in raw.talks] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("words", "pages"),
    [
        (["--limit", "30"], [1]),
        (["--limit", "100"], [1]),
        (["--limit", "101"], [1, 2]),
        (["--limit", "250"], [1, 2, 3]),
        (["--page", "2"], [2]),
        ([], [1]),
    ],
    ids=lambda value: " ".join(map(str, value)),
)
def test_a_page_that_is_not_wanted_is_not_asked_for(cli, raw, words, pages):
    raw(lambda talk: talk.whole(told(number(talk))))
    ran = cli("logs", *words, "--page-size", "100", "--json", env=KEYS)

    assert (ran.code, [number(talk) for talk in raw.talks]) == (0, pages)


@pytest.mark.parametrize("words", LISTS, ids=" ".join)
def test_a_refusal_comes_after_the_records_before_it(cli, raw, words):
    def answer(talk):
        if number(talk) == 3:
            talk.whole({"success": False, "message": "No more for you."}, status=403)
        else:
            talk.whole(told(number(talk)))

    raw(answer)
    ran = cli(*words, env=KEYS)

    assert (count(ran), ran.code != 0, "No more for you." in ran.err, len(raw.talks)) == (200, True, True, 3)


def test_the_next_page_is_on_its_way_while_one_is_printed(raw, environ):
    """The first page is larger than a pipe, and nobody reads it until the second one has been asked for."""
    is_asked = threading.Event()

    def answer(talk):
        page = number(talk)
        if page == 2:
            is_asked.set()
        talk.whole({"success": True, "data": {"items": long(page)}})

    raw(answer)
    words = [sys.executable, "-m", "cometapi", "logs", "--all", "--json"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, env={**environ, **KEYS}) as call:
        assert is_asked.wait(20)
        out, _ = call.communicate(timeout=30)

    assert (len(json.loads(out)), call.returncode) == (350, 0)


def test_a_reader_that_leaves_ends_it_at_once_though_the_next_page_never_comes(raw, environ):
    leave = threading.Event()

    def answer(talk):
        if number(talk) > 1:
            leave.wait(20)
        talk.whole({"success": True, "data": {"items": long(1)}})

    raw(answer)
    words = [sys.executable, "-m", "cometapi", "logs", "--all", "--json"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**environ, **KEYS}) as call:
        assert call.stdout.read(10)
        call.stdout.close()
        code = call.wait(10)
        said = call.stderr.read()
    leave.set()

    assert (code in (0, 141), said) == (True, b"")
