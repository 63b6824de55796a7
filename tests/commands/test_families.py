"""The families of media: a task is paid for once, known by its id, waited for in its own words, and its files are saved."""

import json
import os
import sqlite3
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from families import FAMILIES, PICTURE, midjourney, replicate, runway

from cometapi.http import waiter

REPLIES = Path(__file__).resolve().parent.parent.parent / "spec" / "replies"
FILE = (REPLIES / "picture.png").read_bytes()
DONE = ["completed", "success", "succeed", "succeeded", "done", "ready", "complete"]
FAILED = ["failed", "failure", "error", "expired", "canceled", "cancelled", "rejected"]
MODERATED = ["request moderated", "content moderated"]
EVERY = pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)


@pytest.fixture(autouse=True)
def in_a_folder_without_sleep(tmp_path, monkeypatch):
    """What is saved goes into an empty folder; nobody waits."""
    folder = tmp_path / "saved"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setattr(waiter, "sleep", lambda seconds: None)


def answers(raw, family, *looks, file=FILE):
    """A service that takes the creation, and shows these looks one after the other, the last one from then on."""
    left = list(looks)

    def answer(talk):
        if talk.path.startswith("/files/"):
            return talk.whole(file, 200, "image/png")
        if talk.method == "POST":
            return talk.whole(family.accepted)
        look = left.pop(0) if len(left) > 1 else left[0]
        return look(talk) if callable(look) else talk.whole(look)

    return raw(answer)


def link(raw, name="a"):
    return f"{raw.url}/files/{name}?sig=a%2Fb%3D%3D&e="


def waiting(family):
    """The words that wait for a family's task."""
    return [family.name, "wait", family.task, *family.wait]


def posts(raw):
    return [talk for talk in raw.talks if talk.method == "POST"]


def journal(home):
    """The creations that the journal knows."""
    [path] = home.glob("**/journal.db")
    with sqlite3.connect(path) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute("SELECT * FROM creations ORDER BY number")]


# --- what is sent


@EVERY
def test_only_what_was_asked_for_is_sent(sent, family):
    ran = sent(*family.create)
    assert (ran.target, ran.body) == (family.target, family.body)
    assert ran.headers["Authorization"] == "Bearer sk-test-key-0001"


OTHERS = {
    "action": (["midjourney", "action", "1", "MJ::x"], "POST /mj/submit/action", {"taskId": "1", "customId": "MJ::x"}),
    "modal": (["midjourney", "modal", "1"], "POST /mj/submit/modal", {"taskId": "1"}),
    "describe": (["midjourney", "describe", PICTURE], "POST /mj/submit/describe", {"link": PICTURE}),
    "edit": (["midjourney", "edit", PICTURE, "snow"], "POST /mj/submit/edits", {"image": PICTURE, "prompt": "snow"}),
    "animate": (
        ["midjourney", "video", PICTURE, "--set", "motion=low"],
        "POST /mj/submit/video",
        {"image": PICTURE, "motion": "low"},
    ),
    "bria": (
        ["bria", "create", "a fox", "-n", "2", "--medium", "art"],
        "POST /bria/text-to-image",
        {"prompt": "a fox", "num_results": 2, "medium": "art"},
    ),
    "lyrics": (
        ["suno", "create", "la la", "--tags", "folk", "--model", "chirp-v4"],
        "POST /suno/submit/music",
        {"prompt": "la la", "tags": "folk", "mv": "chirp-v4"},
    ),
}


@pytest.mark.parametrize(("words", "target", "body"), OTHERS.values(), ids=OTHERS)
def test_what_other_commands_send(sent, words, target, body):
    ran = sent(*words)
    assert (ran.target, ran.body) == (target, body)


def test_local_pictures_go_as_each_family_takes_them(sent):
    data = "iVBORw0KGgo="
    assert sent("kling", "image2video", "cat.png", "x").body["image"] == data
    assert sent("grok", "video", "x", "--image", "cat.png").body["image"] == {"url": f"data:image/png;base64,{data}"}
    assert sent("midjourney", "describe", "cat.png").body == {"base64": f"data:image/png;base64,{data}"}
    assert sent("midjourney", "video", "cat.png").body == {"image": f"data:image/png;base64,{data}"}
    assert sent("midjourney", "blend", "cat.png", "cat.png").body == {
        "base64Array": [f"data:image/png;base64,{data}"] * 2
    }


@pytest.mark.parametrize(
    "words",
    [
        ["midjourney", "blend", "cat.png"],
        ["midjourney", "blend", *["cat.png"] * 6],
        ["suno", "create"],
        ["runway", "image2video", "cat.png"],
        ["grok", "video", "x", "--duration", "16"],
        ["kling", "text2video", "x", "--save", "."],
        ["kling", "text2video", "x" * 501],
        ["kling", "image2video", "cat.png", "--negative-prompt", "ü" * 201],
        ["runway", "image2video", PICTURE, "x" * 513],
        ["flux", "create", "x", "--safety-tolerance", "7"],
        ["bria", "edit", "paint", PICTURE],
        ["grok", "video", "x", "-m", "a", "-m", "b"],
    ],
    ids=lambda words: " ".join(words)[:40],
)
def test_what_a_family_does_not_take_is_refused_before_it_is_paid_for(sent, words):
    ran = sent(*words)
    assert (ran.code, ran.requests) == (2, [])


def test_a_header_of_the_maker_goes_along(sent):
    for words in (FAMILIES["runway"].create, ["runway", "get", "r-1"], ["runway", "wait", "r-1"]):
        assert sent(*words).headers["X-Runway-Version"] == "2024-11-06"


# --- from the creation to the file


@EVERY
def test_a_task_goes_through_its_states_and_its_file_is_saved(cli, raw, family):
    done = family.look(family.done, link(raw))
    answers(raw, family, family.look(family.running), family.look("brand new word"), done)
    ran = cli(*family.create, "--wait", "-o", "a.png")

    assert (ran.code, ran.out, len(posts(raw))) == (0, "a.png\n", 1), ran
    assert Path("a.png").read_bytes() == FILE
    assert [urlsplit(talk.path).path for talk in raw.talks[1:4]] == [urlsplit(family.path).path] * 3
    assert raw.talks[1].path == family.path
    assert "authorization" in raw.talks[1].headers
    assert (raw.talks[-1].path, "authorization" in raw.talks[-1].headers) == ("/files/a?sig=a%2Fb%3D%3D&e=", False)
    assert ran.err.index(f"Continue with: cometapi {' '.join(waiting(family))}") < ran.err.index("checking again")


@EVERY
def test_the_creation_alone_names_the_task_and_the_command_that_goes_on(cli, raw, home, family):
    answers(raw, family, {})
    ran = cli(*family.create, "--json")

    [record] = [json.loads(ran.out)]
    assert (ran.code, record["id"], len(raw.talks)) == (0, family.task, 1)
    assert f"Continue with: cometapi {' '.join(waiting(family))}\n" in ran.err
    [kept] = journal(home)
    assert (kept["task"], kept["state"], kept["continue_with"]) == (family.task, "accepted", " ".join(waiting(family)))


@EVERY
def test_a_taken_name_is_told_before_anything_is_paid_for(cli, raw, family):
    Path("a.png").write_text("mine")
    answers(raw, family, {})
    ran = cli(*family.create, "--wait", "-o", "a.png")
    assert (ran.code, raw.talks, Path("a.png").read_text()) == (2, [], "mine")


@EVERY
def test_machines_get_the_record_and_save_when_they_say_so(cli, raw, family):
    answers(raw, family, family.look(family.done, link(raw)))
    ran = cli(*waiting(family), "--json")
    assert (ran.code, json.loads(ran.out)["status"], os.listdir()) == (0, family.done, [])
    assert cli(*waiting(family), "--json", "--save", ".").code == 0
    assert os.listdir() == [f"{family.name}-1.png"]


@EVERY
def test_a_look_shows_the_task_and_saves_nothing(cli, raw, family):
    answers(raw, family, family.look(family.failed, reason="no fox"))
    ran = cli(family.name, "get", family.task, *family.wait, "--json")
    record = json.loads(ran.out)
    assert (ran.code, record["status"], record["reason"]) == (0, family.failed, "no fox")


# --- how a task ends (M13)


@pytest.mark.parametrize("word", DONE)
@EVERY
def test_every_word_for_done_ends_the_wait(cli, raw, family, word):
    answers(raw, family, family.look(word.upper(), link(raw)))
    ran = cli(*waiting(family))
    assert (ran.code, ran.out, Path(f"{family.name}-1.png").read_bytes()) == (0, f"{family.name}-1.png\n", FILE)


@pytest.mark.parametrize("word", [*FAILED, *MODERATED])
@EVERY
def test_every_word_for_failure_ends_the_wait_with_the_reason(cli, raw, family, word):
    if word in MODERATED and family.name == "bria":
        word = "unknown"
    answers(raw, family, family.look(word.title(), reason="Image pixel is invalid"))
    ran = cli(*waiting(family))
    assert (ran.code, len(raw.talks), os.listdir()) == (1, 1, [])
    assert "failed" in ran.err.lower() and "Image pixel is invalid" in ran.err


@pytest.mark.parametrize("nothing", [None, ""])
@EVERY
def test_done_without_a_result_is_a_failure(cli, raw, family, nothing):
    answers(raw, family, family.look(family.done, nothing))
    ran = cli(*waiting(family), "--json")
    assert (ran.code, len(raw.talks)) == (1, 1)
    assert f"Task {family.task} is done, but has no result" in ran.err


@EVERY
def test_another_word_is_still_running_until_the_time_is_over(cli, raw, family):
    answers(raw, family, family.look("Brand New Word"))
    ran = cli(*waiting(family), "--max-wait", "0", "-o", "a.png")
    assert (ran.code, ran.out, os.listdir()) == (69, "", [])
    assert "Brand New Word" in ran.err
    assert f"cometapi {' '.join(waiting(family))}" in ran.err.splitlines()[-1]


def test_a_nested_state_says_more_than_the_one_around_it(cli, raw):
    family = FAMILIES["grok"]

    def look(outer, inner):
        return {"code": "success", "data": {"task_id": "g-1", "status": outer, "data": inner}}

    done = {"status": "done", "video": {"url": link(raw)}}
    answers(raw, family, look("IN_PROGRESS", {"status": "pending"}), look("IN_PROGRESS", done))
    assert cli(*waiting(family)).out == "grok-1.png\n"
    answers(raw, family, look("FAILURE", None) | {"data": {"status": "FAILURE", "fail_reason": "no fox"}})
    ran = cli(*waiting(family))
    assert (ran.code, "no fox" in ran.err) == (1, True)


def test_a_failed_task_of_kling_gives_its_own_reason_not_the_word_of_success(cli, raw):
    answers(raw, FAMILIES["kling"], FAMILIES["kling"].look("failed", reason="Image pixel is invalid"))
    ran = cli("kling", "wait", "k-1")
    assert ("Image pixel is invalid" in ran.err, "SUCCEED" in ran.err) == (True, False)


@pytest.mark.parametrize("words", [["text2video", "x"], ["get", "k-1"], ["wait", "k-1"]], ids=" ".join)
def test_another_code_of_kling_is_a_refusal(cli, raw, words):
    raw(lambda talk: talk.whole({"code": 1201, "message": "model is not supported", "data": {"task_id": "k-1"}}))
    ran = cli("kling", *words)
    assert (ran.code, ran.out, len(raw.talks)) == (1, "", 1)
    assert "model is not supported" in ran.err


@pytest.mark.parametrize("words", [["create", "--description", "x"], ["wait", "u-1"]], ids=" ".join)
def test_another_word_of_suno_is_a_refusal(cli, raw, words):
    raw(lambda talk: talk.whole({"code": "invalid_request", "message": "no such mode", "data": "u-1"}))
    ran = cli("suno", *words)
    assert (ran.code, ran.out, "no such mode" in ran.err) == (1, "", True)


@EVERY
def test_an_error_in_a_reply_that_says_yes_is_a_refusal_whatever_was_asked(cli, raw, home, family):
    raw(lambda talk: talk.whole({"error": {"message": "upstream gone"}}))
    for words in (family.create, [family.name, "get", family.task, *family.wait], waiting(family)):
        ran = cli(*words)
        assert (ran.code, ran.out, "upstream gone" in ran.err) == (1, "", True), ran
    assert (len(raw.talks), journal(home)[0]["state"]) == (3, "refused")


# --- ornaments and odd shapes (M7, M14)


@pytest.mark.parametrize("name", ["midjourney", "runway", "flux", "grok", "suno"])
def test_no_spelling_of_progress_stops_or_ends_the_wait(cli, raw, name):
    family = FAMILIES[name]
    odd = ["58%", 58, 0.58, "N/A", "", None, -1, 250, [], {}, True]
    looks = [family.look(family.running, progress=one) for one in odd]
    answers(raw, family, *looks, family.look(family.done, link(raw)))
    ran = cli(*waiting(family))
    assert (ran.code, ran.out, len(raw.talks)) == (0, f"{name}-1.png\n", len(odd) + 2), ran
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("make", [replicate, runway])
@pytest.mark.parametrize("number", [None, 1, 2])
def test_what_came_out_is_one_link_or_a_list(cli, raw, make, number):
    family = next(one for one in FAMILIES.values() if one.look is make)
    links = [link(raw, str(each)) for each in range(number or 1)]
    answers(raw, family, make(family.done) | {"output": links if number else links[0]})
    ran = cli(*waiting(family))
    assert ran.out.splitlines() == [f"{family.name}-{each + 1}.png" for each in range(number or 1)]


def test_several_files_of_one_call_have_names_of_their_own(cli, raw):
    family = FAMILIES["replicate"]
    answers(raw, family, replicate("succeeded", [link(raw, "a"), link(raw, "b"), ""]))
    assert cli(*waiting(family), "-o", "p.webp").out == "p-1.webp\np-2.webp\n"


def test_an_empty_place_does_not_hide_a_filled_one(cli, raw):
    family = FAMILIES["grok"]
    answers(raw, family, {"status": "done", "video": {"url": ""}, "data": {"video": {"url": link(raw)}}})
    assert cli(*waiting(family)).out == "grok-1.png\n"


# --- ids (M16)


ODD = [(family, *one) for family in FAMILIES.values() for one in family.ids]


@pytest.mark.parametrize(("family", "reply", "task"), ODD, ids=[f"{one.name}-{task}" for one, _, task in ODD])
def test_the_id_is_found_in_its_other_spellings(cli, raw, home, family, reply, task):
    answers(raw, replace(family, accepted=reply), {})
    ran = cli(*family.create, "--json")
    assert (ran.code, str(json.loads(ran.out)["id"]), journal(home)[0]["task"]) == (0, task, task)


@EVERY
def test_an_id_is_one_step_of_the_path(cli, raw, family):
    answers(raw, family, family.look(family.running))
    cli(family.name, "get", "a/b?c", *family.wait)
    assert raw.talks[0].path == family.path.replace(family.task, "a%2Fb%3Fc")


@EVERY
def test_accepted_without_an_id_is_no_success(cli, raw, home, family):
    blank = {"code": 0, "data": {}} if family.name == "kling" else {"code": "success", "data": None}
    answers(raw, replace(family, accepted=blank if family.name in ("kling", "suno") else {"status": "ok"}), {})
    ran = cli(*family.create, "--wait")
    assert (ran.code, len(raw.talks), journal(home)[0]["state"]) == (69, 1, "sent")
    assert "may have been accepted" in ran.err


# --- what was paid for is never sent twice (M17)


LOST = {
    "reset": lambda talk: talk.reset(),
    "cut": lambda talk: talk.head(200, "application/json", "Content-Length: 99").send('{"id": '),
    "half": lambda talk: talk.whole('{"id": "x'),
    "html": lambda talk: talk.whole("<html>busy", 200, "text/html"),
    **{
        str(status): lambda talk, status=status: talk.whole("busy", status, "text/plain")
        for status in (408, 500, 502, 504)
    },
}


@pytest.mark.parametrize("fault", LOST.values(), ids=LOST)
@EVERY
def test_a_creation_whose_reply_is_lost_is_sent_once(cli, raw, home, family, fault):
    raw(fault)
    ran = cli(*family.create, "--wait", "--retries", "5")
    assert (ran.code, ran.out, len(raw.talks), journal(home)[0]["state"]) == (69, "", 1, "sent")
    assert "may have been accepted and charged" in ran.err
    assert "try again" not in ran.err.lower()


@EVERY
def test_a_creation_that_nobody_took_may_be_sent_again(cli, nobody, home, family):
    ran = cli(*family.create, "--retries", "1", "--retry-max-wait", "0.01")
    assert (ran.code, "may have been accepted" in ran.err, journal(home)[0]["state"]) == (69, False, "refused")


@EVERY
def test_a_refusal_is_told_and_settled(cli, raw, home, family):
    raw(lambda talk: talk.whole({"error": {"message": "no fox today", "code": "bad"}}, 400))
    ran = cli(*family.create)
    assert (ran.code, "no fox today" in ran.err, journal(home)[0]["state"]) == (1, True, "refused")


def test_an_id_of_ones_own_goes_along_and_makes_a_second_sending_safe(cli, raw, home):
    raw(lambda talk: talk.reset())
    ran = cli("kling", "text2video", "a fox")
    own = json.loads(raw.talks[0].body)["external_task_id"]
    assert (len(own), journal(home)[0]["own_id"]) == (32, own)
    assert f"It is safe to run it again with --own-id {own}: no second task is started." in ran.err
    cli("kling", "text2video", "a fox", "--own-id", own)
    cli("kling", "text2video", "a fox")
    assert json.loads(raw.talks[1].body)["external_task_id"] == own
    assert json.loads(raw.talks[2].body)["external_task_id"] != own


# --- looks that fail (M15)


@EVERY
def test_troubles_of_looks_are_no_troubles_of_the_task(cli, raw, family):
    troubles = [
        lambda talk: talk.whole("busy", 502, "text/plain"),
        lambda talk: talk.reset(),
        lambda talk: talk.whole("<html>busy", 200, "text/html"),
        lambda talk: talk.whole('{"cut', 200),
        lambda talk: talk.whole({"error": {"message": "slow down"}}, 429),
    ]
    answers(raw, family, family.look(family.running), *troubles, family.look(family.done, link(raw)))
    ran = cli(*family.create, "--wait")
    assert (ran.code, ran.out, len(posts(raw))) == (0, f"{family.name}-1.png\n", 1), ran


@EVERY
def test_a_refused_key_ends_the_wait_at_once(cli, raw, family):
    answers(raw, family, lambda talk: talk.whole({"error": {"message": "bad key"}}, 401))
    ran = cli(*family.create, "--wait")
    assert (ran.code, len(raw.talks)) == (77, 2)
    assert f"cometapi {' '.join(waiting(family))}" in ran.err


@pytest.mark.parametrize("status", [400, 404])
@EVERY
def test_a_task_that_is_not_known_yet_is_looked_for_again(cli, raw, family, status):
    unknown = {"code": "task_not_exist", "message": "task_not_exist", "data": None}
    missing = [lambda talk: talk.whole(unknown, status)] * 2
    answers(raw, family, *missing, family.look(family.done, link(raw)))
    ran = cli(*family.create, "--wait")
    assert (ran.code, ran.out, len(posts(raw))) == (0, f"{family.name}-1.png\n", 1), ran


@EVERY
def test_a_task_that_nobody_knows_is_told_at_once(cli, raw, family):
    answers(raw, family, lambda talk: talk.whole({"code": "task_not_exist", "message": "task_not_exist"}, 400))
    ran = cli(family.name, "wait", "nosuch", *family.wait)
    assert (ran.code, len(raw.talks), "task_not_exist" in ran.err) == (1, 1, True)


# --- Midjourney's codes


def test_a_queued_task_of_midjourney_is_waited_for(cli, raw):
    family = replace(FAMILIES["midjourney"], accepted={"code": 22, "description": "In queue", "result": "1712"})
    answers(raw, family, midjourney("", progress=""), midjourney("SUCCESS", link(raw)))
    assert cli(*family.create, "--wait").out == "midjourney-1.png\n"


def test_a_task_of_midjourney_that_asks_for_more_names_the_command_that_gives_it(cli, raw):
    family = replace(FAMILIES["midjourney"], accepted={"code": 21, "description": "Modal", "result": "1712"})
    answers(raw, family, midjourney("MODAL"))
    ran = cli(*family.create)
    assert (ran.code, "cometapi midjourney modal 1712" in ran.err, "modal" in ran.out) == (0, True, True)
    ran = cli(*family.create, "--wait")
    assert (ran.code, "cometapi midjourney modal 1712" in ran.err.splitlines()[-1]) == (1, True)


@pytest.mark.parametrize("code", [4, 24, 99])
def test_another_code_of_midjourney_is_a_refusal(cli, raw, home, code):
    raw(lambda talk: talk.whole({"code": code, "description": "queue full"}))
    ran = cli(*FAMILIES["midjourney"].create)
    assert (ran.code, ran.out, "queue full" in ran.err, journal(home)[0]["state"]) == (1, "", True, "refused")


def test_prompts_of_a_described_picture_are_printed(cli, raw):
    answers(raw, FAMILIES["midjourney"], midjourney("SUCCESS") | {"action": "DESCRIBE", "prompt": "1 a fox"})
    ran = cli("midjourney", "get", "1712", "--json", "--fields", "prompts")
    assert json.loads(ran.out) == {"prompts": "1 a fox"}


def test_a_video_of_midjourney_is_saved_rather_than_its_preview(cli, raw):
    look = midjourney("SUCCESS", link(raw, "preview")) | {"videoUrl": link(raw, "film")}
    answers(raw, FAMILIES["midjourney"], look)
    assert cli("midjourney", "wait", "1712", "-o", "a.mp4").code == 0
    assert [urlsplit(talk.path).path for talk in raw.talks[1:]] == ["/files/film"]


@pytest.mark.parametrize("words", [["--ar", "16:9"], ["--stylize=100"], ["--v", "7"]], ids=" ".join)
def test_parameters_of_midjourney_belong_inside_the_prompt(cli, words):
    ran = cli("midjourney", "imagine", "a fox", *words)
    assert (ran.code, ran.out) == (2, "")
    assert 'inside the prompt: cometapi midjourney imagine "a red fox --ar 16:9"' in ran.err


# --- what comes at once


def test_a_picture_of_bria_is_saved_at_once(cli, raw):
    raw(
        lambda talk: talk.whole({"result": [{"urls": [link(raw)], "seed": 7, "uuid": "u"}]}),
        lambda talk: talk.whole(FILE, 200, "image/png"),
    )
    ran = cli("bria", "create", "a fox")
    assert (ran.code, ran.out, Path("bria-1.png").read_bytes()) == (0, "bria-1.png\n", FILE)


@pytest.mark.parametrize("result", [[], [{"urls": []}], [{"urls": [""]}]])
def test_no_picture_of_bria_is_a_failure(cli, raw, result):
    raw(lambda talk: talk.whole({"result": result}))
    ran = cli("bria", "create", "a fox")
    assert (ran.code, ran.out, os.listdir()) == (1, "", [])
