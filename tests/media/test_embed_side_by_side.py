"""``embed`` sends its requests side by side: in bounds, in order, and a refusal delays its own texts only."""

import json
import signal
import threading
import time

import pytest
from vectors import Embedder, packed, vector

LONG = 300_001  # bytes of a text, of which no two fit into one request


class Busy:
    """A service that counts what is on its way, answers after some ``seconds``, and refuses what ``refuses`` says of the text,
    how often it was asked for before and how many are on their way: None, or the head that goes with status 429. Behind the
    first text it answers when ``wanted`` requests have been on their way together, so that a slow machine shows it, too.
    """

    def __init__(self, refuses=lambda text, asked, in_air: None, seconds=0.02, wanted=1):
        self.refuses, self.seconds, self.embed = refuses, seconds, Embedder()
        self.wanted, self.met = wanted, threading.Event()
        self.lock, self.in_air, self.most, self.asked, self.moments = threading.Lock(), 0, 0, {}, []

    def __call__(self, talk):
        text = json.loads(talk.body)["input"][0][:2]
        with self.lock:
            self.in_air += 1
            self.most = max(self.most, self.in_air)
            asked = self.asked[text] = self.asked.get(text, 0) + 1
            head = self.refuses(text, asked - 1, self.in_air)
            if self.most >= self.wanted:
                self.met.set()
        if text != "00":
            self.met.wait(10)
        time.sleep(self.seconds)
        with self.lock:
            self.in_air -= 1
            self.moments.append((text, head is None))
        if head is None:
            self.embed(talk)
        else:
            talk.whole({"error": {"message": "Slow down."}}, 429, "application/json", head)


@pytest.fixture
def texts(tmp_path, monkeypatch):
    """The texts of ``lines.txt``, each of which is a request of its own."""
    monkeypatch.chdir(tmp_path)
    found = [f"{number:02}{'y' * number}".ljust(LONG, "x") for number in range(12)]
    (tmp_path / "lines.txt").write_text("\n".join(found), "utf-8")
    return found


def run(cli, raw, service, *words):
    raw(service)
    ran = cli("embed", "--lines", "lines.txt", "-f", "json", "--fields", "embedding", *words)
    ran.vectors = [one["embedding"] for one in json.loads(ran.out)] if ran.out else None
    return ran


def test_requests_go_side_by_side_and_vectors_keep_their_order(cli, raw, texts):
    service = Busy(wanted=4)
    ran = run(cli, raw, service)

    assert (ran.code, ran.err, ran.vectors) == (0, "", [vector(text) for text in texts])
    assert 4 <= service.most <= 8
    assert service.moments[0] == ("00", True)  # alone: what is wrong with the call is refused once


@pytest.mark.parametrize("parallel", [1, 3])
def test_never_more_at_once_than_asked_for_with_refusals_in_between(cli, raw, texts, parallel):
    service = Busy(
        lambda text, asked, _: "Retry-After: 0" if int(text) % 4 == 3 and asked == 0 else None, wanted=parallel
    )
    ran = run(cli, raw, service, "--parallel", parallel)

    assert (ran.code, ran.vectors) == (0, [vector(text) for text in texts])
    assert service.most == parallel


def test_more_at_once_than_the_service_takes_ends_well(cli, raw, texts):
    service = Busy(lambda text, asked, in_air: "Retry-After: 0" if in_air > 3 else None)
    ran = run(cli, raw, service, "--parallel", 10, "--retries", 20)

    assert (ran.code, ran.vectors) == (0, [vector(text) for text in texts])
    assert sum(service.asked.values()) <= 3 * len(texts)
    assert "The service answered with HTTP 429; trying again in 0.0 s (1 of 20). At most 5 at once now." in ran.err
    assert len(ran.err.splitlines()) <= sum(service.asked.values()) - len(texts)  # one of a wave is told


def test_a_refusal_delays_its_own_texts_only(cli, raw, texts):
    service = Busy(lambda text, asked, _: "Retry-After: 1" if (text, asked) == ("01", 0) else None)
    ran = run(cli, raw, service)
    answered = [text for text, is_answered in service.moments if is_answered]

    assert (ran.code, ran.vectors) == (0, [vector(text) for text in texts])
    assert answered.index("01") >= 3


def test_what_holds_for_all_is_asked_once(cli, raw, texts):
    raw(lambda talk: talk.whole({"error": {"message": "no"}}, 401))
    ran = cli("embed", "--lines", "lines.txt")

    assert (ran.code, len(raw.talks), ran.out) == (77, 1, "")


def test_a_wait_that_is_longer_than_the_longest_ends_the_work_and_what_came_is_kept(cli, raw, texts):
    service = Busy(lambda text, asked, _: "Retry-After: 3600" if text == "05" else None)
    ran = run(cli, raw, service)

    assert (ran.code, ran.vectors[5], service.asked["05"]) == (69, None, 1)
    assert ran.vectors[:5] == [vector(text) for text in texts[:5]]
    assert "of 12 texts have no vector, because the work was interrupted: Too many requests" in ran.err
    paid = {text for text, is_answered in service.moments if is_answered}
    assert {f"{number:02}" for number, one in enumerate(ran.vectors) if one} == paid  # what was on its way came home


def test_no_more_are_begun_than_can_be_kept(cli, raw, texts):
    held = threading.Event()

    def refuses(text, asked, _):
        if text == "01":
            held.wait(0.7)

    service = Busy(refuses, seconds=0)
    service.lock = Unlocked()  # else the others wait as well
    ran = run(cli, raw, service, "--parallel", 2)
    before = [text for text, _ in service.moments][: [text for text, _ in service.moments].index("01")]

    assert (ran.code, before) == (0, ["00", "02", "03", "04"])


class Unlocked:
    """No lock at all."""

    def __enter__(self):
        pass

    def __exit__(self, *_):
        pass


def test_a_text_with_more_tokens_than_a_minute_has_is_sent_alone(cli, raw, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    raw(Embedder())
    ran = cli("embed", "x" * 200, "--tpm", 50, "--json")

    assert (ran.code, len(raw.talks)) == (0, 1)
    assert ran.err == "cometapi: A request may need 100 tokens, more than --tpm allows in a minute; it is sent alone.\n"


def test_half_a_group_that_was_paid_for_is_kept(cli, raw, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def answer(talk):
        texts = json.loads(talk.body)["input"]
        if len(texts) > 2:
            talk.whole({"error": {"message": "too many"}}, 400)
        elif "c" in texts:
            talk.reset()
        else:
            Embedder()(talk)

    raw(answer)
    ran = cli("embed", "a", "b", "c", "d", "--json")

    assert [one["embedding"] for one in json.loads(ran.out)] == [vector("a"), vector("b"), None, None]
    assert (ran.code, "2 of 4 texts have no vector" in ran.err) == (69, True)


@pytest.mark.parametrize("word", ["0", "-1", "nan", "many", "1.5"])
@pytest.mark.parametrize("option", ["--parallel", "--rpm", "--tpm"])
def test_limits_that_are_none_are_refused(cli, raw, option, word):
    for words in (["embed", "x"], ["compare", "hi", "-m", "m"]):
        ran = cli(*words, f"{option}={word}")
        assert (ran.code, raw.accepted, option in ran.err) == (2, 0, True)


def test_auto_is_what_is_done_without_it(cli, raw):
    raw(Embedder())

    assert cli("embed", "x", "--parallel", "auto", "--json").out == cli("embed", "x", "--json").out


def test_a_preview_needs_no_turn(cli, raw, texts, environ):
    del environ["COMETAPI_KEY"]
    ran = cli("embed", "--lines", "lines.txt", "--dry-run", "--rpm", "1")

    assert (ran.code, raw.accepted) == (0, 0)
    assert '"00xx' in ran.out
    assert '"01yx' not in ran.out


def test_raw_replies_stand_in_the_order_of_the_texts(cli, raw, texts):
    raw(Busy(lambda text, asked, _: "Retry-After: 0" if text in ("02", "07") and asked == 0 else None))
    ran = cli("embed", "--lines", "lines.txt", "--raw")
    places = [ran.out.index(packed(vector(text))) for text in texts]

    assert (ran.code, places) == (0, sorted(places))


def test_ctrl_c_keeps_what_came_and_waits_for_nothing(raw, texts, environ, tmp_path):
    import warm

    service = Busy(seconds=0)

    def answer(talk):
        if any(f'"{number:02}y' in talk.body[:200].decode() for number in (2, 4)):
            talk.stall()
        else:
            service(talk)

    raw(answer)
    words = ["embed", "--lines", "lines.txt", "--json"]
    with open(tmp_path / "out", "wb") as out, open(tmp_path / "err", "wb") as err:
        child = warm.start(words, environ, None, [0, out.fileno(), err.fileno()])
        while not {"00", "01", "03", "05"} <= service.asked.keys():
            time.sleep(0.05)
        time.sleep(0.5)  # for the last answers to be read
        begun = time.monotonic()
        child.kill(signal.SIGINT)
        code = child.wait()
    found = [one["embedding"] for one in json.loads((tmp_path / "out").read_text("utf-8"))]

    assert (code, time.monotonic() - begun < 10) == (130, True)
    assert [found[number] for number in (0, 1, 3, 5)] == [vector(texts[number]) for number in (0, 1, 3, 5)]
    assert (found[2], found[4]) == (None, None)
    assert f"{found.count(None)} of 12 texts have no vector, because the work was interrupted." in (
        tmp_path / "err"
    ).read_text("utf-8")
